"""True values to compare kernels with: MPFR with directed rounding, and strategies for operands.

MPFR has no erfcx; there it is e^(x^2) erfc(x).
"""

from fractions import Fraction

import gmpy2  # type: ignore[import-untyped]
from hypothesis import settings
from hypothesis import strategies as st

Box = tuple[Fraction, Fraction]
BITS = (53, 64, 100, 200)
FUNCTIONS = ("exp", "log", "erf", "erfc", "erfcx", "sqrt")
DECREASING = ("erfc", "erfcx")
quick = settings(max_examples=150, deadline=None)


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
