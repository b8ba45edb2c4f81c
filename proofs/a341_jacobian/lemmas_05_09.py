"""Section A3.4.1, Lemmas 5–9: bounds on 𝒥, its derivatives, the mean and the moments on Ω_J."""

from sympy import Abs, Expr, Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    NotFormal,
    bounded,
    chain,
    magnitude,
    rounds_to,
)
from fixedpoint.claims.formulas import Formula
from fixedpoint.model import P, T

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
    own,
    repaired,
    second_moment,
    tau,
    u,
    v,
    variance,
)
from .jacobian import J11, J12, LETTER

# Lemma 5: the printed bounds on the derivatives of 𝒥₁₁, 𝒥₁₂, 𝒥₂₁, 𝒥₂₂ by μ, ω, ν, τ.
BOUNDS = {
    "𝒥₁₁": ("0.0031049101995398316", "1.055872374194189",
            "0.031242911235461816", "0.03749149348255419"),
    "𝒥₁₂": ("0.031242911235461816", "0.031242911235461816",
            "0.21232788238624354", "0.2124377655377270"),
    "𝒥₂₁": ("0.02220441024325437", "1.146955401845684",
            "0.14983446469110305", "0.17980135762932363"),
    "𝒥₂₂": ("0.14983446469110305", "0.14983446469110305",
            "1.805740052651535", "2.396685907216327"),
}
SLOPES: dict[tuple[Expr, Symbol], tuple[str, str]] = {
    (entry, v): (f"|∂{name}/∂{LETTER[v]}|", bound)
    for entry, (name, bounds) in zip(J, BOUNDS.items(), strict=True)
    for v, bound in zip(LETTER, bounds, strict=True)
}
"""(entry of 𝒥, variable): the name and the printed bound of the derivative."""


def slope_bound(f: Expr, v: Symbol, bound: str) -> All:
    """|∂f/∂v| < bound on Ω_J: both bound·v - f and bound·v + f have a positive derivative."""
    line = Rational(bound) * v
    return All((
        Monotone(line - f, v, "increasing", OMEGA_J), Monotone(line + f, v, "increasing", OMEGA_J),
    ))


CONJUNCTION, SAME = NotFormal("the conjunction of its parts"), NotFormal("the same statement")
ENDS = NotFormal("the two ends of a chain")


def restated(id: str, text: str, formula: Formula, premise: str) -> tuple[Claim, ...]:
    """A claim that a later lemma states again and proves on the same domain."""
    step = f"{premise} is the same statement, on the same domain"
    return (claim(id, text, formula), *inference(id, step, premise, SAME))


def lemma_5() -> tuple[Claim, ...]:
    """Lemma 5 and its sixteen parts."""
    parts = {f"L5.{n}": slope_bound(*key, bound) for n, (key, (_, bound)) in enumerate(
        SLOPES.items(), 1
    )}
    found = [
        claim("L5", "the sixteen bounds (73) on the derivatives of 𝒥 on Ω_J",
              All(tuple(parts.values()))),
        *inference("L5", "the sixteen bounds together", f"{' '.join(parts)} L39", CONJUNCTION),
    ]
    for (id, part), (name, bound) in zip(parts.items(), SLOPES.values(), strict=True):
        found += restated(id, f"{name} < {bound} on Ω_J", part, id.replace("L5", "L39"))
    return tuple(found)



# What the proofs of Lemmas 6 and 7 bound: the printed terms, equal to Gaussian functions.
TAIL = exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
BELL = sqrt(2 / (pi * b)) * exp(-(a**2) / (2 * b))
TAIL_T, BELL_P = T(1, a, b), P(a, b)
IS_TAIL, IS_BELL = Identity(TAIL, TAIL_T), Identity(BELL, BELL_P)
DIFFERENCE = alpha * TAIL_T - (alpha - 1) * BELL_P
IS_J12 = Identity(J12, lam * tau / 4 * DIFFERENCE)
BRACKET = alpha * T(1, v, u) - T(0, v, u) + 2
IS_J11 = Identity(J11, lam * omega / 2 * in_layer(BRACKET))
NET = Box({v: ("-0.01", "0.01"), u: ("0.64", "1.875")})
RISES = All((
    IS_J11,
    Monotone(lam * omega / 2 * BRACKET, v, "increasing", Box({**NET, omega: ("-0.1", "0.1")})),
))
RISES_C = All((
    IS_J11, Monotone(BRACKET, v, "increasing", NET), Inequality(0, "<", BRACKET, NET),
))
HIGHEST = Rational("0.983247") - Rational("0.392294")
LEAST = {mu: Rational(-1, 10), omega: Rational(1, 10), nu: Rational(4, 5), tau: Rational(4, 5)}
LARGEST = {mu: Rational(1, 10), omega: Rational(1, 10), nu: Rational(3, 2), tau: Rational(5, 4)}
ERFC_6_2 = erfc(Rational("0.01") / (sqrt(2) * sqrt(b)))



def signed(f: Expr, v: Symbol, sign: Expr, h: Expr) -> All:
    """∂f/∂v = sign · h with h > 0 on Ω_J."""
    return All((Derivative(f, v, sign * h), Inequality(0, "<", h, OMEGA_J)))


# Lemma 8: the derivative is ω h or h, with h > 0.
SIGNS = {
    "L8.1": signed(mean, mu, omega, J[0, 0] / omega),
    "L8.2": signed(mean, nu, Rational(1), J[0, 1]),
    "L8.3": signed(second_moment, mu, omega, J[1, 0] / omega),
    "L8.4": signed(second_moment, nu, Rational(1), J[1, 1]),
}


def tail_6_3(corner: Rational) -> All:
    """|e^(μω + ντ/2) erfc(…)| <= its value at μω = corner, ντ = 0.64, which is 0.587622."""
    top = T(1, corner, Rational("0.64"))
    return All((
        IS_TAIL,
        *chain(OMEGA_J, -top, "<=", TAIL_T, "<=", top).parts,
        rounds_to(top, "0.587622", HERE),
    ))


def size_6_4(tail: str, rest: str) -> Expr:
    """The bracket of L6.4 with the bounds of its two terms."""
    return alpha * Rational(tail) + Rational(rest)


def chain_6_4(size: Expr) -> All:
    """|𝒥₁₁| = ½λ|ω||…| <= ½λ|ω| size <= 0.104497 on Ω_J."""
    scale = lam / 2 * Abs(omega)
    return All((
        IS_J11,
        Inequality(0, "<=", scale * (size - Abs(in_layer(BRACKET))), OMEGA_J),
        Inequality(scale * size, "<=", "0.104497", OMEGA_J),
    ))


def step_6_4(size: Expr) -> Inequality:
    """½λ 0.1 size <= 0.104497."""
    return Inequality(lam / 20 * size, "<=", "0.104497", HERE)


def chain_7_1(bound: str) -> All:
    """|𝒥₁₂| = ¼λτ|…| <= ¼λτ |0.983247 - 0.392294| <= bound on Ω_J."""
    scale = lam * tau / 4
    return All((
        IS_J12,
        chain(OMEGA_J, scale * Abs(DIFFERENCE), "<=", scale * HIGHEST, "<=", bound),
    ))


def step_7_1(bound: str) -> Inequality:
    """¼λ 1.25 (0.983247 - 0.392294) <= bound."""
    return Inequality(lam / 4 * Rational("1.25") * HIGHEST, "<=", bound, HERE)


def step_7_5(least: str) -> All:
    """The bounds of L7.3 times α - 1."""
    lower, upper = ((alpha - 1) * Rational(q) for q in (least, "0.997356"))
    return All((
        Inequality("0.392294", "<=", lower, HERE), Inequality(upper, "<=", "0.671484", HERE),
    ))


def inside(lower: str, f: Expr, upper: str, box: Box) -> All:
    """lower < f < upper on the box."""
    return bounded(lower, f, upper, box, "<")


def corners(lower: str, f: Expr, upper: str, box: Box) -> All:
    """lower < f(least corner) <= f <= f(largest corner) < upper on the box."""
    least, largest = f.subs(LEAST), f.subs(LARGEST)
    return All((
        Inequality(lower, "<", least, HERE),
        Inequality(largest, "<", upper, HERE),
        bounded(least, f, largest, box),
    ))


def moments(lowest: str, variances: tuple[str, str], box: Box) -> All:
    """The bounds of Lemma 9 on the box, with its first number and those of the variance."""
    return All((
        inside("0.703257", second_moment, "1.643705", box),
        inside(variances[0], variance, variances[1], box),
        inside(lowest, mean, "0.087653", box),
    ))


def step_9(f: Expr, lower: str, upper: str, box: Box) -> All:
    """What (76), (77) take besides Lemma 8: that the box lies in its domain; the two corners."""
    return All((
        chain(box, "0.8", "<=", nu, "<=", "1.5"),
        Inequality(lower, "<", f.subs(LEAST), HERE),
        Inequality(f.subs(LARGEST), "<", upper, HERE),
    ))


LOWEST_78 = Rational("0.703257") - Rational("0.007683")
HIGHEST_78 = Rational("1.643705") - Rational("0.007682")


def chain_78(box: Box) -> All:
    """(78): ξ̃ - μ̃² between the bounds of ξ̃ without μ̃², then without 0.007683 and 0.007682."""
    lower, upper = Rational("0.703257") - mean**2, Rational("1.643705") - mean**2
    return All((
        chain(box, lower, "<", variance, "<", upper),
        chain(box, LOWEST_78, "<", variance, "<", HIGHEST_78),
        chain(HERE, "0.695574", "<=", LOWEST_78),
        chain(HERE, HIGHEST_78, "<=", "1.636023"),
    ))


# 0 ⩽ μ̃² < 0.087653² is all that (76) gives.
STEP_78 = All((
    Inequality("0.695574", "<=", Rational("0.703257") - Rational("0.087653") ** 2, HERE),
    Inequality(Rational("1.643705") - 0, "<=", "1.636023", HERE),
))


OMEGA_9 = OMEGA_J.but({nu: ("0.8", 15)})
ON_9 = "for μ, ω ∈ [-0.1, 0.1], ν ∈ [0.8, 15], τ ∈ [0.8, 1.25]"

READ_OFF = "read off (62): no argument is printed"
FROM_8 = "from Lemma 8 on the domain of Lemma 9, by the values at the two corners"

CLAIMS = (
    *lemma_5(),
    claim("L6", "|𝒥₁₁| ⩽ 0.104497 on Ω_J", magnitude(J[0, 0], "<=", "0.104497", OMEGA_J)),
    *inference(
        "L6", "the two ends of the chain L6.4", "JAC.3 L6.1 L6.2 L6.3 L6.4", *[ENDS] * 2,
    ),
    claim(
        "L6.1", "𝒥₁₁ is strictly increasing in μω, for μω ∈ [-0.01, 0.01], ντ ∈ [0.64, 1.875]",
        RISES, defect=Defect.SIGN,
        note="𝒥₁₁ = ½λω h with h increasing in μω: for ω < 0 it is 𝒥₁₁ that decreases, and |𝒥₁₁| "
        "that increases",
    ),
    claim(
        "L6.1c", "𝒥₁₁ = ½λω h with h > 0 strictly increasing in μω, so that |𝒥₁₁| is, for fixed "
        "ω ≠ 0 and μω ∈ [-0.01, 0.01], ντ ∈ [0.64, 1.875]", RISES_C,
    ),
    *inference("L6.1", READ_OFF, "JAC.3", RISES, RISES_C),
    claim(
        "L6.2", "|2 - erfc(0.01/(√2√(ντ)))| ⩽ 1.00584 on Ω_J",
        magnitude(2 - ERFC_6_2, "<=", "1.00584", OMEGA_J), defect=Defect.CONSTANT,
        note="the maximum, at the least ντ = 0.64, is 1.00997…",
    ),
    claim(
        "L6.2c", "|2 - erfc(0.01/(√2√(ντ)))| ⩽ 1.00998 on Ω_J",
        magnitude(2 - ERFC_6_2, "<=", "1.00998", OMEGA_J),
    ),
    claim(
        "L6.3", "|e^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ)))| ⩽ its value at μω = 0.01, ντ = 0.64, "
        "which is 0.587622, on Ω_J", tail_6_3(Rational("0.01")), defect=Defect.SIGN,
        note="the maximum 0.587622, of Lemma 47 too, lies at μω = -0.01; at 0.01 the value is "
        "0.579344…",
    ),
    claim(
        "L6.3c", "|e^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ)))| ⩽ its value at μω = -0.01, ντ = 0.64, "
        "which is 0.587622, on Ω_J", tail_6_3(Rational("-0.01")),
    ),
    *inference(
        "L6.3", "Lemma 47 has its maximum at ντ = 0.64 and an end of μω, where the value is "
        "0.587622", "L47", *(rounds_to(T(1, Rational(q), Rational("0.64")), "0.587622", HERE)
                             for q in ("0.01", "-0.01")),
    ),
    claim(
        "L6.4", "|𝒥₁₁| ⩽ ½λ|ω|(α 0.587622 + 1.00584) ⩽ 0.104497 on Ω_J",
        chain_6_4(size_6_4("0.587622", "1.00584")), defect=Defect.STEP,
        note="1.00584 does not bound 2 - erfc(…); with 1.00998 the second term exceeds 0.104497",
    ),
    *inference(
        "L6.4", "½λ|ω| times the sum of the two bounds, at |ω| = 0.1", "JAC.3 L6.1 L6.2 L6.3",
        *(step_6_4(size_6_4("0.587622", q)) for q in ("1.00584", "1.00998")),
    ),
    own(
        "L6.4_repair",
        "e^(0.01 + ντ/2) erfc((0.01 + ντ)/(√2√(ντ))) ⩽ 0.579345 for ντ ∈ [0.64, 1.875]",
        Inequality(T(1, Rational("0.01"), u), "<=", "0.579345", Box({u: NET[u]})),
        "the first term where |J11| is largest",
    ),
    repaired(
        "L6.4", "|𝒥₁₁| increases in μω (L6.1c): both terms may be taken at μω = 0.01",
        "JAC.3 L6.1 L6.2 L6.4_repair", step_6_4(size_6_4("0.579345", "1.00998")),
    ),
    claim("L7", "|𝒥₁₂| ⩽ 0.194145 on Ω_J", magnitude(J[0, 1], "<=", "0.194145", OMEGA_J)),
    *inference(
        "L7", "the last number of (75) is at most that of Lemma 7",
        "JAC.4 L7.1 L7.2 L7.3 L7.4 L7.5 L7.6",
        *(Inequality(q, "<=", "0.194145", HERE) for q in ("0.194035", "0.194036")),
    ),
    claim(
        "L7.1", "|𝒥₁₂| ⩽ ¼λτ|0.983247 - 0.392294| ⩽ 0.194035 on Ω_J (75)", chain_7_1("0.194035"),
        defect=Defect.LAST_DIGIT,
        note="the middle term is 0.1940359… at τ = 1.25: it was cut off, not rounded up",
    ),
    claim(
        "L7.1c", "|𝒥₁₂| ⩽ ¼λτ|0.983247 - 0.392294| ⩽ 0.194036 on Ω_J", chain_7_1("0.194036"),
    ),
    *inference(
        "L7.1", "¼λτ times the bound of L7.6, at τ = 1.25", "JAC.4 L7.6",
        *map(step_7_1, ("0.194035", "0.194036")),
    ),
    claim(
        "L7.2", "0.434947 ⩽ e^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ))) ⩽ 0.587622 on Ω_J",
        All((IS_TAIL, bounded("0.434947", TAIL_T, "0.587622", OMEGA_J))),
    ),
    *inference(
        "L7.2", "the values at the minimum and the maximum of Lemma 47", "L47",
        *[All((
            Inequality("0.434947", "<=", T(1, Rational("0.01"), Rational("1.875")), HERE),
            Inequality(T(1, Rational("-0.01"), Rational("0.64")), "<=", "0.587622", HERE),
        ))] * 2,
    ),
    claim(
        "L7.3", "0.582677 ⩽ √(2/(πντ)) e^(-μ²ω²/(2ντ)) ⩽ 0.997356 on Ω_J",
        All((IS_BELL, bounded("0.582677", BELL_P, "0.997356", OMEGA_J))),
        defect=Defect.LAST_DIGIT,
        note="the minimum 0.58267695… lies below 0.582677: the bound was rounded to nearest",
    ),
    claim(
        "L7.3c", "0.582676 ⩽ √(2/(πντ)) e^(-μ²ω²/(2ντ)) ⩽ 0.997356 on Ω_J",
        All((IS_BELL, bounded("0.582676", BELL_P, "0.997356", OMEGA_J))),
    ),
    claim(
        "L7.4", "0.727780 ⩽ α e^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ))) ⩽ 0.983247 on Ω_J",
        All((IS_TAIL, bounded("0.727780", alpha * TAIL_T, "0.983247", OMEGA_J))),
    ),
    *inference(
        "L7.4", "the bounds of L7.2 times α", "L7.2",
        All((
            Inequality("0.727780", "<=", alpha * Rational("0.434947"), HERE),
            Inequality(alpha * Rational("0.587622"), "<=", "0.983247", HERE),
        )),
    ),
    claim(
        "L7.5", "0.392294 ⩽ (α - 1)√(2/(πντ)) e^(-μ²ω²/(2ντ)) ⩽ 0.671484 on Ω_J",
        All((IS_BELL, bounded("0.392294", (alpha - 1) * BELL_P, "0.671484", OMEGA_J))),
    ),
    *inference(
        "L7.5", "the bounds of L7.3 times α - 1", "L7.3", *map(step_7_5, ("0.582677", "0.582676")),
    ),
    claim(
        "L7.6", "the difference of L7.4 and L7.5 is at most 0.983247 - 0.392294 in magnitude",
        All((IS_TAIL, IS_BELL, magnitude(DIFFERENCE, "<=", HIGHEST, OMEGA_J))),
    ),
    *inference(
        "L7.6", "the difference lies between 0.727780 - 0.671484 and 0.983247 - 0.392294",
        "L7.4 L7.5", Inequality(-HIGHEST, "<=", Rational("0.727780") - Rational("0.671484"), HERE),
    ),
    claim(
        "L8", "on Ω_J ∂μ̃/∂μ and ∂ξ̃/∂μ have the sign of ω, ∂μ̃/∂ν > 0 and ∂ξ̃/∂ν > 0",
        All(tuple(SIGNS.values())), note="the sign of ω: the derivative is ω h with h > 0",
    ),
    *inference("L8", "the four signs together", "L8.1 L8.2 L8.3 L8.4 L40", CONJUNCTION),
    *restated("L8.1", "∂μ̃/∂μ has the sign of ω on Ω_J: it is ω h with h > 0", SIGNS["L8.1"], "L40"),
    *restated("L8.2", "∂μ̃/∂ν > 0 on Ω_J", SIGNS["L8.2"], "L40"),
    *restated("L8.3", "∂ξ̃/∂μ has the sign of ω on Ω_J: it is ω h with h > 0", SIGNS["L8.3"], "L40"),
    *restated("L8.4", "∂ξ̃/∂ν > 0 on Ω_J", SIGNS["L8.4"], "L40"),
    claim(
        "L9", "-0.041160 < μ̃ < 0.087653, 0.703257 < ξ̃ < 1.643705 and 0.695574 < ν̃ < 1.636023 "
        + ON_9, moments("-0.041160", ("0.695574", "1.636023"), OMEGA_9), defect=Defect.DOMAIN,
        note="ν ⩽ 15 stands for ν ⩽ 1.5, the largest ν of (76) and (77)",
    ),
    claim(
        "L9c", "-0.041161 < μ̃ < 0.087653, 0.703257 < ξ̃ < 1.643705 and 0.701563 < ν̃ < 1.636022 "
        "on Ω_J", moments("-0.041161", ("0.701563", "1.636022"), OMEGA_J),
    ),
    *inference("L9", "(76), (77) and (78) together", "L9.1 L9.2 L9.3", CONJUNCTION, CONJUNCTION),
    claim(
        "L9.1", "-0.041160 < μ̃(-0.1, 0.1, 0.8, 0.8) ⩽ μ̃ ⩽ μ̃(0.1, 0.1, 1.5, 1.25) < 0.087653 "
        + ON_9, corners("-0.041160", mean, "0.087653", OMEGA_9), defect=Defect.LAST_DIGIT,
        note="μ̃(-0.1, 0.1, 0.8, 0.8) = -0.0411602…: it was rounded towards 0; and Lemma 8 is cited "
        "outside its domain, which ends at ν = 1.5",
    ),
    claim(
        "L9.1c", "-0.041161 < μ̃(-0.1, 0.1, 0.8, 0.8) ⩽ μ̃ ⩽ μ̃(0.1, 0.1, 1.5, 1.25) < 0.087653 "
        "on Ω_J", corners("-0.041161", mean, "0.087653", OMEGA_J),
    ),
    *inference(
        "L9.1", FROM_8, "L8", step_9(mean, "-0.041160", "0.087653", OMEGA_9),
        step_9(mean, "-0.041161", "0.087653", OMEGA_J),
    ),
    claim(
        "L9.2", "0.703257 < ξ̃(-0.1, 0.1, 0.8, 0.8) ⩽ ξ̃ ⩽ ξ̃(0.1, 0.1, 1.5, 1.25) < 1.643705 "
        + ON_9, corners("0.703257", second_moment, "1.643705", OMEGA_9), defect=Defect.DOMAIN,
        note="ν ⩽ 15 stands for ν ⩽ 1.5, the largest ν that is printed in (77)", repeats="L9",
    ),
    claim(
        "L9.2c", "0.703257 < ξ̃(-0.1, 0.1, 0.8, 0.8) ⩽ ξ̃ ⩽ ξ̃(0.1, 0.1, 1.5, 1.25) < 1.643705 "
        "on Ω_J", corners("0.703257", second_moment, "1.643705", OMEGA_J),
    ),
    *inference(
        "L9.2", FROM_8, "L8",
        *(step_9(second_moment, "0.703257", "1.643705", box) for box in (OMEGA_9, OMEGA_J)),
    ),
    claim(
        "L9.3", "0.703257 - μ̃² < ν̃ = ξ̃ - μ̃² < 1.643705 - μ̃²; 0.695574 = 0.703257 - 0.007683 < ν̃ "
        "< 1.643705 - 0.007682 = 1.636023 " + ON_9, chain_78(OMEGA_9), defect=Defect.STEP,
        note="0.007682 is subtracted from the upper bound, and μ̃² is not at least 0.007682 "
        "everywhere; 0.007683 is below 0.087653²; and ν ⩽ 15 stands for ν ⩽ 1.5",
    ),
    claim(
        "L9.3c", "0.703257 - μ̃² < ν̃ = ξ̃ - μ̃² < 1.643705 - μ̃²; 0.695574 = 0.703257 - 0.007683 < ν̃ "
        "< 1.643705 - 0.007682 = 1.636023 on Ω_J", chain_78(OMEGA_J),
    ),
    *inference(
        "L9.3", "ξ̃ between the bounds of (77) less μ̃², of which (76) gives 0 ⩽ μ̃² < 0.087653²",
        "L9.1 L9.2 A1.7", STEP_78, STEP_78,
    ),
)
