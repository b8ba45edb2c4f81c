"""Section A3.4.2: Lemma 13 and Corollary 14, g maps the domain into itself."""

from sympy import Expr, Rational

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    bounded,
)

from ..a1_background.background import SECOND_MOMENT_13
from ..a31_theorem1.theorem1 import IMAGE, IMAGE_C, SELF, image_in
from ..paper import (
    ANY,
    CONSTANTS,
    HERE,
    OMEGA,
    OMEGA_J,
    SELU,
    J,
    a,
    b,
    claim,
    inference,
    inside,
    mean,
    mu,
    net,
    nu,
    omega,
    repaired,
    second_moment,
    tau,
    u,
    v,
    variance,
)

SMALLEST = {mu: Rational(-1, 10), omega: Rational(1, 10), nu: Rational(4, 5), tau: Rational(19, 20)}
LARGEST = {mu: Rational(1, 10), omega: Rational(1, 10), nu: Rational(3, 2), tau: Rational(11, 10)}
XY = Box({v: ("-0.01", "0.01"), u: ("0.76", "1.65")})


def above_corner(lower: str, f: Expr) -> All:
    """lower < f(smallest corner) <= f on Ω."""
    least = f.subs(SMALLEST)
    return All((Inequality(lower, "<", least, HERE), Inequality(least, "<=", f, OMEGA)))


def below_corner(f: Expr, upper: str) -> All:
    """f <= f(largest corner) < upper on Ω."""
    most = f.subs(LARGEST)
    return All((Inequality(f, "<=", most, OMEGA), Inequality(most, "<", upper, HERE)))


def monotone(f: Expr, by_mu: Expr) -> All:
    """∂f/∂μ has the sign of ω and ∂f/∂ν > 0 on Ω; f is extreme where both μω and ν, τ are."""
    return All((
        Derivative(f.subs(ANY), mu, by_mu.subs(ANY)),
        Inequality(0, "<", by_mu / omega, OMEGA),
        Monotone(f, nu, "increasing", OMEGA),
        bounded(f.subs(SMALLEST), f, f.subs(LARGEST), OMEGA),
    ))


def image_of(variable: Expr, image: Box) -> Box:
    """The range of μ̃ or ν̃ alone, under the letter of its argument."""
    return Box({variable: image[variable]})


def within_domain(variable: Expr, image: Box) -> All:
    """The printed range of μ̃ or ν̃ lies in the domain's range of μ or ν."""
    return inside(image_of(variable, image), image_of(variable, SELF))


def square_below(image: Box) -> Inequality:
    """μ̃² < 0.004597 by the bounds of μ̃."""
    return Inequality(mu**2, "<", "0.004597", image_of(mu, image))


LOWEST_VARIANCE = Rational("0.80467") - Rational("0.004597")

CLAIMS = (
    claim(
        "L13", "μ̃ ∈ [-0.03106, 0.06773] and ν̃ ∈ [0.80009, 1.48617] on Ω", image_in(IMAGE),
        defect=Defect.LAST_DIGIT,
        note="min μ̃ = -0.0310605… lies below -0.03106: the bound was rounded to nearest",
    ),
    *inference("L13", "the bounds of μ̃ and ν̃, joined", "L13.2 L13.3 L13.8",
               inside(IMAGE, IMAGE), inside(IMAGE_C, IMAGE_C)),  # to L13c
    claim(
        "L13c", "μ̃ ∈ [-0.03107, 0.06773] and ν̃ ∈ [0.80009, 1.48617] on Ω", image_in(IMAGE_C),
    ),
    claim(
        "L13.1",
        "for a fixed sign of ω μ̃ and ξ̃ are strictly monotone in μ and ν; they have their minimum "
        "at μω = -0.01 and their maximum at μω = 0.01, with “σ and τ” at their minimal and "
        "maximal values",
        All((monotone(mean, J[0, 0]), monotone(second_moment, J[1, 0]))),
        defect=Defect.MISPRINT, note="σ is printed for ν",
    ),
    *inference(
        "L13.1", "Ω lies in the domain of Lemma 8; ∂τ = (ν/τ) ∂ν, as μ̃ and ξ̃ are functions of μω "
        "and ντ", "L8",
        All((
            inside(OMEGA, OMEGA_J),
            Derivative(mean, tau, nu / tau * J[0, 1]),
            Derivative(second_moment, tau, nu / tau * J[1, 1]),
        )),
    ),
    claim(
        "L13.2", "-0.03106 < μ̃(-0.1, 0.1, 0.8, 0.95) ⩽ μ̃ on Ω", above_corner("-0.03106", mean),
        defect=Defect.LAST_DIGIT, repeats="L13",
        note="μ̃(-0.1, 0.1, 0.8, 0.95) = -0.0310605… lies below -0.03106",
    ),
    *inference("L13.2", "the value at the corner of the minimum", "L13.1",
               Inequality("-0.03106", "<", mean.subs(SMALLEST), HERE)),
    claim(
        "L13.2c", "-0.03107 < μ̃(-0.1, 0.1, 0.8, 0.95) ⩽ μ̃ on Ω", above_corner("-0.03107", mean),
    ),
    claim(
        "L13.3", "μ̃ ⩽ μ̃(0.1, 0.1, 1.5, 1.1) < 0.06773 on Ω", below_corner(mean, "0.06773"),
    ),
    *inference("L13.3", "the value at the corner of the maximum", "L13.1",
               Inequality(mean.subs(LARGEST), "<", "0.06773", HERE)),
    claim("L13.4", "μ̃ ∈ [-0.1, 0.1] on Ω", bounded("-0.1", mean, "0.1", OMEGA)),
    *inference("L13.4", "the bounds of μ̃ lie in [-0.1, 0.1]", "L13.2 L13.3",
               within_domain(mu, IMAGE), within_domain(mu, IMAGE_C)),
    claim(
        "L13.5", "0.80467 < ξ̃(-0.1, 0.1, 0.8, 0.95) ⩽ ξ̃ on Ω",
        above_corner("0.80467", second_moment),
    ),
    *inference("L13.5", "the value at the corner of the minimum", "L13.1",
               Inequality("0.80467", "<", second_moment.subs(SMALLEST), HERE)),
    claim(
        "L13.6", "ξ̃ ⩽ ξ̃(0.1, 0.1, 1.5, 1.1) < 1.48617 on Ω",
        below_corner(second_moment, "1.48617"),
    ),
    *inference("L13.6", "the value at the corner of the maximum", "L13.1",
               Inequality(second_moment.subs(LARGEST), "<", "1.48617", HERE)),
    claim(
        "L13.7", "|ξ̃ - ν̃| = |μ̃²| < 0.004597 on Ω",
        All((
            Identity((SECOND_MOMENT_13 - variance).subs(ANY), (mean**2).subs(ANY)),
            Inequality(mean**2, "<", "0.004597", OMEGA),
        )),
    ),
    *inference("L13.7", "(12), and the square of the bounds of μ̃", "L13.2 L13.3 A1.7",
               square_below(IMAGE), square_below(IMAGE_C)),
    claim(
        "L13.8", "0.80009 < ν̃ < 1.48617 on Ω",
        bounded("0.80009", variance, "1.48617", OMEGA, "<"),
    ),
    *inference(
        "L13.8", "ν̃ = ξ̃ - μ̃² with 0.80467 < ξ̃ < 1.48617 and μ̃² < 0.004597", "L13.5 L13.6 L13.7",
        Inequality("0.80009", "<=", LOWEST_VARIANCE, HERE),
    ),
    Claim(
        "L13.8_repair", "A3.4.2", "inequality",
        "ν̃ is strictly increasing in μω ∈ [-0.01, 0.01] and ντ ∈ [0.76, 1.65], and "
        "0.80371 < ν̃(-0.1, 0.1, 0.8, 0.95)",
        All((
            Monotone(net(SELU.variance_xy), v, "increasing", XY),
            Monotone(net(SELU.variance_xy), u, "increasing", XY),
            Inequality("0.80371", "<", variance.subs(SMALLEST), HERE),
        )),
        CONSTANTS, printed=False, title="ν̃ itself at the minimum corner",
    ),
    repaired(
        "L13.8", "0.80371 < ν̃ at the corner of the minimum, and ν̃ ⩽ ξ̃ < 1.48617",
        "L13.8_repair L13.6 L13.7",
        All((
            bounded("-0.01", a, "0.01", OMEGA), bounded("0.76", b, "1.65", OMEGA),
            Inequality("0.80009", "<=", "0.80371", HERE),
        )),
    ),
    claim("L13.9", "ν̃ ∈ [0.8, 1.5] on Ω", bounded("0.8", variance, "1.5", OMEGA)),
    *inference("L13.9", "the bounds of ν̃ lie in [0.8, 1.5]", "L13.8", within_domain(nu, IMAGE)),
    claim(
        "C14", "g(Ω') ⊆ Ω' for Ω' = {(μ, ν) | -0.1 ⩽ μ ⩽ 0.1, 0.8 ⩽ μ ⩽ 1.5}",
        Inequality("0.1", "<", "0.8", HERE), defect=Defect.MISPRINT,
        stand_in="Ω' is empty as printed, and the statement vacuous",
        note="the second condition on μ is meant for ν; as printed Ω' asks μ ⩽ 0.1 and 0.8 ⩽ μ "
        "and is empty",
    ),
    *inference("C14", "the image that Lemma 13 gives lies in Ω', read with 0.8 ⩽ ν ⩽ 1.5", "L13",
               inside(IMAGE, SELF), inside(IMAGE_C, SELF)),
    claim(
        "C14c", "g(Ω') ⊆ Ω' for Ω' = {(μ, ν) | -0.1 ⩽ μ ⩽ 0.1, 0.8 ⩽ ν ⩽ 1.5}", image_in(SELF),
    ),
)
