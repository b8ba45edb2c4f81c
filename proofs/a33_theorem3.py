"""Section A3.3: Theorem 3, the variance increases where it is small."""

from fixedpoint.claims import All, Box, Inequality, Theorem
from proofs.paper import OMEGA_1, OMEGA_1M, OMEGA_2, OMEGA_2M, claim, nu, variance


def increases(*boxes: Box) -> All:
    """ν̃ > ν on each box."""
    return All(tuple(Inequality(nu, "<", variance, box) for box in boxes))


CLAIMS = (
    claim(
        "T3", "ν̃ > ν for μ, ω ∈ [-0.1, 0.1] and ν ∈ [0.05, 0.16], τ ∈ [0.8, 1.25] or "
        "ν ∈ [0.05, 0.24], τ ∈ [0.9, 1.25]",
        increases(OMEGA_1, OMEGA_2), of=Theorem,
    ),
    claim(
        "T3m", "ν̃ > ν for μ, ω ∈ [-0.1, 0.1] and ν ∈ [0.02, 0.16], τ ∈ [0.8, 1.25] or "
        "ν ∈ [0.02, 0.24], τ ∈ [0.9, 1.25]",
        increases(OMEGA_1M, OMEGA_2M), of=Theorem,
    ),
)
