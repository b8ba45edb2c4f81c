"""What these claims are about: the paper, its letters, its definitions and its figures.

What needs SymPy or Matplotlib is loaded when it is asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fixedpoint.claims import About, Definition
from fixedpoint.claims.about import head

from .findings import FINDINGS
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


PARTS = {
    "A1": "Background (A1)",
    "T4": "Banach’s theorem",
    "Def2": "Banach’s theorem",
    "JAC": "Jacobian (A3.4.1)",
    "S343": "Formulas (A3.4.3)",
    "S344": "Formulas (A3.4.4)",
    "FP": "Precision (A3.4.5)",
    "D346": "Definitions (A3.4.6)",
    "DROP": "Alpha dropout",
    "INIT": "Initialization",
    "A5": "Fixed point (A5)",
    "A6": "Computed ranges (A6)",
}
KINDS = {"T": "Theorem", "L": "Lemma", "C": "Corollary"}


def part(name: str) -> str:
    """The lemma, theorem or section of a statement, by its name in the paper."""
    first = head(name)
    number = first[1:].removesuffix("m")  # the main text on the theorem
    if first in PARTS:
        return PARTS[first]
    return f"{KINDS[first[0]]} {number}" if number.isdigit() else "Moments (main text)"


def plots() -> Mapping[str, Callable[[], Any]]:
    """The figures, whose module needs Matplotlib."""
    from .figures import PLOTS

    return PLOTS


ABOUT = About(
    title="Self-Normalizing Neural Networks",
    authors="Klambauer, Unterthiner, Mayr, Hochreiter (2017)",
    url="https://arxiv.org/abs/1706.02515",
    statements=lambda: {name: entry["title"] for name, entry in INDEX.items()},
    findings=lambda: FINDINGS,
    part=part,
    remark="None of this makes Theorems 1–3 false.",
    letters=letters,
    notation=notation,
    maps=maps,
    plots=plots,
    on_page=("map", "contraction", "subdivision", "variance", "defects"),
)
