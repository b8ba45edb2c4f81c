"""Shared fixtures: small true and false statements with their proofs."""

from typing import Any

import pytest
from sympy import Symbol

from fixedpoint.claims import Box, Claim, Inequality
from fixedpoint.verdicts.decide import prove

x = Symbol("x", real=True)


@pytest.fixture
def certificate() -> dict[str, Any]:
    """A fresh certificate of x (1 - x) < 26/100 on [0, 1]."""
    claim = Claim("demo", "-", "bound", "", Inequality(x * (1 - x), "<", "0.26", Box({x: (0, 1)})))
    made = prove(claim).certificate
    assert made is not None
    return made
