"""The audit: every claim of the covered part decided, errata fresh, misses real."""

import json
from collections import Counter
from fractions import Fraction

import pytest

from fixedpoint import registry
from fixedpoint.claims import NotFormal, Theorem, Verdict
from fixedpoint.decimals import significant
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.audit import Audit, errata, escaped, lines

CLAIMS = registry.discover()
AUDIT = Audit(CLAIMS, locks.of(registry.proofs().sections), registry.proofs().certificates)
INDEX = json.loads((registry.proofs().folder / "index.json").read_text(encoding="utf-8"))
FORMULA_KINDS = {entry["kind"] for entry in INDEX} - {
    "definition",
    "theorem-general",
    "external-fact",
    "float-error",
}


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
    refuted = {c.id for c in AUDIT.printed() if AUDIT.verdict(c.id) is Verdict.REFUTED}
    assert refuted <= {c.id for c in AUDIT.defects()}
    assert len(refuted) == total[Verdict.REFUTED]


def test_each_refuted_claim_has_a_proved_correction_and_a_size_of_miss() -> None:
    for claim in AUDIT.defects():
        if AUDIT.verdict(claim.id) is Verdict.REFUTED:
            assert AUDIT.verdict(f"{claim.id}c") is Verdict.PROVED, claim.id
            assert AUDIT.miss(claim).startswith(("fails by at least ", "fails with equality"))


def test_what_breaks_a_theorem_comes_first() -> None:
    breaking = {AUDIT.broken(theorem) for theorem in AUDIT.theorems()} - {None}
    first = [claim.id for claim in AUDIT.defects()][: len(breaking)]
    assert set(first) == breaking
    for theorem in AUDIT.theorems():
        assert not AUDIT.broken(theorem) or theorem.repair, theorem.id


def test_the_errata_are_fresh() -> None:
    stored = (registry.proofs().folder / "ERRATA.md").read_text(encoding="utf-8")
    assert stored == errata(AUDIT), "write it again: verify-bounds audit --errata proofs/ERRATA.md"


def test_the_text_names_every_defect() -> None:
    text = "\n".join(lines(AUDIT))
    for claim in AUDIT.defects():
        assert f"{claim.id} ({claim.section})" in text
    assert isinstance(CLAIMS["T1"], Theorem) and "T1: PROVED" in text


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        (Fraction(5, 10**7), "5.00e-7"),
        (Fraction(2, 3), "0.666"),
        (Fraction(1999, 100), "19.9"),
        (Fraction(1, 1000), "0.00100"),
        (Fraction(123456), "1.23e5"),
        (Fraction(999999), "9.99e5"),
    ],
)
def test_sizes_are_cut_off(q: Fraction, expected: str) -> None:
    assert significant(q, 3) == expected


def test_rounding_up_to_a_power_of_ten() -> None:
    assert significant(Fraction(999999), 3, 1) == "1.00e6"
    assert significant(Fraction(-9999, 10**9), 3, -1) == "-1.00e-5"


def test_markdown_shows_text_as_it_stands() -> None:
    assert escaped("a_b < c|d *e*") == r"a\_b \< c\|d \*e\*"
