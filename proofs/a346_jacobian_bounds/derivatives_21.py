"""Lemma 39: the derivatives of 𝒥₂₁, ∂𝒥₂₂/∂μ and ∂𝒥₂₂/∂ω (203–218)."""

from dataclasses import replace

from sympy import Expr, erfc, exp, sqrt

from fixedpoint.claims import All, Box, Claim, Defect, Derivative, Identity, Inequality, equal

from ..a341_jacobian.jacobian import BELL, J21, J22, LETTER, SLOPES, Q
from ..paper import HERE, OMEGA_J, alpha, claim, lam, mu, nu, omega, own, repaired, tau
from .terms import (
    ARGUMENTS,
    DECIMALS,
    DERIVATIVE,
    ENDS,
    GREATER,
    MOST,
    E,
    Ends,
    Extra,
    Line,
    Value,
    claims_of,
    greater,
    name_of,
    size,
    slope,
)

e1, E_1 = "e^{t₁²} erfc(t₁)", "e^{T₁²} erfc(T₁)"
e2, E_2 = "e^{t₂²} erfc(t₂)", "e^{T₂²} erfc(T₂)"


def value_46(e: Ends) -> Expr:
    """(203)."""
    return lam**2 * MOST[omega] ** 2 * (
        -(alpha**2) * E(e.T1) * exp(-e.T4) + 2 * alpha**2 * E(e.t2) * exp(e.t4) - erfc(e.T3) + 2
    )


def lower_47(e: Ends) -> Expr:
    """(204)."""
    return lam**2 * MOST[omega] ** 2 * (
        -(alpha**2) * E(e.t1) * exp(-e.t4) + 2 * alpha**2 * E(e.T2) * exp(e.T4) - erfc(e.t3) + 2
    )


def value_49(e: Ends) -> Expr:
    """(206)."""
    return lam**2 * (
        alpha**2 * (2 * e.T11 + 1) * E(e.t2) * exp(-e.t4) + 2 * e.T11 * (2 - erfc(e.T3))
        - alpha**2 * (e.t11 + 1) * E(e.T1) * exp(-e.T4) + Q * sqrt(e.T22) * exp(-e.t4)
    )


def lower_50(e: Ends) -> Expr:
    return lam**2 * (
        -(alpha**2) * (e.T11 + 1) * E(e.t1) * exp(-e.t4)
        + alpha**2 * (2 * e.t11 + 1) * E(e.T2) * exp(-e.T4)
        + 2 * e.t11 * (2 - erfc(e.T3)) + Q * sqrt(e.t22) * exp(-e.T4)
    )


def bracket(e1: Expr, e2: Expr, x: Expr) -> Expr:
    """That of ∂𝒥₂₁/∂ν."""
    return -(alpha**2) * e1 + 4 * alpha**2 * e2 - Q * (alpha**2 - 1) / sqrt(x)


def upper_by(first: Expr, second: Expr) -> Value:
    """The upper bound of (209), (212), (216), with the largest values of two variables."""
    return lambda e: (
        lam**2 / 2 * first * second * exp(-e.t4) * bracket(E(e.T1), E(e.t2), e.T22)
    )


def lower_by(first: Expr, second: Expr) -> Value:
    """The lower bound of (210), (213), (217)."""
    return lambda e: (
        lam**2 / 2 * first * second * exp(-e.t4) * bracket(E(e.t1), E(e.T2), e.t22)
    )


value_52 = upper_by(MOST[tau], MOST[omega])
value_55 = upper_by(MOST[nu], MOST[omega])
value_60 = upper_by(MOST[mu], MOST[tau])


# What is printed.
F_46 = f"λ²ω_max²(-α² {E_1} e^{{-T₄}} + 2α² {e2} e^{{t₄}} - erfc(T₃) + 2)"
F_47 = f"λ²ω_max²(-α² {e1} e^{{-t₄}} + 2α² {E_2} e^{{T₄}} - erfc(t₃) + 2)"
F_49 = (f"λ²(α²(2T₁₁ + 1){e2} e^{{-t₄}} + 2T₁₁(2 - erfc(T₃)) - α²(t₁₁ + 1){E_1} e^{{-T₄}} + "
        "√(2/π) √T₂₂ e^{-t₄})")
F_50 = (f"λ²(-α²(T₁₁ + 1){e1} e^{{-t₄}} + α²(2t₁₁ + 1){E_2} e^{{-T₄}} + 2t₁₁(2 - erfc(T₃)) + "
        "√(2/π) √t₂₂ e^{-T₄})")
UPPER = f"e^{{-t₄}}(-α² {E_1} + 4α² {e2} - √(2/π)(α² - 1)/√T₂₂)"
LOWER = f"e^{{-t₄}}(-α² {e1} + 4α² {E_2} - √(2/π)(α² - 1)/√t₂₂)"
SAME = SLOPES["JAC.19"][2]
BY_MU = SLOPES["JAC.17"][2]
IS_ZERO = equal(BY_MU, 0, OMEGA_J.but({omega: 0}))
"""∂𝒥₂₁/∂μ is 0 somewhere, so its minimum is not positive."""


def minimum_47(most: Expr) -> All:
    """The minimum of ∂𝒥₂₁/∂μ, in size, is at most this."""
    return All((slope("JAC.17", ">")(-most), IS_ZERO))


LINE_47 = Line("the size of the minimum of ∂𝒥₂₁/∂μ is at most", minimum_47, F_47, lower_47,
               "0.00894889")
DAMPED = Inequality(exp(DECIMALS.T4), "<=", BELL, OMEGA_J)
"""e^{T₄} is at most e^{-μ²ω²/(2ντ)}, as in a lower bound it has to be."""
SIZES = {
    "L39.48": size("JAC.17", f"(203), that is {F_46}", value_46, "0.02220441024325437"),
    "L39.51": size("JAC.18", f"(206), that is {F_49}", value_49, "1.146955401845684"),
    "L39.54": size("JAC.19", f"½λ²τ_max ω_max {UPPER}", value_52, "0.14983446469110305"),
    "L39.57": size("JAC.20", f"½λ²ν_max ω_max {UPPER}", value_55, "0.17980135762932363"),
    "L39.59": size("JAC.21", f"½λ²τ_max ω_max {UPPER}", value_52, "0.14983446469110305"),
    "L39.62": size("JAC.22", f"½λ²μ_max τ_max {UPPER}", value_60, "0.14983446469110305"),
}
"""The bounds on the derivatives."""


def odd(
    ids: tuple[str, str, str], derivative: str, factors: str, values: tuple[Value, Value],
    numbers: tuple[str, str], right: str,
) -> tuple[Claim, ...]:
    """The upper bound, the lower bound and the size of a derivative with a factor ω or μ."""
    name, factor = name_of(derivative), mu if "μ" in factors else omega
    letter, high, low = LETTER[factor], f"½λ²{factors} {UPPER}", f"½λ²{factors} {LOWER}"
    half = OMEGA_J.but({factor: (0, "0.1")})
    upper = Line(f"{name} is at most", slope(derivative, "<"), high, values[0], numbers[0])
    lower = Line(f"{name} is at least", slope(derivative, ">"), low, values[1], numbers[1])
    lower_c = replace(lower, what=f"for {letter} ⩾ 0 {lower.what}",
                      holds=slope(derivative, ">", half))

    entry, mirrored = DERIVATIVE[derivative][0], {mu: -mu, omega: -omega}
    parity = Identity(entry.subs(mirrored, simultaneous=True), entry * (1 if factor == mu else -1))

    def on(box: Box) -> Extra:
        return (*ARGUMENTS, Inequality(0, "<=", factor, box))

    return (
        *claims_of(ids[0], upper, ARGUMENTS, also=derivative),
        *claims_of(
            ids[1], lower, on(OMEGA_J), also=derivative, corrected=lower_c,
            extra_c=on(half), defect=Defect.SIGN, repeats="L39.53", step=SIGNED,
            note=f"for {letter} < 0 the derivative is the negative of that at -μ, -ω, and its "
            "minimum the negative of its maximum; the bound of its size stands",
        ),
        *claims_of(ids[2], SIZES[ids[2]], (*greater(*numbers), parity), right=right,
                   also=derivative, step=f"{GREATER}; for -μ, -ω the size is the same"),
    )


SIGNED = "each term at its end, times a factor that is not negative, and the value of the formula"

CLAIMS = (
    *claims_of(
        "L39.46", Line("∂𝒥₂₁/∂μ is at most", slope("JAC.17", "<"), F_46, value_46,
                       "0.0222044"),
        ARGUMENTS, also="JAC.17",
    ),
    *claims_of(
        "L39.47", LINE_47, (*ARGUMENTS, DAMPED), also="JAC.17", defect=Defect.STEP,
        note="e^{T₄} stands for the least value e^{-T₄} of the exponential, with which the formula "
        "is 0.00894636…; the minimum itself is 0, for ω = 0",
    ),
    own(
        "L39.47_repair", "∂𝒥₂₁/∂μ is ω² times what is > 0 on Ω_J, so ⩾ 0, and 0 for ω = 0",
        All((
            Derivative(J21, mu, BY_MU), Inequality(0, "<", BY_MU / omega**2, OMEGA_J),
            *IS_ZERO.parts,
        )),
        "the minimum of the derivative itself",
    ),
    repaired(
        "L39.47", "the minimum is 0, and the value of the formula is not negative",
        "L39.47_repair", All((Inequality(0, "<=", lower_47(ENDS), HERE), LINE_47.is_number)),
    ),
    *claims_of(
        "L39.48", SIZES["L39.48"],
        greater("0.0222044", "0.00894889"), right="0.02220441024325435",
        also="JAC.17",
    ),
    *claims_of(
        "L39.49", Line("∂𝒥₂₁/∂ω is at most", slope("JAC.18", "<"), F_49, value_49,
                       "1.14696"),
        ARGUMENTS, also="JAC.18",
    ),
    *claims_of(
        "L39.50", Line("∂𝒥₂₁/∂ω is at least", slope("JAC.18", ">"), F_50, lower_50,
                       "-0.359403"),
        ARGUMENTS, also="JAC.18",
    ),
    *claims_of(
        "L39.51", SIZES["L39.51"],
        greater("1.14696", "-0.359403"), right="1.146955401845683",
        also="JAC.18",
    ),
    *odd(
        ("L39.52", "L39.53", "L39.54"), "JAC.19", "τ_max ω_max",
        (value_52, lower_by(MOST[tau], MOST[omega])),
        ("0.149834", "-0.0351035"),
        "0.14983446469110295…",
    ),
    *odd(
        ("L39.55", "L39.56", "L39.57"), "JAC.20", "ν_max ω_max",
        (value_55, lower_by(MOST[nu], MOST[omega])),
        ("0.179801", "-0.0421242"),
        "0.17980135762932355",
    ),
    claim(
        "L39.58", "∂𝒥₂₂/∂μ = ∂𝒥₂₁/∂ν",
        All((Derivative(J22, mu, SAME), Derivative(J21, nu, SAME))), constants={},
    ),
    *claims_of(
        "L39.59", SIZES["L39.59"], right="0.14983446469110295…",
        step="∂𝒥₂₂/∂μ is ∂𝒥₂₁/∂ν, and (215) is (211)",
    ),
    *odd(
        ("L39.60", "L39.61", "L39.62"), "JAC.22", "μ_max τ_max",
        (value_60, lower_by(MOST[mu], MOST[tau])),
        ("0.149834", "-0.0351035"),
        "0.14983446469110295…",
    ),
)
