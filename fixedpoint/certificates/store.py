"""Certificates and other files as text: canonical, fingerprinted, written whole or not at all."""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Store:
    """Where a run stores certificates: in the claims' own folders, or else in `folder`."""

    folder: Path
    homes: Mapping[str, Path] = field(default_factory=dict)

    def path(self, name: str) -> Path:
        """The file of a claim's certificate."""
        return self.homes.get(name, self.folder) / f"{name}.json"


def dumps(data: Any) -> str:
    """The canonical text of JSON data: one line a node, keys in the order given."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def digest(data: Any) -> str:
    """A fingerprint of plain data: SHA-256 of its sorted JSON."""
    plain = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def save(path: Path, content: str) -> None:
    """Write a file atomically: it holds the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
