"""The chains (317), (326) and (331) of Lemma 46: each line is a bound of the numerator of ∂(τF)/∂τ.

A printed coefficient in an equation is the rounding of the number that comes from the lines before
without roundings; in an inequality it is that number. What the roundings change is bounded by
claims with `_rounding` after their id.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import Add, Expr, Rational, Symbol, pi, sqrt

from fixedpoint.claims import All, Identity, Inequality, chain

from ..paper import HERE, tau
from .fraction import K, Quotient
from .lines import ROOT, A, B, Line, R, Terms, collected, number, poly, rounded, rounds, total

MOST, LEAST = Rational("1.25"), Rational("0.8")
C1, C2 = (Symbol(name, positive=True) for name in ("c_1", "c_2"))
"""The larger shifts under the two roots, where they may be any numbers."""


@dataclass(frozen=True)
class Chain(Quotient):
    """The printed numbers of a chain."""

    expansion: Line
    radicand: str
    values: Mapping[tuple[int, int], str]
    shifts: tuple[tuple[str, str], tuple[str, str]]
    ratio_shift: str
    multiplied: Line

    @cached_property
    def expanded(self) -> Line:
        """The exact coefficients of (317)."""
        return collected(self.common(A, B).subs(ROOT, R).subs(tau, R**2))

    @cached_property
    def expands(self) -> All:
        """(317): each printed coefficient is a rounding, also that under the roots."""
        roots = self.w(1), self.w(2)
        return All((
            Identity(self.common(*roots), total(self.expanded, *roots)),
            rounded(self.expanded, self.expansion),
            rounds((self.out * K) ** 2, self.radicand),
        ))

    def printed_w(self, n: int) -> Expr:
        """The n-th root with the printed coefficient."""
        return sqrt(pi * (n * self.k * tau + 1) ** 2 + number(self.radicand) * tau)

    def inserted(self, line: Line) -> Line:
        """The constants c₀ + c₁√τ + c₂τ of a line at the ends of τ that are printed."""
        ends = {(1, 0): MOST, (0, 1): Rational(self.least), (0, 0): MOST}
        return {**line, **{
            key: {0: number(line[key][0]) + number(line[key][1]) * sqrt(end)
                  + number(line[key][2]) * MOST}
            | {p: c for p, c in line[key].items() if p > 2}
            for key, end in ends.items()
        }}

    @cached_property
    def valued(self) -> Line:
        """The line with the printed values of these constants."""
        return {
            key: {0: self.values[key]} | {p: c for p, c in terms.items() if p > 2}
            if key in self.values else terms
            for key, terms in self.expansion.items()
        }

    @cached_property
    def inserts(self) -> Inequality:
        """The line before is at most that with 1.25, 0.8 or 0.9 inserted."""
        roots = self.printed_w(1), self.printed_w(2)
        after = total(self.inserted(self.expansion), *roots)
        return Inequality(total(self.expansion, *roots), "<=", after, self.box)

    @cached_property
    def brackets(self) -> All:
        """What inserting takes: positive roots, and that each bracket is at most its value."""
        after = self.inserted(self.expansion)
        small = {
            key: {p: c for p, c in self.expansion[key].items() if p < 3} for key in self.values
        }
        return All((
            *(Inequality(0, "<", self.printed_w(n), self.box) for n in (1, 2)),
            *(Inequality(poly(small[key]), "<=", after[key][0], self.box) for key in small),
        ))

    @cached_property
    def evaluated(self) -> All:
        """The printed values are roundings."""
        exact = self.inserted(self.expanded)
        return All(tuple(rounds(exact[key][0], c) for key, c in self.values.items()))

    def roots(self, n: int) -> tuple[Expr, Expr]:
        """The shifts under the n-th root, exactly: the greater and the lesser."""
        k = n * self.k
        half = 1 / Rational(k) + (self.out * K) ** 2 / (2 * pi * k**2)
        greater = half + sqrt(half**2 - Rational(1, k**2))
        return greater, 1 / (k**2 * greater)

    @cached_property
    def factors(self) -> All:
        """The radicands as products; the printed shifts are roundings."""
        parts: list[Any] = []
        for n in (1, 2):
            greater, lesser = self.roots(n)
            product = (n * self.k) ** 2 * pi * (tau + greater) * (tau + lesser)
            parts.append(Identity(self.w(n) ** 2, product))
            parts += map(rounds, (greater, lesser), self.shifts[n - 1])
        return All(tuple(parts))

    def factored_w(self, n: int) -> Expr:
        """The n-th root with the printed shifts."""
        greater, lesser = map(Rational, self.shifts[n - 1])
        return sqrt((n * self.k) ** 2 * pi * (tau + greater) * (tau + lesser))

    def removed(self, line: Line, factors: tuple[Any, Any, Any], shifts: tuple[Any, Any]) -> Expr:
        """The line without the small shifts: factors in the two roots, and in their product."""
        def root(n: int, factor: Any) -> Expr:
            inside = (n * self.k) ** 2 * pi * factor
            return sqrt(inside * (tau + shifts[n - 1]) * tau)

        first, second, both = factors
        return (
            poly(line[0, 0]) + poly(line[1, 0]) * root(1, first)
            + poly(line[0, 1]) * root(2, second)
            + poly(line[1, 1]) * root(1, both) * root(2, both)
        )

    def without(self, factors: tuple[str, str, str]) -> Expr:
        """The same with the printed numbers."""
        shifts = tuple(Rational(greater) for greater, _ in self.shifts)
        return self.removed(self.valued, tuple(map(Rational, factors)), shifts)

    def removes(self, factors: tuple[str, str, str]) -> Inequality:
        """The line with the shifts is at most that without them."""
        before = total(self.valued, self.factored_w(1), self.factored_w(2))
        return Inequality(before, "<=", self.without(factors), self.box)

    def shrinks(self, factors: tuple[str, str, str], cited: str = "") -> All:
        """What removing the shifts takes besides a cited τ + shift ⩽ factor τ, root by root.

        The sign of what stands before each root, and its bound to the side that this needs.
        """
        lesser = [Rational(pair[1]) for pair in self.shifts]
        first, second, both = (Rational(f) * tau for f in factors)
        bounds = [(first, tau + lesser[0], ""), (tau + lesser[1], second, factors[1]),
                  *((tau + shift, both, factors[2]) for shift in lesser)]
        return All((
            Inequality(poly(self.valued[1, 0]), "<=", 0, self.box),
            *(Inequality(0, "<=", poly(self.valued[key]), self.box) for key in ((0, 1), (1, 1))),
            *(Inequality(a, "<=", b, self.box) for a, b, f in bounds if not cited or f != cited),
        ))

    @cached_property
    def factor(self) -> Expr:
        """(0.8 + shift)/0.8, which is printed rounded."""
        return (LEAST + Rational(self.ratio_shift)) / LEAST

    def shifted(self, lesser: str, factor: str) -> All:
        """τ + lesser < τ + shift ⩽ factor τ for τ ⩾ 0.8, where the last difference increases."""
        shift, growth = Rational(self.ratio_shift), Rational(factor) - 1
        at_least = growth * LEAST - shift
        return All((
            chain(self.box.but({tau: ("0.8", "1.25")}), tau + Rational(lesser), "<", tau + shift,
                  "<=", Rational(factor) * tau),
            Identity(Rational(factor) * tau - tau - shift, growth * (tau - LEAST) + at_least),
            Inequality(0, "<=", growth, HERE), Inequality(0, "<=", at_least, HERE),
        ))

    def product(self, factors: tuple[Any, Any, Any]) -> Line:
        """The exact coefficients before √(τ + c₁), √(τ + c₂) and both."""
        line, k = self.inserted(self.expanded), self.k
        first, second = k * sqrt(pi) * R * A, 2 * k * sqrt(pi) * R * B
        f1, f2, both = factors
        return collected(
            poly(line[0, 0], R) + poly(line[1, 0], R) * sqrt(f1) * first
            + poly(line[0, 1], R) * sqrt(f2) * second + poly(line[1, 1], R) * both * first * second
        )

    def multiplies(self, factors: tuple[Any, Any, Any], printed: Line | None = None) -> All:
        """The constants multiplied; each printed product is a rounding."""
        exact = self.product(factors)
        before = self.removed(self.inserted(self.expanded), factors, (C1, C2))
        return All((
            Identity(before, total(exact, sqrt(tau + C1), sqrt(tau + C2))),
            rounded(exact, printed or self.multiplied),
        ))

    @cached_property
    def constant(self) -> Terms:
        """The terms without roots, as printed."""
        return self.valued[0, 0]

    @cached_property
    def products(self) -> Expr:
        """The printed line with the constants multiplied."""
        first, second = (sqrt(tau + Rational(greater)) for greater, _ in self.shifts)
        return poly(self.constant) + total(self.multiplied, first, second)

    def at_ends(self, line: Line, shifts: tuple[Any, Any]) -> Expr:
        """A line with τ = 1.25, 0.8 or 0.9 inserted in its roots."""
        first, second = (sqrt(MOST + shift) for shift in shifts)
        low = sqrt(Rational(self.least) + shifts[0])
        return (
            poly(line[1, 1]) * first * second + poly(line[0, 1]) * second + poly(line[1, 0]) * low
        )

    @cached_property
    def ends(self) -> Expr:
        """The same with the printed numbers."""
        shifts = tuple(Rational(greater) for greater, _ in self.shifts)
        return poly(self.constant) + self.at_ends(self.multiplied, shifts)

    @cached_property
    def signs(self) -> All:
        """What this takes: the signs of what stands before the roots."""
        line = self.multiplied
        return All((
            *(Inequality(0, "<=", poly(line[key]), self.box) for key in ((1, 1), (0, 1))),
            Inequality(poly(line[1, 0]), "<=", 0, self.box),
        ))

    def sums(self, factors: tuple[Any, Any, Any]) -> dict[int, Expr]:
        """The exact coefficients of the powers of √τ then."""
        return self.sums_at(factors, (self.roots(1)[0], self.roots(2)[0]))

    def sums_at(self, factors: tuple[Any, Any, Any], shifts: tuple[Any, Any]) -> dict[int, Expr]:
        """The same for other shifts."""
        line = self.product(factors)
        first, second = (sqrt(MOST + shift) for shift in shifts)
        low = sqrt(Rational(self.least) + shifts[0])
        before = {(0, 0): 1, (1, 1): first * second, (0, 1): second, (1, 0): low}
        powers = sorted({p for terms in line.values() for p in terms})
        return {
            p: Add(*(line[key][p] * f for key, f in before.items() if p in line[key]))
            for p in powers
        }

    def collects(self, factors: tuple[Any, Any, Any], printed: Terms) -> All:
        """The powers collected; each printed coefficient is a rounding."""
        line, sums = self.product(factors), self.sums(factors)
        before = poly(line[0, 0]) + self.at_ends(line, (C1, C2))
        return All((
            Identity(before, poly(self.sums_at(factors, (C1, C2)))),
            *(rounds(sums[p], c) for p, c in printed.items()),
        ))

    def lead(self, terms: Terms) -> Expr:
        """The coefficient of τ^{3/2} with the lower powers raised to it at the least τ."""
        low = sqrt(Rational(self.least))
        return Add(*(number(terms[p]) / low ** (3 - p) for p in range(4)))

    def lifted(self, terms: Terms) -> Expr:
        """The line with √τ, τ and 1 raised to τ^{3/2}, power by power."""
        low = sqrt(Rational(self.least))
        raised = (number(terms[p]) / low ** (3 - p) * ROOT**3 for p in range(3))
        return Add(*raised, poly({p: c for p, c in terms.items() if p > 2}))

    def sums_up(self, terms: Terms, printed: str) -> All:
        """The raised powers summed; the printed coefficient of τ^{3/2} is a rounding."""
        lead = self.lead(terms)
        rest = {p - 3: c for p, c in terms.items() if p > 3}
        return All((
            Identity(self.lifted(terms), ROOT**3 * (lead + poly(rest))), rounds(lead, printed),
        ))

    def lifts(self, terms: Terms) -> Inequality:
        """A collected line is at most that with its lower powers raised."""
        return Inequality(poly(terms), "<=", self.lifted(terms), self.box)

    def raises(self, terms: Terms) -> All:
        """What raising takes: τ at least the printed one, and lower coefficients > 0."""
        return All((
            Inequality(self.least, "<=", tau, self.box),
            *(Inequality(0, "<", number(terms[p]), HERE) for p in range(3)),
        ))

    def negative(self, last: Expr, roundings: str, spread: str) -> Inequality:
        """The last line with all roundings, over the denominators, is less than -spread."""
        top = last + Rational(roundings)
        bound = top / (self.denominator * self.below) + Rational(spread)
        return Inequality(bound, "<", 0, self.box)
