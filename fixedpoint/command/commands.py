"""What verify-bounds does. Imports wait until they are needed: help and check must start fast."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fixedpoint.prove.prove import Result
    from fixedpoint.registry import Proofs
    from fixedpoint.verdicts.records import Run

DIFFERS, BAD_INPUT, UNDECIDED = 1, 2, 3
FORMATS = ("html", "md", "junit")
ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".xml": "junit"}

PLOTS = ("map", "contraction", "subdivision", "variance", "defects", "layers")
"""The names of the figures, known before Matplotlib is loaded."""


def complain(message: str) -> None:
    """One line to stderr."""
    print("verify-bounds: error:", " ".join(message.split()), file=sys.stderr)


def prove(options: Namespace) -> int:
    """Prove claims, store their certificates and compare the verdicts with the lock."""
    from fixedpoint import registry
    from fixedpoint.verdicts import locks as lock
    from fixedpoint.verdicts.records import Run
    from fixedpoint.verdicts.run import run

    proofs = registry.proofs(options.proofs)
    claims = registry.select(options.ids, proofs.claims())
    folder = _store(options.certificates, proofs)
    outcome = Run(claims, {}, lock.read(proofs.verdicts), _relative(folder, proofs.folder))
    start = time.perf_counter()
    with closing(run(claims, processes(options), folder)) as results:
        collect(results, outcome, plain=not (options.json or sys.stdout.isatty()))
    outcome.seconds = time.perf_counter() - start
    _summarise(outcome, options.json)
    return DIFFERS if outcome.differing() else UNDECIDED if outcome.undecided() else 0


def processes(options: Namespace) -> int:
    """How many processes to use."""
    return options.jobs or os.cpu_count() or 1


def _store(asked: Path | None, proofs: Proofs) -> Path:
    """Where certificates go: as asked, else beside the claims, else where a user may write."""
    try:
        return _writable(asked or proofs.certificates)
    except (OSError, ValueError):
        if asked:
            raise
    from platformdirs import user_cache_path

    folder = user_cache_path("verify-bounds") / proofs.package / "certificates"
    print(f"verify-bounds: read-only: {proofs.certificates}; storing in {folder}", file=sys.stderr)
    return _writable(folder)


def _writable(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise ValueError(f"{folder} is not writable: choose another with --certificates DIR")
    return folder


def _file(path: Path) -> Path:
    """A path that a file may be written to."""
    if path.exists() and not path.is_file():
        raise ValueError(f"{path} is a directory or device: name a file")
    return path


def _relative(folder: Path, home: Path) -> str:
    """The folder as seen from the proofs folder."""
    return Path(os.path.relpath(folder.resolve(), home)).as_posix()


def collect(results: Iterable[Result], outcome: Run, plain: bool) -> None:
    """Gather the results; meanwhile print them in the paper's order, or show a bar."""
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


def _summarise(outcome: Run, as_json: bool) -> None:
    import json

    from fixedpoint.report import text
    from fixedpoint.verdicts import records

    if as_json:
        print(json.dumps(records.report(outcome), indent=1))
        return
    if sys.stdout.isatty():
        from rich.console import Console

        Console().print(text.table(outcome))
    print("\n".join(["", *text.summary_lines(outcome)]))


def check(options: Namespace) -> int:
    """Replay certificates and compare what they state with the lock."""
    from fixedpoint import registry
    from fixedpoint.parallel import each, in_order
    from fixedpoint.verdicts import locks as lock
    from fixedpoint.verdicts.replay import Replay, Task, missing, replay

    proofs = registry.proofs(options.proofs)
    expected = lock.read(proofs.verdicts)
    files: list[Path] = list(dict.fromkeys(options.files)) or _stored(
        proofs.certificates, list(expected)
    )
    tasks = [Task(path, expected, options.verbose, options.cross_check) for path in files]
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


def _stored(folder: Path, ids: list[str]) -> list[Path]:
    """All stored certificates, those of the lock first and in its order."""
    order = {f"{name}.json": n for n, name in enumerate(ids)}
    files = [path for path in folder.glob("*.json") if not path.name.startswith(".")]
    if not files:
        raise ValueError(f"no certificates in {folder}: verify-bounds prove makes them")
    return sorted(files, key=lambda path: (order.get(path.name, len(order)), path.name))


def listing(options: Namespace) -> int:
    """List all claims."""
    from fixedpoint import registry
    from fixedpoint.report import text
    from fixedpoint.verdicts import locks as lock

    proofs = registry.proofs(options.proofs)
    claims = list(proofs.claims().values())
    print("\n".join(text.list_lines(claims, lock.read(proofs.verdicts))))
    return 0


def show(options: Namespace) -> int:
    """Show one claim, with its stored certificate replayed."""
    from fixedpoint import registry
    from fixedpoint.report import text
    from fixedpoint.verdicts import locks as lock
    from fixedpoint.verdicts.run import stored

    proofs = registry.proofs(options.proofs)
    claims = proofs.claims()
    if options.id not in claims:
        raise ValueError(registry.unknown(options.id, claims))
    claim = claims[options.id]
    result = stored(claim, proofs.certificates)
    print("\n".join(text.show_lines(claim, claims, lock.read(proofs.verdicts), result)))
    return 0


def audit(options: Namespace) -> int:
    """Print what of the paper holds, or write it as a page."""
    from fixedpoint import registry
    from fixedpoint.certificates.store import save
    from fixedpoint.verdicts import locks as lock
    from fixedpoint.verdicts.audit import Audit, errata, lines

    proofs = registry.proofs(options.proofs)
    found = Audit(proofs.claims(), lock.read(proofs.verdicts), proofs.certificates)
    if options.errata:
        save(_file(options.errata), errata(found))
    else:
        print("\n".join(lines(found)))
    return 0


def report(options: Namespace) -> int:
    """Write the stored results as a page."""
    from importlib import import_module

    from fixedpoint import registry
    from fixedpoint.certificates.store import save
    from fixedpoint.verdicts import locks as lock
    from fixedpoint.verdicts import recorded

    path = _file(options.output)
    form = options.format or ENDINGS.get(path.suffix.lower())
    if form is None:
        raise ValueError(f"{path}: no known ending: choose --format html, md or junit")
    proofs = registry.proofs(options.proofs)
    found = recorded.read(
        proofs.claims(),
        lock.read(proofs.verdicts),
        options.certificates or proofs.certificates,
        options.results,
    )
    name = {"md": "markdown"}.get(form, form)
    try:
        page: str = import_module(f"fixedpoint.report.{name}").page(found)
    except ModuleNotFoundError as error:
        raise ValueError(
            f"the page needs {error.name}: pip install {error.name}, or choose --format md"
        ) from error
    save(path, page)
    return 0


def plot(options: Namespace) -> int:
    """Write one of the figures."""
    try:
        from fixedpoint.report import plots
    except ModuleNotFoundError as error:
        raise ValueError(f"a plot needs {error.name}: pip install 'verify-bounds[plot]'") from error

    plots.save(options.name, options.output)
    return 0
