"""Imports point one way, and the checker loads nothing it does not need."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import fixedpoint

PACKAGE = Path(fixedpoint.__file__).parent
# Each room may import the rooms before it in its row.
MAY_IMPORT = {
    "exact": set(),
    "enclosure": {"exact"},
    "model": {"exact"},
    "interval": {"exact"},
    "check": {"exact", "interval"},
    "claims": {"exact", "interval", "model"},
    "prove": {"exact", "interval", "check", "model", "claims"},
    "explore": {"exact", "enclosure", "interval", "check", "model", "claims", "prove"},
    "registry": {"claims"},
    "constants": {"exact", "enclosure", "interval", "check", "registry"},
    "report": {
        "exact",
        "enclosure",
        "interval",
        "check",
        "model",
        "claims",
        "prove",
        "registry",
        "constants",
        "explore",
    },
    "pytest_plugin": {"check", "claims", "prove", "registry", "constants", "report"},
    "cli": {"exact", "interval", "check", "model", "claims", "prove", "registry", "report"},
}
LIBRARIES = {
    "exact": set(),
    "enclosure": set(),
    "model": {"sympy", "mpmath"},
    "interval": {"mpmath", "flint", "gmpy2"},
    "check": set(),
    "claims": {"sympy"},
    "prove": set(),
    "explore": {"sympy", "numpy", "scipy"},
    "registry": set(),
    "constants": set(),
    "report": {
        "sympy",
        "rich",
        "platformdirs",
        "numpy",
        "matplotlib",
        "ipywidgets",
        "jinja2",
        "markupsafe",
    },
    "pytest_plugin": {"pytest"},
    "cli": {"rich"},
}


def imported(path: Path) -> set[str]:
    """Full names of the modules a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = [*path.relative_to(PACKAGE.parent).parts[: -node.level], node.module or ""]
            names.add(".".join(filter(None, base)) if node.level else node.module or "")
    return names


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_imports_point_one_way(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    for name in imported(path):
        root, *rest = name.split(".")
        if root == "fixedpoint" and rest:
            assert rest[0] == own or rest[0] in MAY_IMPORT[own], f"{path} imports {name}"
        elif root not in sys.stdlib_module_names and root not in ("fixedpoint", "__future__"):
            assert root in LIBRARIES[own], f"{path} imports {name}"


def loaded(code: str) -> set[str]:
    """Top-level modules and rooms in memory after running code in a fresh interpreter."""
    report = code + "; import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_checker_loads_only_the_trusted_kernel() -> None:
    modules = loaded("import fixedpoint.trusted.certificate")
    for name in ("sympy", "flint", "numpy", "matplotlib", "fixedpoint.prove", "fixedpoint.model"):
        assert name not in modules
    assert "fixedpoint.trusted.directed" in modules
    assert "fixedpoint.kernels.arb" not in modules


@pytest.mark.parametrize(
    "command", ["constants", "constants --format c", "literal SELU_ALPHA 1.6732", "--help"]
)
def test_commands_about_constants_are_light(command: str) -> None:
    modules = loaded(f"from fixedpoint.command.line import main; main({command.split()})")
    assert not modules & {"sympy", "flint", "numpy", "matplotlib", "rich", "fixedpoint.prove"}


def test_importing_the_package_is_light() -> None:
    assert not loaded("import fixedpoint") & {"sympy", "flint", "mpmath", "numpy", "matplotlib"}


def test_the_engine_does_not_name_an_activation_outside_its_file() -> None:
    for room in ("model", "interval", "check", "claims", "prove"):
        for path in (PACKAGE / room).glob("*.py"):
            if path.name not in ("selu.py", "__init__.py"):
                assert "selu" not in path.read_text(encoding="utf-8").lower(), path
