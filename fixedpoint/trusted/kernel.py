"""The containment contract of interval arithmetic, stated once.

An interval X is a closed bounded set of reals.  Every operation F of a kernel encloses its
real function f:  for every x in X, f(x) lies in F(X);  an operation that is not defined on all
of X raises Undefined;  every enclosure is finite.  Evaluation at a point q is enclose(q).
Intervals belong to the kernel that made them: kernels of different precision do not mix.
"""

from fractions import Fraction
from typing import Protocol, TypeVar

I = TypeVar("I")

LIMIT = 2**20
"""exp is Undefined for arguments above this in magnitude, so that no input exhausts memory.

The functions built on exp(t^2) inherit |t| <= 2**10: erfc on both sides, erfcx on the left.
"""

ROOT_LIMIT = 2**10
"""The square root of LIMIT."""


class Undefined(ArithmeticError):
    """The operation is not defined, or not within the limits, on all of its operands."""


class Kernel(Protocol[I]):
    """Outward rounded arithmetic on intervals of type I at a precision of `bits` bits."""

    bits: int

    def enclose(self, lower: Fraction, upper: Fraction | None = None) -> I:
        """Contain [lower, upper]; upper defaults to lower; ValueError if lower > upper."""

    def bounds(self, a: I) -> tuple[Fraction, Fraction]:
        """Rationals l, u with a contained in [l, u]."""

    def hull(self, a: I, b: I) -> I:
        """Contain both a and b."""

    def sign(self, a: I) -> int:
        """+1 if every point is proved > 0, -1 if every point is proved < 0, 0 otherwise."""

    def nonnegative(self, a: I) -> bool:
        """True only if every point is >= 0."""

    def nonpositive(self, a: I) -> bool:
        """True only if every point is <= 0."""

    def pi(self) -> I:
        """Contain pi."""

    def neg(self, a: I) -> I:
        """-x."""

    def add(self, a: I, b: I) -> I:
        """x + y."""

    def sub(self, a: I, b: I) -> I:
        """x - y."""

    def mul(self, a: I, b: I) -> I:
        """x y, for independent x and y: a square is power(a, 2)."""

    def div(self, a: I, b: I) -> I:
        """x / y; Undefined unless b is proved free of 0."""

    def power(self, a: I, n: int) -> I:
        """x^n as a function of the one variable x, so even powers are >= 0; x^0 = 1."""

    def abs(self, a: I) -> I:
        """The absolute value."""

    def sqrt(self, a: I) -> I:
        """The square root; Undefined unless a is proved >= 0."""

    def exp(self, a: I) -> I:
        """e^x; Undefined if |x| may exceed LIMIT."""

    def log(self, a: I) -> I:
        """The natural logarithm; Undefined unless a is proved > 0."""

    def erf(self, a: I) -> I:
        """The error function (DLMF 7.2.1)."""

    def erfc(self, a: I) -> I:
        """1 - erf(x), relatively accurate for large x; Undefined if |x| may exceed 2**10."""

    def erfcx(self, a: I) -> I:
        """e^(x^2) erfc(x); Undefined if x may be below -2**10."""
