"""Rigorous values of what the paper's authors computed numerically for Theorems 1–3."""

from sympy import Expr

from fixedpoint.claims import Box, Claim, Extremum

from ..paper import CONSTANTS, OMEGA, OMEGA_1M, OMEGA_2M, OMEGA_J, OMEGA_PP, S, mean, nu, variance


def value(id: str, sense: str, text: str, f: Expr, box: Box, reported: str = "") -> Claim:
    """An extremum, with the number that the authors' floating-point optimiser reported."""
    return Claim(
        id,
        "check values",
        "extremum",
        text,
        Extremum(sense, f, box),
        CONSTANTS,
        reported=reported,
        printed=False,
    )


CLAIMS = (
    value("V1", "max", "max S on Ω", S, OMEGA, "0.897608"),
    value("V2", "min", "min μ̃ on Ω", mean, OMEGA, "-0.0310605"),
    value("V3", "max", "max μ̃ on Ω", mean, OMEGA, "0.0677251"),
    value("V4", "min", "min ν̃ on Ω", variance, OMEGA, "0.803712"),
    value("V5", "max", "max ν̃ on Ω", variance, OMEGA, "1.48157"),
    value("V6", "max", "max ν̃ - ν on Ω⁺⁺ (Theorem 2)", variance - nu, OMEGA_PP, "-0.119744"),
    value(
        "V7",
        "min",
        "min ν̃ - ν for ν ∈ [0.02, 0.16], τ ∈ [0.8, 1.25] (Theorem 3)",
        variance - nu,
        OMEGA_1M,
        "0.00773618",
    ),
    value(
        "V8",
        "min",
        "min ν̃ - ν for ν ∈ [0.02, 0.24], τ ∈ [0.9, 1.25] (Theorem 3)",
        variance - nu,
        OMEGA_2M,
        "0.0110293",
    ),
    value("V9", "max", "max S on the domain of Lemma 12", S, OMEGA_J),
)
