"""From a claim to a certificate: state, then search. What is found proves nothing until checked."""

from dataclasses import dataclass
from typing import Any

from fixedpoint.claims.claim import Claim, NotFormal
from fixedpoint.claims.formulas import Extremum, Formula, statement
from fixedpoint.decimals import text
from fixedpoint.prove import BITS
from fixedpoint.prove.extrema import enclosure
from fixedpoint.prove.search import Outcome, search
from fixedpoint.trusted.certificate import FORMAT, VERSION
from fixedpoint.trusted.checker import show
from fixedpoint.trusted.statement import parse


@dataclass(frozen=True)
class Found:
    """A certificate, or what is left undecided, and what the search took."""

    certificate: dict[str, Any] | None
    left: str
    boxes: int
    evaluations: int


def find(claim: Claim, bits: int = BITS, source: Any = None) -> Found:
    """Search a proof or a refutation of a claim that has a formal meaning.

    `source`: its statement, where it was made before.
    """
    assert not isinstance(claim.meaning, NotFormal)
    bits = max(bits, precision(claim.meaning))
    stated, effort = state(claim, bits, source)
    outcomes = _search(stated, bits)
    boxes = effort.boxes + sum(outcome.boxes for outcome in outcomes)
    evaluations = effort.evaluations + sum(outcome.evaluations for outcome in outcomes)
    proof = _proof(outcomes)
    if proof is None:
        left = next(
            (f"undecided on {show(o.left)}" for o in outcomes if o.left is not None),
            "the sufficient condition fails, which refutes nothing",
        )
        return Found(None, left, boxes, evaluations)
    certificate = {
        "format": FORMAT,
        "version": VERSION,
        "id": claim.id,
        "statement": stated,
        "bits": bits,
        "proof": proof,
    }
    return Found(certificate, "", boxes, evaluations)


def precision(meaning: Formula) -> int:
    """The bits that the decimals of an extremum need, with 20 to spare, in whole words."""
    return 32 * -(-(4 * meaning.places + 20) // 32) if isinstance(meaning, Extremum) else 0


def state(claim: Claim, bits: int, source: Any) -> tuple[dict[str, Any], Outcome]:
    """The statement to be proved; an extremum is enclosed first and stated with its numbers."""
    assert not isinstance(claim.meaning, NotFormal)
    stated = source or statement(claim.meaning, claim.constants)
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
        if outcomes[-1].witness is not None and goal.refutes:
            break
    return outcomes


def _proof(outcomes: list[Outcome]) -> dict[str, Any] | None:
    if all(outcome.tree for outcome in outcomes):
        return {"trees": [outcome.tree for outcome in outcomes]}
    goal, last = len(outcomes) - 1, outcomes[-1]
    if last.witness is None:
        return None
    return {"refuted": {"goal": goal, "point": {n: text(q) for n, q in last.witness.items()}}}
