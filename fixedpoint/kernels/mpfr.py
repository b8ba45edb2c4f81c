"""A third kernel, on MPFR's correctly rounded functions: for cross-checks, used by no verdict.

The ends are MPFR numbers of `bits` bits, lower ends rounded down and upper ends up. MPFR has no
erfcx: there exp(t²) erfc(t) is formed with bounds of each factor, and beyond the limit of erfc the
asymptotic series (DLMF 7.12.1), whose partial sums lie above and below the value in turn.
"""

from fractions import Fraction
from typing import Any

import gmpy2

from fixedpoint.trusted.kernel import LIMIT, ROOT_LIMIT, Undefined

RANGE = 2**40
"""The largest exponent; beyond it an enclosure would not be finite."""
TERMS = 16

Ends = tuple[Any, Any]


class Mpfr:
    """A `Kernel` on pairs (lower, upper) of MPFR numbers."""

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self._down, self._up = (
            gmpy2.context(precision=bits, round=way, emin=-RANGE, emax=RANGE)
            for way in (gmpy2.RoundDown, gmpy2.RoundUp)
        )

    def enclose(self, lower: Fraction, upper: Fraction | None = None) -> Ends:
        upper = lower if upper is None else upper
        if lower > upper:
            raise ValueError("lower end above upper end")
        return _quotient(self._down, lower), _quotient(self._up, upper)

    def bounds(self, a: Ends) -> tuple[Fraction, Fraction]:
        if any(x and abs(gmpy2.get_exp(x)) > 4 * LIMIT for x in a):
            raise Undefined("end point beyond the limit")
        low, high = (Fraction(*map(int, x.as_integer_ratio())) for x in a)
        return low, high

    def hull(self, a: Ends, b: Ends) -> Ends:
        return min(a[0], b[0]), max(a[1], b[1])

    def sign(self, a: Ends) -> int:
        return 1 if a[0] > 0 else -1 if a[1] < 0 else 0

    def nonnegative(self, a: Ends) -> bool:
        return bool(a[0] >= 0)

    def nonpositive(self, a: Ends) -> bool:
        return bool(a[1] <= 0)

    def pi(self) -> Ends:
        return self._down.const_pi(), self._up.const_pi()

    def neg(self, a: Ends) -> Ends:
        return self._down.minus(a[1]), self._up.minus(a[0])

    def add(self, a: Ends, b: Ends) -> Ends:
        return _finite(self._down.add(a[0], b[0]), self._up.add(a[1], b[1]))

    def sub(self, a: Ends, b: Ends) -> Ends:
        return _finite(self._down.sub(a[0], b[1]), self._up.sub(a[1], b[0]))

    def mul(self, a: Ends, b: Ends) -> Ends:
        """All four products of ends."""
        low = min(self._down.mul(x, y) for x in a for y in b)
        return _finite(low, max(self._up.mul(x, y) for x in a for y in b))

    def div(self, a: Ends, b: Ends) -> Ends:
        if not self.sign(b):
            raise Undefined("division by an interval that contains 0")
        low = min(self._down.div(x, y) for x in a for y in b)
        return _finite(low, max(self._up.div(x, y) for x in a for y in b))

    def power(self, a: Ends, n: int) -> Ends:
        """Odd powers increase; even powers are those of |x|."""
        if n < 0:
            return self.div(self.enclose(Fraction(1)), self.power(a, -n))
        if n % 2 == 0:
            a = self.abs(a)
        return _finite(self._down.pow(a[0], n), self._up.pow(a[1], n))

    def abs(self, a: Ends) -> Ends:
        b = self.neg(a)
        return max(a[0], b[0], gmpy2.mpfr(0)), max(a[1], b[1])

    def sqrt(self, a: Ends) -> Ends:
        if a[0] < 0:
            raise Undefined("square root of an interval with negative points")
        return self._down.sqrt(a[0]), self._up.sqrt(a[1])

    def exp(self, a: Ends) -> Ends:
        _within(-LIMIT, a, LIMIT)
        return self._down.exp(a[0]), self._up.exp(a[1])

    def log(self, a: Ends) -> Ends:
        if a[0] <= 0:
            raise Undefined("logarithm of an interval with points <= 0")
        return self._down.log(a[0]), self._up.log(a[1])

    def erf(self, a: Ends) -> Ends:
        return self._down.erf(a[0]), self._up.erf(a[1])

    def erfc(self, a: Ends) -> Ends:
        _within(-ROOT_LIMIT, a, ROOT_LIMIT)
        return self._down.erfc(a[1]), self._up.erfc(a[0])

    def erfcx(self, a: Ends) -> Ends:
        """Decreasing."""
        _within(-ROOT_LIMIT, a, None)
        return self._erfcx(a[1])[0], self._erfcx(a[0])[1]

    def _erfcx(self, t: Any) -> Ends:
        if t > ROOT_LIMIT:
            return self._tail(Fraction(*map(int, t.as_integer_ratio())))
        fine = Mpfr(2 * self.bits + 64)  # exp(t²) loses 2 log₂ t bits
        low, high = (c.mul(c.exp(c.mul(t, t)), c.erfc(t)) for c in (fine._down, fine._up))
        return self._down.plus(low), self._up.plus(high)

    def _tail(self, t: Fraction) -> Ends:
        """erfcx(t) √π t = 1 − x + 3x² − 15x³ …, x = 1/(2t²): between two partial sums."""
        sums, term = [Fraction(0)], Fraction(1)
        for k in range(TERMS):
            sums.append(sums[-1] + term)
            term *= -Fraction(2 * k + 1) / (2 * t * t)
        root = self.mul(self.sqrt(self.pi()), self.enclose(t))
        return self.div(self.enclose(*sorted(sums[-2:])), root)


def _quotient(context: Any, q: Fraction) -> Any:
    exact = (gmpy2.mpfr(n, max(2, n.bit_length())) for n in (q.numerator, q.denominator))
    return context.div(*exact)


def _finite(low: Any, high: Any) -> Ends:
    if not (gmpy2.is_finite(low) and gmpy2.is_finite(high)):
        raise Undefined("end point beyond the limit")
    return low, high


def _within(lower: int, a: Ends, upper: int | None) -> None:
    if a[0] < lower or (upper is not None and a[1] > upper):
        raise Undefined("argument beyond the limit")
