"""Activation functions as exact, immutable values: pieces c z^n exp(k z) between breakpoints."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sympy import (
    Add,
    Expr,
    Float,
    Integer,
    Mul,
    Piecewise,
    Rational,
    Symbol,
    SympifyError,
    exp,
    expand,
    nan,
    oo,
    sympify,
    true,
    zoo,
)

from fixedpoint.trusted.exact import exact

from .symbols import nu, tau, y, z

Term = tuple[Expr, int, int]
"""(c, n, k), the term c z^n exp(k z)."""


def as_exact(value: Any) -> Expr:
    """`value` as an exact SymPy expression.

    Takes an integer, a fraction, a decimal string or a SymPy expression.  Raises TypeError on a
    float (alone or inside an expression) and ValueError on text that is no number.
    """
    if isinstance(value, str | Fraction):
        number = exact(value)
        return Rational(number.numerator, number.denominator)
    try:
        found = None if isinstance(value, bool | float) else sympify(value, strict=True)
    except SympifyError:
        found = None
    if not isinstance(found, Expr) or found.has(Float):
        raise TypeError(f"{value!r} is not exact: use an integer, a fraction or a decimal string")
    return found


def terms(expr: Expr) -> tuple[Term, ...]:
    """The terms (c, n, k) of expr = sum of c z^n exp(k z), sorted by (k, n), none repeated.

    n >= 0 and k are integers, c is free of z.  Raises ValueError if expr has another form.
    """
    found: dict[tuple[int, int], Expr] = {}
    for summand in Add.make_args(expand(expr)):
        c, n, k = _term(summand)
        found[k, n] = found.get((k, n), Integer(0)) + c
    return tuple((found[k, n], n, k) for k, n in sorted(found) if found[k, n] != 0)


def _term(summand: Expr) -> Term:
    c, rest = summand.as_independent(z, as_Add=False) if summand.has(z) else (summand, Integer(1))
    n, k = 0, 0
    for factor in Mul.make_args(rest):
        base, power = factor.as_base_exp()
        slope = factor.exp / z if isinstance(factor, exp) else None
        if slope is not None and slope.is_Integer:
            k += int(slope)
        elif base == z and power.is_Integer and power > 0:
            n += int(power)
        elif factor != 1:
            raise ValueError(
                f"cannot represent {summand}: a piece is a finite sum of c*z**n*exp(k*z), "
                "n >= 0 and k integers"
            )
    if c.has(oo, -oo, zoo, nan) or c.is_real is False:
        raise ValueError(f"cannot represent {summand}: its coefficient is not a real number")
    return c, n, k


@dataclass(frozen=True)
class Piece:
    """The activation on lower < z < upper; end points exact or -oo, oo; expr in the symbol z.

    Raises TypeError on floats, ValueError if lower < upper is not certain or `expr` is not a
    finite sum of c z^n exp(k z).
    """

    lower: Expr
    upper: Expr
    expr: Expr

    def __post_init__(self) -> None:
        for field in ("lower", "upper", "expr"):
            object.__setattr__(self, field, as_exact(getattr(self, field)))
        ends = (self.lower, self.upper)
        if any(e.has(z) or not e.is_extended_real for e in ends) or (ends[0] < ends[1]) is not true:
            raise ValueError(f"a piece needs real numbers lower < upper, not {ends[0]}, {ends[1]}")
        terms(self.expr)

    @property
    def free_symbols(self) -> set[Symbol]:
        """Every symbol but z."""
        parts = (self.lower, self.upper, self.expr)
        return {s for part in parts for s in part.free_symbols if s != z}


@dataclass(frozen=True)
class Activation:
    """An activation function z -> R: pieces that cover the line, in order.

    parameters: positive SymPy symbols.  values: pairs (parameter, exact closed form), each in
    constants and in the parameters listed before it.  Raises TypeError on floats and ValueError
    on gaps, unknown symbols or parameters not positive.
    """

    name: str
    pieces: tuple[Piece, ...]
    parameters: tuple[Symbol, ...] = ()
    values: tuple[tuple[Symbol, Expr], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "pieces", tuple(self.pieces))
        object.__setattr__(self, "parameters", tuple(as_exact(p) for p in self.parameters))
        object.__setattr__(self, "values", tuple((p, as_exact(v)) for p, v in self.values))
        self._check_parameters()
        self._check_cover()
        self._check_values()

    def _check_parameters(self) -> None:
        for p in self.parameters:
            if not isinstance(p, Symbol) or not p.is_positive or p in (y, nu, tau):
                raise ValueError(f"{self.name}: parameter {p} is not a positive symbol of its own")
        unknown = set().union(*(q.free_symbols for q in self.pieces)) - set(self.parameters)
        if unknown:
            names = ", ".join(sorted(map(str, unknown)))
            raise ValueError(f"{self.name}: neither z nor a parameter: {names}")

    def _check_cover(self) -> None:
        uppers = [-oo, *(q.upper for q in self.pieces)]
        lowers = [*(q.lower for q in self.pieces), oo]
        for upper, lower in zip(uppers, lowers, strict=True):
            if upper != lower:
                raise ValueError(f"{self.name}: pieces do not meet between {upper} and {lower}")

    def _check_values(self) -> None:
        before: set[Symbol] = set()
        for p, value in self.values:
            if p not in self.parameters or p in before:
                raise ValueError(f"{self.name}: value for {p}, not a parameter or given twice")
            if not value.free_symbols <= before or value.is_positive is False:
                raise ValueError(f"{self.name}: value of {p} is not a positive constant: {value}")
            before.add(p)

    @property
    def piecewise(self) -> Expr:
        """The activation as one SymPy Piecewise in z."""
        return Piecewise(*((q.expr, z < q.upper) for q in self.pieces))

    def at_values(self, expr: Any) -> Any:
        """`expr` (an expression or a matrix) with the parameters replaced by their values."""
        for p, value in reversed(self.values):
            expr = expr.subs(p, value)
        return expr
