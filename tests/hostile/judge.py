"""An independent judgement of a statement: does a point of its domain contradict it?

Points and independent arithmetic only (`tests.hostile.reference`): nothing of the checker.
"""

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from fixedpoint.trusted.kernel import Undefined
from tests.hostile.reference import Reference

Json = Mapping[str, Any]
Point = dict[str, Fraction]
POINTS = 12


def contradiction(data: Json) -> str:
    """Why an accepted certificate cannot be right, or nothing."""
    statement, proof = data["statement"], data["proof"]
    reference = Reference(statement["nodes"])
    draw = random.Random(str(statement))
    if "refuted" in proof:
        at = {name: Fraction(q) for name, q in proof["refuted"]["point"].items()}
        fine = [_fails(reference, part, at) is False for part in parts(statement["claim"])]
        return f"it holds at the witness {at}" if all(fine) else ""
    for part in parts(statement["claim"]):
        for at in points(part, reference, draw):
            if _fails(reference, part, at):
                return f"{part['kind']} fails at {at}"
    return ""


def parts(formula: Json) -> Iterator[Json]:
    """The formulas of a conjunction."""
    if formula["kind"] == "all":
        for part in formula["parts"]:
            yield from parts(part)
    else:
        yield formula


def points(part: Json, reference: Reference, draw: random.Random) -> Iterator[Point]:
    """Corners and inner points of the domain."""
    if "box" not in part:
        names = {n[1] for n in reference.nodes if n[0] == "variable"}
        for _ in range(POINTS):
            yield {
                n: Fraction(draw.randrange(1 if n in part["positive"] else -99, 99), 32)
                for n in names
            }
        return
    box = {name: tuple(map(Fraction, ends)) for name, ends in part["box"].items()}
    for i in range(POINTS if any(a < b for a, b in box.values()) else 1):
        share = (lambda: draw.randrange(2)) if i % 2 else (lambda: Fraction(draw.randrange(65), 64))
        yield {name: a + (b - a) * share() for name, (a, b) in box.items()}


def _fails(r: Reference, part: Json, at: Point) -> bool | None:
    """Whether a formula is proved to fail at a point; None where that is not decided."""
    try:
        return KINDS[part["kind"]](r, part, at)
    except (Undefined, KeyError):
        return None


def _inequality(r: Reference, part: Json, at: Point) -> bool | None:
    k, spot = r.k, r.point(at)
    gap = k.sub(r.value(part["right"], spot), r.value(part["left"], spot))
    sign = k.sign(gap)
    if not sign:
        exact = k.nonnegative(gap) and k.nonpositive(gap)
        return (part["relation"] == "<") if exact else None
    return bool(sign < 0)


def _identity(r: Reference, part: Json, at: Point) -> bool | None:
    spot = r.point(at)
    gap = r.k.sub(r.value(part["left"], spot), r.value(part["right"], spot))
    return True if r.k.sign(gap) else None


def _derivative(r: Reference, part: Json, at: Point) -> bool | None:
    spot = r.point(at)
    found = r.partial(part["of"], spot, part["by"])
    return True if r.k.sign(r.k.sub(found, r.value(part["equals"], spot))) else None


def _monotone(r: Reference, part: Json, at: Point) -> bool | None:
    sign = r.k.sign(r.partial(part["of"], r.point(at), part["by"]))
    return bool(sign * (1 if part["sense"] == "increasing" else -1) < 0) if sign else None


def _norm(r: Reference, part: Json, at: Point, bound: Any) -> bool | None:
    """S² = (n + √(n² − 4d²))/2 with n = ‖H‖², d = det H, against bound²."""
    k, spot, names = r.k, r.point(at), list(part["map"])
    (a, b), (c, d) = ([r.partial(i, spot, n) for n in names] for i in part["map"].values())
    n = k.add(k.add(k.power(a, 2), k.power(b, 2)), k.add(k.power(c, 2), k.power(d, 2)))
    det = k.sub(k.mul(a, d), k.mul(b, c))
    inner = k.sub(k.power(n, 2), k.mul(k.enclose(Fraction(4)), k.power(det, 2)))
    inner = (max(inner[0], 0 * inner[0]), inner[1])  # it is a square
    square = k.mul(k.enclose(Fraction(1, 2)), k.add(n, k.sqrt(inner)))
    sign = k.sign(k.sub(k.power(bound, 2), square))
    return bool(sign < 0 or k.nonpositive(bound)) if sign else None


def _contraction(r: Reference, part: Json, at: Point) -> bool | None:
    return _norm(r, part, at, r.value(part["bound"], r.point(at)))


def _lands(r: Reference, part: Json, at: Point, box: Json) -> bool:
    """Whether the image is proved to leave a box."""
    for name, i in part["map"].items():
        image = r.value(i, r.point(at))
        lower, upper = (r.k.enclose(Fraction(q)) for q in box[name])
        if r.k.sign(r.k.sub(image, lower)) < 0 or r.k.sign(r.k.sub(upper, image)) < 0:
            return True
    return False


def _banach(r: Reference, part: Json, at: Point) -> bool | None:
    return _lands(r, part, at, part["box"]) or _norm(r, part, at, r.k.enclose(Fraction(1)))


def _confines(r: Reference, part: Json, at: Point) -> bool | None:
    for step in part["into"]:
        if _lands(r, part, at, step):
            return True
        at = at | {n: sum(map(Fraction, ends), Fraction(0)) / 2 for n, ends in step.items()}
    return None


def _middle(r: Reference, a: Any) -> Fraction:
    return sum(r.k.bounds(a), Fraction(0)) / 2


def _krawczyk(r: Reference, part: Json, at: Point) -> bool | None:
    """Newton's iteration from the middle has to end inside."""
    names, images = list(part["map"]), part["map"].values()
    box = {n: tuple(map(Fraction, part["box"][n])) for n in names}
    at = at | {n: sum(ends, Fraction(0)) / 2 for n, ends in box.items()}
    for _ in range(40):
        spot = r.point(at)
        (a, b), (c, d) = ([_middle(r, r.partial(i, spot, n)) for n in names] for i in images)
        a, b, c, d = 1 - a, -b, -c, 1 - d
        gap = [_middle(r, r.value(i, spot)) - at[n] for n, i in part["map"].items()]
        det = a * d - b * c
        if not det:
            return None
        step = ((d * gap[0] - b * gap[1]) / det, (a * gap[1] - c * gap[0]) / det)
        moved = zip(names, step, strict=True)
        at = at | {n: (at[n] + s).limit_denominator(10**15) for n, s in moved}
        if max(map(abs, step)) < Fraction(1, 10**13):
            return not all(a <= at[n] <= b for n, (a, b) in box.items())
    return None


def _extremum(r: Reference, part: Json, at: Point) -> bool | None:
    """No value beyond the enclosure, the one at the point in it, none above those of the places."""
    k, top = r.k, part["sense"] == "max"
    value = k.bounds(r.value(part["of"], r.point(at)))
    lower, upper = Fraction(part["lower"]), Fraction(part["upper"])
    there = {n: Fraction(q) for n, q in part["point"].items()}
    found = k.bounds(r.value(part["of"], r.point(there)))
    if found[1] < lower or found[0] > upper or (value[0] > upper if top else value[1] < lower):
        return True
    places = [{n: tuple(map(Fraction, e)) for n, e in place.items()} for place in part["at"]]
    over = [
        k.bounds(r.value(part["of"], {n: k.enclose(*e) for n, e in place.items()}))
        for place in places
    ]
    best = max(b for _, b in over) if top else min(a for a, _ in over)
    return value[0] > best if top else value[1] < best


KINDS = {
    "inequality": _inequality, "identity": _identity, "derivative": _derivative,
    "monotone": _monotone, "contraction": _contraction, "banach": _banach,
    "confines": _confines, "krawczyk": _krawczyk, "extremum": _extremum,
}  # fmt: skip
