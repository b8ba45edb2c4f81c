"""Main text: initialization and alpha dropout."""

from sympy import Expr, Rational, Symbol, exp, sqrt, symbols

from fixedpoint.claims import All, Box, Identity, Integral, NotFormal, bounded
from fixedpoint.model.symbols import z

from ..paper import ANY, alpha, claim, inference, lam, mu, nu

k, q = symbols("k q", positive=True)
"""A number of weights; the probability that an input is kept."""
m, s = symbols("m s", real=True)
"""Mean and variance of a weight."""
p = Symbol("p", real=True)
"""What eˣ is for x ⩽ 0."""
saturation = Symbol("a_sat", real=True)
"""α', what a dropped input is set to."""
LEFT = lam * alpha * (exp(z) - 1)
"""selu(z) for z ⩽ 0."""


def moment(value: Expr, square: Expr) -> tuple[Expr, Expr]:
    """E y and E y² of y = xd + α'(1 - d), for E d = `value` and E d² = `square`.

    x and d are independent; xd, α' and α'd are multiplied out.
    """
    x1, x2, d1, d2 = mu, nu + mu**2, value, square
    first = x1 * d1 + saturation - saturation * d1
    second = x2 * d2 + 2 * x1 * saturation * (d1 - d2) + saturation**2 * (1 - 2 * d1 + d2)
    return first, second


FIRST, SECOND = moment(q, q)
SPREAD = SECOND - FIRST**2
DROPPED = q * ((1 - q) * (saturation - mu) ** 2 + nu)
A = 1 / sqrt(q + saturation**2 * q * (1 - q))
B = -A * ((1 - q) * saturation)
NORMAL = {mu: 0, nu: 1}

CLAIMS = (
    claim(
        "INIT", "weights with E wᵢ = 0 and Var wᵢ = 1/n have ω = Σ wᵢ = 0 and τ = Σ wᵢ² = 1 in "
        "expectation",
        All((
            Identity(k * m + m, (k + 1) * m),
            Identity(k * (s + m**2) + (s + m**2), (k + 1) * (s + m**2)),
            Identity(k * (s + m**2) - 1, k * (s - 1 / k) + k * m**2),
        )),
        constants={},
        stand_in="k weights with E wᵢ = m and Var wᵢ = s have E ω = km and E τ = k(s + m²), by the "
        "step from k to k + 1; E τ - 1 is zero for m = 0, s = 1/k; that Microsoft's initialization "
        "has the variance 2/n is a fact about other software",
    ),
    claim(
        "DROP.1", "E(dx/q) = μ for d ~ B(1, q) independent of x with E x = μ",
        Identity((mu - (1 - q) * mu) / q, mu), constants={},
        note="E dx is E x less what d = 0, of probability 1 - q, takes away",
    ),
    claim(
        "DROP.2", "selu(x) → -λα = α' for x → -∞",
        All((
            Integral((lam * alpha * exp(z)).subs(ANY), z, (None, 0), LEFT.subs(ANY),
                     (lam * alpha).subs(ANY)),
            bounded(
                0, LEFT.subs(exp(z), p) + lam * alpha, Rational("1.7581") * p, Box({p: (0, 1)})
            ),
        )),
        stand_in="the integral of selu' over the negative numbers, selu(0) - lim selu(x) with "
        "selu(0) = 0, is λα; and 0 ⩽ selu(x) + λα ⩽ 1.7581 eˣ for x ⩽ 0, where eˣ is p",
    ),
    *inference("DROP.2", "selu(x) + λα = λα eˣ for x ⩽ 0, and eˣ → 0", "A1.1",
               Identity(lam * (alpha * exp(z) - alpha) + lam * alpha, lam * alpha * exp(z))),
    claim(
        "DROP.3", "E(xd + α'(1 - d)) = qμ + (1 - q)α' and "
        "Var(xd + α'(1 - d)) = q((1 - q)(α' - μ)² + ν)",
        All((Identity(FIRST, q * mu + (1 - q) * saturation), Identity(SPREAD, DROPPED))),
        constants={},
    ),
    claim(
        "DROP.4", "a(xd + α'(1 - d)) + b has the mean and variance of x, 0 and 1, for "
        "a = (q + α'²q(1 - q))^(-1/2), b = -(q + α'²q(1 - q))^(-1/2) ((1 - q)α')",
        All((
            Identity(A * FIRST.subs(NORMAL) + B, 0),
            Identity(A**2 * SPREAD.subs(NORMAL), 1),
            Identity(A**2 * DROPPED.subs(NORMAL), 1),
        )),
        constants={},
    ),
    claim(
        "CLT", "the distribution of z converges to the normal one at the rate n^(-1/2)",
        NotFormal("a classical theorem, of Berry and Esseen"),
    ),
)
