"""Section A3.4.6, Lemma 47: the extremes of k(x, y) = e^{(2y+x)/2} erfc((x+y)/√(2x))."""

from sympy import Expr, Rational, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    NotFormal,
    bounded,
    magnitude,
    rounds_to,
)
from fixedpoint.model.gaussian import P, T

from ..a341_jacobian.lemmas_05_09 import NET
from ..paper import HERE, claim, inference, inside, own, repaired, u, v

LOW, HIGH = Rational("0.64"), Rational("1.875")
EDGE = Rational("0.01")
Z1 = (u + v) / (sqrt(2) * sqrt(u))
k, K_T = exp((2 * v + u) / 2) * erfc((u + v) / sqrt(2 * u)), T(1, v, u)
IS_TAIL = Identity(k, K_T)

# L47.1: the numerator of ∂k/∂x, what stands before it, and the same in Gaussian functions.
CUBE = u * sqrt(u)
TOP = sqrt(pi) * CUBE * exp((u + v) ** 2 / (2 * u)) * erfc(Z1) + sqrt(2) * (v - u)
SCALE = exp(-(v**2) / (2 * u)) / (2 * sqrt(pi) * CUBE)
BY_X, BY_X_T = SCALE * TOP, K_T / 2 + (v - u) / (2 * u) * P(v, u)

# L47.2: the bound of the numerator by Lemma 22.
G = 2 * CUBE / (Z1 + sqrt((u + v) ** 2 / (2 * u) + 4 / pi)) + v * sqrt(2) - u * sqrt(2)


def at(f: Expr, x: Rational, y: Rational) -> Expr:
    """The value at a point."""
    return f.subs({u: x, v: y})


MOST = at(G, LOW, EDGE)
OTHERS = (LOW, -EDGE), (HIGH, -EDGE), (HIGH, EDGE)
"""The other corners of the box."""
MONOTONE = All((Monotone(G, u, "decreasing", NET), Monotone(G, v, "increasing", NET)))

# L47.5: ∂k/∂y at x = 0.64, with its numbers, and as printed.
FIRST, LAST = NET.but({u: "0.64"}), NET.but({u: "1.875"})
ROOT = sqrt(2 * LOW)
PRINTED = {
    "1.37713": exp(LOW / 2), "0.883883": 1 / ROOT, "0.565685": LOW / ROOT,
    "1.37349": 2 * exp(LOW / 2) / (sqrt(pi) * ROOT),
}


def terms(numbers: list[Expr], first: Expr, second: Expr) -> tuple[Expr, Expr]:
    """The two terms of the bracket, each with its y."""
    factor, slope, shift, bell = numbers
    square = Rational("0.78125") * (second + LOW) ** 2
    return factor * erfc(slope * first + shift), bell * exp(-square)


def bracket(numbers: list[Expr]) -> Expr:
    """The bracket of ∂k/∂y."""
    first, second = terms(numbers, v, v)
    return first - second


EXACT, ROUNDED = list(PRINTED.values()), [Rational(text) for text in PRINTED]
AT_5 = k.subs(u, LOW)
ROUNDING_5 = Rational("0.000004")
FIRST_6, SECOND_6 = "0.5935272325870631", "0.987354705867739"


def ends_6(numbers: list[Expr]) -> Inequality:
    """The first step of (334): the bracket with each term at its own extreme."""
    first, second = terms(numbers, -EDGE, EDGE)
    return Inequality(bracket(numbers), "<=", first - second, FIRST)


VALUES_6 = All(tuple(
    rounds_to(term, text, HERE)
    for term, text in zip(terms(EXACT, -EDGE, EDGE), (FIRST_6, SECOND_6), strict=True)
))
"""The printed values of the two terms, from the numbers before they are rounded."""


def is_place(x: str, y: str) -> All:
    """A point lies in the domain."""
    return All((bounded("0.64", x, "1.875", HERE), bounded("-0.01", y, "0.01", HERE)))


EXTREME = All((IS_TAIL, bounded(at(K_T, HIGH, EDGE), K_T, at(K_T, LOW, -EDGE), NET)))
PLACES = All((is_place("-0.01", "0.64"), is_place("0.01", "1.875")))
ON = "on y ∈ [-0.01, 0.01], x ∈ [0.64, 1.875]"
AS_PRINTED = "its global maximum at y = 0.64, x = -0.01 and its minimum at y = 1.875, x = 0.01"
AS_MEANT = "its global maximum at x = 0.64, y = -0.01 and its minimum at x = 1.875, y = 0.01"
NAME = "e^{(2y+x)/2} erfc((x+y)/√(2x))"
UNDEFINED = "that the function is extreme there: for x = -0.01 it is not defined"

CLAIMS = (
    claim(
        "L47", f"{NAME} has {AS_PRINTED}, {ON}", PLACES, defect=Defect.MISPRINT,
        stand_in=UNDEFINED, note="x and y are exchanged: neither point lies in the domain",
    ),
    claim("L47c", f"{NAME} has {AS_MEANT}, {ON}", EXTREME),
    *inference("L47", "the last sentence of the proof", "L47.7",
               *[NotFormal("the same statement")] * 2),
    claim(
        "L47.1", f"∂k/∂x = e^{{-y²/(2x)}} (√π x^{{3/2}} e^{{(x+y)²/(2x)}} erfc((x+y)/(√2 √x)) + "
        f"√2 (y-x))/(2√π x^{{3/2}}) < 0 for k = {NAME}, which is so if and only if the bracket is "
        f"< 0, {ON}",
        All((
            Derivative(k, u, BY_X), Inequality(0, "<", SCALE, NET),
            Identity(BY_X, BY_X_T), Inequality(BY_X_T, "<", 0, NET),
        )),
    ),
    claim(
        "L47.2", "√π x^{3/2} e^{(x+y)²/(2x)} erfc((x+y)/(√2 √x)) + √2 (y-x) ⩽ G(x, y) = 2x^{3/2}/"
        f"((x+y)/(√2 √x) + √((x+y)²/(2x) + 4/π)) + y√2 - x√2 {ON}", Inequality(TOP, "<=", G, NET),
    ),
    *inference("L47.2", "Lemma 22 from above, for a positive argument", "L47.1 L22",
               Inequality(0, "<", Z1, NET)),
    claim(
        "L47.3", "G(x, y) ⩽ 2·0.64^{3/2}/((0.01 + 0.64)/(√2 √0.64) + √((0.01 + 0.64)²/(2·0.64) + "
        f"4/π)) + 0.01√2 - 0.64√2 = -0.334658 < 0 {ON} (333)",
        All((
            Inequality(G, "<=", MOST, NET), rounds_to(MOST, "-0.334658", HERE),
            Inequality(MOST, "<", 0, HERE),
        )),
    ),
    *inference(
        "L47.3", "G is greatest at a corner; the value there is the greatest of the four, and < 0",
        "L47.2 L47.4",
        All((*(Inequality(at(G, *corner), "<", MOST, HERE) for corner in OTHERS),
             Inequality(MOST, "<", 0, HERE))),
    ),
    claim(
        "L47.4", f"G does not change its monotonicity {ON}, and its maximum lies at the border: it "
        "decreases in x and increases in y", MONOTONE,
    ),
    *inference("L47.4", "the shape of G", "L47.2", NotFormal("no argument is printed")),
    claim(
        "L47.5", "∂k/∂y = e^y (1.37713 erfc(0.883883y + 0.565685) - 1.37349 "
        "e^{-0.78125(y + 0.64)²}) < 0 at x = 0.64, y ∈ [-0.01, 0.01], the decimals rounded",
        All((
            Derivative(AT_5, v, exp(v) * bracket(EXACT)),
            *(rounds_to(exact, text, HERE) for text, exact in PRINTED.items()),
            Inequality(exp(v) * bracket(ROUNDED), "<", 0, FIRST),
        )),
    ),
    own(
        "L47.5_rounding", "the rounded numbers of L47.5 change its bracket by less than 0.000004",
        magnitude(bracket(EXACT) - bracket(ROUNDED), "<", ROUNDING_5, FIRST),
        "what the rounded numbers change",
    ),
    claim(
        "L47.6", "1.37713 erfc(0.883883y + 0.565685) - 1.37349 e^{-0.78125(y + 0.64)²} ⩽ "
        "1.37713 erfc(0.883883·(-0.01) + 0.565685) - 1.37349 e^{-0.78125(0.01 + 0.64)²} = "
        f"{FIRST_6} - {SECOND_6} < 0 for y ∈ [-0.01, 0.01] (334)",
        All((ends_6(ROUNDED), ends_6(EXACT), VALUES_6, Inequality(FIRST_6, "<", SECOND_6, HERE))),
        note="0.593527… and 0.987354… are from the numbers before they are rounded; the printed "
        "ones make 0.593528… and 0.987357…",
    ),
    *inference(
        "L47.6", "the first term at the least y (Lemma 21), the second at the greatest, y + 0.64 "
        "being > 0; the difference is < 0 by more than the roundings change",
        "L47.5 L47.5_rounding L21",
        All((
            bounded("-0.01", v, "0.01", FIRST), Inequality(0, "<", v + LOW, FIRST), VALUES_6,
            Inequality(Rational(FIRST_6) + ROUNDING_5, "<", SECOND_6, HERE),
        )),
    ),
    claim(
        "L47.7", f"so {NAME} has {AS_PRINTED}, {ON}", PLACES, defect=Defect.MISPRINT,
        stand_in=UNDEFINED, repeats="L47", note="x and y are exchanged",
    ),
    claim("L47.7c", f"so {NAME} has {AS_MEANT}, {ON}", EXTREME),
    *inference(
        "L47.7", "k decreases in x, so it is greatest on x = 0.64 and least on x = 1.875; that it "
        "decreases in y too is shown for x = 0.64 only, and used for x = 1.875",
        "L47.1 L47.2 L47.3 L47.5 L47.6", *[inside(LAST, FIRST)] * 2,
    ),
    own(
        "L47.7_repair", "k decreases in y ∈ [-0.01, 0.01] at x = 1.875 too",
        All((IS_TAIL, Monotone(K_T, v, "decreasing", LAST))), "k on the other edge", "monotonicity",
    ),
    repaired(
        "L47.7", "k decreases in x, and in y on both edges", "L47.1 L47.2 L47.3 L47.5 L47.6 "
        "L47.7_repair",
        All((inside(FIRST, FIRST), inside(LAST, LAST), bounded(LOW, u, HIGH, NET))),
    ),
)
