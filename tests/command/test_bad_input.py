"""Bad input of every kind is told in one line."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fixedpoint.verdicts import locks
from tests.toy import changed, failing


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["prove", "K11"], "no claim has the id 'K11'; did you mean K1"),
        (["show", "v1"], "did you mean V1"),
        (["prove", "zzz"], "verify-bounds list shows all ids"),
        (["prove", "--jobs", "0"], "'0' is not a number from 1 to 1000"),
        (["prove", "--jobs", "-1"], "'-1' is not a number from 1 to 1000"),
        (["check", "--jobs", "two"], "'two' is not a number from 1 to 1000"),
        (["prove", "--jobs"], "expected one argument"),
        (["nonsense"], "invalid choice: 'nonsense'"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["show"], "the following arguments are required: ID"),
        (["check", "{home}/absent.json"], "absent.json: No such file or directory"),
        (["check", "{home}"], "is a directory or device"),
        (["prove", "K1", "--certificates", "{home}/lock.json/x"], "choose a path that works"),
        (["prove", "K1", "--certificates", "{home}/lock.json"], "choose a path that works"),
    ],
)
def test_bad_input_is_told_in_one_line(
    locked: Path, capsys: pytest.CaptureFixture[str], argv: list[str], says: str
) -> None:
    assert says in failing(capsys, 2, *(word.replace("{home}", str(locked)) for word in argv))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": 1}',
        b'{"a": 1, "a": 2}',
        b'{"bits": 1e3}',
        b'{"bits": NaN}',
    ],
)
def test_what_is_no_certificate_is_told_in_one_line(
    home: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (home / "x.json").write_bytes(content)
    assert "x.json: not a certificate: " in failing(capsys, 2, "check", str(home / "x.json"))


@pytest.mark.parametrize(
    "keys",
    [
        {"version": 2},
        {"format": "other"},
        {"bits": 8},
        {"id": 3},
        {"statement": {}},
        {"proof": []},
        {"more": 1},
    ],
)
def test_a_malformed_certificate_is_told_in_one_line(
    locked: Path, capsys: pytest.CaptureFixture[str], keys: dict[str, Any]
) -> None:
    path = changed(locked / "certificates" / "K1.json", **keys)
    assert "K1.json: not a certificate: " in failing(capsys, 2, "check", path)


def test_a_truncated_certificate(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = locked / "certificates" / "V1.json"
    path.write_bytes(path.read_bytes()[:-40])
    assert "not a JSON file" in failing(capsys, 2, "check", str(path))


def test_a_damaged_lock(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = locked / "lock.json"
    known = locks.read(path)["K1"]
    path.write_text("{")
    for command in (["check"], ["prove", "K1"], ["list"]):
        assert f"{path}: not a JSON file" in failing(capsys, 2, *command)
    path.write_text("{}")
    for command in (["check"], ["prove", "K1"], ["list"]):
        assert f"{path}: not a lock" in failing(capsys, 2, *command)
    path.write_text(locks.content({"K1": replace(known, word="TRUE")}))
    assert "unknown verdict 'TRUE'" in failing(capsys, 2, "list")
