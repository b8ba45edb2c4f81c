"""Where the claims are: every module of the package `proofs` may define CLAIMS."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the claims need SymPy, which checking must not load
    from fixedpoint.claims.claim import Claim


def home() -> Path:
    """The folder of the package `proofs`, found without importing its sections."""
    spec = find_spec("proofs")
    if spec is None or not spec.submodule_search_locations:
        raise ValueError("the package proofs is not installed: install the project with pip")
    return Path(next(iter(spec.submodule_search_locations)))


def certificates() -> Path:
    """The folder of the stored certificates, one file <id>.json a claim."""
    return home() / "certificates"


def verdicts() -> Path:
    """The verdict lock."""
    return home() / "verdicts.json"


def constants() -> Path:
    """The proved numbers."""
    return home() / "constants.toml"


def discover(folder: Path | None = None, package: str = "proofs") -> dict[str, Claim]:
    """Every claim by its id, in the order of the modules' names and then of their positions.

    Raises ValueError for an id that two claims share or a module that cannot be imported.
    """
    found: dict[str, Claim] = {}
    names = sorted(module.name for module in pkgutil.iter_modules([str(folder or home())]))
    for name in names:
        try:
            module = importlib.import_module(f"{package}.{name}")
        except Exception as error:
            raise ValueError(
                f"{package}/{name}.py cannot be imported: {type(error).__name__}: {error}"
            ) from error
        for claim in getattr(module, "CLAIMS", ()):
            if claim.id in found:
                raise ValueError(f"{package}/{name}.py: the id {claim.id} is taken: rename one")
            found[claim.id] = claim
    return found


def select(ids: Iterable[str], claims: Mapping[str, Claim] | None = None) -> list[Claim]:
    """The claims with these ids and all they need, in the paper's order; no ids means all.

    A theorem needs its `uses`. Raises ValueError for an unknown id.
    """
    claims = discover() if claims is None else claims
    pending = [(name, "") for name in list(ids) or claims]
    wanted: set[str] = set()
    while pending:
        name, by = pending.pop()
        if name not in claims:
            raise ValueError(
                (f"{by} needs a claim that is not there: " if by else "") + unknown(name, claims)
            )
        if name not in wanted:
            wanted.add(name)
            pending += [(other, name) for other in getattr(claims[name], "uses", ())]
    return [claim for name, claim in claims.items() if name in wanted]


def unknown(name: str, claims: Iterable[str]) -> str:
    """What to say about an unknown id: the ids nearest to it."""
    ids = {known.lower(): known for known in claims}
    near = [ids[key] for key in get_close_matches(name.lower(), ids, n=3, cutoff=0.5)]
    hint = f"did you mean {', '.join(near)}?" if near else "verify-bounds list shows all ids"
    return f"no claim has the id {name!r}; {hint}"
