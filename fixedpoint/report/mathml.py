"""Formulas as MathML: the notation, and the formal statements that are short enough."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import Any
from xml.sax.saxutils import escape

from sympy import Expr, Function, Rational, Symbol, erfc, exp, preorder_traversal, sqrt, symbols
from sympy.printing.mathml import MathMLPresentationPrinter

from fixedpoint.claims.formulas import (
    All,
    Contraction,
    Derivative,
    Extremum,
    Formula,
    Identity,
    Inequality,
    MapFormula,
    Monotone,
    Node,
)
from fixedpoint.decimals import text
from fixedpoint.model import P, T, alpha01, lambda01, moment_map, selu
from fixedpoint.model.moments import largest_singular_value

LINES, SYMBOLS = 8, 80
"""At most so many lines a claim, and symbols and operations in each formula of it."""

SAYS = {
    "Banach": "has one fixed point in the box, and every orbit in the box converges to it",
    "Confines": "has all its fixed points in the last of the boxes that it maps the box into",
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

    def _print_T(self, expr: Expr) -> Any:
        head = self.dom.createElement("msub")
        head.appendChild(self._token("mi", "T"))
        head.appendChild(self._print(expr.args[0]))
        return self._call(head, expr.args[1:])

    def _print_Symbol(self, expr: Any, style: str = "plain") -> Any:
        if not expr.name.endswith("\N{COMBINING TILDE}"):
            return super()._print_Symbol(expr, style)
        over = self.dom.createElement("mover")
        over.setAttribute("accent", "true")
        over.appendChild(self._token("mi", expr.name[:-1]))
        over.appendChild(self._token("mo", "~"))
        return over

    def _print_P(self, expr: Expr) -> Any:
        return self._call(self._token("mi", "P"), expr.args)

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


def markup(expr: Any) -> str:
    """One expression or exact number."""
    return Printer().doprint(Node.of(expr).expr.xreplace(names()))


@cache
def names() -> dict[Expr, Expr]:
    """The letters of the paper for the moments, their Jacobians and the singular value."""
    known: dict[Expr, Expr] = {}
    model = moment_map(selu())
    known |= {model.mean: symbols("μ̃"), model.second_moment: symbols("ξ̃")}
    known |= {model.variance: symbols("ν̃"), largest_singular_value(model.jacobian_g): symbols("S")}
    for letter, matrix in (("ℋ", model.jacobian_g), ("𝒥", model.jacobian)):
        for i, entry in enumerate(matrix):
            known[entry] = Symbol(f"{letter}_{i // 2 + 1}{i % 2 + 1}")
    return known


def math(inside: str) -> str:
    """A whole formula."""
    return f'<math displaystyle="true">{inside}</math>'


def formulas(formula: Formula) -> list[str]:
    """The lines of a formal statement, or none if it is too long to be read."""
    leaves = list(_leaves(formula))
    if len(leaves) > 2 * LINES or any(map(_long, leaves)):
        return []
    lines: list[str] = []
    right: Any = None
    for leaf in leaves:
        if isinstance(leaf, Inequality):
            relation = f"<mo>{RELATIONS[leaf.relation]}</mo>{markup(leaf.right)}"
            if lines and right == (Node.of(leaf.left), leaf.box):
                lines[-1] += relation
            else:
                lines.append(markup(leaf.left) + relation)
            right = Node.of(leaf.right), leaf.box
        else:
            right = None
            lines.append(_line(leaf))
    return [math(line) for line in dict.fromkeys(lines)] if len(lines) <= LINES else []


def _leaves(formula: Formula) -> Iterator[Formula]:
    if isinstance(formula, All):
        for part in formula.parts:
            yield from _leaves(part)
    else:
        yield formula


def _long(leaf: Formula) -> bool:
    sides = [vars(leaf)[key] for key in ("left", "right", "of", "equals") if key in vars(leaf)]
    shown = (preorder_traversal(Node.of(side).expr.xreplace(names())) for side in sides)
    return len(list(islice(chain.from_iterable(shown), SYMBOLS + 1))) > SYMBOLS


def _words(words: str) -> str:
    return f"<mtext>\N{NO-BREAK SPACE}{words}\N{NO-BREAK SPACE}</mtext>"


def _line(leaf: Formula) -> str:
    match leaf:
        case Identity(left, right):
            return f"{markup(left)}<mo>=</mo>{markup(right)}"
        case Derivative(of, by, equals):
            over = f"<mfrac><mi>∂</mi><mrow><mi>∂</mi>{markup(by)}</mrow></mfrac>"
            fenced = f"<mrow><mo>(</mo>{markup(of)}<mo>)</mo></mrow>"
            return f"{over}{fenced}<mo>=</mo>{markup(equals)}"
        case Monotone(of, by, sense, _):
            return f"{markup(of)}{_words(f'is strictly {sense} in')}{markup(by)}"
        case Extremum(sense, of, box, _):
            return f"<mo>{sense}</mo>{markup(of)}" if box else markup(of)
        case MapFormula():
            return _map(leaf)
    return _words(type(leaf).__name__)


def _map(leaf: MapFormula) -> str:
    known = moment_map(selu())
    image = list(leaf.map.values())
    is_g = image == [known.mean, known.variance]
    subject = "<mi>g</mi>" if is_g else _words("the map")
    if isinstance(leaf, Contraction):
        of = "the largest singular value of the Jacobian of"
        return f"{_words(of)}{subject}{_words('is below')}{markup(leaf.bound)}"
    return f"{subject}{_words(SAYS.get(type(leaf).__name__, type(leaf).__name__))}"


def definitions() -> list[tuple[str, str]]:
    """The notation of the paper: what a symbol is called and its definition."""
    model, (k, x, y) = moment_map(selu()), symbols("k x y")
    s = Function("selu")(symbols("z"))
    left = f"{markup(s)}<mo>=</mo>"
    lam, alpha, z = symbols("lambda alpha z")
    h = [symbols(f"ℋ_{i}{j}") for i in "12" for j in "12"]
    turn = sqrt((h[0] + h[3]) ** 2 + (h[2] - h[1]) ** 2)
    flip = sqrt((h[0] - h[3]) ** 2 + (h[1] + h[2]) ** 2)
    plain = Printer().doprint

    def case(value: Expr, when: str) -> str:
        return f"<mtr><mtd>{plain(value)}</mtd><mtd>{_words('for')}<mi>z</mi>{when}</mtd></mtr>"

    selu_cases = case(lam * z, "<mo>&gt;</mo><mn>0</mn>") + case(
        lam * alpha * (exp(z) - 1), "<mo>≤</mo><mn>0</mn>"
    )
    equal = "<mo>=</mo>"
    net = (
        f"<mo>,</mo>{_words('with')}<mi>x</mi><mo>=</mo><mi>μ</mi><mi>ω</mi><mo>,</mo>"
        "<mspace width='.5em'/><mi>y</mi><mo>=</mo><mi>ν</mi><mi>τ</mi>"
    )
    mean, second, variance = (plain(symbols(f"{letter}̃")) for letter in "μξν")
    return [
        ("the activation", f"{left}<mrow><mo>{{</mo><mtable>{selu_cases}</mtable></mrow>"),
        ("its constants", f"<mi>α</mi>{equal}{plain(alpha01())}"),
        ("", f"<mi>λ</mi>{equal}{plain(lambda01())}"),
        (
            "Gaussian functions",
            plain(T(k, x, y))
            + equal
            + plain(exp(k * x + k**2 * y / 2) * erfc((x + k * y) / sqrt(2 * y))),
        ),
        (
            "",
            plain(P(x, y))
            + equal
            + plain(sqrt(2) * exp(-(x**2) / (2 * y)) / sqrt(symbols("pi") * y)),
        ),
        ("mean", f"{mean}{equal}{plain(model.mean_xy)}{net}"),
        ("second moment", f"{second}{equal}{plain(model.second_moment_xy)}"),
        ("variance", f"{variance}{equal}{second}<mo>−</mo><msup>{mean}<mn>2</mn></msup>"),
        (
            "the map",
            f"<mi>g</mi><mo>:</mo>{_pair('<mi>μ</mi>', '<mi>ν</mi>')}<mo>↦</mo>"
            + _pair(mean, variance),
        ),
        (
            "largest singular value of its Jacobian ℋ",
            f"<mi>S</mi>{equal}" + plain(Rational(1, 2) * (turn + flip)),
        ),
    ]


def _pair(a: str, b: str) -> str:
    return f"<mrow><mo>(</mo>{a}<mo>,</mo>{b}<mo>)</mo></mrow>"
