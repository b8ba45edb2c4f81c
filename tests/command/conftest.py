"""A folder of six claims of every sort, with and without lock and certificates."""

from pathlib import Path
from typing import Any

import pytest
from sympy import Symbol

from fixedpoint.claims import Box, Claim, Defect, Extremum, Identity, Inequality, NotFormal, Theorem
from fixedpoint.command.line import main
from tests import toy

U = Symbol("u", real=True)
UNIT = Box({U: (0, 1)})


def made(name: str, meaning: Any, of: type[Claim] = Claim, **details: Any) -> Claim:
    return of(name, "A1", "bound", f"text of {name} μ̃", meaning, **details)


CLAIMS = {
    claim.id: claim
    for claim in (
        made(
            "T1",
            Inequality(U * (1 - U), "<", 1, UNIT),
            Theorem,
            title="Theorem 1: below 1",
            uses=("K1",),
            chain=("K1", "K2"),
            assumptions=("a theorem",),
        ),
        made("K1", Inequality(U * (1 - U), "<=", "0.25", UNIT)),
        made("K2", Inequality(U, "<", 1, UNIT), defect=Defect.DOMAIN),
        made("K3", NotFormal("a definition")),
        made("V1", Extremum("max", U * (1 - U), UNIT), reported="0.250"),
        made("K5", Identity((U + 1) ** 2, U**2 + 2 * U + 1)),
    )
}
FORMAL = ["T1", "K1", "K2", "V1", "K5"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A proofs folder of its own, with the claims above."""
    toy.settle(monkeypatch, tmp_path, CLAIMS)
    return tmp_path


@pytest.fixture
def locked(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The same with a lock and certificates."""
    assert main(["regress", "--update", "--jobs", "1"]) == 0
    capsys.readouterr()
    return home
