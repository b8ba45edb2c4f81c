"""What the last run stored, for a report: nothing is searched."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixedpoint.claims.claim import Claim, NotFormal, Verdict
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.decide import Result, vouched
from fixedpoint.verdicts.locks import Entry, Lock
from fixedpoint.verdicts.records import Run

MAX_RESULTS = 50_000_000
"""Bytes of a file of results."""


@dataclass(frozen=True)
class Recorded:
    """The recorded results, the audit of the same claims, and the certificates' sizes in bytes."""

    run: Run
    audit: Audit
    sizes: Mapping[str, int]
    timed: bool


def again(name: str, what: str) -> str:
    """What to say of a certificate that is no use."""
    return f"the certificate of {name} {what}: verify-bounds prove {name} makes a new one"


def recall(
    claims: Mapping[str, Claim],
    lock: Lock,
    certificate: Callable[[str], Path],
    results: Path | None = None,
    known: Mapping[str, Claim] | None = None,
) -> Recorded:
    """The recorded results of all claims; raises ValueError where one is missing.

    `certificate` tells the file of a claim's certificate, whose boxes are the steps of its trees.
    `results`: output of prove --json, for the times; `known`: the claims that these may use.
    """
    if not lock:
        raise ValueError("no lock: verify-bounds regress --update makes one")
    wanted = [
        name
        for name, claim in claims.items()
        if not isinstance(claim.meaning, NotFormal)
        and not (name in lock and lock[name].verdict is Verdict.UNDECIDED)
    ]
    missing = [name for name in wanted if not certificate(name).is_file()]
    if missing:
        more = f" and {len(missing) - 1} more" if missing[1:] else ""
        made = "verify-bounds prove" + ("" if more else f" {missing[0]}")
        folder = certificate(missing[0]).parent
        raise ValueError(f"no certificate of {missing[0]}{more} in {folder}: {made} makes it")
    found, sizes = {}, {}
    for name, claim in claims.items():
        path = certificate(name)
        found[name] = _result(claim, lock.get(name), path if path.is_file() else None)
        if found[name].certificate is not None:
            sizes[name] = path.stat().st_size
    if results is not None:
        _add_times(found, results)
    audit = Audit(claims, lock, certificate, known)
    run = Run(list(claims.values()), found, lock, audit=audit)
    return Recorded(run, audit, sizes, results is not None)


def _result(claim: Claim, entry: Entry | None, path: Path | None) -> Result:
    if path is None and not isinstance(claim.meaning, NotFormal):
        return Result(claim.id, Verdict.UNDECIDED)
    found = vouched(claim, entry, path or Path())
    if found is None:
        raise ValueError(again(claim.id, "cannot be read, or proves nothing, or something else"))
    return _counted(found)


def _counted(result: Result) -> Result:
    """The result with the boxes of its certificate."""
    proof: dict[str, Any] = result.certificate["proof"] if result.certificate else {}
    result.boxes = sum(len(tree.split()) for tree in proof["trees"]) if "trees" in proof else 1
    return result


def _add_times(found: Mapping[str, Result], path: Path) -> None:
    """What prove --json says of the searches and replays, if it is of the same verdicts."""
    with path.open("rb") as stream:
        content = stream.read(MAX_RESULTS + 1)
    try:
        rows = {row["id"]: row for row in json.loads(content[:MAX_RESULTS])["claims"]}
        other = [name for name, row in rows.items() if row["verdict"] != found[name].verdict.value]
        for name in rows:
            result, row = found[name], rows[name]
            result.boxes, result.evaluations = int(row["boxes"]), int(row["evaluations"])
            result.search_seconds = float(row["search_seconds"])
            result.check_seconds = float(row["check_seconds"])
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ValueError(f"{path}: not the output of verify-bounds prove --json") from error
    if other:
        raise ValueError(
            f"{path}: not of the run that stored the certificates ({other[0]} differs): "
            "verify-bounds prove --json makes another"
        )
