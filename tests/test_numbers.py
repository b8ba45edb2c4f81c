"""Exact numbers and enclosures as text."""

from fractions import Fraction

import pytest

from fixedpoint.decimals import significant
from fixedpoint.enclosure import Enclosure


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        (Fraction(5, 10**7), "5.00e-7"),
        (Fraction(2, 3), "0.666"),
        (Fraction(1999, 100), "19.9"),
        (Fraction(1, 1000), "0.00100"),
        (Fraction(123456), "1.23e5"),
        (Fraction(999999), "9.99e5"),
    ],
)
def test_sizes_are_cut_off(q: Fraction, expected: str) -> None:
    assert significant(q, 3) == expected


def test_rounding_up_to_a_power_of_ten() -> None:
    assert significant(Fraction(999999), 3, 1) == "1.00e6"
    assert significant(Fraction(-9999, 10**9), 3, -1) == "-1.00e-5"


@pytest.mark.parametrize(
    ("lower", "upper", "text"),
    [
        ("0.12345678", "0.12345679", "0.1234567[8, 9]"),
        ("-0.0310605081", "-0.0310605079", "-0.03106050[81, 79]"),
        ("0.25", "0.25", "0.25" + 28 * "0"),
        ("-0.1", "0.2", "[-0.1000, 0.2000]"),
        ("9.9", "10.1", "[9.9000, 10.1000]"),
        ("1/3", "1/3", "0." + 29 * "3" + "[3, 4]"),
    ],
)
def test_digits_of_an_enclosure(lower: str, upper: str, text: str) -> None:
    enclosure = Enclosure(Fraction(lower), Fraction(upper))
    assert str(enclosure) == text
    assert Fraction(lower) in enclosure and Fraction(upper) in enclosure
    assert float("nan") not in enclosure and 11 not in enclosure
