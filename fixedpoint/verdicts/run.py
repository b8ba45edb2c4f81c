"""Many claims in many processes: certificates are stored as they come, and a run can resume."""

import json
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.certificates.store import digest, dumps, save
from fixedpoint.claims.claim import Claim, NotFormal, Verdict
from fixedpoint.claims.formulas import statement
from fixedpoint.parallel import each
from fixedpoint.prove.prove import BITS, Result, prove, replayed
from fixedpoint.trusted.certificate import load

JOURNAL = ".run.json"


@dataclass(frozen=True)
class Effort:
    """What the journal knows of a finished claim: its certificate's fingerprint and its cost."""

    fingerprint: str
    boxes: int
    evaluations: int
    milliseconds: int


@dataclass
class Journal:
    """What an interrupted run has finished. `key` says which run it was."""

    path: Path
    key: str
    finished: dict[str, Effort] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path, claims: Sequence[Claim], bits: int) -> "Journal":
        """The journal of an identical run that was interrupted; else, or if corrupt, a new one."""
        key = digest([bits, [[claim.id, stated(claim)] for claim in claims]])
        journal = cls(folder / JOURNAL, key)
        try:
            data = load(journal.path)
            if data["key"] == key:
                journal.finished = {i: _effort(*row) for i, row in data["finished"].items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass  # absent or not ours: every claim is searched
        return journal

    def add(self, result: Result) -> None:
        """Record a result whose certificate is stored."""
        milliseconds = round(result.search_seconds * 1000)
        self.finished[result.id] = Effort(
            digest(result.certificate), result.boxes, result.evaluations, milliseconds
        )
        rows = {name: list(vars(effort).values()) for name, effort in self.finished.items()}
        save(self.path, json.dumps({"key": self.key, "finished": rows}))


def _effort(fingerprint: Any, *counts: Any) -> Effort:
    if not isinstance(fingerprint, str) or any(type(n) is not int or n < 0 for n in counts):
        raise TypeError("not a row of a journal")
    return Effort(fingerprint, *counts)


@dataclass(frozen=True)
class Task:
    """One claim for a worker; `effort` if an interrupted run finished it."""

    claim: Claim
    folder: Path
    bits: int
    effort: Effort | None


def run(
    claims: Sequence[Claim], jobs: int, folder: Path, bits: int = BITS
) -> Generator[Result, None, None]:
    """The results as they finish, each certificate stored before its result is given out.

    A run that is not exhausted leaves a journal in the folder; the next identical one re-checks
    what it finished and searches the rest. The stored certificate of an undecided claim stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    journal = Journal.open(folder, claims, bits)
    tasks = [Task(claim, folder, bits, journal.finished.get(claim.id)) for claim in claims]
    return _stored(each(decide, tasks, jobs), journal, folder)


def _stored(
    results: Generator[Result, None, None], journal: Journal, folder: Path
) -> Generator[Result, None, None]:
    with closing(results):
        for result in results:
            if result.certificate is not None:
                save(certificate_path(folder, result.id), dumps(result.certificate))
                journal.add(result)
            yield result
    journal.path.unlink(missing_ok=True)


def certificate_path(folder: Path, name: str) -> Path:
    """Where the certificate of a claim is stored."""
    return folder / f"{name}.json"


def decide(task: Task) -> Result:
    """The re-checked result of an interrupted run, or a new one."""
    return recalled(task) or prove(task.claim, task.bits)


def recalled(task: Task) -> Result | None:
    """The result that the stored certificate gives, if it is the one the journal knows."""
    effort = task.effort
    result = stored(task.claim, task.folder) if effort is not None else None
    if effort is None or result is None or digest(result.certificate) != effort.fingerprint:
        return None
    result.boxes, result.evaluations = effort.boxes, effort.evaluations
    result.search_seconds = effort.milliseconds / 1000
    return result


def stated(claim: Claim) -> str | None:
    """The fingerprint of what a claim states; None if it is not formal."""
    if isinstance(claim.meaning, NotFormal):
        return None
    return claimed(statement(claim.meaning, claim.constants))


def stored(claim: Claim, folder: Path) -> Result | None:
    """What the stored certificate of a claim proves, replayed; None unless it is about the claim.

    It is decided: a certificate that cannot be read or fails the check counts as none.
    """
    try:
        certificate = load(certificate_path(folder, claim.id))
        same = claimed(certificate["statement"]) == stated(claim)
        if certificate["id"] != claim.id or not same:
            return None
        result = replayed(Result(claim.id, Verdict.UNDECIDED), certificate)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return result if result.certificate is not None else None
