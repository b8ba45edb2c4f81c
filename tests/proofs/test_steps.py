"""Steps of printed proofs do not contradict the verdicts on what they join."""

import re

import pytest

from fixedpoint import registry
from fixedpoint.claims import Verdict
from fixedpoint.verdicts.audit import told

AUDIT = told(registry.proofs())
FALSE = [claim.id for claim in AUDIT.printed() if AUDIT.verdict(claim.id) is Verdict.REFUTED]


@pytest.mark.parametrize("name", FALSE)
def test_nothing_false_follows_from_what_is_true(name: str) -> None:
    """A proved step to a false claim has a false premise; a claim that is its own step is false."""
    known = AUDIT.derivations
    premises = map(AUDIT.verdict, known.premises(name))
    assert known.step(name) is not Verdict.PROVED or Verdict.REFUTED in premises


def test_what_repairs_a_theorem_is_said_and_proved() -> None:
    said = " ".join(theorem.repair for theorem in AUDIT.theorems())
    used = {name for theorem in AUDIT.theorems() for name in AUDIT.derivation(theorem).repaired}
    named = set(re.findall(r"[A-Z]+[0-9][0-9m.]*_[a-z]+", said))
    assert used <= named
    assert {AUDIT.verdict(name) for name in named} == {Verdict.PROVED}
