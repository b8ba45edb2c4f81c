"""The language of claims: exact boxes, formulas, printed numbers, theorems; pure data.

Formulas, which need SymPy, are loaded when one is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from fixedpoint.claims.about import About, Definition, Finding
from fixedpoint.claims.claim import Claim, Defect, Inference, Mode, NotFormal, Theorem, Verdict

if TYPE_CHECKING:
    from fixedpoint.claims.formulas import (
        All,
        Banach,
        Box,
        Confines,
        Contraction,
        Derivative,
        Excludes,
        Extremum,
        HalfLine,
        Identity,
        Implies,
        Inequality,
        Integral,
        Krawczyk,
        Monotone,
        Reaches,
        Unbounded,
        Vanishes,
        bounded,
        chain,
        equal,
        magnitude,
        printed,
        rounds_to,
        statement,
        tends,
        truncates_to,
        value,
    )

__all__ = [
    "About",
    "All",
    "Banach",
    "Box",
    "Claim",
    "Confines",
    "Contraction",
    "Defect",
    "Definition",
    "Derivative",
    "Excludes",
    "Extremum",
    "Finding",
    "HalfLine",
    "Identity",
    "Implies",
    "Inequality",
    "Inference",
    "Integral",
    "Krawczyk",
    "Mode",
    "Monotone",
    "NotFormal",
    "Reaches",
    "Theorem",
    "Unbounded",
    "Vanishes",
    "Verdict",
    "bounded",
    "chain",
    "equal",
    "magnitude",
    "printed",
    "rounds_to",
    "statement",
    "tends",
    "truncates_to",
    "value",
]


def __getattr__(name: str) -> Any:
    """A name of the module of formulas."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("fixedpoint.claims.formulas"), name)
