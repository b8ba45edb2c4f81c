"""The audit of the paper: counts by section, the defects, worst first, and the theorems' chains."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path

from fixedpoint.claims.claim import Claim, Defect, Theorem, Verdict
from fixedpoint.decimals import significant
from fixedpoint.trusted.certificate import check, load
from fixedpoint.trusted.checker import Step
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import Malformed, Statement, degenerate, parse_point
from fixedpoint.verdicts.locks import Entry

WORST_FIRST = (
    Defect.FORMULA,
    Defect.STEP,
    Defect.CONSTANT,
    Defect.SIGN,
    Defect.DOMAIN,
    Defect.SLIP,
    Defect.REFERENCE,
    Defect.LAST_DIGIT,
)
BITS = 128


class Audit:
    """The claims of the paper, in its order, with the verdicts of the lock."""

    def __init__(
        self, claims: Mapping[str, Claim], lock: Mapping[str, Entry], certificates: Path
    ) -> None:
        self.claims, self.lock, self.certificates = claims, lock, certificates

    def verdict(self, name: str) -> Verdict | None:
        """The lock's verdict on a claim."""
        return self.lock[name].verdict if name in self.lock else None

    def printed(self) -> list[Claim]:
        """The claims as printed: all but corrections and our own."""
        return [c for c in self.claims.values() if c.printed and not self.corrects(c)]

    def corrects(self, claim: Claim) -> bool:
        """Whether a claim is the correction of another."""
        return claim.id.endswith("c") and claim.id[:-1] in self.claims

    def correction(self, claim: Claim) -> Claim | None:
        """The claim that stands beside one with a defect."""
        return self.claims.get(f"{claim.id}c")

    def sections(self) -> dict[str, Counter[Verdict]]:
        """Verdicts on the printed claims, by section."""
        counts: dict[str, Counter[Verdict]] = {}
        for claim in self.printed():
            verdict = self.verdict(claim.id)
            if verdict is not None:
                counts.setdefault(claim.section, Counter())[verdict] += 1
        return counts

    def defects(self) -> list[Claim]:
        """The printed claims with a defect: those that break a theorem's chain, then by kind."""
        breaking = {self.broken(theorem) for theorem in self.theorems()}
        found = [claim for claim in self.printed() if claim.defect is not None]
        return sorted(found, key=lambda c: (c.id not in breaking, WORST_FIRST.index(_kind(c))))

    def theorems(self) -> list[Theorem]:
        """The theorems whose chain of printed steps is known."""
        return [c for c in self.claims.values() if isinstance(c, Theorem) and c.chain]

    def broken(self, theorem: Theorem) -> str | None:
        """The first printed step of a theorem that is refuted."""
        steps = (step for step in theorem.chain if self.verdict(step) is Verdict.REFUTED)
        return next(steps, None)

    def miss(self, claim: Claim) -> str:
        """Where a claim fails and by how much at least, from its stored certificate."""
        path = self.certificates / f"{claim.id}.json"
        data = load(path)
        checked = check(data)
        if not checked.refuted:
            raise Malformed(f"{path} does not refute {claim.id}")
        refuted = data["proof"]["refuted"]
        point = parse_point(refuted["point"])
        size = gap(checked.statement, refuted["goal"], point)[0]
        place = ", ".join(f"{name} = {value}" for name, value in refuted["point"].items())
        fails = f"fails by at least {significant(size, 3)}" if size else "fails with equality"
        return f"{fails} at {place}" if place else fails


def gap(statement: Statement, number: int, point: dict[str, Fraction]) -> tuple[Fraction, Fraction]:
    """Between what bounds lies how far a goal is missed at a point."""
    kernel = Directed(BITS)
    goal = statement.goals[number]
    step = Step(statement, Program(statement.graph, kernel), goal, degenerate(point))
    lower, upper = kernel.bounds(step.value())
    if goal.zero and lower > 0:
        return lower, upper
    return max(-upper, Fraction(0)), max(-lower, Fraction(0))


def _kind(claim: Claim) -> Defect:
    assert claim.defect is not None
    return claim.defect


def lines(audit: Audit) -> list[str]:
    """The audit as plain text."""
    return [*_counts(audit), "", *_chains(audit), "", *_defects(audit)]


def _counts(audit: Audit) -> Iterable[str]:
    heads = ("section", "proved", "refuted", "not formal", "undecided")
    order = (Verdict.PROVED, Verdict.REFUTED, Verdict.NOT_FORMAL, Verdict.UNDECIDED)
    rows = [(name, *(str(found[v]) for v in order)) for name, found in audit.sections().items()]
    total = sum(audit.sections().values(), Counter())
    rows.append(("all", *(str(total[v]) for v in order)))
    width = max(len(row[0]) for row in rows)
    for row in (heads, *rows):
        yield "  ".join((row[0].ljust(width), *(cell.rjust(10) for cell in row[1:]))).rstrip()


def _chains(audit: Audit) -> Iterable[str]:
    for theorem in audit.theorems():
        broken, own = audit.broken(theorem), audit.verdict(theorem.id)
        said = f"breaks first at {broken}" if broken else "holds as printed"
        known = "not run" if own is None else own.value
        yield f"{theorem.id}: {known} by our chain; the paper's {said}"
        if broken and theorem.repair:
            yield f"    repair: {theorem.repair}"


def _defects(audit: Audit) -> Iterable[str]:
    for claim in audit.defects():
        yield f"{claim.id} ({claim.section}): {_kind(claim).value}"
        yield from (f"    {line}" for line in _story(audit, claim))


def _story(audit: Audit, claim: Claim) -> Iterable[str]:
    yield f"printed: {claim.text}"
    if audit.verdict(claim.id) is Verdict.REFUTED:
        yield audit.miss(claim)
    correction = audit.correction(claim)
    if correction is not None:
        yield f"proved: {correction.text}"
    if claim.note:
        yield f"note: {claim.note}"


def errata(audit: Audit) -> str:
    """The audit as a Markdown page."""
    refuted = sum(found[Verdict.REFUTED] for found in audit.sections().values())
    table = ["| section | proved as printed | refuted | not formal |", "|---|---|---|---|"]
    for name, found in audit.sections().items():
        cells = (found[v] for v in (Verdict.PROVED, Verdict.REFUTED, Verdict.NOT_FORMAL))
        table.append(f"| {name} | {' | '.join(map(str, cells))} |")
    page = [
        "# Errata of *Self-Normalizing Neural Networks*",
        "",
        "Written by `verify-bounds audit --errata` from the claims, their certificates and the "
        "verdict lock; `verify-bounds check` replays them.",
        f"{refuted} printed statements are refuted, each with an exact witness; a corrected "
        "statement is proved for each. None of this makes Theorems 1–3 false.",
        "",
        *table,
        "",
        "## Theorems",
        "",
        *(f"- {line.strip()}" for line in _chains(audit)),
        "",
        "## Defects, worst first",
        "",
    ]
    for claim in audit.defects():
        place = f"{claim.section}, Eq. {claim.equation}" if claim.equation else claim.section
        page += [f"### {claim.id} — {_kind(claim).value}", "", f"{place}.", ""]
        page += [f"- {escaped(line)}" for line in _story(audit, claim)]
        page.append("")
    return "\n".join(page)


def escaped(line: str) -> str:
    """Text that Markdown shows as it stands."""
    return "".join(f"\\{c}" if c in "*_|<>\\`" else c for c in line)
