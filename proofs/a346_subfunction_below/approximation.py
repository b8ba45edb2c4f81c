"""Lemma 45 up to (289): the main sub-function F for x ∈ [0.007, 0.875], and an approximation."""

from collections.abc import Iterator

from sympy import Expr, Rational, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    NotFormal,
    bounded,
    equal,
)
from fixedpoint.claims.formulas import Formula

from ..a343_second_moment.second_moment import F
from ..a344_small_variance.small_variance import DOMAIN, INCREASING, LINES, NEGATIVE, steeper
from ..a346_subfunction.approximation import (
    BELOW,
    ERROR,
    ERRORS,
    FIRST_FORMS,
    FORMS_258,
    NUMERATOR,
    NUMERICAL,
    TOP1,
    TOP2,
    TOTAL_ERROR,
    W1,
    W2,
    Z1,
    Z2,
    K,
    unfactored,
    z,
)
from ..a346_subfunction.numerator import (
    BELOW_262,
    ROOT1,
    ROOT2,
    ROOT_9,
    SHIFT,
    SQUARE,
    SQUARED,
    Q,
    W,
    between,
    inserted,
    over,
    t,
)
from ..paper import HERE, claim, inference, inside, own, repaired, u, v

FROM_008 = DOMAIN.but({u: ("0.08", DOMAIN[u][1])})
"""Where (288) bounds the error."""
FROM_001 = DOMAIN.but({u: ("0.01", DOMAIN[u][1])})
"""Where x + y is not negative."""
GAP, GAP_C = Rational("0.0003"), Rational("0.0005")
LEAST_5, LEAST_5C = Rational("-0.000228141"), Rational("-0.000228142")


def line(first: Expr, second: Expr, gap: Expr = GAP) -> Expr:
    """A line of (289) with its two fractions."""
    return (3 * u - v) + (first - second) - gap


def approximated(gap: Expr) -> Expr:
    """The first line of (289)."""
    return line(inserted(TOP1, W1), inserted(TOP2, W2), gap)


SECOND = over(TOP2, W2, ROOT2)
AS_8, AS_8C = (line(over(TOP1, W1, ROOT1), SECOND, gap) for gap in (GAP, GAP_C))
AS_9 = line(over(TOP1, W1, ROOT_9), SECOND)
AS_10 = line(TOP1 / (W1 + SHIFT), SECOND)


def top(w: Expr) -> Expr:
    """The numerator of the last line of (289) for W = (2.911 - 1)(2x+y) + √((2x+y)² + …)."""
    return (-2 * (2 * u - v) * K * (W1 + SHIFT) * W2 + (W1 + SHIFT) * (3 * u - v - GAP) * w
            + (u - v) * W1 * w)


IS_ERROR = Identity(TOTAL_ERROR, ERRORS)


def errors(least: Expr) -> All:
    """The bounds (288) of the total error, with this lower one."""
    return All((IS_ERROR, bounded(least, ERRORS, "0.00495688", FROM_008)))


def both_errors(lower: str, upper: str) -> All:
    """The error takes both signs on a range, in which both arguments of erfc lie."""
    return All((
        Inequality(ERROR, "<", 0, Box({z: "0.5"})), Inequality(0, "<", ERROR, Box({z: 1})),
        bounded(lower, "0.5", upper, HERE), bounded(lower, 1, upper, HERE),
        bounded(lower, Z1, upper, DOMAIN), bounded(lower, Z2, upper, DOMAIN),
    ))


def cancelled(k: int, fraction: Expr, w: Expr) -> Iterator[Formula]:
    """The three forms of a fraction agree, for w = kx + y >= 0 and w <= 0: the root is 4t."""
    root = 4 * t
    for sign in (1, -1):
        at = {v: sign * sqrt(root**2 - Q * u) - k * u}
        forms = (inserted(fraction, w), between(fraction, w), over(fraction, w, root))
        first, second, third = (f.subs(at) for f in forms)
        yield from (Identity(first, second), Identity(second, third))


def step_7(least: Expr, gap: Expr) -> Inequality:
    """√π times the least error is outweighed by the gap."""
    return Inequality(-sqrt(pi) * least, "<=", gap, HERE)


def step_9(box: Box) -> All:
    """What is added under the root is positive, and the fraction is not negative."""
    return All((
        Inequality(0, "<", SQUARE, box), Inequality(0, "<=", TOP1, box),
        Inequality(0, "<", (K - 1) * W1 + ROOT1, box),
    ))


ON = "on x ∈ [0.007, 0.875], y ∈ [-0.01, 0.01]"
SAFE = Identity(NUMERATOR - approximated(GAP), sqrt(pi) * ERRORS + GAP)
SAFE_C = Identity(NUMERATOR - approximated(GAP_C), sqrt(pi) * ERRORS + GAP_C)
TEXT_7 = (
    "N(x, y) ⩾ (3x-y) + (2.911(x-y)(x+y)/((√(πz₁² + 2.911²) + (2.911-1)√π(x+y)/(√2 √x)) √2 √x) - "
    "2(2x-y)(2x+y)2.911/(√2 √x (√(πz₂² + 2.911²) + (2.911-1)√π(2x+y)/(√2 √x)))) √π - {} {} (289), "
    "first step"
)
TEXT_9 = "⩾ the same with (2.911²/π)² + 2·2.911²y/π added under the first root, on x ∈ [{}, 0.875]"
NAMED = "with z₁ = (x+y)/(√2 √x), z₂ = (2x+y)/(√2 √x)"
TEXT_4 = (
    "the error R(z) - e^{{z²}} erfc z is positive and negative on z ∈ [{}], and this range "
    f"contains the arguments z₁, z₂ of erfc {ON}"
)
TEXT_5 = (
    "{} ⩽ E(x, y) ⩽ 0.00495688 on x ∈ [0.08, 0.875], y ∈ [-0.01, 0.01], for the error E that R "
    "makes in e^{{z₁²}} erfc z₁ (x-y)(x+y)/(√2 √x) - 2 e^{{z₂²}} erfc z₂ (2x-y)(2x+y)/(√2 √x) (288)"
)

CLAIMS = (
    claim(
        "L45", "F(x, y) = e^{(x+y)²/(2x)} erfc((x + y)/(√2 √x)) - 2 e^{(2x+y)²/(2x)} "
        f"erfc((2x + y)/(√2 √x)) {ON}: F < 0, F is strictly increasing in x, and strictly "
        "increasing in y for x = 0.007 = 0.00875·0.8, 0.56 = 0.7·0.8, 0.128 = 0.16·0.8 and "
        "0.216 = 0.24·0.9 (283)",
        All((NEGATIVE, INCREASING, *(steeper(*at) for at in LINES))),
    ),
    *inference("L45", "(a), (b) and (c) one by one", "L45.21 L45.19 L45.25 L45.29 L45.33 L45.37",
               NotFormal("the conjunction of its parts")),
    claim(
        "L45.1", f"{FORMS_258}(√2 2√π √x x²) (285), {NAMED}",
        All((*FIRST_FORMS,
             equal(unfactored(4 * u**2 - v**2), NUMERATOR / (2 * u * BELOW), DOMAIN))),
        defect=Defect.SLIP, repeats="L44.1",
        note="the bottom, divided by √2 √x, is √2 √π x √x: the third form is ∂F/∂x/(2x)",
    ),
    claim(
        "L45.1c", f"{FORMS_258}(√2 √π x √x), {NAMED}",
        All((*FIRST_FORMS, Derivative(F, u, NUMERATOR / BELOW))),
    ),
    claim(
        "L45.2", "∂F/∂x has the sign of N(x, y) = √π (e^{(x+y)²/(2x)} (x-y)(x+y) erfc z₁/(√2 √x) "
        "- 2 e^{(2x+y)²/(2x)} (2x+y)(2x-y) erfc z₂/(√2 √x)) + (3x-y) (286)",
        All((Derivative(F, u, NUMERATOR / BELOW), Inequality(0, "<", BELOW, DOMAIN))),
    ),
    claim(
        "L45.3", "e^{z²} erfc z ≈ R(z) = 2.911/(√π (2.911 - 1) z + √(πz² + 2.911²)) (287)",
        NotFormal("the definition of an approximation: ≈ names no error"),
    ),
    claim(
        "L45.4", TEXT_4.format("0.175, 1.33"), both_errors("0.175", "1.33"), defect=Defect.DOMAIN,
        note="0.175 is the least z₁ for x ⩾ 0.08; for x ⩾ 0.007 it is -0.0253…, and the greatest "
        "z₂ is 1.3304…",
    ),
    *inference("L45.4", "no derivation: found by numerical computation", "L45.3", NUMERICAL),
    claim("L45.4c", TEXT_4.format("-0.026, 1.34"), both_errors("-0.026", "1.34")),
    claim(
        "L45.5", TEXT_5.format("-0.000228141"), errors(LEAST_5), defect=Defect.LAST_DIGIT,
        note="the least E, -0.0002281413…, was rounded to nearest",
    ),
    claim("L45.5c", TEXT_5.format("-0.000228142"), errors(LEAST_5C)),
    *inference("L45.5", "no derivation: found by numerical optimization", "L45.3",
               *[NUMERICAL] * 2),
    own(
        "L45.5_repair", f"-0.000228142 ⩽ E(x, y) {ON}",
        All((IS_ERROR, Inequality(LEAST_5C, "<=", ERRORS, DOMAIN))),
        "the least error on the whole domain",
    ),
    claim(
        "L45.6", "the approximation is smaller than the function, E(x, y) > 0, on x ∈ [0.08, "
        "0.875], y ∈ [-0.01, 0.01], and an error gap of -0.0003 outweighs the error: "
        "E(x, y) > -0.0003",
        All((IS_ERROR, Inequality(0, "<", ERRORS, FROM_008),
             Inequality(-GAP, "<", ERRORS, FROM_008))),
        defect=Defect.SIGN,
        note="(288) has negative errors: the sentence is that of Lemma 44, where E > 0",
    ),
    claim(
        "L45.6c", "an error gap of -0.0003 outweighs the error on x ∈ [0.08, 0.875], "
        "y ∈ [-0.01, 0.01]: E(x, y) > -0.0003",
        All((IS_ERROR, Inequality(-GAP, "<", ERRORS, FROM_008))),
    ),
    *inference("L45.6", "the least E of L45.5", "L45.4 L45.5",
               Inequality(0, "<", LEAST_5, HERE), Inequality(-GAP, "<", LEAST_5C, HERE)),
    claim(
        "L45.7", TEXT_7.format("0.0003", ON),
        All((SAFE, Inequality(0, "<=", sqrt(pi) * ERRORS + GAP, DOMAIN))), defect=Defect.CONSTANT,
        note="E stands in N with the factor √π, and √π·0.000228141 = 0.00040436… > 0.0003",
    ),
    claim(
        "L45.7c", TEXT_7.format("0.0005", ON),
        All((SAFE_C, Inequality(0, "<=", sqrt(pi) * ERRORS + GAP_C, DOMAIN))),
    ),
    *inference(
        "L45.7", "N is the approximation and √π E, and (288) bounds E; it does so for x ⩾ 0.08, "
        "and the line is used for x ⩾ 0.007", "L45.2 L45.5 L45.6",
        *(All((inside(DOMAIN, FROM_008), step_7(*numbers)))
          for numbers in ((LEAST_5, GAP), (LEAST_5C, GAP_C))),
    ),
    repaired("L45.7", "the bound of E on the whole domain, with 0.0005", "L45.2 L45.5_repair",
             All((inside(DOMAIN, DOMAIN), step_7(LEAST_5C, GAP_C)))),
    claim(
        "L45.8", "= (3x-y) + 2.911((x-y)(x+y)/(√(π(x+y)² + 2·2.911²x) + (2.911-1)(x+y)√π) - "
        "2(2x-y)(2x+y)/(√(π(2x+y)² + 2·2.911²x) + (2.911-1)(2x+y)√π))√π - 0.0003 = (3x-y) + "
        "2.911((x-y)(x+y)/((2.911-1)(x+y) + √((x+y)² + 2·2.911²x/π)) - 2(2x-y)(2x+y)/"
        "((2.911-1)(2x+y) + √((2x+y)² + 2·2.911²x/π))) - 0.0003: the fractions one by one",
        All((*cancelled(1, TOP1, W1), *cancelled(2, TOP2, W2))),
    ),
    claim(
        "L45.9", TEXT_9.format("0.007"), Inequality(AS_9, "<=", AS_8, DOMAIN),
        defect=Defect.DOMAIN,
        note="for x + y < 0, as at x = 0.007, y = -0.01, the first fraction is negative, and a "
        "greater root makes it greater",
    ),
    claim("L45.9c", TEXT_9.format("0.01"), Inequality(AS_9, "<=", AS_8, FROM_001)),
    *inference("L45.9", "what is added is positive, and the first fraction not negative", "L45.8",
               *map(step_9, (DOMAIN, FROM_001))),
    claim(
        "L45.10", "the first root is x + y + 2.911²/π > 0, and so the line = (3x-y) + (x-y)(x+y)/"
        "((x+y) + 2.911/π) - 2(2x-y)(2x+y)2.911/((2.911-1)(2x+y) + √((2x+y)² + 2·2.911²x/π)) - "
        "0.0003 = (-2(2x-y)2.911((x+y) + 2.911/π)(2x+y) + ((x+y) + 2.911/π)(3x-y-0.0003) W + "
        "(x-y)(x+y) W)/(((x+y) + 2.911/π) W), W = (2.911-1)(2x+y) + √((2x+y)² + 2·2.911²x/π)",
        All((
            Inequality(0, "<", W1 + K**2 / pi, DOMAIN),
            Identity(ROOT_9.subs(SQUARED), (W1 + K**2 / pi).subs(SQUARED)),
            Identity(over(TOP1, W1, ROOT_9).subs(SQUARED), (TOP1 / (W1 + SHIFT)).subs(SQUARED)),
            Identity(AS_10, top(W) / BELOW_262),
        )),
    ),
)
