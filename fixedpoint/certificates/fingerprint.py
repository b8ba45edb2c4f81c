"""Fingerprints of what claims say, apart from what a search adds to it."""

from collections.abc import Mapping
from typing import Any

from fixedpoint.certificates.store import digest

FOUND = ("lower", "upper", "at", "point")
"""The keys of an extremum that the search finds: no part of what its claim says."""


def claimed(statement: Mapping[str, Any]) -> str:
    """The fingerprint of a statement without the numbers that a search found for its extrema."""
    return digest({**statement, "claim": _bare(statement["claim"])})


def _bare(formula: Mapping[str, Any]) -> dict[str, Any]:
    if formula.get("kind") == "all":
        return {**formula, "parts": [_bare(part) for part in formula["parts"]]}
    found = FOUND if formula.get("kind") == "extremum" else ()
    return {key: value for key, value in formula.items() if key not in found}
