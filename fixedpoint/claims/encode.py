"""SymPy expressions as expression graphs: the bridge from what is stated to what is checked."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import sympy
from sympy import Add, E, Expr, Rational, Symbol, erfc, exp, expand, pi
from sympy.core.function import FunctionClass

from fixedpoint.decimals import text
from fixedpoint.model import gaussian
from fixedpoint.trusted.graph import Graph, reachable
from fixedpoint.trusted.operations import OPERATIONS, changed

FUNCTIONS = {
    function: op
    for op in OPERATIONS
    for home in (sympy, gaussian)
    for name in (op, op.capitalize())
    if isinstance(function := getattr(home, name, None), FunctionClass)
}
"""The SymPy functions that operations of graphs are named after, Abs being called abs."""


class Encoder:
    """Encodes SymPy expressions into one graph; `constants` are symbols with closed forms."""

    def __init__(self, constants: Mapping[Symbol, Expr]) -> None:
        self.constants = constants
        self.graph = Graph()
        self.names: dict[str, int] = {}
        self._done: dict[Expr, int] = {}

    def node(self, expr: Any) -> int:
        """The node of an expression; raises TypeError on what the graph cannot say or a float."""
        if expr not in self._done:
            self._done[expr] = self._encode(expr)
        return self._done[expr]

    def _encode(self, expr: Expr) -> int:
        g, args = self.graph, expr.args
        if expr.is_Rational:
            return g.rational(Fraction(expr.p, expr.q))
        if expr.is_Symbol:
            return self._symbol(expr)
        if expr == pi:
            return g.node("pi")
        if expr == E:
            return g.node("exp", g.rational(1))
        if expr.is_Add:
            return g.add(*map(self.node, args))
        if expr.is_Mul:
            return g.mul(*self._product(expr))
        if expr.is_Pow and (2 * args[1]).is_Integer:
            return self._power(self.node(args[0]), 2 * args[1])
        if expr.func in FUNCTIONS:
            return self._function(FUNCTIONS[expr.func], args)
        raise TypeError(f"a statement cannot contain {expr} ({expr.func.__name__})")

    def _function(self, op: str, args: tuple[Expr, ...]) -> int:
        kinds = OPERATIONS[op].kinds(len(args)) or ""
        read = {"n": _integer, "x": self.node}
        return self.graph.node(op, *(read[kind](a) for kind, a in zip(kinds, args, strict=True)))

    def _product(self, expr: Expr) -> list[int]:
        """The factors, with exp(a) erfc(w) as exp(a − w²) erfcx(w) where that is shorter.

        The two are equal for all real w. As printed, exp overflows and erfc underflows; a − w²
        often cancels to a few terms, as x²/(2y) does in the moments, and erfcx is tame.
        """
        powers = [f for f in expr.args if f.func == exp]
        tails = [f for f in expr.args if f.func == erfc]
        if len(powers) != 1 or len(tails) != 1:
            return [self.node(f) for f in expr.args]
        a, w = powers[0].args[0], tails[0].args[0]
        rest = expand(a - w**2)
        if len(Add.make_args(rest)) >= len(Add.make_args(expand(a))) and rest != 0:
            return [self.node(f) for f in expr.args]
        others = [self.node(f) for f in expr.args if f not in (*powers, *tails)]
        scaled = self.graph.node("erfcx", self.node(w))
        return [*others, scaled] if rest == 0 else [*others, self.node(exp(rest)), scaled]

    def _power(self, base: int, twice: Any) -> int:
        if twice % 2:
            return self.graph.power(self.graph.node("sqrt", base), int(twice))
        return self.graph.power(base, int(twice / 2))

    def _symbol(self, symbol: Symbol) -> int:
        if symbol not in self.constants:
            return self.graph.node("variable", symbol.name)
        node = self.node(self.constants[symbol])
        self.names[symbol.name] = node
        return node

    def nodes(self, roots: Iterable[int]) -> tuple[list[list[Any]], dict[int, int]]:
        """The nodes the roots need as JSON data, and where each went."""
        order = reachable(self.graph, [*roots, *self.names.values()])
        place = {i: n for n, i in enumerate(order)}
        return [_entry(self.graph.nodes[i], place) for i in order], place


def _integer(expr: Expr) -> int:
    if not expr.is_Integer:
        raise TypeError(f"a statement cannot contain an index {expr} that is no integer")
    return int(expr)


def _entry(node: tuple[Any, ...], place: Mapping[int, int]) -> list[Any]:
    op, *args = changed(node, place.__getitem__)
    return [op, *(text(a) if isinstance(a, Fraction) else a for a in args)]


def rational(q: Fraction) -> Rational:
    """A Fraction as a SymPy number."""
    return Rational(q.numerator, q.denominator)
