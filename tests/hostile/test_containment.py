"""Attacks the kernels with fresh seeds: no case may miss, of 100,000 in the full attack."""

import secrets

import pytest

from fixedpoint.trusted.directed import Directed
from tests.hostile import containment, tightness
from tests.sample import ATTACK

SHARDS, CASES, FEW = 4, 26_000, 3_000


@pytest.mark.parametrize(
    ("shard", "cases"),
    [(0, FEW), *(pytest.param(n, CASES, marks=ATTACK) for n in range(1, SHARDS + 1))],
)
def test_nothing_escapes(shard: int, cases: int) -> None:
    seed = secrets.randbits(64) * (SHARDS + 1) + shard
    tally = containment.run((seed, cases))
    assert not tally.misses, (seed, tally.misses[0])
    assert tally.cases.total() >= cases


@pytest.mark.parametrize("name", tightness.RANGES)
def test_results_are_tight(name: str) -> None:
    for bits in tightness.BITS:
        assert max(tightness.ulps(name, bits, 150)) <= tightness.LIMIT


def test_a_wrong_kernel_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One unit in the last of 53 places is enough."""
    right = Directed.exp
    monkeypatch.setattr(Directed, "exp", lambda kernel, a: (right(kernel, a)[1],) * 2)
    assert containment.run((1, 3000)).misses
