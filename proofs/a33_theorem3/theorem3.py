"""Section A3.3: Theorem 3, the variance increases where it is small.

The chain of the paper: ξ̃ is at least its smallest value plus a lower bound of ∂ξ̃/∂ν times
ν - 0.05, on each of the boxes Ω₁⁻ and Ω₂⁻; μ̃² is small.
"""

from typing import Any

from sympy import Expr, Mul, Rational, Symbol, erfc, exp, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    NotFormal,
    Theorem,
    chain,
    rounds_to,
    truncates_to,
)
from fixedpoint.model import T, as_exact

from ..a32_theorem2.theorem2 import E1, E2
from ..paper import (
    HERE,
    OMEGA_1,
    OMEGA_1M,
    OMEGA_2,
    OMEGA_2M,
    OMEGA_J,
    SELU,
    J,
    alpha,
    claim,
    in_layer,
    inference,
    inside,
    lam,
    mean,
    mu,
    net,
    nu,
    omega,
    own,
    repaired,
    second_moment,
    tau,
    u,
    v,
    variance,
)
from .fixed_points import LARGE, NARROW, WIDE

BOXES = (OMEGA_1, OMEGA_2)
BOXES_M = (OMEGA_1M, OMEGA_2M)
LOW = OMEGA_1.but({nu: ("0.05", "0.24")})
"""The domain of Lemma 43."""
OMEGA_17 = OMEGA_J.but({nu: ("0.00875", "0.7")})
"""The domain of Lemmas 17 and 18."""
STRIP = OMEGA_1.but({nu: ("0.02", "0.05")})
"""What the main text has more than the appendix."""
NET = Box({v: ("-0.01", "0.01"), u: ("0.04", "0.3")})
"""y = μω and x = ντ on both boxes."""
SLOPE = J[1, 1]
EDGE = Rational("0.01")
"""The largest μω."""
RATIO = v / (sqrt(2) * sqrt(u))
DAMPING = exp(-(v**2) / (2 * u))
SUBTERM = tau * in_layer(E1 - 2 * E2)
# (47) as printed, and the same in Gaussian functions; what ∂ξ̃/∂ν is more than it.
AS_47 = lam**2 / 2 * tau * in_layer(DAMPING * (alpha**2 * -(E1 - 2 * E2) - erfc(RATIO) + 2))
AS_47_T = lam**2 / 2 * tau * in_layer(
    alpha**2 * (2 * T(2, v, u) - T(1, v, u)) + DAMPING * (2 - T(0, v, u))
)
GAP = lam**2 / 2 * tau * in_layer((1 - DAMPING) * (2 - T(0, v, u)))


def at(f: Expr, box: Box, y: Rational, end: int) -> Expr:
    """f(x, y) at the smallest τ of a box and its smallest (end 0) or largest (end 1) ν."""
    return f.subs({u: as_exact(box[tau][0] * box[nu][end]), v: y})


def extreme(box: Box) -> Expr:
    """The sub-term τ(E₁ - 2E₂) at the corner of T3.3."""
    return as_exact(box[tau][0]) * (at(E1, box, EDGE, 1) - 2 * at(E2, box, EDGE, 1))


def worst(box: Box, *, whole: bool = True) -> Expr:
    """The right side of (48) or (50): every factor of (47), or of T3.2c, at its extreme."""
    first = alpha**2 * -(at(E1, box, EDGE, 1) - 2 * at(E2, box, EDGE, 1))
    last = 2 - erfc(at(RATIO, box, -EDGE, 0))
    damping = at(DAMPING, box, EDGE, 0)
    bracket = damping * (first + last) if whole else damping * first + last
    return as_exact(box[tau][0]) / 2 * lam**2 * bracket


def slope_above(box: Box, printed: str) -> All:
    """(47) is greater than the right side of (48) or (50), and that than the number."""
    return All((
        Inequality(worst(box), "<", AS_47, box), Inequality(printed, "<", worst(box), HERE)
    ))


def corner(box: Box, mean_and_sum: str) -> dict[Symbol, Expr]:
    """The smallest ν and τ of a box with one value for μ and ω."""
    ends = {s: as_exact(box[s][0]) for s in (nu, tau)}
    return {mu: as_exact(mean_and_sum), omega: as_exact(mean_and_sum), **ends}


def lowest(box: Box) -> Inequality:
    """The smallest ξ̃ on a box is at the largest μω and the smallest ντ."""
    return Inequality(second_moment.subs(corner(box, "0.1")), "<=", second_moment, box)


def smallest(box: Box, mean_and_sum: str, printed: str) -> All:
    """The smallest ξ̃ on a box is its value at the corner, which is the printed number."""
    value = second_moment.subs(corner(box, mean_and_sum))
    return All((Inequality(value, "<=", second_moment, box), rounds_to(value, printed, HERE)))


def smallest_is(box: Box, printed: str, below: str, at_printed_point: str) -> All:
    """The same at (0.1, 0.1, …), cut off to a lower bound; and the value at (0.01, 0.01, …)."""
    return All((
        smallest(box, "0.1", printed),
        truncates_to(second_moment.subs(corner(box, "0.1")), below, HERE),
        rounds_to(second_moment.subs(corner(box, "0.01")), at_printed_point, HERE),
    ))


# (49) and (51): the smallest ξ̃, the bound of ∂ξ̃/∂ν, the constant, the ratio, the sum.
START_1, START_1C = "0.0662727", "0.0662726"
START_2, START_2C = "0.0738404", "0.0738403"
SUMS_1 = (START_1, "0.969231", "0.01281115", "0.08006969", "1.049301")
SUMS_1C = (START_1C, "0.969231", "0.01281105", "0.08006906", "1.049300")
SUMS_2 = (START_2, "0.976952", "0.0199928", "0.08330333", "1.060255")


def line(start: str, slope: str, square: str, from_: str = "0.05") -> Expr:
    """start + slope (ν - from) - square, not multiplied out."""
    rise = Mul(Rational(slope), nu - Rational(from_), evaluate=False)
    return Rational(start) + rise - Rational(square)


def sums(box: Box, start: str, slope: str, constant: str, ratio: str, total: str) -> All:
    """(49) or (51) after its first sign: start + slope (ν - 0.05) - 0.005 = … > ν."""
    m, end = Rational(slope), as_exact(box[nu][1])
    return All((
        Identity(line(start, slope, "0.005"), Rational(constant) + m * nu),
        Inequality(Rational(ratio) * end + m * nu, "<", Rational(constant) + m * nu, box),
        Inequality(Rational(total) * nu, "<=", Rational(ratio) * end + m * nu, box),
        Inequality(nu, "<", Rational(total) * nu, box),
    ))


def final(box: Box, *numbers: str) -> All:
    """The chain (49) or (51): ν̃ > start + slope (ν - 0.05) - 0.005 = … > ν."""
    start, slope, *_ = numbers
    return All((
        Identity(variance, second_moment - mean**2),
        Inequality(line(start, slope, "0.005"), "<", variance, box), sums(box, *numbers),
    ))


def adds_up(box: Box, least: str, square: str, *numbers: str) -> All:
    """The chain (49) or (51) from a lower bound of ξ̃ and an upper one of μ̃²: not more is used."""
    _, slope, constant, *_ = numbers
    fall = Mul(Rational(slope), Rational("0.05"), evaluate=False)
    given = Rational(least) - fall - Rational(square)
    return All((Inequality(constant, "<=", given, HERE), sums(box, *numbers)))


def increases(*boxes: Box) -> All:
    """ν̃ > ν on each box."""
    return All(tuple(Inequality(nu, "<", variance, box) for box in boxes))


def smallest_tau(term: Expr) -> All:
    """A term is positive, τ times it increases in τ, and so does (47), on both boxes."""
    return All(tuple(
        part for box in BOXES for part in (
            Inequality(0, "<", term, box), Monotone(tau * term, tau, "increasing", box),
            Monotone(AS_47, tau, "increasing", box),
        )
    ))


def within(*pairs: tuple[Box, Box]) -> All:
    """Each box lies in the one beside it."""
    return All(tuple(part for pair in pairs for part in inside(*pair).parts))


def facts(box: Box) -> dict[str, tuple[Any, Any]]:
    """What is at most what on a box, by what is at its extreme in a printed bound."""
    return {
        "largest ν": (nu, as_exact(box[nu][1])),
        "smallest τ": (as_exact(box[tau][0]), tau),
        "largest y": (mu * omega, EDGE),
        "largest y²": (mu**2 * omega**2, EDGE**2),
        "smallest x": (as_exact(box[nu][0] * box[tau][0]), nu * tau),
        "smallest ratio": (at(RATIO, box, -EDGE, 0), in_layer(RATIO)),
    }


def extremes(*names: str, turned: tuple[str, ...] = ()) -> All:
    """Some of these facts on both boxes, and some the other way round."""
    sides = [(*facts(box)[name], box) for box in BOXES for name in names]
    sides += [(*facts(box)[name][::-1], box) for box in BOXES for name in turned]
    return All(tuple(Inequality(low, "<=", top, box) for low, top, box in sides))


def factors(box: Box, printed: str, *, corrected: bool = False) -> All:
    """(48) or (50) from the extremes of its factors.

    As printed, T3.3 bounds the sub-term from below, T3.3c from above; (47) has -α² times it.
    """
    bracket = worst(box, whole=not corrected)
    lower, upper = (-(alpha**2), 0) if corrected else (0, -(alpha**2))
    return All((
        Inequality(lower, "<=", upper, HERE), Inequality(0, "<", bracket, HERE),
        Inequality(printed, "<", bracket, HERE),
    ))


def valued(box: Box, mean_and_sum: str, printed: str) -> All:
    """Nowhere on a box is μω above that of the point, or ντ below; ξ̃ there is the number."""
    point = corner(box, mean_and_sum)
    return All((
        Inequality(mu * omega, "<=", point[mu] * point[omega], box),
        Inequality(point[nu] * point[tau], "<=", nu * tau, box),
        rounds_to(second_moment.subs(point), printed, HERE),
    ))


CLAIMS = (
    claim(
        "T3", "ν̃ > ν for μ, ω ∈ [-0.1, 0.1] and ν ∈ [0.05, 0.16], τ ∈ [0.8, 1.25] (Ω₁⁻) or "
        "ν ∈ [0.05, 0.24], τ ∈ [0.9, 1.25] (Ω₂⁻)",
        increases(OMEGA_1, OMEGA_2), of=Theorem,
        chain=("L18", "L43", *(f"T3.{k}" for k in range(1, 15))),
        assumptions=("the mean value theorem for a differentiable function on an interval",),
        repair="let the exponential in (47) multiply the α² term only (T3.2c), and the sub-term "
        "have its maximum at the corner (T3.3c); for Lemma 8 take the signs of the derivatives on "
        "the boxes themselves (T3.9_repair), and the second moment at μ = ω = 0.1, rounded down "
        "(T3.8c, T3.13c); redo the sums of (49) (T3.11c), and take μ̃² < 0.0049 in (51) "
        "(T3.14_repair); in Lemma 40 take the first root without the 1 (L40.10_repair), in Lemma "
        "41 the least μ̃ itself (L41.6_repair), in Lemma 45 the error, the derivative and F at the "
        "end of the whole domain (L45.19_repair, L45.21_repair, L45.24_repair), in Lemma 46 what "
        "the derivative varies in y (L46.22_repair, L46.37_repair, L46.51_repair) and the sharper "
        "shifts (L46.12_repair, L46.30_repair), with its slip (L46.35_slip)",
    ),
    *inference(
        "T3", "(49) on Ω₁⁻ and (51) on Ω₂⁻ end in ν̃ > ν", "T3.11 T3.14",
        NotFormal("the conjunction of its parts"), NotFormal("the conjunction of its parts"),
    ),
    claim(
        "T3m", "ν̃ > ν for μ, ω ∈ [-0.1, 0.1] and ν ∈ [0.02, 0.16], τ ∈ [0.8, 1.25] or "
        "ν ∈ [0.02, 0.24], τ ∈ [0.9, 1.25]",
        increases(OMEGA_1M, OMEGA_2M), of=Theorem, defect=Defect.OUTSIDE,
        repair="the repairs of T3, and the same proof for ν ∈ [0.02, 0.05], with ξ̃ ⩾ 0.0279908 "
        "and ∂ξ̃/∂ν > 0.969230 (T3m_repair)",
        note="the proof in A3.3, and Lemma 43 in it, are for ν ⩾ 0.05 only",
    ),
    *inference(
        "T3m", "the boxes of the main text lie in Ω₁⁻ and Ω₂⁻, those of the proof",
        "L18 L46 L43 T3",
        within((OMEGA_1M, OMEGA_1), (OMEGA_2M, OMEGA_2)),
    ),
    own(
        "T3m_repair", "ξ̃(0.1, 0.1, 0.02, 0.8) ⩾ 0.0279908, and ξ̃ ⩾ that, ∂ξ̃/∂ν > 0.969230 and "
        "μ̃² < 0.005 for μ, ω ∈ [-0.1, 0.1], ν ∈ [0.02, 0.05], τ ∈ [0.8, 1.25]",
        All((
            Inequality("0.0279908", "<=", second_moment.subs(corner(STRIP, "0.1")), HERE),
            lowest(STRIP), Inequality("0.969230", "<", SLOPE, STRIP),
            Inequality(mean**2, "<", "0.005", STRIP),
        )), "the numbers of the proof from ν = 0.02 to 0.05", section="A3.3",
    ),
    repaired(
        "T3m", "ξ̃ - μ̃² > 0.0279908 + 0.969230(ν - 0.02) - 0.005 > ν for ν ∈ [0.02, 0.05], and the "
        "rest of the boxes is Ω₁⁻ and Ω₂⁻", "T3 T3m_repair",
        Inequality(nu, "<", line("0.0279908", "0.969230", "0.005", "0.02"), STRIP),
    ),
    claim(
        "T3m.1", "all fixed points (μ, ν) have ν̃ > 0.16 for τ ⩾ 0.8, and ν̃ > 0.24 for τ ⩾ 0.9",
        All((increases(*BOXES_M), WIDE, NARROW, LARGE)), defect=Defect.STEP,
        stand_in="no fixed point with smaller ν > 0 for ω ∈ [-0.1, 0.1] and τ ⩽ 1.25, as ν̃ > ν or "
        "|μ̃| < |μ|, which for ν < 0.02 or |μ| > 0.1 takes the mean value theorem besides; fixed "
        "points with |ω| > 0.1 or τ > 1.25 are left out",
        note="Theorem 3 says nothing of fixed points with 0 < ν < 0.02 or |μ| > 0.1",
    ),
    *inference(
        "T3m.1", "a fixed point has ν̃ = ν, which Theorem 3 excludes on its boxes; all smaller ν, "
        "from 0.01 on for example, lie in them", "T3 T3m",
        All(tuple(
            Inequality(as_exact(box[nu][0]), "<=", nu, Box({nu: ("0.01", box[nu][1])}))
            for box in BOXES_M
        )),
    ),
    repaired(
        "T3m.1", "a fixed point with 0 < ν ⩽ 0.02 has |μ| < √ν, where ν̃ > ν, or |μ| ⩾ √ν, where "
        "|μ̃| < |μ|, unless |μ| > 0.1, where |μ̃| < |μ| for all ν of Theorem 3 and smaller ones; "
        "one with a larger ν is excluded by Theorem 3",
        "T3 T3m T3m.1_wide T3m.1_narrow T3m.1_large",
        All(tuple(
            part for box in BOXES_M for part in (
                Inequality(as_exact(box[nu][0]), "<=", nu, Box({nu: ("0.02", box[nu][1])})),
                Inequality(as_exact(box[nu][1]) * as_exact(box[tau][1]), "<=", "0.3", HERE),
            )
        )),
    ),
    claim(
        "T3.1", "ξ̃(ν) - ξ̃(ν_min) = ∂ξ̃/∂ν(ν + t(ν_min - ν)) (ν - ν_min) for some t ∈ [0, 1] "
        "(45), (46) on Ω₁⁻ and Ω₂⁻, the mean value theorem",
        All((
            Derivative(second_moment, nu, SLOPE),
            *(chain(box, 0, "<", SLOPE, "<", 2) for box in BOXES),
        )),
        stand_in="∂ξ̃/∂ν exists on both boxes, with values in (0, 2); that there is such a t is "
        "left to the mean value theorem",
    ),
    claim(
        "T3.2", "∂ξ̃/∂ν is (47): λ²τ/2 e^{-μ²ω²/(2ντ)} (α²(-(E₁ - 2E₂)) - erfc(μω/(√2 √(ντ))) + 2) "
        "on Ω₁⁻ and Ω₂⁻",
        All((
            Derivative(second_moment, nu, SLOPE),
            *(chain(box, SLOPE, "<=", AS_47, "<=", SLOPE) for box in BOXES),
        )),
        defect=Defect.FORMULA,
        note="the exponential belongs to the term with α² only, as in (114) and (121)",
    ),
    claim(
        "T3.2c",
        "∂ξ̃/∂ν = λ²τ/2 (e^{-μ²ω²/(2ντ)} α²(-(E₁ - 2E₂)) - erfc(μω/(√2 √(ντ))) + 2), which is "
        "greater than (47), or the same, by less than 0.0006 on Ω₁⁻ and Ω₂⁻",
        All((
            Derivative(second_moment, nu, lam**2 / 2 * tau * in_layer(
                DAMPING * alpha**2 * -(E1 - 2 * E2) - erfc(RATIO) + 2
            )),
            Identity(AS_47, AS_47_T), Derivative(second_moment, nu, AS_47_T + GAP),
            *(chain(box, 0, "<=", GAP, "<", "0.0006") for box in BOXES),
        )),
    ),
    claim(
        "T3.3", "the sub-term τ(E₁ - 2E₂) of (47), which enters it with a negative sign, has its "
        "minimal value at the largest ν, the smallest τ and the largest y = μω = 0.01 on Ω₁⁻ and "
        "Ω₂⁻",
        All(tuple(Inequality(extreme(box), "<=", SUBTERM, box) for box in BOXES)),
        defect=Defect.SIGN,
        note="the sub-term has its maximum there, and with the negative sign its minimum",
    ),
    *inference(
        "T3.3", "Lemma 18 holds on both boxes, and its signs (increasing in ν, decreasing in τ at "
        "the largest ν, increasing in y there) put the extremum at that corner", "T3.2 L18",
        All((within(*((box, OMEGA_17) for box in BOXES)),
             extremes(turned=("largest ν", "smallest τ", "largest y")))),
        All((within(*((box, OMEGA_17) for box in BOXES)),
             extremes("largest ν", "smallest τ", "largest y"))),
    ),
    claim(
        "T3.3c", "the sub-term τ(E₁ - 2E₂) of (47), which enters it with a negative sign, has its "
        "maximal value at the largest ν, the smallest τ and the largest y = μω = 0.01 on Ω₁⁻ and "
        "Ω₂⁻",
        All(tuple(Inequality(SUBTERM, "<=", extreme(box), box) for box in BOXES)),
    ),
    claim(
        "T3.4", "the positive term erfc(μω/(√2 √(ντ))) + 2 of (47) is multiplied by τ, smallest at "
        "the smallest τ, which can be used in the whole of (47), on Ω₁⁻ and Ω₂⁻",
        smallest_tau(in_layer(erfc(RATIO)) + 2), defect=Defect.MISPRINT,
        note="the term of (47) is -erfc(μω/(√2 √(ντ))) + 2",
    ),
    *inference(
        "T3.4", "the term depends on τ too, and still τ times it, and (47), increase in τ", "T3.2",
        smallest_tau(in_layer(erfc(RATIO)) + 2), smallest_tau(2 - in_layer(erfc(RATIO))),
    ),
    claim(
        "T3.4c", "the positive term -erfc(μω/(√2 √(ντ))) + 2 of (47) is multiplied by τ, smallest "
        "at the smallest τ, which can be used in the whole of (47), on Ω₁⁻ and Ω₂⁻",
        smallest_tau(2 - in_layer(erfc(RATIO))),
    ),
    claim(
        "T3.5", "e^{-μ²ω²/(2ντ)} ⩾ e^{-0.01·0.01/(2·0.05·0.8)} on Ω₁⁻, e^{-0.01·0.01/(2·0.05·0.9)} "
        "on Ω₂⁻",
        All(tuple(
            Inequality(at(DAMPING, box, EDGE, 0), "<=", in_layer(DAMPING), box) for box in BOXES
        )),
    ),
    *inference(
        "T3.5", "μ²ω² ⩽ 0.01·0.01, and ντ ⩾ 0.05·0.8 or 0.05·0.9", "T3.2",
        extremes("largest y²", "smallest x"),
        extremes("largest y²", "smallest x"),
    ),
    claim(
        "T3.6", "erfc(μω/(√2 √(ντ))) ⩽ erfc(-0.01/(√2 √(0.05·0.8))) on Ω₁⁻, "
        "erfc(-0.01/(√2 √(0.05·0.9))) on Ω₂⁻",
        All(tuple(
            Inequality(in_layer(erfc(RATIO)), "<=", erfc(at(RATIO, box, -EDGE, 0)), box)
            for box in BOXES
        )),
    ),
    *inference(
        "T3.6", "erfc decreases, and μω/(√2 √(ντ)) is smallest at -0.01 and 0.05·0.8 or 0.05·0.9",
        "L21",
        extremes("smallest ratio"),
    ),
    claim(
        "T3.7", "(47) > its value with ν = 0.16, τ = 0.8, μω = 0.01 in E₁ and E₂, T3.5 and T3.6 "
        "> 0.969231 (48) on Ω₁⁻",
        slope_above(OMEGA_1, "0.969231"),
        note="as T3.3 has it the sub-term is bounded from below, and (47) needs it from above "
        "(T3.3c); besides, (48) and (50) are not sharp: their numbers are for 0.02 in place of "
        "0.05, as in the main text (T3.7_values)",
    ),
    *inference(
        "T3.7", "each factor of (47) is at its extreme, a lower bound of the sub-term or an upper "
        "one on the right side of its sign, and the product is above 0.969231",
        "T3.2 L18 T3.3 T3.4 T3.5 T3.6",
        factors(OMEGA_1, "0.969231"), factors(OMEGA_1, "0.969231", corrected=True),
    ),
    own(
        "T3.7_values", "the right sides of (48) and (50) are 0.981253 and 0.989408 (rounded), and "
        "0.96923096 and 0.97695211 with 0.02 for 0.05",
        All(tuple(
            rounds_to(worst(box), number, HERE)
            for box, number in zip(
                (OMEGA_1, OMEGA_2, OMEGA_1M, OMEGA_2M),
                ("0.981253", "0.989408", "0.96923096", "0.97695211"), strict=True,
            )
        )), "the values of (48) and (50)",
    ),
    claim(
        "T3.8", "the smallest ξ̃ on Ω₁⁻ is ξ̃(0.01, 0.01, 0.05, 0.8) = 0.0662727",
        smallest(OMEGA_1, "0.01", START_1), defect=Defect.CONSTANT,
        note="0.01 is the largest μω, not μ and ω; at (0.1, 0.1, 0.05, 0.8) the printed digits are "
        "rounded up, so they are no lower bound either",
    ),
    *inference(
        "T3.8", "the point has the largest μω and the smallest ντ, and ξ̃ there is the number",
        "T3.9", valued(OMEGA_1, "0.01", START_1), valued(OMEGA_1, "0.1", START_1C),
    ),
    claim(
        "T3.8c", "the smallest ξ̃ on Ω₁⁻ is ξ̃(0.1, 0.1, 0.05, 0.8) = 0.0662726 (rounded and cut "
        "off); ξ̃(0.01, 0.01, 0.05, 0.8) = 0.0678004",
        smallest_is(OMEGA_1, START_1C, START_1C, "0.0678004"),
    ),
    claim(
        "T3.9", "ξ̃ is smallest at the largest y = μω and the smallest x = ντ on Ω₁⁻ and Ω₂⁻, "
        "following the proof of Lemma 8",
        All(tuple(lowest(box) for box in BOXES)), defect=Defect.OUTSIDE,
        note="Lemma 8 is for ν ∈ [0.8, 1.5], where ξ̃ increases in μω; on Ω₁⁻ and Ω₂⁻ it decreases "
        "in μω (T3.9_repair)",
    ),
    *inference(
        "T3.9", "the boxes lie in that of Lemma 8, where ξ̃ increases in ντ and in μω: it is "
        "smallest at the smallest ντ, and at 0.01 if that is the smallest μω", "L8",
        All((within(*((box, OMEGA_J) for box in BOXES)),
             extremes("smallest x", turned=("largest y",)))),
    ),
    own(
        "T3.9_repair", "∂ξ̃/∂(μω) < 0 < ∂ξ̃/∂(ντ) for μω ∈ [-0.01, 0.01], ντ ∈ [0.04, 0.3]",
        All((Inequality(net(SELU.jacobian_xy[1, 0]), "<", 0, NET),
             Inequality(0, "<", net(SELU.jacobian_xy[1, 1]), NET))),
        "the signs of the derivatives at low variance",
    ),
    repaired(
        "T3.9", "on both boxes μω and ντ lie where ξ̃ decreases in μω and increases in ντ",
        "T3.9_repair",
        All((extremes("largest y", "smallest x"), *(
            chain(box, NET[s][0], "<=", f, "<=", NET[s][1])
            for box in BOXES for s, f in ((v, mu * omega), (u, nu * tau))
        ))),
    ),
    claim(
        "T3.10", "μ̃² < 0.005 for μ, ω ∈ [-0.1, 0.1], ν ∈ [0.05, 0.24], τ ∈ [0.8, 1.25]",
        Inequality(mean**2, "<", "0.005", LOW),
    ),
    *inference(
        "T3.10", "Ω₁⁻ and Ω₂⁻ lie in the box of Lemma 43", "L43",
        within(*((box, LOW) for box in BOXES)),
    ),
    claim(
        "T3.11", "ν̃ = ξ̃ - μ̃² > 0.0662727 + 0.969231(ν - 0.05) - 0.005 = 0.01281115 + 0.969231ν > "
        "0.08006969·0.16 + 0.969231ν ⩾ 1.049301ν > ν (49) on Ω₁⁻",
        final(OMEGA_1, *SUMS_1), defect=Defect.LAST_DIGIT,
        note="0.01281115/0.16 and 0.08006969 + 0.969231 are rounded up (T3.11_values), and so is "
        "the 0.0662727 of T3.8, which is no lower bound of ξ̃ (T3.8c)",
    ),
    own(
        "T3.11_values", "0.01281115 < 0.08006969·0.16 and 0.08006969 + 0.969231 < 1.049301",
        All((
            Inequality("0.01281115", "<", Rational("0.08006969") * Rational("0.16"), HERE),
            Inequality(Rational("0.08006969") + Rational("0.969231"), "<", "1.049301", HERE),
        )), "the sums of (49)",
    ),
    *inference(
        "T3.11", "the smallest ξ̃, the bound of ∂ξ̃/∂ν in (46) and that of μ̃² add up to (49)",
        "T3.1 T3.2 T3.7 T3.8 T3.10",
        adds_up(OMEGA_1, START_1, "0.005", *SUMS_1), adds_up(OMEGA_1, START_1C, "0.005", *SUMS_1C),
    ),
    claim(
        "T3.11c", "ν̃ = ξ̃ - μ̃² > 0.0662726 + 0.969231(ν - 0.05) - 0.005 = 0.01281105 + 0.969231ν "
        "> 0.08006906·0.16 + 0.969231ν ⩾ 1.049300ν > ν on Ω₁⁻",
        final(OMEGA_1, *SUMS_1C),
    ),
    claim(
        "T3.12", "(47) > its value with ν = 0.24, τ = 0.9, μω = 0.01 in E₁ and E₂, T3.5 and T3.6 "
        "> 0.976952 (50) on Ω₂⁻",
        slope_above(OMEGA_2, "0.976952"),
        repeats="T3.7",
    ),
    *inference(
        "T3.12", "each factor of (47) is at its extreme, a lower bound of the sub-term or an upper "
        "one on the right side of its sign, and the product is above 0.976952",
        "T3.2 L18 T3.3 T3.4 T3.5 T3.6",
        factors(OMEGA_2, "0.976952"), factors(OMEGA_2, "0.976952", corrected=True),
    ),
    claim(
        "T3.13", "the smallest ξ̃ on Ω₂⁻ is ξ̃(0.01, 0.01, 0.05, 0.9) = 0.0738404",
        smallest(OMEGA_2, "0.01", START_2), defect=Defect.CONSTANT,
        note="0.01 is the largest μω, not μ and ω; the printed number is ξ̃(0.1, 0.1, 0.05, 0.9) "
        "(T3.13c)",
    ),
    *inference(
        "T3.13", "the point has the largest μω and the smallest ντ, and ξ̃ there is the number",
        "T3.9", valued(OMEGA_2, "0.01", START_2), valued(OMEGA_2, "0.1", START_2),
    ),
    claim(
        "T3.13c", "the smallest ξ̃ on Ω₂⁻ is ξ̃(0.1, 0.1, 0.05, 0.9) = 0.0738404 (rounded; 0.0738403 "
        "cut off); ξ̃(0.01, 0.01, 0.05, 0.9) = 0.0753998",
        smallest_is(OMEGA_2, START_2, START_2C, "0.0753998"),
    ),
    claim(
        "T3.14", "ν̃ > 0.0738404 + 0.976952(ν - 0.05) - 0.005 = 0.0199928 + 0.976952ν > "
        "0.08330333·0.24 + 0.976952ν ⩾ 1.060255ν > ν (51) on Ω₂⁻",
        final(OMEGA_2, *SUMS_2), defect=Defect.STEP,
        note="0.0738404 is the smallest ξ̃ rounded up (T3.13c), so it is no lower bound of ξ̃",
    ),
    own(
        "T3.14_repair", "μ̃² < 0.0049 for μ, ω ∈ [-0.1, 0.1], ν ∈ [0.05, 0.24], τ ∈ [0.8, 1.25]",
        Inequality(mean**2, "<", "0.0049", LOW), "a sharper bound of μ̃²",
    ),
    *inference(
        "T3.14", "the smallest ξ̃, the bound of ∂ξ̃/∂ν in (46) and that of μ̃² add up to (51)",
        "T3.1 T3.2 T3.12 T3.13 T3.10",
        adds_up(OMEGA_2, START_2, "0.005", *SUMS_2), adds_up(OMEGA_2, START_2C, "0.005", *SUMS_2),
    ),
    repaired(
        "T3.14", "the smallest ξ̃, rounded down, the bound of ∂ξ̃/∂ν in (46) and μ̃² < 0.0049 add up "
        "to (51)", "T3.1 T3.2c T3.12 T3.13c T3.14_repair",
        adds_up(OMEGA_2, START_2C, "0.0049", *SUMS_2),
    ),
)
