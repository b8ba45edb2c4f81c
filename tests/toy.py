"""A folder of claims of a test's own, with locks and certificates, and the command upon it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from fixedpoint import registry
from fixedpoint.certificates.store import dumps
from fixedpoint.claims import Claim
from fixedpoint.command.line import main
from fixedpoint.trusted.certificate import load
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.locks import Entry


def single(folder: Path) -> registry.Proofs:
    """A folder that is one section."""
    section = registry.Section(folder, "toy")
    return registry.Proofs(folder, "toy", (section,), (section,))


def settle(patch: pytest.MonkeyPatch, folder: Path, claims: Mapping[str, Claim]) -> registry.Proofs:
    """From now on these claims, which may change, are the only ones, and this is their folder."""
    proofs = single(folder)
    patch.setattr(registry, "proofs", lambda _=None: proofs)
    patch.setattr(registry.Section, "claims", property(lambda _: dict(claims)))
    return proofs


def relock(folder: Path, **entries: Entry) -> None:
    """Write the lock anew, as if this had been found of these claims."""
    path = folder / "lock.json"
    path.write_text(locks.content({**locks.read(path), **entries}), encoding="utf-8")


def changed(path: Path, **keys: Any) -> str:
    """A certificate with other values of these keys, in its place."""
    path.write_text(dumps({**load(path), **keys}), encoding="utf-8")
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *argv: str, status: int = 0) -> str:
    """What a command prints to stdout; nothing to stderr."""
    assert main(list(argv)) == status
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def failing(capsys: pytest.CaptureFixture[str], status: int, *argv: str) -> str:
    """The one line that a command prints to stderr when it ends with this status."""
    assert main(list(argv)) == status
    errors = capsys.readouterr().err
    assert errors.startswith("verify-bounds: error: ") and errors.count("\n") == 1
    return errors
