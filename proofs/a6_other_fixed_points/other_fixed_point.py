"""Section A5: the parameters of SELU for the fixed point (0, 2)."""

from sympy import E, Expr, Rational, erfc, pi, sqrt

from fixedpoint.claims import All, Claim, Identity, rounds_to, value
from fixedpoint.model import P, T

from ..main_text.main_text import MEAN_4, VARIANCE_5, only
from ..paper import (
    CONSTANTS,
    HERE,
    alpha,
    claim,
    inference,
    lam,
    mean,
    mu,
    nu,
    omega,
    second_moment,
    tau,
    variance,
)

AT = {mu: 0, omega: 0, nu: 2, tau: 1}
T1, T2 = T(1, 0, 2), T(2, 0, 2)
ALPHA_02 = 2 * P(0, 2) / (1 - T1)
SQUARE = 4 / (2 + ALPHA_02**2 * (T2 - 2 * T1 + 1))
LAMBDA_02 = sqrt(SQUARE)
VALUES = {alpha: ALPHA_02, lam: LAMBDA_02}
# The same in the functions of (4) and (5).
PRINTED_T1 = E * erfc(1)
PRINTED_ALPHA = 2 / sqrt(pi) / (1 - PRINTED_T1)
PRINTED_SQUARE = 4 / (2 + PRINTED_ALPHA**2 * (E**4 * erfc(2) - 2 * PRINTED_T1 + 1))


def constant(name: str, text: str, f: Expr) -> Claim:
    """A number in closed form, under the name that programs use."""
    return Claim(name, "A5", "value", text, value(f), CONSTANTS, printed=False)


CLAIMS = (
    claim(
        "A5.1", "for μ = μ̃ = 0 and ν = ν̃ = 2 the parameters of SELU are α₀₂ = 1.97126 and "
        "λ₀₂ = 1.06071",
        All((
            Identity(mean.subs(AT).subs(VALUES), 0),
            Identity(variance.subs(AT).subs(VALUES), 2),
            only(AT, (ALPHA_02, SQUARE, Rational(2)), T1, mean, second_moment),
            rounds_to(ALPHA_02, "1.97126", HERE),
            rounds_to(LAMBDA_02, "1.06071", HERE),
        )),
        note="for ω = 0, τ = 1; there are no others with λ > 0",
    ),
    *inference(
        "A5.1", "(4) and (5) at μ = ω = 0, ν = 2, τ = 1, solved for α and λ > 0 as for (0, 1)",
        "EQ4 EQ5",
        only(AT, (PRINTED_ALPHA, PRINTED_SQUARE, Rational(2)), PRINTED_T1, MEAN_4, VARIANCE_5),
    ),
    constant("SELU_ALPHA_02", "α₀₂, for the fixed point (0, 2)", ALPHA_02),
    constant("SELU_SCALE_02", "λ₀₂, for the fixed point (0, 2)", LAMBDA_02),
)
