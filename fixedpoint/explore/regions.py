"""Where a proof holds: the boxes of a certificate, and how far a statement can be enlarged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from fixedpoint.claims.claim import Claim, Verdict
from fixedpoint.claims.formulas import Formula
from fixedpoint.decimals import decimal
from fixedpoint.trusted.checker import walk
from fixedpoint.trusted.exact import Number, exact
from fixedpoint.trusted.statement import Ranges, parse
from fixedpoint.verdicts.decide import Result, prove


@dataclass(frozen=True)
class Cell:
    """A box that a proof settles as a whole: by a leaf, or by a face on which f is least."""

    box: Ranges
    token: str
    depth: int

    @property
    def by_face(self) -> bool:
        return self.token[0] == "f"


def cells(certificate: dict[str, Any], tree: int = 0) -> list[Cell]:
    """The cells into which one tree of a certificate divides the domain; they cover it."""
    statement = parse(certificate["statement"])
    proof = certificate["proof"]
    if "trees" not in proof:
        raise ValueError(f"the certificate of {certificate['id']} refutes: it divides nothing")
    tokens = proof["trees"][tree].split(" ")
    return list(_cells(statement.goals[tree].box, tokens))


def _cells(domain: Ranges, tokens: list[str]) -> Iterator[Cell]:
    depths, below_face = [0], 0
    for box, token in walk(domain, tokens, "tree"):
        depth = depths.pop()
        parts = {"s": 2, "f": 1}.get(token[0], 0)
        depths += [depth + 1] * parts
        if below_face:
            below_face += parts - 1
        elif token[0] != "s":
            yield Cell(box, token, depth)
            below_face = parts


@dataclass(frozen=True)
class Reach:
    """How far a family of statements is proved: at `proved`, no longer at `beyond`."""

    proved: Fraction
    beyond: Fraction
    verdict: Verdict
    results: tuple[tuple[Fraction, Result], ...]

    def __str__(self) -> str:
        low, high = float(self.proved), float(self.beyond)
        return f"PROVED at {low:g}, {self.verdict.value} at {high:g}"


def reach(
    family: Callable[[Fraction], Formula],
    constants: Any,
    near: Number,
    far: Number,
    places: int = 2,
) -> Reach:
    """Bisect decimals between a value at which the statement is proved and one where it is not.

    ValueError if the ends are not so.
    """

    def decide(value: Fraction) -> Result:
        result = prove(Claim("reach", "-", "bound", "", family(value), constants))
        tried.append((value, result))
        return result

    tried: list[tuple[Fraction, Result]] = []
    low, high = exact(near), exact(far)
    if decide(low).verdict is not Verdict.PROVED:
        raise ValueError(f"nothing is proved at {near} already")
    verdict = decide(high).verdict
    if verdict is Verdict.PROVED:
        raise ValueError(f"still proved at {far}: look further")
    while True:
        middle = exact(decimal((low + high) / 2, places, -1))
        if middle in (low, high):
            return Reach(low, high, verdict, tuple(sorted(tried, key=lambda pair: pair[0])))
        found = decide(middle).verdict
        if found is Verdict.PROVED:
            low = middle
        else:
            high, verdict = middle, found
