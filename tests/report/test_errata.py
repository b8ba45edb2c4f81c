"""The audit as text and as the page of errata."""

from pathlib import Path

import pytest

from fixedpoint import registry
from fixedpoint.claims import Theorem, Verdict
from fixedpoint.report import picture
from fixedpoint.report.errata import escaped, heading, lines, page, story
from fixedpoint.report.graph import graph
from fixedpoint.verdicts.audit import audit
from fixedpoint.verdicts.errata import Effect, Erratum, errata
from tests import toy

PROOFS = registry.proofs()
AUDIT = audit(PROOFS)
FOUND = errata(AUDIT)


AGAIN = "write it again: verify-bounds audit --errata proofs/ERRATA.md"


def test_the_errata_are_fresh() -> None:
    stored = (PROOFS.folder / "ERRATA.md").read_text(encoding="utf-8")
    assert stored == page(AUDIT, PROOFS.about(), "ERRATA.svg"), AGAIN


def test_the_picture_is_fresh() -> None:
    stored = (PROOFS.folder / "ERRATA.svg").read_text(encoding="utf-8")
    assert stored == picture.svg(graph(AUDIT, PROOFS.about())), AGAIN


def test_every_slip_is_in_one_entry() -> None:
    ids = [name for entry in FOUND for name in entry.ids]
    assert len(ids) == len(set(ids))
    wrong = {c.id for c in AUDIT.printed() if c.defect is not None}
    refuted = {c.id for c in AUDIT.printed() if AUDIT.verdict(c.id) is Verdict.REFUTED}
    loose = {c.id for c in AUDIT.printed() if AUDIT.derivations.failing(c.id)}
    assert refuted <= wrong and set(ids) >= wrong and set(ids) <= wrong | loose


def test_the_worst_comes_first() -> None:
    effects = [list(Effect).index(entry.effect) for entry in FOUND]
    assert effects == sorted(effects) and len(set(effects)) == len(Effect)


@pytest.mark.parametrize("entry", FOUND, ids=lambda entry: entry.claim.id)
def test_an_entry_says_what_its_group_says(entry: Erratum) -> None:
    verdict, told = AUDIT.verdict(entry.claim.id), "\n".join(story(AUDIT, entry))
    assert heading(entry).startswith(entry.claim.id)
    assert bool(entry.breaks) is (entry.effect is Effect.BREAKS)
    assert ("fails" in told) is (verdict is Verdict.REFUTED or entry.step is not None)
    if verdict is Verdict.REFUTED:
        assert entry.effect is not Effect.UNPROVED and "\nproved: " in told
    for name in entry.breaks:
        assert AUDIT.verdict(name) is not None and name in told


def test_the_text_names_every_slip() -> None:
    text = "\n".join(lines(AUDIT, PROOFS.about()))
    assert all(heading(entry) in text for entry in FOUND)
    assert isinstance(AUDIT.claims["T1"], Theorem) and "T1: PROVED" in text


def test_markdown_shows_text_as_it_stands() -> None:
    assert escaped("a_b < c|d *e*") == r"a\_b \< c\|d \*e\*"


def test_the_picture_stands_beside_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = str(PROOFS.folder / "a344_small_variance")
    path = tmp_path / "page.md"
    toy.printed(capsys, "audit", "--proofs", section, "--errata", str(path))
    assert "](page.svg)" in path.read_text(encoding="utf-8")
    drawn = path.with_suffix(".svg").read_text(encoding="utf-8")
    assert "Lemma 18 uses Lemma 46" in drawn and "Theorem" not in drawn
    over = str(path.with_suffix(".svg"))
    toy.failing(capsys, 2, "audit", "--proofs", section, "--errata", over)
    assert path.with_suffix(".svg").read_text(encoding="utf-8") == drawn
