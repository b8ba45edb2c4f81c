"""What the commands share: exit statuses, complaints, processes, and paths that can be written."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fixedpoint.verdicts.decide import Result
    from fixedpoint.verdicts.records import Run

DIFFERS, BAD_INPUT, UNDECIDED = 1, 2, 3


def complain(message: str) -> None:
    """One line to stderr."""
    print("verify-bounds: error:", " ".join(message.split()), file=sys.stderr)


def processes(options: Namespace) -> int:
    """How many processes to use."""
    return options.jobs or os.cpu_count() or 1


def writable(path: Path) -> Path:
    """A path that a file may be written to; ValueError for another."""
    if path.exists() and not path.is_file():
        raise ValueError(f"{path} is a directory or device: name a file")
    return path


def collect(results: Iterable[Result], outcome: Run, plain: bool) -> None:
    """Gather the results; meanwhile print them in the order of the claims, or show a bar."""
    from fixedpoint.parallel import in_order
    from fixedpoint.report.text import claim_lines

    claims = {claim.id: claim for claim in outcome.claims}
    shown = _progress(results, len(claims)) if sys.stderr.isatty() else results
    for result in in_order(shown, list(claims), lambda result: result.id):
        outcome.results[result.id] = result
        if plain:
            print("\n".join(claim_lines(claims[result.id], outcome)), flush=True)


def _progress(results: Iterable[Result], total: int) -> Iterator[Result]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("proving", total=total)
        for result in results:
            bar.update(task, advance=1, description=result.id)
            yield result
