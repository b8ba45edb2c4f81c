"""The model against its definition, the paper's printed formulas and rigorous quadrature."""

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
    Float,
    Matrix,
    Mul,
    N,
    Poly,
    Pow,
    Rational,
    Symbol,
    cosh,
    diff,
    erf,
    erfc,
    exp,
    expand,
    oo,
    pi,
    simplify,
    sin,
    sqrt,
    symbols,
)

from fixedpoint.model import (
    Activation,
    P,
    Piece,
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
from fixedpoint.model.moments import above, below, between
from fixedpoint.model.selu import alpha, lam
from fixedpoint.model.symbols import mu, nu, omega, tau, x, y, z

k, b = Symbol("k", real=True), Symbol("b", real=True)
density = exp(-((b - x) ** 2) / (2 * y)) / sqrt(2 * pi * y)  # of N(x, y) at b


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


# --- T and P -------------------------------------------------------------------------------


@pytest.mark.parametrize("order", range(4))
def test_rules_of_T(order: int) -> None:
    general = T(k, x, y)
    for v in (k, x, y):
        rule = diff(general, v).subs(k, order).rewrite(erfc)
        assert is_zero(rule - diff(general.rewrite(erfc), v).subs(k, order))


def test_rules_of_T_for_every_k_and_of_P() -> None:
    for f in (T(k, x, y), P(x, y)):
        for v in f.free_symbols:
            assert is_zero(diff(f, v).rewrite(erfc) - diff(f.rewrite(erfc), v))
            assert not is_zero(diff(f, v).rewrite(erfc) - diff(f.rewrite(erfc), v) * 2)


def test_T_and_P_are_positive_numbers_that_evaluate() -> None:
    assert T(1, x, y).is_positive and P(x, y).is_positive
    assert T(1, x, y).evalf() == T(1, x, y)
    assert T(0, 0, y) != 1 and simplify_T(T(0, 0, y) + T(1, 0, y)) == 1 + T(1, 0, y)
    close = N(T(1, Rational(1, 3), 2) - (exp(Rational(4, 3)) * erfc(Rational(7, 6))), 40)
    assert abs(close) < Rational(1, 10**38)
    tiny = T(0, 40, 1).evalf(30)
    assert 0 < tiny < Float("1e-340")


# --- the building block: 2 E[z^n exp(k z) 1{z < b}] ------------------------------------------


@pytest.mark.parametrize("n", range(4))
@pytest.mark.parametrize("order", [-1, 0, 1, 2])
def test_building_block_is_the_integral(n: int, order: int) -> None:
    """In b an antiderivative of the integrand that vanishes at -oo (below) or oo (above)."""
    integrand = 2 * b**n * exp(order * b) * density
    lower, upper = below(n, order, b), above(n, order, b)
    assert is_zero(diff(lower, b).rewrite(erfc) - integrand)
    assert is_zero(diff(upper, b).rewrite(erfc) + integrand)
    assert not is_zero(diff(lower, b).rewrite(erfc) - 2 * integrand)
    if order == 0:
        assert simplify((T(0, x - b, y) + T(0, b - x, y)).rewrite(erfc)) == 2
        upper = upper.subs(T(0, x - b, y), 2 - T(0, b - x, y))
    assert vanishes(lower, order, T(order, x - b, y))
    assert vanishes(upper, order, T(-order, b - x, y))


def vanishes(block: Expr, order: int, t: Expr) -> bool:
    """Whether block = exp(order b) (polynomial(b) t + polynomial(b) P).

    exp(order b) t is a constant times erfc of an increasing or decreasing linear function of b,
    exp(order b) P a Gaussian in b: both die faster than any power where the erfc's argument
    goes to oo.
    """
    flat = Poly(expand(block * exp(-order * b)), t, P(x - b, y))
    known = {(1, 0), (0, 1)}
    return all(degree in known and c.is_polynomial(b) for degree, c in flat.terms())


def test_between_splits_the_line() -> None:
    for n, order in ((0, 0), (1, 0), (2, 1), (1, -1)):
        parts = between(n, order, -oo, -1) + between(n, order, -1, 2) + between(n, order, 2, oo)
        gap = parts - between(n, order, -oo, oo)
        assert is_zero(gap)
    assert expand(between(2, 0, -oo, oo)) == 2 * x**2 + 2 * y


# --- SELU against the paper's printed formulas ----------------------------------------------

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


# --- rigorous numbers ----------------------------------------------------------------------

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


# --- values --------------------------------------------------------------------------------


def test_activation_is_a_value() -> None:
    again = Activation("relu", (Piece(-oo, Fraction(0), 0), Piece("0", oo, z)))
    assert again == RELU and hash(again) == hash(RELU) and moment(again, 2) is moment(RELU, 2)
    assert moment(RELU, 0) == 1 and RELU.piecewise.subs(z, -3) == 0
    assert selu().piecewise.subs(z, 2) == 2 * lam
    valued = Activation("a", selu().pieces, (lam, alpha), ((alpha, "1.5"), (lam, 2 * alpha)))
    assert valued.at_values(lam * alpha) == Rational(9, 2)
    assert terms((exp(z) + z) ** 2 * exp(1 - z)) == (
        (exp(1), 2, -1),
        (2 * exp(1), 1, 0),
        (exp(1), 0, 1),
    )


@pytest.mark.parametrize(
    ("error", "match", "make"),
    [
        (TypeError, "decimal string", lambda: Piece(-oo, 0.5, z)),
        (TypeError, "decimal string", lambda: Piece(-oo, 0, 0.5 * z)),
        (TypeError, "decimal string", lambda: Piece(-oo, True, z)),
        (TypeError, "decimal string", lambda: Piece(-oo, [1], z)),
        (TypeError, "decimal string", lambda: Activation("a", RELU.pieces, (lam,), ((lam, 1.5),))),
        (ValueError, "not a number", lambda: Piece(-oo, "half", z)),
        (ValueError, "lower < upper", lambda: Piece(1, 0, z)),
        (ValueError, "lower < upper", lambda: Piece(-oo, z, z)),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, sin(z))),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, z * cosh(z))),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, 1 / z)),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, exp(z / 2))),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, exp(z**2))),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, oo)),
        (ValueError, "not a real number", lambda: Piece(-oo, 0, sqrt(-2) * z)),
        (ValueError, "do not meet", lambda: Activation("a", (Piece(-oo, 0, z), Piece(1, oo, z)))),
        (ValueError, "do not meet", lambda: Activation("a", (Piece(-oo, 0, z),))),
        (ValueError, "do not meet", lambda: Activation("a", ())),
        (ValueError, "nor a parameter", lambda: Activation("a", (Piece(-oo, oo, lam * z),))),
        (ValueError, "positive symbol", lambda: Activation("a", RELU.pieces, (Symbol("q"),))),
        (ValueError, "positive symbol", lambda: Activation("a", RELU.pieces, (tau,))),
        (ValueError, "positive const", lambda: Activation("a", RELU.pieces, (lam,), ((lam, -1),))),
        (ValueError, "not a parameter", lambda: Activation("a", RELU.pieces, (), ((lam, 1),))),
        (ValueError, "integer >= 0", lambda: moment(RELU, -1)),
    ],
)
def test_bad_input(error: type[Exception], match: str, make: Any) -> None:
    with pytest.raises(error, match=match) as caught:
        make()
    assert "\n" not in str(caught.value)
