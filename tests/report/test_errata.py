"""The audit as text and as the page of errata."""

from fixedpoint import registry
from fixedpoint.claims import Theorem
from fixedpoint.report.errata import errata, escaped, lines
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.audit import Audit

PROOFS = registry.proofs()
AUDIT = Audit(PROOFS.claims(), locks.of(PROOFS.sections), PROOFS.certificate)


def test_the_errata_are_fresh() -> None:
    stored = (PROOFS.folder / "ERRATA.md").read_text(encoding="utf-8")
    fresh = errata(AUDIT, PROOFS.about())
    assert stored == fresh, "write it again: verify-bounds audit --errata proofs/ERRATA.md"


def test_the_text_names_every_defect() -> None:
    text = "\n".join(lines(AUDIT))
    for claim in AUDIT.defects():
        assert f"{claim.id} ({claim.section})" in text
    assert isinstance(AUDIT.claims["T1"], Theorem) and "T1: PROVED" in text


def test_markdown_shows_text_as_it_stands() -> None:
    assert escaped("a_b < c|d *e*") == r"a\_b \< c\|d \*e\*"
