"""Real layers: Gaussian weight matrices, the mean and variance they give, and what g predicts.

Each neuron's weights are a Gaussian vector, shifted and scaled so that they have the sum ω and the
sum of squares τ exactly. Then, given a layer's outputs x with mean μ and variance ν over its n
neurons, the net inputs of the next are near independent with mean μω and variance ντ, so that its
mean and variance are g(μ, ν) plus an error of order 1/√n. To first order in that error

    Σ′ = ℋ Σ ℋᵀ + C/n    with C the covariance of (f, (f − μ̃)²) for f = activation(z)

is the covariance of the measured (mean, variance); the bands come from it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from fixedpoint.explore.floats import Array, Floats, function
from fixedpoint.explore.map import NAMES, Map
from fixedpoint.model.moments import in_layer, moment

NORMAL_95 = 1.959964
"""95 % of a Gaussian lies within so many standard deviations."""


@dataclass(frozen=True)
class Layers:
    """Mean and variance by layer, from 0 on: arrays (depth + 1, inputs) and (depth + 1,)."""

    width: int
    means: Array
    variances: Array
    predicted_mean: Array
    predicted_variance: Array
    mean_error: Array
    variance_error: Array
    """Predicted standard deviations of the measured values."""

    def within(self, deviations: float = NORMAL_95) -> tuple[float, float]:
        """The fraction of measured (means, variances) inside the bands, all layers together."""

        def fraction(measured: Array, predicted: Array, error: Array) -> float:
            off = np.abs(measured - predicted[:, None])[1:]
            return float(np.mean(off <= deviations * error[1:, None]))

        return (
            fraction(self.means, self.predicted_mean, self.mean_error),
            fraction(self.variances, self.predicted_variance, self.variance_error),
        )


def layers(
    g: Map,
    width: int,
    depth: int,
    mu: float = 0,
    nu: float = 1,
    omega: float = 0,
    tau: float = 1,
    inputs: int = 8,
    seed: int = 0,
) -> Layers:
    """Send inputs of mean μ and variance ν through `depth` layers of `width` neurons.

    ValueError where no weights have the sum ω and the sum of squares τ: ω² ⩽ τ · width is needed.
    """
    if width < 2 or depth < 1 or inputs < 1:
        raise ValueError("a network needs width > 1, depth > 0 and inputs > 0")
    spread = (tau - omega**2 / width) / width
    if spread < 0:
        raise ValueError(f"{width} weights of sum {omega} have a sum of squares above {tau}")
    random = np.random.default_rng(seed)
    apply = function(g.moments.activation)
    x = random.standard_normal((width, inputs), dtype=np.float32)
    x = np.float32(mu) + np.float32(np.sqrt(nu)) * (x - x.mean(axis=0)) / x.std(axis=0)
    measured = [_moments(x)]
    for _ in range(depth):
        x = apply(_weights(random, width, omega / width, spread**0.5) @ x)
        measured.append(_moments(x))
    means, variances = (np.stack(rows) for rows in zip(*measured, strict=True))
    return Layers(width, means, variances, *predict(g, width, depth, mu, nu, omega, tau))


def _weights(random: np.random.Generator, n: int, mean: float, deviation: float) -> Any:
    """n rows of n Gaussian numbers, each row with this mean and standard deviation exactly."""
    w = random.standard_normal((n, n), dtype=np.float32)
    w -= w.mean(axis=1, keepdims=True)
    scale = np.sqrt(np.einsum("ij,ij->i", w, w) / n)
    w *= (deviation / scale)[:, None].astype(np.float32)
    w += np.float32(mean)
    return w


def _moments(x: Any) -> tuple[Array, Array]:
    exact = x.astype(np.float64)
    return exact.mean(axis=0), exact.var(axis=0)


def predict(
    g: Map, width: int, depth: int, mu: float, nu: float, omega: float, tau: float
) -> tuple[Array, Array, Array, Array]:
    """(means, variances, their standard deviations) by layer; the first layer is exact."""
    covariance = np.zeros((2, 2))
    m: Any = mu
    v: Any = nu
    rows = [(m, v, 0, 0)]
    for _ in range(depth):
        jacobian = g.jacobian(m, v, omega, tau)
        fresh = _spread(g, m, v, omega, tau) / width
        covariance = jacobian @ covariance @ jacobian.T + fresh
        m, v = g(m, v, omega, tau)
        rows.append((m, v, *np.sqrt(np.diag(covariance))))
    mean, variance, mean_error, variance_error = np.array(rows, dtype=np.float64).T
    return mean, variance, mean_error, variance_error


def _spread(g: Map, mu: Any, nu: Any, omega: float, tau: float) -> Array:
    """C: the covariance of (f, (f − μ̃)²), from the first four moments of the activation."""
    m, m2, m3, m4 = (float(e) for e in _four(g)(mu, nu, omega, tau))
    second = m2 - m**2
    third = m3 - 3 * m * m2 + 2 * m**3
    fourth = m4 - 4 * m * m3 + 6 * m**2 * m2 - 3 * m**4
    return np.array([[second, third], [third, fourth - second**2]])


@cache
def _four(g: Map) -> Floats:
    activation = g.moments.activation
    moments = [in_layer(moment(activation, power)) for power in (1, 2, 3, 4)]
    return Floats(moments, NAMES, dict(activation.values))
