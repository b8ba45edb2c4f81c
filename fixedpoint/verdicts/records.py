"""The outcome of a run as plain data: what `verify-bounds prove --json` prints."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixedpoint.certificates.store import Store
from fixedpoint.certificates.trusted_base import TRUSTED
from fixedpoint.claims.claim import Claim, Theorem, Verdict
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.decide import Result, fingerprint
from fixedpoint.verdicts.derivations import Derivations
from fixedpoint.verdicts.findings import enclosure, reported
from fixedpoint.verdicts.locks import Lock


@dataclass
class Run:
    """The claims of a run in their order, their results, and what the lock expects.

    `audit` knows of the claims that the run does not cover.
    """

    claims: Sequence[Claim]
    results: dict[str, Result]
    lock: Lock
    seconds: float = 0.0
    audit: Audit | None = None

    def found(self, name: str) -> Verdict | None:
        """The verdict of this run on a claim; None if the run does not cover it."""
        return self.results[name].verdict if name in self.results else None

    def expected(self, name: str) -> Verdict | None:
        """The lock's verdict; None if it has none."""
        return self.lock[name].verdict if name in self.lock else None

    def verdict(self, name: str) -> Verdict | None:
        """The verdict of this run, or what is known of a claim that it does not cover."""
        if name in self.results or self.audit is None:
            return self.found(name)
        return self.audit.verdict(name)

    @property
    def derivations(self) -> Derivations:
        """The printed proofs, by the verdicts of this run as it stands."""
        claims = {claim.id: claim for claim in self.claims}
        return Derivations({**(self.audit.known if self.audit else {}), **claims}, self.verdict)

    @property
    def theorems(self) -> list[Theorem]:
        """The theorems among the claims."""
        return [claim for claim in self.claims if isinstance(claim, Theorem)]

    def differing(self) -> list[str]:
        """Ids of the decided claims whose verdict is not the lock's."""
        return [
            claim.id
            for claim in self.claims
            if self.found(claim.id) not in (Verdict.UNDECIDED, self.expected(claim.id))
        ]

    def undecided(self) -> list[str]:
        """Ids of the claims left undecided that the lock does not expect to be."""
        return [
            claim.id
            for claim in self.claims
            if self.found(claim.id) is Verdict.UNDECIDED
            and self.expected(claim.id) is not Verdict.UNDECIDED
        ]

    def restated(self) -> list[str]:
        """Ids of the claims that now state something else than when the lock was written."""
        return [
            claim.id
            for claim in self.claims
            if claim.id in self.lock and self.lock[claim.id].statement != fingerprint(claim)
        ]


def report(run: Run, store: Store, home: Path) -> dict[str, Any]:
    """The whole outcome; certificates are named by their paths seen from `home`."""
    records = []
    for claim in run.claims:
        path = os.path.relpath(store.path(claim.id).resolve(), home)
        records.append(record(claim, run, Path(path).as_posix()))
    return {
        "claims": records,
        "theorems": [theorem_record(theorem, run) for theorem in run.theorems],
        "trusted": list(TRUSTED),
        "summary": summary(run),
    }


def record(claim: Claim, run: Run, certificate: str) -> dict[str, Any]:
    """One claim and what is known about it."""
    result = run.results[claim.id]
    data: dict[str, Any] = {
        "id": claim.id,
        "section": claim.section,
        "kind": claim.kind,
        "statement": claim.text,
        "verdict": result.verdict.value,
        "expected": _word(run.expected(claim.id)),
        "enclosure": enclosure(result),
        "witness": result.witness,
        "boxes": result.boxes,
        "evaluations": result.evaluations,
        "search_seconds": round(result.search_seconds, 3),
        "check_seconds": round(result.check_seconds, 3),
        "certificate": certificate if result.certificate else None,
    }
    if claim.reported:
        data["reported"] = {"printed": claim.reported, "agreement": reported(claim, result)}
    return data


def theorem_record(theorem: Theorem, run: Run) -> dict[str, Any]:
    """One theorem: its verdict, what our proof uses, and how far the printed one holds."""
    derivations = run.derivations
    printed = derivations[theorem.id]
    uses = [{"id": name, "verdict": _word(run.verdict(name))} for name in theorem.uses]
    return {
        "id": theorem.id,
        "verdict": _word(derivations.proved(theorem.id)),
        "uses": uses,
        "paper_chain": {
            "holds": printed.holds,
            "first_broken": printed.broken or None,
            "not_mended": list(printed.unmended),
            "repaired_with": list(printed.repaired),
            "not_audited": printed.open or None,
            "steps": list(theorem.chain),
            "repair": theorem.repair,
        },
        "assumptions": list(theorem.assumptions),
    }


def _word(verdict: Verdict | None) -> str | None:
    return None if verdict is None else verdict.value


def summary(run: Run) -> dict[str, Any]:
    """Counts by verdict, and the ids that are not as the lock says."""
    counts = Counter(result.verdict for result in run.results.values())
    return {
        "claims": len(run.claims),
        "verdicts": {verdict.value: counts[verdict] for verdict in Verdict},
        "differ": run.differing(),
        "undecided": run.undecided(),
        "restated": run.restated(),
        "seconds": round(run.seconds, 3),
    }
