"""Attacks the kernels: 100,000 cases with fresh seeds, none may miss; see `containment`."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixedpoint.interval.trusted import Trusted
from tests.hostile import containment, tightness

SHARDS, BATCHES, CASES = 4, 26, 1000


@pytest.mark.parametrize("shard", range(SHARDS))
def test_nothing_escapes(shard: int) -> None:
    counts: dict[int, int] = {}

    @settings(max_examples=BATCHES, deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(seed=st.integers(2**32, 2**64))
    def batch(seed: int) -> None:
        tally = containment.run((seed * SHARDS + shard, CASES))
        counts[seed] = tally.cases.total()
        assert not tally.misses, tally.misses[0]

    batch()
    assert sum(counts.values()) >= 25 * CASES  # repeated seeds count once


@pytest.mark.parametrize("name", tightness.RANGES)
def test_results_are_tight(name: str) -> None:
    for bits in tightness.BITS:
        assert max(tightness.ulps(name, bits, 150)) <= tightness.LIMIT


def test_a_wrong_kernel_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One unit in the last of 53 places is enough."""
    right = Trusted.exp
    monkeypatch.setattr(Trusted, "exp", lambda kernel, a: (right(kernel, a)[1],) * 2)
    assert containment.run((1, 3000)).misses
