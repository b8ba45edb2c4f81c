"""Section A3.4.3: Lemma 15 and Theorem 16, the derivative of the variance where ν is large."""

from sympy import erfc, exp, pi, sqrt

from fixedpoint.claims import All, Box, Derivative, Inequality, Monotone, bounded

from ..paper import OMEGA_P, OMEGA_T2, H, J, claim, mean, x, y

# The paper calls ντ = x and μω = y here; the model's letters are the other way round.
u, v = y, x
DOMAIN = Box({u: ("1.2", 20), v: ("-0.1", "0.1")})
F = exp((u + v) ** 2 / (2 * u)) * erfc((u + v) / (sqrt(2) * sqrt(u))) - 2 * exp(
    (2 * u + v) ** 2 / (2 * u)
) * erfc((2 * u + v) / (sqrt(2) * sqrt(u)))
# Its derivative in x is √(2/(πx)) B, with B slowly varying: R_k = √(πx/2) e^{t²} erfc(t),
# t = (kx + y)/√(2x), tends to 1/k.
R1, R2 = (
    sqrt(pi * u / 2) * exp(((k * u + v) / sqrt(2 * u)) ** 2) * erfc((k * u + v) / sqrt(2 * u))
    for k in (1, 2)
)
B = R1 / 2 - 4 * R2 + (3 * u - v) / (2 * u) - v**2 / (2 * u**2) * (R1 - 2 * R2)
NEGATIVE = Inequality(F, "<", 0, DOMAIN)
INCREASING = All((Derivative(F, u, sqrt(2 / (pi * u)) * B), Inequality(0, "<", B, DOMAIN)))
DECREASING = Monotone(F, v, "decreasing", DOMAIN.but({u: "1.2"}))

CLAIMS = (
    claim(
        "L15",
        "F(x, y) on x ∈ [1.2, 20], y ∈ [-0.1, 0.1] has the properties L15.1–L15.3",
        All((NEGATIVE, INCREASING, DECREASING)),
    ),
    claim("L15.1", "F(x, y) < 0 on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]", NEGATIVE),
    claim("L15.2", "F is strictly increasing in x on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]", INCREASING),
    claim("L15.3", "F(1.2, y) is strictly decreasing in y on [-0.1, 0.1]", DECREASING),
    claim(
        "T16",
        "|∂ν̃/∂ν| < 1 on Ω⁺: μ, ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], τ ∈ [0.8, 1.25]",
        bounded(-1, H[1, 1], 1, OMEGA_P, "<"),
    ),
    claim(
        "T16.1",
        "∂ξ̃/∂ν < 1, μ̃ > 0 and ∂μ̃/∂ν > 0 on Ω⁺",
        All(
            (
                Inequality(J[1, 1], "<", 1, OMEGA_P),
                Inequality(0, "<", mean, OMEGA_P),
                Inequality(0, "<", J[0, 1], OMEGA_P),
            )
        ),
    ),
    claim("T16.13", "∂ξ̃/∂ν < 1 on the box with μ ∈ [-1, 1]", Inequality(J[1, 1], "<", 1, OMEGA_T2)),
)
