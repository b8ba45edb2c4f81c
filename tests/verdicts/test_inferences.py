"""Inferences: what becomes of a printed proof when its premises are false, or do not give it."""

from typing import Any

import pytest

from fixedpoint.claims import Claim, Inference, Verdict
from fixedpoint.report.text import tree_lines
from fixedpoint.verdicts.derivations import Derivations, Proof
from fixedpoint.verdicts.errata import Effect, errata
from tests.verdicts.cases import NOT_FORMAL as N
from tests.verdicts.cases import PROVED as P
from tests.verdicts.cases import REFUTED as R
from tests.verdicts.cases import UNDECIDED as X
from tests.verdicts.cases import Known, made

PREMISES = ("A", "B")


def step(suffix: str, *premises: str, **mode: bool) -> Inference:
    details: dict[str, Any] = {"printed": False, "premises": premises or PREMISES, **mode}
    text = made("x")
    return Inference(f"C_step{suffix}", "A1", "s", "the step", text.meaning, infers="C", **details)


CLAIMS: dict[str, Claim] = {
    claim.id: claim
    for claim in (
        Claim("A", "A1", "definition", "", made("x").meaning),
        made("B"),
        made("Bc", corrects="B"),
        made("C"),
        step(""),
        step("_c", corrected=True),
        step("_r", "A", "K", sharper=True),
        made("K", printed=False),
        Claim("D", "A1", "bound", "", made("x").meaning, cites=("C",)),
        Inference("D_step", "A1", "s", "", made("x").meaning, infers="D", premises=("C",)),
    )
}
TRUE = {"A": P, "B": P, "Bc": P, "C": P, "D": P, "D_step": N, "K": P}


@pytest.mark.parametrize(
    ("told", "proof", "unmended", "repaired"),
    [
        ({"C_step": P}, Proof.HOLDS, (), ()),
        ({"C_step": N}, Proof.HOLDS, (), ()),
        ({"C_step": R}, Proof.BROKEN, ("C",), ()),
        ({"C_step": R, "C_step_r": P}, Proof.REPAIRED, ("C",), ("K",)),
        ({"C_step": R, "C_step_r": P, "K": X}, Proof.BROKEN, ("C",), ()),
        ({"C_step": R, "C_step_r": R}, Proof.BROKEN, ("C",), ()),
        ({"C_step": P, "C_step_c": P, "B": R}, Proof.MENDED, (), ()),
        ({"C_step": P, "C_step_c": R, "B": R}, Proof.BROKEN, ("C",), ()),
        ({"C_step": P, "C_step_c": R, "B": R, "C_step_r": N}, Proof.REPAIRED, ("C",), ("K",)),
        ({"C_step": P, "C_step_c": P, "B": R, "Bc": X}, Proof.BROKEN, ("B",), ()),
        ({"C_step": P, "B": R}, Proof.OPEN, (), ()),  # the corrected step is not stated
        ({"C_step": X}, Proof.OPEN, (), ()),
        ({}, Proof.OPEN, (), ()),
        ({"C_step": P, "A": X}, Proof.OPEN, (), ()),
    ],
)
def test_a_proof_is_what_its_steps_and_premises_make_it(
    told: dict[str, Verdict], proof: Proof, unmended: tuple[str, ...], repaired: tuple[str, ...]
) -> None:
    found = Derivations(CLAIMS, {**TRUE, **told}.get)
    for name in ("C", "D"):  # what rests on it fares the same
        assert (found[name].proof, found[name].unmended) == (proof, unmended)
        assert found[name].repaired == repaired


def test_an_id_without_a_claim_is_not_audited() -> None:
    claims = {**CLAIMS, "E": made("E", cites=("Z",))}
    found = Derivations(claims, {**TRUE, "E": P}.get)
    assert found["E"].open == "Z" and found["E"].proof is Proof.OPEN


def test_a_proof_that_cites_itself_is_an_error() -> None:
    claims = {"E": made("E", cites=("F",)), "F": made("F", cites=("E",))}
    with pytest.raises(ValueError, match="cites itself"):
        Derivations(claims, {"E": P, "F": P}.get)["E"]


def test_what_takes_a_claim_and_what_its_correction_breaks() -> None:
    found = Derivations(CLAIMS, {**TRUE, "B": R, "C_step": P, "C_step_c": R}.get)
    assert found.used_by("B") == ["C", "D"] and found.used_by("D") == []
    assert found.breaks("B") == ["C"] and found.breaks("A") == []
    assert found.failing("C") is CLAIMS["C_step_c"] and found.failing("D") is None
    assert list(found.tree("D")) == [(0, "D"), (1, "C"), (2, "A"), (2, "B")]


def test_the_tree_and_the_errata_say_so() -> None:
    told = {**TRUE, "B": R, "C_step": P, "C_step_c": R, "C_step_r": P}
    audit = Known(CLAIMS, told)
    lines = tree_lines("D", audit)
    assert lines[1] == "├─ C PROVED [does not follow with the corrections]"
    entries = {entry.claim.id: entry for entry in errata(audit)}
    assert entries["C"].effect is Effect.UNPROVED and entries["C"].repair is CLAIMS["C_step_r"]
