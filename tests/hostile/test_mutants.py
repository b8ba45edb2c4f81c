"""Attacks the tests: every wrong variant of the trusted base is noticed; see `mutants`."""

import pytest

from tests.hostile import detectors
from tests.hostile.mutants import MUTANTS, caught

SHARDS = 8


def test_the_real_modules_pass() -> None:
    for detector in detectors.DETECTORS:
        detector()


def test_there_are_many_and_all_differ() -> None:
    assert len({mutant.source() for mutant in MUTANTS}) == len(MUTANTS) >= 200


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_mutant_survives(shard: int) -> None:
    survivors = [str(mutant) for mutant in MUTANTS[shard::SHARDS] if not caught(mutant)]
    assert not survivors
