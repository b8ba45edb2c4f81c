"""check: what it replays, compares and refuses."""

import shutil
from pathlib import Path

import pytest

from fixedpoint.certificates.store import Store
from fixedpoint.claims import Inequality
from fixedpoint.command.line import main
from fixedpoint.verdicts.run import run
from tests.command.conftest import FORMAL, UNIT, U, made
from tests.toy import changed, failing, printed


def test_check_replays_what_is_stored(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for jobs in ("1", "2"):
        lines = printed(capsys, "check", "--jobs", jobs).splitlines()
        assert [line.split()[0] for line in lines if line[0] != " "] == FORMAL
        assert "K1       PROVED   inequality on u in [0, 1]" in lines
        assert "    fails at u = 1" in lines


def test_check_prints_in_full_what_is_proved(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(locked / "certificates" / "K1.json")
    assert printed(capsys, "check", path, "-v").splitlines() == [
        "K1       PROVED   inequality on u in [0, 1]",
        "    for all u in [0, 1]:",
        "      u*(-u + 1) <= 0.25",
    ]


def test_check_compares_the_statement_with_the_lock(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = locked / "certificates"
    claim = made("K1", Inequality(U * (1 - U), "<=", 1, UNIT))
    list(run([claim], 1, Store(locked / "other")))
    path = locked / "other" / "K1.json"
    errors = failing(capsys, 1, "check", str(path))
    assert "proves another statement than the one proofs/ states under that id" in errors
    shutil.copy(path, stored / "K1.json")
    assert "proves another statement" in failing(capsys, 1, "check")
    foreign = changed(path, id="mine")
    lines = printed(capsys, "check", foreign).splitlines()
    assert lines[0].startswith("mine     PROVED") and "      u*(-u + 1) <= 1" in lines


def test_check_misses_a_certificate(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (locked / "certificates" / "K5.json").unlink()
    assert "no certificate of K5" in failing(capsys, 1, "check")
    shutil.copy(locked / "certificates" / "K1.json", locked / "certificates" / "K5.json")
    assert "no certificate of K5" in failing(capsys, 1, "check")


def test_check_rejects_a_wrong_proof(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(locked / "certificates" / "K1.json", proof={"trees": ["n"]})
    assert "K1.json: the certificate proves nothing" in failing(capsys, 1, "check", path)


def test_check_goes_on_after_a_bad_file(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored = locked / "certificates"
    (stored / "K1.json").write_text("{")
    assert main(["check"]) == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 2 and "not a certificate" in captured.err
    assert "no certificate of K1" in captured.err
    assert [line.split()[0] for line in captured.out.splitlines() if line[0] != " "] == [
        name for name in FORMAL if name != "K1"
    ]


def test_check_without_certificates(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no certificates in" in failing(capsys, 2, "check")
