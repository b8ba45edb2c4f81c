"""What the figures show as proved: the stored certificates, or new proofs where none is stored."""

from functools import cache
from typing import Any

from fixedpoint import registry
from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.claims.claim import Claim
from fixedpoint.enclosure import Enclosure
from fixedpoint.prove.prove import prove
from fixedpoint.trusted.certificate import load
from fixedpoint.trusted.exact import exact
from fixedpoint.verdicts import locks as lock


@cache
def claim(name: str) -> Claim:
    """A claim by its id."""
    return registry.discover()[name]


@cache
def certificate(name: str) -> dict[str, Any]:
    """The stored certificate of a claim if the lock knows its statement, else that of a new proof.

    The stored one is not replayed here: verify-bounds check does that.
    """
    entry = lock.read(registry.proofs().verdicts).get(name)
    path = registry.proofs().certificates / f"{name}.json"
    if entry is not None and entry.name == "PROVED" and path.is_file():
        data: dict[str, Any] = load(path)
        if claimed(data["statement"]) == entry.statement:
            return data
    made = prove(claim(name)).certificate
    if made is None:
        raise ValueError(f"{name} is not decided")
    return made


def formula(name: str) -> dict[str, Any]:
    """The formula that a claim's certificate states."""
    found: dict[str, Any] = certificate(name)["statement"]["claim"]
    return found


def extremum(name: str) -> tuple[Enclosure, dict[str, float]]:
    """The proved enclosure of an extremum, and a point whose value lies in it."""
    found = formula(name)
    ends = Enclosure(exact(found["lower"]), exact(found["upper"]))
    return ends, {variable: float(exact(q)) for variable, q in found["point"].items()}


def box(name: str) -> dict[str, tuple[float, float]]:
    """The domain of a claim."""
    ends = formula(name)["box"]
    return {v: (float(exact(a)), float(exact(b))) for v, (a, b) in ends.items()}
