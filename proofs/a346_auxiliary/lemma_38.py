"""Section A3.4.6, Lemma 38: x e^{z₂²} erfc z₂, of which another function is differentiated."""

from typing import Any

from sympy import Expr, Rational, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    bounded,
    chain,
    equal,
    magnitude,
    rounds_to,
)
from fixedpoint.model import T

from ..a32_theorem2.theorem2 import E2, E2_T, Z2
from ..a341_jacobian.lemmas_05_09 import NET
from ..paper import HERE, claim, inference, own, repaired, u, v
from .lemma_37 import ROOT, by_23, lemma, shrinks, tail
from .ranges import HIGHEST, IN_NET, LARGEST_X, LARGEST_Y, LEAST_X

F38, F38_T = u * E2, u * E2_T

# (173)–(175): as printed, with √2 √(2x) = 2√x below.
Z_173 = (v + 2 * u) / (2 * ROOT)
E_174 = exp((v + 2 * u) ** 2 / (4 * u)) * erfc(Z_173)
E_174_T = exp(v**2 / (4 * u)) * T(1, v, 2 * u)
F_173 = u * exp((v + 2 * u) ** 2 / (2 * u)) * erfc((v + 2 * u) / (sqrt(2) * sqrt(2 * u)))
MIXED_38 = 2 * u * (2 * u + 1) - v**2
LOW_38, LOW_38C = Rational("0.463979"), Rational("0.463978")
SCALE_174 = exp((v + 2 * u) ** 2 / (4 * u)) / (2 * sqrt(pi) * u)


def bracket(scaled_tail: Any, root: Expr = ROOT) -> Expr:
    """The bracket of (174) for √π e^{z²} erfc z, or a bound of it; `root` before the last term."""
    return scaled_tail * MIXED_38 + root * (v - 2 * u)


BY_X_174 = SCALE_174 * bracket(sqrt(pi) * E_174)
BY_X_38 = bracket(sqrt(pi) * E2, sqrt(2) * ROOT) / (2 * sqrt(pi) * u)
BY_22 = 2 / (Z2 + sqrt(Z2**2 + 2))
SQUARE_38 = (u - ROOT) ** 2


def expanded(last: Any, square: Any, linear: Any) -> Expr:
    """The right side of L38.6 for its coefficients of -y², x² and x."""
    return -last * v**2 + v * ROOT + square * u**2 + linear * u - 2 * u * ROOT


def regrouped(last: Any, square: Any, linear: Any) -> Expr:
    """The right side of L38.7 for its coefficients, of y² within the first term, x² and -x."""
    return v * (ROOT - last * v) + square * u**2 + SQUARE_38 - linear * u


C = sqrt(pi) * E2.subs(HIGHEST)
"""√π times the least e^{z₂²} erfc z₂, of which (175) takes 0.463979 for the first digits."""
AFTER_6 = expanded(LOW_38, Rational("1.85592"), Rational("0.927958"))
ROUNDED_7, EXACT_7 = Rational("0.0720421"), 1 - Rational("0.927958")
MORE_6, MORE_7 = (Rational("1.85592") - 4 * LOW_38) * u**2, (ROUNDED_7 - EXACT_7) * u
ROUNDING, ROUNDING_7 = Rational("0.0000141"), Rational("0.0000002")
FIRST = v * (ROOT - LOW_38 * v)
LAST_38 = FIRST + Rational("0.85592") * u**2 - ROUNDED_7 * u
LEAST_38 = (
    Rational("0.85592") * LEAST_X**2
    - LARGEST_Y * (sqrt(LARGEST_X) + LARGEST_Y * LOW_38)
    - ROUNDED_7 * LARGEST_X
)


def step_383(bound: str, least: Expr) -> All:
    """What (175) takes besides L38.4: z₂/√2 < z₂, both > 0, and least · √π at least the bound."""
    return All((
        bounded(0, Z_173, Z2, NET, "<"), Inequality(0, "<", MIXED_38, NET),
        Inequality(bound, "<=", least, HERE),
    ))


CLAIMS = (
    claim(
        "L38", "ντ e^{(μω+2ντ)²/(2ντ)} erfc((μω + 2ντ)/(√2 √(ντ))) > 0 increases in ντ and "
        "decreases in μω on Ω_J", lemma(F38, F38_T), defect=Defect.STEP,
        note="what is differentiated is not this function (L38.1); with its own derivative the "
        "printed bound 0.463979 is too small, Lemma 22 is enough (L38.1c, L38_repair)",
    ),
    *inference(
        "L38", "(174) and (175) join: the factor before the bracket is positive, the square ⩾ 0, "
        "and 0.201766 more than what the roundings change; with (173) corrected the bracket has "
        "√2 √(ντ) for √(ντ)", "L38.1 L38.2 L38.3 L38.6 L38.6_rounding L38.7 L38.7_rounding L38.8 "
        "L38.9 L23",
        All((
            IN_NET, Inequality(0, "<", 2 * sqrt(pi) * u, NET), Inequality(0, "<=", SQUARE_38, NET),
            Inequality(ROUNDING + ROUNDING_7, "<", "0.201766", HERE),
        )),
        All((IN_NET, Inequality(0, "<", bracket(LOW_38C, sqrt(2) * ROOT), NET))),
    ),
    own(
        "L38_repair", "√π · 2/(√π (z₂ + √(z₂² + 2))) (2ντ(2ντ+1) - μ²ω²) + √2 √(ντ)(μω - 2ντ) > 0 "
        "on Ω_J", All((IN_NET, Inequality(0, "<", bracket(BY_22, sqrt(2) * ROOT), NET))),
        "the bracket of L38.1c with the bound of Lemma 22",
    ),
    repaired(
        "L38", "the derivative of the function itself, with Lemma 22 from below, for z₂ > 0, in "
        "place of the least e^{z₂²} erfc z₂", "L38.1c L38_repair L22 L38.9",
        All((
            Inequality(0, "<", Z2, NET), Inequality(0, "<", MIXED_38, NET),
            Inequality(0, "<", 2 * sqrt(pi) * u, NET),
        )),
    ),
    claim(
        "L38.1", "the function of Lemma 38, with x for ντ, is x e^{(μω+2x)²/(2x)} "
        "erfc((μω + 2x)/(√2 √(2x))) (173)", equal(F38_T, F_173, NET), defect=Defect.FORMULA,
        note="√2 √(2x) stands for √2 √x: z₂/√2 in erfc, with e^{z₂²}; (174) is the derivative of "
        "this other function",
    ),
    claim(
        "L38.1c", "the function of Lemma 38, with x for ντ, is x e^{(μω+2x)²/(2x)} "
        "erfc((μω + 2x)/(√2 √x)), and its derivative is (√π e^{(μω+2x)²/(2x)} (2x(2x+1) - μ²ω²) "
        "erfc((μω + 2x)/(√2 √x)) + √2 √x (μω - 2x))/(2√π x)", Derivative(F38, u, BY_X_38),
        constants={},
    ),
    claim(
        "L38.2", "∂/∂x of (173) is e^{(μω+2x)²/(4x)} (√π e^{(μω+2x)²/(4x)} (2x(2x+1) - μ²ω²) "
        "erfc((μω + 2x)/(2√x)) + √x(μω - 2x))/(2√π x) (174)",
        Derivative(F_173, u, BY_X_174), constants={},
    ),
    claim(
        "L38.3", "√π e^{(μω+2ντ)²/(4ντ)} (2ντ(2ντ+1) - μ²ω²) erfc((μω + 2ντ)/(2√(ντ))) + "
        "√(ντ)(μω - 2ντ) > 0.463979(2ντ(2ντ+1) - μ²ω²) + √(ντ)(μω - 2ντ) on Ω_J (175)",
        All((
            IN_NET, Identity(E_174, E_174_T),
            Inequality(bracket(LOW_38), "<", bracket(sqrt(pi) * E_174_T), NET),
        )),
    ),
    *inference(
        "L38.3", "L38.4 bounds e^{z²} erfc z at z₂, and by Lemma 23 it is greater at z₂/√2, which "
        "stands here; L38.5", "L38.2 L38.4 L38.5 L23",
        *(step_383("0.463979", least) for least in (LOW_38, LOW_38C)),
    ),
    own("L38.3_repair", "e^{(μω+2ντ)²/(4ντ)} erfc((μω + 2ντ)/(2√(ντ))) > 0.3436 on Ω_J",
        All((IN_NET, Identity(E_174, E_174_T), Inequality("0.3436", "<", E_174_T, NET))),
        "the function that stands in (174)"),
    repaired("L38.3", "the least value of what stands in (174)", "L38.2 L38.3_repair",
             step_383("0.463979", Rational("0.3436") * sqrt(pi))),
    claim(
        "L38.4", "e^{(μω+2ντ)²/(2ντ)} erfc((μω + 2ντ)/(√2 √(ντ))) > 0.261772 is least for ντ = "
        "1.5·1.25, μω = 0.1·0.1, on Ω_J", tail(E2, E2_T, "0.261772"),
    ),
    *inference("L38.4", "Lemma 23, for z₂ > 0, at the largest z₂", "L23",
               by_23(Z2, E2, "0.261772")),
    claim(
        "L38.5", "0.261772 √π > 0.463979",
        Inequality("0.463979", "<", Rational("0.261772") * sqrt(pi), HERE),
        defect=Defect.LAST_DIGIT,
        note="0.261772 √π = 0.4639787…, and with the unrounded minimum 0.26177208… it is "
        "0.4639789…: it was rounded to nearest",
    ),
    claim(
        "L38.5c", "0.261772 √π > 0.463978",
        Inequality("0.463978", "<", Rational("0.261772") * sqrt(pi), HERE),
    ),
    claim(
        "L38.6", "the right side of L38.3 = -0.463979μ²ω² + μω√(ντ) + 1.85592(ντ)² + 0.927958ντ - "
        "2ντ√(ντ) (175)",
        All((
            Identity(bracket(C), expanded(C, 4 * C, 2 * C)), rounds_to(C, "0.463979", HERE),
            rounds_to(4 * C, "1.85592", HERE), rounds_to(2 * C, "0.927958", HERE),
        )),
        note="0.463979, 1.85592 = 4c and 0.927958 = 2c are roundings, c being √π times the "
        "unrounded minimum of L38.4; L38.6_rounding is about these numbers",
    ),
    own(
        "L38.6_rounding", "the rounded 1.85592 changes L38.6 by less than 0.0000141 on Ω_J",
        All((
            IN_NET, Identity(AFTER_6 - bracket(LOW_38), MORE_6),
            magnitude(MORE_6, "<", ROUNDING, NET),
        )),
        "what the rounded number of L38.6 changes",
    ),
    claim(
        "L38.7", "the right side of L38.6 = μω(√(ντ) - 0.463979μω) + 0.85592(ντ)² + "
        "(ντ - √(ντ))² - 0.0720421ντ (175)",
        All((
            Identity(expanded(C, 4 * C, 2 * C), regrouped(C, 4 * C - 1, 1 - 2 * C)),
            rounds_to(C, "0.463979", HERE), rounds_to(4 * C - 1, "0.85592", HERE),
            rounds_to(1 - 2 * C, "0.0720421", HERE),
        )),
        note="0.85592 = 4c - 1 and 0.0720421 = 1 - 2c are roundings, c being as in L38.6; "
        "1 - 0.927958 is 0.072042",
    ),
    own(
        "L38.7_rounding", "with 0.0720421 the right side of L38.7 is smaller than the left, by "
        "less than 0.0000002 on Ω_J",
        All((
            IN_NET, Identity(AFTER_6 - regrouped(LOW_38, Rational("0.85592"), ROUNDED_7), MORE_7),
            chain(NET, 0, "<", MORE_7, "<", ROUNDING_7),
        )),
        "what 0.0720421 changes",
    ),
    claim(
        "L38.8", "μω(√(ντ) - 0.463979μω) + 0.85592(ντ)² - 0.0720421ντ > 0.85592·(0.8·0.8)² - "
        "0.1·0.1(√(1.5·1.25) + 0.1·0.1·0.463979) - 0.0720421·1.5·1.25 > 0.201766 on Ω_J (175)",
        All((
            IN_NET, Inequality(LEAST_38, "<", LAST_38, NET),
            Inequality("0.201766", "<", LEAST_38, HERE),
        )),
    ),
    *inference(
        "L38.8", "each term at its least: the first and the last for the largest ντ, the second "
        "for the smallest, so not all at once", "L25 L26",
        All((
            Inequality(-LARGEST_Y * (sqrt(LARGEST_X) + LARGEST_Y * LOW_38), "<=", FIRST, NET),
            Inequality(LEAST_X, "<", LARGEST_X, HERE),
            Inequality("0.201766", "<", LEAST_38, HERE),
        )),
    ),
    claim(
        "L38.9", "ντ e^{(μω+2ντ)²/(2ντ)} erfc((μω + 2ντ)/(√2 √(ντ))) > 0 decreases in μω on Ω_J",
        All((
            IN_NET, Identity(F38, F38_T), Inequality(0, "<", F38_T, NET),
            Monotone(F38_T, v, "decreasing", NET),
        )),
    ),
    *inference("L38.9", "Lemma 23, for z₂ > 0, which increases in μω", "L23", shrinks(Z2)),
)
