"""The results as one compact Markdown page."""

from collections.abc import Iterable, Iterator

from fixedpoint.claims.claim import Claim
from fixedpoint.registry import Proofs
from fixedpoint.report.errata import escaped
from fixedpoint.report.text import tally
from fixedpoint.verdicts.findings import findings
from fixedpoint.verdicts.recorded import Recorded

HEAD = """\
# *{}*: what is proved

Statements, stated exactly and decided with interval arithmetic.
Written by `verify-bounds report` from the stored certificates; `verify-bounds check` replays them.
"""


def page(recorded: Recorded, proofs: Proofs) -> str:
    """The whole page."""
    return "\n".join(
        [
            HEAD.format(escaped(proofs.about().title)),
            f"{tally(recorded.run)}.",
            "",
            "## Theorems",
            "",
            *_table(("theorem", "verdict", "the printed proof", "statement"), _theorems(recorded)),
            "",
            "## Claims",
            "",
            *_table(("claim", "section", "verdict", "printed", "found"), _claims(recorded)),
            "",
        ]
    )


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(escaped(' '.join(cell.split())) for cell in row)} |"


def _theorems(recorded: Recorded) -> Iterator[tuple[str, ...]]:
    run = recorded.run
    derivations = run.derivations
    for claim in run.theorems:
        own, printed = derivations.proved(claim.id), derivations[claim.id]
        word = "not run" if own is None else own.value
        yield claim.id, word, printed.said if printed.premises else "", claim.text


def _claims(recorded: Recorded) -> Iterator[tuple[str, ...]]:
    for claim in recorded.run.claims:
        result = recorded.run.results[claim.id]
        found = "; ".join(_found(recorded, claim))
        yield claim.id, claim.section, result.verdict.value, claim.text, found


def _found(recorded: Recorded, claim: Claim) -> Iterator[str]:
    result, correction = recorded.run.results[claim.id], recorded.audit.correction(claim)
    yield from findings(claim, result)
    if claim.defect is not None:
        yield claim.defect.value
    if correction is not None:
        yield f"proved instead: {correction.id}"
