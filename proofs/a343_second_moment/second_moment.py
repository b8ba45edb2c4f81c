"""Section A3.4.3 up to Lemma 15: ∂ξ̃/∂ν, and its main sub-function F where ντ is large."""

from sympy import Expr, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    NotFormal,
    bounded,
    equal,
)

from ..a341_jacobian.jacobian import J22
from ..paper import (
    OMEGA_T2,
    a,
    alpha,
    b,
    claim,
    in_layer,
    inference,
    inside,
    lam,
    mu,
    nu,
    omega,
    second_moment,
    tau,
    u,
    v,
)

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

DAMPING = exp(-(v**2) / (2 * u))
RATIO = v / (sqrt(2) * sqrt(u))


def line(prefactor: Expr, damping: Expr, f: Expr, ratio: Expr) -> Expr:
    """(114), and each line of (121): for a factor before λ²/2, and what stands for its parts."""
    return lam**2 / 2 * prefactor * (alpha**2 * -damping * f - erfc(ratio) + 2)


AS_114 = in_layer(line(tau, DAMPING, F, RATIO))
IN_DOMAIN = All((bounded("1.2", b, 20, OMEGA_T2), bounded("-0.1", a, "0.1", OMEGA_T2)))
"""x = ντ and y = μω lie in the box of Lemma 15."""


def product(first: Symbol, second: Symbol, ends: tuple[str, str], printed: str) -> All:
    """The product of two variables at a corner is the printed number."""
    corner = Box(dict(zip((first, second), ends, strict=True)))
    return equal(first * second, printed, corner)


CLAIMS = (
    claim(
        "S343.1", "closed form (113) of ∂ξ̃/∂ν", Derivative(second_moment, nu, J22), constants={},
    ),
    claim(
        "S343.2", "∂ξ̃/∂ν in x = ντ, y = μω (114): ½λ²τ (α² (-e^{-y²/(2x)}) F(x, y) - "
        "erfc(y/(√2 √x)) + 2), F as in (115)",
        All((Derivative(second_moment, nu, AS_114), Identity(J22, AS_114))), constants={},
    ),
    claim(
        "S343.3", "0.8·1.5 = 1.2 ⩽ x ⩽ 20 = 1.25·16 and 0.1·(-1) = -0.1 ⩽ y ⩽ 0.1 = 0.1·1 for "
        "x = ντ, y = μω, with μ ∈ [-1, 1], ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], τ ∈ [0.8, 1.25]",
        All((
            IN_DOMAIN,
            product(tau, nu, ("0.8", "1.5"), "1.2"), product(tau, nu, ("1.25", "16"), "20"),
            product(omega, mu, ("0.1", "-1"), "-0.1"), product(omega, mu, ("0.1", "1"), "0.1"),
        )),
    ),
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
        "L15.4", "F is negative and increasing in x whatever y is, and F(1.2, y) is decreasing in "
        "y (Figure A3)", All((NEGATIVE, INCREASING, DECREASING)),
    ),
    *inference("L15.4", "Lemma 15, on its box", "L15", inside(DOMAIN, DOMAIN)),
)

