"""The audit as a whole: every statement counted once, and findings that stand on certificates."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from fixedpoint import registry
from fixedpoint.claims import Finding, Verdict
from fixedpoint.registry import Proofs
from fixedpoint.report import html
from fixedpoint.report.errata import lines, page, rests, table, tiers, verdicts
from fixedpoint.verdicts.audit import audit
from fixedpoint.verdicts.recorded import Recorded
from fixedpoint.verdicts.whole import standing, whole
from tests import toy
from tests.report.conftest import ABOUT, BY_ID
from tests.report.pages import Page

PROOFS = registry.proofs()
AUDIT, PAPER = audit(PROOFS), PROOFS.about()
WHOLE = whole(AUDIT, PAPER)
README = Path(__file__).parents[2] / "README.md"


def test_every_statement_is_counted_once() -> None:
    known = PAPER.statements()
    assert WHOLE.statements == len(known)
    assert set(WHOLE.missing) == {name for name in known if AUDIT.verdict(name) is None}
    assert verdicts(WHOLE)[1][0] == str(len(known))
    assert sum(map(int, verdicts(WHOLE)[1][1:])) == len(known)


def test_every_defect_is_counted_once() -> None:
    ids = [name for entry in WHOLE.slips for name in entry.ids]
    assert WHOLE.of() == len(ids)
    heads, *rows, last = ([row[0], *(int(cell or 0) for cell in row[1:])] for row in NUMBERS)
    assert last[-1] == len(ids) and len(heads) == len(last)
    for column in range(1, len(last)):
        assert last[column] == sum(row[column] for row in rows)
    assert all(row[-1] == sum(row[1:-1]) for row in rows)


NUMBERS = [tuple("0" for _ in tiers(WHOLE)[0]), *tiers(WHOLE)[1:]]


def test_the_readme_has_the_same_numbers() -> None:
    stored = README.read_text(encoding="utf-8")
    for rows in (verdicts(WHOLE), tiers(WHOLE)):
        fresh = "\n".join(table(rows))
        assert fresh in stored, f"write it into README, as ERRATA has it:\n{fresh}"


# -- findings --------------------------------------------------------------------------------------


def said(finding: Finding) -> str:
    """All that the claims of a finding say."""
    claims = [AUDIT.known[name] for name in finding.rests]
    return " ".join(f"{claim.text} {claim.note} {claim.reported}" for claim in claims)


@pytest.mark.parametrize("finding", PAPER.findings(), ids=lambda finding: finding.headline[:40])
def test_a_finding_says_what_its_claims_say(finding: Finding) -> None:
    assert finding in WHOLE.findings
    assert finding.headline.endswith(".") and len(finding.headline) < 90
    assert len(re.findall(r"[.:;] ", finding.text)) <= 5, "say it in fewer words"
    known = said(finding)
    for number in re.findall(r"\d+\.\d{3,}", finding.text):
        assert number in known, number


@pytest.mark.parametrize("finding", PAPER.findings(), ids=lambda finding: finding.headline[:40])
def test_no_finding_outlives_a_verdict(finding: Finding) -> None:
    for name, needed in finding.rests.items():
        other = replace(
            finding,
            proved=name if needed is Verdict.REFUTED else "",
            refuted=name if needed is Verdict.PROVED else "",
        )
        with pytest.raises(ValueError, match=re.escape(f"needs {name} ")) as error:
            list(standing([other], AUDIT))
        assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["L1", "L0"])
def test_no_page_is_made_with_a_false_finding(
    name: str, found: Recorded, proofs: Proofs, monkeypatch: pytest.MonkeyPatch
) -> None:
    false = replace(ABOUT, findings=lambda: (Finding("Wrong.", "It is wrong.", refuted=name),))
    monkeypatch.setattr(Proofs, "about", lambda _: false)
    for made in (
        lambda: html.page(found, proofs),
        lambda: page(found.audit, false),
        lambda: lines(found.audit, false),
    ):
        with pytest.raises(ValueError, match=f"'Wrong.' .*{name}"):
            made()


def test_a_false_finding_is_one_line_on_the_command_line(
    stored: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    toy.settle(monkeypatch, stored.parent, BY_ID)
    false = replace(ABOUT, findings=lambda: (Finding("Wrong.", "It is wrong.", refuted="L1"),))
    monkeypatch.setattr(Proofs, "about", lambda _: false)
    assert "needs L1 REFUTED, but it is PROVED" in toy.failing(capsys, 2, "audit")


def test_a_finding_is_shown_with_what_it_rests_on(
    found: Recorded, proofs: Proofs, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = Finding("It <holds>.", "The bound *holds*.", proved="L1 L2c", refuted="L2")
    assert rests(true) == "refuted: L2; proved: L1, L2c"
    about = replace(ABOUT, findings=lambda: (true,))
    monkeypatch.setattr(Proofs, "about", lambda _: about)
    read = Page(html.page(found, proofs))
    assert f"{true.headline} {true.text} ({rests(true)})" in read.text
    assert {"#c-L1", "#c-L2c", "#c-L2"} <= set(read.links)
    written = page(found.audit, about)
    assert written.index(r"1. **It \<holds\>.** The bound \*holds\*.") < written.index(
        "## The whole"
    )
    assert lines(found.audit, about)[0] == "1. It <holds>."


def test_a_finding_rests_on_something() -> None:
    with pytest.raises(ValueError, match="rests on nothing"):
        Finding("It is so.", "It is.")


def test_a_section_has_its_own_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    theorem3 = audit(registry.proofs(PROOFS.folder / "a33_theorem3"))
    own: Mapping[str, object] = theorem3.claims
    found = whole(theorem3, PAPER)
    assert 0 < len(found.findings) < len(WHOLE.findings)
    assert all(own.keys() & finding.rests.keys() for finding in found.findings)
    assert not found.missing and found.statements == len(theorem3.printed())
