"""Printed lines in √τ and two roots: their numbers, their roundings, and how they are written."""

from collections.abc import Mapping
from typing import Any

from sympy import Add, Expr, Poly, Rational, Symbol, expand, sqrt

from fixedpoint.claims import All, Box, Claim, magnitude, printed, rounds_to

from ..paper import HERE, own, tau

ROOT = sqrt(tau)
A, B, R = (Symbol(name, positive=True) for name in "ABR")
"""The two roots of a line and √τ, while it is expanded."""

Terms = Mapping[int, Any]
"""A polynomial in √τ: {power: coefficient}; one that is printed in decimals is a string."""
Line = Mapping[tuple[int, int], Terms]
"""A line: {powers of its two roots: the polynomial before them}."""
POWERS = "", "√τ", "τ", "τ^{3/2}", "τ²", "τ^{5/2}", "τ³", "τ^{7/2}"


def number(coefficient: Any) -> Expr:
    """A coefficient as the number that it denotes."""
    return Rational(printed(coefficient)[0]) if isinstance(coefficient, str) else coefficient


def rounds(f: Expr, coefficient: str) -> All:
    """f rounds to the printed coefficient."""
    return rounds_to(f, coefficient, HERE)


def poly(terms: Terms, root: Expr = ROOT) -> Expr:
    """A polynomial in √τ."""
    return Add(*(number(c) * root**power for power, c in terms.items()))


def total(line: Line, first: Expr, second: Expr, root: Expr = ROOT) -> Expr:
    """A line with these two roots."""
    return Add(*(poly(terms, root) * first**i * second**j for (i, j), terms in line.items()))


def collected(f: Expr) -> dict[tuple[int, int], dict[int, Expr]]:
    """A polynomial in the two roots and √τ as a line."""
    line: dict[tuple[int, int], dict[int, Expr]] = {}
    for (i, j, power), c in Poly(expand(f), A, B, R).terms():
        line.setdefault((i, j), {})[power] = c
    return line


def rounded(line: Line, decimals: Line) -> All:
    """Each coefficient printed in decimals is the rounding of that of the line."""
    return All(tuple(
        rounds(line[key][power], c)
        for key, terms in decimals.items() for power, c in terms.items() if isinstance(c, str)
    ))


def rounding(id: str, before: Expr, after: Expr, bound: str, box: Box) -> Claim:
    """What the rounded numbers of a line change."""
    return own(
        f"{id}_rounding", f"the rounded numbers change the line by less than {bound}",
        magnitude(before - after, "<", bound, box), "what the rounded numbers change",
    )


def written(coefficient: Any) -> str:
    """A coefficient as it is printed."""
    digits, _, power = str(coefficient).replace("*sqrt(", "√").replace(")", "").partition("e")
    return f"{digits}·10^{power}" if power else digits


def shown(terms: Terms) -> str:
    """A polynomial as it is printed."""
    parts = [f"{written(c)} {POWERS[power]}".strip() for power, c in terms.items()]
    return " + ".join(parts).replace("+ -", "- ")


def shown_line(line: Line, first: str, second: str) -> str:
    """A line as it is printed, with names of its roots."""
    names = {(1, 0): f" {first}", (0, 1): f" {second}", (1, 1): f" {first} {second}"}
    parts = [f"({shown(terms)}){names[key]}" for key, terms in line.items() if key in names]
    free = [shown(line[0, 0])] if (0, 0) in line else []
    return " + ".join([*free, *parts])
