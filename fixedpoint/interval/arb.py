"""The fast kernel: balls of python-flint, for the untrusted search.

A ball is a midpoint of `bits` bits and a radius of 30, so an interval that reaches over many
binades loses its smaller end; an end at 0 is kept by nonnegative_part.  The precision of flint is
global: activate() sets it, and every method assumes that it is set.  Comparisons of balls are
True only if proved; bool(ball) is no test of sign.  Wide balls go through their end points
where ball arithmetic would lose much, as all of exp, log, erf, erfc, erfcx are monotone.
"""

from collections.abc import Callable
from fractions import Fraction

from flint import arb, ctx, fmpq

from fixedpoint.interval.kernel import LIMIT, ROOT_LIMIT, Undefined

Function = Callable[[arb], arb]

GUARD = 16  # e^(t^2) loses 2 log2 t bits to the rounding of t^2; beyond ROOT_LIMIT see _erfcx
SLACK = 12  # a ball with all but this many bits accurate counts as a point
HALF = arb(1) / 2


class Arb:
    """Kernel on flint.arb; the constructor activates it."""

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.activate()

    def activate(self) -> None:
        """Set flint's global precision to that of this kernel."""
        ctx.prec = self.bits

    def enclose(self, lower: Fraction, upper: Fraction | None = None) -> arb:
        """The ball of the two ends, kept on its side of 0."""
        ball = arb(fmpq(lower.numerator, lower.denominator))
        if upper is None or upper == lower:
            return ball
        if lower > upper:
            raise ValueError("lower end above upper end")
        ball = ball.union(arb(fmpq(upper.numerator, upper.denominator)))
        if lower >= 0:
            return ball.nonnegative_part()
        return -((-ball).nonnegative_part()) if upper <= 0 else ball

    def bounds(self, a: arb) -> tuple[Fraction, Fraction]:
        """The end points, rounded outward to `bits` bits."""
        return _rational(a.lower()), _rational(a.upper())

    def hull(self, a: arb, b: arb) -> arb:
        return a.union(b)

    def sign(self, a: arb) -> int:
        return 1 if a > 0 else -1 if a < 0 else 0

    def nonnegative(self, a: arb) -> bool:
        return bool(a >= 0)

    def nonpositive(self, a: arb) -> bool:
        return bool(a <= 0)

    def pi(self) -> arb:
        return arb.pi()

    def neg(self, a: arb) -> arb:
        return -a

    def add(self, a: arb, b: arb) -> arb:
        return a + b

    def sub(self, a: arb, b: arb) -> arb:
        return a - b

    def mul(self, a: arb, b: arb) -> arb:
        return a * b

    def div(self, a: arb, b: arb) -> arb:
        """Ball quotient; not finite if b contains 0."""
        return _finite(a / b)

    def power(self, a: arb, n: int) -> arb:
        """Odd powers are monotone on each side of 0; even powers are those of |x|."""
        if n < 0 and self.sign(a) == 0:
            raise Undefined("negative power of a ball that may contain 0")
        if a.rel_accuracy_bits() > self.bits - SLACK:
            return a * a if n == 2 else _finite(a**n)
        if n % 2:
            return _finite((a.lower() ** n).union(a.upper() ** n))
        return _finite((a.abs_lower() ** n).union(a.abs_upper() ** n)).nonnegative_part()

    def sqrt(self, a: arb) -> arb:
        if not a >= 0:
            raise Undefined("square root of a ball not proved nonnegative")
        return _finite(a.sqrt()).nonnegative_part()

    def exp(self, a: arb) -> arb:
        """Ball exponential, tight also for wide balls."""
        if not abs(a) <= LIMIT:
            raise Undefined("argument beyond the limit")
        return a.exp()

    def log(self, a: arb) -> arb:
        """Ball logarithm, tight also for wide balls."""
        if not a > 0:
            raise Undefined("logarithm of a ball not proved positive")
        return _finite(a.log())

    def erf(self, a: arb) -> arb:
        return self._monotone(arb.erf, a)

    def erfc(self, a: arb) -> arb:
        if not abs(a) <= ROOT_LIMIT:
            raise Undefined("argument beyond the limit")
        return self._monotone(arb.erfc, a)

    def erfcx(self, a: arb) -> arb:
        if not a >= -ROOT_LIMIT:
            raise Undefined("argument beyond the limit")
        return self._monotone(_erfcx, a)

    def _monotone(self, f: Function, a: arb) -> arb:
        """f on a point-like ball, the union of f at the two ends of any other."""
        if a.rel_accuracy_bits() > self.bits - SLACK:
            return _finite(f(a))
        return _finite(f(a.lower()).union(f(a.upper())))


def _erfcx(t: arb) -> arb:
    """e^(t^2) erfc(t), or U(1/2, 1/2, t^2) / sqrt(pi) for large t (DLMF 7.11.5)."""
    if t > ROOT_LIMIT:
        return (t * t).hypgeom_u(HALF, HALF) / arb.pi().sqrt()
    bits = ctx.prec
    ctx.prec = bits + GUARD
    value = (t * t).exp() * t.erfc()
    ctx.prec = bits
    return +value


def _finite(a: arb) -> arb:
    if not a.is_finite():
        raise Undefined("no finite enclosure")
    return a


def _rational(a: arb) -> Fraction:
    """The value of an exact ball; Undefined if its exponent is above 4 LIMIT."""
    man, exp = a.man_exp()
    if abs(exp) > 4 * LIMIT:
        raise Undefined("end point beyond the limit")
    scale = Fraction(1 << int(exp)) if exp >= 0 else Fraction(1, 1 << -int(exp))
    return int(man) * scale
