"""Lemma 46 (b): what the chains for ν = 0.16 and ν = 0.24 print alike, claim by claim."""

import re
from dataclasses import dataclass

from fixedpoint.claims import All, Claim, Inequality, NotFormal, equal
from fixedpoint.claims.claim import Inference

from ..paper import claim, inference
from .chain import Chain
from .lines import Line, rounding, shown, shown_line, total

Claims = tuple[Claim | Inference, ...]


def plain(text: str) -> str:
    """SymPy's way to write formulas turned into ours."""
    return re.sub(r"sqrt\((\d+)\)", r"√\1", text).replace("*", "").replace("tau", "τ")


def low(number: int) -> str:
    """A number as a subscript."""
    return str(number).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


@dataclass(frozen=True)
class Printed:
    """A chain with the number of its first claim and of its first equation."""

    chain: Chain
    first: int
    equation: int

    def id(self, place: int) -> str:
        """The id of a claim by its place in the chain."""
        return f"L46.{self.first + place}"

    def steps(self, start: int, end: int) -> str:
        """The ids of these places."""
        return " ".join(self.id(place) for place in range(start, end + 1))

    @property
    def where(self) -> str:
        """ν and the range of τ."""
        c = self.chain
        return f"ν = {c.k / 100}, y = 0.01, τ ∈ [{c.least}, 1.25]"

    @property
    def names(self) -> tuple[str, str]:
        """W₁ and W₂ as they are called here."""
        return f"W{low(self.chain.k)}", f"W{low(2 * self.chain.k)}"

    def function_text(self, factor: str) -> str:
        """(323) or (328), with the factor that is printed before its second term."""
        k = self.chain.k
        return (
            f"for {self.where}: τF = τ (e^{{z₁²}} erfc z₁ - {factor}e^{{z₂²}} erfc z₂), "
            f"z₁ = ({k}τ/100 + 1/100)/(√2 √({k}τ/100)), z₂ = (2·{k}τ/100 + 1/100)/(√2 "
            f"√({k}τ/100)) ({self.equation})"
        )

    def function(self, factor: int) -> All:
        """What is printed is τF."""
        return equal(self.chain.tau_f(factor), self.chain.in_gaussian, self.chain.box)

    def opening(self) -> Claims:
        """The derivative and the error."""
        c, k = self.chain, self.chain.k
        return (
            claim(
                self.id(1), plain(
                    f"∂(τF)/∂τ = (√π (e^{{({k}τ+1)²/({200 * k}τ)}} ({c.tops[0]}) erfc z₁ - "
                    f"2 e^{{({2 * k}τ+1)²/({200 * k}τ)}} ({c.tops[1]}) erfc z₂) + "
                    f"{c.out} ({c.tail})√τ)/({200 * k}√π τ), z₁ = ({k}τ + 1)/({c.out} √τ), "
                    f"z₂ = ({2 * k}τ + 1)/({c.out} √τ) ({self.equation + 1})"
                ),
                c.derivative,
            ),
            claim(
                self.id(2), f"the error E that (260) makes in the numerator is {c.error[0]} < E < "
                f"{c.error[1]} for {self.where}", c.error_within,
            ),
            *inference(self.id(2), "no derivation: found by numerical computation",
                       f"L44.3 {self.id(1)}", NotFormal("a numerical computation")),
        )

    def chain_text(self, denominator: str) -> str:
        """(325) or (330), with the common denominator that is printed."""
        c, (d1, d2) = self.chain, (f"Δ{low(n * self.chain.k)}" for n in (1, 2))
        return plain(
            f"the numerator is at most itself with R(z) for both e^{{z²}} erfc z, plus {c.gap}, or "
            f"(({c.out} ({c.tail})√τ + {c.gap}) {d1}{d2} + 2.911·{c.out} √π ({c.tops[0]})√τ "
            f"{d2} - 2√π {c.out}·2.911 ({c.tops[1]})√τ {d1})/({denominator}), with "
            f"Δ_k = √π (2.911 - 1)(kτ + 1) + √(({c.out}·2.911√τ)² + π(kτ + 1)²): {c.out} √τ is "
            f"pulled out of both fractions ({self.equation + 2})"
        )

    def expansion(self, made: str, roots_note: str) -> Claims:
        """The expansion, its constants and its roots, each with what the printed digits make."""
        c, (w1, w2) = self.chain, self.names
        roots = c.printed_w(1), c.printed_w(2)
        ends = {(1, 0): "1.25", (0, 1): c.least, (0, 0): "1.25"}
        places = {(1, 0): f" before {w1}", (0, 1): f" before {w2}", (0, 0): ""}
        values = ", ".join(
            f"{terms[1]}√{ends[key]} + 1.25·{terms[2]} + {terms[0]} = {c.values[key]}{places[key]}"
            for key in ends for terms in [c.expansion[key]]
        )
        products = (
            f"{w} = √({(n * c.k) ** 2}π(τ + {greater})(τ + {lesser}))"
            for n, w, (greater, lesser) in zip((1, 2), self.names, c.shifts, strict=True)
        )
        return (
            claim(
                self.id(4), f"this numerator is {shown_line(c.expansion, w1, w2)}, with "
                f"W_k = √(π(kτ + 1)² + {c.radicand} τ) ({self.equation + 3})", c.expands,
            ),
            rounding(self.id(4), c.common(c.w(1), c.w(2)), total(c.expansion, *roots), "100000",
                     c.box),
            claim(
                self.id(5), f"this is at most the same with {values}, for their lower powers of "
                "√τ", All((c.inserts, c.evaluated)),
                note=f"the values are from the coefficients without roundings{made}",
            ),
            *inference(
                self.id(5), f"{w1}, {w2} > 0, and each sum is at most that with the ends inserted",
                self.id(4), c.brackets,
            ),
            claim(self.id(6), ", ".join(products), c.factors, note=roots_note),
            rounding(self.id(6), total(c.inserted(c.expansion), *roots),
                     total(c.valued, c.factored_w(1), c.factored_w(2)), "100000", c.box),
        )

    def removed_text(self, factor: str) -> str:
        """The line without the small shifts, with the factor that stands for them."""
        c, (w1, w2) = self.chain, self.names
        (s1, _), (s2, _) = c.shifts
        return (
            f"{shown_line(c.valued, w1, w2)} is at most the same with {w2} = √({4 * c.k**2}π·"
            f"{factor}(τ + {s2})τ), {w1} = √({c.k**2}π(τ + {s1})τ), and in their product "
            f"{w1} = √({c.k**2}π·{factor}(τ + {s1})τ)"
        )

    def multiplied_text(self, line: Line | None = None) -> str:
        """The line with its constants multiplied."""
        c = self.chain
        (s1, _), (s2, _) = c.shifts
        products = shown_line(line or c.multiplied, f"√(τ + {s1})", f"√(τ + {s2})")
        return f"this is {products} + {shown(c.constant)}"

    def ends(self, place: int, premises_false: bool) -> Claims:
        """1.25 and the least τ inserted in the roots."""
        c = self.chain
        (s1, _), (s2, _) = c.shifts
        return (
            claim(
                self.id(place), f"this is at most itself with √(1.25 + {s2})√(1.25 + {s1}) for the "
                f"product of the roots, √(1.25 + {s2}) for √(τ + {s2}), √({c.least} + {s1}) for "
                f"√(τ + {s1})", Inequality(c.products, "<=", c.ends, c.box),
            ),
            *inference(self.id(place), "by the signs of what stands before the roots",
                       self.id(place - 1), *[c.signs] * (2 if premises_false else 1)),
        )

