"""Real layers beside the map: measured mean and variance, and the bands predicted for them."""

from collections.abc import Sequence

import numpy as np

from fixedpoint.explore.layers import NORMAL_95, Layers, layers
from fixedpoint.explore.selu import g
from fixedpoint.report.plots.style import BLUE, RED, Drawing, panels, styled


def example() -> list[Layers]:
    """A narrow and a wide network whose weights are off ω = 0, τ = 1."""
    return [
        layers(g, width, 32, mu=0.1, nu=1.5, omega=0.1, tau=1.1, inputs=6) for width in (64, 1024)
    ]


@styled
def layers_figure(runs: Sequence[Layers] = ()) -> Drawing:
    """One column a network; each thin line is one input."""
    runs = runs or example()
    figure, rows = panels(3.2, 2, len(runs), sharex=True, sharey="row")
    for column, run in enumerate(runs):
        for row, symbol, measured, predicted, error in (
            (0, r"\mu", run.means, run.predicted_mean, run.mean_error),
            (1, r"\nu", run.variances, run.predicted_variance, run.variance_error),
        ):
            axes, at = rows[row, column], np.arange(len(predicted))
            axes.plot(at, measured, color=BLUE, linewidth=0.5, alpha=0.8)
            axes.fill_between(
                at,
                predicted - NORMAL_95 * error,
                predicted + NORMAL_95 * error,
                color=RED,
                alpha=0.2,
                linewidth=0,
            )
            axes.plot(at, predicted, color=RED)
            if column == 0:
                axes.set_ylabel(("mean" if row == 0 else "variance") + f" ${symbol}$")
        rows[0, column].set_title(f"width {run.width}")
        rows[1, column].set_xlabel("layer")
    axes = rows[0, 0]
    axes.plot([], [], color=BLUE, linewidth=0.8, label="measured, one line an input")
    axes.plot([], [], color=RED, label="predicted by g")
    axes.fill_between([], [], [], color=RED, alpha=0.2, label="95 %")
    figure.legend(
        *axes.get_legend_handles_labels(), loc="outside upper center", ncols=3, columnspacing=1
    )
    return figure
