"""The picture of the printed proofs: every statement and every use in it, and nothing overlaps."""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest

from fixedpoint import registry
from fixedpoint.claims import NotFormal
from fixedpoint.claims.about import About, head
from fixedpoint.claims.claim import Claim, Verdict
from fixedpoint.report import picture
from fixedpoint.report.graph import graph
from fixedpoint.report.layered import Arrow, Layout, Point, layout, needless, reach
from fixedpoint.verdicts.audit import Audit, audit
from fixedpoint.verdicts.errata import Effect

PROOFS = registry.proofs()
AUDIT, PAPER = audit(PROOFS), PROOFS.about()
GRAPH = graph(AUDIT, PAPER)
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = fromstring(picture.svg(GRAPH, lambda name: f"#c-{name}"))


def titles(tag: str) -> list[str]:
    found = (element.find(f"{SVG}title") for element in DRAWN.iter(f"{SVG}{tag}"))
    return [title.text or "" for title in found if title is not None]


def test_every_statement_has_one_cell_that_leads_to_it() -> None:
    links = [element.get("href") for element in DRAWN.iter(f"{SVG}a")]
    assert sorted(links) == sorted(f"#c-{name}" for name in PAPER.statements())
    for link, title in zip(links, titles("a"), strict=True):
        assert link == f"#c-{title.partition(':')[0]}"
    looks = {element.get("id") for element in DRAWN.iter(f"{SVG}g")} - {None}
    assert {use.get("href", "")[1:] for use in DRAWN.iter(f"{SVG}use")} <= looks
    assert not any(element.get("id") in PAPER.statements() for element in DRAWN.iter())


def test_every_use_in_a_printed_proof_is_an_arrow_or_a_longer_way() -> None:
    home = {cell.id: name for name, part in GRAPH.parts.items() for cell in part.cells}
    drawn = [tuple(reversed(title.split(" uses "))) for title in titles("path")]
    assert set(drawn) == set(GRAPH.arrows) - needless(GRAPH.arrows)
    ways = {name: reach(name, drawn) for name in GRAPH.parts}  # type: ignore[arg-type]
    uses = [(low, high) for high in home for low in AUDIT.derivations.premises(high)]
    assert len(uses) > 400
    for low, high in uses:
        if low in home and home[low] != home[high]:
            assert home[high] in ways[home[low]], (low, high)
    assert not any(name in way for name, way in ways.items())  # no circle


def test_a_cell_says_what_is_known_of_its_statement() -> None:
    cells = {cell.id: cell for part in GRAPH.parts.values() for cell in part.cells}
    said = dict(zip(cells, map(picture.told, cells.values()), strict=True))
    assert all(title == said[title.partition(":")[0]] for title in titles("a"))
    for name, cell in cells.items():
        assert cell.verdict is AUDIT.verdict(name)
        assert ("breaks first here" in said[name]) is bool(cell.first)
    broken = {AUDIT.derivation(theorem).broken for theorem in AUDIT.theorems()} - {""}
    assert {name for name, cell in cells.items() if cell.first} == broken


def test_no_two_looks_differ_by_colour_alone() -> None:
    marks = [*picture.LETTERS.values(), *(sign for *_, sign in picture.TONES.values() if sign)]
    assert len(set(marks)) == len(marks) and len(picture.LETTERS) == len(Effect)
    plain = [word for word, (*_, sign) in picture.TONES.items() if not sign]
    assert plain == [Verdict.PROVED, None]  # filled, and empty in dashes


def test_the_theorems_are_named_in_large_letters_on_top() -> None:
    large = [text for text in DRAWN.iter(f"{SVG}text") if text.get("font-size") == "18"]
    assert [text.text for text in large] == ["Theorem 1", "Theorem 2", "Theorem 3"]
    small = [text for text in DRAWN.iter(f"{SVG}text") if text.get("font-weight") == "600"]
    others = [float(text.get("y", "")) for text in small if "Lemma" in (text.text or "")]
    assert max(float(text.get("y", "")) for text in large) < min(others)


def inside(text: Element) -> bool:
    wide = len(text.text or "") * float(text.get("font-size", 12)) * 0.5
    start = float(text.get("x", ""))
    return start >= 0 and start + wide <= picture.WIDTH + 8


def test_all_words_are_on_the_picture() -> None:
    named = [text for text in DRAWN.iter(f"{SVG}text") if text.get("x") != "6"]
    assert all(map(inside, named)) and len(named) > 60


# -- the layout ------------------------------------------------------------------------------------


def apart(made: Layout, sizes: dict[str, tuple[float, float]]) -> None:
    """No two boxes touch; arrows go up, from box to box, and through no other."""
    places = [(*made.boxes[name], *size) for name, size in sizes.items()]
    for (x, y, w, h), (x2, y2, w2, h2) in combinations(places, 2):
        assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y
    for (low, high), points in made.arrows.items():
        assert all(a[1] >= b[1] for a, b in pairwise(points))
        (x, y), (x2, y2) = points[0], points[-1]
        assert y == made.boxes[low][1] and y2 == made.boxes[high][1] + sizes[high][1]
        for name, (left, top) in made.boxes.items():
            wide, tall = sizes[name]
            if name not in (low, high):
                for x, y in traced(points):
                    assert not (left < x < left + wide and top < y < top + tall), (low, high, name)


def traced(points: Sequence[Point]) -> Iterator[Point]:
    """Points of the curve, piece by piece, as it is drawn."""
    for n, ((x, y), (x2, y2)) in enumerate(pairwise(points)):
        for step in range(11):
            t = step / 10
            bend = 3 * t**2 - 2 * t**3 if n % 2 else t
            rise = 1.5 * t * (1 - t) + t**3 if n % 2 else t
            yield x + (x2 - x) * bend, y + (y2 - y) * rise


@pytest.mark.parametrize("seed", range(30))
def test_any_graph_is_laid_out_without_overlaps(seed: int) -> None:
    chance = random.Random(seed)
    names = [f"N{n}" for n in range(chance.randrange(1, 40))]
    sizes = {n: (float(chance.randrange(40, 260)), float(chance.randrange(30, 90))) for n in names}
    arrows: list[Arrow] = [
        (low, high)
        for n, high in enumerate(names)
        for low in names[n + 1 :]
        if chance.random() < 0.08
    ]
    top = chance.sample(names, min(len(names), chance.randrange(4)))
    apart(layout(sizes, arrows, top, 900), sizes)


def test_the_paper_is_laid_out_without_overlaps() -> None:
    sizes = {name: picture._size(part) for name, part in GRAPH.parts.items()}
    top = [name for name, part in GRAPH.parts.items() if part.theorems]
    arrows = [arrow for arrow in GRAPH.arrows if arrow not in needless(GRAPH.arrows)]
    apart(layout(sizes, arrows, top, picture.WIDTH), sizes)


def test_implied_arrows_are_needless() -> None:
    assert needless([("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")]) == {("a", "c")}


# -- the graph -------------------------------------------------------------------------------------


def chained(**cites: str) -> Audit:
    """Claims that are not formal, by what they cite; an id may have _ for its dot."""
    names = {name: name.replace("_", ".") for name in cites}
    claims = {
        names[name]: Claim(
            names[name], "s", "k", "t", NotFormal("r"),
            cites=tuple(names.get(other, other) for other in cited.split()),
        )
        for name, cited in cites.items()
    }  # fmt: skip
    return Audit(claims, {}, lambda _: PROOFS.folder)


def test_a_circle_of_parts_is_split() -> None:
    found = graph(chained(A_1="", B_1="A_1", B="B_1", A_2="B", A="A_2 A_1"), About("t"))
    assert {name: [c.id for c in part.cells] for name, part in found.parts.items()} == {
        "A.1": ["A.1"],
        "B": ["B.1", "B"],
        "A": ["A.2", "A"],
    }
    assert set(found.arrows) == {("A.1", "B"), ("B", "A"), ("A.1", "A")}
    assert found.uses("A") == ["B", "A.1"] and found.users("A.1") == ["B", "A"]


def test_parts_that_use_each_other_by_different_statements_are_split_too() -> None:
    found = graph(chained(A_1="", A_2="B_2", B_1="A_1", B_2=""), About("t"))
    ways = {name: reach(name, found.arrows) for name in found.parts}
    assert not any(name in way for name, way in ways.items())
    assert sorted(c.id for part in found.parts.values() for c in part.cells) == [
        "A.1", "A.2", "B.1", "B.2",
    ]  # fmt: skip


def test_what_is_not_audited_is_drawn_as_such() -> None:
    about = About("t", statements=lambda: {"L1": "one & two", "L2": "three"}, part=head)
    drawn = picture.svg(graph(chained(L2="L1"), about))
    assert "<title>L1: one &amp; two – not audited</title>" in drawn
    assert "L2 uses L1" in drawn and "not audited yet (1)" in drawn and "<a " not in drawn
    assert not re.search(r"\b(nan|inf)\b", drawn)
