"""The audit: every claim of the covered part decided, misses real, the worst first."""

import json
from collections import Counter

import pytest

from fixedpoint import registry
from fixedpoint.claims import NotFormal, Verdict
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.audit import Audit

PROOFS = registry.proofs()
CLAIMS = PROOFS.claims()
AUDIT = Audit(CLAIMS, locks.of(PROOFS.sections), PROOFS.certificate)
INDEX = json.loads((PROOFS.folder / "index.json").read_text(encoding="utf-8"))
FORMULA_KINDS = {entry["kind"] for entry in INDEX} - {
    "definition",
    "theorem-general",
    "external-fact",
    "float-error",
}


MISSING = 322
"""Statements of the index without a claim; this number may only fall."""

ONLY_DEFINES = {"L12.1"}  # the lengths of the grid's steps


def covered(entry: dict[str, object]) -> bool:
    """Part 1, and Lemmas 12, 13 and Corollary 14 of part 2."""
    lemma = str(entry["id"]).split(".")[0]
    return entry["part"] == 1 or lemma in ("L12", "L13", "C14")


def test_every_statement_of_the_covered_part_is_there() -> None:
    expected = {entry["id"] for entry in INDEX if covered(entry)}
    assert len(expected) == 171
    assert expected <= set(CLAIMS)


@pytest.mark.parametrize("entry", [*filter(covered, INDEX)], ids=lambda entry: entry["id"])
def test_nothing_with_a_formula_is_called_not_formal(entry: dict[str, str]) -> None:
    claim = CLAIMS[entry["id"]]
    if isinstance(claim.meaning, NotFormal):
        formal = entry["kind"] in FORMULA_KINDS and claim.id not in ONLY_DEFINES
        assert not formal, claim.meaning.reason
        assert AUDIT.verdict(claim.id) is Verdict.NOT_FORMAL


def test_the_counts_add_up() -> None:
    total = sum(AUDIT.sections().values(), Counter())
    assert sum(total.values()) == len(AUDIT.printed())
    assert total[Verdict.UNDECIDED] == 0
    refuted = [c.id for c in AUDIT.printed() if AUDIT.verdict(c.id) is Verdict.REFUTED]
    assert len(refuted) == total[Verdict.REFUTED]


def test_each_refuted_claim_has_a_proved_correction_and_a_size_of_miss() -> None:
    for claim in AUDIT.printed():
        if AUDIT.verdict(claim.id) is Verdict.REFUTED:
            correction = AUDIT.correction(claim)
            assert correction is not None and correction.corrects == claim.id
            assert AUDIT.verdict(correction.id) is Verdict.PROVED, claim.id
            assert AUDIT.miss(claim).startswith(("fails by at least ", "fails with equality"))


def test_what_is_not_audited_can_only_fall() -> None:
    missing = {entry["id"] for entry in INDEX} - set(CLAIMS)
    assert len(missing) <= MISSING, "say why, or lower the number"
    assert not missing & {entry["id"] for entry in INDEX if covered(entry)}


def test_no_claim_is_corrected_twice_and_each_correction_corrects_something() -> None:
    corrected = [claim.corrects for claim in CLAIMS.values() if claim.corrects]
    assert len(set(corrected)) == len(corrected) and set(corrected) <= set(CLAIMS)


def test_a_broken_theorem_says_what_repairs_it() -> None:
    for theorem in AUDIT.theorems():
        assert not AUDIT.derivation(theorem).broken or theorem.repair, theorem.id


def test_the_printed_proofs_are_acyclic_and_end_in_verdicts_or_not_audited() -> None:
    for name in CLAIMS:
        for _, other in AUDIT.derivations.tree(name):
            assert other in CLAIMS or other in {entry["id"] for entry in INDEX}, other
        AUDIT.derivations[name]  # a cycle is an error
