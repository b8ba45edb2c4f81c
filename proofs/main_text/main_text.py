"""Main text: the Jacobian at the fixed point."""

from dataclasses import replace

from sympy import erf, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Contraction,
    Defect,
    Derivative,
    Inequality,
    bounded,
    rounds_to,
)

from ..paper import OMEGA, H, S, a, alpha, b, claim, g, inference, lam, mu, nu, omega, tau

POINT = Box({mu: 0, omega: 0, nu: 1, tau: 1})

# Eqs. 4 and 5 as printed.
MEAN_4 = (
    lam / 2 * (
        a * erf(a / (sqrt(2) * sqrt(b)))
        + alpha * exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
        - alpha * erfc(a / (sqrt(2) * sqrt(b)))
        + sqrt(2 / pi) * sqrt(b) * exp(-(a**2) / (2 * b))
        + a
    )
)
VARIANCE_5 = (
    lam**2 / 2 * (
        (a**2 + b) * (2 - erfc(a / (sqrt(2) * sqrt(b))))
        + alpha**2 * (
            -2 * exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
            + exp(2 * (a + b)) * erfc((a + 2 * b) / (sqrt(2) * sqrt(b)))
            + erfc(a / (sqrt(2) * sqrt(b)))
        )
        + sqrt(2 / pi) * a * sqrt(b) * exp(-(a**2) / (2 * b))
    )
    - MEAN_4**2
)


def jacobian(entry: str) -> All:
    """(6) with its second entry, all numbers rounded; S < 1 for ω = 0, τ = 1 on all of Ω."""
    return All((
        bounded(0, H[0, 0], 0, POINT),
        rounds_to(H[0, 1], entry, POINT),
        bounded(0, H[1, 0], 0, POINT),
        rounds_to(H[1, 1], "0.782648", POINT),
        rounds_to(S, "0.7877", POINT),
        Inequality(S, "<", 1, POINT),
        Contraction(g, OMEGA.but({omega: 0, tau: 1})),
    ))


CLAIMS = (
    claim(
        "EQ6",
        "𝒥(0, 1) = (0.0, 0.088834; 0.0, 0.782648), spectral norm 0.7877 < 1: g is a "
        "contraction near (0, 1), which is stable",
        jacobian("0.088834"),
        defect=Defect.LAST_DIGIT,
        note="∂μ̃/∂ν is cut off to 0.088834; rounded, as the other numbers are, it is 0.088835",
    ),
    claim(
        "EQ6c",
        "𝒥(0, 1) = (0.0, 0.088835; 0.0, 0.782648), spectral norm 0.7877 < 1: g is a "
        "contraction near (0, 1), which is stable",
        jacobian("0.088835"),
        note="that (0, 1) is stable follows from S < 1 there",
    ),
    # For all α and λ.
    *(replace(step, constants={}) for step in inference(
        "EQ6", "the derivatives of (4), (5) by μ and ν, evaluated at (0, 1)", "EQ4 EQ5 FP01",
        All((
            Derivative(MEAN_4, mu, H[0, 0]),
            Derivative(MEAN_4, nu, H[0, 1]),
            Derivative(VARIANCE_5, mu, H[1, 0]),
            Derivative(VARIANCE_5, nu, H[1, 1]),
        )),
    )),
)
