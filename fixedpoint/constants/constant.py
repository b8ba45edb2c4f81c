"""A proved constant: its enclosure, and what programs make of it."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from fixedpoint.certificates.store import digest
from fixedpoint.constants.rounding import BFLOAT16, FLOAT16, FLOAT32, FLOAT64, Format
from fixedpoint.decimals import decimal, magnitude
from fixedpoint.enclosure import Enclosure
from fixedpoint.trusted.certificate import Malformed, load
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.exact import DIGITS
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import parse


@dataclass(frozen=True)
class Constant:
    """A real number that a claim encloses.

    `name` is that of the lock, `text` says what it is; `claim` is the id of the claim that proves
    the enclosure by the certificate in the file `path`, whose digest is `certificate`.
    """

    name: str
    text: str
    enclosure: Enclosure
    claim: str
    certificate: str
    path: Path = field(repr=False)

    @property
    def float64(self) -> float:
        """The nearest double, ties to even; ValueError if the enclosure leaves a choice."""
        return float(self.nearest(FLOAT64))

    def __float__(self) -> float:
        return self.float64

    @property
    def float32(self) -> float:
        """The nearest IEEE 754 single, as a Python float."""
        return float(self.nearest(FLOAT32))

    @property
    def float16(self) -> float:
        """The nearest IEEE 754 half, as a Python float."""
        return float(self.nearest(FLOAT16))

    @property
    def bfloat16(self) -> float:
        """The nearest bfloat16, as a Python float."""
        return float(self.nearest(BFLOAT16))

    @property
    def hex(self) -> str:
        """The nearest double in hexadecimal."""
        return self.float64.hex()

    def decides(self, form: Format) -> bool:
        """Whether all numbers of the enclosure have the same nearest number of a format."""
        lower, upper = (form.round(end) for end in self.enclosure.ends)
        return lower == upper

    def nearest(self, form: Format) -> Fraction:
        """The nearest number of a format; ValueError if the enclosure leaves a choice."""
        if not self.decides(form):
            raise ValueError(f"{self.name} in {self.enclosure} decides no {form.name}")
        return form.round(self.enclosure.lower)

    def decimal(self, digits: int) -> str:
        """Correctly rounded to so many significant digits, at most 1000.

        ValueError where only an enclosure is known that leaves a choice.
        """
        if not 1 <= digits <= DIGITS:
            raise ValueError(f"{digits} is not a number of digits from 1 to {DIGITS}")
        enclosures = (self.enclosure, *(self.enclose(4 * digits + n) for n in (32, 128)))
        for found in enclosures:
            places = max(0, digits - 1 - magnitude(found.upper)) if found.upper else digits - 1
            lower, upper = (decimal(end, places, 0) for end in found.ends)
            if lower == upper:
                return lower
        raise ValueError(f"{self.name} is known to {self.enclosure} only")

    def enclose(self, bits: int) -> Enclosure:
        """A tighter enclosure of a constant in closed form, by the trusted kernel.

        For another constant it is the proved one. Raises ValueError if the certificate is gone or
        changed.
        """
        data = load(self.path)
        if digest(data) != self.certificate:
            raise Malformed(f"{self.path} is not the certificate that the lock knows")
        formula = data["statement"]["claim"]
        if formula["kind"] != "extremum" or formula["box"]:
            return self.enclosure
        statement = parse(data["statement"])
        kernel = Directed(bits)
        above = kernel.bounds(Program(statement.graph, kernel).at({})[statement.goals[0].node])
        lower, upper = (Fraction(formula["lower"]) + end for end in above)  # goal 0: f - lower ≥ 0
        return Enclosure(lower, upper)
