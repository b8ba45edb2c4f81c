"""Section A3.4.5, Lemma 20, Eqs. 136–140: the errors of the simple expressions, in units of ε.

Δ(f) is the error of f to first order where μ, ω, ν, τ and, as printed, the constant 2 have errors
of at most ε: Σ|∂f/∂v|. The numbers that the paper inserts are on its own domain Ω_J.
"""

from typing import Any

from sympy import Abs, Expr, Rational, Symbol, erfc, exp, pi, sqrt, symbols

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Derivative,
    Identity,
    Inequality,
    chain,
    rounds_to,
)

from ..paper import HERE, OMEGA_J, a, b, claim, inference, mu, nu, omega, tau

e1, e2 = symbols("e1 e2", real=True)
two = Symbol("two", positive=True)
"""The constant 2 where the paper gives it an error."""
EPSILON = Rational(1, 2**52)
FIRST_ORDER = "Δ is the error to first order, by the rules of the section; L20_rounded has the rest"


def delta(f: Expr) -> Expr:
    """Δ(f): Σ|∂f/∂v|."""
    return sum(Abs(f.diff(v)) for v in (mu, omega, nu, tau, two)).subs(two, 2)


def number(printed: str) -> Rational:
    """A printed decimal, exactly."""
    return Rational(printed)


# What is evaluated, and r = √2√(ντ) as a denominator.
R = sqrt(two) * sqrt(b)
C, A, Z = a / R, (a + b) / R, a + b / two
r = sqrt(2) * sqrt(b)
R_MIN = sqrt(2) * sqrt(number("0.64"))
SCALE, GAUSS_A, GAUSS_C = (
    2 / sqrt(pi), *(2 / sqrt(pi) * exp(-(w.subs(two, 2)) ** 2) for w in (A, C))
)
TOP = exp(number("0.9475"))
RULES: dict[str, tuple[Any, ...]] = {
    "L20.4": (tau + nu, "<=", number("1.5") + number("1.5"), "<=", "3"),
    "L20.5": ((3 * 2 + b) / 4, "<=", (6 + number("1.25") * number("1.5")) / 4, "<", "2"),
    "L20.6": (e1 + e2, "<=", "3.2"),
    "L20.7": (e1 + e2, "<=", "2.2"),
    "L20.8": (3 / (2 * sqrt(b)), "<=", 3 / (2 * sqrt(number("0.64"))), "<=", "1.875"),
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
    "L20.13": (GAUSS_C * number("0.25"), "<=", SCALE * number("0.25"), "<", "0.3"),
    "L20.14": (GAUSS_A * 8, "<", SCALE * 8, "<", "10"),
    "L20.15": (exp(a + b / 2) * number("2.2"), "<=", TOP * number("2.2"), "<", "5.7"),
}
"""The printed rule with the bounds of the steps before, and the numbers inserted."""
SUMS = {
    "L20.6": Box({e1: (0, "0.2"), e2: (0, 3)}), "L20.7": Box({e1: (0, "0.2"), e2: (0, 2)}),
}
"""What the two errors of a sum can be."""


def rule(id: str) -> All:
    """The printed rule, on Ω_J or for all errors of these sizes."""
    return chain(SUMS.get(id, OMEGA_J), *RULES[id])


def product_10(factor: Expr) -> tuple[Any, ...]:
    """(136.8) with this factor of Δ(√2), and the numbers inserted."""
    return (
        sqrt(2) * number("1.875") + factor / (2 * sqrt(2)), "<=",
        sqrt(2) * number("1.875") + number("1.5") * number("1.25") / (2 * sqrt(2)), "<", "3.5",
    )


def found(id: str, f: Expr, relation: str, bound: str) -> All:
    """Δ(f) is below the bound, and so are the printed lines."""
    return All((Inequality(delta(f), relation, bound, OMEGA_J), rule(id)))


def simple(
    id: str, text: str, f: Expr, relation: str, premises: str, step: str, *, mended: bool = False
) -> tuple[Claim, ...]:
    """A printed error and its step; `mended`: with the corrections of its premises, the same."""
    return (
        claim(id, text, found(id, f, relation, RULES[id][-1]), stand_in=FIRST_ORDER),
        *inference(id, step, premises, rule(id), rule(id) if mended else None),
    )


AT_MOST_3 = All((
    Inequality(Abs(omega), "<=", "0.1", OMEGA_J), Inequality(Abs(mu), "<=", "0.1", OMEGA_J),
    Inequality(number("0.1") + number("0.1"), "<=", "0.2", HERE),
))
"""|ω| + |μ| <= 0.1 + 0.1 = 0.2."""


def line_10(factor: Expr) -> tuple[Inequality, All]:
    """(136.8): Δ(√2√(ντ)) is at most √2 Δ(√(ντ)) + this factor times Δ(√2), and the numbers."""
    by_rule = sqrt(2) * delta(sqrt(b)) + factor * delta(sqrt(two))
    return Inequality(delta(R), "<=", by_rule, OMEGA_J), chain(OMEGA_J, *product_10(factor))


CLAIMS = (
    claim(
        "L20.1", "2⁻⁵² = 2.220446·10⁻¹⁶; the rounding error is ε ≈ 10⁻¹⁶",
        All((
            rounds_to(Rational(10**16, 2**52), "2.220446", HERE),
            rounds_to(Rational(10**16, 2**53), "1", HERE),
        )),
        note="2⁻⁵² is the spacing of numbers at 1; the error of rounding is at most half of it",
    ),
    claim("L20.2", "10⁻¹³ > 292ε", Inequality(292 * EPSILON, "<", Rational(1, 10**13), HERE)),
    *inference("L20.2", "292 times 2⁻⁵², rounded to 2.220446·10⁻¹⁶", "L20.1",
               Inequality(292 * number("2.2204465") / 10**16, "<", Rational(1, 10**13), HERE)),
    claim("L20.3", "Δ(μω) ⩽ Δμ|ω| + Δω|μ| ⩽ 0.2ε",
          All((Derivative(a, mu, omega), Derivative(a, omega, mu), AT_MOST_3)),
          stand_in=FIRST_ORDER),
    *inference("L20.3", "(133), |μ|, |ω| ⩽ 0.1", "L19.9", AT_MOST_3),
    *simple("L20.4", "Δ(ντ) ⩽ Δν|τ| + Δτ|ν| ⩽ 1.5ε + 1.5ε = 3ε", b, "<=", "L19.9",
            "(133), ν, τ ⩽ 1.5"),
    *simple("L20.5", "Δ(ντ/2) ⩽ (Δ(ντ)2 + Δ2|ντ|)/2² ⩽ (6ε + 1.25·1.5ε)/4 < 2ε", b / two, "<",
            "L19.12 L20.4", "(135), ντ ⩽ 1.25·1.5"),
    *simple("L20.6", "Δ(μω + ντ) ⩽ Δ(μω) + Δ(ντ) = 3.2ε", a + b, "<=", "L19.3 L20.3 L20.4",
            "(129): the sum of the errors"),
    *simple("L20.7", "Δ(μω + ντ/2) ⩽ Δ(μω) + Δ(ντ/2) < 2.2ε", Z, "<", "L19.3 L20.3 L20.5",
            "(129): the sum of the errors, of which Δ(ντ/2) < 2ε"),
    *simple("L20.8", "Δ(√(ντ)) ⩽ Δ(ντ)/(2√(ντ)) ⩽ 3ε/(2√0.64) = 1.875ε", sqrt(b), "<=",
            "L19.13 L20.4", "the derivative of the root, ντ ⩾ 0.64"),
    claim(
        "L20.9", "Δ(√2) ⩽ Δ2/(2√2) ⩽ ε/(2√2)", Derivative(sqrt(two), two, 1 / (2 * sqrt(two))),
        stand_in=FIRST_ORDER,
    ),
    *inference("L20.9", "the derivative of the root, Δ2 ⩽ ε", "L19.13",
               Derivative(sqrt(two), two, 1 / (2 * sqrt(two)))),
    claim(
        "L20.10", "Δ(√2√(ντ)) ⩽ √2 Δ(√(ντ)) + ντ Δ(√2) ⩽ √2·1.875ε + 1.5·1.25·ε/(2√2) < 3.5ε",
        All(line_10(b)), defect=Defect.FORMULA, stand_in=FIRST_ORDER,
        note="the rule (133) has √(ντ) in the place of ντ, which is more where ντ < 1; the last "
        "bound holds",
    ),
    *inference(
        "L20.10", "(133); ντ, or √(ντ), is at most 1.5·1.25", "L19.9 L20.8 L20.9",
        All((Inequality(sqrt(b), "<=", b, OMEGA_J), chain(OMEGA_J, *product_10(b)))),
    ),
    claim(
        "L20.10c", "Δ(√2√(ντ)) = √2 Δ(√(ντ)) + √(ντ) Δ(√2) ⩽ √2·1.875ε + 1.5·1.25·ε/(2√2) < 3.5ε",
        All((
            Identity(delta(R), sqrt(2) * delta(sqrt(b)) + sqrt(b) * delta(sqrt(two))),
            line_10(sqrt(b))[1], Inequality(delta(R), "<", "3.5", OMEGA_J),
        )), stand_in=FIRST_ORDER,
    ),
    *simple("L20.11", "Δ(μω/(√2√(ντ))) ⩽ (Δ(μω)√2√(ντ) + |μω|Δ(√2√(ντ)))/(√2√(ντ))² ⩽ "
            "(0.2ε√2√0.64 + 0.01·3.5ε)/(2·0.64) < 0.25ε", C, "<", "L19.12 L20.3 L20.10",
            "(135), |μω| ⩽ 0.01, ντ ⩾ 0.64", mended=True),
    *simple("L20.12", "Δ((μω + ντ)/(√2√(ντ))) ⩽ (Δ(μω + ντ)√2√(ντ) + |μω + ντ|Δ(√2√(ντ)))/"
            "(√2√(ντ))² ⩽ (3.2ε√2√0.64 + 1.885·3.5ε)/(2·0.64) < 8ε", A, "<",
            "L19.12 L20.6 L20.10", "(135), |μω + ντ| ⩽ 1.885, ντ ⩾ 0.64", mended=True),
    *simple("L20.13", "Δ(erfc(C)) ⩽ (2/√π) exp(-C²) Δ(C) < (2/√π)0.25ε < 0.3ε, C = μω/(√2√(ντ)) "
            "(137)", erfc(C), "<", "L19.16 L20.11", "the derivative of erfc, exp(-C²) ⩽ 1"),
    *simple("L20.14", "Δ(erfc(A)) ⩽ (2/√π) exp(-A²) Δ(A) < (2/√π)8ε < 10ε, A = (μω + ντ)/(√2√(ντ)) "
            "(138)", erfc(A), "<", "L19.16 L20.12", "the derivative of erfc, exp(-A²) < 1"),
    claim(
        "L20.15", "Δ(e^(μω + ντ/2)) ⩽ e^(μω + ντ/2) Δ(e^(μω + ντ/2)) < e^0.9475 2.2ε < 5.7ε "
        "(139), (140)",
        All((
            chain(OMEGA_J, exp(a + b / 2) * delta(exp(Z)), "<", TOP * number("2.2"), "<", "5.7"),
            Inequality(delta(exp(Z)), "<", "5.7", OMEGA_J),
        )),
        defect=Defect.MISPRINT, stand_in=FIRST_ORDER,
        note="the second Δ is that of the exponent μω + ντ/2, as the 2.2ε that follows",
    ),
    *inference(
        "L20.15", "the derivative of exp, μω + ντ/2 ⩽ 0.9475", "L19.14 L20.7",
        chain(OMEGA_J, *RULES["L20.15"]),
    ),
    claim(
        "L20.15c", "Δ(e^(μω + ντ/2)) ⩽ e^(μω + ντ/2) Δ(μω + ντ/2) < e^0.9475 2.2ε < 5.7ε",
        All((
            Identity(delta(exp(Z)), exp(a + b / 2) * delta(Z)),
            chain(OMEGA_J, exp(a + b / 2) * delta(Z), "<", TOP * number("2.2"), "<", "5.7"),
        )), stand_in=FIRST_ORDER,
    ),
)
