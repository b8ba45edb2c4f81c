"""Graphs run in a kernel: each node is evaluated at most once a box, closed nodes once a kernel.

Operations that are evaluated by others, as T_k and P, are lowered to those: they share their parts.
"""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, Generic, TypeVar

from fixedpoint.trusted.budget import spend
from fixedpoint.trusted.graph import Graph, children, reachable
from fixedpoint.trusted.kernel import Kernel
from fixedpoint.trusted.operations import OPERATIONS, changed

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
        if OPERATIONS[self.graph.nodes[i][0]].series:
            return function_cost(self.kernel.bits)
        return 2 * len(self.graph.nodes[i]) + self.kernel.bits // 32

    def lower(self, root: int) -> int:
        """The node with all below it that is evaluated by other operations replaced by them."""
        if root not in self._lowered:
            for i in reachable(self.graph, [root]):
                if i not in self._lowered:
                    self._lowered[i] = self._lower(i)
        return self._lowered[root]

    def _lower(self, i: int) -> int:
        graph, node = self.graph, self.graph.nodes[i]
        op, *args = changed(node, self._lowered.__getitem__)
        evaluated = OPERATIONS[op].evaluated
        if evaluated is not None:
            return int(evaluated(graph, *args))
        return i if (op, *args) == node else graph.node(op, *args)

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
