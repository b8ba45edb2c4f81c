"""prove: search certificates, have them checked, store them, compare with the lock."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from fixedpoint.command.common import DIFFERS, UNDECIDED, collect, processes

if TYPE_CHECKING:
    from fixedpoint.certificates.store import Store
    from fixedpoint.registry import Proofs
    from fixedpoint.verdicts.records import Run


def prove(options: Namespace) -> int:
    """Prove claims, store their certificates and compare the verdicts with the lock."""
    from fixedpoint import registry
    from fixedpoint.verdicts.audit import audit
    from fixedpoint.verdicts.records import Run
    from fixedpoint.verdicts.run import run

    proofs = registry.proofs(options.proofs)
    claims = registry.select(options.ids, proofs.claims(), proofs.all_claims())
    store = _store(options.certificates, proofs)
    known = audit(proofs)
    outcome = Run(claims, {}, known.lock, audit=known)
    start = time.perf_counter()
    with closing(run(claims, processes(options), store)) as results:
        collect(results, outcome, plain=not (options.json or sys.stdout.isatty()))
    outcome.seconds = time.perf_counter() - start
    _summarise(outcome, store, proofs.folder, options.json)
    return DIFFERS if outcome.differing() else UNDECIDED if outcome.undecided() else 0


def _store(asked: Path | None, proofs: Proofs) -> Store:
    """Where certificates go: as asked, else beside the claims, else where a user may write."""
    from fixedpoint.certificates.store import Store

    if asked:
        return Store(_folder(asked))
    try:
        _folder(proofs.folder)
        homes = proofs.homes()
        for folder in set(homes.values()):
            _folder(folder)
        return Store(proofs.folder, homes)
    except (OSError, ValueError):
        from platformdirs import user_cache_path

    folder = user_cache_path("verify-bounds") / proofs.package / "certificates"
    print(f"verify-bounds: read-only: {proofs.folder}; storing in {folder}", file=sys.stderr)
    return Store(_folder(folder))


def _folder(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise ValueError(f"{folder} is not writable: choose another with --certificates DIR")
    return folder


def _summarise(outcome: Run, store: Store, home: Path, as_json: bool) -> None:
    import json

    from fixedpoint.report import text
    from fixedpoint.verdicts import records

    if as_json:
        print(json.dumps(records.report(outcome, store, home), indent=1))
        return
    if sys.stdout.isatty():
        from rich.console import Console

        Console().print(text.table(outcome))
    print("\n".join(["", *text.summary_lines(outcome)]))
