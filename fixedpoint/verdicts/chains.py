"""What proves a theorem: our chain of proved claims, and the chain of the printed steps.

The one rule for both, whoever shows them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fixedpoint.claims.claim import Theorem, Verdict

Verdicts = Callable[[str], Verdict | None]
"""The verdict on a claim by its id; None if there is none, or no such claim."""


@dataclass(frozen=True)
class Chain:
    """How far the printed steps prove a theorem.

    `broken`: the first step that is refuted; `unknown`: the first without a verdict that decides
    it, be it undecided or no claim at all.
    """

    steps: tuple[str, ...]
    broken: str | None
    unknown: str | None

    @property
    def holds(self) -> bool | None:
        """Whether every step is proved or not formal; None if that is not known."""
        if self.broken is not None:
            return False
        return None if self.unknown is not None or not self.steps else True

    @property
    def said(self) -> str:
        """The same in words."""
        if self.broken is not None:
            return f"breaks first at {self.broken}"
        return "holds as printed" if self.holds else f"is not decided: {self.unknown}"


def chain(theorem: Theorem, verdict: Verdicts) -> Chain:
    """The printed chain of a theorem."""
    found = {step: verdict(step) for step in theorem.chain}
    settled = (Verdict.PROVED, Verdict.NOT_FORMAL, Verdict.REFUTED)
    broken = (step for step, word in found.items() if word is Verdict.REFUTED)
    unknown = (step for step, word in found.items() if word not in settled)
    return Chain(theorem.chain, next(broken, None), next(unknown, None))


def proved(theorem: Theorem, verdict: Verdicts) -> Verdict | None:
    """The verdict on a theorem by our chain: its own, but proved only if all it uses is."""
    own = verdict(theorem.id)
    held = all(verdict(name) is Verdict.PROVED for name in theorem.uses)
    return Verdict.UNDECIDED if own is Verdict.PROVED and not held else own
