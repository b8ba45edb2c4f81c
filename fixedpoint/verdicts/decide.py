"""A claim and its verdict: PROVED or REFUTED only after the checker has replayed a certificate.

The search, and SymPy for what claims state, are loaded where they are needed.
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.certificates.store import digest
from fixedpoint.claims.claim import Claim, NotFormal, Unread, Verdict
from fixedpoint.prove import BITS
from fixedpoint.trusted.certificate import MAX_BYTES, Rejected, check, load
from fixedpoint.verdicts.locks import Entry


@dataclass
class Result:
    """What is known about one claim, and what it took."""

    id: str
    verdict: Verdict
    certificate: dict[str, Any] | None = None
    boxes: int = 0
    evaluations: int = 0
    search_seconds: float = 0.0
    check_seconds: float = 0.0
    left: str = ""

    @property
    def witness(self) -> dict[str, str] | None:
        """The exact point that refutes the claim."""
        refuted = self.certificate and self.certificate["proof"].get("refuted")
        return refuted["point"] if refuted else None


def prove(claim: Claim, bits: int = BITS, source: Any = None) -> Result:
    """Decide one claim: search a certificate and have it checked; `source`: its statement."""
    from fixedpoint.prove.find import find

    if isinstance(claim.meaning, NotFormal):
        return Result(claim.id, Verdict.NOT_FORMAL)
    start = time.perf_counter()
    found = find(claim, bits, source)
    result = Result(
        claim.id,
        Verdict.UNDECIDED,
        boxes=found.boxes,
        evaluations=found.evaluations,
        search_seconds=time.perf_counter() - start,
        left=found.left,
    )
    return result if found.certificate is None else checked(result, found.certificate)


def checked(result: Result, certificate: dict[str, Any]) -> Result:
    """The result with the verdict that the checker gives the certificate."""
    start = time.perf_counter()
    try:
        replayed = check(certificate)
    except Rejected as rejected:
        result.left = f"the checker rejects the search's certificate: {rejected}"
        return result
    result.check_seconds = time.perf_counter() - start
    result.verdict = Verdict.REFUTED if replayed.refuted else Verdict.PROVED
    result.certificate = certificate
    return result


def source(claim: Claim) -> dict[str, Any] | None:
    """The statement of a claim, before any search; None if it is not formal."""
    from fixedpoint.claims.formulas import statement

    if isinstance(claim.meaning, NotFormal):
        return None
    return statement(claim.meaning, claim.constants)


def fingerprint(claim: Claim) -> str | None:
    """The fingerprint of what a claim states; None if it is not formal."""
    if isinstance(claim.meaning, Unread):
        return claim.meaning.fingerprint
    stated = source(claim)
    return None if stated is None else claimed(stated)


def vouched(claim: Claim, entry: Entry | None, path: Path) -> Result | None:
    """What is known of a claim without a search, by its entry in the lock and its certificate.

    The lock's verdict counts if the lock was written with exactly the stored certificate, for what
    the claim states now. Any other certificate is replayed; None if it is not about the claim.
    """
    if isinstance(claim.meaning, NotFormal):
        return Result(claim.id, Verdict.NOT_FORMAL)
    known = _known(entry, path) if entry and entry.certificate else None
    if entry and known and entry.statement == fingerprint(claim):
        return Result(claim.id, entry.verdict, known)
    return stored(claim, path)


def _known(entry: Entry, path: Path) -> dict[str, Any] | None:
    """The stored certificate, if it is the one that the lock knows and states what the lock says.

    JSON of the digest that the lock has is the JSON that was checked, however it is read.
    """
    try:
        with path.open("rb") as stream:
            data: dict[str, Any] = json.loads(stream.read(MAX_BYTES))
        same = entry.certificate == digest(data) and entry.statement == claimed(data["statement"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return data if same else None


def stored(claim: Claim, path: Path, stated: str | None = None) -> Result | None:
    """What a stored certificate of a claim proves, replayed; None unless it is about the claim.

    `stated`: the fingerprint of what the claim states, where it is known.

    It is decided: a certificate that cannot be read or fails the check counts as none.
    """
    try:
        certificate = load(path)
        same = claimed(certificate["statement"]) == (stated or fingerprint(claim))
        if certificate["id"] != claim.id or not same:
            return None
        result = checked(Result(claim.id, Verdict.UNDECIDED), certificate)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return result if result.certificate is not None else None
