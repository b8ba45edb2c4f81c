"""Statements: what a certificate proves, read from plain JSON by a grammar with limits.

    statement   {"nodes": [node, …], "names": {label: node}, "claim": formula}
    node        ["rational", "1/2"] · ["variable", "mu"] · ["add", 0, 1] · ["pow", 0, -2] · …
                an operation of `operations`; nodes are named by their places, earlier ones only
    formula     one of the kinds of `FORMULAS`; all but identities and derivatives, which hold
                everywhere, lie on a box {variable: [lower, upper]}, or on ranges with infinite ends

Every formula is equivalent to (or, for `sufficient` kinds, implied by) a list of goals: node ≥ 0 or
node > 0 on a box or on ranges, node ≡ 0, node → 0, or a Krawczyk inclusion. A proof has one tree a
goal.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from itertools import combinations, islice
from math import comb
from typing import Any

from fixedpoint.trusted.algebra import Ends
from fixedpoint.trusted.calculus import Calculus
from fixedpoint.trusted.exact import exact
from fixedpoint.trusted.graph import Graph, children
from fixedpoint.trusted.operations import OPERATIONS

Ranges = dict[str, tuple[Fraction, Fraction]]
Json = Mapping[str, Any]

MAX_NODES, MAX_ARITY, MAX_POWER, MAX_VARIABLES, MAX_GOALS = 4000, 256, 64, 16, 400
MAX_NESTING, MAX_MAP = 80, 4
"""Of nodes, and how many variables a map has."""

RESERVED = set(OPERATIONS) - {"rational", "variable", "add", "mul", "pow"}
"""What a statement prints for something else than a variable."""


class Malformed(ValueError):
    """The input is not a statement or certificate of this format; the message says why."""


@dataclass(frozen=True)
class Goal:
    """What a tree has to show on every point of `box` outside the boxes `away`.

    `strict`: node > 0, else node ≥ 0. `zero`: node ≡ 0 for all real values of the variables, those
    in `positive` being > 0, wherever it is defined; or, with `grows` = (node, variable, ends), the
    node is what that one grows by between the ends, None being infinite. `derivative`: the node is
    a derivative, so a zero of it refutes nothing. `domain`: nodes that have to be defined where
    the node is evaluated, because a derivative may be defined where its function is not. `away`: a
    point may also be shown to have a value no less than that of some point of these boxes. `map`:
    for every value of the remaining variables the map {variable: node} has exactly one fixed point
    in the box, or none there if `excluded`. `unless`: (node, strict), and nothing is to be shown
    where node > 0 (≥ 0 if not strict) is false. `ranges`: node > 0 in their interior, or with
    `vanishing` the node tends to 0 as that variable tends to ∞. `refutes`: if the goal fails, so
    does the statement.
    """

    box: Ranges
    node: int = 0
    strict: bool = True
    zero: bool = False
    derivative: bool = False
    domain: tuple[int, ...] = ()
    positive: frozenset[str] = frozenset()
    away: tuple[Ranges, ...] = ()
    map: tuple[tuple[str, int], ...] = ()
    excluded: bool = False
    grows: tuple[int, str, Ends] | None = None
    unless: tuple[int, bool] | None = None
    ranges: Mapping[str, Ends] = field(default_factory=dict)
    vanishing: str = ""
    refutes: bool = True

    @property
    def pointwise(self) -> bool:
        """Whether it is an inequality at every point of the box."""
        return not (self.zero or self.map or self.ranges)


@dataclass(frozen=True)
class Statement:
    """A parsed statement: its graph and its goals."""

    graph: Graph
    calculus: Calculus
    goals: tuple[Goal, ...]
    source: Json

    def variables(self, goal: Goal) -> frozenset[str]:
        """Everything that the goal's nodes depend on."""
        return frozenset().union(*map(self.graph.free, (goal.node, *goal.domain)))


def parse(source: Any) -> Statement:
    """The statement that JSON data denotes; raises Malformed."""
    fields(source, "statement", {"nodes", "names", "claim"})
    graph = Graph()
    index: list[int] = []
    for entry in sequence(source["nodes"], "nodes", MAX_NODES):
        index.append(_node(graph, index, entry))
    _shallow(graph)
    names = mapping(source["names"], "names", MAX_NODES)
    for label, i in names.items():
        if graph.free(_reference(index, i)):
            raise Malformed(f"name {label[:40]!r} labels a node that is not constant")
    reader = _Reader(graph, Calculus(graph), index)
    goals = tuple(islice(reader.goals(source["claim"]), MAX_GOALS + 1))
    if not 0 < len(goals) <= MAX_GOALS:
        raise Malformed(f"a statement has between 1 and {MAX_GOALS} goals, not {len(goals)}")
    return Statement(graph, reader.calculus, goals, source)


def _shallow(graph: Graph) -> None:
    """Limit how deep nodes nest, and how many variables there are."""
    depth: list[int] = []
    for node in graph.nodes:
        depth.append(1 + max((depth[j] for j in children(node)), default=0))
    if max(depth, default=0) > MAX_NESTING:
        raise Malformed(f"nodes nest deeper than {MAX_NESTING}")
    if sum(node[0] == "variable" for node in graph.nodes) > MAX_VARIABLES:
        raise Malformed(f"more than {MAX_VARIABLES} variables")


@dataclass
class _Reader:
    graph: Graph
    calculus: Calculus
    index: list[int]

    def goals(self, formula: Any, depth: int = 0) -> Iterator[Goal]:
        kind = mapping(formula, "claim", 20).get("kind")
        if not isinstance(kind, str) or kind not in FORMULAS or depth > 4:
            raise Malformed(f"unknown kind of claim {str(kind)[:40]!r}, or nested too deep")
        keys, sufficient, build = FORMULAS[kind]
        fields(formula, f"claim of kind {kind}", {"kind", *keys})
        if kind == "all":
            if not formula["parts"]:
                raise Malformed("a conjunction has one part or more")
            for part in sequence(formula["parts"], "parts", MAX_GOALS):
                yield from self.goals(part, depth + 1)
        else:
            for goal in build(self, formula, parse_box(formula.get("box", {}))):
                yield replace(goal, refutes=not sufficient)

    def at(self, i: Any, box: Mapping[str, Any]) -> int:
        node = _reference(self.index, i)
        missing = self.graph.free(node) - set(box)
        if missing:
            raise Malformed(f"variable {min(missing)!r} has no interval in the box")
        return node

    def map(self, formula: Json, box: Ranges) -> tuple[tuple[str, int], ...]:
        pairs = mapping(formula["map"], "map", MAX_MAP)
        if not pairs or not set(pairs) <= set(box):
            raise Malformed("a map sends variables of the box to nodes")
        return tuple((name, self.at(i, box)) for name, i in pairs.items())

    # -- one method a kind of formula ------------------------------------------------------------

    def inequality(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """left < right, or left <= right, everywhere on the box."""
        node, strict = self._compared(formula, box)
        yield Goal(box, node, strict)

    def _compared(self, formula: Json, box: Mapping[str, Any]) -> tuple[int, bool]:
        """right − left, and whether that has to be > 0."""
        left, right = self.at(formula["left"], box), self.at(formula["right"], box)
        if formula["relation"] not in ("<", "<="):
            raise Malformed(f"unknown relation {str(formula['relation'])[:40]!r}")
        return self.graph.sub(right, left), formula["relation"] == "<"

    def implies(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """Wherever the premise holds on the box, the conclusion does: both are inequalities.

        With p > 0 and f > 0 for them: f ≥ m p and m > 0 for a factor m, or, without one, f > 0
        wherever p > 0. For p ≥ 0 it is f > m p and m ≥ 0; f ≥ 0 needs f ≥ m p alone.
        """
        for side in ("premise", "conclusion"):
            fields(formula[side], side, {"left", "relation", "right"})
        (p, premise), (f, strict) = (
            self._compared(formula[side], box) for side in ("premise", "conclusion")
        )
        if formula["factor"] is None:
            yield Goal(box, f, strict, unless=(p, premise))
        else:
            m, g = self.at(formula["factor"], box), self.graph
            yield Goal(box, m, strict=premise)
            yield Goal(box, g.sub(f, g.mul(m, p)), strict=strict and not premise)

    def unbounded(self, formula: Json, _: Ranges) -> Iterator[Goal]:
        """left < right everywhere in the interior of the ranges."""
        ranges = parse_ranges(formula["ranges"])
        left, right = self.at(formula["left"], ranges), self.at(formula["right"], ranges)
        yield Goal({}, self.graph.sub(right, left), ranges=ranges)

    def vanishes(self, formula: Json, _: Ranges) -> Iterator[Goal]:
        """A node tends to 0 as a variable tends to ∞, for all values inside their ranges of others.

        It does so faster than any power of the variable, which is > 0.
        """
        ranges, by = parse_ranges(formula["ranges"]), identifier(formula["by"])
        lower, upper = ranges.get(by, (None, None))
        if lower is None or lower < 0 or upper is not None:
            raise Malformed(f"the range of {by!r} starts at 0 or beyond and does not end")
        yield Goal({}, self.at(formula["of"], ranges), ranges=ranges, vanishing=by)

    def halfline(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """left < right for all values of a variable beyond `from`, inside the box of the others.

        right − left ≡ w h with a weight w > 0. On the last part h decreases strictly to the limit
        0, so it is positive. Two `cuts` leave a middle part, on which h > 0, and a first one, on
        which h increases strictly from a value ≥ 0.
        """
        g, by, start = self.graph, identifier(formula["by"]), number(formula["from"])
        cuts = [number(q) for q in sequence(formula["cuts"], "cuts", 2)] or [start, start]
        if by in box or len(cuts) == 1 or not 0 <= start <= cuts[0] <= cuts[1]:
            raise Malformed("a half-line starts at 0 or beyond, its cuts are two and in order")
        whole, tail = ({**box, by: (end, None)} for end in (start, cuts[1]))
        left, right, w, h = (
            self.at(formula[key], whole) for key in ("left", "right", "weight", "core")
        )
        slope, rest = self.calculus.derivative(h, by), g.sub(g.sub(right, left), g.mul(w, h))
        yield Goal({}, rest, zero=True, positive=frozenset({by}))
        yield Goal({}, w, ranges=whole, domain=(left, right))
        yield Goal({}, g.mul(g.rational(-1), slope), ranges=tail, domain=(h,))
        yield Goal({}, h, ranges=tail, vanishing=by)
        if formula["cuts"]:
            yield Goal({**box, by: (cuts[0], cuts[1])}, h)
        if start < cuts[0]:
            yield Goal({**box, by: (start, start)}, h, strict=False)
            yield Goal({**box, by: (start, cuts[0])}, slope, derivative=True, domain=(h,))

    def identity(self, formula: Json, _: Ranges) -> Iterator[Goal]:
        """left = right for all real values of the variables, those in `positive` being > 0."""
        left, right = (_reference(self.index, formula[side]) for side in ("left", "right"))
        yield self._zero(formula, left, right)

    def derivative(self, formula: Json, _: Ranges) -> Iterator[Goal]:
        """∂of/∂by = equals, likewise."""
        of, equals = (_reference(self.index, formula[key]) for key in ("of", "equals"))
        derived = self.calculus.derivative(of, identifier(formula["by"]))
        yield replace(self._zero(formula, derived, equals), domain=(of,))

    def monotone(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """of is strictly increasing (or decreasing) in by on the box: ∂of/∂by > 0 (or < 0)."""
        by, sense = identifier(formula["by"]), formula["sense"]
        if sense not in ("increasing", "decreasing") or by not in box:
            raise Malformed(f"unknown sense {str(sense)[:40]!r}, or {by!r} has no interval")
        if box[by][0] == box[by][1]:
            raise Malformed(f"the interval of {by!r} is a point: nothing increases on it")
        of = self.at(formula["of"], box)
        derived = self.calculus.derivative(of, by)
        sign = self.graph.rational(1 if sense == "increasing" else -1)
        yield Goal(box, self.graph.mul(sign, derived), derivative=True, domain=(of,))

    def _zero(self, formula: Json, left: int, right: int) -> Goal:
        names = map(identifier, sequence(formula["positive"], "positive", MAX_VARIABLES))
        return Goal({}, self.graph.sub(left, right), zero=True, positive=frozenset(names))

    def integral(self, formula: Json, _: Ranges) -> Iterator[Goal]:
        """The integral of a function by a variable is a value, for all values of the others.

        ∂(primitive)/∂by = of, and by the fundamental theorem the integral between `from` and `to`
        (null: infinite) is what the primitive grows by, at infinite ends in the limit.
        """
        keys = ("of", "primitive", "equals")
        of, primitive, equals = (_reference(self.index, formula[key]) for key in keys)
        by = identifier(formula["by"])
        start, stop = (None if formula[e] is None else number(formula[e]) for e in ("from", "to"))
        goal = self._zero(formula, self.calculus.derivative(primitive, by), of)
        if by in goal.positive or by in self.graph.free(equals):
            raise Malformed(f"{by!r} is integrated: it is real, and the value is free of it")
        if start is not None and stop is not None and start >= stop:
            raise Malformed("an integral goes from a lower end to an upper one")
        yield replace(goal, domain=(primitive,))
        yield replace(goal, node=equals, grows=(primitive, by, (start, stop)))

    def contraction(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """The largest singular value S of the map's Jacobian H is below a bound c > 0.

        S < c if and only if all eigenvalues λ of c²I − HᵀH are positive. As they are real, they are
        if and only if their elementary symmetric functions e_k are, for then no λ ≤ 0 is a zero
        of Π (t − λ) = Σ (−1)^k e_k t^(n−k), all of whose terms have one sign. With the sums m_j of
        the squares of all j × j minors of H, which are the e_j of HᵀH (Cauchy and Binet),

            e_k = Σ_j (−1)^j C(n − j, k − j) c^(2k−2j) m_j.
        """
        yield from self._contraction(self.map(formula, box), self.at(formula["bound"], box), box)

    def _contraction(
        self, pairs: tuple[tuple[str, int], ...], c: int, box: Ranges
    ) -> Iterator[Goal]:
        g, n = self.graph, len(pairs)
        h = [[self.calculus.derivative(i, name) for name, _ in pairs] for _, i in pairs]
        places = [list(combinations(range(n), j)) for j in range(n + 1)]
        squares = [
            g.add(*(g.power(self._minor(h, r, s), 2) for r in places[j] for s in places[j]))
            for j in range(1, n + 1)
        ]
        sums, c2, domain = [g.rational(1), *squares], g.power(c, 2), tuple(i for _, i in pairs)
        for k in range(n, 0, -1):
            terms = (
                g.mul(g.rational((-1) ** j * comb(n - j, k - j)), g.power(c2, k - j), sums[j])
                for j in range(k + 1)
            )
            yield Goal(box, g.add(*terms), domain=domain)
        yield Goal(box, c)

    def _minor(self, h: list[list[int]], rows: tuple[int, ...], columns: tuple[int, ...]) -> int:
        """The minor of these rows and columns, by its first row."""
        g, (row, *below) = self.graph, rows
        if not below:
            return h[row][columns[0]]
        terms = []
        for n, column in enumerate(columns):
            rest = columns[:n] + columns[n + 1 :]
            minor = self._minor(h, tuple(below), rest)
            terms.append(g.mul(g.rational((-1) ** n), h[row][column], minor))
        return g.add(*terms)

    def banach(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """The map has exactly one fixed point in the box and every orbit converges to it.

        Banach: the box is closed, convex and not empty; the map sends it into itself; by the mean
        value theorem and compactness it is a contraction in the Euclidean norm if S < 1.
        """
        pairs = self.map(formula, box)
        yield from self._contraction(pairs, self.graph.rational(1), box)
        yield from self._maps_into(pairs, box, box)

    def confines(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """Every fixed point of the map in the box lies in the last box of `into`.

        The map sends the box into the first, and each into the next: a fixed point is its image.
        Of the kind "reaches" it says that every orbit that starts in the box is in the n-th box
        after n steps, whatever values in the box the other variables take at each step.
        """
        pairs = self.map(formula, box)
        if not formula["into"]:
            raise Malformed("fixed points are confined to the last of one box or more")
        for step in sequence(formula["into"], "into", 16):
            ends = parse_box(step)
            if set(ends) != {name for name, _ in pairs}:
                raise Malformed("a box of `into` is on the map's variables")
            yield from self._maps_into(pairs, box, ends)
            box = {**box, **ends}

    def _maps_into(
        self, pairs: tuple[tuple[str, int], ...], box: Ranges, ends: Ranges
    ) -> Iterator[Goal]:
        for name, i in pairs:
            lower, upper = map(self.graph.rational, ends[name])
            yield Goal(box, self.graph.sub(i, lower), strict=False)
            yield Goal(box, self.graph.sub(upper, i), strict=False)

    def krawczyk(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """The map has exactly one fixed point in the box (for every value of the rest)."""
        yield Goal(box, map=self.map(formula, box))

    def excludes(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """The map has no fixed point in the box (for any value of the rest)."""
        yield Goal(box, map=self.map(formula, box), excluded=True)

    def extremum(self, formula: Json, box: Ranges) -> Iterator[Goal]:
        """lower ≤ max f ≤ upper on the box, a maximiser lies in one of the boxes `at` (or min)."""
        f, sense = self.at(formula["of"], box), formula["sense"]
        if sense not in ("max", "min"):
            raise Malformed(f"unknown sense {str(sense)[:40]!r}: max or min")
        lower, upper = (number(formula[end]) for end in ("lower", "upper"))
        places = tuple(parse_box(at) for at in sequence(formula["at"], "at", 64))
        point = parse_point(formula["point"])
        if not any(contains(place, degenerate(point)) for place in places) or any(
            not contains(box, place) for place in places
        ):
            raise Malformed("the point lies in none of the places, or a place outside the box")
        g = self.graph
        inner, outer = (lower, upper) if sense == "max" else (upper, lower)
        sign = g.rational(1 if sense == "max" else -1)
        above = g.mul(sign, g.sub(g.rational(outer), f))
        beyond = g.mul(sign, g.sub(f, g.rational(inner)))
        yield Goal(degenerate(point), beyond, strict=False)
        yield Goal(box, above, strict=False)
        yield Goal(box, g.mul(g.rational(-1), beyond), away=places)


_MAP = ("box", "map")
_Build = Callable[[_Reader, Json, Ranges], Iterator[Goal]]
FORMULAS: dict[str, tuple[tuple[str, ...], bool, _Build]] = {
    "inequality": (("box", "left", "relation", "right"), False, _Reader.inequality),
    "identity": (("positive", "left", "right"), False, _Reader.identity),
    "derivative": (("positive", "of", "by", "equals"), False, _Reader.derivative),
    "integral": (
        ("positive", "of", "by", "from", "to", "primitive", "equals"),
        True,
        _Reader.integral,
    ),
    "monotone": (("box", "of", "by", "sense"), False, _Reader.monotone),
    "contraction": ((*_MAP, "bound"), False, _Reader.contraction),
    "implies": (("box", "premise", "conclusion", "factor"), True, _Reader.implies),
    "unbounded": (("ranges", "left", "right"), True, _Reader.unbounded),
    "vanishes": (("ranges", "of", "by"), True, _Reader.vanishes),
    "halfline": (
        ("box", "by", "from", "left", "right", "weight", "core", "cuts"),
        True,
        _Reader.halfline,
    ),
    "banach": (_MAP, True, _Reader.banach),
    "confines": ((*_MAP, "into"), True, _Reader.confines),
    "reaches": ((*_MAP, "into"), True, _Reader.confines),
    "krawczyk": (_MAP, True, _Reader.krawczyk),
    "excludes": (_MAP, True, _Reader.excludes),
    "extremum": (("box", "sense", "of", "lower", "upper", "at", "point"), True, _Reader.extremum),
    "all": (("parts",), False, _Reader.inequality),
}
"""kind: (keys, whether its goals are only sufficient, how it becomes goals)."""


def _node(graph: Graph, index: list[int], entry: Any) -> int:
    op, *args = sequence(entry, "node", MAX_ARITY) or [None]
    operation = OPERATIONS.get(op) if isinstance(op, str) else None
    kinds = operation.kinds(len(args)) if operation else None
    if kinds is None:
        raise Malformed(f"node {len(index)} is not of the grammar")
    read: dict[str, Callable[[Any], Any]] = {"q": number, "v": identifier, "n": _small}
    read["x"] = partial(_reference, index)
    return graph.node(op, *(read[kind](arg) for kind, arg in zip(kinds, args, strict=True)))


def _small(n: Any) -> int:
    if type(n) is not int or abs(n) > MAX_POWER:
        raise Malformed(f"{str(n)[:40]!r} is not an integer from {-MAX_POWER} to {MAX_POWER}")
    return n


def _reference(index: list[int], i: Any) -> int:
    if type(i) is not int or not 0 <= i < len(index):
        raise Malformed(f"{str(i)[:40]!r} does not name an earlier node")
    return index[i]


# -- the shapes plain JSON may take ----------------------------------------------------------------


def fields(data: Any, what: str, keys: set[str]) -> None:
    """Require an object with exactly these keys."""
    found = set(mapping(data, what, 100))
    if found != keys:
        odd = min(found ^ keys)
        raise Malformed(f"{what}: key {odd[:40]!r} is {'missing' if odd in keys else 'unknown'}")


def mapping(data: Any, what: str, limit: int) -> Json:
    """Require an object of at most `limit` keys."""
    if not isinstance(data, dict) or len(data) > limit:
        raise Malformed(f"{what} must be an object of at most {limit} entries")
    return data


def sequence(data: Any, what: str, limit: int) -> list[Any]:
    """Require an array of at most `limit` items."""
    if not isinstance(data, list) or len(data) > limit:
        raise Malformed(f"{what} must be an array of at most {limit} items")
    return data


def identifier(data: Any) -> str:
    """Require a variable name: ASCII letters, digits, underscores."""
    word = isinstance(data, str) and len(data) <= 40 and data.isascii() and data.isidentifier()
    if not word or data in RESERVED:
        raise Malformed(f"{str(data)[:40]!r} is not a variable name")
    return str(data)


def number(data: Any) -> Fraction:
    """Require an exact number written as a string."""
    try:
        if not isinstance(data, str):
            raise TypeError
        return exact(data)
    except (TypeError, ValueError) as error:
        raise Malformed(f"{str(data)[:40]!r} is not an exact number written as a string") from error


def parse_box(data: Any) -> Ranges:
    """Require {variable: [lower, upper]} with lower ≤ upper."""
    box = {}
    for name, ends in mapping(data, "box", MAX_VARIABLES).items():
        if len(sequence(ends, f"interval of {name[:40]!r}", 2)) != 2:
            raise Malformed(f"the interval of {name[:40]!r} needs two ends")
        lower, upper = map(number, ends)
        if lower > upper:
            raise Malformed(f"the interval of {name[:40]!r} has lower > upper")
        box[identifier(name)] = (lower, upper)
    return box


def parse_ranges(data: Any) -> dict[str, Ends]:
    """Require {variable: [lower, upper]} with lower < upper; null is an infinite end."""
    ranges: dict[str, Ends] = {}
    for name, ends in mapping(data, "ranges", MAX_VARIABLES).items():
        if len(sequence(ends, f"range of {name[:40]!r}", 2)) != 2:
            raise Malformed(f"the range of {name[:40]!r} needs two ends")
        lower, upper = (None if end is None else number(end) for end in ends)
        if lower is not None and upper is not None and lower >= upper:
            raise Malformed(f"the range of {name[:40]!r} is empty")
        ranges[identifier(name)] = (lower, upper)
    return ranges


def parse_point(data: Any) -> dict[str, Fraction]:
    """Require {variable: number}."""
    pairs = mapping(data, "point", MAX_VARIABLES).items()
    return {identifier(name): number(q) for name, q in pairs}


def degenerate(point: Mapping[str, Fraction]) -> Ranges:
    """The box that is one point."""
    return {name: (q, q) for name, q in point.items()}


def contains(outer: Ranges, inner: Ranges) -> bool:
    """Whether the inner box lies in the outer one; both on the same variables."""
    return set(outer) == set(inner) and all(
        outer[name][0] <= a and b <= outer[name][1] for name, (a, b) in inner.items()
    )
