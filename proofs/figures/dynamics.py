"""The map itself: where it sends (μ, ν), and where the variance grows or shrinks."""

from itertools import product
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from fixedpoint.explore.map import Map
from fixedpoint.explore.selu import g as paper_map
from fixedpoint.report.plots.facts import box, extremum
from fixedpoint.report.plots.style import (
    BLACK,
    BLUE,
    COLOURS,
    GREEN,
    GREY,
    ORANGE,
    RED,
    SKY,
    Drawing,
    panels,
    styled,
)

STARTS = ((-0.09, 1.45), (0.09, 1.45), (-0.09, 0.83), (0.09, 0.83))


@styled
def map_figure(omega: float = 0, tau: float = 1, g: Map = paper_map) -> Drawing:
    """The vector field g(μ, ν) − (μ, ν), four orbits and the fixed point."""
    figure, ((axes,),) = panels(3.0)
    mu, nu = np.meshgrid(np.linspace(-0.1, 0.1, 13), np.linspace(0.8, 1.5, 15))
    mean, variance = g(mu, nu, omega, tau)
    along, up = mean - mu, variance - nu
    length = np.hypot(along / 0.2, up / 0.7)
    shrink = 0.19 / np.sqrt(length + 1e-9)  # arrows as long as the root of the step
    arrows = axes.quiver(
        mu,
        nu,
        along * shrink,
        up * shrink,
        length,
        cmap=COLOURS,
        angles="xy",
        scale_units="xy",
        scale=1,
        width=0.005,
        headwidth=4,
        alpha=0.8,
    )
    for start in STARTS:
        means, variances = g.orbit(*start, omega, tau, steps=30)
        axes.plot(means, variances, "o-", color=RED, markersize=2.2, linewidth=0.9)
    axes.plot([], [], "o-", color=RED, markersize=2.2, label="orbits of g")
    fixed = g.fixed_point(omega, tau)
    place = f"({round(float(fixed[0]), 4) + 0.0:g}, {fixed[1]:.4g})".replace("-", "−")
    axes.plot(
        *fixed,
        "o",
        color="white",
        markeredgecolor=BLACK,
        markersize=6,
        zorder=5,
        label=f"fixed point {place}",
    )
    axes.set(xlabel=r"mean $\mu$", ylabel=r"variance $\nu$", xlim=(-0.11, 0.11), ylim=(0.76, 1.54))
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2)
    figure.colorbar(arrows, ax=axes, aspect=30, pad=0.02).set_label(
        r"step $|g(\mu, \nu) - (\mu, \nu)|$ in sides of the box"
    )
    return figure


@styled
def variance_figure() -> Drawing:
    """The range of (ν̃ − ν)/ν where Theorems 1–3 speak, the proved extrema, the gaps between."""
    figure, ((axes,),) = panels(3.3)
    for name, label, colour, marker in (
        ("V7", r"Theorem 3, $\tau \geq 0.8$: min", BLUE, "^"),
        ("V8", r"Theorem 3, $\tau \geq 0.9$: min", SKY, "^"),
        ("V6", "Theorem 2: max", ORANGE, "v"),
    ):
        ends, at = extremum(name)
        value = f"$\\tilde\\nu - \\nu$ = {ends}".replace("-0", "−0")
        _range(axes, box(name), f"{label} {value}", colour)
        axes.plot(
            at["nu"],
            float(ends) / at["nu"],
            marker,
            color=colour,
            markersize=5,
            zorder=5,
            markeredgecolor=BLACK,
            markeredgewidth=0.6,
        )
    _range(axes, box("T1.3"), "Theorem 1: the fixed point attracts", GREEN)
    for lower, upper in ((0.24, 0.8), (1.5, 3)):
        axes.axvspan(lower, upper, color=GREY, alpha=0.18, linewidth=0)
        axes.text(
            np.sqrt(lower * upper),
            0.02,
            "gap",
            ha="center",
            color="#555555",
            fontsize=7,
            transform=axes.get_xaxis_transform(),
        )
    axes.axhline(0, color=BLACK, linewidth=0.6)
    axes.set_xscale("log")
    ticks = [0.02, 0.05, 0.24, 0.8, 1.5, 3, 16]
    axes.set_xticks(ticks, [f"{t:g}" for t in ticks])
    axes.minorticks_off()
    axes.set(xlabel=r"variance $\nu$", ylabel=r"$(\tilde\nu - \nu)\,/\,\nu$")
    figure.legend(loc="outside upper left")
    return figure


def _range(axes: Axes, ends: dict[str, Any], label: str, colour: str) -> None:
    """The smallest and largest (ν̃ − ν)/ν over a grid of the other variables."""
    lower, upper = ends["nu"]
    nu = np.geomspace(lower, upper, 60)
    others = [np.linspace(a, b, 5) for a, b in (ends[name] for name in ("mu", "omega", "tau"))]
    rows = [paper_map(m, nu, w, t)[1] / nu - 1 for m, w, t in product(*others)]
    axes.fill_between(
        nu,
        np.min(rows, axis=0),
        np.max(rows, axis=0),
        color=colour,
        alpha=0.6,
        linewidth=0,
        label=label,
    )
