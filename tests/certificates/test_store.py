"""Files are written whole or not at all; digests are of the data."""

from pathlib import Path
from typing import Any

import pytest

from fixedpoint.certificates.store import Store, digest, dumps, save
from fixedpoint.trusted.certificate import load

Json = dict[str, Any]


def test_a_store_knows_the_homes_of_claims(tmp_path: Path) -> None:
    store = Store(tmp_path, {"A": tmp_path / "a" / "certificates"})
    assert store.path("A") == tmp_path / "a" / "certificates" / "A.json"
    assert store.path("B") == tmp_path / "B.json"


def test_files_are_written_whole_or_not_at_all(tmp_path: Path, certificate: Json) -> None:
    path = tmp_path / "deep" / "c.json"
    save(path, dumps(certificate))
    assert load(path) == certificate
    with pytest.raises(TypeError):
        save(path, 3)  # type: ignore[arg-type]
    assert load(path) == certificate and len(list(path.parent.iterdir())) == 1


def test_the_digest_ignores_the_order_of_keys(certificate: Json) -> None:
    statement = certificate["statement"]
    assert digest(statement) == digest(dict(reversed(statement.items())))
    assert digest(statement) != digest({**statement, "names": {"c": 0}})
