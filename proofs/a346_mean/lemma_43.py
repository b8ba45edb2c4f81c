"""Section A3.4.6, Lemma 43: the square of the mean where the variance is small."""

from fractions import Fraction

from sympy import Rational, symbols

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Extremum,
    Inequality,
    Monotone,
    NotFormal,
    bounded,
    chain,
    equal,
    magnitude,
    rounds_to,
)

from ..a33_theorem3.theorem3 import LOW, NET
from ..a341_jacobian.lemmas_10_12 import TRIANGLE
from ..a345_precision.errors import EPSILON, moves_less
from ..paper import HERE, b, claim, inference, mean, mu, nu, omega, own, tau, u, v
from .lemma_41 import MEAN
from .lemma_42 import IN_NET, SLOPES

LETTER = {mu: "μ", omega: "ω", nu: "ν", tau: "τ"}
BOUNDS = {mu: ("0.14", "0.08101072"), omega: ("0.14", "0.08101072"), nu: ("0.52", "0.30089696"),
          tau: ("0.11", "0.06365128")}
"""The bound of Lemma 42, and the printed product of (253)."""
GRID = {mu: "0.001498041", omega: "0.001498041", nu: "0.0004033190", tau: "0.0019065994"}
FOUND, ERROR = Rational("0.00451457"), Rational(1, 10**13)
SQUARE = MEAN.subs(v, Rational("-0.01")) ** 2
"""h(x) = μ̃²(0.1, -0.1, x, 1)."""
TOP = Box({u: ("0.187342", "0.187343")})

m, d = symbols("m d", real=True)
"""|μ̃| and the size of its derivative."""
PRODUCTS = All(tuple(
    equal(2 * m * d, printed, Box({m: "0.289324", d: bound})) for bound, printed in BOUNDS.values()
))
SLOPES_253 = tuple(
    part for s, slope in SLOPES.items() for part in (
        Derivative(mean**2, s, 2 * mean * slope),
        magnitude(2 * mean * slope, "<", BOUNDS[s][1], LOW),
    )
)
SUM_254 = FOUND + sum(
    Rational(length) * Rational(BOUNDS[s][1]) for s, length in GRID.items()
)
IN_41 = All((
    bounded("-0.1", mu, "0.1", LOW), bounded("-0.1", omega, "0.1", LOW),
    bounded("0.02", b, "0.5", LOW),
))

# The grid: whole steps in each range, and where they end; a point where μ̃² is nearly greatest.
STEPS = {mu: 133, omega: 133, nu: 471, tau: 236}
ON_STEPS = Box({s: (LOW[s][0], LOW[s][0] + STEPS[s] * Fraction(GRID[s])) for s in (mu, omega)})
PLACE = {mu: Rational(1, 10), omega: Rational(-1, 10), nu: Rational("0.187343"), tau: 1}
HALF = Rational("0.000000005")

TEXT_253 = ", ".join(
    f"|∂μ̃²/∂{LETTER[s]}| = 2|μ̃||∂μ̃/∂{LETTER[s]}| < 2·0.289324·{bound} = {printed}"
    for s, (bound, printed) in BOUNDS.items()
)

CLAIMS = (
    claim(
        "L43", "|μ̃²| < 0.005 on Ω⁻: μ, ω ∈ [-0.1, 0.1], ν ∈ [0.05, 0.24], τ ∈ [0.8, 1.25] (250)",
        Inequality(mean**2, "<", "0.005", LOW),
    ),
    *inference("L43", "the sum of (254), with the precision of the evaluation", "L43.5 L43.6",
               Inequality(SUM_254 + ERROR, "<", "0.005", HERE)),
    claim(
        "L43.1", "h(x) = μ̃²(0.1, -0.1, x, 1, λ₀₁, α₀₁) has a local maximum at x = ντ ≈ 0.187342 "
        "with h(x) ≈ 0.00451457 in x ∈ [0, 1]; “maximal μν = -0.01” (Figure A7)",
        All((
            Monotone(SQUARE, u, "increasing", Box({u: ("0.01", "0.187342")})),
            Monotone(SQUARE, u, "decreasing", Box({u: ("0.187343", 1)})),
            rounds_to(SQUARE, "0.00451457", TOP),
        )),
        defect=Defect.MISPRINT,
        note="μν is printed for μω; 0.187342 is cut off, the rounded place is 0.187343",
    ),
    claim(
        "L43.2", "|μ̃²(p) - μ̃²(p + Δ)| ⩽ Σᵥ |∂μ̃²/∂v||Δv| for v = μ, ω, ν, τ (252)",
        All((
            TRIANGLE, Inequality(0, "<", b, LOW),
            *(Derivative(mean**2, s, 2 * mean * slope) for s, slope in SLOPES.items()),
        )),
        stand_in="the derivatives exist on Ω⁻, and the triangle inequality for four products; that "
        "they are taken at some p + tΔ, t ∈ [0, 1], is left to the mean value theorem",
    ),
    claim("L43.3", f"{TEXT_253} on Ω⁻ (253)", All((*SLOPES_253, *PRODUCTS.parts))),
    *inference("L43.3", "the chain rule with the bounds of Lemmas 41 and 42: Ω⁻ lies in the domain "
               "of Lemma 41", "L41 L42", All((IN_41, *PRODUCTS.parts))),
    claim(
        "L43.4", "the maximum of μ̃² on a grid of Ω⁻ with Δμ = Δω = 0.001498041, "
        "Δν = 0.0004033190, Δτ = 0.0019065994 is 0.00451457",
        All((
            IN_NET, Inequality(MEAN**2, "<=", FOUND, NET),
            Inequality(FOUND - HALF, "<=", mean.subs(PLACE) ** 2, HERE),
        )),
        stand_in="the maximum on all of Ω⁻, which rounds to 0.00451457 and is not greater: the "
        "points of the grid are not printed",
        note="the steps do not divide the ranges: a grid that takes only such steps from the lower "
        "ends lacks the corner μ = -ω = ±0.1, and its maximum is < 0.0045027 (L43.4_steps)",
    ),
    own(
        "L43.4_value", "the maximum of μ̃² for ντ ∈ [0.04, 0.3], μω ∈ [-0.01, 0.01], and so on Ω⁻",
        Extremum("max", MEAN**2, NET, Fraction(1, 10**12)), "what the maximum on the grid rounds",
        "extremum",
    ),
    own(
        "L43.4_steps", "0.2, 0.19 and 0.45, the lengths of Ω⁻, are no multiples of the printed "
        "Δμ = Δω, Δν and Δτ; with -0.1 ⩽ μ, ω ⩽ -0.1 + 133Δμ, so μω ⩾ -0.0099239453, μ̃² < "
        "0.0045027",
        All((
            *(chain(HERE, n * Rational(GRID[s]), "<", LOW[s][1] - LOW[s][0], "<",
                    (n + 1) * Rational(GRID[s])) for s, n in STEPS.items()),
            Inequality("-0.0099239453", "<=", mu * omega, ON_STEPS),
            Inequality(MEAN**2, "<", "0.0045027", NET.but({v: ("-0.0099239453", "0.01")})),
        )), "the grid against Ω⁻",
    ),
    claim(
        "L43.5", "max μ̃² ⩽ 0.00451457 + 0.001498041·0.08101072 + 0.001498041·0.08101072 + "
        "0.0004033190·0.30089696 + 0.0019065994·0.06365128 < 0.005 on Ω⁻ (254), (255)",
        chain(LOW, mean**2, "<=", SUM_254, "<", "0.005"),
    ),
    *inference(
        "L43.5", "every point of Ω⁻ is p + Δ for a point p of the grid, with Δ at most its "
        "lengths; the sum is < 0.005, but by 2.9·10⁻¹⁰ only", "L43.2 L43.3 L43.4",
        chain(HERE, Rational("0.005") - Rational("0.0000000003"), "<", SUM_254, "<", "0.005"),
    ),
    claim(
        "L43.6", "by the rules of Section A3.4.5 the numerical error of μ̃² is below 10⁻¹³ in the "
        "worst case, on Ω⁻",
        All((
            moves_less(mean**2, 1, {letter: (letter, 1) for letter in (mu, omega, nu, tau)}, LOW),
            Inequality(EPSILON, "<", ERROR, HERE),
        )),
        stand_in="for ε = 2⁻⁵²: if μ, ω, ν, τ are off by at most ε, μ̃² is by less than ε; "
        "roundings within the evaluation are left out",
    ),
    *inference("L43.6", "the rules applied to (4) one by one; no sum is printed", "L19",
               NotFormal("the rules of Lemma 19, applied to an evaluation that is not printed")),
)
