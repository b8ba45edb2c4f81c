"""Rigorous extrema by best-first branch and bound; the enclosure found is proved afterwards."""

import heapq
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from typing import Any

from fixedpoint.decimals import decimal, text
from fixedpoint.kernels.arb import Arb
from fixedpoint.prove.search import Outcome, Trial
from fixedpoint.trusted.checker import centre, face, halves, variable
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import Goal, Ranges, Statement


@dataclass
class Minimum:
    """The least value found: a point, an upper bound of f there, a lower bound of f, and boxes
    that hold every minimiser."""

    point: dict[str, Fraction]
    value: Fraction
    bound: Fraction
    places: list[Ranges]
    effort: Outcome


def minimise(statement: Statement, goal: Goal, bits: int, width: Fraction) -> Minimum:
    """Enclose the minimum of the goal's node on its box to the given width."""
    program: Program[Any] = Program(statement.graph, Arb(bits))
    effort, names, order = Outcome(), list(goal.box), count()
    best: tuple[Fraction, dict[str, Fraction]] | None = None
    heap = [(Fraction(-(10**9)), next(order), goal.box)]
    closed: list[tuple[Fraction, Ranges]] = []
    while heap and (best is None or best[0] - heap[0][0] > width):
        bound, _, box = heapq.heappop(heap)
        bounding = Bounding(statement, program, goal, box, effort)
        lower, box, point, token = bounding.reduce(names)
        bound = bound if lower is None else max(bound, lower)
        if point is not None:
            best = min(best or point, point, key=lambda pair: pair[0])
        if best is not None and bound > best[0]:
            continue
        if not token:
            closed.append((bound, box))
            continue
        for half in halves(box, variable(names, token[1])):
            heapq.heappush(heap, (bound, next(order), half))
    assert best is not None
    rest = [*closed, *((bound, box) for bound, _, box in heap)]
    places = [box for bound, box in rest if bound <= best[0]]
    return Minimum(best[1], best[0], min(b for b, _ in rest), places, effort)


class Bounding(Trial):
    """One box of the minimisation."""

    def reduce(
        self, names: list[str]
    ) -> tuple[Fraction | None, Ranges, tuple[Fraction, dict[str, Fraction]] | None, str]:
        """A lower bound, the box or the face that has its minimum, a value found, and a split."""
        self.outcome.boxes += 1
        self.outcome.evaluations += 1
        try:
            bound = self.kernel.bounds(self.value())[0]
            partials = self.partials(names)
        except Undefined:
            return None, self.box, None, self._split({}, names)
        token = self.face_token(names, partials)
        if token:
            smaller = type(self)(
                self.statement, self.program, self.goal, face(self.box, names, token), self.outcome
            )
            return smaller.reduce(names)
        digits = self.digits(names, partials)
        self.outcome.evaluations += 1
        point = centre(self.box, digits)
        value = self.kernel.bounds(self.at(point))[1], point
        if not partials:
            return bound, self.box, value, ""
        bound = max(bound, self.kernel.bounds(self.mean_value_form(digits))[0])
        return bound, self.box, value, self._split(partials, names)


def enclosure(
    statement: Statement, sense: str, bits: int, width: Fraction, places: int
) -> dict[str, Any]:
    """The keys lower, upper, at and point of an extremum statement, and the effort they took.

    The ends have so many decimals, which leave room for the proof unless there is no variable.
    """
    goal = statement.goals[1]  # the node ±f, whose minimum is wanted
    found = minimise(statement, goal, bits, width / 4)
    grain = Fraction(1, 10**places) if goal.box else Fraction(0)
    ends = found.bound - grain, found.value
    if sense == "max":
        ends = -ends[1], -ends[0]
    boxes = [inflate(place, goal.box) for place in merge(found.places)]
    return {
        "lower": decimal(ends[0], places, -1),
        "upper": decimal(ends[1], places, 1),
        "at": [{n: [text(a), text(b)] for n, (a, b) in place.items()} for place in boxes],
        "point": {n: text(q) for n, q in found.point.items()},
        "effort": found.effort,
    }


def merge(boxes: list[Ranges]) -> list[Ranges]:
    """Hulls of the boxes that touch one another."""
    clusters: list[Ranges] = []
    for box in boxes:
        touching = [c for c in clusters if _touch(c, box)]
        clusters = [c for c in clusters if not _touch(c, box)]
        for other in touching:
            box = {n: (min(a, other[n][0]), max(b, other[n][1])) for n, (a, b) in box.items()}
        clusters.append(box)
    return clusters if len(clusters) == len(boxes) else merge(clusters)


def _touch(a: Ranges, b: Ranges) -> bool:
    return all(a[n][0] <= b[n][1] and b[n][0] <= a[n][1] for n in a)


def inflate(place: Ranges, domain: Ranges) -> Ranges:
    """The place widened by its own width on either side, within the domain."""
    return {
        name: (max(domain[name][0], 2 * a - b), min(domain[name][1], 2 * b - a))
        for name, (a, b) in place.items()
    }
