"""Activations are values, and refuse what is none."""

from fractions import Fraction
from typing import Any

import pytest
from sympy import Rational, Symbol, cosh, exp, oo, sin, sqrt

from fixedpoint.model import Activation, Piece, moment, selu
from fixedpoint.model.activation import terms
from fixedpoint.model.selu import alpha, lam
from fixedpoint.model.symbols import tau, z
from tests.model.cases import RELU


def test_activation_is_a_value() -> None:
    again = Activation("relu", (Piece(-oo, Fraction(0), 0), Piece("0", oo, z)))
    assert again == RELU and hash(again) == hash(RELU) and moment(again, 2) is moment(RELU, 2)
    assert moment(RELU, 0) == 1 and RELU.piecewise.subs(z, -3) == 0
    assert selu().piecewise.subs(z, 2) == 2 * lam
    valued = Activation("a", selu().pieces, (lam, alpha), ((alpha, "1.5"), (lam, 2 * alpha)))
    assert valued.at_values(lam * alpha) == Rational(9, 2)
    assert terms((exp(z) + z) ** 2 * exp(1 - z)) == (
        (exp(1), 2, -1),
        (2 * exp(1), 1, 0),
        (exp(1), 0, 1),
    )


@pytest.mark.parametrize(
    ("error", "match", "make"),
    [
        (TypeError, "decimal string", lambda: Piece(-oo, 0.5, z)),
        (TypeError, "decimal string", lambda: Piece(-oo, 0, 0.5 * z)),
        (TypeError, "decimal string", lambda: Piece(-oo, True, z)),
        (TypeError, "decimal string", lambda: Piece(-oo, [1], z)),
        (TypeError, "decimal string", lambda: Activation("a", RELU.pieces, (lam,), ((lam, 1.5),))),
        (ValueError, "not a number", lambda: Piece(-oo, "half", z)),
        (ValueError, "lower < upper", lambda: Piece(1, 0, z)),
        (ValueError, "lower < upper", lambda: Piece(-oo, z, z)),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, sin(z))),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, z * cosh(z))),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, 1 / z)),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, exp(z / 2))),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, exp(z**2))),
        (ValueError, "cannot represent", lambda: Piece(-oo, 0, oo)),
        (ValueError, "not a real number", lambda: Piece(-oo, 0, sqrt(-2) * z)),
        (ValueError, "do not meet", lambda: Activation("a", (Piece(-oo, 0, z), Piece(1, oo, z)))),
        (ValueError, "do not meet", lambda: Activation("a", (Piece(-oo, 0, z),))),
        (ValueError, "do not meet", lambda: Activation("a", ())),
        (ValueError, "nor a parameter", lambda: Activation("a", (Piece(-oo, oo, lam * z),))),
        (ValueError, "positive symbol", lambda: Activation("a", RELU.pieces, (Symbol("q"),))),
        (ValueError, "positive symbol", lambda: Activation("a", RELU.pieces, (tau,))),
        (ValueError, "positive const", lambda: Activation("a", RELU.pieces, (lam,), ((lam, -1),))),
        (ValueError, "not a parameter", lambda: Activation("a", RELU.pieces, (), ((lam, 1),))),
        (ValueError, "integer >= 0", lambda: moment(RELU, -1)),
    ],
)
def test_bad_input(error: type[Exception], match: str, make: Any) -> None:
    with pytest.raises(error, match=match) as caught:
        make()
    assert "\n" not in str(caught.value)
