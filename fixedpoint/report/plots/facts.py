"""What the figures show as proved: the stored certificates, or new proofs where none is stored."""

from functools import cache
from typing import Any

from fixedpoint import registry
from fixedpoint.claims.claim import Claim
from fixedpoint.exact import exact
from fixedpoint.explore.enclosure import Enclosure
from fixedpoint.prove.prove import Result, prove
from fixedpoint.prove.run import stored


@cache
def claim(name: str) -> Claim:
    """A claim by its id."""
    return registry.discover()[name]


@cache
def fact(name: str) -> Result:
    """What is proved about a claim, checked."""
    return stored(claim(name), registry.certificates()) or prove(claim(name))


def formula(name: str) -> dict[str, Any]:
    """The checked formula of a claim."""
    certificate = fact(name).certificate
    if certificate is None:
        raise ValueError(f"{name} is not decided")
    found: dict[str, Any] = certificate["statement"]["claim"]
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
