"""Section A3.4.3: the proof of Theorem 16 from T16.14 on, μ̃ > 0 and ∂μ̃/∂ν > 0 on Ω⁺."""

from sympy import Expr, Integer, Rational, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    bounded,
    rounds_to,
    truncates_to,
)

from ..a341_jacobian.jacobian import J12
from ..paper import (
    ANY,
    HERE,
    OMEGA_P,
    SELU,
    J,
    a,
    alpha,
    b,
    claim,
    in_layer,
    inference,
    lam,
    mean,
    mu,
    net,
    nu,
    omega,
    own,
    tau,
    u,
    v,
)
from .second_moment import DAMPING

# x = ντ and y = μω on Ω⁺; (122) and its bracket.
NET = Box({u: ("1.2", 20), v: ("-0.01", "0.01")})
FLATTEST = {u: Integer(20), v: Rational("0.01")}
Z1 = (u + v) / (sqrt(2) * sqrt(u))


def bracket(e1: Expr) -> Expr:
    """The bracket of (122) for a given e^{z²} erfc z, z = (x + y)/(√2 √x)."""
    return sqrt(pi) * alpha * e1 - sqrt(2) * (alpha - 1) / sqrt(u)


BRACKET = bracket(exp((u + v) ** 2 / (2 * u)) * erfc(Z1))
FACTOR = lam * tau * in_layer(DAMPING) / (4 * sqrt(pi))
AS_122 = FACTOR * in_layer(BRACKET)
LEAST_BRACKET = BRACKET.subs(FLATTEST)
BY_22 = bracket(2 / (sqrt(pi) * (Z1 + sqrt(Z1**2 + 2))))
"""A lower bound of the bracket by Lemma 22."""

POINT = {mu: Rational("0.01"), omega: Rational("0.01"), nu: Rational("1.5"), tau: Rational("0.8")}
LEAST_POINT = POINT | {mu: Rational("-0.1"), omega: Rational("0.1")}
AT_POINT, LEAST_MEAN = mean.subs(POINT), mean.subs(LEAST_POINT)
MINIMUM = Inequality(LEAST_BRACKET, "<=", in_layer(BRACKET), OMEGA_P)

CLAIMS = (
    claim(
        "T16.14", "μ̃ is strictly increasing in μω and in ντ on Ω⁺, where μω ∈ [-0.01, 0.01] and "
        "ντ ∈ [1.2, 20]",
        All((
            bounded("-0.01", a, "0.01", OMEGA_P), bounded("1.2", b, 20, OMEGA_P),
            Monotone(net(SELU.mean_xy), v, "increasing", NET),
            Monotone(net(SELU.mean_xy), u, "increasing", NET),
        )),
    ),
    claim(
        "T16.15", "the minimum of μ̃ on Ω⁺ is μ̃(0.01, 0.01, 1.5, 0.8) = 0.008293 > 0",
        All((
            Inequality(AT_POINT, "<=", mean, OMEGA_P), rounds_to(AT_POINT, "0.008293", HERE),
            Inequality(0, "<", "0.008293", HERE),
        )),
        defect=Defect.CONSTANT,
        note="the number is μ̃ at the smallest μω = -0.01, as at (-0.1, 0.1, 1.5, 0.8); at the "
        "printed point μω = 0.0001 and μ̃ = 0.01801…",
    ),
    *inference(
        "T16.15", "the point has the smallest μω and the smallest ντ, and μ̃ there is the number",
        "T16.14",
        All((
            Inequality(POINT[mu] * POINT[omega], "<=", a, OMEGA_P),
            Inequality(POINT[nu] * POINT[tau], "<=", b, OMEGA_P),
            rounds_to(AT_POINT, "0.008293", HERE), Inequality(0, "<", "0.008293", HERE),
        )),
    ),
    claim(
        "T16.15c", "the minimum of μ̃ on Ω⁺ is μ̃(-0.1, 0.1, 1.5, 0.8) = 0.008293 > 0 (rounded and "
        "cut off); μ̃(0.01, 0.01, 1.5, 0.8) = 0.018012",
        All((
            Inequality(LEAST_MEAN, "<=", mean, OMEGA_P), rounds_to(LEAST_MEAN, "0.008293", HERE),
            truncates_to(LEAST_MEAN, "0.008293", HERE), rounds_to(AT_POINT, "0.018012", HERE),
        )),
    ),
    claim(
        "T16.16", "𝒥₁₂ is λτ e^{-μ²ω²/(2ντ)}/(4√π) times the bracket √π α e^{(μω + ντ)²/(2ντ)} "
        "erfc((μω + ντ)/(√2 √(ντ))) - √2 (α - 1)/√(ντ) (122)",
        All((Identity(J12, AS_122), Derivative(mean, nu, AS_122))), constants={},
    ),
    claim(
        "T16.17", "𝒥₁₂ > 0 if and only if the bracket of (122) is > 0: 𝒥₁₂ is a positive factor "
        "times it",
        All((Identity(J12.subs(ANY), AS_122.subs(ANY)), Inequality(0, "<", FACTOR, OMEGA_P))),
    ),
    *inference("T16.17", "the factor before the bracket of (122) is positive", "T16.16",
               Inequality(0, "<", FACTOR, OMEGA_P)),
    claim(
        "T16.18", "the bracket of (122) has its minimum over Ω⁺ at μω = 0.01, ντ = 16·1.25; it is "
        "0.16",
        All((MINIMUM, rounds_to(LEAST_BRACKET, "0.16", HERE))), defect=Defect.CONSTANT,
        note="the minimum is there, and it is 0.2927…; 0.16, cut off, is that divided by √π "
        "(T16.18_values)",
    ),
    *inference(
        "T16.18", "the lower bound of the bracket by Lemma 22 is smallest at μω = 0.01, ντ = 20, "
        "and 0.16 there", "L22",
        All((Inequality(BY_22.subs(FLATTEST), "<=", in_layer(BY_22), OMEGA_P),
             rounds_to(BY_22.subs(FLATTEST), "0.16", HERE))),
    ),
    claim(
        "T16.18c", "the bracket of (122) has its minimum over Ω⁺ at μω = 0.01, ντ = 16·1.25; it is "
        "0.29 (rounded and cut off)",
        All((MINIMUM, rounds_to(LEAST_BRACKET, "0.29", HERE),
             truncates_to(LEAST_BRACKET, "0.29", HERE))),
    ),
    own(
        "T16.18_values", "at μω = 0.01, ντ = 20 the bracket of (122) is 0.2927595, its lower "
        "bound by Lemma 22 0.2918960 (both rounded), and the bracket divided by √π is 0.16 "
        "(cut off)",
        All((
            rounds_to(LEAST_BRACKET, "0.2927595", HERE),
            rounds_to(BY_22.subs(FLATTEST), "0.2918960", HERE),
            truncates_to(LEAST_BRACKET / sqrt(pi), "0.16", HERE),
        )), "the minimum of the bracket",
    ),
    claim(
        "T16.19", "𝒥₁₂ = ∂μ̃/∂ν > 0 on Ω⁺",
        All((Derivative(mean.subs(ANY), nu, J12.subs(ANY)),
             Inequality(0, "<", J[0, 1], OMEGA_P))),
    ),
    *inference("T16.19", "the minimum of the bracket of (122) is positive", "T16.17 T16.18",
               Inequality(0, "<", "0.16", HERE), Inequality(0, "<", "0.29", HERE)),
)
