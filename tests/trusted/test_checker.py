"""The checker accepts exactly what it proves: trees, statements and files that lie are refused."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from fixedpoint import certificates
from fixedpoint.trusted.certificate import Malformed, Rejected, check, load

Json = dict[str, Any]
SCHEMA = json.loads(
    (Path(certificates.__file__).parent / "certificate.schema.json").read_text(encoding="utf-8")
)


def test_the_certificate_proves_and_fits_the_schema(certificate: Json) -> None:
    assert not check(certificate).refuted
    jsonschema.validate(certificate, SCHEMA)


@pytest.mark.parametrize(
    "tree",
    [
        "",
        "n",
        "s0 n",
        "s0 n n n",
        "s1 n n",
        "s0 s0 n n n q",
        "f+0 n",
        "f-0 n",
        "m0",
        "mg",
        "m88",
        "a",
        "z",
        "k",
        "s0  n n",
        "s0 n n ",
        "S0 n n",
        "s00 n n",
        "f n",
        "m",
    ],
)
def test_trees_that_prove_nothing(certificate: Json, tree: str) -> None:
    certificate["proof"]["trees"] = [tree]
    with pytest.raises(Rejected):
        check(certificate)


def test_each_lost_or_doubled_half_is_noticed(certificate: Json) -> None:
    tokens = certificate["proof"]["trees"][0].split(" ")
    places = [n for n, token in enumerate(tokens) if token[0] != "f"]  # a face may repeat
    assert len(places) > 1
    for n in places:
        for changed in (tokens[:n] + tokens[n + 1 :], tokens[: n + 1] + tokens[n:]):
            certificate["proof"]["trees"] = [" ".join(changed)]
            with pytest.raises(Rejected):
                check(certificate)


def test_a_stronger_statement_is_refused(certificate: Json) -> None:
    nodes = certificate["statement"]["nodes"]
    bound = nodes.index(["rational", "0.26"])
    nodes[bound] = ["rational", "0.2499"]
    with pytest.raises(Rejected):
        check(certificate)


def set_path(data: Json, path: str, value: Any) -> None:
    *parents, last = path.split("/")
    for key in parents:
        data = data[int(key) if isinstance(data, list) else key]
    data[int(last) if isinstance(data, list) else last] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", "other"),
        ("version", 2),
        ("version", True),
        ("bits", 8),
        ("bits", 10**6),
        ("bits", "64"),
        ("id", "a\nb"),
        ("id", 3),
        ("extra", 1),
        ("proof", {"trees": "n"}),
        ("proof", {"trees": [3]}),
        ("proof", {}),
        ("proof", {"refuted": {}}),
        ("statement", []),
        ("statement/nodes", {}),
        ("statement/nodes/0", ["rational", 0.5]),
        ("statement/nodes/0", ["rational", "1/0"]),
        ("statement/nodes/0", ["rational", "1e9"]),
        ("statement/nodes/0", ["rational", "nan"]),
        ("statement/nodes/0", ["sin", 0]),
        ("statement/nodes/0", ["add", 1, 2]),
        ("statement/nodes/0", []),
        ("statement/nodes/0", ["exp", True]),
        ("statement/nodes/0", ["exp", -1]),
        ("statement/nodes/0", ["variable", "__import__('os')"]),
        ("statement/names", {"one": "x"}),
        ("statement/claim/kind", "sure"),
        ("statement/claim/kind", []),
        ("statement/claim/relation", ">"),
        ("statement/claim/left", 99),
        ("statement/claim/box", {}),
        ("statement/claim/box", {"x": ["1", "0"]}),
        ("statement/claim/box", {"x": ["0"]}),
        ("statement/claim/box", {"x": ["0", 1]}),
        ("statement/claim", {"kind": "all", "parts": []}),
    ],
)
def test_malformed_data(certificate: Json, path: str, value: Any) -> None:
    set_path(certificate, path, value)
    with pytest.raises(Malformed) as error:
        check(certificate)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1, 2",
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'{"a": 1.5}',
        b'{"a": Infinity}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
    ],
)
def test_malformed_files(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.json"
    path.write_bytes(content)
    with pytest.raises(Malformed):
        check(load(path))


def test_witnesses_are_checked() -> None:
    statement = {
        "nodes": [["variable", "x"], ["rational", "0.5"]],
        "names": {},
        "claim": {
            "kind": "inequality",
            "box": {"x": ["0", "1"]},
            "left": 0,
            "relation": "<",
            "right": 1,
        },
    }
    data: Json = {
        "format": "fixedpoint-certificate",
        "version": 1,
        "id": "w",
        "statement": statement,
        "bits": 64,
        "proof": {"refuted": {"goal": 0, "point": {"x": "3/4"}}},
    }
    assert check(data).refuted
    jsonschema.validate(data, SCHEMA)
    for point in ({"x": "1/4"}, {"x": "2"}, {"y": "3/4"}, {}):
        bad = copy.deepcopy(data)
        bad["proof"]["refuted"]["point"] = point
        with pytest.raises(Rejected):
            check(bad)
    data["proof"]["refuted"]["goal"] = 1
    with pytest.raises(Rejected):
        check(data)
