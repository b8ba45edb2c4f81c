"""A budget of work, so that no input takes long: whoever works says how much, Excess stops it.

A unit is about a microsecond. Without a budget, as in a search, work is not limited.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


class Excess(Exception):
    """More work than the budget allows, or a number beyond the limits."""


@dataclass
class Budget:
    """The units left."""

    left: int


_BUDGET: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def limited(units: int) -> Iterator[Budget]:
    """Work within at most this many units."""
    budget = Budget(units)
    token = _BUDGET.set(budget)
    try:
        yield budget
    finally:
        _BUDGET.reset(token)


def spend(units: int) -> None:
    """Take units from the budget; raises Excess if none are left."""
    budget = _BUDGET.get()
    if budget is not None:
        budget.left -= units
        if budget.left < 0:
            raise Excess("more work than a certificate may cause")
