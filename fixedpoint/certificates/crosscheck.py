"""A second and a third opinion: every step of a certificate once more in Arb and in MPFR.

No verdict rests on this module and the checker does not import it. Where the kernels disagree,
one of them is wrong, or a step holds by so little that the next precision is needed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fixedpoint.kernels.arb import Arb
from fixedpoint.kernels.mpfr import Mpfr
from fixedpoint.trusted.checker import Step, midpoint, show, walk
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.kernel import Kernel, Undefined
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import Goal, Ranges, Statement, degenerate, parse, parse_point

PRECISIONS = 3
"""Each twice the one before, as in the checker."""

Make = Callable[[int], Kernel[Any]]
KERNELS: dict[str, Make] = {"trusted": Directed, "arb": Arb, "mpfr": Mpfr}


@dataclass(frozen=True)
class Disagreement:
    """A step that some kernels confirm and others do not; `contradicted` names those that prove
    the contrary at the midpoint of the box."""

    tree: int
    token: str
    box: str
    confirmed: tuple[str, ...]
    failed: tuple[str, ...]
    contradicted: tuple[str, ...]


def cross_check(data: Any, kernels: dict[str, Make] | None = None) -> list[Disagreement]:
    """The steps of a well-formed certificate on which the kernels do not agree."""
    statement, bits, proof = parse(data["statement"]), data["bits"], data["proof"]
    programs = {
        name: [Program(statement.graph, make(bits << n)) for n in range(PRECISIONS)]
        for name, make in (kernels or KERNELS).items()
    }
    if "refuted" in proof:
        spot = degenerate(parse_point(proof["refuted"]["point"]))
        number = proof["refuted"]["goal"]
        steps = [(number, statement.goals[number], spot, "refuted")]
    else:
        steps = [
            (number, goal, box, token)
            for number, (goal, tree) in enumerate(zip(statement.goals, proof["trees"], strict=True))
            for box, token in walk(goal.box, tree.split(" "), f"tree {number}")
            if token[0] not in "sa"
        ]
    found = []
    for number, goal, box, token in steps:
        held = {
            n: any(_holds(statement, p, goal, box, token) for p in programs[n]) for n in programs
        }
        if not all(held.values()):
            against = (
                n for n in programs if _contradicts(statement, programs[n], goal, box, token)
            )
            found.append(
                Disagreement(
                    number,
                    token,
                    show(box),
                    tuple(n for n in held if held[n]),
                    tuple(n for n in held if not held[n]),
                    tuple(against),
                )
            )
    return found


def _step(statement: Statement, program: Program[Any], goal: Goal, box: Ranges) -> Step:
    if isinstance(program.kernel, Arb):  # flint's precision is global
        program.kernel.activate()
    return Step(statement, program, goal, box)


def _holds(
    statement: Statement, program: Program[Any], goal: Goal, box: Ranges, token: str
) -> bool:
    try:
        step = _step(statement, program, goal, box)
        if token != "refuted":
            return step.holds(token)
        return step.fails(step.value())
    except Undefined:
        return False


def _contradicts(
    statement: Statement, programs: Sequence[Program[Any]], goal: Goal, box: Ranges, token: str
) -> bool:
    """Whether a kernel proves the contrary of a leaf at the midpoint of its box."""
    if token[0] not in "nm":
        return False
    for program in programs:
        try:
            step = _step(statement, program, goal, degenerate(midpoint(box)))
            if step.kernel.sign(step.value()) < 0:
                return True
        except Undefined:
            continue
    return False
