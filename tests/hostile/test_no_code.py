"""Attacks by code in data: nothing in the package evaluates a string, and none is evaluated."""

import ast
import contextlib
import copy
import re
from pathlib import Path
from typing import Any

import pytest

import fixedpoint
from fixedpoint.trusted.certificate import Malformed, Rejected, check
from fixedpoint.trusted.operations import OPERATIONS
from tests.hostile.corruption import _places
from tests.hostile.reference import BASE

PACKAGE = Path(fixedpoint.__file__).parent
FORBIDDEN = {
    "eval", "exec", "compile", "__import__", "parse_expr", "Unpickler", "literal_eval", "run_path",
    "run_module", "unsafe_load", "full_load",
}  # fmt: skip
LOADERS = {"__init__.py", "claims/__init__.py", "registry.py", "command/write.py"}
"""Import modules by name: their own, or the file of claims that the user names."""
MODULES = {"pickle", "marshal", "shelve", "yaml", "dill", "runpy", "code", "codeop"}


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_no_module_can_run_text(path: Path) -> None:
    own = path.relative_to(PACKAGE).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if not (isinstance(node.func, ast.Attribute) and name == "compile"):  # re.compile
                assert name not in FORBIDDEN, name
            if name == "sympify":  # strict: strings are refused
                assert [ast.unparse(k) for k in node.keywords] == ["strict=True"]
            assert name not in ("import_module", "exec_module") or own in LOADERS
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names} | {getattr(node, "module", None)}
            assert not names & (MODULES | FORBIDDEN)
            assert not names & {"importlib", "importlib.util"} or own in LOADERS


def test_reading_attributes_by_name_stays_within_the_grammar() -> None:
    """`getattr` with a name from data is used for the operations of the grammar only."""
    for path in (PACKAGE / "trusted").glob("*.py"):
        found = re.findall(r"\w*attr\(", path.read_text(encoding="utf-8"))
        assert found == (["getattr(", "getattr("] if path.name == "program.py" else []), path
    for op in OPERATIONS:
        assert op.isalpha() and op.isascii()


CODE = (
    "__import__('os').system('touch {mark}')", "exec(open('{mark}','w'))", "enclose", "__class__",
    "lambda: open('{mark}', 'w')", "x;import os", "{{0.__class__}}", "%s%n", "!!python/object:os",
    "bounds", "_round", "cos\nposix\nsystem", "${{IFS}}", "`touch {mark}`", "__init__", "activate",
)  # fmt: skip


@pytest.mark.parametrize("code", CODE)
def test_code_in_every_string_is_only_a_string(code: str, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    text = code.format(mark=mark)
    for data in BASE[:4]:
        for n, (_, key) in enumerate(_places(data)):
            changed: Any = copy.deepcopy(data)
            place, key = _places(changed)[n]
            if isinstance(place[key], str) and key != "id":
                place[key] = text
                with contextlib.suppress(Malformed, Rejected):  # a name may be any identifier
                    check(changed)
                    assert text.isidentifier()
    assert not mark.exists()
