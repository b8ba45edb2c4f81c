"""What these claims are about: the paper, its letters, its definitions and its figures.

What needs SymPy or Matplotlib is loaded when it is asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fixedpoint.claims import About, Definition

from .index import INDEX


def letters() -> Mapping[Any, Any]:
    """The letters of the paper for the moments, their Jacobians and the singular value."""
    from .notation import letters

    return letters()


def notation() -> Sequence[Definition]:
    """What a symbol of the paper is called, and its definition."""
    from .notation import notation

    return notation()


def maps() -> Mapping[tuple[Any, ...], str]:
    """The paper's name for its map."""
    from .notation import maps

    return maps()


def plots() -> Mapping[str, Callable[[], Any]]:
    """The figures, whose module needs Matplotlib."""
    from .figures import PLOTS

    return PLOTS


ABOUT = About(
    title="Self-Normalizing Neural Networks",
    authors="Klambauer, Unterthiner, Mayr, Hochreiter (2017)",
    url="https://arxiv.org/abs/1706.02515",
    statements=lambda: {name: entry["title"] for name, entry in INDEX.items()},
    remark="None of this makes Theorems 1–3 false.",
    letters=letters,
    notation=notation,
    maps=maps,
    plots=plots,
    on_page=("map", "contraction", "subdivision", "variance", "defects"),
)
