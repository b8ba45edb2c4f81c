"""Where claims are: a folder of modules that may define CLAIMS, with what was proved of them."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the claims need SymPy, which checking must not load
    from fixedpoint.claims.claim import Claim

PAPER = "fixedpoint.proofs"
"""The package of the claims about the paper."""


@dataclass(frozen=True)
class Proofs:
    """A folder that is a package of claims, with its certificates and locks."""

    folder: Path
    package: str

    @property
    def certificates(self) -> Path:
        """The folder of the stored certificates, one file <id>.json a claim."""
        return self.folder / "certificates"

    @property
    def verdicts(self) -> Path:
        """The verdict lock."""
        return self.folder / "verdicts.json"

    @property
    def constants(self) -> Path:
        """The lock of the proved numbers."""
        return self.folder / "constants.toml"

    def claims(self) -> dict[str, Claim]:
        """Every claim by its id, in the order of the modules' names and then of their positions.

        Raises ValueError for an id that two claims share or a module that cannot be imported,
        with the file and line of its error.
        """
        found: dict[str, Claim] = {}
        for name in sorted(module.name for module in pkgutil.iter_modules([str(self.folder)])):
            file = self.folder / f"{name}.py"
            for claim in self._module(name):
                if not hasattr(claim, "meaning"):
                    raise ValueError(f"{file}: CLAIMS holds {claim!r:.60}, which is not a claim")
                if claim.id in found:
                    raise ValueError(f"{file}: the id {claim.id} is taken: rename one")
                found[claim.id] = claim
        return found

    def _module(self, name: str) -> Iterable[Claim]:
        try:
            module = importlib.import_module(f"{self.package}.{name}")
            return tuple(getattr(module, "CLAIMS", ()))
        except (Exception, SystemExit) as error:
            place = _place(error, self.folder) or f"{self.folder / name}.py"
            raise ValueError(f"{place}: {type(error).__name__}: {error}") from error


def proofs(folder: Path | None = None) -> Proofs:
    """The claims in a folder; those about the paper if none is named.

    A folder's modules are imported as a package of the folder's name. Raises ValueError for what
    is no folder of modules, or a name that another package has.
    """
    if folder is None:
        return Proofs(_folder(PAPER), PAPER)
    folder = folder.resolve()
    if not any(folder.glob("*.py")):
        raise ValueError(f"{folder} is not a folder with Python modules: name a folder of claims")
    if folder == _folder(PAPER):
        return proofs()
    if not folder.name.isidentifier():
        raise ValueError(f"{folder}: its name is not a Python name: rename it, say, proofs")
    if str(folder.parent) not in sys.path:
        sys.path.insert(0, str(folder.parent))
    if _folder(folder.name) != folder:
        raise ValueError(f"{folder}: another package has the name {folder.name}: rename one")
    return Proofs(folder, folder.name)


def _folder(package: str) -> Path:
    """The folder of a package, found without importing its modules."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ValueError(f"the package {package} is not installed: install the project with pip")
    return Path(next(iter(spec.submodule_search_locations))).resolve()


def _place(error: BaseException, folder: Path) -> str:
    """file:line of an error in a folder's modules; empty where it is not known."""
    if isinstance(error, SyntaxError):
        return f"{error.filename}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(folder)]
    return f"{own[-1].filename}:{own[-1].lineno}" if own else ""


def discover(folder: Path | None = None) -> dict[str, Claim]:
    """Every claim in a folder, by its id; those about the paper if none is named."""
    return proofs(folder).claims()


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
    return f"no claim has the id {name!r}; {near(name, claims, 'verify-bounds list shows all ids')}"


def near(name: str, names: Iterable[str], otherwise: str) -> str:
    """The names nearest to an unknown one, or else another hint."""
    known = {each.lower(): each for each in names}
    found = [known[key] for key in get_close_matches(name.lower(), known, n=3, cutoff=0.5)]
    return f"did you mean {', '.join(found)}?" if found else otherwise
