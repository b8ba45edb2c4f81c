"""Attacks containment: every operation, function, compiled expression and derivative.

    python -m tests.hostile.containment --cases 10000000

compares the kernels with MPFR's directed rounding and with arb at four times the precision, at the
ends and inside of intervals of all sizes; an operation that accepts an operand it is not defined
on, or refuses one that it is, counts as a miss. Then it prints how tight the trusted kernel is.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from flint import arb, ctx, fmpq

from fixedpoint.kernels.arb import Arb
from fixedpoint.kernels.mpfr import Mpfr
from fixedpoint.parallel import each
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.kernel import LIMIT, ROOT_LIMIT, Undefined

BITS = (24, 53, 64, 100, 200)
RATIONAL = ("add", "sub", "mul", "div", "hull", "neg", "abs", "power", "enclose")
FUNCTIONS = ("exp", "log", "sqrt", "erf", "erfc", "erfcx")
KERNELS: dict[str, Callable[[int], Any]] = {"trusted": Directed, "arb": Arb, "mpfr": Mpfr}
Box = tuple[Fraction, Fraction]


@dataclass
class Tally:
    """Cases by operation, and the misses."""

    cases: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def interval(draw: random.Random, bits: int) -> Box:
    """An interval of any size: points, last places, denormal and huge widths, near the switches."""
    x = number(draw, bits)
    kind = draw.randrange(6)
    if kind < 2:
        return x, x
    if kind == 2:
        return tuple(sorted((x, number(draw, bits))))  # type: ignore[return-value]
    scale = (bits, 400, 8)[kind - 3]
    shift = draw.randrange(scale // 2, scale + 2)
    width = (abs(x) or 1) * Fraction(draw.randrange(1, 9), 2**shift)
    return (x - width, x) if draw.random() < 0.5 else (x, x + width)


def number(draw: random.Random, bits: int) -> Fraction:
    """Zero, ordinary, tiny and huge numbers, near 1 and near where the series change."""
    m = Fraction(draw.randrange(-(2**70), 2**70), 2**70)
    match draw.randrange(8):
        case 0:
            return Fraction(draw.randrange(-4, 5), draw.choice((1, 2, 3)))
        case 1:
            return m * Fraction(2) ** draw.randrange(-400, -8)
        case 2:
            return m * Fraction(2) ** draw.randrange(-8, 60)
        case 3:
            return 1 + m * Fraction(2) ** draw.randrange(-2 * bits, 0)
        case 4:  # the switch between series and continued fraction, and where erf saturates
            square = draw.choice((bits // 12, bits // 12 + 1, (bits + 4) // 12, bits + 2, bits + 6))
            root = Fraction(round(square**0.5 * 2**40), 2**40)
            return draw.choice((1, -1)) * root + m * Fraction(2) ** draw.randrange(-60, -1)
        case 5:
            return draw.choice((LIMIT, -LIMIT, ROOT_LIMIT, -ROOT_LIMIT)) + m * 2
    return m * draw.choice((1, 4, 12, 33))


def mpfr_value(name: str, x: Fraction, bits: int) -> Box | None:
    """Bounds of f(x) by MPFR's directed rounding; None beyond its range."""
    kernel = Mpfr(bits)
    try:
        return kernel.bounds(getattr(kernel, name)(kernel.enclose(x)))
    except Undefined:
        return None


def arb_value(name: str, x: Fraction, bits: int) -> Box | None:
    """Bounds of f(x) by arb."""
    ctx.prec = bits + 40
    ball = arb(fmpq(x.numerator, x.denominator))
    square = ball * ball
    y = square.exp() * ball.erfc() if name == "erfcx" else getattr(ball, name)()
    if not y.is_finite() or y.rel_accuracy_bits() < bits // 2:
        return None
    ends = [end.man_exp() for end in (y.lower(), y.upper())]
    low, high = (int(man) * Fraction(2) ** int(exp) for man, exp in ends)
    return low, high


def exact(name: str, x: Fraction, y: Fraction, n: int) -> Fraction:
    """A rational operation without rounding."""
    match name:
        case "add":
            return x + y
        case "sub":
            return x - y
        case "mul":
            return x * y
        case "div":
            return x / y
        case "neg":
            return -x
        case "abs":
            return abs(x)
        case "power":
            return x**n
    return x


def defined(name: str, a: Box, b: Box, n: int) -> bool:
    """Whether an operation has to accept these operands; the rest it has to refuse."""
    match name:
        case "div":
            return b[0] > 0 or b[1] < 0
        case "power":
            return n >= 0 or a[0] > 0 or a[1] < 0
        case "log":
            return a[0] > 0
        case "sqrt":
            return a[0] >= 0
        case "exp":
            return a[0] >= -LIMIT and a[1] <= LIMIT
        case "erfc":
            return a[0] >= -ROOT_LIMIT and a[1] <= ROOT_LIMIT
        case "erfcx":
            return a[0] >= -ROOT_LIMIT
    return True


def case(draw: random.Random, tally: Tally, only: str = "") -> None:
    """One operation of one kernel on random operands."""
    maker = only or draw.choice(list(KERNELS))
    bits, name = draw.choice(BITS), draw.choice((*RATIONAL, *FUNCTIONS))
    kernel = KERNELS[maker](bits)
    a, b, n = interval(draw, bits), interval(draw, bits), draw.choice((*range(-9, 10), 65, -70))
    x, y = kernel.enclose(*a), kernel.enclose(*b)
    (al, au), wide = kernel.bounds(x), kernel.bounds(y)

    def miss(what: str) -> None:
        tally.misses.append(f"{maker} {bits} {name} a={text(*a)} b={text(*b)} n={n}: {what}")

    tally.cases[name] += 1
    if not (al <= a[0] and a[1] <= au):
        miss("enclose")
    operands = {
        "power": (x, n),
        "add": (x, y),
        "sub": (x, y),
        "mul": (x, y),
        "div": (x, y),
        "hull": (x, y),
    }.get(name, (x,))
    try:
        result = x if name == "enclose" else getattr(kernel, name)(*operands)
        low, high = kernel.bounds(result)
    except Undefined:
        if defined(name, (al, au), wide, n):
            miss("refused")
        return
    if not defined(name, (al, au), wide, n):
        miss("accepted")
        return
    signs = (low > 0) - (high < 0), low >= 0, high <= 0
    if signs != (kernel.sign(result), kernel.nonnegative(result), kernel.nonpositive(result)):
        miss("sign")
    for s in (a[0], a[0] + (a[1] - a[0]) * Fraction(draw.randrange(1, 64), 64), a[1]):
        if name in RATIONAL:
            values = [(exact(name, s, t, n),) * 2 for t in b]
        else:
            bounds = mpfr_value(name, s, 4 * bits) if maker != "mpfr" else None
            other = arb_value(name, s, 4 * bits) if bounds is None or draw.random() < 0.3 else None
            values = [v for v in (bounds, other) if v is not None]
        if any(up < low or high < down for down, up in values):
            miss(f"at {text(s)}: [{text(low, high)}]")


def text(*numbers: Fraction) -> str:
    """Numbers in short: their leading bits and exponents."""
    sizes = [q.numerator.bit_length() - q.denominator.bit_length() for q in numbers]
    return ", ".join(
        f"{float(q / Fraction(2) ** e)}*2^{e}" for q, e in zip(numbers, sizes, strict=True)
    )


def run(task: tuple[int, int]) -> Tally:
    """Many cases from one seed; every 25th is an expression with its derivatives."""
    from tests.hostile import expressions

    seed, count = task
    draw, tally = random.Random(seed), Tally()
    for i in range(count):
        (expressions.case if i % 25 == 24 else case)(draw, tally)
    return tally


def main() -> int:
    """Print the counts, the misses and the distribution of the tightness."""
    from tests.hostile import tightness

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    batch = 1000
    tasks = [(options.seed + i, batch) for i in range(-(-options.cases // batch))]
    cases: Counter[str] = Counter()
    misses = []
    for tally in each(run, tasks, options.jobs):
        cases += tally.cases
        misses += tally.misses
    print(f"{sum(cases.values())} cases:", ", ".join(f"{k} {n}" for k, n in sorted(cases.items())))
    print(tightness.table(options.jobs))
    print(f"{len(misses)} misses", *misses[:20], sep="\n")
    return bool(misses)


if __name__ == "__main__":
    sys.exit(main())
