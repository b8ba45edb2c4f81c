"""A proved interval and how it is read: the digits that are certain, then the uncertain tail."""

import math
from dataclasses import dataclass
from fractions import Fraction

from fixedpoint.decimals import decimal, significant

PLACES = 30
"""At most so many decimals are shown."""


@dataclass(frozen=True)
class Enclosure:
    """All numbers from `lower` to `upper`; the enclosed one is among them."""

    lower: Fraction
    upper: Fraction

    def __contains__(self, number: Fraction | int | float) -> bool:
        """Whether a number, a float taken as the exact number it is, lies in the enclosure."""
        return math.isfinite(number) and self.lower <= Fraction(number) <= self.upper

    def __float__(self) -> float:
        return float((self.lower + self.upper) / 2)

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        return self.lower, self.upper

    def less(self, number: int) -> "Enclosure":
        """The same, a number subtracted."""
        return Enclosure(self.lower - number, self.upper - number)

    def rounded(self, digits: int) -> str:
        """[lower, upper], each rounded outward to so many significant digits."""
        lower, upper = significant(self.lower, digits, -1), significant(self.upper, digits, 1)
        return f"[{lower}, {upper}]"

    @property
    def width(self) -> Fraction:
        return self.upper - self.lower

    def digits(self) -> tuple[str, str, str]:
        """(digits both ends share, tail of the lower end, tail of the upper end).

        Both ends are rounded outward at the first digit of the width; if they share no digit, they
        are shown whole, and to three digits more.
        """
        places = -math.floor(_log10(self.width)) if self.width else PLACES
        low, high = self._rounded(places)
        if low == high:
            return low, "", ""
        same = next(n for n, (a, b) in enumerate(zip(low, high, strict=False)) if a != b)
        if len(low) != len(high) or low[:same] in ("", "-"):
            return "", *self._rounded(places + 3)
        return low[:same], low[same:], high[same:]

    def _rounded(self, places: int) -> tuple[str, str]:
        places = min(PLACES, max(0, places))
        return decimal(self.lower, places, -1), decimal(self.upper, places, 1)

    def __str__(self) -> str:
        shared, low, high = self.digits()
        return f"{shared}[{low}, {high}]" if low else shared

    def _repr_html_(self) -> str:
        shared, low, high = self.digits()
        tail = f'<span style="color:#b04a00">[{low}, {high}]</span>' if low else ""
        return f'<code title="every number between both tails">{shared}{tail}</code>'


def _log10(q: Fraction) -> float:
    """The logarithm of a positive number, however small."""
    return math.log10(q.numerator) - math.log10(q.denominator)
