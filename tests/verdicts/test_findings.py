"""How printed digits agree with proved enclosures."""

import random
from fractions import Fraction

import pytest

from fixedpoint.trusted.exact import exact
from fixedpoint.verdicts.findings import agreement, leading


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
