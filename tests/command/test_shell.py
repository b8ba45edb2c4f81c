"""The command from the shell: what it loads, pipes, disks, encodings, terminals, imports."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixedpoint import registry
from fixedpoint.certificates.store import Store
from fixedpoint.verdicts.run import run

RUN = "import sys; from fixedpoint.command.line import main; sys.exit(main())"
COMMAND = [sys.executable, "-c", RUN]
LOADED = (
    "import sys; from fixedpoint.command.line import main; s = main(sys.argv[1:]);"
    "print(*sys.modules, file=sys.stderr); sys.exit(s)"
)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates of two claims of the paper."""
    folder = tmp_path_factory.mktemp("paper")
    results = run(registry.select(["L13.4", "L13.9"]), 1, Store(folder))
    assert [result.verdict.value for result in results] == ["PROVED", "PROVED"]
    return folder


def loaded(*argv: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *argv], capture_output=True, text=True, check=False
    )
    assert done.stdout
    return set(done.stderr.split())


HEAVY = {"sympy", "flint", "numpy", "matplotlib", "rich"}


def test_help_imports_nothing_heavy() -> None:
    for argv in (["--help"], ["prove", "--help"], ["check", "--help"]):
        assert not loaded(*argv) & (HEAVY | {"mpmath", "multiprocessing"})


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_check_imports_only_the_checker(paper: Path, jobs: str) -> None:
    files = [str(path) for path in sorted(paper.glob("*.json"))]
    modules = loaded("check", *files, "--jobs", jobs)
    assert "fixedpoint.trusted.checker" in modules
    rooms = ("fixedpoint.prove", "fixedpoint.model", "fixedpoint.claims", "fixedpoint.proofs")
    assert not {name for name in modules if name.startswith(rooms)}
    assert not modules & HEAVY


@pytest.mark.parametrize("command", ["audit", "list", "list --missing", "show --tree T1"])
def test_what_the_locks_tell_needs_no_claim(command: str) -> None:
    modules = loaded(*command.split())
    assert not modules & {*HEAVY, "fixedpoint.model", "fixedpoint.claims.formulas"}
    assert {name for name in modules if name.startswith("fixedpoint.proofs.")} <= {
        "fixedpoint.proofs.about",
        "fixedpoint.proofs.findings",
        "fixedpoint.proofs.index",
    }


def test_help_loads_nothing_but_the_command_and_has_examples() -> None:
    ours = {name for name in loaded("--help") if name.startswith("fixedpoint.")}
    assert {name.split(".")[1] for name in ours} == {"command", "registry"}
    done = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, check=True)
    assert "examples:" in done.stdout and "exit status:" in done.stdout


def shell(command: str, *argv: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which "$@" is the command with its arguments."""
    return subprocess.run(
        ["bash", "-c", command, "bash", *COMMAND, *argv],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **variables},
    )


def test_a_broken_pipe_is_quiet(paper: Path) -> None:
    for variables in ({}, {"PYTHONUNBUFFERED": "1"}):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [*COMMAND, "check", str(paper / "L13.4.json")],
            check=False,
            text=True,
            stdout=writer,
            stderr=subprocess.PIPE,
            env={**os.environ, **variables},
        )
        os.close(writer)
        assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_one_line(paper: Path) -> None:
    done = shell('"$@" > /dev/full', "check", str(paper / "L13.4.json"))
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert "No space left on device" in done.stderr


def test_any_encoding_will_do(paper: Path) -> None:
    done = shell('"$@"', "show", "L13.4", PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and "\\u03bc" in done.stdout


def test_a_terminal_gets_a_bar_and_a_table(tmp_path: Path) -> None:
    primary, secondary = pty.openpty()
    argv = ["prove", "L13.4", "L13.9", "--certificates", str(tmp_path)]
    with subprocess.Popen([*COMMAND, *argv], stdout=secondary, stderr=secondary) as process:
        os.close(secondary)
        seen = b"".join(chunks(primary)).decode()
    assert process.returncode in (0, 1)
    assert "\x1b[" in seen and "L13.9" in seen and "PROVED" in seen and "2 claims:" in seen


def chunks(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:
            return
        if not chunk:
            return
        yield chunk
