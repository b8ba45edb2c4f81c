"""A run of all claims compared with the locks, and made into new ones."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from fixedpoint.certificates.store import digest
from fixedpoint.claims.claim import Claim, Inference, Verdict
from fixedpoint.claims.plain import plain
from fixedpoint.decimals import significant
from fixedpoint.registry import Proofs
from fixedpoint.trusted.certificate import Malformed, load
from fixedpoint.verdicts.decide import Result, fingerprint
from fixedpoint.verdicts.findings import enclosures, findings, miss, spare
from fixedpoint.verdicts.locks import Entry, Lock, Row
from fixedpoint.verdicts.records import Run


def entry(claim: Claim, result: Result) -> Entry:
    """The line of the lock that a result gives."""
    return Entry(
        result.verdict.value,
        fingerprint(claim),
        digest(result.certificate) if result.certificate else None,
        enclosures(claim, result),
        miss(result),
        spare(claim, result),
        plain(claim),
    )


def made(run: Run) -> dict[str, Entry]:
    """The lock that a run gives."""
    return {claim.id: entry(claim, run.results[claim.id]) for claim in run.claims}


def unproved(run: Run) -> Iterator[str]:
    """The claims that keep a run from becoming the lock.

    Undecided ones, and refuted ones of which nobody has said what is wrong with them: for an
    inference that is that it does not follow.
    """
    for claim in run.claims:
        verdict = run.results[claim.id].verdict
        if verdict is Verdict.UNDECIDED:
            yield f"{claim.id}: {_finding(claim, run)}"
        meant = claim.defect is not None or isinstance(claim, Inference)
        if verdict is Verdict.REFUTED and not meant:
            yield f"{claim.id}: {_finding(claim, run)}; if it is meant, give the claim a defect"


def changes(run: Run, proofs: Proofs) -> list[str]:
    """All that a run of all claims does not find as the lock has it."""
    found = (*_verdict_changes(run), *differences(run.lock, made(run)), *_altered(run.lock, proofs))
    return list(dict.fromkeys(found))


def _verdict_changes(run: Run) -> Iterator[str]:
    restated = set(run.restated())
    for claim in run.claims:
        verdict, expected = run.found(claim.id), run.expected(claim.id)
        if expected is None:
            yield f"{claim.id}: is not in the lock: verify-bounds regress --update adds it"
        elif verdict is not expected:
            yield f"{claim.id}: {expected.value} in the lock, now {_finding(claim, run)}"
        elif claim.id in restated:
            yield f"{claim.id}: states something else than it did when the lock was written"
    for name in run.lock:
        if name not in run.results:
            yield f"{name}: in the lock, and no longer claimed"


def _finding(claim: Claim, run: Run) -> str:
    """The verdict with the witness, or what is left."""
    result = run.results[claim.id]
    return "; ".join([result.verdict.value, *findings(claim, result), *filter(None, [result.left])])


def _altered(lock: Lock, proofs: Proofs) -> Iterator[str]:
    """Stored certificates that are not those which were written together with the lock."""
    for name, known in lock.items():
        if known.certificate is None:
            continue
        try:
            same = digest(load(proofs.certificate(name))) == known.certificate
        except (OSError, Malformed):
            same = False
        if not same:
            yield f"{name}: the stored certificate is not the one that the lock knows"


def differences(old: Lock, new: Lock) -> Iterator[str]:
    """What new entries no longer give of the numbers of old ones, and by how much.

    Misses are compared where they are at the same witness.
    """
    before, after = _rows(old), _rows(new)
    for name in (*before, *(name for name in after if name not in before)):
        said = _difference(before.get(name), after.get(name))
        if said:
            yield f"{name}: {said}"
    for name in old.keys() & new:
        first, second = old[name].miss, new[name].miss
        if first and second and first.text == second.text:
            said = _difference(first, second)
            if said:
                yield f"{name}: {said}"


def _rows(lock: Lock) -> Mapping[str, Row]:
    return {name: row for entry in lock.values() for name, row in entry.enclosures.items()}


def _difference(old: Row | None, new: Row | None) -> str:
    if new is None:
        return "has an enclosure in the lock and none is proved now"
    if old is None:
        return "is not in the lock: verify-bounds regress --update adds it"
    (a, b), (c, d) = old.ends, new.ends
    shown = f"the lock has [{old.lower}, {old.upper}], proved is [{new.lower}, {new.upper}]"
    if d < a or b < c:
        return f"the enclosures are {_about(max(a - d, c - b))} apart: {shown}"
    if d - c > b - a:
        return f"weaker: wider by {_about((d - c) - (b - a))}: {shown}"
    return ""


def _about(q: Fraction) -> str:
    return significant(q, 3)
