"""Where the fixed point of the map g goes when α or λ is another number, proved."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from fixedpoint.constants import constants
from fixedpoint.decimals import text
from fixedpoint.enclosure import Enclosure
from fixedpoint.registry import proofs
from fixedpoint.trusted.certificate import FORMAT, VERSION, Rejected, check, load
from fixedpoint.trusted.checker import Step
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import Goal, Ranges, Statement, degenerate, parse

TEMPLATE = "F2"
"""The claim of one fixed point in which α and λ are variables."""

BITS, STEPS, GRID = 256, 40, Fraction(1, 2**230)
"""Precision, most Newton steps, and the grid of the points."""


@dataclass(frozen=True)
class Shift:
    """The fixed point (μ, ν) for ω = 0, τ = 1, and S there; `statement` says what was proved."""

    mean: Enclosure
    variance: Enclosure
    S: Enclosure
    statement: Mapping[str, Any]


def with_literal(name: str, value: Fraction) -> Shift | None:
    """The shift when the constant of this name is `value` and the other parameter is exact.

    None for a constant that is no parameter of the map. The product λα, or the saturation -λα,
    stands for the α that gives it with the exact λ.
    """
    alpha, lam = (constants()[known].enclose(BITS).ends for known in ("SELU_ALPHA", "SELU_SCALE"))
    match name:
        case "SELU_ALPHA":
            return shifted({"alpha": (value, value), "lambda": lam})
        case "SELU_SCALE":
            return shifted({"alpha": alpha, "lambda": (value, value)})
        case "SELU_SCALE_ALPHA" | "SELU_SATURATION":
            product = value if name == "SELU_SCALE_ALPHA" else -value
            low, high = sorted(product / end for end in lam)
            return shifted({"alpha": (low, high), "lambda": lam})
    return None


def shifted(parameters: Mapping[str, tuple[Fraction, Fraction]]) -> Shift:
    """The only fixed point near the Newton limit from (0, 1), for all α, λ in two intervals.

    The Krawczyk inclusion is replayed by the checker. Raises ValueError where none is found.
    """
    source = load(proofs().certificates / f"{TEMPLATE}.json")["statement"]
    fixed = {**parse(source).goals[0].box, **parameters}
    try:
        point, error = _newton(source, fixed)
        for radius in (error * 4**n for n in range(1, 12)):
            box = fixed | {name: (q - radius, q + radius) for name, q in point.items()}
            stated = _stated(source, box)
            if _proved(stated):
                return _shift(stated)
    except Undefined:
        pass
    raise ValueError("no fixed point is found near (0, 1) with such a constant")


def _stated(source: Mapping[str, Any], box: Ranges) -> dict[str, Any]:
    """The template's statement on another box."""
    ends = {name: [text(lower), text(upper)] for name, (lower, upper) in box.items()}
    return {**source, "claim": {**source["claim"], "box": ends}}


def _proved(statement: Mapping[str, Any]) -> bool:
    proof = {"trees": ["k"]}
    kinds = {"format": FORMAT, "version": VERSION, "id": TEMPLATE, "bits": BITS}
    try:
        return not check({**kinds, "statement": statement, "proof": proof}).refuted
    except Rejected:
        return False


def _step(statement: Statement, box: Ranges) -> tuple[Step, Goal]:
    goal = statement.goals[0]
    return Step(statement, Program(statement.graph, Directed(BITS)), goal, box), goal


def _newton(source: Mapping[str, Any], fixed: Ranges) -> tuple[dict[str, Fraction], Fraction]:
    """A point near a fixed point, and about how near; proves nothing."""
    statement = parse(_stated(source, fixed))
    point = {"mu": Fraction(0), "nu": Fraction(1)}
    for _ in range(STEPS):
        step, goal = _step(statement, fixed | degenerate(point))
        bounds = step.kernel.bounds
        values = [bounds(step.over[i]) for _, i in goal.map]
        partials = [[_middle(bounds(step.partial(by, i))) for by in point] for _, i in goal.map]
        move = _solve(
            partials, [q - _middle(v) for q, v in zip(point.values(), values, strict=True)]
        )
        point = {name: _near(q - d) for (name, q), d in zip(point.items(), move, strict=True)}
        noise = max(GRID, *(upper - lower for lower, upper in values))
        error = max(noise, *map(abs, move))
        if error == noise:
            break
    return point, error


def _solve(h: list[list[Fraction]], f: list[Fraction]) -> tuple[Fraction, Fraction]:
    """(I - h)⁻¹ f; Undefined for a singular matrix."""
    (a, b), (c, d) = ((1 - h[0][0], -h[0][1]), (-h[1][0], 1 - h[1][1]))
    det = a * d - b * c
    if not det:
        raise Undefined("singular")
    return (d * f[0] - b * f[1]) / det, (a * f[1] - c * f[0]) / det


def _middle(ends: tuple[Fraction, Fraction]) -> Fraction:
    return _near((ends[0] + ends[1]) / 2)


def _near(q: Fraction) -> Fraction:
    """The point of the grid that is nearest."""
    return round(q / GRID) * GRID


def _shift(stated: dict[str, Any]) -> Shift:
    """The proved box, and S over it: the largest singular value of the map's Jacobian."""
    statement = parse(stated)
    step, goal = _step(statement, statement.goals[0].box)
    k = step.kernel
    (a, b), (c, d) = ([step.partial(by, i) for by, _ in goal.map] for _, i in goal.map)
    turn = k.sqrt(k.add(k.power(k.add(a, d), 2), k.power(k.sub(c, b), 2)))
    flip = k.sqrt(k.add(k.power(k.sub(a, d), 2), k.power(k.add(b, c), 2)))
    S = k.mul(k.enclose(Fraction(1, 2)), k.add(turn, flip))
    mean, variance = (Enclosure(*goal.box[name]) for name, _ in goal.map)
    return Shift(mean, variance, Enclosure(*k.bounds(S)), stated)
