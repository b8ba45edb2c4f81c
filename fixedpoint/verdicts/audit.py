"""The audit of a work: its claims with their verdicts, and what becomes of its proofs."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from fixedpoint.certificates.store import digest
from fixedpoint.claims.claim import Claim, Theorem, Verdict
from fixedpoint.decimals import significant
from fixedpoint.registry import Proofs, together
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.decide import Result, vouched
from fixedpoint.verdicts.derivations import Derivation, Derivations
from fixedpoint.verdicts.findings import SHOWN, fails, miss
from fixedpoint.verdicts.locks import Entry, Lock


class Audit:
    """The claims of a work, in its order, with what the lock and the stored certificates say.

    `certificate` tells the file of a claim's stored certificate; `known`: the claims that those of
    the work may use, itself by default.
    """

    def __init__(
        self,
        claims: Mapping[str, Claim],
        lock: Lock,
        certificate: Callable[[str], Path],
        known: Mapping[str, Claim] | None = None,
    ) -> None:
        self.claims, self.lock, self.certificate = claims, lock, certificate
        self.known = claims if known is None else known
        self._corrections = {c.corrects: c for c in claims.values() if c.corrects}
        self._results: dict[str, Result | None] = {}
        self.derivations = Derivations(self.known, self.verdict)

    def result(self, name: str) -> Result | None:
        """What is known of a claim without a search; None if nothing is."""
        if name not in self._results and name in self.known:
            entry = self.lock.get(name)
            self._results[name] = vouched(self.known[name], entry, self.certificate(name))
        return self._results.get(name)

    def verdict(self, name: str) -> Verdict | None:
        """The verdict on a claim; None if there is none."""
        result, entry = self.result(name), self.lock.get(name)
        if result is not None:
            return result.verdict
        undecided = entry is not None and entry.verdict is Verdict.UNDECIDED
        return Verdict.UNDECIDED if undecided else None

    def printed(self) -> list[Claim]:
        """The claims as printed: all but corrections, inferences and our own."""
        return [c for c in self.claims.values() if c.printed and not c.corrects]

    def correction(self, claim: Claim) -> Claim | None:
        """The claim that stands in the place of one with a defect."""
        return self._corrections.get(claim.id)

    def sections(self) -> dict[str, Counter[Verdict]]:
        """Verdicts on the printed claims, by section."""
        counts: dict[str, Counter[Verdict]] = {}
        for claim in self.printed():
            verdict = self.verdict(claim.id)
            if verdict is not None:
                counts.setdefault(claim.section, Counter())[verdict] += 1
        return counts

    def theorems(self) -> list[Theorem]:
        """The theorems whose printed proof is known."""
        found = [c for c in self.claims.values() if isinstance(c, Theorem)]
        return [theorem for theorem in found if self.derivations.premises(theorem.id)]

    def derivation(self, theorem: Theorem) -> Derivation:
        """What becomes of the printed proof of a theorem."""
        return self.derivations[theorem.id]

    def proved(self, theorem: Theorem) -> Verdict | None:
        """The verdict on a theorem by our proof."""
        return self.derivations.proved(theorem.id)

    def _written(self, name: str) -> Entry | None:
        """What the lock has of a claim, if it was written with exactly the stored certificate."""
        result, entry = self.result(name), self.lock.get(name)
        known = result and entry and entry.certificate == digest(result.certificate)
        return entry if known else None

    def margin(self, name: str) -> str:
        """By how much a claim of ours holds at least, as the lock has it of its certificate."""
        entry = self._written(name)
        return significant(entry.margin.ends[0], SHOWN) if entry and entry.margin else ""

    def miss(self, claim: Claim) -> str:
        """Where a claim fails and by how much at least, by its stored certificate.

        As the lock says, if it was written with exactly that certificate.
        """
        result, entry = self.result(claim.id), self._written(claim.id)
        missed = entry.miss if entry else miss(result) if result else None
        if missed is None:
            raise ValueError(f"{self.certificate(claim.id)} does not refute {claim.id}")
        return fails(missed)


def audit(proofs: Proofs) -> Audit:
    """The audit of a folder of claims, which may use those of its whole package."""
    lock, known = locks.of(proofs.package_sections), proofs.all_claims()
    return Audit(proofs.claims(), lock, proofs.certificate, known)


def told(proofs: Proofs) -> Audit:
    """The same as the locks tell it: for what shows no meaning, as none is loaded.

    The modules are imported after all where a lock is not of the sources at hand.
    """
    files = {s: locks.opened(s.lock) for s in proofs.package_sections if s.states}
    sources = proofs.sources()
    if not files or any(file.sources != sources for file in files.values()):
        return audit(proofs)
    claims = {section: file.claims() for section, file in files.items()}
    own = together((section, claims[section]) for section in proofs.sections if section in claims)
    lock = {name: entry for file in files.values() for name, entry in file.entries.items()}
    homes = {name: section.certificates for section in claims for name in claims[section]}
    return Audit(own, lock, lambda name: homes[name] / f"{name}.json", together(claims.items()))
