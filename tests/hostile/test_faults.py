"""Kills, a full disk, two runs at once, a jumping clock: no certificate is half-written or lost."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import fixedpoint
from fixedpoint import registry
from fixedpoint.command.line import main
from fixedpoint.trusted.certificate import check, load
from tests.sample import ATTACK

IDS = ("L13c", "L13.1", "L13.4", "L13.7", "T1.1", "T1.3", "T16", "EQ6", "V2", "V5", "L8", "L7.2")


def start(folder: Path) -> "subprocess.Popen[bytes]":
    """A run of two processes in a process group of its own."""
    code = "import sys; from fixedpoint.command.line import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.Popen(
        [sys.executable, "-c", code, "prove", *IDS, "--jobs", "2", "--certificates", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finished(folder: Path) -> set[str]:
    """The ids with a certificate, each of which must be whole and the committed one."""
    names = {path.stem for path in folder.glob("*.json") if path.name[0] != "."}
    for name in names:
        path = folder / f"{name}.json"
        assert path.read_bytes() == registry.proofs().certificate(name).read_bytes()
        assert check(load(path)).id == name
    return names


@pytest.mark.parametrize("kills", [1, pytest.param(6, marks=ATTACK)])
def test_killed_runs_leave_whole_certificates_and_continue(tmp_path: Path, kills: int) -> None:
    moment = random.Random(1)
    for _ in range(kills):
        process = start(tmp_path)
        time.sleep(moment.uniform(0.2, 3))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        finished(tmp_path)
    last = start(tmp_path)
    _, complaints = last.communicate(timeout=120)
    assert last.returncode == 0, complaints
    assert finished(tmp_path) == set(IDS)
    assert not (tmp_path / ".run.json").exists()


def test_two_runs_in_one_folder(tmp_path: Path) -> None:
    both = [start(tmp_path), start(tmp_path)]
    for process in both:
        _, complaints = process.communicate(timeout=120)
        assert process.returncode == 0, complaints
    assert finished(tmp_path) == set(IDS)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_loses_nothing(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["prove", "L13.4", "--jobs", "1", "--certificates", str(tmp_path)]
    assert main(arguments) == 0

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, call, full)
        capsys.readouterr()
        assert main(arguments) == 2
    complaint = capsys.readouterr().err
    assert "No space left on device" in complaint and complaint.count("\n") == 1
    assert finished(tmp_path) == {"L13.4"} and len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    assert main(["prove", "L13.4", "--jobs", "1", "--certificates", str(taken)]) == 2
    assert capsys.readouterr().err.count("\n") == 1 and taken.read_text() == "mine"


def test_no_result_depends_on_the_clock() -> None:
    for path in Path(fixedpoint.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "time.time(" not in text and "datetime" not in text, path
