"""Activations and their maps in the paper's notation, as LaTeX."""

from sympy import latex

from fixedpoint.model.activation import Activation
from fixedpoint.model.moments import MomentMap


def activation_latex(activation: Activation) -> str:
    """The activation by its pieces, then its parameters' values."""
    formula = rf"\operatorname{{{activation.name}}}(z) = {latex(activation.piecewise)}"
    return aligned(formula, *(f"{latex(s)} = {latex(value)}" for s, value in activation.values))


def moments_latex(moments: MomentMap) -> str:
    """Mean and second moment of the output, in the net input's mean x and variance y."""
    return aligned(
        rf"\tilde\mu = {latex(moments.mean_xy)}",
        rf"\tilde\xi = {latex(moments.second_moment_xy)}",
        r"\tilde\nu = \tilde\xi - \tilde\mu^2, \qquad x = \mu\omega,\; y = \nu\tau",
    )


def aligned(*lines: str) -> str:
    """Lines of mathematics, aligned at their first relation."""
    rows = r" \\ ".join(line.replace(" = ", " &= ", 1) for line in lines)
    return rf"$\displaystyle \begin{{aligned}} {rows} \end{{aligned}}$"
