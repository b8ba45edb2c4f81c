"""How tight the trusted kernel is: distances of its ends from the values, in last places."""

import random
from collections import Counter
from fractions import Fraction

from fixedpoint.parallel import each
from fixedpoint.trusted.directed import Directed
from tests.hostile.containment import mpfr_value

BITS = (53, 64, 100, 200)
RANGES = {"exp": (-40, 40), "erf": (-12, 12), "erfc": (-12, 20), "erfcx": (-8, 30), "log": (0, 40)}
"""What the proofs evaluate, with room."""
LIMIT = 4


def ulps(name: str, bits: int, count: int, seed: int = 0) -> Counter[int]:
    """How often the worse end is how many last places off, rounded up."""
    kernel, draw, seen = Directed(bits), random.Random(f"{name}{bits}{seed}"), Counter[int]()
    low, high = RANGES[name]
    for i in range(count):
        t = Fraction(draw.randrange(low * 2**40 + 1, high * 2**40), 2**40)
        t = t / 2 ** draw.randrange(60) if i % 3 == 0 else t
        true = mpfr_value(name, t, 4 * bits + 200)
        assert true is not None
        a, b = kernel.bounds(getattr(kernel, name)(kernel.enclose(t)))
        least = abs(true[0])
        exponent = least.numerator.bit_length() - least.denominator.bit_length()
        exponent += least >= Fraction(2) ** exponent
        gap = max(true[0] - a, b - true[1]) / Fraction(2) ** (exponent - bits)
        seen[-(-gap.numerator // gap.denominator)] += 1
    return seen


def _row(task: tuple[str, int]) -> tuple[str, int, Counter[int]]:
    return (*task, ulps(*task, 2000))


def table(jobs: int) -> str:
    """One line a function and precision: how many results are how many last places off."""
    tasks = [(name, bits) for name in RANGES for bits in BITS]
    rows = sorted(each(_row, tasks, jobs))
    return "\n".join(
        f"{name:6}{bits:4} bits: "
        + ", ".join(f"<= {n} ulp {100 * seen[n] / seen.total():.1f} %" for n in sorted(seen))
        for name, bits, seen in rows
    )
