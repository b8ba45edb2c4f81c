"""Chains: one rule for what proves a theorem, whoever shows it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from fixedpoint.claims import NotFormal, Theorem, Verdict
from fixedpoint.report import errata, text
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.chains import chain, proved
from fixedpoint.verdicts.decide import Result
from fixedpoint.verdicts.records import Run, theorem_record
from tests.verdicts.cases import NOT_FORMAL as N
from tests.verdicts.cases import PROVED as P
from tests.verdicts.cases import REFUTED as R
from tests.verdicts.cases import UNDECIDED as X
from tests.verdicts.cases import made, ran


def theorem(chain: tuple[str, ...] = (), uses: tuple[str, ...] = ()) -> Theorem:
    return Theorem("T", "s", "k", "t", NotFormal("r"), uses=uses, chain=chain)


@pytest.mark.parametrize(
    ("steps", "holds", "broken"),
    [
        ([P, P, P], True, None),
        ([P, R, X], False, "B"),
        ([P, X, R], False, "C"),
        ([P, X, P], None, None),
        ([R, R, P], False, "A"),
        ([P, N, P], True, None),
        ([], None, None),
    ],
)
def test_the_first_refuted_step_breaks_a_chain(
    steps: list[Verdict], holds: bool | None, broken: str | None
) -> None:
    run = ran(dict(zip("ABC", steps, strict=False)))
    found = chain(theorem(tuple("ABC"[: len(steps)])), run.verdict)
    assert (found.holds, found.broken) == (holds, broken)


def test_a_step_outside_the_run_is_not_known() -> None:
    steps = theorem(("A", "Z"))
    assert chain(steps, ran({"A": P}).verdict).holds is None
    assert chain(steps, ran({"A": P}, Z=P).verdict).holds is None  # a lock alone proves nothing
    assert chain(steps, ran({"A": P}, {"Z": P}).verdict).holds is True
    assert chain(steps, ran({"A": P}, {"Z": R}).verdict).broken == "Z"


class Known(Audit):
    """An audit to which verdicts are told."""

    found: Mapping[str, Verdict]

    def result(self, name: str) -> Result | None:
        return Result(name, self.found[name]) if name in self.found else None


@pytest.mark.parametrize(
    ("verdicts", "said", "holds"),
    [
        ({"A": P, "B": P}, "holds as printed", True),
        ({"A": P, "B": R}, "breaks first at B", False),
        ({"A": X, "B": R}, "breaks first at B", False),
        ({"A": P, "B": X}, "is not decided: B", None),
        ({"A": P}, "is not decided: B", None),  # no such claim
    ],
)
def test_every_output_says_the_same(
    verdicts: Mapping[str, Verdict], said: str, holds: bool | None
) -> None:
    stated = theorem(("A", "B"))
    claims = {"T": stated, **{name: made(name) for name in verdicts}}
    audit, run = Known(claims, {}, Path), Run([stated], {}, {}, elsewhere=verdicts.get)
    audit.found = verdicts
    assert f"the printed chain {said}" in text.theorem_line(stated, run)
    assert any(f"the printed one {said}" in line for line in errata.lines(audit)[:9])
    assert theorem_record(stated, run)["paper_chain"]["holds"] is holds
    assert audit.chain(stated).holds is holds


@pytest.mark.parametrize(("own", "use", "verdict"), [(P, P, P), (P, R, X), (P, X, X), (R, X, R)])
def test_a_theorem_is_proved_if_what_it_uses_is(
    own: Verdict, use: Verdict, verdict: Verdict
) -> None:
    assert proved(theorem(uses=("A",)), ran({"T": own, "A": use}).verdict) is verdict


def test_a_theorem_that_uses_no_claim_there_is_is_not_proved() -> None:
    assert proved(theorem(uses=("Z",)), ran({"T": P}).verdict) is X
