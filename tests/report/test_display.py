"""What objects show of themselves in a notebook, and that importing the package loads nothing."""

import subprocess
import sys
from typing import Any

import pytest

import fixedpoint
from fixedpoint import Activation, Claim, Contraction, discover, g, moment_map, selu, selu01
from fixedpoint.claims import Box, Inequality, Theorem
from fixedpoint.model.symbols import x
from fixedpoint.verdicts.decide import prove
from tests.report.pages import Page


def html(obj: Any) -> str:
    text: str = obj._repr_html_()
    Page(text)  # every element that is opened is closed, in order
    return text


def test_activation_and_map_are_latex() -> None:
    for obj in (selu(), selu01(), moment_map(selu()), g):
        text = obj._repr_latex_()
        assert text.startswith("$") and text.endswith("$")
        assert text.count("{") == text.count("}") and r"\begin{aligned}" in text
    assert r"\alpha &= " in selu01()._repr_latex_()
    assert r"T_{1}\left(x, y\right)" in g._repr_latex_()


def test_a_refuted_claim_shows_its_witness_and_correction() -> None:
    text = html(discover()["L13"])
    for words in ("REFUTED", "mu in [-0.1, 0.1]", "fails at", "L13c", "last digit"):
        assert words in text


def test_an_extremum_shows_its_enclosure_with_the_tail_marked() -> None:
    text = html(discover()["V1"])
    assert "0.8976083584<span" in text and "correct rounding" in text


def test_a_theorem_shows_the_tree_of_its_uses() -> None:
    theorem = discover()["T1"]
    assert isinstance(theorem, Theorem)
    text = html(theorem)
    assert all(f"<b>{name}</b>" in text for name in theorem.uses)
    assert "breaks first at" in text and "from the literature" in text


@pytest.mark.parametrize("name", ["T2", "T3", "L12", "T2.31", "F1", "C14", "L11"])
def test_other_claims(name: str) -> None:
    assert name in html(discover()[name])


def test_claims_that_are_not_formal_give_the_reason() -> None:
    claim = next(c for c in discover().values() if type(c.meaning).__name__ == "NotFormal")
    assert "NOT_FORMAL" in html(claim)


def test_a_claim_of_ones_own_and_its_result() -> None:
    lemma = Claim("X1", "-", "bound", "a < b & c", Inequality(x, "<", 2, Box({x: (0, 1)})))
    assert "not run" in html(lemma) and "a &lt; b &amp; c" in html(lemma)
    assert "PROVED" in html(prove(lemma))
    false = Claim("X2", "-", "bound", "", Inequality(x, "<", "0.5", Box({x: (0, 1)})))
    assert "fails at" in html(prove(false))


def test_an_enclosure_marks_the_uncertain_tail() -> None:
    assert "<span" in html(g.enclose("0.1", 1)[0])


def test_names_are_loaded_when_asked_for() -> None:
    assert Activation is fixedpoint.Activation and Contraction is fixedpoint.Contraction
    assert set(fixedpoint.__all__) <= set(dir(fixedpoint))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        fixedpoint.nothing  # noqa: B018


@pytest.mark.parametrize("name", fixedpoint.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(fixedpoint, name) is not None


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import fixedpoint", {"sympy", "numpy", "scipy", "matplotlib", "mpmath", "flint"}),
        ("from fixedpoint import Claim", {"numpy", "scipy", "matplotlib"}),
        ("from fixedpoint import g", {"matplotlib"}),
    ],
)
def test_what_an_import_does_not_load(code: str, absent: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not absent & set(done.stdout.split())
