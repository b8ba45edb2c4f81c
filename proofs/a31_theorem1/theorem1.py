"""Section A3.1: Theorem 1, stable and attracting fixed points close to (0, 1)."""

from fixedpoint.claims import (
    All,
    Banach,
    Box,
    Claim,
    Confines,
    Contraction,
    Defect,
    Identity,
    NotFormal,
    Theorem,
    bounded,
)

from ..paper import (
    CONSTANTS,
    FIXED_POINT,
    OMEGA,
    OMEGA_J,
    claim,
    g,
    inference,
    inside,
    mean,
    mu,
    nu,
    omega,
    repaired,
    tau,
    variance,
)

SELF = Box({mu: OMEGA[mu], nu: OMEGA[nu]})
IMAGE = Box({mu: ("-0.03106", "0.06773"), nu: ("0.80009", "1.48617")})
IMAGE_C = IMAGE.but({mu: ("-0.03107", "0.06773")})
FIXED = All((Identity(mean.subs(FIXED_POINT), 0), Identity(variance.subs(FIXED_POINT), 1)))
AT_ONE = Box({mu: 0, omega: 0, nu: 1, tau: 1})


def image_in(box: Box, domain: Box = OMEGA) -> All:
    """The image of a domain of (μ, ω, ν, τ) lies in a box of (μ, ν)."""
    return All((bounded(box[mu][0], mean, box[mu][1], domain),
                bounded(box[nu][0], variance, box[nu][1], domain)))


def fixed_point_in(image: Box) -> All:
    """If g maps Ω into `image`, it maps the domain into itself, and its fixed point into IMAGE."""
    return All((inside(image, SELF), inside(image, IMAGE)))


THEOREM_1 = claim(
    "T1",
    "(a) for ω = 0, τ = 1 the map g has the stable fixed point (0, 1); (b) for other "
    "ω ∈ [-0.1, 0.1], τ ∈ [0.95, 1.1] a stable and attracting fixed point in "
    "μ ∈ [-0.03106, 0.06773], ν ∈ [0.80009, 1.48617]; (c) every point of μ ∈ [-0.1, 0.1], "
    "ν ∈ [0.8, 1.5] converges to it",
    All((FIXED, Contraction(g, AT_ONE), Banach(g, OMEGA), Confines(g, OMEGA, (IMAGE_C, IMAGE)))),
    of=Theorem,
    uses=("T1.1", "T1.3", "L12", "L13c", "C14c"),
    chain=("T1.1", "T1.2", "T1.3", "T1.4", "T4"),
    assumptions=(
        "Banach's fixed point theorem on a closed box, a complete metric space",
        "the mean value theorem on a convex box: S < 1 on a compact box makes g a contraction",
        "a fixed point whose Jacobian has spectral norm below 1 is stable",
    ),
    repair="in Lemma 38 differentiate the function that is meant (L38_repair) and bound "
    "e^{z²} erfc z sharper (L38.3_repair), in Lemma 39 take the minimum of ∂𝒥₂₁/∂μ for ω = 0 "
    "(L39.47_repair), in Lemma 40 the first root without the 1 (L40.10_repair); in Lemma 12 bound "
    "𝒥₁₁, ∂𝒥₂₂/∂ν and ∂μ̃/∂τ sharper (L6.4_repair, L10.3_repair, L10.14_repair), or take the "
    "maximum of S instead of that of 𝒥 (L12_repair); in Lemma 20, for the 10⁻¹³ of Lemma 12, "
    "bound Δ(𝒥₂₂) by 130ε (L20.22_repair); round the lower bound of μ̃ outward, to -0.03107 "
    "(T1.4c, L13c): the image still lies inside the domain (C14c), so Banach's theorem applies; "
    "apply g once more, and the fixed point lies in the printed box (T1_repair); take the lower "
    "bound of ν̃ from ν̃ itself (L13.8_repair)",
    note="stability, a classical consequence of S < 1 at the fixed point, is an assumption; all "
    "else is in the statement",
)
BANACH = "Banach's theorem: g contracts the domain and maps it into itself, as its image lies there"
PREMISES = "T1.1 T1.2 T1.3 T1.4 T4"
MEAN_VALUE = NotFormal("the mean value theorem on the convex box Ω, for fixed ω, τ")

CLAIMS = (
    THEOREM_1,
    Claim(
        "T1_repair", "A3.1", "bound",
        "μ̃ ∈ [-0.03106, 0.06773] and ν̃ ∈ [0.80009, 1.48617] where μ ∈ [-0.03107, 0.06773], "
        "ν ∈ [0.80009, 1.48617], and ω, τ as in Ω",
        image_in(IMAGE, OMEGA.but(IMAGE_C)), CONSTANTS, printed=False,
        title="the image of the image lies in the printed box",
    ),
    *inference("T1", BANACH, PREMISES, fixed_point_in(IMAGE), fixed_point_in(IMAGE_C)),
    repaired(
        "T1", "the same; and a fixed point is its own image, so it lies in the image of the image",
        f"{PREMISES} T1_repair", inside(IMAGE_C, SELF),
    ),
    claim("T1.1", "(0, 1) is a fixed point of g for (ω, τ) = (0, 1)", FIXED),
    *inference("T1.1", "the equations that define α₀₁, λ₀₁", "A1.10",
               NotFormal("the same two equations")),
    claim(
        "T1.2", "‖g(u) - g(v)‖₂ ⩽ M ‖u - v‖₂ (17) for u, v in Ω, M an upper bound of S",
        Contraction(g, OMEGA, bound="0.8977"),
        stand_in="S < M on Ω with M = 0.8977, which gives (17) by the mean value theorem",
    ),
    *inference(
        "T1.2", "the mean value theorem; the spectral norm of ℋ is its largest singular value S",
        "JAC.2 JAC.8", MEAN_VALUE, MEAN_VALUE,
    ),
    claim("T1.3", "S < 1 on Ω: g is a contraction", Contraction(g, OMEGA)),
    *inference("T1.3", "Ω lies in the domain of Lemma 12; (17) with M = max S", "L12 T1.2",
               inside(OMEGA, OMEGA_J)),
    claim(
        "T1.4", "μ̃ ∈ [-0.03106, 0.06773], ν̃ ∈ [0.80009, 1.48617] on Ω", image_in(IMAGE),
        defect=Defect.LAST_DIGIT, repeats="L13",
        note="min μ̃ = -0.0310605… lies below -0.03106: the bound was rounded to nearest",
    ),
    *inference("T1.4", "Lemma 13, with its numbers", "L13",
               inside(IMAGE, IMAGE), inside(IMAGE_C, IMAGE_C)),  # to T1.4c
    claim("T1.4c", "μ̃ ∈ [-0.03107, 0.06773], ν̃ ∈ [0.80009, 1.48617] on Ω", image_in(IMAGE_C)),
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
