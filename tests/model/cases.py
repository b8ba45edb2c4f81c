"""Activations, the paper's printed formulas, and a test of zero, for the tests of the model."""

from sympy import Expr, Matrix, Rational, erf, erfc, exp, expand, oo, pi, simplify, sqrt

from fixedpoint.model import Activation, Piece
from fixedpoint.model.selu import alpha, lam
from fixedpoint.model.symbols import mu, nu, omega, tau, z


def is_zero(expr: Expr) -> bool:
    """Whether expr vanishes identically, its Gaussians and erfc being multiplied out."""
    flat = expand(expr.rewrite(erf).rewrite(erfc))
    return bool(flat == 0 or simplify(flat) == 0)


RELU = Activation("relu", (Piece(-oo, 0, 0), Piece(0, oo, z)))
LEAKY = Activation("leaky", (Piece(-oo, 0, z / 100), Piece(0, oo, z)))
ELU = Activation("elu", (Piece(-oo, 0, alpha * (exp(z) - 1)), Piece(0, oo, z)), (alpha,))
CLIPPED = Activation(
    "clipped", (Piece(-oo, "-1.5", -1), Piece("-1.5", 2, z / 3 + Rational(1, 2)), Piece(2, oo, 1))
)
MIXED = Activation(
    "mixed",
    (Piece(-oo, -1, z**2 * exp(2 * z)), Piece(-1, 1, z * exp(-z)), Piece(1, oo, exp(-2 * z) * z)),
)

m, v = mu * omega, nu * tau
root = sqrt(2) * sqrt(v)
e0, e1, e2 = erfc(m / root), erfc((m + v) / root), erfc((m + 2 * v) / root)
t1, t2, gauss = exp(m + v / 2) * e1, exp(2 * (m + v)) * e2, exp(-(m**2) / (2 * v))
mean_11 = lam / 2 * (-(alpha + m) * e0 + alpha * t1 + sqrt(2 / pi) * sqrt(v) * gauss + 2 * m)
second_13 = (
    lam**2
    / 2
    * (
        (m**2 + v) * (erf(m / root) + 1)
        + alpha**2 * (-2 * t1 + t2 + e0)
        + sqrt(2 / pi) * m * sqrt(v) * gauss
    )
)
jacobian_62_to_65 = Matrix(
    [
        [
            lam * omega / 2 * (alpha * t1 - e0 + 2),
            lam * tau / 4 * (alpha * t1 - (alpha - 1) * sqrt(2 / (pi * v)) * gauss),
        ],
        [
            lam**2
            * omega
            * (-(alpha**2) * t1 + alpha**2 * t2 + m * (2 - e0) + sqrt(2 / pi) * sqrt(v) * gauss),
            lam**2 * tau / 2 * (-(alpha**2) * t1 + 2 * alpha**2 * t2 - e0 + 2),
        ],
    ]
)
