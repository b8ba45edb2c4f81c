"""The symbolic model: exact activations, their Gaussian moments, Jacobians and fixed points."""

from .activation import Activation, Piece, as_exact
from .gaussian import P, T, simplify_T
from .moments import (
    MomentMap,
    collect,
    in_layer,
    largest_singular_value,
    moment,
    moment_map,
    solve_parameters,
)
from .selu import alpha01, alpha01_T, lambda01, lambda01_T, selu, selu01

__all__ = [
    "Activation",
    "MomentMap",
    "P",
    "Piece",
    "T",
    "alpha01",
    "alpha01_T",
    "as_exact",
    "collect",
    "in_layer",
    "lambda01",
    "lambda01_T",
    "largest_singular_value",
    "moment",
    "moment_map",
    "selu",
    "selu01",
    "simplify_T",
    "solve_parameters",
]
