"""What is wrong in a work, one entry a slip, ordered by what it does to the printed proofs."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from fixedpoint.claims.claim import Claim, Defect, Inference, Verdict
from fixedpoint.verdicts.audit import Audit


class Effect(Enum):
    """What a slip does, worst first."""

    BREAKS = "Breaks a proof: with the correction in its place a conclusion no longer follows"
    FALSE = "False, and the proofs that use it survive with the correction"
    LAST_DIGIT = "Wrong in the last digit"
    MISPRINT = "Misprints"
    UNPROVED = "True, but it does not follow as printed"

    @property
    def short(self) -> str:
        """The same as the head of a column."""
        return SHORT[self]


SHORT = {
    Effect.BREAKS: "breaks a proof",
    Effect.FALSE: "false, proofs survive",
    Effect.LAST_DIGIT: "last digit",
    Effect.MISPRINT: "misprint",
    Effect.UNPROVED: "true, does not follow",
}


@dataclass(frozen=True)
class Erratum:
    """One slip: the claim that has it first, others that repeat it, and what takes them.

    `breaks`: the claims that no longer follow with the correction; `step`: the inference of the
    claim that fails, if one does, and `repair` one that holds in its place; `affects`: all whose
    printed proofs take it or a repetition.
    """

    claim: Claim
    effect: Effect
    repeats: tuple[str, ...]
    breaks: tuple[str, ...]
    affects: tuple[str, ...]
    step: Inference | None
    repair: Inference | None

    @property
    def ids(self) -> tuple[str, ...]:
        """The claims with this slip."""
        return self.claim.id, *self.repeats

    @property
    def kind(self) -> Defect:
        """What sort of slip it is."""
        return self.claim.defect or Defect.STEP


def errata(audit: Audit) -> list[Erratum]:
    """All slips, worst first, and else in the order of the work."""
    found = list(_entries(audit))
    order = list(Effect)
    return sorted(found, key=lambda entry: order.index(entry.effect))


def _entries(audit: Audit) -> Iterator[Erratum]:
    derivations, printed = audit.derivations, audit.printed()
    for claim in printed:
        if claim.repeats:
            continue
        step = derivations.failing(claim.id)
        if claim.defect is None and step is None:
            continue
        ids = [claim.id, *(c.id for c in printed if c.repeats == claim.id)]
        breaks = dict.fromkeys(name for i in ids for name in derivations.breaks(i))
        affects = dict.fromkeys(name for i in ids for name in derivations.used_by(i))
        effect = _effect(claim, audit.verdict(claim.id), bool(breaks))
        others = tuple(name for name in affects if name not in ids)
        repair = derivations.repair(claim.id)
        yield Erratum(claim, effect, tuple(ids[1:]), tuple(breaks), others, step, repair)


def _effect(claim: Claim, verdict: Verdict | None, breaks: bool) -> Effect:
    if breaks:
        return Effect.BREAKS
    if claim.defect is Defect.MISPRINT:
        return Effect.MISPRINT
    if verdict is not Verdict.REFUTED:
        return Effect.UNPROVED
    return Effect.LAST_DIGIT if claim.defect is Defect.LAST_DIGIT else Effect.FALSE
