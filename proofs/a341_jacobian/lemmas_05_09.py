"""Section A3.4.1, Lemmas 5–9: bounds on 𝒥, its derivatives, the mean and the moments on Ω_J."""

from sympy import Expr, Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Identity,
    Inequality,
    Monotone,
    bounded,
    chain,
    magnitude,
    rounds_to,
)
from fixedpoint.model import P, T

from ..paper import (
    HERE,
    OMEGA_J,
    J,
    a,
    alpha,
    b,
    claim,
    lam,
    mean,
    mu,
    nu,
    omega,
    second_moment,
    tau,
    variance,
    x,
    y,
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


def lemma_5() -> tuple[Claim, ...]:
    """Lemma 5 and its sixteen parts."""
    parts = [slope_bound(*key, bound) for key, (_, bound) in SLOPES.items()]
    return (
        claim("L5", "the sixteen bounds (73) on the derivatives of 𝒥 on Ω_J", All(tuple(parts))),
        *(
            claim(f"L5.{n}", f"{name} < {bound} on Ω_J", part)
            for n, ((name, bound), part) in enumerate(zip(SLOPES.values(), parts, strict=True), 1)
        ),
    )


# What the proofs of Lemmas 6 and 7 bound: the printed terms, equal to Gaussian functions.
TAIL = exp(a + b / 2) * erfc((a + b) / (sqrt(2) * sqrt(b)))
BELL = sqrt(2 / (pi * b)) * exp(-(a**2) / (2 * b))
TAIL_T, BELL_P = T(1, a, b), P(a, b)
IS_TAIL, IS_BELL = Identity(TAIL, TAIL_T), Identity(BELL, BELL_P)
DIFFERENCE = alpha * TAIL_T - (alpha - 1) * BELL_P
IS_J12 = Identity(J12, lam * tau / 4 * DIFFERENCE)
BRACKET = alpha * T(1, x, y) - T(0, x, y) + 2
IS_J11 = Identity(J11, lam * omega / 2 * BRACKET.subs({x: a, y: b}))
XY = Box({x: ("-0.01", "0.01"), y: ("0.64", "1.875")})
HIGHEST = Rational("0.983247") - Rational("0.392294")
STEP_6_4 = lam / 2 * (alpha * Rational("0.587622") + Rational("1.00584"))
LEAST = {mu: Rational(-1, 10), omega: Rational(1, 10), nu: Rational(4, 5), tau: Rational(4, 5)}
LARGEST = {mu: Rational(1, 10), omega: Rational(1, 10), nu: Rational(3, 2), tau: Rational(5, 4)}
ERFC_6_2 = erfc(Rational("0.01") / (sqrt(2) * sqrt(b)))

# Lemma 8: h or the derivative itself.
SIGNS = {
    "L8.1": Inequality(0, "<", J[0, 0] / omega, OMEGA_J),
    "L8.2": Inequality(0, "<", J[0, 1], OMEGA_J),
    "L8.3": Inequality(0, "<", J[1, 0] / omega, OMEGA_J),
    "L8.4": Inequality(0, "<", J[1, 1], OMEGA_J),
}


def tail_6_3(corner: Rational) -> All:
    """|e^(μω + ντ/2) erfc(…)| <= its value at μω = corner, ντ = 0.64, which is 0.587622."""
    top = T(1, corner, Rational("0.64"))
    return All((
        IS_TAIL,
        *chain(OMEGA_J, -top, "<=", TAIL_T, "<=", top).parts,
        rounds_to(top, "0.587622", HERE),
    ))


def step_7_1(bound: str) -> All:
    """|𝒥₁₂| <= ¼λτ |0.983247 - 0.392294| <= bound on Ω_J."""
    return All((
        IS_J12,
        magnitude(DIFFERENCE, "<=", HIGHEST, OMEGA_J),
        Inequality(lam * tau / 4 * HIGHEST, "<=", bound, OMEGA_J),
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


def steps_78(box: Box) -> All:
    """The chain (78): ξ̃ - μ̃² between the bounds of ξ̃ with and without 0.007683 and 0.007682."""
    lower = Rational("0.703257") - Rational("0.007683")
    upper = Rational("1.643705") - Rational("0.007682")
    return All((
        Identity(variance, second_moment - mean**2),
        inside("0.703257", second_moment, "1.643705", box),
        chain(box, lower, "<", variance, "<", upper),
        Identity(lower, "0.695574"),
        Identity(upper, "1.636023"),
    ))


OMEGA_9 = OMEGA_J.but({nu: ("0.8", 15)})
ON_9 = "for μ, ω ∈ [-0.1, 0.1], ν ∈ [0.8, 15], τ ∈ [0.8, 1.25]"

CLAIMS = (
    *lemma_5(),
    claim("L6", "|𝒥₁₁| ⩽ 0.104497 on Ω_J", magnitude(J[0, 0], "<=", "0.104497", OMEGA_J)),
    claim(
        "L6.1", "𝒥₁₁ is strictly increasing in μω: 𝒥₁₁/ω is, for μω ∈ [-0.01, 0.01], "
        "ντ ∈ [0.64, 1.875]", All((IS_J11, Monotone(BRACKET, x, "increasing", XY))),
        note="of 𝒥₁₁ itself this holds for fixed ω > 0, of |𝒥₁₁| for every fixed ω ≠ 0",
    ),
    claim(
        "L6.2", "|2 - erfc(0.01/(√2√(ντ)))| ⩽ 1.00584 on Ω_J",
        magnitude(2 - ERFC_6_2, "<=", "1.00584", OMEGA_J), defect=Defect.CONSTANT,
        note="the maximum 1.00997… lies at ντ = 0.64; 1.00583 is the value at ντ = 1.875",
    ),
    claim(
        "L6.2c", "|2 - erfc(0.01/(√2√(ντ)))| ⩽ 1.00998 on Ω_J",
        magnitude(2 - ERFC_6_2, "<=", "1.00998", OMEGA_J),
    ),
    claim(
        "L6.3", "|e^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ)))| ⩽ its value at μω = 0.01, ντ = 0.64, "
        "which is 0.587622, on Ω_J", tail_6_3(Rational("0.01")), defect=Defect.SIGN,
        note="decreasing in μω: the maximum 0.587622 lies at μω = -0.01; at 0.01 it is 0.579345",
    ),
    claim(
        "L6.3c", "|e^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ)))| ⩽ its value at μω = -0.01, ντ = 0.64, "
        "which is 0.587622, on Ω_J", tail_6_3(Rational("-0.01")),
    ),
    claim(
        "L6.4", "|𝒥₁₁| ⩽ ½λ|ω|(α 0.587622 + 1.00584) ⩽ 0.104497 on Ω_J",
        All((
            magnitude(J[0, 0] / omega, "<=", STEP_6_4, OMEGA_J),
            Inequality(STEP_6_4 / 10, "<=", "0.104497", HERE),
        )),
        note="true, but not by L6.2 and L6.3: with 1.00998 the sum gives 0.104715 only",
    ),
    claim("L7", "|𝒥₁₂| ⩽ 0.194145 on Ω_J", magnitude(J[0, 1], "<=", "0.194145", OMEGA_J)),
    claim(
        "L7.1", "|𝒥₁₂| ⩽ ¼λτ|0.983247 - 0.392294| ⩽ 0.194035 on Ω_J (75)", step_7_1("0.194035"),
        defect=Defect.LAST_DIGIT, note="¼λ₀₁ 1.25 · 0.590953 = 0.1940359…",
    ),
    claim(
        "L7.1c", "|𝒥₁₂| ⩽ ¼λτ|0.983247 - 0.392294| ⩽ 0.194036 on Ω_J", step_7_1("0.194036"),
    ),
    claim(
        "L7.2", "0.434947 ⩽ e^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ))) ⩽ 0.587622 on Ω_J",
        All((IS_TAIL, bounded("0.434947", TAIL_T, "0.587622", OMEGA_J))),
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
    claim(
        "L7.5", "0.392294 ⩽ (α - 1)√(2/(πντ)) e^(-μ²ω²/(2ντ)) ⩽ 0.671484 on Ω_J",
        All((IS_BELL, bounded("0.392294", (alpha - 1) * BELL_P, "0.671484", OMEGA_J))),
    ),
    claim(
        "L7.6", "the difference of L7.4 and L7.5 is at most 0.983247 - 0.392294 in magnitude",
        All((IS_TAIL, IS_BELL, magnitude(DIFFERENCE, "<=", HIGHEST, OMEGA_J))),
    ),
    claim(
        "L8", "on Ω_J ∂μ̃/∂μ and ∂ξ̃/∂μ have the sign of ω, ∂μ̃/∂ν > 0 and ∂ξ̃/∂ν > 0",
        All(tuple(SIGNS.values())), note="the sign of ω: the derivative is ω h with h > 0",
    ),
    claim("L8.1", "∂μ̃/∂μ has the sign of ω on Ω_J: it is ω h with h > 0", SIGNS["L8.1"]),
    claim("L8.2", "∂μ̃/∂ν > 0 on Ω_J", SIGNS["L8.2"]),
    claim("L8.3", "∂ξ̃/∂μ has the sign of ω on Ω_J: it is ω h with h > 0", SIGNS["L8.3"]),
    claim("L8.4", "∂ξ̃/∂ν > 0 on Ω_J", SIGNS["L8.4"]),
    claim(
        "L9", "-0.041160 < μ̃ < 0.087653, 0.703257 < ξ̃ < 1.643705 and 0.695574 < ν̃ < 1.636023 "
        + ON_9, moments("-0.041160", ("0.695574", "1.636023"), OMEGA_9), defect=Defect.DOMAIN,
        note="ν ⩽ 15 stands for ν ⩽ 1.5, as in (76), (77); on Ω_J only min μ̃ = -0.0411602… fails",
    ),
    claim(
        "L9c", "-0.041161 < μ̃ < 0.087653, 0.703257 < ξ̃ < 1.643705 and 0.701563 < ν̃ < 1.636022 "
        "on Ω_J", moments("-0.041161", ("0.701563", "1.636022"), OMEGA_J),
    ),
    claim(
        "L9.1", "-0.041160 < μ̃(-0.1, 0.1, 0.8, 0.8) ⩽ μ̃ ⩽ μ̃(0.1, 0.1, 1.5, 1.25) < 0.087653 "
        + ON_9, corners("-0.041160", mean, "0.087653", OMEGA_9), defect=Defect.LAST_DIGIT,
        note="μ̃(-0.1, 0.1, 0.8, 0.8) = -0.0411602…; and the upper corner is that of Ω_J, not of "
        "the domain of Lemma 9",
    ),
    claim(
        "L9.1c", "-0.041161 < μ̃(-0.1, 0.1, 0.8, 0.8) ⩽ μ̃ ⩽ μ̃(0.1, 0.1, 1.5, 1.25) < 0.087653 "
        "on Ω_J", corners("-0.041161", mean, "0.087653", OMEGA_J),
    ),
    claim(
        "L9.2", "0.703257 < ξ̃(-0.1, 0.1, 0.8, 0.8) ⩽ ξ̃ ⩽ ξ̃(0.1, 0.1, 1.5, 1.25) < 1.643705 "
        + ON_9, corners("0.703257", second_moment, "1.643705", OMEGA_9), defect=Defect.DOMAIN,
        note="ν ⩽ 15 stands for ν ⩽ 1.5, the corner that is printed",
    ),
    claim(
        "L9.2c", "0.703257 < ξ̃(-0.1, 0.1, 0.8, 0.8) ⩽ ξ̃ ⩽ ξ̃(0.1, 0.1, 1.5, 1.25) < 1.643705 "
        "on Ω_J", corners("0.703257", second_moment, "1.643705", OMEGA_J),
    ),
    claim(
        "L9.3", "0.695574 = 0.703257 - 0.007683 < ν̃ = ξ̃ - μ̃² < 1.643705 - 0.007682 = 1.636023 "
        + ON_9, steps_78(OMEGA_9), defect=Defect.DOMAIN,
        note="ν ⩽ 15 stands for ν ⩽ 1.5. The upper bound is true on Ω_J but does not follow: μ̃² "
        "is not ⩾ 0.007682 everywhere",
    ),
    claim(
        "L9.3c", "0.695574 = 0.703257 - 0.007683 < ν̃ = ξ̃ - μ̃² < 1.643705 - 0.007682 = 1.636023 "
        "on Ω_J", steps_78(OMEGA_J),
    ),
)
