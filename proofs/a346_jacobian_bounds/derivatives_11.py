"""Lemma 39: ∂𝒥₁₁/∂μ, ∂𝒥₁₁/∂ω, ∂𝒥₁₁/∂ν, ∂𝒥₁₁/∂τ, ∂𝒥₁₂/∂μ and ∂𝒥₁₂/∂ω (177–189)."""

from sympy import Expr, erfc, exp, sqrt

from fixedpoint.claims import All, Derivative

from ..a341_jacobian.jacobian import E_A, J11, J12, Q
from ..a341_jacobian.jacobian import SLOPES as PRINTED_SLOPES
from ..paper import a, alpha, b, claim, lam, mu, nu, omega, tau
from .terms import ARGUMENTS, MOST, E, Ends, Line, at_least, at_most, claims_of, greater, size

E_LOW, E_HIGH = "α e^{T₁²} erfc(T₁)", "α e^{t₁²} erfc(t₁)"


# The brackets of (72) in their terms, so that each may be taken at its own end.
def bracket_mu(e1: Expr, x: Expr) -> Expr:
    """That of ∂𝒥₁₁/∂μ."""
    return alpha * e1 - Q * (alpha - 1) / sqrt(x)


def bracket_omega(y: Expr, x: Expr, y1: Expr, e1: Expr) -> Expr:
    """That of ∂𝒥₁₁/∂ω."""
    return Q * (alpha - 1) * y / sqrt(x) - alpha * (y1 + 1) * e1


def bracket_nu(e1: Expr, y: Expr, x: Expr) -> Expr:
    """That of ∂𝒥₁₁/∂ν (183)."""
    return alpha * e1 + Q * ((alpha - 1) * y / sqrt(x) ** 3 - alpha / sqrt(x))


def upper_17(e: Ends) -> Expr:
    return bracket_mu(E(e.t1), e.T22)


def value_19(e: Ends) -> Expr:
    """(179)."""
    return lam / 2 * MOST[omega] ** 2 * exp(e.t4) * upper_17(e)


def lower_21(e: Ends) -> Expr:
    return bracket_omega(e.t11, e.t22, e.T11, E(e.t1))


def value_22(e: Ends) -> Expr:
    """(182)."""
    return lam / 2 * (-exp(e.t4) * lower_21(e) - erfc(e.T3) + 2)


def lower_24(e: Ends) -> Expr:
    return bracket_nu(E(e.T1), e.t11, e.t22)


def value_25(e: Ends, first: Expr = MOST[tau], second: Expr = MOST[omega]) -> Expr:
    """(186) to (189), with the largest values of two variables."""
    return -lam / 4 * first * second * exp(e.t4) * lower_24(e)


def value_26(e: Ends) -> Expr:
    """(187)."""
    return value_25(e, MOST[nu])


def value_29(e: Ends) -> Expr:
    """(189)."""
    return value_25(e, MOST[mu], MOST[tau])


BRACKET_MU = bracket_mu(E_A, b)
BRACKET_OMEGA = bracket_omega(a, b, a, E_A)
BRACKET_NU = bracket_nu(E_A, a, b)
BY_NU = f"{E_LOW} + √(2/π)((α - 1)t₁₁/t₂₂^{{3/2}} - α/√t₂₂)"
SAME = PRINTED_SLOPES["JAC.11"][2]

SIZES = {
    "L39.19": size("JAC.9", f"½λω_max² e^{{t₄}}({E_HIGH} - √(2/π)(α - 1)/√T₂₂)", value_19,
                   "0.0031049101995398316"),
    "L39.22": size("JAC.10", "½λ(-e^{t₄}(√(2/π)(α - 1)t₁₁/√t₂₂ - α(T₁₁ + 1)e^{t₁²} erfc(t₁)) - "
                   "erfc(T₃) + 2)", value_22, "1.055872374194189"),
    "L39.25": size("JAC.11", f"-¼λτ_max ω_max e^{{t₄}}({BY_NU})", value_25, "0.031242911235461816"),
    "L39.26": size("JAC.12", f"-¼λν_max ω_max e^{{t₄}}({BY_NU})", value_26, "0.03749149348255419"),
    "L39.28": size("JAC.13", f"-¼λτ_max ω_max e^{{t₄}}({BY_NU})", value_25, "0.031242911235461816"),
    "L39.29": size("JAC.14", f"-¼λμ_max τ_max e^{{t₄}}({BY_NU})", value_29, "0.031242911235461816"),
}
"""(179), (182), (186)–(189): the bounds on the derivatives."""


CLAIMS = (
    *claims_of(
        "L39.17", Line("the bracket of ∂𝒥₁₁/∂μ is at most", at_most(BRACKET_MU),
                       f"{E_HIGH} - √(2/π)(α - 1)/√T₂₂", upper_17, "0.591017"),
        ARGUMENTS,
    ),
    *claims_of(
        "L39.18", Line("the bracket of ∂𝒥₁₁/∂μ is at least", at_least(BRACKET_MU),
                       f"{E_LOW} - √(2/π)(α - 1)/√t₂₂",
                       lambda e: bracket_mu(E(e.T1), e.t22), "0.056318"),
        ARGUMENTS,
    ),
    *claims_of(
        "L39.19", SIZES["L39.19"],
        greater("0.591017", "0.056318"), also="JAC.9",
        right="0.0031049101995398300…",
    ),
    *claims_of(
        "L39.20", Line("the bracket of ∂𝒥₁₁/∂ω is at most", at_most(BRACKET_OMEGA),
                       "√(2/π)(α - 1)T₁₁/√t₂₂ - α(t₁₁ + 1)e^{T₁²} erfc(T₁)",
                       lambda e: bracket_omega(e.T11, e.t22, e.t11, E(e.T1)), "-0.713808"),
        ARGUMENTS,
    ),
    *claims_of(
        "L39.21", Line("the bracket of ∂𝒥₁₁/∂ω is at least", at_least(BRACKET_OMEGA),
                       "√(2/π)(α - 1)t₁₁/√t₂₂ - α(T₁₁ + 1)e^{t₁²} erfc(t₁)", lower_21, "-0.99987"),
        ARGUMENTS,
    ),
    *claims_of(
        "L39.22", SIZES["L39.22"],
        greater("-0.99987", "-0.713808"), also="JAC.10",
        right="1.055872374194188",
    ),
    *claims_of(
        "L39.23", Line("the bracket (183) of ∂𝒥₁₁/∂ν is at most", at_most(BRACKET_NU),
                       f"{E_HIGH} + √(2/π)((α - 1)T₁₁/T₂₂^{{3/2}} - α/√T₂₂)",
                       lambda e: bracket_nu(E(e.t1), e.T11, e.T22), "0.0104167"),
        ARGUMENTS,
    ),
    *claims_of(
        "L39.24", Line("the bracket (183) of ∂𝒥₁₁/∂ν is at least", at_least(BRACKET_NU), BY_NU,
                       lower_24, "-0.95153"),
        ARGUMENTS,
    ),
    *claims_of(
        "L39.25", SIZES["L39.25"],
        greater("-0.95153", "0.0104167"), also="JAC.11",
        right="0.031242911235461802",
    ),
    *claims_of(
        "L39.26", SIZES["L39.26"],
        greater("-0.95153", "0.0104167"), also="L39.23 JAC.12",
        right="0.03749149348255416",
    ),
    claim(
        "L39.27", "∂𝒥₁₂/∂μ = ∂𝒥₁₁/∂ν",
        All((Derivative(J12, mu, SAME), Derivative(J11, nu, SAME))), constants={},
    ),
    *claims_of(
        "L39.28", SIZES["L39.28"], right="0.031242911235461802",
        step="∂𝒥₁₂/∂μ is ∂𝒥₁₁/∂ν, and (188) is (186)",
    ),
    *claims_of(
        "L39.29", SIZES["L39.29"],
        greater("-0.95153", "0.0104167"), also="L39.23 JAC.14",
        right="0.031242911235461802",
    ),
)
