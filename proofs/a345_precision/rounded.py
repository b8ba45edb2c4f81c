"""Section A3.4.5: S evaluated by (62), (4) and (71), with a rounding in every operation.

The standard model: + - · / √ are right up to one ulp, exp and erfc up to three, and an ulp of f is
at most ε|f|; μ, ω, ν, τ, α, λ, π have errors of ε, and so has 2, but where it is added to brackets
or divides them, or multiplies entries of 𝒥. The evaluation is cut into stages. Each takes what the
stages before give as off by at most their bounds, in all ways that this allows, and is itself off
by less than its own bound, in all orders of ε.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sympy import Expr, Rational, Symbol, exp, pi, sqrt, symbols

from fixedpoint.claims import All, Box, Identity, Inequality, bounded
from fixedpoint.model import P, T

from ..a341_jacobian.jacobian import ON_OMEGA_J, SECOND_FORM
from ..paper import ANY, HERE, OMEGA_J, alpha, in_layer, lam, mu, nu, omega, own, tau, u, v
from .errors import EPSILON, Evaluation, computes, s

TWO = Rational(2)
T0, T1, T2, DENSITY = T(0, v, u), T(1, v, u), T(2, v, u), P(v, u)
SQUARE = alpha**2
j11, j12, j21, j22, mid = ON_OMEGA_J
b11, b12, b21, b22, b = symbols("b11 b12 b21 b22 b", real=True)
n, k, o, q, left, right = symbols("n k o q left right", real=True)
Ends = tuple[str, str]
Y_ENDS, X_ENDS, WIDE = ("-0.01", "0.01"), ("0.64", "1.875"), ("0.2", "1.4")


@dataclass(frozen=True)
class Stage:
    """A value, how many ε it is off by at most, what it takes, and its operations.

    `takes`: earlier stages; `given`: values with errors of ε. A value with a letter has the range
    of it, and stands under it in later stages; else its own expression does.
    """

    value: Expr
    bound: str
    takes: str
    given: tuple[Expr, ...]
    steps: Callable[..., Expr]
    letter: Symbol | None = None
    ends: Ends = ("0", "0")

    def evaluated(self) -> tuple[Evaluation, Expr]:
        """What is computed, with the errors of one evaluation."""
        e = Evaluation()
        earlier = (STAGES[name] for name in self.takes.split())
        taken = [e.known(t.value if t.letter is None else t.letter, t.bound) for t in earlier]
        return e, self.steps(e, *taken, *e.given(*self.given))

    def claim(self) -> All:
        """It is off by less than its bound."""
        e, f = self.evaluated()
        return computes(e, f, self.value, self.bound, DOMAIN)


def entry(
    value: Expr, bound: str, bracket: str, by: tuple[Symbol, ...], power: int, divisor: int,
    letter: Symbol, ends: Ends,
) -> Stage:
    """λ or λλ, times ω or τ, over 2 or 4, times the bracket."""
    def steps(e: Evaluation, f: Expr, scale: Expr, *w: Expr) -> Expr:
        head = e.mul(*[scale] * power, *w)
        return e.mul(head if divisor == 1 else e.div(head, divisor), f)

    return Stage(value, bound, bracket, (lam, *by), steps, letter, ends)


def part(
    value: Expr, bound: str, takes: str, signs: tuple[int, int, int], letter: Symbol, ends: Ends,
) -> Stage:
    """𝒥ᵢⱼ ± 𝒥ₖₗ ± 2μ̃𝒥ₘₙ, the product last in `takes`."""
    def steps(e: Evaluation, f: Expr, g: Expr, m: Expr, h: Expr) -> Expr:
        product = e.mul(m, 2, h)
        return e.add(*(sign * t for sign, t in zip(signs, (f, g, product), strict=True)))

    return Stage(value, bound, takes, (), steps, letter, ends)


def norm(bound: str, f: Symbol, g: Symbol, letter: Symbol) -> Stage:
    """√(f² + g²)."""
    return Stage(
        sqrt(f**2 + g**2), bound, f"{f} {g}", (),
        lambda e, f, g: e.root(e.add(e.mul(f, f), e.mul(g, g))), letter, ("0.2", "1.5"),
    )


STAGES = {
    "y": Stage(mu * omega, "0.22", "", (mu, omega), lambda e, m, w: e.mul(m, w), v, Y_ENDS),
    "x": Stage(nu * tau, "4.63", "", (nu, tau), lambda e, f, t: e.mul(f, t), u, X_ENDS),
    "r": Stage(sqrt(2) * sqrt(u), "9", "x", (TWO,),
               lambda e, x, two: e.mul(e.root(two), e.root(x))),
    "bell": Stage(exp(-(v**2) / (2 * u)), "3.1", "y x", (TWO,),
                  lambda e, y, x, two: e.exp(-e.div(e.mul(y, y), e.mul(x, two)))),
    "tail": Stage(
        T1, "15", "y x r", (TWO,), lambda e, y, x, r, two:
        e.mul(e.exp(e.add(y, e.div(x, two))), e.erfc(e.div(e.add(y, x), r))),
    ),
    "wide": Stage(
        T2, "26", "y x r", (TWO,), lambda e, y, x, r, two: e.mul(
            e.exp(e.add(e.mul(y, two), e.mul(x, two))),
            e.erfc(e.div(e.add(y, e.mul(x, two)), r)),
        ),
    ),
    "c": Stage(T0, "3.5", "y r", (), lambda e, y, r: e.erfc(e.div(y, r))),
    "second": Stage(
        (alpha - 1) * DENSITY, "9.5", "x bell", (alpha, pi, TWO), lambda e, x, bell, al, p, two:
        e.mul(e.add(al, -1), e.root(e.div(two, e.mul(p, x))), bell),
    ),
    "density": Stage(
        u * DENSITY, "10.5", "x bell", (TWO, pi), lambda e, x, bell, two, p:
        e.mul(e.root(e.div(two, p)), e.root(x), bell),
    ),
    "first": Stage(
        SQUARE * (T2 - T1), "122", "wide tail", (alpha,), lambda e, wide, tail, al:
        e.add(e.mul(e.mul(al, al), wide), -e.mul(e.mul(al, al), tail)),
    ),
    "twice": Stage(
        SQUARE * (2 * T2 - T1), "202", "wide tail", (alpha, TWO), lambda e, wide, tail, al, two:
        e.add(e.mul(e.mul(al, al), wide, two), -e.mul(e.mul(al, al), tail)),
    ),
    "third": Stage(v * (2 - T0), "0.3", "y c", (TWO,),
                   lambda e, y, c, two: e.mul(y, e.add(two, -c))),
    "head": Stage(
        alpha * T1 - (alpha + v) * T0, "38", "tail y c", (alpha,), lambda e, tail, y, c, al:
        e.add(e.mul(al, tail), -e.mul(e.add(al, y), c)),
    ),
    "11": Stage(
        alpha * T1 - T0 + 2, "33", "tail c", (alpha,),
        lambda e, tail, c, al: e.add(e.mul(al, tail), -c, 2), b11, ("1.6", "2.1"),
    ),
    "12": Stage(
        alpha * T1 - (alpha - 1) * DENSITY, "38", "tail second", (alpha,),
        lambda e, tail, second, al: e.add(e.mul(al, tail), -second), b12, ("0.2", "0.4"),
    ),
    "21": Stage(
        SQUARE * (T2 - T1) + v * (2 - T0) + u * DENSITY, "138", "first third density", (),
        lambda e, *terms: e.add(*terms), b21, ("0", "0.7"),
    ),
    "22": Stage(
        SQUARE * (2 * T2 - T1) - T0 + 2, "212", "twice c", (),
        lambda e, twice, c: e.add(twice, -c, 2), b22, ("1.2", "1.6"),
    ),
    "1": Stage(
        alpha * T1 - (alpha + v) * T0 + u * DENSITY + 2 * v, "51", "head density y", (TWO,),
        lambda e, head, density, y, two: e.add(head, density, e.mul(y, two)), b, ("-0.1", "0.18"),
    ),
    "𝒥₁₁": entry(lam * omega / 2 * b11, "4", "11", (omega,), 1, 2, j11, ("-0.12", "0.12")),
    "𝒥₁₂": entry(lam * tau / 4 * b12, "14", "12", (tau,), 1, 4, j12, ("0.04", "0.14")),
    "𝒥₂₁": entry(lam**2 * omega * b21, "17", "21", (omega,), 2, 1, j21, ("-0.08", "0.08")),
    "𝒥₂₂": entry(lam**2 * tau / 2 * b22, "160", "22", (tau,), 2, 2, j22, ("0.4", "1.2")),
    "μ̃": entry(lam / 2 * b, "28", "1", (), 1, 2, mid, ("-0.1", "0.1")),
    "n": part(j11 + j22 - 2 * mid * j12, "186", "𝒥₁₁ 𝒥₂₂ μ̃ 𝒥₁₂", (1, 1, -1), n, WIDE),
    "k": part(j21 - j12 - 2 * mid * j11, "40", "𝒥₂₁ 𝒥₁₂ μ̃ 𝒥₁₁", (1, -1, -1), k, ("-0.3", "0.3")),
    "o": part(j11 - j22 + 2 * mid * j12, "186", "𝒥₁₁ 𝒥₂₂ μ̃ 𝒥₁₂", (1, -1, 1), o, ("-1.4", "-0.2")),
    "q": part(j12 + j21 - 2 * mid * j11, "40", "𝒥₁₂ 𝒥₂₁ μ̃ 𝒥₁₁", (1, 1, -1), q, ("-0.3", "0.3")),
    "left": norm("200", n, k, left),
    "right": norm("200", o, q, right),
    "S": Stage((left + right) / 2, "209", "left right", (),
               lambda e, f, g: e.div(e.add(f, g), 2)),
}
LETTERS = {stage.letter: stage for stage in STAGES.values() if stage.letter is not None}
DOMAIN = Box({**OMEGA_J, **{letter: stage.ends for letter, stage in LETTERS.items()}})


def off(*names: str) -> All:
    """These stages, and the ranges of their letters."""
    stages = [STAGES[name] for name in names]
    ranges = [
        part for stage in stages if stage.letter is not None
        for part in bounded(stage.ends[0], stage.value, stage.ends[1], on(stage.value)).parts
    ]
    return All((*(part for stage in stages for part in stage.claim().parts), *ranges))


def on(f: Expr) -> Box:
    """The domain of an expression."""
    return Box({w: ends for w, ends in DOMAIN.items() if w in f.free_symbols})


def worst(name: str, at: dict[Symbol, str], printed: str) -> Inequality:
    """At a point, with the errors that add up, a stage is off by more than the printed error."""
    stage = STAGES[name]
    e, f = stage.evaluated()
    point = {w: Rational(value) for w, value in at.items()}
    first = f.xreplace(point).diff(s).subs(s, 0)
    errors = {d: Rational(1 if first.coeff(d).evalf() > 0 else -1) for d in e.letters}
    found = f.xreplace({**point, **errors, s: Rational(1)})
    moved = found - stage.value.xreplace(point)
    sign = 1 if first.xreplace(errors).evalf() > 0 else -1
    return Inequality(Rational(printed) * EPSILON, "<", sign * moved, HERE)


PRODUCTS, TERMS, ENTRIES, SUMS, LAST = (
    tuple(STAGES)[i:j] for i, j in ((0, 2), (2, 18), (18, 23), (23, 27), (27, 30))
)
CORNER = {u: "0.64", v: "-0.01"}
BRACKETS = {w: LETTERS[w].value for w in (b11, b12, b21, b22, b)}
IN_NET = {
    w: STAGES[name].value.xreplace(BRACKETS) for w, name in zip(ON_OMEGA_J, ENTRIES, strict=True)
}
"""The entries of 𝒥 and μ̃ in y, x, ω, τ."""
BY_ROOTS = STAGES["S"].value.xreplace({w: LETTERS[w].value for w in (left, right)}).xreplace(
    {w: LETTERS[w].value for w in (n, k, o, q)}
)

CLAIMS = (
    own(
        "L20_products", "with roundings μω is off by less than 0.22ε and ντ by less than 4.63ε; "
        "the printed 0.2ε and 3ε, without roundings, can be exceeded",
        All((
            *off(*PRODUCTS).parts, worst("y", {mu: "0.1", omega: "0.1"}, "0.2"),
            worst("x", {nu: "1.5", tau: "1.25"}, "3"),
            *(Identity(in_layer(IN_NET[w]).subs(ANY), f.subs(ANY))
              for w, f in ON_OMEGA_J.items()),
        )), "μω and ντ with roundings", "float-error",
    ),
    own(
        "L20_terms", "from these, with roundings, √2√(ντ) is off by less than 9ε, "
        "erfc(μω/(√2√(ντ))) 3.5ε, e^(μω + ντ/2) erfc((μω + ντ)/(√2√(ντ))) 15ε, and the brackets of "
        "𝒥₁₁, 𝒥₁₂, 𝒥₂₁, 𝒥₂₂ and μ̃ 33ε, 38ε, 138ε, 212ε, 51ε; the printed 3.5ε and 0.3ε for the "
        "first two, without roundings, can be exceeded",
        All((*off(*TERMS).parts, worst("r", {u: "1.875"}, "3.5"), worst("c", CORNER, "0.3"))),
        "the terms of 𝒥 and μ̃ with roundings", "float-error",
    ),
    own(
        "L20_entries", "from brackets as in L20_terms, with roundings, 𝒥₁₁ is off by less than "
        "4ε, 𝒥₁₂ 14ε, 𝒥₂₁ 17ε, 𝒥₂₂ 160ε, μ̃ 28ε",
        off(*ENTRIES), "the entries of 𝒥 and μ̃ with roundings", "float-error",
    ),
    own(
        "L20_sums", "from entries as in L20_entries, with roundings, 𝒥₁₁ + 𝒥₂₂ - 2μ̃𝒥₁₂ and "
        "𝒥₁₁ - 𝒥₂₂ + 2μ̃𝒥₁₂ are off by less than 186ε, 𝒥₂₁ - 2μ̃𝒥₁₁ - 𝒥₁₂ and "
        "𝒥₁₂ + 𝒥₂₁ - 2μ̃𝒥₁₁ by less than 40ε",
        All((*off(*SUMS).parts, Identity(BY_ROOTS, SECOND_FORM))),
        "the sums in (71) with roundings", "float-error",
    ),
    own(
        "L20_rounded", "from sums as in L20_sums, with roundings, S evaluated by (71) is off by "
        "less than 209ε < 292ε < 10⁻¹³",
        All((
            *off(*LAST).parts, Inequality(209, "<", 292, HERE),
            Inequality(292 * EPSILON, "<", Rational(1, 10**13), HERE),
        )), "the error of S evaluated with roundings", "float-error",
    ),
)
