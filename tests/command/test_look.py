"""list and show."""

from pathlib import Path

import pytest

from tests.toy import printed


def test_list(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "list").splitlines()[:4] == [
        "T1  A1  bound  PROVED      Theorem 1: below 1",
        "K1  A1  bound  PROVED",
        "K2  A1  bound  REFUTED",
        "K3  A1  bound  NOT_FORMAL",
    ]


def test_show(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "show", "T1").splitlines()
    for line in (
        "  text of T1 μ̃",
        "    u*(-u + 1) < 1",
        "verdict: PROVED, by the stored certificate, replayed",
        "our proof uses: K1",
        "printed premises: K1 PROVED, K2 REFUTED",
        "follows from them as printed: yes, by a rule that is named",
        "assumptions: a theorem",
        "  Python, its json module and the machine.",
    ):
        assert line in lines
    assert "  refuted at u = 1" in printed(capsys, "show", "K2").splitlines()
    assert any("is attained in" in s for s in printed(capsys, "show", "V1").splitlines())
    assert "  a definition" in printed(capsys, "show", "K3").splitlines()
    (locked / "certificates" / "K2.json").write_text("{}")
    shown = printed(capsys, "show", "K2")
    assert "verdict: none, as no certificate of this statement is stored" in shown
    assert "the lock expects REFUTED" in shown and "verdict: REFUTED" not in shown
