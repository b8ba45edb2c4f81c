"""What a claim can say, in SymPy expressions over exact boxes; pure data.

Each formula lowers to one JSON formula of the checker's grammar (`fixedpoint.trusted.statement`).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any

from sympy import Expr, Symbol

from fixedpoint.claims.encode import Encoder, rational
from fixedpoint.decimals import text
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.exact import Number, exact
from fixedpoint.trusted.program import Program

Json = dict[str, Any]


class Box(Mapping[Symbol, tuple[Fraction, Fraction]]):
    """An exact box: {variable: (lower, upper)}; ends are integers, fractions, decimal strings.

    Raises TypeError for a float, and ValueError for lower > upper or a positive variable's
    interval that is not.
    """

    def __init__(self, ends: Mapping[Symbol, tuple[Number, Number] | Number]) -> None:
        self._ends: dict[Symbol, tuple[Fraction, Fraction]] = {}
        for variable, pair in ends.items():
            lower, upper = map(exact, pair if isinstance(pair, tuple) else (pair, pair))
            if lower > upper:
                raise ValueError(f"{variable} in [{lower}, {upper}]: lower > upper")
            if variable.is_positive and lower <= 0:
                raise ValueError(f"{variable} in [{lower}, {upper}]: {variable} must be > 0")
            self._ends[variable] = (lower, upper)

    def __getitem__(self, variable: Symbol) -> tuple[Fraction, Fraction]:
        return self._ends[variable]

    def __iter__(self) -> Any:
        return iter(self._ends)

    def __len__(self) -> int:
        return len(self._ends)

    def but(self, ends: Mapping[Symbol, tuple[Number, Number] | Number]) -> "Box":
        """The same box with some intervals replaced."""
        return Box({**self._ends, **ends})

    def json(self) -> Json:
        return {v.name: [text(a), text(b)] for v, (a, b) in self._ends.items()}

    def __str__(self) -> str:
        return ", ".join(
            f"{v} = {text(a)}" if a == b else f"{v} in [{text(a)}, {text(b)}]"
            for v, (a, b) in self._ends.items()
        )


@dataclass(frozen=True)
class Node:
    """A place in a lowered formula where an expression stands."""

    expr: Expr

    @classmethod
    def of(cls, value: Any) -> "Node":
        """From a SymPy expression or an exact number."""
        return cls(value if isinstance(value, Expr) else rational(exact(value)))


class Formula:
    """Base of all formulas."""

    def lower(self) -> Json:
        """The checker's JSON formula, with a `Node` wherever it refers to an expression."""
        raise NotImplementedError


@dataclass(frozen=True)
class Inequality(Formula):
    """left < right or left <= right on the box."""

    left: Any
    relation: str
    right: Any
    box: Box

    def lower(self) -> Json:
        return {
            "kind": "inequality",
            "box": self.box.json(),
            "left": Node.of(self.left),
            "relation": self.relation,
            "right": Node.of(self.right),
        }


@dataclass(frozen=True)
class Implies(Formula):
    """Wherever the premise holds on the conclusion's box, the conclusion does.

    With a `factor` m, as 0 < p implies 0 < f if 0 < m and m p <= f; without one, part by part of
    the box: there the premise fails or the conclusion holds.
    """

    premise: Inequality
    conclusion: Inequality
    factor: Any = None

    def lower(self) -> Json:
        sides = {"premise": self.premise.lower(), "conclusion": self.conclusion.lower()}
        if sides["premise"]["box"] != sides["conclusion"]["box"]:
            raise ValueError("premise and conclusion of an implication are on one box")
        compared = {
            side: {key: lowered[key] for key in ("left", "relation", "right")}
            for side, lowered in sides.items()
        }
        factor = None if self.factor is None else Node.of(self.factor)
        return {"kind": "implies", "box": self.conclusion.box.json(), **compared, "factor": factor}


Range = tuple[Number | None, Number | None]


@dataclass(frozen=True)
class Unbounded(Formula):
    """left < right everywhere in the interior of ranges, whose ends are exact numbers or None.

    None is an infinite end. It is decided by exact algebra alone: see `fixedpoint.trusted.signs`.
    """

    left: Any
    right: Any
    ranges: Mapping[Symbol, Range]

    def lower(self) -> Json:
        return {
            "kind": "unbounded",
            "ranges": _ranges(self.ranges),
            "left": Node.of(self.left),
            "right": Node.of(self.right),
        }


@dataclass(frozen=True)
class Vanishes(Formula):
    """`of` tends to 0 faster than any power as `by` tends to ∞, inside the ranges of the others."""

    of: Any
    by: Symbol
    ranges: Mapping[Symbol, Range]

    def lower(self) -> Json:
        return {
            "kind": "vanishes",
            "ranges": _ranges(self.ranges),
            "of": Node.of(self.of),
            "by": self.by.name,
        }


def _ranges(ranges: Mapping[Symbol, Range]) -> Json:
    """Ranges as the checker reads them; ValueError for a positive variable's that is not."""
    for v, (lower, _) in ranges.items():
        if v.is_positive and (lower is None or exact(lower) < 0):
            raise ValueError(f"{v} must be > 0, and its range is not")
    return {
        v.name: [None if end is None else text(exact(end)) for end in ends]
        for v, ends in ranges.items()
    }


@dataclass(frozen=True)
class HalfLine(Formula):
    """left < right for all `by` > `start`, inside the box of the other variables.

    right − left = `weight` · h with weight > 0, and h decreases to 0 beyond the last of the `cuts`
    (beyond the start, if there are none), is positive between them and increases before the first.
    `core` is h, by default the quotient.
    """

    left: Any
    right: Any
    by: Symbol
    start: Number = 0
    weight: Any = 1
    cuts: tuple[Number, ...] = ()
    core: Any = None
    box: Box = field(default_factory=lambda: Box({}))

    def lower(self) -> Json:
        left, right, weight = (Node.of(e).expr for e in (self.left, self.right, self.weight))
        return {
            "kind": "halfline",
            "box": self.box.json(),
            "by": self.by.name,
            "from": text(exact(self.start)),
            "left": Node(left),
            "right": Node(right),
            "weight": Node(weight),
            "core": Node.of((right - left) / weight if self.core is None else self.core),
            "cuts": [text(exact(cut)) for cut in self.cuts],
        }


@dataclass(frozen=True)
class Identity(Formula):
    """left = right by exact algebra, for all values the variables' assumptions allow."""

    left: Any
    right: Any

    def lower(self) -> Json:
        left, right = Node.of(self.left), Node.of(self.right)
        return {"kind": "identity", "positive": positive(left, right), "left": left, "right": right}


@dataclass(frozen=True)
class Derivative(Formula):
    """d of / d by = equals by exact algebra, for all values the assumptions allow."""

    of: Expr
    by: Symbol
    equals: Any

    def lower(self) -> Json:
        of, equals = Node.of(self.of), Node.of(self.equals)
        return {
            "kind": "derivative",
            "positive": positive(of, equals),
            "of": of,
            "by": self.by.name,
            "equals": equals,
        }


@dataclass(frozen=True)
class Integral(Formula):
    """The integral of `of` d `by` over `ends` is `equals`, for all values of the other variables.

    `ends` are exact numbers, None for an infinite one; `primitive`: an antiderivative.
    """

    of: Expr
    by: Symbol
    ends: tuple[Number | None, Number | None]
    primitive: Expr
    equals: Any

    def lower(self) -> Json:
        of, primitive, equals = map(Node.of, (self.of, self.primitive, self.equals))
        start, stop = (None if end is None else text(exact(end)) for end in self.ends)
        return {
            "kind": "integral",
            "positive": positive(of, primitive, equals),
            "of": of,
            "by": self.by.name,
            "from": start,
            "to": stop,
            "primitive": primitive,
            "equals": equals,
        }


@dataclass(frozen=True)
class Monotone(Formula):
    """`of` is strictly "increasing" or "decreasing" in `by` on the box, by its derivative."""

    of: Expr
    by: Symbol
    sense: str
    box: Box

    def lower(self) -> Json:
        return {
            "kind": "monotone",
            "box": self.box.json(),
            "of": Node.of(self.of),
            "by": self.by.name,
            "sense": self.sense,
        }


def positive(*nodes: Node) -> list[str]:
    """Names of the variables in the expressions that are assumed positive."""
    symbols = set().union(*(node.expr.free_symbols for node in nodes))
    return sorted(symbol.name for symbol in symbols if symbol.is_positive)


@dataclass(frozen=True)
class MapFormula(Formula):
    """A statement about a map {variable: expression} of up to four variables of the box."""

    map: Mapping[Symbol, Expr]
    box: Box

    def lower(self) -> Json:
        return {
            "kind": type(self).__name__.lower(),
            "box": self.box.json(),
            "map": {v.name: Node.of(e) for v, e in self.map.items()},
        }


@dataclass(frozen=True)
class Contraction(MapFormula):
    """The largest singular value of the map's Jacobian is below `bound` on the box."""

    bound: Number = 1

    def lower(self) -> Json:
        return {**super().lower(), "bound": Node.of(self.bound)}


@dataclass(frozen=True)
class Confines(MapFormula):
    """Every fixed point of the map in the box lies in the last of the boxes `into`.

    The map sends the box into the first of them, and each into the next.
    """

    into: tuple[Box, ...] = ()

    def lower(self) -> Json:
        return {**super().lower(), "into": [box.json() for box in self.into]}


class Reaches(Confines):
    """Every orbit that starts in the box is in the n-th of the boxes `into` after n steps.

    The other variables of the box may take other values in it at each step.
    """


class Banach(MapFormula):
    """The map has one fixed point in the box and every orbit in the box converges to it."""


class Krawczyk(MapFormula):
    """The map has one fixed point in the box, for every value of the other variables."""


class Excludes(MapFormula):
    """The map has no fixed point in the box, for any value of the other variables."""


@dataclass(frozen=True)
class Extremum(Formula):
    """The maximum or minimum of an expression: to be enclosed, with the place it is attained.

    `sense` is "max" or "min"; `width` the largest width of the enclosure. The enclosure is found
    by the search and then stated and proved; it is no part of what the claim says.
    """

    sense: str
    of: Expr
    box: Box
    width: Fraction = Fraction(1, 10**9)

    @property
    def places(self) -> int:
        """Decimals that its enclosure is stated with: two more than the width needs."""
        return len(str(math.ceil(1 / self.width))) + 1

    def lower(self) -> Json:
        return {
            "kind": "extremum",
            "box": self.box.json(),
            "sense": self.sense,
            "of": Node.of(self.of),
        }


def value(f: Any, width: Fraction = Fraction(1, 10**32)) -> Extremum:
    """The enclosure of a constant: of its maximum over the only point without variables."""
    return Extremum("max", Node.of(f).expr, Box({}), width)


@dataclass(frozen=True)
class All(Formula):
    """Every part holds."""

    parts: tuple[Formula, ...]

    def lower(self) -> Json:
        return {"kind": "all", "parts": [part.lower() for part in self.parts]}


def chain(box: Box, *terms: Any) -> All:
    """a < b <= c …: terms and relations in turn."""
    steps = zip(terms[:-2:2], terms[1:-1:2], terms[2::2], strict=True)
    return All(tuple(Inequality(a, relation, b, box) for a, relation, b in steps))


def equal(left: Any, right: Any, box: Box) -> All:
    """left = right on the box, in two inequalities: so it fails, if it does, at a point there."""
    return All((Inequality(left, "<=", right, box), Inequality(right, "<=", left, box)))


def bounded(lower: Any, f: Any, upper: Any, box: Box, relation: str = "<=") -> All:
    """lower <= f <= upper on the box."""
    return chain(box, lower, relation, f, relation, upper)


def tends(
    f: Any, limit: Any, rate: Any, by: Symbol, weights: tuple[Any, Any], **beyond: Any
) -> All:
    """f tends to a limit as `by` tends to ∞: |f − limit| < rate beyond some point.

    The rate is C by^(−k), k > 0, or ValueError; `weights` are those of the two sides, as of a
    `HalfLine`.
    """
    constant, power = Node.of(rate).expr.as_coeff_exponent(by)
    if power.is_negative is not True or constant.is_positive is not True:
        raise ValueError(f"{rate} is not of the form C/{by}^k with C, k > 0")
    f, limit, rate = (Node.of(side).expr for side in (f, limit, rate))
    return All(
        (
            HalfLine(f - limit, rate, by, weight=weights[0], **beyond),
            HalfLine(limit - f, rate, by, weight=weights[1], **beyond),
        )
    )


def magnitude(f: Any, relation: str, bound: Any, box: Box) -> All:
    """|f| < bound or |f| <= bound on the box."""
    return bounded(-Node.of(bound).expr, f, bound, box, relation)


def rounds_to(f: Any, text: str, box: Box) -> All:
    """f rounds to the printed decimal: it lies within half a unit of its last digit."""
    value, unit = printed(text)
    return bounded(value - unit / 2, f, value + unit / 2, box)


def truncates_to(f: Any, text: str, box: Box) -> All:
    """f cut off after the last printed digit is the printed decimal, which is not zero."""
    value, unit = printed(text)
    if value < 0:
        return chain(box, value - unit, "<", f, "<=", value)
    return chain(box, value, "<=", f, "<", value + unit)


def printed(text: str) -> tuple[Fraction, Fraction]:
    """A printed decimal, such as -0.05 or 1.46191e9, and one unit of its last digit."""
    digits, _, power = text.partition("e")
    scale = Fraction(10) ** int(power or 0)
    return exact(digits) * scale, scale / 10 ** len(digits.partition(".")[2])


def statement(formula: Formula, constants: Mapping[Symbol, Expr]) -> Json:
    """The JSON statement of a formula; `constants` gives symbols their closed forms.

    Raises TypeError for what a statement cannot contain, and ValueError for symbols that it would
    not say faithfully: two of one name, or one of which SymPy assumes more than the statement says.
    """
    _faithful(_symbols(formula), constants)
    encoder = Encoder(constants)
    indexed = _replace(formula.lower(), lambda n: Node(encoder.node(n.expr)))
    roots: list[int] = []
    _replace(indexed, lambda n: roots.append(n.expr))
    nodes, place = encoder.nodes(roots)
    names = {label: place[i] for label, i in encoder.names.items()}
    return {"nodes": nodes, "names": names, "claim": _replace(indexed, lambda n: place[n.expr])}


PLAIN = [Symbol("x", **kind).assumptions0 for kind in ({}, {"real": True}, {"positive": True})]


def _symbols(part: Any) -> set[Symbol]:
    """Every symbol of a formula, or of a part of one."""
    if isinstance(part, Expr):
        return set(part.free_symbols)
    if isinstance(part, Formula):
        return _symbols(tuple(vars(part).values()))
    if isinstance(part, Mapping):
        return _symbols((*part, *part.values()))
    return set().union(*map(_symbols, part)) if isinstance(part, tuple) else set()


def _faithful(symbols: set[Symbol], constants: Mapping[Symbol, Expr]) -> None:
    known: dict[str, Symbol] = {}
    for symbol in symbols:
        if known.setdefault(symbol.name, symbol) != symbol:
            raise ValueError(f"two symbols are called {symbol.name}: give one another name")
        if symbol.assumptions0 not in PLAIN:
            raise ValueError(
                f"{symbol.name} is assumed to be more than real, or more than positive"
            )
        valued = symbol.is_positive and symbol in constants
        if valued and not _is_positive(symbol, tuple(constants.items())):
            raise ValueError(f"{symbol.name} is assumed to be positive, and its value is not")


@cache
def _is_positive(symbol: Symbol, constants: tuple[tuple[Symbol, Expr], ...]) -> bool:
    """Whether the value of a symbol is positive, by the trusted kernel."""
    encoder, kernel = Encoder(dict(constants)), Directed(64)
    node = encoder.node(symbol)
    return kernel.sign(Program(encoder.graph, kernel).at({})[node]) > 0


def _replace(data: Any, new: Callable[[Node], Any]) -> Any:
    if isinstance(data, Node):
        return new(data)
    if isinstance(data, dict):
        return {key: _replace(value, new) for key, value in data.items()}
    return [_replace(value, new) for value in data] if isinstance(data, list) else data
