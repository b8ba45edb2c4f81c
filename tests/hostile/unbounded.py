"""Half-lines, limits, implications, orbits and Taylor's forms, true and false, to be told apart."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from sympy import Abs, Mul, Rational, Symbol, erfc, exp, log, pi, sqrt

from fixedpoint.claims import (
    Box,
    HalfLine,
    Implies,
    Inequality,
    Reaches,
    Unbounded,
    Vanishes,
    statement,
    tends,
)
from fixedpoint.claims.formulas import Formula
from fixedpoint.model import P, T
from fixedpoint.prove.search import search
from fixedpoint.trusted.statement import parse

x, y = Symbol("x", positive=True), Symbol("y", positive=True)
r, a, b = Symbol("r", real=True), Symbol("a", real=True), Symbol("b", real=True)
LEFT = Box({a: (-1, 0)})
UP, LINE, UNIT = {x: (0, None)}, {r: (None, None)}, Box({a: (0, 1)})
BELOW = 2 * exp(-(x**2)) / (sqrt(pi) * (sqrt(x**2 + 2) + x))
ABOVE = 2 * exp(-(x**2)) / (sqrt(pi) * (sqrt(x**2 + 4 / pi) + x))


SQUARE = Box({a: (0, 1), b: (0, 1)})


NEGATIVE = 1 - sqrt((-10 * x - 10) / (-x - 2))
"""The root is above √5."""


def above(p: Any, q: Any, box: Box = UNIT, relation: str = "<") -> Inequality:
    return Inequality(p, relation, q, box)


TRUE: dict[str, Formula] = {
    "positive": Unbounded(0, x + exp(-x), UP),
    "everywhere": Unbounded(0, exp(r) + r**2, LINE),
    "between": Unbounded(0, a * (1 - a), {a: (0, 1)}),
    "above": Unbounded(0, r + 1, {r: (-1, None)}),
    "below": Unbounded(r * exp(r), 0, {r: (None, 0)}),
    "by π": Unbounded(3 * x, pi * x, UP),
    "by a root": Unbounded(x * sqrt(x**2 + 2), x**2 + 1, UP),
    "by a root, of any sign": Unbounded(r, sqrt(r**2 + 1), LINE),
    "by two roots": Unbounded(x * sqrt(x**2 + 2), sqrt(x**4 + 2 * x**2 + 1), UP),
    "a moment": Unbounded(0, T(1, r, y) + P(r, y), {r: (None, None), y: (0, None)}),
    "under a root": Unbounded(1, sqrt(x - 1) + 1, {x: (2, None)}),
    "decay": Vanishes(x**5 * exp(-x) / (x + 1), x, UP),
    "tail": Vanishes(exp(x) * erfc(x), x, UP),
    "half a tail": Vanishes(exp(x**2 / 2) * erfc(3 * x / (2 * sqrt(2))), x, UP),
    "other tail": Vanishes(erfc(-x) - 2, x, UP),
    "a common factor": Vanishes(exp(-x) / (exp(x) + x * exp(x)), x, UP),
    "Lemma 22": HalfLine(BELOW, erfc(x), x),
    "Lemma 22, above": HalfLine(erfc(x), ABOVE, x, cuts=("0.2", 5)),
    "Lemma 23": HalfLine(2 * x * exp(x**2) * erfc(x), 2 / sqrt(pi), x, weight=x * exp(x**2)),
    "a limit": tends(x * exp(x**2) * erfc(x), 1 / sqrt(pi), 1 / x**2, x, (x * exp(x**2),) * 2),
    "for all of a box": HalfLine(0, exp(-x * y), x, box=Box({y: (1, 2)})),
    "factor": Implies(above(0, a), above(0, 2 * a), 1),
    "no factor": Implies(above(Rational(1, 2), a), above(Rational(1, 4), a)),
    "factor 0": Implies(above(0, a, relation="<="), above(0, a + 1), 0),
    "orbits": Reaches({a: a / 2 + b}, Box({a: (0, 1), b: (0, "0.1")}),
                      (Box({a: (0, "0.6")}), Box({a: (0, "0.4")}))),
}  # fmt: skip

FALSE: dict[str, Formula] = {
    "negative somewhere": Unbounded(0, x - 1, UP),
    "zero at 0": Unbounded(0, r**2, LINE),
    "zero at 1": Unbounded(0, (x - 1) ** 2, UP),
    "zero at 1, a root": Unbounded(0, sqrt((x - 1) ** 2), UP),
    "zero at 1, absolute": Unbounded(0, Abs(x - 1, evaluate=False), UP),
    "zero at 0 of two": Unbounded(0, r**2 + r**2 * exp(r), LINE),
    "odd": Unbounded(0, r + exp(r), LINE),
    "small": Unbounded(0, exp(r) - 1, LINE),
    "undefined at 0": Unbounded(0, 1 / r**2, LINE),
    "undefined root": Unbounded(0, sqrt(x - 1) + 1, UP),
    "undefined logarithm": Unbounded(0, exp(log(r) ** 2), LINE),
    "undefined moment": Unbounded(0, 1 + T(1, 0, r), LINE),
    "zero in the middle": Unbounded(0, (a - Rational(1, 2)) ** 2, {a: (0, 1)}),
    "between, too high": Unbounded(Rational(1, 5), a * (1 - a), {a: (0, 1)}),
    "beyond": Unbounded(0, a * (1 - a), {a: (0, 2)}),
    "above -1": Unbounded(0, r + Rational(1, 2), {r: (-1, None)}),
    "below 0": Unbounded(0, r + 1, {r: (None, 0)}),
    "below 1": Unbounded(r, 0, {r: (None, 1)}),
    "below -1": Unbounded(0, 1 / r, {r: (None, -1)}),
    "a root of negative parts": Unbounded(sqrt((-10 * x - 10) / (-x - 2)), 1, UP),
    "a root of negative parts, to the left": Unbounded(
        sqrt((r - 3) / (r - 1)), Rational(1, 2), {r: (None, 0)}
    ),
    "a moment of negative parts": Unbounded(P(0, (-x - 1) / (-x - 2)), 0, UP),
    "a hidden pole": Unbounded(0, Mul(r, 1 / r, evaluate=False), LINE),
    "a root between": Unbounded(Rational(9, 10) * a, sqrt(1 + a), {a: (1, 2)}),
    "22/7": Unbounded(22 * x / 7, pi * x, UP),
    "too large a root": Unbounded(x * sqrt(x**2 + 3), x**2 + 1, UP),
    "too small a root": Unbounded(x**2 + 1, x * sqrt(x**2 + 2), UP),
    "growth": Vanishes(exp(x) * exp(-x / 2), x, UP),
    "growth under a root": Vanishes(exp(sqrt(x**3 + x) - x), x, UP),
    "constant": Vanishes(exp(-1 / x), x, UP),
    "a quotient": Vanishes(exp(-x) / (exp(-x) + exp(-2 * x)), x, UP),
    "a quotient with a factor": Vanishes(exp(-x) / (exp(-2 * x) + x * exp(-2 * x)), x, UP),
    "a tail that turns": Vanishes(erfc(1 - x), x, UP),
    "a quotient of tails": Vanishes(exp(-x) / erfc(x), x, UP),
    "a whole tail": Vanishes(exp(x**2 / 2) * erfc(x / sqrt(2)) * x, x, UP),
    "a tail to the left": Vanishes(erfc(-x) - 1, x, UP),
    "for some": Vanishes(exp(-r * x), x, {x: (0, None), r: (-1, 1)}),
    "for some, a tail": Vanishes(erfc(r * x), x, {x: (0, None), r: (-1, 1)}),
    "a root of an exponential": Vanishes(sqrt(exp(x) + 1) * exp(-x / 4), x, UP),
    "Lemma 22, too high": HalfLine(Rational(11, 10) * BELOW, erfc(x), x),
    "Lemma 22, too low": HalfLine(erfc(x), Rational(999, 1000) * ABOVE, x, cuts=("0.2", 5)),
    "at a point of the box": HalfLine(0, exp(-x) - exp(-x * a), x, box=Box({a: 0})),
    "a root of negative parts as a weight": HalfLine(
        0, exp(-x) * NEGATIVE, x, weight=NEGATIVE, core=exp(-x)
    ),
    "a negative weight": HalfLine(exp(-x), 0, x, weight=-1),
    "another core": HalfLine(exp(-x), 0, x, core=exp(-x)),
    "growing to 0": HalfLine(exp(-x), 0, x),
    "another limit": HalfLine(1, exp(-x), x),
    "negative between": HalfLine(0, (x - 1) * (x - 2) * exp(-x), x, cuts=(0, 5)),
    "negative before": HalfLine(0, (x - 1) * exp(-x), x, cuts=("1.5", 3)),
    "negative after the start": HalfLine(0, (x**2 - x) * exp(-x), x, cuts=("1.5", 4)),
    "negative at the start": HalfLine(exp(-2 * x), exp(-x) / 2, x, cuts=(1, 1)),
    "a pole": HalfLine(0, exp(-x) / (x - 1), x),
    "a limit that is not": tends(x * exp(x**2) * erfc(x), 1, 1 / x**2, x, (x * exp(x**2),) * 2),
    "too much": Implies(above(0, a), above(Rational(1, 10), a), 1),
    "too much, no factor": Implies(above(Rational(1, 2), a), above(Rational(3, 4), a)),
    "a negative factor": Implies(above(0, a), above(a, 0), -1),
    "a factor that may be 0": Implies(above(0, a, SQUARE), above(0, b, SQUARE), b),
    "not strict": Implies(above(0, a, relation="<="), above(0, a), 1),
    "leaves": Reaches({a: 2 * a}, UNIT, (UNIT,)),
    "leaves later": Reaches({a: a + 1}, UNIT, (Box({a: (1, 2)}), Box({a: (0, 1)}))),
}  # fmt: skip

PARABOLA = a**2 - a + Rational(1, 4)
TAYLOR: tuple[tuple[Formula, str, bool], ...] = (
    (above(0, PARABOLA + Rational(1, 10**9)), "q8", True),
    (above(0, PARABOLA + Rational(1, 10**9)), "q0", True),
    (above(0, PARABOLA - Rational(1, 10**9)), "q8", False),
    (above(0, PARABOLA - Rational(1, 10**9)), "q0", False),
    (above(a * (1 - a), Rational(1, 5)), "q8", False),
    (above(-(a**2), Rational(-1, 2)), "qg", False),
    (above(a**3 - a, Rational(1, 10)), "q8", False),
    (above(0, 1 + a * b, Box({a: (-2, 2), b: (-2, 2)})), "q88", False),
    (above(0, 1 + a * b, Box({a: (-1, "0.9"), b: (-1, "0.9")})), "q00", False),
    (above(0, 3 + a * b + a + b, Box({a: (-1, 1), b: (-1, 1)})), "q88", False),
    (above(0, 4 + a * b + a + b, Box({a: (-1, 1), b: (-1, 1)})), "q88", True),
    (above(-1, log(a), Box({a: ("-0.5", 1)})), "qg", False),
    (Implies(above(Rational(1, 2), a), above(Rational(3, 4), a)), "f-0 u", False),
    (Implies(above(Rational(1, 2), a), above(Rational(1, 4), a)), "s0 u n", True),
    (Implies(above(0, a, LEFT, "<="), above(0, a, LEFT)), "u", False),
    (Implies(above(0, a, LEFT), above(0, a + 1, LEFT)), "u", True),
)
"""Statements of one goal, their trees, and whether these prove them."""


def certificate(meaning: Formula, trees: list[str]) -> dict[str, Any]:
    return {
        "format": "fixedpoint-certificate",
        "version": 1,
        "id": "x",
        "statement": statement(meaning, {}),
        "bits": 64,
        "proof": {"trees": trees},
    }


def attempts(meaning: Formula) -> Iterator[dict[str, Any]]:
    """What the search finds for each goal, or else one step of each kind."""
    parsed = parse(statement(meaning, {}))
    found = [search(parsed, goal, 64, 600).tree for goal in parsed.goals]
    for trees in product(*([tree] if tree else ["p", "z", "n", "u"] for tree in found)):
        yield certificate(meaning, list(trees))


def malformed() -> Iterator[dict[str, Any]]:
    """Formulas with ends, cuts and boxes that fit nowhere."""
    line = {"kind": "halfline", "box": {}, "by": "x", "from": "0", "left": 1, "right": 0,
            "weight": 1, "core": 0, "cuts": []}  # fmt: skip
    decays = {"kind": "vanishes", "ranges": {"x": ["0", None]}, "of": 0, "by": "x"}
    ranged = {"kind": "unbounded", "ranges": {"x": ["0", None]}, "left": 1, "right": 0}
    for claim in (
        {**line, "from": "-1"}, {**line, "cuts": ["2", "1"]}, {**line, "cuts": ["1"]},
        {**line, "box": {"x": ["0", "1"]}}, {**line, "from": None},
        {**decays, "ranges": {"x": ["-1", None]}}, {**decays, "ranges": {"x": ["0", "1"]}},
        {**decays, "by": "y"}, {**decays, "ranges": {"x": [None, None]}},
        {**ranged, "ranges": {}}, {**ranged, "ranges": {"x": ["1", "0"]}},
        {**ranged, "ranges": {"x": ["0"]}}, {**ranged, "ranges": {"x": ["0", "0"]}},
    ):  # fmt: skip
        data = certificate(TRUE["positive"], ["p"])
        data["statement"] = {"nodes": [["variable", "x"], ["rational", "0"]], "names": {},
                             "claim": claim}  # fmt: skip
        yield data
