"""An independent evaluation: statements' nodes from their definitions, with textbook derivatives.

Shares nothing with the checker but the list of nodes: MPFR intervals, no lowering of T and P, no
collecting of terms, derivatives by forward differentiation. Undefined raises `Undefined`.
"""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from fixedpoint.kernels.mpfr import Mpfr
from fixedpoint.trusted.kernel import Undefined

Dual = tuple[Any, Any]
"""An interval and that of its derivative."""

BASE: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "base.json").read_text(encoding="utf-8")
)
"""Real certificates, cheap to replay, of every kind of formula."""


class Reference:
    """Evaluates a list of nodes at points or boxes, with the derivative by one variable."""

    def __init__(self, nodes: Sequence[Sequence[Any]], bits: int = 160) -> None:
        self.nodes, self.k = nodes, Mpfr(bits)

    def value(self, i: int, at: Mapping[str, Any]) -> Any:
        """The interval of node i where each variable has an interval."""
        return self.dual(i, at, "")[0]

    def partial(self, i: int, at: Mapping[str, Any], by: str) -> Any:
        """The interval of the derivative of node i by a variable."""
        return self.dual(i, at, by)[1]

    def point(self, at: Mapping[str, Fraction]) -> dict[str, Any]:
        return {name: self.k.enclose(q) for name, q in at.items()}

    def dual(self, root: int, at: Mapping[str, Any], by: str) -> Dual:
        """Value and derivative, node by node; only what the root needs."""
        need, stack = set(), [root]
        while stack:
            i = stack.pop()
            if i not in need:
                need.add(i)
                stack.extend(_operands(self.nodes[i]))
        found: dict[int, Dual] = {}
        for i in sorted(need):
            found[i] = self._node(self.nodes[i], found, at, by)
        return found[root]

    def _node(
        self, node: Sequence[Any], found: Mapping[int, Dual], at: Mapping[str, Any], by: str
    ) -> Dual:
        k, (op, *args) = self.k, node
        zero = k.enclose(Fraction(0))
        match op:
            case "rational":
                return k.enclose(Fraction(args[0])), zero
            case "pi":
                return k.pi(), zero
            case "variable":
                return at[args[0]], k.enclose(Fraction(args[0] == by))
            case "add":
                parts = [found[i] for i in args]
                total = parts[0]
                for part in parts[1:]:
                    total = k.add(total[0], part[0]), k.add(total[1], part[1])
                return total
            case "mul":
                total = found[args[0]]
                for i in args[1:]:
                    total = self._times(total, found[i])
                return total
            case "pow":
                return self._power(found[args[0]], args[1])
            case "T":
                return self._t(args[0], found[args[1]], found[args[2]])
            case "P":
                return self._p(found[args[0]], found[args[1]])
        return self._function(op, found[args[0]])

    def _constant(self, q: Fraction | int) -> Dual:
        return self.k.enclose(Fraction(q)), self.k.enclose(Fraction(0))

    def _times(self, a: Dual, b: Dual) -> Dual:
        k = self.k
        return k.mul(a[0], b[0]), k.add(k.mul(a[1], b[0]), k.mul(a[0], b[1]))

    def _power(self, a: Dual, n: int) -> Dual:
        k = self.k
        inner = k.mul(k.enclose(Fraction(n)), k.power(a[0], n - 1)) if n else k.enclose(Fraction(0))
        return k.power(a[0], n), k.mul(inner, a[1])

    def _function(self, op: str, a: Dual) -> Dual:
        k, (u, du) = self.k, a
        value = getattr(k, op)(u)
        if op == "exp":
            partial = value
        elif op == "abs":
            if not k.sign(u):
                return value, self._at_a_kink(du)
            partial = k.div(value, u)
        elif op == "log":
            partial = k.power(u, -1)
        elif op == "sqrt":
            if not k.sign(value):
                return value, self._at_a_kink(du)
            partial = k.power(k.mul(k.enclose(Fraction(2)), value), -1)
        else:
            root = k.div(k.enclose(Fraction(2)), k.sqrt(k.pi()))
            if op == "erfcx":
                partial = k.sub(k.mul(k.mul(k.enclose(Fraction(2)), u), value), root)
            else:
                bell = k.mul(root, k.exp(k.neg(k.power(u, 2))))
                partial = bell if op == "erf" else k.neg(bell)
        return value, k.mul(partial, du)

    def _at_a_kink(self, du: Any) -> Any:
        """The partial of √u or |u| at 0, which is not needed where u is constant."""
        if du != self.k.enclose(Fraction(0)):
            raise Undefined("the partial of a root or an absolute value at 0")
        return du

    def _t(self, n: int, x: Dual, y: Dual) -> Dual:
        """exp(nx + n²y/2) erfc((x + ny)/√(2y))."""
        k = self.k
        ny = self._times(self._constant(n), y)
        grow = self._times(self._constant(n), x)
        drift = self._times(self._constant(Fraction(n * n, 2)), y)
        exponent = k.add(grow[0], drift[0]), k.add(grow[1], drift[1])
        shifted = k.add(x[0], ny[0]), k.add(x[1], ny[1])
        root = self._function("sqrt", self._times(self._constant(2), y))
        tail = self._function("erfc", self._times(shifted, self._power(root, -1)))
        return self._times(self._function("exp", exponent), tail)

    def _p(self, x: Dual, y: Dual) -> Dual:
        """√(2/(πy)) exp(−x²/(2y))."""
        pi = self.k.pi(), self.k.enclose(Fraction(0))
        inside = self._times(self._constant(2), self._power(self._times(pi, y), -1))
        ratio = self._times(self._power(x, 2), self._power(self._times(self._constant(-2), y), -1))
        return self._times(self._function("sqrt", inside), self._function("exp", ratio))


def _operands(node: Sequence[Any]) -> tuple[int, ...]:
    op = node[0]
    if op in ("rational", "variable", "pi"):
        return ()
    return tuple(node[1:2] if op == "pow" else node[2:] if op == "T" else node[1:])
