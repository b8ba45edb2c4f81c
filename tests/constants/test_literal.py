"""Literals: reading them, judging them, and where they move the fixed point."""

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import mpmath
import pytest

from fixedpoint import registry
from fixedpoint.constants import constants
from fixedpoint.constants.literal import Literal, Shipped, assess, shipped
from fixedpoint.constants.rounding import FLOAT32
from fixedpoint.constants.shift import Fixed, template
from fixedpoint.trusted.certificate import Malformed
from tests.constants import installed

KNOWN, PAPER = constants(), registry.proofs()
STATED = template(PAPER.literals)
assert STATED is not None
FIXED = Fixed(STATED, PAPER.certificate(STATED.claim), KNOWN)


def test_literals_are_read_exactly() -> None:
    rng = random.Random(3)
    for _ in range(300):
        x = rng.uniform(-2, 2) * 10.0 ** rng.randint(-9, 9)
        assert Literal.parse(repr(x)).value == Fraction(repr(x))
        found = Literal.parse(x.hex())
        assert (found.value, found.unit) == (Fraction(x), 0)


@pytest.mark.parametrize(
    ("text", "value", "unit", "digits"),
    [
        ("1.0507", "1.0507", "0.0001", 5),
        ("-.50", "-0.5", "0.01", 2),
        ("12.", "12", "1", 2),
        ("0.00120", "0.0012", "0.00001", 3),
        ("1.25e-3", "0.00125", "0.00001", 3),
        ("125E1", "1250", "10", 3),
        ("0", "0", "1", 0),
    ],
)
def test_a_decimal_literal_has_a_last_digit(text: str, value: str, unit: str, digits: int) -> None:
    found = Literal.parse(text)
    assert (found.value, found.unit) == (Fraction(value), Fraction(unit))
    assert found.digits == digits


@pytest.mark.parametrize(
    "text",
    ["", ".", "-", "e5", "1e", "1,5", "0x1.8", "nan", "inf", "1e9999", "١", "1_0", "1" * 201, "1 "],
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        Literal.parse(text)


@pytest.mark.parametrize(
    ("name", "text", "verdict", "right"),
    [
        (
            "SELU_ALPHA",
            "1.6732632423543772848170429916717",
            "correct to all 32 digits; correctly rounded when read as float64",
            True,
        ),
        (
            "SELU_ALPHA",
            "1.6732632423543772",
            "truncated after 17 digits; correctly rounded when read as float64",
            True,
        ),
        (
            "SELU_ALPHA",
            "1.6732",
            "truncated after 5 digits; correctly rounded when read as float16",
            False,
        ),
        (
            "SELU_ALPHA",
            "1.67326319217681884765625",
            "the nearest float32, written out; correctly rounded when read as float32",
            False,
        ),
        (
            "SELU_ALPHA",
            "0x1.ac5afad782cf1p+0",
            "the nearest float64, written out; correctly rounded when read as float64",
            True,
        ),
        ("SELU_ALPHA", "0x1.8p+0", "off by at least 0.173", False),
        (
            "SELU_SCALE",
            "1.0507",
            "correct to all 5 digits; correctly rounded when read as float16",
            True,
        ),
        (
            "SELU_SCALE_ALPHA",
            "1.7580993408473766",
            "off by 2.59 to 2.60 units in the last place; correctly rounded when read as float32",
            False,
        ),
        ("SELU_SATURATION", "-1.75", "truncated after 3 digits", False),
        ("SELU_SATURATION", "1.7580993408473768", "off by 3.51e16 to 3.52e16 units", False),
        ("JACOBIAN_11", "0", "exact; correctly rounded when read as float64", True),
        ("JACOBIAN_11", "1e-50", "off by 1.00 units in the last place", False),
        ("SELU_ALPHA", "2", "correct to 1 digit", True),
        ("SELU_ALPHA", "1.", "truncated after 1 digit", False),
        ("SELU_ALPHA", "0", "off by 1.67 to 1.68 units in the last place", False),
        ("V1", "0.897608", "correct to all 6 digits", True),
        ("V1", "0.89760835841", "undecided: V1 is known to 0.8976083584[0, 2] only", False),
        ("V2", "-0.0310", "truncated after 3 digits", False),
        ("V2", "-0.031060501800", "undecided: V2 is known to -0.031060501[81, 79] only", False),
        ("V7", "0.00773618", "off by 9.67 to 9.68 units in the last place", False),
    ],
)
def test_verdicts(name: str, text: str, verdict: str, right: bool) -> None:
    found = assess(KNOWN[name], Literal.parse(text))
    assert found.verdict.startswith(verdict) and found.right is right
    wide = KNOWN[name].enclosure
    assert found.deviation.lower <= found.literal.value - wide.lower
    assert found.literal.value - wide.upper <= found.deviation.upper


def test_extremes() -> None:
    assert "float64" not in assess(KNOWN["V1"], Literal.parse("0.9")).units
    assert list(assess(KNOWN["SELU_ALPHA"], Literal.parse("1e5")).units) == [
        "float64",
        "float32",
        "bfloat16",
    ]
    found = assess(KNOWN["SELU_ALPHA"], Literal.parse("1e999"))
    assert not found.units and not found.right and found.verdict.startswith("off by 0.999 to 1.00")


# -- the fixed point -------------------------------------------------------------------------------


def fixed_point(alpha: Any, scale: Any) -> tuple[Any, Any, Any]:
    """(μ, ν) for ω = 0, τ = 1 by quadrature and bisection, and S there by differences."""

    def moments(nu: Any) -> tuple[Any, Any]:
        def selu(z: Any) -> Any:
            return scale * (z if z > 0 else alpha * mpmath.expm1(z))

        ends = [-mpmath.inf, 0, mpmath.inf]
        first, second = (
            mpmath.quad(lambda z, p=p: selu(mpmath.sqrt(nu) * z) ** p * mpmath.npdf(z), ends)
            for p in (1, 2)
        )
        return first, second - first**2

    nu = mpmath.findroot(lambda nu: moments(nu)[1] - nu, (0.99, 1.01), tol=1e-18)
    partials = [mpmath.diff(lambda v, i=i: moments(v)[i], nu) for i in (0, 1)]
    return moments(nu)[0], nu, mpmath.hypot(*partials)


@pytest.mark.parametrize(
    ("name", "text"),
    [("SELU_ALPHA", "1.6732"), ("SELU_SCALE", "1.05"), ("SELU_SCALE_ALPHA", "1.76")],
)
def test_the_shifted_fixed_point_against_quadrature(name: str, text: str) -> None:
    with mpmath.workdps(25):
        alpha, scale = (mpmath.mpf(KNOWN[n].decimal(30)) for n in ("SELU_ALPHA", "SELU_SCALE"))
        literal = mpmath.mpf(text)
        alpha = {"SELU_ALPHA": literal, "SELU_SCALE_ALPHA": literal / scale}.get(name, alpha)
        scale = literal if name == "SELU_SCALE" else scale
        mean, variance, norm = fixed_point(alpha, scale)
        found = FIXED.with_literal(name, Fraction(text))
        assert found is not None
        for x, enclosure in (
            (mean, found.point["mu"]),
            (variance, found.point["nu"]),
            (norm, found.S),
        ):
            assert abs(x - mpmath.mpf(float(enclosure))) < 1e-12
            assert enclosure.width < Fraction(1, 10**20)
    assert FIXED.with_literal("SELU_SATURATION", Fraction(-2)) == FIXED.with_literal(
        "SELU_SCALE_ALPHA", Fraction(2)
    )
    with pytest.raises(ValueError, match="no fixed point is found"):
        FIXED.with_literal("SELU_SATURATION", Fraction(KNOWN["SELU_SCALE_ALPHA"].float64))


def test_the_true_constants_keep_it_at_0_1() -> None:
    ends = {
        n: KNOWN[c].enclose(256).ends
        for n, c in (("alpha", "SELU_ALPHA"), ("lambda", "SELU_SCALE"))
    }
    found = FIXED.shifted(ends)
    assert 0 in found.point["mu"] and 1 in found.point["nu"]
    assert found.S.lower < KNOWN["JACOBIAN_S"].enclosure.upper
    assert found.S.upper > KNOWN["JACOBIAN_S"].enclosure.lower


def test_what_moves_nothing_and_what_moves_too_far() -> None:
    assert FIXED.with_literal("ALPHA_DROPOUT_05_A", Fraction(1)) is None
    for value in ("0", "0.1", "100", "-1"):
        with pytest.raises(ValueError, match="no fixed point is found"):
            FIXED.with_literal("SELU_ALPHA", Fraction(value))


# -- shipped literals ------------------------------------------------------------------------------

SHIPPED = shipped(PAPER.literals)


@pytest.mark.parametrize("row", SHIPPED, ids=lambda row: f"{row.project} {row.file} {row.name}")
def test_the_verdict_on_a_shipped_literal(row: Shipped) -> None:
    assert assess(KNOWN[row.constant], Literal.parse(row.literal)).verdict == row.verdict
    assert row.project and row.version and row.file and row.name


def test_the_table_is_of_each_framework_once() -> None:
    projects = {row.project for row in SHIPPED}
    assert projects > {"PyTorch", "TensorFlow", "Keras", "JAX", "ONNX"}
    assert len({(row.project, row.version, row.file, row.name) for row in SHIPPED}) == len(SHIPPED)


@pytest.mark.parametrize(
    "content", ["literal = 3", "[[literal]]\nproject = 'x'", "x", "", "[[literal]]\nodd = 1"]
)
def test_a_damaged_table(tmp_path: Path, content: str) -> None:
    (tmp_path / "literals.toml").write_text(content)
    with pytest.raises(Malformed, match="not a table of literals"):
        shipped(tmp_path / "literals.toml")


STARTED = "[fixed_point]\nclaim = 'F2'\nnear = {}\nparameters = {}\n"


@pytest.mark.parametrize(
    "content",
    [
        "x",
        "fixed_point = 3",
        "[fixed_point]\nclaim = 'F2'",
        f"{STARTED}odd = 1",
        f"{STARTED}[[fixed_point.products]]\nby = 'a'",
    ],
)
def test_a_damaged_template(tmp_path: Path, content: str) -> None:
    (tmp_path / "literals.toml").write_text(content)
    with pytest.raises(Malformed, match="fixed_point is not as it must be"):
        template(tmp_path / "literals.toml")


def test_a_table_may_say_nothing_of_a_fixed_point(tmp_path: Path) -> None:
    (tmp_path / "literals.toml").write_text("")
    assert template(tmp_path / "literals.toml") is None


def test_literals_are_found_in_sources() -> None:
    source = "def f():\n    alpha = 1.67\n    scale = 1.05 \n    alpha = -1.75\n    beta = 1.67\n"
    rows = installed.literals("p", "p/a.py", source)
    assert [(row.place, row.constant, row.literal) for row in rows] == [
        ("p/a.py:2", "SELU_ALPHA", "1.67"),
        ("p/a.py:3", "SELU_SCALE", "1.05"),
        ("p/a.py:4", "SELU_SATURATION", "-1.75"),
    ]


def test_installed_packages_have_the_literals_of_the_table() -> None:
    known = {(row.constant, Literal.parse(row.literal).value) for row in SHIPPED}
    for row in installed.found():
        if not row.literal.startswith(("0x", "-0x")):
            value = Literal.parse(row.literal).value
            single = any(value == FLOAT32.round(other) for name, other in known)
            assert (row.constant, value) in known or single, row
