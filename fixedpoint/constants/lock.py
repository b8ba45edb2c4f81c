"""constants.toml, the lock of the proved numbers: read with limits and its digest compared."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from fixedpoint.certificates.store import digest
from fixedpoint.trusted.certificate import Malformed
from fixedpoint.trusted.statement import number

VERSION, MAX_BYTES = 1, 4_000_000
TABLES = ("constants", "misses")


@dataclass(frozen=True)
class Row:
    """One number: what it is, between which decimals it lies, and what proves it.

    `claim`: the id of the claim; `certificate`: the digest of its certificate.
    """

    text: str
    lower: str
    upper: str
    claim: str
    certificate: str

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The exact end points; raises Malformed for what are none."""
        lower, upper = number(self.lower), number(self.upper)
        if lower > upper:
            raise Malformed(f"{self.claim}: lower > upper")
        return lower, upper


@dataclass(frozen=True)
class Lock:
    """The constants by their names, by how much refuted claims fail, and a digest of the verdicts.

    `misses`: by the id of a refuted claim, the distance to what it claims at its witness.
    """

    constants: Mapping[str, Row]
    misses: Mapping[str, Row]
    verdicts: str

    def of(self, claim: str) -> "Lock":
        """The rows that a claim proves."""
        constants, misses = (
            {name: row for name, row in getattr(self, table).items() if row.claim == claim}
            for table in TABLES
        )
        return Lock(constants, misses, self.verdicts)

    def data(self) -> dict[str, Any]:
        """The content as plain data, without its digest."""
        rows = {
            table: {name: vars(row) for name, row in getattr(self, table).items()}
            for table in TABLES
        }
        return {"version": VERSION, "verdicts": self.verdicts, **rows}


def read(path: Path) -> Lock:
    """The lock of a file; an empty one if there is no file.

    Raises Malformed for a file that is no lock, of a newer version, or edited by hand.
    """
    if not path.exists():
        return Lock({}, {}, "")
    try:
        with path.open("rb") as stream:
            data = tomllib.loads(stream.read(MAX_BYTES).decode())
        version, stated = data["version"], data.pop("digest")
        if type(version) is int and version > VERSION:
            raise Malformed(f"of version {version}, newer than this program: upgrade verify-bounds")
        if stated != digest(data):
            raise Malformed("edited by hand, for its digest differs: restore it")
        constants, misses = (
            {name: Row(**row) for name, row in data[table].items()} for table in TABLES
        )
        lock = Lock(constants, misses, data["verdicts"])
        for row in (*lock.constants.values(), *lock.misses.values()):
            row.ends  # noqa: B018  (raises)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, LookupError, TypeError) as error:
        raise Malformed(f"{path}: not a lock of constants ({error}): restore it") from error
    except (AttributeError, Malformed) as error:
        raise Malformed(f"{path}: {error}") from error
    return lock
