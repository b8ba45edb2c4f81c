"""Section A3.4.6, Lemma 40: the chain (229), the sub-function of ∂ξ̃/∂μ increases in x = ντ.

It is the chain (30) of Theorem 2, on another domain and with 0.782 for 0.878.
"""

from sympy import Abs, Expr, Integer, Mul, Poly, Rational, Symbol, expand, pi, sqrt

from fixedpoint.claims import (
    All,
    Defect,
    Derivative,
    Identity,
    Implies,
    Inequality,
    bounded,
    equal,
    rounds_to,
)

from ..a32_theorem2.theorem2 import (
    BY_RADICANDS,
    E1,
    E1_T,
    E2,
    E2_T,
    PULLED_OUT,
    RADICAND1,
    RADICAND2,
    ROOT1,
    ROOT2,
    SQUARE2,
    TOP1,
    TOP2,
    W1,
    W2,
    Z1,
    Z2,
    by22,
    left30,
    over30,
    solved,
    terms30,
)
from ..a341_jacobian.lemmas_05_09 import NET
from ..paper import HERE, alpha, claim, inference, own, repaired, u, v
from .lemma_40 import H

BY_X, BY_X_T = left30(*terms30(E1, E2)), left30(*terms30(E1_T, E2_T))
C = Rational("0.782")
SQUARE1 = W1**2 + C * 2 * W1 + C**2
ARGUMENTS = All((Inequality(0, "<", Z2, NET), Inequality(0, "<", Z1, NET)))
"""z₁ and z₂ are positive, as Lemmas 22 and 23 ask for it."""
NUMERATORS = All((Inequality(0, "<", TOP2, NET), Inequality(0, "<", TOP1, NET)))

# The common denominator, and the two fractions of L40.12.
DENOMINATORS = (2 * W2 + 1) * (2 * W1 + C)
BELOW = DENOMINATORS * sqrt(2) * sqrt(pi) * u * sqrt(u)
BELOW_15 = DENOMINATORS * sqrt(2) * sqrt(pi) * sqrt(u)
FIRST = sqrt(pi) * alpha**2 * (
    (2 * W1 + C) * TOP2 / sqrt(pi) - TOP1 * (2 * W2 + 1) / sqrt(pi)
)
SECOND = -u * (alpha**2 - 1) * DENOMINATORS

# The coefficients of L40.13 that depend on α, and as printed.
EXACT = Poly(expand(FIRST + SECOND), u, v)
COEFFICIENTS = {
    "2.68657": EXACT.coeff_monomial(u**2),
    "6.41452": -EXACT.coeff_monomial(u * v),
    "1.40745": -EXACT.coeff_monomial(u),
    "1.22072": EXACT.coeff_monomial(v**2),
}
PRINTED = [Rational(text) for text in COEFFICIENTS]


def numerator(square: Expr, mixed: Expr, linear: Expr, last: Expr) -> Expr:
    """The numerator of L40.13 with these coefficients."""
    return 8 * u**3 + (12 * v + square) * u**2 + (v * (4 * v - mixed) - linear) * u + last * v**2


POLYNOMIAL, ROUNDED = numerator(*COEFFICIENTS.values()), numerator(*PRINTED)
ERRORS = [exact - printed for exact, printed in zip(COEFFICIENTS.values(), PRINTED, strict=True)]
ERROR_13 = sum(
    error * term for error, term in zip(ERRORS, (u**2, -u * v, -u, v**2), strict=True)
)
EDGE = Rational("0.01")
SQUARE, MIXED, LINEAR, LAST = PRINTED
AT_WORST = (8 * u**3 + (SQUARE - 12 * EDGE) * u**2
            + (EDGE * (-MIXED - 4 * EDGE) - LINEAR) * u + LAST * 0)
DROPPED = (12 * (v + EDGE), v * (4 * v - MIXED) + EDGE * (MIXED + 4 * EDGE), LAST * v**2)
"""What L40.14 leaves out: the coefficients of x², x and 1, for each y."""

# L40.15: the polynomial divided by x; as printed, with the roots of that, and factored.
MIDDLE, CONSTANT = SQUARE - 12 * EDGE, EDGE * (-MIXED - 4 * EDGE) - LINEAR
DIVIDED = 8 * u**2 + MIDDLE * u + CONSTANT
MIDDLE_15, CONSTANT_15 = Rational("2.56657"), -Rational("1.472")
QUADRATIC = 8 * u**2 + MIDDLE_15 * u + CONSTANT_15
ROOTS = [(-MIDDLE_15 + s * sqrt(MIDDLE_15**2 - 32 * CONSTANT_15)) / 16 for s in (1, -1)]
PRINTED_15, CORRECT_15 = ("0.618374", "0.297553"), ("0.618375", "0.297554")


def factored(negative: str, positive: str) -> Expr:
    """The factored form of L40.15 for its printed roots."""
    return Mul(8, u + Rational(negative), u - Rational(positive))


def roots_15(negative: str, positive: str) -> All:
    """L40.15: what is divided by x, the numbers of it, its roots, and the sign of both forms."""
    return All((
        Identity(AT_WORST / BELOW, DIVIDED / BELOW_15),
        equal(MIDDLE, MIDDLE_15, HERE), rounds_to(-CONSTANT, "1.472", HERE),
        Identity(QUADRATIC, 8 * (u - ROOTS[0]) * (u - ROOTS[1])),
        rounds_to(ROOTS[0], positive, HERE), rounds_to(-ROOTS[1], negative, HERE),
        Inequality(0, "<", QUADRATIC / BELOW_15, NET),
        Inequality(0, "<", factored(negative, positive) / BELOW_15, NET),
    ))


FACTORS, FACTORS_C = factored(*PRINTED_15), factored(*CORRECT_15)
TEXT_15 = (
    "(229), the right side of L40.14 is 8x² + 2.56657x - 1.472 = 8(x + {})(x - {}) over the "
    "denominator divided by x, and > 0 for x ⩾ 0.64: 1.472 for 1.4719952, and its roots, rounded"
)
ROUNDING_13, ROUNDING_15 = Rational("0.0000003"), Rational("0.0000004")


def within(bound: Rational, exact: Expr, printed: Expr, error: Expr, below: Expr) -> All:
    """Over this denominator a form with rounded numbers is off by an error below the bound."""
    return All((
        Identity(exact / below - printed / below, error / below),
        Inequality(Abs(error / below), "<", bound, NET),
    ))


# The constant a, and what (231), (232) say of it; for x = 0.64 + s, y = 0.01 - t.
A = (sqrt((2048 + 169 * pi) / pi) - 13) / 20
GAP = 8 * u / pi - (A**2 + 2 * A * W1)
WORST = {u: Rational("0.64"), v: EDGE}
S, T = Symbol("s", positive=True), Symbol("t", positive=True)
BY_X_231, BY_Y_231 = 8 / pi - 2 * A, -2 * A
FACTS_231 = (
    Derivative(GAP, u, BY_X_231), Inequality(0, "<", BY_X_231, HERE), Derivative(GAP, v, BY_Y_231),
)
FACTS_232 = (
    Identity(8 * WORST[u] / pi - (2 * A * (WORST[u] + EDGE) + A**2), 0),
    Identity(GAP.subs({u: WORST[u] + S, v: EDGE - T}, simultaneous=True),
             BY_X_231 * S - BY_Y_231 * T),
    Inequality(A**2 + 2 * A * W1, "<=", 8 * u / pi, NET),
    Inequality("0.782", "<", A, HERE),
)
DECREASES_231 = Inequality(BY_Y_231, "<", 0, HERE)
TEXT_231 = (
    "for a = (√((2048 + 169π)/π) - 13)/20 and x ⩾ 0.64, y ⩽ 0.01: 8x/π - (a² + 2a(x+y)) has the "
    "derivatives 8/π - 2a > 0 by x and -2a {} 0 by y, and is 0 at x = 0.64, y = 0.01 ({}); so "
    "8x/π ⩾ a² + 2a(x+y), and a > 0.782 ({})"
)
ALL_231 = All((*FACTS_231, DECREASES_231, *FACTS_232))
TEXT_230 = "0 < 2y ⇒ (2x+y)² + 4x + 1 < (2x+y)² + 2(2x+y) + 1 = (2x+y+1)²"
FACTS_230 = (
    Implies(Inequality(0, "<", 2 * v, NET),
            Inequality(W2**2 + 4 * u + 1, "<", SQUARE2, NET), factor=1),
    Identity(SQUARE2, (W2 + 1) ** 2),
)
BY_232 = Inequality(C**2 + C * 2 * W1, "<", A**2 + 2 * A * W1, NET)
TEXT_12 = (
    "(229), the last form of L40.11 over a common denominator, as a sum of two fractions, the "
    "second with the numerator {}(-x (α²-1) (2(2x+y)+1) (2(x+y)+0.782))"
)

CLAIMS = (
    claim(
        "L40.7", "∂h/∂x = (√π α² (e^{(2x+y)²/(2x)} (4x²-y²) erfc((2x+y)/(√2 √x)) - "
        "e^{(x+y)²/(2x)} (x-y)(x+y) erfc((x+y)/(√2 √x))) - √2 (α²-1) x^{3/2})/(2√π x²) (228)",
        Derivative(H, u, BY_X), constants={},
    ),
    claim(
        "L40.8", "(229), first inequality: ∂h/∂x ⩾ the same with 2/(√π (z₂ + √(z₂² + 2))) for "
        "e^{z₂²} erfc z₂ and 2/(√π (z₁ + √(z₁² + 4/π))) for e^{z₁²} erfc z₁, on x ∈ [0.64, 1.875], "
        "y ∈ [-0.01, 0.01]",
        All((
            Identity(BY_X, BY_X_T),
            Inequality(by22(sqrt(RADICAND2), sqrt(RADICAND1)), "<=", BY_X_T, NET),
        )),
    ),
    *inference(
        "L40.8", "Lemma 22 from below for z₂ > 0, times 4x²-y² > 0, and from above for z₁ > 0, "
        "times (x-y)(x+y) > 0", "L40.7 L22", All((ARGUMENTS, NUMERATORS)),
    ),
    claim(
        "L40.9", "(229), first equalities: √2 √x pulled out of the denominators, where "
        "z₂² + 2 = ((2x+y)² + 4x)/(2x) and z₁² + 4/π = ((x+y)² + 8x/π)/(2x), then cancelled",
        PULLED_OUT, constants={}, stand_in=BY_RADICANDS,
    ),
    claim(
        "L40.10", "(229), second inequality: the last form of L40.9 > the same with "
        "√((2x+y)² + 2(2x+y) + 1) for √((2x+y)² + 4x) and √((x+y)² + 0.782·2(x+y) + 0.782²) for "
        "√((x+y)² + 8x/π), on x ∈ [0.64, 1.875], y ∈ [-0.01, 0.01]",
        Inequality(over30(W2 + sqrt(SQUARE2), W1 + sqrt(SQUARE1)), "<",
                   over30(W2 + ROOT2, W1 + ROOT1), NET),
        defect=Defect.OUTSIDE, repeats="T2.14",
        note="(230), which gives the first of the two roots, is for y > 0, and it is used for "
        "y ∈ [-0.01, 0.01]",
    ),
    *inference(
        "L40.10", "the first root by (230), so 0 < 2y; the second by a > 0.782 and (232); both "
        "numerators are > 0", "L40.9 L40.16 L40.17",
        *[All((Inequality(0, "<", 2 * v, NET), BY_232, NUMERATORS))] * 2,
    ),
    own(
        "L40.10_repair",
        "(2x+y)² + 4x < (2x+y)² + 2(2x+y) + 1 on x ∈ [0.64, 1.875], y ∈ [-0.01, 0.01]",
        Inequality(W2**2 + 4 * u, "<", SQUARE2, NET), "the radicands of the first roots for all y",
        "inequality",
    ),
    repaired(
        "L40.10", "the first root by (230) without the 1 on its left, which then holds for all y; "
        "the second by a > 0.782 and (232); both numerators are > 0",
        "L40.9 L40.10_repair L40.17c", All((BY_232, NUMERATORS)),
    ),
    claim(
        "L40.11", "(229): the radicands are (2x+y+1)² and (x+y+0.782)², the roots 2x+y+1 > 0 and "
        "x+y+0.782 > 0, the denominators 2(2x+y)+1 and 2(x+y)+0.782",
        All((
            Identity(SQUARE2, (W2 + 1) ** 2), Inequality(0, "<", W2 + 1, NET),
            Identity(SQUARE1, (W1 + C) ** 2), Inequality(0, "<", W1 + C, NET),
            solved(Integer(1)), solved(C),
        )),
    ),
    claim(
        "L40.12", TEXT_12.format("√π α² "),
        equal(over30(2 * W2 + 1, 2 * W1 + C), (FIRST + sqrt(pi) * alpha**2 * SECOND) / BELOW, NET),
        defect=Defect.MISPRINT, repeats="T2.16",
        note="the factor √π α² of the second numerator is too much (a closing parenthesis); the "
        "next line of (229) has the coefficients of the sum without it",
    ),
    claim(
        "L40.12c", TEXT_12.format(""),
        Identity(over30(2 * W2 + 1, 2 * W1 + C), (FIRST + SECOND) / BELOW), constants={},
    ),
    claim(
        "L40.13", "(229), the numerator is 8x³ + (12y + 2.68657)x² + (y(4y - 6.41452) - 1.40745)x "
        "+ 1.22072y² for α = α₀₁: each decimal is the rounded exact coefficient",
        All((
            Identity((FIRST + SECOND) / BELOW, POLYNOMIAL / BELOW),
            *(rounds_to(exact, text, HERE) for text, exact in COEFFICIENTS.items()),
        )),
    ),
    *inference(
        "L40.13", "the numerators of the sum L40.12 are multiplied out", "L40.12",
        *(Identity((FIRST + factor * SECOND) / BELOW, POLYNOMIAL / BELOW)
          for factor in (sqrt(pi) * alpha**2, 1)),
    ),
    own(
        "L40.13_rounding", "(229): the rounded coefficients change the quotient by less than "
        "3·10⁻⁷ on x ∈ [0.64, 1.875], y ∈ [-0.01, 0.01]",
        within(ROUNDING_13, POLYNOMIAL, ROUNDED, ERROR_13, BELOW),
        "what the rounded coefficients change",
    ),
    claim(
        "L40.14", "(229), third inequality: the numerator of L40.13 is > "
        "8x³ + (2.68657 - 12·0.01)x² + (0.01(-6.41452 - 4·0.01) - 1.40745)x + 1.22072·0.0² for "
        "y ∈ [-0.01, 0.01], x > 0, and so is the quotient on x ∈ [0.64, 1.875]",
        All((
            Inequality(AT_WORST / BELOW, "<", ROUNDED / BELOW, NET),
            Identity(ROUNDED - AT_WORST, DROPPED[0] * u**2 + DROPPED[1] * u + DROPPED[2]),
            Inequality(0, "<=", DROPPED[0], NET), Inequality(0, "<", DROPPED[1], NET),
            Inequality(0, "<=", DROPPED[2], NET),
        )),
        note="for all x > 0: the difference of the numerators is a polynomial in x whose "
        "coefficients are not negative, and one of them is positive",
    ),
    *inference(
        "L40.14", "-0.01 ⩽ y in 12y, y(4y - 6.41452) > 0.01(-6.41452 - 4·0.01), 0 ⩽ y²; the "
        "denominator is > 0", "L40.13",
        All((
            bounded(-EDGE, v, EDGE, NET),
            Inequality(EDGE * (-MIXED - 4 * EDGE), "<", v * (4 * v - MIXED), NET),
            Inequality(0, "<=", v**2, NET), Inequality(0, "<", BELOW, NET),
        )),
    ),
    claim(
        "L40.15", TEXT_15.format(*PRINTED_15), roots_15(*PRINTED_15), defect=Defect.LAST_DIGIT,
        note="the roots of the printed quadratic are 0.2975539… and -0.6183752…; the printed ones "
        "are those with 1.4719952 in the place of 1.472, cut off",
    ),
    claim("L40.15c", TEXT_15.format(*CORRECT_15), roots_15(*CORRECT_15)),
    own(
        "L40.15_rounding", "(229): the quadratic, and its factors in L40.15, L40.15c, differ from "
        "the right side of L40.14 by less than 4·10⁻⁷ on x ∈ [0.64, 1.875], y ∈ [-0.01, 0.01]",
        All(tuple(within(ROUNDING_15, DIVIDED, form, expand(DIVIDED - form), BELOW_15)
                  for form in (QUADRATIC, FACTORS, FACTORS_C))),
        "what the rounded constant and roots change",
    ),
    claim("L40.16", f"(230) {TEXT_230}", All(FACTS_230)),
    claim(
        "L40.17", TEXT_231.format(">", "231", "232"),
        All((*FACTS_231, Inequality(0, "<", BY_Y_231, HERE), *FACTS_232)), defect=Defect.MISPRINT,
        note="-2a < 0, as (238) has it: the largest y is inserted for the minimum",
    ),
    claim("L40.17c", TEXT_231.format("<", "231", "232"), ALL_231),
)
