"""The paper's letters and definitions, as its formulas are printed."""

from collections.abc import Mapping, Sequence
from functools import cache

from sympy import Expr, Piecewise, Rational, Symbol, Tuple, erfc, exp, sqrt, symbols

from fixedpoint.claims import Definition
from fixedpoint.model import P, T, alpha01, lambda01

from .paper import SELU, H, J, S, alpha, lam, mean, second_moment, variance

MEAN, SECOND_MOMENT, VARIANCE = symbols("μ̃ ξ̃ ν̃")


@cache
def letters() -> Mapping[Expr, Expr]:
    """The letters of the paper for the moments, their Jacobians and the singular value."""
    known: dict[Expr, Expr] = {mean: MEAN, second_moment: SECOND_MOMENT, variance: VARIANCE}
    known[S] = Symbol("S")
    for letter, matrix in (("ℋ", H), ("𝒥", J)):
        for i, entry in enumerate(matrix):
            known[entry] = Symbol(f"{letter}_{i // 2 + 1}{i % 2 + 1}")
    return known


def notation() -> Sequence[Definition]:
    """What a symbol of the paper is called, and its definition."""
    z, k, x, y = symbols("z k x y", real=True)
    h = [[Symbol(f"ℋ_{i}{j}") for j in "12"] for i in "12"]
    turn = sqrt((h[0][0] + h[1][1]) ** 2 + (h[1][0] - h[0][1]) ** 2)
    flip = sqrt((h[0][0] - h[1][1]) ** 2 + (h[0][1] + h[1][0]) ** 2)
    selu = Piecewise((lam * z, z > 0), (lam * alpha * (exp(z) - 1), z <= 0), evaluate=False)
    mu, nu, omega, tau = symbols("mu nu omega tau")
    net = (" with ", x, "=", mu, omega, ",", y, "=", nu, tau)
    moment_T = exp(k * x + k**2 * y / 2) * erfc((x + k * y) / sqrt(2 * y))
    moment_P = sqrt(2) * exp(-(x**2) / (2 * y)) / sqrt(Symbol("pi") * y)
    return (
        Definition("the activation", (Symbol("selu"), "(", z, ")", "=", selu)),
        Definition("its constants", (alpha, "=", alpha01())),
        Definition("", (lam, "=", lambda01())),
        Definition("Gaussian functions", (T(k, x, y), "=", moment_T)),
        Definition("", (P(x, y), "=", moment_P)),
        Definition("mean", (MEAN, "=", SELU.mean_xy, ",", *net)),
        Definition("second moment", (SECOND_MOMENT, "=", SELU.second_moment_xy)),
        Definition("variance", (VARIANCE, "=", SECOND_MOMENT, "−", MEAN**2)),
        Definition("the map", (Symbol("g"), ":", Tuple(mu, nu), "↦", Tuple(MEAN, VARIANCE))),
        Definition(
            "largest singular value of its Jacobian ℋ",
            (Symbol("S"), "=", Rational(1, 2) * (turn + flip)),
        ),
    )


def maps() -> Mapping[tuple[Expr, ...], str]:
    """The paper's name for its map."""
    return {(mean, variance): "g"}
