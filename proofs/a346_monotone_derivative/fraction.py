"""∂(τF)/∂τ for ν = k/100, y = 0.01 as a fraction: (314)–(316), (323)–(325) and (328)–(330)."""

from dataclasses import dataclass
from functools import cached_property

from sympy import Expr, Rational, erfc, exp, pi, sqrt

from fixedpoint.claims import All, Box, Derivative, Identity, Inequality, Monotone, bounded

from ..a32_theorem2.theorem2 import E1_T, E2_T
from ..a343_second_moment.second_moment import R1, R2, B
from ..a344_small_variance.small_variance import BELL
from ..paper import tau, u, v
from .lines import ROOT

K = Rational("2.911")
Y = Rational(1, 100)


def ren_mackenzie(z: Expr, root: Expr) -> Expr:
    """(260): the approximation of e^{z²} erfc z, with its square root."""
    return K / (sqrt(pi) * (K - 1) * z + root)


@dataclass(frozen=True)
class Quotient:
    """The printed numbers for ν = k/100, and τ from `least` to 1.25."""

    k: int
    least: str
    tops: tuple[Expr, Expr]
    tail: Expr
    error: tuple[str, str]
    gap: int

    @cached_property
    def box(self) -> Box:
        """The printed range of τ."""
        return Box({tau: (self.least, "1.25")})

    @cached_property
    def out(self) -> Expr:
        """20√35, 40√2 or 40√3."""
        return sqrt(200 * self.k)

    def argument(self, n: int) -> Expr:
        """The n-th argument of erfc."""
        return (n * self.k * tau + 1) / (self.out * ROOT)

    def tail_of(self, n: int) -> Expr:
        """The n-th e^{z²} erfc z, as in the derivative."""
        return exp((n * self.k * tau + 1) ** 2 / (200 * self.k * tau)) * erfc(self.argument(n))

    def tau_f(self, before_second: int = 2) -> Expr:
        """τF as in (314), with the factor that is printed before its second term."""
        x = Rational(self.k, 100) * tau
        first, second = ((n * x + Y) / (sqrt(2) * sqrt(x)) for n in (1, 2))
        return tau * (
            exp(first**2) * erfc(first) - before_second * exp(second**2) * erfc(second)
        )

    @cached_property
    def in_gaussian(self) -> Expr:
        """τF in Gaussian functions."""
        at = {u: Rational(self.k, 100) * tau, v: Y}
        return tau * (E1_T - 2 * E2_T).subs(at)

    def numerator(self, first: Expr, second: Expr) -> Expr:
        """That of (315), for what stands for the two e^{z²} erfc z."""
        bracket = self.tops[0] * first - 2 * self.tops[1] * second
        return sqrt(pi) * bracket + self.out * self.tail * ROOT

    @cached_property
    def below(self) -> Expr:
        """The denominator of (315)."""
        return 200 * self.k * sqrt(pi) * tau

    @cached_property
    def derivative(self) -> Derivative:
        """(315)."""
        top = self.numerator(self.tail_of(1), self.tail_of(2))
        return Derivative(self.tau_f(), tau, top / self.below)

    @cached_property
    def off(self) -> Expr:
        """The numerator less its approximation."""
        return self.numerator(self.tail_of(1), self.tail_of(2)) - self.approximated

    @cached_property
    def error_within(self) -> All:
        """The printed bounds of the error."""
        return bounded(self.error[0], self.off, self.error[1], self.box, "<")

    def under(self, n: int) -> Expr:
        """The radicand of the n-th approximation."""
        return pi * self.argument(n) ** 2 + K**2

    @cached_property
    def approximated(self) -> Expr:
        """The numerator with (260) for the two e^{z²} erfc z."""
        return self.numerator(*(
            ren_mackenzie(self.argument(n), sqrt(self.under(n))) for n in (1, 2)
        ))

    def w(self, n: int) -> Expr:
        """The n-th square root of the common denominator."""
        return sqrt((self.out * K * ROOT) ** 2 + pi * (n * self.k * tau + 1) ** 2)

    def delta(self, n: int, w: Expr) -> Expr:
        """A factor of the common denominator, with its square root."""
        return sqrt(pi) * (K - 1) * (n * self.k * tau + 1) + w

    def common(self, first: Expr, second: Expr) -> Expr:
        """The numerator over the common denominator, with its two square roots."""
        d1, d2 = self.delta(1, first), self.delta(2, second)
        scale = K * self.out * sqrt(pi) * ROOT
        return (
            (self.out * self.tail * ROOT + self.gap) * d1 * d2
            + scale * self.tops[0] * d2 - 2 * scale * self.tops[1] * d1
        )

    @cached_property
    def denominator(self) -> Expr:
        """Δ₁Δ₂."""
        return self.delta(1, self.w(1)) * self.delta(2, self.w(2))

    def over(self, denominator: Expr) -> tuple[Expr, Expr]:
        """Both sides of the last equation of (316), with its common denominator."""
        factors = [K * self.out * ROOT / self.delta(n, self.w(n)) for n in (1, 2)]
        return self.numerator(*factors) + self.gap, (
            self.common(self.w(1), self.w(2)) / denominator
        )

    @cached_property
    def pulled_out(self) -> All:
        """The first equation of (316); that of two positive roots is that of their squares."""
        inner = [self.w(n) / (self.out * ROOT) for n in (1, 2)]
        pairs = list(zip((1, 2), inner, strict=True))
        terms = [ren_mackenzie(self.argument(n), root) for n, root in pairs]
        factors = [K * self.out * ROOT / self.delta(n, self.w(n)) for n in (1, 2)]
        return All((
            *(Identity(self.under(n), root**2) for n, root in pairs),
            *(Inequality(0, "<", root, self.box) for root in inner),
            Identity(self.numerator(*terms), self.numerator(*factors)),
        ))

    @cached_property
    def factored(self) -> All:
        """Both equations of (316)."""
        return All((self.pulled_out, Identity(*self.over(self.denominator))))

    @cached_property
    def step_1(self) -> Inequality:
        """The numerator is at most its approximation and the gap."""
        top = self.numerator(self.tail_of(1), self.tail_of(2))
        return Inequality(top, "<=", self.approximated + self.gap, self.box)

    def slope(self, y: Expr) -> Expr:
        """∂(τF)/∂τ at any y."""
        f = BELL * (R1 - 2 * R2 + u * B)
        return f.subs(u, Rational(self.k, 100) * tau).subs(v, y)

    def varies(self, bound: str) -> All:
        """∂(τF)/∂τ decreases in y, and at y = -0.01 exceeds that at 0.01 by less than a bound."""
        spread = self.slope(-Y) - self.slope(Y)
        box = Box({**self.box, v: ("-0.01", "0.01")})
        return All((
            Derivative(self.tau_f(), tau, self.slope(Y)),
            Monotone(self.slope(v), v, "decreasing", box),
            Inequality(spread, "<", bound, self.box),
        ))

    @cached_property
    def largest_at(self) -> Inequality:
        """∂(τF)/∂τ is at no y greater than at y = 0.01."""
        box = Box({**self.box, v: ("-0.01", "0.01")})
        return Inequality(self.slope(v), "<=", self.slope(Y), box)
