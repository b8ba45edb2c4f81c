"""Lemma 46 and its parts (a) and (c): τF increases in ν and, where L17 has F increase, in y."""

from fixedpoint.claims import All, Derivative, Inequality, NotFormal, bounded

from ..a33_theorem3.theorem3 import OMEGA_17
from ..a343_second_moment.second_moment import F
from ..a344_small_variance.small_variance import (
    BY_X,
    BY_Y,
    CURVES,
    FALLS,
    GROWS,
    SCALED,
    along,
    falls,
    rises,
)
from ..paper import a, b, claim, in_layer, inference, nu, tau, v

RISES = All(tuple(rises(*curve) for curve in CURVES))

CLAIMS = (
    claim(
        "L46", "on μ, ω ∈ [-0.1, 0.1], ν ∈ [0.00875, 0.7], τ ∈ [0.8, 1.25]: ∂(τF(ντ, μω))/∂ν > 0; "
        "∂(τF)/∂τ < 0 for ν = 0.7, ν = 0.16, and for ν = 0.24 with τ ⩾ 0.9; ∂(τF)/∂y > 0, y = μω, "
        "for ντ = 0.00875·0.8 = 0.007, 0.7·0.8 = 0.56, 0.16·0.8 = 0.128, 0.24·0.9 = 0.216 (311)",
        All((GROWS, *map(falls, FALLS), *RISES.parts)),
    ),
    *inference("L46", "(a), (b) for three ν, and (c)", "L46.1 L46.22 L46.37 L46.51 L46.2",
               NotFormal("the conjunction of its parts")),
    claim(
        "L46.1", "∂(τF)/∂ν > 0 on μ, ω ∈ [-0.1, 0.1], ν ∈ [0.00875, 0.7], τ ∈ [0.8, 1.25] (312)",
        GROWS,
    ),
    *inference(
        "L46.1", "by the chain rule ∂(τF)/∂ν = τ² ∂F/∂x; ντ and μω lie in the box of Lemma 17",
        "L17 L45",
        All((
            Derivative(SCALED, nu, tau**2 * in_layer(BY_X)), Inequality(0, "<", tau**2, OMEGA_17),
            bounded("0.007", b, "0.875", OMEGA_17), bounded("-0.01", a, "0.01", OMEGA_17),
        )),
    ),
    claim(
        "L46.2", "∂(τF)/∂y > 0, y = μω, for ντ = 0.00875·0.8 = 0.007, 0.7·0.8 = 0.56, "
        "0.16·0.8 = 0.128, 0.24·0.9 = 0.216 (313)", RISES,
    ),
    *inference(
        "L46.2", "∂(τF)/∂y = τ ∂F/∂y, at the x of Lemma 17", "L17 L45",
        All((
            Derivative(tau * F, v, tau * BY_Y), Inequality(0, "<", tau, OMEGA_17),
            *(along(*curve) for curve in CURVES),
        )),
    ),
)
