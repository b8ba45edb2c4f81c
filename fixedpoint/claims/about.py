"""What a folder of claims is about: its title, and the letters and figures of its subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sympy import Expr


@dataclass(frozen=True)
class Definition:
    """A line of the notation: a term, and its formula as expressions and signs in turn."""

    term: str
    formula: Sequence[Expr | str]


def _nothing() -> Any:
    return {}


@dataclass(frozen=True)
class About:
    """The subject of a folder of claims; defined as ABOUT in its module `about`.

    `title`: of the work that is audited, as in "Errata of …"; `authors`, `url`: where it is;
    `remark`: what its errata say after the counts; `statements`: all of its statements, by id, with
    their titles. `letters`: the work's letters for expressions, used where formulas are printed;
    `notation`: its definitions; `maps`: names for the images of maps. `plots`: functions that draw
    its figures, by name, whose module may need Matplotlib; `on_page`: those that a page of results
    shows.
    """

    title: str
    authors: str = ""
    url: str = ""
    remark: str = ""
    statements: Callable[[], Mapping[str, str]] = _nothing
    letters: Callable[[], Mapping[Expr, Expr]] = _nothing
    notation: Callable[[], Sequence[Definition]] = tuple
    maps: Callable[[], Mapping[tuple[Expr, ...], str]] = _nothing
    plots: Callable[[], Mapping[str, Callable[[], Any]]] = _nothing
    on_page: tuple[str, ...] = ()
