"""The Markdown page, the JUnit file and the command line of `report`."""

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from fixedpoint.command.line import main
from fixedpoint.registry import Proofs
from fixedpoint.report import junit, markdown
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.recorded import Recorded, recall
from tests import toy
from tests.report.conftest import BY_ID


def cases(source: str) -> dict[str, Element]:
    suite = fromstring(source)
    assert suite.get("tests") == str(len(suite))
    return {case.get("name") or "": case for case in suite}


def test_markdown_has_a_row_for_every_claim(found: Recorded, proofs: Proofs) -> None:
    page = markdown.page(found, proofs)
    rows = page.partition("## Claims")[2].splitlines()[4:]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == list(BY_ID)
    widths = {len(re.findall(r"(?<!\\)\|", row)) for row in rows}
    assert widths == {6}
    assert "<script" not in page.replace("\\<", "")
    assert "breaks first at L2" in page and "proved instead: L2c" in page


def test_junit_has_a_case_for_every_claim(found: Recorded, proofs: Proofs) -> None:
    found_cases = cases(junit.page(found, proofs))
    assert list(found_cases) == list(BY_ID)
    skipped = [name for name, case in found_cases.items() if case.find("skipped") is not None]
    assert skipped == ["D1"]
    assert all(case.find("failure") is None for case in found_cases.values())
    assert "refuted at" in (found_cases["L2"].findtext("system-out") or "")


def test_junit_fails_where_the_verdict_is_not_expected(
    proofs: Proofs, lock: dict[str, locks.Entry]
) -> None:
    del lock["L1"]
    lock["L2"] = locks.Entry("PROVED", lock["L2"].statement)
    source = junit.page(recall(BY_ID, lock, proofs.certificate), proofs)
    assert fromstring(source).get("failures") == "2"
    said = {name: case.find("failure") for name, case in cases(source).items()}
    assert said["L2"].get("message") == "REFUTED; the lock expects PROVED"  # type: ignore[union-attr]
    assert "not in the lock" in said["L1"].get("message", "")  # type: ignore[union-attr]


# -- what is stored --------------------------------------------------------------------------------


@pytest.fixture
def project(stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A command line whose claims, lock and certificates are those of the tests."""
    folder = tmp_path / "certificates"
    folder.mkdir()
    for path in stored.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (tmp_path / "lock.json").write_bytes((stored.parent / "lock.json").read_bytes())
    toy.settle(monkeypatch, tmp_path, BY_ID)
    return SimpleNamespace(folder=folder, out=tmp_path / "out")


def report(project: SimpleNamespace, name: str, *options: str) -> int:
    return main(["report", "-o", str(project.out / name), *options])


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("a.html", [], "<!DOCTYPE html>"),
        ("a.HTM", [], "<!DOCTYPE html>"),
        ("a.md", [], "# "),
        ("a.xml", [], "<testsuite"),
        ("a", ["--format", "md"], "# "),
        ("a.md", ["--format", "junit"], "<testsuite"),
    ],
)
def test_the_ending_or_the_option_chooses(
    project: SimpleNamespace, name: str, options: list[str], start: str
) -> None:
    assert report(project, name, *options) == 0
    assert (project.out / name).read_text(encoding="utf-8").startswith(start)


def results(**changes: Any) -> dict[str, Any]:
    row = {
        "id": "L1",
        "verdict": "PROVED",
        "boxes": 3,
        "evaluations": 5,
        "search_seconds": 1.5,
        "check_seconds": 0.25,
    }
    return {"claims": [row | changes]}


def test_times_come_from_a_file_of_results(project: SimpleNamespace) -> None:
    path = project.folder / "results.txt"
    path.write_text(json.dumps(results()))
    assert report(project, "a.xml", "--results", str(path)) == 0
    assert cases((project.out / "a.xml").read_text())["L1"].get("time") == "1.750"


def refused(capsys: pytest.CaptureFixture[str], project: SimpleNamespace, *words: str) -> None:
    """One line that says all these words, and nothing written."""
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and err.startswith("verify-bounds: error: "), err
    assert all(word in err for word in words), err
    assert not project.out.exists() or not list(project.out.iterdir())


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"claims": 1}',
        '{"claims": [1]}',
        "\x00",
        '{"claims": [{"id": "L1"}]}',
        json.dumps(results(boxes="many")),
        json.dumps(results(search_seconds=[])),
        json.dumps(results(id="L9")),
        json.dumps(results(verdict="REFUTED")),
        "[" * 100_000,
    ],
)
def test_other_results_are_refused(
    project: SimpleNamespace, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.folder / "results.txt"
    path.write_text(content)
    assert report(project, "a.md", "--results", str(path)) == 2
    refused(capsys, project, "results.txt", "prove --json")


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("a.txt", [], ["ending", "--format html, md or junit"]),
        ("a", [], ["ending"]),
        ("a.html", ["--format", "pdf"], ["pdf"]),
        (".", ["--format", "md"], ["name a file"]),
        ("../certificates/L1.json/a.md", [], ["choose a path that works"]),
        ("a.md", ["--results", "/nonexistent"], ["/nonexistent"]),
        ("a.md", ["--certificates", "/nonexistent"], ["no certificate of L1 and 6 more", "prove"]),
    ],
)
def test_bad_paths_are_refused(
    project: SimpleNamespace,
    name: str,
    options: list[str],
    words: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    if name == ".":
        project.out.mkdir()
    assert report(project, name, *options) == 2
    refused(capsys, project, *words)


def test_the_output_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report"]) == 2
    assert "-o" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "damage", "words"),
    [
        ("L1", lambda path: path.unlink(), ["no certificate of L1 in", "verify-bounds prove L1"]),
        ("L1", lambda path: path.write_text("{"), ["L1 cannot be read", "verify-bounds prove L1"]),
        (
            "L1",
            lambda path: path.write_text("[]"),
            ["L1 cannot be read, or proves nothing, or something else", "verify-bounds prove L1"],
        ),
        (
            "L1",
            lambda path: toy.changed(path, id="L2"),
            ["L1 cannot be read, or proves nothing, or something else", "verify-bounds prove L1"],
        ),
        (
            "L1",
            lambda path: toy.changed(path, statement=7),
            ["L1 cannot be read, or proves nothing, or something else", "verify-bounds prove L1"],
        ),
        (
            "L1",
            lambda path: toy.changed(path, bits="64"),
            ["L1 cannot be read, or proves nothing, or something else", "verify-bounds prove L1"],
        ),
        (
            "L1",
            lambda path: toy.changed(path, proof={}),
            ["L1 cannot be read, or proves nothing, or something else", "verify-bounds prove L1"],
        ),
        (
            "L1",
            lambda path: toy.changed(path, proof={"trees": [1]}),
            ["L1 cannot be read, or proves nothing, or something else", "verify-bounds prove L1"],
        ),
        (
            "L1",
            lambda path: toy.changed(path, proof={"refuted": {"point": 1}}),
            ["L1 cannot be read, or proves nothing, or something else", "verify-bounds prove L1"],
        ),
        (
            "V1",
            lambda path: path.write_text(path.read_text().replace('"lower": "', '"lower": "+-')),
            ["V1 cannot be read, or proves nothing, or something else", "verify-bounds prove V1"],
        ),
        (
            "L2",
            lambda path: toy.changed(path, proof={"refuted": {"goal": 0, "point": {"x": "0"}}}),
            ["L2 cannot be read, or proves nothing, or something else", "verify-bounds prove L2"],
        ),
        ("../lock.json", lambda path: path.unlink(), ["no lock", "regress --update"]),
    ],
)
def test_missing_or_damaged_files_are_refused(
    project: SimpleNamespace,
    name: str,
    damage: Any,
    words: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    damage(project.folder / (name if "/" in name else f"{name}.json"))
    assert report(project, "a.html") == 2
    refused(capsys, project, *words)
