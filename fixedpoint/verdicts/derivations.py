"""Whether the printed proofs hold: from the theorems down to what is cited and not audited.

A claim has two verdicts that are kept apart: whether it is true, by our proof, and whether it
follows from its printed premises. The second is that of its inferences: with the premises as
printed, and with each false one replaced by its proved correction.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from fixedpoint.claims.claim import Claim, Inference, Theorem, Verdict

Verdicts = Callable[[str], Verdict | None]
COMPUTED = ("identity", "definition", "theorem-general")
"""Kinds of claims that state their own step."""


class Proof(Enum):
    """What becomes of a printed proof, all that it cites included."""

    HOLDS = "holds as printed"
    MENDED = "breaks as printed, and holds with the corrections"
    BROKEN = "breaks, and the corrections do not mend it"
    OPEN = "is not audited to its end"


@dataclass(frozen=True)
class Derivation:
    """The printed proof of one claim.

    `follows`, `mended`: the verdicts on its step with the premises as printed, and corrected; None
    where the step is not stated. `broken`: where the proof first breaks, as printed and as
    corrected; `open`: the first id that is cited and has no verdict.
    """

    claim: str
    premises: tuple[str, ...]
    follows: Verdict | None
    mended: Verdict | None
    broken: str = ""
    unmended: str = ""
    open: str = ""

    @property
    def proof(self) -> Proof:
        """What becomes of it."""
        if self.unmended:
            return Proof.BROKEN
        if self.open:
            return Proof.OPEN
        return Proof.MENDED if self.broken else Proof.HOLDS


class Derivations:
    """The printed proofs of all claims of a work.

    Raises ValueError for a proof that cites itself. An identity or a definition is its own step: it
    follows from what it cites by the computation that it states.
    """

    def __init__(self, claims: Mapping[str, Claim], verdict: Verdicts) -> None:
        self.claims, self.verdict = claims, verdict
        self._corrections = {c.corrects: c.id for c in claims.values() if c.corrects}
        self._steps = {
            (c.infers, c.corrected): c for c in claims.values() if isinstance(c, Inference)
        }
        self._known: dict[str, Derivation] = {}
        self._above: list[str] = []

    def __getitem__(self, name: str) -> Derivation:
        if name not in self._known:
            if name in self._above:
                raise ValueError(f"the proof of {name} cites itself: {' <- '.join(self._above)}")
            self._above.append(name)
            self._known[name] = self._derive(name)
            self._above.pop()
        return self._known[name]

    def premises(self, name: str) -> tuple[str, ...]:
        """The ids that the printed proof of a claim takes: its inference's, else those it cites."""
        step, claim = self._steps.get((name, False)), self.claims.get(name)
        if step is not None:
            return step.premises
        if isinstance(claim, Theorem) and claim.chain:
            return claim.chain
        return claim.cites if claim is not None else ()

    def used_by(self, name: str) -> list[str]:
        """The claims whose printed proofs take a claim, directly or through others."""
        found = {name}
        for other in self.claims:
            if not isinstance(self.claims[other], Inference) and self._takes(other, name):
                found.add(other)
        return [other for other in self.claims if other in found and other != name]

    def breaks(self, name: str) -> list[str]:
        """The claims whose printed step takes a false claim and is not mended by its correction."""
        return [
            step.infers
            for (_, corrected), step in self._steps.items()
            if corrected and name in step.premises and self.verdict(step.id) is Verdict.REFUTED
        ]

    def tree(self, name: str) -> Iterator[tuple[int, str]]:
        """A claim and all that its printed proof takes, with their depths; each opened once."""
        opened: set[str] = set()

        def below(other: str, depth: int) -> Iterator[tuple[int, str]]:
            yield depth, other
            if other not in opened:
                opened.add(other)
                for premise in self.premises(other):
                    yield from below(premise, depth + 1)

        return below(name, 0)

    def _takes(self, name: str, other: str) -> bool:
        return any(found == other for depth, found in self.tree(name) if depth)

    def _derive(self, name: str) -> Derivation:
        own, premises = self.verdict(name), self.premises(name)
        step, again = (self._steps.get((name, corrected)) for corrected in (False, True))
        false = any(self.verdict(premise) is Verdict.REFUTED for premise in premises)
        computed = name in self.claims and self.claims[name].kind in COMPUTED
        follows = self.verdict(step.id) if step else own if computed else None
        mended = self.verdict(again.id) if again else None if false else follows
        below = [self[premise] for premise in premises]
        broken = next((d.broken for d in below if d.broken), "")
        unmended = next((d.unmended for d in below if d.unmended), "")
        missing = next((d.open for d in below if d.open), "")
        if not broken and (own is Verdict.REFUTED or follows is Verdict.REFUTED):
            broken = name
        corrected = self._corrections.get(name)
        lost = own is Verdict.REFUTED and (
            corrected is None or self.verdict(corrected) is not Verdict.PROVED
        )
        if not unmended and (lost or mended is Verdict.REFUTED):
            unmended = name
        unstated = bool(premises) and follows is None
        if not missing and (own is None or own is Verdict.UNDECIDED or unstated):
            missing = name
        return Derivation(name, premises, follows, mended, broken, unmended, missing)
