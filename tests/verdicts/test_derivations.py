"""Printed proofs: one rule for what becomes of them, whoever shows it."""

from collections.abc import Mapping

import pytest

from fixedpoint.claims import NotFormal, Theorem, Verdict
from fixedpoint.report import errata, text
from fixedpoint.verdicts.derivations import Derivations
from fixedpoint.verdicts.records import Run, theorem_record
from tests.verdicts.cases import NOT_FORMAL as N
from tests.verdicts.cases import PROVED as P
from tests.verdicts.cases import REFUTED as R
from tests.verdicts.cases import UNDECIDED as X
from tests.verdicts.cases import Known, made, ran


def theorem(chain: tuple[str, ...] = (), uses: tuple[str, ...] = ()) -> Theorem:
    return Theorem("T", "s", "k", "t", NotFormal("r"), uses=uses, chain=chain)


def derivations(stated: Theorem, verdicts: Mapping[str, Verdict]) -> Derivations:
    claims = {"T": stated, **{name: made(name) for name in verdicts if name != "T"}}
    return Derivations(claims, {"T": P, **verdicts}.get)


@pytest.mark.parametrize(
    ("steps", "holds", "broken"),
    [
        ([P, P, P], True, ""),
        ([P, R, X], False, "B"),
        ([P, X, R], False, "C"),
        ([P, X, P], None, ""),
        ([R, R, P], False, "A"),
        ([P, N, P], True, ""),
    ],
)
def test_the_first_refuted_step_breaks_a_chain(
    steps: list[Verdict], holds: bool | None, broken: str
) -> None:
    verdicts = dict(zip("ABC", steps, strict=False))
    found = derivations(theorem(tuple("ABC"[: len(steps)])), verdicts)["T"]
    assert (found.holds, found.broken) == (holds, broken)


def test_a_step_outside_the_run_is_not_known() -> None:
    steps = theorem(("A", "Z"))

    def holds(run: Run) -> bool | None:
        run.claims = [steps, *run.claims[1:]]
        return run.derivations["T"].holds

    assert holds(ran({"T": P, "A": P}, Z=P)) is None  # a lock alone proves nothing
    assert holds(ran({"T": P, "A": P}, {"Z": P})) is True
    assert holds(ran({"T": P, "A": P}, {"Z": R})) is False


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
    audit = Known({"T": stated, **{name: made(name) for name in verdicts}}, {"T": P, **verdicts})
    run = Run([stated], {}, {}, audit=audit)
    assert said in text.theorem_line(stated, run)
    assert any(said in line for line in errata.lines(audit)[:9])
    assert theorem_record(stated, run)["paper_chain"]["holds"] is holds
    assert audit.derivation(stated).holds is holds


@pytest.mark.parametrize(("own", "use", "verdict"), [(P, P, P), (P, R, X), (P, X, X), (R, X, R)])
def test_a_theorem_is_proved_if_what_it_uses_is(
    own: Verdict, use: Verdict, verdict: Verdict
) -> None:
    found = derivations(theorem(uses=("A",)), {"T": own, "A": use})
    assert found.proved("T") is verdict


def test_a_theorem_that_uses_no_claim_there_is_is_not_proved() -> None:
    assert derivations(theorem(uses=("Z",)), {"T": P}).proved("T") is X
