"""Section A3.4.6, Lemma 40: the signs of ∂ξ̃/∂μ and ∂ξ̃/∂ν."""

from sympy import Add, Expr, Integer, Mul, Rational, erfc, exp, pi, sqrt

from fixedpoint.claims import All, Defect, Derivative, Identity, Inequality, bounded, rounds_to

from ..a32_theorem2.theorem2 import (
    BRACKET_25,
    E1,
    E2,
    LIFTED,
    RADICAND1,
    RADICAND2,
    ROOT1,
    ROOT2,
    SQUARE2,
    W1,
    W2,
    Z1,
    Z2,
    solved,
)
from ..a341_jacobian.jacobian import J22
from ..a341_jacobian.lemmas_05_09 import NET
from ..paper import (
    HERE,
    OMEGA_J,
    J,
    a,
    alpha,
    b,
    claim,
    in_layer,
    inference,
    lam,
    nu,
    repaired,
    second_moment,
    tau,
    u,
    v,
)
from .lemma_40 import BELL, H_T, IN_NET, ON, REST, Z0, H
from .lemma_40_chain import (
    ALL_231,
    ARGUMENTS,
    BELOW_15,
    BY_232,
    EDGE,
    FACTORS,
    FACTORS_C,
    FACTS_230,
    ROUNDING_13,
    ROUNDING_15,
    SQUARE1,
    TEXT_230,
    TEXT_231,
    C,
)

# (233), (234): the bounds of the two parts of the bracket of ∂ξ̃/∂μ, at x = 0.64, y = -0.01.
LEAST = {u: Rational("0.64"), v: Rational("-0.01")}
LIFTED_233 = -Rational("0.01") * exp(Rational("0.01") ** 2 / (2 * LEAST[u])) * (
    2 - erfc(Rational("0.01") / (sqrt(2) * sqrt(LEAST[u])))
)
BOUND_234 = LIFTED_233 + H_T.subs(LEAST)

# (235), (236): 2 e^{z₂²} erfc z₂ - e^{z₁²} erfc z₁ and what it is more than.
MORE = 2 * E2 - E1
BY_22 = 2 * 2 / (sqrt(pi) * (Z2 + sqrt(RADICAND2))) - 2 / (sqrt(pi) * (Z1 + sqrt(RADICAND1)))
SCALE = 2 * sqrt(2) * sqrt(u)


def over_236(second: Expr, first: Expr) -> Expr:
    """The lines of (236) for given denominators of the two terms."""
    return SCALE * (2 / second - 1 / first) / sqrt(pi)


BY_SQUARES = over_236(sqrt(SQUARE2) + W2, sqrt(SQUARE1) + W1)
BELOW_236 = sqrt(pi) * (2 * W1 + C) * (2 * W2 + 1)
TWICE, ONCE = (
    Mul(k, w, evaluate=False) for k, w in ((2, 2 * W1 + C), (-1, 2 * W2 + 1))
)
FORMS_236 = (
    over_236(2 * W2 + 1, 2 * W1 + C),
    SCALE * Add(TWICE, ONCE, evaluate=False) / BELOW_236,
    SCALE * (2 * v + C * 2 - 1) / BELOW_236,
)
J22_240 = lam**2 / 2 * tau * in_layer(alpha**2 * BELL * MORE + REST)

CLAIMS = (
    claim(
        "L40.18", "h is minimal at x = ντ = 0.8·0.8 = 0.64, y = μω = -0.1·0.1 = -0.01, "
        f"{ON}, where x and y lie on Ω_J",
        All((IN_NET, Identity(H, H_T), Inequality(H_T.subs(LEAST), "<=", H_T, NET))),
    ),
    *inference(
        "L40.18", "h increases in y, and in x: the lines of (229) join, and the last one is "
        "greater than all that the roundings in them change; so it is least for the least of both",
        " ".join(f"L40.{n}" for n in (6, *range(7, 13), 13, "13_rounding", 14, 15, "15_rounding")),
        *(All((IN_NET, Inequality(ROUNDING_13 + ROUNDING_15, "<", factors / BELOW_15, NET)))
          for factors in (FACTORS, FACTORS_C)),
    ),
    claim(
        "L40.19", "μω e^{μ²ω²/(2ντ)} (2 - erfc(μω/(√2√(ντ)))) > "
        "-0.01 e^{0.01²/(2·0.64)} (2 - erfc(0.01/(√2√0.64))) on Ω_J (233)",
        Inequality(LIFTED_233, "<", in_layer(LIFTED), OMEGA_J),
    ),
    *inference(
        "L40.19", "the factors one by one: -0.01 ⩽ y, y²/(2x) ⩽ 0.01²/(2·0.64), and, erfc "
        "decreasing, y/(√2√x) ⩽ 0.01/(√2√0.64); all three not equal at once", "L21",
        All((
            IN_NET, bounded(-EDGE, v, EDGE, NET),
            Inequality(v**2 / (2 * u), "<=", EDGE**2 / (2 * LEAST[u]), NET),
            Inequality(Z0, "<=", EDGE / (sqrt(2) * sqrt(LEAST[u])), NET),
            Inequality(-EDGE, "<", EDGE, HERE),
        )),
    ),
    claim(
        "L40.20", "μω e^{μ²ω²/(2ντ)} (2 - erfc(μω/(√2√(ντ)))) + h(ντ, μω) > the right side of "
        "(233) plus h(0.64, -0.01) = 0.0923765 > 0 (234), on Ω_J; the left side is e^{y²/(2x)} "
        "times the bracket of ∂ξ̃/∂μ",
        All((
            Identity(H, H_T),
            Inequality(BOUND_234, "<", LIFTED + H_T, NET), IN_NET,
            rounds_to(BOUND_234, "0.0923765", HERE), Inequality(0, "<", BOUND_234, HERE),
            Identity(exp(a**2 / (2 * b)) * BRACKET_25, in_layer(LIFTED + H)),
        )),
    ),
    *inference("L40.20", "the sum of (233) and of the minimum of h", "L40.18 L40.19",
               All((rounds_to(BOUND_234, "0.0923765", HERE), Inequality(0, "<", BOUND_234, HERE)))),
    claim(
        "L40.21", "2 e^{z₂²} erfc z₂ - e^{z₁²} erfc z₁ > 2·2/(√π (z₂ + √(z₂² + 2))) - "
        f"2/(√π (z₁ + √(z₁² + 4/π))) {ON} (235), (236)",
        Inequality(BY_22, "<", MORE, NET),
    ),
    *inference("L40.21", "Lemma 22 from below for z₂ > 0 and from above for z₁ > 0", "L22",
               ARGUMENTS),
    claim(
        "L40.22", "the right side of L40.21 = 2√2 √x (2/(√((2x+y)² + 4x) + 2x+y) - "
        "1/(√((x+y)² + 8x/π) + x+y))/√π > the same with √((2x+y)² + 2(2x+y) + 1) and "
        f"√((x+y)² + 0.782·2(x+y) + 0.782²) for the roots {ON} (236)",
        All((
            Identity(RADICAND2, ROOT2**2 / (2 * u)), Identity(RADICAND1, ROOT1**2 / (2 * u)),
            Identity(
                2 * 2 / (sqrt(pi) * (Z2 + ROOT2 / (sqrt(2) * sqrt(u))))
                - 2 / (sqrt(pi) * (Z1 + ROOT1 / (sqrt(2) * sqrt(u)))),
                over_236(ROOT2 + W2, ROOT1 + W1),
            ),
            Inequality(BY_SQUARES, "<", over_236(ROOT2 + W2, ROOT1 + W1), NET),
        )),
        defect=Defect.OUTSIDE, repeats="T2.14",
        stand_in="√(z₂² + 2) and √(z₁² + 4/π) are rewritten through their radicands",
        note="(237), which gives the first of the two roots, is for y > 0, and it is used for "
        "y ∈ [-0.01, 0.01]",
    ),
    *inference(
        "L40.22", "√2 √x pulled out; then the first root by (237), so 0 < 2y, the second by "
        "a > 0.782 and (239)", "L40.21 L40.24", All((Inequality(0, "<", 2 * v, NET), BY_232)),
    ),
    repaired(
        "L40.22", "the first root by (237) without the 1 on its left, which then holds for all y; "
        "the second by a > 0.782 and (239)", "L40.21 L40.10_repair L40.24", BY_232,
    ),
    claim(
        "L40.23", "the right side of L40.22 = 2√2 √x (2/(2(2x+y)+1) - 1/(2(x+y)+0.782))/√π = "
        "2√2 √x (2(2(x+y)+0.782) - (2(2x+y)+1))/(√π (2(x+y)+0.782)(2(2x+y)+1)) = "
        f"2√2 √x (2y + 0.782·2 - 1)/(√π (2(x+y)+0.782)(2(2x+y)+1)) > 0 {ON} (236)",
        All((
            Identity(SQUARE2, (W2 + 1) ** 2), Inequality(0, "<", W2 + 1, NET),
            Identity(SQUARE1, (W1 + C) ** 2), Inequality(0, "<", W1 + C, NET),
            solved(Integer(1)), solved(C),
            Identity(FORMS_236[0], FORMS_236[1]), Identity(FORMS_236[1], FORMS_236[2]),
            Inequality(0, "<", FORMS_236[2], NET),
        )),
    ),
    claim(
        "L40.24", f"{TEXT_230} (237); " + TEXT_231.format("<", "238", "239"),
        All((*FACTS_230, *ALL_231.parts)),
    ),
    claim(
        "L40.25", f"2 e^{{z₂²}} erfc z₂ - e^{{z₁²}} erfc z₁ > 0 {ON}, and with it both terms of "
        "∂ξ̃/∂ν = ½λ²τ (α² e^{-y²/(2x)} (2 e^{z₂²} erfc z₂ - e^{z₁²} erfc z₁) - erfc(y/(√2√x)) + 2)"
        ", which is > 0 on Ω_J (240)",
        All((
            Derivative(second_moment, nu, J22), Identity(J22, J22_240),
            Inequality(0, "<", MORE, NET), Inequality(0, "<", REST, NET),
            Inequality(0, "<", J[1, 1], OMEGA_J),
        )),
    ),
    *inference(
        "L40.25", "(235) and the lines of (236) join; erfc < 2; both factors are > 0",
        "JAC.6 L21 L40.21 L40.22 L40.23",
        All((
            IN_NET, Identity(J22, J22_240), Inequality(0, "<", alpha**2 * BELL, NET),
            Inequality(0, "<", lam**2 / 2 * tau, OMEGA_J),
        )),
    ),
)
