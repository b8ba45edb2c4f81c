"""Main text: the map g in closed form, its fixed point (0, 1) and the Jacobian there."""

from sympy import Expr, Symbol, erf, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Contraction,
    Defect,
    Derivative,
    Identity,
    Inequality,
    bounded,
    rounds_to,
)
from fixedpoint.model import T

from ..a1_background.background import (
    ABOVE_9,
    ABOVE_10,
    ALPHA_14,
    BELOW_9,
    BELOW_10,
    INTEGRALS_9,
    INTEGRALS_10,
    LAMBDA_14,
)
from ..paper import (
    ANY,
    FIXED_POINT,
    HERE,
    OMEGA,
    H,
    S,
    a,
    alpha,
    b,
    claim,
    g,
    inference,
    lam,
    mean,
    mu,
    nu,
    omega,
    own,
    second_moment,
    tau,
    variance,
)

POINT = Box({mu: 0, omega: 0, nu: 1, tau: 1})
w = Symbol("w", real=True)
"""The weight of one more input."""

# Eqs. 4 and 5 as printed.
MEAN_4 = (
    lam / 2 * (
        a * erf(a / (sqrt(2) * sqrt(b)))
        + alpha * exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
        - alpha * erfc(a / (sqrt(2) * sqrt(b)))
        + sqrt(2 / pi) * sqrt(b) * exp(-(a**2) / (2 * b))
        + a
    )
)
VARIANCE_5 = (
    lam**2 / 2 * (
        (a**2 + b) * (2 - erfc(a / (sqrt(2) * sqrt(b))))
        + alpha**2 * (
            -2 * exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
            + exp(2 * (a + b)) * erfc((a + 2 * b) / (sqrt(2) * sqrt(b)))
            + erfc(a / (sqrt(2) * sqrt(b)))
        )
        + sqrt(2 / pi) * a * sqrt(b) * exp(-(a**2) / (2 * b))
    )
    - MEAN_4**2
)


def jacobian(entry: str) -> All:
    """(6) with its second entry, all numbers rounded; S < 1 for ω = 0, τ = 1 on all of Ω."""
    return All((
        bounded(0, H[0, 0], 0, POINT),
        rounds_to(H[0, 1], entry, POINT),
        bounded(0, H[1, 0], 0, POINT),
        rounds_to(H[1, 1], "0.782648", POINT),
        rounds_to(S, "0.7877", POINT),
        Inequality(S, "<", 1, POINT),
        Contraction(g, OMEGA.but({omega: 0, tau: 1})),
    ))


def one_more_input() -> All:
    """With one more independent input of weight w, mean μω and variance ντ stay what they are.

    E (z + wx)² = E z² + 2w E z E x + w² E x², with E z = μω, Var z = ντ, E x = μ and Var x = ν.
    """
    square = (nu * tau + (mu * omega) ** 2) + 2 * w * mu * omega * mu + w**2 * (nu + mu**2)
    return All((
        Identity(mu * omega + w * mu, mu * (omega + w)),
        Identity(square - (mu * omega + w * mu) ** 2, nu * (tau + w**2)),
    ))


def only(at: dict[Symbol, int], parameters: tuple[Expr, Expr, Expr], tail: Expr, m: Expr,
         s: Expr) -> All:
    """(μ̃, ξ̃) = (0, ν) at a point with μω = 0 for these α and λ > 0, and for no others.

    `parameters`: α, λ² and the target ν; `tail`: T₁ at the point; `m`, `s`: μ̃ and ξ̃ or ν̃ there.
    """
    (alpha0, square, target), (any_alpha, any_lam) = parameters, (ANY[alpha], ANY[lam])
    return All((
        Identity(m.subs(at).subs(ANY), any_lam / 2 * (1 - tail) * (alpha0 - any_alpha)),
        Inequality(tail, "<", 1, HERE),
        Identity(s.subs(at).subs({alpha: alpha0, lam: any_lam}), target * any_lam**2 / square),
    ))


CLAIMS = (
    claim(
        "EQ3",
        "z = Σ wᵢxᵢ has the mean μω and the variance ντ; with z ~ N(μω, √(ντ)) μ̃ and ν̃ are the "
        "mean and the variance of selu(z), as integrals (3)",
        one_more_input(), constants={},
        stand_in="the step from n to n + 1 inputs, by E xy = E x E y for independent x and y; that "
        "z is normal is the model (CLT), and (3) defines μ̃ and ν̃",
    ),
    claim(
        "EQ4", "the integral (3) for μ̃ is the closed form (4)",
        All((*INTEGRALS_9, Identity(BELOW_9 + ABOVE_9, MEAN_4), Identity(mean, MEAN_4))),
        constants={},
    ),
    claim(
        "EQ5", "the integral (3) for ν̃ is the closed form (5)",
        All((
            *INTEGRALS_10,
            Identity(BELOW_10 + ABOVE_10 - MEAN_4**2, VARIANCE_5),
            Identity(variance, VARIANCE_5),
        )),
        constants={},
    ),
    claim(
        "FP01", "for ω = 0, τ = 1 the equations μ̃ = 0 and ν̃ = 1 at (μ, ν) = (0, 1) have the "
        "solution α₀₁ ≈ 1.6733, λ₀₁ ≈ 1.0507",
        All((
            Identity(mean.subs(FIXED_POINT), 0),
            Identity(variance.subs(FIXED_POINT), 1),
            only(FIXED_POINT, (alpha, lam**2, 1), T(1, 0, 1), mean, second_moment),
            rounds_to(alpha, "1.6733", HERE),
            rounds_to(lam, "1.0507", HERE),
        )),
        note="and no other with λ > 0",
    ),
    *inference(
        "FP01", "(4) and (5) at μ = ω = 0, ν = τ = 1, solved for α and λ > 0", "EQ4 EQ5",
        only(FIXED_POINT, (ALPHA_14, LAMBDA_14**2, 1), sqrt(exp(1)) * erfc(1 / sqrt(2)), MEAN_4,
             VARIANCE_5),
    ),
    claim(
        "EQ6",
        "𝒥(0, 1) = (0.0, 0.088834; 0.0, 0.782648), spectral norm 0.7877 < 1: g is a "
        "contraction near (0, 1), which is stable",
        jacobian("0.088834"),
        defect=Defect.LAST_DIGIT,
        note="∂μ̃/∂ν is cut off to 0.088834; rounded, as the other numbers are, it is 0.088835",
    ),
    claim(
        "EQ6c",
        "𝒥(0, 1) = (0.0, 0.088835; 0.0, 0.782648), spectral norm 0.7877 < 1: g is a "
        "contraction near (0, 1), which is stable",
        jacobian("0.088835"),
        note="that (0, 1) is stable follows from S < 1 there",
    ),
    own(  # For all α and λ.
        "EQ6_derivatives", "the entries of the Jacobian of g are the derivatives of (4), (5)",
        All((
            Derivative(MEAN_4, mu, H[0, 0]),
            Derivative(MEAN_4, nu, H[0, 1]),
            Derivative(VARIANCE_5, mu, H[1, 0]),
            Derivative(VARIANCE_5, nu, H[1, 1]),
        )),
        "the derivatives of (4), (5)", "identity", constants={},
    ),
    *inference(
        "EQ6", "the derivatives of (4), (5) by μ and ν, evaluated at (0, 1)",
        "EQ4 EQ5 FP01 EQ6_derivatives", jacobian("0.088834"),
    ),
)
