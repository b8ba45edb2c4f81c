"""What an error or a rounding does to an expression: exactly, in all orders of ε.

Every value f with an error of at most e ε becomes f + s e ε d with d in [-1, 1] and s in [0, 1]. If
c ε s + F and c ε s - F increase in s, where F is the expression of such values as it stands, then
F at s = 1 is off from F at s = 0, the exact value, by less than c ε.
"""

from collections.abc import Mapping
from typing import Any

from sympy import Expr, Integer, Rational, Symbol, erfc, exp, sqrt

from fixedpoint.claims import All, Box, Identity, Monotone

EPSILON = Rational(1, 2**52)
FUNCTION = 3
"""By how many ulps exp and erfc are off."""
s = Symbol("s", real=True)
"""The share of the errors."""
Errors = Mapping[Symbol, tuple[Any, Any]]
"""By a letter for it: a value and how many ε it is off by at most."""


def _exact(error: Any) -> Expr:
    return error if isinstance(error, Expr) else Rational(error)


class Evaluation:
    """The errors of one evaluation, each a letter in [-1, 1]."""

    def __init__(self) -> None:
        self.letters: list[Symbol] = []

    def _letter(self) -> Symbol:
        self.letters.append(Symbol(f"d{len(self.letters) + 1}", real=True))
        return self.letters[-1]

    def known(self, f: Any, error: Any = 1) -> Expr:
        """A value that is off by at most this many ε."""
        return f + s * EPSILON * _exact(error) * self._letter()

    def rounded(self, f: Expr, ulps: int = 1) -> Expr:
        """The result of an operation that is right up to so many ulps; an ulp is at most ε|f|."""
        return f * (1 + s * EPSILON * ulps * self._letter())

    def given(self, *values: Any) -> list[Expr]:
        """Values with errors of ε."""
        return [self.known(value) for value in values]

    def add(self, *terms: Expr) -> Expr:
        """The sum, from the left."""
        total, *rest = terms
        for term in rest:
            total = self.rounded(total + term)
        return total

    def mul(self, *factors: Expr) -> Expr:
        """The product, from the left."""
        total, *rest = factors
        for factor in rest:
            total = self.rounded(total * factor)
        return total

    def div(self, f: Expr, g: Expr) -> Expr:
        """The quotient."""
        return self.rounded(f / g)

    def root(self, f: Expr) -> Expr:
        """The square root."""
        return self.rounded(sqrt(f))

    def exp(self, f: Expr) -> Expr:
        """The exponential function."""
        return self.rounded(exp(f), FUNCTION)

    def erfc(self, f: Expr) -> Expr:
        """The complementary error function."""
        return self.rounded(erfc(f), FUNCTION)

    def off_by_less(self, f: Expr, bound: Any, box: Box) -> All:
        """What is evaluated is off by less than this many ε."""
        share = Rational(bound) * EPSILON * s
        whole = Box({**box, **dict.fromkeys(self.letters, (-1, 1)), s: (0, 1)})
        return All(tuple(Monotone(share + g, s, "increasing", whole) for g in (f, -f)))


def perturbed(f: Expr, errors: Errors) -> tuple[Evaluation, Expr]:
    """f with errors of its letters."""
    e = Evaluation()
    values = {v: e.known(*pair) for v, pair in errors.items() if v in f.free_symbols}
    return e, f.xreplace(values)


def moves_less(f: Expr, bound: Any, errors: Errors, box: Box) -> All:
    """f, in letters with these errors, is off by less than this many ε."""
    e, g = perturbed(f, errors)
    names = g.free_symbols
    return e.off_by_less(g, bound, Box({v: ends for v, ends in box.items() if v in names}))


def computes(e: Evaluation, f: Expr, exact: Expr, bound: Any, domain: Box) -> All:
    """What is evaluated as f is `exact`, but for less than this many ε."""
    names = f.free_symbols
    box = Box({w: ends for w, ends in domain.items() if w in names})
    exactly = Identity(f.xreplace({s: Integer(0)}), exact)
    return All((exactly, *e.off_by_less(f, bound, box).parts))


__all__ = ["EPSILON", "Errors", "Evaluation", "computes", "moves_less", "perturbed", "s"]
