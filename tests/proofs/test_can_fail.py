"""Every proved claim can fail: with one of its numbers changed it is refuted."""

import copy
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from fixedpoint import registry
from fixedpoint.claims import Defect, Verdict
from fixedpoint.decimals import text
from fixedpoint.prove import BITS
from fixedpoint.prove.search import search
from fixedpoint.trusted.certificate import load
from fixedpoint.trusted.statement import Malformed, parse
from fixedpoint.verdicts import locks
from tests.sample import sampled

CLAIMS = registry.discover()
LOCK = locks.of(registry.proofs().sections)
PROVED = [name for name, entry in LOCK.items() if entry.verdict is Verdict.PROVED]
SHARP = [
    name
    for name in PROVED
    if CLAIMS[name].corrects and CLAIMS[CLAIMS[name].corrects].defect is Defect.LAST_DIGIT
]
SAME = {"JAC.8c", "L19.8", "L19.14"}
"""Both sides are one expression as soon as they are written in the same letters, or no number is
in them."""
BUDGET = 1000


def refuted(statement: dict[str, Any]) -> bool:
    """Whether a goal fails at a point the search finds; of a map or beyond boxes, is not proved."""
    try:
        parsed = parse(statement)
    except Malformed:
        return False
    for goal in parsed.goals:
        outcome = search(parsed, goal, BITS, BUDGET)
        if outcome.witness is not None or ((goal.map or goal.ranges) and not outcome.tree):
            return True
    return False


def changed(statement: dict[str, Any], digits: bool) -> Iterator[dict[str, Any]]:
    """The statement with one number changed: by a unit of its last digit, or by far."""
    for n, (op, *args) in enumerate(statement["nodes"]):
        nodes: list[list[Any]] = []
        if op == "rational":
            q, places = Fraction(args[0]), len(args[0].partition(".")[2])
            unit = Fraction(1, 10**places) if "/" not in args[0] else abs(q) / 10**6
            new = (q + unit, q - unit) if digits else (2 * q + 1, -q - 1)
            nodes = [[op, text(value)] for value in new]
        elif op == "pow" and not digits:
            nodes = [[op, args[0], args[1] + 1]]
        for node in nodes:
            other = copy.deepcopy(statement)
            other["nodes"][n] = node
            yield other


@pytest.mark.parametrize("name", sampled([name for name in PROVED if name not in SAME], 10))
def test_a_changed_number_refutes_the_claim(name: str) -> None:
    stored = load(registry.proofs().certificate(name))["statement"]
    assert any(refuted(s) for digits in (False, True) for s in changed(stored, digits))


@pytest.mark.parametrize("name", SHARP)
def test_corrected_digits_are_the_sharpest(name: str) -> None:
    stored = load(registry.proofs().certificate(name))["statement"]
    assert any(refuted(s) for s in changed(stored, True))
