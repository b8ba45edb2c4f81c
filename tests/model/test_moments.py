"""Moments and Jacobians against the paper's printed formulas and rigorous quadrature."""

import random
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from math import factorial
from typing import Any

import pytest
from flint import acb, arb, arb_series, ctx, fmpq
from sympy import (
    Add,
    E,
    Expr,
    Matrix,
    Mul,
    N,
    Pow,
    Rational,
    Symbol,
    diff,
    erf,
    erfc,
    exp,
    expand,
    oo,
    pi,
    simplify,
    sqrt,
    symbols,
)

from fixedpoint.model import (
    Activation,
    P,
    T,
    alpha01,
    alpha01_T,
    collect,
    lambda01,
    lambda01_T,
    largest_singular_value,
    moment,
    moment_map,
    selu,
    selu01,
    simplify_T,
    solve_parameters,
)
from fixedpoint.model.activation import terms
from fixedpoint.model.selu import alpha, lam
from fixedpoint.model.symbols import mu, nu, omega, tau, x, y
from tests.model.cases import (
    CLIPPED,
    ELU,
    LEAKY,
    MIXED,
    RELU,
    gauss,
    is_zero,
    jacobian_62_to_65,
    mean_11,
    second_13,
)


def test_moments_are_the_printed_ones() -> None:
    model = moment_map(selu())
    assert is_zero(model.mean - mean_11)
    assert is_zero(model.second_moment - second_13)
    assert is_zero(model.variance - (second_13 - mean_11**2))
    assert not is_zero(model.mean - mean_11 - lam * gauss / 1000)
    assert not is_zero(model.second_moment - second_13.subs(alpha, 2 * alpha))


def test_jacobian_is_the_printed_one() -> None:
    model = moment_map(selu())
    for i in range(2):
        for j in range(2):
            assert is_zero(model.jacobian[i, j] - jacobian_62_to_65[i, j])
            assert not is_zero(model.jacobian[i, j] - 2 * jacobian_62_to_65[i, j])


def test_jacobians_are_derivatives() -> None:
    model = moment_map(selu())
    for i, f in enumerate((model.mean, model.second_moment)):
        for j, u in enumerate((mu, nu)):
            assert is_zero(model.jacobian[i, j] - diff(f, u))
    for j, u in enumerate((mu, nu)):
        assert is_zero(model.jacobian_g[0, j] - diff(model.mean, u))
        assert is_zero(model.jacobian_g[1, j] - diff(model.variance, u))


def test_form_for_evaluation() -> None:
    model = moment_map(selu())
    t0, t1, t2, p = T(0, x, y), T(1, x, y), T(2, x, y), P(x, y)
    assert model.mean_xy == lam * (alpha * t1 + 2 * x + y * p - (alpha + x) * t0) / 2
    dx_second = lam**2 * (x * (2 - t0) + y * p + alpha**2 * (t2 - t1))
    assert model.jacobian_xy[1, 0] == dx_second
    for f in (model.mean_xy, model.second_moment_xy, *model.jacobian_xy):
        assert all(f.count(atom) == 1 for atom in f.atoms(T, P))
        assert expand(f - collect(expand(f), (lam, alpha))) == 0
    assert collect(x * t0 - x * t0) == 0


def test_parameters_of_the_fixed_point() -> None:
    c, half = erfc(1 / sqrt(2)), erfc(1 / sqrt(2)) * sqrt(exp(1))
    printed_alpha = -sqrt(2 / pi) / (c * exp(Rational(1, 2)) - 1)
    inner = 2 * erfc(sqrt(2)) * exp(2) + pi * c**2 * exp(1) - 2 * (2 + pi) * half + pi + 2
    printed_lambda = (1 - half) * sqrt(2 * pi) / sqrt(inner)
    assert simplify(alpha01() - printed_alpha) == 0
    assert simplify(lambda01() ** 2 - printed_lambda**2) == 0
    assert simplify(lambda01() ** 2 - printed_lambda**2 - Rational(1, 10**9)) != 0
    assert lambda01().is_positive and bool(printed_lambda > 0)
    assert str(N(alpha01(), 6)) == "1.67326" and str(N(lambda01(), 6)) == "1.05070"
    assert alpha01_T() == P(0, 1) / (1 - T(1, 0, 1))
    quotient = 2 / (1 + alpha01_T() ** 2 * (T(2, 0, 1) - 2 * T(1, 0, 1) + 1))
    assert lambda01_T() ** 2 == quotient


def test_fixed_point_is_fixed() -> None:
    model, at = moment_map(selu()), {x: 0, y: 1}
    mean = selu01().at_values(simplify_T(model.mean_xy.subs(at)))
    second = selu01().at_values(simplify_T(model.second_moment_xy.subs(at)))
    assert simplify(mean) == 0 and simplify(second) == 1
    assert dict(solve_parameters(selu())) == dict(selu01().values)
    with pytest.raises(ValueError, match="in one new parameter"):
        solve_parameters(ELU)


Point = Mapping[Symbol, Any]


def enclose(expr: Expr, point: Point) -> Any:
    """A ball (or a power series of balls) that contains expr at an exact point."""
    if expr in point:
        return point[expr]
    if expr.is_Rational:
        return arb(fmpq(int(expr.p), int(expr.q)))
    if expr in (pi, E):
        return arb.pi() if expr == pi else arb(1).exp()
    args = [enclose(e, point) for e in expr.args]
    if isinstance(expr, Add):
        return sum(args[1:], args[0])
    if isinstance(expr, Mul):
        product = args[0]
        for factor in args[1:]:
            product = product * factor
        return product
    if isinstance(expr, Pow) and expr.exp.is_Rational and expr.exp.q <= 2:
        base = args[0] if expr.exp.q == 1 else args[0].sqrt()
        power = base ** abs(int(expr.exp.p))
        return power if expr.exp > 0 else 1 / power
    return {exp: lambda u: u.exp(), erfc: lambda u: u.erfc(), erf: lambda u: u.erf()}[expr.func](
        *args
    )


def ball(q: Fraction) -> arb:
    return arb(fmpq(q.numerator, q.denominator))


def integral(activation: Activation, power: int, point: Point, reach: int = 40) -> arb:
    """A ball that contains E[activation(z)^power]: a finite integral and bounded tails."""
    mean, variance = point[x], point[y]
    total = arb(0)
    for piece in activation.pieces:
        parts = [(enclose(c, point), n, k) for c, n, k in terms(piece.expr**power)]

        def integrand(u: acb, _: bool, parts: Any = parts) -> acb:
            value: acb = sum((c * u**n * (k * u).exp() for c, n, k in parts), acb(0))
            value *= (-((u - mean) ** 2) / (2 * variance)).exp()
            return value

        ends = [-reach if piece.lower == -oo else piece.lower]
        ends += [e for e in range(-reach, reach + 1, 8) if piece.lower < e < piece.upper]
        ends += [reach if piece.upper == oo else piece.upper]
        balls = [enclose(Rational(e), point) for e in ends]
        for lower, upper in pairwise(balls):
            part = acb.integral(integrand, lower, upper).real
            total += part / (2 * arb.pi() * variance).sqrt()
        for open_end, sign in ((piece.lower == -oo, -1), (piece.upper == oo, 1)):
            for c, n, k in parts if open_end else ():
                bound = tail(abs(c), n, sign * k, sign * mean, variance, reach)
                total += arb(0, bound.upper())
    return total


def tail(c: arb, n: int, k: int, mean: arb, variance: arb, reach: int) -> arb:
    """A bound of int_reach^oo c z^n exp(k z) density(z) dz.

    z^n <= n! exp(z) turns it into a shifted Gaussian tail, and erfc(t) <= exp(-t^2), t >= 0.
    """
    slope = k + 1
    t = (reach - mean - slope * variance) / (2 * variance).sqrt()
    assert t > 0
    return c * factorial(n) * (slope * mean + slope**2 * variance / 2 - t**2).exp() / 2


def rational(rng: random.Random, lower: str, upper: str) -> arb:
    start, end = Fraction(lower), Fraction(upper)
    return ball(start + (end - start) * Fraction(rng.randrange(1, 10**6), 10**6))


@pytest.fixture
def digits70() -> Any:
    before, ctx.prec = ctx.prec, 240
    yield
    ctx.prec = before


@pytest.mark.usefixtures("digits70")
@pytest.mark.parametrize(
    "activation", [selu(), RELU, LEAKY, ELU, CLIPPED, MIXED], ids=lambda a: a.name
)
def test_moments_are_the_integrals(activation: Activation) -> None:
    rng = random.Random(11)
    width = arb(10) ** -25
    for _ in range(3):
        point = {x: rational(rng, "-1", "1"), y: rational(rng, "0.5", "2")}
        point |= {alpha: rational(rng, "1", "2"), lam: rational(rng, "1", "2")}
        for power in (1, 2):
            closed = enclose(moment(activation, power).rewrite(erfc), point)
            ctx.prec = 120
            quadrature = integral(activation, power, point)
            ctx.prec = 240
            assert quadrature.rad() < width and quadrature.contains(closed)
            assert not quadrature.contains(closed + 2 * width)


@pytest.mark.usefixtures("digits70")
def test_derivatives_of_the_printed_formulas() -> None:
    """cal J and cal H against power series of the printed moments, to 50 digits."""
    rng, model = random.Random(7), moment_map(selu())
    bounds = {mu: ("-1", "1"), omega: ("-1", "1"), nu: ("0.5", "2"), tau: ("0.5", "2")}
    bounds |= {alpha: ("1", "2"), lam: ("1", "2")}
    printed = [mean_11, second_13, second_13 - mean_11**2]
    derived = [model.jacobian.row(0), model.jacobian.row(1), model.jacobian_g.row(1)]
    for _ in range(5):
        point = {s: rational(rng, *ends) for s, ends in bounds.items()}
        for f, row in zip(printed, derived, strict=True):
            for j, u in enumerate((mu, nu)):
                moved = {**point, u: arb_series([point[u], 1], prec=2)}
                slope = enclose(f, moved)[1]
                entry = enclose(row[j].rewrite(erfc), point)
                assert slope.overlaps(entry) and slope.rad() + entry.rad() < arb(10) ** -50
                assert not slope.overlaps(entry + arb(10) ** -49)


def test_largest_singular_value() -> None:
    a11, a12, a21, a22 = symbols("a11 a12 a21 a22", real=True)
    a = Matrix([[a11, a12], [a21, a22]])
    s = largest_singular_value(a)
    gram = a.T * a
    assert simplify(expand(s**4 - gram.trace() * s**2 + gram.det())) == 0
    assert largest_singular_value(Matrix([[0, 3], [2, 0]])) == 3
    assert largest_singular_value(Matrix([[-1, 0], [0, -4]])) == 4
    with pytest.raises(ValueError, match="2 x 2"):
        largest_singular_value(Matrix([[1, 2, 3], [4, 5, 6]]))
