"""From a claim to a checked certificate: state, search, replay. PROVED only after the replay."""

import time
from dataclasses import dataclass
from typing import Any

from fixedpoint.claims.claim import Claim, NotFormal, Verdict
from fixedpoint.claims.formulas import Extremum, Formula, statement
from fixedpoint.decimals import text
from fixedpoint.prove.extrema import enclosure
from fixedpoint.prove.search import Outcome, search
from fixedpoint.trusted.certificate import FORMAT, VERSION, Rejected, check
from fixedpoint.trusted.checker import show
from fixedpoint.trusted.statement import parse

BITS = 64
"""Working precision; the checker doubles it where a step is too close."""


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


def prove(claim: Claim, bits: int = BITS) -> Result:
    """Decide one claim."""
    if isinstance(claim.meaning, NotFormal):
        return Result(claim.id, Verdict.NOT_FORMAL)
    start = time.perf_counter()
    bits = max(bits, precision(claim.meaning))
    stated, effort = state(claim, bits)
    outcomes = _search(stated, bits)
    for outcome in outcomes:
        effort.boxes += outcome.boxes
        effort.evaluations += outcome.evaluations
    result = Result(
        claim.id,
        Verdict.UNDECIDED,
        boxes=effort.boxes,
        evaluations=effort.evaluations,
        search_seconds=time.perf_counter() - start,
    )
    proof = _proof(outcomes)
    if proof is None:
        result.left = next(
            (f"undecided on {show(o.left)}" for o in outcomes if o.left is not None),
            "the sufficient condition fails, which refutes nothing",
        )
        return result
    certificate = {
        "format": FORMAT,
        "version": VERSION,
        "id": claim.id,
        "statement": stated,
        "bits": bits,
        "proof": proof,
    }
    return replayed(result, certificate)


def precision(meaning: Formula) -> int:
    """The bits that the decimals of an extremum need, with 20 to spare, in whole words."""
    return 32 * -(-(4 * meaning.places + 20) // 32) if isinstance(meaning, Extremum) else 0


def replayed(result: Result, certificate: dict[str, Any]) -> Result:
    """The result with the verdict that the checker gives the certificate."""
    start = time.perf_counter()
    try:
        checked = check(certificate)
    except Rejected as rejected:
        result.left = f"the checker rejects the search's certificate: {rejected}"
        return result
    result.check_seconds = time.perf_counter() - start
    result.verdict = Verdict.REFUTED if checked.refuted else Verdict.PROVED
    result.certificate = certificate
    return result


def state(claim: Claim, bits: int) -> tuple[dict[str, Any], Outcome]:
    """The statement to be proved; an extremum is enclosed first and stated with its numbers."""
    assert not isinstance(claim.meaning, NotFormal)
    stated = statement(claim.meaning, claim.constants)
    effort = Outcome()
    if isinstance(claim.meaning, Extremum):
        formula = stated["claim"]
        whole = {name: list(ends) for name, ends in formula["box"].items()}
        corner = {name: ends[0] for name, ends in whole.items()}
        formula.update({"lower": "0", "upper": "0", "at": [whole], "point": corner})
        meaning = claim.meaning
        found = enclosure(parse(stated), meaning.sense, bits, meaning.width, meaning.places)
        effort = found.pop("effort")
        formula.update(found)
    return stated, effort


def _search(stated: dict[str, Any], bits: int) -> list[Outcome]:
    """One outcome a goal, cut short by a witness."""
    parsed = parse(stated)
    outcomes = []
    for goal in parsed.goals:
        outcomes.append(search(parsed, goal, bits))
        if outcomes[-1].witness is not None and parsed.refutable:
            break
    return outcomes


def _proof(outcomes: list[Outcome]) -> dict[str, Any] | None:
    if all(outcome.tree for outcome in outcomes):
        return {"trees": [outcome.tree for outcome in outcomes]}
    goal, last = len(outcomes) - 1, outcomes[-1]
    if last.witness is None:
        return None
    return {"refuted": {"goal": goal, "point": {n: text(q) for n, q in last.witness.items()}}}
