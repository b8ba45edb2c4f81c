"""The constants that programs need, each as a proved enclosure."""

from sympy import Expr, Rational, sqrt

from fixedpoint.claims import Claim, value

from ..paper import CONSTANTS, FIXED_POINT, H, S, alpha, lam

RATES = ("05", "10", "20", "50")
"""Usual dropout rates 1 - q in per cent; the paper uses 5 and 10."""

SATURATION = -lam * alpha


def constant(name: str, text: str, f: Expr) -> Claim:
    """A number in closed form, under the name that programs use."""
    return Claim(name, "constants", "value", text, value(f), CONSTANTS, printed=False)


def alpha_dropout(rate: str) -> tuple[Claim, Claim]:
    """The affine correction a x + b of alpha dropout that keeps mean 0 and variance 1."""
    q = 1 - Rational(int(rate), 100)
    a = 1 / sqrt(q + SATURATION**2 * q * (1 - q))
    b = -a * (1 - q) * SATURATION
    percent = f"{int(rate)} %"
    return (
        constant(f"ALPHA_DROPOUT_{rate}_A", f"a of alpha dropout at rate {percent}", a),
        constant(f"ALPHA_DROPOUT_{rate}_B", f"b of alpha dropout at rate {percent}", b),
    )


CLAIMS = (
    constant("SELU_ALPHA", "α₀₁", alpha),
    constant("SELU_SCALE", "λ₀₁", lam),
    constant("SELU_SCALE_ALPHA", "λ₀₁ α₀₁", lam * alpha),
    constant("SELU_SATURATION", "α' = -λ₀₁ α₀₁, the limit of SELU(z) for z → -∞", SATURATION),
    *(
        constant(f"JACOBIAN_{i + 1}{j + 1}", f"ℋ{'₁₂'[i]}{'₁₂'[j]} at (0, 1) for ω = 0, τ = 1", h)
        for i, row in enumerate(H.subs(FIXED_POINT).tolist())
        for j, h in enumerate(row)
    ),
    constant("JACOBIAN_S", "S at (0, 1) for ω = 0, τ = 1", S.subs(FIXED_POINT)),
    *(claim for rate in RATES for claim in alpha_dropout(rate)),
)
