"""Section A3.4.5, Lemma 20, Eqs. 141–142: the errors of 𝒥, μ̃ and S, in units of ε.

Three things are kept apart: how far an exact value moves when μ, ω, ν, τ do; what the rules of
Lemma 19 give from the printed bounds; and what the evaluation with roundings can be off.
"""

from fractions import Fraction

from sympy import Abs, Expr, Integer, Rational, erfc, exp, pi, sqrt

from fixedpoint.claims import All, Box, Claim, Defect, Identity, Inequality, NotFormal, magnitude

from ..a341_jacobian.jacobian import J11, ON_OMEGA_J, SECOND_FORM
from ..paper import (
    ANY,
    HERE,
    OMEGA_J,
    J,
    a,
    alpha,
    b,
    claim,
    inference,
    lam,
    mean,
    mu,
    nu,
    omega,
    own,
    repaired,
    tau,
    u,
    v,
)
from .expressions import EPSILON, FIRST_ORDER
from .propagation import ROUNDED, Model, Value

ENTRIES = dict(zip(("𝒥₁₁", "𝒥₁₂", "𝒥₂₁", "𝒥₂₂", "μ̃"), (*J, mean), strict=True))
LETTERS = dict(zip(ENTRIES, ON_OMEGA_J, strict=True))
PRINTED = dict(zip(ENTRIES, (6, 78, 189, 405, 52), strict=True))
SIMPLE, COMPOUND = (" ".join(f"L20.{n}" for n in range(*ids)) for ids in ((3, 16), (16, 23)))


def moved(f: Expr) -> Expr:
    """Σ|∂f/∂v| by μ, ω, ν, τ: by how many ε f moves, to first order."""
    return sum(Abs(f.diff(v), evaluate=False) for v in (mu, omega, nu, tau))


def evaluated(y: Value, x: Value, parts: dict[str, Value], model: Model) -> dict[str, Value]:
    """The entries of 𝒥 and μ̃, evaluated by (62) and (4) from their parts.

    α, λ, π and the constant 2 have errors of ε as well.
    """
    two, l, al, p = (Value(c, Integer(1), model) for c in (Integer(2), lam, alpha, pi))
    w, t = (Value(f, Integer(1), model) for f in (omega, tau))
    tail, c, root = parts["exp"] * parts["erfc A"], parts["erfc C"], parts["root"]
    bell = (-(y * y) / (x * 2)).exp()
    q = (two / p).root()
    wide = ((y * two + x * two).exp()) * ((y + x * two) / parts["r"]).erfc()
    square = al * al
    return {
        "𝒥₁₁": l * w / 2 * (al * tail - c + 2),
        "𝒥₁₂": l * t / 4 * (al * tail - (al - 1) * (two / (p * x)).root() * bell),
        "𝒥₂₁": l * l * w * (square * wide - square * tail + y * (two - c) + q * root * bell),
        "𝒥₂₂": l * l * t / 2 * (square * wide * 2 - square * tail - c + 2),
        "μ̃": l / 2 * (al * tail - (al + y) * c + q * root * bell + y * 2),
    }


def given() -> dict[str, Value]:
    """With the printed bounds on the errors of the simple expressions, to first order."""
    def known(f: Expr, error: str) -> Value:
        return Value(f, Rational(error))

    r = sqrt(2) * sqrt(b)
    parts = {
        "exp": known(exp(a + b / 2), "5.7"), "erfc A": known(erfc((a + b) / r), "10"),
        "erfc C": known(erfc(a / r), "0.3"), "root": known(sqrt(b), "1.875"),
        "r": known(r, "3.5"),
    }
    return evaluated(known(a, "0.2"), known(b, "3"), parts, Model())


def products(model: Model) -> tuple[Value, Value]:
    """μω and ντ, from values with errors of ε."""
    at_mu, w, n, t = (Value(f, Integer(1), model) for f in (mu, omega, nu, tau))
    return at_mu * w, n * t


def computed(model: Model) -> dict[str, Value]:
    """From y = μω and x = ντ with the largest errors of these products."""
    y, x = (Value(f, e, model) for f, e in zip((v, u), LARGEST, strict=True))
    two = Value(Integer(2), Integer(1), model)
    root = x.root()
    r = two.root() * root
    parts = {
        "exp": (y + x / two).exp(), "erfc A": ((y + x) / r).erfc(), "erfc C": (y / r).erfc(),
        "root": root, "r": r,
    }
    return evaluated(y, x, parts, model)


LARGEST = Rational("0.22"), Rational("4.63")
NET = Box({v: ("-0.01", "0.01"), u: ("0.64", "1.875"), **{s: OMEGA_J[s] for s in (omega, tau)}})
GIVEN, COMPUTED = given(), computed(ROUNDED)


def singular_value(errors: dict[str, Expr], model: Model) -> Value:
    """S by the second form of (71), from entries of 𝒥 and μ̃ with these errors."""
    j11, j12, j21, j22, mid = (Value(f, errors[name], model) for name, f in ENTRIES.items())
    by_11, by_12 = mid * 2 * j11, mid * 2 * j12
    n, k = j11 + j22 - by_12, j21 - by_11 - j12
    o, q = j11 - j22 + by_12, j12 + j21 - by_11
    return ((n * n + k * k).root() + (o * o + q * q).root()) / 2


def propagated(errors: dict[str, int]) -> Expr:
    """Σ|∂S/∂𝒥ᵢⱼ| Δ(𝒥ᵢⱼ) + |∂S/∂μ̃| Δ(μ̃): the most that S can move, to first order."""
    slopes = (
        Abs(SECOND_FORM.diff(letter).xreplace(ON_OMEGA_J), evaluate=False) * error
        for letter, error in zip(ON_OMEGA_J, errors.values(), strict=True)
    )
    return sum(slopes)


def entry(id: str, name: str, equation: str) -> tuple[Claim, ...]:
    """The printed error of an entry of 𝒥 or of μ̃, and its step."""
    f, printed = ENTRIES[name], PRINTED[name]
    same = [Identity(J11.subs(ANY), f.subs(ANY))] if name == "𝒥₁₁" else []
    by_rules = All((
        Identity(GIVEN[name].f.subs(ANY), f.subs(ANY)),
        Inequality(GIVEN[name].error, "<", printed, OMEGA_J),
    ))
    text = {
        "𝒥₁₁": "Δ(𝒥₁₁) = Δ(½λω(αe^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ))) - erfc(μω/(√2√(ντ))) + 2)) "
        "< 6ε (141)"
    }.get(name, f"Δ({name}) < {printed}ε")
    return (
        claim(id, text, All((*same, Inequality(moved(f), "<", printed, OMEGA_J))),
              stand_in=FIRST_ORDER),
        *inference(
            id, "the rules of Lemma 19 at each point, with the printed errors of the simple "
            "expressions and of ε in α, λ, π, 2", f"{equation} {SIMPLE}", by_rules, by_rules,
        ),
    )


SAME = NotFormal("the same statement")
CEILING = dict(zip(ENTRIES, (4, 15, 22, 195, 30), strict=True))
"""What the evaluation with roundings is off by at most."""
AT_CEILING = singular_value({name: Integer(e) for name, e in CEILING.items()}, ROUNDED)
INFLATED = Box({
    s: (low - Fraction(1, 2**52), top + Fraction(1, 2**52)) for s, (low, top) in OMEGA_J.items()
})
SMALL = {
    t: box for f, box in (*((f, NET) for f in COMPUTED.values()), (AT_CEILING, OMEGA_J))
    for t in f.small
}
AS_71 = SECOND_FORM.xreplace(ON_OMEGA_J)

CLAIMS = (
    claim(
        "L20", "if μ, ω, ν, τ have a precision of ε, S evaluated by (62) and (71) has a precision "
        "better than 292ε on Ω_J", Inequality(moved(AS_71), "<", 292, INFLATED),
        stand_in="ε = 2⁻⁵²; Σ|∂S/∂v| on the box that is inflated by ε, the rest is the mean value "
        "theorem; roundings within the evaluation are in L20_rounded",
    ),
    *inference("L20", "the bound of (142), which is to first order", f"{SIMPLE} {COMPOUND}",
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
        Inequality(moved(AS_71), "<", 292, OMEGA_J), defect=Defect.STEP, stand_in=FIRST_ORDER,
        note="∂S/∂𝒥₂₂ is nearly 1, so that an error of 405ε in 𝒥₂₂ alone makes more than 292ε in S "
        "(L20.22_alone); the rules give less than 130ε in 𝒥₂₂, and with that they give 292ε",
    ),
    *inference(
        "L20.22", "Σ|∂S/∂𝒥ᵢⱼ|Δ(𝒥ᵢⱼ) + |∂S/∂μ̃|Δ(μ̃) with the printed errors", "JAC.8 L20.16 L20.17 "
        "L20.18 L20.19 L20.20 L20.21", *[Inequality(propagated(PRINTED), "<", 292, OMEGA_J)] * 2,
    ),
    own(
        "L20.22_alone", "405 ∂S/∂𝒥₂₂ > 292 on Ω_J", Inequality(
            292, "<", 405 * SECOND_FORM.diff(LETTERS["𝒥₂₂"]).xreplace(ON_OMEGA_J), OMEGA_J,
        ), "what an error of 𝒥₂₂ alone makes in S", "float-error",
    ),
    own(
        "L20.22_repair", "Δ(𝒥₂₂) < 130ε by the rules of Lemma 19, with the printed errors of the "
        "simple expressions", Inequality(GIVEN["𝒥₂₂"].error, "<", 130, OMEGA_J),
        "a sharper error of 𝒥₂₂", "float-error",
    ),
    repaired(
        "L20.22", "the same with Δ(𝒥₂₂) < 130ε", "JAC.8 L20.16 L20.17 L20.18 L20.22_repair L20.20 "
        "L20.21", Inequality(propagated({**PRINTED, "𝒥₂₂": 130}), "<", 292, OMEGA_J),
    ),
    own(
        "L20_rounded", "evaluated by (62), (4), (71) in their order from μ, ω, ν, τ, α, λ, π, "
        "2 with errors of ε = 2⁻⁵², with + - · / √ right up to one ulp, exp and erfc up to three: "
        "𝒥₁₁ is off by less than 4ε, 𝒥₁₂ 15ε, 𝒥₂₁ 22ε, 𝒥₂₂ 195ε, μ̃ 30ε, and S by less than 292ε < "
        "10⁻¹³; all orders of ε included",
        All((
            *(Inequality(product.error, "<", e, OMEGA_J)
              for product, e in zip(products(ROUNDED), LARGEST, strict=True)),
            *(Inequality(COMPUTED[name].error, "<", e, NET) for name, e in CEILING.items()),
            Inequality(AT_CEILING.error, "<", 292, OMEGA_J),
            *(Inequality(t, "<=", 1, box) for t, box in SMALL.items()),
            Inequality(292 * EPSILON, "<", Rational(1, 10**13), HERE),
        )), "the error of an evaluation with roundings", "float-error",
        stand_in="the bounds that the rules of propagation.py give; that an evaluation keeps to "
        "these rules is not itself formal",
    ),
)
