"""How printed digits agree with proved enclosures, and how misses are told."""

import random
from fractions import Fraction

import pytest

from fixedpoint.claims import Verdict
from fixedpoint.trusted.exact import exact
from fixedpoint.verdicts import findings
from fixedpoint.verdicts.decide import Result
from fixedpoint.verdicts.findings import agreement, fails, leading, miss


@pytest.mark.parametrize(
    ("lower", "upper", "printed", "says"),
    [
        ("0.89760835", "0.89760836", "0.897608", "correct rounding"),
        ("1.4815749", "1.4815750", "1.48157", "correct rounding"),
        ("1.4815751", "1.4815752", "1.48157", "truncation"),
        ("1.4815751", "1.4815752", "1.48158", "correct rounding"),
        ("1.4815749", "1.4815751", "1.48157", "truncation"),
        ("-0.031069", "-0.031068", "-0.03106", "truncation"),
        ("-0.0310604", "-0.0310603", "-0.03106", "correct rounding"),
        ("0.00773608", "0.00773609", "0.00773618", "neither: 4 leading digits agree"),
        ("1.9999", "2.0001", "1.90", "neither: 0 leading digits agree"),
        ("-0.5", "-0.4", "0.4", "neither: 0 leading digits agree"),
        ("12.5", "12.6", "13", "correct rounding"),
        ("12.5", "12.6", "12", "truncation"),
        ("12.4", "12.6", "13", "not decided"),
        ("0.1", "0.9", "0.25", "not decided"),
        ("1.9", "2.1", "2.00", "not decided"),
    ],
)
def test_how_a_printed_number_agrees(lower: str, upper: str, printed: str, says: str) -> None:
    assert agreement(lower, upper, printed) == says


def test_agreement_holds_at_every_number_of_the_enclosure() -> None:
    rng = random.Random(1)
    for _ in range(3000):
        places = rng.randint(0, 3)
        printed = f"{Fraction(rng.randint(-300, 300), 10**places).__float__():.{places}f}"
        unit, value = Fraction(1, 10**places), exact(printed)
        low = value + unit * Fraction(rng.randint(-30, 30), 16)
        up = low + unit * Fraction(rng.randint(0, 6), 16)
        says = agreement(str(low), str(up), printed)
        for q in (low, (low + up) / 2, up):
            rounds = abs(q - value) <= unit / 2
            cuts = value == unit * int(q / unit) and (value != 0 or abs(q) < unit)
            if says == "correct rounding":
                assert rounds
            elif says == "truncation":
                assert cuts
            elif says.startswith("neither"):
                assert not rounds and not cuts


def test_leading_digits() -> None:
    unit = Fraction(1, 100000000)
    assert leading(exact("0.00773608"), exact("0.00773618"), unit) == 4
    assert leading(exact("0.00773618"), exact("0.00773618"), unit) == 6
    assert leading(exact("0.0773618"), exact("0.00773618"), unit) == 0
    assert leading(exact("1299"), exact("1234"), Fraction(1)) == 2


@pytest.mark.parametrize(
    ("low", "high", "place", "says"),
    [
        ("0.25", "0.25", "u = 1", "fails by at least 0.250 at u = 1"),
        ("0.000099999999999999", "0.0001", "", "fails by at least 9.99e-5"),
        ("1/3000000000000000000000", "2", "u = 1", "fails by at least 3.33e-22 at u = 1"),
        ("123456", "123457", "u = -1", "fails by at least 1.23e5 at u = -1"),
        ("0", "0", "u = 1", "fails with equality at u = 1"),
        ("0", "0.001", "", "fails with equality"),
    ],
)
def test_a_miss_is_at_least_what_is_shown(
    low: str, high: str, place: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "_gap", lambda _: (Fraction(low), Fraction(high), place))
    row = miss(Result("A", Verdict.REFUTED, {}))
    assert row is not None and fails(row) == says
