"""The scaled exponential linear unit (paper, Eq. 2) and its fixed point parameters (Eq. 14)."""

from dataclasses import replace
from functools import cache

from sympy import Expr, Symbol, erfc, exp, oo

from .activation import Activation, Piece
from .moments import solve_parameters
from .symbols import z

lam = Symbol("lambda", positive=True)
alpha = Symbol("alpha", positive=True)


@cache
def selu() -> Activation:
    """lam z for z > 0, lam alpha (exp(z) - 1) for z <= 0; lam, alpha free."""
    left = Piece(-oo, 0, lam * alpha * (exp(z) - 1))
    return Activation("selu", (left, Piece(0, oo, lam * z)), (lam, alpha))


@cache
def selu01() -> Activation:
    """`selu` with the values alpha01, lambda01 (in T, P) for the fixed point (0, 1)."""
    return replace(selu(), values=solve_parameters(selu()))


def alpha01_T() -> Expr:
    """alpha01 in T(1, 0, 1), P(0, 1), the form for interval evaluation."""
    return selu01().at_values(alpha)


def lambda01_T() -> Expr:
    """lambda01 in T(1, 0, 1), T(2, 0, 1), P(0, 1), the form for interval evaluation."""
    return selu01().at_values(lam)


@cache
def alpha01() -> Expr:
    """alpha01 = 1.67326... in erfc, exp and sqrt(pi) (paper, Eq. 14)."""
    return alpha01_T().rewrite(erfc)


@cache
def lambda01() -> Expr:
    """lambda01 = 1.05070... in erfc, exp and sqrt(pi) (paper, Eq. 14)."""
    return lambda01_T().rewrite(erfc)
