"""The containment contract of the trusted and of the fast kernel.

Rational operations are compared with exact rationals, the others with MPFR at four times the
precision and directed rounding.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import gmpy2
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from fixedpoint.kernels.arb import Arb
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.kernel import Undefined
from tests.kernels.values import ANY, ARGUMENTS, BITS, FUNCTIONS, Box, boxes, holds, points, quick


@pytest.fixture(params=[Directed, Arb], ids=["trusted", "arb"], scope="module")
def make(request: pytest.FixtureRequest) -> Any:
    """The constructor of a kernel."""
    return request.param


@quick
@given(a=boxes(ANY), b=boxes(ANY), bits=st.sampled_from(BITS))
def test_rational_operations_contain_the_exact_values(make: Any, a: Box, b: Box, bits: int) -> None:
    kernel = make(bits)
    x, y = kernel.enclose(*a), kernel.enclose(*b)
    operations: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
        "add": lambda u, v: u + v, "sub": lambda u, v: u - v, "mul": lambda u, v: u * v,
        "div": lambda u, v: u / v, "hull": lambda u, v: u,
    }  # fmt: skip
    for name, f in operations.items():
        if name == "div" and kernel.sign(y) == 0:
            continue
        low, high = kernel.bounds(getattr(kernel, name)(x, y))
        assert all(low <= f(u, v) <= high for u in points(a) for v in points(b)), name
    low, high = kernel.bounds(kernel.neg(x))
    assert low <= -a[1] and -a[0] <= high


@quick
@given(a=boxes(ANY), n=st.integers(-9, 9) | st.sampled_from([-130, 65, 127, 200]))
@example(a=(Fraction(-3), Fraction(2)), n=100)
def test_powers(make: Any, a: Box, n: int) -> None:
    kernel = make(64)
    x = kernel.enclose(*a)
    if n < 0 and kernel.sign(x) == 0:
        with pytest.raises(Undefined):
            kernel.power(x, n)
        return
    power = kernel.power(x, n)
    low, high = kernel.bounds(power)
    assert all(low <= u**n <= high for u in points(a))
    if n % 2 == 0:
        assert low >= 0 and kernel.nonnegative(power)


@quick
@given(a=boxes(ARGUMENTS), bits=st.sampled_from(BITS))
def test_functions_contain_the_values(make: Any, a: Box, bits: int) -> None:
    kernel = make(bits)
    for name in FUNCTIONS:
        x = kernel.enclose(*a)
        if name in ("log", "sqrt") and kernel.sign(x) <= 0:
            continue
        bounds = kernel.bounds(getattr(kernel, name)(x))
        assert all(holds(bounds, name, t, 4 * bits) for t in points(a)), name


@quick
@given(a=boxes(ANY), bits=st.sampled_from(BITS))
def test_logarithm_and_root_over_many_binades(make: Any, a: Box, bits: int) -> None:
    kernel = make(bits)
    x = kernel.enclose(*a)
    assume(kernel.sign(x) > 0)
    for name in ("log", "sqrt"):
        bounds = kernel.bounds(getattr(kernel, name)(x))
        assert all(holds(bounds, name, t, 4 * bits) for t in points(a)), name


@quick
@given(a=boxes(ARGUMENTS), bits=st.sampled_from(BITS))
def test_kernels_agree(a: Box, bits: int) -> None:
    one, other = Directed(bits), Arb(bits)
    for name in FUNCTIONS:
        x, y = one.enclose(*a), other.enclose(*a)
        if name in ("log", "sqrt") and min(one.sign(x), other.sign(y)) <= 0:
            continue
        p, q = one.bounds(getattr(one, name)(x)), other.bounds(getattr(other, name)(y))
        assert p[0] <= q[1] and q[0] <= p[1], name


def test_pi(make: Any) -> None:
    for bits in BITS:
        kernel = make(bits)
        low, high = kernel.bounds(kernel.pi())
        exact = Fraction(*map(int, gmpy2.const_pi(4 * bits).as_integer_ratio()))
        assert low <= exact <= high and high - low <= Fraction(8, 2**bits)


def test_undefined(make: Any) -> None:
    kernel = make(64)

    def at(low: int, high: int | None = None) -> Any:
        return kernel.enclose(Fraction(low), None if high is None else Fraction(high))

    calls: list[Callable[[], Any]] = [
        lambda: kernel.div(at(1), at(-1, 1)),
        lambda: kernel.div(at(0), at(0)),
        lambda: kernel.div(at(1), at(0, 1)),
        lambda: kernel.power(at(-1, 2), -2),
        lambda: kernel.sqrt(at(-1, 4)),
        lambda: kernel.log(at(0)),
        lambda: kernel.log(at(-2, -1)),
        lambda: kernel.log(at(-1, 1)),
        lambda: kernel.exp(at(2**20 + 1)),
        lambda: kernel.exp(at(-(2**60), 0)),
        lambda: kernel.erfcx(at(-1025)),
        lambda: kernel.erfc(at(-1025)),
        lambda: kernel.erfc(at(1025)),
        lambda: kernel.bounds(kernel.power(at(2), 2**30)),
    ]
    for call in calls:
        with pytest.raises(Undefined):
            call()
    with pytest.raises(ValueError, match="lower"):
        at(1, 0)


def test_large_arguments(make: Any) -> None:
    """From DLMF 7.8.2: sqrt(pi) t < 1 / erfcx(t) < sqrt(pi) (t + 1/t)."""
    kernel = make(64)
    for t in (Fraction(1025), Fraction(2**20 + 1, 3), Fraction(10) ** 40, Fraction(2) ** 4000):
        low, high = kernel.bounds(kernel.power(kernel.erfcx(kernel.enclose(t)), -2))
        assert low <= Fraction(22, 7) * (t + 1 / t) ** 2
        assert high >= Fraction(333, 106) * t**2 and high - low <= high / 2**50
        assert kernel.bounds(kernel.erf(kernel.enclose(t)))[1] >= 1
    assert kernel.bounds(kernel.exp(kernel.enclose(Fraction(2**20))))[0] > 2**1500000


def test_signs(make: Any) -> None:
    kernel = make(64)
    table = {
        (1, 2): (1, True, False),
        (0, 2): (0, True, False),
        (-1, 2): (0, False, False),
        (-2, 0): (0, False, True),
        (-2, -1): (-1, False, True),
        (0, 0): (0, True, True),
    }
    for (low, high), expected in table.items():
        a = kernel.enclose(Fraction(low, 3), Fraction(high, 3))
        assert (kernel.sign(a), kernel.nonnegative(a), kernel.nonpositive(a)) == expected
