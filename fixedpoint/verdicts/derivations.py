"""Whether the printed proofs hold: from the theorems down to what is cited and not audited.

A claim has two verdicts that are kept apart: whether it is true, by our proof, and whether it
follows from its printed premises. The second is that of its inferences: with the premises as
printed, and with each false one replaced by its proved correction. These are the only rules for
both; every output goes by them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from fixedpoint.claims.claim import Claim, Inference, Mode, Theorem, Verdict

Verdicts = Callable[[str], Verdict | None]
"""The verdict on a claim by its id; None if there is none, or no such claim."""

COMPUTED = ("identity", "definition", "theorem-general")
"""Kinds of claims that state their own step: the computation from what they cite."""


FEW = 14
"""At most so many ids are said in words."""


class Proof(Enum):
    """What becomes of a printed proof with all that it cites."""

    HOLDS = "holds as printed"
    MENDED = "breaks as printed and holds with the corrections"
    REPAIRED = "breaks, and takes more than the corrections to mend"
    BROKEN = "breaks, and is not mended"
    OPEN = "is not decided"


@dataclass(frozen=True)
class Derivation:
    """The printed proof of one claim.

    `follows`: the verdict on its step; `mended`: the same with corrections in the places of what is
    false; None where a step is not stated. `broken`: the id at which the proof first breaks;
    `unmended`: all that corrections do not mend; `repaired`: the sharper premises that mend
    all of those, if such are proved; `open`: the first that is not decided.
    """

    claim: str
    premises: tuple[str, ...]
    follows: Verdict | None
    mended: Verdict | None
    broken: str = ""
    unmended: tuple[str, ...] = ()
    repaired: tuple[str, ...] = ()
    open: str = ""

    @property
    def proof(self) -> Proof:
        """What becomes of it."""
        if self.unmended:
            return Proof.REPAIRED if self.repaired else Proof.BROKEN
        if self.open:
            return Proof.OPEN
        return Proof.MENDED if self.broken else Proof.HOLDS

    @property
    def holds(self) -> bool | None:
        """Whether it holds as printed; None if that is not known."""
        return False if self.broken else None if self.open else True

    @property
    def said(self) -> str:
        """The same in words."""
        left = f"; {self.open} is not audited" if self.open else ""
        if self.unmended:
            mended = f"; sharper premises do: {_few(self.repaired)}" if self.repaired else ""
            lost = _few(self.unmended)
            lost = f"breaks first at {self.broken}; the corrections do not mend {lost}"
            return f"{lost}{mended}{left}"
        if self.broken:
            mended = "what is audited" if left else "it"
            return f"breaks first at {self.broken}; the corrections mend {mended}{left}"
        return f"is not decided: {self.open}" if self.open else "holds as printed"


def _few(names: tuple[str, ...]) -> str:
    """Names as a list that can be read."""
    more = f" and {len(names) - FEW} more" if names[FEW:] else ""
    return ", ".join(names[:FEW]) + more


class Derivations:
    """The printed proofs of all claims of a work. Raises ValueError for one that cites itself."""

    def __init__(self, claims: Mapping[str, Claim], verdict: Verdicts) -> None:
        self.claims, self.verdict = claims, verdict
        self._corrections = {c.corrects: c.id for c in claims.values() if c.corrects}
        self._steps: dict[tuple[str, Mode], Inference] = {
            (c.infers, c.mode): c for c in claims.values() if isinstance(c, Inference)
        }
        self._known: dict[str, Derivation] = {}
        self._used: dict[str, list[str]] = {}
        self._above: list[str] = []

    def __getitem__(self, name: str) -> Derivation:
        if name not in self._known:
            if name in self._above:
                raise ValueError(f"the proof of {name} cites itself: {' > '.join(self._above)}")
            self._above.append(name)
            self._known[name] = self._derive(name)
            self._above.pop()
        return self._known[name]

    def premises(self, name: str) -> tuple[str, ...]:
        """The ids that the printed proof of a claim takes: as its inference or chain has them."""
        step, claim = self._steps.get((name, Mode.PRINTED)), self.claims.get(name)
        if step is not None:
            return step.premises
        if isinstance(claim, Theorem) and claim.chain:
            return claim.chain
        return claim.cites if claim is not None else ()

    def step(self, name: str, mode: Mode = Mode.PRINTED) -> Verdict | None:
        """Whether a claim follows; None where that is not stated.

        A claim that is computed is its own step; the steps of a theorem's chain are joined by the
        rules that it names as assumptions.
        """
        stated, claim = self._steps.get((name, mode)), self.claims.get(name)
        if stated is not None:
            return self.verdict(stated.id)
        if (name, Mode.PRINTED) in self._steps:
            return None
        if isinstance(claim, Theorem) and claim.chain:
            return Verdict.NOT_FORMAL
        return self.verdict(name) if claim is not None and claim.kind in COMPUTED else None

    def proved(self, name: str) -> Verdict | None:
        """The verdict on a claim by our proof: its own, but proved only if all it uses is."""
        own, uses = self.verdict(name), getattr(self.claims.get(name), "uses", ())
        held = all(self.proved(other) is Verdict.PROVED for other in uses)
        return Verdict.UNDECIDED if own is Verdict.PROVED and not held else own

    def tree(self, name: str) -> Iterator[tuple[int, str]]:
        """A claim and all that its printed proof takes, with their depths; each is opened once."""
        opened: set[str] = set()

        def below(other: str, depth: int) -> Iterator[tuple[int, str]]:
            yield depth, other
            if other not in opened:
                opened.add(other)
                for premise in self.premises(other):
                    yield from below(premise, depth + 1)

        return below(name, 0)

    def used_by(self, name: str) -> list[str]:
        """The claims whose printed proofs take a claim, through others too."""
        if name not in self._used:
            above = self._takers.get(name, [])
            further = (found for other in above for found in self.used_by(other))
            self._used[name] = list(dict.fromkeys([*above, *further]))
        return self._used[name]

    @cached_property
    def _takers(self) -> dict[str, list[str]]:
        """By each id the claims whose printed proofs take it directly."""
        found: dict[str, list[str]] = {}
        for name, claim in self.claims.items():
            if not isinstance(claim, Inference):
                for premise in dict.fromkeys(self.premises(name)):
                    found.setdefault(premise, []).append(name)
        return found

    def failing(self, name: str) -> Inference | None:
        """The step of a claim that does not hold: with the premises as printed, or corrected."""
        steps = (self._steps.get((name, mode)) for mode in (Mode.PRINTED, Mode.CORRECTED))
        failed = (s for s in steps if s and self.verdict(s.id) is Verdict.REFUTED)
        return next(failed, None)

    def repair(self, name: str) -> Inference | None:
        """The step to a claim with a sharper premise, if it is proved."""
        return self._steps.get((name, Mode.REPAIRED)) if self.repairs(name) else None

    def breaks(self, name: str) -> list[str]:
        """The claims that no longer follow when their false premises, this one too, are mended.

        Those that do not follow from the premises as printed either break by themselves.
        """
        if self.verdict(name) is not Verdict.REFUTED:
            return []
        return [
            step.infers
            for (_, mode), step in self._steps.items()
            if mode is Mode.CORRECTED
            and name in step.premises
            and self.verdict(step.id) is Verdict.REFUTED
            and self.step(step.infers) is not Verdict.REFUTED
        ]

    def _derive(self, name: str) -> Derivation:
        own, premises = self.verdict(name), self.premises(name)
        false = any(self.verdict(premise) is Verdict.REFUTED for premise in premises)
        follows = self.step(name)
        mended = self.step(name, Mode.CORRECTED) if false else follows
        if own is Verdict.REFUTED:  # what is proved in its place is what others take
            mended = self.verdict(self._corrections.get(name, ""))
        below = [self[premise] for premise in premises]
        broken = next((d.broken for d in below if d.broken), "")
        unmended = [i for d in below for i in d.unmended]
        left = next((d.open for d in below if d.open), "")
        if Verdict.REFUTED in (own, follows):
            broken = broken or name
        repairs = [d.repaired for d in below if d.unmended]
        if mended is Verdict.REFUTED or (own is Verdict.REFUTED and mended is not Verdict.PROVED):
            unmended.append(name)
            repairs.append(self.repairs(name))
        steps = (follows, mended) if premises else ()
        if any(word in (None, Verdict.UNDECIDED) for word in (own, *steps)):
            left = left or name
        used = tuple(dict.fromkeys(i for found in repairs for i in found)) if all(repairs) else ()
        lost = tuple(dict.fromkeys(unmended))
        return Derivation(name, premises, follows, mended, broken, lost, used, left)

    def repairs(self, name: str) -> tuple[str, ...]:
        """The sharper premises that give a claim, all proved; none if there are none such.

        What roundings change is named only where nothing else is.
        """
        step = self._steps.get((name, Mode.REPAIRED))
        if step is None or self.verdict(step.id) not in (Verdict.PROVED, Verdict.NOT_FORMAL):
            return ()
        own = tuple(i for i in step.premises if i in self.claims and not self.claims[i].printed)
        if any(self.proved(i) is not Verdict.PROVED for i in own):
            return ()
        return tuple(i for i in own if self.claims[i].kind != "rounding") or own
