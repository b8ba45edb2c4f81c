"""Proved constants for programs.

>>> from fixedpoint.constants import SELU_ALPHA
>>> SELU_ALPHA.float64
1.6732632423543772
>>> SELU_ALPHA.decimal(50)
'1.6732632423543772848170429916716520384611553482812'

Every name of `verify-bounds constants` is an attribute of this module. Reading them needs neither
SymPy nor a kernel: they come from the lock of constants, whose rows certificates prove.
"""

from functools import cache
from typing import Any

from fixedpoint import registry
from fixedpoint.constants import lock
from fixedpoint.constants.constant import Constant
from fixedpoint.enclosure import Enclosure


def read(proofs: registry.Proofs) -> dict[str, Constant]:
    """Every constant that a folder of claims has proved, by its name."""
    return {
        name: Constant(
            name,
            row.text,
            Enclosure(*row.ends),
            row.claim,
            row.certificate,
            proofs.certificates / f"{row.claim}.json",
        )
        for name, row in lock.read(proofs.constants).constants.items()
    }


@cache
def constants() -> dict[str, Constant]:
    """The constants about the paper, by their names."""
    return read(registry.proofs())


def __getattr__(name: str) -> Any:
    """A constant by its name."""
    if name.startswith("__") or name not in constants():
        raise AttributeError(f"no constant {name}: verify-bounds constants lists them")
    return constants()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *constants()})


__all__ = ["Constant", "Enclosure", "constants", "read"]
