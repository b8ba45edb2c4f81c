"""Section A3.4.3: Lemma 15 and Theorem 16, the derivative of the variance where ν is large."""

from sympy import erfc, exp, sqrt

from fixedpoint.claims import All, Box, Identity, Inequality, Monotone, bounded
from fixedpoint.model import T
from proofs.paper import H, J, OMEGA_P, OMEGA_T2, claim, mean, x, y

# The paper calls ντ = x and μω = y here; the model's letters are the other way round.
u, v = y, x
DOMAIN = Box({u: ("1.2", 20), v: ("-0.1", "0.1")})
F = exp((u + v) ** 2 / (2 * u)) * erfc((u + v) / (sqrt(2) * sqrt(u))) - 2 * exp(
    (2 * u + v) ** 2 / (2 * u)
) * erfc((2 * u + v) / (sqrt(2) * sqrt(u)))
# The same in Gaussian functions: equal by exact algebra, and without overflow.
F_T = exp(v**2 / (2 * u)) * (T(1, v, u) - 2 * T(2, v, u))
SAME = Identity(F, F_T)
NEGATIVE = Inequality(F_T, "<", 0, DOMAIN)
INCREASING = Monotone(F_T, u, "increasing", DOMAIN)
DECREASING = Monotone(F_T, v, "decreasing", DOMAIN.but({u: "1.2"}))

CLAIMS = (
    claim(
        "L15", "F(x, y) on x ∈ [1.2, 20], y ∈ [-0.1, 0.1] has the properties L15.1–L15.3",
        All((SAME, NEGATIVE, INCREASING, DECREASING)),
    ),
    claim("L15.1", "F(x, y) < 0 on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]", All((SAME, NEGATIVE))),
    claim("L15.2", "F is strictly increasing in x on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]", All((SAME, INCREASING))),
    claim("L15.3", "F(1.2, y) is strictly decreasing in y on [-0.1, 0.1]", All((SAME, DECREASING))),
    claim(
        "T16", "|∂ν̃/∂ν| < 1 on Ω⁺: μ, ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], τ ∈ [0.8, 1.25]",
        bounded(-1, H[1, 1], 1, OMEGA_P, "<"),
    ),
    claim(
        "T16.1", "∂ξ̃/∂ν < 1, μ̃ > 0 and ∂μ̃/∂ν > 0 on Ω⁺",
        All((
            Inequality(J[1, 1], "<", 1, OMEGA_P),
            Inequality(0, "<", mean, OMEGA_P),
            Inequality(0, "<", J[0, 1], OMEGA_P),
        )),
    ),
    claim("T16.13", "∂ξ̃/∂ν < 1 on the box with μ ∈ [-1, 1]", Inequality(J[1, 1], "<", 1, OMEGA_T2)),
)
