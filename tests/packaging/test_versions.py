"""Versions, limits and commands that stand at two places are the same at both."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import fixedpoint

ROOT = Path(fixedpoint.__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pinned(path: Path) -> dict[str, str]:
    """name: version of the lines name==version."""
    lines = re.findall(r"^([\w.-]+)==([\w.]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in lines}


def test_the_oldest_versions_are_those_that_are_asked_for() -> None:
    lowest = pinned(ROOT / "lowest.txt")
    asked = {Requirement(line).name: Requirement(line) for line in PROJECT["dependencies"]}
    assert set(lowest) == {canonicalize_name(name) for name in asked}
    for name, requirement in asked.items():
        bound = next(s.version for s in requirement.specifier if s.operator == ">=")
        assert Version(bound) == Version(lowest[canonicalize_name(name)])


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {PROJECT['version']}\n" in citation
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_nothing_of_a_developer_s_is_touched_but_in_ci() -> None:
    """.ci/run removes .venv and installs packages of the system where CI is set, and only there."""
    text = (ROOT / ".ci/run").read_text(encoding="utf-8")
    in_ci = "".join(
        re.findall(
            r'^if \[ -n "\$\{CI:-\}" \]; then\n(.*?)^(?:else|fi)$', text, re.MULTILINE | re.DOTALL
        )
    )
    for command in ("rm -rf .venv", "apt-get install"):
        assert text.count(command) == in_ci.count(command) == 1


def test_the_full_attack_is_run_once() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]
    marks = [line.partition(":")[0] for line in options["ini_options"]["markers"]]
    left_out = " and ".join(f"not {mark}" for mark in marks)
    assert f"-m '{left_out}'" in options["ini_options"]["addopts"]
    run = f"-m '{' or '.join(marks)}'"
    for name in (".ci/run", ".github/workflows/ci.yml"):
        assert (ROOT / name).read_text(encoding="utf-8").count(run) == 1, name
    for path in (ROOT / "tests").rglob("*.py"):
        used = set(re.findall(r"pytest\.mark\.(\w+)", path.read_text(encoding="utf-8")))
        assert used <= {*marks, "parametrize", "skipif", "filterwarnings", "usefixtures"}, path


def test_lint_is_the_same_everywhere() -> None:
    for name in (".pre-commit-config.yaml", ".ci/run", ".github/workflows/ci.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert ".ci/lint" in text and "mypy" not in text and "ruff" not in text
