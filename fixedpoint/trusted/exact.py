"""Exact numbers from outside: integers, fractions and decimal strings, never floats."""

import re
from fractions import Fraction

DIGITS = 1000
"""Longest number accepted from outside, in characters."""

PATTERN = re.compile(r"[+-]?(\d+(\.\d+)?|\.\d+|\d+/\d+)", re.ASCII)

Number = int | str | Fraction


def exact(value: Number) -> Fraction:
    """The rational that an integer, a fraction or a decimal string such as "-0.1" denotes.

    Raises TypeError for a float and ValueError for anything that is not a number.
    """
    if isinstance(value, bool) or not isinstance(value, int | str | Fraction):
        raise TypeError(f"{value!r} is not exact: write an integer, a fraction or a decimal string")
    if isinstance(value, str):
        if len(value) > DIGITS or not PATTERN.fullmatch(value):
            raise ValueError(f"{value[:40]!r} is not a number: write it like -0.1 or 1/10")
        if re.search(r"/0+$", value):
            raise ValueError(f"{value[:40]!r} divides by zero")
    return Fraction(value)
