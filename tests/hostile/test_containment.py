"""Attacks the kernels: 100,000 cases with fresh seeds, none may miss; see `containment`."""

import secrets

import pytest

from fixedpoint.trusted.directed import Directed
from tests.hostile import containment, tightness

SHARDS, CASES = 4, 26_000


@pytest.mark.parametrize("shard", range(SHARDS))
def test_nothing_escapes(shard: int) -> None:
    seed = secrets.randbits(64) * SHARDS + shard
    tally = containment.run((seed, CASES))
    assert not tally.misses, (seed, tally.misses[0])
    assert tally.cases.total() >= CASES


@pytest.mark.parametrize("name", tightness.RANGES)
def test_results_are_tight(name: str) -> None:
    for bits in tightness.BITS:
        assert max(tightness.ulps(name, bits, 150)) <= tightness.LIMIT


def test_a_wrong_kernel_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One unit in the last of 53 places is enough."""
    right = Directed.exp
    monkeypatch.setattr(Directed, "exp", lambda kernel, a: (right(kernel, a)[1],) * 2)
    assert containment.run((1, 3000)).misses
