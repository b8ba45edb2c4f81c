"""Moments of an activation of a Gaussian net input, their Jacobians and singular value.

z ~ N(x, y), x = mu omega, y = nu tau.  Everything is derived from the pieces of the activation
by the rules of T and P; no integrator is called.
"""

from dataclasses import dataclass
from functools import cache, cached_property, reduce
from typing import Any

from sympy import (
    Add,
    Dummy,
    Expr,
    ImmutableMatrix,
    Integer,
    Matrix,
    Mul,
    Poly,
    Symbol,
    diff,
    erfc,
    exp,
    expand,
    factor_terms,
    gcd,
    oo,
    root,
    sqrt,
)

from .activation import Activation, terms
from .gaussian import P, T, simplify_T
from .symbols import mu, nu, omega, tau, x, y

_k = Dummy("k", real=True)


def _raise_power(generating: Expr, n: int, k: int) -> Expr:
    """2 E[z^n exp(k z) ...] from 2 E[exp(k z) ...]: n derivatives in k."""
    return diff(generating, _k, n).subs(_k, k)


def below(n: int, k: int, b: Expr) -> Expr:
    """2 E[z^n exp(k z) 1{z < b}], z ~ N(x, y), in T(k, x - b, y) and P(x - b, y)."""
    return _raise_power(exp(_k * b) * T(_k, x - b, y), n, k)


def above(n: int, k: int, b: Expr) -> Expr:
    """2 E[z^n exp(k z) 1{z > b}], z ~ N(x, y); for k != 0 in T(-k, b - x, y), P(x - b, y)."""
    if k == 0:
        return _raise_power(2 * exp(_k * x + _k**2 * y / 2), n, 0) - below(n, 0, b)
    reflected = _raise_power(exp(_k * b) * T(-_k, b - x, y), n, k)
    return reflected.subs(P(b - x, y), P(x - b, y))


def between(n: int, k: int, lower: Expr, upper: Expr) -> Expr:
    """2 E[z^n exp(k z) 1{lower < z < upper}], z ~ N(x, y); end points may be -oo, oo."""
    if lower == -oo and upper == oo:
        return below(n, k, Integer(0)) + above(n, k, Integer(0))
    if lower == -oo:
        return below(n, k, upper)
    if upper == oo:
        return above(n, k, lower)
    return below(n, k, upper) - below(n, k, lower)


def collect(expr: Expr, parameters: tuple[Symbol, ...] = ()) -> Expr:
    """`expr`, equal but arranged for evaluation: parameter powers * rational * sum of c f.

    Each f (a T, a P or a product of them) occurs once with its collected coefficient c; those
    with proportional coefficients share them.  Every cancellation between terms has happened.
    """
    summands = Add.make_args(expand(expr))
    if summands == (0,):
        return Integer(0)
    powers = [p ** min(s.as_coeff_exponent(p)[1] for s in summands) for p in parameters]
    rational = reduce(gcd, (s.as_coeff_Mul()[0] for s in summands))
    common = Mul(rational, *powers)
    coefficients: dict[Expr, list[Expr]] = {}
    for s in summands:
        c, f = (s / common).as_independent(T, P, as_Add=False)
        coefficients.setdefault(f, []).append(c)
    return common * _share({f: Add(*c) for f, c in coefficients.items()})


def _share(coefficients: dict[Expr, Expr]) -> Expr:
    """Sum of c f, with each c that is the same up to a rational factor written once."""
    shared: dict[Expr, list[Expr]] = {}
    for f, coefficient in coefficients.items():
        rational, c = coefficient.as_content_primitive()
        if c.could_extract_minus_sign():
            rational, c = -rational, -c
        shared.setdefault(c, []).append(rational * f)
    return Add(*(factor_terms(c) * Add(*fs) for c, fs in shared.items()))


@cache
def moment(activation: Activation, power: int) -> Expr:
    """E[activation(z)^power], z ~ N(x, y), an expression in (x, y) arranged by `collect`.

    Paper, Eqs. (9), (10) for power 1, 2.  Raises ValueError unless power is an integer >= 0.
    """
    if not isinstance(power, int) or power < 0:
        raise ValueError(f"the power of a moment is an integer >= 0, not {power!r}")
    twice = [
        c * between(n, k, piece.lower, piece.upper)
        for piece in activation.pieces
        for c, n, k in terms(piece.expr**power)
    ]
    return collect(Add(*twice) / 2, activation.parameters)


@dataclass(frozen=True)
class MomentMap:
    """The map (mean, variance) of a layer's inputs -> that of its outputs, symbolically.

    Names ending in _xy are expressions in (x, y), mean and variance of the net input; the others
    in (mu, omega, nu, tau), by x = mu omega, y = nu tau.  Parameters stay symbols.
    """

    activation: Activation
    mean_xy: Expr
    second_moment_xy: Expr

    @property
    def variance_xy(self) -> Expr:
        """Variance of the output, second moment - mean^2 (paper, Eq. 5)."""
        return self.second_moment_xy - self.mean_xy**2

    @cached_property
    def jacobian_xy(self) -> Matrix:
        """2 x 2, d(mean, second moment)/d(x, y), each entry arranged by `collect`."""
        rows = [[f.diff(v) for v in (x, y)] for f in (self.mean_xy, self.second_moment_xy)]
        return ImmutableMatrix(rows).applyfunc(lambda e: collect(e, self.activation.parameters))

    @cached_property
    def jacobian_g_xy(self) -> Matrix:
        """2 x 2, d(mean, variance)/d(x, y), by d variance = d second moment - 2 mean d mean."""
        return self._subtract_square(self.jacobian_xy, self.mean_xy)

    @cached_property
    def mean(self) -> Expr:
        """Mean of the output in (mu, omega, nu, tau) (paper, Eq. 4)."""
        return in_layer(self.mean_xy)

    @cached_property
    def second_moment(self) -> Expr:
        """Second moment of the output in (mu, omega, nu, tau) (paper, Eq. 13)."""
        return in_layer(self.second_moment_xy)

    @cached_property
    def variance(self) -> Expr:
        """Variance of the output in (mu, omega, nu, tau) (paper, Eq. 5)."""
        return in_layer(self.variance_xy)

    @cached_property
    def jacobian(self) -> Matrix:
        """cal J, 2 x 2, d(mean, second moment)/d(mu, nu) (paper, Eqs. 62-65)."""
        return in_layer(self.jacobian_xy) * ImmutableMatrix.diag(omega, tau)

    @cached_property
    def jacobian_g(self) -> Matrix:
        """cal H, 2 x 2, d(mean, variance)/d(mu, nu), the Jacobian of the map g."""
        return self._subtract_square(self.jacobian, self.mean)

    @staticmethod
    def _subtract_square(jacobian: Matrix, mean: Expr) -> Matrix:
        return ImmutableMatrix(2, 2, lambda i, j: jacobian[i, j] - 2 * i * mean * jacobian[0, j])


@cache
def moment_map(activation: Activation) -> MomentMap:
    """The `MomentMap` of an activation, derived once."""
    return MomentMap(activation, moment(activation, 1), moment(activation, 2))


def in_layer(expr: Any) -> Any:
    """`expr` (an expression or a matrix) in (x, y) with x = mu omega, y = nu tau."""
    return expr.xreplace({x: mu * omega, y: nu * tau})


def largest_singular_value(a: Matrix) -> Expr:
    """Largest singular value S of a real 2 x 2 matrix (paper, appendix):

    S = (sqrt((a11 + a22)^2 + (a21 - a12)^2) + sqrt((a11 - a22)^2 + (a12 + a21)^2)) / 2.

    Raises ValueError on another shape.
    """
    if a.shape != (2, 2):
        raise ValueError(f"the singular value formula needs a 2 x 2 matrix, not {a.shape}")
    turn = sqrt((a[0, 0] + a[1, 1]) ** 2 + (a[1, 0] - a[0, 1]) ** 2)
    flip = sqrt((a[0, 0] - a[1, 1]) ** 2 + (a[0, 1] + a[1, 0]) ** 2)
    return (turn + flip) / 2


def solve_parameters(activation: Activation) -> tuple[tuple[Symbol, Expr], ...]:
    """The positive parameters for which (mean, variance) = (0, 1) maps to (0, 1).

    At x = 0, y = 1 (omega = 0, tau = 1; paper, Eq. 14).  Pairs (parameter, closed form) in
    T(k, 0, 1), P(0, 1) and the parameters before it.  Raises ValueError unless the equation
    mean = 0, then second moment = 1, is c p^m + d = 0 in one new parameter p and has p > 0.
    """
    solved: list[tuple[Symbol, Expr]] = []
    for power, target in ((1, 0), (2, 1)):
        left = simplify_T(moment(activation, power).subs({x: 0, y: 1}))
        equation = collect(left - target, activation.parameters).as_content_primitive()[1]
        factors = [f for f in Mul.make_args(equation) if not f.as_base_exp()[0].is_Symbol]
        solved.append(_solve_positive(Mul(*factors), activation.parameters, solved))
    return tuple(solved)


def _solve_positive(
    equation: Expr, parameters: tuple[Symbol, ...], solved: list[tuple[Symbol, Expr]]
) -> tuple[Symbol, Expr]:
    new = [p for p in parameters if equation.has(p) and p not in dict(solved)]
    powers = Poly(equation, *new).terms() if len(new) == 1 else []
    if len(powers) != 2 or powers[1][0] != (0,):
        raise ValueError(f"{equation} = 0 is not c p^m + d = 0 in one new parameter p")
    ((m,), c), (_, d) = powers
    c, d = (-c, d) if c.could_extract_minus_sign() else (c, -d)
    ratio = _by_powers(d, parameters) / _by_powers(c, parameters)
    value = ratio
    for p, known in reversed(solved):
        value = value.subs(p, known)
    if not value.rewrite(erfc).is_positive:
        raise ValueError(f"{equation} = 0 has no solution {new[0]} > 0")
    return new[0], root(ratio, m)


def _by_powers(expr: Expr, parameters: tuple[Symbol, ...]) -> Expr:
    return Poly(expr, *parameters).as_expr()
