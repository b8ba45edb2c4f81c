"""What the figures show as proved: the certificates that the lock knows, or new proofs."""

from functools import cache
from typing import Any

from fixedpoint import registry
from fixedpoint.certificates.store import digest
from fixedpoint.claims.claim import Claim, Verdict
from fixedpoint.enclosure import Enclosure
from fixedpoint.trusted.certificate import load
from fixedpoint.trusted.exact import exact
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.decide import fingerprint, prove


@cache
def claim(name: str) -> Claim:
    """A claim by its id."""
    return registry.discover()[name]


@cache
def certificate(name: str) -> dict[str, Any]:
    """The certificate that proves a claim: the stored one if it is the lock's, else a new one."""
    proofs = registry.proofs()
    entry, path = locks.of(proofs.sections).get(name), proofs.certificate(name)
    if entry and entry.verdict is Verdict.PROVED and path.is_file():
        data: dict[str, Any] = load(path)
        if digest(data) == entry.certificate and entry.statement == fingerprint(claim(name)):
            return data
    made = prove(claim(name))
    if made.verdict is not Verdict.PROVED or made.certificate is None:
        raise ValueError(f"{name} is not proved: no figure can show it")
    return made.certificate


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
