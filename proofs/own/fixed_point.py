"""The fixed point of g: where it is, how it moves with ω and τ, and with α and λ."""

from typing import Any

from fixedpoint.claims import All, Box, Claim, Identity, Inequality, Krawczyk, Theorem
from fixedpoint.model import in_layer

from ..paper import CONSTANTS, OMEGA, SELU, alpha, g, lam, mean, mu, nu, omega, tau, variance

NEAR = Box(
    {
        mu: ("-0.01", "0.01"),
        nu: ("0.94", "1.06"),
        omega: ("-0.1", "0.1"),
        tau: ("0.995", "1.005"),
    }
)
PARAMETERS = Box(
    {
        mu: ("-0.01", "0.01"),
        nu: ("0.98", "1.02"),
        omega: 0,
        tau: 1,
        alpha: ("1.673", "1.674"),
        lam: ("1.0505", "1.0515"),
    }
)

# Derivatives of the output's mean and variance by the net input's, μω and ντ.
dx_mean, dy_mean, dx_variance, dy_variance = map(in_layer, SELU.jacobian_g_xy)
DETERMINANT = (1 - omega * dx_mean) * (1 - tau * dy_variance) - omega * tau * dy_mean * dx_variance
FACTORS = (
    dy_mean,
    omega * dx_variance * dy_mean + (1 - omega * dx_mean) * dy_variance,
    (1 - tau * dy_variance) * dx_mean + tau * dy_mean * dx_variance,
    dx_variance,
)
"""What ∂μ/∂τ, ∂ν/∂τ, ∂μ/∂ω and ∂ν/∂ω of the fixed point owe their signs to; see F3."""

AT_ONE = {mu: 0, nu: 1, tau: 1}


def fixed_point(id: str, text: str, box: Box, **details: Any) -> Claim:
    """The map g has exactly one fixed point in the box, for all values of the other variables."""
    details = {"constants": CONSTANTS} | details
    return Claim(id, "own", "fixed-point", text, Krawczyk(g, box), printed=False, **details)


CLAIMS = (
    fixed_point(
        "F1",
        "for |ω| ⩽ 0.1, |τ - 1| ⩽ 0.005 the map g has exactly one fixed point in |μ| ⩽ 0.01, "
        "|ν - 1| ⩽ 0.06",
        NEAR,
    ),
    fixed_point(
        "F2",
        "for ω = 0, τ = 1 and any α ∈ [1.673, 1.674], λ ∈ [1.0505, 1.0515] in place of α₀₁, λ₀₁ "
        "the map g has exactly one fixed point in |μ| ⩽ 0.01, |ν - 1| ⩽ 0.02",
        PARAMETERS,
        constants={},
    ),
    fixed_point(
        "FIXED_POINT_MIN",
        "the fixed point for ω = 0.1, τ = 0.95",
        Box(
            {
                mu: ("-0.0208703086212", "-0.0208703086211"),
                nu: ("0.8264737506259", "0.8264737506260"),
                omega: "0.1",
                tau: "0.95",
            }
        ),
    ),
    fixed_point(
        "FIXED_POINT_MAX",
        "the fixed point for ω = 0.1, τ = 1.1",
        Box(
            {
                mu: ("0.0547059806181", "0.0547059806182"),
                nu: ("1.4102898292756", "1.4102898292757"),
                omega: "0.1",
                tau: "1.1",
            }
        ),
    ),
    Theorem(
        "F3",
        "own",
        "fixed-point",
        "over the ω, τ of Theorem 1 the fixed point (μ, ν) grows with τ and is (0, 1) for τ = 1; "
        "with ω it moves away from (0, 1); so both range from FIXED_POINT_MIN to FIXED_POINT_MAX",
        All(
            (
                Identity(mean.subs(AT_ONE), 0),
                Identity(variance.subs(AT_ONE), 1),
                *(Inequality(0, "<", f, OMEGA) for f in (DETERMINANT, *FACTORS)),
            )
        ),
        CONSTANTS,
        note="By the implicit function theorem, with D = det(I - ℋ), x = μω, y = ντ: "
        "∂μ/∂τ = ν ∂_y μ̃ / D, ∂ν/∂τ = ν (ω ∂_x ν̃ ∂_y μ̃ + (1 - ω ∂_x μ̃) ∂_y ν̃) / D, "
        "∂μ/∂ω = μ ((1 - τ ∂_y ν̃) ∂_x μ̃ + τ ∂_y μ̃ ∂_x ν̃) / D, ∂ν/∂ω = μ ∂_x ν̃ / D. "
        "D and the four factors beside μ and ν are positive, so μ has the sign of τ - 1.",
        printed=False,
        uses=("T1", "FIXED_POINT_MIN", "FIXED_POINT_MAX"),
        assumptions=("implicit function theorem",),
    ),
)
