"""Printed expansions: each coefficient is a rounding, and what the roundings change together."""

from collections.abc import Mapping
from typing import Any

from sympy import Add, Expr, Integer, Poly, Rational, expand, sympify

from fixedpoint.claims import All, Box, Claim, Identity, magnitude, rounds_to

from ..a343_second_moment.second_moment import DOMAIN
from ..paper import HERE, own

Printed = Mapping[Any, str]
"""A printed polynomial: {monomial: coefficient}; one without decimals is exact."""


def total(coefficients: Mapping[Any, Any]) -> Expr:
    """The polynomial with these coefficients."""
    return Add(*(sympify(m) * Rational(c) if isinstance(c, str) else sympify(m) * c
                 for m, c in coefficients.items()))


def exact(f: Expr, printed: Printed) -> dict[Any, Expr]:
    """The coefficients of f at the printed monomials."""
    letters = sorted(Add(*map(sympify, printed)).free_symbols, key=str)
    polynomial = Poly(expand(f), *letters)
    return {m: polynomial.coeff_monomial(m) if "." in c else Integer(c)
            for m, c in printed.items()}


def expands(f: Expr, printed: Printed, at: Mapping[Any, Expr] | None = None) -> All:
    """f, with `at` inserted, is a polynomial whose coefficients round to the printed ones."""
    coefficients = exact(f, printed)
    return All((
        Identity(f.xreplace(dict(at or {})), total(coefficients).xreplace(dict(at or {}))),
        *(rounds_to(coefficients[m], c, HERE) for m, c in printed.items() if "." in c),
    ))


def off(coefficients: Mapping[Any, Expr], printed: Printed) -> Expr:
    """The polynomial of what was rounded away."""
    return total({m: coefficients[m] - Rational(c) for m, c in printed.items()})


def rounding(id: str, name: str, exact: Expr, printed: Expr, difference: Expr, bound: Any,
             box: Box = DOMAIN) -> Claim:
    """The rounded numbers of a printed line change it, by `difference`, less than the bound."""
    return own(
        f"{id}_rounding", f"the rounded numbers of {name} change it by less than {bound}",
        All((Identity(exact - printed, difference), magnitude(difference, "<", bound, box))),
        f"what the rounded numbers of {name} change",
    )
