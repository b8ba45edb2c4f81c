"""Attacks on time, memory and reading: files made to exhaust the checker, not to convince it.

    python -m tests.hostile.nasty NAME        one attack, in this process, within the limits

Each is a certificate (JSON data) or the bytes of a file; none may be accepted.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fixedpoint.trusted.certificate import Malformed, Rejected, check, load
from tests.hostile.judge import contradiction
from tests.hostile.lies import (
    AROUND,
    HALF,
    MINUS,
    ONE,
    SQUARE,
    UNIT,
    ZERO,
    X,
    Y,
    below,
    certificate,
    mapped,
    partial,
)

SECONDS, MEGABYTES = 2.0, 400
LOADED = 4
"""How much slower a machine that runs other tests too may be; the command prints the times."""
Json = dict[str, Any]
BIG = "9" * 999


def tower(first: list[Any], op: Callable[[int], list[Any]], height: int) -> list[Any]:
    """Nodes, each an operation on the one before."""
    return [*first, *(op(len(first) - 1 + i) for i in range(height))]


def _claim(nodes: list[Any], kind: str, **rest: Any) -> Json:
    last = len(nodes) - 1
    claims = {
        "below": lambda: below(last, 0, UNIT),
        "derivative": lambda: partial(last, "x", 0),
        "contraction": lambda: mapped("contraction", last, last, bound=0),
        "krawczyk": lambda: mapped("krawczyk", last, last),
    }
    count = {"contraction": 3}.get(kind, 1)
    leaf = {"derivative": "z", "krawczyk": "k"}.get(kind, "n")
    return certificate(nodes, claims[kind](), [leaf] * count, **rest)


def conjunction(parts: list[Json]) -> Json:
    """All of some claims."""
    return {"kind": "all", "parts": parts}


def _double(i: int) -> list[Any]:
    return ["add", i, i]


def _graphs() -> dict[str, list[Any]]:
    """Expressions that grow: by height, by width, by size of numbers."""
    wide = ["mul", *[0, 1] * 127]
    sums = [["variable", f"v{i}"] for i in range(14)]
    every = ["add", *range(14)]
    monomial = [X, ["rational", BIG], ["mul", 0, 1]]
    fractions = [["rational", f"{'1' * 400}/{i + 3}{'7' * 400}"] for i in range(200)]
    roots = [["rational", f"{10**300 + i}"] for i in range(200)]
    return {
        "powers": tower([X, Y], lambda i: ["pow", i, 64], 3000),
        "powers of a number": tower([X, Y, ["rational", BIG]], lambda i: ["pow", i, 64], 60),
        "powers of a monomial": tower(monomial, lambda i: ["pow", i, 64], 60),
        "powers down": tower(monomial, lambda i: ["pow", i, -64], 60),
        "powers of a sum": tower([X, Y, ["add", 0, 1]], lambda i: ["pow", i, 64], 20),
        "powers of 14 variables": tower([*sums, every], lambda i: ["pow", i, 3], 20),
        "exponentials": tower([X, Y], lambda i: ["exp", i], 70),
        "scaled erfc": tower([X, Y], lambda i: ["erfcx", i], 70),
        "roots": tower([X, Y], lambda i: ["sqrt", i], 70),
        "deep": tower([X, Y], lambda i: ["exp", i], 3900),
        "doubling": tower([X, Y], _double, 3900),
        "doubling within": tower([X, Y], lambda i: ["erfc", i] if i % 2 else ["add", i, i - 1], 76),
        "squares within": tower([X, Y], lambda i: ["exp", i] if i % 2 else ["mul", i, i - 1], 76),
        "sums of powers": tower([X, Y], lambda i: ["pow", i, 2] if i % 2 else ["add", i, 0], 76),
        "wide products": [X, Y, *[["mul", *[j % (i + 2) for j in range(255)]] for i in range(70)]],
        "products of 254": [X, ["exp", 0], wide, ["exp", 2], ["mul", *[2, 3] * 127],
                            ["exp", 4], ["mul", *[4, 5] * 127]],
        "many exponentials": [X, *[["exp", 0], ["T", 1, 0, 0]] * 2, *[["mul", *[1 + i % 3] * 250]
                              for i in range(3900)]],
        "long sum": [*fractions, X, ["add", *range(200), 200]],
        "long product": [*fractions, X, ["mul", *range(200), 200], ["pow", 201, 64]],
        "surds": [*roots, X, *[["sqrt", i] for i in range(200)], ["add", 200, *range(201, 401)]],
        "gaussians": [X, ["exp", 0], *[["T", i - 30, 0, 1] for i in range(60)],
                      *[["T", 1, i, 1] for i in range(2, 62)], ["mul", *range(2, 122)]],
        "gaussians nested": tower([X, Y], lambda i: ["T", 2, i, i - 1], 70),
        "many closed": [X, *[["rational", str(i + 1)] for i in range(1000)],
                        *[["erfcx", 1 + i] for i in range(1000)], ["add", 0, *range(1001, 1250)]],
        "huge exponents": tower([X, ["rational", "-1000"], ["add", 0, 1]],
                                lambda i: ["erfcx", i] if i == 2 else ["pow", i, 64], 60),
        "thousand variables": [*[["variable", f"w{i}"] for i in range(2000)],
                               *[["add", *range(8 * i, 8 * i + 250)] for i in range(200)]],
    }  # fmt: skip


def _shapes() -> dict[str, Callable[[], Any]]:
    """Certificates and files that are large, deep or not JSON."""
    x = [X, ONE, ZERO, HALF, MINUS]
    many = conjunction([below(2, 0, UNIT, "<=")] * 400)
    heavy = [X, Y, ["erfcx", 0], ["erfcx", 1], ["mul", *[2, 3] * 120], ["exp", 4],
             *[["pow", 5, k] for k in range(2, 60)], ["add", *range(6, 64)]]  # fmt: skip
    each = [mapped("contraction", 64, 64, bound=64)] * 133
    least, around = below(2, 0, UNIT, "<="), below(2, 0, AROUND, "<=")
    return {
        "4 million tokens": lambda: certificate(x, least, ["n " * 3_999_000 + "n"]),
        "a million splits": lambda: certificate(x, around, ["s0 " * 1_000_000 + "n"]),
        "splits to no end": lambda: certificate(x, around, ["s0 " * 150_000 + "n"]),
        "one long token": lambda: certificate(x, around, ["m" + "8" * 7_000_000]),
        "one long face": lambda: certificate(x, around, ["f" + "+0" * 3_000_000]),
        "400 long boxes": lambda: certificate(x, conjunction([
            below(2, 0, {"x": [f"1/{i}{'3' * 900}", "1"]}) for i in range(7, 407)]), ["n"] * 400),
        "goals times nodes": lambda: certificate(heavy, conjunction(each), ["n"] * 399),
        "100,000 goals": lambda: certificate(x, conjunction([many] * 250), ["n"] * 400),
        "at 256 bits": lambda: _claim(_graphs()["many closed"], "below", bits=256),
        "depth of 100,000": lambda: b"[" * 100_000 + b"]" * 100_000,
        "depth of 4 million": lambda: b"[" * 4_000_000,
        "objects in objects": lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        "a million lists": lambda: b"[" + b"[0]," * 1_900_000 + b"0]",
        "a million objects": lambda: b"[" + b'{"":0},' * 1_100_000 + b"0]",
        "a huge integer": lambda: b"[" + b"9" * 7_000_000 + b"]",
        "a huge exponent": lambda: b"[1e999999999]",
        "not a number": lambda: b"[NaN]",
        "infinity": lambda: b"[-Infinity]",
        "not UTF-8": lambda: b'{"format": "\xff\xfe"}',
        "UTF-16": lambda: '{"format": 1}'.encode("utf-16"),
        "a zero byte": lambda: b'{"format": "\x00"}',
        "a lone surrogate": lambda: b'{"id": "\\ud800"}',
        "empty": lambda: b"",
        "keys twice": lambda: b'{"bits": 64, "bits": 64}',
        "two values": lambda: b"{} {}",
        "a gigabyte": lambda: Path("sparse"),
        "a device": lambda: Path("/dev/zero"),
    }  # fmt: skip


def attacks() -> dict[str, tuple[str, str] | None]:
    """Every attack by name, with its graph and kind of claim if it has any."""
    kinds = ("below", "derivative", "contraction", "krawczyk")
    found = {f"{name}, {kind}": (name, kind) for name in _graphs() for kind in kinds}
    return {**found, **dict.fromkeys(_shapes(), None)}


def attack(name: str) -> str:
    """What becomes of an attack: the message that refuses it, or a true statement's acceptance."""
    graph, _, kind = name.rpartition(", ")
    what = _claim(_graphs()[graph], kind) if graph else _shapes()[name]()
    if isinstance(what, dict) and "contraction" in name:
        what["statement"]["claim"]["box"] = SQUARE
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "certificate.json"
        if isinstance(what, dict):
            path.write_text(json.dumps(what), encoding="utf-8")
        elif isinstance(what, bytes):
            path.write_bytes(what)
        elif what.is_absolute():
            path = what
        else:
            path.touch()
            os.truncate(path, 10**9)
        try:
            check(load(path))
        except (Malformed, Rejected) as error:
            return f"{type(error).__name__}: {str(error)[:90]}"
    why = contradiction(what)
    if why:
        raise AssertionError(f"{name}: accepted, but {why}")
    return "accepted: the statement is true"


def run(name: str) -> tuple[str, str, float, float]:
    """In a child process: (name, outcome, seconds, megabytes more than it starts with)."""
    pipe = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        resource.setrlimit(resource.RLIMIT_AS, (3 * 10**9, 3 * 10**9))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            start = time.process_time()
            said = attack(name)
            spent = time.process_time() - start
        except BaseException as error:
            said, spent = f"CRASH {type(error).__name__}: {str(error)[:200]}", 0.0
        os.write(pipe[1], json.dumps([said, spent, before]).encode())
        os._exit(0)
    os.close(pipe[1])
    with os.fdopen(pipe[0]) as stream:
        said, spent, before = json.loads(stream.read() or '["CRASH: killed", 99, 0]')
    usage = os.wait4(child, 0)[2]
    return name, said, spent, (usage.ru_maxrss - before) / 1024


if __name__ == "__main__":
    for chosen in sys.argv[1:] or attacks():
        print("{:32} {:90} {:6.2f} s {:6.0f} MB".format(*run(chosen)), flush=True)
