"""The pytest plugin, from the outside: pytest runs in a project of its own."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import fixedpoint
from fixedpoint.certificates.store import dumps
from fixedpoint.verdicts import locks
from tests import toy
from tests.sample import sampled

ROOT = Path(fixedpoint.__file__).parent.parent
MODULE = """
from sympy import Symbol
from fixedpoint.claims import Box, Claim, Defect, Extremum, Inequality, NotFormal

U = Symbol("u", real=True)
UNIT = Box({U: (0, 1)})
CLAIMS = (
    Claim("LOW", "A 1: x", "bound", "u (1 - u) is at most 1/4", Inequality(U * (1 - U), "<=", "BOUND", UNIT)),
    Claim("TOP", "A 1: x", "extremum", "its maximum", Extremum("max", U * (1 - U), UNIT)),
    Claim("WORDS", "B", "definition", "what u is", NotFormal("a definition")),
    Claim("OFF", "B", "bound", "u is small", Inequality(U, "<", "0.5", UNIT), defect=Defect.CONSTANT),
)
"""  # noqa: E501
Run = Callable[..., str]


def command(*arguments: str, folder: Path, status: int) -> str:
    """What a command prints, whose exit status is known."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with claims, certificates and locks."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "proofs").mkdir()
    (folder / "proofs" / "parabola.py").write_text(MODULE.replace("BOUND", "0.25"))
    (folder / "pytest.ini").write_text("[pytest]\n")
    regress = "main(['regress', '--update', '--proofs', 'proofs'])"
    code = f"from fixedpoint.command.line import main; {regress}"
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True)
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    shutil.copytree(made, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def run(project: Path) -> Run:
    """Runs pytest in the project."""

    def go(*arguments: str, status: int = 0) -> str:
        options = ("-p", "no:cacheprovider", *arguments)
        return command("pytest", *options, folder=project, status=status)

    return go


def bound(project: Path, number: str) -> None:
    (project / "proofs" / "parabola.py").write_text(MODULE.replace("BOUND", number))


@pytest.mark.parametrize("mode", ["--verify-bounds", "--verify-bounds=fresh"])
def test_every_claim_is_a_test(run: Run, mode: str) -> None:
    said = run(mode, "-v")
    for name, word in (("LOW", "PASSED"), ("TOP", "PASSED"), ("OFF", "PASSED")):
        assert any(f"::{name} {word}" in line for line in said.splitlines()), said
    assert "proofs::A_1_x::LOW" in said
    assert "proofs::B::WORDS SKIPPED (not formal: a definition)" in said
    assert "3 passed, 1 skipped" in said


def test_nothing_happens_unasked(run: Run, project: Path) -> None:
    (project / "test_light.py").write_text(
        "import sys\n\ndef test_light():\n"
        "    assert not {'sympy', 'flint', 'mpmath', 'fixedpoint.registry'} & set(sys.modules)\n"
    )
    assert "1 passed" in run()


def test_the_ini_file_opts_in(run: Run, project: Path) -> None:
    (project / "pytest.ini").write_text("[pytest]\nverify_bounds = check\n")
    assert "3 passed, 1 skipped" in run()
    (project / "pytest.ini").write_text("[pytest]\nverify_bounds = always\n")
    assert "verify_bounds = always: choose check or fresh" in run(status=4)


def test_a_folder_by_another_name(run: Run, project: Path) -> None:
    (project / "proofs").rename(project / "lemmas")
    (project / "pytest.ini").write_text("[pytest]\nverify_bounds_proofs = lemmas\n")
    assert "3 passed" in run("--verify-bounds")
    (project / "pytest.ini").write_text("[pytest]\nverify_bounds_proofs = absent\n")
    assert "absent is not a folder with Python modules" in run("--verify-bounds", status=4)


@pytest.mark.slow
def test_in_parallel_and_selected(run: Run, project: Path) -> None:
    (project / "test_other.py").write_text("def test_other(): pass\n")
    assert "4 passed, 1 skipped" in run("--verify-bounds", "-n", "2")
    said = run("--verify-bounds", "-k", "LOW or other")
    assert "collected 5 items / 3 deselected / 2 selected" in said
    assert "2 passed, 3 deselected" in said
    assert "proofs::A_1_x::TOP" in run("--verify-bounds", "--collect-only", "-q")


@pytest.mark.slow
def test_junit_groups_by_section(run: Run, project: Path) -> None:
    run("--verify-bounds", "--junitxml=out.xml")
    cases = ElementTree.parse(project / "out.xml").getroot().iter("testcase")
    found = {(case.get("classname"), case.get("name")) for case in cases}
    assert found == {
        ("proofs.A_1_x", "LOW"),
        ("proofs.A_1_x", "TOP"),
        ("proofs.B", "WORDS"),
        ("proofs.B", "OFF"),
    }


def test_a_false_claim_is_told_with_its_witness(run: Run, project: Path) -> None:
    bound(project, "0.2")
    said = run("--verify-bounds=fresh", status=1)
    assert "LOW (A 1: x): REFUTED, expected PROVED" in said
    for words in (
        "u (1 - u) is at most 1/4",
        "u*(-u + 1) <= 0.2",
        "refuted at u = ",
        "verify-bounds prove LOW --proofs",
    ):
        assert words in said
    assert "Traceback" not in said and "fixedpoint/pytest_plugin.py" not in said
    said = run("--verify-bounds", status=1)
    assert "its stored certificate is missing or proves something else" in said


@pytest.mark.slow
def test_another_statement_is_told(run: Run, project: Path) -> None:
    bound(project, "0.3")
    said = run("--verify-bounds=fresh", status=1)
    assert "it states something else than it did when the lock was written" in said


def test_an_enclosure_that_is_no_longer_reached(run: Run, project: Path) -> None:
    old = locks.read(project / "proofs" / "lock.json")["TOP"]
    row = replace(old.enclosures["TOP"], lower="0.3", upper="0.4")
    toy.relock(project / "proofs", TOP=replace(old, enclosures={"TOP": row}))
    for mode in ("check", "fresh"):
        assert "TOP: the enclosures are " in run(f"--verify-bounds={mode}", status=1)


def test_a_missing_and_an_altered_certificate(run: Run, project: Path) -> None:
    (project / "proofs" / "certificates" / "LOW.json").unlink()
    path = project / "proofs" / "certificates" / "OFF.json"
    data = json.loads(path.read_text())
    data["proof"]["refuted"]["point"]["u"] = "0.25"
    path.write_text(dumps(data))
    said = run("--verify-bounds", status=1)
    for name in ("LOW (A 1: x)", "OFF (B)"):
        assert f"{name}: its stored certificate is missing or proves something else" in said
    assert "2 failed, 1 passed" in said
    assert "3 passed" in run("--verify-bounds=fresh")


def test_a_claim_that_the_lock_does_not_know_has_to_be_proved(run: Run, project: Path) -> None:
    (project / "proofs" / "lock.json").unlink()
    said = run("--verify-bounds=fresh", status=1)
    assert "OFF (B): REFUTED, expected PROVED" in said and "1 failed, 2 passed, 1 skipped" in said


ERRORS = {
    "\nCLAIMS = (nothing,)": "b.py:2: NameError: name 'nothing' is not defined",
    "def f(:\n": "b.py:1: SyntaxError",
    "from .parabola import CLAIMS": "parabola.py: the id LOW is taken: rename one",
}


@pytest.mark.parametrize("source", sampled(ERRORS, 3, repr, pytest.mark.slow))
def test_an_error_of_the_users_is_told_as_theirs(run: Run, project: Path, source: str) -> None:
    (project / "proofs" / "b.py").write_text(source)
    said = run("--verify-bounds", status=4)
    assert ERRORS[source] in said
    assert "Traceback" not in said and "INTERNALERROR" not in said


@pytest.mark.slow
def test_a_lock_that_was_edited(run: Run, project: Path) -> None:
    path = project / "proofs" / "lock.json"
    path.write_text(path.read_text().replace("0.2", "0.3", 1))
    assert "edited by hand, for its digest differs" in run("--verify-bounds", status=4)


def test_the_worked_example(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "leaky_relu", tmp_path / "example")
    for mode in ([], ["--verify-bounds=fresh"]):
        said = command("pytest", *mode, folder=tmp_path / "example", status=0)
        assert "2 passed" in said


def test_the_paper_in_this_repository() -> None:
    options = ("--verify-bounds", "--collect-only", "-q", "-n", "0", "tests/plugin")
    said = command("pytest", *options, folder=ROOT, status=0)
    assert "proofs::A3.1::T1" in said and said.count("proofs::") > 200
