"""The audit as plain text, and as a Markdown page of errata."""

from collections import Counter
from collections.abc import Iterable

from fixedpoint.claims.about import About
from fixedpoint.claims.claim import Claim, Verdict
from fixedpoint.verdicts.audit import Audit, kind


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
        printed, own = audit.chain(theorem), audit.proved(theorem)
        known = "not run" if own is None else own.value
        yield f"{theorem.id}: {known} by our chain; the printed one {printed.said}"
        if printed.broken and theorem.repair:
            yield f"    repair: {theorem.repair}"


def _defects(audit: Audit) -> Iterable[str]:
    for claim in audit.defects():
        yield f"{claim.id} ({claim.section}): {kind(claim).value}"
        yield from (f"    {line}" for line in _story(audit, claim))


def _story(audit: Audit, claim: Claim) -> Iterable[str]:
    yield f"printed: {claim.text}"
    if audit.verdict(claim.id) is Verdict.REFUTED:
        yield audit.miss(claim)
    correction = audit.correction(claim)
    if correction is not None:
        held = audit.verdict(correction.id) is Verdict.PROVED
        yield f"{'proved' if held else 'instead, not proved'}: {correction.text}"
    if claim.note:
        yield f"note: {claim.note}"


def errata(audit: Audit, about: About) -> str:
    """The audit as a Markdown page."""
    refuted = sum(found[Verdict.REFUTED] for found in audit.sections().values())
    table = ["| section | proved as printed | refuted | not formal |", "|---|---|---|---|"]
    for name, found in audit.sections().items():
        cells = (found[v] for v in (Verdict.PROVED, Verdict.REFUTED, Verdict.NOT_FORMAL))
        table.append(f"| {name} | {' | '.join(map(str, cells))} |")
    page = [
        f"# Errata of *{about.title}*",
        "",
        "Written by `verify-bounds audit --errata` from the claims, their certificates and the "
        "locks; `verify-bounds check` replays them.",
        f"{refuted} printed statements are refuted, each with an exact witness; a corrected "
        f"statement is proved for each. {about.remark}".rstrip(),
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
        page += [f"### {claim.id} — {kind(claim).value}", "", f"{place}.", ""]
        page += [f"- {escaped(line)}" for line in _story(audit, claim)]
        page.append("")
    return "\n".join(page)


def escaped(line: str) -> str:
    """Text that Markdown shows as it stands."""
    return "".join(f"\\{c}" if c in "*_|<>\\`" else c for c in line)
