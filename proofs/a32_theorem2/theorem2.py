"""Section A3.2: Theorem 2, the variance decreases where it is large.

The chain of the paper: the signs of the derivatives of ξ̃ - ν on the box Ω_T2 with ν ∈ [1.5, 16],
then its values at the corners of the four quadrants of (μ, ω). The domain of (30) and of all its
steps is x ∈ [1.2, 20], y ∈ [-0.1, 0.1] with x = ντ and y = μω.
"""

from dataclasses import replace
from typing import Any

from sympy import Abs, Expr, Integer, Rational, Symbol, erfc, exp, expand, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Inference,
    Monotone,
    NotFormal,
    Theorem,
    bounded,
    chain,
    equal,
    rounds_to,
)
from fixedpoint.model import T

from ..paper import (
    CONSTANTS,
    HERE,
    INDEX,
    OMEGA_P,
    OMEGA_PP,
    OMEGA_T2,
    SELU,
    H,
    J,
    a,
    alpha,
    b,
    claim,
    in_layer,
    inference,
    inside,
    lam,
    mu,
    net,
    nu,
    omega,
    repaired,
    second_moment,
    tau,
    u,
    v,
    variance,
)

SUB = Box({u: ("1.2", 20), v: ("-0.1", "0.1")})

# (19), and ∂ξ̃/∂(μω), ∂ξ̃/∂(ντ): by the chain rule the other derivatives are multiples of them.
G = second_moment - nu
BY_A, BY_B = (in_layer(net(SELU.jacobian_xy[1, j])) for j in range(2))
CORNER, ORIGIN = {mu: 1, omega: Rational(1, 10), nu: 3, tau: Rational(5, 4)}, {mu: 0, omega: 0}

# (25)–(30) as printed; z₁ = (x + y)/(√2 √x), z₂ = (2x + y)/(√2 √x).
Z1, Z2 = (u + v) / (sqrt(2) * sqrt(u)), (2 * u + v) / (sqrt(2) * sqrt(u))
E1, E2 = exp(Z1**2) * erfc(Z1), exp(Z2**2) * erfc(Z2)
# The same in Gaussian functions: equal by exact algebra, and without overflow.
E1_T, E2_T = (exp(v**2 / (2 * u)) * T(k, v, u) for k in (1, 2))
LIFTED = v * exp(v**2 / (2 * u)) * (2 - erfc(v / (sqrt(2) * sqrt(u))))
BRACKET_25 = (
    alpha**2 * -exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
    + alpha**2 * exp(2 * a + 2 * b) * erfc((a + 2 * b) / (sqrt(2) * sqrt(b)))
    + a * (2 - erfc(a / (sqrt(2) * sqrt(b))))
    + sqrt(2 / pi) * sqrt(b) * exp(-(mu**2) * omega**2 / (2 * nu * tau))
)


def sub27(e1: Expr, e2: Expr) -> Expr:
    """(27) for given e^{z₁²} erfc z₁ and e^{z₂²} erfc z₂."""
    return sqrt(2 / pi) * sqrt(u) - alpha**2 * (e1 - e2)


def by_y28(e1: Expr, e2: Expr) -> Expr:
    """The first form of (28)."""
    return alpha**2 * (e2 * (2 * u + v) - e1 * (u + v)) / u


def left30(first: Expr, second: Expr) -> Expr:
    """The first two lines of (30) for given values of its two terms."""
    tail = sqrt(2) * u * sqrt(u) * (alpha**2 - 1)
    return (sqrt(pi) * alpha**2 * (first - second) - tail) / (2 * sqrt(pi) * u**2)


def terms30(e1: Expr, e2: Expr) -> tuple[Expr, Expr]:
    """The two terms of (30) for given e^{z₁²} erfc z₁ and e^{z₂²} erfc z₂."""
    return e2 * (4 * u**2 - v**2), e1 * (u - v) * (u + v)


def by_x29(before_the_last: Any) -> Expr:
    """(29) for the factor before its last term; printed is none."""
    first, second = terms30(E1, E2)
    bracket = alpha**2 * (first - second)
    return bracket / (2 * u**2) - before_the_last * sqrt(2) * (alpha**2 - 1) * u * sqrt(u)


TOP2, TOP1 = (2 * u - v) * (2 * u + v) * 2, (u - v) * (u + v) * 2


def over30(second: Expr, first: Expr) -> Expr:
    """The later lines of (30) for given denominators of the two terms."""
    difference = TOP2 / (sqrt(pi) * second) - TOP1 / (sqrt(pi) * first)
    top = sqrt(pi) * alpha**2 * difference - u * (alpha**2 - 1)
    return top / (sqrt(2) * sqrt(pi) * u * sqrt(u))


def cubic(f: Any, y1: Any, y2: Any, square: Any, mixed: Any, linear: Any, last: Any) -> Expr:
    """8x³ + 12x²·y₁ + … of (30), with what stands for y and y² where."""
    return (8 * u**3 + 12 * u**2 * y1 + square * u**2 + 4 * u * y2 - mixed * u * f - linear * u
            + last * y2)


def by22(root2: Expr, root1: Expr) -> Expr:
    """The second line of (30) for given values of its two roots."""
    return left30(TOP2 / (sqrt(pi) * (Z2 + root2)), TOP1 / (sqrt(pi) * (Z1 + root1)))


RADICAND2, RADICAND1 = Z2**2 + 2, Z1**2 + 4 / pi
W2, W1, C = 2 * u + v, u + v, Rational("0.878")
ROOT2, ROOT1 = sqrt(W2**2 + 4 * u), sqrt(W1**2 + 8 * u / pi)
OUT = left30(TOP2 * (sqrt(2) * sqrt(u)) / (sqrt(pi) * (W2 + ROOT2)),
             TOP1 * (sqrt(2) * sqrt(u)) / (sqrt(pi) * (W1 + ROOT1)))
SQUARE2, SQUARE1 = W2**2 + 2 * W2 + 1, W1**2 + C * 2 * W1 + C**2
DENOMINATORS = (2 * W2 + 1) * (2 * W1 + C)
BELOW = DENOMINATORS * sqrt(2) * sqrt(pi) * u * sqrt(u)
FIRST_16 = sqrt(pi) * alpha**2 * (
    (2 * W1 + C) * TOP2 / sqrt(pi) - (u - v) * (u + v) * (2 * W2 + 1) * 2 / sqrt(pi)
) / BELOW
SECOND_16 = -u * (alpha**2 - 1) * DENOMINATORS / BELOW
# The coefficients of (30) that depend on α, and as printed.
COEFFICIENTS = {
    "4.14569": Rational("5.512") - Rational("0.488") * alpha**2,
    "6.76009": Rational("3.756") * (alpha**2 - 1),
    "1.58023": C * (alpha**2 - 1),
    "0.683154": Rational("0.244") * alpha**2,
}
PRINTED = [Rational(text) for text in COEFFICIENTS]
AT_WORST = cubic(Rational("0.1"), Rational("-0.1"), 0, *PRINTED)
LINEAR, ABSOLUTE = Rational("2.94569"), Rational("2.25624")
ROOTS = [(-LINEAR + s * sqrt(LINEAR**2 + 32 * ABSOLUTE)) / 16 for s in (1, -1)]
BELOW_19 = DENOMINATORS * sqrt(2) * sqrt(pi) * sqrt(u)
QUADRATIC = 8 * u**2 + LINEAR * u - ABSOLUTE
FACTORS = 8 * (u - Rational("0.377966")) * (u + Rational("0.746178"))
# What a rounding changes in a form of (30), at most.
ROUNDING = Rational("0.000001")
ROUNDED = [exact - printed for exact, printed in zip(COEFFICIENTS.values(), PRINTED, strict=True)]
ABOVE_30 = All((Inequality(0, "<", (2 * u - v) * (2 * u + v), SUB),
                Inequality(0, "<", (u - v) * (u + v), SUB)))

# (32)–(35).
A = (sqrt((960 + 169 * pi) / pi) - 13) / 10
GAP = 8 * u / pi - (A**2 + 2 * A * W1)
BY_33 = Inequality(C**2 + C * 2 * W1, "<", A**2 + 2 * A * W1, SUB)
LEAST = {u: Rational("1.2"), v: Rational("-0.1")}
LIFTED_34 = -Rational("0.1") * exp(Rational("0.01") / Rational("2.4")) * (
    2 - erfc(Rational("0.1") / (sqrt(2) * sqrt(Rational("1.2"))))
)
BRACKET_35 = in_layer(LIFTED + sub27(E1, E2))
BRACKET_35_T = in_layer(LIFTED + sub27(E1_T, E2_T))
CORNER_35 = LIFTED_34 + sub27(E1, E2).subs(LEAST)
CORNER_35_T = LIFTED_34 + sub27(E1_T, E2_T).subs(LEAST)


def rounded(exact: Expr, printed: Expr, difference: Expr) -> All:
    """A form of (30) with rounded numbers differs from the exact one by less than ROUNDING."""
    return All((Identity(exact - printed, difference),
                Inequality(Abs(difference), "<", ROUNDING, SUB)))


def solved(c: Expr) -> Identity:
    """w + √(w² + 2cw + c²) = 2w + c for t = w + c > 0."""
    t = Symbol("t", positive=True)
    w = t - c
    return Identity(w + sqrt(w**2 + c * 2 * w + c**2), 2 * w + c)


def quadrant(box: Box, left: bool, below: bool) -> Box:
    """The part of a box with μ ⩽ 0 (left) or μ ⩾ 0 and ω ⩽ 0 (below) or ω ⩾ 0."""
    lower, upper = box[mu][0], box[omega][0]
    return box.but({mu: (lower, 0) if left else (0, -lower),
                    omega: (upper, 0) if below else (0, -upper)})


def signs(left: bool, below: bool) -> All:
    """The signs of ω and μ, the factors of ∂g/∂μ = ω h and ∂g/∂ω = μ h, on one quadrant."""
    box = quadrant(OMEGA_T2, left, below)
    return All((Inequality(0, "<=", -omega if below else omega, box),
                Inequality(0, "<=", -mu if left else mu, box)))


def general(*steps: Inference) -> tuple[Inference, ...]:
    """Steps that hold for all α and λ."""
    return tuple(replace(step, constants={}) for step in steps)


def greatest(id: str, part: str, corner: str, rule: str, left: bool, below: bool,
             at: dict[Any, Any], printed: str) -> tuple[Claim, ...]:
    """g is greatest on one quadrant at a corner, with the printed value; and the step to it."""
    value = G.subs(CORNER | at)
    rounding = rounds_to(value, printed, HERE)
    return (
        claim(
            id, f"for {part} in Ω⁺⁺ g ⩽ g({corner}) = {printed} ({INDEX[id]['equations'][0]})",
            All((Inequality(G, "<=", value, quadrant(OMEGA_PP, left, below)), rounding)),
        ),
        *inference(id, f"g {rule}, decreases in ν and increases in τ on this part of Ω⁺⁺ in Ω_T2: "
                   "it is greatest at the corner; its value there by (19)",
                   "T2.0 T2.1 T2.32", rounding),
    )


DECREASES = All((Derivative(second_moment, nu, J[1, 1]), Inequality(J[1, 1] - 1, "<", 0, OMEGA_T2),
                 Monotone(G, nu, "decreasing", OMEGA_T2)))
INCREASES = All((Derivative(G, tau, nu * BY_B), Monotone(G, tau, "increasing", OMEGA_T2)))
BRACKET_POSITIVE = Inequality(0, "<", BY_A, OMEGA_T2)
BY_OMEGA_39 = Derivative(G, omega, mu * lam**2 * BRACKET_25)
ALL_SIGNS = All(tuple(signs(left, below) for left in (True, False) for below in (True, False)))

PULLED_OUT = All((
    Identity(RADICAND2, ROOT2**2 / (2 * u)), Identity(RADICAND1, ROOT1**2 / (2 * u)),
    Identity(by22(ROOT2 / (sqrt(2) * sqrt(u)), ROOT1 / (sqrt(2) * sqrt(u))), OUT),
    Identity(OUT, over30(W2 + ROOT2, W1 + ROOT1)),
))
BY_RADICANDS = "√(z₂² + 2) and √(z₁² + 4/π) are rewritten through their radicands"

CLAIMS = (
    claim(
        "T2", "ν̃(μ, ω, ν, τ, λ₀₁, α₀₁) < ν for μ ∈ [-1, 1], ω ∈ [-0.1, 0.1], ν ∈ [3, 16], "
        "τ ∈ [0.8, 1.25]",
        Inequality(variance, "<", nu, OMEGA_PP),
        of=Theorem,
        chain=("T2.0", "T2.2", "L15", "T16", *(f"T2.{k}" for k in range(3, 38))),
        assumptions=(
            "the mean value theorem: a function with a positive derivative on an interval is "
            "strictly increasing there",
        ),
        repair="take 0 < ∂ξ̃/∂ν < 1 on Ω_T2 (T2.3_repair), which the proof of Theorem 16 has, for "
        "Theorem 16, T16.2_repair for (117), T2.14_repair for (31), and F at x = 20 for F < 0 in "
        "Lemma 44 (L44.24_repair); set the parentheses in (29) as "
        "(30) has them (T2.10c), drop the factor √π α² from the second fraction of (30) "
        "(T2.16c), read ∂/∂μ for ∂/∂ν in (36) and ∂/∂ω for ∂/∂μ before (39) (T2.30c, T2.31c); no "
        "number of this proof changes",
    ),
    *inference("T2", "max g = -0.0180173 < 0 on Ω⁺⁺, where g < 0 gives ν̃ < ν", "T2.2 T2.37",
               Inequality("-0.0180173", "<", 0, HERE)),
    claim(
        "T2.0",
        "the proof uses Ω_T2: μ ∈ [-1, 1], ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], τ ∈ [0.8, 1.25], "
        "where ντ ∈ [1.2, 20] and μω ∈ [-0.1, 0.1]; it contains Ω⁺⁺",
        All((bounded("1.2", b, 20, OMEGA_T2), bounded("-0.1", a, "0.1", OMEGA_T2),
             inside(OMEGA_PP, OMEGA_T2))),
    ),
    claim(
        "T2.1", "g(μ, ω, ν, τ, λ₀₁, α₀₁) = ξ̃ - ν (19)",
        NotFormal("the definition of a function, used by the later claims"),
    ),
    claim(
        "T2.2", "g < 0 ⟹ ν̃ ⩽ ξ̃ < ν on Ω⁺⁺: 0 ⩽ ξ̃ - ν̃ = μ̃², and ξ̃ < ν is g < 0",
        Inequality(0, "<=", second_moment - variance, OMEGA_PP),
    ),
    *inference("T2.2", "ν̃ = ξ̃ - μ̃² ⩽ ξ̃ = g + ν", "T2.1 A1.7",
               NotFormal("(12) and (19) inserted; a square is not negative")),
    claim(
        "T2.3", "∂g/∂ν = ∂ξ̃/∂ν - 1 < 0 (20) on Ω_T2: g is strictly decreasing in ν", DECREASES,
        defect=Defect.OUTSIDE,
        note="Theorem 16 bounds ∂ν̃/∂ν for μ ∈ [-0.1, 0.1]; used are, for μ ∈ [-1, 1], ∂ξ̃/∂ν < 1 "
        "here and ∂ξ̃/∂ν > 0 in (23), which are steps of its proof (T16.13, T16.6)",
    ),
    *inference(
        "T2.3", "∂g/∂ν = ∂ξ̃/∂ν - 1 by Theorem 16: Ω_T2 lies in Ω⁺, and ∂ξ̃/∂ν is bounded as ∂ν̃/∂ν "
        "is", "T2.1 T16",
        All((inside(OMEGA_T2, OMEGA_P), Inequality(J[1, 1], "<=", Abs(H[1, 1]), OMEGA_P))),
    ),
    Claim(
        "T2.3_repair", "A3.2", "bound", "0 < ∂ξ̃/∂ν < 1 on Ω_T2, as T16.6 and T16.13 have it",
        bounded(0, J[1, 1], 1, OMEGA_T2, "<"), CONSTANTS, printed=False,
        title="bounds of d xi~/d nu on the box of the proof",
    ),
    *general(repaired("T2.3", "∂g/∂ν = ∂ξ̃/∂ν - 1, and ∂ξ̃/∂ν < 1 on Ω_T2", "T2.1 T2.3_repair",
                      Derivative(G, nu, tau * BY_B - 1))),
    claim(
        "T2.4", "∂ξ̃/∂ν = τ ∂ξ̃/∂x (21) and ∂ξ̃/∂τ = ν ∂ξ̃/∂x (22) with x = ντ",
        All((Derivative(net(SELU.second_moment_xy), u, net(SELU.jacobian_xy[1, 1])),
             Derivative(second_moment, nu, tau * BY_B),
             Derivative(second_moment, tau, nu * BY_B))),
        constants={},
    ),
    claim(
        "T2.5", "∂ξ̃/∂τ = (ν/τ) ∂ξ̃/∂ν > 0 (23) on Ω_T2",
        All((Derivative(second_moment, nu, J[1, 1]),
             Derivative(second_moment, tau, nu / tau * J[1, 1]),
             Inequality(0, "<", nu / tau * J[1, 1], OMEGA_T2))),
        defect=Defect.OUTSIDE, repeats="T2.3",
        note="Theorem 16 says nothing of the sign of ∂ξ̃/∂ν, and its box has μ ∈ [-0.1, 0.1]; a "
        "step of its proof has ∂ξ̃/∂ν > 0 for μ ∈ [-1, 1] (T16.6)",
    ),
    *inference("T2.5", "(23) from (21), (22); > 0 by Theorem 16: Ω_T2 lies in Ω⁺", "T2.4 T16",
               inside(OMEGA_T2, OMEGA_P)),
    repaired("T2.5", "(23) from (21), (22); > 0 as ∂ξ̃/∂ν > 0 on Ω_T2, where ν/τ ⩾ 1.5/1.25 > 0",
             "T2.4 T2.3_repair", chain(OMEGA_T2, 0, "<", "1.2", "<=", nu / tau)),
    claim(
        "T2.6", "∂g/∂τ = ∂ξ̃/∂τ > 0 (24) on Ω_T2: g is strictly increasing in τ", INCREASES,
    ),
    *general(*inference(
        "T2.6", "∂g/∂τ is the derivative ν ∂ξ̃/∂x of ξ̃, as ν does not depend on τ", "T2.1 T2.5",
        All((Derivative(G, tau, nu * BY_B), Derivative(second_moment, tau, nu * BY_B))),
    )),
    claim(
        "T2.7", "closed form (25) of ∂ξ̃/∂μ",
        Derivative(second_moment, mu, lam**2 * omega * BRACKET_25), constants={},
    ),
    claim(
        "T2.8",
        "(27) is the sub-function (26) of (25) with x = ντ, y = μω: the bracket of (25) is "
        "e^{-y²/(2x)} (y e^{y²/(2x)} (2 - erfc(y/(√2 √x))) + (27))",
        Identity(BRACKET_25, in_layer(exp(-(v**2) / (2 * u)) * (LIFTED + sub27(E1, E2)))),
        constants={},
    ),
    claim(
        "T2.9",
        "both forms (28) are the derivative of (27) by y, and > 0 on x ∈ [1.2, 20], "
        "y ∈ [-0.1, 0.1]",
        All((
            Derivative(sub27(E1, E2), v, by_y28(E1, E2)),
            Identity(by_y28(E1, E2),
                     sqrt(2) * alpha**2 * sqrt(u) * (E2 * Z2 - E1 * Z1) / u),
            Identity(by_y28(E1, E2), by_y28(E1_T, E2_T)),
            Inequality(0, "<", by_y28(E1_T, E2_T), SUB),
        )),
    ),
    *inference("T2.9", "z e^{z²} erfc z increases (Lemma 24), and z₁ < z₂", "T2.8 L24",
               Inequality(Z1, "<", Z2, SUB)),
    claim(
        "T2.10", "the derivative of (27) by x is (29): the factor 1/(2√π x²) before the first of "
        "its two terms only",
        All((equal(by_x29(1), left30(*terms30(E1, E2)), SUB),
             Derivative(sub27(E1, E2), u, by_x29(1)))), defect=Defect.MISPRINT,
        note="the parentheses after 1/(2√π x²) are missing; the first line of (30) has them",
    ),
    claim(
        "T2.10c", "the derivative of (27) by x is (29) with the factor 1/(2√π x²) before both of "
        "its terms",
        Derivative(sub27(E1, E2), u, left30(*terms30(E1, E2))), constants={},
    ),
    claim(
        "T2.11",
        "the first line of (30) is the derivative of (27) by x, and > 0 on x ∈ [1.2, 20], "
        "y ∈ [-0.1, 0.1]",
        All((
            Derivative(sub27(E1, E2), u, left30(*terms30(E1, E2))),
            Identity(left30(*terms30(E1, E2)), left30(*terms30(E1_T, E2_T))),
            Inequality(0, "<", left30(*terms30(E1_T, E2_T)), SUB),
        )),
        repeats="T2.10",
    ),
    *general(*inference(
        "T2.11", "(29) is the first line of (30), and the lines of (30) join; the last is greater "
        "than all that the roundings in T2.17, T2.19, T2.20 change",
        "T2.8 T2.10 T2.12 T2.13 T2.14 T2.15 T2.16 T2.17 T2.18 T2.19 T2.20 T2.21",
        *(All((Identity(by_x29(before), left30(*terms30(E1, E2))),
               Inequality(3 * ROUNDING, "<", FACTORS / BELOW_19, SUB)))
          for before in (1, 1 / (2 * sqrt(pi) * u**2))),
    )),
    claim(
        "T2.12",
        "(30), first inequality: the first line ⩾ the same with 2/(√π (z₂ + √(z₂² + 2))) for "
        "e^{z₂²} erfc z₂ and 2/(√π (z₁ + √(z₁² + 4/π))) for e^{z₁²} erfc z₁",
        All((
            Identity(left30(*terms30(E1, E2)), left30(*terms30(E1_T, E2_T))),
            Inequality(by22(sqrt(RADICAND2), sqrt(RADICAND1)), "<=",
                       left30(*terms30(E1_T, E2_T)), SUB),
        )),
    ),
    *inference("T2.12", "Lemma 22 from below for z₂ > 0, times 4x²-y² > 0, and from above for "
               "z₁ > 0, times (x-y)(x+y) > 0", "L22",
               All((Inequality(0, "<", Z2, SUB), Inequality(0, "<", Z1, SUB), ABOVE_30))),
    claim(
        "T2.13", "(30), first equalities: √2 √x pulled out of the denominators, where "
        "z₂² + 2 = ((2x+y)² + 4x)/(2x) and z₁² + 4/π = ((x+y)² + 8x/π)/(2x), then cancelled",
        PULLED_OUT, constants={}, stand_in=BY_RADICANDS,
    ),
    claim(
        "T2.14",
        "(30), second inequality: the last form of T2.13 > the same with "
        "√((2x+y)² + 2(2x+y) + 1) for √((2x+y)² + 4x) and √((x+y)² + 0.878·2(x+y) + 0.878²) for "
        "√((x+y)² + 8x/π)",
        Inequality(over30(W2 + sqrt(SQUARE2), W1 + sqrt(SQUARE1)), "<",
                   over30(W2 + ROOT2, W1 + ROOT1), SUB),
        defect=Defect.OUTSIDE,
        note="(31), which gives the first of the two roots, is for y > 0, and it is used for "
        "y ∈ [-0.1, 0.1]",
    ),
    *inference(
        "T2.14", "the first root by (31), so 0 < 2y = 2μω; the second by a > 0.878 and (33); "
        "both numerators are > 0", "T2.13 T2.22 T2.23 T2.25",
        All((Inequality(0, "<", 2 * a, OMEGA_T2), BY_33, ABOVE_30)),
    ),
    Claim(
        "T2.14_repair", "A3.2", "inequality",
        "(2x+y)² + 4x < (2x+y)² + 2(2x+y) + 1 on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        Inequality(W2**2 + 4 * u, "<", SQUARE2, SUB), CONSTANTS, printed=False,
        title="the radicands of the first roots for all y",
    ),
    repaired(
        "T2.14", "the first root by (31) without the 1 on its left, which then holds for all y; "
        "the second by a > 0.878 and (33); both numerators are > 0",
        "T2.13 T2.14_repair T2.23 T2.25", All((BY_33, ABOVE_30)),
    ),
    claim(
        "T2.15", "(30): the radicands are (2x+y+1)² and (x+y+0.878)², the roots 2x+y+1 > 0 and "
        "x+y+0.878 > 0, the denominators 2(2x+y)+1 and 2(x+y)+0.878",
        All((
            Identity(SQUARE2, (W2 + 1) ** 2), Inequality(0, "<", W2 + 1, SUB),
            Identity(SQUARE1, (W1 + C) ** 2), Inequality(0, "<", W1 + C, SUB),
            solved(Integer(1)), solved(C),
        )),
    ),
    claim(
        "T2.16", "(30), the last form of T2.15 as a sum of two fractions, the second with the "
        "numerator √π α² (-x (α²-1) (2(2x+y)+1) (2(x+y)+0.878))",
        equal(over30(2 * W2 + 1, 2 * W1 + C), FIRST_16 + sqrt(pi) * alpha**2 * SECOND_16, SUB),
        defect=Defect.MISPRINT,
        note="the factor √π α² of the second numerator is too much (a closing parenthesis); the "
        "next line of (30) has the coefficients of the sum without it",
    ),
    claim(
        "T2.16c", "(30), the last form of T2.15 as a sum of two fractions, the second with the "
        "numerator -x (α²-1) (2(2x+y)+1) (2(x+y)+0.878)",
        Identity(over30(2 * W2 + 1, 2 * W1 + C), FIRST_16 + SECOND_16), constants={},
    ),
    claim(
        "T2.17", "(30), the common numerator is 8x³ + 12x²y + 4.14569x² + 4xy² - 6.76009xy "
        "- 1.58023x + 0.683154y² for α = α₀₁: each decimal is the rounded exact coefficient, and "
        "the quotient changes by less than 10⁻⁶ on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        All((
            Identity(FIRST_16 + SECOND_16, cubic(v, v, v**2, *COEFFICIENTS.values()) / BELOW),
            *(rounds_to(exact, text, HERE) for text, exact in COEFFICIENTS.items()),
            rounded(cubic(v, v, v**2, *COEFFICIENTS.values()) / BELOW,
                    cubic(v, v, v**2, *PRINTED) / BELOW,
                    (cubic(v, v, v**2, *ROUNDED) - cubic(v, v, v**2, 0, 0, 0, 0)) / BELOW),
        )),
        repeats="T2.16",
    ),
    *general(*inference(
        "T2.17", "the numerators of the sum T2.16 are multiplied out", "T2.16",
        *(Identity(FIRST_16 + factor * SECOND_16,
                   cubic(v, v, v**2, *COEFFICIENTS.values()) / BELOW)
          for factor in (sqrt(pi) * alpha**2, 1)),
    )),
    claim(
        "T2.18", "(30), third inequality: T2.17 > the same with y = -0.1 in 12x²y, y = 0.1 in "
        "-6.76009xy and y² = 0",
        Inequality(AT_WORST / BELOW, "<", cubic(v, v, v**2, *PRINTED) / BELOW, SUB),
    ),
    *inference(
        "T2.18", "-0.1 ⩽ y in 12x²y, y ⩽ 0.1 in -6.76009xy, 0 ⩽ y², and not both equal; the "
        "denominator is > 0", "T2.17",
        All((Inequality("-0.1", "<=", v, SUB), Inequality(v, "<=", "0.1", SUB),
             Inequality(0, "<=", v**2, SUB), Inequality("-0.1", "<", "0.1", HERE),
             Inequality(0, "<", BELOW, SUB))),
    ),
    claim(
        "T2.19", "(30), the right side of T2.18 is (8x² + 2.94569x - 2.25624) over the denominator "
        "divided by x: 2.94569 exactly, 2.25624 rounded, which changes it by less than 10⁻⁶ on "
        "x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        All((
            Identity(AT_WORST / BELOW, (8 * u**2 + LINEAR * u - Rational("2.256239")) / BELOW_19),
            rounds_to(Rational("2.256239"), "2.25624", HERE),
            rounded(AT_WORST / BELOW, QUADRATIC / BELOW_19,
                    (ABSOLUTE - Rational("2.256239")) / BELOW_19),
        )),
    ),
    claim(
        "T2.20", "(30), 8x² + 2.94569x - 2.25624 = 8(x - 0.377966)(x + 0.746178), with rounded "
        "roots, which change the quotient by less than 10⁻⁶ on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        All((
            Identity(QUADRATIC, 8 * (u - ROOTS[0]) * (u - ROOTS[1])),
            rounds_to(ROOTS[0], "0.377966", HERE), rounds_to(-ROOTS[1], "0.746178", HERE),
            rounded(QUADRATIC / BELOW_19, FACTORS / BELOW_19,
                    expand(QUADRATIC - FACTORS) / BELOW_19),
        )),
    ),
    claim(
        "T2.21", "(30), the right side of T2.20 > 0 on x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        Inequality(0, "<", FACTORS / BELOW_19, SUB),
    ),
    *inference("T2.21", "0.377966 < 1.2 ⩽ x, and the denominator is > 0", "T2.20",
               All((chain(SUB, "0.377966", "<", "1.2", "<=", u),
                    Inequality(0, "<", BELOW_19, SUB)))),
    claim(
        "T2.22", "0 < 2y ⟹ (2x+y)² + 4x + 1 < (2x+y)² + 2(2x+y) + 1 = (2x+y+1)² (31): the first "
        "term plus 2y is the last",
        All((Identity((W2 + 1) ** 2 - 2 * v, W2**2 + 4 * u + 1), Identity(SQUARE2, (W2 + 1) ** 2))),
        constants={},
    ),
    claim(
        "T2.23", "a = (√((960 + 169π)/π) - 13)/10 > 0.878", Inequality("0.878", "<", A, HERE),
    ),
    claim(
        "T2.24", "8x/π - (a² + 2a(x+y)) has the derivatives 8/π - 2a > 0 by x and -2a < 0 by y, "
        "and its minimum on x ∈ [1.2, 20], y ∈ [-0.1, 0.1] at x = 1.2, y = 0.1",
        All((
            Derivative(GAP, u, 8 / pi - 2 * A), Inequality(0, "<", 8 / pi - 2 * A, HERE),
            Derivative(GAP, v, -2 * A), Inequality(-2 * A, "<", 0, HERE),
            Inequality(GAP.subs({u: LEAST[u], v: -LEAST[v]}), "<=", GAP, SUB),
        )),
    ),
    *inference("T2.24", "the derivatives of a linear function, with the value of a and a > 0.878; "
               "so it is least for the least x and the greatest y", "T2.23",
               All((Inequality(0, "<", 8 / pi - 2 * A, HERE),
                    Inequality(-2 * Rational("0.878"), "<", 0, HERE)))),
    claim(
        "T2.25", "8·1.2/π - (2a(1.2 + 0.1) + a²) = 0 (32); 8x/π ⩾ a² + 2a(x+y) (33) on "
        "x ∈ [1.2, 20], y ∈ [-0.1, 0.1]",
        All((
            Identity(8 * LEAST[u] / pi - (2 * A * (LEAST[u] + Rational("0.1")) + A**2), 0),
            Inequality(A**2 + 2 * A * W1, "<=", 8 * u / pi, SUB),
        )),
    ),
    *inference("T2.25", "the minimum of T2.24, at x = 1.2, y = 0.1, is 0 by (32)", "T2.23 T2.24",
               Identity(GAP.subs({u: LEAST[u], v: -LEAST[v]}), 0)),
    claim(
        "T2.26", "(27) is minimal at x = 1.5·0.8 = 1.2, y = -1·0.1 = -0.1 on x ∈ [1.2, 20], "
        "y ∈ [-0.1, 0.1]",
        All((
            Identity(sub27(E1, E2), sub27(E1_T, E2_T)),
            Inequality(sub27(E1_T, E2_T).subs(LEAST), "<=", sub27(E1_T, E2_T), SUB),
        )),
    ),
    *inference("T2.26", "(27) increases in x and in y, so it is least for the least of both: "
               "1.2 ⩽ ντ, -0.1 ⩽ μω on Ω_T2", "T2.9 T2.11",
               All((Inequality("1.2", "<=", b, OMEGA_T2), Inequality("-0.1", "<=", a, OMEGA_T2)))),
    claim(
        "T2.27", "y e^{y²/(2x)} (2 - erfc(y/(√2 √x))) > -0.1 e^{0.1²/(2·1.2)} "
        "(2 - erfc(0.1/(√2 √1.2))) (34) on Ω_T2, with x = ντ, y = μω",
        Inequality(LIFTED_34, "<", in_layer(LIFTED), OMEGA_T2),
    ),
    *inference(
        "T2.27", "the factors one by one: -0.1 ⩽ y, y²/(2x) ⩽ 0.1²/(2·1.2), and, erfc decreasing, "
        "y/(√2 √x) ⩽ 0.1/(√2 √1.2); all three not equal at once", "T2.0",
        All((
            Inequality("-0.1", "<=", a, OMEGA_T2),
            Inequality(a**2 / (2 * b), "<=", Rational("0.01") / Rational("2.4"), OMEGA_T2),
            Inequality(a / (sqrt(2) * sqrt(b)), "<=",
                       Rational("0.1") / (sqrt(2) * sqrt(Rational("1.2"))), OMEGA_T2),
            Inequality("-0.1", "<", "0.1", HERE),
        )),
    ),
    claim(
        "T2.28", "y e^{y²/(2x)} (2 - erfc(y/(√2 √x))) + (26) > the right side of (34) plus (27) at "
        "x = 1.2, y = -0.1, which is 0.212234 (35), on Ω_T2; the left side is e^{y²/(2x)} times "
        "the bracket of (25)",
        All((
            Identity(BRACKET_35, BRACKET_35_T), Identity(CORNER_35, CORNER_35_T),
            Inequality(CORNER_35_T, "<", BRACKET_35_T, OMEGA_T2),
            rounds_to(CORNER_35_T, "0.212234", HERE),
            Identity(exp(a**2 / (2 * b)) * BRACKET_25, BRACKET_35),
        )),
        defect=Defect.MISPRINT,
        note="the text calls (35) the minimum of the bracket of (25); it is a bound that is not "
        "attained, and of e^{y²/(2x)} times the bracket",
    ),
    *inference("T2.28", "the sum of (34) and of the minimum of (26)", "T2.26 T2.27",
               rounds_to(LIFTED_34 + sub27(E1_T, E2_T).subs(LEAST), "0.212234", HERE)),
    claim(
        "T2.29", "the bracket of (25) is > 0 on Ω_T2, so ∂ξ̃/∂μ has the sign of ω",
        All((Derivative(second_moment, mu, omega * BY_A),
             Identity(BY_A, lam**2 * BRACKET_25), BRACKET_POSITIVE)),
    ),
    *inference("T2.29", "(25) is λ² ω times the bracket, which is e^{-y²/(2x)} > 0 times the left "
               "side of (35), and 0.212234 > 0", "T2.7 T2.8 T2.28",
               All((Inequality(0, "<", "0.212234", HERE),
                    Inequality(0, "<", exp(-(a**2) / (2 * b)), OMEGA_T2)))),
    claim(
        "T2.30", "∂ξ̃/∂ν = ω ∂ξ̃/∂x (36), ∂ξ̃/∂ω = μ ∂ξ̃/∂x (37), ∂ξ̃/∂ω = (μ/ω) ∂ξ̃/∂μ (38) with "
        "x = μω",
        All((equal(J[1, 1], omega * BY_A, OMEGA_T2),
             Derivative(second_moment, nu, omega * BY_A),
             Derivative(second_moment, omega, mu * BY_A),
             Derivative(second_moment, omega, mu / omega * J[1, 0]))),
        defect=Defect.MISPRINT,
        note="(36) says ∂/∂ν where ∂/∂μ is meant: its middle term has ∂x/∂μ",
    ),
    claim(
        "T2.30c", "∂ξ̃/∂μ = ω ∂ξ̃/∂x, ∂ξ̃/∂ω = μ ∂ξ̃/∂x, ∂ξ̃/∂ω = (μ/ω) ∂ξ̃/∂μ with x = μω",
        All((Derivative(net(SELU.second_moment_xy), v, net(SELU.jacobian_xy[1, 0])),
             Derivative(second_moment, mu, omega * BY_A),
             Derivative(second_moment, omega, mu * BY_A),
             Derivative(second_moment, omega, mu / omega * J[1, 0]))),
        constants={},
    ),
    claim(
        "T2.31", "∂g/∂ω = ∂ξ̃/∂ω has the sign of μ (39) on Ω_T2, and by the sentence before (39) "
        "so has ∂ξ̃/∂μ",
        All((Derivative(G, omega, mu * BY_A), BRACKET_POSITIVE,
             Derivative(second_moment, mu, omega * BY_A),
             Inequality(0, "<=", omega * BY_A, OMEGA_T2.but({mu: (0, 1)})),
             Inequality(omega * BY_A, "<=", 0, OMEGA_T2.but({mu: (-1, 0)})))),
        defect=Defect.MISPRINT,
        note="(39) holds; the sentence says ∂/∂μ where ∂/∂ω is meant",
    ),
    *general(*inference(
        "T2.31", "∂g/∂ω = μ ∂ξ̃/∂x = μ λ² times the bracket of (25), which is > 0; so, by the "
        "sentence, is ∂ξ̃/∂μ", "T2.29 T2.30",
        All((BY_OMEGA_39, Derivative(second_moment, mu, mu * lam**2 * BRACKET_25))), BY_OMEGA_39,
    )),
    claim(
        "T2.31c", "∂g/∂ω = ∂ξ̃/∂ω has the sign of μ (39) on Ω_T2",
        All((Derivative(G, omega, mu * BY_A), BRACKET_POSITIVE)),
    ),
    claim(
        "T2.32", "on Ω_T2 g is monotone in μ by the sign of ω and in ω by the sign of μ, as in the "
        "table of T2.33–T2.36, strictly decreasing in ν and strictly increasing in τ: ∂g/∂μ = ω h, "
        "∂g/∂ω = μ h with h > 0",
        All((
            Derivative(G, mu, omega * BY_A), Derivative(G, omega, mu * BY_A), BRACKET_POSITIVE,
            *ALL_SIGNS.parts, DECREASES, INCREASES,
        )),
    ),
    *inference("T2.32", "the signs of ω and μ on the four parts of Ω_T2; the mean value theorem",
               "T2.3 T2.6 T2.29 T2.31", ALL_SIGNS, ALL_SIGNS),
    *greatest("T2.33", "-1 ⩽ μ ⩽ 0, -0.1 ⩽ ω ⩽ 0", "-1, -0.1, 3, 1.25", "decreases in μ and in ω",
              True, True, {mu: -1, omega: Rational(-1, 10)}, "-0.0180173"),
    *greatest("T2.34", "-1 ⩽ μ ⩽ 0, 0 ⩽ ω ⩽ 0.1", "0, 0, 3, 1.25", "increases in μ, decreases in ω",
              True, False, ORIGIN, "-0.148532"),
    *greatest("T2.35", "0 ⩽ μ ⩽ 1, -0.1 ⩽ ω ⩽ 0", "0, 0, 3, 1.25", "decreases in μ, increases in ω",
              False, True, ORIGIN, "-0.148532"),
    *greatest("T2.36", "0 ⩽ μ ⩽ 1, 0 ⩽ ω ⩽ 0.1", "1, 0.1, 3, 1.25", "increases in μ and in ω",
              False, False, {}, "-0.0180173"),
    claim(
        "T2.37", "max g = -0.0180173 < 0 on Ω⁺⁺",
        All((Inequality(G, "<=", G.subs(CORNER), OMEGA_PP),
             rounds_to(G.subs(CORNER), "-0.0180173", HERE), Inequality(G, "<", 0, OMEGA_PP))),
    ),
    *inference("T2.37", "the greatest of the values (40)–(43)", "T2.33 T2.34 T2.35 T2.36",
               chain(HERE, "-0.148532", "<=", "-0.0180173", "<", 0)),
)
