"""Exact numbers as text: decimals rounded in a stated direction."""

import math
from fractions import Fraction


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
