"""Lemma 45, (299)–(310): F increases in y at x = 0.007, 0.56, 0.128 and 0.216."""

from collections.abc import Iterator
from dataclasses import dataclass

from sympy import Expr, Integer, Rational, erfc, exp, pi, sqrt

from fixedpoint.claims import All, Box, Claim, Defect, Derivative, Identity, Inequality, bounded

from ..a343_second_moment.second_moment import F
from ..a344_small_variance.small_variance import AT_016, AT_024, AT_07, DOMAIN, LEAST, steeper
from ..paper import HERE, claim, inference, own, repaired, u, v

LINE = Box({v: DOMAIN[v]})
EDGE = Rational("0.01")


def pair(first: tuple[Expr, Expr], second: tuple[Expr, Expr]) -> Expr:
    """e^p erfc z - 2 e^q erfc w."""
    (p, z), (q, w) = first, second
    return exp(p) * erfc(z) - 2 * exp(q) * erfc(w)


@dataclass(frozen=True)
class Line:
    """What is printed for one x = ντ: the number of its first claim, ν, τ, x, the two terms.

    The exponents and arguments of erfc; what stands before the two terms of ∂F/∂y; the rest of it;
    and the printed bound.
    """

    number: int
    at: tuple[str, str, str]
    first: tuple[Expr, Expr]
    second: tuple[Expr, Expr]
    factors: tuple[Expr, Expr]
    rest: Expr
    bound: str
    equations: tuple[str, str, str]
    terms: tuple[str, str]
    derivative: str

    @property
    def x(self) -> Rational:
        """The value of x."""
        return Rational(self.at[2])

    @property
    def F(self) -> Expr:
        """F(x, y) as a function of y."""
        return F.subs(u, self.x)

    @property
    def sums(self) -> Expr:
        """The first form of F(x, y), with each argument as a sum."""
        z = v / (sqrt(2) * sqrt(self.x))
        first, second = z + sqrt(self.x) / sqrt(2), z + sqrt(2) * sqrt(self.x)
        return pair((first**2, first), (second**2, second))

    @property
    def parts(self) -> tuple[Expr, Expr]:
        """The two terms of ∂F/∂y."""
        (p, z), (q, w) = self.first, self.second
        return self.factors[0] * exp(p) * erfc(z), self.factors[1] * exp(q) * erfc(w)

    @property
    def slope(self) -> Expr:
        """∂F/∂y as printed."""
        first, second = self.parts
        return first - second + self.rest

    @property
    def least(self) -> Expr:
        """The same with y = -0.01 in its first term and y = 0.01 in its second."""
        first, second = self.parts
        return first.subs(v, -EDGE) - second.subs(v, EDGE) + self.rest

    @property
    def rises(self) -> All:
        """What Lemma 24 takes: both arguments increase in y ∈ [-0.01, 0.01]."""
        slopes = (z.diff(v) for _, z in (self.first, self.second))
        return All((
            bounded(-EDGE, v, EDGE, LINE), *(Inequality(0, "<", slope, HERE) for slope in slopes),
        ))

    def above(self, lower: str, least: Expr | None = None) -> All:
        """∂F/∂y > the bound with each term at its own end > the printed number."""
        middle = self.least if least is None else least
        return All((
            Inequality(middle, "<", self.slope, LINE), Inequality(lower, "<", middle, HERE),
        ))


W7, V7 = 1000 * v + 7, 500 * v + 7
Z56, Y56 = 5 * v / (2 * sqrt(7)) + sqrt(7) / 5, 5 * v / (2 * sqrt(7)) + 2 * sqrt(7) / 5
W16, W32, W27, W54 = (125 * v + n for n in (16, 32, 27, 54))

AT_0007 = Line(
    22, LEAST, (500 * v**2 / 7 + v + Rational(7, 2000), W7 / (20 * sqrt(35))),
    (V7**2 / 3500, V7 / (10 * sqrt(35))), (1000 * v / 7 + 1, Rational(4, 7) * V7),
    20 * sqrt(5 / (7 * pi)), "3.56", ("299", "300", "301"),
    ("e^{500y²/7 + y + 7/2000} erfc((1000y+7)/(20√35))",
     "e^{(500y+7)²/3500} erfc((500y+7)/(10√35))"),
    "(1000y/7 + 1) e^{500y²/7 + y + 7/2000} erfc((1000y+7)/(20√35)) - (1/7)·4 e^{(500y+7)²/3500} "
    "(500y+7) erfc((500y+7)/(10√35)) + 20√(5/(7π))",
)
AT_056 = Line(
    26, AT_07, (Z56**2, Z56), (Y56**2, Y56), (5 * Z56 / sqrt(7), 10 * Y56 / sqrt(7)),
    5 / sqrt(7 * pi), "0.00746", ("302", "303", "304"), ("", ""),
    "5 e^{s²} s erfc(s)/√7 - 10 e^{t²} t erfc(t)/√7 + 5/√(7π) for s = 5y/(2√7) + √7/5, "
    "t = 5y/(2√7) + 2√7/5",
)
AT_0128 = Line(
    30, AT_016, (125 * v**2 / 32 + v + Rational(8, 125), W16 / (20 * sqrt(10))),
    (W32**2 / 4000, W32 / (20 * sqrt(10))), (W16 / 16, W32 / 8),
    20 * sqrt(10 / pi) / 16, "0.4468", ("305", "306", "307"),
    ("e^{125y²/32 + y + 8/125} erfc((125y+16)/(20√10))",
     "e^{(125y+32)²/4000} erfc((125y+32)/(20√10))"),
    "(1/16)(e^{125y²/32 + y + 8/125} (125y+16) erfc((125y+16)/(20√10)) - 2 e^{(125y+32)²/4000} "
    "(125y+32) erfc((125y+32)/(20√10)) + 20√(10/π))",
)
AT_0216 = Line(
    34, AT_024, (W27**2 / 6750, W27 / (15 * sqrt(30))), (W54**2 / 6750, W54 / (15 * sqrt(30))),
    (W27 / 27, 2 * W54 / 27), 15 * sqrt(30 / pi) / 27, "0.211288", ("308", "309", "310"),
    ("e^{(125y+27)²/6750} erfc((125y+27)/(15√30))", "e^{(125y+54)²/6750} erfc((125y+54)/(15√30))"),
    "(1/27)(e^{(125y+27)²/6750} (125y+27) erfc((125y+27)/(15√30)) - 2 e^{(125y+54)²/6750} "
    "(125y+54) erfc((125y+54)/(15√30)) + 15√(30/π))",
)

# (300): the first term of the bound, whose argument of erfc has + for ·.
(POWER_24, ARGUMENT_24), FACTOR_24 = AT_0007.first, AT_0007.factors[0]
FIRST_24 = (FACTOR_24 * exp(POWER_24)).subs(v, -EDGE) * erfc((7 + 1000 - EDGE) / (20 * sqrt(35)))
AS_PRINTED_24 = FIRST_24 - AT_0007.parts[1].subs(v, EDGE) + AT_0007.rest

ENDS = "> the same with y = -0.01 in the first term and y = 0.01 in the second >"
ON = "for y ∈ [-0.01, 0.01]"
BY_24 = (
    "z e^{z²} erfc z increases in z (Lemma 24), and z in y: the first term is least at y = -0.01, "
    "the second greatest at y = 0.01"
)


def function(line: Line) -> Claim:
    """The identity for F(x, y)."""
    x, forms = line.at[2], [Identity(line.F, line.sums)]
    text = "e^{s²} erfc(s) - 2 e^{t²} erfc(t) for s = y/(√2 √x) + √x/√2, t = y/(√2 √x) + √2 √x"
    if line.terms[0]:
        forms.append(Identity(line.sums, pair(line.first, line.second)))
        text += f"; = {line.terms[0]} - 2 {line.terms[1]}"
    return claim(f"L45.{line.number}", f"F({x}, y) = {text} ({line.equations[0]})",
                 All(tuple(forms)))


def derivative(line: Line) -> Claim:
    """The identity for ∂F/∂y."""
    return claim(
        f"L45.{line.number + 1}",
        f"∂F({line.at[2]}, y)/∂y = {line.derivative} ({line.equations[1]})",
        Derivative(line.F, v, line.slope),
    )


def bound(line: Line) -> Iterator[Claim]:
    """The bound of ∂F/∂y and its step."""
    id = f"L45.{line.number + 2}"
    yield claim(id, f"∂F({line.at[2]}, y)/∂y {ENDS} {line.bound} {ON} ({line.equations[1]})",
                line.above(line.bound))
    yield from inference(id, BY_24, f"L45.{line.number + 1} L24",
                         All((line.rises, Inequality(line.bound, "<", line.least, HERE))))


def conclusion(line: Line, *bounds: str) -> Iterator[Claim]:
    """F(x, y) increases in y."""
    nu, tau, x = line.at
    id = f"L45.{line.number + 3}"
    yield claim(id, f"F({x}, y) is strictly increasing in y ∈ [-0.01, 0.01], x = {nu}·{tau} "
                f"({line.equations[2]})", steeper(*line.at))
    yield from inference(id, "its derivative is greater than the printed bound, and that is > 0",
                         f"L45.{line.number + 1} L45.{line.number + 2}",
                         *(Inequality(0, "<", lower, HERE) for lower in bounds or (line.bound,)))


CLAIMS = (
    function(AT_0007),
    derivative(AT_0007),
    claim(
        "L45.24", "∂F(0.007, y)/∂y > (1 + 1000·(-0.01)/7) e^{-0.01 + 7/2000 + 500·(-0.01)²/7} "
        "erfc((7 + 1000 + (-0.01))/(20√35)) - (1/7)·4 e^{(7 + 500·0.01)²/3500} (7 + 500·0.01) "
        "erfc((7 + 500·0.01)/(10√35)) + 20√(5/(7π)) > 3.56 for y ∈ [-0.01, 0.01] (300)",
        AT_0007.above("3.56", AS_PRINTED_24), defect=Defect.MISPRINT,
        note="1000 + (-0.01) stands for 1000·(-0.01) in the argument of erfc; it is true as "
        "printed too, and 3.56 is the bound with the product",
    ),
    *inference(
        "L45.24", f"{BY_24}; the first term as printed is not the one at y = -0.01",
        "L45.23 L24",
        All((AT_0007.rises, Inequality(FIRST_24, "<=", AT_0007.parts[0].subs(v, -EDGE), HERE),
             Inequality("3.56", "<", AS_PRINTED_24, HERE))),
    ),
    own(
        "L45.24_meant", f"∂F(0.007, y)/∂y {ENDS} 3.56 {ON}", AT_0007.above("3.56"),
        "the bound (300) with 1000·(-0.01)",
    ),
    own(
        "L45.24_repair", f"∂F(0.007, y)/∂y > 6 {ON}", Inequality(6, "<", AT_0007.slope, LINE),
        "the derivative itself at x = 0.007",
    ),
    repaired(
        "L45.24", "6 is greater than the printed expression, and that than 3.56",
        "L45.24_repair",
        All((Inequality(AS_PRINTED_24, "<", Integer(6), HERE),
             Inequality("3.56", "<", AS_PRINTED_24, HERE))),
    ),
    *conclusion(AT_0007),
    function(AT_056),
    derivative(AT_056),
    *bound(AT_056),
    *conclusion(AT_056),
    function(AT_0128),
    derivative(AT_0128),
    *bound(AT_0128),
    *conclusion(AT_0128),
    function(AT_0216),
    derivative(AT_0216),
    claim(
        "L45.36", f"∂F(0.216, y)/∂y {ENDS} 0.211288 {ON} (309)", AT_0216.above("0.211288"),
        defect=Defect.LAST_DIGIT,
        note="the middle expression is 0.2112875…: it was rounded to nearest",
    ),
    claim("L45.36c", f"∂F(0.216, y)/∂y {ENDS} 0.211287 {ON} (309)", AT_0216.above("0.211287")),
    *inference(
        "L45.36", BY_24, "L45.35 L24",
        *(All((AT_0216.rises, Inequality(lower, "<", AT_0216.least, HERE)))
          for lower in ("0.211288", "0.211287")),
    ),
    *conclusion(AT_0216, "0.211288", "0.211287"),
)
