"""Truncated Gaussian moments T and the density P, closed under differentiation.

With z ~ N(x, y), y > 0:

    T(k, x, y) = 2 E[exp(k z) 1{z < 0}] = exp(k x + k^2 y/2) erfc((x + k y)/sqrt(2 y))
    P(x, y)    = 2 * density of z at 0  = sqrt(2/(pi y)) exp(-x^2/(2 y))

The moments (4), (5) of the paper are linear in these two functions.
"""

from typing import Any

from mpmath.libmp import prec_to_dps
from sympy import Expr, Function, Integer, erfc, exp, pi, sqrt
from sympy.core.function import ArgumentIndexError
from sympy.core.logic import fuzzy_and


class _Gaussian(Function):  # type: ignore[misc, unused-ignore]
    """What T and P share: positivity, numerical evaluation and LaTeX."""

    def _eval_is_positive(self) -> bool | None:
        reals: list[bool | None] = [a.is_real for a in self.args[:-1]]
        positive: bool | None = fuzzy_and([*reals, self.args[-1].is_positive])
        return positive or None

    def _eval_evalf(self, prec: int) -> Any:
        if not all(a.is_number for a in self.args):
            return None
        return self.rewrite(erfc).evalf(prec_to_dps(prec) + 2)

    def _latex_name(self, printer: Any, arguments: tuple[Any, ...], sub: str, power: Any) -> str:
        inside = ", ".join(printer._print(a) for a in arguments)
        raised = "" if power is None else f"^{{{power}}}"
        return rf"{type(self).__name__}{sub}{raised}\left({inside}\right)"


class T(_Gaussian):
    """T(k, x, y) = 2 E[exp(k z) 1{z < 0}] for z ~ N(x, y); nothing evaluates automatically.

    k, x real, y > 0, all scalars.  The rules of `fdiff` are

        dk T = (x + k y) T - y P,   dx T = k T - P,   dy T = (k^2/2) T + (x - k y)/(2 y) P.

    `rewrite(erfc)` gives exp(k x + k^2 y/2) erfc((x + k y)/sqrt(2 y)).
    """

    nargs = 3

    def fdiff(self, argindex: int = 1) -> Expr:
        """Derivative in argument 1 (k), 2 (x) or 3 (y); raises ArgumentIndexError otherwise."""
        k, x, y = self.args
        if argindex == 1:
            return (x + k * y) * self - y * P(x, y)
        if argindex == 2:
            return k * self - P(x, y)
        if argindex == 3:
            return k**2 / 2 * self + (x - k * y) / (2 * y) * P(x, y)
        raise ArgumentIndexError(self, argindex)

    def _eval_rewrite_as_erfc(self, k: Expr, x: Expr, y: Expr, **_: Any) -> Expr:
        return exp(k * x + k**2 * y / 2) * erfc((x + k * y) / sqrt(2 * y))

    def _latex(self, printer: Any, exp: Any = None) -> str:
        return self._latex_name(printer, self.args[1:], f"_{{{printer._print(self.args[0])}}}", exp)


class P(_Gaussian):
    """P(x, y), twice the density of N(x, y) at 0; x real, y > 0, scalars.

    The rules of `fdiff` are dx P = -(x/y) P and dy P = (x^2 - y)/(2 y^2) P; `rewrite(erfc)`
    gives sqrt(2/(pi y)) exp(-x^2/(2 y)).
    """

    nargs = 2

    def fdiff(self, argindex: int = 1) -> Expr:
        """Derivative in argument 1 (x) or 2 (y); raises ArgumentIndexError otherwise."""
        x, y = self.args
        if argindex == 1:
            return -x / y * self
        if argindex == 2:
            return (x**2 - y) / (2 * y**2) * self
        raise ArgumentIndexError(self, argindex)

    def _eval_rewrite_as_erfc(self, x: Expr, y: Expr, **_: Any) -> Expr:
        return sqrt(2 / (pi * y)) * exp(-(x**2) / (2 * y))

    def _latex(self, printer: Any, exp: Any = None) -> str:
        return self._latex_name(printer, self.args, "", exp)


def simplify_T(expr: Expr) -> Expr:
    """`expr` with T(0, 0, y) replaced by its value 1 (half of a centred Gaussian is negative)."""
    halves = {t: Integer(1) for t in expr.atoms(T) if t.args[0] == 0 and t.args[1] == 0}
    return expr.xreplace(halves)
