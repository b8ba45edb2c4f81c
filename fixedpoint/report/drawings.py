"""The figures as SVG elements of a page, drawn in other processes while the page is written."""

import os
import re
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from fixedpoint import registry
from fixedpoint.parallel import each

NO_FIGURES = "figures need the extra plot: pip install 'verify-bounds[plot]'"

Made = tuple[str, str, str]
"""A figure's name, caption and SVG element."""


def start(folder: Path, names: Sequence[str]) -> Generator[Made | None, None, None]:
    """All figures as they are done; each None without the extra plot. Close it to stop early."""
    return each(drawing, [(folder, name) for name in names], os.cpu_count() or 1)


def gathered(made: Iterable[Made | None], names: Sequence[str]) -> list[Made]:
    """The figures there are, in their order."""
    return sorted(filter(None, made), key=lambda figure: names.index(figure[0]))


def drawing(task: tuple[Path, str]) -> Made | None:
    """One figure of a folder of claims; None without the extra plot."""
    folder, name = task
    try:
        from fixedpoint.report.plots import figures, svg

        proofs = registry.proofs(folder)
        words = figures(proofs)[name].__doc__ or name
    except ImportError:
        return None
    return name, caption(words), inline(svg(name, proofs), name)


def caption(text: str) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join(text.strip().partition("\n\n")[0].split())


def inline(svg: str, name: str) -> str:
    """An SVG file as an element of a page that has others: its ids get the figure's name."""
    start = svg.index("<svg")
    kept = re.sub(r"<(metadata|style)\b.*?</\1>", "", svg[start:], flags=re.DOTALL)
    kept = re.sub(r'\bid="', f'id="{name}-', kept)
    kept = re.sub(r'(xlink:)?href="#', f'href="#{name}-', kept)
    kept = kept.replace("url(#", f"url(#{name}-").replace("<svg", '<svg aria-hidden="true"', 1)
    return re.sub(r' xmlns:\w+="[^"]*"', "", kept)
