"""Section A3.4.6, Lemma 41: the mean where the variance of the net input is small."""

from sympy import Abs, Expr, Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    NotFormal,
    Unbounded,
    Vanishes,
    bounded,
    chain,
    equal,
    magnitude,
    rounds_to,
    truncates_to,
)

from ..a1_background.background import MEAN_11
from ..a341_jacobian.lemmas_05_09 import BRACKET
from ..paper import (
    HERE,
    SELU,
    alpha,
    claim,
    in_layer,
    inference,
    lam,
    mean,
    mu,
    net,
    omega,
    own,
    repaired,
    u,
    v,
)

MEAN = net(SELU.mean_xy)
"""μ̃ in x = ντ, y = μω."""
BOX = Box({mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), u: ("0.02", "0.5")})
NET = Box({u: BOX[u], v: ("-0.01", "0.01")})
LINE = Box({u: BOX[u]})
OF_PRODUCT = MEAN.subs(v, mu * omega)
IN_NET = bounded("-0.01", mu * omega, "0.01", BOX)
EDGE = Rational("0.01")


def terms(y: Expr, exponent: Expr, tail: Expr, ratio: Expr, root: Expr, bell: Expr) -> list[Expr]:
    """The terms of (244) for μω = y, with what stands for ντ at each place of them."""
    return [
        alpha * exp(y + exponent / 2) * erfc((y + tail) / (sqrt(2) * sqrt(tail))),
        -(alpha + y) * erfc(y / (sqrt(2) * sqrt(ratio))),
        sqrt(2 / pi) * sqrt(root) * exp(-(y**2) / (2 * bell)),
    ]


def summed(y: Expr, *places: Expr) -> Expr:
    """Half λ times their sum with 2μω."""
    return lam / 2 * (sum(terms(y, *places)) + 2 * y)


LOW, HIGH = Rational("0.02"), Rational("0.5")
AT_EDGE = summed(EDGE, *[u] * 5)
"""μ̃(0.1, 0.1, ν, τ) as (244) prints it."""
BOUND_244 = summed(EDGE, Rational("0.05"), LOW, LOW, HIGH, HIGH)
MEANT_244 = summed(EDGE, LOW, LOW, LOW, HIGH, HIGH)
# Term by term at μω = -0.01: with the erfc of the second term at ντ = 0.5 and at 0.02.
BELOW_245 = [summed(-EDGE, HIGH, HIGH, ratio, LOW, LOW) for ratio in (HIGH, LOW)]

RISES = All((
    Derivative(MEAN, v, lam / 2 * BRACKET), Inequality(0, "<", lam / 2 * BRACKET, NET),
    Monotone(MEAN, v, "increasing", NET), IN_NET,
))
IS_244 = Identity(MEAN.subs(v, EDGE), AT_EDGE)
ABOVE_245 = Inequality("-0.289324", "<", MEAN.subs(v, -EDGE), LINE)

# Figure A6: μ̃ at μω = 0.01 between what Lemma 22 gives for it.
FIGURE = Box({u: ("0.001", 3)})
Z = [(EDGE + k * u) / (sqrt(2) * sqrt(u)) for k in (0, 1)]


def by_22(z: Expr, constant: Expr) -> Expr:
    """The bounds of Lemma 22 on e^{z²} erfc z: 2 for the lower one, 4/π for the upper one."""
    return 2 / (sqrt(pi) * (z + sqrt(z**2 + constant)))


def figure(first: Expr, second: Expr) -> Expr:
    """μ̃ at μω = 0.01 with such bounds for e^{z²} erfc z in its two terms."""
    bell = exp(-(EDGE**2) / (2 * u))
    tails = -(alpha + EDGE) * by_22(Z[0], first) + alpha * by_22(Z[1], second)
    return lam / 2 * (bell * (tails + sqrt(2 / pi) * sqrt(u)) + 2 * EDGE)


# (243): t = 1/(ντ) grows; q = |μω| > 0; and E e^z = e^{μω + ντ/2}, where e^{ντ/2} → 1.
t, q, s = Symbol("t", positive=True), Symbol("q", positive=True), Symbol("s", real=True)
SMALL = {t: (0, None), q: (0, "0.011")}
POSITIVE = {t: SMALL[t], v: SMALL[q]}
"""Open ranges, so that μω = 0.01 lies within."""
MOMENT = exp(1 / (2 * t))
TO_ONE = chain(Box({s: (0, 1)}), 1, "<=", exp(s / 2), "<=", 1 + s)
LIMITS = (
    Vanishes(MEAN.subs({u: 1 / t, v: q}) - lam * q, t, SMALL),
    Vanishes(MEAN.subs({u: 1 / t, v: -q}) - lam * alpha * (exp(-q) * MOMENT - 1), t, SMALL),
    *TO_ONE.parts,
)
NEGATIVE = Box({v: ("-0.01", 0)})
OF_TERMS = 2 * MEAN / lam - 2 * v
REMAIN = (
    *(Vanishes(term.subs({u: 1 / t, v: q}), t, SMALL) for term in terms(v, *[u] * 5)),
    Vanishes(OF_TERMS.subs({u: 1 / t, v: q}), t, SMALL),
    Vanishes(OF_TERMS.subs({u: 1 / t, v: -q}) - 2 * (q - alpha + alpha * exp(-q) * MOMENT), t,
             SMALL),
    *TO_ONE.parts,
)

TEXT_244 = (
    "μ̃(0.1, 0.1, ν, τ) ⩽ ½λ₀₁ (e^{{{}/2 + 0.01}} α₀₁ erfc((0.02 + 0.01)/(√2√0.02)) - "
    "(α₀₁ + 0.01) erfc(0.01/(√2√0.02)) + e^{{-0.01²/(2·0.5)}} √0.5 √(2/π) + 0.01·2) for "
    "ντ ∈ [0.02, 0.5]"
)

CLAIMS = (
    claim(
        "L41", "|μ̃(μ, ω, ν, τ, λ₀₁, α₀₁)| < 0.289324 for -0.1 ⩽ μ ⩽ -0.1, -0.1 ⩽ ω ⩽ -0.1, "
        "0.02 ⩽ ντ ⩽ 0.5", magnitude(OF_PRODUCT, "<", "0.289324", BOX), defect=Defect.MISPRINT,
        note="the upper ends of μ and ω are 0.1, as (244) has it; it is proved up to there; and "
        "|μ̃| < 0.06720 there (L41_value)",
    ),
    *inference(
        "L41", "0.21857 < 0.289324: both bounds of μ̃ hold for |μ̃|", "L41.3 L41.4 L41.5 L41.6",
        *[Inequality("0.21857", "<=", "0.289324", HERE)] * 2,
    ),
    own(
        "L41_value", "-0.06720 < μ̃ < -0.0186 for μ, ω ∈ [-0.1, 0.1], ντ ∈ [0.02, 0.5]",
        bounded("-0.06720", OF_PRODUCT, "-0.0186", BOX, "<"), "the range of μ̃ at low variance",
    ),
    claim(
        "L41.1", "the limit of |μ̃(μ, ω, ν, τ, λ₀₁, α₀₁)| as ν → 0 is λμω (243)",
        All((*LIMITS, equal(Abs(lam * alpha * (exp(v) - 1), evaluate=False), lam * v, NEGATIVE))),
        defect=Defect.DOMAIN,
        note="for μω < 0 the net input is negative and μ̃ tends to λα(e^{μω} - 1); an absolute "
        "value is not λμω < 0: refuted on the domain of (244), (245); on that of L41 as printed, "
        "μ = ω = -0.1, so μω = 0.01, it is true",
    ),
    claim(
        "L41.1c", "as ντ → 0, for μω ≠ 0, |μ̃| tends to λμω if 0 < μω ⩽ 0.01 and to "
        "λα(1 - e^{μω}) if -0.01 ⩽ μω < 0", All(LIMITS),
    ),
    *inference("L41.1", "with (241), the terms of L41.7 vanish", "L41.2 L41.7",
               *[NotFormal("a sum of which all other terms vanish tends to the last")] * 2),
    claim(
        "L41.2", "μ̃ = ½λ(-(α + μω) erfc(μω/(√2√(ντ))) + α e^{μω + ντ/2} erfc((μω + ντ)/(√2√(ντ)))"
        " + √(2/π) √(ντ) e^{-μ²ω²/(2ντ)} + 2μω)",
        All((Identity(mean, MEAN_11), Identity(MEAN_11, in_layer(MEAN)))), constants={},
    ),
    claim(
        "L41.3", "μ̃ is strictly increasing in μω, so that μ̃ ⩽ μ̃(0.1, 0.1, ν, τ, λ, α) = "
        "½λ(-(α + 0.01) erfc(0.01/(√2√(ντ))) + α e^{0.01 + ντ/2} erfc((0.01 + ντ)/(√2√(ντ))) + "
        "√(2/π) √(ντ) e^{-0.01²/(2ντ)} + 2·0.01) (244)",
        All((*RISES.parts, IS_244)),
    ),
    *inference("L41.3", "the derivative of L41.2 by μω is > 0; the greatest μω is 0.01", "L41.2",
               All((Identity(MEAN_11, in_layer(MEAN)), *RISES.parts))),
    claim(
        "L41.4", TEXT_244.format("0.05") + " (244)", Inequality(AT_EDGE, "<=", BOUND_244, LINE),
        defect=Defect.MISPRINT,
        note="0.05 stands for 0.02: the first term decreases in ντ, and with 0.02 the right side "
        "is 0.218568…, as L41.5 has it",
    ),
    *inference(
        "L41.4", "term by term, by their monotonicity in ντ", "L41.3",
        All(tuple(
            Inequality(term, "<=", bound, LINE) for term, bound in zip(
                terms(EDGE, *[u] * 5), terms(EDGE, Rational("0.05"), LOW, LOW, HIGH, HIGH),
                strict=True,
            )
        )),
    ),
    claim(
        "L41.5", "the right side of L41.4 is < 0.21857 (244)",
        Inequality(BOUND_244, "<", "0.21857", HERE), defect=Defect.MISPRINT, repeats="L41.4",
        note="it is 0.229845… as printed, with 0.05 in the first exponent, and 0.218568… with 0.02",
    ),
    claim(
        "L41.5c", TEXT_244.format("0.02") + ", and that < 0.21857",
        All((
            Inequality(AT_EDGE, "<=", MEANT_244, LINE), Inequality(MEANT_244, "<", "0.21857", HERE),
        )),
    ),
    *inference("L41.5", "the number of L41.4", "L41.4",
               Inequality(BOUND_244, "<", "0.21857", HERE)),
    claim(
        "L41.6", "μ̃(μ, ω, ν, τ, λ, α) ⩾ μ̃(0.1, -0.1, ν, τ, λ, α) > -0.289324 (245)",
        All((Monotone(MEAN, v, "increasing", NET), *IN_NET.parts, ABOVE_245)),
        defect=Defect.STEP,
        note="no estimate is printed for the number: term by term, as in (244), the bound is "
        "-0.328722…; -0.289324… comes out where erfc(-0.01/(√2√(ντ))) is taken at ντ = 0.5, where "
        "it is smallest (L41.6_terms)",
    ),
    *inference("L41.6", "μ̃ increases in μω, of which -0.01 is the least; there term by term, as in "
               "(244)", "L41.2 L41.3",
               All((*IN_NET.parts, Inequality("-0.289324", "<", BELOW_245[1], HERE)))),
    own("L41.6_repair", "μ̃(0.1, -0.1, ν, τ, λ₀₁, α₀₁) > -0.06720 for ντ ∈ [0.02, 0.5]",
        Inequality("-0.06720", "<", MEAN.subs(v, -EDGE), LINE), "the mean for the least product"),
    repaired("L41.6", "μ̃ increases in μω, of which -0.01 is the least; the bound there",
             "L41.2 L41.3 L41.6_repair",
             All((*IN_NET.parts, Inequality("-0.289324", "<=", "-0.06720", HERE)))),
    own(
        "L41.6_terms", "the terms of μ̃ at μω = -0.01, each at the end of ντ ∈ [0.02, 0.5] where it "
        "is least, sum up to -0.328723 (rounded); with the second one at the other end, where it "
        "is greatest, to -0.289324 (cut off)",
        All((
            *(Inequality(bound, "<=", term, LINE) for term, bound in zip(
                terms(-EDGE, *[u] * 5), terms(-EDGE, HIGH, HIGH, LOW, LOW, LOW), strict=True,
            )),
            rounds_to(BELOW_245[1], "-0.328723", HERE),
            truncates_to(BELOW_245[0], "-0.289324", HERE),
        )), "where the number of (245) comes from",
    ),
    claim(
        "L41.8", "the graph of μ̃(x) at μω = 0.01 with the bounds of Lemma 22 on both sides, for "
        "x ∈ [0, 1], in the caption [0, 3] (Figure A6)",
        All((
            Inequality(figure(4 / pi, Rational(2)), "<", MEAN.subs(v, EDGE), FIGURE),
            Inequality(MEAN.subs(v, EDGE), "<", figure(Rational(2), 4 / pi), FIGURE),
        )),
        stand_in="that μ̃ lies between the bounds, for x ∈ [0.001, 3]: at x = 0 they are not "
        "defined",
    ),
    *inference("L41.8", "Lemma 22 for the arguments of both erfc, which are > 0", "L22",
               chain(FIGURE, 0, "<", Z[0], "<", Z[1])),
    claim(
        "L41.7", "for ντ → 0 the three terms of (241) with erfc and exp vanish, and 2μω·½λ remains",
        All((*REMAIN, equal(2 * (alpha * exp(v) - alpha - v), 0, NEGATIVE))),
        defect=Defect.DOMAIN, repeats="L41.1",
        note="for μω < 0 both erfc tend to 2, and the three terms to 2(αe^{μω} - α - μω): refuted "
        "on the domain of (244), (245); on that of L41 as printed, μ = ω = -0.1, so μω = 0.01, it "
        "is true",
    ),
    claim(
        "L41.7c", "for ντ → 0 and μω ≠ 0 each of the three terms of (241) with erfc and exp "
        "vanishes if 0 < μω ⩽ 0.01, and their sum tends to 2(αe^{μω} - α - μω) if "
        "-0.01 ⩽ μω < 0", All(REMAIN),
    ),
    *inference(
        "L41.7", "Lemma 21: erfc tends to 0 at ∞, so both of its arguments have to tend to ∞; the "
        "greater one is not even positive for μω < -ντ, for μω > 0 both tend to ∞", "L21 L41.2",
        Inequality(0, "<", (v + u) / (sqrt(2) * sqrt(u)),
                   Box({u: ("0.001", "0.5"), v: ("-0.01", "0.01")})),
        All((
            Unbounded(0, v * sqrt(t / 2), POSITIVE),
            Unbounded(v * sqrt(t / 2), (v + 1 / t) / sqrt(2 / t), POSITIVE),
            Vanishes(exp(-(q * sqrt(t / 2)) ** 2), t, SMALL),
        )),
    ),
)
