"""Section A3.4.5, Lemma 20, Eqs. 136–140: the errors of the simple expressions, in units of ε.

Δ(f) is the error of f where μ, ω, ν, τ and, as printed, the constant 2 have errors of at most ε.
Three things are kept apart: the printed arithmetic, on the paper's own domain Ω_J; the last bound,
which is one of the error itself in all orders of ε; and, in the steps, whether the bound follows
from the printed errors of what an expression is made of, again in all orders.
"""

from typing import Any

from sympy import Abs, Add, Expr, Mul, Pow, Rational, Symbol, erfc, exp, pi, sqrt, symbols

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Derivative,
    Identity,
    Inequality,
    chain,
    magnitude,
    rounds_to,
)

from ..paper import HERE, OMEGA_J, a, b, claim, inference, mu, nu, omega, own, tau
from .errors import EPSILON, Errors, moves_less

e1, e2 = symbols("e1 e2", real=True)
two = Symbol("two", positive=True)
"""The constant 2 where the paper gives it an error."""
FIRST_ORDER = "the middle terms are to first order, as in the rules; the last bound has all orders"
ALL_FIRST = "all terms, the last bound too, are to first order, as in the rules; exactly: "
INPUTS: Errors = {**{v: (v, 1) for v in (mu, omega, nu, tau)}, two: (2, 1)}


def delta(f: Expr) -> Expr:
    """Δ(f) to first order: Σ|∂f/∂v|."""
    return sum(Abs(f.diff(v)) for v in (mu, omega, nu, tau, two)).subs(two, 2)


def off_by_less(f: Expr, bound: Any) -> All:
    """Δ(f) < bound ε, in all orders."""
    return moves_less(f, bound, INPUTS, OMEGA_J)


def number(printed: str) -> Rational:
    """A printed decimal, exactly."""
    return Rational(printed)


def added(*printed: str) -> Expr:
    """A sum of printed decimals, left for the checker to add."""
    return Add(*map(number, printed), evaluate=False)


# What is evaluated, and r = √2√(ντ) as a denominator.
R = sqrt(two) * sqrt(b)
C, A, Z = a / R, (a + b) / R, a + b / two
r = sqrt(2) * sqrt(b)
R_MIN = sqrt(2) * sqrt(number("0.64"))
SCALE, GAUSS_A, GAUSS_C = (
    2 / sqrt(pi), *(2 / sqrt(pi) * exp(-(w.subs(two, 2)) ** 2) for w in (A, C))
)
TOP = exp(number("0.9475"))
ROOT_064 = Pow(number("0.64"), Rational(1, 2), evaluate=False)
MOST_8 = Mul(3, Pow(Mul(2, ROOT_064, evaluate=False), -1, evaluate=False), evaluate=False)
RULES: dict[str, tuple[Any, ...]] = {
    "L20.4": (tau + nu, "<=", added("1.5", "1.5"), "=", "3"),
    "L20.5": ((3 * 2 + b) / 4, "<=", (6 + number("1.25") * number("1.5")) / 4, "<", "2"),
    "L20.6": (e1 + e2, "<=", added("0.2", "3"), "=", "3.2"),
    "L20.7": (e1 + e2, "<", "2.2"),
    "L20.8": (3 / (2 * sqrt(b)), "<=", MOST_8, "=", "1.875"),
    "L20.11": (
        (number("0.2") * r + Abs(a) * number("3.5")) / r**2, "<=",
        (number("0.2") * R_MIN + number("0.01") * number("3.5")) / (2 * number("0.64")),
        "<", "0.25",
    ),
    "L20.12": (
        (number("3.2") * r + (a + b) * number("3.5")) / r**2, "<=",
        (number("3.2") * R_MIN + number("1.885") * number("3.5")) / (2 * number("0.64")),
        "<", "8",
    ),
    "L20.13": (GAUSS_C * delta(C), "<", SCALE * number("0.25"), "<", "0.3"),
    "L20.14": (GAUSS_A * 8, "<", SCALE * 8, "<", "10"),
}
"""The printed rule with the bounds of the steps before, and the numbers inserted."""
SUMS = {
    "L20.6": Box({e1: (0, "0.2"), e2: (0, 3)}),
    "L20.7": Box({e1: (0, "0.2"), e2: (0, "1.97")}),
}
"""What the two errors of a sum can be; Δ(ντ/2) ⩽ (6 + 1.875)ε/4 = 1.96875ε in (136.3)."""


def rule(id: str) -> All:
    """The printed rule, on Ω_J or for all errors of these sizes."""
    terms, box = RULES[id], SUMS.get(id, OMEGA_J)
    if terms[-2] == "=":
        return All((*chain(box, *terms[:-2]).parts, Identity(terms[-3], number(terms[-1]))))
    return chain(box, *terms)


def product_10(factor: Expr) -> tuple[Any, ...]:
    """(136.8) with this factor of Δ(√2), and the numbers inserted."""
    return (
        sqrt(2) * number("1.875") + factor / (2 * sqrt(2)), "<=",
        sqrt(2) * number("1.875") + number("1.5") * number("1.25") / (2 * sqrt(2)), "<", "3.5",
    )


def found(id: str, f: Expr) -> All:
    """Δ(f) is below the bound, and so are the printed lines."""
    return All((*off_by_less(f, RULES[id][-1]).parts, rule(id)))


def simple(
    id: str, text: str, f: Expr, premises: str, step: str, follows: All, mended: All | None = None,
) -> tuple[Claim, ...]:
    """A printed error and its step: the printed lines, and what its premises give in all orders.

    `mended`: what they give with corrections in their places.
    """
    steps = (All((rule(id), *g.parts)) for g in (follows, mended) if g is not None)
    return (
        claim(id, text, found(id, f), stand_in=FIRST_ORDER),
        *inference(id, step, premises, *steps),
    )


X1, X2 = symbols("x1 x2", real=True)
"""What an expression is made of."""


def gives(f: Expr, bound: str, *parts: tuple[Expr, Any]) -> All:
    """f in x₁, x₂ is off by less than the bound, with these values of them and their errors."""
    return moves_less(f, bound, dict(zip((X1, X2), parts, strict=False)), OMEGA_J)


AT_MOST_3 = All((
    *magnitude(omega, "<=", "0.1", OMEGA_J).parts, *magnitude(mu, "<=", "0.1", OMEGA_J).parts,
    Inequality(number("0.1") + number("0.1"), "<=", "0.2", HERE),
))
"""|ω| + |μ| <= 0.1 + 0.1 = 0.2."""


LEAST_3 = number("0.2") + EPSILON
AT_3 = Box({mu: OMEGA_J[mu], omega: OMEGA_J[omega], e1: (-1, 1), e2: (-1, 1)})
BY_3 = e1 * omega + e2 * mu + EPSILON * e1 * e2
PRODUCT = Identity((mu + EPSILON * e1) * (omega + EPSILON * e2) - mu * omega, EPSILON * BY_3)
"""(μ + Δμ)(ω + Δω) - μω, in units of ε, for Δμ = ε e₁ and Δω = ε e₂."""
T = symbols("t", real=True)
ROOT_2 = (
    Derivative(sqrt(two), two, 1 / (2 * sqrt(two))),
    Identity(sqrt(2) - sqrt(2 - T), T / (sqrt(2) + sqrt(2 - T))),
)
FIRST_9 = Inequality(T * delta(sqrt(two)), "<=", 1 / (2 * sqrt(2)), Box({T: (0, 1)}))
"""Δ2/(2√2) ⩽ ε/(2√2) for Δ2 = t ε."""


def less_9(factor: Any) -> tuple[Inequality, ...]:
    """|√2 - √(2 - t)| <= ε/(2√2) times a factor for t = ε e₁, by the quotient with t."""
    quotient, unit = e1 / (sqrt(2) + sqrt(2 - EPSILON * e1)), Box({e1: (-1, 1)})
    most = factor / (2 * sqrt(2))
    return Inequality(quotient, "<=", most, unit), Inequality(-quotient, "<=", most, unit)


def by_10(factor: Expr) -> Expr:
    """(136.8): √2 Δ(√(ντ)) and this factor times Δ(√2), to first order."""
    return sqrt(2) * delta(sqrt(b)) + factor * delta(sqrt(two))


IN_ALL_10 = gives(
    X1 * X2, "3.5", (sqrt(b), "1.875"), (sqrt(2), (1 + EPSILON) / (2 * sqrt(2))),
)
"""√2√(ντ) is off by less than 3.5ε, with the errors of its factors."""
IN_ALL_15 = gives(exp(X1), "5.7", (Z.subs(two, 2), "2.2"))
"""The exponential is off by less than 5.7ε, with the error of its argument."""


def line_15(error: Expr) -> All:
    """(139) with this error of the exponential's argument, to first order."""
    return chain(OMEGA_J, exp(a + b / 2) * error, "<", TOP * number("2.2"), "<", "5.7")


CLAIMS = (
    claim(
        "L20.1", "2⁻⁵² = 2.220446·10⁻¹⁶; the rounding error is ε ≈ 10⁻¹⁶",
        rounds_to(Rational(10**16, 2**52), "2.220446", HERE),
        stand_in="ε ≈ 10⁻¹⁶: ≈ names no error",
        note="2⁻⁵², which is ε in what follows, is the spacing of numbers at 1; a rounding there "
        "is off by at most half of it",
    ),
    claim("L20.2", "10⁻¹³ > 292ε", Inequality(292 * EPSILON, "<", Rational(1, 10**13), HERE)),
    *inference("L20.2", "292 times 2⁻⁵², rounded to 2.220446·10⁻¹⁶", "L20.1",
               Inequality(292 * number("2.2204465") / 10**16, "<", Rational(1, 10**13), HERE)),
    claim(
        "L20.3", "Δ(μω) ⩽ Δμ|ω| + Δω|μ| ⩽ 0.2ε",
        All((PRODUCT, AT_MOST_3, Inequality(Abs(omega) + Abs(mu), "<=", "0.2", OMEGA_J))),
        stand_in=f"{ALL_FIRST}L20.3_exact",
        note="(133) has O(Δ²) besides: for μ = ω = 0.1 the error can be 0.2ε + ε²",
    ),
    *inference("L20.3", "(133) to first order, |μ|, |ω| ⩽ 0.1", "L19.9", AT_MOST_3),
    own(
        "L20.3_exact", "Δ(μω) ⩽ Δμ|ω| + Δω|μ| + ΔμΔω ⩽ 0.2ε + ε², and for μ = ω = 0.1 it can be "
        "that", All((
            PRODUCT, AT_MOST_3, *magnitude(BY_3, "<=", LEAST_3, AT_3).parts,
            Inequality(LEAST_3, "<=", BY_3, Box({mu: "0.1", omega: "0.1", e1: 1, e2: 1})),
        )), "the error of μω in all orders", "float-error",
    ),
    *simple("L20.4", "Δ(ντ) ⩽ Δν|τ| + Δτ|ν| ⩽ 1.5ε + 1.5ε = 3ε", b, "L19.9",
            "(133), ν, τ ⩽ 1.5; ΔνΔτ ⩽ ε² has room, as τ ⩽ 1.25",
            gives(X1 * X2, "3", (nu, 1), (tau, 1))),
    *simple("L20.5", "Δ(ντ/2) ⩽ (Δ(ντ)2 + Δ2|ντ|)/2² ⩽ (6ε + 1.25·1.5ε)/4 < 2ε", b / two,
            "L19.12 L20.4", "(135), ντ ⩽ 1.25·1.5", gives(X1 / X2, "2", (b, 3), (2, 1))),
    *simple("L20.6", "Δ(μω + ντ) ⩽ Δ(μω) + Δ(ντ) = 3.2ε", a + b, "L19.3 L19.9 L20.3 L20.4",
            "(129): the sum of the errors, in all orders with both as (133) has them: 0.2ε + ε² "
            "(L20.3_exact), and that of ντ at each point",
            gives(X1 + X2, "3.2", (a, LEAST_3), (b, nu + tau + EPSILON))),
    *simple("L20.7", "Δ(μω + ντ/2) ⩽ Δ(μω) + Δ(ντ/2) < 2.2ε", Z, "L19.3 L19.9 L20.3 L20.5",
            "(129): the sum of the errors, of which Δ(ντ/2) is below 1.97ε, as (136.3) has it "
            "before < 2ε, and Δ(μω) at most 0.2ε, or 0.2ε + ε² in all orders (L20.3_exact)", All((
                *gives(X1 / X2, "1.97", (b, 3), (2, 1)).parts,
                Inequality(LEAST_3 + number("1.97"), "<", "2.2", HERE),
            ))),
    *simple("L20.8", "Δ(√(ντ)) ⩽ Δ(ντ)/(2√(ντ)) ⩽ 3ε/(2√0.64) = 1.875ε", sqrt(b),
            "L19.9 L19.13 L20.4",
            "the derivative of the root, ντ ⩾ 0.64; Δ(ντ) as (133) has it at each point, as with "
            "3ε it holds to first order only",
            gives(sqrt(X1), "1.875", (b, nu + tau + EPSILON))),
    claim(
        "L20.9", "Δ(√2) ⩽ Δ2/(2√2) ⩽ ε/(2√2)",
        All((ROOT_2[0], FIRST_9)),
        stand_in=f"{ALL_FIRST}L20.9_exact",
        note="in all orders √2 - √(2 - ε) is greater than ε/(2√2), by ε²/(16√2)",
    ),
    *inference("L20.9", "the derivative of the root, Δ2 ⩽ ε", "L19.13", FIRST_9),
    own(
        "L20.9_exact", "ε/(2√2) < Δ(√2) ⩽ ε/(2√2) (1 + ε)", All((
            *ROOT_2, *less_9(1 + EPSILON),
            Inequality(1 / (2 * sqrt(2)), "<", 1 / (sqrt(2) + sqrt(2 - EPSILON)), HERE),
        )), "the error of √2 in all orders", "float-error",
    ),
    claim(
        "L20.10", "Δ(√2√(ντ)) ⩽ √2 Δ(√(ντ)) + ντ Δ(√2) ⩽ √2·1.875ε + 1.5·1.25·ε/(2√2) < 3.5ε",
        All((Inequality(delta(R), "<=", by_10(b), OMEGA_J), chain(OMEGA_J, *product_10(b)),
             *off_by_less(R, "3.5").parts)), defect=Defect.FORMULA, stand_in=FIRST_ORDER,
        note="the rule (133) has √(ντ) in the place of ντ, which is more where ντ < 1; the last "
        "bound holds",
    ),
    *inference(
        "L20.10", "(133), for which √(ντ) ⩽ ντ if the second factor is ντ; that is at most "
        "1.5·1.25; Δ(√2) in all orders (L20.9_exact)", "L19.9 L19.13 L20.8 L20.9",
        All((Inequality(sqrt(b), "<=", b, OMEGA_J), chain(OMEGA_J, *product_10(b)), IN_ALL_10)),
        All((chain(OMEGA_J, *product_10(sqrt(b))), IN_ALL_10)),
    ),
    claim(
        "L20.10c", "Δ(√2√(ντ)) = √2 Δ(√(ντ)) + √(ντ) Δ(√2) ⩽ √2·1.875ε + 1.5·1.25·ε/(2√2) < 3.5ε",
        All((
            Identity(delta(R), by_10(sqrt(b))), chain(OMEGA_J, *product_10(sqrt(b))),
            *off_by_less(R, "3.5").parts,
        )), stand_in=FIRST_ORDER,
    ),
    *simple("L20.11", "Δ(μω/(√2√(ντ))) ⩽ (Δ(μω)√2√(ντ) + |μω|Δ(√2√(ντ)))/(√2√(ντ))² ⩽ "
            "(0.2ε√2√0.64 + 0.01·3.5ε)/(2·0.64) < 0.25ε", C,
            "L19.9 L19.12 L20.3 L20.10", "(135), |μω| ⩽ 0.01, ντ ⩾ 0.64; in all orders Δ(μω) is "
            "0.2ε + ε² (L20.3_exact)",
            *[gives(X1 / X2, "0.25", (a, LEAST_3), (r, "3.5"))] * 2),
    *simple("L20.12", "Δ((μω + ντ)/(√2√(ντ))) ⩽ (Δ(μω + ντ)√2√(ντ) + |μω + ντ|Δ(√2√(ντ)))/"
            "(√2√(ντ))² ⩽ (3.2ε√2√0.64 + 1.885·3.5ε)/(2·0.64) < 8ε", A, "L19.12 L20.6 L20.10",
            "(135), |μω + ντ| ⩽ 1.885, ντ ⩾ 0.64",
            *[gives(X1 / X2, "8", (a + b, "3.2"), (r, "3.5"))] * 2),
    *simple("L20.13", "Δ(erfc(C)) ⩽ (2/√π) exp(-C²) Δ(C) < (2/√π)0.25ε < 0.3ε, C = μω/(√2√(ντ)) "
            "(137)", erfc(C), "L19.16 L20.11", "the derivative of erfc, exp(-C²) ⩽ 1",
            gives(erfc(X1), "0.3", (C.subs(two, 2), "0.25"))),
    *simple("L20.14", "Δ(erfc(A)) ⩽ (2/√π) exp(-A²) Δ(A) < (2/√π)8ε < 10ε, A = (μω + ντ)/(√2√(ντ)) "
            "(138)", erfc(A), "L19.16 L20.12", "the derivative of erfc, exp(-A²) < 1",
            gives(erfc(X1), "10", (A.subs(two, 2), 8))),
    claim(
        "L20.15", "Δ(e^(μω + ντ/2)) ⩽ e^(μω + ντ/2) Δ(e^(μω + ντ/2)) < e^0.9475 2.2ε < 5.7ε "
        "(139), (140)",
        All((line_15(delta(exp(Z))), *off_by_less(exp(Z), "5.7").parts)),
        defect=Defect.MISPRINT, stand_in=FIRST_ORDER,
        note="the second Δ is that of the exponent μω + ντ/2, as the 2.2ε that follows",
    ),
    *inference(
        "L20.15", "the derivative of exp, μω + ντ/2 ⩽ 0.9475, and the error that is multiplied is "
        "below 2.2ε", "L19.14 L20.7",
        All((line_15(delta(exp(Z))), IN_ALL_15)), All((line_15(delta(Z)), IN_ALL_15)),
    ),
    claim(
        "L20.15c", "Δ(e^(μω + ντ/2)) ⩽ e^(μω + ντ/2) Δ(μω + ντ/2) < e^0.9475 2.2ε < 5.7ε",
        All((
            Identity(delta(exp(Z)), exp(a + b / 2) * delta(Z)), line_15(delta(Z)),
            *off_by_less(exp(Z), "5.7").parts,
        )), stand_in=FIRST_ORDER,
    ),
)
