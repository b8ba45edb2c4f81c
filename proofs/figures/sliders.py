"""The vector field with sliders for ω and τ, where ipywidgets is installed."""

from typing import Any

from fixedpoint.report.plots.style import Drawing

from .dynamics import map_figure


def explorer(omega: float = 0.1, tau: float = 1.1) -> Any:
    """A widget over ω ∈ [−0.1, 0.1] and τ ∈ [0.95, 1.1]; without ipywidgets the figure alone."""
    try:
        from ipywidgets import HTML, FloatSlider, VBox
    except ModuleNotFoundError:
        return map_figure(omega, tau)
    sliders = [
        FloatSlider(omega, min=-0.1, max=0.1, step=0.01, description="ω", continuous_update=False),
        FloatSlider(tau, min=0.95, max=1.1, step=0.01, description="τ", continuous_update=False),
    ]
    shown = HTML()

    def draw(_: Any = None) -> None:
        shown.value = inline(map_figure(*(slider.value for slider in sliders)))

    for slider in sliders:
        slider.observe(draw, names="value")
    draw()
    return VBox([*sliders, shown])


def inline(figure: Drawing) -> str:
    """The SVG element of a figure, to stand in a page."""
    text = figure.svg()
    return text[text.index("<svg") :]
