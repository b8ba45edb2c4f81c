"""Proved constants for programs.

>>> from fixedpoint.constants import SELU_ALPHA
>>> SELU_ALPHA.float64
1.6732632423543772
>>> SELU_ALPHA.decimal(50)
'1.6732632423543772848170429916716520384611553482812'

Every name of `verify-bounds constants` is an attribute of this module. Reading them needs neither
SymPy nor a kernel: they come from the locks, whose enclosures certificates prove.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from fixedpoint import registry
from fixedpoint.certificates.store import digest
from fixedpoint.constants.constant import Constant
from fixedpoint.enclosure import Enclosure
from fixedpoint.trusted.certificate import load
from fixedpoint.verdicts import locks


def of(proofs: registry.Proofs) -> dict[str, Constant]:
    """Every constant that a folder of claims has proved, by its name, if programs can have it."""
    return {
        name: Constant(
            name,
            row.text,
            Enclosure(*row.ends),
            claim,
            entry.certificate or "",
            proofs.certificate(claim),
        )
        for claim, entry in locks.of(proofs.sections).items()
        for name, row in _checked(claim, entry, proofs).items()
        if name.isidentifier()
    }


def _checked(claim: str, entry: locks.Entry, proofs: registry.Proofs) -> Mapping[str, locks.Row]:
    """The enclosures of a claim, if the lock was written with exactly its stored certificate."""
    if entry.enclosures and digest(load(proofs.certificate(claim))) != entry.certificate:
        raise ValueError(
            f"the stored certificate of {claim} is not the one that the lock knows: "
            f"verify-bounds prove {claim} makes it anew"
        )
    return entry.enclosures


@cache
def constants() -> dict[str, Constant]:
    """The constants of the claims that come with the package, by their names."""
    return of(registry.proofs())


def __getattr__(name: str) -> Any:
    """A constant by its name."""
    if name.startswith("__") or name not in constants():
        raise AttributeError(f"no constant {name}: verify-bounds constants lists them")
    return constants()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *constants()})


__all__ = ["Constant", "Enclosure", "constants", "of"]
