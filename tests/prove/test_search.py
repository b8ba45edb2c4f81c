"""The search finds what is true, refutes what is false, and leaves the rest undecided."""

from fractions import Fraction
from typing import Any

import pytest
from sympy import Rational, Symbol, erfc, exp, log, pi, sqrt

from fixedpoint.claims import (
    All,
    Banach,
    Box,
    Claim,
    Confines,
    Contraction,
    Derivative,
    Extremum,
    Identity,
    Inequality,
    Krawczyk,
    Monotone,
    Verdict,
    magnitude,
    rounds_to,
    truncates_to,
)
from fixedpoint.model import P, T
from fixedpoint.verdicts.decide import Result, prove

a, b = Symbol("a", real=True), Symbol("b", real=True)
p, q = Symbol("p", positive=True), Symbol("q", positive=True)
UNIT = Box({a: (0, 1)})
SQUARE = Box({a: (-1, 1), b: (-1, 1)})
STRIP = Box({a: ("-0.1", "0.1"), p: (1, 2)})
HERE = Box({})


def decide(formula: Any) -> Result:
    return prove(Claim("test", "-", "-", "", formula))


# One true statement and one just beyond it, for every kind of formula.
PAIRS = [
    (Inequality(a * (1 - a), "<", "0.2500001", UNIT), Inequality(a * (1 - a), "<", "0.25", UNIT)),
    (Inequality(a * (1 - a), "<=", "0.25", UNIT), Inequality(a * (1 - a), "<=", "0.2499999", UNIT)),
    (Inequality(0, "<=", a, UNIT), Inequality(0, "<", a, UNIT)),
    (
        Inequality(exp(a), "<=", 1 + 2 * a, UNIT.but({a: (0, 1)})),
        Inequality(exp(a), "<=", 1 + Rational(17, 10) * a, UNIT),
    ),
    (
        Inequality(erfc(a), "<", exp(-(a**2)), UNIT.but({a: ("0.01", 1)})),
        Inequality(erfc(a), "<", exp(-(a**2)), UNIT),
    ),
    (Identity((a + b) ** 2, a**2 + 2 * a * b + b**2), Identity((a + b) ** 2, a**2 + b**2)),
    (Identity(sqrt(p * q), sqrt(p) * sqrt(q)), Identity(sqrt(p + q), sqrt(p) + sqrt(q))),
    (Identity(erfc(-a), 2 - erfc(a)), Identity(erfc(-a), 2 - erfc(b))),
    (
        Identity(T(1, a, p), exp(a + p / 2) * erfc((a + p) / sqrt(2 * p))),
        Identity(T(1, a, p), exp(a + p) * erfc((a + p) / sqrt(2 * p))),
    ),
    (
        Derivative(T(2, a, p), a, 2 * T(2, a, p) - P(a, p)),
        Derivative(T(2, a, p), a, 2 * T(2, a, p) + P(a, p)),
    ),
    (
        Derivative(P(a, p), p, (a**2 - p) / (2 * p**2) * P(a, p)),
        Derivative(P(a, p), p, (a**2 + p) / (2 * p**2) * P(a, p)),
    ),
    (
        Derivative(log(p) * exp(a) / sqrt(p), p, exp(a) * (1 - log(p) / 2) / p ** Rational(3, 2)),
        Derivative(log(p), p, 1 / p**2),
    ),
    (Monotone(T(1, a, p), a, "decreasing", STRIP), Monotone(T(1, a, p), a, "increasing", STRIP)),
    (
        Contraction({a: a / 2 + b / 10, b: b / 3}, SQUARE),
        Contraction({a: a / 2 + b, b: b / 3}, SQUARE),
    ),
    (
        Contraction({a: a / 2, b: b / 3}, SQUARE, "0.500001"),
        Contraction({a: a / 2, b: b / 3}, SQUARE, "0.5"),
    ),
    (magnitude(a**3, "<=", 1, SQUARE), magnitude(a**3, "<", 1, SQUARE)),
    (rounds_to(pi, "3.142", HERE), rounds_to(pi, "3.141", HERE)),
    (truncates_to(pi, "3.141", HERE), truncates_to(pi, "3.142", HERE)),
    (truncates_to(-pi, "-3.141", HERE), truncates_to(-pi, "-3.142", HERE)),
]


@pytest.mark.parametrize(("true", "false"), PAIRS)
def test_two_sides(true: Any, false: Any) -> None:
    assert decide(true).verdict is Verdict.PROVED
    refuted = decide(false)
    assert refuted.verdict is Verdict.REFUTED
    assert refuted.witness is not None


def test_sufficient_kinds_are_never_refuted() -> None:
    contracting = {a: a / 2 + Rational(1, 4), b: b / 3}
    growing = {a: 2 * a, b: b / 3}
    for kind in (Banach, Krawczyk):
        assert decide(kind(contracting, SQUARE)).verdict is Verdict.PROVED
    assert decide(Banach(growing, SQUARE)).verdict is Verdict.UNDECIDED
    near = SQUARE.but({a: ("0.49", "0.51"), b: ("-0.01", "0.01")})
    assert decide(Confines(contracting, near, (near,))).verdict is Verdict.PROVED
    far = SQUARE.but({a: ("0.6", "0.7"), b: ("-0.01", "0.01")})
    assert decide(Confines(contracting, SQUARE, (far,))).verdict is Verdict.UNDECIDED


def test_krawczyk_over_a_box_of_parameters() -> None:
    t = Symbol("t", real=True)
    cosine_like = {a: t * exp(-a) / 2, b: b / 2}
    box = Box({a: (0, 1), b: (-1, 1), t: ("0.5", "1.5")})
    result = decide(Krawczyk(cosine_like, box))
    assert result.verdict is Verdict.PROVED


@pytest.mark.parametrize(
    ("sense", "f", "box", "value", "where"),
    [
        ("max", a * (1 - a), UNIT, Fraction(1, 4), Fraction(1, 2)),
        ("min", (a - Rational(1, 3)) ** 2, UNIT, Fraction(0), Fraction(1, 3)),
        ("max", exp(a) - a * b, SQUARE, None, Fraction(1)),
        ("min", a * b, SQUARE, Fraction(-1), None),
    ],
)
def test_extrema(sense: str, f: Any, box: Box, value: Any, where: Any) -> None:
    result = decide(Extremum(sense, f, box))
    assert result.verdict is Verdict.PROVED and result.certificate is not None
    claim = result.certificate["statement"]["claim"]
    lower, upper = Fraction(claim["lower"]), Fraction(claim["upper"])
    assert upper - lower <= Fraction(1, 10**9)
    if value is not None:
        assert lower <= value <= upper
    if where is not None:
        assert any(Fraction(at["a"][0]) <= where <= Fraction(at["a"][1]) for at in claim["at"])


def test_undefined_functions_are_not_decided() -> None:
    for f in (1 / a, sqrt(a), log(a)):
        assert decide(Inequality(f, "<", 10**6, SQUARE)).verdict is not Verdict.PROVED
    assert decide(Inequality(-1, "<", 0 * sqrt(a) + a**2, SQUARE)).verdict is Verdict.PROVED
    hidden = All((Inequality(sqrt(a) - sqrt(a), "<=", 0, SQUARE),))
    assert decide(hidden).verdict is Verdict.PROVED  # SymPy cancels before anything is stated


def test_a_verdict_has_no_truth_value() -> None:
    with pytest.raises(TypeError, match="not a truth value"):
        bool(Verdict.PROVED)
