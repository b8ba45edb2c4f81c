"""Section A3.4.3: Lemma 15 and Theorem 16, the derivative of the variance where ν is large."""

from sympy import Abs, erfc, exp, pi, sqrt

from fixedpoint.claims import All, Box, Derivative, Inequality, Monotone, NotFormal

from ..a31_theorem1.theorem1 import inside
from ..paper import HERE, OMEGA_P, OMEGA_T2, H, J, claim, inference, mean, u, v

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
LEMMA_44 = "L44", inside(DOMAIN, DOMAIN)
"""The same function and the same box."""

CLAIMS = (
    claim(
        "L15",
        "F(x, y) on x ∈ [1.2, 20], y ∈ [-0.1, 0.1] has the properties L15.1–L15.3",
        All((NEGATIVE, INCREASING, DECREASING)),
    ),
    *inference("L15", "the properties one by one", "L15.1 L15.2 L15.3",
               NotFormal("the conjunction of its parts")),
    claim("L15.1", "F(x, y) < 0 on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]", NEGATIVE),
    *inference("L15.1", "Lemma 44 (a), on its box", *LEMMA_44),
    claim("L15.2", "F is strictly increasing in x on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]", INCREASING),
    *inference("L15.2", "Lemma 44 (b), on its box", *LEMMA_44),
    claim("L15.3", "F(1.2, y) is strictly decreasing in y on [-0.1, 0.1]", DECREASING),
    *inference("L15.3", "Lemma 44 (c), on its box", *LEMMA_44),
    claim(
        "T16",
        "|∂ν̃/∂ν| < 1 on Ω⁺: μ, ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], τ ∈ [0.8, 1.25]",
        Inequality(Abs(H[1, 1]), "<", 1, OMEGA_P),
    ),
    *inference("T16", "(117), from the three properties T16.1", "T16.1 T16.2",
               NotFormal("|∂ν̃/∂ν| < 1 joins the first and the last term of (117)")),
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
    *inference("T16.1", "Ω⁺ lies in the box of T16.13; the minimum of μ̃ is 0.008293 > 0",
               "T16.13 T16.15 T16.19",
               All((inside(OMEGA_P, OMEGA_T2), Inequality(0, "<", "0.008293", HERE)))),
    claim(
        "T16.13", "∂ξ̃/∂ν < 1 for μ ∈ [-1, 1], ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], τ ∈ [0.8, 1.25], a "
        "box that contains Ω⁺",
        All((Inequality(J[1, 1], "<", 1, OMEGA_T2), inside(OMEGA_P, OMEGA_T2))),
    ),
    *inference("T16.13", "the lines of (121) join; their last is 0.995063 < 1",
               "T16.7 T16.8 T16.9 T16.10 T16.11 T16.12", Inequality("0.995063", "<", 1, HERE)),
)
