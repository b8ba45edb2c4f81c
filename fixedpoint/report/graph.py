"""The printed proofs of a work as a graph: lemmas and sections as boxes, joined by what they use.

What uses what is what the audit knows of the printed proofs, whose steps name their premises.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fixedpoint.claims.about import About
from fixedpoint.claims.claim import Theorem, Verdict
from fixedpoint.report.layered import Arrow, reach
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.derivations import Derivation
from fixedpoint.verdicts.errata import Effect
from fixedpoint.verdicts.whole import Whole, partial, whole


@dataclass(frozen=True)
class Cell:
    """A statement: its verdict, None if it has none, and what its defect does, if it has one."""

    id: str
    title: str
    verdict: Verdict | None
    effect: Effect | None
    first: tuple[str, ...]
    """The theorems whose printed proofs break first here."""


@dataclass(frozen=True)
class Part:
    """A lemma with its steps, or a section, as one box; `theorems`: those in it, by their state."""

    name: str
    cells: tuple[Cell, ...]
    theorems: tuple[tuple[Theorem, Verdict | None, Derivation], ...]


@dataclass(frozen=True)
class Graph:
    """All parts by name, in the order of the work; arrows go from what is used to its user.

    `within`: how many arrows between statements of one part are not drawn.
    """

    parts: Mapping[str, Part]
    arrows: tuple[Arrow, ...]
    within: int

    def uses(self, name: str) -> list[str]:
        """The parts that a part uses itself."""
        return [low for low, high in self.arrows if high == name]

    def users(self, name: str) -> list[str]:
        """The parts that use a part themselves."""
        return [high for low, high in self.arrows if low == name]


def graph(audit: Audit, about: About, found: Whole | None = None) -> Graph:
    """The graph of all statements, and of those that their printed proofs take."""
    found = found or whole(audit, about)
    titles = dict(about.statements())
    chosen = {*found.missing, *(claim.id for claim in audit.printed())}
    if partial(audit):
        chosen |= {name for own in tuple(chosen) for _, name in audit.derivations.tree(own)}
    drawn = [name for name in dict.fromkeys([*titles, *audit.known]) if name in chosen]
    drawn = [name for name in drawn if name in titles or _printed(audit, name)]
    known = set(drawn)
    uses = [
        (low, high) for high in drawn for low in audit.derivations.premises(high) if low in known
    ]
    home = _acyclic({name: about.part(name) for name in drawn}, uses)
    effects = {name: entry.effect for entry in found.slips for name in entry.ids}
    theorems = {t.id: t for t in audit.theorems()}
    breaks: dict[str, list[str]] = {}
    for theorem in theorems.values():
        breaks.setdefault(audit.derivation(theorem).broken, []).append(theorem.id)
    parts = {}
    for part in dict.fromkeys(home.values()):
        own = [name for name in drawn if home[name] == part]
        parts[part] = Part(
            part,
            tuple(
                Cell(
                    name,
                    audit.known[name].title if name in audit.known else titles[name],
                    audit.verdict(name),
                    effects.get(name),
                    tuple(breaks.get(name, ())),
                )
                for name in own
            ),
            tuple((t, audit.proved(t), audit.derivation(t)) for n in own if (t := theorems.get(n))),
        )
    between = dict.fromkeys((home[low], home[high]) for low, high in uses)
    arrows = tuple(arrow for arrow in between if arrow[0] != arrow[1])
    return Graph(parts, arrows, sum(home[low] == home[high] for low, high in uses))


def _printed(audit: Audit, name: str) -> bool:
    claim = audit.known.get(name)
    return claim is not None and claim.printed and not claim.corrects


def _acyclic(home: Mapping[str, str], uses: Iterable[Arrow]) -> dict[str, str]:
    """The parts of the statements, split where parts use each other in a circle.

    No statement is in a circle, so one of the parts has statements that take nothing of the others,
    which use them: the fewest such become a part of their own.
    """
    found, uses = dict(home), list(uses)
    above = {name: reach(name, uses) for name in found}
    while True:
        between = {(found[low], found[high]) for low, high in uses if found[low] != found[high]}
        users = {part: reach(part, between) for part in dict.fromkeys(found.values())}
        circle = {part for part, others in users.items() if part in others}
        if not circle:
            return found
        first = next(part for part in users if part in circle)
        circle = {part for part in circle & users[first] if first in users[part]}
        found |= _split(circle, found, above)


def _split(
    circle: set[str], home: Mapping[str, str], above: Mapping[str, set[str]]
) -> dict[str, str]:
    """The statements of one part of a circle that come before the others of it, as a new part."""
    choices = []
    for part in dict.fromkeys(name for name in home.values() if name in circle):
        other = {name for name in home if home[name] in circle - {part}}
        late = {end for name in other for end in above[name]}
        own = [name for name in home if home[name] == part]
        low = [name for name in own if name not in late and above[name] & other]
        if low and len(low) < len(own):
            choices.append(low)
    low = min(choices, key=len)
    return dict.fromkeys(low, low[0] if len(low) == 1 else f"{low[0]} … {low[-1]}")
