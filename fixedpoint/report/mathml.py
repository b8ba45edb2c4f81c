"""Formulas as MathML: the notation, and the formal statements that are short enough."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any
from xml.sax.saxutils import escape

from sympy import Expr, preorder_traversal
from sympy.printing.mathml import MathMLPresentationPrinter

from fixedpoint.claims.about import About
from fixedpoint.claims.formulas import (
    All,
    Contraction,
    Derivative,
    Extremum,
    Formula,
    Identity,
    Inequality,
    Integral,
    MapFormula,
    Monotone,
    Node,
)
from fixedpoint.decimals import text
from fixedpoint.trusted.exact import exact
from fixedpoint.trusted.operations import OPERATIONS

LINES, SYMBOLS = 8, 80
"""At most so many lines a claim, and symbols and operations in each formula of it."""

SAYS = {
    "Banach": "has one fixed point in the box, and every orbit in the box converges to it",
    "Confines": "has all its fixed points in the last of the boxes that it maps the box into",
    "Excludes": "has no fixed point in the box, for any value of the other variables",
    "Krawczyk": "has one fixed point in the box, for every value of the other variables",
}
PLAIN = {"&InvisibleTimes;": "\N{INVISIBLE TIMES}", "&ExponentialE;": "e", "-": "−"}
ENTITY = re.compile(r"&#?\w+;", re.ASCII)
RELATIONS = {"<=": "≤", "<": "&lt;"}


class Printer(MathMLPresentationPrinter):  # type: ignore[misc, unused-ignore]
    """SymPy's printer with the paper's T_k and P, terminating decimals, and real parentheses."""

    def _row(self, *parts: Any) -> Any:
        row = self.dom.createElement("mrow")
        for part in parts:
            row.appendChild(part)
        return row

    def _token(self, tag: str, content: str) -> Any:
        element = self.dom.createElement(tag)
        element.appendChild(self.dom.createTextNode(content))
        return element

    def _call(self, head: Any, args: tuple[Expr, ...]) -> Any:
        inside = [part for arg in args for part in (self._token("mo", ","), self._print(arg))]
        fence = [self._token("mo", character) for character in "()"]
        for parenthesis in fence:
            parenthesis.setAttribute("stretchy", "false")
        return self._row(head, fence[0], *inside[1:], fence[1])

    def _print_Function(self, expr: Expr) -> Any:
        """A function of the graphs that SymPy has no sign for, with an index below its name."""
        name = type(expr).__name__
        if name not in OPERATIONS or not OPERATIONS[name].definition:
            return super()._print_Function(expr)
        head, args = self._token("mi", name), expr.args
        if OPERATIONS[name].signature[0] == "n":
            inner, head = head, self.dom.createElement("msub")
            head.appendChild(inner)
            head.appendChild(self._print(args[0]))
            args = args[1:]
        return self._call(head, args)

    def _print_Symbol(self, expr: Any, style: str = "plain") -> Any:
        if not expr.name.endswith("\N{COMBINING TILDE}"):
            return super()._print_Symbol(expr, style)
        over = self.dom.createElement("mover")
        over.setAttribute("accent", "true")
        over.appendChild(self._token("mi", expr.name[:-1]))
        over.appendChild(self._token("mo", "~"))
        return over

    def _print_Rational(self, expr: Any, **_: Any) -> Any:
        shown = text(expr)
        if "/" in shown or len(shown) > 16:
            return super()._print_Rational(expr)
        number = self._token("mn", shown.removeprefix("-"))
        return self._row(self._token("mo", "−"), number) if shown[0] == "-" else number

    def doprint(self, expr: Any) -> str:
        """The markup; SymPy's text is raw but for entities, so that names are escaped here.

        `mfenced` of older SymPy becomes parentheses.
        """
        tree = self._row(self._print(expr))
        for old in tree.getElementsByTagName("mfenced"):
            old.parentNode.replaceChild(self._fence(list(old.childNodes)), old)
        for element in tree.getElementsByTagName("*"):
            for node in element.childNodes:
                if node.nodeType == node.TEXT_NODE:
                    known = PLAIN.get(node.data, node.data)
                    node.data = known if ENTITY.fullmatch(known) else escape(known)
        xml: str = tree.toxml()
        return xml

    def _fence(self, children: list[Any]) -> Any:
        inside = [part for child in children for part in (self._token("mo", ","), child)]
        return self._row(self._token("mo", "("), *inside[1:], self._token("mo", ")"))


def math_end(end: Any, sign: str) -> str:
    """An end of an integral; None is infinite, with the sign."""
    shown = f"{sign}∞" if end is None else text(exact(end)).replace("-", "−")
    return f"<mn>{shown}</mn>"


def math(inside: str) -> str:
    """A whole formula."""
    return f'<math displaystyle="true">{inside}</math>'


class Formulas:
    """Formulas in the letters of the work that the claims are about."""

    def __init__(self, about: About) -> None:
        self.about, self.letters, self.maps = about, about.letters(), about.maps()

    def markup(self, expr: Any) -> str:
        """One expression or exact number."""
        return Printer().doprint(self._lettered(expr))

    def lines(self, formula: Formula) -> list[str]:
        """The lines of a formal statement, or none if it is too long to be read."""
        leaves = list(_leaves(formula))
        if len(leaves) > 2 * LINES or any(map(self._long, leaves)):
            return []
        lines: list[str] = []
        right: Any = None
        for leaf in leaves:
            if isinstance(leaf, Inequality):
                relation = f"<mo>{RELATIONS[leaf.relation]}</mo>{self.markup(leaf.right)}"
                if lines and right == (Node.of(leaf.left), leaf.box):
                    lines[-1] += relation
                else:
                    lines.append(self.markup(leaf.left) + relation)
                right = Node.of(leaf.right), leaf.box
            else:
                right = None
                lines.append(self._line(leaf))
        return [math(line) for line in dict.fromkeys(lines)] if len(lines) <= LINES else []

    def notation(self) -> list[tuple[str, str]]:
        """The definitions of the work: a term, or nothing where the last one goes on."""
        plain = Printer().doprint
        return [
            (
                row.term,
                math("".join(_sign(p) if isinstance(p, str) else plain(p) for p in row.formula)),
            )
            for row in self.about.notation()
        ]

    def _lettered(self, expr: Any) -> Expr:
        return Node.of(expr).expr.xreplace(self.letters)

    def _long(self, leaf: Formula) -> bool:
        sides = [vars(leaf)[key] for key in ("left", "right", "of", "equals") if key in vars(leaf)]
        shown = (preorder_traversal(self._lettered(side)) for side in sides)
        return len(list(islice(chain.from_iterable(shown), SYMBOLS + 1))) > SYMBOLS

    def _line(self, leaf: Formula) -> str:
        markup = self.markup
        match leaf:
            case Identity(left, right):
                return f"{markup(left)}<mo>=</mo>{markup(right)}"
            case Derivative(of, by, equals):
                over = f"<mfrac><mi>∂</mi><mrow><mi>∂</mi>{markup(by)}</mrow></mfrac>"
                fenced = f"<mrow><mo>(</mo>{markup(of)}<mo>)</mo></mrow>"
                return f"{over}{fenced}<mo>=</mo>{markup(equals)}"
            case Integral(of, by, ends, _, equals):
                low, high = (math_end(end, sign) for end, sign in zip(ends, ("−", ""), strict=True))
                sign = f"<msubsup><mo>∫</mo>{low}{high}</msubsup>"
                return f"{sign}{markup(of)}<mi>d</mi>{markup(by)}<mo>=</mo>{markup(equals)}"
            case Monotone(of, by, sense, _):
                return f"{markup(of)}{_words(f'is strictly {sense} in')}{markup(by)}"
            case Extremum(sense, of, box, _):
                return f"<mo>{sense}</mo>{markup(of)}" if box else markup(of)
            case MapFormula():
                return self._map(leaf)
        return _words(type(leaf).__name__)

    def _map(self, leaf: MapFormula) -> str:
        name = self.maps.get(tuple(leaf.map.values()))
        subject = f"<mi>{escape(name)}</mi>" if name else _words("the map")
        if isinstance(leaf, Contraction):
            of = "the largest singular value of the Jacobian of"
            return f"{_words(of)}{subject}{_words('is below')}{self.markup(leaf.bound)}"
        return f"{subject}{_words(SAYS.get(type(leaf).__name__, type(leaf).__name__))}"


def _leaves(formula: Formula) -> Iterator[Formula]:
    if isinstance(formula, All):
        for part in formula.parts:
            yield from _leaves(part)
    else:
        yield formula


def _words(words: str) -> str:
    return f"<mtext>\N{NO-BREAK SPACE}{escape(words)}\N{NO-BREAK SPACE}</mtext>"


def _sign(text: str) -> str:
    """A sign of a definition, or words between spaces."""
    return _words(text.strip()) if text != text.strip() else f"<mo>{escape(text)}</mo>"
