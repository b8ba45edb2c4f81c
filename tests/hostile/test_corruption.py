"""Attacks the checker with corrupted certificates and with files made to exhaust it."""

import copy
import os
import random

import pytest

from fixedpoint.trusted.certificate import check
from tests.hostile import corruption, nasty
from tests.hostile.judge import contradiction
from tests.hostile.reference import BASE
from tests.sample import ATTACK, sampled

SHARDS, COUNT, FEW, ATTACKS = 8, 1260, 400, 8


@pytest.mark.parametrize(
    ("seed", "count"),
    [(1, FEW), *(pytest.param(20_000 + n, COUNT, marks=ATTACK) for n in range(SHARDS))],
)
def test_random_corruptions(seed: int, count: int) -> None:
    report = corruption.run((seed, count))
    assert not report.wrong, report.wrong[0]
    assert report.outcomes.total() == count
    assert report.slowest < nasty.LOADED * corruption.SECONDS


@pytest.mark.parametrize("data", BASE, ids=lambda data: data["id"])
def test_the_originals_are_accepted_and_not_contradicted(data: nasty.Json) -> None:
    assert check(data).refuted == ("refuted" in data["proof"])
    assert not contradiction(data)


def test_the_judge_notices_what_is_false() -> None:
    """Bounds moved beyond the truth are contradicted: the judgement is not empty."""
    draw, noticed = random.Random(5), 0
    for _ in range(60):
        data = copy.deepcopy(draw.choice(BASE))
        if data["proof"].get("trees"):
            corruption.bound(draw, data)
            noticed += bool(contradiction(data))
    assert noticed >= 5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits need a process of its own")
@pytest.mark.parametrize("shard", sampled(range(ATTACKS), ATTACKS))
def test_attacks_on_resources(shard: int) -> None:
    names = list(nasty.attacks())
    assert len(names) >= 100
    for name in names[shard::ATTACKS]:
        _, said, seconds, megabytes = nasty.run(name)
        assert not said.startswith("CRASH"), (name, said)
        assert seconds < nasty.LOADED * nasty.SECONDS, (name, seconds)
        assert megabytes < nasty.MEGABYTES, (name, megabytes)
