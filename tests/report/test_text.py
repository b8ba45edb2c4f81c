"""What is printed of a run and of a claim."""

from pathlib import Path

from fixedpoint.claims import Extremum, Inequality, NotFormal, Theorem
from fixedpoint.report import text
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.decide import prove
from fixedpoint.verdicts.findings import enclosure
from tests.verdicts.cases import BOX, U, V, made, one


def test_the_table_takes_brackets_as_they_are() -> None:
    from rich.console import Console

    claim = made("E", Extremum("max", U * V, BOX))
    run = one(claim)
    console = Console(width=100, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    with console.file:
        console.print(text.table(run))
    found = enclosure(run.results["E"])
    assert found is not None
    assert f"in [{found['lower']}, {found['upper']}]" in console.export_text()


def test_show_says_what_is_known() -> None:
    claims = {
        c.id: c
        for c in (
            made("L1", Inequality(U, "<", 1, BOX), equation="7", note="why", title="a bound"),
            made("L1c", Inequality(U, "<=", 1, BOX), corrects="L1", cites=("L1", "L9")),
        )
    }
    audit = Audit(claims, {}, Path)
    lines = text.show_lines(claims["L1"], audit, prove(claims["L1"]))
    assert lines[:2] == ["L1  a bound  (A1, bound, equation 7)", "  text of L1"]
    assert "  for all u in [-0.5, 1], v in [1/3, 2]:" in lines and "    u < 1" in lines
    assert "verdict: REFUTED, by the stored certificate, replayed" in lines and "note: why" in lines
    assert "correction: L1c  text of L1c" in lines
    lines = text.show_lines(claims["L1c"], audit, None)
    assert lines[0] == "L1c  (A1, bound)" and "corrects: L1" in lines
    assert "not in the lock" in lines and any("prove L1c makes one" in line for line in lines)
    assert "printed premises: L1 not audited, L9 not audited" in lines
    assert "follows from them as printed: not stated" in lines


def test_a_correction_is_no_matter_of_its_name() -> None:
    claims = {name: made(name) for name in ("L1", "L1c")}
    audit = Audit(claims, {}, Path)
    assert not any(
        "correct" in line for c in claims.values() for line in text.show_lines(c, audit, None)
    )


def test_a_theorem_is_called_what_its_title_says() -> None:
    for name, title, called in (
        ("TIGHT", "", "TIGHT"),
        ("T1", "Theorem 1: a fixed point", "Theorem 1"),
    ):
        theorem = Theorem(name, "s", "k", "t", NotFormal("r"), title=title)
        assert text.name(theorem) == called
