"""What has to be read to trust a verdict stays short enough to be read."""

import ast
import io
import tokenize
from pathlib import Path

import fixedpoint

FILES = (
    "trusted/checker.py", "trusted/statement.py", "trusted/certificate.py",
    "trusted/directed.py", "trusted/series.py",
)  # fmt: skip
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


def test_the_checker_and_the_trusted_kernel_have_at_most_800_lines() -> None:
    folder = Path(fixedpoint.__file__).parent
    counts = {name: code_lines((folder / name).read_text(encoding="utf-8")) for name in FILES}
    assert sum(counts.values()) <= 800, counts
    assert min(counts.values()) > 50, counts
