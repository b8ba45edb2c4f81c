"""The command verify-bounds: prove, check, list, show. Heavy imports wait until they are needed."""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from fixedpoint.prove.prove import Result
    from fixedpoint.report.records import Run

DIFFERS, BAD_INPUT, UNDECIDED, INTERRUPTED, BROKEN_PIPE, TERMINATED = 1, 2, 3, 130, 141, 143

EPILOG = """\
examples:
  verify-bounds                     prove every claim, as prove does
  verify-bounds prove T1 --jobs 2   prove Theorem 1 and all it rests on
  verify-bounds prove --json        one JSON object on stdout
  verify-bounds check               replay the stored certificates; nothing is searched
  verify-bounds check -v my.json    also print in full what the certificate proves
  verify-bounds show L13            statement, verdict, witness and correction of a claim

exit status:
  0 every verdict is the one the lock expects · 1 one differs, or a check fails · 2 bad input
  3 a claim is left undecided · 130 interrupted · 141 broken pipe
"""


class Parser(argparse.ArgumentParser):
    """Its errors are exceptions, so that all bad input is reported alike."""

    def error(self, message: str) -> NoReturn:
        raise ValueError(f"{message}; see {self.prog} --help")


def parser() -> Parser:
    """The command line."""
    top = Parser(
        prog="verify-bounds", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Proves the bounds of the SELU paper and checks the proofs.",
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    made = commands.add_parser("prove", help="search proofs, check and store them")
    made.add_argument("ids", nargs="*", metavar="ID", help="claims; a theorem brings all it needs")
    made.add_argument("--json", action="store_true", help="print one JSON object")
    made.add_argument("--certificates", type=Path, metavar="DIR", help="where to store them")
    made.add_argument("--update-lock", action="store_true",
                      help="rewrite proofs/verdicts.json and proofs/constants.toml")
    made.set_defaults(run=prove)
    checked = commands.add_parser("check", help="replay certificates; needs no SymPy")
    checked.add_argument("files", nargs="*", type=Path, metavar="FILE",
                         help="certificates; all stored ones if none is named")
    checked.add_argument("-v", "--verbose", action="store_true", help="print statements in full")
    checked.set_defaults(run=check)
    for command in (made, checked):
        command.add_argument("--jobs", type=_jobs, metavar="N", help="processes; all processors")
    listed = commands.add_parser("list", help="all claims: id, section, kind, verdict")
    listed.set_defaults(run=listing)
    shown = commands.add_parser("show", help="all there is to say about one claim")
    shown.add_argument("id", metavar="ID")
    shown.set_defaults(run=show)
    return top


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 1024):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes from 1 to 1024")
    return int(text)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; never raises for bad input."""
    if argv is None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0][:1] == "-" and arguments[0] not in ("-h", "--help"):
        arguments.insert(0, "prove")
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        _discard_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return _error("interrupted; the same command continues where it stopped", INTERRUPTED)
    except OSError as error:
        _discard_output()
        name = f"{error.filename}: " if error.filename else ""
        return _error(f"{name}{error.strerror or error}; choose a path that works")
    except (ValueError, RuntimeError) as error:
        return _error(str(error))


def _run(arguments: list[str]) -> int:
    try:
        options = parser().parse_args(arguments)
    except SystemExit as done:  # --help
        return int(done.code or 0)
    status: int = options.run(options)
    return status


def _error(message: str, status: int = BAD_INPUT) -> int:
    line = " ".join(message.split())
    print(f"verify-bounds: error: {line}", file=sys.stderr)
    return status


def _discard_output() -> None:
    """Nothing more can be written: keep the interpreter from trying at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # stdout is no file
        pass


def prove(options: argparse.Namespace) -> int:
    """Prove claims, store their certificates and compare the verdicts with the lock."""
    from fixedpoint import registry
    from fixedpoint.prove.run import run
    from fixedpoint.report import lock, records

    if options.update_lock and options.ids:
        raise ValueError("--update-lock needs a run of all claims: name no ID")
    claims = registry.select(options.ids)
    expected = lock.read(registry.verdicts())
    folder = _writable(options.certificates or registry.certificates())
    jobs = options.jobs or os.cpu_count() or 1
    start = time.perf_counter()
    outcome = records.Run(claims, {}, expected, _relative(folder))
    results = _shown(run(claims, jobs, folder), outcome, options.json)
    outcome = records.Run(
        claims, results, expected, outcome.folder, time.perf_counter() - start
    )
    if options.update_lock:
        outcome = _update(outcome)
    _summarise(outcome, options.json)
    return DIFFERS if outcome.differing() else UNDECIDED if outcome.undecided() else 0


def _writable(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise ValueError(f"{folder} is not writable: choose another with --certificates DIR")
    return folder


def _relative(folder: Path) -> str:
    """The folder as seen from the proofs folder."""
    from fixedpoint.registry import home

    return Path(os.path.relpath(folder.resolve(), home().resolve())).as_posix()


def _shown(results: Iterator[Result], outcome: Run, quiet: bool) -> dict[str, Result]:
    """All results by id, in the paper's order; progress is shown while they come."""
    found: dict[str, Result] = {}
    plain = not quiet and not sys.stdout.isatty()
    waiting = list(outcome.claims)
    for result in _progress(results, len(waiting)) if sys.stderr.isatty() else results:
        found[result.id] = result
        while plain and waiting and waiting[0].id in found:
            _print_claim(waiting.pop(0).id, outcome, found)
    return {claim.id: found[claim.id] for claim in outcome.claims}


def _print_claim(name: str, outcome: Run, found: dict[str, Result]) -> None:
    from fixedpoint.report.records import Run
    from fixedpoint.report.text import claim_lines

    claim = next(claim for claim in outcome.claims if claim.id == name)
    for line in claim_lines(claim, Run(outcome.claims, found, outcome.lock)):
        print(line, flush=True)


def _progress(results: Iterable[Result], total: int) -> Iterator[Result]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("proving", total=total)
        for result in results:
            bar.update(task, advance=1, description=result.id)
            yield result


def _update(outcome: Run) -> Run:
    """Rewrite the lock and the constants; the outcome with the new lock."""
    from fixedpoint import registry
    from fixedpoint.check.certificate import save
    from fixedpoint.report import constants, lock, records

    verdicts = {name: result.verdict for name, result in outcome.results.items()}
    save(registry.verdicts(), lock.content(outcome.claims, verdicts))
    save(registry.home() / "constants.toml", constants.content(outcome))
    new = lock.read(registry.verdicts())
    return records.Run(outcome.claims, outcome.results, new, outcome.folder, outcome.seconds)


def _summarise(outcome: Run, as_json: bool) -> None:
    import json

    from fixedpoint.report import records, text

    if as_json:
        print(json.dumps(records.report(outcome), indent=1))
        return
    if sys.stdout.isatty():
        from rich.console import Console

        Console().print(text.table(outcome))
    print("\n".join(["", *text.summary_lines(outcome)]))


def check(options: argparse.Namespace) -> int:
    """Replay certificates and compare what they state with the lock."""
    from fixedpoint import registry
    from fixedpoint.parallel import each
    from fixedpoint.report import lock
    from fixedpoint.report.replay import Task, missing, replay

    expected = lock.read(registry.verdicts())
    order = {f"{name}.json": n for n, name in enumerate(expected)}
    stored = sorted(
        (path for path in registry.certificates().glob("*.json") if path.name != ".run.json"),
        key=lambda path: (order.get(path.name, len(order)), path.name),
    )
    files: list[Path] = options.files or stored
    if not files:
        raise ValueError(f"no certificates in {registry.certificates()}: run verify-bounds prove")
    jobs = options.jobs or os.cpu_count() or 1
    replays = []
    for done in each(replay, [Task(path, expected, options.verbose) for path in files], jobs):
        replays.append(done)
    replays.sort(key=lambda done: files.index(done.path))
    for done in replays:
        print("\n".join(done.lines), end="\n" if done.lines else "", flush=True)
        if done.error:
            _error(f"{done.path}: {done.error}")
    absent = [] if options.files else missing(expected, replays)
    for name in absent:
        _error(f"no certificate of {name}: run verify-bounds prove {name}")
    if any(done.unreadable for done in replays):
        return BAD_INPUT
    return DIFFERS if absent or any(done.error for done in replays) else 0


def listing(_: argparse.Namespace) -> int:
    """List all claims."""
    from fixedpoint import registry
    from fixedpoint.report import lock, text

    claims = list(registry.discover().values())
    print("\n".join(text.list_lines(claims, lock.read(registry.verdicts()))))
    return 0


def show(options: argparse.Namespace) -> int:
    """Show one claim, with its stored certificate replayed."""
    from fixedpoint import registry
    from fixedpoint.report import lock, text

    claims = registry.discover()
    if options.id not in claims:
        raise ValueError(registry.unknown(options.id, claims))
    claim = claims[options.id]
    result = text.stored(claim, registry.certificates())
    print("\n".join(text.show_lines(claim, claims, lock.read(registry.verdicts()), result)))
    return 0
