"""Section A3.4.2: Lemma 13 and Corollary 14, g maps the domain into itself."""

from sympy import Expr, Rational

from fixedpoint.claims import All, Box, Defect, Identity, Inequality, bounded

from ..a31_theorem1.theorem1 import IMAGE, image_in
from ..paper import HERE, OMEGA, J, claim, mean, mu, nu, omega, second_moment, tau, variance

SMALLEST = {mu: Rational(-1, 10), omega: Rational(1, 10), nu: Rational(4, 5), tau: Rational(19, 20)}
LARGEST = {mu: Rational(1, 10), omega: Rational(1, 10), nu: Rational(3, 2), tau: Rational(11, 10)}
IMAGE_C = Box({mu: ("-0.03107", "0.06773"), nu: ("0.80371", "1.48158")})
SELF = Box({mu: OMEGA[mu], nu: OMEGA[nu]})


def above_corner(lower: str, f: Expr) -> All:
    """lower < f(smallest corner) <= f on Ω."""
    least = f.subs(SMALLEST)
    return All((Inequality(lower, "<", least, HERE), Inequality(least, "<=", f, OMEGA)))


def below_corner(f: Expr, upper: str) -> All:
    """f <= f(largest corner) < upper on Ω."""
    most = f.subs(LARGEST)
    return All((Inequality(f, "<=", most, OMEGA), Inequality(most, "<", upper, HERE)))


CLAIMS = (
    claim(
        "L13", "μ̃ ∈ [-0.03106, 0.06773] and ν̃ ∈ [0.80009, 1.48617] on Ω", image_in(IMAGE),
        defect=Defect.LAST_DIGIT,
        note="min μ̃ = -0.0310605… lies below -0.03106: the bound was rounded to nearest",
    ),
    claim(
        "L13c", "μ̃ ∈ [-0.03107, 0.06773] and ν̃ ∈ [0.80371, 1.48158] on Ω", image_in(IMAGE_C),
    ),
    claim(
        "L13.1",
        "for ω ≠ 0 of fixed sign μ̃ and ξ̃ are strictly monotone in μ, and strictly increasing in "
        "ν, on Ω: ∂μ μ̃ = ω h₁, ∂μ ξ̃ = ω h₂ with h₁, h₂, ∂ν μ̃, ∂ν ξ̃ > 0",
        All((
            Inequality(0, "<", J[0, 0] / omega, OMEGA),
            Inequality(0, "<", J[1, 0] / omega, OMEGA),
            Inequality(0, "<", J[0, 1], OMEGA),
            Inequality(0, "<", J[1, 1], OMEGA),
        )),
        note="h₁ and h₂ are the printed 𝒥₁₁ and 𝒥₂₁ divided by ω",
    ),
    claim(
        "L13.2", "-0.03106 < μ̃(-0.1, 0.1, 0.8, 0.95) ⩽ μ̃ on Ω", above_corner("-0.03106", mean),
        defect=Defect.LAST_DIGIT,
    ),
    claim(
        "L13.2c", "-0.03107 < μ̃(-0.1, 0.1, 0.8, 0.95) ⩽ μ̃ on Ω", above_corner("-0.03107", mean),
    ),
    claim(
        "L13.3", "μ̃ ⩽ μ̃(0.1, 0.1, 1.5, 1.1) < 0.06773 on Ω", below_corner(mean, "0.06773"),
    ),
    claim("L13.4", "μ̃ ∈ [-0.1, 0.1] on Ω", bounded("-0.1", mean, "0.1", OMEGA)),
    claim(
        "L13.5", "0.80467 < ξ̃(-0.1, 0.1, 0.8, 0.95) ⩽ ξ̃ on Ω",
        above_corner("0.80467", second_moment),
    ),
    claim(
        "L13.6", "ξ̃ ⩽ ξ̃(0.1, 0.1, 1.5, 1.1) < 1.48617 on Ω",
        below_corner(second_moment, "1.48617"),
    ),
    claim(
        "L13.7", "|ξ̃ - ν̃| = |μ̃²| < 0.004597 on Ω",
        All((
            Identity(second_moment - variance, mean**2),
            Inequality(mean**2, "<", "0.004597", OMEGA),
        )),
    ),
    claim(
        "L13.8", "0.80009 < ν̃ < 1.48617 on Ω",
        bounded("0.80009", variance, "1.48617", OMEGA, "<"),
    ),
    claim("L13.9", "ν̃ ∈ [0.8, 1.5] on Ω", bounded("0.8", variance, "1.5", OMEGA)),
    claim(
        "C14", "g(Ω') ⊆ Ω' for Ω' = {(μ, ν) | -0.1 ⩽ μ ⩽ 0.1, 0.8 ⩽ μ ⩽ 1.5}",
        Inequality("0.1", "<", "0.8", HERE), defect=Defect.DOMAIN,
        note="as printed Ω' asks μ ⩽ 0.1 and 0.8 ⩽ μ; it is empty because 0.1 < 0.8, and the "
        "statement holds vacuously. The second condition is meant for ν: C14c",
    ),
    claim(
        "C14c", "g(Ω') ⊆ Ω' for Ω' = {(μ, ν) | -0.1 ⩽ μ ⩽ 0.1, 0.8 ⩽ ν ⩽ 1.5}", image_in(SELF),
    ),
)
