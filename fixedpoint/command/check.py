"""check: replay certificates. Nothing is searched, and SymPy is not needed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from fixedpoint.command.common import BAD_INPUT, DIFFERS, complain, processes

if TYPE_CHECKING:
    from fixedpoint.registry import Proofs


def check(options: Namespace) -> int:
    """Replay certificates and compare what they state with the lock."""
    from fixedpoint import registry
    from fixedpoint.parallel import each, in_order
    from fixedpoint.verdicts import locks
    from fixedpoint.verdicts.replay import Replay, Task, missing, replay

    proofs = registry.proofs(options.proofs)
    expected = locks.of(proofs.sections)
    known = locks.of(proofs.package_sections)
    files: list[Path] = list(dict.fromkeys(options.files)) or _stored(proofs, expected)
    tasks = [Task(path, known, options.verbose, options.cross_check) for path in files]
    replays: list[Replay] = []
    with closing(each(replay, tasks, processes(options))) as results:
        for done in in_order(results, files, lambda done: done.path):
            replays.append(done)
            if done.lines:
                print("\n".join(done.lines), flush=True)
            if done.error:
                complain(f"{done.path}: {done.error}")
    absent = [] if options.files else missing(expected, replays)
    for name in absent:
        complain(f"no certificate of {name}: verify-bounds prove {name} makes one")
    if any(done.unreadable for done in replays):
        return BAD_INPUT
    return DIFFERS if absent or any(done.error for done in replays) else 0


def _stored(proofs: Proofs, ids: Iterable[str]) -> list[Path]:
    """All stored certificates, those of the lock first and in its order."""
    order = {f"{name}.json": n for n, name in enumerate(ids)}
    found = (path for section in proofs.sections for path in section.certificates.glob("*.json"))
    files = [path for path in found if not path.name.startswith(".")]
    if not files:
        raise ValueError(f"no certificates in {proofs.folder}: verify-bounds prove makes them")
    return sorted(files, key=lambda path: (order.get(path.name, len(order)), path.name))
