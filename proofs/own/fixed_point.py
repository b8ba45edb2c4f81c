"""The fixed point of g: where it is, how it moves with ω and τ, and with α and λ."""

from typing import Any

from fixedpoint.claims import All, Box, Claim, Excludes, Identity, Krawczyk

from ..paper import CONSTANTS, OMEGA, alpha, g, lam, mean, mu, nu, omega, tau, variance

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

AT_ONE = {mu: 0, nu: 1, tau: 1}

# Where no fixed point lies: beyond the range that F3 states, on all four sides.
BEYOND = (
    OMEGA.but({mu: ("-0.1", "-0.020871")}),
    OMEGA.but({mu: ("0.054706", "0.1")}),
    OMEGA.but({nu: ("0.8", "0.826473")}),
    OMEGA.but({nu: ("1.41029", "1.5")}),
)


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
    Claim(
        "F3",
        "own",
        "fixed-point",
        "for ω ∈ [-0.1, 0.1], τ ∈ [0.95, 1.1] every fixed point of g in μ ∈ [-0.1, 0.1], "
        "ν ∈ [0.8, 1.5] has -0.020871 < μ < 0.054706 and 0.826473 < ν < 1.41029",
        All(tuple(Excludes(g, box) for box in BEYOND)),
        CONSTANTS,
        note="FIXED_POINT_MIN and FIXED_POINT_MAX are such fixed points: all bounds are sharp in "
        "their last digit",
        printed=False,
    ),
    Claim(
        "F4",
        "own",
        "fixed-point",
        "for τ = 1 and every ω the fixed point of g is (0, 1)",
        All((Identity(mean.subs(AT_ONE), 0), Identity(variance.subs(AT_ONE), 1))),
        CONSTANTS,
        printed=False,
    ),
)
