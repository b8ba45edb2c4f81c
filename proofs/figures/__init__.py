"""The figures about the paper; needs Matplotlib."""

from collections.abc import Callable, Mapping
from typing import Any

from .contraction import contraction_figure, subdivision_figure
from .defects import defects_figure
from .dynamics import map_figure, variance_figure
from .layers import layers_figure

PLOTS: Mapping[str, Callable[[], Any]] = {
    "map": map_figure,
    "contraction": contraction_figure,
    "subdivision": subdivision_figure,
    "variance": variance_figure,
    "defects": defects_figure,
    "layers": layers_figure,
}
