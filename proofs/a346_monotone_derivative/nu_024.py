"""Lemma 46 (b) for ν = 0.24 and τ ⩾ 0.9: the chain (328)–(332)."""

from sympy import sqrt

from fixedpoint.claims import All, Defect, Identity, Inequality, NotFormal

from ..a344_small_variance.small_variance import FALLS, falls
from ..paper import HERE, claim, inference, own, repaired, tau
from .chain import MOST, Chain
from .lines import number, poly, rounding, rounds, shown
from .short_chain import Printed

EXPANSION = {
    (0, 0): {3: "-5.81185e6", 5: "-1.67707e6", 7: "-3.44998e7", 4: "422935", 2: "26433.4",
             1: "415.94", 0: "367.131"},
    (1, 0): {3: "-3.42607e6", 5: "-836198", 2: "5202.68", 1: "480.268", 0: "108.389"},
    (0, 1): {3: "1.72711e6", 5: "611410", 2: "2601.34", 1: "-592.138", 0: "108.389"},
    (1, 1): {3: 2880 * sqrt(3), 1: -40 * sqrt(3), 0: 32},
}
MULTIPLIED = {
    (1, 1): {3: "-250764", 5: "1.8055e7", 2: "115823"},
    (0, 1): {6: "5.20199e7", 4: "1.46946e8", 1: "238086"},
    (1, 0): {6: "-3.55709e7", 4: "-1.45741e8", 1: "304097"},
}
SUMS = {3: "-9.02866e6", 5: "2.29933e8", 7: "-3.44998e7", 6: "-3.5539e7", 4: "-3.19193e8",
        2: "1.48578e6", 1: "2.09884e6", 0: "33874"}
C = Chain(
    k=24, least="0.9", tops=(192 * tau * (3 * tau + 25) - 1, 192 * tau * (12 * tau + 25) - 1),
    tail=72 * tau - 1, error=("14", "32"), gap=32, expansion=EXPANSION, radicand="40674.8",
    values={(1, 0): "7148.69", (0, 1): "2798.31", (0, 0): "33874"},
    shifts=(("22.561", "0.0000769518"), ("5.66103", "0.0000766694")),
    ratio_shift="0.0000769518", multiplied=MULTIPLIED,
)
PRINTED = "1", "1.0001", "1.0001"
"""What stands for the small shifts under W₂₄ and W₄₈, and in the product of both."""
EXACT = 1, C.factor, C.factor
SUMS_EXACT = C.sums(EXACT)

LEAD, SQUARE = "-5.09079e6", "-6.21197e7"
RAISED = {3: LEAD, **{p: c for p, c in SUMS.items() if p > 3}}
LAST = {3: LEAD, 7: "-3.44998e7", 6: "-3.5539e7", 4: SQUARE}
AT_END = {p: number(c) for p, c in RAISED.items() if p != 5}
AT_END[4] += number(SUMS[5]) * sqrt(MOST)
"""The line with √1.25/√τ before its τ^{5/2}."""
P = Printed(C, 38, 328)
STEPS = P.steps(1, 12)
ROUNDED = (42, 44, 47, 48, 49, 50)
SQUARE_EXACT = SUMS_EXACT[4] + SUMS_EXACT[5] * sqrt(MOST)

CLAIMS = (
    claim(
        "L46.38", P.function_text(""), P.function(1), defect=Defect.MISPRINT, repeats="L46.23",
        note="the factor 2 of the second term is lost; (329) has it",
    ),
    claim("L46.38c", P.function_text("2 "), Identity(C.tau_f(), C.in_gaussian)),
    *P.opening(),
    claim("L46.41", P.chain_text("Δ₂₄Δ₄₈"), All((C.step_1, C.factored))),
    *inference("L46.41", "E < 32; the rest are equations", "L46.39 L46.40",
               NotFormal("the bound of L46.40 is the gap that is added")),
    *P.expansion("", ""),
    claim("L46.45", P.removed_text("1.0001"), C.removes(PRINTED)),
    *inference(
        "L46.45", "root by root, by the sign of what stands before it, and L46.46 with "
        "1.0000962 ⩽ 1.0001", "L46.43 L46.44 L46.46",
        All((C.shrinks(PRINTED), Inequality("1.0000962", "<=", "1.0001", HERE))),
    ),
    claim(
        "L46.46", "(0.8 + 0.0000769518)/0.8 < 1.0000962, thus τ + 0.0000766694 < τ + 0.0000769518 "
        "⩽ 1.0000962 τ for τ ⩾ 0.8",
        All((Inequality(C.factor, "<", "1.0000962", HERE),
             C.shifted("0.0000766694", "1.0000962"))),
    ),
    claim(
        "L46.47", P.multiplied_text(), C.multiplies(EXACT),
        note="1.0001 as the rounding of L46.46; 1.0001 itself gives 1.80551·10^7, -250765 and "
        "5.202·10^7; and the printed numbers of the line before make 238085",
    ),
    rounding("L46.47", C.without(PRINTED), C.products, "100000", C.box),
    *P.ends(10, False),
    rounding("L46.48", C.ends, poly(SUMS), "100000", C.box),
    claim(
        "L46.49", f"this is {shown(SUMS)}, and at most itself with 33874 τ^{{3/2}}/0.9^{{3/2}}, "
        "1.48578·10^6 √τ τ/√0.9 and 2.09884·10^6 τ√τ/0.9 for the terms in 1, τ and √τ, which is "
        f"{shown(RAISED)}",
        All((C.collects(EXACT, SUMS), C.lifts(SUMS), C.sums_up(SUMS_EXACT, LEAD))),
        note="the line with its powers collected is not printed by itself",
    ),
    *inference("L46.49", "τ ⩾ 0.9, and these coefficients are positive; their sum", "L46.48",
               All((C.raises(SUMS), rounds(C.lead(SUMS_EXACT), LEAD)))),
    rounding("L46.49", C.lifted(SUMS), poly(RAISED), "10000", C.box),
    claim(
        "L46.50", "this is at most itself with 2.29933·10^8 √1.25 τ^{5/2}/√τ for its term in "
        f"τ^{{5/2}}, which is {shown(LAST)} < 0",
        All((
            Inequality(poly(RAISED), "<=", poly(AT_END), C.box), rounds(SQUARE_EXACT, SQUARE),
            Inequality(poly(LAST), "<", 0, C.box),
        )),
        note="from the line before without roundings; the printed numbers make -6.21201·10^7",
    ),
    *inference("L46.50", "τ ⩽ 1.25; the sum before τ²; all coefficients are negative", "L46.49",
               All((
                   Inequality(tau, "<=", MOST, C.box), Inequality(0, "<", number(SUMS[5]), HERE),
                   rounds(SQUARE_EXACT, SQUARE),
                   *(Inequality(number(c), "<", 0, HERE) for c in LAST.values()),
               ))),
    rounding("L46.50", poly(AT_END), poly(LAST), "10000", C.box),
    claim(
        "L46.51", "∂(τF)/∂τ < 0 for ν = 0.24, μ, ω ∈ [-0.1, 0.1], τ ∈ [0.9, 1.25] (332)",
        falls(FALLS[2]),
    ),
    *inference("L46.51", "the chain is for y = 0.01: there ∂(τF)/∂τ would have to be greatest",
               STEPS, C.largest_at),
    own(
        "L46.51_repair", "for ν = 0.24 ∂(τF)/∂τ decreases in y ∈ [-0.01, 0.01], and exceeds its "
        "value at y = 0.01 by less than 0.0033", C.varies("0.0033"), "how ∂(τF)/∂τ varies with y",
    ),
    repaired(
        "L46.51", "the last line with all that was rounded, over the denominators of (330) and "
        "(329), is below -0.0033",
        f"{STEPS} {' '.join(f'L46.{i}_rounding' for i in ROUNDED)} L46.51_repair",
        C.negative(poly(LAST), "420000", "0.0033"),
    ),
)
