"""The figures of a folder of claims, as its `about` names them; needs Matplotlib: the extra `plot`.

plot("map")              a figure, which shows itself in Jupyter as vector graphics
svg("map")               its SVG text, the same bytes each time
save("map", path)        an .svg, .pdf or .png file
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fixedpoint import registry
from fixedpoint.report.plots.style import Drawing

ENDINGS = (".svg", ".pdf", ".png")


def figures(proofs: registry.Proofs | None = None) -> Mapping[str, Callable[[], Any]]:
    """The functions that draw the figures, by name."""
    return (proofs or registry.proofs()).about().plots()


def plot(name: str, proofs: registry.Proofs | None = None) -> Drawing:
    """The figure of that name; ValueError for another."""
    known = figures(proofs)
    if name not in known:
        choice = f"choose one of {', '.join(known)}" if known else "these claims have none"
        raise ValueError(f"no plot is called {name[:40]!r}: {choice}")
    drawing: Drawing = known[name]()
    return drawing


def svg(name: str, proofs: registry.Proofs | None = None) -> str:
    """A figure as SVG text."""
    return plot(name, proofs).svg()


def save(name: str, path: Path, proofs: registry.Proofs | None = None) -> None:
    """Write a figure in the format that the path's ending names; ValueError for another."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f"{path}: a plot is written as {', '.join(ENDINGS)}")
    if not path.parent.is_dir():
        raise ValueError(f"{path}: {path.parent} is no folder: make it first")
    if path.is_dir():
        raise ValueError(f"{path} is a folder: name a file")
    path.write_bytes(plot(name, proofs).content(ending[1:]))


__all__ = ["Drawing", "figures", "plot", "save", "svg"]
