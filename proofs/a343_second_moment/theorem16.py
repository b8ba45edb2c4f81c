"""Section A3.4.3: Theorem 16, ∂ν̃/∂ν is a contraction where ν is large.

The chain of the paper: |∂ν̃/∂ν| < |∂ξ̃/∂ν| < 1 (117), with 0 < ∂ξ̃/∂ν < 1 from Lemma 15 (121) on
the box Ω_T2 that contains Ω⁺, and with μ̃ > 0 and ∂μ̃/∂ν > 0 on Ω⁺.
"""


from sympy import Abs, Integer, Rational, erfc, symbols

from fixedpoint.claims import All, Box, Defect, Derivative, Identity, Inequality, NotFormal, chain

from ..a341_jacobian.jacobian import J22
from ..paper import (
    ANY,
    HERE,
    OMEGA_P,
    OMEGA_T2,
    H,
    J,
    alpha,
    b,
    claim,
    in_layer,
    inference,
    inside,
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
from .second_moment import AS_114, DAMPING, DOMAIN, IN_DOMAIN, RATIO, F, line, product

# The lines of (121) in turn: what stands for τ, e^{-y²/(2x)}, F and y/(√2 √x).
WORST = {u: Rational("1.2"), v: Rational("0.1")}
STEEPEST = Rational("1.25")
LEAST_F, MOST_RATIO = F.subs(WORST), RATIO.subs(WORST)
LINES = (
    line(tau, DAMPING, F, RATIO),
    line(STEEPEST, DAMPING, F, RATIO),
    line(STEEPEST, DAMPING, LEAST_F, RATIO),
    line(STEEPEST, Integer(1), LEAST_F, RATIO),
    line(STEEPEST, Integer(1), LEAST_F, MOST_RATIO),
)
"""In x = ντ and y = μω, which lie in the box of Lemma 15; τ may be any of its own interval."""
ON = DOMAIN.but({tau: OMEGA_T2[tau]})
GAPS = (
    (STEEPEST - tau) * LINES[1] / STEEPEST,
    lam**2 / 2 * STEEPEST * alpha**2 * DAMPING * (F - LEAST_F),
    lam**2 / 2 * STEEPEST * alpha**2 * (1 - DAMPING) * -LEAST_F,
    lam**2 / 2 * STEEPEST * (erfc(RATIO) - erfc(MOST_RATIO)),
)
"""What each line is less than the next."""
POSITIVE_118 = All((
    Inequality(0, "<", lam**2 / 2 * tau, OMEGA_T2),
    Inequality(0, "<", alpha**2 * in_layer(DAMPING), OMEGA_T2),
))
"""The factors of F and of the bracket in (118)."""

# (117) for any values p, m, d of ∂ξ̃/∂ν, μ̃, ∂μ̃/∂ν that T16.1 and T16.6 allow.
p, m, d = symbols("p m d", real=True)
ALLOWED = Box({p: ("0.01", "0.99"), m: ("0.01", 1), d: ("0.01", 1)})

SQUARES_117 = Identity(p**2 - (p - 2 * m * d) ** 2, 4 * m * d * (p - m * d))
"""|p - 2md| < |p| where 0 < md < p."""


def at_most(k: int) -> All:
    """Line k of (121), from 0, is at most the next one."""
    gap = (LINES[k + 1] - LINES[k]).subs(ANY)
    differ = Identity(gap, GAPS[k].subs(ANY))
    return All((differ, Inequality(0, "<=", GAPS[k], ON), *IN_DOMAIN.parts))


LARGEST_RATIO = Inequality(in_layer(RATIO), "<=", MOST_RATIO, OMEGA_T2)
AT_MINIMUM = All((inside(OMEGA_P, OMEGA_T2), Inequality(0, "<", "0.008293", HERE)))

CLAIMS = (
    claim(
        "T16",
        "|∂ν̃/∂ν| < 1 on Ω⁺: μ, ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], τ ∈ [0.8, 1.25]",
        Inequality(Abs(H[1, 1]), "<", 1, OMEGA_P),
    ),
    *inference("T16", "(117), from the three properties T16.1", "T16.1 T16.2",
               NotFormal("|∂ν̃/∂ν| < 1 joins the first and the last term of (117)")),
    claim(
        "T16.1",
        "∂ξ̃/∂ν < 1, μ̃ > 0 and ∂μ̃/∂ν > 0 on Ω⁺",
        All(
            (
                Inequality(J[1, 1], "<", 1, OMEGA_P),
                Inequality(0, "<", mean, OMEGA_P),
                Inequality(0, "<", J[0, 1], OMEGA_P),
            )
        ),
    ),
    *inference("T16.1", "Ω⁺ lies in the box of T16.13; the minimum of μ̃ is 0.008293 > 0",
               "T16.13 T16.15 T16.19", AT_MINIMUM, AT_MINIMUM),
    claim(
        "T16.2", "|∂ν̃/∂ν| = |∂ξ̃/∂ν - 2μ̃ ∂μ̃/∂ν| < |∂ξ̃/∂ν| < 1 (117) on Ω⁺",
        All((
            Derivative(variance.subs(ANY), nu, (J[1, 1] - 2 * mean * J[0, 1]).subs(ANY)),
            chain(OMEGA_P, 0, "<", J[1, 1], "<", 1),
            Inequality(Abs(1 - 2 * mean * J[0, 1] / J[1, 1]), "<", 1, OMEGA_P),  # (117)/(∂ξ̃/∂ν)
        )),
        defect=Defect.STEP,
        note="μ̃ > 0 and ∂μ̃/∂ν > 0 make ∂ν̃/∂ν < ∂ξ̃/∂ν; with absolute values it takes "
        "μ̃ ∂μ̃/∂ν < ∂ξ̃/∂ν too (T16.2_repair)",
    ),
    *inference(
        "T16.2", "|p - 2md| < |p| < 1 for 0 < p < 1 and m, d > 0", "T16.1 T16.6",
        chain(ALLOWED, Abs(p - 2 * m * d), "<", Abs(p), "<", 1),
    ),
    own(
        "T16.2_repair", "μ̃ ∂μ̃/∂ν < ∂ξ̃/∂ν on Ω⁺", Inequality(mean * J[0, 1], "<", J[1, 1], OMEGA_P),
        "what (117) takes besides",
    ),
    repaired(
        "T16.2", "p² - (p - 2q)² = 4q(p - q) > 0 for 0 < q = μ̃ ∂μ̃/∂ν < p = ∂ξ̃/∂ν < 1",
        "T16.1 T16.2_repair", SQUARES_117,
    ),
    claim(
        "T16.3", "closed form (118) of ∂ξ̃/∂ν", Derivative(second_moment, nu, J22), constants={},
    ),
    claim(
        "T16.4", "F(ντ, μω) < 0 (119) for μ ∈ [-1, 1], ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], "
        "τ ∈ [0.8, 1.25], where ντ and μω lie in the box of Lemma 15",
        All((*IN_DOMAIN.parts, Inequality(F, "<", 0, DOMAIN))),
    ),
    *inference("T16.4", "ντ and μω lie in the box of Lemma 15", "L15", IN_DOMAIN),
    claim(
        "T16.5", "2 - erfc(μω/(√2 √(ντ))) > 0 (120) on the same box",
        Inequality(0, "<", 2 - in_layer(erfc(RATIO)), OMEGA_T2),
    ),
    *inference("T16.5", "erfc decreases from 2 at -∞; its argument is defined, as ντ ⩾ 1.2 > 0",
               "L21", chain(OMEGA_T2, 0, "<", "1.2", "<=", b)),
    claim("T16.6", "∂ξ̃/∂ν > 0 on the same box", Inequality(0, "<", J[1, 1], OMEGA_T2)),
    *inference(
        "T16.6", "(118) is ½λ²τ > 0 times the sum of (120) and α² e^{-μ²ω²/(2ντ)} > 0 times -F",
        "T16.3 T16.4 T16.5", All((Identity(J22.subs(ANY), AS_114.subs(ANY)), *POSITIVE_118.parts)),
    ),
    claim(
        "T16.7", "(118) is ½λ²τ (α² (-e^{-μ²ω²/(2ντ)}) F(ντ, μω) - erfc(μω/(√2 √(ντ))) + 2) "
        "(the first line of (121))", Identity(J22, in_layer(LINES[0])), constants={},
    ),
    claim(
        "T16.8", "the first line of (121) is ⩽ the same with 1.25 for τ before the bracket",
        at_most(0),
    ),
    *inference("T16.8", "0 < τ ⩽ 1.25, and the bracket is positive as ∂ξ̃/∂ν is", "T16.7 T16.6",
               chain(OMEGA_T2, 0, "<", tau, "<=", STEEPEST)),
    claim(
        "T16.9", "that is ⩽ the same with F(1.2, 0.1) for F(ντ, μω), the minimum of F, where "
        "ντ = 1.5·0.8 = 1.2 and μω = 1·0.1 = 0.1",
        All((Inequality(LEAST_F, "<=", F, DOMAIN), at_most(1),
             product(nu, tau, ("1.5", "0.8"), "1.2"),
             product(mu, omega, ("1.0", "0.1"), "0.1"))),
    ),
    *inference("T16.9", "F is smallest at the smallest x and, there, at the largest y of the box "
               "of Lemma 15; -α² e^{-μ²ω²/(2ντ)} < 0 is before it", "T16.8 L15",
               All((*IN_DOMAIN.parts, *POSITIVE_118.parts))),
    claim(
        "T16.10", "that is ⩽ the same with e^{0.0} for e^{-μ²ω²/(2ντ)}, a factor that is < 1",
        All((at_most(2), Inequality(in_layer(DAMPING), "<", 1, OMEGA_T2))),
        defect=Defect.MISPRINT,
        note="the factor is 1 where μω = 0; (121) itself has ⩽",
    ),
    *inference("T16.10", "-α² F(1.2, 0.1) > 0 is multiplied by e^{-μ²ω²/(2ντ)} < 1", "T16.9",
               All((Inequality(LEAST_F, "<", 0, HERE),
                    Inequality(in_layer(DAMPING), "<", 1, OMEGA_T2)))),
    claim(
        "T16.10c", "that is ⩽ the same with e^{0.0} for e^{-μ²ω²/(2ντ)}, a factor that is ⩽ 1",
        All((at_most(2), Inequality(in_layer(DAMPING), "<=", 1, OMEGA_T2))),
    ),
    claim(
        "T16.11", "that is ⩽ the same with erfc(0.1/(√2 √1.2)) for erfc(μω/(√2 √(ντ))), whose "
        "argument is largest at ντ = 1.2, μω = 0.1",
        All((LARGEST_RATIO, at_most(3))),
    ),
    *inference("T16.11", "erfc decreases, and its argument is at most 0.1/(√2 √1.2)", "T16.10 L21",
               LARGEST_RATIO, LARGEST_RATIO),
    claim(
        "T16.12", "½·1.25 λ₀₁² (-e^{0.0} α₀₁² F(1.2, 0.1) - erfc(0.1/(√2 √1.2)) + 2) ⩽ 0.995063 "
        "< 1",
        chain(HERE, LINES[4], "<=", "0.995063", "<", 1), defect=Defect.LAST_DIGIT,
        note="the left side is 0.9950631…: the bound was rounded to nearest",
    ),
    *inference("T16.12", "the value of the last line of (121)", "T16.11",
               chain(HERE, LINES[4], "<=", "0.995063", "<", 1)),
    claim(
        "T16.12c", "½·1.25 λ₀₁² (-e^{0.0} α₀₁² F(1.2, 0.1) - erfc(0.1/(√2 √1.2)) + 2) ⩽ 0.995064 "
        "< 1",
        chain(HERE, LINES[4], "<=", "0.995064", "<", 1),
    ),
    claim(
        "T16.13", "∂ξ̃/∂ν < 1 for μ ∈ [-1, 1], ω ∈ [-0.1, 0.1], ν ∈ [1.5, 16], τ ∈ [0.8, 1.25], a "
        "box that contains Ω⁺",
        All((Inequality(J[1, 1], "<", 1, OMEGA_T2), inside(OMEGA_P, OMEGA_T2))),
    ),
    *inference("T16.13", "the lines of (121) join; their last is 0.995063 < 1",
               "T16.7 T16.8 T16.9 T16.10 T16.11 T16.12", Inequality("0.995063", "<", 1, HERE),
               Inequality("0.995064", "<", 1, HERE)),
)
