"""Branch and bound over the checker's steps: finds trees and witnesses. Nothing here is trusted."""

from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from fixedpoint.kernels.arb import Arb
from fixedpoint.trusted.checker import DIGITS, Step, centre, face, halves, samples, variable
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import Goal, Ranges, Statement

MAX_BOXES, MAX_DEPTH = 100_000, 100
PATIENCE = 3000
"""Boxes after which a search of first order starts again with leaves of second order."""
NEARLY = 1 - Fraction(1, 2**20)


@dataclass
class Outcome:
    """What the search found for one goal: a tree, or a witness, or what is left undecided."""

    tree: str = ""
    witness: dict[str, Fraction] | None = None
    left: Ranges | None = None
    boxes: int = 0
    evaluations: int = 0
    tokens: list[str] = field(default_factory=list)


def search(statement: Statement, goal: Goal, bits: int, budget: int = MAX_BOXES) -> Outcome:
    """A tree, a witness or what is left: by tests of first order, or else also of second order."""
    outcome = _search(statement, goal, bits, min(budget, PATIENCE), 1)
    if outcome.left is None or outcome.boxes <= PATIENCE:
        return outcome
    again = _search(statement, goal, bits, budget, 2)
    again.boxes += outcome.boxes
    again.evaluations += outcome.evaluations
    return again


def _search(statement: Statement, goal: Goal, bits: int, budget: int, order: int) -> Outcome:
    """Depth first: a tree in preorder, cut short by the first witness or the budget."""
    program = Program(statement.graph, Arb(bits))
    outcome, names, stack = Outcome(), list(goal.box), [(goal.box, 0)]
    while stack:
        box, depth = stack.pop()
        outcome.boxes += 1
        if outcome.boxes > budget or depth > MAX_DEPTH:
            outcome.left = box
            return outcome
        token = Trial(statement, program, goal, box, outcome, order).token(names)
        if not token or outcome.witness is not None:
            return outcome
        outcome.tokens.append(token)
        if token[0] == "s":
            stack += [
                (half, depth + 1) for half in reversed(halves(box, variable(names, token[1])))
            ]
        elif token[0] == "f":
            stack.append((face(box, names, token), depth + 1))
    outcome.tree = " ".join(outcome.tokens)
    return outcome


class Trial(Step):
    """One box of the search: chooses the token that the checker will replay."""

    def __init__(
        self,
        statement: Statement,
        program: Program[Any],
        goal: Goal,
        box: Ranges,
        outcome: Outcome,
        order: int = 1,
    ) -> None:
        super().__init__(statement, program, goal, box)
        self.outcome, self.order = outcome, order

    def token(self, names: list[str]) -> str:
        """The step that closes, reduces or splits the box; may set the outcome's witness."""
        if self.goal.zero:
            return self._identity()
        if self.goal.ranges:
            return self._unbounded()
        if self.goal.map:
            return self._parameter(names)
        if self.inside():
            return "a"
        try:
            return self._first_order(names)
        except Undefined:
            return self._split({}, names)

    def _first_order(self, names: list[str]) -> str:
        self.outcome.evaluations += 1
        if self.natural():
            return "n"
        if self.premise_fails():
            return "u"
        partials = self.partials(names)
        if not partials:
            return self._at_point()
        token = self.face_token(names, partials)
        if token:
            return token
        self.outcome.evaluations += 1
        digits = self.digits(names, partials)
        if self.mean_value(digits):
            return "m" + digits
        if self.order == 2 and self.second_order(digits):
            return "q" + digits
        if self.box is self.goal.box and self._looks_zero(digits) and self.zero():
            return "z"
        point = centre(self.box, digits)
        if self._fails(self.at(point)):
            self.outcome.witness = point
        return self._split(partials, names)

    def partials(self, names: list[str]) -> dict[str, Any]:
        """Enclosures of the derivatives by the variables f depends on and the box leaves open."""
        free = self.statement.graph.free(self.goal.node)
        thick = [name for name in names if name in free and self.box[name][0] < self.box[name][1]]
        return {name: self.partial(name) for name in thick}

    def face_token(self, names: list[str], partials: dict[str, Any]) -> str:
        """The token that fixes every variable whose partial has a proved sign, or nothing."""
        if self.goal.unless is not None:
            return ""
        ends = ((self._worse_end(partial), name) for name, partial in partials.items())
        pairs = "".join(f"{end}{DIGITS[names.index(name)]}" for end, name in ends if end)
        return "f" + pairs if pairs else ""

    def digits(self, names: list[str], partials: dict[str, Any]) -> str:
        """The centre that makes the mean value form largest, in sixteenths of the box.

        For a partial in [a, b], a < 0 < b, it lies −a/(b − a) of the way up (Baumann 1988), for one
        of a sign at the worse end.
        """
        ends = (self.kernel.bounds(partials[n]) if n in partials else (0, 1) for n in names)
        parts = ((max(0, -a), max(0, b)) for a, b in ends)
        return "".join(DIGITS[round(16 * a / (a + b or 1))] for a, b in parts)

    def _worse_end(self, partial: Any) -> str:
        """The end at which f is least, if the sign of its partial is proved."""
        if self.kernel.nonnegative(partial):
            return "-"
        return "+" if self.kernel.nonpositive(partial) else ""

    def _at_point(self) -> str:
        """f depends on no thick variable and is not proved positive: zero, false or undecided."""
        if self._fails(self.value()) or (self.goal.refutes and self.touches()):
            self.outcome.witness = {name: lower for name, (lower, _) in self.box.items()}
        elif self.zero():
            return "z"
        else:
            self.outcome.left = self.box
        return ""

    def _fails(self, value: Any) -> bool:
        # A point in one of the places of a goal, or without its premise, refutes nothing.
        return not self.goal.away and self.goal.unless is None and self.fails(value)

    def _looks_zero(self, digits: str) -> bool:
        """Whether f may well be 0 everywhere: the one case that no bisection decides."""
        value = self.at(centre(self.box, digits))
        return not self.goal.strict and self.kernel.sign(value) == 0

    def _unbounded(self) -> str:
        """What normal forms show of signs or limits, or nothing."""
        token = "z" if self.goal.vanishing else "p"
        if self.holds(token):
            return token
        self.outcome.left = self.box
        return ""

    def _identity(self) -> str:
        """The normal form, or a point where the two sides are proved to differ."""
        if self.zero():
            return "z"
        self.outcome.left = self.box
        for point in samples(self.statement.variables(self.goal)):
            self.outcome.evaluations += 1
            with suppress(Undefined):
                if self.fails(self.at(point)):
                    self.outcome.witness, self.outcome.left = point, None
                    break
        return ""

    def _parameter(self, names: list[str]) -> str:
        """The test of fixed points, or a bisection: of the widest variable that may be split."""
        self.outcome.evaluations += 1
        with suppress(Undefined):
            if self.fixed_point():
                return "k"
        own = () if self.goal.excluded else [name for name, _ in self.goal.map]
        return self._split({}, names, [name for name in names if name not in own])

    def _split(
        self, partials: dict[str, Any], names: list[str], among: list[str] | None = None
    ) -> str:
        """Bisect where |∂f| · width is largest; nothing is left to do on a point.

        Nearly equal is equal: else rounding, which varies by library, would choose between
        variables that f treats alike.
        """

        def weight(name: str) -> Fraction:
            lower, upper = self.box[name]
            partial = partials.get(name)
            size = 1 if partial is None else max(map(abs, self.kernel.bounds(partial)))
            return (upper - lower) * size

        weights = {name: weight(name) for name in partials or (names if among is None else among)}
        largest = max(weights.values(), default=Fraction())
        if not largest:
            self.outcome.left = self.box
            return ""
        widest = next(name for name, size in weights.items() if size >= NEARLY * largest)
        return f"s{DIGITS[names.index(widest)]}"
