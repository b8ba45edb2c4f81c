"""Expression nodes as infix text, printed from a statement's own graph."""

import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from fixedpoint.decimals import text
from fixedpoint.trusted.exact import exact
from fixedpoint.trusted.graph import children
from fixedpoint.trusted.operations import OPERATIONS, changed

Json = Mapping[str, Any]

SUM, PRODUCT, POWER, ATOM = range(4)
SHORT, LONG = 24, 600
"""A part gets a name if it recurs and is not short, or is long: so the text stays linear."""

RESERVED = re.compile(rf"{'|'.join(OPERATIONS)}|d|max|min|where|t\d+")


class Infix:
    """The nodes of a statement as infix text.

    `definitions` says what the names in it stand for: the statement's own names of constants, and
    t1, t2, … for parts that recur.
    """

    def __init__(self, source: Json, roots: list[int]) -> None:
        self.nodes = [tuple(entry) for entry in source["nodes"]]
        self.definitions: dict[str, str] = {}
        self._parts = 0
        self._shown: list[tuple[str, int]] = []
        self._variables = {node[1] for node in self.nodes if node[0] == "variable"}
        self._labels = {
            i: label
            for label, i in source["names"].items()
            if _plain(label) and label not in self._variables
        }
        self._define(roots)

    @property
    def legend(self) -> list[str]:
        """The definitions of the functions that occur, if they need any."""
        found = {node[0] for node in self.nodes}
        rows = [operation.definition for op, operation in OPERATIONS.items() if op in found]
        return [row for row in rows if row]

    def variables(self, roots: list[int]) -> set[str]:
        """The variables that the roots depend on."""
        needed = (self.nodes[i] for i in self._reachable(roots))
        return {node[1] for node in needed if node[0] == "variable"}

    def _define(self, roots: list[int]) -> None:
        needed = self._reachable(roots)
        uses = Counter([*roots, *(j for i in needed for j in children(self.nodes[i]))])
        for i in range(len(self.nodes)):
            if i not in needed:
                self._shown.append(("", ATOM))
                continue
            shown = self._infix(i)
            size = len(shown[0])
            label = self._labels.get(i)
            if label is None and (size > LONG or (size > SHORT and uses[i] > 1)):
                label = self._fresh()
            if label is not None and self.nodes[i][0] != "variable":
                self.definitions[label] = shown[0]
                shown = label, ATOM
            self._shown.append(shown)

    def _fresh(self) -> str:
        self._parts += 1
        name = f"t{self._parts}"
        return self._fresh() if name in self._variables else name

    def _reachable(self, roots: list[int]) -> set[int]:
        seen: set[int] = set()
        stack = list(roots)
        while stack:
            i = stack.pop()
            if i not in seen:
                seen.add(i)
                stack.extend(children(self.nodes[i]))
        return seen

    def text(self, i: int, level: int = SUM) -> str:
        """Node i, in parentheses where it binds less tightly than `level`."""
        shown, own = self._shown[i]
        return shown if own >= level else f"({shown})"

    def _infix(self, i: int) -> tuple[str, int]:
        op, *args = self.nodes[i]
        match op:
            case "rational":
                return _number(exact(args[0]))
            case "variable":
                return args[0], ATOM
            case "pi":
                return op, ATOM
            case "add":
                return self._sum(args), SUM
            case "mul":
                return self._product(args), PRODUCT
            case "pow" if args[1] < 0:
                return f"1/{self._power(args[0], -args[1])}", PRODUCT
            case "pow":
                return self._power(*args), POWER
        return f"{op}({', '.join(map(str, changed(self.nodes[i], self.text)[1:]))})", ATOM

    def _sum(self, args: list[int]) -> str:
        terms = [self.text(j, PRODUCT) for j in args]
        signed = (f"- {term[1:]}" if term[0] == "-" else f"+ {term}" for term in terms[1:])
        return " ".join([terms[0], *signed])

    def _product(self, args: list[int]) -> str:
        sign, above, below = "", [], []
        for j in args:
            op, *rest = self.nodes[j]
            labelled = self._shown[j][0] in self.definitions
            if op == "rational" and not labelled:
                q = exact(rest[0])
                sign = sign if q >= 0 else "" if sign else "-"
                number, level = _number(abs(q))
                above += [] if abs(q) == 1 else [number if level == ATOM else f"({number})"]
            elif op == "pow" and rest[1] < 0 and not labelled:
                below.append(self._power(rest[0], -rest[1]))
            else:
                above.append(self.text(j, POWER))
        bottom = "*".join(below)
        if not bottom:
            return sign + ("*".join(above) or "1")
        return f"{sign}{'*'.join(above) or '1'}/{bottom if len(below) == 1 else f'({bottom})'}"

    def _power(self, base: int, n: int) -> str:
        return self.text(base, POWER if n == 1 else ATOM) + (f"^{n}" if n != 1 else "")


def _plain(label: str) -> bool:
    """Whether a label can be printed and taken for nothing else."""
    fits = label.isascii() and label.isidentifier() and len(label) <= 40
    return fits and not RESERVED.fullmatch(label)


def _number(q: Fraction) -> tuple[str, int]:
    shown = text(q)
    return shown, ATOM if shown.replace(".", "").isdigit() else PRODUCT
