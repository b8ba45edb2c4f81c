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
        raise ValueError(f"no plot is called {name!r}: choose one of {', '.join(PLOTS)}")
    return PLOTS[name]()


def svg(name: str) -> str:
    """A figure as SVG text."""
    return plot(name).svg()


def save(name: str, path: Path) -> None:
    """Write a figure in the format that the path's ending names; ValueError for another."""
    if path.suffix not in ENDINGS:
        raise ValueError(f"{path}: a plot is written as {', '.join(ENDINGS)}")
    content = plot(name).content(path.suffix[1:])
    path.write_bytes(content)


__all__ = ["PLOTS", "Drawing", "plot", "save", "svg"]
