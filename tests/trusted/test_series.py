"""The remainders of the series, and the pairs before rounding, with no slack to hide in."""

from fractions import Fraction
from math import factorial, prod

import gmpy2
import pytest

from fixedpoint.trusted import series
from tests.kernels.values import mpfr


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
