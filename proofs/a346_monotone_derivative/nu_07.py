"""Lemma 46 (b) for ν = 0.7: the chain (314)–(322)."""

from sympy import Expr, Rational, Symbol, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    NotFormal,
)

from ..a344_small_variance.small_variance import FALLS, falls
from ..paper import HERE, claim, inference, own, repaired, tau
from .chain import LEAST, Chain
from .lines import ROOT, Terms, number, poly, rounding, rounds, shown, shown_line, total

EXPANSION = {
    (0, 0): {3: "-2.89498e7", 5: "-2.43651e7", 7: "-1.46191e9", 4: "2.24868e7", 2: "481860",
             1: "710.354", 0: "2294.57"},
    (1, 0): {3: "-1.70658e7", 5: "-1.21486e7", 2: "94840.5", 1: "820.213", 0: "677.432"},
    (0, 1): {3: "8.60302e6", 5: "8.8828e6", 2: "47420.2", 1: "-1011.27", 0: "677.432"},
    (1, 1): {3: 4200 * sqrt(35), 1: -20 * sqrt(35), 0: 200},
}
MULTIPLIED = {
    (1, 1): {3: "-3.64296e6", 5: "7.65021e8", 2: "6.15772e6"},
    (0, 1): {6: "2.20425e9", 4: "2.13482e9", 1: "1.46527e7"},
    (1, 0): {6: "-1.5073e9", 4: "-2.11738e9", 1: "1.49066e7"},
}
SUMS = {3: "-4.84561e7", 5: "4.07198e9", 7: "-1.46191e9", 6: "-4.66103e8", 4: "-2.34999e9",
        2: "3.29718e7", 1: "6.97241e7", 0: "605413"}
C = Chain(
    k=70, least="0.8", tops=(700 * tau * (7 * tau + 20) - 1, 2800 * tau * (7 * tau + 5) - 1),
    tail=210 * tau - 1, error=("97", "186"), gap=200, expansion=EXPANSION, radicand="118635",
    values={(1, 0): "120145", (0, 1): "59048.2", (0, 0): "605413"},
    shifts=(("7.73521", "0.0000263835"), ("1.94093", "0.0000262866")),
    ratio_shift="0.000026383", multiplied=MULTIPLIED,
)
# The factors that stand for the small shifts under W₇₀ and W₁₄₀, and in the product of both.
PRINTED, MOVED = ("1.00003", "1", "1.00003"), ("1", "1.00003", "1.00003")
CORRECTED, SHARPER = ("1", "1.00004", "1.00004"), ("1.00002", "1.00004", "1.00004")
AS_PRINTED, EXACT = (C.factor, 1, C.factor), (1, C.factor, C.factor)

LEAD, CONSTANT, LAST = "7.64087e7", "-2.26457e9", "-4.14199e7"
AFTER_18 = {3: LEAD, **{p: c for p, c in SUMS.items() if p > 3}}
PHI = {3: "-1.46191e9", 1: "4.07198e9", 2: "-4.66103e8", 0: CONSTANT}
PHI_1 = {1: "-2.19286e9", -1: "2.03599e9", 2: "-4.66103e8"}
PHI_2 = {-3: "-1.01799e9", -1: "-1.09643e9"}

# The same without roundings.
SUMS_EXACT = C.sums(EXACT)
LEAD_EXACT = C.lead(SUMS_EXACT)
PHI_EXACT = {3: SUMS_EXACT[7], 1: SUMS_EXACT[5], 2: SUMS_EXACT[6],
             0: SUMS_EXACT[4] + LEAD_EXACT / sqrt(LEAST)}
W70, W140 = C.printed_w(1), C.printed_w(2)
w = Symbol("w", real=True)


def raised(lead: Expr, terms: Terms) -> Expr:
    """The line of L46.18 with √τ/√0.8 inserted before its τ^{3/2}."""
    higher = {p: c for p, c in terms.items() if p > 3}
    return poly(higher) + lead * ROOT / sqrt(LEAST) * ROOT**3


def slope(terms: Terms) -> Terms:
    """The derivative of a polynomial in √τ, with powers from -3 on."""
    return {p - 2: number(c) * Rational(p, 2) for p, c in terms.items() if p}


def phi_21() -> All:
    """(318)–(321): φ, its derivatives with rounded coefficients, their signs."""
    first = slope(PHI_EXACT)
    second = slope(first)
    # φ' = √τ q(1/√τ), and q < 0 up to 1.12 > 1/√0.8
    q = number(PHI_1[1]) + number(PHI_1[-1]) * w**2 + number("-4.66103e8") * w
    return All((
        Derivative(poly(PHI_EXACT), tau, poly(first)),
        Derivative(poly(first), tau, poly(second)),
        rounds(first[1], PHI_1[1]), rounds(first[-1], PHI_1[-1]), rounds(first[0], "-4.66103e8"),
        rounds(second[-3], PHI_2[-3]), rounds(second[-1], PHI_2[-1]),
        Inequality(poly(PHI_2), "<", 0, C.box),
        rounds(poly(first).subs(tau, LEAST), "-1.51154e8"),
        Identity(derivative_21(), ROOT * q.subs(w, 1 / ROOT)),
        Inequality(q, "<", 0, Box({w: (0, "1.12")})),
        Inequality(1 / sqrt(LEAST), "<", "1.12", HERE),
        Monotone(poly(PHI), tau, "decreasing", C.box),
    ))


def derivative_21() -> Expr:
    """φ' as printed."""
    return number("-2.19286e9") * ROOT + number("2.03599e9") / ROOT - number("4.66103e8")


STEPS = " ".join(f"L46.{i}" for i in range(4, 22))
ROUNDED = ("8", "11", "14", "16", "18", "19", "20")
LINE_8 = shown_line(EXPANSION, "W₇₀", "W₁₄₀")
LINE_14 = f"{shown_line(MULTIPLIED, '√(τ + 7.73521)', '√(τ + 1.94093)')} + {shown(C.constant)}"

CLAIMS = (
    claim(
        "L46.3", "for ν = 0.7, y = 0.01: τF = τ (e^{z₁²} erfc z₁ - 2 e^{z₂²} erfc z₂), "
        "z₁ = (7τ/10 + 1/100)/(√2 √(7τ/10)), z₂ = (2·7τ/10 + 1/100)/(√2 √(7τ/10)) (314)",
        Identity(C.tau_f(), C.in_gaussian),
    ),
    claim(
        "L46.4", "∂(τF)/∂τ = (√π (e^{(70τ+1)²/(14000τ)} (700τ(7τ+20) - 1) erfc z₁ - "
        "2 e^{(140τ+1)²/(14000τ)} (2800τ(7τ+5) - 1) erfc z₂) + 20√35 (210τ - 1)√τ)/(14000√π τ), "
        "z₁ = (70τ + 1)/(20√35 √τ), z₂ = (140τ + 1)/(20√35 √τ) (315)", C.derivative,
    ),
    claim(
        "L46.5", "the error E that (260) makes in the numerator of (315) is 97 < E < 186 for "
        "τ ∈ [0.8, 1.25]", C.error_within,
        note="E is the numerator less its approximation: this lies below it",
    ),
    *inference("L46.5", "no derivation: found by numerical computation", "L44.3 L46.4",
               NotFormal("a numerical computation")),
    claim(
        "L46.6", "the numerator of (315) is at most itself with R(z) = 2.911/(√π (2.911 - 1) z + "
        "√(πz² + 2.911²)) for both e^{z²} erfc z, plus 200 (316)", C.step_1,
    ),
    *inference("L46.6", "E < 186 ⩽ 200", "L46.4 L46.5",
               Inequality(C.error[1], "<=", C.gap, HERE)),
    claim(
        "L46.7", "this is ((20√35 (210τ - 1)√τ + 200) Δ₇₀Δ₁₄₀ + 2.911·20√35 √π (700τ(7τ+20) - 1)√τ "
        "Δ₁₄₀ - √π 2·20√35·2.911 (2800τ(7τ+5) - 1)√τ Δ₇₀)/(Δ₇₀Δ₁₄₀), with Δ_k = √π (2.911 - 1)"
        "(kτ + 1) + √((20√35·2.911√τ)² + π(kτ + 1)²): 20√35 √τ is pulled out of both fractions "
        "(316)",
        C.factored,
    ),
    claim(
        "L46.8", f"this numerator is {LINE_8}, with W_k = √(π(kτ + 1)² + 118635 τ) (317)",
        C.expands,
    ),
    rounding("L46.8", C.common(C.w(1), C.w(2)), total(EXPANSION, W70, W140), "1000000", C.box),
    claim(
        "L46.9", "this is at most the same with 820.213√1.25 + 1.25·94840.5 + 677.432 before W₇₀, "
        "-1011.27√0.8 + 1.25·47420.2 + 677.432 before W₁₄₀, and 710.354√1.25 + 1.25·481860 + "
        "2294.57, for their lower powers of √τ", C.inserts,
    ),
    *inference("L46.9", "W₇₀, W₁₄₀ > 0, and each sum is at most that with the ends inserted",
               "L46.8", C.brackets),
    claim(
        "L46.10", "these are 120145., 59048.2 and 605413", C.evaluated,
        note="from the coefficients of L46.8 without roundings; the printed ones make 605413.77",
    ),
    *inference("L46.10", "the values from the coefficients that L46.8 rounds", "L46.8 L46.9",
               C.evaluated),
    claim(
        "L46.11", "W₁₄₀ = √(19600π(τ + 1.94093)(τ + 0.0000262866)), "
        "W₇₀ = √(4900π(τ + 7.73521)(τ + 0.0000263835))", C.factors,
        note="from the number that L46.8 rounds; 118635 makes 7.73522 and 0.0000263834",
    ),
    rounding("L46.11", total(C.inserted(EXPANSION), W70, W140),
             total(C.valued, C.factored_w(1), C.factored_w(2)), "1000000", C.box),
    claim(
        "L46.12", f"{shown_line(C.valued, 'W₇₀', 'W₁₄₀')} is at most the same with "
        "W₁₄₀ = √(19600π(τ + 1.94093)τ), W₇₀ = √(4900π·1.00003(τ + 7.73521)τ), and in their "
        "product W₁₄₀ = √(19600π·1.00003(τ + 1.94093)τ)", C.removes(PRINTED),
        defect=Defect.MISPRINT,
        note="1.00003 stands before the root with the negative factor for the one with the "
        "positive; the numbers of the next line have it there",
    ),
    claim(
        "L46.12c", f"{shown_line(C.valued, 'W₇₀', 'W₁₄₀')} is at most the same with "
        "W₁₄₀ = √(19600π·1.00003(τ + 1.94093)τ), W₇₀ = √(4900π(τ + 7.73521)τ), and in their "
        "product W₇₀ = √(4900π·1.00003(τ + 7.73521)τ)", C.removes(MOVED),
    ),
    *inference(
        "L46.12", "root by root, by the sign of what stands before it and the shift that is "
        "removed; with the factor of L46.13c the line is greater than with 1.00003",
        "L46.10 L46.11 L46.13", C.shrinks(PRINTED, "1.00003"),
        All((C.shrinks(CORRECTED),
             Inequality(C.without(CORRECTED), "<=", C.without(MOVED), C.box))),
    ),
    own(
        "L46.12_repair", "1.00002 τ ⩽ τ + 0.0000263835 for τ ∈ [0.8, 1.25]",
        Inequality(Rational(SHARPER[0]) * tau, "<=", tau + Rational("0.0000263835"), C.box),
        "the small shift under the root with the negative factor",
    ),
    repaired(
        "L46.12", "to L46.12c, with 1.00002 under the root before which the factor is negative",
        "L46.10 L46.11 L46.13 L46.12_repair",
        All((C.shrinks(SHARPER, SHARPER[0]),
             Inequality(C.without(SHARPER), "<=", C.without(MOVED), C.box))),
    ),
    claim(
        "L46.13", "(0.8 + 0.000026383)/0.8 = 1.00003, thus τ + 0.000026286 < τ + 0.000026383 ⩽ "
        "1.00003 τ for τ ⩾ 0.8",
        All((rounds(C.factor, "1.00003"), C.shifted("0.000026286", "1.00003"))),
        defect=Defect.LAST_DIGIT,
        note="1.0000329… was rounded to nearest; 0.000026383 and 0.000026286 are cut off",
    ),
    claim(
        "L46.13c", "(0.8 + 0.000026383)/0.8 = 1.00003, and τ + 0.000026286 < τ + 0.000026383 ⩽ "
        "1.00004 τ for τ ⩾ 0.8",
        All((rounds(C.factor, "1.00003"), C.shifted("0.000026286", "1.00004"))),
    ),
    claim(
        "L46.14", f"the line of L46.12 without shifts is {LINE_14}", C.multiplies(AS_PRINTED),
        defect=Defect.MISPRINT, repeats="L46.12",
        note="the products are those of the line with its factor at the other root",
    ),
    claim(
        "L46.14c", f"the line of L46.12c, with (0.8 + 0.000026383)/0.8 for 1.00003, is {LINE_14}",
        C.multiplies(EXACT),
    ),
    rounding("L46.14", C.without(MOVED), C.products, "1000000", C.box),
    claim(
        "L46.15", "this is at most itself with √(1.25 + 1.94093)√(1.25 + 7.73521) for the product "
        "of the roots, √(1.25 + 1.94093) for √(τ + 1.94093), √(0.8 + 7.73521) for "
        "√(τ + 7.73521)", Inequality(C.products, "<=", C.ends, C.box),
    ),
    *inference("L46.15", "by the signs of what stands before the roots", "L46.14", *[C.signs] * 2),
    claim(
        "L46.16", f"this is {shown(SUMS)}", C.collects(EXACT, SUMS),
        note="from the line before without roundings; the printed numbers make -4.84562·10^7 and "
        "-4.66099·10^8",
    ),
    rounding("L46.16", C.ends, poly(SUMS), "100000", C.box),
    claim(
        "L46.17", "this is at most itself with 605413 τ^{3/2}/0.8^{3/2}, 3.29718·10^7 √τ τ/√0.8 "
        "and 6.97241·10^7 τ√τ/0.8 for the terms in 1, τ and √τ", C.lifts(SUMS),
    ),
    *inference("L46.17", "τ ⩾ 0.8, and these coefficients are positive", "L46.16", C.raises(SUMS)),
    claim(
        "L46.18", f"this is τ^{{3/2}} times a factor, or {shown(AFTER_18)}",
        C.sums_up(SUMS_EXACT, LEAD),
    ),
    rounding("L46.18", C.lifted(SUMS), poly(AFTER_18), "100000", C.box),
    claim(
        "L46.19", "this is at most itself with 7.64087·10^7 √τ/√0.8 for 7.64087·10^7, which is "
        f"τ² φ(τ), φ(τ) = {shown(PHI)}",
        All((
            Inequality(poly(AFTER_18), "<=", raised(number(LEAD), AFTER_18), C.box),
            Identity(raised(LEAD_EXACT, SUMS_EXACT), tau**2 * poly(PHI_EXACT)),
            rounds(PHI_EXACT[0], CONSTANT),
        )),
        note="from the coefficients without roundings; the printed ones make -2.26456·10^9",
    ),
    *inference("L46.19", "τ ⩾ 0.8, and 7.64087·10^7 > 0", "L46.18",
               All((Inequality("0.8", "<=", tau, C.box), Inequality(0, "<", number(LEAD), HERE)))),
    rounding("L46.19", raised(number(LEAD), AFTER_18), tau**2 * poly(PHI), "100000", C.box),
    claim(
        "L46.20", "τ² φ(τ) ⩽ φ(0.8) τ² = -4.14199·10^7 τ² < 0",
        All((
            Inequality(tau**2 * poly(PHI), "<=", poly(PHI).subs(tau, LEAST) * tau**2, C.box),
            rounds(poly(PHI_EXACT).subs(tau, LEAST), LAST),
            Inequality(number(LAST) * tau**2, "<", 0, C.box),
        )),
        note="φ(0.8) is from φ without roundings; the printed coefficients make -4.14204·10^7",
    ),
    *inference("L46.20", "φ is greatest at 0.8; its value there", "L46.19 L46.21",
               All((rounds(poly(PHI_EXACT).subs(tau, LEAST), LAST),
                    Inequality(number(LAST), "<", 0, HERE)))),
    rounding("L46.20", poly(PHI).subs(tau, LEAST) * tau**2, number(LAST) * tau**2, "10000", C.box),
    claim(
        "L46.21", "φ' = -2.19286·10^9 √τ + 2.03599·10^9/√τ - 4.66103·10^8; φ'' = "
        "-1.01799·10^9/τ^{3/2} - 1.09643·10^9/√τ < 0; φ'(0.8) = -1.51154·10^8 < 0; φ is strictly "
        "decreasing for τ ⩾ 0.8 and greatest at 0.8 (318)–(321)", phi_21(),
        note="φ'(0.8) is from φ without roundings; the printed coefficients make -1.51151·10^8",
    ),
    claim(
        "L46.22", "∂(τF)/∂τ < 0 for ν = 0.7, μ, ω ∈ [-0.1, 0.1], τ ∈ [0.8, 1.25] (322)",
        falls(FALLS[0]),
    ),
    *inference(
        "L46.22", "the chain is for y = 0.01: there ∂(τF)/∂τ would have to be greatest", STEPS,
        *[C.largest_at] * 2,
    ),
    own(
        "L46.22_repair", "for ν = 0.7 ∂(τF)/∂τ decreases in y ∈ [-0.01, 0.01], and exceeds its "
        "value at y = 0.01 by less than 0.0021", C.varies("0.0021"), "how ∂(τF)/∂τ varies with y",
    ),
    repaired(
        "L46.22", "-4.14199·10^7 τ² with all that was rounded, over the denominators of (316) and "
        "(315), is below -0.0021",
        f"{STEPS} {' '.join(f'L46.{i}_rounding' for i in ROUNDED)} L46.22_repair",
        C.negative(number(LAST) * tau**2, "3310000", "0.0021"),
    ),
)
