"""What is shipped: sdist and wheel are complete, and the wheel runs anywhere."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import fixedpoint
from fixedpoint import registry

ROOT = Path(fixedpoint.__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that is made from it."""
    source = tmp_path_factory.mktemp("source") / "clone"
    kept = shutil.ignore_patterns(
        ".git", ".*_cache", ".hypothesis", ".venv", "build", "dist", "*.egg-info", "__pycache__"
    )
    shutil.copytree(ROOT, source, ignore=kept)
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--outdir", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def names(folder: Path) -> set[str]:
    """The files of the wheel."""
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_the_wheel_has_all_that_is_needed_and_no_more(built: Path) -> None:
    found = names(built)
    modules = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "fixedpoint").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    proofs = {
        f"fixedpoint/proofs/{path.relative_to(ROOT / 'proofs').as_posix()}"
        for path in (ROOT / "proofs").rglob("*")
        if path.suffix in (".py", ".json", ".toml") and not path.name.startswith(".")
    }
    shipped = {name for name in found if ".dist-info/" not in name}
    assert shipped == modules | proofs
    assert "fixedpoint/py.typed" in shipped


def test_the_sdist_has_the_tests_and_the_rest(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        found = {name.partition("/")[2] for name in archive.getnames()}
    for name in (
        "tests/packaging/test_packaging.py",
        "tests/hostile/judge.py",
        "proofs/a31_theorem1/certificates/T1.json",
        "proofs/ERRATA.md",
        "proofs/ERRATA.svg",
        "notebooks/1_map.ipynb",
        "examples/leaky_relu/proofs/leaky_relu.py",
        "docs/theory.md",
        "benchmarks/run.py",
        "lowest.txt",
        "CITATION.cff",
        "CONTRIBUTING.md",
        "LICENSE",
    ):
        assert name in found, name


def limited() -> list[str]:
    """A prefix that makes root obey the mode of files, where that is needed and possible."""
    if os.getuid():
        return []
    tool = shutil.which("setpriv")
    if tool is None:
        pytest.skip("root may write everywhere, and setpriv is not there to stop it")
    return [tool, "--bounding-set=-dac_override,-dac_read_search"]


@pytest.mark.slow
def test_the_wheel_runs_read_only_from_a_path_with_spaces(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site packages, read only"
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    for path in [site, *site.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        code = (
            "import sys, fixedpoint; from fixedpoint.command.line import main; "
            f"assert fixedpoint.__file__.startswith({str(site)!r}); sys.exit(main(sys.argv[1:]))"
        )
        command = [*limited(), sys.executable, "-c", code, *arguments]
        done = subprocess.run(
            command, cwd=elsewhere, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    done = run("prove", "T3m")
    assert "T3m      PROVED" in done.stdout and "\nTheorem 3" in done.stdout
    cache = tmp_path / "cache" / "verify-bounds" / registry.DEFAULT / "certificates"
    assert f"read-only: {site}" in done.stderr and str(cache) in done.stderr
    assert (cache / "T3m.json").is_file()
    section = site / "fixedpoint" / "proofs" / "a31_theorem1"
    assert "T1 " in run("check", str(section / "certificates" / "T1.json")).stdout
    assert "T1.1 " in run("check", "--proofs", str(section)).stdout
    assert "REFUTED" in run("show", "L13").stdout
    assert "SELU_ALPHA" in run("constants").stdout
    assert "PyTorch" in run("literal").stdout
    assert len(run("list").stdout.splitlines()) > 200
