"""The rules of Lemma 19, as the proof of Lemma 20 applies them; and with what they leave out.

An error is given in units of ε. To first order ε = 0 in the terms that have it as a factor; for the
true bound ε = 2⁻⁵², and every operation is rounded.
"""

from dataclasses import dataclass
from typing import Any

from sympy import Abs, Expr, Integer, Rational, erfc, exp, pi, sqrt

EXACT = Integer(0)


@dataclass(frozen=True)
class Model:
    """What ε is in second-order terms, and how many ε an operation or a function is rounded by."""

    epsilon: Expr = EXACT
    operation: Expr = EXACT
    function: Expr = EXACT


FIRST_ORDER = Model()
ROUNDED = Model(Rational(1, 2**52), Integer(1), Integer(3))
"""ε = 2⁻⁵²; + - · / √ are right up to one ulp, exp and erfc up to three; an ulp of f is <= ε|f|."""


@dataclass(frozen=True)
class Value:
    """A number f that is known up to ε · error, if all of `small` are at most 1."""

    f: Expr
    error: Expr
    model: Model = FIRST_ORDER
    small: tuple[Expr, ...] = ()

    def _with(
        self, f: Expr, error: Expr, rounding: Expr, small: Expr | None = None,
        other: "Value | None" = None,
    ) -> "Value":
        """f with this error of its operands, and the rounding of what is computed from them."""
        computed = Abs(f, evaluate=False) + self.model.epsilon * error
        taken = (*self.small, *(other.small if other else ()), *([] if small is None else [small]))
        taken = tuple(dict.fromkeys(taken))
        return Value(f, error + rounding * computed, self.model, taken)

    def _exact(self, other: Any) -> "Value":
        return other if isinstance(other, Value) else Value(Integer(other), Integer(0), self.model)

    def __add__(self, other: Any) -> "Value":
        other = self._exact(other)
        error = self.error + other.error
        return self._with(self.f + other.f, error, self.model.operation, None, other)

    def __sub__(self, other: Any) -> "Value":
        other = self._exact(other)
        error = self.error + other.error
        return self._with(self.f - other.f, error, self.model.operation, None, other)

    def __mul__(self, other: Any) -> "Value":
        other = self._exact(other)
        first = self.error * Abs(other.f) + other.error * Abs(self.f)
        second = self.model.epsilon * self.error * other.error
        error = first + second
        return self._with(self.f * other.f, error, self.model.operation, None, other)

    def __truediv__(self, other: Any) -> "Value":
        other = self._exact(other)
        first = self.error * Abs(other.f) + other.error * Abs(self.f)
        least = Abs(other.f) - self.model.epsilon * other.error
        return self._with(
            self.f / other.f, first / (Abs(other.f) * least), self.model.operation,
            2 * self.model.epsilon * other.error / Abs(other.f), other,
        )

    def __neg__(self) -> "Value":
        return Value(-self.f, self.error, self.model, self.small)

    def root(self) -> "Value":
        """1 - √(1 - t) <= t/2 (1 + t) for t = ε error/f in [0, 1]."""
        t = self.model.epsilon * self.error / self.f
        change = self.error / (2 * sqrt(self.f)) * (1 + t)
        return self._with(sqrt(self.f), change, self.model.operation, t)

    def exp(self) -> "Value":
        """e^t - 1 <= t (1 + t) for t = ε error in [0, 1]."""
        t = self.model.epsilon * self.error
        return self._with(exp(self.f), exp(self.f) * self.error * (1 + t), self.model.function, t)

    def erfc(self) -> "Value":
        """The slope is largest at the least |argument|, of square >= f² - 2|f|ε error."""
        nearest = self.f**2 - 2 * Abs(self.f) * self.model.epsilon * self.error
        change = 2 / sqrt(pi) * exp(-nearest) * self.error
        return self._with(erfc(self.f), change, self.model.function)


__all__ = ["FIRST_ORDER", "ROUNDED", "Model", "Value"]
