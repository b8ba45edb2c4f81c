"""Boxes are exact, ordered, and positive where their variables are."""

import pytest

from fixedpoint.claims import Box
from fixedpoint.model.symbols import mu, nu


def test_bad_boxes_are_refused() -> None:
    with pytest.raises(ValueError, match="lower > upper"):
        Box({mu: (1, 0)})
    with pytest.raises(ValueError, match="nu must be > 0"):
        Box({nu: (0, 1)})
    with pytest.raises(TypeError, match="not exact"):
        Box({mu: (0.1, 1)})  # type: ignore[dict-item]
