"""Exact numbers in and out: decimal strings and fractions, never floats."""

import math
import re
from fractions import Fraction

DIGITS = 1000
"""Longest number accepted from outside, in characters."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d+)?|\.\d+|\d+/\d+)", re.ASCII)

Number = int | str | Fraction


def exact(value: Number) -> Fraction:
    """The rational that an integer, a fraction or a decimal string such as "-0.1" denotes.

    Raises TypeError for a float and ValueError for anything that is not a number.
    """
    if isinstance(value, bool) or not isinstance(value, int | str | Fraction):
        raise TypeError(f"{value!r} is not exact: write an integer, a fraction or a decimal string")
    if isinstance(value, str):
        if len(value) > DIGITS or not _NUMBER.fullmatch(value):
            raise ValueError(f"{value[:40]!r} is not a number: write it like -0.1 or 1/10")
        if re.search(r"/0+$", value):
            raise ValueError(f"{value[:40]!r} divides by zero")
    return Fraction(value)


def text(q: Fraction) -> str:
    """q as a short exact string: a decimal where it terminates, else p/q."""
    places = next((n for n in range(60) if 10**n % q.denominator == 0), None)
    return str(q) if places is None else decimal(q, places, 0)


def decimal(q: Fraction, places: int, direction: int) -> str:
    """q with `places` decimals, rounded down (-1), up (+1) or to nearest, ties to even (0)."""
    scaled = q * 10**places
    units = {-1: math.floor(scaled), 0: round(scaled), 1: math.ceil(scaled)}[direction]
    sign, digits = "-" if units < 0 else "", str(abs(units)).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def significant(q: Fraction, digits: int, direction: int = -1) -> str:
    """q rounded to so many significant digits, as in 0.0501 or 5.01e-7; down unless told."""
    power = magnitude(q) if q else 0
    if -4 < power < digits:
        return decimal(q, digits - 1 - power, direction)
    leading = decimal(q / Fraction(10) ** power, digits - 1, direction)
    if leading.lstrip("-").startswith("10"):  # rounded up to the next power of ten
        return significant(Fraction(leading) * Fraction(10) ** power, digits)
    return f"{leading}e{power}"


def magnitude(q: Fraction) -> int:
    """The exponent of the leading decimal digit of a number that is not 0."""
    power = len(str(abs(q.numerator))) - len(str(q.denominator))
    return power - (Fraction(10) ** power > abs(q))
