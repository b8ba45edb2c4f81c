"""Section A3.4.1: the Jacobian of g and its largest singular value S on the box Ω_J (Lemma 12)."""

from fixedpoint.claims import Contraction, Derivative, Identity
from proofs.paper import J, OMEGA_J, claim, g, mean, mu, nu, second_moment
from sympy import erfc, exp, pi, sqrt
from proofs.paper import alpha, lam, omega, tau

a, b = mu * omega, nu * tau
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

CLAIMS = (
    claim("JAC.3", "𝒥₁₁ = ∂μ̃/∂μ, closed form (62)", Derivative(mean, mu, J11), constants={}),
    claim("JAC.4", "𝒥₁₂ = ∂μ̃/∂ν, closed form (63)", Derivative(mean, nu, J12), constants={}),
    claim(
        "JAC.5", "𝒥₂₁ = ∂ξ̃/∂μ, closed form (64)", Derivative(second_moment, mu, J21), constants={},
    ),
    claim(
        "JAC.6", "𝒥₂₂ = ∂ξ̃/∂ν, closed form (65)", Derivative(second_moment, nu, J22), constants={},
    ),
    claim(
        "L12", "S(μ, ω, ν, τ, λ₀₁, α₀₁) < 1 on Ω_J, with τ ∈ [0.8, 1.25]", Contraction(g, OMEGA_J),
    ),
)
