"""The audit as the locks tell it: the same lines, and only as long as nothing has changed."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import count
from pathlib import Path

import pytest

from fixedpoint import registry
from fixedpoint.claims import NotFormal, Verdict
from fixedpoint.claims.claim import Unread
from fixedpoint.claims.formulas import statement
from fixedpoint.claims.plain import APART, plain, unread
from fixedpoint.command.line import main
from fixedpoint.report import text
from fixedpoint.report.errata import lines
from fixedpoint.trusted.certificate import Malformed
from fixedpoint.verdicts import audit, locks
from tests import toy

PAPER = registry.proofs()
CLAIMS = PAPER.claims()
MODULE = """
from sympy import Symbol
from fixedpoint.claims import Box, Claim, Defect, Inequality, NotFormal
U = Symbol("u", real=True)
UNIT = Box({U: (0, 1)})
CLAIMS = (
    Claim("K1", "A1", "bound", "u(1 − u) ⩽ 1/4", Inequality(U * (1 - U), "<=", "0.25", UNIT)),
    Claim("K2", "A1", "bound", "u < ¾", Inequality(U, "<", "0.75", UNIT), defect=Defect.DOMAIN),
    Claim("K3", "A1", "definition", "u", NotFormal("a definition")),
)
"""
NUMBERS = count()


@pytest.fixture
def proofs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[registry.Proofs]:
    """A folder of claims with a lock."""
    folder = tmp_path / f"told{next(NUMBERS)}"
    folder.mkdir()
    (folder / "a.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert main(["regress", "--update", "--jobs", "1", "--proofs", str(folder)]) == 0
    yield registry.proofs(folder)


def is_told(found: audit.Audit) -> bool:
    """Whether no meaning was loaded."""
    meanings = {type(claim.meaning) for claim in found.known.values()}
    assert (Unread in meanings) is (meanings <= {Unread, NotFormal})
    return Unread in meanings


def words(found: audit.Audit) -> list[str]:
    """The verdicts as they are listed."""
    return [text.verdict_word(found, name) for name in found.claims]


def test_the_locks_tell_the_paper_as_its_modules_do() -> None:
    told, known = audit.told(PAPER), audit.audit(PAPER)
    assert is_told(told), "the locks are of other sources: verify-bounds regress --update"
    assert not is_told(known)
    assert lines(told) == lines(known)
    assert text.list_lines(told) == text.list_lines(known)
    for name in CLAIMS:
        assert text.tree_lines(name, told) == text.tree_lines(name, known)
    missing = [[*text.missing_lines(a.known, PAPER.about().statements())] for a in (told, known)]
    assert missing[0] == missing[1]
    section = registry.proofs(PAPER.folder / "a32_theorem2")
    assert lines(audit.told(section)) == lines(audit.audit(section))


def test_all_but_the_meaning_is_told() -> None:
    for claim in CLAIMS.values():
        found = unread(claim.id, plain(claim), "f")
        assert type(found) is type(claim)
        told = isinstance(claim.meaning, NotFormal)
        assert found.meaning == (claim.meaning if told else Unread("f")) and not found.constants
        for name in {field.name for field in fields(claim)} - set(APART):
            assert getattr(found, name) == getattr(claim, name)


def test_a_meaning_that_is_not_loaded_is_no_statement() -> None:
    claim = unread("A", {"type": "Claim", "section": "", "kind": "", "text": ""}, "f")
    with pytest.raises(AttributeError, match="whose meaning is not loaded"):
        statement(claim.meaning, claim.constants)  # type: ignore[arg-type]


PLAIN = {"type": "Claim", "section": "A1", "kind": "bound", "text": "t"}


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {**PLAIN, "type": "Verdict"},
        {**PLAIN, "type": []},
        {key: PLAIN[key] for key in ("type", "section", "kind")},
        {**PLAIN, "text": 1},
        {**PLAIN, "printed": "no"},
        {**PLAIN, "cites": "L1"},
        {**PLAIN, "cites": [1]},
        {**PLAIN, "defect": "none"},
        {**PLAIN, "not_formal": 1},
        {**PLAIN, "meaning": "m"},
        {**PLAIN, "id": "B"},
        {**PLAIN, "uses": ["L1"]},
    ],
    ids=str,
)
def test_what_tells_no_claim_is_refused(data: object) -> None:
    assert unread("A", PLAIN, "f").text == "t"
    with pytest.raises(Malformed, match="'A' is told as no claim"):
        unread("A", data, "f")


def test_a_changed_source_is_noticed(proofs: registry.Proofs) -> None:
    assert is_told(audit.told(proofs))
    for change in ({"a.py": MODULE + "# more"}, {"b.py": ""}, {"data.json": "{}"}):
        before = {path: path.read_bytes() for path in proofs.folder.glob("*.py")}
        for name, content in change.items():
            (proofs.folder / name).write_text(content, encoding="utf-8")
        found = audit.told(registry.proofs(proofs.folder))
        assert not is_told(found) and words(found) == ["PROVED", "REFUTED", "NOT_FORMAL"]
        for name in change:
            (proofs.folder / name).unlink()
        for path, content in before.items():
            path.write_bytes(content)
        assert is_told(audit.told(proofs))
    source = proofs.folder / "a.py"
    source.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    (proofs.folder / "notes.txt").write_text("of no claim")
    assert is_told(audit.told(proofs))


def test_a_changed_language_is_noticed(
    proofs: registry.Proofs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "LANGUAGE", registry.LANGUAGE[1:])
    assert not is_told(audit.told(proofs))


def test_another_certificate_is_not_shown_as_the_lock_s(proofs: registry.Proofs) -> None:
    path = proofs.certificate("K1")
    toy.changed(path, bits=96)
    assert words(audit.told(proofs))[0] == "PROVED"  # it is replayed
    toy.changed(path, proof={"trees": ["b"]})
    assert words(audit.told(proofs)) == ["-", "REFUTED", "NOT_FORMAL"]
    path.write_bytes(proofs.certificate("K2").read_bytes())
    assert words(audit.told(proofs))[0] == "-"
    path.unlink()
    found = audit.told(proofs)
    assert is_told(found) and words(found)[0] == "-"
    with pytest.raises(ValueError, match="does not refute K1"):
        found.miss(found.claims["K1"])


def test_a_miss_is_that_of_the_stored_certificate(proofs: registry.Proofs) -> None:
    path = proofs.certificate("K2")
    found = audit.told(proofs)
    assert found.miss(found.claims["K2"]) == "fails by at least 0.250 at u = 1"
    toy.changed(path, proof={"refuted": {"goal": 0, "point": {"u": "0.875"}}})
    found = audit.told(proofs)
    assert is_told(found)
    assert found.miss(found.claims["K2"]) == "fails by at least 0.125 at u = 0.875"


def test_an_edited_lock_is_refused(proofs: registry.Proofs) -> None:
    path = proofs.sections[0].lock
    content = path.read_text(encoding="utf-8")
    sources = proofs.sources()
    for old, new in (("u < ¾", "u < 1"), (sources, "0" * 64), ("a definition", "a fact")):
        assert content.count(old) == 1
        path.write_text(content.replace(old, new), encoding="utf-8")
        with pytest.raises(Malformed, match="edited by hand"):
            audit.told(proofs)


def test_a_sealed_lock_cannot_lend_a_verdict_to_another_statement(proofs: registry.Proofs) -> None:
    """Anybody can make a digest: the certificate has to state what the lock says."""
    path, sources = proofs.sections[0].lock, proofs.sources()
    lock = locks.read(path)
    lock["K2"] = replace(lock["K2"], word="PROVED", certificate=lock["K1"].certificate)
    path.write_text(locks.content(lock, sources), encoding="utf-8")
    proofs.certificate("K2").write_bytes(proofs.certificate("K1").read_bytes())
    assert audit.told(proofs).verdict("K2") is None
    lock["K3"] = replace(lock["K3"], told={})
    path.write_text(locks.content(lock, sources), encoding="utf-8")
    with pytest.raises(Malformed, match="'K3' is told as no claim"):
        audit.told(proofs)


def test_without_a_lock_the_modules_are_loaded(proofs: registry.Proofs) -> None:
    proofs.sections[0].lock.unlink()
    found = audit.told(proofs)
    assert not is_told(found) and found.verdict("K1") is Verdict.PROVED
