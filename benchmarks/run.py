"""Side-by-side measurements of the search, the kernels and the command; see README.md here."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from typing import Any
from unittest.mock import patch

from fixedpoint import registry
from fixedpoint.claims import statement
from fixedpoint.prove import BITS
from fixedpoint.prove import search as engine
from fixedpoint.trusted.checker import replay
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.statement import Statement, parse

CLAIMS = ("T1.3", "L12", "T2", "T3", "T3m")
BUDGET = 20_000


class Natural(engine.Trial):
    """The search without derivatives: the natural extension, or a bisection."""

    def _first_order(self, names: list[str]) -> str:
        self.outcome.evaluations += 1
        if self.natural():
            return "n"
        return self._split({}, names)


def effort(stated: Statement, budget: int = engine.MAX_BOXES) -> tuple[int, int, str]:
    """Boxes, evaluations and the end of a search of all goals."""
    with patch.object(engine, "PATIENCE", budget):  # of the first order alone
        outcomes = [engine.search(stated, goal, BITS, budget) for goal in stated.goals]
    left = any(not outcome.tree for outcome in outcomes)
    boxes = sum(outcome.boxes for outcome in outcomes)
    return boxes, sum(o.evaluations for o in outcomes), "undecided" if left else "proved"


def seconds(work: Callable[[], Any], rounds: int) -> float:
    """The median time of a call."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def searches(rounds: int) -> None:
    """First order against the natural extension; fast against trusted kernel; the replay."""
    print(
        f"{'claim':6} {'boxes':>7} {'evals':>7} {'natural':>18} {'search':>8} "
        f"{'in trusted':>11} {'replay':>8} {'replay/search':>14}"
    )
    claims = registry.discover()
    for name in CLAIMS:
        stated = parse(statement(claims[name].meaning, claims[name].constants))
        boxes, evaluations, _ = effort(stated)
        with patch.object(engine, "Trial", Natural):
            natural = effort(stated, BUDGET)
        fast = seconds(partial(effort, stated), rounds)
        with patch.object(engine, "Arb", Directed):
            slow = seconds(partial(effort, stated), rounds)
        trees = [engine.search(stated, goal, BITS).tree for goal in stated.goals]
        again = seconds(partial(replay, stated, trees, BITS), rounds)
        print(
            f"{name:6} {boxes:7} {evaluations:7} {natural[0]:8} {natural[2]:>9} "
            f"{fast:8.3f} {slow / fast:10.2f}x {again:8.3f} {again / fast:13.2f}x"
        )


def processes(rounds: int) -> None:
    """Whole commands from a cold start."""
    command = os.path.join(os.path.dirname(sys.executable), "verify-bounds")
    with tempfile.TemporaryDirectory() as folder:
        theorems = ["prove", "T1", "T2", "T3", "T3m", "--certificates", folder]
        rows = {"--help": ["--help"], "prove T1 T2 T3": theorems, "check the same": ["check"]}
        for name, arguments in rows.items():
            if name == "check the same":
                arguments = ["check", *(e.path for e in os.scandir(folder) if e.name[0] != ".")]
            runs = [measure([command, *arguments]) for _ in range(rounds)]
            wall, memory = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"verify-bounds {name:16} {wall:6.2f} s   peak {memory / 1024:6.0f} MB")


def measure(command: list[str]) -> tuple[float, int]:
    """Wall seconds and peak memory (kB, largest process) of a command."""
    code = (
        "import resource, subprocess, sys, time; start = time.perf_counter();"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False);"
        "print(time.perf_counter() - start,"
        " resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=True
    )
    wall, memory = done.stdout.split()
    return float(wall), int(memory)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    searches(rounds)
    processes(rounds)


if __name__ == "__main__":
    main()
