"""T, P and the building block of all moments, against their definitions."""

import pytest
from sympy import (
    Expr,
    Float,
    N,
    Poly,
    Rational,
    Symbol,
    diff,
    erfc,
    exp,
    expand,
    oo,
    pi,
    simplify,
    sqrt,
)

from fixedpoint.model import P, T, simplify_T
from fixedpoint.model.moments import above, below, between
from fixedpoint.model.symbols import x, y
from tests.model.cases import is_zero

k, b = Symbol("k", real=True), Symbol("b", real=True)
density = exp(-((b - x) ** 2) / (2 * y)) / sqrt(2 * pi * y)  # of N(x, y) at b


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
