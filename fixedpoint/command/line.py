"""The command verify-bounds: its command line and its exit status."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from fixedpoint.command import check, look, numbers, prove, write
from fixedpoint.command.common import BAD_INPUT, complain

INTERRUPTED, BROKEN_PIPE, TERMINATED = 130, 141, 143

EPILOG = """\
examples:
  verify-bounds                     prove every claim, as prove does
  verify-bounds prove ID --jobs 2   prove one claim and all it rests on
  verify-bounds prove --json        one JSON object on stdout
  verify-bounds check               replay the stored certificates; nothing is searched
  verify-bounds check -v my.json    also print in full what the certificate proves
  verify-bounds audit               the audited work by section, and its defects, worst first
  verify-bounds report -o all.html  all results as one page for a browser
  verify-bounds regress             prove all anew, compare with the locks
  verify-bounds constants --format c
                                    proved constants as a C header
  verify-bounds literal NAME 1.67   what a printed number is to a constant, and what it does
  verify-bounds show ID             statement, verdict, witness and correction of a claim
  verify-bounds show --tree ID      its printed proof, down to what is not audited

exit status:
  0 every verdict is the one the lock expects · 1 one differs, or a check fails, or a literal is
  neither correct to all its digits nor the right double · 2 bad input
  3 a claim is left undecided · 130 interrupted · 141 broken pipe
"""


class Parser(argparse.ArgumentParser):
    """Its errors are exceptions, so that all bad input is reported alike."""

    def error(self, message: str) -> NoReturn:
        raise ValueError(f"{message}; see {self.prog} --help")


class Version(argparse.Action):
    """Prints the installed version, which is looked up only then."""

    def __call__(self, *_: object) -> NoReturn:
        from importlib.metadata import version

        print("verify-bounds", version("verify-bounds"))
        raise SystemExit(0)


def parser() -> Parser:
    """The command line."""
    top = Parser(
        prog="verify-bounds",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Proves what claims state, stores certificates, and checks them.",
    )
    top.add_argument("--version", action=Version, nargs=0, help="print the version")
    names = top.add_subparsers(metavar="COMMAND", required=True)
    made = names.add_parser("prove", help="search proofs, check and store them")
    made.add_argument("ids", nargs="*", metavar="ID", help="claims; a theorem brings all it needs")
    made.add_argument("--json", action="store_true", help="print one JSON object")
    made.add_argument("--certificates", type=Path, metavar="DIR", help="where to store them")
    made.set_defaults(run=prove.prove)
    checked = names.add_parser("check", help="replay certificates; needs no SymPy")
    checked.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="certificates; all stored ones if none is named",
    )
    checked.add_argument("-v", "--verbose", action="store_true", help="print statements in full")
    checked.add_argument(
        "--cross-check",
        action="store_true",
        help="also replay every step in Arb and MPFR (needs gmpy2)",
    )
    checked.set_defaults(run=check.check)
    again = names.add_parser("regress", help="prove all anew and compare it with the locks")
    again.add_argument(
        "--update", action="store_true", help="write new locks and certificates if all is proved"
    )
    again.set_defaults(run=numbers.regress)
    printed = names.add_parser("constants", help="the proved constants, for programs too")
    printed.add_argument("names", nargs="*", metavar="NAME", help="default: all")
    printed.add_argument("--format", choices=numbers.FORMATS, default="table")
    printed.add_argument(
        "--digits", type=_count, default=0, metavar="N", help="correctly rounded decimals"
    )
    printed.set_defaults(run=numbers.constants)
    literal = names.add_parser("literal", help="what a printed number is to a proved constant")
    literal.add_argument("name", nargs="?", metavar="NAME", help="default: all shipped literals")
    literal.add_argument("value", nargs="?", metavar="NUMBER", help="decimal or hexadecimal")
    literal.set_defaults(run=numbers.literal)
    for command in (made, checked, again):
        command.add_argument("--jobs", type=_count, metavar="N", help="processes; all processors")
    listed = names.add_parser("list", help="all claims: id, section, kind, verdict, title")
    listed.add_argument("--missing", action="store_true", help="what is not audited yet instead")
    listed.set_defaults(run=look.listing)
    audited = names.add_parser("audit", help="what holds, by section; then the defects")
    audited.add_argument(
        "--errata",
        type=Path,
        metavar="FILE",
        help="write it as Markdown, with its picture beside it (FILE as .svg)",
    )
    audited.set_defaults(run=look.audit)
    reported = names.add_parser("report", help="write the stored results as a page")
    reported.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        required=True,
        help="FILE.html, FILE.md or FILE.xml (JUnit)",
    )
    reported.add_argument("--format", choices=write.FORMATS, help="default: by FILE's ending")
    reported.add_argument("--certificates", type=Path, metavar="DIR", help="where they are stored")
    reported.add_argument(
        "--results", type=Path, metavar="FILE", help="output of prove --json, for the times"
    )
    reported.set_defaults(run=write.report)
    shown = names.add_parser("show", help="all there is to say about one claim")
    shown.add_argument("id", metavar="ID")
    shown.add_argument("--tree", action="store_true", help="its printed proof as a tree")
    shown.set_defaults(run=look.show)
    drawn = names.add_parser("plot", help="write a figure")
    drawn.add_argument("name", metavar="NAME", help="a figure of the claims")
    drawn.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        required=True,
        help="FILE.svg, FILE.pdf or FILE.png",
    )
    drawn.set_defaults(run=write.plot)
    for command in (
        made, checked, again, printed, literal, listed, audited, reported, shown, drawn
    ):  # fmt: skip
        command.add_argument(
            "--proofs", type=Path, metavar="DIR", help="a folder of claims, or a section of one"
        )
    return top


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= 1000):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number from 1 to 1000")
    return int(text)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; never raises for bad input."""
    if argv is None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or (
        arguments[0][:1] == "-" and arguments[0] not in ("-h", "--help", "--version")
    ):
        arguments.insert(0, "prove")
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        _discard_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        complain("interrupted; the same run of prove continues where it stopped")
        return INTERRUPTED
    except OSError as error:
        _discard_output()
        name = f"{error.filename}: " if error.filename else ""
        complain(f"{name}{error.strerror or error}: choose a path that works")
    except (ValueError, RuntimeError) as error:
        complain(str(error))
    return BAD_INPUT


def _run(arguments: list[str]) -> int:
    try:
        options = parser().parse_args(arguments)
    except SystemExit as done:  # --help
        return int(done.code or 0)
    status: int = options.run(options)
    return status


def _discard_output() -> None:
    """Nothing more can be written: keep the interpreter from trying at exit."""
    with suppress(OSError, ValueError):  # a stdout that is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
