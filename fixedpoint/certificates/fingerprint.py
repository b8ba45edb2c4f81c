"""Fingerprints of what claims say, apart from what a search adds to it."""

from collections.abc import Mapping
from typing import Any

from fixedpoint.certificates.store import digest

FOUND = ("lower", "upper", "at", "point")
"""The keys of an extremum that the search finds: no part of what its claim says.

A lock has them beside the fingerprint, for a claim that is one extremum; in a conjunction they
would be in neither, and so they count there.
"""


def claimed(statement: Mapping[str, Any]) -> str:
    """The fingerprint of a statement without the numbers that a search found for its extrema."""
    formula = statement["claim"]
    found = FOUND if formula.get("kind") == "extremum" else ()
    said = {key: value for key, value in formula.items() if key not in found}
    return digest({**statement, "claim": said})
