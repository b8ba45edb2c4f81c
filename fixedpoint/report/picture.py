"""The printed proofs of a work as a picture: a box for each lemma or section, a cell a statement.

It is plain SVG without styles or scripts. A verdict is told by the tone of its cell and by its
sign, a defect by a letter, so neither colour nor a screen is needed; each cell has its id and title
as a tooltip.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import escape

from fixedpoint.claims.claim import Verdict
from fixedpoint.report.graph import Cell, Graph, Part
from fixedpoint.report.layered import Layout, Point, layout, needless
from fixedpoint.verdicts.derivations import Derivation, Proof
from fixedpoint.verdicts.errata import Effect

WIDTH = 1080
CELL, STEP, EDGE, LINE, TIP = 12, 14, 6, 15, 7
"""Pixels: a cell; from one to the next; inside a box around them; a line of text; a tip."""

LETTERS = {
    Effect.BREAKS: "B",
    Effect.FALSE: "F",
    Effect.LAST_DIGIT: "D",
    Effect.MISPRINT: "M",
    Effect.UNPROVED: "S",
}
"""A letter for each tier of defects."""

TONES: dict[Verdict | None, tuple[str, str, str]] = {
    Verdict.PROVED: ("#cfe6f5", "#0072b2", ""),
    Verdict.REFUTED: ("#d55e00", "#8f3d00", "×"),
    Verdict.UNDECIDED: ("#f0e442", "#7a7000", "?"),
    Verdict.NOT_FORMAL: ("#fff", "#8a8a8a", "–"),
    None: ("#fff", "#8a8a8a", ""),
}
"""Fill, outline and sign of a cell, from the palette of Okabe and Ito."""

WORST = ("#7a1f00", "#4a1300")
"""Fill and outline of what breaks a proof."""

WORDS = {
    Proof.HOLDS: "its printed proof holds",
    Proof.MENDED: "corrections mend it",
    Proof.REPAIRED: "mended by sharper premises",
    Proof.BROKEN: "not mended",
    Proof.OPEN: "not decided yet",
}

ARROWS = (
    "An arrow goes from a part to one whose printed proof uses it; those that a longer way implies "
    "are left out."
)

Link = Callable[[str], str]
"""The address of a statement; empty if it has none."""


def svg(graph: Graph, link: Link = lambda _: "") -> str:
    """The picture, with each cell linked to its statement."""
    top = [part.name for part in graph.parts.values() if part.theorems]
    apart = _apart(graph)
    joined = {name: part for name, part in graph.parts.items() if name not in apart}
    implied = needless(graph.arrows)
    arrows = [arrow for arrow in graph.arrows if arrow not in implied]
    made = layout({n: _size(p) for n, p in joined.items()}, arrows, top, WIDTH)
    drawn = [*_arrows(made)]
    for name, part in joined.items():
        drawn += _part(part, made.boxes[name], link)
    x, y, tall = 0.0, made.height + 2 * LINE, 0.0
    if apart:
        drawn.append(_text("Not joined to the others", 0, y, fill="#555"))
        y += 8
    for name in apart:
        width, height = _size(graph.parts[name])
        if x + width > WIDTH:
            x, y, tall = 0.0, y + tall + 10, 0.0
        drawn += _part(graph.parts[name], (x, y), link)
        x, tall = x + width + 16, max(tall, height)
    y += tall + 1.6 * LINE
    key, height = _key(graph, y)
    used = {_look(cell) for part in graph.parts.values() for cell in part.cells}
    looks = "".join(map(_symbol, sorted(used | {look for look, *_ in _samples(graph)})))
    size = f'width="{made.width + 16:.0f}" height="{height + 16:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="-8 -8 {made.width + 16:.0f} {height + 16:.0f}" '
        'font-family="system-ui, DejaVu Sans, sans-serif" font-size="12">'
        f'<defs>{looks}</defs><rect x="-8" y="-8" {size} fill="#fff"/>'
        f"{''.join(drawn + key)}</svg>\n"
    )


def _apart(graph: Graph) -> list[str]:
    """The parts that no arrow touches."""
    touched = {name for arrow in graph.arrows for name in arrow}
    return [n for n, part in graph.parts.items() if n not in touched and not part.theorems]


def _columns(part: Part) -> int:
    """How many cells stand in a row: as many as the words leave room for, or more."""
    n, room = len(part.cells), (_words(part) - 2 * EDGE + 2) // STEP
    rows = math.ceil(n / max(math.ceil(math.sqrt(2.4 * n)), int(room)))
    return math.ceil(n / rows)


def _words(part: Part) -> float:
    """The width of the words of a part with the space around them."""
    lines = _said(part)
    texts = [_wide(part.name, 20 if lines else 13.5), *(_wide(line, 12) for line in lines)]
    return max(texts) + 2 * EDGE


def _wide(text: str, size: float) -> float:
    return len(text) * size * 0.6


def _size(part: Part) -> tuple[float, float]:
    columns, lines = _columns(part), _said(part)
    rows = math.ceil(len(part.cells) / columns)
    head = (28 if lines else 18) + LINE * len(lines)
    return max(columns * STEP + 2 * EDGE - 2, _words(part)), head + rows * STEP + EDGE - 2


def _said(part: Part) -> list[str]:
    """What the theorems of a part say and what becomes of them, those of the same fate together."""
    fates: dict[tuple[str, ...], list[str]] = {}
    for theorem, own, printed in part.theorems:
        known = "not run" if own is None else own.value.lower().replace("_", " ")
        fates.setdefault((f"{known} by our proof", *_fate(printed)), []).append(theorem.id)
    lines = [theorem.title.partition(": ")[2] for theorem, *_ in part.theorems[:1]]
    for fate, ids in fates.items():
        lines += [f"{', '.join(ids)}: {fate[0]}", *fate[1:]]
    return [line for line in lines if line]


def _fate(printed: Derivation) -> Iterator[str]:
    if printed.broken:
        yield f"printed proof breaks first at {printed.broken}"
    yield WORDS[printed.proof]
    if printed.open:
        yield f"not decided yet: {printed.open}"


def _text(text: str, x: float, y: float, **details: str | int) -> str:
    more = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in details.items())
    return f'<text x="{x:g}" y="{y:g}"{more}>{escape(text)}</text>'


def _part(part: Part, corner: Point, link: Link) -> Iterator[str]:
    x, y = (round(value, 1) for value in corner)
    width, height = _size(part)
    lines = _said(part)
    stroke = ("#000", 1.8) if lines else ("#777", 1)
    yield (
        f"<g><title>{escape(part.cells[0].title)}</title>"
        f'<rect x="{x:g}" y="{y:g}" width="{width:.1f}" height="{height:.1f}" rx="4" '
        f'fill="{"#f4f4f4" if lines else "#fff"}" stroke="{stroke[0]}" stroke-width="{stroke[1]}"/>'
    )
    size = 18 if lines else 12
    yield _text(part.name, x + EDGE, y + (21 if lines else 13.5), font_size=size, font_weight=600)
    below = y + (28 if lines else 18)
    for line in lines:
        yield _text(line, x + EDGE, below + 10)
        below += LINE
    yield "</g>"
    columns = _columns(part)
    for n, cell in enumerate(part.cells):
        at = (x + EDGE + n % columns * STEP, below + n // columns * STEP)
        yield _cell(cell, at, link(cell.id))


def _cell(cell: Cell, at: Point, address: str) -> str:
    drawn = f"<title>{escape(told(cell))}</title>{_square(_look(cell), at, bool(cell.first))}"
    if not address:
        return f"<g>{drawn}</g>"
    return f'<a href="{escape(address)}" tabindex="-1">{drawn}</a>'


def _square(look: str, at: Point, framed: bool) -> str:
    x, y = at
    drawn = f'<use href="#cell-{look}" x="{x:g}" y="{y:g}"/>'
    if not framed:
        return drawn
    side = CELL + 3
    frame = f'<rect x="{x - 1.5:g}" y="{y - 1.5:g}" width="{side}" height="{side}" '
    return f'{drawn}{frame}fill="none" stroke="#000" stroke-width="2"/>'


def told(cell: Cell) -> str:
    """A cell in words."""
    verdict = "not audited" if cell.verdict is None else cell.verdict.value.replace("_", " ")
    said = f"{cell.id}: {cell.title} – {verdict}" if cell.title else f"{cell.id}: {verdict}"
    if cell.effect is not None:
        said += f" – {cell.effect.value.partition(':')[0].lower()}"
    if cell.first:
        said += f" – the printed proof of {', '.join(cell.first)} breaks first here"
    return said


def _look(cell: Cell) -> str:
    return _named(cell.verdict, cell.effect)


def _named(verdict: Verdict | None, effect: Effect | None = None) -> str:
    word = "NONE" if verdict is None else verdict.value
    return word if effect is None else f"{word}-{LETTERS[effect]}"


def _symbol(look: str) -> str:
    """How all cells of one look are drawn."""
    word, _, letter = look.partition("-")
    verdict = None if word == "NONE" else Verdict(word)
    fill, stroke, sign = TONES[verdict]
    if letter == LETTERS[Effect.BREAKS]:
        fill, stroke = WORST
    dashes = ' stroke-dasharray="2 1.5"' if verdict is None else ""
    ink = "#fff" if verdict is Verdict.REFUTED or letter == "B" else "#8f2d00" if letter else "#333"
    box = (
        f'<rect x=".5" y=".5" width="{CELL - 1}" height="{CELL - 1}" fill="{fill}" '
        f'stroke="{stroke}"{dashes}/>'
    )
    mark = letter or sign
    middle = f'text-anchor="middle" font-size="10" font-weight="700" fill="{ink}"'
    text = f'<text x="{CELL / 2:g}" y="9.6" {middle}>{mark}</text>' if mark else ""
    return f'<g id="cell-{look}">{box}{text}</g>'


def _arrows(made: Layout) -> Iterator[str]:
    yield '<g fill="none" stroke="#777" stroke-width="1.1">'
    for (low, high), points in made.arrows.items():
        x, y = points[-1]
        path = _curve([*points[:-1], (x, y + TIP)])
        yield f'<path d="{path}"><title>{escape(high)} uses {escape(low)}</title></path>'
    ends = (points[-1] for points in made.arrows.values())
    tips = "".join(f"M{x:.1f} {y:.1f}l3.2 {TIP}h-6.4z" for x, y in ends)
    yield f'</g><path d="{tips}" fill="#555"/>'


def _curve(points: Sequence[Point]) -> str:
    """Up, in a curve, up, …"""
    x, y = points[0]
    path = [f"M{x:.1f} {y:.1f}"]
    for n, (new, up) in enumerate(points[1:]):
        if n % 2:
            half = (y + up) / 2
            path.append(f"C{x:.1f} {half:.1f} {new:.1f} {half:.1f} {new:.1f} {up:.1f}")
        elif up != y:
            path.append(f"V{up:.1f}")
        x, y = new, up
    return "".join(path)


def _samples(graph: Graph) -> Iterator[tuple[str, str, bool]]:
    """The looks of cells with their meaning and how many there are, and whether they are framed."""
    cells = [cell for part in graph.parts.values() for cell in part.cells]
    plain = Counter(cell.verdict for cell in cells)
    words = {
        Verdict.PROVED: "proved as printed",
        Verdict.REFUTED: "refuted",
        Verdict.UNDECIDED: "undecided",
        Verdict.NOT_FORMAL: "a definition, or not formal",
        None: "not audited yet",
    }
    for verdict, word in words.items():
        if plain[verdict]:
            yield _named(verdict), f"{word} ({plain[verdict]})", False
    marked = Counter(cell.effect for cell in cells)
    for effect in Effect:
        if marked[effect]:
            common = Counter(cell.verdict for cell in cells if cell.effect is effect)
            look = _named(common.most_common(1)[0][0], effect)
            yield look, f"{effect.short} ({marked[effect]})", False
    if any(cell.first for cell in cells):
        word = "framed: here the printed proof of a theorem breaks first"
        yield _named(Verdict.REFUTED), word, True


def _key(graph: Graph, y: float) -> tuple[list[str], float]:
    """What the cells and arrows mean, from `y` on, and where that ends."""
    drawn, x = [], 0.0
    for look, word, framed in _samples(graph):
        wide = CELL + 5 + _wide(word, 12) + 18
        if x + wide > WIDTH:
            x, y = 0.0, y + 20
        drawn.append(_square(look, (x, y), framed))
        drawn.append(_text(word, x + CELL + 5, y + 10.5))
        x += wide
    drawn.append(_text(ARROWS, 0, y + 32, fill="#555"))
    return drawn, y + 40
