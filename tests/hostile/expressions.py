"""Attacks compiled expressions: random graphs over boxes, their derivatives and normal forms."""

import random
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from fixedpoint.trusted.algebra import is_zero
from fixedpoint.trusted.budget import Excess, limited
from fixedpoint.trusted.calculus import Calculus
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.graph import Graph
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.operations import OPERATIONS
from fixedpoint.trusted.program import Program
from tests.hostile.reference import Reference

if TYPE_CHECKING:
    from tests.hostile.containment import Tally

NAMES = ("x", "y")
FUNCTIONS = tuple(op for op, entry in OPERATIONS.items() if entry.signature == "x")


def build(draw: random.Random) -> tuple[Graph, list[int]]:
    """A random graph, biased to what statements are made of: monomials, T, P, functions."""
    g = Graph()
    x, y = (g.node("variable", name) for name in NAMES)
    numbers = [g.rational(Fraction(draw.randrange(-6, 7), draw.choice((1, 2, 5)))) for _ in "ab"]
    nodes = [x, y, x, y, *numbers, g.node("pi"), g.node("mul", x, y)]
    fresh = []
    for _ in range(draw.randrange(2, 8)):
        a, b, c = draw.choice(nodes), draw.choice(nodes), draw.choice(nodes)
        match draw.randrange(8):
            case 0 | 1:
                made = g.node("mul", a, b, c) if draw.random() < 0.3 else g.node("mul", a, b)
            case 2 | 3:
                made = g.node("add", a, b)
            case 4:
                made = g.node("pow", a, draw.choice((-3, -2, -1, 0, 2, 3, 4)))
            case 5:
                made = g.node("T", draw.randrange(-2, 4), a, draw.choice((y, b)))
            case 6:
                made = g.node("P", a, draw.choice((y, b)))
            case _:
                made = g.node(draw.choice(FUNCTIONS), a)
        nodes.append(made)
        fresh.append(made)
    return g, fresh


def box(draw: random.Random) -> dict[str, tuple[Fraction, Fraction]]:
    """x of either sign, y mostly positive; points, narrow and wide intervals."""
    ends = {}
    for name in NAMES:
        low = Fraction(draw.randrange(-64 if name == "x" else -3, 128), 32)
        width = Fraction(draw.choice((0, 1, 1, 16)), draw.choice((1, 8, 2**20, 2**70)))
        ends[name] = (low, low + width)
    return ends


def case(draw: random.Random, tally: "Tally") -> None:
    """The last nodes of a graph and their derivatives over a box, against points of it."""
    g, fresh = build(draw)
    calculus, ends = Calculus(g), box(draw)
    kernel = Directed(draw.choice((24, 53, 64, 100)))
    over = Program(g, kernel).at({n: kernel.enclose(*e) for n, e in ends.items()})
    source = [list(map(_plain, node)) for node in g.nodes]
    reference = Reference(source, 4 * kernel.bits)
    root = fresh[-1]
    for by in ("", *NAMES):
        tally.cases["derivative" if by else "expression"] += 1
        try:
            value = over[root]
            enclosure = kernel.bounds(over[calculus.derivative(root, by)] if by else value)
        except Undefined:
            continue
        for _ in range(2):
            at = {n: a + (b - a) * Fraction(draw.randrange(17), 16) for n, (a, b) in ends.items()}
            try:
                k = reference.k
                true = k.bounds(reference.dual(root, reference.point(at), by)[bool(by)])
            except Undefined as error:
                if not by and "limit" not in str(error):
                    tally.misses.append(f"{source} node {root} at {at}: accepted, {error}")
                continue
            if true[1] < enclosure[0] or enclosure[1] < true[0]:
                tally.misses.append(f"{source} node {root} by {by!r} at {at}: {true}")
    tally.cases["normal form"] += 1
    algebra(draw, g, fresh, tally)


def algebra(draw: random.Random, g: Graph, fresh: list[int], tally: "Tally") -> None:
    """A difference that vanishes by exact algebra has to vanish at every point."""
    u = draw.choice(fresh)
    v = draw.choice([*fresh, 0, 1])
    left, right = draw.choice(RULES)(g, u, v)
    if draw.random() < 0.3:
        left, right = u, v
    node, positive = g.sub(left, right), frozenset(draw.sample(NAMES, draw.randrange(3)))
    try:
        with limited(30_000):
            if not is_zero(g, node, {}, positive):
                return
    except Excess:
        return
    reference = Reference([list(map(_plain, n)) for n in g.nodes])
    for _ in range(3):
        at = {n: Fraction(draw.randrange(1 if n in positive else -99, 99), 32) for n in NAMES}
        try:
            value = reference.value(node, reference.point(at))
        except Undefined:
            continue
        if reference.k.sign(value):
            tally.misses.append(f"{reference.nodes} node {node} is no zero at {at}, {positive}")


def _root_of_square(g: Graph, u: int, v: int) -> tuple[int, int]:
    return g.node("sqrt", g.node("pow", u, 2)), u


def _root_of_product(g: Graph, u: int, v: int) -> tuple[int, int]:
    return g.node("sqrt", g.node("mul", u, v)), g.mul(g.node("sqrt", u), g.node("sqrt", v))


def _root_squared(g: Graph, u: int, v: int) -> tuple[int, int]:
    return g.mul(g.node("sqrt", u), g.node("sqrt", u)), u


def _negative_erfc(g: Graph, u: int, v: int) -> tuple[int, int]:
    minus = g.mul(g.rational(-1), u)
    return g.node("erfc", minus), g.sub(g.rational(2), g.node("erfc", u))


def _even_erfc(g: Graph, u: int, v: int) -> tuple[int, int]:
    return g.node("erfc", g.mul(g.rational(-1), u)), g.node("erfc", u)


def _exp_of_sum(g: Graph, u: int, v: int) -> tuple[int, int]:
    return g.node("exp", g.add(u, v)), g.mul(g.node("exp", u), g.node("exp", v))


def _exp_of_product(g: Graph, u: int, v: int) -> tuple[int, int]:
    return g.node("exp", g.mul(u, v)), g.add(g.node("exp", u), g.node("exp", v))


def _scaled_erfc(g: Graph, u: int, v: int) -> tuple[int, int]:
    return g.node("erfcx", u), g.mul(g.node("exp", g.power(u, 2)), g.node("erfc", u))


def _complement(g: Graph, u: int, v: int) -> tuple[int, int]:
    return g.add(g.node("erf", u), g.node("erfc", u)), g.rational(1)


def _moment(g: Graph, u: int, v: int) -> tuple[int, int]:
    root = g.power(g.node("sqrt", g.mul(g.rational(2), v)), -1)
    tail = g.node("erfc", g.mul(g.add(u, v), root))
    return g.node("T", 1, u, v), g.mul(
        g.node("exp", g.add(u, g.mul(g.rational(Fraction(1, 2)), v))), tail
    )


def _density(g: Graph, u: int, v: int) -> tuple[int, int]:
    under = g.power(g.mul(g.node("pi"), v), -1)
    fall = g.mul(g.rational(Fraction(-1, 2)), g.power(u, 2), g.power(v, -1))
    scale = g.node("sqrt", g.mul(g.rational(2), under))
    return g.node("P", u, v), g.mul(scale, g.node("exp", fall))


RULES = (
    _density, _root_of_square, _root_of_product, _root_squared, _negative_erfc, _even_erfc,
    _exp_of_sum, _exp_of_product, _scaled_erfc, _complement, _moment,
)  # fmt: skip


def _plain(part: Any) -> Any:
    return str(part) if isinstance(part, Fraction) else part
