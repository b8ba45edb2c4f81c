"""The fast kernel: intervals of exact python-flint end points, for the untrusted search.

End points, not balls: products of wide balls are wider than those of intervals, and a search in
balls visits about twice as many boxes. The precision of flint is global: activate() sets it, and
every method assumes that it is set. Comparisons of exact numbers are always decided.
"""

from fractions import Fraction

from flint import arb, ctx, fmpq

from fixedpoint.trusted.kernel import LIMIT, ROOT_LIMIT, Undefined

GUARD = 16  # e^(t²) loses 2 log₂ t bits to the rounding of t²; beyond ROOT_LIMIT see _erfcx
ZERO, ONE, HALF = arb(0), arb(1), arb(1) / 2

Ends = tuple[arb, arb]
"""Lower and upper end, both exact: the radius of each ball is zero."""


class Arb:
    """A `Kernel` on pairs (lower, upper) of exact arb numbers."""

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.activate()

    def activate(self) -> None:
        """Set flint's global precision to that of this kernel."""
        ctx.prec = self.bits

    def enclose(self, lower: Fraction, upper: Fraction | None = None) -> Ends:
        """The two ends, rounded outward."""
        low = arb(fmpq(lower.numerator, lower.denominator))
        if upper is None:
            return low.lower(), low.upper()
        if lower > upper:
            raise ValueError("lower end above upper end")
        return low.lower(), arb(fmpq(upper.numerator, upper.denominator)).upper()

    def bounds(self, a: Ends) -> tuple[Fraction, Fraction]:
        """The two ends; Undefined beyond the limit."""
        return _rational(a[0]), _rational(a[1])

    def hull(self, a: Ends, b: Ends) -> Ends:
        """The least interval that contains both."""
        return a[0].min(b[0]), a[1].max(b[1])

    def sign(self, a: Ends) -> int:
        """The sign that all points share, or 0."""
        return 1 if a[0] > 0 else -1 if a[1] < 0 else 0

    def nonnegative(self, a: Ends) -> bool:
        """Whether no point is negative."""
        return bool(a[0] >= 0)

    def nonpositive(self, a: Ends) -> bool:
        """Whether no point is positive."""
        return bool(a[1] <= 0)

    def pi(self) -> Ends:
        """flint's constant."""
        return _outward(arb.pi())

    def neg(self, a: Ends) -> Ends:
        """Exact."""
        return -a[1], -a[0]

    def add(self, a: Ends, b: Ends) -> Ends:
        """End by end."""
        return (a[0] + b[0]).lower(), (a[1] + b[1]).upper()

    def sub(self, a: Ends, b: Ends) -> Ends:
        """End by opposite end."""
        return (a[0] - b[1]).lower(), (a[1] - b[0]).upper()

    def mul(self, a: Ends, b: Ends) -> Ends:
        """By the signs of the ends; four products only where both contain 0."""
        (p, q), (r, s) = a, b
        if p >= 0:
            return ((p if r >= 0 else q) * r).lower(), ((q if s >= 0 else p) * s).upper()
        if q <= 0:
            return ((p if s >= 0 else q) * s).lower(), ((q if r >= 0 else p) * r).upper()
        if r >= 0:
            return (p * s).lower(), (q * s).upper()
        if s <= 0:
            return (q * r).lower(), (p * r).upper()
        return (p * s).min(q * r).lower(), (p * r).max(q * s).upper()

    def div(self, a: Ends, b: Ends) -> Ends:
        """a · (1/b)."""
        if not self.sign(b):
            raise Undefined("division by an interval that contains 0")
        return self.mul(a, ((1 / b[1]).lower(), (1 / b[0]).upper()))

    def power(self, a: Ends, n: int) -> Ends:
        """Odd powers increase; even powers are those of |x|."""
        if n < 0:
            return self.div((ONE, ONE), self.power(a, -n))
        low, high = self.abs(a) if n % 2 == 0 else a
        if n == 2:
            return (low * low).lower(), (high * high).upper()
        return (low**n).lower(), (high**n).upper()

    def abs(self, a: Ends) -> Ends:
        """Exact."""
        low, high = a
        if low >= 0:
            return a
        return (-high, -low) if high <= 0 else (ZERO, high.max(-low))

    def sqrt(self, a: Ends) -> Ends:
        """Increasing."""
        if not a[0] >= 0:
            raise Undefined("square root of an interval with negative points")
        return a[0].sqrt().lower(), a[1].sqrt().upper()

    def exp(self, a: Ends) -> Ends:
        """Increasing."""
        if not (a[0] >= -LIMIT and a[1] <= LIMIT):
            raise Undefined("argument beyond the limit")
        return a[0].exp().lower(), a[1].exp().upper()

    def log(self, a: Ends) -> Ends:
        """Increasing."""
        if not a[0] > 0:
            raise Undefined("logarithm of an interval that is not positive")
        return a[0].log().lower(), a[1].log().upper()

    def erf(self, a: Ends) -> Ends:
        """Increasing."""
        return a[0].erf().lower(), a[1].erf().upper()

    def erfc(self, a: Ends) -> Ends:
        """Decreasing."""
        if not (a[0] >= -ROOT_LIMIT and a[1] <= ROOT_LIMIT):
            raise Undefined("argument beyond the limit")
        return a[1].erfc().lower(), a[0].erfc().upper()

    def erfcx(self, a: Ends) -> Ends:
        """Decreasing."""
        if not a[0] >= -ROOT_LIMIT:
            raise Undefined("argument beyond the limit")
        return _erfcx(a[1]).lower(), _erfcx(a[0]).upper()


def _outward(a: arb) -> Ends:
    return a.lower(), a.upper()


def _erfcx(t: arb) -> arb:
    """e^(t^2) erfc(t), or U(1/2, 1/2, t^2) / sqrt(pi) for large t (DLMF 7.11.5)."""
    if t > ROOT_LIMIT:
        return (t * t).hypgeom_u(HALF, HALF) / arb.pi().sqrt()
    bits = ctx.prec
    ctx.prec = bits + GUARD
    value = (t * t).exp() * t.erfc()
    ctx.prec = bits
    return +value


def _rational(a: arb) -> Fraction:
    """The value of an exact end; Undefined if its exponent is above 4 LIMIT."""
    man, exp = a.man_exp()
    if abs(exp) > 4 * LIMIT:
        raise Undefined("end point beyond the limit")
    scale = Fraction(1 << int(exp)) if exp >= 0 else Fraction(1, 1 << -int(exp))
    return int(man) * scale
