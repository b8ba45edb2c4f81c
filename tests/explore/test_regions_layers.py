"""Cells cover the domain, reach finds the edge, and real layers stay inside the predicted bands."""

from fractions import Fraction
from math import prod

import numpy as np
import pytest
from sympy import Symbol

from fixedpoint.claims import Box, Claim, Inequality, Verdict
from fixedpoint.explore.layers import layers
from fixedpoint.explore.regions import cells, reach
from fixedpoint.explore.selu import g
from fixedpoint.verdicts.decide import prove

x = Symbol("x", real=True)


def test_cells_divide_the_domain_of_lemma_12() -> None:
    from fixedpoint.report.plots.facts import certificate

    found = cells(certificate("L12"))
    volume = sum(prod(b - a for a, b in cell.box.values()) for cell in found)
    assert volume == Fraction("0.2") ** 2 * Fraction("0.7") * Fraction("0.45")
    assert {cell.token[0] for cell in found} <= set("fmn")


def test_a_refutation_has_no_cells() -> None:
    claim = Claim("no", "-", "bound", "", Inequality(x, "<", "0.5", Box({x: (0, 1)})))
    certificate = prove(claim).certificate
    assert certificate is not None
    with pytest.raises(ValueError, match="refutes"):
        cells(certificate)


def test_reach_bisects_to_the_edge() -> None:
    found = reach(lambda a: Inequality(x * x, "<", 2, Box({x: (0, a)})), {}, 1, 2)
    assert (found.proved, found.beyond) == (Fraction("1.41"), Fraction("1.42"))
    assert found.verdict is Verdict.REFUTED
    assert str(found) == "PROVED at 1.41, REFUTED at 1.42"


@pytest.mark.parametrize(("near", "far", "words"), [(2, 3, "nothing"), (0, 1, "still proved")])
def test_reach_needs_an_edge(near: int, far: int, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        reach(lambda a: Inequality(x * x, "<", 2, Box({x: (0, a)})), {}, near, far)


@pytest.mark.parametrize("start", [{}, {"mu": 0.1, "nu": 1.5, "omega": 0.1, "tau": 1.1}])
def test_layers_follow_the_map(start: dict[str, float]) -> None:
    run = layers(g, 256, 24, **start, inputs=16)
    means, variances = run.within()
    assert means >= 0.9 and variances >= 0.9
    assert run.within(0.3)[0] < 0.4  # the bands are not just wide
    assert np.allclose(run.means[0], start.get("mu", 0), atol=1e-6)
    assert np.allclose(run.variances[0], start.get("nu", 1), rtol=1e-6)


def test_layers_are_reproducible() -> None:
    first, second = (layers(g, 64, 3, seed=5) for _ in range(2))
    assert np.array_equal(first.means, second.means)


@pytest.mark.parametrize("bad", [{"width": 1}, {"depth": 0}, {"inputs": 0}, {"omega": 9.0}])
def test_impossible_networks(bad: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"needs width|sum of squares"):
        layers(g, **{"width": 64, "depth": 2, **bad})  # type: ignore[arg-type]
