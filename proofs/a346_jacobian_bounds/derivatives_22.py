"""Lemma 39: ∂𝒥₂₂/∂ν and ∂𝒥₂₂/∂τ (219–224)."""

from dataclasses import replace

from sympy import Expr, erfc, exp, sqrt

from fixedpoint.claims import Defect

from ..a341_jacobian.jacobian import Q
from ..paper import alpha, lam, tau
from .derivatives_21 import E_1, E_2, e1, e2
from .terms import ARGUMENTS, E1, E2, MOST, E, Ends, Line, claims_of, greater, size, slope


def bracket_22(e1: Expr, e2: Expr, y: Expr, x: Expr) -> Expr:
    """That of ∂𝒥₂₂/∂ν."""
    return -(alpha**2) * e1 + 8 * alpha**2 * e2 + Q * (
        (alpha**2 - 1) * y / sqrt(x) ** 3 - 3 * alpha**2 / sqrt(x)
    )


def upper_63(e: Ends) -> Expr:
    at = bracket_22(E(e.T1), E(e.t2), e.T11, e.T22)
    return lam**2 / 4 * MOST[tau] ** 2 * exp(-e.t4) * at


def lower_64(e: Ends) -> Expr:
    at = bracket_22(E(e.t1), E(e.T2), e.t11, e.t22)
    return lam**2 / 4 * MOST[tau] ** 2 * exp(-e.t4) * at


def value_65(e: Ends) -> Expr:
    """(221)."""
    return -lower_64(e)


def term_36(y: Expr, x: Expr) -> Expr:
    """The term of ∂𝒥₂₂/∂τ that Lemma 36 is about."""
    return Q * ((alpha**2 - 1) * y / sqrt(x) - 3 * alpha**2 * sqrt(x))


def value_66(e: Ends) -> Expr:
    """(222)."""
    least, most = exp(-e.T4), exp(-e.t4)
    return lam**2 / 4 * (
        -(alpha**2) * e.t22 * least * E1(e.t22, e.T11)
        + 8 * alpha**2 * e.T22 * most * E2(e.T22, e.t11)
        - 2 * alpha**2 * E(e.T1) * least + 4 * alpha**2 * E(e.t2) * most
        + 2 * (2 - erfc(e.T3)) + least * term_36(e.T11, e.t22)
    )


def lower_67(e: Ends, sign: int = 1) -> Expr:
    """(223), and with a minus before the second term."""
    least, most = exp(-e.T4), exp(-e.t4)
    return lam**2 / 4 * (
        8 * alpha**2 * e.t22 * least * E2(e.t22, e.T11)
        + sign * alpha**2 * e.T22 * most * E1(e.T22, e.t11)
        - 2 * alpha**2 * E(e.t1) * most + 4 * alpha**2 * E(e.T2) * least
        + 2 * (2 - erfc(e.t3)) + most * term_36(e.t11, e.T22)
    )


def lower_67c(e: Ends) -> Expr:
    return lower_67(e, -1)


F_63 = f"¼λ²τ_max² e^{{-t₄}}(-α² {E_1} + 8α² {e2} + √(2/π)((α² - 1)T₁₁/T₂₂^{{3/2}} - 3α²/√T₂₂))"
F_64 = f"¼λ²τ_max² e^{{-t₄}}(-α² {e1} + 8α² {E_2} + √(2/π)((α² - 1)t₁₁/t₂₂^{{3/2}} - 3α²/√t₂₂))"
F_66 = ("¼λ²(-α²t₂₂ e^{-T₄} e^{(T₁₁ + t₂₂)²/(2t₂₂)} erfc((T₁₁ + t₂₂)/(√2√t₂₂)) + 8α²T₂₂ e^{-t₄} "
        "e^{(t₁₁ + 2T₂₂)²/(2T₂₂)} erfc((t₁₁ + 2T₂₂)/(√2√T₂₂)) - "
        f"2α² {E_1} e^{{-T₄}} + 4α² {e2} e^{{-t₄}} + 2(2 - erfc(T₃)) + "
        "√(2/π) e^{-T₄}((α² - 1)T₁₁/√t₂₂ - 3α²√t₂₂))")
F_67 = ("¼λ²(8α²t₂₂ e^{-T₄} e^{(T₁₁ + 2t₂₂)²/(2t₂₂)} erfc((T₁₁ + 2t₂₂)/(√2√t₂₂)) + α²T₂₂ e^{-t₄} "
        "e^{(t₁₁ + T₂₂)²/(2T₂₂)} erfc((t₁₁ + T₂₂)/(√2√T₂₂)) - "
        f"2α² {e1} e^{{-t₄}} + 4α² {E_2} e^{{-T₄}} + 2(2 - erfc(t₃)) + "
        "√(2/π) e^{-t₄}((α² - 1)t₁₁/√T₂₂ - 3α²√T₂₂))")
LINE_67 = Line("∂𝒥₂₂/∂τ is at least", slope("JAC.24", ">"), F_67, lower_67, "-1.17154")
LINE_67C = replace(LINE_67, formula=F_67.replace("+ α²T₂₂", "- α²T₂₂"), value=lower_67c)
SIZES = {
    "L39.65": size("JAC.23", f"-(220), that is -{F_64}", value_65, "1.805740052651535"),
    "L39.68": size("JAC.24", f"(222), that is {F_66}", value_66, "2.396685907216327"),
}
"""(221), (224): the bounds on the derivatives."""

CLAIMS = (
    *claims_of(
        "L39.63", Line("∂𝒥₂₂/∂ν is at most", slope("JAC.23", "<"), F_63, upper_63,
                       "1.19441"),
        ARGUMENTS, also="JAC.23",
    ),
    *claims_of(
        "L39.64", Line("∂𝒥₂₂/∂ν is at least", slope("JAC.23", ">"), F_64, lower_64,
                       "-1.80574"),
        ARGUMENTS, also="JAC.23",
    ),
    *claims_of(
        "L39.65", SIZES["L39.65"],
        greater("-1.80574", "1.19441"), right="1.805740052651532",
        also="JAC.23",
    ),
    *claims_of(
        "L39.66", Line("∂𝒥₂₂/∂τ is at most", slope("JAC.24", "<"), F_66, value_66,
                       "2.39669"),
        ARGUMENTS, also="JAC.24",
    ),
    *claims_of(
        "L39.67", LINE_67, ARGUMENTS, corrected=LINE_67C, also="JAC.24", defect=Defect.MISPRINT,
        note="the second term is printed with a plus, and then it is 0.0972…; the number has the "
        "minus",
    ),
    *claims_of(
        "L39.68", SIZES["L39.68"],
        greater("2.39669", "-1.17154"), right="2.396685907216321",
        also="JAC.24",
    ),
)
