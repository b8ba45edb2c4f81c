"""Lemma 46 (b) for ν = 0.16: the chain (323)–(327)."""

from sympy import Expr, Rational, sqrt

from fixedpoint.claims import All, Defect, Identity, Inequality, equal, magnitude

from ..a344_small_variance.small_variance import FALLS, falls
from ..paper import HERE, claim, inference, own, repaired, tau
from .chain import MOST, Chain
from .lines import Terms, number, poly, rounding, rounds, shown
from .short_chain import Printed

EXPANSION = {
    (0, 0): {3: "-3.16357e6", 5: "-608588", 7: "-8.34635e6", 4: "117482", 2: "11013.9",
             1: "339.614", 0: "229.457"},
    (1, 0): {3: "-1.86491e6", 5: "-303446", 2: "2167.78", 1: "392.137", 0: "67.7432"},
    (0, 1): {3: "940121", 5: "221873", 2: "1083.89", 1: "-483.478", 0: "67.7432"},
    (1, 1): {3: 1920 * sqrt(2), 1: -40 * sqrt(2), 0: 20},
}
MULTIPLIED = {
    (1, 1): {3: "-91003", 5: "4.36814e6", 2: "32174.4"},
    (0, 1): {6: "1.25852e7", 4: "5.33261e7", 1: "56165.1"},
    (1, 0): {6: "-8.60549e6", 4: "-5.28876e7", 1: "91200.4"},
}
MULTIPLIED_C = {**MULTIPLIED, (1, 1): {3: "-91003", 5: "4.36816e6", 2: "32174.6"}}
SUMS = {3: "-4.84613e6", 5: "8.01543e7", 7: "-8.34635e6", 6: "-1.13691e7", 4: "-1.44725e8",
        2: "594875", 1: "712078", 0: "14376.6"}
SUMS_C = {**SUMS, 3: "-4.84614e6", 5: "8.01547e7", 2: "594878"}
C = Chain(
    k=16, least="0.8", tops=(128 * tau * (2 * tau + 25) - 1, 128 * tau * (8 * tau + 25) - 1),
    tail=48 * tau - 1, error=("1.1", "12"), gap=20, expansion=EXPANSION, radicand="27116.5",
    values={(1, 0): "3215.89", (0, 1): "990.171", (0, 0): "14376.6"},
    shifts=(("33.8415", "0.000115428"), ("8.49155", "0.000115004")),
    ratio_shift="0.00011542", multiplied=MULTIPLIED,
)
# What stands for the small shifts under W₁₆ and W₃₂, and in the product of both.
PRINTED, CORRECTED = ("1", "1.00014", "1.00014"), ("1", "1.00015", "1.00015")
OVER_26 = equal(*C.over(C.delta(2, C.w(2)) ** 2), C.box)
"""(325) with its common denominator as printed."""
SHARPER = "1.00009", "1.00015", "1.00015"
EXACT = 1, C.factor, C.factor
SUMS_EXACT = C.sums(EXACT)

LEAD, LEAD_C = "-3.1311e6", "-3.27086e6"
SQUARE, SQUARE_C = "-5.51094e7", "-5.5109e7"
P = Printed(C, 23, 323)
STEPS = P.steps(1, 13)
ROUNDED = (27, 29, 32, 34, 36)
SQUARE_EXACT = SUMS_EXACT[4] + SUMS_EXACT[5] * sqrt(MOST)


def raised(sums: Terms, lead: str) -> Terms:
    """The line with its lower powers of √τ raised."""
    return {3: lead, **{p: c for p, c in sums.items() if p > 3}}


def at_end(line: Terms) -> Expr:
    """The line with √1.25/√τ before its τ^{5/2}."""
    rest = {p: c for p, c in line.items() if p != 5}
    return poly(rest) + number(line[5]) * sqrt(MOST) * tau**2


def last(line: Terms, square: str) -> Terms:
    """The line with its terms in τ² together."""
    return {p: c for p, c in line.items() if p not in (4, 5)} | {4: square}


def raises_35(sums: Terms, lead: str) -> All:
    """The lower powers raised, and the printed sum of their coefficients."""
    return All((C.lifts(sums), C.sums_up(SUMS_EXACT, lead)))


def last_36(line: Terms, square: str) -> All:
    """√1.25/√τ before τ^{5/2}; the coefficient of τ² then; the line is negative."""
    return All((
        Inequality(poly(line), "<=", at_end(line), C.box), rounds(SQUARE_EXACT, square),
        Inequality(poly(last(line, square)), "<", 0, C.box),
    ))


def step_36(line: Terms, square: str) -> All:
    """τ ⩽ 1.25; the coefficient of τ²; all are negative."""
    return All((
        Inequality(tau, "<=", MOST, C.box), Inequality(0, "<", number(line[5]), HERE),
        rounds(SQUARE_EXACT, square),
        *(Inequality(number(c), "<", 0, HERE) for c in last(line, square).values()),
    ))


RAISED, RAISED_C = raised(SUMS, LEAD), raised(SUMS_C, LEAD_C)
LAST, LAST_C = last(RAISED, SQUARE), last(RAISED_C, SQUARE_C)


CLAIMS = (
    claim(
        "L46.23", P.function_text(""), P.function(1), defect=Defect.MISPRINT,
        note="the factor 2 of the second term is lost, with a dot; (324) has it",
    ),
    claim("L46.23c", P.function_text("2 "), Identity(C.tau_f(), C.in_gaussian)),
    *P.opening(),
    claim(
        "L46.26", P.chain_text("Δ₃₂Δ₃₂"),
        All((C.step_1, C.pulled_out, OVER_26)),
        defect=Defect.MISPRINT, note="the common denominator is Δ₁₆Δ₃₂",
    ),
    claim("L46.26c", P.chain_text("Δ₁₆Δ₃₂"), All((C.step_1, C.factored))),
    *inference("L46.26", "E < 12 ⩽ 20; the rest are equations", "L46.24 L46.25",
               *(All((Inequality(C.error[1], "<=", C.gap, HERE), *equations))
                 for equations in ((C.pulled_out, OVER_26), (C.factored,)))),
    *P.expansion("; the printed ones make 990.170 and 14376.5",
                 "from the number that L46.27 rounds; 27116.5 makes 8.49154"),
    claim("L46.30", P.removed_text("1.00014"), C.removes(PRINTED)),
    *inference(
        "L46.30", "root by root, by the sign of what stands before it and L46.31; with the factor "
        "of L46.31c the line is greater", "L46.28 L46.29 L46.31", C.shrinks(PRINTED, "1.00014"),
        All((C.shrinks(CORRECTED),
             Inequality(C.without(CORRECTED), "<=", C.without(PRINTED), C.box))),
    ),
    own(
        "L46.30_repair", "1.00009 τ ⩽ τ + 0.000115428 for τ ∈ [0.8, 1.25]",
        Inequality(Rational(SHARPER[0]) * tau, "<=", tau + Rational("0.000115428"), C.box),
        "the small shift under the root with the negative factor",
    ),
    repaired(
        "L46.30", "with 1.00009 under the root before which the factor is negative",
        "L46.28 L46.29 L46.31 L46.30_repair",
        All((C.shrinks(SHARPER, "1.00009"),
             Inequality(C.without(SHARPER), "<=", C.without(PRINTED), C.box))),
    ),
    claim(
        "L46.31", "(0.8 + 0.00011542)/0.8 < 1.000142, thus τ + 0.000115004 < τ + 0.00011542 ⩽ "
        "1.00014 τ for τ ⩾ 0.8",
        All((Inequality(C.factor, "<", "1.000142", HERE), C.shifted("0.000115004", "1.00014"))),
        defect=Defect.CONSTANT, note="the ratio is 1.000144275",
    ),
    claim(
        "L46.31c", "(0.8 + 0.00011542)/0.8 < 1.000145, thus τ + 0.000115004 < τ + 0.00011542 ⩽ "
        "1.00015 τ for τ ⩾ 0.8",
        All((Inequality(C.factor, "<", "1.000145", HERE), C.shifted("0.000115004", "1.00015"))),
    ),
    claim(
        "L46.32", P.multiplied_text(), C.multiplies(EXACT), defect=Defect.SLIP,
        note="1.00014 as the rounding of L46.31 gives 4.36816·10^6 and 32174.6 in the product of "
        "the roots; the printed are those for 1.00014 itself, which for W₃₂ alone would give "
        "5.3326·10^7 and 56164.9, or for 0.000111542 in place of 0.00011542 there",
    ),
    claim("L46.32c", P.multiplied_text(MULTIPLIED_C), C.multiplies(EXACT, MULTIPLIED_C)),
    rounding("L46.32", C.without(PRINTED), C.products, "100000", C.box),
    *P.ends(10, True),
    claim(
        "L46.34", f"this is {shown(SUMS)}", C.collects(EXACT, SUMS), defect=Defect.SLIP,
        repeats="L46.32", note="4.01 units of the last digit of 8.01543·10^7 off, as L46.32 is",
    ),
    claim("L46.34c", f"this is {shown(SUMS_C)}", C.collects(EXACT, SUMS_C)),
    rounding("L46.34", C.ends, poly(SUMS), "100000", C.box),
    claim(
        "L46.35", "this is at most itself with 14376.6 τ^{3/2}/0.8^{3/2}, 594875 √τ τ/√0.8 and "
        f"712078 τ√τ/0.8 for the terms in 1, τ and √τ, which is {shown(RAISED)}",
        raises_35(SUMS, LEAD), defect=Defect.SLIP,
        note="the sum is -3.27086·10^6; -3.1311·10^6 is that with 114376.6 in place of 14376.6",
    ),
    claim(
        "L46.35c", "this is at most itself with the terms in 1, τ and √τ raised to τ^{3/2}, which "
        f"is {shown(RAISED_C)}", raises_35(SUMS_C, LEAD_C),
    ),
    *inference("L46.35", "τ ⩾ 0.8, and these coefficients are positive; their sum", "L46.34",
               *(All((C.raises(sums), rounds(C.lead(SUMS_EXACT), lead)))
                 for sums, lead in ((SUMS, LEAD), (SUMS_C, LEAD_C)))),
    own(
        "L46.35_slip", "the slip of L46.35, 114376.6 for 14376.6, and its rounded numbers change "
        "the line by less than 200000",
        magnitude(C.lifted(SUMS) - poly(RAISED), "<", "200000", C.box),
        "what the slip in the sum changes",
    ),
    claim(
        "L46.36", "this is at most itself with 8.01543·10^7 √1.25 τ^{5/2}/√τ for its term in "
        f"τ^{{5/2}}, which is {shown(LAST)} < 0", last_36(RAISED, SQUARE), defect=Defect.SLIP,
        repeats="L46.32", note="-5.5109·10^7 without the slip; a second 2 follows τ²",
    ),
    claim(
        "L46.36c", "this is at most itself with √1.25 τ^{5/2}/√τ for τ^{5/2}, which is "
        f"{shown(LAST_C)} < 0", last_36(RAISED_C, SQUARE_C),
    ),
    *inference("L46.36", "τ ⩽ 1.25; the sum before τ²; all coefficients are negative", "L46.35",
               step_36(RAISED, SQUARE), step_36(RAISED_C, SQUARE_C)),
    rounding("L46.36", at_end(RAISED), poly(LAST), "10000", C.box),
    claim(
        "L46.37", "∂(τF)/∂τ < 0 for ν = 0.16, μ, ω ∈ [-0.1, 0.1], τ ∈ [0.8, 1.25] (327)",
        falls(FALLS[1]),
    ),
    *inference(
        "L46.37", "the chain is for y = 0.01: there ∂(τF)/∂τ would have to be greatest", STEPS,
        *[C.largest_at] * 2,
    ),
    own(
        "L46.37_repair", "for ν = 0.16 ∂(τF)/∂τ decreases in y ∈ [-0.01, 0.01], and exceeds its "
        "value at y = 0.01 by less than 0.0033", C.varies("0.0033"), "how ∂(τF)/∂τ varies with y",
    ),
    repaired(
        "L46.37", "the printed lines with the lower powers of √τ raised, and with √1.25/√τ; the "
        "last with all that was rounded and the slip of L46.35, over the denominators of (325) "
        "and (324), is below -0.0033",
        f"{STEPS} {' '.join(f'L46.{i}_rounding' for i in ROUNDED)} L46.35_slip L46.37_repair",
        All((
            C.lifts(SUMS), Inequality(poly(RAISED), "<=", at_end(RAISED), C.box),
            C.negative(poly(LAST), "610000", "0.0033"),
        )),
    ),
)
