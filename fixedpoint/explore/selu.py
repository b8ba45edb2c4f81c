"""The map of the paper: SELU with the parameters whose fixed point is (0, 1)."""

from fixedpoint.explore.map import Map
from fixedpoint.model import moment_map, selu01

g = Map(moment_map(selu01()))
