"""Section A3.4.6, Lemmas 31–34: terms without e^{z²} erfc z of the derivatives of 𝒥."""

from sympy import Expr, Rational, Symbol, erfc, pi, sqrt

from fixedpoint.claims import (
    All,
    Claim,
    Defect,
    Derivative,
    Identity,
    Inequality,
    Monotone,
    NotFormal,
    rounds_to,
)
from fixedpoint.claims.formulas import Formula

from ..a341_jacobian.lemmas_05_09 import NET
from ..paper import HERE, alpha, claim, inference, u, v
from .ranges import (
    FALLS_32,
    HIGHEST,
    IN_NET,
    LARGEST_Y,
    LEAST_X,
    LEAST_Y,
    LOWEST,
    NEAR,
    ON,
    Z0,
    in_both,
    largest,
    strictly,
)

Q = sqrt(2 / pi)
ROOT = sqrt(u)
REST = 2 - erfc(Z0)

TERM_31 = Q * (alpha - 1) / ROOT
BRACKET_33 = Q * ((alpha - 1) * v / ROOT**3 - alpha / ROOT)
BRACKET_34 = Q * (-(alpha - 1) * v**2 / ROOT**3 + (-alpha + alpha * v + 1) / ROOT - alpha * ROOT)
"""The functions of Lemmas 31, 33 and 34, in x = ντ and y = μω."""

# Their derivatives, as printed.
BY_X_33 = Q * (alpha / (2 * ROOT**3) - 3 * (alpha - 1) * v / (2 * ROOT**5))
COMMON_33 = Q * (alpha - 3 * (alpha - 1) * v / u) / (2 * ROOT**3)
OVER_154, BY_ALPHA = alpha * Q / (2 * ROOT**5), (alpha - 1) / alpha
LEFT_154, RIGHT_154 = u - 3 * BY_ALPHA * v, u * (1 - 3 * BY_ALPHA * v / u)
GREATER_154 = All((
    Identity(BY_X_33, OVER_154 * LEFT_154), Identity(COMMON_33, OVER_154 * RIGHT_154),
    Inequality(0, "<", OVER_154, NET),
    *(Inequality(RIGHT_154, "<", LEFT_154, box) for box in (NET.but({u: 1, v: 0}), NET)),
))
"""The first > of (154), with a positive factor pulled out of both sides."""
BY_Y_33 = Q * (alpha - 1) / ROOT**3
TOP_34 = 3 * (alpha - 1) * v**2 - u * (-alpha + alpha * v + 1) - alpha * u**2
SLOPE_34 = -1 + alpha - v * alpha - 2 * alpha * u
TOP_34_Y = -2 * v * (-1 + alpha) + u * alpha
FORMS_34 = (
    Q * (3 * (alpha - 1) * v**2 / (2 * ROOT**5) - (-alpha + alpha * v + 1) / (2 * ROOT**3)
         - alpha / (2 * ROOT)),
    TOP_34 / (sqrt(2 * pi) * ROOT**5),
)
BY_Y_34 = Q * (alpha * u - 2 * (alpha - 1) * v) / ROOT**3


def rounded_negative(printed: str) -> Inequality:
    """What rounds to the printed number is below 0."""
    half = Rational(1, 2 * 10 ** len(printed.partition(".")[2]))
    return Inequality(Rational(printed) + half, "<", 0, HERE)


def falls(f: Expr, by_x: str) -> All:
    """Lemmas 33–36: f < 0 is monotone in x as said, and increases in y."""
    return All((IN_NET, Inequality(f, "<", 0, NET), in_both(f, by_x, "increasing")))


def derived(f: Expr, by: Symbol, forms: tuple[Expr, ...], positive: bool) -> All:
    """The forms of a derivative, the last of which has the sign."""
    sign = forms[-1] if positive else -forms[-1]
    return All((*(Derivative(f, by, form) for form in forms), Inequality(0, "<", sign, NET)))


def above(more: Formula, least: Expr, number: str) -> All:
    """f > or ⩾ its least value > the printed number > 0."""
    return All((more, Inequality(number, "<", least, HERE), Inequality(0, "<", number, HERE)))


def lemma_32(in_x: Formula) -> All:
    """2 - erfc(h₃) > 0, how it depends on x, and that it increases in y."""
    return All((
        IN_NET, Inequality(0, "<", REST, NET), in_x, Monotone(REST, v, "increasing", NET),
    ))


def extreme(id: str, text: str, f: Expr, at: dict[Symbol, Rational], printed: str,
            premises: str, note: str = "") -> tuple[Claim, ...]:
    """The printed maximum of f, at the point to which the signs of its derivatives lead."""
    step = "the greatest y and the x to which it increases lie at the ends; the value there"
    met = All((IN_NET, rounds_to(f.subs(at), printed, HERE)))
    return (
        claim(id, text, largest(f, at, printed), note=note),
        *inference(id, step, f"{premises} L25 L26", met, met if "L34.6" in premises else None),
    )


COMPOSED = NotFormal("erfc < 2 decreases: by the rule of composition 2 - erfc(h) increases with h")
STRICT = "at x = 0.64, y = {} both sides are equal: the first {} is {}"
LEAST_34 = TOP_34_Y.subs(NEAR)
TEXT_33 = (
    "√(2/π) (α/(2(ντ)^{{3/2}}) - 3(α-1)μω/(2(ντ)^{{5/2}})) {} √(2/π) (α - 3(α-1)μω/(ντ))/"
    "(2(ντ)^{{3/2}}) > 0 (154) "
)
TEXT_346 = "-2x(-1+α) + ντ α {} -2·0.01·(-1+α₀₁) + 0.8·0.8 α₀₁ > 1.0574 > 0 for x = μω on Ω_J"

CLAIMS = (
    claim(
        "L31", "√(2/π) (α-1)/√(ντ) > 0 decreases in ντ on Ω_J",
        All((IN_NET, Inequality(0, "<", TERM_31, NET), Monotone(TERM_31, u, "decreasing", NET))),
    ),
    claim(
        "L32", "2 - erfc(μω/(√2 √(ντ))) > 0 decreases in ντ and increases in μω on Ω_J",
        lemma_32(Monotone(REST, u, "decreasing", NET)), defect=Defect.SIGN, repeats="L29",
        note="for μω < 0 it increases in ντ, as h₃ of Lemma 29 does",
    ),
    claim(
        "L32c", "2 - erfc(μω/(√2 √(ντ))) > 0 decreases in ντ for μω > 0 and increases for μω < 0: "
        "its derivative in x = ντ is -y e^{-y²/(2x)}/(√(2π) x^{3/2}); it increases in μω, on Ω_J",
        lemma_32(All((Derivative(REST, u, -v * FALLS_32), Inequality(0, "<", FALLS_32, NET)))),
    ),
    *inference("L32", "erfc < 2 decreases, and h₃ is as Lemma 29 says", "L21 L29",
               COMPOSED, COMPOSED),
    claim(
        "L33", "√(2/π) ((α-1)μω/(ντ)^{3/2} - α/√(ντ)) < 0 increases in ντ and in μω on Ω_J",
        falls(BRACKET_33, "increasing"),
    ),
    *inference(
        "L33", "both derivatives are positive; at the largest ντ and μω the value is negative, "
        "which is not printed", "L33.1 L33.2 L33.4 L25 L26",
        *[Inequality(BRACKET_33.subs(HIGHEST), "<", 0, HERE)] * 2,
    ),
    claim(
        "L33.1", "∂/∂x √(2/π) ((α-1)μω/x^{3/2} - α/√x) = √(2/π) (α/(2x^{3/2}) - "
        "3(α-1)μω/(2x^{5/2})) (153)", Derivative(BRACKET_33, u, BY_X_33), constants={},
    ),
    claim(
        "L33.2", TEXT_33.format(">") + ON,
        All((GREATER_154, Inequality(0, "<", COMMON_33, NET))),
        defect=Defect.MISPRINT, note="the first two are equal: > stands for =",
    ),
    claim(
        "L33.2c", TEXT_33.format("=") + ON,
        All((Identity(BY_X_33, COMMON_33), Inequality(0, "<", COMMON_33, NET))),
    ),
    *inference(
        "L33.2", "1/(ντ) pulled out; α - 3(α-1)μω/(ντ) is least for the largest μω, the smallest "
        "ντ", "L33.1 L33.3 L25 L26",
        All((Inequality(1, "<", alpha, HERE), GREATER_154)),
    ),
    claim(
        "L33.3", "α₀₁ - 3·0.1·0.1(α₀₁-1)/(0.8·0.8) > 0",
        Inequality(0, "<", alpha - 3 * LARGEST_Y * (alpha - 1) / LEAST_X, HERE),
    ),
    claim(
        "L33.4", "∂/∂x √(2/π) ((α-1)x/(ντ)^{3/2} - α/√(ντ)) = √(2/π) (α-1)/(ντ)^{3/2} > 0 for "
        "x = μω (155)", derived(BRACKET_33, v, (BY_Y_33,), True),
    ),
    claim(
        "L34", "√(2/π) ((-1)(α-1)μ²ω²/(ντ)^{3/2} + (-α+αμω+1)/√(ντ) - α√(ντ)) < 0 decreases in ντ "
        "and increases in μω on Ω_J", falls(BRACKET_34, "decreasing"),
    ),
    *inference(
        "L34", "∂/∂(ντ) is (157), with a numerator of at most -0.243569; ∂/∂(μω) is (160), with "
        "one of more than 1.0574", "L34.1 L34.4 L34.5 L34.6 L34.8",
        *[All((
            IN_NET, rounded_negative("-0.243569"), Inequality(0, "<", "1.0574", HERE),
            Inequality(0, "<", sqrt(2 * pi) * ROOT**5, NET), Inequality(0, "<", Q / ROOT**3, NET),
        ))] * 2,
    ),
    claim(
        "L34.1", "∂/∂x √(2/π) ((-1)(α-1)μ²ω²/x^{3/2} + (-α+αμω+1)/√x - α√x) = √(2/π) "
        "(3(α-1)μ²ω²/(2x^{5/2}) - (-α+αμω+1)/(2x^{3/2}) - α/(2√x)) = "
        "1/(√(2π) x^{5/2}) (3(α-1)μ²ω² - x(-α+αμω+1) - αx²) (156), (157)",
        All(tuple(Derivative(BRACKET_34, u, form) for form in FORMS_34)), constants={},
    ),
    claim(
        "L34.2", "∂/∂x (3(α-1)μ²ω² - x(-α+αμω+1) - αx²) = -1 + α - μωα - 2αx < 0 for x = ντ on Ω_J",
        derived(TOP_34, u, (SLOPE_34,), False),
    ),
    *inference(
        "L34.2", "2αx > 1.6α, and μω ⩾ -0.01", "L34.3 L25",
        *(Inequality(-1 + alpha - LEAST_Y * alpha - Rational(low) * alpha, "<", 0, HERE)
          for low in ("1.6", "1.28")),
    ),
    claim(
        "L34.3", "2αx > 1.6α for x = ντ on Ω_J",
        All((IN_NET, Inequality(Rational("1.6") * alpha, "<", 2 * alpha * u, NET))),
        defect=Defect.CONSTANT,
        note="the smallest ντ is 0.8·0.8 = 0.64, not 0.8: 2αx goes down to 1.28α",
    ),
    claim(
        "L34.3c", "2αx ⩾ 1.28α for x = ντ on Ω_J",
        All((IN_NET, Inequality(Rational("1.28") * alpha, "<=", 2 * alpha * u, NET))),
    ),
    claim(
        "L34.4", "3(α-1)μ²ω² - ντ(-α+αμω+1) - α(ντ)² ⩽ 3(-0.1·0.1)²(α₀₁-1) - (0.8·0.8)²α₀₁ - "
        "0.8·0.8((-0.1·0.1)α₀₁ - α₀₁ + 1) = -0.243569 on Ω_J (158)",
        All((IN_NET, largest(TOP_34, LOWEST, "-0.243569"))),
    ),
    *inference(
        "L34.4", "it decreases in ντ; for ντ = 0.8·0.8 both terms with μω are greatest at "
        "μω = -0.01; the value there", "L34.2 L25 L26",
        All((
            *(Inequality(g, "<=", g.subs(LOWEST), NET.but({u: "0.64"}))
              for g in (3 * (alpha - 1) * v**2, -u * alpha * v)),
            rounds_to(TOP_34.subs(LOWEST), "-0.243569", HERE),
        )),
    ),
    claim(
        "L34.5", "∂/∂x √(2/π) (-α√(ντ) - (α-1)x²/(ντ)^{3/2} + (-α+αx+1)/√(ντ)) = "
        "√(2/π) (αντ - 2(α-1)x)/(ντ)^{3/2} for x = μω (159), (160)",
        Derivative(BRACKET_34, v, BY_Y_34), constants={},
    ),
    claim(
        "L34.6", TEXT_346.format(">"), above(strictly(TOP_34_Y, NEAR), LEAST_34, "1.0574"),
        defect=Defect.DOMAIN, note=STRICT.format("0.01", ">", "⩾"),
    ),
    claim("L34.6c", TEXT_346.format("⩾"),
          above(Inequality(LEAST_34, "<=", TOP_34_Y, NET), LEAST_34, "1.0574")),
    *inference(
        "L34.6", "μω at its largest, ντ at its smallest; -2(α-1) < 0 < α; (160) has this numerator",
        "L34.5 L25 L26",
        All((Inequality(1, "<", alpha, HERE), Inequality("1.0574", "<", LEAST_34, HERE),
             strictly(TOP_34_Y, NEAR))),
    ),
    *extreme(
        "L34.7", "the maximum, at ντ = 0.8·0.8, μω = 0.1·0.1, is √(2/π) ((0.1·0.1 α₀₁ - α₀₁ + 1)/"
        "√(0.8·0.8) + 0.1²0.1²(-1)(α₀₁-1)/(0.8·0.8)^{3/2} - √(0.8·0.8) α₀₁) = -1.72296 on Ω_J "
        "(161)", BRACKET_34, NEAR, "-1.72296", "L34.1 L34.4 L34.5 L34.6",
        "a rounding: the maximum is -1.7229561…",
    ),
    claim(
        "L34.8", "√(2/π) ((-1)(α-1)μ²ω²/(ντ)^{3/2} + (-α+αμω+1)/√(ντ) - α√(ντ)) < 0 on Ω_J",
        All((IN_NET, Inequality(BRACKET_34, "<", 0, NET))),
    ),
    *inference("L34.8", "its maximum is -1.72296, as a rounding", "L34.7",
               rounded_negative("-1.72296")),
)
