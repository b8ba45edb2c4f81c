"""Formulas as MathML, in the letters of a work or plainly."""

import pytest
from sympy import Function, Rational, Symbol, sqrt

from fixedpoint import registry
from fixedpoint.claims import About, Box, Inequality, chain
from fixedpoint.claims.formulas import Formula
from fixedpoint.model import P, T, moment_map, selu
from fixedpoint.report.formulas import Formulas
from fixedpoint.report.mathml import math
from tests.report.conftest import X
from tests.report.pages import plain

PLAIN = Formulas(About("nothing"))


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        (Inequality(X / 8, "<=", "-0.1", Box({X: (0, 1)})), ["x8≤−0.1"]),
        (chain(Box({X: (0, 1)}), "1/3", "<", sqrt(X), "<", Rational(1, 4)), ["13<x<0.25"]),
        (chain(Box({}), *([0, "<"] * 20), 1), []),
    ],
)
def test_short_formulas(formula: Formula, says: list[str]) -> None:
    assert [plain(math(line)) for line in PLAIN.lines(formula)] == says


def test_the_letters_of_the_paper() -> None:
    model, paper = moment_map(selu()), Formulas(registry.proofs().about())
    assert plain(math([paper.lettered(model.mean)])) == "μ~"
    assert plain(math([paper.lettered(model.jacobian[1, 0])])) == "𝒥21"
    assert (
        plain(math([paper.lettered(model.variance)]))
        == "ν~"
        != plain(math([PLAIN.lettered(model.variance)]))
    )
    k, x, y = (Symbol(name) for name in "kxy")
    assert plain(math([PLAIN.lettered(T(k, x, y) + P(x, y))])) == "P(x,y)+Tk(x,y)"


def test_names_in_formulas_are_escaped() -> None:
    for hostile in (Symbol("<b>x"), Symbol("a_<b>^<b>"), Function("<b>")(X), Symbol("&<b>;")):
        markup = math(PLAIN.lines(Inequality(hostile, "<", 1, Box({})))[0])
        assert "<b>" not in markup
