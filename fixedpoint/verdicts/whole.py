"""The audit as a whole: how many statements stand, what is wrong with the rest, what it means."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fixedpoint.claims.about import About, Finding
from fixedpoint.claims.claim import Defect, Verdict
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.errata import Effect, Erratum, errata


@dataclass(frozen=True)
class Whole:
    """All statements of a work, or of a part of it, counted.

    `verdicts`: how many have each verdict; `missing`: those without one; `slips`, worst first, and
    `defects`: how many statements have each kind of defect, by what it does.
    """

    verdicts: Mapping[Verdict, int]
    missing: tuple[str, ...]
    slips: tuple[Erratum, ...]
    defects: Mapping[tuple[Defect, Effect], int]
    findings: tuple[Finding, ...]

    @property
    def statements(self) -> int:
        """How many there are."""
        return sum(self.verdicts.values()) + len(self.missing)

    def of(self, kind: Defect | None = None, effect: Effect | None = None) -> int:
        """How many statements have a defect of this kind and this effect; None: of any."""
        chosen = (
            n for (k, e), n in self.defects.items() if kind in (None, k) and effect in (None, e)
        )
        return sum(chosen)


def whole(audit: Audit, about: About) -> Whole:
    """The audit of a work as a whole. Raises ValueError for a finding that does not stand."""
    printed = [claim.id for claim in audit.printed()]
    found = Counter(v for name in printed if (v := audit.verdict(name)) is not None)
    missing = [name for name in printed if audit.verdict(name) is None]
    if not partial(audit):
        missing += [name for name in about.statements() if name not in audit.known]
    slips = tuple(errata(audit))
    defects = Counter((entry.kind, entry.effect) for entry in slips for _ in entry.ids)
    findings = tuple(standing(about.findings(), audit))
    return Whole(found, tuple(missing), slips, defects, findings)


def partial(audit: Audit) -> bool:
    """Whether it is of a part of a work: it knows of more claims."""
    return len(audit.claims) < len(audit.known)


def standing(findings: Iterable[Finding], audit: Audit) -> Iterable[Finding]:
    """The findings; of a part of a work those that rest on it. ValueError if one does not hold."""
    for finding in findings:
        for name, needed in finding.rests.items():
            if name not in audit.known:
                raise ValueError(f"the finding {finding.headline!r} rests on {name}: no such claim")
            verdict = audit.derivations.proved(name)
            if verdict is not needed:
                word = "not decided" if verdict is None else verdict.value
                raise ValueError(
                    f"the finding {finding.headline!r} needs {name} {needed.value}, "
                    f"but it is {word}: say it anew"
                )
        if not partial(audit) or audit.claims.keys() & finding.rests.keys():
            yield finding
