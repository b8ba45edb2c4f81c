"""Locks: what is expected of the claims of a section, in one file with one digest.

    {"format": "fixedpoint-lock", "version": 3, "digest": SHA-256 of the sources and the claims,
     "sources": SHA-256 of what the claims are made of,
     "claims": {id: {"verdict": …, "statement": fingerprint, "certificate": digest,
                     "enclosures": {name: {"text": …, "lower": …, "upper": …}}, "miss": {…},
                     "margin": {…},
                     "claim": {"type": …, "section": …, "kind": …, "text": …}}}}

Reading one needs neither SymPy nor a kernel. While the sources are the same, it tells all of its
claims but what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fixedpoint.certificates.store import digest, dumps
from fixedpoint.trusted.certificate import Malformed, load
from fixedpoint.trusted.statement import fields, number

if TYPE_CHECKING:  # checking loads no claims
    from fixedpoint.claims.claim import Claim, Verdict
    from fixedpoint.registry import Section

FORMAT, VERSION = "fixedpoint-lock", 3


@dataclass(frozen=True)
class Row:
    """One number: what it is, and between which decimals it lies, rounded outward."""

    text: str
    lower: str
    upper: str

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The exact end points; raises Malformed for what are none."""
        lower, upper = number(self.lower), number(self.upper)
        if lower > upper:
            raise Malformed(f"[{self.lower}, {self.upper}] has lower > upper")
        return lower, upper


@dataclass(frozen=True)
class Entry:
    """What is expected of one claim.

    `word`: its verdict; `statement`: the fingerprint of what it states; `certificate`: the digest
    of the certificate that was checked; `enclosures`: the numbers that it proves, by their names;
    `miss`: how far what a refuted claim states is from true at its witness; `margin`: by how much
    the tightest inequality of a claim of ours holds; `told`: the claim as plain data.
    """

    word: str
    statement: str | None = None
    certificate: str | None = None
    enclosures: Mapping[str, Row] = field(default_factory=dict)
    miss: Row | None = None
    margin: Row | None = None
    told: Mapping[str, Any] = field(default_factory=dict)

    def claim(self, name: str) -> Claim:
        """The claim of this id, its meaning unread; raises Malformed where the lock tells none."""
        from fixedpoint.claims.plain import unread

        return unread(name, self.told, self.statement)

    @property
    def verdict(self) -> Verdict:
        """The verdict; raises Malformed where the lock names none."""
        from fixedpoint.claims.claim import Verdict

        try:
            return Verdict(self.word)
        except ValueError as error:
            raise Malformed(f"the lock has an unknown verdict {self.word[:40]!r}") from error

    def data(self) -> dict[str, Any]:
        """The entry as plain data, without what it has nothing of."""
        rows = {name: vars(row) for name, row in self.enclosures.items()}
        known = {
            "certificate": self.certificate,
            "enclosures": rows,
            "miss": vars(self.miss) if self.miss else None,
            "margin": vars(self.margin) if self.margin else None,
            "claim": self.told,
        }
        kept = {key: value for key, value in known.items() if value}
        return {"verdict": self.word, "statement": self.statement, **kept}


Lock = Mapping[str, Entry]
"""The entries by the ids of the claims, in their order."""


@dataclass(frozen=True)
class File:
    """What a lock file holds: the digest of the sources of its claims, and their entries."""

    sources: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)

    def claims(self) -> dict[str, Claim]:
        """The claims that it tells; raises Malformed where it does not."""
        return {name: entry.claim(name) for name, entry in self.entries.items()}


def of(sections: Iterable[Section]) -> dict[str, Entry]:
    """The entries of several sections together. Raises Malformed."""
    return {name: entry for section in sections for name, entry in read(section.lock).items()}


def read(path: Path) -> dict[str, Entry]:
    """The entries of a file, as `opened` has them."""
    return opened(path).entries


def opened(path: Path) -> File:
    """What a file holds; nothing if there is no file.

    Raises Malformed for a file that is no lock, of a newer version, or edited by hand.
    """
    if not path.exists():
        return File()
    try:
        data = load(path)
        _shape(data)
        if data["format"] != FORMAT:
            raise Malformed(f"not a {FORMAT}")
        if type(data["version"]) is not int:
            raise Malformed("of an unknown version: restore it")
        sources, claims = data["sources"], data["claims"]
        if data["digest"] != digest([sources, claims]):
            raise Malformed("edited by hand, for its digest differs: restore it")
        return File(sources, {name: _entry(**row) for name, row in claims.items()})
    except (TypeError, AttributeError, LookupError) as error:
        raise Malformed(f"{path}: not a lock ({error}): restore it") from error
    except Malformed as error:
        raise Malformed(f"{path}: {error}") from error


def _shape(data: Any) -> None:
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is int and version < VERSION:
        raise Malformed(f"of version {version}, which is old: restore it, or regress --update")
    if type(version) is int and version > VERSION:
        raise Malformed(f"of version {version}, newer than this program: upgrade it")
    try:
        fields(data, "not a lock", {"format", "version", "digest", "sources", "claims"})
    except Malformed as error:
        raise Malformed(f"{error}: restore it") from error


def _entry(
    verdict: str,
    statement: str | None,
    certificate: str | None = None,
    enclosures: Mapping[str, Any] | None = None,
    miss: Mapping[str, Any] | None = None,
    margin: Mapping[str, Any] | None = None,
    claim: Mapping[str, Any] | None = None,
) -> Entry:
    if not isinstance(verdict, str) or not all(
        isinstance(word, str | None) for word in (statement, certificate)
    ):
        raise TypeError("an entry has a verdict, a statement and a certificate")
    rows = {name: Row(**row) for name, row in (enclosures or {}).items()}
    missed, left = (Row(**row) if row else None for row in (miss, margin))
    entry = Entry(verdict, statement, certificate, rows, missed, left, claim or {})
    for row in (*rows.values(), *filter(None, [missed, left])):
        row.ends  # noqa: B018  (raises)
    return entry


def content(lock: Lock, sources: str = "") -> str:
    """The text of a lock of claims that are made of these sources."""
    claims = {name: entry.data() for name, entry in lock.items()}
    head = {"format": FORMAT, "version": VERSION, "digest": digest([sources, claims])}
    return dumps({**head, "sources": sources, "claims": claims})
