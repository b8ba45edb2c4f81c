"""regress: what it writes, what it notices, and how damaged locks fail."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sympy import Symbol, sqrt

from fixedpoint.certificates.store import digest
from fixedpoint.claims import Box, Claim, Defect, Extremum, Inequality, Krawczyk, NotFormal, value
from fixedpoint.trusted.certificate import load
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.locks import Row
from tests import toy

U, V, W = (Symbol(name, real=True) for name in "uvw")
UNIT = Box({U: (0, 1)})
AROUND = Box({U: ("-0.1", "0.1"), V: ("-0.1", "0.2"), W: 1})


def claim(name: str, meaning: object, **details: object) -> Claim:
    return Claim(name, "A1", "bound", f"text of {name}", meaning, **details)  # type: ignore[arg-type]


CLAIMS = (
    claim("ROOT", value(sqrt(2)), printed=False),
    claim("TOP", Extremum("max", U * (1 - U), UNIT)),
    claim("AT", Krawczyk({U: V * W / 4, V: U / 4}, AROUND)),
    claim("WIDE", Krawczyk({U: V * W / 4, V: U / 4}, AROUND.but({W: (0, 1)}))),
    claim("BAD", Inequality(U, "<=", "0.5", UNIT), defect=Defect.CONSTANT),
    claim("WORDS", NotFormal("a definition")),
)
Say = Callable[..., str]


@pytest.fixture
def claims() -> dict[str, Claim]:
    """The claims that the folder has, to be changed."""
    return {claim.id: claim for claim in CLAIMS}


@pytest.fixture
def say(
    claims: dict[str, Claim],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Say:
    """Runs a command on a folder of claims with its lock, and gives what it prints."""
    toy.settle(monkeypatch, tmp_path, claims)

    def run(*command: str, status: int = 0) -> str:
        if status == 2:
            return toy.failing(capsys, status, *command)
        return toy.printed(capsys, *command, status=status)

    run("regress", "--update", "--jobs", "1")
    return run


def rows(folder: Path) -> Mapping[str, Row]:
    """The enclosures of the lock by name."""
    found = locks.read(folder / "lock.json").values()
    return {name: row for entry in found for name, row in entry.enclosures.items()}


def relock(folder: Path, claim: str, **enclosures: Row) -> None:
    """Write the lock anew, as if a claim had these enclosures too."""
    old = locks.read(folder / "lock.json")[claim]
    toy.relock(folder, **{claim: replace(old, enclosures={**old.enclosures, **enclosures})})


def test_what_the_lock_has(say: Say, tmp_path: Path, claims: dict[str, Claim]) -> None:
    found = locks.read(tmp_path / "lock.json")
    enclosures = rows(tmp_path)
    assert list(enclosures) == ["ROOT", "TOP", "AT_U", "AT_V"]
    assert enclosures["ROOT"].lower.startswith("1.41421356237309504880168872420969")
    assert enclosures["AT_V"].text == "v of text of AT"
    assert (enclosures["AT_V"].lower, enclosures["AT_V"].upper) == ("-0.1", "0.2")
    misses = {name: entry.miss for name, entry in found.items() if entry.miss}
    assert list(misses) == ["BAD"] and misses["BAD"].lower.startswith("0.")
    assert list(found) == list(claims)
    for name, entry in found.items():
        path = tmp_path / "certificates" / f"{name}.json"
        assert entry.certificate == (digest(load(path)) if path.exists() else None)
    assert say("regress").endswith("as the locks say\n")


def test_interrupting_or_repeating_changes_nothing(say: Say, tmp_path: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*.*")}

    before = files()
    say("regress")
    assert files() == before
    say("regress", "--update")
    assert files() == before


@pytest.mark.parametrize(
    ("lower", "upper", "said"),
    [
        (
            "0.3",
            "0.4",
            "TOP: the enclosures are 0.0499 apart: the lock has [0.3, 0.4], proved is [",
        ),
        ("0.1", "0.2", "TOP: the enclosures are 0.0"),
        ("0.25", "0.25", "TOP: weaker: wider by "),
        ("0.2", "0.3", ""),
    ],
)
def test_an_enclosure_that_changed(
    say: Say, tmp_path: Path, lower: str, upper: str, said: str
) -> None:
    relock(tmp_path, "TOP", TOP=replace(rows(tmp_path)["TOP"], lower=lower, upper=upper))
    printed = say("regress", status=1 if said else 0)
    assert said in printed
    assert printed.endswith("not as the locks say\n" if said else "; as the locks say\n")


def test_an_enclosure_that_is_gone_or_new(
    say: Say, tmp_path: Path, claims: dict[str, Claim]
) -> None:
    relock(tmp_path, "TOP", LOST=rows(tmp_path)["TOP"])
    assert "LOST: has an enclosure in the lock and none is proved now" in say("regress", status=1)
    say("regress", "--update")
    claims["MORE"] = claim("MORE", value(sqrt(3)), printed=False)
    printed = say("regress", status=1)
    assert printed.count("MORE: is not in the lock: verify-bounds regress --update adds it") == 1
    del claims["MORE"], claims["TOP"]
    assert "TOP: in the lock, and no longer claimed" in say("regress", status=1)
    say("regress", "--update")
    assert not (tmp_path / "certificates" / "TOP.json").exists()


def test_a_verdict_that_changed(say: Say, claims: dict[str, Claim], tmp_path: Path) -> None:
    claims["BAD"] = claim("BAD", Inequality(U, "<=", 1, UNIT))
    printed = say("regress", status=1)
    assert "BAD: REFUTED in the lock, now PROVED" in printed
    claims["BAD"] = claim("BAD", Inequality(U, "<=", "0.75", UNIT))
    printed = say("regress", status=1)
    assert "BAD: states something else than it did when the lock was written" in printed
    path = tmp_path / "lock.json"
    before = path.read_text()
    path.write_text(before.replace('"REFUTED"', '"PROVED"'))
    assert "edited by hand, for its digest differs" in say("regress", status=2)
    path.write_text(before)
    toy.relock(tmp_path, BAD=replace(locks.read(path)["BAD"], word="PROVED"))
    printed = say("regress", status=1)
    assert "BAD: PROVED in the lock, now REFUTED; refuted at u = " in printed


def test_a_certificate_that_changed(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "certificates" / "ROOT.json"
    path.write_text(path.read_text().replace('"bits": 160', '"bits": 192'))
    said = ": the stored certificate is not the one that the lock knows"
    assert f"ROOT{said}" in say("regress", status=1)
    path.unlink()
    assert f"ROOT{said}" in say("regress", status=1)


def test_update_needs_everything_proved(say: Say, claims: dict[str, Claim], tmp_path: Path) -> None:
    before = (tmp_path / "lock.json").read_bytes()
    own = Inequality(U, "<", 1, UNIT)
    claims["OURS"] = claim("OURS", own, printed=False)
    claims["BADc"] = claim("BADc", own, corrects="BAD")
    claims["OPEN"] = claim("OPEN", Krawczyk({U: V, V: U}, AROUND))
    printed = say("regress", "--update", status=1)
    for name, verdict in (("OURS", "REFUTED; "), ("BADc", "REFUTED; "), ("OPEN", "UNDECIDED; ")):
        assert f"{name}: {verdict}" in printed
    assert printed.count("give the claim a defect") == 2
    assert printed.endswith("; locks left as they were\n")
    assert before == (tmp_path / "lock.json").read_bytes()
    assert not (tmp_path / "certificates" / "OURS.json").exists()


@pytest.mark.parametrize("command", ["regress", "constants"])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("1.41421", "1.41422", "edited by hand, for its digest differs: restore it"),
        ('"version": 3', '"version": 4', "of version 4, newer than this program: upgrade"),
        ('"version": 3', '"version": 1', "restore it"),
        ('"version": 3', '"version": "x"', "restore it"),
        ('"version": 3', '"version": true', "restore it"),
        ('"version": 3', '"version": ', "not a JSON file"),
        ('"version": 3,', "", "key 'version' is missing: restore it"),
        ('"claims"', '"claim"', "key 'claim' is unknown: restore it"),
        ("fixedpoint-lock", "fixedpoint-certificate", "not a fixedpoint-lock"),
    ],
)
def test_a_damaged_lock(
    say: Say, tmp_path: Path, command: str, old: str, new: str, said: str
) -> None:
    path = tmp_path / "lock.json"
    path.write_text(path.read_text().replace(old, new))
    printed = say(command, status=2)
    assert said in printed and str(path) in printed


@pytest.mark.parametrize(
    "ends", [{"lower": "2"}, {"lower": "x"}, {"lower": "1", "upper": "1e400"}], ids=str
)
def test_a_lock_with_the_right_digest_and_wrong_rows(
    say: Say, tmp_path: Path, ends: dict[str, str]
) -> None:
    relock(tmp_path, "ROOT", ROOT=replace(rows(tmp_path)["ROOT"], **ends))
    assert str(tmp_path / "lock.json") in say("constants", status=2)


def test_without_locks(say: Say, tmp_path: Path) -> None:
    (tmp_path / "lock.json").unlink()
    assert "ROOT: is not in the lock" in say("regress", status=1)
    assert say("constants") == "\n"


def test_commands_on_constants(say: Say) -> None:
    assert say("constants", "ROOT", "--digits", "40").split()[1].startswith("1.4142135623730950488")
    assert "ROOT = 1.4142135623730951" in say("constants", "--format", "python")
    assert "did you mean ROOT?" in say("constants", "root", status=2)
    assert "verify-bounds constants lists them" in say("constants", "zzz", status=2)
    assert "not a number from 1 to 1000" in say("constants", "--digits", "0", status=2)
    assert "invalid choice" in say("constants", "--format", "xml", status=2)
    assert "TOP is known to" in say("constants", "TOP", "--digits", "50", status=2)
