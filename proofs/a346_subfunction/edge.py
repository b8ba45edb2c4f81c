"""Lemma 44, (272)–(282): F decreases in y at x = 1.2."""

from sympy import Expr, Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    bounded,
    chain,
    equal,
    magnitude,
    rounds_to,
)

from ..a343_second_moment.second_moment import DECREASING, DOMAIN, F
from ..paper import HERE, claim, inference, own, u, v
from .approximation import ERROR, NUMERICAL, Z1, Z2, K, ren_mackenzie, z
from .expansion import exact, expands, off, rounding, total

X = Rational("1.2")
LINE = Box({v: DOMAIN[v]})
FIRST = {v: Rational("-0.1")}
AT_X = F.subs(u, X)
W6, W12 = 5 * v + 6, 5 * v + 12
Z6, Z12 = W6 / (2 * sqrt(15)), W12 / (2 * sqrt(15))
E6, E12 = exp(W6**2 / 60) * erfc(Z6), exp(W12**2 / 60) * erfc(Z12)
SCALE = sqrt(15 * pi)
NUMERATOR = SCALE * (E6 * W6 - 2 * E12 * W12) + 30
SUM_274 = v / (sqrt(2) * sqrt(X)) + sqrt(X) / sqrt(2)
SUM2_274 = v / (sqrt(2) * sqrt(X)) + sqrt(2) * sqrt(X)
AS_274 = exp(SUM_274**2) * erfc(SUM_274) - 2 * exp(SUM2_274**2) * erfc(SUM2_274)

FIRST_277, SECOND_277 = W6 * ren_mackenzie(Z6), 2 * W12 * ren_mackenzie(Z12)
ERRORS = 30 * sqrt(pi) * (2 * (z * ERROR).xreplace({z: Z12}) - (z * ERROR).xreplace({z: Z6}))
"""The error of the approximation, in a form that intervals take better."""


def expression_277(thirty: int) -> Expr:
    """(277) with its first 30, which is printed with + and meant with -."""
    return SCALE * (SECOND_277 - FIRST_277) + thirty + NUMERATOR


# (278): the roots, and the fractions without √π and 2√15.
C = 60 * K**2 / pi
ROOT6, ROOT12 = sqrt(W6**2 + C), sqrt(W12**2 + C)
SAFE = 30 + Rational("0.2")
D6, D12 = (K - 1) * W6 + ROOT6, (K - 1) * W12 + ROOT12
APPROXIMATED = SCALE * (FIRST_277 - SECOND_277) + SAFE
AS_30 = 30 * K * W6 / D6 - 2 * (30 * K) * W12 / D12 + SAFE


def cancelled(k: int) -> All:
    """A fraction of (278) before and after √π and 2√15 are cancelled: t is its root."""
    t = Symbol("t", positive=True)
    root = 16 * t
    w = 5 * v + k
    at = {v: (sqrt(root**2 - C) - k) / 5}
    before, after = SCALE * w * ren_mackenzie(w / (2 * sqrt(15))), 30 * K * w / ((K - 1) * w + root)
    return All((Inequality(0, "<", w, LINE), Identity(before.subs(at), after.subs(at))))


def top_280(d6: Expr, d12: Expr) -> Expr:
    """(280) for its two factors."""
    return SAFE * d12 * d6 - 2 * (30 * K) * W12 * d6 + K * 30 * W6 * d12


# (281): r and s stand for its roots.
r, s = Symbol("r", positive=True), Symbol("s", positive=True)
PRINTED_281 = {
    v**2: "-1414.99", r * v: "-584.739", s * v: "725.211", v: "-5093.97", r: "-1403.37",
    r * s: "30.2", s: "870.253", 1: "-4075.17",
}
EXPANDED = top_280((K - 1) * W6 + r, (K - 1) * W12 + s)
EXACT_281 = exact(EXPANDED, PRINTED_281)
C_281 = Rational("161.84")


def root(w: Expr) -> Expr:
    """A root of (281)."""
    return sqrt(w**2 + C_281)


ROOT6_281, ROOT12_281 = root(W6), root(W12)
AT_281 = {r: ROOT6_281, s: ROOT12_281}
AS_281 = total(PRINTED_281).xreplace(AT_281)
SQUARE, LINEAR = Rational("-1414.99") * v**2, Rational("-5093.97")
CONSTANTS_281 = {m: PRINTED_281[m] for m in (r, r * s, s, 1)}
WORST = {
    r: root(6 + 5 * Rational("-0.1")), s: root(12 + 5 * Rational("0.1")),
    r * s: root(6 + 5 * Rational("0.1")) * root(12 + 5 * Rational("0.1")), 1: 1,
}
CONSTANT = sum(Rational(c) * WORST[m] for m, c in CONSTANTS_281.items())
EXACT_CONSTANT = (
    EXACT_281[r] * sqrt(Rational("5.5") ** 2 + C) + EXACT_281[s] * sqrt(Rational("12.5") ** 2 + C)
    + EXACT_281[r * s] * sqrt(Rational("6.5") ** 2 + C) * sqrt(Rational("12.5") ** 2 + C)
    + EXACT_281[1]
)


def bracket(root6: Expr, root12: Expr) -> Expr:
    """The factor of y in (281)."""
    return Rational("-584.739") * root6 + Rational("725.211") * root12 + LINEAR


BRACKET = bracket(ROOT6_281, ROOT12_281)
LEAST = bracket(root(6 + 5 * Rational("0.1")), root(12 + 5 * Rational("-0.1")))
PRINTED_SUM = Rational("-309.691")
AS_35 = FIRST[v] * LEAST + PRINTED_SUM
AS_33 = SQUARE + v * BRACKET + CONSTANT
ROOTS_OFF = {
    r: (C - C_281) / (ROOT6 + ROOT6_281), s: (C - C_281) / (ROOT12 + ROOT12_281),
}
OFF_281 = (
    off(EXACT_281, PRINTED_281).xreplace(AT_281)
    + (EXACT_281[r * v] * v + EXACT_281[r] + EXACT_281[r * s] * ROOT12) * ROOTS_OFF[r]
    + (EXACT_281[s * v] * v + EXACT_281[s] + EXACT_281[r * s] * ROOT6_281) * ROOTS_OFF[s]
)
SAFE_29 = Inequality("0.1630525", "<=", "0.2", HERE)
OFF_36 = Rational("0.06") + Rational("0.05")
STEP_36 = All((
    Inequality(OFF_36, "<", -AS_35, HERE),
    Inequality(0, "<", D6, LINE), Inequality(0, "<", D12, LINE),
))

CLAIMS = (
    claim(
        "L44.25", "for x = 1.2, (x+y)/(√2 √x) = (y+1.2)/(√2 √1.2) = y/(√2 √1.2) + √1.2/√2 = "
        "(5y+6)/(2√15) and (2x+y)/(√2 √x) = (y+1.2·2)/(√2 √1.2) = y/(√2 √1.2) + √1.2 √2 = "
        "(5y+12)/(2√15) (272), (273)",
        All((
            Identity(Z1.subs(u, X), SUM_274), Identity(SUM_274, Z6),
            Identity(Z2.subs(u, X), SUM2_274), Identity(SUM2_274, Z12),
        )),
    ),
    claim(
        "L44.26", "F(1.2, y) = e^{z²} erfc z with z = y/(√2 √(12/10)) + √(12/10)/√2, less "
        "2 e^{z²} erfc z with z = y/(√2 √(12/10)) + √2 √(12/10) (274)",
        Identity(AT_X, AS_274),
    ),
    claim(
        "L44.27", "∂F(1.2, y)/∂y = (√(15π) (e^{(5y+6)²/60} (5y+6) erfc((5y+6)/(2√15)) - "
        "2 e^{(5y+12)²/60} (5y+12) erfc((5y+12)/(2√15))) + 30)/(6√(15π)) (275)",
        Derivative(AT_X, v, NUMERATOR / (6 * SCALE)),
    ),
    claim(
        "L44.28", "on y ∈ [-0.1, 0.1] the maximal absolute error that R makes in the numerator of "
        "(275) is 0.163052: the value of √(15π) (2·2.911(5y+12)/(…) - 2.911(5y+6)/(…)) + 30 + "
        "√(15π) (the parentheses of (275)) + 30 (276), (277)",
        All((magnitude(expression_277(30), "<=", "0.1630525", LINE),
             rounds_to(expression_277(30).subs(FIRST), "0.163052", HERE))),
        defect=Defect.MISPRINT,
        note="the first + 30 is meant with -: as printed the value is greater by 60",
    ),
    claim(
        "L44.28c", "on y ∈ [-0.1, 0.1] the maximal absolute error that R makes in the numerator of "
        "(275), (277) with -30 for the first +30, is that at y = -0.1: 0.163052",
        All((
            Identity(expression_277(-30), ERRORS),
            magnitude(ERRORS, "<=", ERRORS.subs(FIRST), LINE),
            rounds_to(ERRORS.subs(FIRST), "0.163052", HERE),
        )),
    ),
    *inference("L44.28", "no derivation: found by numerical computation", "L44.3 L44.27",
               NUMERICAL),
    claim(
        "L44.29", "the numerator of (275) is ⩽ √(15π) (2.911(5y+6)/(…) - 2·2.911(5y+12)/(…)) + 30 "
        "+ 0.2 on y ∈ [-0.1, 0.1] (278), first step",
        All((
            Identity(NUMERATOR - APPROXIMATED, ERRORS - Rational("0.2")),
            Inequality(ERRORS, "<=", "0.2", LINE),
        )),
    ),
    *inference(
        "L44.29", "numerator and approximation differ by (277), at most 0.163052 ⩽ 0.2", "L44.28",
        All((equal(NUMERATOR - APPROXIMATED, expression_277(30) - Rational("0.2"), LINE), SAFE_29)),
        All((Identity(NUMERATOR - APPROXIMATED, expression_277(-30) - Rational("0.2")), SAFE_29)),
    ),
    claim(
        "L44.30", "= (30·2.911)(5y+6)/((2.911-1)(5y+6) + √((5y+6)² + (2√15·2.911/√π)²)) - "
        "2(30·2.911)(5y+12)/((2.911-1)(5y+12) + √((5y+12)² + (2√15·2.911/√π)²)) + 30 + 0.2 (278): "
        "the fractions one by one",
        All((cancelled(6), cancelled(12))),
    ),
    claim(
        "L44.31", "= ((0.2+30) D₁₂ D₆ - 2·30·2.911(5y+12) D₆ + 2.911·30(5y+6) D₁₂)/(D₆ D₁₂) < 0 on "
        "y ∈ [-0.1, 0.1], with D₆, D₁₂ the two denominators (278)–(280)",
        All((
            Identity(AS_30, top_280(D6, D12) / (D6 * D12)),
            Inequality(AS_30, "<", 0, LINE),
        )),
    ),
    claim(
        "L44.32", "(280) is -1414.99y² - 584.739√((5y+6)² + 161.84) y + 725.211√((5y+12)² + "
        "161.84) y - 5093.97y - 1403.37√((5y+6)² + 161.84) + 30.2√((5y+6)² + 161.84)√((5y+12)² + "
        "161.84) + 870.253√((5y+12)² + 161.84) - 4075.17 (281): each decimal is the rounded exact "
        "coefficient",
        All((rounds_to(C, "161.84", HERE),
             expands(EXPANDED, PRINTED_281, {r: ROOT6, s: ROOT12}))),
    ),
    rounding("L44.32", "(281)", top_280(D6, D12), AS_281, OFF_281, "0.06", LINE),
    claim(
        "L44.33", "(281) is < the same with √((6+5(-0.1))² + 161.84), √((6+5·0.1)² + 161.84) and "
        "√((12+5·0.1)² + 161.84) for the roots that are not multiplied by y, in -1403.37√…, "
        "30.2√…√… and 870.253√…; the constants sum to -309.691",
        All((Inequality(AS_281, "<", AS_33, LINE),
             rounds_to(EXACT_CONSTANT, "-309.691", HERE))),
        note="-309.691 is the sum of the constants of (281) before they are rounded; the printed "
        "ones make -309.642",
    ),
    own(
        "L44.33_rounding", "the rounded numbers of (281) change the sum of its constants by less "
        "than 0.05", magnitude(EXACT_CONSTANT - CONSTANT, "<", "0.05", HERE),
        "what the rounded numbers of (281) change in the sum of its constants",
    ),
    *inference(
        "L44.33", "0 < 6+5(-0.1) ⩽ 5y+6 ⩽ 6+5·0.1 and 0 < 5y+12 ⩽ 12+5·0.1 on [-0.1, 0.1], not all "
        "equal, and the sum of the constants", "L44.32",
        All((bounded("5.5", W6, "6.5", LINE), bounded(0, W12, "12.5", LINE),
             Inequality("5.5", "<", "6.5", HERE),
             rounds_to(EXACT_CONSTANT, "-309.691", HERE))),
    ),
    claim(
        "L44.34", "that is < y(-584.739√((5y+6)² + 161.84) + 725.211√((5y+12)² + 161.84) - "
        "5093.97) - 309.691 on y ∈ [-0.1, 0.1], as -1414.99y² ⩽ 0",
        All((Inequality(SQUARE + v * BRACKET + EXACT_CONSTANT, "<", v * BRACKET + PRINTED_SUM,
                        LINE),
             Inequality(SQUARE, "<=", 0, LINE))),
        note="for the sum of the constants before they are rounded, -309.69115…; with the printed "
        "ones the left side is -309.6423… at y = 0",
    ),
    *inference(
        "L44.34", "-1414.99y² ⩽ 0 is dropped; the constants sum to less than the number", "L44.33",
        All((Inequality(SQUARE, "<=", 0, LINE),
             Inequality(EXACT_CONSTANT, "<", PRINTED_SUM, HERE))),
    ),
    claim(
        "L44.35", "the parentheses are < 0 for all y ∈ [-0.1, 0.1], and that is < -0.1(725.211√("
        "(12+5(-0.1))² + 161.84) - 584.739√((6+5·0.1)² + 161.84) - 5093.97) - 309.691 = -208.604",
        All((
            Inequality(BRACKET, "<", 0, LINE),
            Inequality(v * BRACKET + PRINTED_SUM, "<", AS_35, LINE),
            rounds_to(AS_35, "-208.604", HERE),
        )),
    ),
    *inference(
        "L44.35", "the parentheses lie between those with the least 5y+12 and the greatest 5y+6, "
        "and 0; -y ⩽ 0.1; the number", "L44.34",
        All((chain(LINE, LEAST, "<", BRACKET, "<", 0), Inequality("-0.1", "<=", v, LINE),
             rounds_to(AS_35, "-208.604", HERE))),
    ),
    claim("L44.36", "F(1.2, y) is strictly decreasing in y on [-0.1, 0.1] (282)", DECREASING),
    *inference(
        "L44.36", "the lines of (278) and (281) join; what is off in L44.32 and L44.33 is less "
        "than the last number is below 0; the denominators are > 0",
        "L44.27 L44.28 L44.29 L44.30 L44.31 L44.32 L44.32_rounding L44.33 L44.33_rounding L44.34 "
        "L44.35", *[STEP_36] * 2,
    ),
)
