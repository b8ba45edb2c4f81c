"""Graphs run in a kernel: each node is evaluated at most once a box, closed nodes once a kernel.

T_k and P are lowered to the kernel's functions so that they share their parts:

    s = √(2y)   E = exp(−x²/(2y))   P = 2 E/(√π s)   T_0 = erfc(x/s)   T_k = E erfcx(x/s + k s/2)
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from typing import Any, Generic, TypeVar

from fixedpoint.trusted.budget import spend
from fixedpoint.trusted.graph import FUNCTIONS, Graph, children, reachable
from fixedpoint.trusted.kernel import Kernel

I = TypeVar("I")
Step = Callable[[dict[int, Any]], Any]


class Program(Generic[I]):
    """A graph bound to a kernel; `at` evaluates its nodes over boxes."""

    def __init__(self, graph: Graph, kernel: Kernel[I]) -> None:
        self.graph, self.kernel = graph, kernel
        self._lowered: dict[int, int] = {}
        self._closed: dict[int, I] = {}
        self._steps: dict[int, list[tuple[int, Step]]] = {}
        self._made: dict[int, tuple[int, Step]] = {}

    def at(self, box: Mapping[str, I]) -> "Evaluation[I]":
        """An evaluation over the box {variable: interval}."""
        return Evaluation(self, box)

    def steps(self, root: int) -> list[tuple[int, Step]]:
        """The schedule of open nodes that a root needs."""
        if root not in self._steps:
            graph, closed = self.graph, self._closed
            order = reachable(graph, [self.lower(root)])
            for i in order:
                if not graph.free(i) and i not in closed:
                    spend(self.cost(i))
                    closed[i] = self._step(i)(closed)
            used = {j for i in order if graph.free(i) for j in children(graph.nodes[i])}
            self._steps[root] = [
                self._open(i)
                for i in order
                if (graph.free(i) or i in used or i == order[-1]) and not graph.is_variable(i)
            ]
        return self._steps[root]

    def _open(self, i: int) -> tuple[int, Step]:
        if i not in self._made:
            shut = not self.graph.free(i)
            self._made[i] = (i, _constant(self._closed[i]) if shut else self._step(i))
        return self._made[i]

    def cost(self, i: int) -> int:
        """About how many microseconds node i takes, in units of the budget."""
        op = self.graph.nodes[i][0]
        if op in FUNCTIONS and op != "sqrt":
            return function_cost(self.kernel.bits)
        return 2 * len(self.graph.nodes[i]) + self.kernel.bits // 32

    def lower(self, root: int) -> int:
        """The node with every T_k and P below it replaced by kernel functions."""
        if root not in self._lowered:
            for i in reachable(self.graph, [root]):
                if i not in self._lowered:
                    self._lowered[i] = self._lower(i)
        return self._lowered[root]

    def _lower(self, i: int) -> int:
        g, (op, *args) = self.graph, self.graph.nodes[i]
        low = self._lowered
        if op not in ("T", "P"):
            kids = children(g.nodes[i])
            if all(low[j] == j for j in kids):
                return i
            return g.node(op, *(low[j] if n < len(kids) else j for n, j in enumerate(args)))
        x, y = low[args[-2]], low[args[-1]]
        s = g.node("sqrt", g.mul(g.rational(2), y))
        ratio = g.node("mul", x, g.power(s, -1))  # not folded: x = 0 still needs y > 0
        bell = g.node("exp", g.mul(g.rational(-1), g.power(ratio, 2)))
        if op == "P":
            root_pi = g.node("sqrt", g.node("pi"))
            return g.mul(g.rational(2), bell, g.power(g.mul(root_pi, s), -1))
        if args[0] == 0:
            return g.node("erfc", ratio)
        shifted = g.add(ratio, g.mul(g.rational(Fraction(args[0], 2)), s))
        return g.mul(bell, g.node("erfcx", shifted))

    def _step(self, i: int) -> Step:
        kernel, (op, *args) = self.kernel, self.graph.nodes[i]
        match op:
            case "rational":
                return lambda v: kernel.enclose(args[0])
            case "pi":
                return lambda v: kernel.pi()
            case "add" | "mul":
                fold = getattr(kernel, op)
                return lambda v: reduce(fold, [v[j] for j in args])
            case "pow":
                return lambda v: kernel.power(v[args[0]], args[1])
        function = getattr(kernel, op)
        return lambda v: function(v[args[0]])


class Evaluation(Generic[I]):
    """Enclosures of the nodes of a program over one box, computed when asked for."""

    def __init__(self, program: Program[I], box: Mapping[str, I]) -> None:
        self._program = program
        variable = program.graph.node
        self._values = {variable("variable", name): interval for name, interval in box.items()}

    def __getitem__(self, root: int) -> I:
        """An enclosure of node `root` over the box; Undefined where the node is."""
        values = self._values
        steps = self._program.steps(root)
        spend(len(steps) >> 3)
        for i, step in steps:
            if i not in values:
                spend(self._program.cost(i))
                values[i] = step(values)
        return values[self._program.lower(root)]


def function_cost(bits: int) -> int:
    """About how many microseconds a function takes at most, in units of the budget."""
    return 50 + bits**2 // 60


def _constant(value: Any) -> Step:
    return lambda v: value
