"""Where g is a contraction: the largest singular value S, and how the proof of S < 1 divides."""

from typing import Any

import numpy as np
from matplotlib.collections import PatchCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from fixedpoint.explore.regions import cells
from fixedpoint.explore.selu import g
from fixedpoint.report.plots.facts import box, certificate, extremum
from fixedpoint.report.plots.style import COLOURS, RED, Drawing, frame, panels, styled

Ends = tuple[float, float]
SYMBOLS = {"mu": r"$\mu$", "nu": r"$\nu$", "omega": r"$\omega$", "tau": r"$\tau$"}
SLICES: tuple[tuple[str, str, Ends, Ends], ...] = (
    ("nu", "tau", (0.3, 2.4), (0.6, 1.6)),
    ("mu", "omega", (-0.35, 0.35), (-0.35, 0.35)),
)


@styled
def contraction_figure() -> Drawing:
    """S on two planes through the point of Ω where it is largest."""
    figure, rows = panels(5.6, 2)
    ends, at = extremum("V1")
    proved, inner = box("L12"), box("V1")
    for (axes,), (first, second, across, up) in zip(rows, SLICES, strict=True):
        a, b = np.meshgrid(np.linspace(*across, 160), np.linspace(*up, 160))
        values = g.spectral_norm(**{**at, first: a, second: b})
        shade = axes.contourf(a, b, values, 16, cmap=COLOURS)
        axes.contour(a, b, values, [1], colors=RED, linewidths=1.4)
        frame(axes, proved[first], proved[second], "white", "--")
        frame(axes, inner[first], inner[second], "white")
        axes.plot(
            at[first],
            at[second],
            "*",
            color=RED,
            markeredgecolor="white",
            markersize=9,
            markeredgewidth=0.6,
        )
        rest = ", ".join(f"{SYMBOLS[v]} = {q:g}" for v, q in at.items() if v not in (first, second))
        axes.set(xlabel=SYMBOLS[first], ylabel=SYMBOLS[second])
        axes.set_title(f"S for {rest}".replace("-", "−"))
        figure.colorbar(shade, ax=axes, aspect=25, pad=0.02)
    ground = Patch(color="#6B6B6B")
    keys: list[Any] = [
        (ground, Line2D([], [], color="white")),
        (ground, Line2D([], [], color="white", linestyle="--")),
        Line2D([], [], color=RED, linewidth=1.4),
        Line2D([], [], color=RED, marker="*", markersize=8, linestyle=""),
    ]
    names = [
        r"$\Omega$ (Theorem 1)",
        "S < 1 proved (Lemma 12)",
        "S = 1",
        f"max S on $\\Omega$ = {ends}, proved",
    ]
    figure.legend(keys, names, loc="outside upper left", handlelength=2.4)
    return figure


@styled
def subdivision_figure() -> Drawing:
    """The boxes into which the proof of Lemma 12 divides the domain, seen along μ and ω."""
    figure, ((axes,),) = panels(2.9)
    found = sorted(cells(certificate("L12")), key=lambda cell: cell.depth)
    boxes, widths = [], []
    for cell in found:
        (x0, x1), (y0, y1) = (tuple(map(float, cell.box[name])) for name in ("nu", "tau"))
        boxes.append(Rectangle((x0, y0), x1 - x0, y1 - y0))
        widths.append(cell.depth)
    patches = PatchCollection(boxes, cmap=COLOURS + "_r", edgecolor="white", linewidth=0.5)
    patches.set_array(np.array(widths))
    axes.add_collection(patches)
    domain = box("L12")
    frame(axes, domain["nu"], domain["tau"])
    inner = box("T1.3")
    frame(axes, inner["nu"], inner["tau"], RED, "--")
    axes.text(1.45, 0.96, r"$\Omega$", color=RED)
    axes.set(xlabel=SYMBOLS["nu"], ylabel=SYMBOLS["tau"], xlim=(0.78, 1.52), ylim=(0.785, 1.265))
    axes.set_title(
        f"S < 1 on $\\Omega_J$: {len(found)} boxes, where the paper\n"
        r"evaluates S at some $3\cdot10^9$ points"
    )
    bar = figure.colorbar(patches, ax=axes, aspect=30, pad=0.02)
    bar.set_label("bisections")
    axes.spines[["left", "bottom"]].set_visible(False)
    return figure
