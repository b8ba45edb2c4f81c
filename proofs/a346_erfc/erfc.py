"""Section A3.4.6: Lemmas 21–24, exp, erfc, e^(x²) erfc(x) and x e^(x²) erfc(x) on whole half-lines.

Each inequality with erfc is proved by Laplace's method: right − left = w h with a weight w > 0 such
that erfc drops out of h′, which has one sign, while h tends to 0.
"""

from sympy import Abs, Symbol, erfc, exp, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Derivative,
    HalfLine,
    Identity,
    Inequality,
    NotFormal,
    Unbounded,
    Vanishes,
    tends,
)

from ..paper import claim, inference, u

t = Symbol("x", real=True)
"""The paper's x where it is any real number; it is u > 0 elsewhere."""

E = exp(u**2) * erfc(u)
ROOT = sqrt(pi)
LOWER = 2 * exp(-(u**2)) / (ROOT * (sqrt(u**2 + 2) + u))
UPPER = 2 * exp(-(u**2)) / (ROOT * (sqrt(u**2 + 4 / pi) + u))
CUTS = ("0.2", "5")
"""Exact at 0 and at ∞, the upper bound exceeds erfc by what first grows and at last falls."""

POSITIVE = {u: (0, None)}
AHEAD, NEGATIVE, REAL = {t: (0, None)}, {t: (None, 0)}, {t: (None, None)}
SLOPE = 2 * u * E - 2 / ROOT
CURVE = 2 * ((2 * u**2 + 1) * E - 2 * u / ROOT)
RISE = (2 * u**2 + 1) * E - 2 * u / ROOT
CONVEX = (2 * u**2 + 1) * exp(u**2)
BELOW = ROOT * (sqrt(u**2 + 2) + u)
SQUARE = u**4 + 2 * u**2 + 1


TAIL = sqrt(u**4 + 2 * u**2 + 1)
"""√(x⁴ + 2x² + 1) = x² + 1, which ends the chains (147) and (149)."""


END = Identity(TAIL, Abs(u**2 + 1, evaluate=False)), Unbounded(0, u**2 + 1, POSITIVE)
CONVEXITY = u**2 - u * sqrt(u**2 + 2) + 1
LIFTED = u**2 - u * sqrt(u**2 + 1 / u**2 + 2) + 1
"""In (149) the same with 1/x² added under the root."""
OVER = 4 * u / (ROOT * (sqrt(u**2 + 4 / pi) + u))
BELOW_LIMIT = 2 / (ROOT * (sqrt(2 / u**2 + 1) + 1))
ABOVE_LIMIT = 2 / (ROOT * (sqrt(4 / (pi * u**2) + 1) + 1))
ODD, RISING = (u * E).xreplace({u: t}), RISE.xreplace({u: t})

RULE = NotFormal("a derivative of one sign on an interval makes strictly monotone; conjunction")

CLAIMS = (
    claim(
        "L21",
        "exp is strictly increasing and erfc strictly decreasing",
        All((Derivative(exp(t), t, exp(t)), Unbounded(0, exp(t), REAL),
             Derivative(erfc(t), t, -2 * exp(-(t**2)) / ROOT),
             Unbounded(-2 * exp(-(t**2)) / ROOT, 0, REAL))),
    ),
    *inference("L21", "Both parts", "L21.1 L21.2", NotFormal("conjunction")),
    claim(
        "L21.1",
        "exp is strictly increasing from 0 at -∞ to ∞ at ∞ and has positive curvature",
        All((Derivative(exp(t), t, exp(t)), Unbounded(0, exp(t), REAL),
             Vanishes(exp(-t), t, AHEAD))),
        stand_in="that e^x tends to ∞ is said as e^(-x) → 0",
    ),
    *inference("L21.1", "By definition", "", NotFormal("exp is its own derivative, of which the "
               "sign and the limits are those of the classical exponential")),
    claim(
        "L21.2",
        "erfc is strictly decreasing from 2 at -∞ to 0 at ∞",
        All((Derivative(erfc(t), t, -2 * exp(-(t**2)) / ROOT),
             Unbounded(-2 * exp(-(t**2)) / ROOT, 0, REAL),
             Vanishes(erfc(t), t, AHEAD), Vanishes(erfc(-t) - 2, t, AHEAD))),
    ),
    *inference("L21.2", "By definition", "D346.2",
               Derivative(erfc(t), t, -2 * exp(-(t**2)) / ROOT)),
    claim(
        "L22",
        "2 e^(-x²)/(√π (√(x² + 2) + x)) < erfc(x) ≤ 2 e^(-x²)/(√π (√(x² + 4/π) + x)) for x > 0",
        All((HalfLine(LOWER, erfc(u), u), HalfLine(erfc(u), UPPER, u, cuts=CUTS))),
        note="The upper bound is strict, too; it is attained at x = 0, which is excluded.",
    ),
    *inference("L22", "Abramowitz and Stegun, 7.1.13", "",
               NotFormal("a classical inequality, cited; here it is proved from scratch")),
    claim(
        "L23",
        "e^(x²) erfc(x) is strictly decreasing for x > 0 and has a positive second derivative",
        All((Derivative(E, u, SLOPE), HalfLine(SLOPE, 0, u, weight=u * exp(u**2)),
             Derivative(SLOPE, u, CURVE), HalfLine(0, CURVE, u, weight=CONVEX))),
    ),
    *inference("L23", "The signs of (144) and (146)", "L23.1 L23.2 L23.3 L23.4", RULE),
    claim("L23.1", "(144) ∂(e^(x²) erfc(x))/∂x = 2 e^(x²) x erfc(x) - 2/√π",
          Derivative(E, u, SLOPE)),
    claim(
        "L23.2",
        "(145) 2 e^(x²) x erfc(x) - 2/√π < 4x/(√π (√(x² + 4/π) + x)) - 2/√π "
        "= 2 (2/(√(4/(πx²) + 1) + 1) - 1)/√π < 0 for x > 0",
        All((HalfLine(SLOPE, OVER - 2 / ROOT, u,
                      weight=u * exp(u**2), core=2 * (UPPER - erfc(u)), cuts=CUTS),
             Identity(OVER - 2 / ROOT, 2 * (2 / (sqrt(4 / (pi * u**2) + 1) + 1) - 1) / ROOT),
             Unbounded(OVER - 2 / ROOT, 0, POSITIVE))),
    ),
    *inference("L23.2", "Lemma 22 times 2x e^(x²)", "L22",
               All((Unbounded(0, 2 * u * exp(u**2), POSITIVE),
                    Identity(2 * u * exp(u**2) * UPPER, OVER),
                    Unbounded(OVER - 2 / ROOT, 0, POSITIVE)))),
    claim("L23.3", "(146) ∂²(e^(x²) erfc(x))/∂x² = 4 e^(x²) x² erfc(x) + 2 e^(x²) erfc(x) - 4x/√π",
          Derivative(SLOPE, u, 4 * u**2 * E + 2 * E - 4 * u / ROOT)),
    claim(
        "L23.4",
        "(147) 2 ((2x² + 1) e^(x²) erfc(x) - 2x/√π) > 4 (2x² + 1)/(√π (√(x² + 2) + x)) - 4x/√π "
        "= 4 (x² - √(x² + 2) x + 1)/(√π (√(x² + 2) + x)) "
        "= 4 (x² - √(x⁴ + 2x²) + 1)/(√π (√(x² + 2) + x)) "
        "> 4 (x² - √(x⁴ + 2x² + 1) + 1)/(√π (√(x² + 2) + x)) = 0 for x > 0",
        All((HalfLine(4 * (2 * u**2 + 1) / BELOW - 4 * u / ROOT, CURVE, u,
                      weight=2 * CONVEX, core=erfc(u) - LOWER),
             Identity(4 * (2 * u**2 + 1) / BELOW - 4 * u / ROOT, 4 * CONVEXITY / BELOW),
             Identity(4 * CONVEXITY / BELOW, 4 * (u**2 - sqrt(u**4 + 2 * u**2) + 1) / BELOW),
             Unbounded(4 * (u**2 - TAIL + 1) / BELOW, 4 * CONVEXITY / BELOW, POSITIVE), *END)),
    ),
    *inference("L23.4", "Lemma 22 times 2 (2x² + 1) e^(x²)", "L22",
               All((Unbounded(0, 2 * CONVEX, POSITIVE),
                    Identity(2 * CONVEX * LOWER, 4 * (2 * u**2 + 1) / BELOW)))),
    claim(
        "L24",
        "x e^(x²) erfc(x) has the sign of x and increases monotonically to 1/√π",
        All((Unbounded(0, ODD, AHEAD), Unbounded(ODD, 0, NEGATIVE),
             Derivative(ODD, t, RISING), HalfLine(0, RISING, t, weight=CONVEX.xreplace({u: t})),
             Unbounded(0, RISING, NEGATIVE), Inequality(0, "<", RISING, Box({t: 0})),
             *tends(ODD, 1 / ROOT, 1 / t**2, t, (t * exp(t**2), t * exp(t**2))).parts)),
        note="The distance to the limit is below 1/x² for every x > 0.",
    ),
    *inference("L24", "The sign of (148), and (150) with its limits: a positive derivative makes "
               "strictly increasing, what lies between two functions of one limit has that limit; "
               "for x ⩽ 0, which (149) and (150) leave out, both signs are still to be shown",
               "L24.1 L24.2 L24.3 L24.4",
               All((Unbounded(0, RISING, NEGATIVE), Inequality(0, "<", RISING, Box({t: 0})),
                    Unbounded(ODD, 0, NEGATIVE)))),
    claim("L24.1", "(148) ∂(x e^(x²) erfc(x))/∂x = 2 e^(x²) x² erfc(x) + e^(x²) erfc(x) - 2x/√π",
          Derivative(ODD, t, (2 * u**2 * E + E - 2 * u / ROOT).xreplace({u: t}))),
    claim(
        "L24.2",
        "(149) e^(x²) (2x² + 1) erfc(x) - 2x/√π > 2 (2x² + 1)/(√π (√(x² + 2) + x)) - 2x/√π "
        "= 2 ((2x² + 1) - x (√(x² + 2) + x))/(√π (√(x² + 2) + x)) "
        "= 2 (x² - x √(x² + 2) + 1)/(√π (√(x² + 2) + x)) "
        "> 2 (x² - x √(x² + 1/x² + 2) + 1)/(√π (√(x² + 2) + x)) "
        "= 2 (x² - √(x⁴ + 2x² + 1) + 1)/(√π (√(x² + 2) + x)) "
        "= 2 (x² - √((x² + 1)²) + 1)/(√π (√(x² + 2) + x)) = 0 for x > 0",
        All((HalfLine(2 * (2 * u**2 + 1) / BELOW - 2 * u / ROOT, RISE, u,
                      weight=CONVEX, core=erfc(u) - LOWER),
             Identity(2 * (2 * u**2 + 1) / BELOW - 2 * u / ROOT,
                      2 * (2 * u**2 + 1 - u * (sqrt(u**2 + 2) + u)) / BELOW),
             Identity(2 * (2 * u**2 + 1 - u * (sqrt(u**2 + 2) + u)) / BELOW,
                      2 * CONVEXITY / BELOW),
             Unbounded(2 * LIFTED / BELOW, 2 * CONVEXITY / BELOW, POSITIVE),
             Identity(2 * LIFTED / BELOW, 2 * (u**2 - TAIL + 1) / BELOW), *END)),
    ),
    *inference("L24.2", "Lemma 22 times (2x² + 1) e^(x²)", "L22",
               All((Unbounded(0, CONVEX, POSITIVE),
                    Identity(CONVEX * LOWER, 2 * (2 * u**2 + 1) / BELOW)))),
    claim(
        "L24.3",
        "(150) 2/(√π (√(2/x² + 1) + 1)) < x erfc(x) e^(x²) ≤ 2/(√π (√(4/(πx²) + 1) + 1)) for x > 0",
        All((HalfLine(BELOW_LIMIT, u * E, u, weight=u * exp(u**2), core=erfc(u) - LOWER),
             HalfLine(u * E, ABOVE_LIMIT, u, weight=u * exp(u**2), core=UPPER - erfc(u),
                      cuts=CUTS))),
    ),
    *inference("L24.3", "Lemma 22 times x e^(x²)", "L22",
               All((Unbounded(0, u * exp(u**2), POSITIVE),
                    Identity(u * exp(u**2) * LOWER, BELOW_LIMIT),
                    Identity(u * exp(u**2) * UPPER, ABOVE_LIMIT)))),
    claim(
        "L24.4",
        "2/(√π (√(2/x² + 1) + 1)) and 2/(√π (√(4/(πx²) + 1) + 1)) tend to 1/√π as x → ∞",
        All(tuple(part for bound in (BELOW_LIMIT, ABOVE_LIMIT) for part in (
            Unbounded(bound - 1 / ROOT, 1 / u**2, {u: (1, None)}),
            Unbounded(1 / ROOT - bound, 1 / u**2, {u: (1, None)})))),
        note="Each is within 1/x² of it for every x > 1.",
    ),
    *inference("L24.4", "By inspection", "", NotFormal("the limit of the printed fractions")),
)
