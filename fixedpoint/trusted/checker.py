"""The checker: replays the trees of a certificate in the trusted kernel. It never searches.

A tree is a string of tokens in preorder; each acts on the box at hand, first the whole domain.
Variables are numbered 0 … 9 a … f.

    s2        bisect variable 2 at its exact midpoint: the lower half follows, then the upper half
    f+0-3     face: ∂f/∂v₀ ≤ 0 and ∂f/∂v₃ ≥ 0 on the whole box, so f ≥ its minimum over the face
              v₀ = upper end, v₃ = lower end, which follows
    n         leaf: the natural interval extension of f over the box is positive
    m08g      leaf: the mean value form f(c) + Σ ∂ᵢf(box)(boxᵢ − cᵢ) is positive, where digit i of
              0 … 9 a … g tells how many sixteenths of the way up boxᵢ the centre cᵢ lies
    q08g      leaf: Taylor's form of second order, f(c) + Σ ∂ᵢf(c) dᵢ + ½ Σ ∂ᵢ∂ⱼf(box) dᵢ dⱼ with
              d = box − c, is positive
    a         leaf: the box lies in a place where nothing is claimed (extrema only)
    z         leaf: f is identically zero, by its normal form (≥ 0, or an identity); or tends to it
    u         leaf: the premise of an implication is false on the box
    p         leaf: f is positive in its ranges, by the signs of its normal form's coefficients
    k         leaf: the Krawczyk operator maps the box of the map's variables into its interior, or,
              to exclude fixed points, into what does not meet it

The halves and the face cover what they replace by construction, so a tree that ends with no box
left over has covered the domain exactly.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from fixedpoint.trusted.algebra import is_integral, is_zero
from fixedpoint.trusted.budget import spend
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.kernel import Kernel, Undefined
from fixedpoint.trusted.program import Evaluation, Program
from fixedpoint.trusted.signs import is_positive, vanishes
from fixedpoint.trusted.statement import Goal, Ranges, Statement, contains, degenerate

MAX_DEPTH, MAX_BITS, MAX_TOKENS, MAX_SIZE = 400, 256, 200_000, 20_000
"""Of a tree, of the working precision, of all trees, and bits of an end in a matrix."""

EARNED, MAX_EARNED = 1000, 60_000_000
"""Units of work (see `budget`) that a character of a tree earns, and that all earn together."""

_FACE = re.compile(r"f(?:[+-][0-9a-f]){1,16}", re.ASCII)
_SPLIT = re.compile(r"s[0-9a-f]", re.ASCII)
_FORM = re.compile(r"[mq][0-9a-g]{1,16}", re.ASCII)
TOKENS, LEAVES = (_SPLIT, _FACE, _FORM), {"n", "a", "z", "k", "u", "p"}
DIGITS = "0123456789abcdefg"


class Rejected(Exception):
    """The certificate does not prove its statement; the message says where."""


@dataclass
class Effort:
    """What a replay took: boxes visited and graph evaluations."""

    boxes: int = 0
    evaluations: int = 0


def replay(statement: Statement, trees: list[str], bits: int) -> Effort:
    """Replay one tree a goal; raises Rejected where a tree proves nothing."""
    if sum(tree.count(" ") + 1 for tree in trees) > MAX_TOKENS:
        raise Rejected(f"more than {MAX_TOKENS} tokens")
    if len(trees) != len(statement.goals):
        raise Rejected(f"{len(statement.goals)} goals need as many trees, not {len(trees)}")
    spend(-min(MAX_EARNED, EARNED * sum(map(len, trees))))
    programs = [Program(statement.graph, Directed(bits << n)) for n in range(3)]
    effort = Effort()
    for number, (goal, tree) in enumerate(zip(statement.goals, trees, strict=True)):
        for box, token in walk(goal.box, tree.split(" "), f"tree {number}"):
            effort.boxes += 1
            if not any(_holds(statement, p, goal, box, token, effort) for p in programs):
                raise Rejected(f"tree {number}: step {token[:20]!r} fails on {show(box)[:400]}")
    return effort


def walk(domain: Ranges, tokens: list[str], where: str) -> Iterator[tuple[Ranges, str]]:
    """Every (box, token) of a tree; raises Rejected unless the leaves cover the domain."""
    names = list(domain)
    stack = [(domain, 0)]
    for token in tokens:
        if not stack:
            raise Rejected(f"{where}: tokens left over after the domain is covered")
        box, depth = stack.pop()
        if depth > MAX_DEPTH:
            raise Rejected(f"{where}: deeper than {MAX_DEPTH}")
        parts = _parts(box, names, token, where)
        yield box, token
        stack += [(part, depth + 1) for part in reversed(parts)]
    if stack:
        left = show(stack[-1][0])[:400]
        raise Rejected(f"{where}: ends before the domain is covered; left is {left}")


def _parts(box: Ranges, names: list[str], token: str, where: str) -> tuple[Ranges, ...]:
    """The boxes that a token leaves to be shown; raises Rejected for what is no token."""
    if _SPLIT.fullmatch(token):
        return halves(box, variable(names, token[1]))
    if _FACE.fullmatch(token):
        return (face(box, names, token),)
    if token in LEAVES or (_FORM.fullmatch(token) and len(token) == len(names) + 1):
        return ()
    raise Rejected(f"{where}: unknown token {token[:20]!r}")


def halves(box: Ranges, name: str) -> tuple[Ranges, Ranges]:
    """The box bisected at the exact midpoint of one variable."""
    lower, upper = box[name]
    middle = (lower + upper) / 2
    return {**box, name: (lower, middle)}, {**box, name: (middle, upper)}


def face(box: Ranges, names: list[str], token: str) -> Ranges:
    """The face a token "f+0-3" names: + fixes a variable at its upper end, - at its lower."""
    fixed = dict(box)
    for sign, i in faces(token):
        end = box[variable(names, i)][sign == "+"]
        fixed[variable(names, i)] = (end, end)
    return fixed


def faces(token: str) -> list[tuple[str, str]]:
    """The (sign, variable number) pairs of a face token."""
    return list(zip(token[1::2], token[2::2], strict=True))


def centre(box: Ranges, digits: str) -> dict[str, Fraction]:
    """The point a mean value token names."""
    return {
        name: lower + (upper - lower) * Fraction(DIGITS.index(digit), 16)
        for (name, (lower, upper)), digit in zip(box.items(), digits, strict=True)
    }


def variable(names: list[str], i: str) -> str:
    """The variable that a digit of a token numbers."""
    if DIGITS.index(i) >= len(names):
        raise Rejected(f"variable {i} of {len(names)}")
    return names[DIGITS.index(i)]


def _holds(
    statement: Statement, program: Program[Any], goal: Goal, box: Ranges, token: str, effort: Effort
) -> bool:
    if token[0] == "s":  # a map's own variables are never split: its one fixed point is in one part
        return goal.excluded or variable(list(box), token[1]) not in dict(goal.map)
    effort.evaluations += 1
    step = Step(statement, program, goal, box)
    with suppress(Undefined):
        return step.holds(token)
    return False


class Step:
    """One box of a tree in one kernel: each method says whether its test holds, rigorously."""

    def __init__(
        self, statement: Statement, program: Program[Any], goal: Goal, box: Ranges
    ) -> None:
        self.statement, self.program, self.goal, self.box = statement, program, goal, box
        self.kernel: Kernel[Any] = program.kernel
        self.enclosures = {name: self.kernel.enclose(*ends) for name, ends in box.items()}
        self.over: Evaluation[Any] = program.at(self.enclosures)
        self._at: dict[Any, Any] = {}

    def holds(self, token: str) -> bool:
        """Whether the test that a token names holds; Undefined where f is."""
        match token[0]:
            case "f":
                return self.face(token)
            case "m":
                return self.mean_value(token[1:])
            case "q":
                return self.second_order(token[1:])
            case "n":
                return self.natural()
            case "a":
                return self.inside()
            case "z":
                return self.zero()
            case "u":
                return self.premise_fails()
            case "p":
                return self.positive()
        return self.fixed_point()

    def value(self) -> Any:
        """The natural interval extension of the goal's node over the box."""
        self._defined(self.over)
        return self.over[self.goal.node]

    def partial(self, name: str, node: int | None = None) -> Any:
        """An enclosure of ∂f/∂name over the box (f or another node), defined where f is."""
        node = self.goal.node if node is None else node
        self._defined(self.over)
        self.over[node]  # for its Undefined: log x is not defined at −1, where 1/x is
        return self.over[self.statement.calculus.derivative(node, name)]

    def _positive(self, enclosure: Any) -> bool:
        kernel = self.kernel
        return kernel.sign(enclosure) > 0 if self.goal.strict else kernel.nonnegative(enclosure)

    def fails(self, value: Any) -> bool:
        """Whether an enclosure of the goal's node at a point shows that the goal fails there."""
        goal, kernel = self.goal, self.kernel
        if goal.zero:
            return kernel.sign(value) != 0 and goal.grows is None
        return kernel.nonpositive(value) if self._touching else kernel.sign(value) < 0

    def touches(self) -> bool:
        """Whether f = 0 at a point, by exact algebra, where f > 0 is the goal."""
        return self.goal.pointwise and self._touching and self.identically_zero()

    @property
    def _touching(self) -> bool:
        """f = 0 refutes f > 0; but a function may increase strictly though its slope touches 0."""
        return self.goal.strict and not self.goal.derivative

    def natural(self) -> bool:
        """f(box) > 0, or ≥ 0 for a goal that is not strict."""
        return self.goal.pointwise and self._positive(self.value())

    def mean_value(self, digits: str) -> bool:
        """f(c) + Σ ∂ᵢf(box)(boxᵢ − cᵢ) > 0: the mean value theorem on a convex box."""
        return self.goal.pointwise and self._positive(self.mean_value_form(digits))

    def mean_value_form(self, digits: str, node: int | None = None) -> Any:
        """An enclosure of f (or another node) by the mean value form around the named centre."""
        kernel, c = self.kernel, centre(self.box, digits)
        total = self.at(c, node)
        for name, (lower, upper) in self.box.items():
            if lower < upper:
                offset = kernel.enclose(lower - c[name], upper - c[name])
                total = kernel.add(total, kernel.mul(self.partial(name, node), offset))
        return total

    def second_order(self, digits: str) -> bool:
        """f(c) + Σ ∂ᵢf(c) dᵢ + ½ Σ ∂ᵢ∂ⱼf(box) dᵢ dⱼ > 0: Taylor's theorem on a convex box."""
        if not self.goal.pointwise:
            return False
        self.value()  # for its Undefined: where f is not, Taylor's theorem says nothing
        kernel, derivative = self.kernel, self.statement.calculus.derivative
        c = centre(self.box, digits)
        total, thick = self.at(c), [name for name, (a, b) in self.box.items() if a < b]
        offset = {n: kernel.enclose(self.box[n][0] - c[n], self.box[n][1] - c[n]) for n in thick}
        for i, name in enumerate(thick):
            by = derivative(self.goal.node, name)
            second = kernel.mul(kernel.enclose(Fraction(1, 2)), self.partial(name, by))
            total = kernel.add(total, self._parabola(self.at(c, by), second, offset[name]))
            for other in thick[:i]:
                cross = kernel.mul(self.partial(other, by), offset[other])
                total = kernel.add(total, kernel.mul(cross, offset[name]))
        return self._positive(total)

    def _parabola(self, slope: Any, curve: Any, d: Any) -> Any:
        """What contains slope d + curve d²; or lies below, where that is more: −slope²/(4 curve).

        For curve d² + slope d + slope²/(4 curve) = curve (d + slope/(2 curve))² ≥ 0.
        """
        kernel = self.kernel
        form = kernel.add(kernel.mul(slope, d), kernel.mul(curve, kernel.power(d, 2)))
        if kernel.sign(curve) <= 0:
            return form
        four = kernel.mul(kernel.enclose(Fraction(-4)), curve)
        least = kernel.div(kernel.power(slope, 2), four)
        return max(form, least, key=lambda e: kernel.bounds(e)[0])

    def at(self, point: dict[str, Fraction], node: int | None = None) -> Any:
        """f (or another node) at an exact point."""
        key = tuple(point.items())
        if key not in self._at:
            self._at[key] = self.program.at({n: self.kernel.enclose(q) for n, q in key})
            self._defined(self._at[key])
        return self._at[key][self.goal.node if node is None else node]

    def _defined(self, evaluation: Evaluation[Any]) -> None:
        """Undefined unless everything the goal is about is defined, be it evaluated or not."""
        for i in self.goal.domain:
            evaluation[i]

    def face(self, token: str) -> bool:
        """f decreases in each "+" variable and increases in each "-" variable of the face.

        Where a premise is false nothing is shown of f, and so nothing follows from such a face.
        """
        if self.goal.unless is not None:
            return False
        names, kernel = list(self.box), self.kernel
        has_sign = {"+": kernel.nonpositive, "-": kernel.nonnegative}
        signs = ((sign, self.partial(variable(names, i))) for sign, i in faces(token))
        return self.goal.pointwise and all(has_sign[sign](partial) for sign, partial in signs)

    def inside(self) -> bool:
        """The box lies in one of the places the goal leaves out."""
        return any(contains(place, self.box) for place in self.goal.away)

    def zero(self) -> bool:
        """f ≡ 0 by exact algebra: an identity, or f = 0 at a point where f is defined.

        An identity holds wherever its sides are defined: one of the samples shows that they are.
        """
        goal, graph = self.goal, self.statement.graph
        if goal.zero:
            if goal.grows is None:
                held = is_zero(graph, goal.node, {}, goal.positive)
            else:
                held = is_integral(graph, goal.node, *goal.grows, goal.positive)
            return held and any(map(self._is_defined, samples(self.statement.variables(goal))))
        if goal.vanishing:
            return vanishes(graph, goal.node, goal.vanishing, goal.ranges)
        if not goal.pointwise or goal.strict:
            return False
        return self.identically_zero()

    def identically_zero(self) -> bool:
        """Whether the goal's node is defined on the box and identically zero, by exact algebra."""
        self.value()
        point = {name: a for name, (a, b) in self.box.items() if a == b}
        return is_zero(self.statement.graph, self.goal.node, point)

    def positive(self) -> bool:
        """f > 0 in the interior of the ranges, where everything the goal is about is defined."""
        goal = self.goal
        return (
            bool(goal.ranges)
            and not goal.vanishing
            and is_positive(self.statement.graph, goal.node, goal.ranges, goal.domain)
        )

    def premise_fails(self) -> bool:
        """Whether the premise of an implication is false on the whole box."""
        if self.goal.unless is None:
            return False
        node, strict = self.goal.unless
        premise = self.over[node]
        return self.kernel.nonpositive(premise) if strict else self.kernel.sign(premise) < 0

    def _is_defined(self, point: dict[str, Fraction]) -> bool:
        with suppress(Undefined):
            self.at(point)
            return True
        return False

    def fixed_point(self) -> bool:
        """Exactly one fixed point in the box for each value of the other variables, or none.

        With F(u) = u − map(u) and an exact, hence nonsingular Y: exactly one, if
        K = m − Y F(m) + (I − Y F′(X))(X − m) ⊂ int X (Krawczyk 1969; Neumaier, Interval Methods
        for Systems of Equations, Theorem 5.1.8); none, if a row of Y F has no zero on the box.
        """
        if not self.goal.map:
            return False
        names = [name for name, _ in self.goal.map]
        jacobian = self._jacobian(names)
        inverse = _inverse([[_middle(self.kernel.bounds(e)) for e in row] for row in jacobian])
        if inverse is None:
            return False
        if self.goal.excluded:
            return any(self.kernel.sign(self._combined(row)) for row in inverse)
        return all(self._inclusion(n, row, jacobian, names) for n, row in enumerate(inverse))

    def _jacobian(self, names: list[str]) -> list[list[Any]]:
        """F′ over the box by some of the variables; tightly, where K has to lie inside."""
        kernel, entry = self.kernel, self.partial if self.goal.excluded else self._entry
        return [
            [kernel.sub(kernel.enclose(Fraction(own == by)), entry(by, i)) for by in names]
            for own, i in self.goal.map
        ]

    def _entry(self, name: str, i: int) -> Any:
        """∂(node i)/∂name over the box: the natural extension and the mean value form meet."""
        natural = self.kernel.bounds(self.partial(name, i))
        derivative = self.statement.calculus.derivative(i, name)
        form = self.kernel.bounds(self.mean_value_form("8" * len(self.box), derivative))
        return self.kernel.enclose(max(natural[0], form[0]), min(natural[1], form[1]))

    def _dot(self, y: list[Fraction], column: Iterable[Any]) -> Any:
        return reduce(self.kernel.add, map(self.kernel.mul, map(self.kernel.enclose, y), column))

    def _residual(self, names: list[str]) -> tuple[dict[str, Any], list[Any]]:
        """The midpoint by some of the variables, and F there, over the box in all others."""
        middle = midpoint({name: self.box[name] for name in names})
        centre = {name: self.kernel.enclose(q) for name, q in middle.items()}
        at = self.program.at({**self.enclosures, **centre})
        return centre, [self.kernel.sub(centre[own], at[i]) for own, i in self.goal.map]

    def _combined(self, y: list[Fraction]) -> Any:
        """The mean value form of y · F over the box, in all its variables."""
        kernel, names = self.kernel, list(self.box)
        centre, residual = self._residual(names)
        total = self._dot(y, residual)
        for name, column in zip(names, zip(*self._jacobian(names), strict=True), strict=True):
            offset = kernel.sub(self.enclosures[name], centre[name])
            total = kernel.add(total, kernel.mul(self._dot(y, column), offset))
        return total

    def _inclusion(self, n: int, y: list[Fraction], jacobian: Any, names: list[str]) -> bool:
        """Whether the n-th coordinate of K lies in the interior of that of X."""
        kernel, (centre, residual) = self.kernel, self._residual(names)
        total = kernel.sub(centre[names[n]], self._dot(y, residual))
        for j, name in enumerate(names):
            offset = kernel.sub(self.enclosures[name], centre[name])
            column = [row[j] for row in jacobian]
            gap = kernel.sub(kernel.enclose(Fraction(n == j)), self._dot(y, column))
            total = kernel.add(total, kernel.mul(gap, offset))
        (low, high), (lower, upper) = kernel.bounds(total), self.box[names[n]]
        return lower < low and high < upper


def refute(statement: Statement, number: int, point: dict[str, Fraction], bits: int) -> None:
    """Show that goal `number` fails at an exact point of its box; raises Rejected otherwise."""
    if not 0 <= number < len(statement.goals) or not statement.goals[number].refutes:
        raise Rejected("a failed goal does not refute this kind of statement")
    goal, spot = statement.goals[number], degenerate(point)
    if goal.zero:
        outside = set(point) != statement.variables(goal) or any(
            point[name] <= 0 for name in goal.positive & set(point)
        )
    else:
        outside = not contains(goal.box, spot)
    if outside or goal.map or goal.away:
        raise Rejected("the witness lies outside the domain")
    for n in range(3):
        step = Step(statement, Program(statement.graph, Directed(bits << n)), goal, spot)
        with suppress(Undefined):
            if step.fails(step.value()) or step.touches():
                return
    raise Rejected(f"the statement is not refuted at {show(spot)}")


def samples(names: Iterable[str], count: int = 8) -> list[dict[str, Fraction]]:
    """A few exact positive points, the same each time."""
    return [
        {name: Fraction((n * 7 + i * 5 + 3) % 31 + 1, 16) for i, name in enumerate(sorted(names))}
        for n in range(count)
    ]


def midpoint(box: Ranges) -> dict[str, Fraction]:
    """The exact midpoint of a box."""
    return {name: (lower + upper) / 2 for name, (lower, upper) in box.items()}


def _middle(ends: tuple[Fraction, Fraction]) -> Fraction:
    if sum(q.numerator.bit_length() + q.denominator.bit_length() for q in ends) > MAX_SIZE:
        raise Undefined("an entry of the Jacobian is beyond the limit")
    return (ends[0] + ends[1]) / 2


def _inverse(a: list[list[Fraction]]) -> list[list[Fraction]] | None:
    """The inverse of a square matrix by Gauss and Jordan, exactly; None for a singular one."""
    n = len(a)
    rows = [[*row, *(Fraction(i == j) for j in range(n))] for i, row in enumerate(a)]
    for i in range(n):
        pivot = next((j for j in range(i, n) if rows[j][i]), None)
        if pivot is None:
            return None
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [q / rows[i][i] for q in rows[i]]
        for j, row in enumerate(rows):
            if j != i:
                rows[j] = [q - row[i] * p for q, p in zip(row, rows[i], strict=True)]
    return [row[n:] for row in rows]


def show(box: Ranges) -> str:
    """A box as text, outward in no way: its ends are exact."""
    return ", ".join(
        f"{name} = {a}" if a == b else f"{name} in [{a}, {b}]" for name, (a, b) in box.items()
    )
