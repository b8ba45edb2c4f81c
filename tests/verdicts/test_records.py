"""Records: the outcome of a run as data, and what differs from the lock."""

from pathlib import Path

from fixedpoint.certificates.store import Store
from fixedpoint.certificates.trusted_base import TRUSTED
from fixedpoint.claims import Extremum, Inequality
from fixedpoint.report import text
from fixedpoint.trusted.exact import exact
from fixedpoint.verdicts.decide import fingerprint, prove
from fixedpoint.verdicts.locks import Entry
from fixedpoint.verdicts.records import Run, record, report
from tests.verdicts.cases import BOX, CLAIMS, U, V, made, one, ran
from tests.verdicts.cases import PROVED as P
from tests.verdicts.cases import REFUTED as R
from tests.verdicts.cases import UNDECIDED as X


def test_what_differs_from_the_lock() -> None:
    run = ran({"A": P, "B": P, "C": X, "D": X, "E": P}, A=P, B=R, C=X, D=P)
    assert run.differing() == ["B", "E"] and run.undecided() == ["D"]
    words = "\n".join(text.summary_lines(run))
    assert "5 claims: 3 PROVED, 2 UNDECIDED" in words
    assert "the lock expects: B" in words and "not in the lock" in words and "undecided: D" in words


def test_a_restated_claim_is_reported() -> None:
    claim = CLAIMS[0]
    run = Run([claim], {"B": prove(claim)}, {"B": Entry("PROVED", "old")})
    assert run.restated() == ["B"]
    run.lock = {"B": Entry("PROVED", fingerprint(claim))}
    assert run.restated() == []


def test_an_extremum_is_recorded_with_its_enclosure() -> None:
    claim = made("E", Extremum("max", U * V, BOX), reported="2.0")
    data = record(claim, one(claim), "E.json")
    assert exact(data["enclosure"]["lower"]) <= 2 <= exact(data["enclosure"]["upper"])
    assert data["reported"] == {"printed": "2.0", "agreement": "correct rounding"}
    assert data["certificate"] == "E.json"
    lines = text.claim_lines(claim, one(claim))
    assert lines[0].startswith("E        PROVED")
    assert lines[1:] == [
        f"    in [{data['enclosure']['lower']}, {data['enclosure']['upper']}]",
        "    reported 2.0: correct rounding",
    ]


def test_a_refuted_claim_is_recorded_with_its_witness() -> None:
    claim = made("E", Inequality(U * V, "<", 1, BOX))
    data = record(claim, one(claim), "E.json")
    assert data["verdict"] == "REFUTED" and data["enclosure"] is None
    assert exact(data["witness"]["u"]) * exact(data["witness"]["v"]) >= 1
    assert text.claim_lines(claim, one(claim))[1].startswith("    refuted at u = ")


def test_what_is_not_formal_has_no_numbers() -> None:
    data = record(made("E"), one(made("E")), "E.json")
    assert data["verdict"] == "NOT_FORMAL" and data["certificate"] is None
    assert data["witness"] is None and data["expected"] is None
    assert text.claim_lines(made("E"), one(made("E"))) == ["E        NOT_FORMAL"]


def test_the_report_names_what_is_trusted(tmp_path: Path) -> None:
    trusted = report(ran({}), Store(tmp_path), tmp_path)["trusted"]
    assert trusted == list(TRUSTED) and all(line.endswith(".") for line in trusted)
