"""What has to be read to trust a verdict stays short enough to be read."""

import ast
import io
import re
import tokenize
from pathlib import Path

import fixedpoint

ROOM = Path(fixedpoint.__file__).parent / "trusted"
README = Path(__file__).parents[2] / "README.md"
LIMIT = 2_002
"""Lines of code that all of the trusted room may have."""
LAYOUT = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
    tokenize.ENDMARKER,
}  # fmt: skip


def code_lines(source: str) -> int:
    """Lines that hold code: no comment, no docstring, not blank."""
    lines = {
        line
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in LAYOUT
        for line in range(token.start[0], token.end[0] + 1)
    }
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def counts() -> dict[str, int]:
    """Lines of code by file, of all files of the room that hold any."""
    found = {path.name: code_lines(path.read_text(encoding="utf-8")) for path in ROOM.rglob("*.py")}
    return {name: count for name, count in found.items() if count}


def test_the_trusted_room_can_be_read() -> None:
    found = counts()
    assert len(found) >= 12 and sum(found.values()) <= LIMIT, (sum(found.values()), found)


def test_the_readme_counts_all_of_it() -> None:
    found = counts()
    said = re.findall(r"([\d,]+) lines of code in (\d+) files", README.read_text(encoding="utf-8"))
    true = f"{sum(found.values()):,}", str(len(found))
    assert said == [true], f"README: {true[0]} lines of code in {true[1]} files; {found}"
