"""Locks: read as they were written, refused when damaged."""

import json
from pathlib import Path
from typing import Any

import pytest

from fixedpoint.certificates.store import digest
from fixedpoint.claims import Verdict
from fixedpoint.trusted.certificate import Malformed
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.decide import fingerprint
from fixedpoint.verdicts.locks import Entry, Row
from tests.verdicts.cases import CLAIMS

ROW = Row("its maximum", "0.25", "0.2500001")
LOCK = {
    "B": Entry("PROVED", fingerprint(CLAIMS[0]), "c" * 64, {"B": ROW}),
    "A": Entry("NOT_FORMAL"),
    "C": Entry("REFUTED", "f" * 64, "d" * 64, {}, Row("distance", "0.1", "0.2")),
}


def test_a_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = locks.content(LOCK)
    (tmp_path / "lock").write_text(written)
    read = locks.read(tmp_path / "lock")
    assert list(read) == ["B", "A", "C"] and read == LOCK
    verdicts = {"B": Verdict.PROVED, "A": Verdict.NOT_FORMAL, "C": Verdict.REFUTED}
    assert {name: entry.verdict for name, entry in read.items()} == verdicts
    assert read["B"].statement == fingerprint(CLAIMS[0]) and read["A"].statement is None
    assert written == locks.content(LOCK) and written.endswith("}\n")
    assert locks.read(tmp_path / "absent") == {}


def sealed(claims: Any, **head: Any) -> str:
    """A lock of anything, with the right digest."""
    data = {"format": locks.FORMAT, "version": locks.VERSION, "digest": digest(["s", claims])}
    return json.dumps({**data, "sources": "s", "claims": claims, **head})


ENTRY = {"verdict": "PROVED", "statement": "f"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        sealed([]),
        sealed({"A": 1}),
        sealed({"A": {"verdict": "PROVED"}}),
        sealed({"A": {"verdict": 1, "statement": None}}),
        sealed({"A": {**ENTRY, "more": 1}}),
        sealed({"A": {**ENTRY, "certificate": 1}}),
        sealed({"A": {**ENTRY, "enclosures": {"A": {"text": "", "lower": "0"}}}}),
        sealed({"A": {**ENTRY, "enclosures": {"A": {"text": "", "lower": "1", "upper": "0"}}}}),
        sealed({"A": {**ENTRY, "enclosures": {"A": {"text": "", "lower": 0, "upper": 1}}}}),
        sealed({"A": {**ENTRY, "miss": {"text": "", "lower": "x", "upper": "1"}}}),
        sealed({"A": ENTRY}, format="fixedpoint-certificate"),
        sealed({"A": ENTRY}, version="x"),
        sealed({"A": ENTRY}, version=True),
        sealed({"A": ENTRY}, version=locks.VERSION + 1),
        sealed({"A": ENTRY}, version=locks.VERSION - 1),
        sealed({"A": ENTRY}, digest="0" * 64),
        sealed({"A": ENTRY}, more=1),
    ],
)
def test_a_damaged_lock_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "lock").write_text(content)
    with pytest.raises(Malformed, match="/lock: ") as error:
        locks.read(tmp_path / "lock")
    assert "\n" not in str(error.value)


def test_the_sealed_one_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text(sealed({"A": ENTRY}))
    assert locks.opened(tmp_path / "lock") == locks.File("s", {"A": Entry("PROVED", "f")})


def test_a_lock_knows_the_verdicts() -> None:
    with pytest.raises(Malformed, match="unknown verdict 'TRUE'"):
        _ = Entry("TRUE").verdict
