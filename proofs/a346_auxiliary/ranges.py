"""Section A3.4.6, definitions and Lemmas 25–30: the ranges of the arguments on Ω_J."""

from typing import Any

from sympy import Expr, Rational, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Inequality,
    Monotone,
    NotFormal,
    bounded,
    equal,
    rounds_to,
)
from fixedpoint.claims.formulas import Formula

from ..a32_theorem2.theorem2 import Z1, Z2
from ..a341_jacobian.lemmas_05_09 import NET
from ..paper import HERE, OMEGA_J, a, b, claim, inference, mu, nu, omega, own, tau, u, v

IN_NET = All((bounded("0.64", b, "1.875", OMEGA_J), bounded("-0.01", a, "0.01", OMEGA_J)))
"""x = ντ and y = μω lie in their box, the ends of which Lemmas 25 and 26 reach."""
LEAST_X, LARGEST_X = Rational("0.64"), Rational("1.875")
LEAST_Y, LARGEST_Y = Rational("-0.01"), Rational("0.01")
LOWEST, HIGHEST = {u: LEAST_X, v: LEAST_Y}, {u: LARGEST_X, v: LARGEST_Y}
NEAR = {u: LEAST_X, v: LARGEST_Y}
"""The corners with the least x and y, the largest x and y, the least x and the largest y."""
ON = "for x = ντ, y = μω on Ω_J"

Z0 = v / (sqrt(2) * sqrt(u))
SQUARE = Z0**2
BELL = exp(-SQUARE)
# What ∂/∂x of h₃, and of 2 - erfc(h₃), are times -y.
FALLS_3 = 1 / (2 * sqrt(2) * u * sqrt(u))
FALLS_32 = BELL / (sqrt(2 * pi) * u * sqrt(u))


def in_both(f: Expr, by_x: str, by_y: str) -> All:
    """f is strictly monotone in x and in y."""
    return All((Monotone(f, u, by_x, NET), Monotone(f, v, by_y, NET)))


def least(f: Expr, at: dict[Any, Rational], printed: str) -> All:
    """The least f is that at the point, and rounds to the printed number."""
    return All((Inequality(f.subs(at), "<=", f, NET), rounds_to(f.subs(at), printed, HERE)))


def largest(f: Expr, at: dict[Any, Rational], printed: str) -> All:
    """The largest f is that at the point, and rounds to the printed number."""
    return All((Inequality(f, "<=", f.subs(at), NET), rounds_to(f.subs(at), printed, HERE)))


def rises(h: Expr, lower: str, upper: str) -> All:
    """Lemmas 27 and 28: h > 0 increases in both, with its printed minimum and maximum."""
    return All((
        IN_NET, Inequality(0, "<", h, NET), in_both(h, "increasing", "increasing"),
        least(h, LOWEST, lower), largest(h, HIGHEST, upper),
    ))


def by_x(h: Expr, *forms: Expr) -> All:
    """(151), (152): the forms of ∂h/∂x, the last of which is positive."""
    return All((*(Derivative(h, u, form) for form in forms), Inequality(0, "<", forms[-1], NET)))


def corners(h: Expr, lower: str, upper: str) -> All:
    """What Lemmas 27 and 28 take besides ∂h/∂x > 0: ∂h/∂y > 0, and the values at the ends."""
    return All((
        Derivative(h, v, 1 / (sqrt(2) * sqrt(u))), Inequality(0, "<", h.subs(LOWEST), HERE),
        rounds_to(h.subs(LOWEST), lower, HERE), rounds_to(h.subs(HIGHEST), upper, HERE),
    ))


def strictly(f: Expr, at: dict[Any, Rational]) -> Inequality:
    """f > its value at a corner."""
    return Inequality(f.subs(at), "<", f, NET)


def product(first: Any, second: Any, ends: tuple[str, str], printed: str) -> All:
    """The product of two variables at a corner is the printed number."""
    return equal(first * second, printed, Box(dict(zip((first, second), ends, strict=True))))


BELOW = 2 * sqrt(2) * u * sqrt(u)


def lemma_29(in_x: Formula) -> All:
    """How h₃ depends on x and on y, with its minimum and maximum."""
    return All((
        IN_NET, in_x, Monotone(Z0, v, "increasing", NET),
        least(Z0, LOWEST, "-0.0088388"), largest(Z0, NEAR, "0.0088388"),
    ))


def lemma_30(top: str) -> All:
    """h₄ ⩾ 0, is 0 where y is, and greatest for the least x and both y = ±0.01."""
    highest = SQUARE.subs(NEAR)
    return All((
        IN_NET, Inequality(0, "<=", SQUARE, NET), equal(SQUARE, 0, NET.but({v: 0})),
        Inequality(SQUARE, "<=", highest, NET),
        equal(SQUARE, highest, NET.but({u: "0.64", v: "-0.01"})),
        rounds_to(highest, top, HERE),
    ))


CLAIMS = (
    claim(
        "D346.1", "α = α₀₁, λ = λ₀₁, and [μ_min, μ_max] = [ω_min, ω_max] = [-0.1, 0.1], "
        "[ν_min, ν_max] = [0.8, 1.5], [τ_min, τ_max] = [0.8, 1.25], which is Ω_J",
        NotFormal("a definition: the domain of Lemmas 25–39"),
    ),
    claim(
        "D346.2", "erf(x) = 1/√π ∫_{-x}^{x} e^{-t²} dt, erfc(x) = 1 - erf(x)",
        NotFormal("a definition"),
    ),
    claim(
        "L25", "h₁₁ = μω increases in μω, from t₁₁ = -0.01 to T₁₁ = 0.01 on Ω_J",
        All((
            Monotone(v, v, "increasing", NET), bounded("-0.01", a, "0.01", OMEGA_J),
            product(mu, omega, ("0.1", "-0.1"), "-0.01"),
            product(mu, omega, ("0.1", "0.1"), "0.01"),
        )),
    ),
    claim(
        "L26", "h₂₂ = ντ > 0 increases in ντ, in ν and in τ, from t₂₂ = 0.64 to T₂₂ = 1.875 on Ω_J",
        All((
            Inequality(0, "<", b, OMEGA_J), Monotone(u, u, "increasing", NET),
            Monotone(b, nu, "increasing", OMEGA_J), Monotone(b, tau, "increasing", OMEGA_J),
            bounded("0.64", b, "1.875", OMEGA_J),
            product(nu, tau, ("0.8", "0.8"), "0.64"), product(nu, tau, ("1.5", "1.25"), "1.875"),
        )),
    ),
    claim(
        "L27", "h₁ = (μω + ντ)/(√2 √(ντ)) > 0 increases in ντ and in μω, from t₁ = 0.5568 to "
        "T₁ = 0.9734 on Ω_J", rises(Z1, "0.5568", "0.9734"),
        note="roundings: the maximum is 0.9734098…, so T₁ is no upper bound (L27_bounds)",
    ),
    *inference("L27", "∂h₁/∂x > 0; h₁ is increasing in y; the values at the ends of both",
               "L27.1 L25 L26", corners(Z1, "0.5568", "0.9734")),
    own(
        "L27_bounds", "0.5568 ⩽ h₁ ⩽ 0.9735 on Ω_J; the maximum exceeds 0.9734",
        All((bounded("0.5568", Z1, "0.9735", NET),
             Inequality("0.9734", "<", Z1.subs(HIGHEST), HERE))),
        "what bounds h₁: t₁, but not T₁",
    ),
    claim(
        "L27.1", "∂/∂x (μω + x)/(√2 √x) = 1/(√2 √x) - (μω + x)/(2√2 x^{3/2}) = "
        f"(2x - (μω + x))/(2√2 x^{{3/2}}) = (x - μω)/(2√2 x^{{3/2}}) > 0 (151) {ON}",
        by_x(Z1, 1 / (sqrt(2) * sqrt(u)) - (v + u) / BELOW, (2 * u - (v + u)) / BELOW,
             (u - v) / BELOW),
        note="the reasons x > 0.8·0.8 and μω < 0.1·0.1 are to be ⩾ and ⩽",
    ),
    *inference("L27.1", "x ⩾ 0.8·0.8, μω ⩽ 0.1·0.1, and the denominator is positive", "L25 L26",
               All((Inequality("0.01", "<", "0.64", HERE), Inequality(0, "<", BELOW, NET)))),
    claim(
        "L28", "h₂ = (μω + 2ντ)/(√2 √(ντ)) > 0 increases in ντ and in μω, from t₂ = 1.1225 to "
        "T₂ = 1.9417 on Ω_J", rises(Z2, "1.1225", "1.9417"),
        note="both roundings are bounds (L28_bounds)",
    ),
    *inference("L28", "∂h₂/∂x > 0; h₂ is increasing in y; the values at the ends of both",
               "L28.1 L25 L26", corners(Z2, "1.1225", "1.9417")),
    own("L28_bounds", "1.1225 ⩽ h₂ ⩽ 1.9417 on Ω_J", bounded("1.1225", Z2, "1.9417", NET),
        "t₂ and T₂ bound h₂"),
    claim(
        "L28.1", "∂/∂x (μω + 2x)/(√2 √x) = √2/√x - (μω + 2x)/(2√2 x^{3/2}) = "
        f"(4x - (μω + 2x))/(2√2 x^{{3/2}}) = (2x - μω)/(2√2 x^{{3/2}}) > 0 (152) {ON}",
        by_x(Z2, sqrt(2) / sqrt(u) - (v + 2 * u) / BELOW, (4 * u - (v + 2 * u)) / BELOW,
             (2 * u - v) / BELOW),
    ),
    *inference("L28.1", "x ⩾ 0.8·0.8, μω ⩽ 0.1·0.1, and the denominator is positive", "L25 L26",
               All((Inequality("0.01", "<", 2 * LEAST_X, HERE), Inequality(0, "<", BELOW, NET)))),
    claim(
        "L29", "h₃ = μω/(√2 √(ντ)) decreases in ντ and increases in μω, from t₃ = -0.0088388 to "
        "T₃ = 0.0088388 on Ω_J", lemma_29(Monotone(Z0, u, "decreasing", NET)),
        defect=Defect.SIGN, note="for μω < 0 it increases in ντ, and for μω = 0 it is constant",
    ),
    claim(
        "L29c", "h₃ = μω/(√2 √(ντ)) decreases in ντ for μω > 0 and increases for μω < 0: ∂h₃/∂x = "
        "-y/(2√2 x^{3/2}); it increases in μω, from t₃ = -0.0088388 to T₃ = 0.0088388 on Ω_J",
        lemma_29(All((Derivative(Z0, u, -v * FALLS_3), Inequality(0, "<", FALLS_3, NET)))),
        note="roundings, and neither is a bound (L29_bounds)",
    ),
    own(
        "L29_bounds", "-0.0088389 ⩽ h₃ ⩽ 0.0088389 on Ω_J; the minimum lies below -0.0088388, the "
        "maximum above 0.0088388",
        All((
            bounded("-0.0088389", Z0, "0.0088389", NET),
            Inequality(Z0.subs(LOWEST), "<", "-0.0088388", HERE),
            Inequality("0.0088388", "<", Z0.subs(NEAR), HERE),
        )),
        "what bounds h₃: neither t₃ nor T₃",
    ),
    claim(
        "L30", "h₄ = (μω/(√2 √(ντ)))² ⩾ 0 has its minimum t₄ = 0 for μ = 0 or ω = 0 and its "
        "maximum T₄ = 0.000078126 for the smallest ντ and the largest |μω| on Ω_J",
        lemma_30("0.000078126"),
        defect=Defect.LAST_DIGIT,
        note="the maximum is 0.0001/1.28 = 0.000078125 exactly: one unit of the last place below; "
        "as an upper bound 0.000078126 holds (L30_bounds)",
    ),
    claim(
        "L30c", "h₄ = (μω/(√2 √(ντ)))² ⩾ 0 has its minimum t₄ = 0 for μ = 0 or ω = 0 and its "
        "maximum T₄ = 0.000078125 for the smallest ντ and the largest |μω| on Ω_J",
        All((
            lemma_30("0.000078125"),
            equal(SQUARE, "0.000078125", NET.but({u: "0.64", v: "0.01"})),
        )),
    ),
    own("L30_bounds", "0 ⩽ h₄ < 0.000078126 on Ω_J",
        All((Inequality(0, "<=", SQUARE, NET), Inequality(SQUARE, "<", "0.000078126", NET))),
        "t₄ and T₄ bound h₄"),
)
