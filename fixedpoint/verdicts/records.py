"""The outcome of a run as plain data: what `verify-bounds prove --json` prints."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from fixedpoint.certificates.trusted_base import TRUSTED
from fixedpoint.claims.claim import Claim, Theorem, Verdict
from fixedpoint.claims.formulas import Extremum
from fixedpoint.prove.prove import Result
from fixedpoint.trusted.exact import exact
from fixedpoint.verdicts.locks import Entry
from fixedpoint.verdicts.run import stated

Json = dict[str, Any]


@dataclass
class Run:
    """The claims of a run in the paper's order, their results, and what the lock expects.

    `folder` is the certificates' folder as the report names it.
    """

    claims: Sequence[Claim]
    results: dict[str, Result]
    lock: Mapping[str, Entry]
    folder: str = "certificates"
    seconds: float = 0.0

    def verdict(self, name: str) -> Verdict | None:
        """The verdict of this run on a claim; None if the run does not cover it."""
        return self.results[name].verdict if name in self.results else None

    def expected(self, name: str) -> Verdict | None:
        """The lock's verdict; None if it has none."""
        return self.lock[name].verdict if name in self.lock else None

    def differing(self) -> list[str]:
        """Ids of the decided claims whose verdict is not the lock's."""
        return [
            claim.id
            for claim in self.claims
            if self.verdict(claim.id) not in (Verdict.UNDECIDED, self.expected(claim.id))
        ]

    def undecided(self) -> list[str]:
        """Ids of the claims left undecided that the lock does not expect to be."""
        return [
            claim.id
            for claim in self.claims
            if self.verdict(claim.id) is Verdict.UNDECIDED
            and self.expected(claim.id) is not Verdict.UNDECIDED
        ]

    def restated(self) -> list[str]:
        """Ids of the claims that now state something else than when the lock was written."""
        return [
            claim.id
            for claim in self.claims
            if claim.id in self.lock and self.lock[claim.id].statement != stated(claim)
        ]


@dataclass(frozen=True)
class Chain:
    """How far the paper's own steps prove a theorem; `holds` is None if that is not known."""

    holds: bool | None
    first_broken: str | None
    steps: tuple[str, ...]


def report(run: Run) -> Json:
    """The whole outcome."""
    theorems = [claim for claim in run.claims if isinstance(claim, Theorem)]
    return {
        "claims": [record(claim, run) for claim in run.claims],
        "theorems": [theorem_record(theorem, run) for theorem in theorems],
        "trusted": list(TRUSTED),
        "summary": summary(run),
    }


def record(claim: Claim, run: Run) -> Json:
    """One claim and what is known about it."""
    result = run.results[claim.id]
    data: Json = {
        "id": claim.id,
        "section": claim.section,
        "kind": claim.kind,
        "statement": claim.text,
        "verdict": result.verdict.value,
        "expected": _word(run.expected(claim.id)),
        "enclosure": enclosure(claim, result),
        "witness": result.witness,
        "boxes": result.boxes,
        "evaluations": result.evaluations,
        "search_seconds": round(result.search_seconds, 3),
        "check_seconds": round(result.check_seconds, 3),
        "certificate": f"{run.folder}/{claim.id}.json" if result.certificate else None,
    }
    if claim.reported:
        data["reported"] = {"printed": claim.reported, "agreement": reported(claim, result)}
    return data


def enclosure(claim: Claim, result: Result) -> dict[str, str] | None:
    """The proved enclosure of an extremum, or None."""
    if not isinstance(claim.meaning, Extremum) or result.certificate is None:
        return None
    formula = result.certificate["statement"]["claim"]
    return {"lower": formula["lower"], "upper": formula["upper"]}


def reported(claim: Claim, result: Result) -> str | None:
    """How the number that the paper's authors report agrees with the proved enclosure."""
    found = enclosure(claim, result)
    return agreement(found["lower"], found["upper"], claim.reported) if found else None


def agreement(lower: str, upper: str, printed: str) -> str:
    """What a printed decimal is to every number of [lower, upper], proved.

    "correct rounding", "truncation" (towards 0), or "neither: n leading digits agree"; "not
    decided" where numbers of the enclosure differ in this.
    """
    low, up, value = exact(lower), exact(upper), exact(printed)
    unit = Fraction(1, 10 ** len(printed.partition(".")[2]))
    if value - unit / 2 <= low and up <= value + unit / 2:
        return "correct rounding"
    if value < 0:
        low, up, value = -up, -low, -value
    if value <= low and up < value + unit:
        return "truncation"
    least, greatest = value - unit / 2, value + unit
    if least <= up and low < greatest:
        return "not decided"
    digits = min(leading(low, value, unit), leading(up, value, unit))
    return f"neither: {digits} leading digits agree"


def leading(number: Fraction, value: Fraction, unit: Fraction) -> int:
    """How many leading digits of a positive printed value the number has too."""
    places = round(math.log10(1 / unit))
    count = len(str(int(value / unit))) if value else 1
    for digits in range(count, 0, -1):
        step = Fraction(10) ** (count - digits - places)
        if number >= 0 and number // step == value // step:
            return digits
    return 0


def theorem_record(theorem: Theorem, run: Run) -> Json:
    """One theorem: its verdict, what our proof uses, and how far the paper's chain holds."""
    uses = [{"id": name, "verdict": _word(run.verdict(name))} for name in theorem.uses]
    return {
        "id": theorem.id,
        "verdict": _word(theorem_verdict(theorem, run)),
        "uses": uses,
        "paper_chain": {
            **vars(chain(theorem, run)),
            "steps": list(theorem.chain),
            "repair": theorem.repair,
        },
        "assumptions": list(theorem.assumptions),
    }


def _word(verdict: Verdict | None) -> str | None:
    return None if verdict is None else verdict.value


def theorem_verdict(theorem: Theorem, run: Run) -> Verdict | None:
    """Its own verdict; proved only if everything it uses is."""
    own = run.verdict(theorem.id)
    held = all(run.verdict(name) is Verdict.PROVED for name in theorem.uses)
    return Verdict.UNDECIDED if own is Verdict.PROVED and not held else own


def chain(theorem: Theorem, run: Run) -> Chain:
    """Whether every printed step is proved, and the first that is refuted.

    The lock speaks for the steps that the run does not cover.
    """
    verdicts = {
        step: run.verdict(step) if step in run.results else run.expected(step)
        for step in theorem.chain
    }
    broken = next((step for step in verdicts if verdicts[step] is Verdict.REFUTED), None)
    held = all(v in (Verdict.PROVED, Verdict.NOT_FORMAL) for v in verdicts.values())
    known = bool(verdicts) and held
    return Chain(False if broken else True if known else None, broken, theorem.chain)


def summary(run: Run) -> Json:
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
