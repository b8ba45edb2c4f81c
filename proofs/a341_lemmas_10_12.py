"""Section A3.4.1, Lemmas 10–12: the derivatives of S on Ω_J, its mean value bound, and S < 1."""

from collections.abc import Iterable

from sympy import Expr, Rational, Symbol, sqrt, symbols

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Contraction,
    Defect,
    Derivative,
    Identity,
    Inequality,
    NotFormal,
    chain,
    magnitude,
)
from proofs.a341_jacobian import ENTRIES, FLIP, IS_H, LETTER, S1, TURN, a11, a12, a21, a22
from proofs.a341_lemmas_5_9 import SLOPES, slope_bound
from proofs.paper import OMEGA_J, H, J, S, claim, g, mean, mu, nu, omega, tau

HERE = Box({})
BOUNDS = {mu: "0.32112", omega: "2.63690", nu: "2.28242", tau: "2.98610"}
"""Lemma 10: |∂S/∂v| on Ω_J."""
EXACT = {v: Rational(bound) for v, bound in BOUNDS.items()}
SLOPES_OF_S = {v: slope_bound(S, v, bound) for v, bound in BOUNDS.items()}
LEMMA_10 = tuple(SLOPES_OF_S.values())

# Eqs. 89–92 as printed: the derivatives of S by the entries of ℋ, here of a matrix a.
BY_ENTRY = {
    a11: ((a11 - a22) / FLIP + (a11 + a22) / TURN) / 2,
    a12: ((a12 + a21) / FLIP - (a21 - a12) / TURN) / 2,
    a21: ((a21 - a12) / TURN + (a12 + a21) / FLIP) / 2,
    a22: ((a11 + a22) / TURN - (a11 - a22) / FLIP) / 2,
}
OF_H = dict(zip(ENTRIES, H, strict=True))
STEP_89 = (
    1 / sqrt((a12 + a21) ** 2 / (a11 - a22) ** 2 + 1)
    + 1 / sqrt((a21 - a12) ** 2 / (a11 + a22) ** 2 + 1)
) / 2

# Every differentiable curve of matrices has to first order the form p + q t.
t, P, Q = symbols("t"), symbols("p11 p12 p21 p22"), symbols("q11 q12 q21 q22")
LINE = {e: p + q * t for e, p, q in zip(ENTRIES, P, Q, strict=True)}
CHAIN_RULE = Derivative(
    S1.subs(LINE), t, sum(s.subs(LINE) * q for s, q in zip(BY_ENTRY.values(), Q, strict=True))
)

# The numbers that the paper inserts for |𝒥₁₁|, |𝒥₁₂| and |μ̃|.
J11, J12, MEAN = Rational("0.104497"), Rational("0.194035"), Rational("0.087653")


def inserted(v: Symbol, mean_slope: Rational) -> tuple[All | Derivative, ...]:
    """The product rule for ∂ℋ/∂v, and the bounds that are inserted for its terms on Ω_J."""
    by_v = [J[1, i].diff(v) - 2 * mean * J[0, i].diff(v) - 2 * J[0, i] * mean.diff(v) for i in (0, 1)]
    return (
        *(Derivative(H[1, i], v, by_v[i]) for i in (0, 1)),
        *(slope_bound(entry, v, bound) for (entry, w), (_, bound) in SLOPES.items() if w == v),
        slope_bound(mean, v, str(mean_slope)),
        magnitude(J[0, 0], "<=", J11, OMEGA_J),
        magnitude(J[0, 1], "<=", J12, OMEGA_J),
        magnitude(mean, "<=", MEAN, OMEGA_J),
    )
