"""Section A1: the activation, the map g in closed form, and the constants."""

from sympy import E, Expr, erf, erfc, exp, pi, sqrt

from fixedpoint.claims import All, Identity, Inequality, Integral, NotFormal, rounds_to
from fixedpoint.model.symbols import z

from ..paper import (
    FIXED_POINT,
    HERE,
    a,
    alpha,
    b,
    claim,
    inference,
    lam,
    mean,
    second_moment,
    variance,
)

# Eqs. 11, 13, 14 as printed.
MEAN_11 = (
    lam / 2 * (
        -(alpha + a) * erfc(a / (sqrt(2) * sqrt(b)))
        + alpha * exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
        + sqrt(2 / pi) * sqrt(b) * exp(-(a**2) / (2 * b))
        + 2 * a
    )
)
SECOND_MOMENT_13 = (
    lam**2 / 2 * (
        (a**2 + b) * (erf(a / (sqrt(2) * sqrt(b))) + 1)
        + alpha**2 * (
            -2 * exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
            + exp(2 * (a + b)) * erfc((a + 2 * b) / (sqrt(2) * sqrt(b)))
            + erfc(a / (sqrt(2) * sqrt(b)))
        )
        + sqrt(2 / pi) * a * sqrt(b) * exp(-(a**2) / (2 * b))
    )
)
ALPHA_14 = -sqrt(2 / pi) / (erfc(1 / sqrt(2)) * sqrt(E) - 1)
LAMBDA_14 = (
    (1 - erfc(1 / sqrt(2)) * sqrt(E))
    * sqrt(2 * pi)
    / sqrt(
        2 * erfc(sqrt(2)) * E**2
        + pi * erfc(1 / sqrt(2)) ** 2 * E
        - 2 * (2 + pi) * erfc(1 / sqrt(2)) * sqrt(E)
        + pi + 2
    )
)

VALUES_14 = {alpha: ALPHA_14, lam: LAMBDA_14}
MEAN_01 = MEAN_11.subs(FIXED_POINT).subs(VALUES_14)
SECOND_MOMENT_01 = SECOND_MOMENT_13.subs(FIXED_POINT).subs(VALUES_14)

# The integrals (9), (10): the density of z ~ N(μω, ντ) and, piece by piece, what they are.
DENSITY = exp(-((z - a) ** 2) / (2 * b)) / (sqrt(2 * pi) * sqrt(b))
BELL = sqrt(2 / pi) * sqrt(b) * exp(-(a**2) / (2 * b))


def tail(k: int) -> Expr:
    """2 ∫ exp(kz) density over the negative numbers."""
    return exp(k * a + k**2 * b / 2) * erfc((a + k * b) / (sqrt(2) * sqrt(b)))


def primitive(k: int) -> Expr:
    """∫ exp(kt) density(t) dt from -∞ to z."""
    return exp(k * a + k**2 * b / 2) * erfc((a + k * b - z) / (sqrt(2) * sqrt(b))) / 2


BELOW_9 = lam * alpha / 2 * (tail(1) - tail(0))
ABOVE_9 = lam / 2 * (a * (2 - tail(0)) + BELL)
BELOW_10 = lam**2 * alpha**2 / 2 * (tail(2) - 2 * tail(1) + tail(0))
ABOVE_10 = lam**2 / 2 * ((a**2 + b) * (2 - tail(0)) + a * BELL)
INTEGRALS_9 = (
    Integral(
        lam * alpha * (exp(z) - 1) * DENSITY, z, (None, 0),
        lam * alpha * (primitive(1) - primitive(0)), BELOW_9,
    ),
    Integral(
        lam * z * DENSITY, z, (0, None), lam * (a * primitive(0) - b * DENSITY), ABOVE_9,
    ),
)
INTEGRALS_10 = (
    Integral(
        lam**2 * alpha**2 * (exp(z) - 1) ** 2 * DENSITY, z, (None, 0),
        lam**2 * alpha**2 * (primitive(2) - 2 * primitive(1) + primitive(0)), BELOW_10,
    ),
    Integral(
        lam**2 * z**2 * DENSITY, z, (0, None),
        lam**2 * ((a**2 + b) * primitive(0) - b * (z + a) * DENSITY), ABOVE_10,
    ),
)

DEFINITION = NotFormal("a definition")

CLAIMS = (
    claim("A1.1", "selu(x) = λx for x > 0 and λ(αeˣ - α) for x ⩽ 0 (7)", DEFINITION),
    claim("A1.2", "ω = Σ wᵢ and τ = Σ wᵢ² for the weights wᵢ of a unit", DEFINITION),
    claim("A1.3", "g maps (μ, ν) to (μ̃, ν̃) (8)", DEFINITION),
    claim("A1.4", "μ̃ is the mean of selu(z), z ~ N(μω, ντ), as an integral (9)", DEFINITION),
    claim("A1.5", "ξ̃ is the mean of selu(z)², z ~ N(μω, ντ), as an integral (10)", DEFINITION),
    claim(
        "A1.6", "the integrals (9) are together the closed form (11) of the mean μ̃",
        All((*INTEGRALS_9, Identity(BELOW_9 + ABOVE_9, MEAN_11), Identity(mean, MEAN_11))),
        constants={},
    ),
    claim("A1.7", "ν̃ = ξ̃ - μ̃² (12)", NotFormal("the definition of the variance ν̃")),
    claim(
        "A1.8", "the integrals (10) are together the closed form (13) of the second moment ξ̃",
        All((
            *INTEGRALS_10,
            Identity(BELOW_10 + ABOVE_10, SECOND_MOMENT_13),
            Identity(second_moment, SECOND_MOMENT_13),
        )),
        constants={},
    ),
    claim(
        "A1.9", "α₀₁ and λ₀₁ in closed form (14); α₀₁ ≈ 1.67326, λ₀₁ ≈ 1.0507",
        All((
            Identity(alpha, ALPHA_14),
            Identity(lam**2, LAMBDA_14**2),
            Inequality(0, "<", LAMBDA_14, HERE),
            rounds_to(alpha, "1.67326", HERE),
            rounds_to(lam, "1.0507", HERE),
        )),
        note="λ₀₁ > 0 is the solution derived from g(0, 1) = (0, 1); the printed form is positive "
        "and has the same square",
    ),
    claim(
        "A1.10", "μ̃(0, 0, 1, 1, λ₀₁, α₀₁) = 0 and ν̃(0, 0, 1, 1, λ₀₁, α₀₁) = 1",
        All((Identity(mean.subs(FIXED_POINT), 0), Identity(variance.subs(FIXED_POINT), 1))),
    ),
    *inference(
        "A1.10", "(14) inserted into (11), (12) and (13) at μ = ω = 0, ν = τ = 1",
        "A1.6 A1.7 A1.8 A1.9",
        All((Identity(MEAN_01, 0), Identity(SECOND_MOMENT_01 - MEAN_01**2, 1))),
    ),
    claim(
        "A1.11", "Ω: μ ∈ [-0.1, 0.1], ω ∈ [-0.1, 0.1], ν ∈ [0.8, 1.5], τ ∈ [0.95, 1.1]; α = α₀₁ "
        "and λ = λ₀₁ throughout", DEFINITION,
    ),
)
