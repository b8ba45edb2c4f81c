"""One look for all figures: column width, colours that colour-blind readers can tell apart."""

import io
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from matplotlib import rc_context, rcdefaults, rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

WIDTH = 3.4
"""Inches: one column of a paper with two."""

BLUE, SKY, ORANGE, GREEN, RED, GREY, BLACK = (
    "#0072B2",
    "#56B4E9",
    "#E69F00",
    "#009E73",
    "#D55E00",
    "#8A8A8A",
    "#000000",
)
"""From the palette of Okabe and Ito."""

COLOURS = "cividis"

LOOK: Any = {
    "font.size": 8,
    "axes.titlesize": 8,
    "axes.labelsize": 8,
    "legend.fontsize": 7,
    "xtick.labelsize": 7,
    "ytick.labelsize": 7,
    "axes.linewidth": 0.6,
    "lines.linewidth": 1.1,
    "axes.titlelocation": "left",
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "legend.frameon": False,
    "legend.handlelength": 1.4,
    "mathtext.fontset": "dejavusans",
    "svg.hashsalt": "fixedpoint",
    "svg.fonttype": "path",
    "savefig.dpi": 200,
    "axes.unicode_minus": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
}
METADATA: dict[str, dict[str, Any]] = {
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    "png": {"Software": None},
}

P = ParamSpec("P")


class Drawing(Figure):
    """A figure without a window, which writes the same bytes each time."""

    def content(self, ending: str) -> bytes:
        """The file "svg", "pdf" or "png"."""
        stream = io.BytesIO()
        with rc_context(LOOK):
            self.savefig(stream, format=ending, metadata=METADATA[ending])
        return stream.getvalue()

    def svg(self) -> str:
        return self.content("svg").decode("utf-8")

    def _repr_svg_(self) -> str:
        return self.svg()


def styled(draw: Callable[P, Drawing]) -> Callable[P, Drawing]:
    """Draw in the one look, whatever the user's settings are."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Drawing:
        with rc_context():
            rcdefaults()
            rcParams.update(LOOK)
            return draw(*args, **kwargs)

    return drawn


def panels(height: float, rows: int = 1, columns: int = 1, **options: Any) -> tuple[Drawing, Any]:
    """A figure of column width with its axes in a rows × columns array."""
    figure = Drawing(figsize=(WIDTH, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.subplots(rows, columns, squeeze=False, **options)


def frame(axes: Axes, x: Any, y: Any, colour: str = BLACK, line: str = "-") -> None:
    """The outline of the rectangle x × y."""
    (x0, x1), (y0, y1) = ((float(a), float(b)) for a, b in (x, y))
    axes.add_patch(
        Rectangle(
            (x0, y0), x1 - x0, y1 - y0, fill=False, edgecolor=colour, linestyle=line, linewidth=1.1
        )
    )
