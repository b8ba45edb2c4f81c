"""Attacks the checker with real certificates in which something was changed.

python -m tests.hostile.corruption --count 100000
"""

import argparse
import copy
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from fixedpoint.parallel import each
from fixedpoint.trusted.certificate import Malformed, Rejected, check
from tests.hostile.judge import contradiction
from tests.hostile.reference import BASE

SECONDS = 2.0
KEYS = ("left", "right", "relation", "kind", "of", "by", "bound", "at", "point", "trees", "extra")
TOKENS = ["n", "a", "z", "k", "s0", "s1", "s3", "f+0", "f-0", "f+1", "f-1+2", "m8888", "mgggg", ""]
NUMBERS = ["0", "1", "-1", "1/3", "0.5", "1e999999999", "1/0", "NaN", "Infinity", "٣", "0x1", ""]
NUMBERS += ["9" * 999, "9" * 1001, "1/" + "7" * 900]


@dataclass
class Report:
    """What became of the corrupted certificates."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0


def corrupt(draw: random.Random, data: Any) -> Any:
    """One to three changes, anywhere."""
    data = copy.deepcopy(data)
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        draw.choice(CHANGES)(draw, data)
    return data


def _places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, Any]]:
    """Every (container, key) of JSON data."""
    if not isinstance(data, dict | list):
        return []
    found: list[tuple[Any, Any]] = []
    for key in list(data) if isinstance(data, dict) else range(len(data)):
        found.append((data, key))
        found += _places(data[key])
    return found


def _number(draw: random.Random, text: str) -> str:
    """A number changed in its last digit, its sign, its size, or for another."""
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    match draw.randrange(6):
        case 0 | 1 | 2 if digits:
            i = digits[-1] if draw.random() < 0.7 else draw.choice(digits)
            return text[:i] + str((int(text[i]) + draw.choice((1, 9))) % 10) + text[i + 1 :]
        case 3:
            return text[1:] if text.startswith("-") else "-" + text
        case 4:
            return text + draw.choice("0123456789")
    return draw.choice(NUMBERS)


def leaf(draw: random.Random, data: Any) -> None:
    """A number, a reference, a name."""
    leaves = [(c, k) for c, k in _places(data) if not isinstance(c[k], dict | list)]
    if not leaves:
        return
    place, key = draw.choice(leaves)
    old = place[key]
    if isinstance(old, str) and draw.random() < 0.9:
        place[key] = (
            _number(draw, old)
            if any(c.isdigit() for c in old[-2:])
            else draw.choice(
                (
                    "<",
                    "<=",
                    "mu",
                    "nu",
                    "x",
                    "increasing",
                    "max",
                    "min",
                    "exp",
                    "mul",
                    "add",
                    "P",
                    old,
                )
            )
        )
    elif isinstance(old, int):
        place[key] = old + draw.choice((1, -1, 2, 10**8)) if draw.random() < 0.9 else "0"
    else:
        place[key] = draw.choice((None, True, 0, -1, [], {}, "0", 1.5))


def swap(draw: random.Random, data: Any) -> None:
    """Two values of one object or list exchanged: ends, sides, variables, nodes."""
    containers = [c[k] for c, k in _places(data) if isinstance(c[k], dict | list) and len(c[k]) > 1]
    if containers:
        place = draw.choice(containers)
        one, two = draw.sample(list(place) if isinstance(place, dict) else range(len(place)), 2)
        place[one], place[two] = place[two], place[one]


def rename(draw: random.Random, data: Any) -> None:
    """The keys of an object permuted."""
    objects = [c[k] for c, k in _places(data) if isinstance(c[k], dict) and len(c[k]) > 1]
    if objects:
        place = draw.choice(objects)
        values, keys = list(place.values()), list(place)
        draw.shuffle(keys)
        place.clear()
        place.update(zip(keys, values, strict=True))


def key(draw: random.Random, data: Any) -> None:
    """A key or item more, or one less, or doubled."""
    containers = [c[k] for c, k in _places(data) if isinstance(c[k], dict | list)]
    if not containers:
        return
    place = draw.choice(containers)
    if isinstance(place, dict):
        if place and draw.random() < 0.5:
            del place[draw.choice(list(place))]
        else:
            place[draw.choice(KEYS)] = draw.choice(("0", 0, [], {}))
    elif place and draw.random() < 0.5:
        del place[draw.randrange(len(place))]
    elif place:
        place.insert(draw.randrange(len(place) + 1), copy.deepcopy(draw.choice(place)))


def tree(draw: random.Random, data: Any) -> None:
    """A tree whose tokens are dropped, doubled, exchanged or replaced; or that of another goal."""
    trees = data["proof"].get("trees") if isinstance(data.get("proof"), dict) else None
    if not isinstance(trees, list) or not trees or not all(isinstance(t, str) for t in trees):
        return
    n = draw.randrange(len(trees))
    tokens = trees[n].split(" ")
    i, j = draw.randrange(len(tokens)), draw.randrange(len(tokens))
    match draw.randrange(6):
        case 0:
            del tokens[min(i, j) : max(i, j) + 1]
        case 1:
            tokens[i:i] = tokens[min(i, j) : max(i, j) + 1]
        case 2:
            tokens[i], tokens[j] = tokens[j], tokens[i]
        case 3:
            tokens[i] = draw.choice(TOKENS)
        case 4:
            tokens[i] = tokens[i].translate(str.maketrans("+-01", "-+10"))
        case _:
            tokens = draw.choice(trees).split(" ")
    trees[n] = " ".join(tokens)


def bound(draw: random.Random, data: Any) -> None:
    """A bound of the statement moved a little: the most tempting lie."""
    nodes = data["statement"].get("nodes") if isinstance(data.get("statement"), dict) else None
    if not isinstance(nodes, list):
        return
    numbers = [n for n in nodes if isinstance(n, list) and len(n) == 2 and n[0] == "rational"]
    if numbers:
        node = draw.choice(numbers)
        change = Fraction(draw.choice((-1, 1)), 10 ** draw.randrange(1, 9))
        try:
            node[1] = str(Fraction(node[1]) * (1 + change))
        except (ValueError, TypeError, ZeroDivisionError):
            return


CHANGES = (leaf, leaf, leaf, swap, rename, key, tree, tree, bound, bound)


def judged(data: Any, original: Any, report: Report) -> None:
    """Check a corrupted certificate, and the checker's answer if it accepts."""
    start = time.process_time()
    try:
        checked = check(data)
    except (Malformed, Rejected) as error:
        report.outcomes[type(error).__name__] += 1
        return
    except Exception as error:
        report.wrong.append(f"{type(error).__name__} {error}: {json.dumps(data)[:3000]}")
        return
    finally:
        report.slowest = max(report.slowest, time.process_time() - start)
    same = data["statement"] == original["statement"]
    report.outcomes["accepted, same" if same else "accepted, other"] += 1
    if checked.refuted != ("refuted" in data["proof"]):
        report.wrong.append(f"confused: {json.dumps(data)[:3000]}")
    if not same or checked.refuted:
        why = contradiction(data)
        if why:
            report.wrong.append(f"{why}: {json.dumps(data)[:3000]}")


def run(task: tuple[int, int]) -> Report:
    """Many corruptions from one seed."""
    seed, count = task
    draw, report = random.Random(seed), Report()
    for _ in range(count):
        original = draw.choice(BASE)
        judged(corrupt(draw, original), original, report)
    return report


def main() -> int:
    """Print what became of many corruptions."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    total, wrong, slowest = Counter[str](), list[str](), 0.0
    for report in each(run, [(options.seed + i, 500) for i in range(options.count // 500)], 2):
        total, slowest = total + report.outcomes, max(slowest, report.slowest)
        wrong += report.wrong
    print(dict(total), f"slowest {slowest:.2f} s, {len(wrong)} wrong", *wrong[:9], sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
