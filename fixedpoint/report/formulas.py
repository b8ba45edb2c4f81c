"""Formal statements as lines of marks, which MathML and LaTeX then draw each in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sympy import Expr, Symbol, preorder_traversal

from fixedpoint.certificates.show import interior
from fixedpoint.claims.about import About
from fixedpoint.claims.formulas import (
    All,
    Contraction,
    Derivative,
    Extremum,
    Formula,
    HalfLine,
    Identity,
    Implies,
    Inequality,
    Integral,
    MapFormula,
    Monotone,
    Node,
    Unbounded,
    Vanishes,
)
from fixedpoint.trusted.exact import Number

LINES, SYMBOLS = 8, 80
"""At most so many lines a claim, and symbols and operations in each formula of it."""

SAYS = {
    "Banach": "has one fixed point in the box, and every orbit in the box converges to it",
    "Confines": "has all its fixed points in the last of the boxes that it maps the box into",
    "Excludes": "has no fixed point in the box, for any value of the other variables",
    "Reaches": "sends the box into each of the boxes in turn",
    "Krawczyk": "has one fixed point in the box, for every value of the other variables",
}
RELATIONS = {"<=": "≤", "<": "<", "=": "="}


@dataclass(frozen=True)
class Sign:
    """A relation."""

    text: str


@dataclass(frozen=True)
class Words:
    """Words between formulas."""

    text: str


@dataclass(frozen=True)
class Partial:
    """∂of/∂by."""

    of: Expr
    by: Symbol


@dataclass(frozen=True)
class Integrated:
    """The integral of a function; an end that is None is infinite."""

    of: Expr
    by: Symbol
    ends: tuple[Number | None, Number | None]


Mark = Any
"""A SymPy expression, or one of the above."""
Line = Sequence[Mark]


class Formulas:
    """Formulas in the letters of the work that the claims are about."""

    def __init__(self, about: About) -> None:
        self.about, self.letters, self.maps = about, about.letters(), about.maps()

    def lines(self, formula: Formula) -> list[Line]:
        """The lines of a formal statement, or none if it is too long to be read.

        An equation whose two sides look alike in these letters is left out.
        """
        leaves = list(_leaves(formula))
        if len(leaves) > 2 * LINES or any(map(self._long, leaves)):
            return []
        lines: list[list[Mark]] = []
        right: Any = None
        for leaf in leaves:
            line = list(self._line(leaf))
            if isinstance(leaf, Inequality):
                if lines and right == (Node.of(leaf.left), leaf.box):
                    lines[-1] += line[1:]
                else:
                    lines.append(line)
                right = Node.of(leaf.right), leaf.box
            else:
                right = None
                lines.append(line)
        unique = [line for n, line in enumerate(lines) if line not in lines[:n]]
        told = [line for line in unique if len(line) != 3 or line[0] != line[2]]
        return list(told) if len(lines) <= LINES else []

    def lettered(self, expr: Any) -> Expr:
        """An expression or exact number in the letters of the work."""
        return Node.of(expr).expr.xreplace(self.letters)

    def _long(self, leaf: Formula) -> bool:
        if isinstance(leaf, Implies):
            return self._long(leaf.premise) or self._long(leaf.conclusion)
        sides = [vars(leaf)[key] for key in ("left", "right", "of", "equals") if key in vars(leaf)]
        shown = (preorder_traversal(self.lettered(side)) for side in sides)
        return len(list(islice(chain.from_iterable(shown), SYMBOLS + 1))) > SYMBOLS

    def _line(self, leaf: Formula) -> Iterator[Mark]:
        shown, equal = self.lettered, Sign("=")
        match leaf:
            case Inequality(left, relation, right, _):
                yield from (shown(left), Sign(RELATIONS[relation]), shown(right))
            case HalfLine(left, right) | Unbounded(left, right):
                domain = interior(leaf.lower())
                yield from (shown(left), Sign("<"), shown(right), Words(f"for {domain}"))
            case Vanishes(of, by, _):
                yield from (shown(of), Words("tends to 0 as"), by, Words("tends to infinity"))
                yield Words(f"for {interior(leaf.lower())}")
            case Implies(premise, conclusion, _):
                yield from (Words("if"), *self._line(premise))
                yield from (Words("then"), *self._line(conclusion))
            case Identity(left, right):
                yield from (shown(left), equal, shown(right))
            case Derivative(of, by, equals):
                yield from (Partial(shown(of), by), equal, shown(equals))
            case Integral(of, by, ends, _, equals):
                yield from (Integrated(shown(of), by, ends), equal, shown(equals))
            case Monotone(of, by, sense, _):
                yield from (shown(of), Words(f"is strictly {sense} in"), by)
            case Extremum(sense, of, box, _):
                yield from ([Words(sense)] if box else [])
                yield shown(of)
            case MapFormula():
                yield from self._map(leaf)
            case _:
                yield Words(type(leaf).__name__)

    def _map(self, leaf: MapFormula) -> Iterator[Mark]:
        name = self.maps.get(tuple(leaf.map.values()))
        subject: Mark = Symbol(name) if name else Words("the map")
        if isinstance(leaf, Contraction):
            yield Words("the largest singular value of the Jacobian of")
            yield from (subject, Words("is below"), self.lettered(leaf.bound))
        else:
            yield from (subject, Words(SAYS.get(type(leaf).__name__, type(leaf).__name__)))


def _leaves(formula: Formula) -> Iterator[Formula]:
    if isinstance(formula, All):
        for part in formula.parts:
            yield from _leaves(part)
    else:
        yield formula
