"""The paper's notation: symbols, maps, constants and domains shared by the sections.

Klambauer, Unterthiner, Mayr, Hochreiter: Self-Normalizing Neural Networks (2017), arXiv 1706.02515.
"""

from typing import Any

from sympy import Symbol

from fixedpoint.claims import All, Box, Claim, Inference, Mode, bounded
from fixedpoint.model import largest_singular_value, moment_map, selu, selu01
from fixedpoint.model.selu import alpha, lam
from fixedpoint.model.symbols import mu, nu, omega, tau, x, y

from .index import INDEX

SELU = moment_map(selu())
mean, second_moment, variance = SELU.mean, SELU.second_moment, SELU.variance
J, H = SELU.jacobian, SELU.jacobian_g
S = largest_singular_value(H)
g = {mu: mean, nu: variance}

CONSTANTS = dict(selu01().values)
SUFFIX = {Mode.PRINTED: "", Mode.CORRECTED: "_c", Mode.REPAIRED: "_r"}


def claim(id: str, text: str, meaning: Any, *, of: type[Claim] = Claim, **details: Any) -> Claim:
    """A claim with its place in the paper taken from the index.

    An id that the index has not is that of a statement of it with the suffix c: its correction.
    """
    corrects = "" if id in INDEX else id.removesuffix("c")
    entry = INDEX[corrects or id]
    place = {
        "section": entry["section"],
        "kind": entry["kind"],
        "title": entry["title"],
        "cites": () if corrects else tuple(entry["depends"]),
        "equation": ", ".join(entry["equations"]),
        "constants": CONSTANTS,
    }
    return of(id=id, text=text, meaning=meaning, corrects=corrects, **(place | details))


def own(
    id: str, text: str, meaning: Any, title: str, kind: str = "", **details: Any
) -> Claim:
    """A claim of ours about a printed one, or for its proof: the printed id, _ and a word.

    Its kind is "bound" if none is said, or "rounding" for one with that word.
    """
    kind = kind or ("rounding" if id.endswith("_rounding") else "bound")
    place = {"section": INDEX[id.partition("_")[0]]["section"], "constants": CONSTANTS}
    return Claim(
        id=id, kind=kind, text=text, meaning=meaning, title=title, printed=False,
        **(place | details),
    )


def inference(
    infers: str, text: str, premises: str, printed: Any, corrected: Any = None
) -> tuple[Inference, ...]:
    """The printed step from some premises, ids between spaces, to a claim: X_step.

    `printed`: what has to hold besides the premises for the claim to follow, with the numbers that
    the paper inserts; a `NotFormal` names a rule instead. `corrected`: the same with corrections in
    the places of false premises (X_step_c); where none of their numbers enters, the same again.
    """
    made = (_step(infers, text, premises, printed, Mode.PRINTED),)
    if corrected is None:
        return made
    return *made, _step(infers, text, premises, corrected, Mode.CORRECTED)


def repaired(infers: str, text: str, premises: str, meaning: Any) -> Inference:
    """The step to a claim that its printed premises do not give, with a sharper one: X_step_r."""
    return _step(infers, text, premises, meaning, Mode.REPAIRED)


def _step(infers: str, text: str, premises: str, meaning: Any, mode: Mode) -> Inference:
    entry = INDEX[infers.removesuffix("c")]
    return Inference(
        id=f"{infers}_step{SUFFIX[mode]}",
        section=entry["section"],
        kind="inference",
        text=text,
        meaning=meaning,
        constants=CONSTANTS,
        printed=False,
        title=f"{entry['title']}: the step {mode.value}",
        infers=infers,
        premises=tuple(premises.split()),
        corrected=mode is Mode.CORRECTED,
        sharper=mode is Mode.REPAIRED,
    )


def inside(inner: Box, outer: Box) -> All:
    """One box lies in another one of the same variables."""
    return All(tuple(bounded(lower, v, upper, inner) for v, (lower, upper) in outer.items()))


# The boxes (μ; ω; ν; τ) of the paper. OMEGA: Section A1 and Theorem 1. OMEGA_J: Lemmas 5–12.
# OMEGA_PP: Theorem 2 (Ω⁺⁺ in the appendix). OMEGA_P: Theorem 16 (Ω⁺). OMEGA_T2: proof of Theorem 2.
OMEGA = Box({mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.8", "1.5"), tau: ("0.95", "1.1")})
OMEGA_J = OMEGA.but({tau: ("0.8", "1.25")})
OMEGA_PP = OMEGA_J.but({mu: (-1, 1), nu: (3, 16)})
OMEGA_T2 = OMEGA_J.but({mu: (-1, 1), nu: ("1.5", 16)})
OMEGA_P = OMEGA_J.but({nu: ("1.5", 16)})

# Theorem 3: the appendix starts at ν = 0.05, the main text at ν = 0.02.
OMEGA_1 = OMEGA_J.but({nu: ("0.05", "0.16")})
OMEGA_2 = OMEGA_J.but({nu: ("0.05", "0.24"), tau: ("0.9", "1.25")})
OMEGA_1M = OMEGA_1.but({nu: ("0.02", "0.16")})
OMEGA_2M = OMEGA_2.but({nu: ("0.02", "0.24")})

HERE = Box({})
"""The domain of a statement without variables."""

FIXED_POINT = {mu: 0, omega: 0, nu: 1, tau: 1}

a, b = mu * omega, nu * tau
"""Mean and variance of the net input, under which the printed forms stay readable."""

u, v = Symbol("x", positive=True), Symbol("y", real=True)
"""The paper's letters from Section A3.2 on: x = ντ, y = μω; the model has them the other way."""


ANY = {p: Symbol(f"any_{p}", positive=True) for p in (alpha, lam)}
"""What holds for all α and λ is stated for all."""


def net(expr: Any) -> Any:
    """What the model says in its x = μω, y = ντ, in the paper's letters."""
    return expr.xreplace({x: v, y: u})


def in_layer(expr: Any) -> Any:
    """With x = ντ, y = μω inserted for the paper's letters."""
    return expr.xreplace({u: nu * tau, v: mu * omega})


__all__ = [
    "ANY",
    "CONSTANTS",
    "FIXED_POINT",
    "HERE",
    "INDEX",
    "OMEGA",
    "OMEGA_1",
    "OMEGA_1M",
    "OMEGA_2",
    "OMEGA_2M",
    "OMEGA_J",
    "OMEGA_P",
    "OMEGA_PP",
    "OMEGA_T2",
    "SELU",
    "H",
    "J",
    "S",
    "a",
    "alpha",
    "b",
    "claim",
    "g",
    "in_layer",
    "inference",
    "inside",
    "lam",
    "mean",
    "mu",
    "net",
    "nu",
    "omega",
    "own",
    "repaired",
    "second_moment",
    "tau",
    "u",
    "v",
    "variance",
    "x",
    "y",
]
