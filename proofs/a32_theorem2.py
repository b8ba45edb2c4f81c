"""Section A3.2: Theorem 2, the variance decreases where it is large."""

from fixedpoint.claims import Inequality, Theorem
from proofs.paper import OMEGA_PP, claim, nu, variance

CLAIMS = (
    claim(
        "T2", "ν̃(μ, ω, ν, τ, λ₀₁, α₀₁) < ν for μ ∈ [-1, 1], ω ∈ [-0.1, 0.1], ν ∈ [3, 16], "
        "τ ∈ [0.8, 1.25]",
        Inequality(variance, "<", nu, OMEGA_PP),
        of=Theorem, chain=("L15", "T16"),
    ),
)
