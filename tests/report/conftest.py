"""A few cheap claims of every sort, proved once, as a report reads them."""

from pathlib import Path

import pytest
from sympy import Symbol

from fixedpoint.certificates.store import dumps, save
from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Defect,
    Extremum,
    Identity,
    Inequality,
    Monotone,
    NotFormal,
    Theorem,
)
from fixedpoint.verdicts.decide import prove
from fixedpoint.report import drawings
from fixedpoint.verdicts import locks
from fixedpoint.verdicts import recorded

X = Symbol("x", real=True)
UNIT = Box({X: (0, 1)})
ATTACK = "<script>alert(1)</script> & \"quotes\" 'single' ]]> | `code`\x07"
F = X * (1 - X)

CLAIMS = (
    Claim("D1", "A1", "definition", "f(x) = x(1 - x)", NotFormal(f"a definition {ATTACK}")),
    Claim("L1", "A2", "bound", "f < 0.26 on [0, 1]", Inequality(F, "<", "0.26", UNIT)),
    Claim(
        "L2",
        "A2",
        "bound",
        "f < 0.24 on [0, 1]",
        Inequality(F, "<", "0.24", UNIT),
        equation="7",
        defect=Defect.LAST_DIGIT,
        note=f"the maximum is 1/4 {ATTACK}",
    ),
    Claim("L2c", "A2", "bound", "f < 0.251 on [0, 1]", Inequality(F, "<", "0.251", UNIT)),
    Claim("L3", "A2", "identity", ATTACK, Identity(F, X - X**2)),
    Claim(
        "L4",
        "A3",
        "monotonicity",
        "f increases on [0, 1/3]",
        Monotone(F, X, "increasing", Box({X: (0, "1/3")})),
    ),
    Claim("V1", ATTACK, "extremum", "max f on [0, 1]", Extremum("max", F, UNIT), reported="0.2500"),
    Theorem(
        "T1",
        "A1",
        "theorem",
        "0 ⩽ f < 0.26",
        All((Inequality(0, "<=", F, UNIT), Inequality(F, "<", "0.26", UNIT))),
        uses=("L1", "L3"),
        chain=("D1", "L1", "L2", "L3"),
        assumptions=(f"none {ATTACK}",),
        repair="use L1",
    ),
)


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificates of the claims; the lock above the folder expects their verdicts."""
    folder = tmp_path_factory.mktemp("stored") / "certificates"
    verdicts = {}
    for claim in CLAIMS:
        result = prove(claim)
        verdicts[claim.id] = result.verdict
        if result.certificate:
            save(folder / f"{claim.id}.json", dumps(result.certificate))
    save(folder.parent / "verdicts.json", lock.content(CLAIMS, verdicts))
    return folder


@pytest.fixture(autouse=True)
def no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures take seconds: the tests that look at them ask for them."""
    monkeypatch.setattr(drawings, "FIGURES", ())


@pytest.fixture
def found(stored: Path) -> recorded.Recorded:
    """The recorded results."""
    claims = {claim.id: claim for claim in CLAIMS}
    return recorded.read(claims, lock.read(stored.parent / "verdicts.json"), stored)
