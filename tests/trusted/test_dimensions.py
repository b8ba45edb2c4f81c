"""Maps of one to four variables, boxes of up to sixteen; both sides of every bound."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from sympy import Matrix, Rational, Symbol, exp

from fixedpoint.claims import Banach, Box, Claim, Contraction, Inequality, Krawczyk
from fixedpoint.claims import Verdict as V
from fixedpoint.claims.formulas import Formula
from fixedpoint.trusted.checker import _inverse
from fixedpoint.verdicts.decide import prove

X = [Symbol(f"x{i}", real=True) for i in range(16)]
MATRICES = {
    1: Matrix([[Rational(-3, 5)]]),
    2: Matrix([[Rational(1, 2), Rational(1, 3)], [Rational(-1, 4), Rational(1, 5)]]),
    3: Matrix(3, 3, lambda i, j: Rational((-1) ** (i * j), 2 + i + 2 * j)),
    4: Matrix(4, 4, lambda i, j: Rational(1 + (i * j) % 3 - (i == j), 7 + i - j)),
}


def verdict(meaning: Formula) -> V:
    return prove(Claim("x", "-", "-", "-", meaning)).verdict


def linear(n: int) -> tuple[dict[Symbol, object], Box]:
    image = MATRICES[n] * Matrix(X[:n])
    return dict(zip(X, image, strict=False)), Box(dict.fromkeys(X[:n], (-1, 1)))


@pytest.mark.parametrize("n", MATRICES)
def test_the_largest_singular_value_is_found_between_its_neighbours(n: int) -> None:
    """Against NumPy: a bound 10⁻⁶ above S holds, one as much below does not."""
    g, box = linear(n)
    entries = np.array(MATRICES[n].tolist(), dtype=float)
    largest = Fraction(np.linalg.svd(entries, compute_uv=False).max())
    near = Fraction(1, 10**6)
    assert verdict(Contraction(g, box, largest + near)) is V.PROVED
    assert verdict(Contraction(g, box, largest - near)) is V.REFUTED
    assert verdict(Contraction(g, box, -largest - near)) is V.REFUTED


@pytest.mark.parametrize("n", MATRICES)
def test_every_singular_value_counts(n: int) -> None:
    """The largest alone above 1, at every place of a diagonal map."""
    for place in range(n):
        g = {x: x * (2 if i == place else Rational(1, 2)) for i, x in enumerate(X[:n])}
        box = Box(dict.fromkeys(X[:n], (-1, 1)))
        assert verdict(Contraction(g, box)) is V.REFUTED
        assert verdict(Contraction(g, box, "2.01")) is V.PROVED


@pytest.mark.parametrize("n", MATRICES)
def test_fixed_points_of_maps_of_n_variables(n: int) -> None:
    pairs = zip(X[:n], [*X[1:n], X[0]], strict=True)
    g = {x: exp(-y) / 3 + x / 10 for x, y in pairs}
    box = Box(dict.fromkeys(X[:n], (0, "0.5")))
    assert verdict(Banach(g, box)) is V.PROVED
    assert verdict(Krawczyk(g, box)) is V.PROVED
    assert verdict(Krawczyk(g, Box(dict.fromkeys(X[:n], (1, 2))))) is not V.PROVED
    two = {x: x**2 for x in X[:n]}  # 0 and 1 in every variable
    assert verdict(Krawczyk(two, Box(dict.fromkeys(X[:n], ("-0.5", "1.5"))))) is not V.PROVED
    assert verdict(Krawczyk(two, Box(dict.fromkeys(X[:n], ("0.9", "1.2"))))) is V.PROVED


def test_a_box_of_sixteen_variables() -> None:
    box = Box(dict.fromkeys(X, (-1, 1)))
    f = sum((i + 1) * x for i, x in enumerate(X)) + X[15] ** 2 * X[10]
    assert verdict(Inequality(f, "<=", 137, box)) is V.PROVED
    assert verdict(Inequality(f, "<", 137, box)) is V.REFUTED


def test_maps_of_five_variables_and_boxes_of_seventeen_are_refused() -> None:
    box = Box(dict.fromkeys(X, (-1, 1)))
    with pytest.raises(ValueError, match="at most 4"):
        verdict(Contraction({x: x / 2 for x in X[:5]}, box))
    wide = Box(dict.fromkeys([*X, Symbol("w")], (-1, 1)))
    with pytest.raises(ValueError, match="at most 16"):
        verdict(Inequality(X[0], "<", 2, wide))


def test_inverses_are_exact_and_singular_matrices_have_none() -> None:
    for m in MATRICES.values():
        rows = [[Fraction(q.p, q.q) for q in m.row(i)] for i in range(m.rows)]
        inverse = _inverse(rows)
        assert inverse is not None
        for i, j in product(range(m.rows), repeat=2):
            assert sum(a * row[j] for a, row in zip(rows[i], inverse, strict=True)) == (i == j)
    one, zero = Fraction(1), Fraction(0)
    assert _inverse([[zero, one], [one, zero]]) == [[zero, one], [one, zero]]
    assert _inverse([[one, one], [one, one]]) is None
