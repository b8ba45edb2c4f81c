"""The proved constants against mpmath, and what programs make of them."""

import ctypes
import json
import subprocess
import tomllib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import mpmath
import pytest

import fixedpoint.constants
from fixedpoint import registry
from fixedpoint.certificates.store import digest
from fixedpoint.constants import Constant, constants, of
from fixedpoint.constants.formats import WRITERS
from fixedpoint.constants.rounding import FLOAT64, FORMATS
from fixedpoint.trusted.certificate import Malformed, check, load
from fixedpoint.verdicts import locks
from tests import toy

KNOWN = constants()
ALPHA = KNOWN["SELU_ALPHA"]


def parameters() -> tuple[Any, Any]:
    """α₀₁ and λ₀₁ as the paper prints them (Eq. 14)."""
    e = mpmath.e
    half, one = mpmath.erfc(1 / mpmath.sqrt(2)), mpmath.erfc(mpmath.sqrt(2))
    root = mpmath.sqrt(2 / mpmath.pi)
    alpha = -root / (half * mpmath.exp(mpmath.mpf(1) / 2) - 1)
    inner = alpha**2 * (one * e**2 - 2 * half * mpmath.sqrt(e) + 1) + 1
    return alpha, mpmath.sqrt(2) / mpmath.sqrt(inner)


def dropout(q: Any) -> tuple[Any, Any]:
    alpha, scale = parameters()
    saturation = -alpha * scale
    a = (q + saturation**2 * q * (1 - q)) ** mpmath.mpf("-0.5")
    return a, -a * (1 - q) * saturation


def moments(nu: Any) -> tuple[Any, Any]:
    """Mean and variance of SELU(z), z ~ N(0, ν), by quadrature."""
    alpha, scale = parameters()

    def selu(z: Any) -> Any:
        return scale * (z if z > 0 else alpha * mpmath.expm1(z))

    ends = [-mpmath.inf, 0, mpmath.inf]
    first, second = (
        mpmath.quad(lambda z, p=p: selu(mpmath.sqrt(nu) * z) ** p * mpmath.npdf(z), ends)
        for p in (1, 2)
    )
    return first, second - first**2


EXPECTED: dict[str, Callable[[], Any]] = {
    "SELU_ALPHA": lambda: parameters()[0],
    "SELU_SCALE": lambda: parameters()[1],
    "SELU_SCALE_ALPHA": lambda: mpmath.fprod(parameters()),
    "SELU_SATURATION": lambda: -mpmath.fprod(parameters()),
    **{
        f"ALPHA_DROPOUT_{rate}_{letter}": lambda rate=rate, i=i: dropout(
            1 - mpmath.mpf(int(rate)) / 100
        )[i]
        for rate in ("05", "10", "20", "50")
        for i, letter in enumerate("AB")
    },
}


def fraction(x: Any) -> Fraction:
    sign, mantissa, exponent, _ = mpmath.mpf(x)._mpf_
    return (-1) ** sign * mantissa * Fraction(2) ** exponent


@pytest.mark.parametrize("name", EXPECTED)
def test_closed_forms_have_thirty_proved_digits(name: str) -> None:
    constant = KNOWN[name]
    with mpmath.workdps(60):
        assert fraction(EXPECTED[name]()) in constant.enclosure
    assert constant.enclosure.width <= Fraction(1, 10**32)


def test_the_jacobian_against_quadrature() -> None:
    with mpmath.workdps(30):
        for i, name in enumerate(("JACOBIAN_12", "JACOBIAN_22")):
            partial = mpmath.diff(lambda nu, i=i: moments(nu)[i], 1)
            assert abs(partial - mpmath.mpf(float(KNOWN[name].enclosure))) < 1e-12
        both = [mpmath.mpf(float(KNOWN[f"JACOBIAN_{i}2"].enclosure)) for i in "12"]
        assert abs(mpmath.hypot(*both) - float(KNOWN["JACOBIAN_S"].enclosure)) < 1e-15
    assert KNOWN["JACOBIAN_11"].enclosure.ends == KNOWN["JACOBIAN_21"].enclosure.ends == (0, 0)


@pytest.mark.parametrize("constant", KNOWN.values(), ids=KNOWN)
def test_each_constant_is_what_its_certificate_proves(constant: Constant) -> None:
    data = load(constant.path)
    assert digest(data) == constant.certificate
    checked = check(data)
    assert checked.id == constant.claim and not checked.refuted
    formula = data["statement"]["claim"]
    variable = constant.name.removeprefix(f"{constant.claim}_").lower()
    ends = formula["box"].get(variable) or [formula["lower"], formula["upper"]]
    assert constant.enclosure.ends == tuple(map(Fraction, ends))
    entry = locks.of(registry.proofs().sections)[constant.claim]
    assert entry.word == "PROVED" and entry.certificate == constant.certificate
    assert constant.enclosure.width <= Fraction(1, 10**9)


@pytest.mark.parametrize("constant", KNOWN.values(), ids=KNOWN)
def test_roundings_are_nearest(constant: Constant) -> None:
    for form in FORMATS:
        if not constant.decides(form):
            with pytest.raises(ValueError, match=f"{constant.name} .* decides no {form.name}"):
                constant.nearest(form)
            continue
        found = constant.nearest(form)
        tiny = Fraction(1, 3**200)
        beside = form.round(found - tiny, -1), form.round(found + tiny, 1)
        for end in constant.enclosure.ends:
            assert all(abs(end - found) <= abs(end - other) for other in beside)
        assert getattr(constant, form.name) == float(found)


def test_the_constants_for_programs() -> None:
    from fixedpoint.constants import SELU_ALPHA

    assert KNOWN["SELU_ALPHA"] == SELU_ALPHA
    assert SELU_ALPHA.float64 == 1.6732632423543772
    assert SELU_ALPHA.hex == "0x1.ac5afad782cf1p+0"
    assert {"SELU_ALPHA", "V1"} <= set(dir(fixedpoint.constants))
    with pytest.raises(AttributeError, match="no constant SELU_BETA"):
        _ = fixedpoint.constants.SELU_BETA


@pytest.mark.parametrize("digits", [1, 2, 17, 34, 35, 60, 400])
def test_decimals_to_any_number_of_digits(digits: int) -> None:
    for name, expected in EXPECTED.items():
        with mpmath.workdps(digits + 30):
            x = expected()
            found = mpmath.mpf(KNOWN[name].decimal(digits))
            leading = mpmath.floor(mpmath.log10(abs(x)))
            assert abs(found - x) <= mpmath.mpf(10) ** (leading - digits + 1) / 2
        assert len(KNOWN[name].decimal(digits).lstrip("-0.").replace(".", "")) in (
            digits,
            digits + 1,
        )


def test_decimals_that_are_not_known() -> None:
    assert KNOWN["V1"].decimal(9) == "0.897608358"
    assert KNOWN["JACOBIAN_11"].decimal(5) == "0.0000"
    with pytest.raises(ValueError, match=r"V1 is known to 0\.8976083584\[0, 2\] only"):
        KNOWN["V1"].decimal(20)
    for digits in (0, 1001):
        with pytest.raises(ValueError, match="not a number of digits"):
            KNOWN["V1"].decimal(digits)


def test_a_changed_certificate_is_noticed(tmp_path: Path) -> None:
    paper = registry.proofs()
    (tmp_path / "lock.json").write_text(
        locks.content({"SELU_ALPHA": locks.of(paper.sections)["SELU_ALPHA"]})
    )
    (tmp_path / "certificates").mkdir()
    path = tmp_path / "certificates" / "SELU_ALPHA.json"
    path.write_bytes(paper.certificate("SELU_ALPHA").read_bytes())
    constant = of(toy.single(tmp_path))["SELU_ALPHA"]
    assert constant.float64 == KNOWN["SELU_ALPHA"].float64
    path.write_bytes(paper.certificate("SELU_SCALE").read_bytes())
    with pytest.raises(Malformed, match="is not the certificate that the lock knows"):
        constant.enclose(64)
    with pytest.raises(ValueError, match="SELU_ALPHA is not the one that the lock knows"):
        of(toy.single(tmp_path))


# -- as text ---------------------------------------------------------------------------------------

ALL = list(KNOWN.values())


def test_data_formats_agree() -> None:
    data = json.loads(WRITERS["json"](ALL, 0))
    assert data == tomllib.loads(WRITERS["toml"](ALL, 0))
    assert list(data) == list(KNOWN)
    for name, row in data.items():
        assert (Fraction(row["lower"]), Fraction(row["upper"])) == KNOWN[name].enclosure.ends
        if "hex" in row:
            assert float.fromhex(row["hex"]) == row["float64"] == KNOWN[name].float64
    assert json.loads(WRITERS["json"]([ALPHA], 50))["SELU_ALPHA"]["decimal"] == ALPHA.decimal(50)


def doubles() -> dict[str, float]:
    """What the sources have to define."""
    found = {}
    for name, constant in KNOWN.items():
        if constant.decides(FLOAT64):
            found[name] = constant.float64
        else:
            found[f"{name}_LOWER"] = float(FLOAT64.round(constant.enclosure.lower, -1))
            found[f"{name}_UPPER"] = float(FLOAT64.round(constant.enclosure.upper, 1))
    return found


def test_python_source_defines_the_doubles() -> None:
    names: dict[str, Any] = {}
    exec(WRITERS["python"](ALL, 0), names)
    assert {k: v for k, v in names.items() if k != "__builtins__"} == doubles()


def test_c_source_defines_the_doubles(tmp_path: Path) -> None:
    (tmp_path / "a.h").write_text(WRITERS["c"](ALL, 0), encoding="utf-8")
    source = '#include "a.h"\n' + "".join(f"double x_{name} = {name};\n" for name in doubles())
    (tmp_path / "a.c").write_text(source)
    command = ["cc", "-std=c99", "-Werror", "-shared", "-o", "a.so", "a.c"]
    subprocess.run(command, cwd=tmp_path, check=True)
    library = ctypes.CDLL(str(tmp_path / "a.so"))
    for name, value in doubles().items():
        assert ctypes.c_double.in_dll(library, f"x_{name}").value == value


def test_the_table_has_a_line_each() -> None:
    lines = WRITERS["table"](ALL, 0).splitlines()
    assert [line.split()[0] for line in lines] == list(KNOWN)
    assert WRITERS["table"]([ALPHA], 20).split()[1] == "1.6732632423543772848"
    assert WRITERS["table"]([], 0) == ""
