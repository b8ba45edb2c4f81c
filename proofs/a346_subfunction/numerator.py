"""Lemma 44, (262)–(264): below N, with the approximation for e^{z²} erfc z, a quotient."""

from sympy import Expr, Rational, Symbol, pi, sqrt

from fixedpoint.claims import All, Identity, Inequality, rounds_to

from ..a343_second_moment.second_moment import DOMAIN
from ..paper import HERE, claim, inference, u, v
from .approximation import ERRORS, NUMERATOR, OUT, TOP1, TOP2, W1, W2, K
from .expansion import exact, expands, off, rounding, total

t = Symbol("t", positive=True)
GAP = Rational("0.0131259")
Q = 2 * K**2 / pi
ROOT1, ROOT2 = sqrt(W1**2 + Q * u), sqrt(W2**2 + Q * u)
SHIFT = K / pi
SQUARE = (K**2 / pi) ** 2 + Q * v
"""What is added under the first root: x+y+2.911²/π is then the root."""
ROOT_9 = sqrt(W1**2 + Q * u + SQUARE)


def line(first: Expr, second: Expr) -> Expr:
    """A line of (262) with its two fractions."""
    return (3 * u - v) + (first - second) - GAP


def inserted(top: Expr, w: Expr) -> Expr:
    """A fraction of (262) as R gives it; w/(√2 √x) is the argument."""
    root = sqrt(pi * (w / OUT) ** 2 + K**2)
    return K * top / ((root + (K - 1) * sqrt(pi) * w / OUT) * OUT) * sqrt(pi)


def between(top: Expr, w: Expr) -> Expr:
    """The same without √2 √x."""
    return K * top / (sqrt(pi * w**2 + 2 * K**2 * u) + (K - 1) * w * sqrt(pi)) * sqrt(pi)


def over(top: Expr, w: Expr, root: Expr) -> Expr:
    """The same without √π, for a given value of the root."""
    return K * top / ((K - 1) * w + root)


def cancelled(k: int, top: Expr, w: Expr) -> All:
    """The three forms of a fraction agree where w = kx + y > 0: the root is 4t, and w its x, t."""
    root = 4 * t
    at = {v: sqrt(root**2 - Q * u) - k * u}
    forms = [f.subs(at) for f in (inserted(top, w), between(top, w), over(top, w, root))]
    return All((
        Inequality(0, "<", w, DOMAIN), Identity(forms[0], forms[1]), Identity(forms[1], forms[2]),
    ))


APPROXIMATED = line(inserted(TOP1, W1), inserted(TOP2, W2))
SECOND = over(TOP2, W2, ROOT2)
AS_8 = line(over(TOP1, W1, ROOT1), SECOND)
AS_9 = line(over(TOP1, W1, ROOT_9), SECOND)
AS_10 = line(TOP1 / (W1 + SHIFT), SECOND)


def top_262(w: Expr) -> Expr:
    """The numerator of the last line of (262); w is W = (2.911 - 1)(2x+y) + √((2x+y)² + …)."""
    return (-2 * (2 * u - v) * K * (W1 + SHIFT) * W2
            + (W1 + SHIFT) * (3 * u - v - GAP) * w + (u - v) * W1 * w)


W = (K - 1) * W2 + ROOT2
BELOW_262 = (W1 + SHIFT) * W


def factor_263(shift: Expr) -> Expr:
    """The first factor of (263) with its 0.9266."""
    return (u - v) * W1 + (3 * u - v - GAP) * (W1 + shift)


def sum_263(root: Expr) -> Expr:
    """The second factor of (263) with its root."""
    return root + Rational("3.822") * u + Rational("1.911") * v


LAST_263 = Rational("5.822") * (2 * u - v) * W2


def top_263(root: Expr, shift: Expr) -> Expr:
    """(263) with its root and its 0.9266."""
    return factor_263(shift) * sum_263(root) - LAST_263 * (W1 + shift)


SHIFT_263, Q_263 = Rational("0.9266"), Rational("5.39467")
ROOT_263 = sqrt(W2**2 + Q_263 * u)
EXACT_263, PRINTED_263 = top_263(ROOT2, SHIFT), top_263(ROOT_263, SHIFT_263)

# (264): r stands for its root.
r = Symbol("r", positive=True)
FACTOR = {u**2: "4", u * v: "2", u: "2.76667", v**2: "-2", v: "-0.939726", 1: "-0.0121625"}
FREE = {
    u**3: "-8.0", u**2 * v: "-8.0", u**2: "-11.0044", u * v**2: "2.0", u * v: "1.69548",
    u: "-0.0464849", v**3: "2.0", v**2: "3.59885", v: "-0.0232425",
}
PRINTED_264 = FREE | {m * r: c for m, c in FACTOR.items()}
EXACT_264 = exact(top_263(r, SHIFT), PRINTED_264)
FACTOR_EXACT = {m: EXACT_264[m * r] for m in FACTOR}
FREE_EXACT = {m: EXACT_264[m] for m in FREE}

ROUNDED_264 = total(PRINTED_264).xreplace({r: ROOT_263})

# What the rounded numbers change: first the root, then the other factors.
ROOT_OFF, SHIFT_OFF = (Q - Q_263) * u / (ROOT2 + ROOT_263), SHIFT - SHIFT_263
OFF_263 = (factor_263(SHIFT) * ROOT_OFF
           + SHIFT_OFF * ((3 * u - v - GAP) * sum_263(ROOT_263) - LAST_263))
OFF_264 = total(FACTOR_EXACT) * ROOT_OFF + off(EXACT_264, PRINTED_264).xreplace({r: ROOT_263})

SQUARED = {v: t - u - K**2 / pi}
"""For the root t = x + y + 2.911²/π > 0 of L44.10."""

CLAIMS = (
    claim(
        "L44.7", "N(x, y) ⩾ (3x-y) + (2.911(x-y)(x+y)/((√(πz₁² + 2.911²) + (2.911-1)√π(x+y)/"
        "(√2 √x)) √2 √x) - 2(2x-y)(2x+y)2.911/((√(πz₂² + 2.911²) + (2.911-1)√π(2x+y)/(√2 √x)) "
        "√2 √x)) √π - 0.0131259 (262), first step",
        All((
            Identity(NUMERATOR - APPROXIMATED, sqrt(pi) * ERRORS + GAP),
            Inequality(0, "<=", sqrt(pi) * ERRORS + GAP, DOMAIN),
        )),
    ),
    *inference(
        "L44.7", "N is the approximation and √π E, and E > 0; less is subtracted than nothing",
        "L44.2 L44.6",
        All((Identity(NUMERATOR - APPROXIMATED, sqrt(pi) * ERRORS + GAP),
             Inequality(0, "<=", GAP, HERE))),
    ),
    claim(
        "L44.8", "= (3x-y) + 2.911((x-y)(x+y)/(√(π(x+y)² + 2·2.911²x) + (2.911-1)(x+y)√π) - "
        "2(2x-y)(2x+y)/(√(π(2x+y)² + 2·2.911²x) + (2.911-1)(2x+y)√π))√π - 0.0131259 = (3x-y) + "
        "2.911((x-y)(x+y)/((2.911-1)(x+y) + √((x+y)² + 2·2.911²x/π)) - 2(2x-y)(2x+y)/"
        "((2.911-1)(2x+y) + √((2x+y)² + 2·2.911²x/π))) - 0.0131259: the fractions one by one",
        All((cancelled(1, TOP1, W1), cancelled(2, TOP2, W2))),
    ),
    claim(
        "L44.9", "⩾ the same with (2.911²/π)² + 2·2.911²y/π added under the first root",
        Inequality(AS_9, "<=", AS_8, DOMAIN),
    ),
    *inference(
        "L44.9", "what is added is positive, and so is the first fraction", "L44.8",
        All((Inequality(0, "<", SQUARE, DOMAIN), Inequality(0, "<", TOP1, DOMAIN),
             Inequality(0, "<", (K - 1) * W1, DOMAIN))),
    ),
    claim(
        "L44.10", "the first root is x + y + 2.911²/π > 0, and so the line = (3x-y) + (x-y)(x+y)/"
        "((x+y) + 2.911/π) - 2(2x-y)(2x+y)2.911/((2.911-1)(2x+y) + √((2x+y)² + 2·2.911²x/π)) "
        "- 0.0131259",
        All((
            Inequality(0, "<", W1 + K**2 / pi, DOMAIN),
            Identity(ROOT_9.subs(SQUARED), (W1 + K**2 / pi).subs(SQUARED)),
            Identity(over(TOP1, W1, ROOT_9).subs(SQUARED), (TOP1 / (W1 + SHIFT)).subs(SQUARED)),
        )),
    ),
    claim(
        "L44.11", "= (-2(2x-y)2.911((x+y) + 2.911/π)(2x+y) + ((x+y) + 2.911/π)(3x-y-0.0131259) W "
        "+ (x-y)(x+y) W)/(((x+y) + 2.911/π) W), W = (2.911-1)(2x+y) + √((2x+y)² + 2·2.911²x/π)",
        Identity(AS_10, top_262(W) / BELOW_262),
    ),
    claim(
        "L44.12", "the numerator is ((x-y)(x+y) + (3x-y-0.0131259)(x+y+0.9266))(√((2x+y)² + "
        "5.39467x) + 3.822x + 1.911y) - 5.822(2x-y)(x+y+0.9266)(2x+y), 0.9266 and 5.39467 being "
        "rounded, and the quotient is > 0 (263)",
        All((
            Identity(top_262(W), EXACT_263),
            rounds_to(SHIFT, "0.9266", HERE), rounds_to(Q, "5.39467", HERE),
            Inequality(0, "<", PRINTED_263, DOMAIN), Inequality(0, "<", BELOW_262, DOMAIN),
        )),
    ),
    rounding("L44.12", "(263)", EXACT_263, PRINTED_263, OFF_263, "0.002"),
    claim(
        "L44.13", "the numerator is -8.0x³ + (4x² + 2xy + 2.76667x - 2y² - 0.939726y - 0.0121625)"
        "√((2x+y)² + 5.39467x) - 8.0x²y - 11.0044x² + 2.0xy² + 1.69548xy - 0.0464849x + 2.0y³ + "
        "3.59885y² - 0.0232425y (264): each decimal is the rounded exact coefficient",
        All((rounds_to(Q, "5.39467", HERE),
             expands(top_263(r, SHIFT), PRINTED_264, {r: ROOT2}))),
    ),
    rounding("L44.13", "(264)", EXACT_263, ROUNDED_264, OFF_264, "0.015"),
)
