"""Expression graphs: the language in which statements are written, evaluated and differentiated.

A graph is a list of nodes, each a tuple (operation, *arguments) whose arguments name earlier nodes
only, so there are no cycles by construction; equal nodes are stored once.

    rational q · variable name · pi                           leaves
    add i j … · mul i j … · pow i n (n an integer)            arithmetic
    sqrt i · exp i · T k i j · P i j · …                      functions, as in `operations`
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from fixedpoint.trusted.budget import Excess, spend
from fixedpoint.trusted.operations import NODES

Node = tuple[Any, ...]

SIZE_LIMIT = 2**16
"""Bits of the longest rational."""


class Graph:
    """A growing list of hash-consed nodes; the constructors fold exact rationals."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._index: dict[Node, int] = {}
        self._free: list[frozenset[str]] = []

    def node(self, op: str, *args: Any) -> int:
        """The index of a node, taken as it stands."""
        key = (op, *args)
        spend(1 + len(args))
        found = self._index.get(key)
        if found is None:
            spend(5 + len(key))
            found = self._index[key] = len(self.nodes)
            self.nodes.append(key)
            self._free.append(
                frozenset(args)
                if op == "variable"
                else frozenset().union(*(self._free[i] for i in children(key)))
            )
        return found

    def free(self, i: int) -> frozenset[str]:
        """Names of the variables node i depends on."""
        return self._free[i]

    def is_variable(self, i: int) -> bool:
        """Whether node i is a variable."""
        return bool(self.nodes[i][0] == "variable")

    def value(self, i: int) -> Fraction | None:
        """The rational that node i is, or None."""
        node = self.nodes[i]
        return node[1] if node[0] == "rational" else None

    def rational(self, q: Fraction | int) -> int:
        return self.node("rational", short(Fraction(q)))

    def add(self, *args: int) -> int:
        constant, rest = self._fold(args, Fraction(0), lambda a, b: a + b)
        if constant or not rest:
            rest.append(self.rational(constant))
        return rest[0] if len(rest) == 1 else self.node("add", *rest)

    def mul(self, *args: int) -> int:
        constant, rest = self._fold(args, Fraction(1), lambda a, b: a * b)
        if not constant or not rest:
            return self.rational(constant)
        if constant != 1:
            rest.insert(0, self.rational(constant))
        return rest[0] if len(rest) == 1 else self.node("mul", *rest)

    def sub(self, i: int, j: int) -> int:
        return self.add(i, self.mul(self.rational(-1), j))

    def power(self, i: int, n: int) -> int:
        q = self.value(i)
        if n == 0:
            return self.rational(1)
        if n == 1:
            return i
        if q is not None and (q or n > 0):
            return self.rational(short(q, abs(n)) ** n)
        return self.node("pow", i, n)

    def _fold(self, args: Iterable[int], unit: Fraction, fold: Any) -> tuple[Fraction, list[int]]:
        constant, rest = unit, []
        for i in args:
            spend(2)
            q = self.value(i)
            if q is None:
                rest.append(i)
            else:
                constant = short(fold(constant, q))
        return constant, rest


def short(q: Fraction, times: int = 1) -> Fraction:
    """The same number; raises Excess if it is too long, or its power `times` is."""
    bits = q.numerator.bit_length() + q.denominator.bit_length()
    if bits * times > SIZE_LIMIT and q not in (0, 1, -1):
        raise Excess("a number is too long")
    spend(bits >> 4)
    return q


def children(node: Node) -> Node:
    """The nodes a node is built from."""
    return node[NODES[node[0]]]


def reachable(graph: Graph, roots: Iterable[int]) -> list[int]:
    """Every node the roots depend on, in an order in which arguments come first."""
    seen: set[int] = set()
    stack = list(roots)
    while stack:
        i = stack.pop()
        if i not in seen:
            spend(1)
            seen.add(i)
            stack.extend(children(graph.nodes[i]))
    return sorted(seen)
