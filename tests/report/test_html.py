"""The HTML page: well formed, self-contained, complete, safe, and the same each time."""

import sys
from collections import Counter
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from fixedpoint import registry
from fixedpoint.claims import Box, Claim, Inequality
from fixedpoint.registry import Proofs
from fixedpoint.report import drawings, html
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.recorded import Recorded, recall
from tests.report.conftest import ABOUT, ATTACK, BY_ID, CLAIMS, X
from tests.report.pages import Page


def well_formed(source: str, url: str = ABOUT.url) -> Page:
    page = Page(source)
    assert source.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert max(Counter(page.ids).values()) == 1, Counter(page.ids).most_common(3)
    outside = {link for link in page.links if not link.startswith(("#", "data:image/png;"))}
    assert outside == {url}
    assert {link[1:] for link in page.links if link[0] == "#"} <= set(page.ids)
    assert page.tags["script"] == page.tags["style"] == page.tags["h1"] == page.tags["main"] == 1
    assert not any(name.startswith("on") for name in page.attributes)
    return page


def test_a_page_of_every_sort_of_claim(found: Recorded, proofs: Proofs) -> None:
    page = well_formed(html.page(found, proofs))
    for claim in CLAIMS:
        assert page.ids.count(f"c-{claim.id}") == 1
    for words in (
        f"{len(CLAIMS)} claims",
        "breaks first at L2",
        "use L1",
        "last digit rounded the wrong way",
        "fails by at least",
        "x = 0.5",
        "correct rounding",
        "64 bits",
        "x ∈ [0, 1]",
        "strictly increasing in",
    ):
        assert words in page.text, words


def test_texts_of_claims_are_escaped(found: Recorded, proofs: Proofs) -> None:
    source = html.page(found, proofs)
    page = well_formed(source)
    assert "<script>alert" not in source
    assert page.text.count(ATTACK) >= 7  # title, authors, statement, section, reason, note, …
    assert page.text.count(ABOUT.title) == 2 and page.text.count(ABOUT.authors) == 1


def test_the_same_results_give_the_same_bytes(
    found: Recorded, proofs: Proofs, lock: locks.Lock
) -> None:
    again = recall(BY_ID, lock, proofs.certificate)
    assert html.page(found, proofs) == html.page(again, proofs)


@pytest.fixture
def drawn(proofs: Proofs, monkeypatch: pytest.MonkeyPatch) -> Proofs:
    """The same folder with two of the paper's figures, drawn in this process."""
    real, plots = registry.proofs, registry.proofs(None).package
    figures = import_module(f"{plots}.about").plots
    about = replace(ABOUT, plots=figures, on_page=("subdivision", "map"))
    monkeypatch.setattr(Proofs, "about", lambda _: about)
    monkeypatch.setattr(
        registry, "proofs", lambda of=None: proofs if of == proofs.folder else real(of)
    )
    monkeypatch.setattr(drawings.os, "cpu_count", lambda: 1)
    return proofs


def test_the_page_is_complete_without_the_plots(
    found: Recorded, drawn: Proofs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fixedpoint.report.plots", None)
    page = well_formed(html.page(found, drawn))
    assert drawings.NO_FIGURES in page.text
    assert not page.tags["figure"]


def test_the_figures_keep_their_order_and_share_no_id(found: Recorded, drawn: Proofs) -> None:
    pytest.importorskip("matplotlib")
    page = well_formed(html.page(found, drawn))
    assert [i for i in page.ids if i in ("figure-subdivision", "figure-map")] == [
        "figure-subdivision",
        "figure-map",
    ]
    assert page.tags["svg"] == 2 + 1  # and the graph


def test_a_new_claim_and_one_that_differs_are_named(
    proofs: Proofs, lock: dict[str, locks.Entry]
) -> None:
    del lock["L1"]
    lock["L3"] = locks.Entry("REFUTED", lock["L3"].statement)
    text = Page(html.page(recall(BY_ID, lock, proofs.certificate), proofs)).text
    assert "expects nothing: a new claim" in text
    assert "expects REFUTED" in text
    assert "Not as the lock expects: L1, L3." in text


def test_the_page_of_the_paper_has_every_claim_once(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = registry.proofs()
    claims, about = paper.claims(), paper.about()
    monkeypatch.setattr(Proofs, "about", lambda _: replace(about, on_page=()))
    found = recall(claims, locks.of(paper.sections), paper.certificate)
    source = html.page(found, paper)
    page = well_formed(source, about.url)
    assert [i for i in page.ids if i.startswith("c-")] == [f"c-{name}" for name in claims]
    assert len(source.encode()) < 4_500_000


def test_an_undecided_claim_needs_no_certificate(proofs: Proofs, tmp_path: Path) -> None:
    claim = Claim("U1", "A1", "bound", "x < 1", Inequality(X, "<", 1, Box({X: (0, 1)})))
    lock = {"U1": locks.Entry("UNDECIDED", "")}
    found = recall({"U1": claim}, lock, lambda name: tmp_path / f"{name}.json")
    assert "? UNDECIDED" in Page(html.page(found, proofs)).text


def test_ids_of_a_drawing_get_its_name() -> None:
    svg = """<?xml version="1.0"?><!DOCTYPE svg><svg xmlns:xlink="http://x" xmlns="http://www">
    <metadata><a href="http://y"/></metadata><defs><path id="a"/></defs>
    <use xlink:href="#a" clip-path="url(#b)"/><g id="b"/></svg>"""
    made = drawings.inline(svg, "map")
    assert made.startswith("<svg aria-hidden") and "http://x" not in made and "http://y" not in made
    for part in ('id="map-a"', 'href="#map-a"', "url(#map-b)", 'id="map-b"'):
        assert part in made
