"""Section A3.4.1, Lemmas 10–12: the derivatives of S on Ω_J, its mean value bound, and S < 1."""

from sympy import Expr, Rational, Symbol, sqrt, symbols

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Contraction,
    Defect,
    Derivative,
    Identity,
    Inequality,
    NotFormal,
    chain,
    magnitude,
)

from ..paper import HERE, OMEGA_J, H, J, S, claim, g, mean, mu, nu, omega, tau
from .jacobian import ENTRIES, FLIP, IS_H, LETTER, S1, TURN, a11, a12, a21, a22
from .lemmas_05_09 import SLOPES, slope_bound

SIGNS, SIZES = symbols("s1:5", real=True), symbols("m1:5", real=True)
SUM, TOTAL = sum(s * m for s, m in zip(SIGNS, SIZES, strict=True)), sum(SIZES)
PARTS = Box({**dict.fromkeys(SIGNS, (-1, 1)), **dict.fromkeys(SIZES, (0, 1))})
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
    return All((Derivative(S1, e, slope), magnitude(slope.subs(OF_H), "<", 1, OMEGA_J)))


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
PRODUCT_RULE = Derivative(-2 * U * V, t, -2 * q11 * V - 2 * U * q12)

# The numbers inserted for |𝒥₁₁|, |𝒥₁₂| and |μ̃|, and those of Lemma 5 by variable.
J11, J12, MEAN = Rational("0.104497"), Rational("0.194035"), Rational("0.087653")
LEMMA_5 = {v: [Rational(b) for (_, w), (_, b) in SLOPES.items() if w == v] for v in LETTER}


def inserted(v: Symbol, mean_slope: Rational) -> tuple[All | Derivative, ...]:
    """What (98)–(103) insert, on Ω_J: the bounds of Lemma 5 on ∂𝒥/∂v and those of 𝒥 and μ̃."""
    return (
        PRODUCT_RULE,
        *(slope_bound(f, w, bound) for (f, w), (_, bound) in SLOPES.items() if w == v),
        slope_bound(mean, v, str(mean_slope)),
        magnitude(J[0, 0], "<=", J11, OMEGA_J),
        magnitude(J[0, 1], "<=", J12, OMEGA_J),
        magnitude(mean, "<=", MEAN, OMEGA_J),
    )


def summed(v: Symbol, mean_slope: Rational, first: str, bound: str) -> All:
    """(99)–(103): the sum of the inserted numbers; `first` is that of Lemma 5 as printed."""
    by_j11, by_j12, *_ = LEMMA_5[v]
    rest = by_j11 * MEAN + J11 * mean_slope + by_j12 * MEAN + J12 * mean_slope
    return All((
        *inserted(v, mean_slope),
        Inequality(sum(LEMMA_5[v]), "<=", first, HERE),
        Inequality(Rational(first) + 2 * rest, "<", bound, HERE),
    ))


SUM_98 = sum(LEMMA_5[mu]) + 2 * (J11 * MEAN + J11**2 + J12 * MEAN + J11 * J12)

# Lemma 12: the grid, and what the paper's program found on it.
GRID = {mu: "0.0068097371", omega: "0.0008292885", nu: "0.0009580840", tau: "0.0007323095"}
STEP: Expr = sum(Rational(BOUNDS[v]) * Rational(length) for v, length in GRID.items())
FOUND, MARGIN = Rational("0.9912524171058772"), Rational("0.008747")
TEXT_89 = "½|(ℋ₁₁ - ℋ₂₂)/√… + (ℋ₁₁ + ℋ₂₂)/√…|"


def lemma_10() -> tuple[Claim, ...]:
    """Lemma 10."""
    return (
        claim("L10", "the four bounds (79)–(82) on the derivatives of S on Ω_J",
              All(tuple(LEMMA_10.values()))),
        *(
            claim(f"L10.{n}", f"|∂S/∂{LETTER[v]}| < {bound} on Ω_J", LEMMA_10[v])
            for n, (v, bound) in enumerate(BOUNDS.items(), 1)
        ),
    )


CLAIMS = (
    *lemma_10(),
    claim(
        "L10.5", "ℋ, the Jacobian of g, has the rows (𝒥₁₁, 𝒥₁₂) and "
        "(𝒥₂₁ - 2μ̃𝒥₁₁, 𝒥₂₂ - 2μ̃𝒥₁₂) (87)", IS_H, constants={},
    ),
    claim(
        "L10.6", "S = ½(√((ℋ₁₁ - ℋ₂₂)² + (ℋ₁₂ + ℋ₂₁)²) + √((ℋ₁₁ + ℋ₂₂)² + (ℋ₁₂ - ℋ₂₁)²)) (88)",
        Identity(S1, S_88), constants={},
        note="for all real matrices; that this is the largest singular value is JAC.7c",
    ),
    claim(
        "L10.7", f"|∂S/∂ℋ₁₁| = {TEXT_89} < ½(1/√((ℋ₁₂ + ℋ₂₁)²/(ℋ₁₁ - ℋ₂₂)² + 1) + "
        "1/√((ℋ₂₁ - ℋ₁₂)²/(ℋ₁₁ + ℋ₂₂)² + 1)) < 1 on Ω_J (89)",
        All((
            Derivative(S1, a11, BY_ENTRY[a11]),
            magnitude(BY_H11, "<", STEP_89, OMEGA_J),
            Inequality(STEP_89, "<", 1, OMEGA_J),
        )),
        note="strict on Ω_J; for the real matrix with a₁₁ = 2, a₂₂ = 1, a₁₂ = a₂₁ = 0 both steps "
        "are equalities",
    ),
    claim(
        "L10.8", "|∂S/∂ℋ₁₂| = ½|(ℋ₁₂ + ℋ₂₁)/√… - (ℋ₂₁ - ℋ₁₂)/√…| < 1 on Ω_J (90)", by_entry(a12),
    ),
    claim(
        "L10.9", "|∂S/∂ℋ₂₁| = ½|(ℋ₂₁ - ℋ₁₂)/√… + (ℋ₁₂ + ℋ₂₁)/√…| < 1 on Ω_J (91)", by_entry(a21),
    ),
    claim(
        "L10.10", "|∂S/∂ℋ₂₂| = ½|(ℋ₁₁ + ℋ₂₂)/√… - (ℋ₁₁ - ℋ₂₂)/√…| < 1 on Ω_J (92)", BY_H22,
        note="ℋ₁₁ - ℋ₂₂ < 0 < ℋ₁₁ + ℋ₂₂ on Ω_J, so the derivative is the second line of (89)",
    ),
    claim(
        "L10.11", "∂S/∂v = Σᵢⱼ ∂S/∂ℋᵢⱼ · ∂ℋᵢⱼ/∂v for v = μ, ω, ν, τ on Ω_J (93)–(96)",
        All((CHAIN_RULE, SMOOTH)),
        note="the chain rule for any differentiable ℋ where both square roots are positive",
    ),
    claim(
        "L10.12", "|∂S/∂μ| ⩽ Σ|∂ℋᵢⱼ/∂μ| ⩽ 0.0031049101995398316 + 0.031242911235461816 + "
        "0.02220441024325437 + 0.14983446469110305 + 2(0.104497 · 0.087653 + 0.104497² + "
        "0.194035 · 0.087653 + 0.104497 · 0.194035) < 0.32112 on Ω_J (98)",
        All((*inserted(mu, J11), Inequality(SUM_98, "<", "0.32112", HERE))),
        note="0.104497 and 0.194035 stand, too large, for |∂𝒥₁₁/∂μ| and |∂𝒥₁₂/∂μ| before |μ̃|; "
        "|∂S/∂ℋᵢⱼ| < 1 is L10.7–L10.10",
    ),
    claim(
        "L10.12b", "|∂S/∂ω| ⩽ Σ|∂ℋᵢⱼ/∂ω| ⩽ 2.38392 + 2(1.055872374194189 · 0.087653 + 0.104497² + "
        "0.031242911235461816 · 0.087653 + 0.194035 · 0.104497) < 2.63690 on Ω_J (99), (100)",
        summed(omega, J11, "2.38392", "2.63690"),
    ),
    claim(
        "L10.13", "|∂S/∂ν| ⩽ Σ|∂ℋᵢⱼ/∂ν| ⩽ 2.19916 + 2(0.031242911235461816 · 0.087653 + "
        "0.104497 · 0.194035 + 0.21232788238624354 · 0.087653 + 0.194035²) < 2.28242 on Ω_J (101)",
        summed(nu, J12, "2.19916", "2.28242"), defect=Defect.SLIP,
        note="the sum is 2.35771…; 2.28242 lacks its last term 2 · 0.194035². L10.3 holds anyway",
    ),
    claim(
        "L10.13c", "|∂S/∂ν| ⩽ Σ|∂ℋᵢⱼ/∂ν| ⩽ 2.19916 + 2(0.031242911235461816 · 0.087653 + "
        "0.104497 · 0.194035 + 0.21232788238624354 · 0.087653 + 0.194035²) < 2.35772 on Ω_J",
        summed(nu, J12, "2.19916", "2.35772"),
    ),
    claim(
        "L10.14", "|∂S/∂τ| ⩽ Σ|∂ℋᵢⱼ/∂τ| ⩽ 2.82643 + 2(0.03749149348255419 · 0.087653 + "
        "0.104497 · 0.194035 + 0.2124377655377270 · 0.087653 + 0.194035²) < 2.98610 on Ω_J "
        "(102), (103)",
        summed(tau, J12, "2.82643", "2.98610"),
        note="|∂μ̃/∂τ| < 0.194035 is true, but not for the reason given: ν and τ have different "
        "ranges",
    ),
    claim(
        "L11", "|S(μ + Δμ, ω + Δω, ν + Δν, τ + Δτ) - S(μ, ω, ν, τ)| < 0.32112|Δμ| + 2.63690|Δω| + "
        "2.28242|Δν| + 2.98610|Δτ| for two points of Ω_J (104)",
        All((Inequality(S - S, "<", 0, OMEGA_J), *LEMMA_10.values())), defect=Defect.DOMAIN,
        note="for Δ = 0 both sides are 0; for Δ ≠ 0 the bound is strict (L11c)",
    ),
    claim(
        "L11c", "|S(μ + Δμ, ω + Δω, ν + Δν, τ + Δτ) - S(μ, ω, ν, τ)| ⩽ 0.32112|Δμ| + 2.63690|Δω| + "
        "2.28242|Δν| + 2.98610|Δτ| for two points of Ω_J, strictly unless they are equal",
        All((SMOOTH, *LEMMA_10.values())),
        note="by the mean value theorem on the convex box Ω_J, from the four strict bounds there",
    ),
    claim(
        "L11.1", "S(p + Δ) - S(p) = Σᵥ ∂S/∂v(p + tΔ) Δv for some t ∈ [0, 1] (105)", SMOOTH,
        note="the mean value theorem; what it asks of S is that both square roots are positive on "
        "the convex box Ω_J, where S is then smooth",
    ),
    claim(
        "L11.2", "|Σᵥ ∂S/∂v Δv| ⩽ Σᵥ |∂S/∂v||Δv| (106)",
        All((Inequality(SUM, "<=", TOTAL, PARTS), Inequality(-TOTAL, "<=", SUM, PARTS))),
        note="for products ∂S/∂v Δv = s m with |s| ⩽ 1 and m = |∂S/∂v||Δv|, scaled to m ⩽ 1",
    ),
    claim(
        "L12", "S(μ, ω, ν, τ, λ₀₁, α₀₁) < 1 on Ω_J, with τ ∈ [0.8, 1.25] (107)",
        Contraction(g, OMEGA_J),
    ),
    claim(
        "L12.1", "Δμ = 0.0068097371, Δω = 0.0008292885, Δν = 0.0009580840, Δτ = 0.0007323095",
        NotFormal("the definition of the grid"),
    ),
    claim(
        "L12.2", "|S(p + Δ) - S(p)| < 0.32112Δμ + 2.63690Δω + 2.28242Δν + 2.98610Δτ < 0.008747 for "
        "p, p + Δ ∈ Ω_J and the grid lengths Δ of L12.1 (108)",
        All((SMOOTH, *LEMMA_10.values(), Inequality(STEP, "<", MARGIN, HERE))),
        note="the first step is L11c with Δ ≠ 0",
    ),
    claim(
        "L12.3", "S ⩽ 0.9912524171058772 on the grid: it holds on all of Ω_J",
        Inequality(S, "<=", FOUND, OMEGA_J),
        note="max S = 0.98902627… on Ω_J, so no grid point of Ω_J has the printed value",
    ),
    claim(
        "L12.4", "the precision of the evaluated S is 10⁻¹³: an error below 292ε (Lemma 20) with "
        "ε = 2⁻⁵² is below 10⁻¹³",
        Inequality(292 * Rational(1, 2**52), "<", Rational(1, 10**13), HERE),
        note="that a program has an error below 292ε is a fact about that program and its "
        "libraries; L12 is proved here without it",
    ),
    claim(
        "L12.5", "S(p + Δ) ⩽ 0.9912524171058772 + 0.008747 < 1 for p + Δ ∈ Ω_J (109)",
        chain(OMEGA_J, S, "<=", FOUND + MARGIN, "<", 1),
    ),
    claim(
        "L12.6", "for fixed ω, τ of Ω_J the map g: (μ, ν) ↦ (μ̃, ν̃) is a contraction in ‖·‖₂",
        Contraction(g, OMEGA_J),
        note="by the mean value theorem on the convex box: the norm of the Jacobian is S < 1",
    ),
)
