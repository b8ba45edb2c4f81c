"""Where the fixed point of a map goes when a parameter is another number, proved.

Which map, and which constants are its parameters, is stated beside the literals:

    [fixed_point]
    claim = id of a claim of one fixed point of a map of two variables, the parameters as variables
    near = {variable = number}, where the search for the fixed point starts
    parameters = {variable = name of the constant}
    [[fixed_point.products]]    a constant that is factor · parameter · by, for a parameter `by`
    constant, parameter, by, factor
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from fixedpoint.constants.constant import Constant
from fixedpoint.decimals import text
from fixedpoint.enclosure import Enclosure
from fixedpoint.trusted.certificate import FORMAT, VERSION, Malformed, Rejected, check, load
from fixedpoint.trusted.checker import Step
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.exact import exact
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import Goal, Ranges, Statement, degenerate, parse

BITS, STEPS, GRID = 256, 40, Fraction(1, 2**230)
"""Precision, most Newton steps, and the grid of the points."""


@dataclass(frozen=True)
class Product:
    """A constant that is `factor` · `parameter` · `by`."""

    constant: str
    parameter: str
    by: str
    factor: str


@dataclass(frozen=True)
class Template:
    """The claim of one fixed point with parameters as variables, and which constants they are."""

    claim: str
    near: Mapping[str, str]
    parameters: Mapping[str, str]
    products: tuple[Product, ...] = ()


def template(path: Path) -> Template | None:
    """What a file of literals says of the fixed point; None if nothing. Raises Malformed."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8")).get("fixed_point")
        if data is None:
            return None
        products = tuple(Product(**row) for row in data.pop("products", ()))
        return Template(**data, products=products)
    except (tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        raise Malformed(f"{path}: fixed_point is not as it must be ({error})") from error


@dataclass(frozen=True)
class Shift:
    """The fixed point by variable, and S there; `statement` says what was proved."""

    point: Mapping[str, Enclosure]
    S: Enclosure
    statement: Mapping[str, Any]


@dataclass(frozen=True)
class Fixed:
    """A map with parameters: its template, the template's stored certificate, and the constants."""

    template: Template
    certificate: Path
    constants: Mapping[str, Constant]

    def with_literal(self, name: str, value: Fraction) -> Shift | None:
        """The shift when the constant of this name is `value` and the other parameters are exact.

        None for a constant that is no parameter of the map. A product of parameters stands for the
        one that gives it with the exact other.
        """
        exactly = {
            parameter: self.constants[constant].enclose(BITS).ends
            for parameter, constant in self.template.parameters.items()
        }
        for parameter, constant in self.template.parameters.items():
            if constant == name:
                return self.shifted({**exactly, parameter: (value, value)})
        for product in self.template.products:
            if product.constant == name:
                of = value / exact(product.factor)
                low, high = sorted(of / end for end in exactly[product.by])
                return self.shifted({**exactly, product.parameter: (low, high)})
        return None

    def shifted(self, parameters: Ranges) -> Shift:
        """The only fixed point near the Newton limit, for all parameters in these intervals.

        The Krawczyk inclusion is replayed by the checker. Raises ValueError where none is found.
        """
        source = load(self.certificate)["statement"]
        fixed = {**parse(source).goals[0].box, **parameters}
        start = {name: exact(q) for name, q in self.template.near.items()}
        try:
            point, error = _newton(source, fixed, start)
            for radius in (error * 4**n for n in range(1, 12)):
                box = fixed | {name: (q - radius, q + radius) for name, q in point.items()}
                stated = _stated(source, box)
                if self._proved(stated):
                    return _shift(stated)
        except Undefined:
            pass
        raise ValueError("no fixed point is found near that of the exact constants")

    def _proved(self, statement: Mapping[str, Any]) -> bool:
        kinds = {"format": FORMAT, "version": VERSION, "id": self.template.claim, "bits": BITS}
        try:
            proof = {"trees": ["k"]}
            return not check({**kinds, "statement": statement, "proof": proof}).refuted
        except Rejected:
            return False


def _stated(source: Mapping[str, Any], box: Ranges) -> dict[str, Any]:
    """The template's statement on another box."""
    ends = {name: [text(lower), text(upper)] for name, (lower, upper) in box.items()}
    return {**source, "claim": {**source["claim"], "box": ends}}


def _step(statement: Statement, box: Ranges) -> tuple[Step, Goal]:
    goal = statement.goals[0]
    return Step(statement, Program(statement.graph, Directed(BITS)), goal, box), goal


def _newton(
    source: Mapping[str, Any], fixed: Ranges, point: dict[str, Fraction]
) -> tuple[dict[str, Fraction], Fraction]:
    """A point near a fixed point, and about how near; proves nothing."""
    statement = parse(_stated(source, fixed))
    for _ in range(STEPS):
        step, goal = _step(statement, fixed | degenerate(point))
        bounds = step.kernel.bounds
        values = [bounds(step.over[i]) for _, i in goal.map]
        jacobian = [[_middle(bounds(step.partial(by, i))) for by in point] for _, i in goal.map]
        residual = [q - _middle(v) for q, v in zip(point.values(), values, strict=True)]
        move = _solve(jacobian, residual)
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
    point = {name: Enclosure(*goal.box[name]) for name, _ in goal.map}
    return Shift(point, Enclosure(*k.bounds(S)), stated)
