"""The operations of expression graphs: one entry each, which every reader of graphs goes by.

With T_k(x, y) = exp(kx + k²y/2) erfc((x + ky)/√(2y)) and P(x, y) = √(2/(πy)) exp(−x²/(2y)), y > 0:

    ∂x T_k = k T_k − P            ∂y T_k = (k²/2) T_k + (x − k y)/(2y) P
    ∂x P   = −(x/y) P             ∂y P   = (x² − y)/(2y²) P

A rule is written for a builder `g`, be it of nodes of a graph or of normal forms. A new function is
an entry here and a method of its name in each kernel.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Rule = Callable[..., Any]

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Operation:
    """What a node (operation, *arguments) means.

    `signature`: the kinds of its arguments: q a rational, v a name, n an integer, x a node, and
    "x+" two nodes or more. `partials`: its derivatives by its nodes, rule(g, its value,
    *arguments). `evaluated`: what a kernel evaluates in its place, rule(g, *arguments); else the
    kernel has a method of its name. `rewritten`: what the normal form puts in its place, likewise;
    else its values stand for themselves. `positive`: it is > 0 wherever it is defined. `linear`:
    its derivatives are linear in such operations, with Laurent polynomials as coefficients.
    `series`: a kernel sums a series for it. `definition`: what its name stands for in print, if
    not known.
    """

    signature: str
    partials: tuple[Rule, ...] = ()
    evaluated: Rule | None = None
    rewritten: Rule | None = None
    positive: bool = False
    linear: bool = False
    series: bool = False
    definition: str = ""

    def kinds(self, count: int) -> str | None:
        """The kinds of so many arguments; None if it does not take so many."""
        kinds = "x" * count if self.signature == "x+" and count > 1 else self.signature
        return kinds if len(kinds) == count else None

    @property
    def nodes(self) -> slice:
        """Where in a tuple (operation, *arguments) its nodes stand, side by side."""
        first, count = self.signature.find("x") + 1, self.signature.count("x")
        last = None if "+" in self.signature else first + count
        return slice(first, last) if count else slice(0)


def _gauss(g: Any, u: Any) -> Any:
    """(2/√π) exp(−u²), the derivative of erf."""
    return g.mul(_two_over_root_pi(g), g.node("exp", g.mul(g.rational(-1), g.power(u, 2))))


def _two_over_root_pi(g: Any) -> Any:
    return g.mul(g.rational(2), g.power(g.node("sqrt", g.node("pi")), -1))


def _moment_by_x(g: Any, f: Any, k: int, x: Any, y: Any) -> Any:
    return g.sub(g.mul(g.rational(k), f), g.node("P", x, y))


def _moment_by_y(g: Any, f: Any, k: int, x: Any, y: Any) -> Any:
    p, over_2y = g.node("P", x, y), g.mul(g.rational(HALF), g.power(y, -1))
    tail = g.mul(g.sub(x, g.mul(g.rational(k), y)), over_2y, p)
    return g.add(g.mul(g.rational(k * k * HALF), f), tail)


def _density_by_x(g: Any, f: Any, x: Any, y: Any) -> Any:
    return g.mul(g.rational(-1), x, g.power(y, -1), f)


def _density_by_y(g: Any, f: Any, x: Any, y: Any) -> Any:
    over_2y = g.mul(g.rational(HALF), g.power(y, -1))
    return g.mul(g.sub(g.power(x, 2), y), over_2y, g.power(y, -1), f)


def _moment(g: Any, k: int, x: Any, y: Any) -> Any:
    """exp(kx + k²y/2) erfc((x + ky)/√(2y))."""
    drift = g.add(g.mul(g.rational(k), x), g.mul(g.rational(k * k * HALF), y))
    over_s = g.power(g.node("sqrt", g.mul(g.rational(2), y)), -1)
    shifted = g.add(x, g.mul(g.rational(k), y))
    return g.mul(g.node("exp", drift), g.node("erfc", g.mul(shifted, over_s)))


def _density(g: Any, x: Any, y: Any) -> Any:
    """√(2/(πy)) exp(−x²/(2y))."""
    scale = g.node("sqrt", g.mul(g.rational(2), g.power(g.mul(g.node("pi"), y), -1)))
    return g.mul(scale, g.node("exp", g.mul(g.power(x, 2), g.rational(-HALF), g.power(y, -1))))


def _shared(g: Any, x: Any, y: Any) -> tuple[Any, Any, Any]:
    """s = √(2y), x/s and E = exp(−x²/(2y)), which all T_k and P of the same x, y share."""
    s = g.node("sqrt", g.mul(g.rational(2), y))
    ratio = g.node("mul", x, g.power(s, -1))  # not folded: x = 0 still needs y > 0
    return s, ratio, g.node("exp", g.mul(g.rational(-1), g.power(ratio, 2)))


def _moment_evaluated(g: Any, k: int, x: Any, y: Any) -> Any:
    """T_k = E erfcx(x/s + k s/2), which neither overflows nor cancels; T_0 = erfc(x/s)."""
    s, ratio, bell = _shared(g, x, y)
    if k == 0:
        return g.node("erfc", ratio)
    return g.mul(bell, g.node("erfcx", g.add(ratio, g.mul(g.rational(k * HALF), s))))


def _density_evaluated(g: Any, x: Any, y: Any) -> Any:
    """P = 2 E/(√π s)."""
    s, _, bell = _shared(g, x, y)
    return g.mul(g.rational(2), bell, g.power(g.mul(g.node("sqrt", g.node("pi")), s), -1))


OPERATIONS: dict[str, Operation] = {
    "rational": Operation("q"),
    "variable": Operation("v"),
    "pi": Operation("", positive=True),
    "add": Operation("x+"),
    "mul": Operation("x+"),
    "pow": Operation("xn"),
    "sqrt": Operation("x", (lambda g, f, u: g.mul(g.rational(HALF), g.power(f, -1)),)),
    "abs": Operation(
        "x",
        (lambda g, f, u: g.mul(f, g.power(u, -1)),),  # and so not defined at 0
        rewritten=lambda g, u: g.node("sqrt", g.power(u, 2)),
    ),
    "exp": Operation("x", (lambda g, f, u: f,), positive=True, series=True),
    "log": Operation("x", (lambda g, f, u: g.power(u, -1),), series=True),
    "erf": Operation(
        "x",
        (lambda g, f, u: _gauss(g, u),),
        rewritten=lambda g, u: g.sub(g.rational(1), g.node("erfc", u)),
        series=True,
    ),
    "erfc": Operation(
        "x", (lambda g, f, u: g.mul(g.rational(-1), _gauss(g, u)),), positive=True, series=True
    ),
    "erfcx": Operation(
        "x",
        (lambda g, f, u: g.sub(g.mul(g.rational(2), u, f), _two_over_root_pi(g)),),
        rewritten=lambda g, u: g.mul(g.node("exp", g.power(u, 2)), g.node("erfc", u)),
        positive=True,
        series=True,
    ),
    "T": Operation(
        "nxx",
        (_moment_by_x, _moment_by_y),
        _moment_evaluated,
        _moment,
        positive=True,
        linear=True,
        definition="T(k, x, y) = exp(k*x + k^2*y/2)*erfc((x + k*y)/sqrt(2*y))",
    ),
    "P": Operation(
        "xx",
        (_density_by_x, _density_by_y),
        _density_evaluated,
        _density,
        positive=True,
        linear=True,
        definition="P(x, y) = sqrt(2/(pi*y))*exp(-x^2/(2*y))",
    ),
}

NODES = {op: operation.nodes for op, operation in OPERATIONS.items()}


def changed(node: tuple[Any, ...], change: Callable[[int], Any]) -> tuple[Any, ...]:
    """The node, each of the nodes it is built from changed, its other arguments as they are."""
    start, stop, _ = NODES[node[0]].indices(len(node))
    return (*node[:start], *map(change, node[start:stop]), *node[stop:])
