"""What a printed literal is to a proved constant."""

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from fixedpoint.constants.constant import Constant
from fixedpoint.constants.rounding import FORMATS
from fixedpoint.decimals import magnitude, significant
from fixedpoint.enclosure import Enclosure
from fixedpoint.trusted.certificate import Malformed

LONGEST = 200
"""Characters of a literal."""

_DECIMAL = re.compile(r"([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?", re.ASCII)
_HEX = re.compile(r"([+-]?)0[xX]([0-9a-fA-F]+)(?:\.([0-9a-fA-F]*))?[pP]([+-]?\d{1,4})", re.ASCII)


@dataclass(frozen=True)
class Literal:
    """A number as written: its exact value, and one unit of its last digit (0 for hexadecimal)."""

    text: str
    value: Fraction
    unit: Fraction

    @classmethod
    def parse(cls, text: str) -> "Literal":
        """From decimal or hexadecimal floating-point notation; ValueError for anything else."""
        if len(text) <= LONGEST:
            found = _DECIMAL.fullmatch(text)
            if found and (found[2] or found[3]):
                unit = Fraction(10) ** (int(found[4] or 0) - len(found[3] or ""))
                return cls(text, int(_digits(found)) * unit, unit)
            found = _HEX.fullmatch(text)
            if found:
                step = Fraction(2) ** (int(found[4]) - 4 * len(found[3] or ""))
                return cls(text, int(_digits(found), 16) * step, Fraction(0))
        raise ValueError(f"{text[:40]!r} is not a number: write it like 1.0507 or 0x1.0dp+0")

    @property
    def digits(self) -> int:
        """How many significant decimal digits are written."""
        return magnitude(self.value / self.unit) + 1 if self.value and self.unit else 0


def _digits(found: re.Match[str]) -> str:
    return found[1] + found[2] + (found[3] or "")


@dataclass(frozen=True)
class Shipped:
    """A literal as some project's source has it: our constant, and the verdict on it."""

    project: str
    version: str
    file: str
    name: str
    constant: str
    literal: str
    verdict: str
    note: str = ""


def shipped(path: Path) -> list[Shipped]:
    """The table of shipped literals in a TOML file; raises Malformed."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["literal"]
        return [Shipped(**row) for row in rows]
    except (tomllib.TOMLDecodeError, LookupError, TypeError) as error:
        raise Malformed(f"{path}: not a table of literals ({error})") from error


@dataclass(frozen=True)
class Assessment:
    """A literal beside its constant.

    `deviation`: literal - constant; `units`: by the name of a format, how many of its numbers the
    literal's rounding is away from the constant's, where both are known.
    """

    constant: Constant
    literal: Literal
    deviation: Enclosure
    units: Mapping[str, int]

    @property
    def right(self) -> bool:
        """Whether a program may print it: all digits are correct, or it is the right double."""
        return self.units.get("float64") == 0 or self.relation.startswith(("exact", "correct"))

    @property
    def verdict(self) -> str:
        """What there is to say, in one line."""
        right = next((name for name, k in self.units.items() if k == 0), "")
        return self.relation + (f"; correctly rounded when read as {right}" if right else "")

    @property
    def relation(self) -> str:
        """What the written digits are to the constant."""
        value, unit = self.literal.value, self.literal.unit
        off, size = self.deviation, _size(self.deviation)
        short = off.upper <= 0 if value > 0 else value < 0 and off.lower >= 0
        if not size.upper:
            return "exact"
        correct = unit and size.upper <= unit / 2
        for form in FORMATS:
            if not correct and self.units.get(form.name) == 0 and form.round(value) == value:
                return f"the nearest {form.name}, written out"
        if correct:
            return f"correct to {'all ' * (self.literal.digits > 1)}{self._count}"
        if unit and size.upper < unit and short:
            return f"truncated after {self._count}"
        if unit and size.lower < (unit if short else unit / 2):
            return f"undecided: {self.constant.name} is known to {self.constant.enclosure} only"
        return f"off by {_units(size, unit)}"

    @property
    def _count(self) -> str:
        digits = self.literal.digits
        return f"{digits} digit{'s' * (digits != 1)}"


def assess(constant: Constant, literal: Literal) -> Assessment:
    """What a literal is to a constant, proved from its enclosure."""
    places = -magnitude(literal.unit) if literal.unit else 0
    exactly = constant.enclose(4 * max(places, 0) + 128)
    off = Enclosure(literal.value - exactly.upper, literal.value - exactly.lower)
    units = {}
    for form in FORMATS:
        with suppress(ValueError):  # beyond the range of the format, or the enclosure is too wide
            right = form.index(constant.nearest(form))
            units[form.name] = form.index(form.round(literal.value)) - right
    return Assessment(constant, literal, off, units)


def _units(size: Enclosure, unit: Fraction) -> str:
    if not unit:
        return f"at least {significant(size.lower, 3)}"
    low, high = significant(size.lower / unit, 3), significant(size.upper / unit, 3, 1)
    return f"{low if low == high else f'{low} to {high}'} units in the last place"


def _size(off: Enclosure) -> Enclosure:
    """|x| for the x of an enclosure."""
    return Enclosure(max(off.lower, -off.upper, Fraction(0)), max(off.upper, -off.lower))
