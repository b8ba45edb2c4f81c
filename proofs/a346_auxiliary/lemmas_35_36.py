"""Section A3.4.6, Lemmas 35 and 36: such terms of the derivatives of 𝒥₂₂."""

from sympy import pi, sqrt

from fixedpoint.claims import All, Defect, Identity, Inequality

from ..a341_jacobian.lemmas_05_09 import NET
from ..paper import HERE, alpha, claim, inference, u, v
from .lemmas_31_34 import ROOT, STRICT, Q, above, derived, extreme, falls, rounded_negative
from .ranges import HIGHEST, IN_NET, LOWEST, NEAR, ON, strictly

BRACKET_35 = Q * ((alpha**2 - 1) * v / ROOT**3 - 3 * alpha**2 / ROOT)
BRACKET_36 = Q * ((alpha**2 - 1) * v / ROOT - 3 * alpha**2 * ROOT)
"""The functions of Lemmas 35 and 36, in x = ντ and y = μω."""

# Their derivatives, as printed.
TOP_35 = alpha**2 * u - v * (-1 + alpha**2)
FORMS_35 = (
    Q * (3 * alpha**2 / (2 * ROOT**3) - 3 * (alpha**2 - 1) * v / (2 * ROOT**5)),
    3 * (alpha**2 * u - (alpha**2 - 1) * v) / (sqrt(2 * pi) * ROOT**5),
)
BY_Y_35 = Q * (alpha**2 - 1) / ROOT**3
TOP_36 = -3 * alpha**2 * u - v * (-1 + alpha**2)
FORMS_36 = (
    Q * (-(alpha**2 - 1) * v / (2 * ROOT**3) - 3 * alpha**2 / (2 * ROOT)),
    (-(alpha**2 - 1) * v - 3 * alpha**2 * u) / (sqrt(2 * pi) * ROOT**3),
)
BY_Y_36 = Q * (alpha**2 - 1) / ROOT

LEAST_35, LARGEST_36 = TOP_35.subs(NEAR), TOP_36.subs(LOWEST)
TEXT_352 = "α²x - μω(-1+α²) {} α₀₁² 0.8·0.8 - 0.1·0.1·(-1+α₀₁²) > 1.77387 for x = ντ on Ω_J"
TEXT_362 = "-3α²x - μω(-1+α²) {} -3α₀₁² 0.8·0.8 + 0.1·0.1(-1+α₀₁²) < {} for x = ντ on Ω_J"

CLAIMS = (
    claim(
        "L35", "√(2/π) ((α²-1)μω/(ντ)^{3/2} - 3α²/√(ντ)) < 0 increases in ντ and in μω on Ω_J",
        falls(BRACKET_35, "increasing"),
    ),
    *inference("L35", "both derivatives are positive, and the maximum is negative",
               "L35.1 L35.3 L35.4", All((IN_NET, rounded_negative("-4.88869")))),
    claim(
        "L35.1", "∂/∂x √(2/π) ((α²-1)μω/x^{3/2} - 3α²/√x) = √(2/π) (3α²/(2x^{3/2}) - "
        f"3(α²-1)μω/(2x^{{5/2}})) = 3(α²x - (α²-1)μω)/(√(2π) x^{{5/2}}) > 0 (162), (163) {ON}",
        derived(BRACKET_35, u, FORMS_35, True),
    ),
    *inference(
        "L35.1", "3/(√(2π) x^{5/2}) > 0 times what L35.2 bounds", "L35.2",
        *[All((Identity(FORMS_35[1], 3 / (sqrt(2 * pi) * ROOT**5) * TOP_35),
               Inequality(0, "<", sqrt(2 * pi) * ROOT**5, NET),
               Inequality(0, "<", "1.77387", HERE)))] * 2,
    ),
    claim(
        "L35.2", TEXT_352.format(">"), above(strictly(TOP_35, NEAR), LEAST_35, "1.77387"),
        defect=Defect.DOMAIN, repeats="L34.6", note=STRICT.format("0.01", ">", "⩾"),
    ),
    claim("L35.2c", TEXT_352.format("⩾"),
          above(Inequality(LEAST_35, "<=", TOP_35, NET), LEAST_35, "1.77387")),
    claim(
        "L35.3", "∂/∂x √(2/π) ((α²-1)x/(ντ)^{3/2} - 3α²/√(ντ)) = √(2/π) (α²-1)/(ντ)^{3/2} > 0 for "
        "x = μω (164), (165)", derived(BRACKET_35, v, (BY_Y_35,), True),
    ),
    *extreme(
        "L35.4", "the maximum, at ντ = 1.5·1.25, μω = 0.1·0.1, is √(2/π) (0.1·0.1(α₀₁²-1)/"
        "(1.5·1.25)^{3/2} - 3α₀₁²/√(1.5·1.25)) = -4.88869 on Ω_J",
        BRACKET_35, HIGHEST, "-4.88869", "L35.1 L35.3",
    ),
    claim(
        "L36", "√(2/π) ((α²-1)μω/√(ντ) - 3α²√(ντ)) < 0 decreases in ντ and increases in μω on Ω_J",
        falls(BRACKET_36, "decreasing"),
    ),
    *inference("L36", "the signs of both derivatives, and the maximum is negative",
               "L36.1 L36.3 L36.4", All((IN_NET, rounded_negative("-5.34347")))),
    claim(
        "L36.1", "∂/∂x √(2/π) ((α²-1)μω/√x - 3α²√x) = √(2/π) (-(α²-1)μω/(2x^{3/2}) - 3α²/(2√x)) = "
        f"(-(α²-1)μω - 3α²x)/(√(2π) x^{{3/2}}) < 0 (166), (167) {ON}",
        derived(BRACKET_36, u, FORMS_36, False),
    ),
    *inference(
        "L36.1", "1/(√(2π) x^{3/2}) > 0 times what L36.2 bounds", "L36.2",
        *(All((Identity(FORMS_36[1], TOP_36 / (sqrt(2 * pi) * ROOT**3)),
               Inequality(0, "<", sqrt(2 * pi) * ROOT**3, NET), Inequality(top, "<", 0, HERE)))
          for top in ("-5.35764", "-5.35763")),
    ),
    claim(
        "L36.2", TEXT_362.format("<", "-5.35764"),
        All((Inequality(TOP_36, "<", LARGEST_36, NET),
             Inequality(LARGEST_36, "<", "-5.35764", HERE))),
        defect=Defect.LAST_DIGIT,
        note="the value is -5.3576368…: it was rounded to nearest; and " + STRICT.format(
            "-0.01", "<", "⩽"),
    ),
    claim(
        "L36.2c", TEXT_362.format("⩽", "-5.35763"),
        All((Inequality(TOP_36, "<=", LARGEST_36, NET),
             Inequality(LARGEST_36, "<", "-5.35763", HERE))),
    ),
    claim(
        "L36.3", "∂/∂x √(2/π) ((α²-1)x/√(ντ) - 3α²√(ντ)) = √(2/π) (α²-1)/√(ντ) > 0 for x = μω "
        "(168), (169)", derived(BRACKET_36, v, (BY_Y_36,), True),
    ),
    *extreme(
        "L36.4", "the maximum, at ντ = 0.8·0.8, μω = 0.1·0.1, is √(2/π) (0.1·0.1(α₀₁²-1)/"
        "√(0.8·0.8) - 3√(0.8·0.8) α₀₁²) = -5.34347 on Ω_J",
        BRACKET_36, NEAR, "-5.34347", "L36.1 L36.3",
        "a rounding: the maximum is -5.3434696…",
    ),
)
