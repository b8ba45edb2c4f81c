"""Section A6: the bounds on the derivatives of 𝒥 that numerical computation found.

A derivative of 𝒥 is a function K of the net input's y = μω and x = ντ, times powers of ν and τ,
and times ω, μ or ω². So its extrema are those of functions of fewer variables.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sympy import Expr, Integer, Rational, Symbol

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Derivative,
    Extremum,
    Inequality,
    NotFormal,
    bounded,
    magnitude,
    rounds_to,
    value,
)
from fixedpoint.claims.formulas import Formula
from fixedpoint.model import as_exact

from ..a341_jacobian.jacobian import ENTRY, LETTER
from ..a341_jacobian.lemmas_05_09 import BOUNDS
from ..paper import (
    ANY,
    CONSTANTS,
    HERE,
    OMEGA_J,
    SELU,
    J,
    a,
    b,
    claim,
    in_layer,
    inference,
    mu,
    net,
    nu,
    omega,
    tau,
    u,
    v,
)
from .printed import BOUND, ROWS, Point, Row

NET = Box({v: ("-0.01", "0.01"), u: ("0.64", "1.875")})
"""y = μω and x = ντ on Ω_J."""
t = Symbol("t", real=True)
"""Any number of the range of a derivative."""
SCALED = Box({v: NET[v], nu: OMEGA_J[nu], tau: OMEGA_J[tau]})
IN_NET = All((
    bounded(NET[v][0], a, NET[v][1], OMEGA_J), bounded(NET[u][0], b, NET[u][1], OMEGA_J),
))


@dataclass(frozen=True)
class Slope:
    """∂𝒥ᵢⱼ/∂v = factor · scale · K(x, y), with a factor 1, ω, μ or ω² and a scale in ν and τ."""

    entry: Expr
    by: Symbol
    name: str
    factor: Expr
    scale: Expr
    K: Expr

    @property
    def whole(self) -> Expr:
        """The derivative."""
        return self.factor * self.scale * in_layer(self.K)

    @property
    def part(self) -> tuple[Expr, Box]:
        """What is left without the factor, and its domain."""
        if self.scale == 1:
            return self.K, NET
        return self.scale * self.K.subs(u, nu * tau), SCALED

    @property
    def found(self) -> All:
        """That the derivative is this product, for all α and λ."""
        return All((Derivative(self.entry.subs(ANY), self.by, self.whole.subs(ANY)), IN_NET))

    def at(self, point: Point) -> Expr:
        """The derivative at (μ, ω, ν, τ)."""
        return self.whole.subs(_values(point))

    def part_at(self, point: Point) -> Expr:
        """The same without the factor."""
        values = _values(point)
        inner = {v: values[mu] * values[omega], u: values[nu] * values[tau]}
        return self.part[0].subs(inner | values)


def _values(point: Point) -> dict[Symbol, Expr]:
    return dict(zip((mu, omega, nu, tau), map(Rational, point), strict=True))


def slopes() -> list[Slope]:
    """The sixteen derivatives in the order of (335): 𝒥₁₁, 𝒥₁₂, 𝒥₂₁, 𝒥₂₂ by μ, ω, ν, τ."""
    one, found = Integer(1), []
    for i, (name, entry) in enumerate(zip(ENTRY, J, strict=True)):
        base = net(SELU.jacobian_xy[i])
        by_y, by_x = base.diff(v), base.diff(u)
        products = (
            ((omega**2, one, by_y), (one, one, base + v * by_y), (omega, tau, by_x),
             (omega, nu, by_x)),
            ((omega, tau, by_y), (mu, tau, by_y), (one, tau**2, by_x), (one, one, base + u * by_x)),
        )[i % 2]
        for (s, letter), product in zip(LETTER.items(), products, strict=True):
            found.append(Slope(entry, s, f"∂{name}/∂{letter}", *product))
    return found


SLOPES = slopes()
NUMERICAL = NotFormal("a numerical computation")


def extremes(slope: Slope, row: Row) -> All:
    """The extrema of a derivative on Ω_J lie at the points, and inside the bounds."""
    part, box = slope.part
    low, high = slope.part_at(row.at_lower), slope.part_at(row.at_upper)
    most = Inequality(slope.at(row.at_upper), "<", row.upper, HERE)
    if slope.factor == 1:
        least = Inequality(row.lower, "<", slope.at(row.at_lower), HERE)
        return All((slope.found, bounded(low, part, high, box), least, most))
    if slope.factor == omega**2 and row.ridge:
        top = as_exact(100 * Rational(row.upper))  # ω² ⩽ 0.01
        there = rounds_to(slope.at(row.at_upper), row.upper, HERE)
        return All((slope.found, bounded(0, part, top, box, "<"), there))
    if slope.factor == omega**2:
        return All((slope.found, Inequality(0, "<", part, box), Inequality(part, "<=", high, box),
                    most))
    # |μ| and |ω| are at most 0.1, and both ends have the same y, ν, τ.
    least = Inequality(row.lower, "<", slope.at(row.at_lower), HERE)
    size = 10 * slope.at(row.at_upper)
    return All((slope.found, magnitude(part, "<=", size, box), least, most))


def as_printed(slope: Slope, row: Row) -> All:
    """The same for the derivative itself, in an order that comes to the slip first."""
    f = slope.whole
    places: tuple[Formula, ...] = (
        Inequality(slope.at(row.at_lower), "<=", f, OMEGA_J),
        Inequality(f, "<=", slope.at(row.at_upper), OMEGA_J),
    )
    bounds = (Inequality(row.lower, "<", f, OMEGA_J), Inequality(f, "<", row.upper, OMEGA_J))
    if row.ridge:
        places = (places[0], rounds_to(slope.at(row.at_upper), row.upper, HERE))
    return All((*places, *bounds) if row.misplaced else (*bounds, *places))


def text(slope: Slope, row: Row, *, attained: bool = False) -> str:
    """The line of (335)."""
    low, high = (f"({', '.join(point)})" for point in (row.at_lower, row.at_upper))
    sign = "⩽" if attained and row.lower == "0" else "<"
    return (f"{row.lower} {sign} {slope.name} < {row.upper} on Ω_J, smallest at "
            f"(μ, ω, ν, τ) = {low} and largest at {high}")


def line(n: int, slope: Slope, row: Row) -> tuple[Claim, ...]:
    """A6.n for n ⩽ 16: the range of one derivative, its correction if it has one, its ends."""
    id, right = f"A6.{n}", row.corrected or row
    found: list[Claim] = [claim(
        id, f"{text(slope, row)} (335)",
        as_printed(slope, row) if row.corrected else extremes(slope, row),
        defect=row.defect, note=row.note, repeats=row.repeats,
    )]
    found += inference(id, "no derivation: found by numerical computation", f"JAC.{n + 8}",
                       NUMERICAL)
    if row.corrected:
        found.append(claim(f"{id}c", text(slope, right, attained=True), extremes(slope, right),
                           note=right.note))
    if right.ridge:
        part, box = slope.part
        found.append(Claim(
            f"A6_{n}_MAX", "A6", "extremum", f"the maximum of {slope.name} on Ω_J",
            Extremum("max", part / 100, box, Fraction(1, 10**12)), CONSTANTS, printed=False,
            reported=row.upper, note="ω² = 0.01 times the maximum of K",
        ))
    ends = [("MIN", "smallest", right.at_lower, row.lower),
            ("MAX", "largest", right.at_upper, row.upper)]
    for end, word, point, printed in ends:
        if printed != "0" and not (end == "MAX" and row.ridge):
            found.append(Claim(
                f"A6_{n}_{end}", "A6", "value",
                f"{slope.name} at (μ, ω, ν, τ) = ({', '.join(point)}), the {word} on Ω_J",
                value(slope.at(point)), CONSTANTS, printed=False, reported=printed,
            ))
    return tuple(found)


def below(slope: Slope, numerical: str, theoretical: str) -> All:
    """|∂𝒥ᵢⱼ/∂v| < the numerical bound < the theoretical one, by the factor's largest value."""
    part, box = slope.part
    largest = {1: 1, omega: 10, mu: 10, omega**2: 100}[slope.factor]
    bound = as_exact(largest * Rational(numerical))
    return All((slope.found, magnitude(part, "<", bound, box),
                Inequality(numerical, "<", theoretical, HERE)))


def absolute(n: int, slope: Slope, row: Row) -> tuple[Claim, ...]:
    """A6.n for n > 16: the line of (336) from that of (335) and from Lemma 39."""
    id, right = f"A6.{n}", row.corrected
    entry, by = divmod(n - 17, 4)
    theory = list(BOUNDS.values())[entry][by]
    printed, mended = BOUND.get(n, row.upper), BOUND.get(n, (right or row).upper)
    false = printed != mended

    def words(numerical: str) -> str:
        return f"|{slope.name}| < {numerical} (and, in parentheses, < {theory}) on Ω_J"

    def step(from_: Row, bound: str) -> All:
        return magnitude(t, "<=", bound, Box({t: (from_.lower, from_.upper)}))

    meaning: Any = below(slope, printed, theory)
    if false:
        meaning = All((magnitude(slope.whole, "<", printed, OMEGA_J),
                       Inequality(printed, "<", theory, HERE)))
    note = ""
    if n in BOUND and right is not None:
        note = (f"{printed} is the lower bound of ∂𝒥₂₂/∂τ in (335); that of this line is "
                f"{row.lower.removeprefix('-')}, rounded up {right.lower.removeprefix('-')}")
    found: list[Claim] = [claim(
        id, f"{words(printed)} (336)", meaning, defect=Defect.LAST_DIGIT if false else None,
        repeats="A6.3" if false else "",
        note="the computed extremum was rounded to nearest" if false else note,
    )]
    found += inference(id, "the greater end of the range in (335); Lemma 39",
                       f"A6.{n - 16} L39.{n - 16}", step(row, printed),
                       step(right, mended) if right else None)
    if false:
        found.append(claim(f"{id}c", words(mended), below(slope, mended, theory)))
    return tuple(found)


CLAIMS = (
    *(c for n, (s, r) in enumerate(zip(SLOPES, ROWS, strict=True), 1) for c in line(n, s, r)),
    *(c for n, (s, r) in enumerate(zip(SLOPES, ROWS, strict=True), 17) for c in absolute(n, s, r)),
)
