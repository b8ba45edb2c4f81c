"""Formulas as MathML: the notation, and the formal statements that are short enough."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sympy import (
    Add, Basic, Expr, Integer, Mul, Pow, Rational, Symbol, count_ops, exp, erfc, pi, sqrt, symbols,
)
from sympy.printing.mathml import MathMLPresentationPrinter

from fixedpoint.claims.formulas import (
    All, Banach, Confines, Contraction, Derivative, Extremum, Formula, Identity, Inequality,
    Krawczyk, MapFormula, Monotone, Node,
)
from fixedpoint.model import moment_map, selu
