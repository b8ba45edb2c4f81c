"""The audit as plain text, and as a Markdown page: the whole, and each slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fixedpoint.claims.about import About, Finding
from fixedpoint.claims.claim import Claim, Defect, NotFormal, Theorem, Verdict
from fixedpoint.letters import greek
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.derivations import Proof
from fixedpoint.verdicts.errata import Effect, Erratum
from fixedpoint.verdicts.whole import Whole, whole

if TYPE_CHECKING:  # plain text needs no formulas
    from fixedpoint.report.formulas import Formulas

SHOWN = 10
"""At most so many ids in a list of what is affected."""

LONGEST = 240
"""Characters of LaTeX in a line of a formula that is shown; the text says all of it anyway."""


def lines(audit: Audit, about: About | None = None) -> list[str]:
    """The audit as plain text; with what the claims are about, what matters comes first."""
    found = whole(audit, about or About(""))
    matters = [f"{n}. {finding.headline}" for n, finding in enumerate(found.findings, 1)]
    return [
        *([*matters, ""] if matters else []),
        *aligned(_sections(audit)),
        "",
        *_counted(found),
        "",
        *_theorems(audit),
        "",
        *_defects(audit, found),
    ]


def _counted(found: Whole) -> Iterator[str]:
    heads, numbers = verdicts(found)
    first, *rest = (f"{n} {head}" for head, n in zip(heads, numbers, strict=True))
    yield f"{first}: {', '.join(rest)}"
    if found.slips:
        yield from ("", *aligned(tiers(found)))


Rows = list[tuple[str, ...]]
"""A table: its heads, and its lines."""


def aligned(rows: Rows) -> Iterator[str]:
    """A table as plain text."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *cells in rows:
        numbers = (cell.rjust(max(n, 10)) for cell, n in zip(cells, widths[1:], strict=True))
        yield "  ".join((first.ljust(widths[0]), *numbers)).rstrip()


def table(rows: Rows) -> list[str]:
    """A table as Markdown."""
    first, *rest = (f"| {' | '.join(map(escaped, row))} |" for row in rows)
    return [first, "|---" * len(rows[0]) + "|", *rest]


def verdicts(found: Whole) -> Rows:
    """How many statements there are, and how many have each verdict."""
    rows = [
        ("statements", found.statements),
        ("proved as printed", found.verdicts.get(Verdict.PROVED, 0)),
        ("refuted", found.verdicts.get(Verdict.REFUTED, 0)),
        ("undecided", found.verdicts.get(Verdict.UNDECIDED, 0)),
        ("not formal", found.verdicts.get(Verdict.NOT_FORMAL, 0)),
        ("not audited yet", len(found.missing)),
    ]
    kept = [row for row in rows if row[1] or row[0] != "not audited yet"]
    heads, numbers = zip(*kept, strict=True)
    return [heads, tuple(map(str, numbers))]


def tiers(found: Whole) -> Rows:
    """How many statements have each kind of defect, by what it does."""
    kinds = [kind for kind in Defect if found.of(kind)]
    rows: Rows = [("defect", *(effect.short for effect in Effect), "all")]
    for kind in (*kinds, None):
        counts = (str(found.of(kind, effect) or "") for effect in (*Effect, None))
        rows.append((kind.value if kind else "all", *counts))
    return rows


def _sections(audit: Audit) -> Rows:
    order = (Verdict.PROVED, Verdict.REFUTED, Verdict.NOT_FORMAL, Verdict.UNDECIDED)
    rows: Rows = [("section", "proved", "refuted", "not formal", "undecided")]
    total = sum(audit.sections().values(), Counter[Verdict]())
    for name, found in [*audit.sections().items(), ("all", total)]:
        rows.append((name, *(str(found[verdict]) for verdict in order)))
    return rows


def _theorems(audit: Audit) -> Iterable[str]:
    for theorem in audit.theorems():
        printed, own = audit.derivation(theorem), audit.proved(theorem)
        known = "not run" if own is None else own.value
        yield f"{theorem.id}: {known} by our proof; the printed one {printed.said}"
        if printed.broken and theorem.repair:
            yield f"    repair: {theorem.repair}"


def _defects(audit: Audit, found: Whole) -> Iterable[str]:
    group: Effect | None = None
    for entry in found.slips:
        if entry.effect is not group:
            group = entry.effect
            yield from ("", group.value)
        yield heading(entry)
        yield from (f"    {line}" for line in story(audit, entry))


def heading(entry: Erratum) -> str:
    """The ids, the place, and the kind of the slip."""
    claim = entry.claim
    place = f"{claim.section}, Eq. {claim.equation}" if claim.equation else claim.section
    return f"{', '.join(entry.ids)} ({place}): {entry.kind.value}"


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
        least = audit.margin(correction.id)
        spare = f" (by at least {least})" if held and least else ""
        yield f"{'proved' if held else 'instead, not proved'}: {correction.text}{spare}"
    elif audit.verdict(claim.id) is Verdict.PROVED:
        yield "true as printed: proved directly"
    if entry.repair is not None:
        with_ = ", ".join(_with_margin(audit, i) for i in audit.derivations.repairs(claim.id))
        yield f"repaired with {with_}: {entry.repair.text}"
    if entry.breaks:
        yield f"with the correction these no longer follow: {', '.join(entry.breaks)}"
    if entry.affects:
        more = ["…"] if entry.affects[SHOWN:] else []
        yield f"affects the printed proofs of {', '.join([*entry.affects[:SHOWN], *more])}"


def _with_margin(audit: Audit, name: str) -> str:
    """A claim of ours, and by how much it holds."""
    least = audit.margin(name)
    return f"{name} (by at least {least})" if least else name


def page(audit: Audit, about: About, picture: str = "") -> str:
    """The whole as a Markdown page: what matters, the counts, the theorems, then every slip.

    `picture`: the name of the file with the picture of the printed proofs, if there is one.
    """
    from fixedpoint.report.formulas import Formulas

    found = whole(audit, about)
    lines = [
        f"# Errata of *{escaped(about.title)}*",
        "",
        *_findings(found),
        "## The whole",
        "",
        *summary(audit, about, found),
        "",
        *table(verdicts(found)),
        "",
        *([*table(tiers(found)), ""] if found.slips else []),
        "Written by `verify-bounds audit --errata` from the claims, their certificates and the "
        "locks; `verify-bounds check` replays them.",
        "",
        "## Theorems",
        "",
        *table(overview(audit)),
        "",
    ]
    for theorem in audit.theorems():
        lines += [f"### {escaped(theorem.title or theorem.id)} ({theorem.id})", ""]
        lines += [f"- {escaped(line)}" for line in fate(audit, theorem)] + [""]
    if picture:
        said = "The printed proofs, lemma by lemma, with the verdict on each statement"
        lines += ["## The printed proofs", "", f"![{said}]({picture})", ""]
    lines += ["## Sections", "", *table(_sections(audit))]
    formulas, group = Formulas(about), None
    for entry in found.slips:
        if entry.effect is not group:
            group = entry.effect
            lines += ["", f"## {group.value}"]
        lines += ["", f"### {heading(entry)}", "", *_entry(audit, entry, formulas)]
    return "\n".join([*lines, ""])


def _findings(found: Whole) -> Iterator[str]:
    if not found.findings:
        return
    yield from ("## What matters", "")
    for n, finding in enumerate(found.findings, 1):
        yield f"{n}. **{escaped(finding.headline)}** {escaped(finding.text)}"
        yield f"   ({escaped(rests(finding))})"
    yield ""


def rests(finding: Finding) -> str:
    """What a finding rests on, in words."""
    said = [
        f"{verdict.value.lower()}: {', '.join(ids)}"
        for verdict in (Verdict.REFUTED, Verdict.PROVED)
        if (ids := [name for name, needed in finding.rests.items() if needed is verdict])
    ]
    return "; ".join(said)


def overview(audit: Audit) -> Rows:
    """What becomes of each theorem, in a line."""
    rows: Rows = [("theorem", "our proof", "the printed proof", "breaks first at", "mended by")]
    for theorem in audit.theorems():
        printed, own = audit.derivation(theorem), audit.proved(theorem)
        known = "not run" if own is None else own.value
        holds = {True: "holds", False: "breaks", None: "is not decided"}[printed.holds]
        mended = {
            Proof.MENDED: "the corrections",
            Proof.REPAIRED: "sharper premises",
            Proof.BROKEN: "nothing so far",
        }.get(printed.proof, "")
        rows.append((theorem.id, known, holds, printed.broken, mended))
    return rows


def fate(audit: Audit, theorem: Theorem) -> Iterator[str]:
    """What becomes of a theorem: by our proof, and by the printed one down to its ground."""
    printed, own = audit.derivation(theorem), audit.proved(theorem)
    yield f"printed: {theorem.text}"
    yield f"by our proof: {'not run' if own is None else own.value}"
    holds = {True: "holds", False: "does not hold", None: "is not decided"}[printed.holds]
    yield f"the printed proof {holds}"
    if printed.broken:
        claim = audit.known.get(printed.broken)
        yield f"it breaks first at {printed.broken}: {claim.text if claim else 'not stated'}"
    if printed.unmended:
        yield f"its corrections do not mend {', '.join(printed.unmended)}"
    elif printed.broken:
        yield "its corrections mend it, as far as it is audited"
    if printed.repaired:
        yield f"sharper premises, proved here, mend all of that: {', '.join(printed.repaired)}"
    if printed.open:
        yield f"not audited yet, or not decided: {printed.open} first"
    if printed.broken and theorem.repair:
        yield f"repair: {theorem.repair}"


def summary(audit: Audit, about: About, found: Whole) -> list[str]:
    """What stands and what does not, in plain words."""
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
    partly = any(audit.derivation(t).open for t in theorems)
    known = "audited" if found.missing else "decided"
    left = f"; {len(found.missing)} are not audited yet" if found.missing else ""
    said = [
        f"Of {found.statements} statements in {_source(about)}, "
        f"{found.verdicts.get(Verdict.PROVED, 0)} are proved as printed and "
        f"{found.verdicts.get(Verdict.REFUTED, 0)} are refuted, each at an exact witness, with the "
        f"nearest true statement proved beside it{left}."
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
            f"mend {f'what is {known} of ' if partly else ''}them."
        )
    if mended:
        said.append(
            f"The printed proofs of {', '.join(mended)} have false steps, which their corrections "
            f"mend{f' as far as they are {known}' if partly else ''}."
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
