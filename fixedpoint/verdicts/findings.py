"""What a result shows besides its verdict: enclosures, witnesses, and by how much a claim fails."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from fixedpoint.certificates.show import point
from fixedpoint.claims.claim import Claim, Inference, Verdict
from fixedpoint.decimals import decimal, magnitude, significant
from fixedpoint.trusted.checker import Step
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.exact import exact
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import Statement, degenerate, parse, parse_point
from fixedpoint.verdicts.decide import Result
from fixedpoint.verdicts.locks import Row
from fixedpoint.verdicts.margins import margin

BITS, DIGITS, SHOWN = 128, 12, 3
"""Precision of a miss, significant digits that it is stated with, and those that are shown."""

DISTANCE = "distance from what is claimed"
"""What a miss is."""


def enclosure(result: Result) -> dict[str, str] | None:
    """The proved enclosure of an extremum, or None."""
    formula = result.certificate["statement"]["claim"] if result.certificate else {"kind": ""}
    if formula["kind"] != "extremum":
        return None
    return {"lower": formula["lower"], "upper": formula["upper"]}


def findings(claim: Claim, result: Result) -> Iterator[str]:
    """The enclosure and the agreement of the reported number, or the witness."""
    found = enclosure(result)
    if found:
        yield f"in [{found['lower']}, {found['upper']}]"
        if claim.reported:
            yield f"reported {claim.reported}: {reported(claim, result)}"
    if result.witness is not None:
        yield f"refuted at {point(result.witness)}"


def reported(claim: Claim, result: Result) -> str | None:
    """How the number that the authors report agrees with the proved enclosure."""
    found = enclosure(result)
    return agreement(found["lower"], found["upper"], claim.reported) if found else None


def agreement(lower: str, upper: str, printed: str) -> str:
    """What a printed decimal is to every number of [lower, upper], proved.

    "correct rounding", "truncation" (towards 0), or "neither: n leading digits agree"; "not
    decided" where numbers of the enclosure differ in this.
    """
    low, up, value = exact(lower), exact(upper), exact(printed)
    unit = Fraction(1, 10 ** len(printed.partition(".")[2]))
    if value - unit / 2 <= low and up <= value + unit / 2:
        return "correct rounding"
    if value < 0:
        low, up, value = -up, -low, -value
    if value <= low and up < value + unit:
        return "truncation"
    least, greatest = value - unit / 2, value + unit
    if least <= up and low < greatest:
        return "not decided"
    digits = min(leading(low, value, unit), leading(up, value, unit))
    return f"neither: {digits} leading digits agree"


def leading(number: Fraction, value: Fraction, unit: Fraction) -> int:
    """How many leading digits of a positive printed value the number has too."""
    places = round(math.log10(1 / unit))
    count = len(str(int(value / unit))) if value else 1
    for digits in range(count, 0, -1):
        step = Fraction(10) ** (count - digits - places)
        if number >= 0 and number // step == value // step:
            return digits
    return 0


def enclosures(claim: Claim, result: Result) -> dict[str, Row]:
    """The numbers that a proved claim encloses, by name: an extremum, or one fixed point."""
    if result.verdict is not Verdict.PROVED or result.certificate is None:
        return {}
    formula = result.certificate["statement"]["claim"]
    if formula["kind"] == "extremum":
        return {claim.id: Row(claim.text, formula["lower"], formula["upper"])}
    if formula["kind"] != "krawczyk":
        return {}
    box, own = formula["box"], formula["map"]
    if any(lower != upper for name, (lower, upper) in box.items() if name not in own):
        return {}
    return {
        f"{claim.id}_{name.upper()}": Row(f"{name} of {claim.text}", *box[name]) for name in own
    }


def miss(result: Result) -> Row | None:
    """How far what a refuted claim states is from true at its witness."""
    if result.verdict is not Verdict.REFUTED or result.certificate is None:
        return None
    low, high, place = _gap(result.certificate)
    wanted = ((high, DIGITS), (low, SHOWN))
    places = max(0, 0, *(digits - 1 - magnitude(q) for q, digits in wanted if q))
    text = DISTANCE + (f" at {place}" if place else "")
    return Row(text, decimal(low, places, -1), decimal(high, places, 1))


def fails(missed: Row) -> str:
    """Where a refuted claim fails, and by how much at least: its miss in words."""
    size, place = missed.ends[0], missed.text.removeprefix(DISTANCE)
    words = f"fails by at least {significant(size, SHOWN)}" if size else "fails with equality"
    return words + place


def spare(claim: Claim, result: Result) -> Row | None:
    """By how much the tightest inequality of a claim of ours, or of a correction, holds."""
    ours = (not claim.printed or claim.corrects) and not isinstance(claim, Inference)
    if not ours or result.verdict is not Verdict.PROVED or result.certificate is None:
        return None
    found = margin(result.certificate)
    if found is None:
        return None
    low, high = found
    places = max(0, SHOWN - 1 - magnitude(low))
    return Row("the least margin", decimal(low, places, -1), decimal(high, places, 1))


def _gap(certificate: dict[str, Any]) -> tuple[Fraction, Fraction, str]:
    """Between what bounds lies how far the refuted goal is missed, and at which point."""
    refuted = certificate["proof"]["refuted"]
    spot = parse_point(refuted["point"])
    low, high = gap(parse(certificate["statement"]), refuted["goal"], spot)
    return low, high, ", ".join(f"{name} = {value}" for name, value in refuted["point"].items())


def gap(statement: Statement, number: int, spot: dict[str, Fraction]) -> tuple[Fraction, Fraction]:
    """Between what bounds lies how far a goal is missed at a point."""
    kernel = Directed(BITS)
    goal = statement.goals[number]
    step = Step(statement, Program(statement.graph, kernel), goal, degenerate(spot))
    lower, upper = kernel.bounds(step.value())
    if goal.zero and lower > 0:
        return lower, upper
    return max(-upper, Fraction(0)), max(-lower, Fraction(0))
