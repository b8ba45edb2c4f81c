"""The runner: many processes, stored certificates, resuming, interrupts."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sympy import Symbol, sqrt

from fixedpoint import registry
from fixedpoint.certificates.store import Store
from fixedpoint.claims import Box, Claim, Extremum, Identity, Inequality, NotFormal, Verdict
from fixedpoint.trusted.certificate import check, load
from fixedpoint.verdicts import run as runner
from fixedpoint.verdicts.decide import Result, prove, stored
from fixedpoint.verdicts.run import JOURNAL, run

U, V = Symbol("u", real=True), Symbol("v", real=True)
UNIT = Box({U: (0, 1), V: (0, 1)})


def made(name: str, meaning: Any, **details: Any) -> Claim:
    return Claim(name, "test", "bound", name, meaning, **details)


CLAIMS = (
    made("K1", Inequality(U * V, "<=", 1, UNIT)),
    made("K2", Inequality(U + V, "<", 1, UNIT)),
    made("K3", NotFormal("a definition")),
    made("K4", Extremum("max", U * (1 - U) + V, UNIT)),
    made("K5", Identity((U + V) ** 2, U**2 + 2 * U * V + V**2)),
)
VERDICTS = [Verdict.PROVED, Verdict.REFUTED, Verdict.NOT_FORMAL, Verdict.PROVED, Verdict.PROVED]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids that are searched from now on."""
    ids: list[str] = []

    def recording(claim: Claim, *rest: Any) -> Result:
        ids.append(claim.id)
        return prove(claim, *rest)

    monkeypatch.setattr(runner, "prove", recording)
    return ids


def interrupted(folder: Path, after: int) -> None:
    """A run that is stopped after so many results."""
    results = run(CLAIMS, 1, Store(folder))
    for _ in range(after):
        next(results)
    results.close()


def test_processes_change_nothing(tmp_path: Path) -> None:
    found = {}
    for jobs in (1, 2):
        results = {r.id: r for r in run(CLAIMS, jobs, Store(tmp_path / str(jobs)))}
        assert [results[claim.id].verdict for claim in CLAIMS] == VERDICTS
        found[jobs] = (
            contents(tmp_path / str(jobs)),
            [
                (r.certificate, r.boxes, r.evaluations, r.witness, r.left)
                for r in (results[claim.id] for claim in CLAIMS)
            ],
        )
    assert found[1] == found[2]
    assert sorted(found[1][0]) == ["K1.json", "K2.json", "K4.json", "K5.json"]


def test_every_certificate_is_there_before_its_result(tmp_path: Path) -> None:
    for result in run(CLAIMS, 2, Store(tmp_path)):
        assert (tmp_path / f"{result.id}.json").exists() is (result.certificate is not None)
        if result.certificate is not None:
            checked = check(load(tmp_path / f"{result.id}.json"))
            assert checked.refuted is (result.verdict is Verdict.REFUTED)


def test_an_undecided_claim_is_not_claimed(tmp_path: Path) -> None:
    equal = made("K6", Inequality(sqrt(3 + 2 * sqrt(2)), "<=", 1 + sqrt(2), Box({})))
    (tmp_path / "K6.json").write_text("old")
    (result,) = run([equal], 1, Store(tmp_path))
    assert result.verdict is Verdict.UNDECIDED and result.certificate is None
    assert contents(tmp_path) == {"K6.json": b"old"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_run_continues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    list(run(CLAIMS, 1, Store(tmp_path / "whole")))
    interrupted(tmp_path / "parts", after=2)
    assert JOURNAL in contents(tmp_path / "parts")
    ids = searched(monkeypatch)
    results = {r.id: r for r in run(CLAIMS, jobs, Store(tmp_path / "parts"))}
    assert [results[claim.id].verdict for claim in CLAIMS] == VERDICTS
    assert results["K2"].boxes > 0 and results["K2"].witness is not None
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")
    if jobs == 1:
        assert ids == ["K3", "K4", "K5"]


def test_a_complete_run_starts_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(run(CLAIMS, 1, Store(tmp_path)))
    ids = searched(monkeypatch)
    list(run(CLAIMS, 1, Store(tmp_path)))
    assert ids == [claim.id for claim in CLAIMS]


def test_another_run_does_not_continue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(tmp_path, after=2)
    ids = searched(monkeypatch)
    changed = made("K1", Inequality(U * V, "<=", 2, UNIT))
    assert next(run([changed, *CLAIMS[1:]], 1, Store(tmp_path))).verdict is Verdict.PROVED
    assert ids == ["K1"]
    assert check(load(tmp_path / "K1.json")).statement.source["nodes"].count(["rational", "2"])


def test_other_bits_do_not_continue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(tmp_path, after=2)
    ids = searched(monkeypatch)
    next(run(CLAIMS, 1, Store(tmp_path), bits=80))
    assert ids == ["K1"]


def swapped(folder: Path) -> None:
    (folder / "K1.json").write_bytes((folder / "K2.json").read_bytes())


def forged(folder: Path) -> None:
    """A certificate that states the claim and replays, but is not the one the run stored."""
    data = load(folder / "K1.json")
    (folder / "K1.json").write_text(json.dumps({**data, "bits": 128}))


def truncated(folder: Path) -> None:
    path = folder / "K1.json"
    path.write_bytes(path.read_bytes()[:200])


@pytest.mark.parametrize("damage", [swapped, forged, truncated, lambda f: (f / "K1.json").unlink()])
def test_a_stored_certificate_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Any
) -> None:
    interrupted(tmp_path, after=2)
    before = (tmp_path / "K1.json").read_bytes()
    damage(tmp_path)
    ids = searched(monkeypatch)
    list(run(CLAIMS, 1, Store(tmp_path)))
    assert ids == ["K1", "K3", "K4", "K5"]
    assert (tmp_path / "K1.json").read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '{"key": 3}',
        '{"key": "KEY", "finished": []}',
        '{"key": "KEY", "finished": {"K1": 3}}',
        '{"key": "KEY", "finished": {"K1": [1, 2, 3, 4]}}',
        '{"key": "KEY", "finished": {"K1": ["f", "2", 3, 4]}}',
        "\udcff",
    ],
)
def test_a_corrupt_journal_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    interrupted(tmp_path, after=1)
    key = json.loads((tmp_path / JOURNAL).read_text())["key"]
    (tmp_path / JOURNAL).write_bytes(text.replace("KEY", key).encode("utf-8", "surrogateescape"))
    ids = searched(monkeypatch)
    list(run(CLAIMS, 1, Store(tmp_path)))
    assert ids == [claim.id for claim in CLAIMS]
    assert JOURNAL not in contents(tmp_path)


def test_a_stored_certificate_is_of_its_claim(tmp_path: Path) -> None:
    list(run(CLAIMS, 1, Store(tmp_path)))
    refuted = stored(CLAIMS[1], tmp_path / "K2.json")
    assert refuted is not None and refuted.verdict is Verdict.REFUTED
    assert stored(made("K2", Inequality(U + V, "<=", 1, UNIT)), tmp_path / "K2.json") is None
    assert stored(CLAIMS[2], tmp_path / "K3.json") is None
    swapped(tmp_path)
    assert stored(CLAIMS[0], tmp_path / "K1.json") is None


SLOW = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in a shell's background ignores it
from fixedpoint.command.line import main
from fixedpoint.verdicts import run as runner
prove = runner.prove
runner.prove = lambda claim, *of: time.sleep(60) if claim.id == "L13.9" else prove(claim, *of)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_stops_the_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    command = [sys.executable, "-c", SLOW, "prove", "L13.4", "L13.9", "--jobs", jobs]
    process = subprocess.Popen(
        [*command, "--certificates", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("L13.4    PROVED")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)  # a worker left over would hold the pipes open
    assert process.returncode == 130
    assert errors.count("\n") == 1 and "interrupted" in errors
    assert set(contents(tmp_path)) == {"L13.4.json", JOURNAL}
    ids = searched(monkeypatch)
    results = list(run(registry.select(["L13.4", "L13.9"]), 1, Store(tmp_path)))
    assert ids == ["L13.9"]
    assert [result.verdict for result in results] == [Verdict.PROVED, Verdict.PROVED]
