"""Section A3.3: Theorem 3, the variance increases where it is small.

The chain of the paper: ξ̃ is at least its smallest value plus a lower bound of ∂ξ̃/∂ν times
ν - 0.05, on each of the boxes Ω₁⁻ and Ω₂⁻; μ̃² is small.
"""

from sympy import Expr, Rational, Symbol, erfc, exp, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    Theorem,
    chain,
    rounds_to,
)
from fixedpoint.model import as_exact, in_layer

from ..a32_theorem2.theorem2 import E1, E1_T, E2, E2_T, u, v
from ..paper import (
    HERE,
    OMEGA_1,
    OMEGA_1M,
    OMEGA_2,
    OMEGA_2M,
    J,
    alpha,
    claim,
    lam,
    mean,
    mu,
    nu,
    omega,
    second_moment,
    tau,
    variance,
)

BOXES = (OMEGA_1, OMEGA_2)
LOW = OMEGA_1.but({nu: ("0.05", "0.24")})
SLOPE = J[1, 1]
EDGE = Rational("0.01")
"""The largest μω."""
RATIO = v / (sqrt(2) * sqrt(u))
DAMPING = exp(-(v**2) / (2 * u))
SUBTERM = tau * in_layer(E1 - 2 * E2)
SUBTERM_T = tau * in_layer(E1_T - 2 * E2_T)


def at(f: Expr, box: Box, y: Rational, end: int) -> Expr:
    """f(x, y) at the smallest τ of a box and its smallest (end 0) or largest (end 1) ν."""
    return f.subs({u: as_exact(box[tau][0] * box[nu][end]), v: y})


def bound47(box: Box, e1: Expr, e2: Expr) -> Expr:
    """The right side of (48) or (50): every factor of (47) at its extreme."""
    bracket = alpha**2 * -(at(e1, box, EDGE, 1) - 2 * at(e2, box, EDGE, 1))
    return (as_exact(box[tau][0]) / 2 * at(DAMPING, box, EDGE, 0) * lam**2
            * (bracket - erfc(at(RATIO, box, -EDGE, 0)) + 2))


def slope_above(box: Box, printed: str) -> All:
    """∂ξ̃/∂ν is greater than the right side of (48) or (50), and that than the number."""
    stable = bound47(box, E1_T, E2_T)
    return All((
        Identity(bound47(box, E1, E2), stable), Inequality(stable, "<", SLOPE, box),
        Inequality(printed, "<", stable, HERE),
    ))


def corner(box: Box, mean_and_sum: str) -> dict[Symbol, Expr]:
    """The smallest ν and τ of a box with one value for μ and ω."""
    ends = {s: as_exact(box[s][0]) for s in (nu, tau)}
    return {mu: as_exact(mean_and_sum), omega: as_exact(mean_and_sum), **ends}


def smallest(box: Box, mean_and_sum: str, printed: str) -> All:
    """The smallest ξ̃ on a box is its value at the corner, which is the printed number."""
    value = second_moment.subs(corner(box, mean_and_sum))
    return All((rounds_to(value, printed, HERE), Inequality(value, "<=", second_moment, box)))


def final(box: Box, start: str, slope: str, constant: str, ratio: str, total: str) -> All:
    """The chain (49) or (51): ν̃ > start + slope (ν - 0.05) - 0.005 = … > ν."""
    m, end = Rational(slope), as_exact(box[nu][1])
    first = Rational(start) + m * (nu - Rational("0.05")) - Rational("0.005")
    return All((
        Identity(variance, second_moment - mean**2), Inequality(first, "<", variance, box),
        Identity(first, Rational(constant) + m * nu),
        Inequality(Rational(ratio) * end + m * nu, "<", Rational(constant) + m * nu, box),
        Inequality(Rational(total) * nu, "<=", Rational(ratio) * end + m * nu, box),
        Inequality(nu, "<", Rational(total) * nu, box),
    ))


def increases(*boxes: Box) -> All:
    """ν̃ > ν on each box."""
    return All(tuple(Inequality(nu, "<", variance, box) for box in boxes))


def smallest_tau(term: Expr) -> All:
    """A term is positive, τ times it increases in τ, and so does ∂ξ̃/∂ν, on both boxes."""
    return All(tuple(
        part for box in BOXES for part in (
            Inequality(0, "<", term, box), Monotone(tau * term, tau, "increasing", box),
            Monotone(SLOPE, tau, "increasing", box),
        )
    ))


CLAIMS = (
    claim(
        "T3", "ν̃ > ν for μ, ω ∈ [-0.1, 0.1] and ν ∈ [0.05, 0.16], τ ∈ [0.8, 1.25] (Ω₁⁻) or "
        "ν ∈ [0.05, 0.24], τ ∈ [0.9, 1.25] (Ω₂⁻)",
        increases(OMEGA_1, OMEGA_2), of=Theorem,
        chain=("L18", "L43", *(f"T3.{k}" for k in range(1, 15))),
        assumptions=("the mean value theorem for a differentiable function on an interval",),
        repair="let the exponential in (47) multiply the α² term only (T3.2c); take the second "
        "moment at μ = ω = 0.1 and round it down (T3.8c, T3.13c), and redo the sums of (49) "
        "(T3.11c)",
    ),
    claim(
        "T3m", "ν̃ > ν for μ, ω ∈ [-0.1, 0.1] and ν ∈ [0.02, 0.16], τ ∈ [0.8, 1.25] or "
        "ν ∈ [0.02, 0.24], τ ∈ [0.9, 1.25]",
        increases(OMEGA_1M, OMEGA_2M), of=Theorem,
    ),
    claim(
        "T3.1", "ξ̃(ν) - ξ̃(ν_min) = ∂ξ̃/∂ν(ν + t(ν_min - ν)) (ν - ν_min) for some t ∈ [0, 1] "
        "(45), (46) on Ω₁⁻ and Ω₂⁻, the mean value theorem: ∂ξ̃/∂ν exists on the whole segment, "
        "with values in (0, 2)",
        All((
            Derivative(second_moment, nu, SLOPE),
            *(chain(box, 0, "<", SLOPE, "<", 2) for box in BOXES),
        )),
        note="the bounds 0 and 2 are ours; they say that the derivative exists on the boxes",
    ),
    claim(
        "T3.2", "∂ξ̃/∂ν is (47): λ²τ/2 e^{-μ²ω²/(2ντ)} (α²(-(E₁ - 2E₂)) - erfc(μω/(√2 √(ντ))) + 2)",
        Derivative(second_moment, nu, lam**2 / 2 * tau * in_layer(
            DAMPING * (alpha**2 * -(E1 - 2 * E2) - erfc(RATIO) + 2)
        )),
        constants={}, defect=Defect.FORMULA,
        note="the exponential belongs to the term with α² only, as in (118) and (121); (47) is too "
        "small by up to 0.0006 on Ω₁⁻, and (48), (50) keep its form, as lower bounds",
    ),
    claim(
        "T3.2c",
        "∂ξ̃/∂ν = λ²τ/2 (e^{-μ²ω²/(2ντ)} α²(-(E₁ - 2E₂)) - erfc(μω/(√2 √(ντ))) + 2)",
        Derivative(second_moment, nu, lam**2 / 2 * tau * in_layer(
            DAMPING * alpha**2 * -(E1 - 2 * E2) - erfc(RATIO) + 2
        )),
        constants={},
    ),
    claim(
        "T3.3", "the sub-term τ(E₁ - 2E₂) of (47), with its negative sign, is smallest at the "
        "largest ν, the smallest τ and the largest y = μω = 0.01 on Ω₁⁻ and Ω₂⁻",
        All((
            Identity(SUBTERM, SUBTERM_T),
            *(Inequality(
                -corner(box, "0.1")[tau] * (at(E1_T, box, EDGE, 1) - 2 * at(E2_T, box, EDGE, 1)),
                "<=", -SUBTERM_T, box,
            ) for box in BOXES),
        )),
        note="without the sign the sub-term has its maximum there",
    ),
    claim(
        "T3.4", "erfc(μω/(√2 √(ντ))) + 2 > 0, times τ, is smallest at the smallest τ, which can be "
        "used in the whole of (47), on Ω₁⁻ and Ω₂⁻",
        smallest_tau(in_layer(erfc(RATIO)) + 2), defect=Defect.SIGN,
        note="true of the printed term, but the term of (47) is 2 - erfc: T3.4c",
    ),
    claim(
        "T3.4c", "2 - erfc(μω/(√2 √(ντ))) > 0, times τ, is smallest at the smallest τ, which can "
        "be used in the whole of (47), on Ω₁⁻ and Ω₂⁻",
        smallest_tau(2 - in_layer(erfc(RATIO))),
    ),
    claim(
        "T3.5", "e^{-μ²ω²/(2ντ)} ⩾ e^{-0.01·0.01/(2·0.05·0.8)} on Ω₁⁻, e^{-0.01·0.01/(2·0.05·0.9)} "
        "on Ω₂⁻",
        All(tuple(
            Inequality(at(DAMPING, box, EDGE, 0), "<=", in_layer(DAMPING), box) for box in BOXES
        )),
    ),
    claim(
        "T3.6", "erfc(μω/(√2 √(ντ))) ⩽ erfc(-0.01/(√2 √(0.05·0.8))) on Ω₁⁻, "
        "erfc(-0.01/(√2 √(0.05·0.9))) on Ω₂⁻",
        All(tuple(
            Inequality(in_layer(erfc(RATIO)), "<=", erfc(at(RATIO, box, -EDGE, 0)), box)
            for box in BOXES
        )),
    ),
    claim(
        "T3.7", "∂ξ̃/∂ν > (47) with ν = 0.16, τ = 0.8, μω = 0.01 in E₁ and E₂, T3.5 and T3.6 "
        "> 0.969231 (48) on Ω₁⁻",
        slope_above(OMEGA_1, "0.969231"),
        note="true, not sharp: the middle term is 0.981253; 0.969231 is its value with 0.02 for "
        "0.05, as in the main text, rounded up (0.96923096)",
    ),
    claim(
        "T3.8", "the smallest ξ̃ on Ω₁⁻ is ξ̃(0.01, 0.01, 0.05, 0.8) = 0.0662727",
        smallest(OMEGA_1, "0.01", "0.0662727"), defect=Defect.CONSTANT,
        note="ξ̃(0.01, 0.01, 0.05, 0.8) = 0.0678004; the printed number belongs to μω = 0.01, at "
        "(0.1, 0.1, 0.05, 0.8), where ξ̃ = 0.06627263: rounded up, so no lower bound either",
    ),
    claim(
        "T3.8c", "the smallest ξ̃ on Ω₁⁻ is ξ̃(0.1, 0.1, 0.05, 0.8) = 0.0662726",
        smallest(OMEGA_1, "0.1", "0.0662726"),
    ),
    claim(
        "T3.9", "ξ̃ is smallest at the largest y = μω and the smallest x = ντ on Ω₁⁻ and Ω₂⁻",
        All(tuple(
            Inequality(second_moment.subs(corner(box, "0.1")), "<=", second_moment, box)
            for box in BOXES
        )),
    ),
    claim(
        "T3.10", "μ̃² < 0.005 for μ, ω ∈ [-0.1, 0.1], ν ∈ [0.05, 0.24], τ ∈ [0.8, 1.25]",
        Inequality(mean**2, "<", "0.005", LOW),
    ),
    claim(
        "T3.11", "ν̃ = ξ̃ - μ̃² > 0.0662727 + 0.969231(ν - 0.05) - 0.005 = 0.01281115 + 0.969231ν > "
        "0.08006969·0.16 + 0.969231ν ⩾ 1.049301ν > ν (49) on Ω₁⁻",
        final(OMEGA_1, "0.0662727", "0.969231", "0.01281115", "0.08006969", "1.049301"),
        defect=Defect.LAST_DIGIT,
        note="0.01281115/0.16 = 0.0800696875 and 0.08006969 + 0.969231 = 1.04930069 are rounded "
        "up: 0.08006969·0.16 = 0.0128111504; and the 0.0662727 of T3.8 is no lower bound of ξ̃",
    ),
    claim(
        "T3.11c", "ν̃ = ξ̃ - μ̃² > 0.0662726 + 0.969231(ν - 0.05) - 0.005 = 0.01281105 + 0.969231ν "
        "> 0.08006906·0.16 + 0.969231ν ⩾ 1.049300ν > ν on Ω₁⁻",
        final(OMEGA_1, "0.0662726", "0.969231", "0.01281105", "0.08006906", "1.049300"),
    ),
    claim(
        "T3.12", "∂ξ̃/∂ν > (47) with ν = 0.24, τ = 0.9, μω = 0.01 in E₁ and E₂, T3.5 and T3.6 "
        "> 0.976952 (50) on Ω₂⁻",
        slope_above(OMEGA_2, "0.976952"),
        note="true, not sharp: the middle term is 0.989408; 0.976952 is its value with 0.02 for "
        "0.05, as in the main text",
    ),
    claim(
        "T3.13", "the smallest ξ̃ on Ω₂⁻ is ξ̃(0.01, 0.01, 0.05, 0.9) = 0.0738404",
        smallest(OMEGA_2, "0.01", "0.0738404"), defect=Defect.CONSTANT,
        note="ξ̃(0.01, 0.01, 0.05, 0.9) = 0.0753998; the printed number belongs to μω = 0.01, at "
        "(0.1, 0.1, 0.05, 0.9)",
    ),
    claim(
        "T3.13c", "the smallest ξ̃ on Ω₂⁻ is ξ̃(0.1, 0.1, 0.05, 0.9) = 0.0738404",
        smallest(OMEGA_2, "0.1", "0.0738404"),
    ),
    claim(
        "T3.14", "ν̃ > 0.0738404 + 0.976952(ν - 0.05) - 0.005 = 0.0199928 + 0.976952ν > "
        "0.08330333·0.24 + 0.976952ν ⩾ 1.060255ν > ν (51) on Ω₂⁻",
        final(OMEGA_2, "0.0738404", "0.976952", "0.0199928", "0.08330333", "1.060255"),
        note="ξ̃ itself is greater than 0.0738403 only: the printed 0.0738404 is rounded up",
    ),
)
