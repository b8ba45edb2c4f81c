"""What these claims are about: the paper, its letters, its definitions and its figures."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sympy import Expr, Piecewise, Rational, Symbol, Tuple, erfc, exp, sqrt, symbols

from fixedpoint.claims import About, Definition
from fixedpoint.claims.about import head
from fixedpoint.model import P, T, alpha01, lambda01

from .findings import FINDINGS
from .paper import INDEX, SELU, H, J, S, alpha, lam, mean, second_moment, variance

MEAN, SECOND_MOMENT, VARIANCE = symbols("μ̃ ξ̃ ν̃")


@cache
def letters() -> Mapping[Expr, Expr]:
    """The letters of the paper for the moments, their Jacobians and the singular value."""
    known: dict[Expr, Expr] = {mean: MEAN, second_moment: SECOND_MOMENT, variance: VARIANCE}
    known[S] = Symbol("S")
    for letter, matrix in (("ℋ", H), ("𝒥", J)):
        for i, entry in enumerate(matrix):
            known[entry] = Symbol(f"{letter}_{i // 2 + 1}{i % 2 + 1}")
    return known


def notation() -> Sequence[Definition]:
    """What a symbol of the paper is called, and its definition."""
    z, k, x, y = symbols("z k x y", real=True)
    h = [[Symbol(f"ℋ_{i}{j}") for j in "12"] for i in "12"]
    turn = sqrt((h[0][0] + h[1][1]) ** 2 + (h[1][0] - h[0][1]) ** 2)
    flip = sqrt((h[0][0] - h[1][1]) ** 2 + (h[0][1] + h[1][0]) ** 2)
    selu = Piecewise((lam * z, z > 0), (lam * alpha * (exp(z) - 1), z <= 0), evaluate=False)
    mu, nu, omega, tau = symbols("mu nu omega tau")
    net = (" with ", x, "=", mu, omega, ",", y, "=", nu, tau)
    moment_T = exp(k * x + k**2 * y / 2) * erfc((x + k * y) / sqrt(2 * y))
    moment_P = sqrt(2) * exp(-(x**2) / (2 * y)) / sqrt(Symbol("pi") * y)
    return (
        Definition("the activation", (Symbol("selu"), "(", z, ")", "=", selu)),
        Definition("its constants", (alpha, "=", alpha01())),
        Definition("", (lam, "=", lambda01())),
        Definition("Gaussian functions", (T(k, x, y), "=", moment_T)),
        Definition("", (P(x, y), "=", moment_P)),
        Definition("mean", (MEAN, "=", SELU.mean_xy, ",", *net)),
        Definition("second moment", (SECOND_MOMENT, "=", SELU.second_moment_xy)),
        Definition("variance", (VARIANCE, "=", SECOND_MOMENT, "−", MEAN**2)),
        Definition("the map", (Symbol("g"), ":", Tuple(mu, nu), "↦", Tuple(MEAN, VARIANCE))),
        Definition(
            "largest singular value of its Jacobian ℋ",
            (Symbol("S"), "=", Rational(1, 2) * (turn + flip)),
        ),
    )


PARTS = {
    "A1": "Background (A1)",
    "T4": "Banach’s theorem",
    "Def2": "Banach’s theorem",
    "JAC": "Jacobian (A3.4.1)",
    "S343": "Formulas (A3.4.3)",
    "S344": "Formulas (A3.4.4)",
    "FP": "Precision (A3.4.5)",
    "D346": "Definitions (A3.4.6)",
    "DROP": "Alpha dropout",
    "INIT": "Initialization",
    "A5": "Fixed point (A5)",
    "A6": "Computed ranges (A6)",
}
KINDS = {"T": "Theorem", "L": "Lemma", "C": "Corollary"}


def part(name: str) -> str:
    """The lemma, theorem or section of a statement, by its name in the paper."""
    first = head(name)
    number = first[1:].removesuffix("m")  # the main text on the theorem
    if first in PARTS:
        return PARTS[first]
    return f"{KINDS[first[0]]} {number}" if number.isdigit() else "Moments (main text)"


def plots() -> Mapping[str, Callable[[], Any]]:
    """The figures, whose module needs Matplotlib."""
    from .figures import PLOTS

    return PLOTS


ABOUT = About(
    title="Self-Normalizing Neural Networks",
    authors="Klambauer, Unterthiner, Mayr, Hochreiter (2017)",
    url="https://arxiv.org/abs/1706.02515",
    statements=lambda: {name: entry["title"] for name, entry in INDEX.items()},
    findings=lambda: FINDINGS,
    part=part,
    remark="None of this makes Theorems 1–3 false.",
    letters=letters,
    notation=notation,
    maps=lambda: {(mean, variance): "g"},
    plots=plots,
    on_page=("map", "contraction", "subdivision", "variance", "defects"),
)
