"""Binary floating-point formats (IEEE 754 and bfloat16), by exact rational arithmetic."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Format:
    """The numbers n · 2^k with |n| < 2^precision, k ⩾ emin - precision + 1, below 2^(emax + 1)."""

    name: str
    precision: int
    emin: int
    emax: int

    def round(self, q: Fraction, direction: int = 0) -> Fraction:
        """The number next to q: nearest, ties to even (0), not above q (-1), not below q (+1).

        Raises ValueError where that is beyond the largest number of the format.
        """
        unit = self._unit(q)
        n = {-1: q // unit, 0: round(q / unit), 1: -(-q // unit)}[direction]
        if abs(n * unit) >= 2 ** (self.emax + 1):
            raise ValueError(f"beyond the range of {self.name}")
        return n * unit

    def index(self, q: Fraction) -> int:
        """The position of a number of the format among all of them, 0 being that of 0."""
        unit = self._unit(q)
        steps = int(abs(q) / unit) + ((self._exponent(q) - self.emin) << (self.precision - 1))
        return steps if q >= 0 else -steps

    def _unit(self, q: Fraction) -> Fraction:
        return Fraction(2) ** (self._exponent(q) - self.precision + 1)

    def _exponent(self, q: Fraction) -> int:
        """That of the number's binade, or of the least one."""
        if not q:
            return self.emin
        power = abs(q.numerator).bit_length() - q.denominator.bit_length()
        return max(power - (Fraction(2) ** power > abs(q)), self.emin)


FLOAT64 = Format("float64", 53, -1022, 1023)
FLOAT32 = Format("float32", 24, -126, 127)
FLOAT16 = Format("float16", 11, -14, 15)
BFLOAT16 = Format("bfloat16", 8, -126, 127)
FORMATS = (FLOAT64, FLOAT32, FLOAT16, BFLOAT16)
