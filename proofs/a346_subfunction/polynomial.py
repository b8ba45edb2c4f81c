"""Lemma 44, (264)–(271): the quotient is positive as a polynomial is; F increases, and is < 0."""

from sympy import Expr, Rational, Symbol, collect, erfc, exp, expand, pi, sqrt

from fixedpoint.claims import (
    All,
    Box,
    Defect,
    HalfLine,
    Identity,
    Inequality,
    NotFormal,
    Unbounded,
    rounds_to,
)

from ..a343_second_moment.second_moment import DOMAIN, INCREASING, NEGATIVE, F
from ..paper import HERE, claim, inference, inside, own, repaired, u, v
from .approximation import BELOW, SQUARES, W2, limit, root, suffices
from .expansion import exact, expands, off, rounding, total
from .numerator import BELOW_262, FACTOR, FACTOR_EXACT, FREE, FREE_EXACT, Q_263, Q, r

ROOT_FACTOR = total(FACTOR)

# (267), from (264) before its numbers are rounded, and from the rounded ones.
DIFFERENCE = total(FACTOR_EXACT) ** 2 * (W2**2 + Q * u) - total(FREE_EXACT) ** 2
OF_ROUNDED = ROOT_FACTOR**2 * (W2**2 + Q_263 * u) - total(FREE) ** 2
PRINTED_267 = {
    u**5: "-1.2227", u**4 * v: "40.1006", u**4: "27.7897", u**3 * v**2: "41.0176",
    u**3 * v: "64.5799", u**3: "39.4762", u**2 * v**3: "10.9422", u**2 * v**2: "-13.543",
    u**2 * v: "-28.8455", u**2: "-0.364625", u * v**4: "0.611352", u * v**3: "6.83183",
    u * v**2: "5.46393", u * v: "0.121746", u: "0.000798008", v**5: "-10.6365",
    v**4: "-11.927", v**3: "0.190151", v**2: "-0.000392287",
}
AS_267 = total(PRINTED_267)
EXACT_267 = exact(DIFFERENCE, PRINTED_267)


def bracket_268(y: Expr, last: str) -> Expr:
    """The factor of y in (268): for its y in higher powers, and the coefficient of y⁴."""
    return total({
        u**4: "40.1006", u**3: "64.5799", u**2 * y**2: "10.9422", u**2: "-28.8455",
        u * y**2: "6.83183", u: "0.121746", y**4: last, y**2: "0.190151",
    })


def regrouped(less: Expr, more: Expr, y: Expr, bracket: Expr) -> Expr:
    """(268) for its y in terms that are added, in those that are subtracted, and elsewhere."""
    return total({
        u**5: "-1.2227", u**4: "27.7897", u**3 * less**2: "41.0176", u**3: "39.4762",
        u**2 * more**2: "-13.543", u**2: "-0.364625", y * bracket: "1",
        u * less**4: "0.611352", u * less**2: "5.46393", u: "0.000798008",
        more**4: "-11.927", more**2: "-0.000392287",
    })


TENTH = Rational("0.1")
BRACKET, LARGEST = bracket_268(v, "-10.6365"), bracket_268(TENTH, "10.6365")
REGROUPED = regrouped(v, v, v, BRACKET)
w = Symbol("w", real=True)
LOWEST = regrouped(w, TENTH, -TENTH, LARGEST).xreplace({w: Rational(0)})
COLLECTED = {
    u**5: "-1.2227", u**4: "23.7796", u**3: "33.0182", u**2: "2.37355", u: "-0.0182084",
}
PRINTED_LAST, LAST = "-0.000194074", "-0.00149314"


def cubic(last: str) -> Expr:
    """The last line of (268) with its last number."""
    return total({u**3: "13.0182", u**2: "2.37355", u: "-0.0182084", 1: last})


def collected(last: str) -> dict[Expr, str]:
    """The collected line of (268) with its last number; 33.0182 is 20 + 13.0182."""
    return COLLECTED | {Rational(1): last}


QUINTIC = total({u**4: "24.7796", u**5: "-1.2227"})
EXACT_QUINTIC = (
    (EXACT_267[u**4] - TENTH * EXACT_267[u**4 * v] + 1) * u**4 + EXACT_267[u**5] * u**5
)
LINE = Box({u: DOMAIN[u]})
AT_20 = Box({u: 20})
X = Symbol("x", real=True)
TO_20 = Box({X: (0, 20)})
QUARTIC = X**3 * (20 - X)


def above(lower: Expr, upper: Expr) -> All:
    """lower < upper on the domain, in powers of x."""
    gap = collect(expand(upper - lower), u)
    return All((Identity(upper - lower, gap), Inequality(0, "<", gap, DOMAIN)))


def step_22(last: str) -> All:
    """The last line of (268) outweighs the roundings, and so does the factor of the root."""
    roundings = Rational(14) + Rational("6.5")
    return All((
        Inequality(roundings, "<", cubic(last), LINE),
        Inequality("0.0001", "<", ROOT_FACTOR, DOMAIN),
        Inequality(0, "<", BELOW_262, DOMAIN), Inequality(0, "<", BELOW, DOMAIN),
    ))


BEYOND = Box({u: (DOMAIN[u][0], 21), v: DOMAIN[v]})

CLAIMS = (
    claim(
        "L44.14", "4x² + 2xy + 2.76667x - 2y² - 0.939726y - 0.0121625 > 0 on x ∈ [1.2, 20], "
        "y ∈ [-0.1, 0.1]", Inequality(0, "<", ROOT_FACTOR, DOMAIN),
    ),
    rounding("L44.14", "the factor of the root", total(FACTOR_EXACT), ROOT_FACTOR,
             off(FACTOR_EXACT, FACTOR), "0.0001"),
    claim(
        "L44.15", "where the factor of the root is positive, (264) is positive if (265), (266): "
        "(-8.0x³ - 8.0x²y - 11.0044x² + 2xy² + 1.69548xy - 0.0464849x + 2y³ + 3.59885y² - "
        "0.0232425y)² < (4x² + 2xy + 2.76667x - 2y² - 0.939726y - 0.0121625)² ((2x+y)² + 5.39467x)",
        suffices(total(FREE), ROOT_FACTOR, W2**2 + Q_263 * u, DOMAIN),
    ),
    *inference("L44.15", "the square of the root-free part is below that of the other",
               "L44.13 L44.14", SQUARES),
    own(
        "L44.15_exact", "the same for the coefficients that (264) has before they are rounded",
        suffices(total(FREE_EXACT), total(FACTOR_EXACT), W2**2 + Q * u, DOMAIN),
        "the square for the unrounded coefficients", "inequality",
    ),
    claim(
        "L44.16", "the right side of (266) less the left is -1.2227x⁵ + 40.1006x⁴y + 27.7897x⁴ + "
        "41.0176x³y² + 64.5799x³y + 39.4762x³ + 10.9422x²y³ - 13.543x²y² - 28.8455x²y - 0.364625x² "
        "+ 0.611352xy⁴ + 6.83183xy³ + 5.46393xy² + 0.121746xy + 0.000798008x - 10.6365y⁵ - "
        "11.927y⁴ + 0.190151y³ - 0.000392287y² > 0 (267): each decimal is the rounded coefficient "
        "that (264) gives before its own numbers are rounded",
        All((expands(DIFFERENCE, PRINTED_267), Inequality(0, "<", AS_267, DOMAIN))),
        note="the rounded numbers of (264) give other digits, -1.22224x⁵ to begin with",
    ),
    rounding("L44.16", "(267)", DIFFERENCE, AS_267, off(EXACT_267, PRINTED_267), "14"),
    own(
        "L44.16_squares", "(267) is off from the squares of (266) with the rounded numbers of "
        "(264) by less than x⁵/1000",
        All((
            Inequality(-(u**5) / 1000, "<", OF_ROUNDED - AS_267, DOMAIN),
            Inequality(OF_ROUNDED - AS_267, "<", u**5 / 1000, DOMAIN),
        )), "(267) from rounded numbers",
    ),
    claim(
        "L44.17", "(267) regrouped, -1.2227x⁵ + 27.7897x⁴ + 41.0176x³y² + 39.4762x³ - 13.543x²y² - "
        "0.364625x² + y(40.1006x⁴ + 64.5799x³ + 10.9422x²y² - 28.8455x² + 6.83183xy² + 0.121746x - "
        "10.6365y⁴ + 0.190151y²) + 0.611352xy⁴ + 5.46393xy² + 0.000798008x - 11.927y⁴ - "
        "0.000392287y², is > the same with 0.0 for y in the terms 41.0176x³y², 0.611352xy⁴, "
        "5.46393xy², with 0.1 for y in the others and in the parentheses, there with +10.6365, "
        "and with -0.1 for the factor y (268)",
        All((Identity(AS_267, REGROUPED), above(LOWEST, REGROUPED))),
    ),
    *inference(
        "L44.17", "term by term: 0 ⩽ y² ⩽ 0.01, y ⩾ -0.1, and the parentheses are > 0 and < those "
        "with 0.1 for y and +10.6365", "L44.16",
        All((
            Inequality(0, "<=", v**2, DOMAIN), Inequality(v**2, "<=", "0.01", DOMAIN),
            Inequality("-0.1", "<=", v, DOMAIN), Inequality(0, "<", BRACKET, DOMAIN),
            above(BRACKET, LARGEST),
        )),
    ),
    claim(
        "L44.18", "the right side of (268) is -1.2227x⁵ + 23.7796x⁴ + (20 + 13.0182)x³ + 2.37355x² "
        "- 0.0182084x - 0.000194074, each decimal rounded",
        expands(LOWEST, collected(PRINTED_LAST)), defect=Defect.SLIP,
        note="the last number leaves out -0.1·10.6365·0.1⁴ - 11.927·0.1⁴: it is -0.00149314",
    ),
    claim(
        "L44.18c", "the right side of (268) is -1.2227x⁵ + 23.7796x⁴ + (20 + 13.0182)x³ + "
        "2.37355x² - 0.0182084x - 0.00149314, each decimal rounded",
        expands(LOWEST, collected(LAST)),
    ),
    rounding("L44.18", "the collected line, with -0.00149314 for its last,", LOWEST,
             total(collected(LAST)), off(exact(LOWEST, collected(LAST)), collected(LAST)), "6.5"),
    claim(
        "L44.19", "⩾ -1.2227x⁵ + 24.7796x⁴ + 13.0182x³ + 2.37355x² - 0.0182084x - 0.000194074, as "
        "20x³ ⩾ x⁴ for 0 ⩽ x ⩽ 20",
        All((
            Identity(20 * X**3 - X**4, QUARTIC), Inequality(0, "<=", QUARTIC, TO_20),
            Identity((total(collected(PRINTED_LAST)) - (QUINTIC + cubic(PRINTED_LAST))).xreplace(
                {u: X}), QUARTIC),
        )),
    ),
    *inference("L44.19", "x ∈ [1.2, 20] lies in [0, 20]", "L44.18",
               *[Inequality(u**4, "<=", 20 * u**3, LINE)] * 2),
    claim(
        "L44.20", "> 13.0182x³ + 2.37355x² - 0.0182084x - 0.000194074, as 24.7796·20⁴ - 1.2227·20⁵ "
        "= 52090.9 > 0 and x ⩽ 20",
        All((Inequality(0, "<", QUINTIC, LINE), rounds_to(EXACT_QUINTIC, "52090.9", AT_20))),
        note="52090.9 is from the coefficients of (267) before they are rounded; the printed "
        "24.7796 and 1.2227 make 52096.0",
    ),
    *inference(
        "L44.20", "24.7796x⁴ - 1.2227x⁵ is x⁴ times what is least at x = 20, and the number there",
        "L44.19",
        All((Inequality(0, "<", Rational("24.7796") - Rational("1.2227") * 20, HERE),
             rounds_to(EXACT_QUINTIC, "52090.9", AT_20))),
    ),
    claim(
        "L44.21", "13.0182x³ + 2.37355x² - 0.0182084x - 0.000194074 > 0 on x ∈ [1.2, 20]",
        Inequality(0, "<", cubic(PRINTED_LAST), LINE),
    ),
    *inference("L44.21", "no argument is printed: the first term outweighs the negative ones",
               "L44.20",
               Inequality(total({u: "0.0182084", 1: "0.000194074"}), "<", total({u**3: "13.0182"}),
                          LINE)),
    claim("L44.22", "∂F/∂x > 0 on x ∈ [1.2, 20], for all y ∈ [-0.1, 0.1] (269)", INCREASING),
    *inference(
        "L44.22", "the lines of (262) to (268) join; the last outweighs what is off in L44.16 and "
        "L44.18, the factor of the root what is off in it, and the denominators are > 0",
        "L44.1 L44.2 L44.7 L44.8 L44.9 L44.10 L44.11 L44.12 L44.13 L44.14 L44.14_rounding L44.15 "
        "L44.15_exact L44.16 L44.16_rounding L44.17 L44.18 L44.18_rounding L44.19 L44.20 L44.21",
        step_22(PRINTED_LAST), step_22(LAST),
    ),
    claim(
        "L44.23", "the limit of F(x, y) as x → ∞ is 0 (270)", limit(DOMAIN[v]),
        note="for √x > 1: both e^{z²} erfc z are positive and below 2/√x, and F is the first less "
        "twice the second",
    ),
    *inference(
        "L44.23", "Lemma 22: e^{z²} erfc z < 1/(√π z) for z > 0, and both arguments grow like √x",
        "L22", All((
            HalfLine(exp(r**2) * erfc(r), 1 / (sqrt(pi) * r), r, weight=exp(r**2)),
            *(Unbounded(root / 2, (k * root + v / root) / sqrt(2), {root: (1, None), v: DOMAIN[v]})
              for k in (1, 2)),
        )),
    ),
    claim("L44.24", "F(x, y) < 0 on x ∈ [1.2, 20], y ∈ [-0.1, 0.1] (271)", NEGATIVE),
    *inference(
        "L44.24", "F increases to its limit 0 for x → ∞; so it has to increase beyond x = 20, to "
        "21 for one, which lies outside the domain of (269)", "L44.22 L44.23",
        inside(BEYOND, DOMAIN),
    ),
    own(
        "L44.24_repair", "F(20, y) < 0 for y ∈ [-0.1, 0.1]",
        Inequality(F, "<", 0, DOMAIN.but({u: 20})), "F at the end of the domain",
    ),
    repaired(
        "L44.24", "F increases on [1.2, 20] to F(20, y) < 0", "L44.22 L44.24_repair",
        NotFormal("an increasing function is nowhere greater than at the right end"),
    ),
)
