"""The map g of an activation with numbers in it: arrays in floating point, or proved enclosures."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np

from fixedpoint.claims.encode import Encoder
from fixedpoint.enclosure import Enclosure
from fixedpoint.explore.floats import Array, Floats
from fixedpoint.explore.latex import moments_latex
from fixedpoint.model.moments import MomentMap
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.exact import Number, exact
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.program import Program

NAMES = ("mu", "nu", "omega", "tau")
POSITIVE = ("nu", "tau")
BITS = 96
"""Working precision of `Map.enclose`."""

Ends = Number | tuple[Number, Number]


@dataclass(frozen=True)
class Map:
    """g: (μ, ν) ↦ (μ̃, ν̃) for weights with the sum ω and the sum of squares τ.

    >>> from fixedpoint import g
    >>> mean, variance = g(0, 1, omega=0, tau=1)          # numbers or arrays, which broadcast
    >>> print(*g.enclose("0.1", 1, "0.1", "1.1"))         # exact numbers or intervals: proved
    """

    moments: MomentMap

    def __call__(self, mu: Any, nu: Any, omega: Any = 0, tau: Any = 1) -> tuple[Array, Array]:
        """(mean, variance) of the outputs; ValueError where an argument is no number or ν, τ ⩽ 0.

        Accurate to a few units in the last place of the largest term of the sum.
        """
        mean, second = self._values(*self._checked(mu, nu, omega, tau))
        return mean, second - mean * mean

    def jacobian(self, mu: Any, nu: Any, omega: Any = 0, tau: Any = 1) -> Array:
        """ℋ at each point, an array (…, 2, 2): ∂(mean, variance)/∂(μ, ν)."""
        entries = self._slopes(*self._checked(mu, nu, omega, tau))
        stacked: Array = np.stack(entries, axis=-1)
        return stacked.reshape(*stacked.shape[:-1], 2, 2)

    def spectral_norm(self, mu: Any, nu: Any, omega: Any = 0, tau: Any = 1) -> Array:
        """S at each point: the largest singular value of ℋ."""
        a, b, c, d = self._slopes(*self._checked(mu, nu, omega, tau))
        norm: Array = (np.hypot(a + d, c - b) + np.hypot(a - d, b + c)) / 2
        return norm

    def enclose(
        self, mu: Ends, nu: Ends, omega: Ends = 0, tau: Ends = 1, bits: int = BITS
    ) -> tuple[Enclosure, Enclosure]:
        """Proved enclosures of (mean, variance), by the checker's kernel.

        An argument is an exact number or a pair of them, an interval. TypeError for a float,
        ValueError for what is no number, an empty interval, or ν, τ not positive.
        """
        kernel = Directed(bits)
        box = {}
        for name, value in zip(NAMES, (mu, nu, omega, tau), strict=True):
            lower, upper = _ends(name, value)
            box[name] = kernel.enclose(lower, upper)
        graph, roots = self._graph
        try:
            over = Program(graph, kernel).at(box)
            mean, variance = (Enclosure(*kernel.bounds(over[i])) for i in roots)
        except Undefined as error:
            raise ValueError(f"no enclosure at this point: {error}") from error
        return mean, variance

    def orbit(
        self, mu: Any, nu: Any, omega: Any = 0, tau: Any = 1, steps: int = 20
    ) -> tuple[Array, Array]:
        """The points g⁰, g¹, …, gⁿ of each start, along a new first axis."""
        mean, variance, *_ = self._checked(mu, nu, omega, tau)
        points = [(mean, variance)]
        for _ in range(steps):
            mean, variance = self(mean, variance, omega, tau)
            points.append((mean, variance))
        means, variances = zip(*points, strict=True)
        return np.stack(np.broadcast_arrays(*means)), np.stack(np.broadcast_arrays(*variances))

    def fixed_point(self, omega: Any = 0, tau: Any = 1, steps: int = 400) -> tuple[Array, Array]:
        """Where orbits from (0, 1) are after so many steps: the fixed point, if it attracts."""
        means, variances = self.orbit(np.zeros(()), np.ones(()), omega, tau, steps)
        return means[-1], variances[-1]

    def _repr_latex_(self) -> str:
        return moments_latex(self.moments)

    @property
    def _constants(self) -> Mapping[Any, Any]:
        return dict(self.moments.activation.values)

    @cached_property
    def _values(self) -> Floats:
        return Floats([self.moments.mean, self.moments.second_moment], NAMES, self._constants)

    @cached_property
    def _slopes(self) -> Floats:
        return Floats(list(self.moments.jacobian_g), NAMES, self._constants)

    @cached_property
    def _graph(self) -> tuple[Any, list[int]]:
        encoder = Encoder(self._constants)
        return encoder.graph, [encoder.node(f) for f in (self.moments.mean, self.moments.variance)]

    def _checked(self, *arguments: Any) -> list[Array]:
        """The arguments as arrays of finite numbers."""
        arrays = [_array(name, value) for name, value in zip(NAMES, arguments, strict=True)]
        try:
            np.broadcast_shapes(*(a.shape for a in arrays))
        except ValueError:
            shapes = ", ".join(f"{n} {a.shape}" for n, a in zip(NAMES, arrays, strict=True))
            raise ValueError(f"the shapes do not broadcast: {shapes}") from None
        return arrays


def _array(name: str, value: Any) -> Array:
    try:
        found = np.asarray(value)
        if found.dtype.kind not in "iuf":
            raise TypeError
        array: Array = found.astype(np.float64)
    except (TypeError, ValueError):
        raise TypeError(f"{name} must be real numbers, not {value!r:.60}") from None
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite: it has a NaN or an infinity")
    if name in POSITIVE and not (array > 0).all():
        raise ValueError(f"{name} must be positive, not {array.min():g}")
    return array


def _ends(name: str, value: Ends) -> tuple[Fraction, Fraction]:
    pair = value if isinstance(value, tuple) else (value, value)
    if len(pair) != 2:
        raise ValueError(f"{name} must be a number or a pair (lower, upper)")
    try:
        lower, upper = map(exact, pair)
    except (TypeError, ValueError) as error:
        raise type(error)(f"{name}: {error}") from None
    if lower > upper:
        raise ValueError(f"{name}: the lower end {lower} is above the upper end {upper}")
    if name in POSITIVE and lower <= 0:
        raise ValueError(f"{name} must be positive, not {lower}")
    return lower, upper
