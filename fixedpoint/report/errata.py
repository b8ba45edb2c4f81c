"""The audit as plain text, and as a Markdown page of errata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fixedpoint.claims.about import About
from fixedpoint.claims.claim import Claim, Defect, NotFormal, Verdict
from fixedpoint.letters import greek
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.derivations import Proof
from fixedpoint.verdicts.errata import Effect, Erratum, errata

if TYPE_CHECKING:  # plain text needs no formulas
    from fixedpoint.report.formulas import Formulas

SHOWN = 10
"""At most so many ids in a list of what is affected."""

LONGEST = 240
"""Characters of LaTeX in a line of a formula that is shown; the text says all of it anyway."""


def lines(audit: Audit) -> list[str]:
    """The audit as plain text."""
    return [*_counts(audit), "", *_theorems(audit), "", *_defects(audit)]


def _counts(audit: Audit) -> Iterable[str]:
    heads = ("section", "proved", "refuted", "not formal", "undecided")
    order = (Verdict.PROVED, Verdict.REFUTED, Verdict.NOT_FORMAL, Verdict.UNDECIDED)
    rows = [(name, *(str(found[v]) for v in order)) for name, found in audit.sections().items()]
    total = sum(audit.sections().values(), Counter())
    rows.append(("all", *(str(total[v]) for v in order)))
    width = max(len(row[0]) for row in rows)
    for row in (heads, *rows):
        yield "  ".join((row[0].ljust(width), *(cell.rjust(10) for cell in row[1:]))).rstrip()


def _theorems(audit: Audit) -> Iterable[str]:
    for theorem in audit.theorems():
        printed, own = audit.derivation(theorem), audit.proved(theorem)
        known = "not run" if own is None else own.value
        yield f"{theorem.id}: {known} by our proof; the printed one {printed.said}"
        if printed.broken and theorem.repair:
            yield f"    repair: {theorem.repair}"


def _defects(audit: Audit) -> Iterable[str]:
    group: Effect | None = None
    for entry in errata(audit):
        if entry.effect is not group:
            group = entry.effect
            yield from ("", group.value)
        yield heading(entry)
        yield from (f"    {line}" for line in story(audit, entry))


def heading(entry: Erratum) -> str:
    """The ids, the place, and the kind of the slip."""
    claim = entry.claim
    place = f"{claim.section}, Eq. {claim.equation}" if claim.equation else claim.section
    kind = (claim.defect or Defect.STEP).value
    return f"{', '.join(entry.ids)} ({place}): {kind}"


def story(audit: Audit, entry: Erratum) -> Iterator[str]:
    """What is printed, what is wrong with it, what is proved instead, and what depends on it."""
    claim = entry.claim
    yield f"printed: {claim.text}"
    if claim.note:
        yield f"{'what is wrong' if claim.defect else 'note'}: {claim.note}"
    if audit.verdict(claim.id) is Verdict.REFUTED:
        yield greek(audit.miss(claim))
    if entry.step is not None:
        premises = ", ".join(entry.step.premises)
        yield f"it does not follow from {premises} {entry.step.mode.value}: {entry.step.text}"
        yield f"that {greek(audit.miss(entry.step))}"
    correction = audit.correction(claim)
    if correction is not None:
        held = audit.verdict(correction.id) is Verdict.PROVED
        yield f"{'proved' if held else 'instead, not proved'}: {correction.text}"
    elif audit.verdict(claim.id) is Verdict.PROVED:
        yield "true as printed: proved directly"
    if entry.repair is not None:
        with_ = ", ".join(audit.derivations.repairs(claim.id))
        yield f"repaired with {with_}: {entry.repair.text}"
    if entry.breaks:
        yield f"with the correction these no longer follow: {', '.join(entry.breaks)}"
    if entry.affects:
        more = ["…"] if entry.affects[SHOWN:] else []
        yield f"affects the printed proofs of {', '.join([*entry.affects[:SHOWN], *more])}"


def page(audit: Audit, about: About) -> str:
    """The errata as a Markdown page."""
    from fixedpoint.report.formulas import Formulas

    table = ["| section | proved as printed | refuted | not formal |", "|---|---|---|---|"]
    for name, found in audit.sections().items():
        cells = (found[v] for v in (Verdict.PROVED, Verdict.REFUTED, Verdict.NOT_FORMAL))
        table.append(f"| {name} | {' | '.join(map(str, cells))} |")
    lines = [
        f"# Errata of *{escaped(about.title)}*",
        "",
        *summary(audit, about),
        "",
        "Written by `verify-bounds audit --errata` from the claims, their certificates and the "
        "locks; `verify-bounds check` replays them.",
        "",
        *table,
        "",
        "## Theorems",
        "",
        *(f"- {escaped(line.strip())}" for line in _theorems(audit)),
    ]
    formulas, group = Formulas(about), None
    for entry in errata(audit):
        if entry.effect is not group:
            group = entry.effect
            lines += ["", f"## {group.value}"]
        lines += ["", f"### {heading(entry)}", "", *_entry(audit, entry, formulas)]
    return "\n".join([*lines, ""])


def summary(audit: Audit, about: About) -> list[str]:
    """What stands and what does not, in plain words."""
    total = sum(audit.sections().values(), Counter[Verdict]())
    theorems = audit.theorems()
    stand = [t.id for t in theorems if audit.proved(t) is Verdict.PROVED]
    broken, repaired, mended = (
        [
            t.id
            for t in theorems
            if audit.derivation(t).proof in kinds and audit.derivation(t).broken
        ]
        for kinds in ((Proof.BROKEN,), (Proof.REPAIRED,), (Proof.MENDED, Proof.OPEN))
    )
    said = [
        f"Of {total.total()} statements audited so far in {_source(about)}, "
        f"{total[Verdict.PROVED]} are proved as printed and {total[Verdict.REFUTED]} are refuted, "
        "each at an exact witness, with the nearest true statement proved beside it."
    ]
    if stand:
        said.append(
            f"What stands: {', '.join(stand)}, by proofs of our own that use no false step."
        )
    if broken:
        said.append(
            f"What does not: the printed proofs of {', '.join(broken)}, in which a conclusion no "
            "longer follows once the false numbers are corrected."
        )
    if repaired:
        said.append(
            f"What does not: the printed proofs of {', '.join(repaired)}, in which conclusions do "
            "not follow even with the false numbers corrected; sharper premises, proved here, "
            "mend what is audited of them."
        )
    if mended:
        said.append(
            f"The printed proofs of {', '.join(mended)} have false steps, which their corrections "
            "mend as far as they are audited."
        )
    return [" ".join([*said, about.remark]).strip()]


def _source(about: About) -> str:
    title, authors = escaped(about.title), escaped(about.authors)
    link = f"[{title}]({about.url})" if about.url else f"*{title}*"
    return f"{link} by {authors}" if authors else link


def _entry(audit: Audit, entry: Erratum, formulas: Formulas) -> Iterator[str]:
    told = list(story(audit, entry))
    shown = {0: _formulas(entry.claim, formulas)}
    correction = audit.correction(entry.claim)
    for n, line in enumerate(told):
        yield f"- {escaped(line)}"
        if correction is not None and line.startswith(("proved:", "instead")):
            shown[n] = _formulas(correction, formulas)
        yield from shown.get(n, ())


def _formulas(claim: Claim, formulas: Formulas) -> list[str]:
    """The formal statement as LaTeX, if it is short."""
    from fixedpoint.report.latex import latex

    if isinstance(claim.meaning, NotFormal):
        return []
    lines = [latex(line) for line in formulas.lines(claim.meaning)]
    readable = lines and max(map(len, lines)) <= LONGEST
    return ["", *(f"  $${line}$$\n" for line in lines)] if readable else []


def escaped(line: str) -> str:
    """Text that Markdown shows as it stands."""
    return "".join(f"\\{c}" if c in "*_|<>\\`" else c for c in line)
