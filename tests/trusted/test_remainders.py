"""The inequalities that stand beside the functions of the trusted kernel, evaluated with MPFR.

Those of the two series and of the convergents are in test_series.
"""

from fractions import Fraction

import gmpy2
import pytest

from fixedpoint.trusted import series

DOWN, UP = (
    gmpy2.context(precision=400, round=way, emin=-(2**40), emax=2**40)
    for way in (gmpy2.RoundDown, gmpy2.RoundUp)
)
POINTS = [Fraction(k, 16) for k in (1, 2, 5, 11, 16, 23, 40, 77, 160, 300, 480)]


def ends(name: str, t: Fraction) -> tuple[gmpy2.mpfr, gmpy2.mpfr]:
    """Bounds of a function at a point with a short binary expansion."""
    x = DOWN.div(gmpy2.mpfr(t.numerator), gmpy2.mpfr(t.denominator))
    if name == "erfcx":
        low, high = (c.mul(c.exp(c.mul(x, x)), c.erfc(x)) for c in (DOWN, UP))
        return low, high
    return getattr(DOWN, name)(x), getattr(UP, name)(x)


@pytest.mark.parametrize("t", POINTS)
def test_erfc_is_below_the_bell(t: Fraction) -> None:
    """0 < erfc(t) <= e^(-t^2), and e^(-t^2) < 2^-n for t^2 >= n: where erf saturates."""
    low, high = ends("erfc", t)
    bell = ends("exp", -t * t)
    assert 0 < low <= high <= bell[0]
    n = int(t * t)
    assert n == 0 or bell[1] < gmpy2.mpfr(2) ** -n


@pytest.mark.parametrize("t", POINTS)
def test_scaled_erfc_lies_between_its_bounds(t: Fraction) -> None:
    """1/(2t + 2) < erfcx(t) (guard bits), and 2 t erfcx(t) < 2/sqrt(pi) (erfcx decreases)."""
    low, high = ends("erfcx", t)
    assert low > 1 / (2 * t + 2)
    assert UP.mul(2 * gmpy2.mpfr(t), high) < DOWN.div(2, UP.sqrt(UP.const_pi()))


@pytest.mark.parametrize("t", [t for t in POINTS if t >= 1])
@pytest.mark.parametrize("n", [1, 2, 3, 7, 12])
def test_the_bracket_of_the_continued_fraction(t: Fraction, n: int) -> None:
    """1 <= v_n <= 1 + n x for the exact v_n: solved from v_1 = 1/(sqrt(pi) t erfcx(t)) upward."""
    with gmpy2.context(precision=4000):
        y = gmpy2.mpfr(t.numerator) / t.denominator
        x, scaled = 1 / (2 * y * y), gmpy2.exp(y * y) * gmpy2.erfc(y)
        v = 1 / (gmpy2.sqrt(gmpy2.const_pi()) * y * scaled)
        for k in range(1, n):  # v_k = 1 + k x / v_(k+1)
            v = k * x / (v - 1)
        assert 1 < v < 1 + n * x


@pytest.mark.parametrize("bits", [4, 24, 64, 200])
def test_where_erf_saturates(bits: int) -> None:
    """On both sides of t^2 = bits + 2 the value lies in the pair."""
    for m in (1, 3, 5, 9, 17, 29, 33, 57, 58, 60):
        low, high, p = series.erf(m, -2, bits)
        down, up = (Fraction(*map(int, v.as_integer_ratio())) for v in ends("erf", Fraction(m, 4)))
        assert low <= up * 2**p and down * 2**p <= high
