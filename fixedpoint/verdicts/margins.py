"""By how much the inequalities of a proved claim hold, read off the leaves that prove them."""

from contextlib import suppress
from fractions import Fraction
from typing import Any

from fixedpoint.certificates.show import parts
from fixedpoint.trusted.checker import Step, midpoint, walk
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import Goal, Ranges, Statement, parse

ALONE = {"inequality", "identity", "derivative", "monotone", "krawczyk", "excludes"}
"""Kinds of formulas of which each is one goal."""

Margin = tuple[Fraction, Fraction]
"""Between what bounds the least value of right − left lies; both are > 0."""


class Leaf(Step):
    """A leaf, which keeps the lower bound that shows it."""

    lower = Fraction()

    def _positive(self, enclosure: Any) -> bool:
        self.lower = self.kernel.bounds(enclosure)[0]
        return super()._positive(enclosure)


def margin(certificate: dict[str, Any]) -> Margin | None:
    """The margin of the tightest inequality of a proved claim.

    None where there is no inequality, or one that holds with equality or for other reasons.
    """
    formulas = list(parts(certificate["statement"]["claim"]))
    trees = certificate["proof"].get("trees")
    if trees is None or any(formula["kind"] not in ALONE for formula in formulas):
        return None
    statement, found = parse(certificate["statement"]), []
    programs = [Program(statement.graph, Directed(certificate["bits"] << n)) for n in range(3)]
    for formula, goal, tree in zip(formulas, statement.goals, trees, strict=True):
        if formula["kind"] == "inequality":
            found += [
                _leaf(statement, programs, goal, box, token)
                for box, token in walk(goal.box, tree.split(" "), "")
                if token[0] not in "sf"
            ]
    if not found:
        return None
    lower, upper = map(min, zip(*found, strict=True))
    return (lower, upper) if lower > 0 else None


def _leaf(
    statement: Statement, programs: list[Program[Any]], goal: Goal, box: Ranges, token: str
) -> Margin:
    """The lower bound of f that a leaf gives, and the value in its middle, rounded up."""
    for program in programs:
        leaf = Leaf(statement, program, goal, box)
        with suppress(Undefined):
            if leaf.holds(token):
                return leaf.lower, program.kernel.bounds(leaf.at(midpoint(box)))[1]
    return Fraction(), Fraction()
