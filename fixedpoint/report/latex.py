"""Formulas as LaTeX, for Markdown."""

from typing import Any

from sympy import Expr, Rational, Symbol
from sympy.printing.latex import LatexPrinter

from fixedpoint.decimals import text
from fixedpoint.report.formulas import Integrated, Line, Mark, Partial, Sign, Words
from fixedpoint.trusted.exact import exact

LETTERS = {"ℋ": r"\mathcal{H}", "𝒥": r"\mathcal{J}", "ξ": r"\xi", "μ": r"\mu", "ν": r"\nu"}
TILDE = "\N{COMBINING TILDE}"
SIGNS = {"≤": r"\leqslant", "<": "<", "=": "="}


class Printer(LatexPrinter):  # type: ignore[misc, unused-ignore]
    """SymPy's printer with letters that it does not know."""

    def _print_Symbol(self, expr: Any, style: str = "plain") -> str:
        name = expr.name
        if name.endswith(TILDE):
            return rf"\tilde{{{LETTERS.get(name[:-1], name[:-1])}}}"
        letter, _, index = name.partition("_")
        if letter in LETTERS:
            return LETTERS[letter] + (f"_{{{index}}}" if index else "")
        shown: str = super()._print_Symbol(expr, style)
        return shown


def latex(line: Line) -> str:
    """A line of marks."""
    return " ".join(map(_mark, line))


def _mark(mark: Mark) -> str:
    shown = _shown
    match mark:
        case Sign(sign):
            return SIGNS[sign]
        case Words(words):
            return rf"\;\text{{{words}}}\;"
        case Partial(of, by):
            return rf"\frac{{\partial}}{{\partial {shown(by)}}}\left({shown(of)}\right)"
        case Integrated(of, by, ends):
            low, high = (
                rf"{sign}\infty" if end is None else text(exact(end))
                for end, sign in zip(ends, ("-", ""), strict=True)
            )
            return rf"\int_{{{low}}}^{{{high}}} {shown(of)}\,d{shown(by)}"
    return shown(mark)


def _shown(expr: Expr) -> str:
    """An expression; its terminating decimals are shown as such, also as factors."""
    decimals = {q: text(abs(q)) for q in expr.atoms(Rational) if q.q > 9}
    signs = {q: Symbol(shown) for q, shown in decimals.items() if "/" not in shown}
    expr = expr.xreplace({q: sign if q > 0 else -sign for q, sign in signs.items()})
    shown: str = Printer({"fold_func_brackets": False}).doprint(expr)
    return shown
