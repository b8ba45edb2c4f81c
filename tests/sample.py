"""Samples: what every run tests of a long list, and what only the full attack does."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

ATTACK = pytest.mark.hostile


def sampled(
    items: Iterable[Any],
    every: int,
    name: Callable[[Any], str] = str,
    mark: pytest.MarkDecorator = ATTACK,
) -> list[Any]:
    """All items as parameters: one in `every` unmarked, the others marked."""
    return [
        pytest.param(item, id=name(item), marks=() if n % every == 0 else mark)
        for n, item in enumerate(items)
    ]
