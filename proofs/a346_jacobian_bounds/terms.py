"""Lemma 39: each derivative of 𝒥 is bounded by its terms, each taken at an end of its range.

The ends t, T are the least and largest values of the simple expressions of Lemmas 25–30, which give
them rounded to four significant digits or more. The numbers of Lemma 39 are those of the ends
before they are rounded; only T₄, which is 0.000078125, is taken as the printed 0.000078126.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sympy import Expr, Rational, erfc, exp, sqrt

from fixedpoint.claims import All, Box, Claim, Defect, Inequality, Monotone, rounds_to, truncates_to
from fixedpoint.claims.formulas import Formula

from ..a341_jacobian.jacobian import SLOPES as PRINTED_SLOPES
from ..a341_jacobian.lemmas_05_09 import SLOPES
from ..paper import HERE, INDEX, OMEGA_J, claim, inference


@dataclass(frozen=True)
class Ends:
    """The least value t and the largest value T of each simple expression on Ω_J."""

    t11: Expr
    T11: Expr
    t22: Expr
    T22: Expr
    t1: Expr
    T1: Expr
    t2: Expr
    T2: Expr
    t3: Expr
    T3: Expr
    t4: Expr
    T4: Expr


SHOWN = {
    "t₁₁": "-0.01", "T₁₁": "0.01", "t₂₂": "0.64", "T₂₂": "1.875",
    "t₁": "0.63/√1.28 (0.5568)", "T₁": "1.885/√3.75 (0.9734)",
    "t₂": "1.27/√1.28 (1.1225)", "T₂": "3.76/√3.75 (1.9417)",
    "t₃": "-0.01/√1.28 (-0.0088388)", "T₃": "0.01/√1.28 (0.0088388)",
    "t₄": "0", "T₄": "0.000078126",
}
"""The ends by their names, with what is printed for them."""
DECIMALS = Ends(*(Rational(s.partition("(")[2].rstrip(")") or s) for s in SHOWN.values()))
"""What Lemmas 25–30 print."""


def unrounded(ends: Ends) -> Ends:
    """With the ends themselves of the three expressions that need a square root."""
    low, high = sqrt(2 * ends.t22), sqrt(2 * ends.T22)
    return replace(
        ends,
        t1=(ends.t22 + ends.t11) / low, T1=(ends.T22 + ends.T11) / high,
        t2=(2 * ends.t22 + ends.t11) / low, T2=(2 * ends.T22 + ends.T11) / high,
        t3=ends.t11 / low, T3=ends.T11 / low,
    )


ENDS = unrounded(DECIMALS)
Value = Callable[[Ends], Expr]
UNITS = {
    "L39.19": 15, "L39.22": 1, "L39.25": 13, "L39.26": 2, "L39.28": 13, "L39.29": 13, "L39.36": 17,
    "L39.45": 2, "L39.48": 2, "L39.51": 1, "L39.54": 9, "L39.57": 8, "L39.59": 9, "L39.62": 9,
    "L39.65": 2, "L39.68": 6,
}
"""Whole units of its last digit that a printed bound is above its value at the unrounded ends."""


def E(z: Expr) -> Expr:
    """e^{z²} erfc(z)."""
    return exp(z**2) * erfc(z)


def E1(x: Expr, y: Expr) -> Expr:
    """The same at h₁ = (x + y)/(√2 √x)."""
    return E((x + y) / (sqrt(2) * sqrt(x)))


def E2(x: Expr, y: Expr) -> Expr:
    """The same at h₂ = (2x + y)/(√2 √x)."""
    return E((2 * x + y) / (sqrt(2) * sqrt(x)))


def where(formula: str) -> str:
    """The values of the ends that occur in a printed formula."""
    found = re.findall("[tT][₁₂₃₄]+", formula)
    values = ", ".join(f"{name} = {shown}" for name, shown in SHOWN.items() if name in found)
    return f" with {values}" if values else ""


CITED = {"L25": "₁₁", "L26": "₂₂", "L27": "₁", "L28": "₂", "L29": "₃", "L30": "₄"}
"""The lemmas on the ends: all are used without being cited where one is."""


def premises_of(id: str, formula: str, also: str) -> tuple[str, ...]:
    """What a line is derived from: of Lemmas 25–30 those whose ends occur."""
    found = {name[1:] for name in re.findall("[tT][₁₂₃₄]+", formula)}
    taken = (p for p in INDEX[id]["depends"] if CITED.get(p) is None or CITED[p] in found)
    return (*taken, *also.split())


Holds = Callable[[Expr], Formula]
"""What is said of a bound."""


def at_most(f: Expr, box: Box = OMEGA_J) -> Holds:
    """f ⩽ what is given."""
    return lambda value: Inequality(f, "<=", value, box)


def at_least(f: Expr, box: Box = OMEGA_J) -> Holds:
    """f ⩾ what is given."""
    return lambda value: Inequality(value, "<=", f, box)


DERIVATIVE = dict(zip(PRINTED_SLOPES, SLOPES, strict=True))
"""The entry of 𝒥 and the variable of each derivative, by the id of its closed form (72)."""
MOST: dict[Expr, Expr] = {v: Rational(upper) for v, (_, upper) in OMEGA_J.items()}
LEAST: dict[Expr, Expr] = {v: Rational(lower) for v, (lower, _) in OMEGA_J.items()}
"""The largest and least values of μ, ω, ν, τ on Ω_J."""
Extra = tuple[Formula, ...]
"""What a step takes besides the lemmas that it cites."""
ARGUMENTS: Extra = (Inequality(0, "<", ENDS.t1, HERE), Inequality(0, "<", ENDS.t2, HERE))
"""h₁ > 0 and h₂ > 0, as Lemma 23 has it."""


def greater(first: str, second: str) -> Extra:
    """Of two bounds the first is the greater one in size."""
    sizes = abs(Rational(second)), abs(Rational(first))
    return (Inequality(sizes[0], "<=", sizes[1], HERE),)


@dataclass(frozen=True)
class Line:
    """Something is bounded by a formula in the ends, whose value is a number."""

    what: str
    holds: Holds
    formula: str
    value: Value
    number: str

    @property
    def text(self) -> str:
        """The line with the values of the ends."""
        return f"{self.what} {self.formula} = {self.number} on Ω_J{where(self.formula)}"

    @property
    def is_number(self) -> All:
        """The formula rounds to the number; one that ends in … is cut off."""
        at = self.value(ENDS)
        if self.number.endswith("…"):
            return truncates_to(at, self.number.rstrip("…"), HERE)
        return rounds_to(at, self.number, HERE)

    @property
    def meaning(self) -> All:
        """The bound, and its number."""
        return All((self.holds(self.value(ENDS)), self.is_number))


def slope(id: str, side: str, box: Box = OMEGA_J) -> Holds:
    """A derivative is less or greater than what is given, or in size less, for "<", ">", "||".

    Given is c: then cv - f, f - cv or both cv - f and cv + f have a positive derivative by v.
    """
    f, v = DERIVATIVE[id]

    def holds(c: Expr) -> All:
        rising = {"<": (c * v - f,), ">": (f - c * v,), "||": (c * v - f, c * v + f)}[side]
        return All(tuple(Monotone(g, v, "increasing", box) for g in rising))

    return holds


def name_of(id: str) -> str:
    """∂𝒥ᵢⱼ/∂v."""
    return SLOPES[DERIVATIVE[id]][0].strip("|")


def size(id: str, formula: str, value: Value, number: str) -> Line:
    """A derivative is bounded in size by a formula."""
    return Line(f"|{name_of(id)}| ⩽", slope(id, "||"), formula, value, number)


FROM_TERMS = "each term at its end, and the value of the formula"
GREATER = "the greater one of the two bounds in size, and the value of the formula"
MENDED = {"L29", "L30", "L32"}
"""Lemmas that are cited for ends, and are false in what does not enter here."""


def claims_of(
    id: str,
    line: Line,
    extra: Extra = (),
    *,
    right: str = "",
    corrected: Line | None = None,
    defect: Defect = Defect.LAST_DIGIT,
    note: str = "",
    repeats: str = "",
    also: str = "",
    step: str = "",
    extra_c: Extra | None = None,
) -> tuple[Claim, ...]:
    """A printed line, its correction if it has one, and its step.

    `right`: the value to the printed number of digits, if that is not the number; `corrected`: the
    line with other slips mended; `also`: premises that the text names besides those of the index.
    """
    notes = [note] if note else []
    if right:
        notes.append(f"the number is {UNITS[id]} to {UNITS[id] + 1} units of its last digit above "
                     "the value, and so a bound")
        repeats = repeats or "L39.19"
    after = corrected or line
    after = replace(after, number=right or after.number)
    false = bool(right or corrected)
    equation = INDEX[id]["equations"]
    place = f" ({equation[0]})" if equation else ""
    found: list[Claim] = [claim(
        id, f"{line.text}{place}", line.meaning, defect=defect if notes else None,
        note="; ".join(notes), repeats="" if repeats == id else repeats,
    )]
    if false:
        found.append(claim(f"{id}c", after.text, after.meaning))
    premises = premises_of(id, line.formula, also)
    printed = All((*extra, line.is_number))
    mended = All((*(extra if extra_c is None else extra_c), after.is_number))
    again = mended if false or MENDED.intersection(premises) else None
    step = step or (GREATER if line.what.startswith("|") else FROM_TERMS)
    return (*found, *inference(id, step, " ".join(premises), printed, again))
