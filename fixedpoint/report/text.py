"""The outcome of a run as text: plain lines, and a table on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from fixedpoint.certificates.show import describe, point
from fixedpoint.certificates.trusted_base import TRUSTED
from fixedpoint.claims.claim import Claim, NotFormal, Theorem, Verdict
from fixedpoint.claims.formulas import statement
from fixedpoint.prove.prove import Result
from fixedpoint.verdicts.locks import Entry
from fixedpoint.verdicts.records import Run, chain, enclosure, reported, theorem_verdict

if TYPE_CHECKING:
    from rich.table import Table

SHOWN = 12
"""At most so many ids in one line of a summary."""


def claim_lines(claim: Claim, run: Run) -> list[str]:
    """One claim: its verdict, and on further lines what there is to say."""
    result = run.results[claim.id]
    first = f"{claim.id:<8} {result.verdict.value:<10} {cost(result)}".rstrip()
    return [first, *(f"    {line}" for line in details(claim, run))]


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
    if result.left:
        yield result.left.strip()
    if expected is not None and result.verdict is not expected:
        yield f"the lock expects {expected.value}"


def findings(claim: Claim, result: Result) -> Iterator[str]:
    """The enclosure and the agreement of the reported number, or the witness."""
    found = enclosure(claim, result)
    if found:
        yield f"in [{found['lower']}, {found['upper']}]"
        if claim.reported:
            yield f"reported {claim.reported}: {reported(claim, result)}"
    if result.witness is not None:
        yield f"refuted at {point(result.witness)}"


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
            f"[{colour}]{result.verdict.value}[/]",
            "\n".join(note.replace("[", r"\[") for note in notes if note),
        )
    return grid


def summary_lines(run: Run) -> list[str]:
    """A line for each theorem, the counts, and what is not as the lock says."""
    theorems = [claim for claim in run.claims if isinstance(claim, Theorem)]
    lines = [theorem_line(theorem, run) for theorem in theorems]
    found = [result.verdict for result in run.results.values()]
    counts = ", ".join(f"{found.count(v)} {v.value}" for v in Verdict if v in found)
    lines.append(f"{len(run.claims)} claims: {counts}; {run.seconds:.1f} s")
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


def theorem_line(theorem: Theorem, run: Run) -> str:
    """A theorem's verdict and how far the paper's own chain proves it."""
    verdict, status = theorem_verdict(theorem, run), chain(theorem, run)
    said = {True: "holds as printed", None: "is not decided by this run"}.get(
        status.holds, f"breaks at {status.first_broken}"
    )
    name = f"Theorem {theorem.id[1:]}" if theorem.id[:1] == "T" else theorem.id
    own = f"{name:<11} {'not run' if verdict is None else verdict.value}"
    return f"{own}; the paper's chain {said}" if theorem.chain else own


def list_lines(claims: Sequence[Claim], lock: Mapping[str, Entry]) -> list[str]:
    """id, section, kind and the lock's verdict of every claim."""
    rows = [
        (c.id, c.section, c.kind, lock[c.id].verdict.value if c.id in lock else "-") for c in claims
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def show_lines(
    claim: Claim, claims: Mapping[str, Claim], lock: Mapping[str, Entry], result: Result | None
) -> list[str]:
    """Everything there is to say about a claim; `result`: its stored certificate, replayed."""
    equation = f", equation {claim.equation}" if claim.equation else ""
    lines = [f"{claim.id}  ({claim.section}, {claim.kind}{equation})", f"  {claim.text}"]
    if isinstance(claim.meaning, NotFormal):
        lines += ["not formal", f"  {claim.meaning.reason}"]
    else:
        source = statement(claim.meaning, claim.constants)
        if result is not None and result.certificate is not None:
            source = result.certificate["statement"]
        lines += ["formal statement", *(f"  {line}" for line in describe(source))]
    expected = lock[claim.id].verdict.value if claim.id in lock else "none"
    lines.append(f"verdict in the lock: {expected}")
    lines += _certificate(claim, result)
    lines += _remarks(claim, claims)
    if not isinstance(claim.meaning, NotFormal):
        lines += ["trusted", *(f"  {sentence}" for sentence in TRUSTED)]
    return lines


def _certificate(claim: Claim, result: Result | None) -> list[str]:
    if isinstance(claim.meaning, NotFormal):
        return []
    if result is None:
        return [f"certificate: none stored; verify-bounds prove {claim.id} makes one"]
    lines = [f"certificate, replayed: {result.verdict.value}"]
    return lines + [f"  {line}" for line in findings(claim, result)]


def _remarks(claim: Claim, claims: Mapping[str, Claim]) -> Iterator[str]:
    if claim.defect is not None:
        yield f"defect: {claim.defect.value}"
    if claim.note:
        yield f"note: {claim.note}"
    corrected = claim.id.removesuffix("c")
    if corrected != claim.id and corrected in claims:
        yield f"corrects: {corrected}"
    if f"{claim.id}c" in claims:
        yield f"correction: {claim.id}c  {claims[f'{claim.id}c'].text}"
    if isinstance(claim, Theorem):
        for words, names in (
            ("our proof uses", claim.uses),
            ("the paper's chain", claim.chain),
            ("assumptions", claim.assumptions),
        ):
            if names:
                yield f"{words}: {('; ' if words == 'assumptions' else ', ').join(names)}"
        if claim.repair:
            yield f"repair of the chain: {claim.repair}"
