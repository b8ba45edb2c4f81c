"""The leaky rectifier f(z) = c max(z, z/10), scaled so that E f(z)² = 1 for z ~ N(0, 1)."""

from sympy import Rational, Symbol, oo, sqrt

from fixedpoint.claims import Box, Claim, Contraction, Identity
from fixedpoint.model import Activation, Piece, moment_map
from fixedpoint.model.symbols import mu, nu, omega, tau, x, y, z

c = Symbol("c", positive=True)
SLOPE = Rational(1, 10)
leaky_relu = Activation(
    "leaky ReLU",
    (Piece(-oo, 0, c * SLOPE * z), Piece(0, oo, c * z)),
    (c,),
    ((c, sqrt(2 / (1 + SLOPE**2))),),
)
MAP = moment_map(leaky_relu)
CONSTANTS = dict(leaky_relu.values)

CLAIMS = (
    Claim(
        "SECOND_MOMENT",
        "scaling",
        "identity",
        "a net input of mean 0 and variance y has an output of second moment y",
        Identity(MAP.second_moment_xy.subs(x, 0), y),
        CONSTANTS,
    ),
    Claim(
        "CONTRACTION",
        "dynamics",
        "contraction",
        "for weights with |ω| ⩽ 0.1, τ ⩽ 1 the map of mean and variance brings any two points "
        "with |μ| ⩽ 1, ν ∈ [0.5, 2] closer together",
        Contraction(
            {mu: MAP.mean, nu: MAP.variance},
            Box({mu: (-1, 1), nu: ("0.5", 2), omega: ("-0.1", "0.1"), tau: ("0.5", 1)}),
        ),
        CONSTANTS,
    ),
)
