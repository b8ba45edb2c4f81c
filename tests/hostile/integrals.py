"""Integrals, exclusions and identities, true and false, for the checker to tell apart."""

from typing import Any

from sympy import Symbol, erfc, exp, log, pi, sqrt

from fixedpoint.claims import Box, Excludes, Identity, Integral
from fixedpoint.claims.formulas import Formula
from fixedpoint.model import P, T
from tests.hostile import unbounded

x, y = Symbol("x", real=True), Symbol("y", positive=True)
z, a, b = Symbol("z", real=True), Symbol("a", positive=True), Symbol("b", positive=True)
LINE, UP = (None, None), (0, None)
PHI = exp(-((z - x) ** 2) / (2 * y)) / sqrt(2 * pi * y)
CDF = erfc(-(z - x) / sqrt(2 * y)) / 2


def shifted(k: int) -> Any:
    """An antiderivative of e^(kz) φ(z)."""
    return exp(k * x + k**2 * y / 2) * erfc(-(z - x - k * y) / sqrt(2 * y)) / 2


TRUE: dict[str, Formula] = {
    "density": Integral(PHI, z, LINE, CDF, 1),
    "density, the other way": Integral(PHI, z, LINE, -erfc((z - x) / sqrt(2 * y)) / 2, 1),
    "mean": Integral(z * PHI, z, LINE, x * CDF - y * PHI, x),
    "second moment": Integral(z**2 * PHI, z, LINE, (x**2 + y) * CDF - y * (z + x) * PHI, x**2 + y),
    "negative half": Integral(exp(2 * z) * PHI, z, (None, 0), shifted(2), T(2, x, y) / 2),
    "positive half": Integral(
        z * PHI, z, UP, x * CDF - y * PHI, x - x * T(0, x, y) / 2 + y * P(x, y) / 2
    ),
    "powers": Integral(z**3, z, (-1, 2), z**4 / 4, "15/4"),
    "exponential": Integral(exp(-a * z), z, UP, -exp(-a * z) / a, 1 / a),
    "no root": Excludes({x: x**2 + 1}, Box({x: ("-0.1", "0.1")})),
    "no root of two": Excludes({x: x + 1 - b, b: x}, Box({x: (0, 1), b: (2, 3)})),
}

FALSE: dict[str, Formula] = {
    "twice the value": Integral(exp(-z), z, UP, -exp(-z), 2),
    "another antiderivative": Integral(exp(-z), z, UP, -2 * exp(-z), 2),
    "half of a tail": Integral(PHI, z, LINE, CDF, "1/2"),
    "nothing of a tail": Integral(PHI, z, LINE, CDF, 0),
    "the wrong sign": Integral(PHI, z, LINE, CDF, -1),
    "divergent": Integral(exp(z), z, UP, exp(z), -1),
    "divergent to the left": Integral(exp(-z), z, (None, 0), -exp(-z), -1),
    "divergent power": Integral(z, z, UP, z**2 / 2, "1/2"),
    "divergent power, nothing": Integral(z, z, UP, z**2 / 2, 0),
    "divergent for some": Integral(exp(-x * z), z, UP, -exp(-x * z) / x, 1 / x),
    "divergent for a > b": Integral(
        exp((a - b) * z), z, UP, exp((a - b) * z) / (a - b), -1 / (a - b)
    ),
    "divergent for b > a": Integral(
        exp((a - b) * z), z, UP, exp((a - b) * z) / (a - b), 1 / (b - a)
    ),
    "growing for a > b": Integral((a - b) * exp((a - b) * z), z, UP, exp((a - b) * z), -1),
    "growing for b > a": Integral((b - a) * exp((b - a) * z), z, UP, exp((b - a) * z), -1),
    "across a pole": Integral(1 / z**2, z, (-1, 1), -1 / z, -2),
    "across an essential pole": Integral(
        -exp(1 / z) / z**2, z, (-1, 1), exp(1 / z), exp(1) - exp(-1)
    ),
    "of a logarithm": Integral(1 / z, z, ("1/2", 1), log(z), 1),
    "hidden growth": Integral(exp(exp(z)) * exp(z), z, UP, exp(exp(z)), -exp(1)),
    "a root": Excludes({x: x / 2}, Box({x: (-1, 1)})),
    "a root at the end": Excludes({x: x / 2}, Box({x: (0, 1)})),
    "a root of two": Excludes({x: b / 2, b: x / 2 + 1}, Box({x: (0, 1), b: (1, 2)})),
    "nowhere, a density": Identity(P(0, -1) ** 2, -2 / pi),
    "nowhere, a moment": Identity(T(0, 0, -1), 1),
}


def certificate(meaning: Formula) -> dict[str, Any]:
    """A certificate of one step a goal."""
    leaf = "k" if isinstance(meaning, Excludes) else "z"
    return unbounded.certificate(meaning, [leaf] * (2 if isinstance(meaning, Integral) else 1))


def malformed() -> list[dict[str, Any]]:
    """Integrals that say nothing: over a positive variable, with a value that depends on it."""
    nodes = [["variable", "z"], ["exp", 0], ["rational", "-1"], ["add", 1, 2], ["rational", "1"],
             ["variable", "w"]]  # fmt: skip
    base = {"kind": "integral", "of": 1, "by": "z", "from": "0", "to": None, "primitive": 1}
    claims: list[dict[str, Any]] = [
        {**base, "positive": ["z"], "equals": 3},
        {**base, "positive": ["z"], "equals": 2},
        {**base, "positive": [], "equals": 3},
        {**base, "positive": [], "equals": 4, "from": "2", "to": "1"},
        {**base, "positive": [], "equals": 4, "to": 1},
    ]
    made = []
    for claim in claims:
        data = certificate(TRUE["density"])
        data["statement"] = {"nodes": nodes, "names": {}, "claim": claim}
        made.append(data)
    return made
