"""What was proved before stays: verdicts, statements, enclosures, misses, certificates' bytes.

Claims may be added; an old one may only differ where it is named below, with the reason.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from fixedpoint import registry
from fixedpoint.certificates.store import digest
from fixedpoint.trusted.certificate import load
from fixedpoint.verdicts import locks

BEFORE: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "before.json").read_text(encoding="utf-8")
)
MEANT: dict[str, str] = {}
"""Why a claim is not as it was before, by its id."""
PROOFS = registry.proofs()
LOCK = locks.of(PROOFS.sections)


def now(name: str) -> dict[str, Any]:
    """What there is of a claim now, in the form of before."""
    entry, path = LOCK[name], PROOFS.certificate(name)
    found: dict[str, Any] = {"verdict": entry.word, "statement": entry.statement}
    if path.is_file():
        found["certificate"] = sha256(path.read_bytes()).hexdigest()
    if entry.enclosures:
        found["constants"] = {n: [row.lower, row.upper] for n, row in entry.enclosures.items()}
    if entry.miss:
        found["misses"] = {name: [entry.miss.lower, entry.miss.upper]}
    return found


@pytest.mark.parametrize("name", [name for name in BEFORE if name not in MEANT])
def test_nothing_has_changed(name: str) -> None:
    assert now(name) == BEFORE[name]
    if LOCK[name].certificate is not None:
        assert LOCK[name].certificate == digest(load(PROOFS.certificate(name)))


def test_what_is_meant_to_differ_differs() -> None:
    for name, reason in MEANT.items():
        assert reason and name in BEFORE
        assert name not in LOCK or now(name) != BEFORE[name], name


def test_before_is_not_empty() -> None:
    assert len(BEFORE) == 237
    assert sum("certificate" in entry for entry in BEFORE.values()) == 225
