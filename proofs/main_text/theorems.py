"""Main text: the proof of Theorem 1 in outline, and what is said to follow from Theorem 2."""

from sympy import Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Banach,
    Box,
    Claim,
    Contraction,
    Defect,
    Identity,
    Inequality,
    Reaches,
    bounded,
)

from ..a1_background.background import ABOVE_10
from ..a31_theorem1.theorem1 import IMAGE, IMAGE_C, SELF, image_in
from ..a341_jacobian.jacobian import EIGENVALUES, FLIP, MATRICES, SCALED, TURN
from ..paper import (
    ANY,
    CONSTANTS,
    OMEGA,
    OMEGA_J,
    OMEGA_PP,
    a,
    alpha,
    b,
    claim,
    g,
    inference,
    inside,
    lam,
    mean,
    mu,
    nu,
    repaired,
    variance,
)

WIDE = OMEGA_PP.but({mu: ("-1.5", "1.5"), nu: (3, 20)})
"""Ω⁺⁺ with a range of the mean that g keeps, and more of the variance."""
FALL = Rational("0.07")
DECREASES = All((bounded("-1.5", mean, "1.5", WIDE), Inequality(variance, "<", nu - FALL, WIDE)))
START = WIDE.but({nu: (3, 16)})
PASSED = (  # the ranges of the mean and of the variance after 1, 2, … steps
    (("-0.1", "1.3"), ("1.8", "11.24")), (("-0.2", "1.0"), ("1.2", "8.36")),
    (("-0.2", "0.8"), ("0.9", "6.53")), (("-0.2", "0.7"), ("0.7", "5.33")),
    (("-0.2", "0.6"), ("0.5", "4.52")), (("-0.2", "0.5"), ("0.4", "3.96")),
    (("-0.2", "0.4"), ("0.3", "3.56")), (("-0.2", "0.4"), ("0.2", "3.27")),
    (("-0.2", "0.4"), ("0.1", "3.06")), (("-0.2", "0.4"), ("0.05", "2.91")),
)  # fmt: skip
REACHES_3 = Reaches(g, START, tuple(Box({mu: m, nu: n}) for m, n in PASSED))
MEAN_MOVES = All((
    Inequality(mean, "<", mu, WIDE.but({mu: ("1.5", 10)})),
    Inequality(mu, "<", mean, WIDE.but({mu: (-10, "-1.5")})),
))

# Where ν ⩾ 20 or |μ| ⩾ 10: a fixed point has ν = ξ̃ - μ², and ξ̃ ⩽ λ²(ντ V(r) + α²) with
# r = μω/√(ντ), so that μ² ⩾ 100 r² ντ. For |r| ⩾ 1 and for |μ| ⩾ 10, p is 1/|r| and 1/|μ|.
r, p = Symbol("r", real=True), Symbol("p", real=True)
V = (1 + r**2) * erfc(-r / sqrt(2)) / 2 + r * exp(-(r**2) / 2) / sqrt(2 * pi)
"""E z₊² of z ~ N(r, 1), which is at most 1 + r² + |r|/2."""
R, P_R, P_MU = Box({r: (-1, 1)}), Box({p: (0, 1)}), Box({p: (0, "0.1")})
BOUNDED = All((  # The pieces of ξ̃ in (10); e^z is p for z < 0.
    Identity(ABOVE_10.subs(ANY), (lam**2 * b * V.subs(r, a / sqrt(b))).subs(ANY)),
    Inequality((p - 1) ** 2, "<=", 1, P_R),
))
FAR = All((
    Inequality(lam**2 * (V + alpha**2 / 16) - 100 * r**2, "<", "0.8", R),
    Inequality(lam**2 * (p**2 + 1 + p / 2 + alpha**2 / 16 * p**2) - 100, "<", 4 * p**2 / 5, P_R),
    Inequality(lam**2 * (25 * p**2 + Rational(1, 100) + p / 4 + alpha**2 * p**2), "<", 1, P_MU),
))
NONE_ABOVE_3 = All((REACHES_3, DECREASES, MEAN_MOVES, BOUNDED, FAR))

CLAIMS = (
    claim(
        "T1m.1",
        "g is a contraction if S < 1 on Ω; (69) is the largest singular value of a 2×2 matrix; "
        "S < 1 on Ω; g maps Ω into itself; so g has one fixed point in Ω",
        All((
            *EIGENVALUES, Inequality(0, "<=", TURN, MATRICES), Inequality(0, "<=", FLIP, MATRICES),
            Contraction(g, OMEGA), image_in(SELF), Banach(g, OMEGA),
        )),
        stand_in=f"that S < 1 makes g a contraction is left to the mean value theorem; {SCALED}",
    ),
    *inference(
        "T1m.1", "Ω lies in the domain of Lemma 12, and the image that Lemma 13 gives in Ω",
        "L5 L6 L7 L8 L9 L10 L11 L12 L13 JAC.7",
        All((inside(OMEGA, OMEGA_J), inside(IMAGE, SELF))),
        All((inside(OMEGA, OMEGA_J), inside(IMAGE_C, SELF))),
    ),
    claim(
        "T2m.1",
        "under repeated mapping a variance in [3, 16] is brought below 3; all fixed points (μ, ν) "
        "of g have ν < 3",
        NONE_ABOVE_3, defect=Defect.STEP,
        stand_in="for ω and τ as in Ω⁺⁺, and for means in [-1.5, 1.5] to start from; where ν ⩾ 20 "
        "or |μ| ⩾ 10 the bounds that exclude fixed points (T2m.1_repair) are left to be put "
        "together",
        note="Theorem 2 says nothing of means beyond [-1, 1], where g sends a part of Ω⁺⁺, nor of "
        "fixed points with ν > 16",
    ),
    *inference(
        "T2m.1", "ν̃ < ν at each step, and a fixed point has ν̃ = ν; so g keeps the means of Ω⁺⁺, "
        "and all greater ν, up to 17 for example, are in its range", "T2",
        All((
            bounded(OMEGA_PP[mu][0], mean, OMEGA_PP[mu][1], OMEGA_PP),
            Inequality(nu, "<=", OMEGA_PP[nu][1], Box({nu: (3, 17)})),
        )),
    ),
    Claim(
        "T2m.1_repair", "main text", "bound",
        "for ω, τ as in Ω⁺⁺, anew at each step: from |μ| ⩽ 1.5 and ν ∈ [3, 16] every orbit is "
        "below 2.91 after 10 steps; if |μ| ⩽ 1.5 and ν ∈ [3, 20], then |μ̃| ⩽ 1.5, ν̃ < ν - 0.07; if "
        "1.5 ⩽ |μ| ⩽ 10 and ν ∈ [3, 20], then μ̃ ≠ μ; and if ν ⩾ 20 or |μ| ⩾ 10, then ξ̃ - μ² < ν, "
        "by ξ̃ ⩽ λ²(E z₊² + α²)",
        NONE_ABOVE_3, CONSTANTS, printed=False, title="where the mean goes, and no fixed point is",
    ),
    repaired(
        "T2m.1", "after 10 steps a variance in [3, 16] is below 3, and no fixed point is left",
        "A1.8 T2m.1_repair", Inequality(Rational(PASSED[-1][1][1]), "<", 3, Box({})),
    ),
)
