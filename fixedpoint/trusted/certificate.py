"""Certificates: plain JSON, read with limits.

    {"format": "fixedpoint-certificate", "version": 1, "id": …, "statement": …, "bits": 64,
     "proof": {"trees": [tree, …]} or {"refuted": {"goal": n, "point": {variable: number}}}}

The JSON Schema is `fixedpoint/certificates/certificate.schema.json`; this reader is stricter.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixedpoint.trusted.budget import Excess, limited
from fixedpoint.trusted.checker import MAX_BITS, Effort, Rejected, refute, replay
from fixedpoint.trusted.statement import Malformed, Statement, fields, parse, parse_point, sequence

FORMAT, VERSION = "fixedpoint-certificate", 1
MAX_BYTES, MAX_WORK = 8_000_000, 1_300_000
"""Of a file, and units of work (see `fixedpoint.trusted.budget`) besides what a tree earns."""


@dataclass(frozen=True)
class Checked:
    """A certificate that was replayed: what it shows, and what the replay took."""

    id: str
    statement: Statement
    refuted: bool
    effort: Effort


def check(data: Any) -> Checked:
    """Replay a certificate; raises Malformed or Rejected unless it proves what it states."""
    try:
        with limited(MAX_WORK):
            return _check(data)
    except (Excess, RecursionError) as error:
        raise Rejected(f"beyond the limits: {error}") from error


def _check(data: Any) -> Checked:
    fields(data, "certificate", {"format", "version", "id", "statement", "bits", "proof"})
    if data["format"] != FORMAT or data["version"] is True or data["version"] != VERSION:
        raise Malformed(f"not a {FORMAT} of version {VERSION}")
    bits, name = data["bits"], data["id"]
    if type(bits) is not int or not 24 <= bits <= MAX_BITS:
        raise Malformed(f"bits must be an integer from 24 to {MAX_BITS}")
    if not isinstance(name, str) or not name.isprintable() or len(name) > 80:
        raise Malformed("id must be a short printable string")
    statement, proof = parse(data["statement"]), data["proof"]
    if isinstance(proof, dict) and "refuted" in proof:
        fields(proof, "proof", {"refuted"})
        fields(proof["refuted"], "refuted", {"goal", "point"})
        goal = proof["refuted"]["goal"]
        if type(goal) is not int:
            raise Malformed("goal must be an integer")
        refute(statement, goal, parse_point(proof["refuted"]["point"]), bits)
        return Checked(name, statement, True, Effort(1, 1))
    fields(proof, "proof", {"trees"})
    trees = sequence(proof["trees"], "trees", len(statement.goals))
    if not all(isinstance(tree, str) for tree in trees):
        raise Malformed("a tree is a string of tokens")
    return Checked(name, statement, False, replay(statement, trees, bits))


def load(path: Path) -> Any:
    """The JSON data of a file; raises Malformed where the file is not plain, small JSON."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise Malformed(f"larger than {MAX_BYTES} bytes")
        return json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_object,
            parse_float=_refuse,
            parse_constant=_refuse,
            parse_int=_integer,
        )
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise Malformed(f"not a JSON file: {str(error)[:100]}") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise Malformed("an object repeats a key")
    return data


def _refuse(literal: str) -> Any:
    raise Malformed(f"{literal[:40]} is not exact: numbers are integers or strings")


def _integer(literal: str) -> int:
    if len(literal) > 9:
        raise Malformed(f"the integer {literal[:20]}… is too large")
    return int(literal)


__all__ = ["Checked", "Malformed", "Rejected", "check", "load"]
