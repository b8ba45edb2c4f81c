"""The outcome of a run as text: plain lines, and a table on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from fixedpoint.certificates.show import describe
from fixedpoint.certificates.trusted_base import TRUSTED
from fixedpoint.claims.claim import Claim, Inference, NotFormal, Theorem, Verdict
from fixedpoint.decimals import significant
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.decide import Result
from fixedpoint.verdicts.findings import findings
from fixedpoint.verdicts.margins import margin

if TYPE_CHECKING:
    from rich.table import Table

    from fixedpoint.verdicts.records import Run

SHOWN = 12
"""At most so many ids in one line of a summary."""


def claim_lines(claim: Claim, run: Run) -> list[str]:
    """One claim: its verdict, and on further lines what there is to say."""
    result = run.results[claim.id]
    first = f"{claim.id:<8} {word(claim, result.verdict):<10} {cost(result)}".rstrip()
    return [first, *(f"    {line}" for line in details(claim, run))]


def word(claim: Claim, verdict: Verdict) -> str:
    """The verdict, with a mark if what is decided only stands in for what is printed."""
    return verdict.value + (" (stand-in)" if claim.stand_in else "")


def cost(result: Result) -> str:
    """What the search and the replay took."""
    if result.verdict is Verdict.NOT_FORMAL:
        return ""
    seconds = result.search_seconds + result.check_seconds
    return f"{result.boxes} boxes, {seconds:.2f} s"


def details(claim: Claim, run: Run) -> Iterator[str]:
    """The enclosure, the witness, what is left undecided, and a verdict that is not expected."""
    result, expected = run.results[claim.id], run.expected(claim.id)
    yield from findings(claim, result)
    if claim.stand_in:
        yield f"stand-in: {claim.stand_in}"
    if result.left:
        yield result.left.strip()
    if expected is not None and result.verdict is not expected:
        yield f"the lock expects {expected.value}"


def table(run: Run) -> Table:
    """The same for a terminal."""
    from rich.table import Table

    colours = {Verdict.PROVED: "green", Verdict.REFUTED: "red", Verdict.UNDECIDED: "yellow"}
    grid = Table("id", "section", "verdict", "", box=None, pad_edge=False)
    for claim in run.claims:
        result = run.results[claim.id]
        colour = colours.get(result.verdict, "dim")
        notes = [cost(result), *details(claim, run)]
        grid.add_row(
            claim.id,
            claim.section,
            f"[{colour}]{word(claim, result.verdict)}[/]",
            "\n".join(note.replace("[", r"\[") for note in notes if note),
        )
    return grid


def summary_lines(run: Run) -> list[str]:
    """A line for each theorem, the counts, and what is not as the lock says."""
    lines = [theorem_line(theorem, run) for theorem in run.theorems]
    lines.append(f"{tally(run)}; {run.seconds:.1f} s")
    new = [name for name in run.differing() if name not in run.lock]
    known = [name for name in run.differing() if name in run.lock]
    for ids, words in (
        (known, "not the verdict the lock expects"),
        (new, "not in the lock: record all verdicts with regress --update"),
        (run.undecided(), "undecided"),
        (run.restated(), "stated differently than in the lock: regress --update"),
    ):
        if ids:
            shown = ids if len(ids) <= SHOWN else [*ids[:SHOWN], f"… ({len(ids)} in all)"]
            lines.append(f"{words}: {', '.join(shown)}")
    return lines


def tally(run: Run) -> str:
    """How many claims have which verdict, and how many steps of printed proofs."""
    said = []
    for steps, words in ((False, "claims"), (True, "steps of printed proofs")):
        chosen = [c.id for c in run.claims if isinstance(c, Inference) is steps]
        found = [run.results[name].verdict for name in chosen if name in run.results]
        counts = ", ".join(f"{found.count(v)} {v.value}" for v in Verdict if v in found)
        said += [f"{len(chosen)} {words}: {counts}"] if chosen else []
    return "; ".join(said)


def theorem_line(theorem: Theorem, run: Run) -> str:
    """A theorem's verdict and what becomes of the printed proof."""
    derivations = run.derivations
    verdict = derivations.proved(theorem.id)
    own = f"{name(theorem):<11} {'not run' if verdict is None else verdict.value}"
    printed = derivations[theorem.id]
    return f"{own}; the printed proof {printed.said}" if printed.premises else own


def name(theorem: Theorem) -> str:
    """What a theorem is called: the first words of its title, or its id."""
    return theorem.title.partition(":")[0] or theorem.id


def list_lines(audit: Audit) -> list[str]:
    """id, section, kind, verdict and title of every claim."""
    rows = [
        (c.id, c.section, c.kind, verdict_word(audit, c.id), c.title) for c in audit.claims.values()
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def missing_lines(claims: Mapping[str, Claim], known: Mapping[str, str]) -> Iterator[str]:
    """The statements of a work that no claim states, by id and title, and how many they are."""
    missing = [name for name in known if name not in claims]
    width = max(map(len, missing), default=0)
    yield from (f"{name:<{width}}  {known[name]}".rstrip() for name in missing)
    yield f"{len(missing)} of {len(known)} statements are not audited yet"


def verdict_word(audit: Audit, name: str, otherwise: str = "-") -> str:
    """A verdict as a word, or what stands for none."""
    verdict, claim = audit.verdict(name), audit.known.get(name)
    return otherwise if verdict is None or claim is None else word(claim, verdict)


def show_lines(claim: Claim, audit: Audit, result: Result | None) -> list[str]:
    """Everything there is to say about a claim; `result`: its stored certificate, replayed."""
    from fixedpoint.claims.formulas import statement

    equation = f", equation {claim.equation}" if claim.equation else ""
    title = f"  {claim.title}" if claim.title else ""
    lines = [f"{claim.id}{title}  ({claim.section}, {claim.kind}{equation})", f"  {claim.text}"]
    if isinstance(claim.meaning, NotFormal):
        lines += ["not formal", f"  {claim.meaning.reason}"]
    else:
        source = statement(claim.meaning, claim.constants)
        if result is not None and result.certificate is not None:
            source = result.certificate["statement"]
        lines += ["formal statement", *(f"  {line}" for line in describe(source))]
    lines += _certificate(claim, result)
    lines += _expected(claim, audit, result)
    lines += _remarks(claim, audit)
    if not isinstance(claim.meaning, NotFormal):
        lines += ["trusted", *(f"  {sentence}" for sentence in TRUSTED)]
    return lines


def _certificate(claim: Claim, result: Result | None) -> list[str]:
    if isinstance(claim.meaning, NotFormal):
        return []
    if result is None:
        made = f"verify-bounds prove {claim.id} makes one"
        return [f"verdict: none, as no certificate of this statement is stored: {made}"]
    lines = [f"verdict: {word(claim, result.verdict)}, by the stored certificate, replayed"]
    held = margin(result.certificate) if result.certificate else None
    spare = (
        [f"  its tightest inequality holds by at least {significant(held[0], 3)}"] if held else []
    )
    return [*lines, *(f"  {line}" for line in findings(claim, result)), *spare]


def _expected(claim: Claim, audit: Audit, result: Result | None) -> list[str]:
    """What the lock expects, if it is not what is found."""
    entry = audit.lock.get(claim.id)
    if entry is None:
        return ["not in the lock"]
    found = Verdict.NOT_FORMAL if isinstance(claim.meaning, NotFormal) else None
    found = result.verdict if result else found
    return [] if entry.verdict is found else [f"the lock expects {entry.verdict.value}"]


FOLLOWS = {
    Verdict.PROVED: "yes",
    Verdict.REFUTED: "no",
    Verdict.NOT_FORMAL: "yes, by a rule that is named",
    Verdict.UNDECIDED: "undecided",
    None: "not stated",
}


def _derivation(claim: Claim, audit: Audit) -> Iterator[str]:
    """Whether the claim follows from its printed premises."""
    found = audit.derivations[claim.id]
    if not found.premises:
        return
    premises = (f"{i} {verdict_word(audit, i, 'not audited')}" for i in found.premises)
    yield f"printed premises: {', '.join(premises)}"
    yield f"follows from them as printed: {FOLLOWS[found.follows]}"
    if found.mended is not found.follows:
        yield f"follows with the corrections: {FOLLOWS[found.mended]}"
    yield f"its printed proof {found.said}"


def tree_lines(name: str, audit: Audit) -> list[str]:
    """The printed proof of a claim as a tree: verdicts, and where a step does not follow."""
    seen: set[str] = set()
    lines = []
    for depth, other in audit.derivations.tree(name):
        found, known = audit.derivations[other], audit.known.get(other)
        verdict = verdict_word(audit, other, "not audited")
        marks = ["does not follow"] if found.follows is Verdict.REFUTED else []
        marks += ["nor with the corrections"] if marks and found.mended is Verdict.REFUTED else []
        if not marks and found.mended is Verdict.REFUTED:
            marks = ["does not follow with the corrections"]
        marks += ["as above"] if other in seen and found.premises else []
        seen.add(other)
        title = f"  {known.title}" if known is not None and known.title else ""
        said = f" [{'; '.join(marks)}]" if marks else ""
        lines.append(f"{'│  ' * (depth - 1)}{'├─ ' if depth else ''}{other} {verdict}{said}{title}")
    return lines


def _remarks(claim: Claim, audit: Audit) -> Iterator[str]:
    if claim.stand_in:
        yield f"stands in for what is printed: {claim.stand_in}"
    yield from _derivation(claim, audit)
    if claim.defect is not None:
        yield f"defect: {claim.defect.value}"
    if claim.note:
        yield f"note: {claim.note}"
    if claim.corrects:
        yield f"corrects: {claim.corrects}"
    correction = audit.correction(claim)
    if correction is not None:
        yield f"correction: {correction.id}  {correction.text}"
    if isinstance(claim, Theorem):
        for words, names in (("our proof uses", claim.uses), ("assumptions", claim.assumptions)):
            if names:
                yield f"{words}: {('; ' if words == 'assumptions' else ', ').join(names)}"
        if claim.repair:
            yield f"repair of the chain: {claim.repair}"
