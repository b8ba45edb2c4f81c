"""Formulas as MathML, with the Gaussian functions, terminating decimals and real parentheses."""

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from sympy import Expr
from sympy.printing.mathml import MathMLPresentationPrinter

from fixedpoint.decimals import text
from fixedpoint.report.formulas import Integrated, Line, Mark, Partial, Sign, Words
from fixedpoint.trusted.exact import Number, exact
from fixedpoint.trusted.operations import OPERATIONS

PLAIN = {"&InvisibleTimes;": "\N{INVISIBLE TIMES}", "&ExponentialE;": "e", "-": "−"}
ENTITY = re.compile(r"&#?\w+;", re.ASCII)


class Printer(MathMLPresentationPrinter):  # type: ignore[misc, unused-ignore]
    """SymPy's printer with these additions."""

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


def math(line: Line) -> str:
    """A line of marks as a whole formula."""
    return f'<math displaystyle="true">{"".join(map(_mark, line))}</math>'


def definition(parts: Sequence[Any]) -> str:
    """A definition: expressions, and between them signs, or words between spaces."""
    shown = (_sign(p) if isinstance(p, str) else Printer().doprint(p) for p in parts)
    return f'<math displaystyle="true">{"".join(shown)}</math>'


def _mark(mark: Mark) -> str:
    shown = Printer().doprint
    match mark:
        case Sign(text):
            return f"<mo>{escape(text)}</mo>"
        case Words(text):
            return _words(text)
        case Partial(of, by):
            over = f"<mfrac><mi>∂</mi><mrow><mi>∂</mi>{shown(by)}</mrow></mfrac>"
            return f"{over}<mrow><mo>(</mo>{shown(of)}<mo>)</mo></mrow>"
        case Integrated(of, by, ends):
            low, high = (_end(end, sign) for end, sign in zip(ends, ("−", ""), strict=True))
            sign = f"<msubsup><mo>∫</mo>{low}{high}</msubsup>"
            return f"{sign}{shown(of)}<mi>d</mi>{shown(by)}"
    return shown(mark)


def _end(end: Number | None, sign: str) -> str:
    shown = f"{sign}∞" if end is None else text(exact(end)).replace("-", "−")
    return f"<mn>{shown}</mn>"


def _words(words: str) -> str:
    return f"<mtext>\N{NO-BREAK SPACE}{escape(words)}\N{NO-BREAK SPACE}</mtext>"


def _sign(text: str) -> str:
    """A sign of a definition, or words between spaces."""
    return _words(text.strip()) if text != text.strip() else f"<mo>{escape(text)}</mo>"
