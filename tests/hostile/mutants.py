"""Attacks the tests: wrong variants of the trusted modules, each of which has to be noticed.

    python -m tests.hostile.mutants        prints which detector catches which mutant

A mutant is a module with one piece of its text replaced. It is imported afresh in a process of its
own, with everything that imports it, and judged by `tests.hostile.detectors`.
"""

import importlib
import importlib.abc
import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Any

from fixedpoint.parallel import each
from tests.hostile import detectors
from tests.hostile.variants import VARIANTS

ROOT = Path(__file__).parents[2]
SECONDS = 30
DETECTORS = detectors.__name__
"""Imported here, so that libraries are loaded once and not for every mutant."""


@dataclass(frozen=True)
class Mutant:
    """In a module, the n-th (from 0) occurrence of a text replaced by another."""

    module: str
    old: str
    new: str
    nth: int = 0

    def source(self) -> str:
        """The text of the module after the replacement."""
        text = self.path.read_text(encoding="utf-8")
        parts = text.split(self.old)
        if len(parts) < self.nth + 2:
            raise LookupError(f"{self}: the text to be replaced is not there")
        head, tail = self.old.join(parts[: self.nth + 1]), self.old.join(parts[self.nth + 1 :])
        return head + self.new + tail

    @property
    def anchored(self) -> bool:
        """Whether the text to be replaced is there."""
        return self.path.is_file() and self.path.read_text("utf-8").count(self.old) > self.nth

    @property
    def name(self) -> str:
        return f"fixedpoint.{self.module}"

    @property
    def path(self) -> Path:
        return ROOT / f"{self.name.replace('.', '/')}.py"

    def __str__(self) -> str:
        short = [" ".join(text.split()) for text in (self.old, self.new)]
        return f"{self.module}: {short[0]}  ->  {short[1] or 'nothing'}"


MUTANTS = tuple(
    Mutant(module, *variant) for module, variants in VARIANTS.items() for variant in variants
)


def unanchored() -> list[str]:
    """The mutants whose text to be replaced is not there."""
    return [str(mutant) for mutant in MUTANTS if not mutant.anchored]


class _Swap(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Serves one module from other text."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant, self.text = mutant, mutant.source()

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return importlib.util.spec_from_loader(name, self) if name == self.mutant.name else None

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self.mutant.path)
        exec(compile(self.text, str(self.mutant.path), "exec"), module.__dict__)


def _judge(mutant: Mutant | None, answer: Connection) -> None:
    """In a process of its own: say which detector notices, or nothing."""
    for name in [n for n in sys.modules if n.split(".")[0] in ("fixedpoint", "tests")]:
        del sys.modules[name]
    if mutant is not None:
        sys.meta_path.insert(0, _Swap(mutant))
    detector = "import"
    try:
        module: Any = importlib.import_module(DETECTORS)
        for test in module.DETECTORS:
            detector = test.__name__
            test()
    except BaseException as error:  # pytest.fail is no Exception
        answer.send(f"{detector}: {type(error).__name__}")
    else:
        answer.send("")


def caught(mutant: Mutant | None) -> str:
    """The detector that notices a mutant, and how; nothing if it survives.

    Raises LookupError if the text to be replaced is not there.
    """
    if mutant is not None:
        mutant.source()
    ours, theirs = get_context("fork").Pipe(duplex=False)
    process = get_context("fork").Process(target=_judge, args=(mutant, theirs))
    process.start()
    theirs.close()
    try:
        return str(ours.recv()) if ours.poll(SECONDS) else "takes too long"
    except EOFError:
        return "dies"
    finally:
        process.kill()
        process.join()


def _row(mutant: Mutant) -> tuple[Mutant, str]:
    return mutant, caught(mutant)


def main() -> int:
    """Print the table, or what has no anchor; the exit code is the number of either."""
    lost = unanchored()
    if lost:
        print("the text to be replaced is not there:", *lost, sep="\n    ")
        return len(lost)
    survivors = 0
    for mutant, how in each(_row, MUTANTS, 2):
        survivors += not how
        print(f"{how or 'SURVIVES':45} {mutant}", flush=True)
    print(f"{len(MUTANTS) - survivors} of {len(MUTANTS)} mutants are caught")
    return survivors


if __name__ == "__main__":
    sys.exit(main())
