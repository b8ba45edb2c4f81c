"""Section A3.4.6, Lemma 42: the derivatives of the mean where the variance is small."""

from sympy import Abs, Expr, Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    bounded,
    chain,
    magnitude,
    rounds_to,
)

from ..a32_theorem2.theorem2 import E1, Z1
from ..a33_theorem3.theorem3 import LOW, NET
from ..a341_jacobian.jacobian import J11, J12
from ..a341_jacobian.lemmas_05_09 import BRACKET
from ..paper import (
    HERE,
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
    tau,
    u,
    v,
)

# (247) as printed, and its two terms with e^{z²} erfc z, of z₀ = y/(√2√x) and of z₁.
Z0, BELL = v / (sqrt(2) * sqrt(u)), exp(-(v**2) / (2 * u))
E0 = exp(Z0**2) * erfc(Z0)
AS_247 = lam / 2 * omega * in_layer(BELL * (
    2 * exp(v**2 / (2 * u)) - exp(v**2 / (2 * u)) * erfc(Z0) + alpha * E1
))
z = Symbol("z", real=True)
IN_NET = All((bounded("-0.01", a, "0.01", LOW), bounded("0.04", b, "0.3", LOW)))
EDGE = Rational("0.01")
LEFT, RIGHT = ({u: Rational("0.04"), v: y} for y in (-EDGE, EDGE))
RANGES = (Z0, Box({z: ("-0.036", "0.036")})), (Z1, Box({z: ("0.1", "0.57")}))
"""Where z₀ and z₁ lie on Ω⁻."""
DECREASES = tuple(
    part for f, ends in RANGES for part in (
        bounded(ends[z][0], f, ends[z][1], NET),
        Monotone(exp(z**2) * erfc(z), z, "decreasing", ends),
    )
)


def largest(first: dict[Symbol, Expr]) -> All:
    """Where the terms of (247), with their signs, are greatest: the first one there."""
    return All((
        Inequality(-E0, "<=", -E0.subs(first), NET), Inequality(E1, "<=", E1.subs(LEFT), NET),
    ))


# (248): the bracket with each term at its own maximum, of which it prints the arguments rounded.
TRUE = 2 - E0.subs(RIGHT) + alpha * E1.subs(LEFT)
ARE_PRINTED = (
    *rounds_to(Z0.subs(RIGHT), "0.0353553", HERE).parts,
    *rounds_to(Z1.subs(LEFT), "0.106066", HERE).parts,
)
IS_J11 = Identity(J11, lam * omega / 2 * in_layer(BRACKET))
SCALE = lam / 2 * Abs(omega)
# e^{-y²/(2x)} (α e^{z₁²} erfc z₁ - e^{z₀²} erfc z₀) is at most the same without the exponential.
AT_MAXIMA = (
    Inequality(BELL, "<=", 1, NET), Inequality(0, "<", alpha * E1 - E0, NET),
    *bounded("-0.1", omega, "0.1", LOW).parts, *ARE_PRINTED,
    Inequality(lam / 20 * TRUE, "<", "0.133", HERE),
)

# (249): the two terms of its bracket, their bounds, and ∂μ̃/∂τ by symmetry.
FIRST, SECOND = alpha * E1, (alpha - 1) * sqrt(2 / (pi * u))
DIFFERENCE = FIRST - SECOND
SIZE = Rational("2.68593") - Rational("1.1072")
BY_NU, BY_TAU = (lam / 4 * s * in_layer(BELL * DIFFERENCE) for s in (tau, nu))


def between(least_1: str, most_1: str, least_2: str, most_2: str) -> All:
    """Bounds of both terms on Ω⁻."""
    return All((bounded(least_1, FIRST, most_1, NET), bounded(least_2, SECOND, most_2, NET)))


def at_ends(least_1: str, most_1: str, least_2: str, most_2: str) -> All:
    """The same at the ends, where the terms are extreme."""
    end = {u: Rational("0.3"), v: EDGE}
    return All((
        IN_NET, Inequality(0, "<", Z1, NET), bounded(Z1.subs(LEFT), Z1, Z1.subs(end), NET),
        Inequality(least_1, "<=", FIRST.subs(end), HERE),
        Inequality(FIRST.subs(LEFT), "<=", most_1, HERE),
        Inequality(least_2, "<=", SECOND.subs(end), HERE),
        Inequality(SECOND.subs(LEFT), "<=", most_2, HERE),
    ))


def sized(least_1: str, most_1: str, least_2: str, most_2: str) -> All:
    """The difference of the terms is at most |1.1072 - 2.68593|; ¼λ 1.25 times that is < 0.52."""
    low_1, top_1, low_2, top_2 = map(Rational, (least_1, most_1, least_2, most_2))
    return All((
        Inequality(top_2 - low_1, "<=", SIZE, HERE), Inequality(top_1 - low_2, "<=", SIZE, HERE),
        Inequality(0, "<", BELL, NET), Inequality(BELL, "<=", 1, NET),
        bounded("0.8", tau, "1.25", LOW),
        Inequality(lam / 4 * Rational("1.25") * SIZE, "<", "0.52", HERE),
    ))


PRINTED = "1.1072", "1.49042", "0.942286", "2.68593"
CORRECT = "1.1221", "1.49043", "0.980763", "2.68594"
TEXT_6 = (
    "{} ⩽ α₀₁ e^{{(μω + ντ)²/(2ντ)}} erfc((μω + ντ)/(√2√(ντ))) ⩽ {} and {} ⩽ (α - 1)√(2/(πντ)) ⩽ "
    "{} on Ω⁻"
)
BOUNDS = {mu: "0.14", omega: "0.14", nu: "0.52", tau: "0.11"}
SLOPES = {mu: J[0, 0], omega: mean.diff(omega), nu: J[0, 1], tau: mean.diff(tau)}
LEMMA_42 = tuple(
    part for s, bound in BOUNDS.items()
    for part in (Derivative(mean, s, SLOPES[s]), magnitude(SLOPES[s], "<", bound, LOW))
)

CLAIMS = (
    claim(
        "L42", "|∂μ̃/∂μ| < 0.14, |∂μ̃/∂ω| < 0.14, |∂μ̃/∂ν| < 0.52, |∂μ̃/∂τ| < 0.11 on Ω⁻: "
        "μ, ω ∈ [-0.1, 0.1], ν ∈ [0.05, 0.24], τ ∈ [0.8, 1.25] (246)", All(LEMMA_42),
    ),
    *inference("L42", "the four bounds together", "L42.3 L42.4 L42.5 L42.7",
               Inequality("0.133", "<=", "0.14", HERE)),
    claim(
        "L42.1", "∂μ̃/∂μ = 𝒥₁₁ = ½λω e^{-(μω)²/(2ντ)} (2e^{(μω)²/(2ντ)} - e^{(μω)²/(2ντ)} "
        "erfc(μω/(√2√(ντ))) + α e^{(μω+ντ)²/(2ντ)} erfc((μω+ντ)/(√2√(ντ)))) (247)",
        All((Derivative(mean, mu, AS_247), Identity(J11, AS_247))), constants={},
    ),
    claim(
        "L42.2", "e^{z²} erfc z decreases, for z₀ = μω/(√2√(ντ)) and z₁ = (μω+ντ)/(√2√(ντ)); the "
        "terms of (247) with them, the first with its negative sign, reach their maximal values "
        "on Ω⁻ both at μω = -0.01, ν = 0.05, τ = 0.8",
        All((IN_NET, *DECREASES, *largest(LEFT).parts)), defect=Defect.SIGN,
        note="with its sign the first term is greatest at μω = 0.01, from where (248) takes it: "
        "0.0353553 is z₀ there, rounded",
    ),
    claim(
        "L42.2c", "e^{z²} erfc z decreases, for z₀ = μω/(√2√(ντ)) and z₁ = (μω+ντ)/(√2√(ντ)); the "
        "terms of (247) with them, the first with its negative sign, reach their maximal values "
        "on Ω⁻ at ν = 0.05, τ = 0.8 and μω = 0.01, the second at μω = -0.01",
        All((IN_NET, *DECREASES, *largest(RIGHT).parts)),
    ),
    *inference(
        "L42.2", "Lemma 23, for z > 0; z₀ and z₁ are least at μω = -0.01, ντ = 0.04, and so are "
        "the terms greatest there, if both enter with one sign", "L42.1 L23",
        All((
            IN_NET, Inequality(0, "<", Z0, NET), Inequality(0, "<", Z1, NET),
            Inequality(Z0.subs(LEFT), "<=", Z0, NET), Inequality(Z1.subs(LEFT), "<=", Z1, NET),
        )),
    ),
    claim(
        "L42.3", "|∂μ̃/∂μ| ⩽ ½|λω| |2 - e^{0.0353553²} erfc(0.0353553) + α e^{0.106066²} "
        "erfc(0.106066)| < 0.133 on Ω⁻ (248)",
        All((
            IS_J11, *ARE_PRINTED,
            Inequality(0, "<=", SCALE * (TRUE - Abs(in_layer(BRACKET))), LOW),
            Inequality(SCALE * TRUE, "<", "0.133", LOW),
        )),
        note="0.0353553 and 0.106066 are roundings of the arguments, as those of Lemma 39 are; "
        "with 0.0353553 exactly the bracket is 1.4·10⁻⁸ less than its terms at their maxima",
    ),
    *inference(
        "L42.3", "e^{-(μω)²/(2ντ)} ⩽ 1 before a positive difference; then the terms as (248) has "
        "them, the first one at μω = 0.01, the second at -0.01", "L42.1 L42.2",
        All((*AT_MAXIMA, Inequality(E0.subs(RIGHT), "<=", E0.subs(LEFT), HERE))), All(AT_MAXIMA),
    ),
    claim(
        "L42.4", "μ̃ is symmetric in μ and ω: ∂μ̃/∂ω is (247) with these exchanged, and so "
        "|∂μ̃/∂ω| < 0.133 on Ω⁻",
        All((
            Derivative(mean, omega, AS_247.subs({mu: omega, omega: mu}, simultaneous=True)),
            magnitude(SLOPES[omega], "<", "0.133", LOW),
        )),
    ),
    claim(
        "L42.5", "∂μ̃/∂ν = 𝒥₁₂ = ¼λτ e^{-μ²ω²/(2ντ)} (α e^{(μω+ντ)²/(2ντ)} "
        "erfc((μω+ντ)/(√2√(ντ))) - (α - 1)√(2/(πντ))), and |∂μ̃/∂ν| ⩽ |¼λτ| |1.1072 - 2.68593| < "
        "0.52 on Ω⁻ (249)",
        All((
            Derivative(mean, nu, BY_NU), Identity(J12, BY_NU),
            Inequality(0, "<=", lam / 4 * tau * (SIZE - Abs(in_layer(BELL * DIFFERENCE))), LOW),
            Inequality(lam / 4 * tau * SIZE, "<", "0.52", LOW),
        )),
    ),
    *inference(
        "L42.5", "the difference lies between 1.1072 - 2.68593 and 1.49042 - 0.942286, and "
        "e^{-(μω)²/(2ντ)} ⩽ 1; τ ⩽ 1.25", "JAC.4 L42.6", sized(*PRINTED), sized(*CORRECT),
    ),
    claim(
        "L42.6", TEXT_6.format(*PRINTED), between(*PRINTED), defect=Defect.LAST_DIGIT,
        note="the maxima 1.490424… and 2.685931… were rounded to nearest; the minima are 1.12219… "
        "and 0.98076…, and the printed ones about those at ντ = 0.325, outside of Ω⁻",
    ),
    claim("L42.6c", TEXT_6.format(*CORRECT), between(*CORRECT)),
    *inference("L42.6", "Lemma 23 for z₁ > 0: the terms decrease in z₁ and in ντ, and are extreme "
               "at the ends", "L23", at_ends(*PRINTED)),
    claim(
        "L42.7", "μ̃ is symmetric in ν and τ: ∂μ̃/∂τ is (249) with ¼λν for ¼λτ, and "
        "|∂μ̃/∂τ| < 0.11 on Ω⁻",
        All((Derivative(mean, tau, BY_TAU), magnitude(SLOPES[tau], "<", "0.11", LOW))),
    ),
    *inference(
        "L42.7", "ν ⩽ 0.24 for τ ⩽ 1.25 in the bound of (249)", "L42.5",
        All((
            Derivative(mean, tau, nu / tau * BY_NU),
            chain(LOW, nu, "<=", "0.24"),
            Inequality(lam / 4 * Rational("0.24") * SIZE, "<", "0.11", HERE),
        )),
    ),
)
