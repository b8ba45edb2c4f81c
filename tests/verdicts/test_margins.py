"""Margins: what a certificate shows of its tightest inequality, and nothing more."""

from fractions import Fraction
from typing import Any

import pytest
from sympy import Symbol, exp

from fixedpoint.claims import All, Box, Claim, HalfLine, Identity, Inequality
from fixedpoint.verdicts.decide import prove
from fixedpoint.verdicts.findings import spare
from fixedpoint.verdicts.margins import margin

a = Symbol("a", real=True)
UNIT = Box({a: (0, 1)})
LOOSE = Inequality(a, "<", 5, UNIT)


def found(meaning: Any) -> tuple[Fraction, Fraction] | None:
    certificate = prove(Claim("test", "-", "-", "", meaning)).certificate
    assert certificate is not None and "trees" in certificate["proof"]
    return margin(certificate)


@pytest.mark.parametrize(
    ("meaning", "least"),
    [
        (Inequality(a * (1 - a), "<", "0.26", UNIT), Fraction("0.01")),
        (Inequality(a * (1 - a), "<=", "0.2501", UNIT), Fraction("0.0001")),
        (Inequality(exp(a), "<", 3, UNIT), 3 - Fraction("2.718281828459045235361")),
        (All((LOOSE, Inequality(a, "<", "1.125", UNIT))), Fraction("0.125")),
        (All((Identity(a * (a + 1), a**2 + a), LOOSE)), Fraction(4)),
    ],
)
def test_the_least_margin_lies_between(meaning: Any, least: Fraction) -> None:
    bounds = found(meaning)
    assert bounds is not None and 0 < bounds[0] <= least <= bounds[1]


@pytest.mark.parametrize(
    "meaning",
    [
        Inequality(0, "<=", a, UNIT),
        Identity(a * (a + 1), a**2 + a),
        HalfLine(0, exp(-a), a),
        All((LOOSE, HalfLine(0, exp(-a), a))),
    ],
)
def test_without_a_positive_margin_there_is_none(meaning: Any) -> None:
    assert found(meaning) is None


def test_it_is_told_of_what_is_ours() -> None:
    for printed in (True, False):
        claim = Claim("test", "-", "-", "", LOOSE, printed=printed)
        row = spare(claim, prove(claim))
        assert (row is None) is printed
        assert row is None or 0 < row.ends[0] <= 4 <= row.ends[1]
