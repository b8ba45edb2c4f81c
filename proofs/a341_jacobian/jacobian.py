"""Section A3.4.1 before Lemma 5: the Jacobians 𝒥 and ℋ, the singular value S, the derivatives of 𝒥.

Equations 61–72 hold for all real μ, ω, all ν, τ > 0 and all λ, α.
"""

from sympy import Expr, ImmutableMatrix, Symbol, erfc, exp, pi, sqrt, symbols

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Derivative,
    Identity,
    Inequality,
    NotFormal,
    equal,
)

from ..paper import (
    OMEGA_J,
    J,
    S,
    a,
    alpha,
    b,
    claim,
    lam,
    mean,
    mu,
    nu,
    omega,
    second_moment,
    tau,
    variance,
)

ERFC_A, ERFC_B = erfc((a + b) / (sqrt(2) * sqrt(b))), erfc((a + 2 * b) / (sqrt(2) * sqrt(b)))
ERFC_C, BELL = erfc(a / (sqrt(2) * sqrt(b))), exp(-(a**2) / (2 * b))

# Eqs. 62–65 as printed.
J11 = lam * omega / 2 * (alpha * exp(a + b / 2) * ERFC_A - ERFC_C + 2)
J12 = lam * tau / 4 * (alpha * exp(a + b / 2) * ERFC_A - (alpha - 1) * sqrt(2 / (pi * b)) * BELL)
J21 = lam**2 * omega * (
    -(alpha**2) * exp(a + b / 2) * ERFC_A
    + alpha**2 * exp(2 * a + 2 * b) * ERFC_B
    + a * (2 - ERFC_C)
    + sqrt(2 / pi) * sqrt(b) * BELL
)
J22 = lam**2 * tau / 2 * (
    -(alpha**2) * exp(a + b / 2) * ERFC_A
    + 2 * alpha**2 * exp(2 * a + 2 * b) * ERFC_B
    - ERFC_C
    + 2
)


def jacobian_g(j: ImmutableMatrix, m: Expr) -> ImmutableMatrix:
    """Eqs. 61 and 87: ℋ from 𝒥 and μ̃."""
    return ImmutableMatrix(2, 2, [
        j[0, 0], j[0, 1], j[1, 0] - 2 * m * j[0, 0], j[1, 1] - 2 * m * j[0, 1],
    ])


PRINTED_H = jacobian_g(ImmutableMatrix(2, 2, [J11, J12, J21, J22]), mean)
IS_H = All((
    Derivative(mean, mu, PRINTED_H[0, 0]),
    Derivative(mean, nu, PRINTED_H[0, 1]),
    Derivative(variance, mu, PRINTED_H[1, 0]),
    Derivative(variance, nu, PRINTED_H[1, 1]),
))

# Eqs. 68–71: the two square roots of a real 2×2 matrix a and the singular values they give.
ENTRIES = a11, a12, a21, a22 = symbols("a11 a12 a21 a22", real=True)
MATRICES = Box(dict.fromkeys(ENTRIES, (-1, 1)))
TURN = sqrt((a11 + a22) ** 2 + (a21 - a12) ** 2)
FLIP = sqrt((a11 - a22) ** 2 + (a12 + a21) ** 2)
S1, S2 = (TURN + FLIP) / 2, (TURN - FLIP) / 2
EIGENVALUES = (
    Identity(S1**2 + S2**2, a11**2 + a12**2 + a21**2 + a22**2),
    Identity(S1**2 * S2**2, (a11 * a22 - a12 * a21) ** 2),
)
SINGULAR = (
    *EIGENVALUES,
    Identity(S1**2 + 2 * S1 * S2 + S2**2, TURN**2),
    Identity(S1**2 - 2 * S1 * S2 + S2**2, FLIP**2),
    Inequality(0, "<=", TURN, MATRICES),
    Inequality(0, "<=", FLIP, MATRICES),
)
"""That s₁ and |s₂| are the singular values, s₁ the largest: s₁ ± s₂ are the two square roots."""
SCALED = "the square roots are homogeneous: entries in [-1, 1] stand for all real ones"

# Eq. 71 in the entries of 𝒥 and μ̃ = m: its second printed form.
j11, j12, j21, j22, m = symbols("j11 j12 j21 j22 m", real=True)
OF_J = dict(zip(ENTRIES, jacobian_g(ImmutableMatrix(2, 2, [j11, j12, j21, j22]), m), strict=True))
ON_OMEGA_J = dict(zip((j11, j12, j21, j22, m), (*J, mean), strict=True))
SECOND_FORM = (
    sqrt((j11 + j22 - 2 * m * j12) ** 2 + (j21 - 2 * m * j11 - j12) ** 2)
    + sqrt((j11 - j22 + 2 * m * j12) ** 2 + (j12 + j21 - 2 * m * j11) ** 2)
) / 2

# Eq. 72 as printed; E_A and E_B are exp(u²) erfc(u) without the bell exp(-μ²ω²/2ντ).
E_A, E_B = exp((a + b) ** 2 / (2 * b)) * ERFC_A, exp((a + 2 * b) ** 2 / (2 * b)) * ERFC_B
Q = sqrt(2 / pi)
J11_X = alpha * E_A + Q * ((alpha - 1) * a / sqrt(b) ** 3 - alpha / sqrt(b))
J21_X = -(alpha**2) * E_A + 4 * alpha**2 * E_B - Q * (alpha**2 - 1) / sqrt(b)
SLOPES: dict[str, tuple[str, Symbol, Expr]] = {
    "JAC.9": ("𝒥₁₁", mu, lam / 2 * omega**2 * BELL * (
        alpha * E_A - Q * (alpha - 1) / sqrt(b)
    )),
    "JAC.10": ("𝒥₁₁", omega, lam / 2 * (
        -BELL * (Q * (alpha - 1) * a / sqrt(b) - alpha * (a + 1) * E_A) - ERFC_C + 2
    )),
    "JAC.11": ("𝒥₁₁", nu, lam / 4 * tau * omega * BELL * J11_X),
    "JAC.12": ("𝒥₁₁", tau, lam / 4 * nu * omega * BELL * J11_X),
    "JAC.13": ("𝒥₁₂", mu, lam / 4 * tau * omega * BELL * J11_X),
    "JAC.14": ("𝒥₁₂", omega, lam / 4 * mu * tau * BELL * J11_X),
    "JAC.15": ("𝒥₁₂", nu, lam / 8 * BELL * (
        alpha * tau**2 * E_A
        + Q * (
            -(alpha - 1) * a**2 / (sqrt(nu) ** 5 * sqrt(tau))
            + sqrt(tau) * (alpha + alpha * a - 1) / sqrt(nu) ** 3
            - alpha * sqrt(tau) ** 3 / sqrt(nu)
        )
    )),
    "JAC.16": ("𝒥₁₂", tau, lam / 8 * BELL * (
        2 * alpha * E_A + alpha * b * E_A
        + Q * (
            -(alpha - 1) * a**2 / sqrt(b) ** 3 + (-alpha + alpha * a + 1) / sqrt(b)
            - alpha * sqrt(b)
        )
    )),
    "JAC.17": ("𝒥₂₁", mu, lam**2 * omega**2 * (
        -(alpha**2) * BELL * E_A + 2 * alpha**2 * E_B * BELL - ERFC_C + 2
    )),
    "JAC.18": ("𝒥₂₁", omega, lam**2 * (
        -(alpha**2) * (a + 1) * BELL * E_A + alpha**2 * (2 * a + 1) * E_B * BELL
        + 2 * a * (2 - ERFC_C) + Q * sqrt(b) * BELL
    )),
    "JAC.19": ("𝒥₂₁", nu, lam**2 / 2 * tau * omega * BELL * J21_X),
    "JAC.20": ("𝒥₂₁", tau, lam**2 / 2 * nu * omega * BELL * J21_X),
    "JAC.21": ("𝒥₂₂", mu, lam**2 / 2 * tau * omega * BELL * J21_X),
    "JAC.22": ("𝒥₂₂", omega, lam**2 / 2 * mu * tau * BELL * J21_X),
    "JAC.23": ("𝒥₂₂", nu, lam**2 / 4 * tau**2 * BELL * (
        -(alpha**2) * E_A + 8 * alpha**2 * E_B
        + Q * ((alpha**2 - 1) * a / sqrt(b) ** 3 - 3 * alpha**2 / sqrt(b))
    )),
    "JAC.24": ("𝒥₂₂", tau, lam**2 / 4 * (
        -2 * alpha**2 * BELL * E_A - alpha**2 * b * BELL * E_A
        + 4 * alpha**2 * E_B * BELL + 8 * alpha**2 * b * E_B * BELL
        + 2 * (2 - ERFC_C)
        + Q * BELL * ((alpha**2 - 1) * a / sqrt(b) - 3 * alpha**2 * sqrt(b))
    )),
}
ENTRY = {"𝒥₁₁": J11, "𝒥₁₂": J12, "𝒥₂₁": J21, "𝒥₂₂": J22}
LETTER = {mu: "μ", omega: "ω", nu: "ν", tau: "τ"}
PAIRS = {"JAC.13": ("𝒥₁₁", nu), "JAC.21": ("𝒥₂₁", nu)}
"""Derivatives that are printed as equal to another one."""


def slope(id: str) -> Claim:
    """One of the sixteen derivatives of eq. 72, which is that of the printed entry of 𝒥."""
    name, by, printed = SLOPES[id]
    text = f"∂{name}/∂{LETTER[by]}, closed form (72)"
    if id not in PAIRS:
        return claim(id, text, Derivative(ENTRY[name], by, printed), constants={})
    other, v = PAIRS[id]
    both = All((Derivative(ENTRY[name], by, printed), Derivative(ENTRY[other], v, printed)))
    text = f"∂{name}/∂{LETTER[by]} = ∂{other}/∂{LETTER[v]} (72)"
    return claim(id, text, both, constants={})


CLAIMS = (
    claim("JAC.1", "𝒥 is the Jacobian of (μ, ν) ↦ (μ̃, ξ̃) (56)", NotFormal("a definition")),
    claim(
        "JAC.2", "ℋ, the Jacobian of g, has the rows (𝒥₁₁, 𝒥₁₂) and "
        "(𝒥₂₁ - 2μ̃𝒥₁₁, 𝒥₂₂ - 2μ̃𝒥₁₂) (61)", IS_H, constants={},
    ),
    claim("JAC.3", "𝒥₁₁ = ∂μ̃/∂μ, closed form (62)", Derivative(mean, mu, J11), constants={}),
    claim("JAC.4", "𝒥₁₂ = ∂μ̃/∂ν, closed form (63)", Derivative(mean, nu, J12), constants={}),
    claim(
        "JAC.5", "𝒥₂₁ = ∂ξ̃/∂μ, closed form (64)", Derivative(second_moment, mu, J21), constants={},
    ),
    claim(
        "JAC.6", "𝒥₂₂ = ∂ξ̃/∂ν, closed form (65)", Derivative(second_moment, nu, J22), constants={},
    ),
    claim(
        "JAC.7", "s₁ and s₂ of (69), (70) are the singular values of a real 2×2 matrix A",
        All((*EIGENVALUES, Inequality(0, "<=", S2, MATRICES))), constants={},
        defect=Defect.FORMULA,
        note="s₁s₂ = det A, so s₂ < 0 where det A < 0: the smaller singular value is |s₂|",
    ),
    claim(
        "JAC.7c", "s₁ and |s₂| are the singular values of a real 2×2 matrix A: s₁², s₂² are the "
        "eigenvalues of AᵀA, and s₁ ⩾ |s₂|",
        All(SINGULAR), constants={}, stand_in=SCALED,
        note="s₁² + s₂² and s₁²s₂² are trace and determinant of AᵀA",
    ),
    claim(
        "JAC.8", "S in the entries of ℋ equals S in those of 𝒥 and μ̃: the two forms of (71)",
        equal(2 * S, SECOND_FORM.subs(ON_OMEGA_J), OMEGA_J), defect=Defect.MISPRINT,
        note="the first form lacks the factor ½ that the second one has",
    ),
    claim(
        "JAC.8c", "S = ½(√((ℋ₁₁ + ℋ₂₂)² + (ℋ₂₁ - ℋ₁₂)²) + √((ℋ₁₁ - ℋ₂₂)² + (ℋ₁₂ + ℋ₂₁)²)) equals "
        "the second form of (71)", Identity(S1.subs(OF_J), SECOND_FORM), constants={},
    ),
    *map(slope, SLOPES),
)
