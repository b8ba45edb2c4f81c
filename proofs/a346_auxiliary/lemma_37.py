"""Section A3.4.6, Lemma 37: x e^{z₁²} erfc z₁; and what Lemma 38 is proved by likewise."""

from sympy import Expr, Rational, pi, sqrt

from fixedpoint.claims import (
    All,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    equal,
    rounds_to,
)
from fixedpoint.claims.formulas import Formula

from ..a32_theorem2.theorem2 import E1, E1_T, Z1
from ..a341_jacobian.lemmas_05_09 import NET
from ..paper import HERE, claim, inference, u, v
from .ranges import HIGHEST, IN_NET, LARGEST_Y, LEAST_X, LOWEST, in_both, strictly

ROOT = sqrt(u)
F37, F37_T = u * E1, u * E1_T


def lemma(f: Expr, f_t: Expr) -> All:
    """Lemmas 37 and 38: f > 0 increases in x and decreases in y."""
    return All((
        IN_NET, Identity(f, f_t), Inequality(0, "<", f_t, NET),
        in_both(f_t, "increasing", "decreasing"),
    ))


def tail(e: Expr, e_t: Expr, bound: str) -> All:
    """e^{z²} erfc z is least for the largest x and y, and above the printed number."""
    return All((
        IN_NET, Identity(e, e_t), Inequality(bound, "<", e_t, NET),
        Inequality(e_t.subs(HIGHEST), "<=", e_t, NET),
    ))


def by_23(z: Expr, e: Expr, bound: str) -> All:
    """Lemma 23 holds at z, which is greatest for the largest x and y; the value there."""
    return All((
        Inequality(0, "<", z, NET), Inequality(z, "<=", z.subs(HIGHEST), NET),
        Inequality(bound, "<", e.subs(HIGHEST), HERE),
    ))


def shrinks(z: Expr) -> All:
    """Lemma 23 holds at z, which increases in y; and x > 0."""
    return All((
        Inequality(0, "<", z, NET), Monotone(z, v, "increasing", NET), Inequality(0, "<", u, NET),
    ))


# (171), (172): the derivative for a factor of the bracket, and its lower bounds.
MIXED_37 = u * (u + 2) - v**2
LOW_37, HALF = Rational("0.4349"), Rational("0.5")
LAST_37 = (v - u) / (sqrt(2 * pi) * ROOT)
BY_X_37 = E1 * MIXED_37 / (2 * u) + LAST_37
LINE_2 = LOW_37 * MIXED_37 / (2 * u) + LAST_37
LINE_3 = HALF * MIXED_37 / (sqrt(2 * pi) * u) + LAST_37
REST_37 = -HALF * v**2 + v * ROOT + Rational("0.25") * u**2
SQUARE_37 = (HALF * u - ROOT) ** 2
FORMS_37 = (
    HALF * MIXED_37 + ROOT * (v - u),
    -HALF * v**2 + v * ROOT + HALF * u**2 - u * ROOT + u,
    REST_37 + SQUARE_37,
)
FACTOR_37 = LOW_37 / 2 * sqrt(2 * pi)
LEAST_37 = Rational("0.25") * LEAST_X**2 - HALF * LARGEST_Y**2 - LARGEST_Y * sqrt(LEAST_X)
TEXT_375 = (
    "-0.5μ²ω² + μω√(ντ) + 0.25(ντ)² {} 0.25(0.8·0.8)² - 0.5·0.1²0.1² - 0.1·0.1·√(0.8·0.8) = "
    "0.09435 > 0 on Ω_J (172)"
)


def last_37(more: Formula) -> All:
    """The last inequality of (172), and its number."""
    return All((
        IN_NET, more, equal(REST_37, "0.09435", NET.but({u: "0.64", v: "-0.01"})),
        Inequality(0, "<", LEAST_37, HERE),
    ))


CLAIMS = (
    claim(
        "L37", "ντ e^{(μω+ντ)²/(2ντ)} erfc((μω + ντ)/(√2 √(ντ))) > 0 increases in ντ and decreases "
        "in μω on Ω_J", lemma(F37, F37_T),
    ),
    *inference(
        "L37", "the lines of (172) join: the square is ⩾ 0, the denominator > 0",
        "L37.1 L37.2 L37.3 L37.4 L37.5 L37.6 L37.7 L23",
        *[All((
            IN_NET, Inequality(0, "<=", SQUARE_37, NET),
            Inequality(0, "<", sqrt(2 * pi) * u, NET), Inequality(0, "<", "0.09435", HERE),
        ))] * 2,
    ),
    claim(
        "L37.1", "∂/∂x (x e^{(μω+x)²/(2x)} erfc((μω + x)/(√2 √x))) = e^{(μω+x)²/(2x)} "
        "(x(x+2) - μ²ω²) erfc((μω + x)/(√2 √x))/(2x) + (μω - x)/(√(2π) √x) (170), (171)",
        Derivative(F37, u, BY_X_37), constants={},
    ),
    claim(
        "L37.2", "e^{(μω+ντ)²/(2ντ)} erfc((μω + ντ)/(√2 √(ντ))) > 0.4349 is least for ντ = "
        "1.5·1.25, μω = 0.1·0.1, so (171) > 0.4349 (ντ(ντ+2) - μ²ω²)/(2ντ) + (μω - ντ)/"
        "(√(2π) √(ντ)), on Ω_J (172)",
        All((
            tail(E1, E1_T, "0.4349"),
            Inequality(LINE_2, "<", E1_T * MIXED_37 / (2 * u) + LAST_37, NET),
        )),
    ),
    *inference("L37.2", "Lemma 23, for z₁ > 0, at the largest z₁; its factor in (171) is positive",
               "L37.1 L23", All((by_23(Z1, E1, "0.4349"), Inequality(0, "<", MIXED_37, NET)))),
    claim(
        "L37.3", "the right side of L37.2 > 0.5 (ντ(ντ+2) - μ²ω²)/(√(2π) ντ) + (μω - ντ)/"
        "(√(2π) √(ντ)), because 0.5·0.4349·√(2π) = 0.545066 > 0.5, on Ω_J (172)",
        All((
            IN_NET, Inequality(LINE_3, "<", LINE_2, NET), rounds_to(FACTOR_37, "0.545066", HERE),
            Inequality(HALF, "<", FACTOR_37, HERE),
        )),
    ),
    *inference("L37.3", "times (ντ(ντ+2) - μ²ω²)/(√(2π) ντ) > 0", "L37.2",
               All((Inequality(HALF, "<", FACTOR_37, HERE), Inequality(0, "<", MIXED_37, NET)))),
    claim(
        "L37.4", "the right side of L37.3 = (0.5(ντ(ντ+2) - μ²ω²) + √(ντ)(μω - ντ))/(√(2π) ντ) = "
        "(-0.5μ²ω² + μω√(ντ) + 0.5(ντ)² - ντ√(ντ) + ντ)/(√(2π) ντ) = (-0.5μ²ω² + μω√(ντ) + "
        "(0.5ντ - √(ντ))² + 0.25(ντ)²)/(√(2π) ντ) (172)",
        All(tuple(Identity(LINE_3, form / (sqrt(2 * pi) * u)) for form in FORMS_37)), constants={},
    ),
    claim(
        "L37.5", TEXT_375.format(">"), last_37(strictly(REST_37, LOWEST)),
        defect=Defect.DOMAIN, repeats="L34.6",
        note="at ντ = 0.64, μω = -0.01 both sides are equal: the first > is ⩾",
    ),
    claim("L37.5c", TEXT_375.format("⩾"), last_37(Inequality(LEAST_37, "<=", REST_37, NET))),
    *inference(
        "L37.5", "increasing in ντ; for the smallest, each term with μω at its least", "L25 L26",
        strictly(REST_37, LOWEST),
    ),
    claim(
        "L37.6", "ντ e^{(μω+ντ)²/(2ντ)} erfc((μω + ντ)/(√2 √(ντ))) decreases in μω on Ω_J",
        All((IN_NET, Identity(F37, F37_T), Monotone(F37_T, v, "decreasing", NET))),
    ),
    *inference("L37.6", "Lemma 23, for z₁ > 0, which increases in μω", "L23", shrinks(Z1)),
    claim(
        "L37.7", "ντ e^{(μω+ντ)²/(2ντ)} erfc((μω + ντ)/(√2 √(ντ))) > 0 on Ω_J",
        All((IN_NET, Identity(F37, F37_T), Inequality(0, "<", F37_T, NET))),
    ),
)
