"""Stored certificates, replayed and compared with the verdict lock, as lines of text."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.certificates.show import brief, describe, point
from fixedpoint.trusted.certificate import Checked, Malformed, Rejected, check, load
from fixedpoint.trusted.exact import exact
from fixedpoint.trusted.statement import Json
from fixedpoint.verdicts.locks import Entry, Lock


@dataclass(frozen=True)
class Task:
    """One file to check; `lock` by id for what is expected of it."""

    path: Path
    lock: Lock
    verbose: bool
    cross_check: bool = False


@dataclass(frozen=True)
class Replay:
    """What a file shows: the lines to print, and what is wrong with it, if anything is.

    `unreadable`: the file is no certificate at all; else `error` says why the check fails.
    """

    path: Path
    id: str = ""
    lines: tuple[str, ...] = ()
    error: str = ""
    unreadable: bool = False


def replay(task: Task) -> Replay:
    """Check one file."""
    path = task.path
    try:
        data = _data(path)
        checked = check(data)
    except Rejected as rejected:
        return Replay(path, error=f"the certificate proves nothing: {rejected}")
    except Malformed as error:
        return Replay(path, error=f"not a certificate: {error}; prove it again", unreadable=True)
    except OSError as error:
        return Replay(path, error=f"{error.strerror or error}", unreadable=True)
    except Exception as error:  # whatever a hostile file does, it is not accepted
        return Replay(path, error=f"cannot be checked: {type(error).__name__}", unreadable=True)
    entry = task.lock.get(checked.id)
    wrong = "" if entry is None else _difference(checked, entry)
    if task.cross_check and not wrong:
        wrong = _disagreement(data)
    full = task.verbose or entry is None or bool(wrong)
    lines = _lines(checked, entry, wrong, describe(checked.statement.source) if full else [])
    if checked.refuted and not wrong:
        lines.append(f"    fails at {point(data['proof']['refuted']['point'])}")
    return Replay(path, checked.id, tuple(lines), wrong)


def _data(path: Path) -> Any:
    """The data of a certificate file; raises Malformed or OSError."""
    if path.exists() and not path.is_file():
        raise Malformed("is a directory or device: name a certificate file")
    return load(path)


def _difference(checked: Checked, entry: Entry) -> str:
    if claimed(checked.statement.source) != entry.statement:
        return "proves another statement than the one proofs/ states under that id"
    decided = entry.word in ("PROVED", "REFUTED")
    if decided and entry.word != verdict(checked):
        return f"the lock expects {entry.word}"
    return _weaker(checked.statement.source["claim"], entry)


def _weaker(formula: Json, entry: Entry) -> str:
    """What the lock knows better than the numbers that an extremum states."""
    if formula["kind"] != "extremum":
        return ""
    if not entry.enclosures:
        return "the lock has no enclosure to compare its numbers with"
    for name, row in entry.enclosures.items():
        lower, upper = row.ends
        if exact(formula["lower"]) < lower or upper < exact(formula["upper"]):
            stated = f"[{formula['lower']}, {formula['upper']}]"
            return f"states {name} in {stated}; the lock has [{row.lower}, {row.upper}]"
    return ""


def _disagreement(data: Any) -> str:
    """The first step on which the trusted kernel, Arb and MPFR do not agree."""
    try:
        from fixedpoint.certificates.crosscheck import cross_check
    except ModuleNotFoundError as error:
        return f"the cross-check needs {error.name}: pip install 'verify-bounds[cross-check]'"
    found = cross_check(data)
    if not found:
        return ""
    first = found[0]
    return (
        f"defect: the kernels disagree on {len(found)} steps, first on {first.token!r} of tree "
        f"{first.tree} over {first.box[:400]}: "
        f"confirmed by {', '.join(first.confirmed) or 'none'}, not by {', '.join(first.failed)}"
    )


def verdict(checked: Checked) -> str:
    """The word for what a replayed certificate shows."""
    return "REFUTED" if checked.refuted else "PROVED"


def _lines(checked: Checked, entry: Entry | None, wrong: str, statement: list[str]) -> list[str]:
    """What a file proves; a verdict on its id is given only if it proves what the lock expects."""
    known = "" if entry else "  (not in the verdict lock)"
    word = "FAILED" if wrong else verdict(checked)
    first = f"{checked.id:<8} {word:<8} {brief(checked.statement.source)}{known}"
    return [first, *(f"    {line}" for line in statement)]


def missing(lock: Lock, replays: list[Replay]) -> list[str]:
    """The decided claims of the lock for which no certificate was replayed."""
    seen = {replay.id for replay in replays}
    return [
        name
        for name, entry in lock.items()
        if entry.statement is not None and entry.word != "UNDECIDED" and name not in seen
    ]
