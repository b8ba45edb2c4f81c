"""prove: its lines, its exit status and its JSON object."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from fixedpoint.certificates.trusted_base import TRUSTED
from fixedpoint.claims import Verdict
from fixedpoint.verdicts import locks
from fixedpoint.verdicts import run as runner
from fixedpoint.verdicts.decide import Result
from tests import toy
from tests.command.conftest import CLAIMS
from tests.toy import printed


def test_prove_prints_verdicts_in_the_paper_s_order(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for jobs in ("1", "2"):
        lines = printed(capsys, "--jobs", jobs).splitlines()
        heads = [line.split()[:2] for line in lines if line and line[0] != " "]
        assert heads[:6] == [
            ["T1", "PROVED"],
            ["K1", "PROVED"],
            ["K2", "REFUTED"],
            ["K3", "NOT_FORMAL"],
            ["V1", "PROVED"],
            ["K5", "PROVED"],
        ]
        assert "    refuted at u = 1" in lines and "    reported 0.250: correct rounding" in lines
        assert any(
            s.startswith("Theorem 1   PROVED; the printed proof breaks first at K2") for s in lines
        )
        assert lines[-1].startswith("6 claims: 4 PROVED, 1 REFUTED, 1 NOT_FORMAL; ")


def test_a_theorem_is_proved_with_what_it_needs(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "2 claims: 2 PROVED" in printed(capsys, "prove", "T1")


def test_the_exit_status_compares_with_the_lock(
    locked: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = locked / "lock.json"
    assert {name: entry.word for name, entry in locks.read(path).items()} == {
        "T1": "PROVED",
        "K1": "PROVED",
        "K2": "REFUTED",
        "K3": "NOT_FORMAL",
        "V1": "PROVED",
        "K5": "PROVED",
    }
    toy.relock(locked, K1=replace(locks.read(path)["K1"], word="REFUTED"))
    assert "    the lock expects REFUTED" in printed(capsys, "prove", "K1", status=1)
    undecided = Result("K5", Verdict.UNDECIDED, left="undecided on u = 1/2")
    monkeypatch.setattr(runner, "prove", lambda claim, *rest: undecided)
    assert "    undecided on u = 1/2" in printed(capsys, "prove", "K5", status=3)


def test_without_a_lock_nothing_is_as_expected(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "not in the lock" in printed(capsys, "prove", "K1", status=1)


NUMBER = {"type": "string", "pattern": r"^-?\d+(\.\d+|/\d+)?$"}
NAME = {"type": ["string", "null"]}
WORD = {"enum": ["PROVED", "REFUTED", "UNDECIDED", "NOT_FORMAL"]}


def strict(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "required": [name for name in properties if name != "reported"],
    }


SCHEMA = strict(
    claims={
        "type": "array",
        "items": strict(
            id={"type": "string"},
            section={"type": "string"},
            kind={"type": "string"},
            statement={"type": "string"},
            verdict=WORD,
            expected={"anyOf": [WORD, {"type": "null"}]},
            enclosure={"anyOf": [{"type": "null"}, strict(lower=NUMBER, upper=NUMBER)]},
            witness={
                "anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": NUMBER}]
            },
            boxes={"type": "integer"},
            evaluations={"type": "integer"},
            search_seconds={"type": "number"},
            check_seconds={"type": "number"},
            certificate=NAME,
            reported=strict(printed=NUMBER, agreement=NAME),
        ),
    },
    theorems={
        "type": "array",
        "items": strict(
            id={"type": "string"},
            verdict=WORD,
            uses={"type": "array", "items": strict(id={"type": "string"}, verdict=WORD)},
            paper_chain=strict(
                holds={"type": ["boolean", "null"]},
                first_broken=NAME,
                not_mended={"type": "array"},
                repaired_with={"type": "array"},
                not_audited=NAME,
                steps={"type": "array"},
                repair={"type": "string"},
            ),
            assumptions={"type": "array", "items": {"type": "string"}},
        ),
    },
    trusted={"const": list(TRUSTED)},
    summary={"type": "object"},
)


def test_json_is_one_object_of_its_shape(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(printed(capsys, "prove", "--json", "--jobs", "2"))
    jsonschema.validate(data, SCHEMA)
    claims = {claim["id"]: claim for claim in data["claims"]}
    assert list(claims) == list(CLAIMS)
    assert claims["K2"]["witness"] == {"u": "1"} and claims["K1"]["witness"] is None
    assert claims["K1"]["statement"] == "text of K1 μ̃" and claims["K1"]["boxes"] > 0
    assert claims["V1"]["enclosure"]["lower"].startswith(("0.2499999", "0.25"))
    assert claims["V1"]["reported"] == {"printed": "0.250", "agreement": "correct rounding"}
    assert claims["K1"]["certificate"].endswith("certificates/K1.json")
    assert claims["K3"]["certificate"] is None and claims["K3"]["expected"] == "NOT_FORMAL"
    assert data["theorems"] == [
        {
            "id": "T1",
            "verdict": "PROVED",
            "uses": [{"id": "K1", "verdict": "PROVED"}],
            "paper_chain": {
                "holds": False,
                "first_broken": "K2",
                "not_mended": ["K2"],
                "repaired_with": [],
                "not_audited": None,
                "steps": ["K1", "K2"],
                "repair": "",
            },
            "assumptions": ["a theorem"],
        }
    ]
    assert data["summary"]["verdicts"]["PROVED"] == 4 and data["summary"]["differ"] == []
