"""Formats against Python's and NumPy's own correctly rounded conversions."""

import math
import random
from fractions import Fraction

import numpy as np
import pytest

from fixedpoint.constants.rounding import BFLOAT16, FLOAT16, FLOAT32, FLOAT64, FORMATS, Format

RNG = random.Random(8)
DOUBLES = [
    *(math.ldexp(RNG.uniform(-1, 1), RNG.randint(-30, 15)) for _ in range(300)),
    *(math.ldexp(RNG.uniform(-1, 1), RNG.randint(-1080, -1000)) for _ in range(50)),
    0.0, 1.0, 1.5, 1 + 2.0**-24, 1 + 3 * 2.0**-24, 2.0**-149, 2.0**-150, 65504.0, -65504.0,
]  # fmt: skip
NUMPY = {"float32": np.float32, "float16": np.float16}


def test_nearest_double() -> None:
    for _ in range(500):
        q = Fraction(RNG.randint(-(10**30), 10**30), RNG.randint(1, 10**25))
        assert FLOAT64.round(q) == Fraction(float(q))


@pytest.mark.parametrize("form", [FLOAT32, FLOAT16], ids=lambda form: form.name)
def test_nearest_is_numpys(form: Format) -> None:
    for x in DOUBLES:
        assert form.round(Fraction(x)) == Fraction(float(NUMPY[form.name](x)))


def test_bfloat16_is_the_upper_half_of_a_float32() -> None:
    for x in DOUBLES:
        bits = int(np.float32(FLOAT32.round(Fraction(x))).view(np.uint32))
        half = bits + 0x7FFF + (bits >> 16 & 1) & 0xFFFF0000
        from_single = np.uint32(half).view(np.float32)
        if FLOAT32.round(Fraction(x)) == Fraction(x):  # else it is rounded twice
            assert BFLOAT16.round(Fraction(x)) == Fraction(float(from_single))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_directed_rounding_gives_the_neighbours(form: Format) -> None:
    for x in DOUBLES[:-2]:
        q = Fraction(x) + Fraction(1, 3**800)
        below, above = form.round(q, -1), form.round(q, 1)
        assert below < q < above and form.round(q) in (below, above)
        assert form.index(above) == form.index(below) + 1


def test_the_index_counts_doubles() -> None:
    for x in DOUBLES:
        there = Fraction(math.nextafter(x, math.inf))
        assert FLOAT64.index(there) == FLOAT64.index(Fraction(x)) + 1


def test_beyond_the_largest_number() -> None:
    assert FLOAT16.round(Fraction(65519)) == 65504
    with pytest.raises(ValueError, match="beyond the range of float16"):
        FLOAT16.round(Fraction(65520))
