"""Lemma 39: the sixteen bounds (176)."""

from sympy import Rational

from fixedpoint.claims import All, Claim, Inequality, NotFormal, bounded

from ..a341_jacobian.lemmas_05_09 import CONJUNCTION, SLOPES, slope_bound
from ..paper import HERE, INDEX, claim, inference, own
from . import derivatives_11, derivatives_12, derivatives_21, derivatives_22
from .terms import DECIMALS, ENDS, UNITS, Value

LINES = (
    derivatives_11.SIZES | derivatives_12.SIZES | derivatives_21.SIZES | derivatives_22.SIZES
)
"""The last line of the printed proof of each bound, in the order of (176)."""
VALUES = {id: line.value for id, line in LINES.items()} | {"L39.36": derivatives_12.value_34c}
"""Their formulas; (193) with 0 for the least value of μ²ω²."""


def last_step(id: str, bound: str, value: Value) -> tuple[Claim, ...]:
    """The printed number of the last line is the bound; it is above what the formula is."""
    return inference(
        id, "the number of the formula, which is greater than its value",
        " ".join(INDEX[id]["depends"]),
        NotFormal("the printed number of the last line is the bound"),
        Inequality(value(ENDS), "<", bound, HERE),
    )


def lemma_39() -> tuple[Claim, ...]:
    """The sixteen parts: each proved on its own, and the last step of its printed proof."""
    parts = {f"L39.{n}": slope_bound(*key, bound) for n, (key, (_, bound)) in enumerate(
        SLOPES.items(), 1
    )}
    found = [
        claim("L39", "the sixteen bounds (176) on the derivatives of 𝒥 on Ω_J",
              All(tuple(parts.values()))),
        *inference("L39", "the sixteen bounds together", " ".join(parts), CONJUNCTION),
    ]
    lines = zip(parts.items(), SLOPES.values(), VALUES.values(), strict=True)
    for (id, part), (name, bound), value in lines:
        found += (
            claim(id, f"{name} < {bound} on Ω_J (176)", part), *last_step(id, bound, value),
        )
    return tuple(found)


def above(id: str) -> All:
    """The number of a line is so many units of its last digit above the value."""
    number = LINES[id].number
    unit = Rational(1, 10 ** len(number.partition(".")[2]))
    excess = (Rational(number) - VALUES[id](ENDS)) / unit
    return bounded(UNITS[id], excess, UNITS[id] + 1, HERE)


def with_decimals(id: str) -> Inequality:
    """With the printed decimals a formula exceeds its number; but not (186)–(189)."""
    values = VALUES[id](DECIMALS), LINES[id].number
    low, high = reversed(values) if id not in BELOW else values
    return Inequality(low, "<", high, HERE)


BELOW = "L39.25", "L39.26", "L39.28", "L39.29"

CLAIMS = (
    *lemma_39(),
    own(
        "L39_digits", "the sixteen numbers of (176) are 1 to 18 units of their last digits above "
        "the values of their formulas, with the unrounded ends of Lemmas 27–29 and T₄ = "
        "0.000078126",
        All(tuple(map(above, LINES))), "of which arguments the sixteen numbers are the values",
        kind="numeric",
    ),
    own(
        "L39_decimals", "with the printed decimals of Lemmas 27–29 the formulas exceed twelve of "
        "the sixteen numbers of (176); those of ∂𝒥₁₁/∂ν, ∂𝒥₁₁/∂τ, ∂𝒥₁₂/∂μ, ∂𝒥₁₂/∂ω are below",
        All(tuple(map(with_decimals, LINES))), "the sixteen formulas with the printed decimals",
        kind="numeric",
    ),
)
