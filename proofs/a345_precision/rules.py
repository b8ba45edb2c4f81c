"""Section A3.4.5, Lemma 19: the rules of error propagation; and what is said of implementations.

O(Δ²) is written out. A term is s m with its size m and s = ±1; what is said of it is homogeneous in
m, so that m in [0, 1] stands for all sizes.
"""

from typing import Any

from sympy import Abs, Add, Expr, Pow, Rational, Symbol, erf, erfc, exp, pi, sqrt, symbols

from fixedpoint.claims import All, Box, Claim, Defect, Derivative, Identity, Inequality, NotFormal

from ..paper import claim, inference

x1, x2, d1, d2, t = symbols("x1 x2 d1 d2 t", real=True)
z = Symbol("z", positive=True)
# Of n terms: p the sum or the product, s the sum of errors or of relative errors, r the rest.
p, s, r, x, d = symbols("p s r x d", real=True)
size, part, m1, m2, n1, n2 = symbols("size part m1 m2 n1 n2", real=True)
n = Symbol("n", positive=True)
PRODUCT = Box(dict.fromkeys((x1, x2, d1, d2), (-1, 1)))
UNIT = Box({size: (0, 1), part: (0, 1)})
BY_INDUCTION = "the step from n to n + 1 terms; the rest is induction"


def norm(*entries: Expr) -> Expr:
    """√(g₁² + g₂² + …), left for the checker to evaluate."""
    squares = (Pow(entry, 2, evaluate=False) for entry in entries)
    return sqrt(Add(*squares, evaluate=False), evaluate=False)


def gradient(f: Expr, by_x1: Any, by_x2: Any, length: Expr) -> All:
    """∇f = (by_x1, by_x2), with this norm."""
    by_x1, by_x2 = Rational(1) * by_x1, Rational(1) * by_x2
    return All((
        Derivative(f, x1, by_x1), Derivative(f, x2, by_x2), Identity(norm(by_x1, by_x2), length),
    ))


def triangle(*sizes: Expr) -> All:
    """|Σ sᵢmᵢ| <= Σ mᵢ for any signs of terms with these sizes: for each sign of the sum."""
    signs = symbols(f"s1:{len(sizes) + 1}", real=True)
    pairs = list(zip(signs, sizes, strict=True))
    letters = {m for size in sizes for m in size.free_symbols}
    box = Box(dict.fromkeys(signs, (-1, 1)) | dict.fromkeys(sorted(letters, key=str), (0, 1)))
    total, parts = sum(e * m for e, m in pairs), []
    for sign in (1, -1):
        rest = sum((1 - sign * e) * m for e, m in pairs)
        parts += [Identity(sum(sizes) - sign * total, rest), Inequality(0, "<=", rest, box)]
    return All(tuple(parts))


def changes(f: Expr, by: Expr) -> Identity:
    """f(x + Δx) - f(x) = by, for two variables."""
    moved = f.subs({x1: x1 + d1, x2: x2 + d2}, simultaneous=True)
    return Identity(Add(moved, -f, evaluate=False), by)


CAUCHY = All((
    Identity(
        (x1**2 + x2**2) * (d1**2 + d2**2) - (x1 * d1 + x2 * d2) ** 2, (x1 * d2 - x2 * d1) ** 2
    ),
    Inequality(0, "<=", (x1 * d2 - x2 * d1) ** 2, PRODUCT),
))
"""(G² + g²)(D² + d²) ⩾ (GD + gd)²: with G, D the norms of n entries, from n to n + 1."""


TRIANGLE = triangle(m1, m2)


def one_more(sign: int) -> All:
    """Another term of a sum or difference, and n + 1 times the largest error."""
    return All((
        Identity(Add(p + s + sign * (x + d), -(p + sign * x), evaluate=False), s + sign * d),
        TRIANGLE,
        Identity((n + 1) * size - (n * size + part * size), (1 - part) * size),
        Inequality(0, "<=", (1 - part) * size, UNIT),
    ))


# With Π(xᵢ + Δxᵢ) = p + p s + r, s = Σ Δxᵢ/xᵢ, the same for n + 1 factors, with another r.
ONE_MORE_FACTOR = All((
    Identity((p + p * s + r) * (x + d) - p * x, p * x * (s + d / x) + (r * (x + d) + p * s * d)),
    TRIANGLE,
    Identity((n + 1) * size - (n * size + part * size), (1 - part) * size),
    Inequality(0, "<=", (1 - part) * size, UNIT),
))

ADDED, SUBTRACTED = changes(x1 + x2, d1 + d2), changes(x1 - x2, d1 - d2)
MULTIPLIED = changes(x1 * x2, d1 * x2 + d2 * x1 + d1 * d2)
BY_PARTS = triangle(m1 * n2, m2 * n1)
"""|Δx₁x₂ + Δx₂x₁| in the sizes m of Δx and n of x."""
REST = -d2 * (d1 * x2 - d2 * x1) / (x2**2 * (x2 + d2))


def outside(id: str, text: str, reason: str, note: str = "") -> Claim:
    """What is said of libraries, hardware and standards."""
    return claim(id, text, NotFormal(reason), note=note)


GAUSS = 2 / sqrt(pi) * exp(-(t**2))

CLAIMS = (
    claim(
        "L19", "f differentiable on the closed segment [a, b]: there is a t ∈ [0, 1] with "
        "f(a) - f(b) = ∇f(a + t(b - a))·(a - b) (127)", NotFormal("the mean value theorem"),
    ),
    claim(
        "L19.1", "|f(x + Δx) - f(x)| ⩽ ‖∇f(x + tΔx)‖ ‖Δx‖ (128)", CAUCHY, constants={},
        stand_in="the inequality of Cauchy and Schwarz, by the step from n to n + 1 entries; the "
        "rest is induction and Lemma 19",
    ),
    *inference("L19.1", "the inequality of Cauchy and Schwarz", "L19", CAUCHY),
    claim(
        "L19.2", "addition: f = x₁ + x₂ has ∇f = (1, 1), ‖∇f‖ = √2",
        gradient(x1 + x2, 1, 1, sqrt(2)), constants={},
    ),
    claim(
        "L19.3", "|x₁ + x₂ + Δx₁ + Δx₂ - x₁ - x₂| ⩽ |Δx₁| + |Δx₂| (129)",
        All((ADDED, TRIANGLE)), constants={},
    ),
    *inference("L19.3", "∇f·Δx = Δx₁ + Δx₂, and the triangle inequality", "L19 L19.2",
               TRIANGLE),
    claim(
        "L19.4", "|Σ(xᵢ + Δxᵢ) - Σxᵢ| ⩽ Σ|Δxᵢ| ⩽ n|Δxᵢ|ₘₐₓ (130)", one_more(1), constants={},
        stand_in=BY_INDUCTION,
    ),
    *inference("L19.4", "induction with (129)", "L19.3", NotFormal("induction over the terms")),
    claim(
        "L19.5", "subtraction: f = x₁ - x₂ has ∇f = (1, -1), ‖∇f‖ = √2",
        gradient(x1 - x2, 1, -1, sqrt(2)), constants={},
    ),
    claim(
        "L19.6", "|x₁ - x₂ + Δx₁ - Δx₂ - x₁ + x₂| ⩽ |Δx₁| + |Δx₂| (131)",
        All((SUBTRACTED, TRIANGLE)), constants={},
    ),
    *inference("L19.6", "∇f·Δx = Δx₁ - Δx₂, and the triangle inequality", "L19 L19.5",
               TRIANGLE),
    claim(
        "L19.7", "|Σ-(xᵢ + Δxᵢ) + Σxᵢ| ⩽ Σ|Δxᵢ| ⩽ n|Δxᵢ|ₘₐₓ (132)", one_more(-1), constants={},
        stand_in=BY_INDUCTION,
    ),
    *inference("L19.7", "induction with (131)", "L19.6", NotFormal("induction over the terms")),
    claim(
        "L19.8", "multiplication: f = x₁x₂ has ∇f = (x₂, x₁), ‖∇f‖ = ‖x‖",
        gradient(x1 * x2, x2, x1, norm(x1, x2)), constants={},
    ),
    claim(
        "L19.9", "|x₁x₂ + Δx₁x₂ + Δx₂x₁ + Δx₁Δxₛ - x₁x₂| ⩽ |Δx₁||x₂| + |Δx₂||x₁| + O(Δ²) (133)",
        All((MULTIPLIED, triangle(m1 * n2, m2 * n1, m1 * m2))), constants={},
        defect=Defect.MISPRINT, note="Δxₛ is printed for Δx₂; O(Δ²) is |Δx₁||Δx₂|",
    ),
    *inference("L19.9", "∇f·Δx = Δx₁x₂ + Δx₂x₁, and the triangle inequality", "L19 L19.8",
               BY_PARTS),
    claim(
        "L19.10", "|Π(xᵢ + Δxᵢ) - Πxᵢ| = |Πxᵢ Σ Δxᵢ/xᵢ + O(Δ²)| ⩽ Π|xᵢ| Σ|Δxᵢ/xᵢ| + O(Δ²) ⩽ "
        "n Π|xᵢ| |Δxᵢ/xᵢ|ₘₐₓ + O(Δ²) (134)", ONE_MORE_FACTOR, constants={},
        stand_in=f"{BY_INDUCTION}; O(Δ²) becomes r(x + Δx) + p s Δx with p = Πxᵢ, s = ΣΔxᵢ/xᵢ and "
        "the r of the n factors before",
    ),
    *inference("L19.10", "induction with (133)", "L19.9", NotFormal("induction over the factors")),
    claim(
        "L19.11", "division: f = x₁/x₂ has ∇f = (1/x₂, -x₁/x₂²), ‖∇f‖ = ‖x‖/x₂²",
        All((
            Derivative(x1 / x2, x1, 1 / x2), Derivative(x1 / x2, x2, -x1 / x2**2),
            Identity((1 / x2) ** 2 + (x1 / x2**2) ** 2, (x1**2 + x2**2) / x2**4),
        )), constants={},
    ),
    claim(
        "L19.12", "|(x₁ + Δx₁)/(x₂ + Δx₂) - x₁/x₂| "
        "= |((x₁ + Δx₁)x₂ - x₁(x₂ + Δx₂))/((x₂ + Δx₂)x₂)| "
        "= |(Δx₁x₂ - Δx₂x₁)/(x₂² + Δx₂x₂)| = |Δx₁/x₂ - Δx₂x₁/x₂²| + O(Δ²) (135)",
        All((
            changes(x1 / x2, ((x1 + d1) * x2 - x1 * (x2 + d2)) / ((x2 + d2) * x2)),
            changes(x1 / x2, (d1 * x2 - d2 * x1) / (x2**2 + d2 * x2)),
            changes(x1 / x2, (d1 / x2 - d2 * x1 / x2**2) + REST),
        )), constants={},
        note="without the bars; O(Δ²) is at most |Δx₂||Δx₁x₂ - Δx₂x₁|/(x₂²|x₂ + Δx₂|)",
    ),
    claim(
        "L19.13", "f = √x has f' = 1/(2√x)", Derivative(sqrt(z), z, 1 / (2 * sqrt(z))),
        constants={},
    ),
    claim("L19.14", "f = exp(x) has f' = exp(x)", Derivative(exp(t), t, exp(t)), constants={}),
    claim(
        "L19.15", "f = erf(x) has f' = (2/√π) exp(-x²)", Derivative(erf(t), t, GAUSS), constants={},
    ),
    claim(
        "L19.16", "f = erfc(x) has f' = -(2/√π) exp(-x²), |f'| = (2/√π) exp(-x²)",
        All((Derivative(erfc(t), t, -GAUSS), Identity(Abs(-GAUSS, evaluate=False), GAUSS))),
        constants={},
    ),
    outside(
        "FP.1", "the computations are correct up to 3 ulps",
        "about the authors' programs on their machines, by what manuals say of libraries",
        "FP.5 names up to 4.5 ulps for one coprocessor, the others at most 3; what 3 make in S: "
        "L20_rounded",
    ),
    *inference(
        "FP.1", "the functions that the programs call have these precisions",
        "FP.2 FP.3 FP.4 FP.5 FP.6 FP.7 FP.8", NotFormal("which functions the programs call, where"),
    ),
    outside(
        "FP.2", "for the GNU C library and the hardware used, the precision of every mathematical "
        "function that was used is “at least one ulp”",
        "a fact about one library on the authors' machines",
        "as an error, “at least” is meant as at most",
    ),
    *inference(
        "FP.2", "what FP.4, FP.7 and FP.8 say of these functions", "FP.4 FP.7 FP.8",
        NotFormal("the conjunction of what is said of each function"),
    ),
    outside("FP.3", "what an ulp is, by Kahan and by Harrison", "definitions"),
    outside(
        "FP.4", "⊕, ⊖, ⊗, ⊘ and the square root of IEEE 754 are exactly rounded, and so precise to "
        "one ulp", "what a standard requires of hardware",
    ),
    outside(
        "FP.5", "Intel 486 and 387: the worst error of transcendental functions is typically 3 or "
        "3.5 ulps, sometimes 4.5 ulps", "what was measured of one kind of hardware",
    ),
    outside(
        "FP.6", "OpenBSD, FreeBSD, FDLIBM: exp, log, expm1 and log1p are within about one ulp",
        "what a manual says of one library",
    ),
    outside(
        "FP.7", "GNU C library: exp and erf have an error of 1 ulp, erfc of up to 3 ulps, of 1 ulp "
        "on the common architectures that were used", "what a manual says of one library",
    ),
    outside(
        "FP.8", "GNU C library (p. 528): the errors of exp, erf, erfc are not larger than 3 ulps "
        "on all architectures, and “at least one ulp” on those that were used",
        "what a manual says of one library", "as an error, “at least” is meant as at most",
    ),
)
