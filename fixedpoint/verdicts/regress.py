"""The lock of the proved numbers: made from a run, written, and compared with another run."""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from fixedpoint.certificates.store import digest
from fixedpoint.claims.claim import Claim, Verdict
from fixedpoint.claims.formulas import Extremum, Krawczyk
from fixedpoint.constants.lock import TABLES, Lock, Row
from fixedpoint.decimals import decimal, magnitude, significant
from fixedpoint.prove.prove import Result
from fixedpoint.registry import Proofs
from fixedpoint.report.text import findings
from fixedpoint.trusted.certificate import Malformed, load
from fixedpoint.trusted.statement import parse, parse_point
from fixedpoint.verdicts import locks as lock
from fixedpoint.verdicts.audit import gap
from fixedpoint.verdicts.records import Run
from fixedpoint.verdicts.run import certificate_path

DIGITS = 12
"""Significant digits of a miss."""

HEAD = "# Written by verify-bounds regress --update. Every interval is proved, rounded outward."


def made(run: Run) -> Lock:
    """The lock that a run of all claims gives."""
    parts = [part(claim, run.results[claim.id]) for claim in run.claims]
    constants = {name: row for found in parts for name, row in found.constants.items()}
    misses = {name: row for found in parts for name, row in found.misses.items()}
    return Lock(constants, misses, digest(verdicts(run)))


def part(claim: Claim, result: Result) -> Lock:
    """What one claim contributes to the lock."""
    refuted = result.verdict is Verdict.REFUTED
    misses = {claim.id: _miss(claim, result)} if refuted else {}
    return Lock(dict(_constants(claim, result)), misses, "")


def verdicts(run: Run) -> str:
    """The text of the verdict lock of a run."""
    return lock.content(run.claims, {name: r.verdict for name, r in run.results.items()})


def _constants(claim: Claim, result: Result) -> Iterator[tuple[str, Row]]:
    """The enclosures that a proved claim states: of an extremum, or of one fixed point."""
    if result.verdict is not Verdict.PROVED or result.certificate is None:
        return
    formula, fingerprint = result.certificate["statement"]["claim"], digest(result.certificate)
    if isinstance(claim.meaning, Extremum):
        yield claim.id, Row(claim.text, formula["lower"], formula["upper"], claim.id, fingerprint)
    if isinstance(claim.meaning, Krawczyk):
        box, own = formula["box"], formula["map"]
        if all(lower == upper for name, (lower, upper) in box.items() if name not in own):
            for name in own:
                lower, upper = box[name]
                text = f"{name} of {claim.text}"
                yield f"{claim.id}_{name.upper()}", Row(text, lower, upper, claim.id, fingerprint)


def _miss(claim: Claim, result: Result) -> Row:
    """How far what a refuted claim states is from true at its witness."""
    assert result.certificate is not None
    refuted = result.certificate["proof"]["refuted"]
    statement, point = parse(result.certificate["statement"]), parse_point(refuted["point"])
    low, high = gap(statement, refuted["goal"], point)
    places = max(0, DIGITS - 1 - magnitude(high)) if high else 0
    place = ", ".join(f"{name} = {value}" for name, value in refuted["point"].items())
    text = "distance from what is claimed" + (f" at {place}" if place else "")
    ends = decimal(low, places, -1), decimal(high, places, 1)
    return Row(text, *ends, claim.id, digest(result.certificate))


def unproved(run: Run) -> Iterator[str]:
    """The claims that keep a run from becoming the lock.

    Undecided ones, and refuted ones of which nobody has said what is wrong with them.
    """
    for claim in run.claims:
        verdict = run.results[claim.id].verdict
        if verdict is Verdict.UNDECIDED:
            yield f"{claim.id}: {_finding(claim, run)}"
        if verdict is Verdict.REFUTED and claim.defect is None:
            yield f"{claim.id}: {_finding(claim, run)}; if it is meant, give the claim a defect"


def changes(run: Run, old: Lock, proofs: Proofs) -> list[str]:
    """All that a run of all claims does not find as the locks have it."""
    found = (*_verdict_changes(run), *differences(old, made(run)), *_altered(old, proofs))
    return list(dict.fromkeys(found))


def _verdict_changes(run: Run) -> Iterator[str]:
    restated = set(run.restated())
    for claim in run.claims:
        verdict, expected = run.verdict(claim.id), run.expected(claim.id)
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


def _altered(old: Lock, proofs: Proofs) -> Iterator[str]:
    """Files that are not those which were written together with the lock."""
    if old.constants and old.verdicts != digest(_read(proofs.verdicts)):
        yield f"{proofs.verdicts.name}: changed since the constants were written"
    rows = {row.claim: row.certificate for row in (*old.constants.values(), *old.misses.values())}
    for name, known in rows.items():
        path = certificate_path(proofs.certificates, name)
        try:
            same = digest(load(path)) == known
        except (OSError, Malformed):
            same = False
        if not same:
            yield f"{name}: the stored certificate is not the one that the lock of constants knows"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def content(found: Lock) -> str:
    """The text of a lock."""
    data = found.data()
    lines = [HEAD, f"version = {data['version']}", f'digest = "{digest(data)}"']
    lines.append(f'verdicts = "{found.verdicts}"')
    for table in TABLES:
        lines += ["", f"[{table}]"] if not data[table] else []
        for name, row in data[table].items():
            lines += ["", f"[{table}.{_string(name)}]"]
            lines += [f"{key} = {_string(value)}" for key, value in row.items()]
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # TOML's basic strings escape as JSON does


def differences(old: Lock, new: Lock) -> Iterator[str]:
    """What a new lock no longer gives of an old one, and by how much.

    Misses are compared where they are at the same witness.
    """
    both = old.misses.keys() & new.misses
    moved = {name for name in both if old.misses[name].text != new.misses[name].text}
    for before, after in ((old.constants, new.constants), (old.misses, new.misses)):
        for name in (*before, *(name for name in after if name not in before)):
            said = _difference(before.get(name), after.get(name)) if name not in moved else ""
            if said:
                yield f"{name}: {said}"


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
