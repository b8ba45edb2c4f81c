"""The containment contract of both kernels, and the tightness of the trusted one.

Rational operations are compared with exact rationals, the others with MPFR at four times the
precision and directed rounding.  MPFR has no erfcx; there it is e^(x^2) erfc(x).
"""

import random
from collections.abc import Callable
from fractions import Fraction
from math import factorial, prod
from typing import Any

import gmpy2  # type: ignore[import-untyped]
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from fixedpoint.kernels.arb import Arb
from fixedpoint.trusted import series
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.kernel import Undefined

Box = tuple[Fraction, Fraction]
BITS = (53, 64, 100, 200)
FUNCTIONS = ("exp", "log", "erf", "erfc", "erfcx", "sqrt")
DECREASING = ("erfc", "erfcx")
quick = settings(max_examples=150, deadline=None)


@pytest.fixture(params=[Directed, Arb], ids=["trusted", "arb"], scope="module")
def make(request: pytest.FixtureRequest) -> Any:
    """The constructor of a kernel."""
    return request.param


def mpfr(name: str, x: Fraction, bits: int, up: bool) -> Fraction:
    """A bound of f(x), from below or above; x is rounded towards the side where f is."""
    direct = gmpy2.context(
        precision=bits, round=gmpy2.RoundUp if up else gmpy2.RoundDown, emin=-(2**40), emax=2**40
    )
    toward = gmpy2.RoundUp if up != (name in DECREASING) else gmpy2.RoundDown
    y = gmpy2.context(direct, round=toward).div(
        *(gmpy2.mpfr(n, n.bit_length() + 2) for n in (x.numerator, x.denominator))
    )
    if name == "erfcx":  # e^(y^2) erfc(y): positive factors, each a bound on the same side
        value = direct.mul(direct.exp(direct.mul(y, y)), direct.erfc(y))
    else:
        value = getattr(direct, name)(y)
    return Fraction(*map(int, value.as_integer_ratio()))


def holds(bounds: Box, name: str, x: Fraction, bits: int) -> bool:
    """Whether f(x) lies within the bounds, as far as MPFR can tell."""
    return bounds[0] <= mpfr(name, x, bits, True) and mpfr(name, x, bits, False) <= bounds[1]


def points(box: Box) -> list[Fraction]:
    """Both ends and two points between."""
    return [box[0] + (box[1] - box[0]) * Fraction(k, 7) for k in (0, 1, 4, 7)]


def dyadic(low: int, high: int) -> st.SearchStrategy[Fraction]:
    """Numbers of up to 70 bits with an exponent from low to high."""
    return st.builds(
        lambda m, e: Fraction(m) * Fraction(2) ** (e - 70),
        st.integers(-(2**70), 2**70),
        st.integers(low, high),
    )


ANY = st.one_of(dyadic(-4, 6), dyadic(-400, 400), st.fractions(-9, 9, max_denominator=99))
SWITCHES = [Fraction(k, 100) for k in (-100, 100, 210, 231, 289, 408)]
NEAR = st.builds(lambda s, d: s + d, st.sampled_from(SWITCHES), dyadic(-60, -2))
ARGUMENTS = st.one_of(dyadic(-4, 5), dyadic(-300, -20), NEAR, st.fractions(-11, 33))


def boxes(numbers: st.SearchStrategy[Fraction]) -> st.SearchStrategy[Box]:
    """Points, wide intervals, and narrow ones."""
    ends = st.tuples(numbers, numbers).map(lambda p: (min(p), max(p)))
    thin = st.builds(lambda x, e: (x, x + abs(x) / 2**e), numbers, st.integers(10, 80))
    return st.one_of(numbers.map(lambda x: (x, x)), ends, thin)


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
@given(a=boxes(ANY), b=boxes(ANY))
@example(a=(Fraction(-3, 7), Fraction(1, 3)), b=(Fraction(-1, 7), Fraction(1, 9)))
@example(a=(Fraction(-1, 3), Fraction(3, 7)), b=(Fraction(-1, 9), Fraction(1, 7)))
def test_trusted_products_and_powers_are_the_best_enclosures(a: Box, b: Box) -> None:
    kernel = Directed(64)
    x, y = kernel.enclose(*a), kernel.enclose(*b)
    ends = [u * v for u in kernel.bounds(x) for v in kernel.bounds(y)]
    assert kernel.mul(x, y) == kernel.enclose(min(ends), max(ends))
    (low, high), square = kernel.bounds(x), kernel.power(x, 2)
    least = Fraction(0) if low <= 0 <= high else min(low**2, high**2)
    assert square == kernel.enclose(least, max(low**2, high**2))
    assert kernel.power(x, 3) == kernel.enclose(low**3, high**3)


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


def grid(bits: int) -> list[Fraction]:
    """Arguments of at most `bits` bits in [-10, 30]: round, tiny, at the switches, random."""
    draw = random.Random(bits)
    fixed = [Fraction(k, 4) for k in (*range(-40, 41), 48, 60, 80, 100, 120)]
    tiny = [s * Fraction(1, 2**k) for k in (5, 20, 52, 100, 300) for s in (1, -1)]
    near = [1 + s * Fraction(1, 2**k) for k in (10, bits - 2) for s in (1, -1)]
    wild = [Fraction(draw.randrange(-10 * 2**40, 30 * 2**40), 2**40) for _ in range(80)]
    switch = [Fraction(round((bits / 12) ** 0.5 * 2**20) + k, 2**20) for k in (-9, -1, 0, 1, 9)]
    return [Fraction(0), *fixed, *tiny, *near, *wild, *switch]


def ulps(a: Box, low: Fraction, high: Fraction, bits: int) -> Fraction:
    """The greater distance of the ends of a from the value, in last places; 0 is exact."""
    e = low.numerator.bit_length() - low.denominator.bit_length() + 1  # low is dyadic
    return max(low - a[0], a[1] - high) / Fraction(2) ** (e - bits) if low else abs(a[1] - a[0])


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("bits", BITS)
def test_trusted_is_tight(bits: int, name: str) -> None:
    kernel = Directed(bits)
    for t in grid(bits):
        if t <= 0 and name in ("log", "sqrt"):
            continue
        bounds = kernel.bounds(getattr(kernel, name)(kernel.enclose(t)))
        low, high = (mpfr(name, t, 4 * bits + 400, up) for up in (False, True))
        assert bounds[0] <= high and low <= bounds[1]
        assert ulps(bounds, low, high, bits) <= 3, (name, bits, t)


def test_pi(make: Any) -> None:
    for bits in BITS:
        kernel = make(bits)
        low, high = kernel.bounds(kernel.pi())
        exact = Fraction(*map(int, gmpy2.const_pi(4 * bits).as_integer_ratio()))
        assert low <= exact <= high and high - low <= Fraction(8, 2**bits)


def test_exact_values() -> None:
    for bits in BITS:
        kernel = Directed(bits)
        zero, one = kernel.enclose(Fraction(0)), kernel.enclose(Fraction(1))
        for f in (kernel.exp, kernel.erfc, kernel.erfcx):
            assert f(zero) == one
        assert kernel.erf(zero) == kernel.log(one) == kernel.sqrt(zero) == zero
        assert kernel.power(zero, 0) == kernel.sqrt(one) == one


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


def test_sums_of_far_apart_exponents_round_outward() -> None:
    kernel = Directed(8)
    for e in (1, 7, 8, 9, 12, 13, 100, 101, 120, 3000):
        for m in (128, 255, 1):
            big, small = Fraction(m), Fraction(255, 2 ** (8 + e))
            for s in (1, -1):
                a = kernel.add(kernel.enclose(big), kernel.enclose(s * small))
                assert a == kernel.enclose(big + s * small)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    "z", [Fraction(1, n) for n in (3, 4, 5, 8, 16, 64, 239, 2**70)] + [Fraction(0), Fraction(1, 4)]
)
def test_remainder_of_odd_series(z: Fraction, sign: int) -> None:
    """Tails from z^n on lie within z^n / 8, and the integer bounds hold a much longer sum."""
    terms = [sign**j * z ** (2 * j + 1) / (2 * j + 1) for j in range(80)]
    for j in range(1, 30):
        assert abs(sum(terms[j + 1 :])) + z**161 <= z ** (2 * j + 1) / 8
    for p in range(1, 90):
        low, high = series._odd(int(z * 2**p), -int(-z * 2**p // 1), p, sign)
        assert low <= sum(terms) * 2**p <= high <= low + p + 4


@pytest.mark.parametrize(
    "c", [Fraction(0), Fraction(1, 2**30), Fraction(2, 3), Fraction(9), Fraction(40)]
)
@pytest.mark.parametrize(("d", "step"), [(1, 1), (3, 2)])
def test_remainder_of_positive_series(c: Fraction, d: int, step: int) -> None:
    """With ratios c / d <= 1/2 a tail is at most its predecessor, and the integers hold the sum."""
    terms = [c**j / prod(d + step * i for i in range(j)) for j in range(160)]
    for j in range(120):
        if 2 * c <= d + step * j:
            assert sum(terms[j + 1 :]) <= terms[j]
    for p in range(1, 90):
        low, high = series._positive(int(c * 2**p), -int(-c * 2**p // 1), p, d, step)
        assert low <= sum(terms) * 2**p <= high
    assert d == 3 or terms[9] == c**9 / factorial(9)


@pytest.mark.parametrize("name", ["exp", "log", "erf", "erfc", "erfcx"])
def test_pairs_contain_the_values_at_every_precision(name: str) -> None:
    """Before the last rounding, with so few bits that a wrong direction has no slack to hide in."""
    for m in (*range(-33, 34), 255, 1023):
        for e in (-9, -5, -3, -1, 0):
            x = Fraction(m) * Fraction(2) ** e
            if abs(x) > 34 or (x <= 0 and name == "log"):
                continue
            under, over = (mpfr(name, x, 150, up) for up in (False, True))
            for bits in (1, 2, 5, 8, 13, 24):
                low, high, p = getattr(series, name)(m, e, bits)
                assert low <= over * Fraction(2) ** p and under * Fraction(2) ** p <= high


def test_constants_contain_the_values_at_every_precision() -> None:
    one = [mpfr("log", Fraction(2), 400, up) for up in (False, True)]
    pi = Fraction(*map(int, gmpy2.const_pi(400).as_integer_ratio()))
    root = [1 / mpfr("sqrt", pi, 400, up) for up in (True, False)]
    for p in range(4, 300):
        for constant, (under, over) in ((series.log2, one), (series._rsqrtpi, root)):
            low, high, _ = constant(p)
            assert low <= over * 2**p and under * 2**p <= high <= low + p + 20
        assert series.pi(p)[0] <= pi * 2**p <= series.pi(p)[1]


@pytest.mark.parametrize("t", [Fraction(3, 2), Fraction(5, 2), Fraction(7), Fraction(30)])
def test_convergents_alternate(t: Fraction) -> None:
    """Exact convergents of 1 / v_1: the even ones decrease, the odd ones increase, to the value."""
    x, values = 1 / (2 * t * t), []
    for n in range(1, 30):
        v = Fraction(1)
        for k in range(n - 1, 0, -1):
            v = 1 + k * x / v
        values.append(1 / v)
    above, below = values[0::2], values[1::2]
    assert above == sorted(above, reverse=True) and below == sorted(below)
    pi = Fraction(*map(int, gmpy2.const_pi(400).as_integer_ratio()))
    value = mpfr("erfcx", t, 400, False) * t * mpfr("sqrt", pi, 400, False)
    assert below[-1] < value < above[-1]
    for n in range(1, 12):
        for p in (4, 9, 20, 60):
            low, high = series._fraction(int(x * 2**p), -int(-x * 2**p // 1), n, p)
            assert low * value <= 2**p <= high * value
