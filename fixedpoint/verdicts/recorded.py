"""What the last run stored, for a report: nothing is searched, and no tree is replayed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.claims.claim import Claim, NotFormal, Verdict
from fixedpoint.claims.formulas import Extremum
from fixedpoint.prove.prove import Result
from fixedpoint.trusted.certificate import Malformed, Rejected, load
from fixedpoint.trusted.statement import parse
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.locks import Entry
from fixedpoint.verdicts.records import Run
from fixedpoint.verdicts.run import certificate_path, stated

MAX_RESULTS = 50_000_000
"""Bytes of a file of results."""


@dataclass(frozen=True)
class Recorded:
    """The recorded results, the audit of the same claims, and the certificates' sizes in bytes."""

    run: Run
    audit: Audit
    sizes: Mapping[str, int]
    timed: bool

    def miss(self, claim: Claim) -> str:
        """Where a refuted claim fails and by how much at least; its certificate is replayed."""
        try:
            return self.audit.miss(claim)
        except (Rejected, ValueError) as error:
            raise ValueError(f"{again(claim.id, 'fails the check')} ({error})") from error

    def corrects(self, claim: Claim) -> str:
        """The id of the claim that this one corrects, or nothing."""
        return claim.id[:-1] if self.audit.corrects(claim) else ""


def again(name: str, what: str) -> str:
    """What to say of a certificate that is no use."""
    return f"the certificate of {name} {what}: verify-bounds prove {name} makes a new one"


def read(
    claims: Mapping[str, Claim],
    lock: Mapping[str, Entry],
    folder: Path,
    results: Path | None = None,
) -> Recorded:
    """The recorded results of all claims; raises ValueError where one is missing.

    The verdict is that of the stored certificate, which has to state what the claim states; its
    boxes are the steps of its trees. `results`: output of prove --json, for the times.
    """
    if not lock:
        raise ValueError("no verdict lock: verify-bounds regress --update makes one")
    wanted = [
        name
        for name, claim in claims.items()
        if not isinstance(claim.meaning, NotFormal)
        and not (name in lock and lock[name].verdict is Verdict.UNDECIDED)
    ]
    missing = [name for name in wanted if not certificate_path(folder, name).is_file()]
    if missing:
        more = f" and {len(missing) - 1} more" if missing[1:] else ""
        made = "verify-bounds prove" + ("" if more else f" {missing[0]}")
        raise ValueError(f"no certificate of {missing[0]}{more} in {folder}: {made} makes it")
    found, sizes = {}, {}
    for name, claim in claims.items():
        path = certificate_path(folder, name)
        found[name] = _result(claim, path if path.is_file() else None)
        if found[name].certificate is not None:
            sizes[name] = path.stat().st_size
    if results is not None:
        _add_times(found, results)
    run = Run(list(claims.values()), found, lock)
    return Recorded(run, Audit(claims, lock, folder), sizes, results is not None)


def _result(claim: Claim, path: Path | None) -> Result:
    if isinstance(claim.meaning, NotFormal):
        return Result(claim.id, Verdict.NOT_FORMAL)
    if path is None:
        return Result(claim.id, Verdict.UNDECIDED)
    try:
        data = load(path)
        if data["id"] != claim.id or claimed(data["statement"]) != stated(claim):
            raise ValueError(again(claim.id, "states something else"))
        if isinstance(claim.meaning, Extremum):
            parse(data["statement"])  # the numbers that a search adds
        return _from_certificate(claim.id, data)
    except (LookupError, TypeError, AttributeError, Malformed) as error:
        raise ValueError(again(claim.id, "cannot be read")) from error


def _from_certificate(name: str, data: dict[str, Any]) -> Result:
    bits, proof = data["bits"], data["proof"]
    if type(bits) is not int:
        raise Malformed("not a certificate")
    if "refuted" in proof:
        if not isinstance(proof["refuted"]["point"], dict):
            raise Malformed("a witness is a point")
        return Result(name, Verdict.REFUTED, data, boxes=1)
    return Result(name, Verdict.PROVED, data, boxes=sum(len(t.split()) for t in proof["trees"]))


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
