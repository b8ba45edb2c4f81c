"""Lemma 39: ∂𝒥₁₂/∂ν and ∂𝒥₁₂/∂τ (190–202)."""

from dataclasses import replace

from sympy import Expr, Integer, Rational, exp, sqrt

from fixedpoint.claims import All, Claim, Defect, equal, rounds_to, truncates_to

from ..a341_jacobian.jacobian import E_A, Q
from ..paper import HERE, a, alpha, b, claim, inference, lam, mu, nu, omega, tau
from .terms import (
    ARGUMENTS,
    E1,
    LEAST,
    MOST,
    E,
    Ends,
    Line,
    Value,
    at_least,
    at_most,
    claims_of,
    greater,
    size,
    slope,
)

Point = dict[Expr, Expr]


def rest(square: Expr, y: Expr, near: Point, far: Point) -> Expr:
    """(190) with its factors ν, τ at two points; (191) and (192) have the smallest and largest."""
    return Q * (
        -(alpha - 1) * square / (sqrt(near[nu]) ** 5 * sqrt(near[tau]))
        + sqrt(near[tau]) * (alpha + alpha * y - 1) / sqrt(far[nu]) ** 3
        - alpha * sqrt(far[tau]) ** 3 / sqrt(near[nu])
    )


HERE_ALL: Point = {nu: nu, tau: tau}
REST = rest(a**2, a, HERE_ALL, HERE_ALL)


def lower_30(e: Ends) -> Expr:
    return alpha * LEAST[tau] ** 2 * E(e.T1)


def upper_31(e: Ends) -> Expr:
    return alpha * MOST[tau] ** 2 * E(e.t1)


def lower_32(e: Ends) -> Expr:
    return rest(MOST[mu] ** 2 * MOST[omega] ** 2, e.t11, LEAST, MOST)


def upper_33(e: Ends, square: Expr = LEAST[mu] ** 2 * LEAST[omega] ** 2) -> Expr:
    return rest(square, e.T11, MOST, LEAST)


def upper_33c(e: Ends) -> Expr:
    """With the least value of μ²ω²."""
    return upper_33(e, Integer(0))


def value_34(e: Ends) -> Expr:
    """(193)."""
    return lam / 8 * exp(e.t4) * (upper_33(e) + upper_31(e))


def value_34c(e: Ends) -> Expr:
    """With the least value of μ²ω²."""
    return lam / 8 * exp(e.t4) * (upper_33c(e) + upper_31(e))


def value_35(e: Ends) -> Expr:
    """(194)."""
    return lam / 8 * exp(e.t4) * (lower_30(e) + lower_32(e))


def third(y: Expr, x: Expr) -> Expr:
    """The term of ∂𝒥₁₂/∂τ that Lemma 34 is about."""
    return Q * (-(alpha - 1) * y**2 / sqrt(x) ** 3 + (-alpha + alpha * y + 1) / sqrt(x)
                - alpha * sqrt(x))


def value_45(e: Ends) -> Expr:
    """(202)."""
    return lam / 8 * exp(e.t4) * (
        alpha * e.T22 * E1(e.T22, e.t11) + 2 * alpha * E(e.t1) + third(e.T11, e.t22)
    )


def sum_of(addends: tuple[str, ...]) -> Expr:
    """The sum of printed numbers."""
    return sum(map(Rational, addends), Integer(0))


def cut_off(terms: tuple[Expr, ...], addends: tuple[str, ...]) -> All:
    """The addends are the extrema cut off after five decimals."""
    return All(tuple(truncates_to(f, q, HERE) for f, q in zip(terms, addends, strict=True)))


LOW, HIGH, Y = LEAST[nu] * LEAST[tau], MOST[nu] * MOST[tau], MOST[mu] * MOST[omega]
THIRD, SECOND, TWICE = third(a, b), alpha * b * E_A, 2 * alpha * E_A
MINIMA = third(-Y, HIGH), alpha * LOW * E1(LOW, Y), 2 * alpha * E1(HIGH, Y)
MAXIMA = third(Y, LOW), alpha * HIGH * E1(HIGH, -Y), 2 * alpha * E1(LOW, -Y)
ADDENDS_LOW, ADDENDS_HIGH = ("-2.23019", "0.62046", "1.45560"), ("-1.72295", "1.37380", "1.96664")
SUM_LOW, SUM_HIGH = sum(MINIMA), sum(MAXIMA)
TERM = "√(2/π) (-(α - 1)y²/x^{3/2} + (-α + αy + 1)/√x - α√x), y = μω, x = ντ,"
TERM_X, TERM_2 = "αντ e^{h₁²} erfc(h₁)", "2α e^{h₁²} erfc(h₁)"
AT_HIGH, AT_LOW = "x = 1.5·1.25", "x = 0.8·0.8"
CORNERS = {
    "L39.37": (f"{TERM} is at most its value at y = 0.1·0.1, {AT_LOW},",
               at_most(THIRD), MAXIMA[0], "-1.72296"),
    "L39.38": (f"{TERM} is at least its value at y = -0.1·0.1, {AT_HIGH},",
               at_least(THIRD), MINIMA[0], "-2.2302"),
    "L39.39": (f"{TERM_X} is at most its value at y = -0.1·0.1, {AT_HIGH},",
               at_most(SECOND), MAXIMA[1], "1.37381"),
    "L39.40": (f"{TERM_X} is at least its value at y = 0.1·0.1, {AT_LOW},",
               at_least(SECOND), MINIMA[1], "0.620462"),
    "L39.41": (f"{TERM_2} is at most its value at y = -0.1·0.1, {AT_LOW},",
               at_most(TWICE), MAXIMA[2], "1.96664"),
    "L39.42": (f"{TERM_2} is at least its value at y = 0.1·0.1, {AT_HIGH},",
               at_least(TWICE), MINIMA[2], "1.4556"),
}
"""(196)–(201): the three terms of the bracket of ∂𝒥₁₂/∂τ at their corners."""


def corner(id: str) -> tuple[Claim, ...]:
    """A term is extreme at a corner, where it is the number; Lemma 23 needs h₁ > 0."""
    what, holds, at, number = CORNERS[id]
    return claims_of(id, Line(what, holds, "which is", lambda _: at, number),
                     () if at in (MINIMA[0], MAXIMA[0]) else ARGUMENTS,
                     step="the value at the corner")


LINE_34 = Line(
    "∂𝒥₁₂/∂ν is at most", slope("JAC.15", "<"),
    "⅛λ e^{t₄}(√(2/π)(-(α - 1)μ_min²ω_min²/(ν_max^{5/2} √τ_max) - ατ_min^{3/2}/√ν_max + "
    "√τ_max(α + αT₁₁ - 1)/ν_min^{3/2}) + ατ_max² e^{t₁²} erfc(t₁))", value_34, "0.212328",
)
LINE_33 = Line(
    "(190) is at most", at_most(REST),
    "√(2/π)(-(α - 1)μ_min²ω_min²/(ν_max^{5/2} √τ_max) + √τ_max(α + αT₁₁ - 1)/ν_min^{3/2} - "
    "ατ_min^{3/2}/√ν_max)", upper_33, "0.0802158",
)
SIZES = {
    "L39.36": replace(
        LINE_34, what="|∂𝒥₁₂/∂ν| ⩽ (193), that is", holds=slope("JAC.15", "||"),
        number="0.21232788238624354",
    ),
    "L39.45": size(
        "JAC.16", "⅛λ e^{t₄}(αT₂₂ e^{(t₁₁ + T₂₂)²/(2T₂₂)} erfc((t₁₁ + T₂₂)/(√2√T₂₂)) + "
        "2α e^{t₁²} erfc(t₁) + √(2/π)(-(α - 1)T₁₁²/t₂₂^{3/2} + (-α + αT₁₁ + 1)/√t₂₂ - α√t₂₂))",
        value_45, "0.2124377655377270",
    ),
}
"""(195), (202): the bounds on the derivatives."""
ZERO = "0 is the least value of μ²ω², not μ_min²ω_min² = 0.0001"


def with_zero(line: Line, value: Value) -> Line:
    """With 0 for μ_min²ω_min²."""
    return replace(line, value=value, formula=line.formula.replace("(α - 1)μ_min²ω_min²", "0"))


CLAIMS = (
    *claims_of(
        "L39.30", Line("ατ² e^{h₁²} erfc(h₁) is at least", at_least(alpha * tau**2 * E_A),
                       "ατ_min² e^{T₁²} erfc(T₁)", lower_30, "0.465793"),
        ARGUMENTS,
    ),
    *claims_of(
        "L39.31", Line("ατ² e^{h₁²} erfc(h₁) is at most", at_most(alpha * tau**2 * E_A),
                       "ατ_max² e^{t₁²} erfc(t₁)", upper_31, "1.53644"),
        ARGUMENTS,
    ),
    *claims_of(
        "L39.32", Line("(190) is at least", at_least(REST),
                       "√(2/π)(-(α - 1)μ_max²ω_max²/(ν_min^{5/2} √τ_min) + "
                       "√τ_min(α + αt₁₁ - 1)/ν_max^{3/2} - ατ_max^{3/2}/√ν_min)", lower_32,
                       "-1.83112"), also="D346.1",
    ),
    *claims_of(
        "L39.33", LINE_33, corrected=with_zero(LINE_33, upper_33c), also="D346.1",
        note=f"{ZERO}, with which it is 0.0801983…", defect=Defect.FORMULA,
    ),
    *claims_of(
        "L39.34", LINE_34, corrected=with_zero(LINE_34, value_34c),
        also="JAC.15 D346.1", note=ZERO, repeats="L39.33", defect=Defect.FORMULA,
    ),
    *claims_of(
        "L39.35", Line(
            "∂𝒥₁₂/∂ν is at least", slope("JAC.15", ">"),
            "⅛λ e^{t₄}(ατ_min² e^{T₁²} erfc(T₁) + √(2/π)(-(α - 1)μ_max²ω_max²/(ν_min^{5/2} √τ_min) "
            "+ √τ_min(α + αt₁₁ - 1)/ν_max^{3/2} - ατ_max^{3/2}/√ν_min))", value_35, "-0.179318",
        ), also="JAC.15 D346.1",
    ),
    *claims_of(
        "L39.36", SIZES["L39.36"], greater("0.212328", "-0.179318"),
        corrected=with_zero(SIZES["L39.36"], value_34c), right="0.21232788238624336",
        also="JAC.15", note=ZERO, repeats="L39.33", defect=Defect.FORMULA,
    ),
    *(c for id in CORNERS for c in corner(id)),
    claim(
        "L39.43", "-2.23019 + 0.62046 + 1.45560 = -0.154133, the sum of the minima",
        equal(sum_of(ADDENDS_LOW), "-0.154133", HERE), defect=Defect.SLIP,
        note="the sum of the printed numbers is -0.15413; that of the minima themselves is "
        "-0.154133",
    ),
    claim(
        "L39.43c", "-2.23019 + 0.62046 + 1.45560 = -0.15413; the sum of the minima themselves is "
        "-0.154133",
        All((equal(sum_of(ADDENDS_LOW), "-0.15413", HERE), rounds_to(SUM_LOW, "-0.154133", HERE))),
    ),
    *inference(
        "L39.43", "the addends are the minima cut off after five decimals; their sum",
        "L39.38 L39.40 L39.42",
        All((cut_off(MINIMA, ADDENDS_LOW), equal(sum_of(ADDENDS_LOW), "-0.154133", HERE))),
        All((cut_off(MINIMA, ADDENDS_LOW), rounds_to(SUM_LOW, "-0.154133", HERE))),
    ),
    claim(
        "L39.44", "-1.72295 + 1.37380 + 1.96664 = 1.61749, the sum of the maxima",
        All((equal(sum_of(ADDENDS_HIGH), "1.61749", HERE), rounds_to(SUM_HIGH, "1.61749", HERE))),
    ),
    *inference(
        "L39.44", "the addends are the maxima cut off after five decimals; their sum",
        "L39.37 L39.39 L39.41",
        All((cut_off(MAXIMA, ADDENDS_HIGH), equal(sum_of(ADDENDS_HIGH), "1.61749", HERE))),
    ),
    *claims_of(
        "L39.45", SIZES["L39.45"],
        greater("1.61749", "-0.154133"), also="JAC.16",
        right="0.2124377655377268",
    ),
)
