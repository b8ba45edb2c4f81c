"""Many claims in many processes: certificates are stored as they come, and a run can resume."""

import json
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.certificates.store import Store, digest, dumps, save
from fixedpoint.claims.claim import Claim
from fixedpoint.parallel import each
from fixedpoint.prove import BITS
from fixedpoint.trusted.certificate import load
from fixedpoint.verdicts.decide import Result, fingerprint, prove, source, stored

JOURNAL = ".run.json"


@dataclass(frozen=True)
class Finished:
    """What the journal knows of a finished claim: its certificate's digest and its cost."""

    certificate: str
    boxes: int
    evaluations: int
    milliseconds: int


@dataclass
class Journal:
    """What an interrupted run has finished. `key` says which run it was."""

    path: Path
    key: str
    finished: dict[str, Finished] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path, claims: Sequence[Claim], bits: int) -> "Journal":
        """The journal of an identical run that was interrupted; else, or if corrupt, a new one."""
        key = digest([bits, [[claim.id, fingerprint(claim)] for claim in claims]])
        journal = cls(folder / JOURNAL, key)
        try:
            data = load(journal.path)
            if data["key"] == key:
                journal.finished = {i: _finished(*row) for i, row in data["finished"].items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass  # absent or not ours: every claim is searched
        return journal

    def add(self, result: Result) -> None:
        """Record a result whose certificate is stored."""
        milliseconds = round(result.search_seconds * 1000)
        self.finished[result.id] = Finished(
            digest(result.certificate), result.boxes, result.evaluations, milliseconds
        )
        rows = {name: list(vars(row).values()) for name, row in self.finished.items()}
        save(self.path, json.dumps({"key": self.key, "finished": rows}))


def _finished(certificate: Any, *counts: Any) -> Finished:
    if not isinstance(certificate, str) or any(type(n) is not int or n < 0 for n in counts):
        raise TypeError("not a row of a journal")
    return Finished(certificate, *counts)


@dataclass(frozen=True)
class Task:
    """One claim for a worker; `finished` if an interrupted run finished it.

    `source` is its statement, which the worker does not make anew: SymPy evaluates an expression
    when it is sent to another process, whatever its author meant to leave as it stands.
    """

    claim: Claim
    source: dict[str, Any] | None
    path: Path
    bits: int
    finished: Finished | None


def run(
    claims: Sequence[Claim], jobs: int, store: Store, bits: int = BITS
) -> Generator[Result, None, None]:
    """The results as they finish, each certificate stored before its result is given out.

    A run that is not exhausted leaves a journal in the store's folder; the next identical one
    checks again what it finished and searches the rest. The stored certificate of an undecided
    claim stays.
    """
    store.folder.mkdir(parents=True, exist_ok=True)
    journal = Journal.open(store.folder, claims, bits)
    tasks = [
        Task(claim, source(claim), store.path(claim.id), bits, journal.finished.get(claim.id))
        for claim in claims
    ]
    return _stored(each(decide, tasks, jobs), journal, store)


def _stored(
    results: Generator[Result, None, None], journal: Journal, store: Store
) -> Generator[Result, None, None]:
    with closing(results):
        for result in results:
            if result.certificate is not None:
                save(store.path(result.id), dumps(result.certificate))
                journal.add(result)
            yield result
    journal.path.unlink(missing_ok=True)


def decide(task: Task) -> Result:
    """The result of an interrupted run, checked again, or a new one."""
    return recalled(task) or prove(task.claim, task.bits, task.source)


def recalled(task: Task) -> Result | None:
    """The result that the stored certificate gives, if it is the one the journal knows."""
    done = task.finished
    result = None
    if done is not None and task.source is not None:
        result = stored(task.claim, task.path, claimed(task.source))
    if done is None or result is None or digest(result.certificate) != done.certificate:
        return None
    result.boxes, result.evaluations = done.boxes, done.evaluations
    result.search_seconds = done.milliseconds / 1000
    return result
