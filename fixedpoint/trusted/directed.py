"""The trusted kernel: intervals with binary end points, every end rounded outward.

An interval is a pair (lower, upper) of raw mpmath numbers (sign, man, exp, bitcount) of at most
`bits` bits.  Of mpmath only correctly rounded arithmetic (add, sub, mul, div, sqrt, conversion)
and comparison are used, always with an explicit precision and direction: there is no global
state.  mpf_add rounds correctly only for operands that fit the precision; this holds, as
every result here is rounded to it.
"""

from collections.abc import Callable
from fractions import Fraction

from mpmath.libmp import (
    fone,
    from_man_exp,
    from_rational,
    fzero,
    mpf_add,
    mpf_div,
    mpf_le,
    mpf_mul,
    mpf_neg,
    mpf_sqrt,
    mpf_sub,
)

from fixedpoint.trusted import series
from fixedpoint.trusted.kernel import LIMIT, Undefined

Mpf = tuple[int, int, int, int]
Interval = tuple[Mpf, Mpf]
Function = Callable[[int, int, int], series.Pair]

DOWN, UP = "f", "c"  # mpmath's names for rounding to the floor and to the ceiling
EXACT = 64  # powers up to this one are formed exactly and rounded once


class Directed:
    """Kernel on pairs of binary end points; its docstrings say why the ends suffice."""

    def __init__(self, bits: int) -> None:
        self.bits = bits

    def enclose(self, lower: Fraction, upper: Fraction | None = None) -> Interval:
        """The least interval with ends of `bits` bits that contains [lower, upper]."""
        upper = lower if upper is None else upper
        if lower > upper:
            raise ValueError("lower end above upper end")
        return (
            from_rational(lower.numerator, lower.denominator, self.bits, DOWN),
            from_rational(upper.numerator, upper.denominator, self.bits, UP),
        )

    def bounds(self, a: Interval) -> tuple[Fraction, Fraction]:
        """The end points, exactly; Undefined if one has an exponent above 4 LIMIT."""
        return _rational(a[0]), _rational(a[1])

    def hull(self, a: Interval, b: Interval) -> Interval:
        lower = a[0] if mpf_le(a[0], b[0]) else b[0]
        return lower, b[1] if mpf_le(a[1], b[1]) else a[1]

    def sign(self, a: Interval) -> int:
        """A raw number is negative if its sign bit is set, and 0 if its mantissa is."""
        return 1 if a[0][1] and not a[0][0] else -1 if a[1][0] else 0

    def nonnegative(self, a: Interval) -> bool:
        return not a[0][0]

    def nonpositive(self, a: Interval) -> bool:
        """Whether the upper end is."""
        return bool(a[1][0]) or not a[1][1]

    def pi(self) -> Interval:
        return self._round(series.pi(self.bits + 16))

    def neg(self, a: Interval) -> Interval:
        return mpf_neg(a[1]), mpf_neg(a[0])

    def add(self, a: Interval, b: Interval) -> Interval:
        bits = self.bits
        return mpf_add(a[0], b[0], bits, DOWN), mpf_add(a[1], b[1], bits, UP)

    def sub(self, a: Interval, b: Interval) -> Interval:
        bits = self.bits
        return mpf_sub(a[0], b[1], bits, DOWN), mpf_sub(a[1], b[0], bits, UP)

    def mul(self, a: Interval, b: Interval) -> Interval:
        """x y is linear in x and in y, so its extremes are products of ends; signs tell which."""
        (al, au), (bl, bu), bits = a, b, self.bits
        if not al[0]:  # x >= 0: the least product has y = bl, the greatest y = bu
            x, y = au if bl[0] else al, al if bu[0] else au
            return mpf_mul(x, bl, bits, DOWN), mpf_mul(y, bu, bits, UP)
        if au[0] or not au[1]:  # x <= 0: the least product has y = bu, the greatest y = bl
            x, y = au if bu[0] else al, al if bl[0] else au
            return mpf_mul(x, bu, bits, DOWN), mpf_mul(y, bl, bits, UP)
        if not bl[0] or bu[0] or not bu[1]:
            return self.mul(b, a)
        one = mpf_mul(al, bu, bits, DOWN), mpf_mul(al, bl, bits, UP)
        return self.hull(one, (mpf_mul(au, bl, bits, DOWN), mpf_mul(au, bu, bits, UP)))

    def div(self, a: Interval, b: Interval) -> Interval:
        """For y > 0, x / y increases in x, and in y moves towards 0; for y < 0, (-x) / (-y)."""
        if b[1][0]:
            a, b = self.neg(a), self.neg(b)
        (al, au), (bl, bu), bits = a, b, self.bits
        if bl[0] or not bl[1]:
            raise Undefined("division by an interval that contains 0")
        x, y = bl if al[0] else bu, bu if au[0] else bl
        return mpf_div(al, x, bits, DOWN), mpf_div(au, y, bits, UP)

    def power(self, a: Interval, n: int) -> Interval:
        """Odd powers increase; even powers are those of |x|, where powers increase."""
        if n < 0:
            return self.div((fone, fone), self.power(a, -n))
        if n % 2 == 0:
            a = self.abs(a)
        return _raised(a[0], n, self.bits, DOWN), _raised(a[1], n, self.bits, UP)

    def abs(self, a: Interval) -> Interval:
        """Of x >= 0 the same, of x <= 0 the negative, else from 0 to the farther end."""
        b = self.neg(a)
        return a if not a[0][0] else b if not b[0][0] else (fzero, self.hull(a, b)[1])

    def sqrt(self, a: Interval) -> Interval:
        if a[0][0]:
            raise Undefined("square root of an interval with negative points")
        return mpf_sqrt(a[0], self.bits, DOWN), mpf_sqrt(a[1], self.bits, UP)

    def exp(self, a: Interval) -> Interval:
        return self._increasing(series.exp, a)

    def log(self, a: Interval) -> Interval:
        if a[0][0] or not a[0][1]:
            raise Undefined("logarithm of an interval with points <= 0")
        return self._increasing(series.log, a)

    def erf(self, a: Interval) -> Interval:
        return self._increasing(series.erf, a)

    def erfc(self, a: Interval) -> Interval:
        return self._increasing(series.erfc, (a[1], a[0]))

    def erfcx(self, a: Interval) -> Interval:
        """Decreasing, as erfcx'(x) = 2 x erfcx(x) - 2 / sqrt(pi) < 0 (DLMF 7.8.2 for x > 0)."""
        return self._increasing(series.erfcx, (a[1], a[0]))

    def _increasing(self, f: Function, a: Interval) -> Interval:
        """Enclose [f(a[0]), f(a[1])]; a decreasing f takes the ends exchanged."""
        first = self._point(f, a[0])
        return first if a[0] == a[1] else (first[0], self._point(f, a[1])[1])

    def _point(self, f: Function, x: Mpf) -> Interval:
        """Enclose f(x), with four bits to spare until the rounding at the end."""
        return self._round(f(-int(x[1]) if x[0] else int(x[1]), x[2], self.bits + 4))

    def _round(self, value: series.Pair) -> Interval:
        low, up, p = value
        return from_man_exp(low, -p, self.bits, DOWN), from_man_exp(up, -p, self.bits, UP)


def _raised(x: Mpf, n: int, bits: int, to: str) -> Mpf:
    """x^n, n >= 0, rounded down or up; for a negative x, n is odd and x^n = -|x|^n."""
    if x[0]:
        flipped: Mpf = mpf_neg(_raised(mpf_neg(x), n, bits, UP if to is DOWN else DOWN))
        return flipped
    if n <= EXACT:
        short: Mpf = from_man_exp(x[1] ** n, x[2] * n, bits, to)
        return short
    half = _raised(x, n // 2, bits, to)  # bounds of nonnegative factors multiply
    square: Mpf = mpf_mul(half, half, bits, to)
    return mpf_mul(square, x, bits, to) if n % 2 else square


def _rational(x: Mpf) -> Fraction:
    sign, man, exp, _ = x
    if abs(exp) > 4 * LIMIT:
        raise Undefined("end point beyond the limit")
    scale = Fraction(1 << exp) if exp >= 0 else Fraction(1, 1 << -exp)
    return (-int(man) if sign else int(man)) * scale
