"""The HTML page: well formed, self-contained, complete, safe, and the same each time."""

import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sympy import Function, Rational, Symbol, sqrt

from fixedpoint import registry
from fixedpoint.claims import Box, Claim, Inequality, chain
from fixedpoint.report import drawings, html, mathml
from fixedpoint.verdicts import locks
from fixedpoint.verdicts import recorded
from tests.report.conftest import ATTACK, CLAIMS, X

VOID = {"meta", "br", "input", "link", "img", "hr"}


class Page(HTMLParser):
    """Elements, ids and links of a page; raises where a tag is not closed in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, (tag, self.getpos())

    def handle_data(self, data: str) -> None:
        self.text += data


def well_formed(source: str) -> Page:
    page = Page(source)
    assert source.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert max(Counter(page.ids).values()) == 1, Counter(page.ids).most_common(3)
    outside = {link for link in page.links if not link.startswith(("#", "data:image/png;"))}
    assert outside == {html.PAPER}
    assert {link[1:] for link in page.links if link[0] == "#"} <= set(page.ids)
    assert page.tags["script"] == page.tags["style"] == page.tags["h1"] == page.tags["main"] == 1
    assert not any(name.startswith("on") for name in page.attributes)
    return page


def test_a_page_of_every_sort_of_claim(found: recorded.Recorded) -> None:
    page = well_formed(html.page(found))
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


def test_texts_of_claims_are_escaped(found: recorded.Recorded) -> None:
    source = html.page(found)
    page = well_formed(source)
    assert "<script>alert" not in source
    assert page.text.count(ATTACK) >= 5  # statement, section, reason, note, assumption


def test_the_same_results_give_the_same_bytes(found: recorded.Recorded, stored: Path) -> None:
    claims = {claim.id: claim for claim in CLAIMS}
    again = recorded.read(claims, lock.read(stored.parent / "verdicts.json"), stored)
    assert html.page(found) == html.page(again)


def test_the_page_is_complete_without_the_plots(
    found: recorded.Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawings, "FIGURES", ("map", "subdivision"))
    monkeypatch.setattr(drawings.os, "cpu_count", lambda: 1)
    monkeypatch.setitem(sys.modules, "fixedpoint.report.plots", None)
    page = well_formed(html.page(found))
    assert drawings.NO_FIGURES in page.text
    assert not page.tags["figure"]


def test_the_figures_keep_their_order_and_share_no_id(
    found: recorded.Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("matplotlib")
    monkeypatch.setattr(drawings, "FIGURES", ("subdivision", "map"))
    monkeypatch.setattr(drawings.os, "cpu_count", lambda: 1)
    page = well_formed(html.page(found))
    assert [i for i in page.ids if i in ("figure-subdivision", "figure-map")] == [
        "figure-subdivision",
        "figure-map",
    ]
    assert page.tags["svg"] == 2


def test_a_new_claim_and_one_that_differs_are_named(stored: Path) -> None:
    claims = {claim.id: claim for claim in CLAIMS}
    entries = lock.read(stored.parent / "verdicts.json")
    del entries["L1"]
    entries["L3"] = lock.Entry("REFUTED", entries["L3"].statement)
    text = Page(html.page(recorded.read(claims, entries, stored))).text
    assert "expects nothing: a new claim" in text
    assert "expects REFUTED" in text
    assert "Not as the lock expects: L1, L3." in text


def test_the_page_of_the_paper_has_every_claim_once() -> None:
    claims = registry.discover()
    found = recorded.read(
        claims, locks.of(registry.proofs().sections), registry.proofs().certificates
    )
    source = html.page(found)
    page = well_formed(source)
    assert [i for i in page.ids if i.startswith("c-")] == [f"c-{name}" for name in claims]
    assert len(source.encode()) < 3_000_000


def test_ids_of_a_drawing_get_its_name() -> None:
    svg = """<?xml version="1.0"?><!DOCTYPE svg><svg xmlns:xlink="http://x" xmlns="http://www">
    <metadata><a href="http://y"/></metadata><defs><path id="a"/></defs>
    <use xlink:href="#a" clip-path="url(#b)"/><g id="b"/></svg>"""
    made = drawings.inline(svg, "map")
    assert made.startswith("<svg aria-hidden") and "http://x" not in made and "http://y" not in made
    for part in ('id="map-a"', 'href="#map-a"', "url(#map-b)", 'id="map-b"'):
        assert part in made


# -- MathML ----------------------------------------------------------------------------------------


def plain(markup: str) -> str:
    reader = HTMLParser()
    seen: list[str] = []
    reader.handle_data = seen.append  # type: ignore[method-assign]
    reader.feed(markup)
    return "".join(seen).replace("\N{INVISIBLE TIMES}", "")


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        (Inequality(X / 8, "<=", "-0.1", Box({X: (0, 1)})), ["x8≤−0.1"]),
        (chain(Box({X: (0, 1)}), "1/3", "<", sqrt(X), "<", Rational(1, 4)), ["13<x<0.25"]),
        (chain(Box({}), *([0, "<"] * 20), 1), []),
    ],
)
def test_short_formulas(formula: object, says: list[str]) -> None:
    assert [plain(line) for line in mathml.formulas(formula)] == says


def test_the_letters_of_the_paper() -> None:
    model = mathml.moment_map(mathml.selu())
    assert plain(mathml.markup(model.mean)) == "μ~"
    assert plain(mathml.markup(model.jacobian[1, 0])) == "𝒥21"
    k, x, y = (Symbol(name) for name in "kxy")
    assert plain(mathml.markup(mathml.T(k, x, y) + mathml.P(x, y))) == "P(x,y)+Tk(x,y)"


def test_names_in_formulas_are_escaped() -> None:
    for hostile in (Symbol("<b>x"), Symbol("a_<b>^<b>"), Function("<b>")(X), Symbol("&<b>;")):
        markup = mathml.formulas(Inequality(hostile, "<", 1, Box({})))[0]
        assert "<b>" not in markup


def test_an_undecided_claim_needs_no_certificate(tmp_path: Path) -> None:
    claim = Claim("U1", "A1", "bound", "x < 1", Inequality(X, "<", 1, Box({X: (0, 1)})))
    entries = {"U1": lock.Entry("UNDECIDED", "")}
    found = recorded.read({"U1": claim}, entries, tmp_path)
    assert "? UNDECIDED" in Page(html.page(found)).text
