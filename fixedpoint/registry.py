"""Where claims are: a folder of modules that may define CLAIMS, with what was proved of them.

A folder of claims is one section, or a package of sections: folders of modules whose certificates
and lock lie beside them, so that each can be proved, checked and reviewed alone.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the claims need SymPy, which checking must not load
    from fixedpoint.claims.about import About
    from fixedpoint.claims.claim import Claim

DEFAULT = "fixedpoint.proofs"
"""The package of claims that is meant where none is named."""

LANGUAGE = ("claims", "decimals.py", "model", "trusted")
"""The rooms that make statements of what claims mean."""


@dataclass(frozen=True)
class Section:
    """A folder of modules of claims; their certificates and their lock lie beside them."""

    folder: Path
    package: str

    @property
    def certificates(self) -> Path:
        """The folder of the stored certificates, one file <id>.json a claim."""
        return self.folder / "certificates"

    @property
    def lock(self) -> Path:
        """What is expected of the claims: verdicts, enclosures, digests."""
        return self.folder / "lock.json"

    @property
    def states(self) -> bool:
        """Whether one of its modules speaks of CLAIMS: a folder without such states nothing."""
        modules = self.folder.glob("*.py")
        return any("CLAIMS" in path.read_text(encoding="utf-8") for path in modules)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim by its id, in the order of the modules' names and then of their positions.

        Raises ValueError for an id that two claims share or a module that cannot be imported,
        with the file and line of its error.
        """
        found: dict[str, Claim] = {}
        for name in sorted(m.name for m in pkgutil.iter_modules([str(self.folder)]) if not m.ispkg):
            file = self.folder / f"{name}.py"
            claims = _attribute(f"{self.package}.{name}", self.folder, "CLAIMS", ())
            if not isinstance(claims, Iterable):
                raise ValueError(f"{file}: TypeError: CLAIMS is {claims!r:.60}: a tuple of claims")
            for claim in claims:
                if not hasattr(claim, "meaning"):
                    raise ValueError(f"{file}: CLAIMS holds {claim!r:.60}, which is not a claim")
                if claim.id in found:
                    raise ValueError(f"{file}: the id {claim.id} is taken: rename one")
                found[claim.id] = claim
        return found


@dataclass(frozen=True)
class Proofs:
    """The sections in a folder, and all those of the package it belongs to."""

    folder: Path
    package: str
    sections: tuple[Section, ...]
    package_sections: tuple[Section, ...]

    def claims(self) -> dict[str, Claim]:
        """The claims of the folder by their ids, section by section; ValueError as a section's."""
        return together((section, section.claims) for section in self.sections)

    def all_claims(self) -> dict[str, Claim]:
        """The claims of the whole package, which those of the folder may use."""
        return together((section, section.claims) for section in self.package_sections)

    def sources(self) -> str:
        """SHA-256 of what the claims are made of: the package, and the language they are stated in.

        Of the package that is every Python and JSON file but locks and certificates.
        """
        found = hashlib.sha256()
        rooms = (Path(__file__).parent / name for name in LANGUAGE)
        for top in (self.package_sections[0].folder, *rooms):
            names = {path.relative_to(top.parent).as_posix(): path for path in _sources(top)}
            for name, path in sorted(names.items()):
                content = path.read_bytes().replace(b"\r\n", b"\n")
                found.update(f"{name} {len(content)}\n".encode() + content)
        return found.hexdigest()

    def homes(self) -> dict[str, Path]:
        """The folder in which the certificate of each claim of the package is stored."""
        return {
            name: section.certificates
            for section in self.package_sections
            for name in section.claims
        }

    def certificate(self, name: str) -> Path:
        """The file of a claim's stored certificate, found without loading the claims."""
        places = [s.certificates / f"{name}.json" for s in self.package_sections]
        return next((path for path in places if path.is_file()), places[0])

    @property
    def literals(self) -> Path:
        """The table of the constants as other projects ship them, if there is one."""
        return self.package_sections[0].folder / "literals.toml"

    def about(self) -> About:
        """What the claims are about: ABOUT in the module `about`, or the folder's name alone."""
        from fixedpoint.claims.about import About

        root = self.package_sections[0].folder
        plain = About(title=root.name)
        if not (root / "about.py").is_file():
            return plain
        found: About = _attribute(f"{self.package}.about", root, "ABOUT", plain)
        return found


def proofs(folder: Path | None = None) -> Proofs:
    """The claims in a folder; those that come with the package if none is named.

    A folder's modules are imported as a package of the folder's name; a section of a package as a
    part of it. Raises ValueError for what is no folder of modules, or a name that another has.
    """
    default = _folder(DEFAULT)
    if folder is None:
        return _package(default, DEFAULT, default)
    folder = folder.resolve()
    if not _has_modules(folder):
        raise ValueError(f"{folder} is not a folder with Python modules: name a folder of claims")
    if folder.is_relative_to(default):
        return _package(default, DEFAULT, folder)
    root = folder
    while (root.parent / "__init__.py").is_file():
        root = root.parent
    if not root.name.isidentifier():
        raise ValueError(f"{root}: its name is not a Python name: rename it, say, proofs")
    if str(root.parent) not in sys.path:
        sys.path.insert(0, str(root.parent))
    if _folder(root.name) != root:
        raise ValueError(f"{root}: another package has the name {root.name}: rename one")
    return _package(root, root.name, folder)


def _package(root: Path, package: str, folder: Path) -> Proofs:
    """The sections of a package, of which those in `folder` are meant."""
    below = sorted(folder for folder in root.iterdir() if folder.name.isidentifier())
    found = (Section(folder, f"{package}.{folder.name}") for folder in below)
    sections = (Section(root, package), *(section for section in found if section.states))
    own = tuple(s for s in sections if s.folder.is_relative_to(folder))
    return Proofs(folder, package, own, sections)


def _has_modules(folder: Path) -> bool:
    return any(folder.glob("*.py"))


def _sources(folder: Path) -> Iterator[Path]:
    """A file, or the Python and JSON files below a folder, but locks and certificates."""
    if folder.is_file():
        yield folder
    for place, below, names in os.walk(folder):
        below[:] = [name for name in below if name.isidentifier() and name != "certificates"]
        for name in names:
            if name.endswith((".py", ".json")) and name[0] != "." and name != "lock.json":
                yield Path(place, name)


def together(sections: Iterable[tuple[Section, Mapping[str, Claim]]]) -> dict[str, Claim]:
    """The claims of several sections; ValueError for an id that two have."""
    found: dict[str, Claim] = {}
    for section, claims in sections:
        for name in claims.keys() & found:
            raise ValueError(f"{section.folder}: the id {name} is taken: rename one")
        found |= claims
    return found


def _attribute(module: str, folder: Path, name: str, otherwise: Any) -> Any:
    """What a module of a folder defines; ValueError with file and line if it cannot be imported."""
    try:
        return getattr(importlib.import_module(module), name, otherwise)
    except (Exception, SystemExit) as error:
        place = _place(error, folder) or f"{folder / module.rpartition('.')[2]}.py"
        raise ValueError(f"{place}: {type(error).__name__}: {error}") from error


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
    """Every claim in a folder, by its id; those that come with the package if none is named."""
    return proofs(folder).claims()


def select(
    ids: Iterable[str],
    claims: Mapping[str, Claim] | None = None,
    others: Mapping[str, Claim] | None = None,
) -> list[Claim]:
    """The claims with these ids and all they need, in their order; no ids means all.

    A theorem needs its `uses`, which may be among `others`. Raises ValueError for an unknown id.
    """
    claims = discover() if claims is None else claims
    known = claims if others is None else others
    pending = [(name, "") for name in list(ids) or claims]
    wanted: set[str] = set()
    while pending:
        name, by = pending.pop()
        if name not in known:
            raise ValueError(
                (f"{by} needs a claim that is not there: " if by else "") + unknown(name, known)
            )
        if name not in wanted:
            wanted.add(name)
            pending += [(other, name) for other in getattr(known[name], "uses", ())]
    return [claim for name, claim in known.items() if name in wanted]


def unknown(name: str, claims: Iterable[str]) -> str:
    """What to say about an unknown id: the ids nearest to it."""
    return f"no claim has the id {name!r}; {near(name, claims, 'verify-bounds list shows all ids')}"


def near(name: str, names: Iterable[str], otherwise: str) -> str:
    """The names nearest to an unknown one, or else another hint."""
    known = {each.lower(): each for each in names}
    found = [known[key] for key in get_close_matches(name.lower(), known, n=3, cutoff=0.5)]
    return f"did you mean {', '.join(found)}?" if found else otherwise
