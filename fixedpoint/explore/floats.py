"""Expressions in floating point over NumPy arrays: the same graphs as proofs use, not rigorous.

    T_k(x, y) = e^(−w²₀) erfcx(w)         for w = (x + ky)/√(2y) ≥ 0, w₀ = x/√(2y)
              = e^(kx + k²y/2) erfc(w)    for w < 0

so that nothing overflows where T_k does not. Constants come from the trusted kernel and are rounded
once. What is left is the rounding of a sum: an error of some 1e-16 times its largest term.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import special
from sympy import Expr, Symbol

from fixedpoint.claims.encode import Encoder
from fixedpoint.model.activation import Activation, terms
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.graph import Node, reachable
from fixedpoint.trusted.operations import OPERATIONS
from fixedpoint.trusted.program import Program

Array = NDArray[np.float64]
Values = dict[Any, Any]

CHUNK = 1 << 14
"""So many points at a time: their intermediate results stay in the cache."""

BITS = 96
"""Of the trusted kernel that computes the constants."""

FUNCTIONS: dict[str, Callable[[Array], Array]] = {
    op: getattr(home, op)
    for home in (special, np)
    for op, operation in OPERATIONS.items()
    if operation.signature == "x" and hasattr(home, op)
}
"""Functions of one node, from the library that has one of that name."""


class Floats:
    """Expressions as one function of arrays; `names` are its variables in order."""

    def __init__(
        self, exprs: Sequence[Expr], names: Sequence[str], constants: Mapping[Symbol, Expr]
    ) -> None:
        encoder = Encoder(constants)
        self.names = list(names)
        self._graph = graph = encoder.graph
        self._roots = [encoder.node(expr) for expr in exprs]
        unknown = set().union(*map(graph.free, self._roots)) - set(names)
        if unknown:
            raise ValueError(f"no value is known for {', '.join(sorted(unknown))}")
        needed = reachable(graph, self._roots)
        exact = Program(graph, Directed(BITS)).at({})
        closed = {i for i in needed if not graph.free(i)}
        self._closed = {i: nearest(Directed(BITS).bounds(exact[i])) for i in closed}
        self._open = [(i, graph.nodes[i]) for i in needed if i not in closed]

    def __call__(self, *arguments: Any) -> list[Array]:
        """The expressions at points whose coordinates broadcast against each other."""
        arrays = np.broadcast_arrays(*(np.asarray(a, dtype=np.float64) for a in arguments))
        shape = arrays[0].shape
        flat = [a.reshape(-1) for a in arrays]
        results = np.empty((len(self._roots), flat[0].size))
        for start in range(0, flat[0].size, CHUNK):
            part = slice(start, start + CHUNK)
            self._run([a[part] for a in flat], results[:, part])
        return [row.reshape(shape)[()] for row in results]

    def constant(self, n: int) -> float:
        """The n-th expression, which has no variables."""
        return self._closed[self._roots[n]]

    def _run(self, arrays: list[Array], results: Array) -> None:
        points = dict(zip(self.names, arrays, strict=True))
        values: Values = dict(self._closed)
        with np.errstate(under="ignore"):
            for i, node in self._open:
                values[i] = points[node[1]] if node[0] == "variable" else _step(node, values)
        for row, root in zip(results, self._roots, strict=True):
            row[:] = values[root]


def _step(node: Node, values: Values) -> Any:
    op, *args = node
    match op:
        case "add":
            return reduce(np.add, (values[i] for i in args))
        case "mul":
            return reduce(np.multiply, (values[i] for i in args))
        case "pow":
            return _power(values[args[0]], args[1])
        case "P":
            _, s, bell = _bell(args, values)
            return 2 / np.sqrt(np.pi) * bell / s
        case "T":
            return _tail(args, values)
    return FUNCTIONS[op](values[args[0]])


def _power(base: Any, n: int) -> Any:
    if n < 0:
        return 1 / _power(base, -n)
    return base * base if n == 2 else base**n


def _bell(args: Sequence[int], values: Values) -> Any:
    """(x/√(2y), √(2y), e^(−x²/(2y))), shared by all that have the same x and y."""
    key = ("bell", *args[-2:])
    if key not in values:
        x, y = values[args[-2]], values[args[-1]]
        s = np.sqrt(2 * y)
        ratio = x / s
        values[key] = ratio, s, np.exp(-ratio * ratio)
    return values[key]


def _tail(args: Sequence[int], values: Values) -> Any:
    """T_k: the first form everywhere, then the second where w < 0."""
    (k, i, j), (ratio, s, bell) = args, _bell(args, values)
    if k == 0:
        return special.erfc(ratio)
    w = np.atleast_1d(ratio + k / 2 * s)
    result = special.erfcx(np.maximum(w, 0)) * bell
    below = w < 0
    if below.any():
        x, y = (np.broadcast_to(values[n], w.shape)[below] for n in (i, j))
        result[below] = np.exp(k * x + k * k / 2 * y) * special.erfc(w[below])
    return result


def nearest(ends: tuple[Fraction, Fraction]) -> float:
    """The float nearest to the middle of a narrow enclosure."""
    return float((ends[0] + ends[1]) / 2)


def function(activation: Activation) -> Callable[[Any], Any]:
    """The activation over arrays, which keep their type; its parameters need values."""
    pieces = []
    for q in activation.pieces:
        summands = [(_number(activation, c), n, k) for c, n, k in terms(q.expr)]
        pieces.append((float(q.lower), float(q.upper), summands))

    def apply(z: Any) -> Any:
        result = np.zeros_like(z)
        for lower, upper, summands in pieces:
            inside = (lower <= z) & (z < upper)
            at = z[inside]
            result[inside] = sum(
                c * at**n * np.exp(k * at) if k else c * at**n for c, n, k in summands
            )
        return result

    return apply


def _number(activation: Activation, c: Expr) -> float:
    return float(Floats([c], [], dict(activation.values)).constant(0))
