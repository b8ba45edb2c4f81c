"""The trusted kernel is the tightest where it can be, and tight elsewhere."""

import random
from fractions import Fraction

import pytest
from hypothesis import example, given

from fixedpoint.trusted.directed import Directed
from tests.kernels.values import ANY, BITS, FUNCTIONS, Box, boxes, mpfr, quick


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


def test_exact_values() -> None:
    for bits in BITS:
        kernel = Directed(bits)
        zero, one = kernel.enclose(Fraction(0)), kernel.enclose(Fraction(1))
        for f in (kernel.exp, kernel.erfc, kernel.erfcx):
            assert f(zero) == one
        assert kernel.erf(zero) == kernel.log(one) == kernel.sqrt(zero) == zero
        assert kernel.power(zero, 0) == kernel.sqrt(one) == one


def test_sums_of_far_apart_exponents_round_outward() -> None:
    kernel = Directed(8)
    for e in (1, 7, 8, 9, 12, 13, 100, 101, 120, 3000):
        for m in (128, 255, 1):
            big, small = Fraction(m), Fraction(255, 2 ** (8 + e))
            for s in (1, -1):
                a = kernel.add(kernel.enclose(big), kernel.enclose(s * small))
                assert a == kernel.enclose(big + s * small)
