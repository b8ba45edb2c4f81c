"""Section A3.4.5, Lemma 20, Eqs. 141–142: the errors of 𝒥, μ̃ and S, in all orders of ε.

Two things are kept apart here: how far an exact value moves when μ, ω, ν, τ do, and what follows
from the printed errors of its parts. What an evaluation with roundings can be off is in `rounded`.
"""

from collections.abc import Mapping
from typing import Any

from sympy import Rational, erfc, exp, pi, sqrt, symbols

from fixedpoint.claims import All, Box, Claim, Defect, Identity, Monotone, NotFormal, magnitude

from ..a341_jacobian.jacobian import J11, ON_OMEGA_J, SECOND_FORM
from ..paper import (
    ANY,
    OMEGA_J,
    J,
    alpha,
    claim,
    in_layer,
    inference,
    lam,
    mean,
    omega,
    own,
    repaired,
    tau,
    u,
    v,
)
from .errors import EPSILON, Errors, moves_less, s
from .expressions import off_by_less
from .rounded import DOMAIN, IN_NET

ENTRIES = dict(zip(("𝒥₁₁", "𝒥₁₂", "𝒥₂₁", "𝒥₂₂", "μ̃"), (*J, mean), strict=True))
LETTERS = dict(zip(ENTRIES, ON_OMEGA_J, strict=True))
PRINTED = dict(zip(ENTRIES, (6, 78, 189, 405, 52), strict=True))
LEFT_OUT = "for errors of ε in μ, ω, ν, τ only; those of 2, α, λ, π and all roundings are in "
SIMPLE, COMPOUND = (" ".join(f"L20.{n}" for n in range(*ids)) for ids in ((3, 16), (16, 23)))


Y, X, E, AT_A, C, ROOT, ROOT_2, TWO, PI, AL, LA = symbols(
    "y x expo erfcA erfcC root rooted two pie al la", real=True
)
r = sqrt(2) * sqrt(u)
GIVEN: Errors = {
    Y: (v, Rational("0.2") + EPSILON), X: (u, 3), E: (exp(v + u / 2), "5.7"),
    AT_A: (erfc((v + u) / r), 10), C: (erfc(v / r), "0.3"), ROOT: (sqrt(u), "1.875"),
    ROOT_2: (r, "3.5"), TWO: (2, 1), PI: (pi, 1), AL: (alpha, 1), LA: (lam, 1),
    omega: (omega, 1), tau: (tau, 1),
}
"""The printed errors of the simple expressions, L20.3_exact for the first; ε for the rest."""
TAIL, BELL = E * AT_A, exp(-(Y**2) / (2 * X))
WIDE = exp(2 * Y + 2 * X) * erfc((Y + 2 * X) / ROOT_2)
IN_Y_X = dict(zip(ENTRIES, IN_NET.values(), strict=True))
FORMS = dict(zip(ENTRIES, (
    LA * omega / 2 * (AL * TAIL - C + 2),
    LA * tau / 4 * (AL * TAIL - (AL - 1) * sqrt(TWO / (PI * X)) * BELL),
    LA**2 * omega * (AL**2 * WIDE - AL**2 * TAIL + Y * (2 - C) + sqrt(TWO / PI) * ROOT * BELL),
    LA**2 * tau / 2 * (2 * AL**2 * WIDE - AL**2 * TAIL - C + 2),
    LA / 2 * (AL * TAIL - (AL + Y) * C + sqrt(TWO / PI) * ROOT * BELL + 2 * Y),
), strict=True))
"""The entries of 𝒥 and μ̃ by (62) and (4) in these letters."""


def by_parts(name: str, bound: Any) -> All:
    """An entry is off by less than this many ε, with the printed errors of its parts."""
    at_parts = FORMS[name].xreplace({w: pair[0] for w, pair in GIVEN.items()})
    return All((
        Identity(at_parts, IN_Y_X[name]), *moves_less(FORMS[name], bound, GIVEN, DOMAIN).parts,
    ))


def propagated(errors: Mapping[str, int]) -> All:
    """S is off by less than 292ε if the entries of 𝒥 and μ̃ have these errors."""
    pairs = zip(ON_OMEGA_J.items(), errors.values(), strict=True)
    return moves_less(SECOND_FORM, 292, {w: (f, e) for (w, f), e in pairs}, OMEGA_J)


def entry(id: str, name: str, equation: str) -> tuple[Claim, ...]:
    """The printed error of an entry of 𝒥 or of μ̃, and its step."""
    f, printed = ENTRIES[name], PRINTED[name]
    same = [Identity(in_layer(IN_Y_X[name]).subs(ANY), f.subs(ANY))]
    same += [Identity(J11.subs(ANY), f.subs(ANY))] if name == "𝒥₁₁" else []
    by_rules = by_parts(name, printed)
    text = {
        "𝒥₁₁": "Δ(𝒥₁₁) = Δ(½λω(αe^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ))) - erfc(μω/(√2√(ντ))) + 2)) "
        "< 6ε (141)"
    }.get(name, f"Δ({name}) < {printed}ε")
    return (
        claim(id, text, All((*same, *off_by_less(f, printed).parts)),
              stand_in=f"{LEFT_OUT}L20_entries"),
        *inference(
            id, "the printed errors of the simple expressions, that of μω with ε² (L20.3_exact), "
            "and of ε in α, λ, π, 2, at each point", f"{equation} L19.9 {SIMPLE}",
            by_rules, by_rules,
        ),
    )


SAME = NotFormal("the same statement")
AS_71 = SECOND_FORM.xreplace(ON_OMEGA_J)
J22 = list(ON_OMEGA_J)[3]
ALONE = Monotone(
    SECOND_FORM.xreplace({**ON_OMEGA_J, J22: ON_OMEGA_J[J22] + 405 * EPSILON * s})
    - 292 * EPSILON * s, s, "increasing", Box({**OMEGA_J, s: (0, 1)}),
)
"""S at 𝒥₂₂ + 405ε is more than 292ε above S at 𝒥₂₂."""

CLAIMS = (
    claim(
        "L20", "if μ, ω, ν, τ have a precision of ε, S evaluated by (62) and (71) has a precision "
        "better than 292ε on Ω_J", off_by_less(AS_71, 292),
        stand_in=f"ε = 2⁻⁵², as everywhere here; {LEFT_OUT}L20_rounded",
    ),
    *inference("L20", "the bound of (142)", f"{SIMPLE} {COMPOUND}",
               SAME, SAME),
    *entry("L20.16", "𝒥₁₁", "JAC.3"),
    *entry("L20.17", "𝒥₁₂", "JAC.4"),
    *entry("L20.18", "𝒥₂₁", "JAC.5"),
    *entry("L20.19", "𝒥₂₂", "JAC.6"),
    *entry("L20.20", "μ̃", "A1.6"),
    claim(
        "L20.21", "bounds on |𝒥ᵢⱼ| and |μ̃| by Lemmas 6, 7 and 9: |𝒥₁₁| ⩽ 0.104497, "
        "|𝒥₁₂| ⩽ 0.194145, |μ̃| < 0.087653 on Ω_J",
        All((
            magnitude(J[0, 0], "<=", "0.104497", OMEGA_J),
            magnitude(J[0, 1], "<=", "0.194145", OMEGA_J),
            magnitude(mean, "<", "0.087653", OMEGA_J),
        )),
        note="these three are the factors of products in (71); no lemma cited bounds 𝒥₂₁ or 𝒥₂₂",
    ),
    *inference("L20.21", "Lemmas 6, 7 and 9", "L6 L7 L9", SAME, SAME),
    claim(
        "L20.22", "Δ(S) = Δ(½(√((𝒥₁₁ + 𝒥₂₂ - 2μ̃𝒥₁₂)² + (𝒥₂₁ - 2μ̃𝒥₁₁ - 𝒥₁₂)²) + "
        "√((𝒥₁₁ - 𝒥₂₂ + 2μ̃𝒥₁₂)² + (𝒥₁₂ + 𝒥₂₁ - 2μ̃𝒥₁₁)²))) < 292ε (142)",
        off_by_less(AS_71, 292), defect=Defect.STEP, stand_in=f"{LEFT_OUT}L20_rounded",
        note="∂S/∂𝒥₂₂ is nearly 1, so that an error of 405ε in 𝒥₂₂ alone makes more than 292ε in S "
        "(L20.22_alone); the rules give less than 130ε in 𝒥₂₂, and with that they give 292ε",
    ),
    *inference(
        "L20.22", "S by (71) at each point, with the printed errors of 𝒥ᵢⱼ and μ̃", "JAC.8 L20.16 "
        "L20.17 L20.18 L20.19 L20.20 L20.21", *[propagated(PRINTED)] * 2,
    ),
    own(
        "L20.22_alone", "S moves by more than 292ε if 𝒥₂₂ alone does by 405ε, on Ω_J", ALONE,
        "what an error of 𝒥₂₂ alone makes in S", "float-error",
    ),
    own(
        "L20.22_repair", "Δ(𝒥₂₂) < 130ε with the printed errors of the simple expressions",
        by_parts("𝒥₂₂", 130), "a sharper error of 𝒥₂₂", "float-error",
    ),
    repaired(
        "L20.22", "the same with Δ(𝒥₂₂) < 130ε", "JAC.8 L20.16 L20.17 L20.18 L20.22_repair L20.20 "
        "L20.21", propagated({**PRINTED, "𝒥₂₂": 130}),
    ),
)
