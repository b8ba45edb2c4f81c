"""Attacks around the checker: from claim to statement, from certificate to what is shown."""

import copy
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from sympy import Dummy, Function, Integer, Symbol, erfc, exp, log, pi, sqrt

from fixedpoint import registry
from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Confines,
    Excludes,
    Identity,
    Inequality,
    Integral,
    Krawczyk,
    Unbounded,
    Verdict,
    statement,
    tends,
)
from fixedpoint.claims.formulas import Formula
from fixedpoint.command.line import main
from fixedpoint.model import P, T
from fixedpoint.trusted.certificate import Malformed, Rejected, check, load
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.decide import prove

x, y = Symbol("x", real=True), Symbol("y", positive=True)
xp = Symbol("x", positive=True)
PROOFS = registry.proofs()
CLAIMS = PROOFS.claims()
UNIT = Box({x: (0, 1)})


def verdict(meaning: Formula, **details: Any) -> Verdict:
    return prove(Claim("x", "-", "-", "-", meaning, **details)).verdict


# -- symbols ---------------------------------------------------------------------------------------

TWO = Box({x: (0, 1), xp: ("0.25", "0.5")})
D1, D2 = Dummy("x", real=True), Dummy("x", real=True)
AMBIGUOUS = {
    "false at (1, 1/4)": Inequality(x - xp, "<=", 0, TWO),
    "dummies": Inequality(D1, "<=", D2, Box({D1: (0, 1), D2: (0, "0.5")})),
    "identity": Identity(x - xp, 0),
    "in parts": All((Inequality(x, "<=", 1, UNIT), Inequality(xp, "<=", 1, Box({xp: (1, 1)})))),
    "in a map": Krawczyk({x: x / 2}, Box({x: (-1, 1), xp: (1, 2)})),
    "of an integral": Integral(exp(-x), x, (0, None), -exp(-xp), 1),
}


@pytest.mark.parametrize("meaning", AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_two_symbols_of_one_name_are_an_error(meaning: Formula) -> None:
    with pytest.raises(ValueError, match="two symbols are called x"):
        verdict(meaning)


@pytest.mark.parametrize("kind", ["nonnegative", "negative", "integer", "zero", "imaginary"])
def test_what_sympy_assumes_the_statement_says(kind: str) -> None:
    """√(s²) is s for SymPy if s is not negative: on [-1, 1] the claim would be another."""
    s = Symbol("s", **{kind: True})
    with pytest.raises(ValueError, match="assumed to be more"):
        statement(Inequality(sqrt(s**2), "<=", s, Box({s: (-1, 1)})), {})


def test_a_constant_assumed_to_be_positive_is() -> None:
    c = Symbol("c", positive=True)
    with pytest.raises(ValueError, match="its value is not"):
        verdict(Identity(sqrt(c**2) + 1, 0), constants={c: Integer(-1)})
    assert verdict(Identity(sqrt(c**2), 2), constants={c: Integer(2)}) is Verdict.PROVED


@pytest.mark.parametrize("name", ["T", "P", "erfc", "exp", "abs", "erfcx"])
def test_a_function_that_only_has_the_name_is_refused(name: str) -> None:
    arguments = {"T": (1, x, y), "P": (x, y)}.get(name, (x,))
    with pytest.raises(TypeError, match="cannot contain"):
        statement(Inequality(Function(name)(*arguments), "<", 5, Box({x: 0, y: 1})), {})


# -- identities and vacuous statements -------------------------------------------------------------

NOWHERE: dict[str, list[Any]] = {
    "P(0, -1)^2 = -2/pi": [["rational", "0"], ["rational", "-1"], ["P", 0, 1], ["pow", 2, 2],
                           ["pi"], ["pow", 4, -1], ["rational", "-2"], ["mul", 6, 5]],
    "T(0, 0, -1) = 1": [["rational", "0"], ["rational", "-1"], ["rational", "1"], ["T", 0, 0, 1]],
    "sqrt(-1 - x^2)^2": [["variable", "x"], ["pow", 0, 2], ["rational", "-1"], ["mul", 2, 1],
                         ["add", 2, 3], ["sqrt", 4], ["pow", 5, 2]],
    "log(-x^2) = log(-x^2)": [["variable", "x"], ["pow", 0, 2], ["rational", "-1"], ["mul", 2, 1],
                              ["log", 3], ["log", 3]],
}  # fmt: skip
SIDES = {"P(0, -1)^2 = -2/pi": (3, 7), "T(0, 0, -1) = 1": (3, 2), "sqrt(-1 - x^2)^2": (6, 4)}


def certificate(nodes: list[Any], claim: dict[str, Any], *trees: str) -> dict[str, Any]:
    return {
        "format": "fixedpoint-certificate",
        "version": 1,
        "id": "x",
        "statement": {"nodes": nodes, "names": {}, "claim": claim},
        "bits": 64,
        "proof": {"trees": list(trees)},
    }


@pytest.mark.parametrize("name", NOWHERE)
def test_an_identity_that_is_defined_nowhere_is_not_proved(name: str) -> None:
    left, right = SIDES.get(name, (4, 5))
    formula = {"kind": "identity", "positive": [], "left": left, "right": right}
    with pytest.raises(Rejected, match="'z' fails"):
        check(certificate(NOWHERE[name], formula, "z"))


def test_identities_without_a_domain_are_not_proved_by_the_search() -> None:
    assert verdict(Identity(P(0, -1) ** 2, -2 / pi)) is Verdict.UNDECIDED
    assert verdict(Identity(T(0, 0, -1), 1)) is Verdict.UNDECIDED
    assert verdict(Identity(log(-(x**2)) * 0 + 1, 1)) is Verdict.PROVED  # SymPy sees 1 = 1
    assert verdict(Identity(T(0, 0, y), 1)) is Verdict.PROVED


NODES = [["variable", "x"], ["rational", "2"], ["rational", "-1"], ["sqrt", 2], ["mul", 0, 3]]
BOX = {"x": ["0", "1"]}
VACUOUS = {
    "confined to no box": {"kind": "confines", "box": BOX, "map": {"x": 4}, "into": []},
    "an empty conjunction": {"kind": "all", "parts": []},
}
TRUE = {"kind": "inequality", "box": BOX, "left": 0, "relation": "<", "right": 1}


@pytest.mark.parametrize("part", VACUOUS.values(), ids=VACUOUS)
def test_a_part_that_claims_nothing_is_malformed(part: dict[str, Any]) -> None:
    for claim in (part, {"kind": "all", "parts": [TRUE, part]}):
        with pytest.raises(Malformed, match=r"or more|between 1"):
            check(certificate(NODES, claim, "n"))


def test_a_map_that_is_nowhere_defined_confines_and_excludes_nothing() -> None:
    nowhere = {x: x + sqrt(-1 - x**2)}
    box = Box({x: (1, 2)})
    assert verdict(Confines(nowhere, box, (box,))) is Verdict.UNDECIDED
    assert verdict(Excludes(nowhere, box)) is Verdict.UNDECIDED


# -- integrals and exclusion -----------------------------------------------------------------------

z = Symbol("z", real=True)
PHI = exp(-((z - x) ** 2) / (2 * y)) / sqrt(2 * pi * y)
INTEGRALS = {
    "twice the value": Integral(exp(-z), z, (0, None), -exp(-z), 2),
    "another antiderivative": Integral(exp(-z), z, (0, None), exp(-z), 1),
    "divergent": Integral(exp(z), z, (0, None), exp(z), -1),
    "divergent, a power": Integral(z, z, (0, None), z**2 / 2, 0),
    "across a pole": Integral(1 / z**2, z, (-1, 1), -1 / z, -2),
    "to a pole": Integral(1 / z**2, z, (0, 1), -1 / z, -1),
    "across the edge of a root": Integral(1 / sqrt(z) / 2, z, (-1, 1), sqrt(z), 1),
    "the wrong way": Integral(exp(-z), z, (None, 0), -exp(-z), -1),
    "hidden growth": Integral(exp(exp(z)) * exp(z), z, (0, None), exp(exp(z)), -exp(1)),
    "wrong sign of a tail": Integral(PHI * exp(z), z, (None, None),
                                     -exp(x + y / 2) * T(0, z - x - y, y) / 2, 0),
}  # fmt: skip


@pytest.mark.parametrize("meaning", INTEGRALS.values(), ids=INTEGRALS)
def test_false_integrals_are_not_proved(meaning: Formula) -> None:
    assert verdict(meaning) is not Verdict.PROVED


@pytest.mark.parametrize("k", range(4))
def test_true_integrals_are_proved(k: int) -> None:
    """∫ e^(kz) φ over the negative numbers is T_k/2, over all of them e^(kx + k²y/2)."""
    whole = exp(k * x + k**2 * y / 2)
    primitive = whole * erfc(-(z - x - k * y) / sqrt(2 * y)) / 2
    assert verdict(Integral(exp(k * z) * PHI, z, (None, 0), primitive, T(k, x, y) / 2)).name == (
        "PROVED"
    )
    assert verdict(Integral(exp(k * z) * PHI, z, (None, None), primitive, whole)).name == "PROVED"


def test_a_box_with_a_fixed_point_is_not_excluded() -> None:
    for root in ("0.5", "0.3", "0.7000000001"):
        g = {x: (x - Symbol("r", real=True)) / 3 + Symbol("r", real=True)}
        box = Box({x: (root, 1), Symbol("r", real=True): ("0.2", root)})
        assert verdict(Excludes(g, box)) is Verdict.UNDECIDED
    assert verdict(Excludes({x: x**2 + 1}, Box({x: (-5, 5)}))) is Verdict.PROVED
    assert verdict(Excludes({x: x}, Box({x: (-5, 5)}))) is Verdict.UNDECIDED


# -- what is shown ---------------------------------------------------------------------------------


@pytest.fixture
def tampered(tmp_path: Path) -> Path:
    """All stored certificates, that of V9 with a rubbish tree and a false enclosure."""
    for section in PROOFS.sections:
        for path in section.certificates.glob("*.json"):
            shutil.copy(path, tmp_path)
    data = load(tmp_path / "V9.json")
    data["statement"]["claim"].update(lower="0.1", upper="0.2")
    data["proof"]["trees"] = ["n"] * 3
    (tmp_path / "V9.json").write_text(json.dumps(data), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("ending", ["md", "html", "xml"])
def test_no_report_of_a_certificate_that_proves_nothing(
    ending: str, tampered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tampered / f"page.{ending}"
    assert main(["report", "-o", str(output), "--certificates", str(tampered)]) == 2
    assert "V9" in capsys.readouterr().err and not output.exists()


def test_the_audit_knows_no_verdict_of_it(tampered: Path) -> None:
    found = Audit(CLAIMS, locks.of(PROOFS.sections), lambda name: tampered / f"{name}.json")
    assert found.verdict("V9") is None and found.verdict("V1") is Verdict.PROVED


def test_a_weaker_enclosure_fails_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = load(PROOFS.certificate("V9"))
    formula = data["statement"]["claim"]
    formula.update(lower="-1000", upper="1000", at=[formula["box"]])
    data["proof"]["trees"] = ["n", "n", "a"]
    check(data)  # true, as far as it goes
    path = tmp_path / "V9.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert main(["check", str(path)]) == 1
    shown = capsys.readouterr()
    assert "the lock has [0.98902" in shown.err and "PROVED" not in shown.out


def test_an_extremum_in_a_conjunction_counts_whole() -> None:
    source = load(PROOFS.certificate("V9"))["statement"]
    first = {**source, "claim": {"kind": "all", "parts": [source["claim"]]}}
    second = copy.deepcopy(first)
    second["claim"]["parts"][0].update(lower="-1000")
    assert claimed(first) != claimed(second)


def test_a_proof_under_another_id_is_not_shown_as_proved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = load(PROOFS.certificate("T2"))
    data["id"] = "T1"
    path = tmp_path / "T1.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert main(["check", str(path)]) == 1
    shown = capsys.readouterr()
    assert "another statement" in shown.err and not re.search(r"T1 .*PROVED", shown.out)


def test_constants_of_another_certificate_are_not_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = load(PROOFS.certificate("V9"))
    data["bits"] += 1
    (tmp_path / "V9.json").write_text(json.dumps(data), encoding="utf-8")
    right = registry.Proofs.certificate

    def other(proofs: registry.Proofs, name: str) -> Path:
        return tmp_path / "V9.json" if name == "V9" else right(proofs, name)

    monkeypatch.setattr(registry.Proofs, "certificate", other)
    assert main(["constants", "V9"]) == 2
    assert "not the one that the lock knows" in capsys.readouterr().err


# -- work ------------------------------------------------------------------------------------------


def test_a_file_costs_no_more_than_its_length_allows() -> None:
    """Splits without end, which would run for minutes if each box earned its time."""
    names = [f"x{i}" for i in range(8)]
    nodes: list[Any] = [["variable", name] for name in names]
    nodes += [[op, i] for op in ("erfcx", "erfc", "exp") for i in range(8)]
    nodes += [["mul", *range(8, 32)], ["rational", "-1"]]
    box = {name: ["-1", "1"] for name in names}
    formula = {"kind": "inequality", "box": box, "left": 33, "relation": "<", "right": 32}
    tree = " ".join(f"s{i % 8}" for i in range(300)) + " n" * 200
    data = {**certificate(nodes, formula, tree), "bits": 256}
    with pytest.raises(Rejected, match="more work than a certificate may cause"):
        check(data)


# -- unbounded ranges ------------------------------------------------------------------------------


def test_ranges_and_rates_are_what_the_letters_say() -> None:
    p = Symbol("p", positive=True)
    for ends in ((-1, None), (None, 0), (None, None)):
        with pytest.raises(ValueError, match="p must be > 0"):
            statement(Unbounded(sqrt(p**2), p + 1, {p: ends}), {})
    for rate in (Integer(1), p, -1 / p, 1 / p + 1):
        with pytest.raises(ValueError, match="is not of the form"):
            tends(1 / p, 0, rate, p, (1, 1))
