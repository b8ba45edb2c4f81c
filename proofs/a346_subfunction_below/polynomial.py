"""Lemma 45, (289)–(298): the quotient is positive as a polynomial is; F increases, and is < 0."""

from collections.abc import Mapping
from typing import Any

from sympy import Add, Expr, Poly, Rational, Symbol, expand, sqrt, sympify

from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Identity,
    Inequality,
    NotFormal,
    bounded,
    magnitude,
    rounds_to,
)

from ..a343_second_moment.second_moment import F
from ..a344_small_variance.small_variance import DOMAIN, INCREASING, NEGATIVE
from ..a346_subfunction.approximation import BELOW, SQUARES, W2, K, limit, suffices
from ..a346_subfunction.expansion import exact, expands, off, rounding, total
from ..a346_subfunction.numerator import BELOW_262, Q_263, ROOT2, ROOT_263, Q, r
from ..paper import HERE, claim, inference, inside, own, repaired, u, v
from .approximation import AS_8C, FROM_001, ON, top

LINE = Box({u: DOMAIN[u]})
EDGE, X_LEAST = Rational("0.01"), Rational("0.007")

# (290): r stands for its root.
FACTOR = {u**2: "4", u * v: "2", u: "2.7795", v**2: "-2", v: "-0.9269", 1: "-0.00027798"}
FREE = {
    u**3: "-8", u**2 * v: "-8", u**2: "-10.9554", u * v**2: "2", u * v: "1.76901",
    u: "-0.00106244", v**3: "2", v**2: "3.62336", v: "-0.00053122",
}
PRINTED_290 = FREE | {m * r: c for m, c in FACTOR.items()}
TOP_290 = top((K - 1) * W2 + r)
EXACT_290 = exact(TOP_290, PRINTED_290)
FACTOR_EXACT = {m: EXACT_290[m * r] for m in FACTOR}
FREE_EXACT = {m: EXACT_290[m] for m in FREE}
ROOT_FACTOR, ROUNDED_290 = total(FACTOR), total(PRINTED_290).xreplace({r: ROOT_263})
ROOT_OFF = (Q - Q_263) * u / (ROOT2 + ROOT_263)
OFF_290 = total(FACTOR_EXACT) * ROOT_OFF + off(EXACT_290, PRINTED_290).xreplace({r: ROOT_263})

# (291): the factor of the root at x = 0.007, and its roots in y.
AT_LEAST = Add(*(Rational(c) * sympify(m).subs(u, X_LEAST) for m, c in FACTOR.items()),
               evaluate=False)
s = Symbol("s", real=True)
ABOVE_LEAST = s * (4 * (s + 2 * X_LEAST) + 2 * v + Rational("2.7795"))
"""What it is more than that, for x = 0.007 + s."""
BEYOND_LEAST = Box({s: (0, "0.868"), v: DOMAIN[v]})
SLOPE_291 = Rational("0.9129")
CONSTANT_291 = 4 * X_LEAST**2 + Rational("2.7795") * X_LEAST - Rational("0.00027798")

# (294): of the squares in (293), with the numbers of (290) before they are rounded.
DIFFERENCE = total(FACTOR_EXACT) ** 2 * (W2**2 + Q * u) - total(FREE_EXACT) ** 2
PRINTED_294 = {
    u: "0.0000004168614250", v**2: "-0.0000002049216091", u**5: "-0.0279456",
    u**4 * v: "43.0875", u**4: "30.8113", u**3 * v**2: "43.1084", u**3 * v: "68.989",
    u**3: "41.6357", u**2 * v**3: "10.7928", u**2 * v**2: "-13.1726", u**2 * v: "-27.8148",
    u**2: "-0.00833715", u * v**4: "0.0139728", u * v**3: "5.47537", u * v**2: "4.65089",
    u * v: "0.00277916", v**5: "-10.7858", v**4: "-12.2664", v**3: "0.00436492",
}
AS_294, EXACT_294 = total(PRINTED_294), exact(DIFFERENCE, PRINTED_294)


def at_ends(coefficients: Mapping[Any, Expr], least: Rational) -> Expr:
    """(295): y = 0.01 in the terms of a negative coefficient; else the least y or y²."""
    found = []
    for monomial, coefficient in coefficients.items():
        odd = Poly(monomial, v).degree() % 2
        y = EDGE if coefficient < 0 else least if odd else Rational(0)
        found.append(coefficient * monomial.subs(v, y))
    return Add(*found)


NUMBERS_294 = {m: Rational(c) for m, c in PRINTED_294.items()}
AS_15, AS_15C = (at_ends(NUMBERS_294, y) for y in (Rational(0), -EDGE))
EXACT_15 = at_ends(EXACT_294, Rational(0))
PRINTED_16 = {
    u: "0.0000004168614250", 1: "-0.0000001237626189", u**5: "-0.0279456", u**4: "30.8113",
    u**3: "41.6357", u**2: "-0.287802",
}
AS_16 = total(PRINTED_16)


def line_17(numbers: Mapping[Any, Any]) -> Expr:
    """The third line of (295) with these coefficients of the second."""
    n = {m: numbers[m] if isinstance(numbers[m], Expr) else Rational(numbers[m]) for m in numbers}
    return ((u / X_LEAST) ** 3 * n[1] + n[u**4] * u**4 + Rational("0.875") * n[u**5] * u**4
            + n[u**3] * u**3 + n[u**2] * u * u**2 / X_LEAST)


AS_17, EXACT_17 = line_17(PRINTED_16), line_17(exact(EXACT_15, PRINTED_16))
PRINTED_18 = {u**4: "30.7869", u**3: "0.160295"}
AS_18 = total(PRINTED_18)
SMALL = u**3 / 10000
"""Below it is what the rounded numbers of a line of (294), (295) change."""


def small(id: str, name: str, before: Expr, after: Expr) -> Claim:
    """A line with rounded numbers differs from the one before by less than x³/10000."""
    return own(
        f"{id}_rounding", f"the rounded numbers of {name} change it by less than x³/10000 {ON}",
        magnitude(expand((before - after) / u**3), "<", Rational(1, 10000), DOMAIN),
        f"what the rounded numbers of {name} change",
    )


def quadratic_291(constant: str, lower: str, upper: str, relation: str) -> All:
    """(291): its constant, the roots in y for this one, and the signs."""
    c = Rational(constant)
    roots = [(-SLOPE_291 + sign * sqrt(SLOPE_291**2 + 8 * c)) / 4 for sign in (1, -1)]
    quadratic = -2 * v**2 - SLOPE_291 * v + c
    return All((
        Identity(AT_LEAST, -2 * v**2 - SLOPE_291 * v + CONSTANT_291),
        rounds_to(CONSTANT_291, constant, HERE),
        Identity(quadratic, -2 * (v - roots[1]) * (v - roots[0])),
        rounds_to(roots[0], upper, HERE), rounds_to(-roots[1], lower, HERE),
        Inequality(0, "<", -2 * (v + Rational(lower)) * (v - Rational(upper)), Box({v: DOMAIN[v]})),
        Identity(ROOT_FACTOR.subs(u, X_LEAST + s) - AT_LEAST, ABOVE_LEAST),
        Inequality(0, relation, ABOVE_LEAST, BEYOND_LEAST),
    ))


def text_291(relation: str, constant: str, lower: str, upper: str) -> str:
    """The claim (291) with these numbers."""
    return (
        f"4x² + 2xy + 2.7795x - 2y² - 0.9269y - 0.00027798 {relation} -2y² + 0.007·2y - 0.9269y + "
        f"4·0.007² + 2.7795·0.007 - 0.00027798 = -2y² - 0.9129y + {constant} = "
        f"-2(y + {lower})(y - {upper}) > 0 {ON} (291)"
    )


def step_15(least: Rational) -> All:
    """The ends of y and y² that (295) inserts."""
    return All((bounded(least, v, EDGE, DOMAIN), bounded(0, v**2, EDGE**2, DOMAIN)))


POSITIVE = All((Inequality(0, "<", BELOW_262, DOMAIN), Inequality(0, "<", BELOW, DOMAIN)))
BEYOND = DOMAIN.but({u: (DOMAIN[u][0], 1)})
N_291, N_291C = ("2.77942", "1.42897", "0.972523"), ("0.0193745", "0.476769", "0.0203186")
TEXT_15 = (
    "(294) is > the same with y = {} in the terms 43.0875x⁴y, 68.989x³y, 10.7928x²y³, 5.47537xy³, "
    "0.00277916xy and 0.00436492y³, y = 0.0 in 43.1084x³y², 0.0139728xy⁴ and 4.65089xy², and "
    f"y = 0.01 in those of negative coefficients, {ON} (295)"
)

CLAIMS = (
    claim(
        "L45.11", "the numerator is -8x³ - 8x²y + 4x²ρ - 10.9554x² + 2xy² - 2y²ρ + 1.76901xy + "
        "2xyρ + 2.7795xρ - 0.9269yρ - 0.00027798ρ - 0.00106244x + 2y³ + 3.62336y² - 0.00053122y, "
        "ρ = √((2x+y)² + 5.39467x): each decimal is the rounded exact coefficient; and regrouped "
        "-8x³ + (4x² + 2xy + 2.7795x - 2y² - 0.9269y - 0.00027798)ρ - 8x²y - 10.9554x² + 2xy² + "
        f"1.76901xy - 0.00106244x + 2y³ + 3.62336y² - 0.00053122y > 0 {ON} (290)",
        All((rounds_to(Q, "5.39467", HERE), expands(TOP_290, PRINTED_290, {r: ROOT2}),
             Identity(ROUNDED_290, total(FREE) + ROOT_FACTOR * ROOT_263),
             Inequality(0, "<", total(FREE) + ROOT_FACTOR * ROOT_263, DOMAIN))),
    ),
    rounding("L45.11", "(290)", TOP_290.xreplace({r: ROOT2}), ROUNDED_290, OFF_290, "0.0001",
             DOMAIN),
    claim(
        "L45.12", text_291(">", *N_291), quadratic_291(*N_291, "<"), defect=Defect.SLIP,
        note="2.7795 was added without its factor 0.007: the constant is 0.0193745; and at "
        "x = 0.007 both sides are equal",
    ),
    claim("L45.12c", text_291("⩾", *N_291C), quadratic_291(*N_291C, "<=")),
    *inference(
        "L45.12", "the factor increases in x, from x = 0.007", "",
        All((Inequality(0, "<", ROOT_FACTOR.diff(u), DOMAIN),
             rounds_to(CONSTANT_291, N_291[0], HERE))),
        All((Inequality(0, "<", ROOT_FACTOR.diff(u), DOMAIN),
             rounds_to(CONSTANT_291, N_291C[0], HERE))),
    ),
    rounding("L45.12", "the factor of the root", total(FACTOR_EXACT), ROOT_FACTOR,
             off(FACTOR_EXACT, FACTOR), "0.000001", DOMAIN),
    claim(
        "L45.13", "where the factor of the root is positive, (290) is positive if (292), (293): "
        "(-8x³ - 8x²y - 10.9554x² + 2xy² + 1.76901xy - 0.00106244x + 2y³ + 3.62336y² - "
        "0.00053122y)² < (4x² + 2xy + 2.7795x - 2y² - 0.9269y - 0.00027798)² ((2x+y)² + 5.39467x)",
        suffices(total(FREE), ROOT_FACTOR, W2**2 + Q_263 * u, DOMAIN),
    ),
    *inference("L45.13", "as L44.15", "L45.11 L45.12", *[SQUARES] * 2),
    own(
        "L45.13_exact", "the same for the coefficients that (290) has before they are rounded",
        suffices(total(FREE_EXACT), total(FACTOR_EXACT), W2**2 + Q * u, DOMAIN),
        "the square for the unrounded coefficients", "inequality",
    ),
    claim(
        "L45.14", "the right side of (293) less the left is 4.168614250·10⁻⁷x - 2.049216091·10⁻⁷y² "
        "- 0.0279456x⁵ + 43.0875x⁴y + 30.8113x⁴ + 43.1084x³y² + 68.989x³y + 41.6357x³ + "
        "10.7928x²y³ - 13.1726x²y² - 27.8148x²y - 0.00833715x² + 0.0139728xy⁴ + 5.47537xy³ + "
        "4.65089xy² + 0.00277916xy - 10.7858y⁵ - 12.2664y⁴ + 0.00436492y³ > 0 (294): each decimal "
        "is the rounded coefficient that (290) gives before its own numbers are rounded",
        All((expands(DIFFERENCE, PRINTED_294), Inequality(0, "<", AS_294, DOMAIN))),
        note="the rounded numbers of (290) give other digits, -0.02768x⁵ to begin with",
    ),
    small("L45.14", "(294)", total(EXACT_294), AS_294),
    claim(
        "L45.15", TEXT_15.format("0.0"), Inequality(AS_15, "<", AS_294, DOMAIN),
        defect=Defect.SIGN, note="the least y is -0.01, not 0",
    ),
    claim("L45.15c", TEXT_15.format("-0.01"), Inequality(AS_15C, "<", AS_294, DOMAIN)),
    *inference("L45.15", "each term at the end of y or y² where it is least", "L45.14",
               *map(step_15, (Rational(0), -EDGE))),
    claim(
        "L45.16", "= 4.168614250·10⁻⁷x - 1.237626189·10⁻⁷ - 0.0279456x⁵ + 30.8113x⁴ + 41.6357x³ - "
        "0.287802x², each decimal rounded, of the numbers of (294) before they are rounded",
        expands(EXACT_15, PRINTED_16),
        note="the rounded numbers of (294) add to 1.237630722·10⁻⁷",
    ),
    small("L45.16", "the second line of (295)", AS_15, AS_16),
    claim(
        "L45.17", "> -(x/0.007)³·1.237626189·10⁻⁷ + 30.8113x⁴ - 0.875·0.0279456x⁴ + 41.6357x³ - "
        "(0.287802x)x²/0.007 for x ∈ [0.007, 0.875]", Inequality(AS_17, "<", AS_16, LINE),
    ),
    *inference(
        "L45.17", "4.168614250·10⁻⁷x > 0 is left out; x/0.007 ⩾ 1, and x ⩽ 0.875 in x⁵", "L45.16",
        All((Inequality(0, "<", AS_16.coeff(u) * u, LINE), Inequality(1, "<=", u / X_LEAST, LINE),
             Inequality(u, "<=", "0.875", LINE))),
    ),
    claim(
        "L45.18", "= 30.7869x⁴ + 0.160295x³ > 0 for x ∈ [0.007, 0.875], both decimals rounded, of "
        "the numbers before they are rounded",
        All((expands(EXACT_17, PRINTED_18), Inequality(0, "<", AS_18, LINE))),
        note="the rounded numbers of the line before give 30.7868 and 0.160305",
    ),
    small("L45.18", "the last line of (295)", AS_17, AS_18),
    claim("L45.19", f"∂F/∂x > 0 {ON}: F is strictly increasing in x (296)", INCREASING),
    *inference(
        "L45.19", "the lines of (289) to (295) join; the last outweighs the roundings, and the "
        "factor of the root those in it; the denominators are > 0. With the corrections (289) is "
        "left with x ⩾ 0.01, and (295) is not positive",
        "L45.1 L45.2 L45.7 L45.8 L45.9 L45.10 L45.11 L45.12 L45.12_rounding L45.13 "
        "L45.13_exact L45.14 L45.14_rounding L45.15 L45.16 L45.16_rounding L45.17 "
        "L45.18 L45.18_rounding",
        All((Inequality(3 * SMALL, "<", AS_18, LINE),
             Inequality("0.000001", "<", ROOT_FACTOR, DOMAIN), POSITIVE)),
        All((inside(DOMAIN, FROM_001), Inequality(0, "<", AS_15C, LINE), POSITIVE)),
    ),
    own(
        "L45.19_repair", "the last line of L45.8, with 0.0005 for 0.0003 (L45.7c), is > 0 " + ON,
        Inequality(0, "<", AS_8C, DOMAIN), "the approximation itself",
    ),
    repaired("L45.19", "L45.7c and the first equalities of (289), without what follows them",
             "L45.1 L45.2 L45.7 L45.8 L45.19_repair", POSITIVE.parts[1]),
    claim("L45.20", "the limit of F(x, y) as x → ∞ is 0 (297)", limit(DOMAIN[v])),
    *inference("L45.20", "as L44.23", "L22 L44.23", NotFormal("the same limit, for fewer y")),
    claim("L45.21", f"F(x, y) < 0 {ON} (298)", NEGATIVE),
    *inference(
        "L45.21", "F increases to its limit 0 for x → ∞; so it has to increase beyond x = 0.875, "
        "up to 1 for one, and that lies outside the domain of (296)", "L45.19 L45.20",
        inside(BEYOND, DOMAIN),
    ),
    own(
        "L45.21_repair", "F(0.875, y) < 0 for y ∈ [-0.01, 0.01]",
        Inequality(F, "<", 0, DOMAIN.but({u: "0.875"})), "F at the end of the domain",
    ),
    repaired(
        "L45.21", "F increases on [0.007, 0.875] to F(0.875, y) < 0", "L45.19 L45.21_repair",
        NotFormal("an increasing function is nowhere greater than at the right end"),
    ),
)
