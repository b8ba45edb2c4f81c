"""Section A3.1: Theorem 1, stable and attracting fixed points close to (0, 1)."""

from fixedpoint.claims import (
    All,
    Banach,
    Box,
    Confines,
    Contraction,
    Defect,
    Identity,
    NotFormal,
    Theorem,
    bounded,
)

from ..paper import FIXED_POINT, OMEGA, claim, g, mean, mu, nu, variance

IMAGE = Box({mu: ("-0.03106", "0.06773"), nu: ("0.80009", "1.48617")})
FIRST_IMAGE = IMAGE.but({mu: ("-0.03107", "0.06773")})
FIXED = All((Identity(mean.subs(FIXED_POINT), 0), Identity(variance.subs(FIXED_POINT), 1)))


def image_in(box: Box) -> All:
    """The image of Ω lies in a box of (μ, ν)."""
    return All((bounded(box[mu][0], mean, box[mu][1], OMEGA),
                bounded(box[nu][0], variance, box[nu][1], OMEGA)))


CLAIMS = (
    claim(
        "T1",
        "for ω = 0, τ = 1 the map g has the stable fixed point (0, 1); for other ω ∈ [-0.1, 0.1], "
        "τ ∈ [0.95, 1.1] a stable and attracting fixed point in μ ∈ [-0.03106, 0.06773], "
        "ν ∈ [0.80009, 1.48617]; every point of μ ∈ [-0.1, 0.1], ν ∈ [0.8, 1.5] converges to it",
        All((FIXED, Banach(g, OMEGA), Confines(g, OMEGA, (FIRST_IMAGE, IMAGE)))),
        of=Theorem,
        uses=("T1.1", "T1.3", "L12", "L13c", "C14c"),
        chain=("T1.1", "T1.2", "T1.3", "L12", "T1.4", "L13", "C14"),
        assumptions=(
            "Banach's fixed point theorem on a closed box, a complete metric space",
            "the mean value theorem on a convex box: S < 1 on a compact box makes g a contraction",
            "a fixed point whose Jacobian has spectral norm below 1 is stable",
        ),
        repair="round the lower bound of μ̃ outward, to -0.03107 (T1.4c, L13c); the image still "
        "lies inside the domain, which is all that Banach's theorem needs (C14c)",
        note="g(Ω) is not inside the printed box (L13), but g(g(Ω)) is, and so are fixed points",
    ),
    claim("T1.1", "(0, 1) is a fixed point of g for (ω, τ) = (0, 1)", FIXED),
    claim(
        "T1.2", "‖g(u) - g(v)‖₂ ⩽ M ‖u - v‖₂ (17) for u, v in the convex box Ω and M an upper "
        "bound of S; the smallest is M = 0.8977 at four digits",
        Contraction(g, OMEGA, bound="0.8977"),
        note="the number is ours: the mean value inequality holds for every bound of S",
    ),
    claim("T1.3", "S < 1 on Ω: g is a contraction", Contraction(g, OMEGA)),
    claim(
        "T1.4", "μ̃ ∈ [-0.03106, 0.06773], ν̃ ∈ [0.80009, 1.48617] on Ω", image_in(IMAGE),
        defect=Defect.LAST_DIGIT,
        note="min μ̃ = -0.0310605… lies below -0.03106: the bound was rounded to nearest, as in L13",
    ),
    claim(
        "T1.4c", "μ̃ ∈ [-0.03107, 0.06773], ν̃ ∈ [0.80371, 1.48158] on Ω",
        image_in(Box({mu: ("-0.03107", "0.06773"), nu: ("0.80371", "1.48158")})),
    ),
    claim(
        "T4", "Banach's fixed point theorem: a contraction of a non-empty complete metric space "
        "has one fixed point, and every orbit converges to it",
        NotFormal("a classical theorem; T1 names it as an assumption"),
    ),
    claim(
        "Def2", "f is a contraction if d(f(u), f(v)) ⩽ δ d(u, v) for all u, v with one δ < 1",
        NotFormal("a definition"),
    ),
)
