"""The figures, one function each; needs Matplotlib: the extra `plots`.

PLOTS["map"]()           a Figure, which shows itself in Jupyter as vector graphics
svg("map")               its SVG text, the same bytes each time
save("map", path)        an .svg, .pdf or .png file
"""

from collections.abc import Callable
from pathlib import Path

from fixedpoint.report.plots.contraction import contraction_figure, subdivision_figure
from fixedpoint.report.plots.defects import defects_figure
from fixedpoint.report.plots.dynamics import map_figure, variance_figure
from fixedpoint.report.plots.layers import layers_figure
from fixedpoint.report.plots.style import Drawing

PLOTS: dict[str, Callable[[], Drawing]] = {
    "map": map_figure,
    "contraction": contraction_figure,
    "subdivision": subdivision_figure,
    "variance": variance_figure,
    "defects": defects_figure,
    "layers": layers_figure,
}

ENDINGS = (".svg", ".pdf", ".png")


def plot(name: str) -> Drawing:
    """The figure of that name; ValueError for another."""
    if name not in PLOTS:
        raise ValueError(unknown(name))
    return PLOTS[name]()


def unknown(name: str) -> str:
    """What to say about an unknown name."""
    return f"no plot is called {name[:40]!r}: choose one of {', '.join(PLOTS)}"


def svg(name: str) -> str:
    """A figure as SVG text."""
    return plot(name).svg()


def save(name: str, path: Path) -> None:
    """Write a figure in the format that the path's ending names; ValueError for another."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f"{path}: a plot is written as {', '.join(ENDINGS)}")
    if name not in PLOTS:
        raise ValueError(unknown(name))
    if not path.parent.is_dir():
        raise ValueError(f"{path}: {path.parent} is no folder: make it first")
    if path.is_dir():
        raise ValueError(f"{path} is a folder: name a file")
    path.write_bytes(plot(name).content(ending[1:]))


__all__ = ["PLOTS", "Drawing", "plot", "save", "svg"]
