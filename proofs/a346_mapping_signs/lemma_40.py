"""Section A3.4.6, Lemma 40: the signs of the derivatives of μ̃, and the sub-function of ∂ξ̃/∂μ."""

from sympy import Expr, Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    bounded,
    equal,
    rounds_to,
)

from ..a32_theorem2.theorem2 import (
    BRACKET_25,
    E1,
    E1_T,
    E2,
    E2_T,
    LIFTED,
    W1,
    W2,
    Z1,
    Z2,
    by_y28,
    sub27,
)
from ..a341_jacobian.jacobian import J11, J12, J21
from ..a341_jacobian.lemmas_05_09 import NET, SIGNS
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
    mean,
    mu,
    nu,
    omega,
    second_moment,
    tau,
    u,
    v,
)

Z0 = v / (sqrt(2) * sqrt(u))
REST = 2 - erfc(Z0)
BELL = exp(-(v**2) / (2 * u))
# The bracket of ∂μ̃/∂ν, and its bound with each term at its own extreme.
SLOPE_3 = alpha * E1 - sqrt(2 / (pi * u)) * (alpha - 1)
Z_MOST = (Rational("1.875") + Rational("0.01")) / (sqrt(2) * sqrt(Rational("1.875")))
LEAST_3 = exp(Z_MOST**2) * alpha * erfc(Z_MOST) - sqrt(2 / (pi * Rational("0.64"))) * (alpha - 1)
z = Symbol("z", positive=True)
LARGEST_Z = Box({z: ("0.55", 1)})

H, H_T = sub27(E1, E2), sub27(E1_T, E2_T)
"""The sub-function h (226), and the same in Gaussian functions."""
BY_Y, BY_Y_T = by_y28(E1, E2), by_y28(E1_T, E2_T)


def second_227(w: Expr) -> Expr:
    """The second form of (227) for what stands for 2x+y after the first exponential."""
    root = sqrt(2) * sqrt(u)
    first = exp(Z2**2) * w * erfc(w / root) / root
    return sqrt(2) * alpha**2 * sqrt(u) / u * (first - E1 * W1 / root)


RISES = Inequality(0, "<", BY_Y_T, NET)
ON = "on x ∈ [0.64, 1.875], y ∈ [-0.01, 0.01]"
IN_NET = All((bounded("0.64", b, "1.875", OMEGA_J), bounded("-0.01", a, "0.01", OMEGA_J)))


def text_5(w: str) -> str:
    """The claim (227) with what stands for 2x+y in its second form."""
    return (
        "∂h/∂y = α²/x (e^{(2x+y)²/(2x)} (2x+y) erfc z₂ - e^{(x+y)²/(2x)} (x+y) erfc z₁) = "
        f"√2 α² √x/x (e^{{(2x+y)²/(2x)}} ({w}) erfc(({w})/(√2 √x))/(√2 √x) - "
        f"e^{{(x+y)²/(2x)}} (x+y) erfc z₁/(√2 √x)) > 0 {ON} (227)"
    )


CLAIMS = (
    claim(
        "L40", "on Ω_J ∂μ̃/∂μ and ∂ξ̃/∂μ have the sign of ω, ∂μ̃/∂ν > 0 and ∂ξ̃/∂ν > 0",
        All(tuple(SIGNS.values())), note="the sign of ω: the derivative is ω h with h > 0",
    ),
    *inference(
        "L40", "the four signs together: ∂ξ̃/∂μ is λ²ω e^{-y²/(2x)} > 0 times the left side of "
        "(234), and 0.0923765, as a rounding, > 0", "L40.1 L40.3 L40.4 L40.20 L40.25",
        All((
            Identity(J21, in_layer(lam**2 * BELL * (LIFTED + H)) * omega),
            Inequality(0, "<", lam**2 * BELL, NET),
            Inequality(0, "<", Rational("0.0923765") - Rational("0.0000001"), HERE),
        )),
    ),
    claim(
        "L40.1", "2 - erfc(μω/(√2√(ντ))) > 0 and e^{z₁²} erfc z₁ > 0, so that ∂μ̃/∂μ = 𝒥₁₁ = "
        "½λω(α e^{μω + ντ/2} erfc z₁ - erfc(μω/(√2√(ντ))) + 2) has the sign of ω on Ω_J",
        All((
            Derivative(mean, mu, J11), Inequality(0, "<", REST, NET), Inequality(0, "<", E1, NET),
            SIGNS["L8.1"],
        )),
    ),
    *inference(
        "L40.1", "erfc < 2 (Lemma 21), and e^{z²} erfc z > 0 (Lemma 23, z₁ > 0); λ, α > 0",
        "JAC.3 L21 L23",
        All((
            IN_NET, Inequality(0, "<", Z1, NET),
            Identity(J11, lam * omega / 2 * in_layer(alpha * BELL * E1 + REST)),
            Inequality(0, "<", lam, HERE), Inequality(0, "<", alpha, HERE),
        )),
    ),
    claim(
        "L40.2", "e^{z²} erfc z decreases in z = (μω + ντ)/(√2√(ντ)), which lies in [0.55, 1] on "
        "Ω_J, and -√(2/(πντ)) (α - 1) increases in ντ",
        All((
            bounded("0.55", Z1, 1, NET),
            Monotone(exp(z**2) * erfc(z), z, "decreasing", LARGEST_Z),
            Monotone(-sqrt(2 / (pi * u)) * (alpha - 1), u, "increasing", Box({u: NET[u]})),
        )),
    ),
    *inference("L40.2", "Lemma 23, for z > 0; the second term by α > 1", "L23",
               All((Inequality(0, "<", Z1, NET), Inequality(1, "<", alpha, HERE)))),
    claim(
        "L40.3", "α e^{z₁²} erfc z₁ - √(2/(πντ)) (α - 1) > e^{z²} α₀₁ erfc z - "
        "√(2/(π 0.8·0.8)) (α₀₁ - 1) = 0.056 for z = (1.5·1.25 + 0.1·0.1)/(√2 √(1.5·1.25)), so "
        "∂μ̃/∂ν > 0, on Ω_J",
        All((
            Derivative(mean, nu, J12),
            Identity(J12, lam * tau / 4 * in_layer(BELL * SLOPE_3)),
            Inequality(LEAST_3, "<", SLOPE_3, NET), rounds_to(LEAST_3, "0.056", HERE),
            Inequality(0, "<", J[0, 1], OMEGA_J),
        )),
    ),
    *inference(
        "L40.3", "z₁ is greatest for the greatest ντ and μω, the second term least for the least "
        "ντ, and not both at once; the value is > 0, and so is ¼λτ e^{-y²/(2x)}", "JAC.4 L40.2",
        All((
            Inequality(Z1, "<=", Z_MOST, NET), bounded("0.64", b, "1.875", OMEGA_J),
            Inequality("0.64", "<", "1.875", HERE), rounds_to(LEAST_3, "0.056", HERE),
            Inequality(0, "<", LEAST_3, HERE), Inequality(0, "<", lam * tau / 4, OMEGA_J),
            Inequality(0, "<", BELL, NET),
        )),
    ),
    claim(
        "L40.4", "the sub-function of 𝒥₂₁ with x = ντ, y = μω: h(x, y) = √(2/π) √x - "
        "α² (e^{z₁²} erfc z₁ - e^{z₂²} erfc z₂), z₁ = (x+y)/(√2√x), z₂ = (2x+y)/(√2√x) "
        "(225), (226)",
        All((
            Derivative(second_moment, mu, lam**2 * omega * BRACKET_25),
            Identity(BRACKET_25, in_layer(BELL * (LIFTED + sub27(E1, E2)))),
        )),
        constants={}, note="the bracket of (64) is e^{-y²/(2x)} (y e^{y²/(2x)} (2 - erfc) + h)",
    ),
    claim(
        "L40.5", text_5("x+y"),
        All((
            Derivative(H, v, BY_Y), equal(BY_Y, second_227(W1), NET), Identity(BY_Y, BY_Y_T), RISES,
        )),
        defect=Defect.MISPRINT,
        note="the first term of the second form has x+y twice for 2x+y; (28) has it right",
    ),
    claim(
        "L40.5c", text_5("2x+y"),
        All((
            Derivative(H, v, BY_Y), Identity(BY_Y, second_227(W2)), Identity(BY_Y, BY_Y_T), RISES,
        )),
    ),
    *inference(
        "L40.5", "> 0 from the second form: z e^{z²} erfc z increases (Lemma 24), and z₁ < z₂",
        "L40.4 L24",
        All((equal(BY_Y, second_227(W1), NET), Inequality(Z1, "<", Z2, NET))),
        All((Identity(BY_Y, second_227(W2)), Inequality(Z1, "<", Z2, NET))),
    ),
    claim("L40.6", f"h is strictly increasing in y {ON}", Monotone(H_T, v, "increasing", NET)),
    *inference("L40.6", "its derivative (227) is > 0", "L40.5",
               *[All((Derivative(H, v, BY_Y), Identity(H, H_T)))] * 2),
)
