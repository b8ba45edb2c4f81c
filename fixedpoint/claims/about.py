"""What a folder of claims is about: its title, and the letters and figures of its subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sympy import Expr

from fixedpoint.claims.claim import Verdict


@dataclass(frozen=True)
class Definition:
    """A line of the notation: a term, and its formula as expressions and signs in turn."""

    term: str
    formula: Sequence[Expr | str]


@dataclass(frozen=True)
class Finding:
    """What certificates say together, in plain words, for as long as they do.

    `proved`, `refuted`: ids, between spaces, of claims of any sort, steps of printed proofs too,
    whose verdicts the text rests on. A page shows it only if each has the verdict that it needs.
    """

    headline: str
    text: str
    proved: str = ""
    refuted: str = ""

    def __post_init__(self) -> None:
        if not self.rests:
            raise ValueError(f"the finding {self.headline!r} rests on nothing: name claims")

    @property
    def rests(self) -> Mapping[str, Verdict]:
        """The verdict that it needs of each claim."""
        proved = dict.fromkeys(self.proved.split(), Verdict.PROVED)
        return proved | dict.fromkeys(self.refuted.split(), Verdict.REFUTED)


def _nothing() -> Any:
    return {}


def head(name: str) -> str:
    """The part of an id before its first dot: a lemma's, for its steps."""
    return name.partition(".")[0]


@dataclass(frozen=True)
class About:
    """The subject of a folder of claims; defined as ABOUT in its module `about`.

    `title`: of the work that is audited, as in "Errata of …"; `authors`, `url`: where it is;
    `remark`: what its errata say after the counts; `statements`: all of its statements, by id, with
    their titles. `letters`: the work's letters for expressions, used where formulas are printed;
    `findings`: what matters of the audit, the most important first; `part`: the lemma or section,
    by its name, that a statement belongs to. `notation`: its definitions; `maps`: names for the
    images of maps. `plots`: functions that draw its figures, by name, whose module may need
    Matplotlib; `on_page`: those that a page of results shows.
    """

    title: str
    authors: str = ""
    url: str = ""
    remark: str = ""
    statements: Callable[[], Mapping[str, str]] = _nothing
    findings: Callable[[], Sequence[Finding]] = tuple
    part: Callable[[str], str] = head
    letters: Callable[[], Mapping[Expr, Expr]] = _nothing
    notation: Callable[[], Sequence[Definition]] = tuple
    maps: Callable[[], Mapping[tuple[Expr, ...], str]] = _nothing
    plots: Callable[[], Mapping[str, Callable[[], Any]]] = _nothing
    on_page: tuple[str, ...] = ()
