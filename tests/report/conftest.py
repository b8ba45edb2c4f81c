"""A few cheap claims of every sort, proved once, as a report reads them."""

from pathlib import Path

import pytest
from sympy import Symbol

from fixedpoint.certificates.store import dumps, save
from fixedpoint.claims import (
    About,
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
from fixedpoint.registry import Proofs
from fixedpoint.verdicts import locks, recorded
from fixedpoint.verdicts.decide import prove
from fixedpoint.verdicts.regress import entry
from tests import toy

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
    Claim(
        "L2c",
        "A2",
        "bound",
        "f < 0.251 on [0, 1]",
        Inequality(F, "<", "0.251", UNIT),
        corrects="L2",
    ),
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


BY_ID = {claim.id: claim for claim in CLAIMS}
ABOUT = About(f"Parabolas {ATTACK}", f"Nobody {ATTACK}", "https://example.org/parabolas", ATTACK)


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificates of the claims; the lock above the folder expects their verdicts."""
    folder = tmp_path_factory.mktemp("stored") / "certificates"
    lock = {}
    for claim in CLAIMS:
        result = prove(claim)
        lock[claim.id] = entry(claim, result)
        if result.certificate:
            save(folder / f"{claim.id}.json", dumps(result.certificate))
    save(folder.parent / "lock.json", locks.content(lock))
    return folder


@pytest.fixture
def proofs(stored: Path, monkeypatch: pytest.MonkeyPatch) -> Proofs:
    """The folder of the claims, which says what they are about."""
    monkeypatch.setattr(Proofs, "about", lambda _: ABOUT)
    return toy.single(stored.parent)


@pytest.fixture
def lock(proofs: Proofs) -> locks.Lock:
    """What the lock expects; to be changed."""
    return locks.of(proofs.sections)


@pytest.fixture
def found(proofs: Proofs, lock: locks.Lock) -> recorded.Recorded:
    """The recorded results."""
    return recorded.recall(BY_ID, lock, proofs.certificate)
