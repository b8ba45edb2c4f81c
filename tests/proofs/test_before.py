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
RESTATED = {
    "the integrals (9), (10) are in the statement": "A1.6 A1.8",
    "stability at (0, 1), or only what is false is corrected": "T1 T1.4c L13c",
    "says all that is printed: chains with their absolute values, corners, domains": (
        "L13.1 L13.7 JAC.8 L6.1 L6.4 L7.1 L7.1c L9.3 L9.3c L10.6 L10.7 L10.8 L10.9 L10.12 L10.12b "
        "L10.13 L10.13c L10.14 L11 L11.2 T3.2 T3.2c T3.3 T3.4 T3.4c T3.7 T3.8 T3.8c T3.11 T3.11c "
        "T3.12 T3.13 T3.13c T3.14 T16 T16.13 EQ6"
    ),
    "what SymPy decided is decided by the checker": (
        "JAC.7c L8 L8.1 L8.2 L8.3 L8.4 T2.2 T2.15 T2.22"
    ),
    "in the paper's letters, with its roundings bounded, refuted where it is printed": (
        "T2.0 T2.4 T2.9 T2.10 T2.10c T2.11 T2.12 T2.13 T2.14 T2.16 T2.16c T2.17 T2.18 T2.19 T2.20 "
        "T2.21 T2.24 T2.25 T2.26 T2.28 T2.30 T2.30c L15 L15.1 L15.2 L15.3"
    ),
    "its certificate excludes what was said in a note": "F3",
    "is T2.14_repair now, which mends the step that takes it": "T2.22c",
}
"""Why claims do not state what they did before."""
MEANT = {name: reason for reason, names in RESTATED.items() for name in names.split()}
DECIDED = {"T3.3": "REFUTED", "L6.1": "REFUTED", "EQ6": "REFUTED", "T2.22c": ""}
"""The verdicts that differ: stated as printed, these are false."""
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


@pytest.mark.parametrize("name", MEANT)
def test_what_is_restated_keeps_its_verdict(name: str) -> None:
    found = LOCK[name].word if name in LOCK else ""
    assert found == DECIDED.get(name, BEFORE[name]["verdict"])


def test_what_is_meant_to_differ_differs() -> None:
    for name, reason in MEANT.items():
        assert reason and name in BEFORE
        assert name not in LOCK or now(name) != BEFORE[name], name


def test_before_is_not_empty() -> None:
    assert len(BEFORE) == 237
    assert sum("certificate" in entry for entry in BEFORE.values()) == 225
