"""Attacks the trusted kernel by second opinions: three kernels agree, and a sabotaged one shows."""

import copy
import subprocess
import sys
from typing import Any

import pytest

from fixedpoint.certificates.crosscheck import KERNELS, cross_check
from fixedpoint.kernels.mpfr import Mpfr
from fixedpoint.trusted.directed import Directed
from tests.hostile.reference import BASE


@pytest.mark.parametrize("data", BASE, ids=lambda data: data["id"])
def test_three_kernels_agree(data: dict[str, Any]) -> None:
    assert cross_check(data) == []


class Sabotaged(Directed):
    """exp too small by a factor."""

    def exp(self, a: Any) -> Any:
        return self.mul(super().exp(a), super().exp(self.neg(self.pi())))


@pytest.mark.parametrize("sabotaged", ["trusted", "mpfr"])
def test_a_sabotaged_kernel_is_reported(sabotaged: str) -> None:
    kernels = {**KERNELS, sabotaged: Sabotaged}
    found = [d for data in BASE for d in cross_check(data, kernels)]
    assert found and all(sabotaged in d.failed + d.contradicted for d in found)
    assert any(sabotaged in d.contradicted for d in found)


def test_a_lie_that_one_kernel_believes_is_contradicted() -> None:
    """L13.4 with a false bound, and a trusted kernel that calls everything positive."""

    class Gullible(Directed):
        def nonnegative(self, a: Any) -> bool:
            return True

        def sign(self, a: Any) -> int:
            return 1

    data = copy.deepcopy(next(data for data in BASE if data["id"] == "L13.4"))
    node = next(n for n in data["statement"]["nodes"] if n == ["rational", "0.1"])
    node[1] = "-0.1"
    found = cross_check(data, {"trusted": Gullible, "mpfr": Mpfr})
    assert any("trusted" in d.confirmed and "mpfr" in d.failed for d in found)


def test_no_verdict_rests_on_it() -> None:
    code = "import fixedpoint.trusted.certificate, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"flint", "fixedpoint.kernels.mpfr", "fixedpoint.certificates.crosscheck"} & set(
        loaded
    )
