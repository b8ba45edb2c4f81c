"""Section A3.4.4: Lemmas 17 and 18, the derivative of the second moment where ν is small."""

from sympy import Rational, erfc, pi, sqrt

from fixedpoint.claims import All, Box, Derivative, Inequality, Monotone, NotFormal, bounded, equal

from ..a32_theorem2.theorem2 import E1, E2
from ..a33_theorem3.theorem3 import DAMPING, OMEGA_17, RATIO
from ..a341_jacobian.jacobian import J22
from ..a343_second_moment.second_moment import R1, R2, B, F
from ..paper import (
    a,
    alpha,
    b,
    claim,
    in_layer,
    inference,
    inside,
    lam,
    mu,
    nu,
    omega,
    second_moment,
    tau,
    u,
    v,
)

DOMAIN = Box({u: ("0.007", "0.875"), v: ("-0.01", "0.01")})
"""x = ντ and y = μω on the domain of Lemma 18."""


def product(nu_: str, tau_: str, x: str) -> All:
    """The printed x is ντ."""
    return equal(nu * tau, x, Box({nu: nu_, tau: tau_}))


# (124) as printed.
AS_124 = lam**2 / 2 * tau * in_layer(alpha**2 * -DAMPING * F - erfc(RATIO) + 2)

# The derivatives of F: with F = √(2/(πx)) (R₁ - 2R₂), ∂F/∂x = √(2/(πx)) B; and ∂F/∂y.
BELL = sqrt(2 / (pi * u))
BY_X = BELL * B
BY_Y = (u + v) / u * E1 - 2 * (2 * u + v) / u * E2 + BELL
NEGATIVE = Inequality(F, "<", 0, DOMAIN)
INCREASING = All((Derivative(F, u, BY_X), Inequality(0, "<", BY_X, DOMAIN)))

# (126): τ F(ντ, μω) and its derivatives; for y = μω where ντ = x, so ν = x/τ.
SCALED = tau * in_layer(F)
BY_NU = tau**2 * in_layer(BY_X)
BY_TAU = in_layer(BELL * (R1 - 2 * R2 + u * B))
GROWS = All((Derivative(SCALED, nu, BY_NU), Inequality(0, "<", BY_NU, OMEGA_17)))


def at(x: str) -> Box:
    """The line of the box with this x."""
    return DOMAIN.but({u: x})


def steeper(nu_: str, tau_: str, x: str) -> All:
    """F(x, y) is strictly increasing in y at x = ντ."""
    return All((product(nu_, tau_, x), Monotone(F, v, "increasing", at(x))))


def on(nu_: str, tau_: str = "0.8") -> Box:
    """The part of the domain of Lemma 18 with this ν, from this τ on."""
    return OMEGA_17.but({nu: nu_, tau: (tau_, "1.25")})


def falls(box: Box) -> All:
    """∂(τF)/∂τ < 0 on a box."""
    return All((Derivative(SCALED, tau, BY_TAU), Inequality(BY_TAU, "<", 0, box)))


def along(nu_: str, tau_: str, x: str, largest: str = "1.25") -> All:
    """The printed product, and that ν = x/τ lies in the domain for τ from 0.8 to the largest."""
    lower, upper = OMEGA_17[nu]
    box = Box({tau: ("0.8", largest)})
    return All((product(nu_, tau_, x), bounded(lower, Rational(x) / tau, upper, box)))


def rises(nu_: str, tau_: str, x: str, largest: str = "1.25") -> All:
    """∂(τF)/∂y > 0 for y = μω and ντ = x, along all of this."""
    f, slope = (tau * e.subs(u, Rational(x)) for e in (F, BY_Y))
    box = Box({v: DOMAIN[v], tau: ("0.8", largest)})
    return All((
        along(nu_, tau_, x, largest), Derivative(f, v, slope), Inequality(0, "<", slope, box),
    ))


LEAST = "0.00875", "0.8", "0.007"
AT_07, AT_016, AT_024 = ("0.7", "0.8", "0.56"), ("0.16", "0.8", "0.128"), ("0.24", "0.9", "0.216")
LINES = LEAST, AT_07, AT_016, AT_024
FALLS = on("0.7"), on("0.16"), on("0.24", "0.9")
CURVES = (*LEAST, "0.8"), AT_07, AT_016, AT_024
"""ντ = 0.007 on the domain only for ν = 0.00875, τ = 0.8."""

CLAIMS = (
    claim(
        "S344.1", "0.8·0.00875 = 0.007 ⩽ x ⩽ 0.875 = 1.25·0.7 and 0.1·(-0.1) = -0.01 ⩽ y ⩽ 0.01 = "
        "0.1·0.1 for x = ντ, y = μω and μ, ω ∈ [-0.1, 0.1], ν ∈ [0.00875, 0.7], τ ∈ [0.8, 1.25]",
        All((
            product("0.00875", "0.8", "0.007"), product("0.7", "1.25", "0.875"),
            equal(a, "-0.01", Box({mu: "0.1", omega: "-0.1"})),
            equal(a, "0.01", Box({mu: "0.1", omega: "0.1"})),
            bounded("0.007", b, "0.875", OMEGA_17), bounded("-0.01", a, "0.01", OMEGA_17),
        )),
    ),
    claim(
        "S344.2", "∂ξ̃/∂ν, closed form (123)", Derivative(second_moment, nu, J22),
        constants={},
    ),
    claim(
        "S344.3", "∂ξ̃/∂ν = λ²τ/2 (α²(-e^{-y²/(2x)}) F(x, y) - erfc(y/(√2 √x)) + 2) with x = ντ, "
        "y = μω (124), F written out as in (125)",
        Derivative(second_moment, nu, AS_124), constants={},
    ),
    claim(
        "L17", "F(x, y) = e^{(x+y)²/(2x)} erfc((x + y)/(√2 √x)) - 2 e^{(2x+y)²/(2x)} "
        "erfc((2x + y)/(√2 √x)) on x ∈ [0.007, 0.875], y ∈ [-0.01, 0.01] has the properties "
        "L17.1–L17.6 (125)",
        All((NEGATIVE, INCREASING, *(steeper(*line) for line in LINES))),
    ),
    *inference("L17", "the properties one by one", "L17.1 L17.2 L17.3 L17.4 L17.5 L17.6",
               NotFormal("the conjunction of its parts")),
    claim("L17.1", "F(x, y) < 0 on x ∈ [0.007, 0.875], y ∈ [-0.01, 0.01]", NEGATIVE),
    *inference("L17.1", "Lemma 45 (a), on its box", "L45", inside(DOMAIN, DOMAIN)),
    claim(
        "L17.2", "F is strictly increasing in x on x ∈ [0.007, 0.875], y ∈ [-0.01, 0.01]",
        INCREASING,
    ),
    *inference("L17.2", "Lemma 45 (b), on its box", "L45", inside(DOMAIN, DOMAIN)),
    claim(
        "L17.3", "F(0.007, y) is strictly increasing in y on [-0.01, 0.01]; 0.007 = 0.00875·0.8",
        steeper(*LEAST),
    ),
    *inference("L17.3", "Lemma 45 (c), at one of its x", "L45", inside(at("0.007"), DOMAIN)),
    claim(
        "L17.4", "F(0.56, y) is strictly increasing in y on [-0.01, 0.01]; 0.56 = 0.7·0.8",
        steeper(*AT_07),
    ),
    *inference("L17.4", "Lemma 45 (c), at one of its x", "L45", inside(at("0.56"), DOMAIN)),
    claim(
        "L17.5", "F(0.128, y) is strictly increasing in y on [-0.01, 0.01]; 0.128 = 0.16·0.8",
        steeper(*AT_016),
    ),
    *inference("L17.5", "Lemma 45 (c), at one of its x", "L45", inside(at("0.128"), DOMAIN)),
    claim(
        "L17.6", "F(0.216, y) is strictly increasing in y on [-0.01, 0.01]; 0.216 = 0.24·0.9, "
        "0.9 being a lower bound on τ",
        steeper(*AT_024),
    ),
    *inference("L17.6", "Lemma 45 (c), at one of its x", "L45", inside(at("0.216"), DOMAIN)),
    claim(
        "L18", "τ (e^{((μω+ντ)/(√2 √(ντ)))²} erfc((μω + ντ)/(√2 √(ντ))) - "
        "2 e^{((μω+2ντ)/(√2 √(ντ)))²} erfc((μω + 2ντ)/(√2 √(ντ)))) = τ F(ντ, μω) on "
        "μ, ω ∈ [-0.1, 0.1], ν ∈ [0.00875, 0.7], τ ∈ [0.8, 1.25] has the properties L18.1–L18.8 "
        "(126)",
        All((GROWS, *map(falls, FALLS), *(rises(*curve) for curve in CURVES))),
    ),
    *inference("L18", "the properties one by one",
               "L18.1 L18.2 L18.3 L18.4 L18.5 L18.6 L18.7 L18.8",
               NotFormal("the conjunction of its parts")),
    claim(
        "L18.1", "∂(τF)/∂ν > 0 for μ, ω ∈ [-0.1, 0.1], ν ∈ [0.00875, 0.7], τ ∈ [0.8, 1.25]", GROWS,
    ),
    *inference("L18.1", "Lemma 46 (a), on its domain", "L46", inside(OMEGA_17, OMEGA_17)),
    claim(
        "L18.2", "∂(τF)/∂τ < 0 for the maximal ν = 0.7, μ, ω ∈ [-0.1, 0.1], τ ∈ [0.8, 1.25]",
        falls(on("0.7")),
    ),
    *inference("L18.2", "Lemma 46 (b), at one of its ν", "L46", inside(on("0.7"), OMEGA_17)),
    claim(
        "L18.3", "∂(τF)/∂τ < 0 for ν = 0.16, μ, ω ∈ [-0.1, 0.1], τ ∈ [0.8, 1.25]",
        falls(on("0.16")),
    ),
    *inference("L18.3", "Lemma 46 (b), at one of its ν", "L46", inside(on("0.16"), OMEGA_17)),
    claim(
        "L18.4", "∂(τF)/∂τ < 0 for ν = 0.24, μ, ω ∈ [-0.1, 0.1], τ ∈ [0.9, 1.25]",
        falls(on("0.24", "0.9")),
    ),
    *inference("L18.4", "Lemma 46 (b), at one of its ν", "L46",
               inside(on("0.24", "0.9"), OMEGA_17)),
    claim(
        "L18.5", "∂(τF)/∂y > 0, y = μω, for ντ = 0.00875·0.8 = 0.007",
        rises(*LEAST, "0.8"), note="the dot of the product is lost in print, as in L18.6 and L18.7",
    ),
    *inference("L18.5", "Lemma 46 (c), at one of its ντ", "L46", along(*LEAST, "0.8")),
    claim("L18.6", "∂(τF)/∂y > 0, y = μω, for ντ = 0.7·0.8 = 0.56", rises(*AT_07)),
    *inference("L18.6", "Lemma 46 (c), at one of its ντ", "L46", along(*AT_07)),
    claim("L18.7", "∂(τF)/∂y > 0, y = μω, for ντ = 0.16·0.8 = 0.128", rises(*AT_016)),
    *inference("L18.7", "Lemma 46 (c), at one of its ντ", "L46", along(*AT_016)),
    claim("L18.8", "∂(τF)/∂y > 0, y = μω, for ντ = 0.24·0.9 = 0.216", rises(*AT_024)),
    *inference("L18.8", "Lemma 46 (c), at one of its ντ", "L46", along(*AT_024)),
)
