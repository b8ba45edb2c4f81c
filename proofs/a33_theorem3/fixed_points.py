"""Section A3.3: no fixed point has 0 < ν ⩽ 0.02, of which Theorem 3 says nothing, nor |μ| ⩾ 0.1.

Where |μ| ⩽ √ν the variance increases: with s = √(ντ) and m = μω/s the moments are smooth in s at
s = 0, and ν̃ - ν = ν̃ - s²/τ vanishes there with its derivative, which increases. Where |μ| ⩾ √ν the
mean moves: with μ = ±p, ν = p²q² the mean μ̃ vanishes at p = 0, and |∂μ̃/∂p| < 1. Where
|μ| ⩾ 0.1 it moves too: μ̃ is small for μω = 0, and changes by less than 3|μω| from there.
"""

from sympy import Add, Expr, Integer, Rational, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Derivative,
    HalfLine,
    Identity,
    Inequality,
    Monotone,
    Unbounded,
    bounded,
    equal,
    magnitude,
)
from fixedpoint.model import P, T

from ..paper import ANY, OMEGA_J, alpha, lam, mean, mu, nu, omega, own, tau, u, variance

s, p, m, t = (Symbol(name, real=True) for name in "spmt")
q, size = Symbol("q", positive=True), Symbol("size", positive=True)
"""`size` is s or p where it is not 0."""
TAU = {omega: OMEGA_J[omega], tau: OMEGA_J[tau]}


def tail(k: int, scale: Expr, x: Expr, y: Expr) -> Expr:
    """T(k, scale x, scale² y) without a quotient by the scale."""
    return exp(k * scale * x + k**2 * scale**2 * y / 2) * erfc((x + k * scale * y) / sqrt(2 * y))


def moments(scale: Expr, x: Expr, y: Expr) -> tuple[Expr, Expr]:
    """μ̃ and ξ̃ for a net input of mean scale x and variance scale² y."""
    t0, t1, t2 = (tail(k, scale, x, y) for k in range(3))
    density = sqrt(2 * y / pi) * exp(-(x**2) / (2 * y))
    first = lam / 2 * (alpha * (t1 - t0) + scale * (x * (2 - t0) + density))
    second = lam**2 / 2 * (
        alpha**2 * (t2 - 2 * t1 + t0) + scale**2 * ((x**2 + y) * (2 - t0) + x * density)
    )
    return first, second


def in_tails(f: Expr) -> Expr:
    """T and P written out."""
    return f.replace(T, lambda *z: T(*z).rewrite(erfc)).replace(P, lambda *z: P(*z).rewrite(erfc))


M1, M2 = moments(s, m, Integer(1))
RISE = M2 - M1**2
SLOPE = M2.diff(s) - 2 * M1 * M1.diff(s)
"""By the product rule, from the derivatives of μ̃ and ξ̃."""
SIDEWAYS = ("-0.1119", "0.1119")
START = Box({s: 0, m: SIDEWAYS})


def faster(least: str, most: str, largest: str) -> All:
    """∂ν̃/∂s - 2s/τ increases in s up to √(0.02τ), for τ in a part of its range."""
    steepest = 2 / Rational(least)
    return All((
        Inequality(Rational("0.02") * Rational(most), "<=", t**2, Box({t: largest})),
        Inequality(2 / tau, "<=", steepest, Box({tau: (least, most)})),
        Monotone(SLOPE - steepest * s, s, "increasing", Box({s: (0, largest), m: SIDEWAYS})),
    ))


WIDE = All((
    Identity(
        RISE.xreplace({s: sqrt(nu * tau), m: mu * omega / sqrt(nu * tau)}).subs(ANY),
        in_tails(variance).subs(ANY),
    ),
    magnitude(t * omega / sqrt(tau), "<=", "0.1119", Box({t: (-1, 1), **TAU})),
    equal(RISE, 0, START), Derivative(M1.subs(ANY), s, M1.diff(s).subs(ANY)),
    Derivative(M2.subs(ANY), s, M2.diff(s).subs(ANY)),
    equal(SLOPE, 0, START),
    faster("0.8", "0.95", "0.1379"), faster("0.95", "1.1", "0.1484"),
    faster("1.1", "1.25", "0.1582"),
))

X, Y = omega, q**2 * tau
"""Mean and variance of the net input for p = 1; μ = -p is the same with -ω for ω."""
MEAN = moments(p, X, Y)[0]
a0, a1, g = (Symbol(name, real=True) for name in ("a0", "a1", "g"))
RATIO = X / sqrt(2 * Y)
IN_TAILS = {a0: erfc(RATIO), a1: tail(1, p, X, Y), g: exp(-(RATIO**2))}


def below_2(scale: Expr, x: Expr, y: Expr) -> All:
    """The tails for k = 0, 1 are in (0, 2): 0 < erfc < 2, and e^(z²) erfc(z) < 1 for z > 0."""
    ratio, shifted = x / sqrt(2 * y), (x + scale * y) / sqrt(2 * y)
    return All((
        Identity(tail(1, scale, x, y), exp(shifted**2 - ratio**2) * erfc(shifted)),
        Identity(shifted - ratio, scale * sqrt(y / 2)),
        HalfLine(exp(u**2) * erfc(u), 1, u, weight=exp(u**2), cuts=("0.3", "1")),
        Unbounded(0, erfc(t), {t: (None, None)}),
        Identity(erfc(-t, evaluate=False), 2 - erfc(t)),
    ))


def slope(width: Expr) -> Expr:
    """∂μ̃/∂p in letters for the tails and the bell."""
    density = sqrt(2 * tau / pi) * width * g
    return lam / 2 * (alpha * ((omega + p * width**2 * tau) * a1 - density) + omega * (2 - a0)
                      + density)


LETTERS = Box({p: (0, "0.1"), t: (0, 1), **TAU, a0: (0, 2), a1: (0, 2), g: (0, 1)})
NARROW = All((
    Identity(MEAN.xreplace({p: size}).subs(ANY),
             in_tails(mean).xreplace({mu: size, nu: size**2 * q**2}).subs(ANY)),
    Identity(MEAN.xreplace({p: Add(t, -t, evaluate=False)}), 0),
    Derivative(MEAN.subs(ANY), p, slope(q).xreplace(IN_TAILS).subs(ANY)),
    magnitude(slope(t), "<", 1, LETTERS),
    below_2(p, X, Y),
))

ONE = Integer(1)
IN_NET, AT_0 = moments(ONE, m, u)[0], moments(s, Integer(0), ONE)[0]
"""μ̃ at mean m and variance x of the net input, and at 0 and s²."""
SLOWLY = lam / 2 * (alpha * a1 + 2 - a0)
STEEPEST = lam * (alpha + 1)
LARGE = All((
    Identity(IN_NET.xreplace({m: mu * omega, u: nu * tau}).subs(ANY), in_tails(mean).subs(ANY)),
    Derivative(IN_NET.subs(ANY), m, SLOWLY.xreplace(
        {a0: erfc(m / sqrt(2 * u)), a1: tail(1, ONE, m, u)}
    ).subs(ANY)),
    bounded(0, SLOWLY, STEEPEST, Box({a0: (0, 2), a1: (0, 2)})), below_2(ONE, m, u),
    Identity(IN_NET.xreplace({m: Integer(0), u: size**2}).subs(ANY),
             AT_0.xreplace({s: size}).subs(ANY)),
    Inequality("0.3", "<=", t**2, Box({t: "0.5478"})),
    magnitude(AT_0, "<", "0.0556", Box({s: (0, "0.5478")})),
    Inequality(Rational("0.0556") * t + Rational("0.1") * STEEPEST, "<", 1, Box({t: (0, 10)})),
))
"""The last line: |μ̃|/|μ| < 1 with t = 1/|μ|."""

CLAIMS = (
    own(
        "T3m.1_wide", "ν̃ > ν for 0 < ν ⩽ 0.02, |μ| ⩽ √ν, ω ∈ [-0.1, 0.1], τ ∈ [0.8, 1.25]", WIDE,
        "the variance increases where it is tiny and μ² is smaller", "inequality",
        stand_in="ν̃ and its derivative by s = √(ντ) are 0 at s = 0, and on each part of the range "
        "of τ the derivative of ν̃ - s²/τ increases from there, up to ν = 0.02; that ν̃ - s²/τ then "
        "increases from 0 is left to the mean value theorem",
    ),
    own(
        "T3m.1_narrow", "|μ̃| < |μ| for 0 < ν ⩽ μ², |μ| ⩽ 0.1, ω ∈ [-0.1, 0.1], τ ∈ [0.8, 1.25]",
        NARROW, "the mean moves where μ² is not smaller", "inequality",
        stand_in="μ̃ is 0 at p = |μ| = 0 for each ν/μ², and |∂μ̃/∂p| < 1; that |μ̃| < p then is left "
        "to the mean value theorem",
        note="with letters for the bell, in [0, 1], and the tails, in [0, 2], as 0 < erfc < 2 and "
        "e^(x²) erfc(x) < 1 for x > 0",
    ),
    own(
        "T3m.1_large", "|μ̃| < 0.0556 + 0.1λ(α + 1)|μ| < |μ| for |μ| ⩾ 0.1, ω ∈ [-0.1, 0.1], "
        "0 < ντ ⩽ 0.3",
        LARGE, "the mean moves where it is large", "inequality",
        stand_in="|μ̃| < 0.0556 for μω = 0, 0 ⩽ ∂μ̃/∂(μω) ⩽ λ(α + 1), and the last relation; the "
        "first is left to the mean value theorem",
        note="with letters for the tails, in [0, 2], as in T3m.1_narrow",
    ),
)
