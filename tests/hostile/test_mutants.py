"""Attacks the tests: every wrong variant of the trusted base is noticed; see `mutants`."""

from itertools import groupby

import pytest

from tests.hostile import detectors
from tests.hostile.mutants import MUTANTS, Mutant, caught, unanchored
from tests.sample import sampled

EACH = 3
"""So many mutants of each module are tried in every run."""


def chosen() -> list[object]:
    """All mutants as parameters, those of every run spread over each module."""
    found: list[object] = []
    for module, group in groupby(MUTANTS, lambda mutant: mutant.module):
        mutants = [*group]
        number = {id(mutant): n for n, mutant in enumerate(mutants)}
        found += sampled(
            mutants, -(-len(mutants) // EACH), lambda m, n=number, of=module: f"{of}-{n[id(m)]}"
        )
    return found


def test_the_real_modules_pass() -> None:
    for detector in detectors.DETECTORS:
        detector()


def test_every_mutant_has_its_anchor() -> None:
    lost = unanchored()
    assert not lost, "the text to be replaced is not there:\n    " + "\n    ".join(lost)


def test_there_are_many_and_all_differ() -> None:
    found = {(mutant.module, mutant.source()) for mutant in MUTANTS if mutant.anchored}
    assert len(found) + len(unanchored()) == len(MUTANTS) >= 200


@pytest.mark.parametrize("mutant", chosen())
def test_no_mutant_survives(mutant: Mutant) -> None:
    assert caught(mutant), f"survives: {mutant}"
