"""The verdict lock: for every claim the verdict expected and a fingerprint of what it states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fixedpoint.certificates.store import dumps
from fixedpoint.trusted.certificate import Malformed, load

if TYPE_CHECKING:  # the claims need SymPy, which checking must not load
    from fixedpoint.claims.claim import Claim, Verdict


@dataclass(frozen=True)
class Entry:
    """One line of the lock: the name of a verdict, and the fingerprint of a formal statement."""

    name: str
    statement: str | None

    @property
    def verdict(self) -> Verdict:
        """The verdict; raises Malformed where the lock names none."""
        from fixedpoint.claims.claim import Verdict

        try:
            return Verdict(self.name)
        except ValueError as error:
            raise Malformed(f"the lock has an unknown verdict {self.name[:40]!r}") from error


def read(path: Path) -> dict[str, Entry]:
    """The entries by id, in the paper's order; none if there is no file. Raises Malformed."""
    if not path.exists():
        return {}
    try:
        data = load(path)
        return {name: _entry(**row) for name, row in data.items()}
    except (TypeError, AttributeError, Malformed) as error:
        raise Malformed(f"{path}: not a verdict lock ({error}): restore it") from error


def _entry(verdict: object, statement: object) -> Entry:
    if not isinstance(verdict, str) or not isinstance(statement, str | None):
        raise Malformed("an entry has a verdict and a statement")
    return Entry(verdict, statement)


def content(claims: Iterable[Claim], verdicts: Mapping[str, Verdict]) -> str:
    """The text of a lock for these claims, in their order."""
    from fixedpoint.verdicts.run import stated

    return dumps(
        {
            claim.id: {"verdict": verdicts[claim.id].value, "statement": stated(claim)}
            for claim in claims
        }
    )
