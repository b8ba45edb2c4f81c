"""Lemma 44 up to (261): the main sub-function F for x ∈ [1.2, 20], and an approximation of it."""

from fractions import Fraction

from sympy import Expr, Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Derivative,
    Extremum,
    HalfLine,
    Identity,
    Implies,
    Inequality,
    NotFormal,
    Unbounded,
    bounded,
    equal,
)

from ..a343_second_moment.second_moment import DECREASING, DOMAIN, INCREASING, NEGATIVE, F
from ..paper import HERE, claim, inference, own, u, v

K = Rational("2.911")
W1, W2 = u + v, 2 * u + v
TOP1, TOP2 = (u - v) * W1, 2 * (2 * u - v) * W2
OUT = sqrt(2) * sqrt(u)
Z1, Z2 = W1 / OUT, W2 / OUT
E1, E2 = exp(W1**2 / (2 * u)) * erfc(Z1), exp(W2**2 / (2 * u)) * erfc(Z2)
BELOW = sqrt(2) * sqrt(pi) * u * sqrt(u)
NUMERATOR = sqrt(pi) * (E1 * TOP1 / OUT - E2 * TOP2 / OUT) + (3 * u - v)

z = Symbol("z", positive=True)
NUMERICAL = NotFormal("a numerical computation")


def ren_mackenzie(z: Expr) -> Expr:
    """(260): the approximation of e^{z²} erfc z by Ren and MacKenzie."""
    return K / (sqrt(pi) * (K - 1) * z + sqrt(pi * z**2 + K**2))


ERROR = ren_mackenzie(z) - exp(z**2) * erfc(z)
TOTAL_ERROR = (TOP1 * E1 / OUT - TOP2 * E2 / OUT) - (
    TOP1 / OUT * ren_mackenzie(Z1) - TOP2 / OUT * ren_mackenzie(Z2)
)


ROOT = sqrt(u)
AT_1, AT_2 = (ERROR.xreplace({z: (k * ROOT + v / ROOT) / sqrt(2)}) for k in (1, 2))
ERRORS = ((8 * u * ROOT - 2 * v**2 / ROOT) * AT_2 - (u * ROOT - v**2 / ROOT) * AT_1) / sqrt(2)
"""The total error once more, in a form that intervals take better."""


root = Symbol("s", positive=True)
"""√x."""


def limit(ys: tuple[Fraction, Fraction]) -> All:
    """F → 0 as x = s² → ∞, for these y: F = E₁ - 2E₂ with 0 < E₁ < 2/s and 0 < E₂ < 2/s."""
    z1, z2 = ((k * root + v / root) / sqrt(2) for k in (1, 2))
    first, second = (exp(z**2) * erfc(z) for z in (z1, z2))
    return All((
        Identity(F.subs(u, root**2), first - 2 * second),
        *(HalfLine(e, 2 / root, root, 1, weight=exp(z**2), box=Box({v: ys}))
          for e, z in ((first, z1), (second, z2))),
        *(Unbounded(0, e, {root: (1, None), v: ys}) for e in (first, second)),
    ))


SQUARES = NotFormal("a + b √q > 0 for b > 0 and a² < b² q, as |a| < b √q")


def suffices(free: Expr, factor: Expr, radicand: Expr, box: Box) -> All:
    """free + factor · root > 0 on a box, where factor > 0, if free² < factor² · radicand."""
    return All((
        Inequality(0, "<", factor, box),
        Implies(Inequality(free**2, "<", factor**2 * radicand, box),
                Inequality(0, "<", free + factor * sqrt(radicand), box)),
    ))


def unfactored(square: Expr) -> Expr:
    """The first two forms of (258), for 4x² - y² as printed."""
    top = sqrt(pi) * (E1 * (u - v) * (u + v) - 2 * E2 * square) + OUT * (3 * u - v)
    return top / (2 * sqrt(pi) * u**2)


FIRST_FORMS = tuple(
    Derivative(F, u, unfactored(f)) for f in (4 * u**2 - v**2, (2 * u + v) * (2 * u - v))
)
FORMS_258 = (
    "∂F/∂x = (√π (e^{(x+y)²/(2x)} (x-y)(x+y) erfc z₁ - 2 e^{(2x+y)²/(2x)} (4x²-y²) erfc z₂) "
    "+ √2 √x (3x-y))/(2√π x²) = the same with (2x+y)(2x-y) = (√π (e^{(x+y)²/(2x)} (x-y)(x+y) "
    "erfc z₁/(√2 √x) - 2 e^{(2x+y)²/(2x)} (2x+y)(2x-y) erfc z₂/(√2 √x)) + (3x-y))/"
)


def positive_error(lower: str, upper: str) -> All:
    """The error is positive on a range, in which both arguments of erfc lie."""
    return All((
        Inequality(0, "<", ERROR, Box({z: (lower, upper)})),
        bounded(lower, Z1, upper, DOMAIN), bounded(lower, Z2, upper, DOMAIN),
    ))


def extreme(sense: str, word: str) -> Claim:
    """The smallest or greatest error on the printed range."""
    return own(
        f"L44.4_{sense.upper()}", f"the {word} error R(z) - e^(z²) erfc z on z ∈ [0.7, 3.2]",
        Extremum(sense, ERROR, Box({z: ("0.7", "3.2")}), Fraction(1, 10**10)),
        f"the {word} error of the approximation", kind="extremum",
    )


CLAIMS = (
    claim(
        "L44", "F(x, y) = e^{(x+y)²/(2x)} erfc((x + y)/(√2 √x)) - 2 e^{(2x+y)²/(2x)} "
        "erfc((2x + y)/(√2 √x)) on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]: F < 0, F is strictly increasing "
        "in x, and F(1.2, y) is strictly decreasing in y (256)",
        All((NEGATIVE, INCREASING, DECREASING)),
    ),
    *inference("L44", "(a), (b) and (c) one by one", "L44.24 L44.22 L44.36",
               NotFormal("the conjunction of its parts")),
    claim(
        "L44.1", f"{FORMS_258}(2√2 √π x² √x) (258), with z₁ = (x+y)/(√2 √x), z₂ = (2x+y)/(√2 √x)",
        All((*FIRST_FORMS,
             equal(unfactored(4 * u**2 - v**2), NUMERATOR / (2 * u * BELOW), DOMAIN))),
        defect=Defect.SLIP,
        note="top and bottom are divided by √2 √x, which makes the bottom √2 √π x √x: the third "
        "form is ∂F/∂x/(2x); its sign, all that is used, is the same",
    ),
    claim(
        "L44.1c", f"{FORMS_258}(√2 √π x √x), with z₁ = (x+y)/(√2 √x), z₂ = (2x+y)/(√2 √x)",
        All((*FIRST_FORMS, Derivative(F, u, NUMERATOR / BELOW))),
    ),
    claim(
        "L44.2", "∂F/∂x has the sign of N(x, y) = √π (e^{(x+y)²/(2x)} (x-y)(x+y) erfc z₁/(√2 √x) "
        "- 2 e^{(2x+y)²/(2x)} (2x+y)(2x-y) erfc z₂/(√2 √x)) + (3x-y) (259)",
        All((Derivative(F, u, NUMERATOR / BELOW), Inequality(0, "<", BELOW, DOMAIN))),
    ),
    claim(
        "L44.3", "e^{z²} erfc z ≈ R(z) = 2.911/(√π (2.911 - 1) z + √(πz² + 2.911²)) (260)",
        NotFormal("the definition of an approximation: ≈ names no error"),
    ),
    claim(
        "L44.4", "the error R(z) - e^{z²} erfc z is positive on z ∈ [0.7, 3.2], and this range "
        "contains the arguments z₁, z₂ of erfc for x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        positive_error("0.7", "3.2"), defect=Defect.DOMAIN,
        note="the error is negative up to z = 0.7099…, just below the least argument 0.7100…; and "
        "z₂ reaches 6.3403…",
    ),
    *inference("L44.4", "no derivation: found by numerical computation", "L44.3", NUMERICAL),
    claim(
        "L44.4c", "the error R(z) - e^{z²} erfc z is positive on z ∈ [0.71, 6.35], and this range "
        "contains the arguments z₁, z₂ of erfc for x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        positive_error("0.71", "6.35"),
    ),
    extreme("min", "least"),
    extreme("max", "greatest"),
    claim(
        "L44.5", "0.0113556 ⩽ E(x, y) ⩽ 0.0169551 on x ∈ [1.2, 20], y ∈ [-0.1, 0.1], for the error "
        "E that R makes in e^{z₁²} erfc z₁ (x-y)(x+y)/(√2 √x) - 2 e^{z₂²} erfc z₂ (2x-y)(2x+y)"
        "/(√2 √x) (261)",
        bounded("0.0113556", TOTAL_ERROR, "0.0169551", DOMAIN), defect=Defect.CONSTANT,
        note="0.0113556 is the value at (20, -0.1); at (1.2, 0.1) it is 0.00698356…, "
        "the minimum",
    ),
    *inference("L44.5", "no derivation: found by numerical optimization", "L44.3", NUMERICAL),
    claim(
        "L44.5c", "0.0069835 ⩽ E(x, y) ⩽ 0.0169551 on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        All((Identity(TOTAL_ERROR, ERRORS), bounded("0.0069835", ERRORS, "0.0169551", DOMAIN))),
    ),
    claim(
        "L44.6", "the approximation is smaller than the function, E(x, y) > 0 on x ∈ [1.2, 20], "
        "y ∈ [-0.1, 0.1], even without the safety gap of 0.0131259 that is subtracted",
        All((Identity(TOTAL_ERROR, ERRORS), Inequality(0, "<", ERRORS, DOMAIN))),
    ),
    *inference("L44.6", "the least E of L44.5 is positive", "L44.4 L44.5",
               *(Inequality(0, "<", least, HERE) for least in ("0.0113556", "0.0069835"))),
)
