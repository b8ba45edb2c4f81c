"""Three false statements of the paper, drawn: a digit, a domain and a letter."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import CenteredNorm

from fixedpoint.explore.selu import g
from fixedpoint.report.plots.facts import certificate, extremum
from fixedpoint.report.plots.style import BLACK, BLUE, GREEN, GREY, RED, Drawing, panels, styled

from ..a31_theorem1.theorem1 import IMAGE, IMAGE_C
from ..paper import mu as mu_


@styled
def defects_figure() -> Drawing:
    """Lemma 13 (lower bound), Lemma 9 (domain) and the sentence before Eq. (39)."""
    figure, ((first,), (second,), (third,)) = panels(6.4, 3)
    _digit(first)
    _domain(second)
    _letter(third)
    return figure


def _digit(axes: Axes) -> None:
    """L13: the lower bound of μ̃ was rounded to nearest."""
    ends, at = extremum("V2")
    mu = np.linspace(-0.1, -0.09985, 50)
    axes.plot(mu, g(mu, at["nu"], at["omega"], at["tau"])[0], color=BLUE)
    axes.plot(at["mu"], float(ends), "o", color=BLUE, markersize=4)
    certificate("L13c")  # an error, unless it is proved
    printed, proved = (float(box[mu_][0]) for box in (IMAGE, IMAGE_C))
    axes.axhline(printed, color=RED, linestyle="--")
    axes.axhline(proved, color=GREEN)
    for height, text, colour in (
        (printed, f"printed: not below −{-printed}", RED),
        (proved, f"proved: not below −{-proved}", GREEN),
    ):
        axes.text(-0.09985, height + 4e-7, text, color=colour, ha="right", va="bottom", fontsize=7)
    axes.annotate(
        f"min $\\tilde\\mu$ = −{-float(ends):.8f}",
        (at["mu"], float(ends)),
        (5, -9),
        textcoords="offset points",
        fontsize=7,
        color=BLUE,
    )
    ticks = [-0.03107, -0.03106, -0.03105, -0.03104]
    axes.set_yticks(ticks, [f"−{-t:.5f}" for t in ticks])
    axes.set_xticks([-0.1, -0.0999], ["−0.1", "−0.0999"])
    axes.set(
        xlabel=r"$\mu$, with $\omega = 0.1$, $\nu = 0.8$, $\tau = 0.95$",
        ylabel=r"$\tilde\mu$",
        ylim=(-0.031074, -0.031035),
    )
    axes.set_title("Lemma 13: the last digit")


def _domain(axes: Axes) -> None:
    """L9: ν ⩽ 15 stands for ν ⩽ 1.5."""
    nu = np.geomspace(0.8, 15, 200)
    mean, variance = g(0.1, nu, 0.1, 1.25)
    for values, bound, symbol, colour, place in (
        (variance, 1.636023, r"\tilde\nu", BLUE, 1.6),
        (mean, 0.087653, r"\tilde\mu", GREEN, 4),
    ):
        axes.plot(nu, values, color=colour)
        axes.axhline(bound, color=colour, linestyle="--", linewidth=0.9)
        axes.text(15, values[-1], f" ${symbol}$", color=colour, va="center")
        axes.text(
            place,
            bound * 0.86,
            f"printed: ${symbol} <$ {bound}",
            color=colour,
            va="top",
            fontsize=7,
        )
    axes.axvspan(1.5, 15, color=RED, alpha=0.12, linewidth=0)
    axes.text(4.7, 13, r"$\nu > 1.5$", color=RED, ha="center", fontsize=7)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks([0.8, 1.5, 5, 15], ["0.8", "1.5", "5", "15"])
    axes.set_yticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
    axes.minorticks_off()
    axes.set(xlabel=r"$\nu$, with $\mu = \omega = 0.1$, $\tau = 1.25$", ylim=(0.01, 30))
    axes.set_title(r"Lemma 9: $\nu \leq 15$ is printed for $\nu \leq 1.5$")


def _letter(axes: Axes) -> None:
    """T2.31: ∂ξ̃/∂μ has the sign of ω, not of μ."""
    mu, omega = np.meshgrid(np.linspace(-1, 1, 81), np.linspace(-0.1, 0.1, 81))
    at = (mu, 3.0, omega, 1.25)
    jacobian, (mean, _) = g.jacobian(*at), g(*at)
    slope = jacobian[..., 1, 0] + 2 * mean * jacobian[..., 0, 0]
    axes.contourf(mu, omega, slope, 17, cmap="PuOr", norm=CenteredNorm())
    for left, bottom in ((-1, 0), (0, -0.1)):
        axes.fill_between(
            [left, left + 1],
            bottom,
            bottom + 0.1,
            facecolor="none",
            edgecolor=GREY,
            hatch="////",
            linewidth=0,
        )
    for at_mu, at_omega, words, colour in (
        (-0.5, 0.05, "false here: > 0", RED),
        (0.5, -0.05, "false here: < 0", RED),
        (0.5, 0.05, "> 0", BLACK),
        (-0.5, -0.05, "< 0", BLACK),
    ):
        axes.text(
            at_mu,
            at_omega,
            words,
            ha="center",
            va="center",
            color=colour,
            fontsize=7,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
        )
    axes.set_yticks([-0.1, 0, 0.1], ["−0.1", "0", "0.1"])
    axes.set_xticks([-1, 0, 1], ["−1", "0", "1"])
    axes.set(xlabel=r"$\mu$, with $\nu = 3$, $\tau = 1.25$", ylabel=r"$\omega$")
    axes.set_title(r"Before (39): “$\partial\tilde\xi/\partial\mu$ has the sign of $\mu$”")
