"""Steps of printed proofs do not contradict the verdicts on what they join."""

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
