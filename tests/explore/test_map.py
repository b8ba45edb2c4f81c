"""g over arrays agrees with the proved enclosures, is fast, and refuses what is no point."""

import time
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from sympy import Symbol, exp, oo

from fixedpoint.explore.floats import function
from fixedpoint.explore.map import Map
from fixedpoint.explore.selu import g
from fixedpoint.model import Activation, Piece, moment_map, selu
from fixedpoint.model.symbols import z

EPSILON = float(np.finfo(float).eps)
BOXES = {
    "Omega": ((-0.1, 0.1), (0.8, 1.5), (-0.1, 0.1), (0.95, 1.1)),
    "Theorems 2 and 3": ((-1, 1), (0.02, 16), (-0.1, 0.1), (0.8, 1.25)),
    "far": ((-20, 20), (0.01, 200), (-1, 1), (0.1, 10)),
}


def points(box: Any, count: int) -> list[np.ndarray]:
    random = np.random.default_rng(1)
    return [random.uniform(*ends, count) for ends in box]


@pytest.mark.parametrize("name", BOXES)
def test_floating_point_agrees_with_the_proved_enclosures(name: str) -> None:
    mu, nu, omega, tau = arrays = points(BOXES[name], 60)
    mean, variance = g(*arrays)
    size = np.maximum(1, nu * tau + (mu * omega) ** 2)  # of the largest term of ξ̃
    for i in range(60):
        proved = g.enclose(*(Fraction(float(a[i])) for a in arrays))
        for value, enclosure in zip((mean[i], variance[i]), proved, strict=True):
            distance = max(enclosure.lower - Fraction(value), Fraction(value) - enclosure.upper)
            assert float(distance) <= 16 * EPSILON * size[i]
            assert enclosure.width < Fraction(1, 10**15)


@pytest.mark.parametrize(
    "point", [(-50, 1, 1, 1), (-1, 1e-4, 1, 1), (50, 1, 1, 1), (0, 1e6, 0, 1), (-1e3, 1e3, 1, 1)]
)
def test_no_overflow_where_the_moments_are_finite(point: tuple[float, ...]) -> None:
    proved = g.enclose(*map(Fraction, point))
    for value, enclosure in zip(g(*point), proved, strict=True):
        size = max(1, point[1] * point[3] + (point[0] * point[2]) ** 2)
        assert value == pytest.approx(float(enclosure), rel=1e-15, abs=16 * EPSILON * size)


def test_a_million_points_take_half_a_second() -> None:
    arrays = points(BOXES["Theorems 2 and 3"], 10**6)
    g(0, 1)
    times = []
    for _ in range(3):
        start = time.process_time()
        g(*arrays)
        times.append(time.process_time() - start)
    assert min(times) <= 0.5


def test_broadcasting() -> None:
    mean, variance = g(np.zeros((3, 1)), np.ones(4), 0, 1)
    assert mean.shape == variance.shape == (3, 4)
    assert g.jacobian(np.zeros((3, 1)), np.ones(4)).shape == (3, 4, 2, 2)
    assert g.spectral_norm(np.zeros(5), 1).shape == (5,)
    assert np.ndim(g(0, 1)[0]) == 0
    assert g([], 1)[0].shape == (0,)


def test_jacobian_is_the_derivative_and_S_its_norm() -> None:
    mu, nu, omega, tau = points(BOXES["Omega"], 50)
    step = 1e-5
    columns = [
        (np.stack(g(mu + a, nu + b, omega, tau)) - np.stack(g(mu - a, nu - b, omega, tau)))
        / (2 * step)
        for a, b in ((step, 0), (0, step))
    ]
    jacobian = g.jacobian(mu, nu, omega, tau)
    assert np.allclose(np.stack(columns, axis=-1).swapaxes(0, 1), jacobian, atol=1e-9)
    norm = np.linalg.norm(jacobian, ord=2, axis=(-2, -1))
    assert np.allclose(g.spectral_norm(mu, nu, omega, tau), norm, rtol=1e-13)


def test_fixed_point_and_orbit() -> None:
    assert np.allclose(g.fixed_point(), (0, 1), atol=1e-14)
    means, variances = g.orbit(np.array([-0.1, 0.1]), 1.5, 0.1, 1.1, steps=7)
    assert means.shape == variances.shape == (8, 2)
    mean, variance = g.fixed_point(0.1, 1.1)
    assert np.allclose(g(mean, variance, 0.1, 1.1), (mean, variance))


def test_an_interval_encloses_every_point_of_it() -> None:
    mean, variance = g.enclose(("-0.1", "0.1"), ("0.8", "1.5"), "0.1", 1)
    values = g(np.linspace(-0.1, 0.1, 9)[:, None], np.linspace(0.8, 1.5, 9), 0.1, 1)
    assert all(v in mean for v in values[0].flat) and all(v in variance for v in values[1].flat)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ((0, 0), ValueError, "nu must be positive, not 0"),
        ((0, [1, -1]), ValueError, "nu must be positive, not -1"),
        ((0, 1, 0, 0), ValueError, "tau must be positive"),
        ((np.nan, 1), ValueError, "mu must be finite"),
        ((0, 1, np.inf), ValueError, "omega must be finite"),
        (("0.1", 1), TypeError, "mu must be real numbers"),
        ((1j, 1), TypeError, "mu must be real numbers"),
        ((None, 1), TypeError, "mu must be real numbers"),
        (([0, 1], [1, 1, 1]), ValueError, "do not broadcast"),
    ],
)
def test_bad_points(arguments: Any, error: type[Exception], words: str) -> None:
    for method in (g, g.jacobian, g.spectral_norm):
        with pytest.raises(error, match=words) as caught:
            method(*arguments)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ((0.1, 1), TypeError, "mu: 0.1 is not exact"),
        ((0, "x"), ValueError, "nu: 'x' is not a number"),
        ((0, 0), ValueError, "nu must be positive"),
        ((0, ("2", "1")), ValueError, "lower end 2 is above"),
        ((0, 1, 0, "-1"), ValueError, "tau must be positive"),
        ((0, (1, 2, 3)), ValueError, "pair"),
        ((10**9, "1/1000", 1), ValueError, "no enclosure at this point"),
    ],
)
def test_bad_exact_points(arguments: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        g.enclose(*arguments)


def test_another_activation() -> None:
    """ELU with a break at 1 and a growing exponential below it, against sampling."""
    pieces = (Piece(-oo, 0, exp(z) - 1), Piece(0, 1, z), Piece(1, oo, 2 * z - 1))
    activation = Activation("bent", pieces)
    own = Map(moment_map(activation))
    sample = np.random.default_rng(0).normal(0.3 * 0.5, np.sqrt(1.2 * 0.9), 10**6)
    values = function(activation)(sample)
    mean, variance = own(0.3, 1.2, 0.5, 0.9)
    assert mean == pytest.approx(values.mean(), abs=5e-3)
    assert variance == pytest.approx(values.var(), abs=1e-2)
    assert own.enclose("0.3", "1.2", "0.5", "0.9")[0].width < Fraction(1, 10**20)


def test_parameters_need_values() -> None:
    with pytest.raises(ValueError, match="no value is known for alpha, lambda"):
        Map(moment_map(selu()))(0, 1)
    assert Symbol("alpha", positive=True) in selu().parameters
