"""Section A3.4.1, Lemmas 10–12: the derivatives of S on Ω_J, its mean value bound, and S < 1."""

from fractions import Fraction

from sympy import Abs, Expr, Rational, Symbol, sqrt, symbols

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Contraction,
    Defect,
    Derivative,
    Extremum,
    Identity,
    Inequality,
    NotFormal,
    chain,
)
from fixedpoint.model import largest_singular_value

from ..paper import (
    HERE,
    OMEGA_J,
    H,
    J,
    S,
    claim,
    g,
    inference,
    lam,
    mean,
    mu,
    nu,
    omega,
    own,
    repaired,
    tau,
)
from .jacobian import ENTRIES, FLIP, IS_H, LETTER, S1, SCALED, SINGULAR, TURN, a11, a12, a21, a22
from .lemmas_05_09 import CONJUNCTION, ENDS, HIGHEST, SLOPES, slope_bound

SIGNS, SIZES = symbols("s1:5", real=True), symbols("m1:5", real=True)
SUM, TOTAL = sum(s * m for s, m in zip(SIGNS, SIZES, strict=True)), sum(SIZES)
PARTS = Box({**dict.fromkeys(SIGNS, (-1, 1)), **dict.fromkeys(SIZES, (0, 1))})
TRIANGLE = chain(PARTS, -TOTAL, "<=", SUM, "<=", TOTAL)
"""|p₁ + … + p₄| <= |p₁| + … + |p₄| for products p = s m with |s| <= 1 and m = |p|."""
BOUNDS = {mu: "0.32112", omega: "2.63690", nu: "2.28242", tau: "2.98610"}
"""Lemma 10: |∂S/∂v| on Ω_J."""
LEMMA_10 = {v: slope_bound(S, v, bound) for v, bound in BOUNDS.items()}
OF_H = dict(zip(ENTRIES, H, strict=True))
S_88 = (
    sqrt((a11 - a22) ** 2 + (a12 + a21) ** 2) + sqrt((a11 + a22) ** 2 + (a12 - a21) ** 2)
) / 2

# Eqs. 89–92 as printed: the derivatives of S by the entries of ℋ, here of a real matrix a.
BY_ENTRY = {
    a11: ((a11 - a22) / FLIP + (a11 + a22) / TURN) / 2,
    a12: ((a12 + a21) / FLIP - (a21 - a12) / TURN) / 2,
    a21: ((a21 - a12) / TURN + (a12 + a21) / FLIP) / 2,
    a22: ((a11 + a22) / TURN - (a11 - a22) / FLIP) / 2,
}
# The second line of (89), for a₁₁ ≠ ± a₂₂.
FLIP_89 = 1 / sqrt((a12 + a21) ** 2 / (a11 - a22) ** 2 + 1)
TURN_89 = 1 / sqrt((a21 - a12) ** 2 / (a11 + a22) ** 2 + 1)
STEP_89 = ((FLIP_89 + TURN_89) / 2).subs(OF_H)
BY_H11 = BY_ENTRY[a11].subs(OF_H)


def by_entry(e: Symbol) -> All:
    """The printed derivative of S by an entry of ℋ, below 1 in magnitude on Ω_J."""
    slope = BY_ENTRY[e]
    below = Inequality(Abs(slope.subs(OF_H)), "<", 1, OMEGA_J)
    return All((Derivative(S1, e, slope), below))


BY_H22 = All((
    Derivative(S1, a22, BY_ENTRY[a22]),
    Identity(((a11 + a22) / TURN) ** 2, TURN_89**2),
    Identity(((a11 - a22) / FLIP) ** 2, FLIP_89**2),
    chain(OMEGA_J, H[0, 0] - H[1, 1], "<", 0, "<", H[0, 0] + H[1, 1]),
    chain(OMEGA_J, -1, "<", STEP_89, "<", 1),
))

# To first order a differentiable curve of matrices is p + q t, and S is ½(√(u² + v²) + …) in
# sums u, v of its entries: the chain rule (93)–(96), and the product rule of (98)–(103).
t = symbols("t")
Q = q11, q12, q21, q22 = symbols("q11 q12 q21 q22")
U, V = a11 + q11 * t, a12 + q12 * t
CHAIN_RULE = All((
    Derivative(sqrt(U**2 + V**2), t, (U * q11 + V * q12) / sqrt(U**2 + V**2)),
    Identity(
        sum(slope * by_t for slope, by_t in zip(BY_ENTRY.values(), Q, strict=True)),
        ((a11 + a22) * (q11 + q22) + (a21 - a12) * (q21 - q12)) / (2 * TURN)
        + ((a11 - a22) * (q11 - q22) + (a12 + a21) * (q12 + q21)) / (2 * FLIP),
    ),
))
SMOOTH = All((
    Inequality(0, "<", (TURN**2).subs(OF_H), OMEGA_J),
    Inequality(0, "<", (FLIP**2).subs(OF_H), OMEGA_J),
))
(s1, s2, *_), (m1, m2, *_) = SIGNS, SIZES
PRODUCT_RULE = Derivative(
    -2 * (s1 + m1 * t) * (s2 + m2 * t), t, -2 * m1 * (s2 + m2 * t) - 2 * (s1 + m1 * t) * m2
)

# The numbers inserted for |𝒥₁₁|, |𝒥₁₂| and |μ̃|, and those of Lemma 5 by variable. |𝒥₁₂|: as (75)
# prints it and as it is; as Lemma 7 has it.
J11, J12, MEAN = Rational("0.104497"), Rational("0.194035"), Rational("0.087653")
J12_C, J12_7 = Rational("0.194036"), Rational("0.194145")
SWAPPED = lam / 4 * Rational("1.5") * HIGHEST
"""The bound (75) on |𝒥₁₂| with ν in the place of τ, as |∂μ̃/∂τ| asks for it."""
LEMMA_5 = {v: [Rational(b) for (_, w), (_, b) in SLOPES.items() if w == v] for v in LETTER}


def expanded(v: Symbol) -> Expr:
    """The fourth sum of (98), (99), (101), (102): what the product rule leaves of Σ|∂ℋᵢⱼ/∂v|."""
    by_j11, by_j12, *_ = slopes = [Abs(entry.diff(v), evaluate=False) for entry in J]
    size, slope = Abs(mean), Abs(mean.diff(v))
    return sum(slopes) + 2 * (
        by_j11 * size + Abs(J[0, 0]) * slope + by_j12 * size + Abs(J[0, 1]) * slope
    )


def given(v: Symbol, j12: Rational, slope: Expr, last: str = "") -> Expr:
    """The same with the bounds of Lemmas 5, 6, 9, of 𝒥₁₂ and of ∂μ̃/∂v; `last`: for |∂𝒥₂₂/∂v|."""
    by_j11, by_j12, by_j21, by_j22 = LEMMA_5[v]
    rest = by_j11 * MEAN + J11 * slope + by_j12 * MEAN + j12 * slope
    return by_j11 + by_j12 + by_j21 + (Rational(last) if last else by_j22) + 2 * rest


def inserted(v: Symbol, j12: Rational) -> Rational:
    """The sum of numbers that is printed, with a bound of 𝒥₁₂."""
    by_j11, by_j12, *_ = slopes = LEMMA_5[v]
    if v == mu:  # 0.104497 and 𝒥₁₂ stand for the derivatives of 𝒥₁₁ and 𝒥₁₂, too large
        return sum(slopes) + 2 * (J11 * MEAN + J11**2 + j12 * MEAN + J11 * j12)
    first, slope = {omega: ("2.38392", J11), nu: ("2.19916", j12), tau: ("2.82643", j12)}[v]
    return Rational(first) + 2 * (by_j11 * MEAN + J11 * slope + by_j12 * MEAN + j12 * slope)


def summed(v: Symbol, bound: str) -> All:
    """(98)–(103): |∂S/∂v| and the fourth sum are at most the sum of numbers, that is < bound."""
    numbers = inserted(v, J12)
    return All((
        TRIANGLE,
        PRODUCT_RULE,
        Inequality(Abs(S.diff(v), evaluate=False), "<=", numbers, OMEGA_J),
        Inequality(expanded(v), "<=", numbers, OMEGA_J),
        Inequality(numbers, "<", bound, HERE),
    ))


BETWEEN = (
    "of the ⩽ before the numbers, the triangle inequality and the product rule in general form"
)
TAKEN = "L10.7 L10.8 L10.9 L10.10 L10.11 L5 L6 L7 L7.1 L9"
BY_SUMS = (
    "|∂S/∂ℋᵢⱼ| < 1, and the bounds of Lemmas 5, 6, 7 and 9 give the sum of numbers that is printed"
)


def step(v: Symbol, bound: str, slope: Expr, j12: Rational, taken: Rational) -> All:
    """The bounds of the lemmas sum up to at most the sum that is printed, that is < bound."""
    return chain(HERE, given(v, j12, slope), "<=", inserted(v, taken), "<", bound)


# Lemma 12: the grid, what the paper's program found on it, and the precision of the program.
GRID = {mu: "0.0068097371", omega: "0.0008292885", nu: "0.0009580840", tau: "0.0007323095"}
FOUND, MARGIN, ERROR = map(Rational, ("0.9912524171058772", "0.008747", "0.0000000000001"))
HIGHEST_S = Rational("0.9890263")
SJ = largest_singular_value(J)
CORNER = {mu: Rational(-1, 10), omega: Rational(-1, 10), nu: Rational(4, 5), tau: Rational(5, 4)}
ULP = Rational(1, 10**16)
TEXT_89 = "½|(ℋ₁₁ - ℋ₂₂)/√… + (ℋ₁₁ + ℋ₂₂)/√…|"


def increment(bounds: dict[Symbol, Expr]) -> Expr:
    """The sum of (108) with these bounds on the derivatives of S."""
    return sum(bounds[v] * Rational(length) for v, length in GRID.items())


CORRECTED_101 = Rational("2.35772")
LEMMA_10_BOUNDS = {v: Rational(bound) for v, bound in BOUNDS.items()}
STEP = increment(LEMMA_10_BOUNDS)
# Carried through: the sum of (101) as it is, and that of (103) with (75) for ν in the place of τ.
STEP_C = increment({
    **LEMMA_10_BOUNDS, nu: CORRECTED_101, tau: given(tau, J12_C, SWAPPED),
})
SHIFT = symbols("d1:5", real=True)
AT_0 = Box(dict.fromkeys(SHIFT, 0))
STEP_104 = sum(b * Abs(d) for b, d in zip(LEMMA_10_BOUNDS.values(), SHIFT, strict=True))

# What makes (89)–(92) strict on Ω_J.
APART = All((
    chain(OMEGA_J, H[0, 0] - H[1, 1], "<", 0, "<", H[0, 0] + H[1, 1]),
    Inequality(0, "<", H[0, 1], OMEGA_J),
))
STRICT = "each quotient is at most 1 in magnitude; both are 1 only if ℋ₁₁ = ± ℋ₂₂ or ℋ₁₂ = ℋ₂₁ = 0"
MEAN_VALUE = "the mean value theorem on the convex box Ω_J"


TEXT_101 = (
    "|∂S/∂ν| ⩽ Σ|∂ℋᵢⱼ/∂ν| ⩽ |∂𝒥₁₁/∂ν| + |∂𝒥₁₂/∂ν| + |∂𝒥₂₁/∂ν| + |∂𝒥₂₂/∂ν| + 2|∂𝒥₁₁/∂ν||μ̃| + "
    "2|𝒥₁₁||𝒥₁₂| + 2|∂𝒥₁₂/∂ν||μ̃| + 2|𝒥₁₂|² ⩽ 2.19916 + 2(0.031242911235461816 · 0.087653 + "
    "0.104497 · 0.194035 + 0.21232788238624354 · 0.087653 + 0.194035²)"
)


def lemma_10() -> tuple[Claim, ...]:
    """Lemma 10."""
    texts = {n: f"|∂S/∂{LETTER[v]}| < {bound} on Ω_J" for n, (v, bound) in enumerate(
        BOUNDS.items(), 1
    )}
    parts = {
        n: claim(f"L10.{n}", texts[n], part)
        for n, part in zip(texts, LEMMA_10.values(), strict=True)
    }

    def ends(n: int, id: str, *corrected: Inequality) -> tuple[Claim, ...]:
        return inference(f"L10.{n}", "the two ends of its chain", id, ENDS, *corrected)

    return (
        claim("L10", "the four bounds (79)–(82) on the derivatives of S on Ω_J",
              All(tuple(LEMMA_10.values()))),
        *inference("L10", "the four bounds together", "L10.1 L10.2 L10.3 L10.4", CONJUNCTION),
        parts[1], *ends(1, "L10.12"),
        parts[2], *ends(2, "L10.12b"),
        parts[3], *ends(3, "L10.13", Inequality(CORRECTED_101, "<=", BOUNDS[nu], HERE)),
        own("L10.3_repair", "|∂𝒥₂₂/∂ν| < 0.27687 on Ω_J", slope_bound(J[1, 1], nu, "0.27687"),
             "a sharper bound of Lemma 5"),
        repaired(
            "L10.3", "the sum of (101) with 0.27687 for 1.805740052651535, its last term included",
            f"{TAKEN} L10.3_repair",
            Inequality(given(nu, J12_7, J12_7, "0.27687"), "<", BOUNDS[nu], HERE),
        ),
        parts[4], *ends(4, "L10.14"),
    )


CLAIMS = (
    *lemma_10(),
    claim(
        "L10.5", "ℋ, the Jacobian of g, has the rows (𝒥₁₁, 𝒥₁₂) and "
        "(𝒥₂₁ - 2μ̃𝒥₁₁, 𝒥₂₂ - 2μ̃𝒥₁₂) (87)", IS_H, constants={},
    ),
    claim(
        "L10.6", "S = ½(√((ℋ₁₁ - ℋ₂₂)² + (ℋ₁₂ + ℋ₂₁)²) + √((ℋ₁₁ + ℋ₂₂)² + (ℋ₁₂ - ℋ₂₁)²)) (88), "
        "the largest singular value of ℋ",
        All((Identity(S1, S_88), *SINGULAR)), constants={}, stand_in=SCALED,
        note="for all real matrices",
    ),
    claim(
        "L10.7", f"|∂S/∂ℋ₁₁| = {TEXT_89} < ½(1/√((ℋ₁₂ + ℋ₂₁)²/(ℋ₁₁ - ℋ₂₂)² + 1) + "
        "1/√((ℋ₂₁ - ℋ₁₂)²/(ℋ₁₁ + ℋ₂₂)² + 1)) < 1 on Ω_J (89)",
        All((
            Derivative(S1, a11, BY_ENTRY[a11]),
            chain(OMEGA_J, Abs(BY_H11), "<", STEP_89, "<", 1),
        )),
        note="strict on Ω_J; for the real matrix with a₁₁ = 2, a₂₂ = 1, a₁₂ = a₂₁ = 0 both steps "
        "are equalities",
    ),
    *inference("L10.7", STRICT, "L10.6", APART),
    claim(
        "L10.8", "|∂S/∂ℋ₁₂| = ½|(ℋ₁₂ + ℋ₂₁)/√… - (ℋ₂₁ - ℋ₁₂)/√…| < 1 on Ω_J (90)", by_entry(a12),
    ),
    *inference("L10.8", STRICT, "L10.6", APART),
    claim(
        "L10.9", "|∂S/∂ℋ₂₁| = ½|(ℋ₂₁ - ℋ₁₂)/√… + (ℋ₁₂ + ℋ₂₁)/√…| < 1 on Ω_J (91)", by_entry(a21),
    ),
    *inference("L10.9", STRICT, "L10.6", APART),
    claim(
        "L10.10", "|∂S/∂ℋ₂₂| = ½|(ℋ₁₁ + ℋ₂₂)/√… - (ℋ₁₁ - ℋ₂₂)/√…| < 1 on Ω_J (92)", BY_H22,
        note="ℋ₁₁ - ℋ₂₂ < 0 < ℋ₁₁ + ℋ₂₂ on Ω_J, so the derivative is the second line of (89)",
    ),
    *inference("L10.10", STRICT, "L10.6", APART),
    claim(
        "L10.11", "∂S/∂v = Σᵢⱼ ∂S/∂ℋᵢⱼ · ∂ℋᵢⱼ/∂v for v = μ, ω, ν, τ on Ω_J (93)–(96)",
        All((CHAIN_RULE, SMOOTH)),
        stand_in="to first order, for any differentiable ℋ where both square roots are positive, "
        "as they are on Ω_J",
    ),
    claim(
        "L10.12", "|∂S/∂μ| ⩽ Σ|∂S/∂ℋᵢⱼ||∂ℋᵢⱼ/∂μ| ⩽ Σ|∂ℋᵢⱼ/∂μ| ⩽ |∂𝒥₁₁/∂μ| + |∂𝒥₁₂/∂μ| + "
        "|∂𝒥₂₁/∂μ| + |∂𝒥₂₂/∂μ| + 2|∂𝒥₁₁/∂μ||μ̃| + 2|𝒥₁₁|² + 2|∂𝒥₁₂/∂μ||μ̃| + 2|𝒥₁₂||𝒥₁₁| ⩽ "
        "0.0031049101995398316 + 0.031242911235461816 + 0.02220441024325437 + 0.14983446469110305 "
        "+ 2(0.104497 · 0.087653 + 0.104497² + 0.194035 · 0.087653 + 0.104497 · 0.194035) "
        "< 0.32112 on Ω_J (98)",
        summed(mu, "0.32112"), defect=Defect.OUTSIDE, stand_in=BETWEEN,
        note="Lemma 7 states |𝒥₁₂| ⩽ 0.194145; 0.194035 is the number of (75), which is too small "
        "there",
    ),
    *inference(
        "L10.12", BY_SUMS, TAKEN, step(mu, "0.32112", J11, J12_7, J12),
        step(mu, "0.32112", J11, J12_C, J12_C),
    ),
    claim(
        "L10.12b", "|∂S/∂ω| ⩽ Σ|∂ℋᵢⱼ/∂ω| ⩽ |∂𝒥₁₁/∂ω| + |∂𝒥₁₂/∂ω| + |∂𝒥₂₁/∂ω| + |∂𝒥₂₂/∂ω| + "
        "2|∂𝒥₁₁/∂ω||μ̃| + 2|𝒥₁₁||∂μ̃/∂ω| + 2|∂𝒥₁₂/∂ω||μ̃| + 2|𝒥₁₂||∂μ̃/∂ω| ⩽ 2.38392 + "
        "2(1.055872374194189 · 0.087653 + 0.104497² + 0.031242911235461816 · 0.087653 + "
        "0.194035 · 0.104497) < 2.63690 on Ω_J (99), (100)",
        summed(omega, "2.63690"), defect=Defect.OUTSIDE, stand_in=BETWEEN, repeats="L10.12",
        note="with 0.194145, the number of Lemma 7, for 0.194035 the sum is larger than the one "
        "that is printed",
    ),
    *inference(
        "L10.12b", f"{BY_SUMS}; Lemma 6 for |∂μ̃/∂ω|, with μ and ω exchanged", TAKEN,
        step(omega, "2.63690", J11, J12_7, J12), step(omega, "2.63690", J11, J12_C, J12_C),
    ),
    claim(
        "L10.13", f"{TEXT_101} < 2.28242 on Ω_J (101)",
        summed(nu, "2.28242"), defect=Defect.SLIP, stand_in=BETWEEN,
        note="the sum is 2.35771…; 2.28242 lacks its last term 2 · 0.194035²",
    ),
    claim("L10.13c", f"{TEXT_101} < 2.35772 on Ω_J", summed(nu, "2.35772"), stand_in=BETWEEN),
    *inference(
        "L10.13", BY_SUMS, TAKEN, step(nu, "2.28242", J12_7, J12_7, J12),
        step(nu, "2.35772", J12_C, J12_C, J12_C),
    ),
    claim(
        "L10.14", "|∂S/∂τ| ⩽ Σ|∂ℋᵢⱼ/∂τ| ⩽ |∂𝒥₁₁/∂τ| + |∂𝒥₁₂/∂τ| + |∂𝒥₂₁/∂τ| + |∂𝒥₂₂/∂τ| + "
        "2|∂𝒥₁₁/∂τ||μ̃| + 2|𝒥₁₁||∂μ̃/∂τ| + 2|∂𝒥₁₂/∂τ||μ̃| + 2|𝒥₁₂||∂μ̃/∂τ| ⩽ 2.82643 + "
        "2(0.03749149348255419 · 0.087653 + 0.104497 · 0.194035 + 0.2124377655377270 · 0.087653 + "
        "0.194035²) < 2.98610 on Ω_J (102), (103)",
        summed(tau, "2.98610"), defect=Defect.OUTSIDE, stand_in=BETWEEN,
        note="|∂μ̃/∂τ| ⩽ 0.194035 is taken from Lemma 7 as μ̃ is symmetric in ν and τ, but ν ⩽ 1.5 "
        "lies outside the range τ ⩽ 1.25 of the lemma: exchanged, (75) ends at ¼λ 1.5 · 0.590953",
    ),
    *inference(
        "L10.14", f"{BY_SUMS}; Lemma 7 for |∂μ̃/∂τ|, with ν and τ exchanged", TAKEN,
        All((
            chain(OMEGA_J, "0.8", "<=", nu, "<=", "1.25"),
            step(tau, "2.98610", J12_7, J12_7, J12),
        )),
        Inequality(given(tau, J12_C, SWAPPED), "<", "2.98610", HERE),
    ),
    own("L10.14_repair", "|∂μ̃/∂τ| < 0.194035 on Ω_J", slope_bound(mean, tau, "0.194035"),
         "what the symmetry is to give"),
    repaired(
        "L10.14", "the sum of (103) with 0.194035 for |∂μ̃/∂τ|, and (75) for |𝒥₁₂|",
        f"{TAKEN} L10.14_repair", Inequality(given(tau, J12_C, J12), "<", "2.98610", HERE),
    ),
    claim(
        "L11", "|S(μ + Δμ, ω + Δω, ν + Δν, τ + Δτ) - S(μ, ω, ν, τ)| < 0.32112|Δμ| + 2.63690|Δω| + "
        "2.28242|Δν| + 2.98610|Δτ| for two points of Ω_J (104)",
        All((Inequality(0, "<", STEP_104, AT_0), *LEMMA_10.values())), defect=Defect.DOMAIN,
        stand_in=f"{MEAN_VALUE} for Δ ≠ 0; for Δ = 0 that the right side exceeds 0",
        note="for Δ = 0 both sides are 0; the bound is strict for two different points only",
    ),
    claim(
        "L11c", "|S(μ + Δμ, ω + Δω, ν + Δν, τ + Δτ) - S(μ, ω, ν, τ)| ⩽ 0.32112|Δμ| + 2.63690|Δω| + "
        "2.28242|Δν| + 2.98610|Δτ| for two points of Ω_J, strictly unless they are equal",
        All((SMOOTH, *LEMMA_10.values())), stand_in=MEAN_VALUE,
        note="from the four strict bounds on Ω_J, where S is smooth",
    ),
    *inference(
        "L11", "the strict bounds of Lemma 10 times |Δμ|, …, |Δτ|, one of which is not 0",
        "L11.1 L11.2 L10",
        *(Inequality(0, relation, STEP_104, AT_0) for relation in ("<", "<=")),
    ),
    claim(
        "L11.1", "S(p + Δ) - S(p) = Σᵥ ∂S/∂v(p + tΔ) Δv for some t ∈ [0, 1] (105)", SMOOTH,
        stand_in=f"{MEAN_VALUE}, where both square roots are positive and S is smooth",
    ),
    claim(
        "L11.2", "|Σᵥ ∂S/∂v Δv| ⩽ Σᵥ |∂S/∂v||Δv| (106)", TRIANGLE,
        stand_in="products ∂S/∂v Δv = s m with |s| ⩽ 1 and m = |∂S/∂v||Δv|, scaled to m ⩽ 1",
    ),
    *inference("L11.2", "(105) in absolute values", "L11.1", NotFormal("the triangle inequality")),
    claim(
        "L12", "S(μ, ω, ν, τ, λ₀₁, α₀₁) < 1 on Ω_J, with τ ∈ [0.8, 1.25] (107)",
        Contraction(g, OMEGA_J),
    ),
    *inference(
        "L12", "every point of Ω_J is p + Δ for a point p of the grid, with Δ at most its lengths",
        "L12.1 L12.2 L12.3 L12.4 L12.5 L11 L20 FP.1 FP.2 FP.3 FP.4 FP.5 FP.6 FP.7 FP.8",
        *[NotFormal("(109) for all points of the grid")] * 2,
    ),
    claim(
        "L12.1", "Δμ = 0.0068097371, Δω = 0.0008292885, Δν = 0.0009580840, Δτ = 0.0007323095",
        NotFormal("the definition of the grid"),
    ),
    claim(
        "L12.2", "|S(p + Δ) - S(p)| < 0.32112Δμ + 2.63690Δω + 2.28242Δν + 2.98610Δτ < 0.008747 for "
        "p, p + Δ ∈ Ω_J and the grid lengths Δ of L12.1 (108)",
        All((SMOOTH, *LEMMA_10.values(), Inequality(STEP, "<", MARGIN, HERE))),
        stand_in=MEAN_VALUE, note="the first step is L11c with Δ ≠ 0",
    ),
    *inference(
        "L12.2", "(104) with the grid lengths and the numbers of Lemma 10", "L12.1 L11 L10 L10.13",
        *(Inequality(total, "<", MARGIN, HERE) for total in (STEP, STEP_C)),
    ),
    repaired(
        "L12.2", "the four numbers of Lemma 10, as L10.3_repair and L10.14_repair give them",
        "L12.1 L11 L10 L10.3_repair L10.14_repair", Inequality(STEP, "<", MARGIN, HERE),
    ),
    claim(
        "L12.3", "S ⩽ 0.9912524171058772 on the grid: it holds on all of Ω_J",
        Inequality(S, "<=", FOUND, OMEGA_J), defect=Defect.REFERENCE,
        stand_in="that their programs, on all machines, give this number",
        note="0.9912524171058772 is no value of S, which is at most 0.98902628 on Ω_J (V9), but "
        "26 to 27 units of its last digit above the largest singular value of 𝒥, the Jacobian of "
        "(μ̃, ξ̃), at μ = ω = -0.1, ν = 0.8, τ = 1.25, its maximum on Ω_J (L12_grid, L12_digits)",
    ),
    *inference(
        "L12.3", "no derivation: the output of a program", "L12.1 JAC.8",
        *[NotFormal("a computation on the grid")] * 2,
    ),
    own(
        "L12_grid", "the largest singular value of 𝒥, the Jacobian of (μ̃, ξ̃), on Ω_J",
        Extremum("max", SJ, OMEGA_J, Fraction(1, 10**20)),
        "what the maximum on the grid is the maximum of", "extremum",
    ),
    own(
        "L12_digits", "0.9912524171058772 is between 26 and 27 units of its last digit above the "
        "largest singular value of 𝒥 at μ = ω = -0.1, ν = 0.8, τ = 1.25, and > S on Ω_J by 0.00222",
        All((
            chain(HERE, FOUND - 27 * ULP, "<", SJ.subs(CORNER), "<", FOUND - 26 * ULP),
            Inequality(S, "<", FOUND - Rational("0.00222"), OMEGA_J),
        )),
        "the printed maximum against 𝒥 and against S",
    ),
    claim(
        "L12.4", "the precision of the evaluated S is 10⁻¹³: an error below 292ε (Lemma 20) with "
        "ε = 2⁻⁵² is below 10⁻¹³",
        Inequality(292 * Rational(1, 2**52), "<", ERROR, HERE),
        stand_in="that the programs evaluate S with an error below 292ε",
        note="L12 is proved here without it",
    ),
    *inference(
        "L12.4", "Δ(S) < 292ε of Lemma 20, with ε = 2⁻⁵²", "L20 FP.1",
        Inequality(292 * Rational(1, 2**52), "<", ERROR, HERE),
    ),
    claim(
        "L12.5", "S(p + Δ) ⩽ 0.9912524171058772 + 0.008747 < 1 for p + Δ ∈ Ω_J (109)",
        chain(OMEGA_J, S, "<=", FOUND + MARGIN, "<", 1),
    ),
    *inference(
        "L12.5", "the maximum on the grid, the precision and the sum of (108) together",
        "L12.2 L12.3 L12.4 L10.13",
        *(Inequality(FOUND + ERROR + total, "<", 1, HERE) for total in (MARGIN, STEP_C)),
    ),
    own(
        "L12_repair", "S ⩽ 0.9890263 on Ω_J, and so on the grid: with 10⁻¹³ and the sum of (108), "
        "corrected, it is < 1",
        All((
            Inequality(S, "<=", HIGHEST_S, OMEGA_J),
            Inequality(HIGHEST_S + ERROR + STEP_C, "<", 1, HERE),
        )),
        "the maximum of S in the place of that of 𝒥's",
    ),
    repaired(
        "L12.5", "the maximum of S, the precision and the corrected sum of (108) together",
        "L12.2 L12.4 L12_repair", Inequality(HIGHEST_S + ERROR + STEP_C, "<", 1, HERE),
    ),
    claim(
        "L12.6", "for fixed ω, τ of Ω_J the map g: (μ, ν) ↦ (μ̃, ν̃) is a contraction in ‖·‖₂",
        Contraction(g, OMEGA_J),
        stand_in=f"{MEAN_VALUE}: the norm of the Jacobian is S < 1",
    ),
    *inference(
        "L12.6", "the norm of the Jacobian is S < 1", "L12 T1.2", NotFormal(MEAN_VALUE),
    ),
)
