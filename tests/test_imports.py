"""Imports point one way, and the checker loads nothing it does not need."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import fixedpoint

PACKAGE = Path(fixedpoint.__file__).parent
MAY_IMPORT: dict[str, set[str]] = {
    "trusted": set(),
    "decimals": {"trusted"},
    "enclosure": {"decimals"},
    "letters": set(),
    "parallel": set(),
    "kernels": {"trusted"},
    "certificates": {"decimals", "kernels", "trusted"},
    "model": {"trusted"},
    "claims": {"decimals", "model", "trusted"},
    "prove": {"claims", "decimals", "kernels", "trusted"},
    "registry": {"claims"},
    "verdicts": {
        "certificates", "claims", "decimals", "parallel", "prove", "registry", "trusted",
    },
    "constants": {"certificates", "decimals", "enclosure", "registry", "trusted", "verdicts"},
    "explore": {"claims", "decimals", "enclosure", "model", "trusted", "verdicts"},
    "report": {
        "certificates", "claims", "decimals", "enclosure", "explore", "letters", "model",
        "parallel", "registry", "trusted", "verdicts",
    },
    "command": {
        "certificates", "constants", "letters", "parallel", "registry", "report", "verdicts",
    },
    "pytest_plugin": {"certificates", "claims", "registry", "verdicts"},
}  # fmt: skip
"""What each room may import; each stands below those it imports, as in the package's docstring."""
LIBRARIES = {
    "trusted": {"mpmath"},
    "kernels": {"flint", "gmpy2"},
    "model": {"sympy", "mpmath"},
    "claims": {"sympy"},
    "explore": {"sympy", "numpy", "scipy"},
    "report": {"sympy", "rich", "matplotlib", "jinja2", "markupsafe"},
    "command": {"rich", "platformdirs"},
    "pytest_plugin": {"pytest"},
}


def imported(path: Path) -> set[str]:
    """Full names of the modules a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = [*path.relative_to(PACKAGE.parent).parts[: -node.level], node.module or ""]
            name = ".".join(filter(None, base)) if node.level else node.module or ""
            names |= (
                {f"{name}.{alias.name}" for alias in node.names} if name == "fixedpoint" else {name}
            )
    return names


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_imports_point_one_way(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    for name in imported(path):
        root, *rest = name.split(".")
        if root == "fixedpoint":
            assert rest[0] == own or rest[0] in MAY_IMPORT[own], f"{path} imports {name}"
        elif root not in sys.stdlib_module_names:
            assert root in LIBRARIES.get(own, ()), f"{path} imports {name}"


def test_the_rooms_stand_in_the_order_in_which_they_are_told() -> None:
    told = re.findall(r"^    (\w+(?:, \w+)*)  ", fixedpoint.__doc__ or "", re.MULTILINE)
    rooms = [name for line in told for name in line.split(", ")]
    there = {room(path) for path in PACKAGE.rglob("*.py")} - {"__init__"}
    assert set(rooms) == there == set(MAY_IMPORT)
    for name, others in MAY_IMPORT.items():
        assert others <= set(rooms[: rooms.index(name)]), name


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
    for room in ("trusted", "kernels", "certificates", "model", "claims", "prove", "verdicts"):
        for path in (PACKAGE / room).glob("*.py"):
            if path.name not in ("selu.py", "__init__.py"):
                assert "selu" not in path.read_text(encoding="utf-8").lower(), path
