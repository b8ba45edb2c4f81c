"""The command verify-bounds, from the outside: output, exit status, bad input, imports."""

import json
import os
import pty
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from sympy import Symbol

from fixedpoint import registry
from fixedpoint.certificates.store import dumps
from fixedpoint.claims import (
    Box,
    Claim,
    Defect,
    Extremum,
    Identity,
    Inequality,
    NotFormal,
    Theorem,
    Verdict,
)
from fixedpoint.command.line import main
from fixedpoint.verdicts.decide import Result
from fixedpoint.trusted.certificate import load
from fixedpoint.verdicts import run as runner

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
    monkeypatch.setattr(registry, "proofs", lambda _=None: registry.Proofs(tmp_path, "toy"))
    monkeypatch.setattr(registry.Proofs, "claims", lambda _: dict(CLAIMS))
    return tmp_path


@pytest.fixture
def locked(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The same with locks and certificates."""
    assert main(["regress", "--update", "--jobs", "1"]) == 0
    capsys.readouterr()
    return home


def failing(capsys: pytest.CaptureFixture[str], status: int, *argv: str) -> str:
    """The one line that a command prints to stderr when it ends with this status."""
    assert main(list(argv)) == status
    errors = capsys.readouterr().err
    assert errors.startswith("verify-bounds: error: ") and errors.count("\n") == 1
    return errors


def printed(capsys: pytest.CaptureFixture[str], *argv: str, status: int = 0) -> str:
    assert main(list(argv)) == status
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


# -- prove -----------------------------------------------------------------------------------------


def test_prove_prints_verdicts_in_the_paper_s_order(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for jobs in ("1", "2"):
        lines = printed(capsys, "--jobs", jobs).splitlines()
        heads = [line.split()[:2] for line in lines if line and line[0] != " "]
        assert heads[:6] == [
            ["T1", "PROVED"],
            ["K1", "PROVED"],
            ["K2", "REFUTED"],
            ["K3", "NOT_FORMAL"],
            ["V1", "PROVED"],
            ["K5", "PROVED"],
        ]
        assert "    refuted at u = 1" in lines and "    reported 0.250: correct rounding" in lines
        assert "Theorem 1   PROVED; the paper's chain breaks at K2" in lines
        assert lines[-1].startswith("6 claims: 4 PROVED, 1 REFUTED, 1 NOT_FORMAL; ")


def test_a_theorem_is_proved_with_what_it_needs(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "2 claims: 2 PROVED" in printed(capsys, "prove", "T1")


def test_the_exit_status_compares_with_the_lock(
    locked: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = json.loads((locked / "verdicts.json").read_text())
    assert {name: entry["verdict"] for name, entry in lock.items()} == {
        "T1": "PROVED",
        "K1": "PROVED",
        "K2": "REFUTED",
        "K3": "NOT_FORMAL",
        "V1": "PROVED",
        "K5": "PROVED",
    }
    lock["K1"]["verdict"] = "REFUTED"
    (locked / "verdicts.json").write_text(dumps(lock))
    assert "    the lock expects REFUTED" in printed(capsys, "prove", "K1", status=1)
    undecided = Result("K5", Verdict.UNDECIDED, left="undecided on u = 1/2")
    monkeypatch.setattr(runner, "prove", lambda claim, bits: undecided)
    assert "    undecided on u = 1/2" in printed(capsys, "prove", "K5", status=3)


def test_without_a_lock_nothing_is_as_expected(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "not in the lock" in printed(capsys, "prove", "K1", status=1)


NUMBER = {"type": "string", "pattern": r"^-?\d+(\.\d+|/\d+)?$"}
NAME = {"type": ["string", "null"]}
WORD = {"enum": ["PROVED", "REFUTED", "UNDECIDED", "NOT_FORMAL"]}


def strict(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "required": [name for name in properties if name != "reported"],
    }


SCHEMA = strict(
    claims={
        "type": "array",
        "items": strict(
            id={"type": "string"},
            section={"type": "string"},
            kind={"type": "string"},
            statement={"type": "string"},
            verdict=WORD,
            expected={"anyOf": [WORD, {"type": "null"}]},
            enclosure={"anyOf": [{"type": "null"}, strict(lower=NUMBER, upper=NUMBER)]},
            witness={
                "anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": NUMBER}]
            },
            boxes={"type": "integer"},
            evaluations={"type": "integer"},
            search_seconds={"type": "number"},
            check_seconds={"type": "number"},
            certificate=NAME,
            reported=strict(printed=NUMBER, agreement=NAME),
        ),
    },
    theorems={
        "type": "array",
        "items": strict(
            id={"type": "string"},
            verdict=WORD,
            uses={"type": "array", "items": strict(id={"type": "string"}, verdict=WORD)},
            paper_chain=strict(
                holds={"type": ["boolean", "null"]},
                first_broken=NAME,
                steps={"type": "array"},
                repair={"type": "string"},
            ),
            assumptions={"type": "array", "items": {"type": "string"}},
        ),
    },
    trusted={"type": "array", "items": {"type": "string"}, "minItems": 7},
    summary={"type": "object"},
)


def test_json_is_one_object_of_its_shape(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(printed(capsys, "prove", "--json", "--jobs", "2"))
    jsonschema.validate(data, SCHEMA)
    claims = {claim["id"]: claim for claim in data["claims"]}
    assert list(claims) == list(CLAIMS)
    assert claims["K2"]["witness"] == {"u": "1"} and claims["K1"]["witness"] is None
    assert claims["K1"]["statement"] == "text of K1 μ̃" and claims["K1"]["boxes"] > 0
    assert claims["V1"]["enclosure"]["lower"].startswith(("0.2499999", "0.25"))
    assert claims["V1"]["reported"] == {"printed": "0.250", "agreement": "correct rounding"}
    assert claims["K1"]["certificate"].endswith("certificates/K1.json")
    assert claims["K3"]["certificate"] is None and claims["K3"]["expected"] == "NOT_FORMAL"
    assert data["theorems"] == [
        {
            "id": "T1",
            "verdict": "PROVED",
            "uses": [{"id": "K1", "verdict": "PROVED"}],
            "paper_chain": {
                "holds": False,
                "first_broken": "K2",
                "steps": ["K1", "K2"],
                "repair": "",
            },
            "assumptions": ["a theorem"],
        }
    ]
    assert data["summary"]["verdicts"]["PROVED"] == 4 and data["summary"]["differ"] == []


# -- check -----------------------------------------------------------------------------------------


def test_check_replays_what_is_stored(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for jobs in ("1", "2"):
        lines = printed(capsys, "check", "--jobs", jobs).splitlines()
        assert [line.split()[0] for line in lines if line[0] != " "] == FORMAL
        assert "K1       PROVED   inequality on u in [0, 1]" in lines
        assert "    fails at u = 1" in lines


def test_check_prints_in_full_what_is_proved(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(locked / "certificates" / "K1.json")
    assert printed(capsys, "check", path, "-v").splitlines() == [
        "K1       PROVED   inequality on u in [0, 1]",
        "    for all u in [0, 1]:",
        "      u*(-u + 1) <= 0.25",
    ]


def changed(path: Path, **keys: Any) -> str:
    path.write_text(dumps({**load(path), **keys}))
    return str(path)


def test_check_compares_the_statement_with_the_lock(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = locked / "certificates"
    claim = made("K1", Inequality(U * (1 - U), "<=", 1, UNIT))
    list(runner.run([claim], 1, locked / "other"))
    path = locked / "other" / "K1.json"
    errors = failing(capsys, 1, "check", str(path))
    assert "proves another statement than the one proofs/ states under that id" in errors
    shutil.copy(path, stored / "K1.json")
    assert "proves another statement" in failing(capsys, 1, "check")
    foreign = changed(path, id="mine")
    lines = printed(capsys, "check", foreign).splitlines()
    assert lines[0].startswith("mine     PROVED") and "      u*(-u + 1) <= 1" in lines


def test_check_misses_a_certificate(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (locked / "certificates" / "K5.json").unlink()
    assert "no certificate of K5" in failing(capsys, 1, "check")
    shutil.copy(locked / "certificates" / "K1.json", locked / "certificates" / "K5.json")
    assert "no certificate of K5" in failing(capsys, 1, "check")


def test_check_rejects_a_wrong_proof(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(locked / "certificates" / "K1.json", proof={"trees": ["n"]})
    assert "K1.json: the certificate proves nothing" in failing(capsys, 1, "check", path)


def test_check_goes_on_after_a_bad_file(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored = locked / "certificates"
    (stored / "K1.json").write_text("{")
    assert main(["check"]) == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 2 and "not a certificate" in captured.err
    assert "no certificate of K1" in captured.err
    assert [line.split()[0] for line in captured.out.splitlines() if line[0] != " "] == [
        name for name in FORMAL if name != "K1"
    ]


def test_check_without_certificates(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no certificates in" in failing(capsys, 2, "check")


# -- list, show ------------------------------------------------------------------------------------


def test_list(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "list").splitlines()[:4] == [
        "T1  A1  bound  PROVED",
        "K1  A1  bound  PROVED",
        "K2  A1  bound  REFUTED",
        "K3  A1  bound  NOT_FORMAL",
    ]


def test_show(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "show", "T1").splitlines()
    for line in (
        "  text of T1 μ̃",
        "    u*(-u + 1) < 1",
        "verdict in the lock: PROVED",
        "certificate, replayed: PROVED",
        "our proof uses: K1",
        "the paper's chain: K1, K2",
        "assumptions: a theorem",
        "  Python, its json module and the machine.",
    ):
        assert line in lines
    assert "  refuted at u = 1" in printed(capsys, "show", "K2").splitlines()
    assert any("is attained in" in s for s in printed(capsys, "show", "V1").splitlines())
    assert "  a definition" in printed(capsys, "show", "K3").splitlines()
    (locked / "certificates" / "K2.json").write_text("{}")
    assert "certificate: none stored" in printed(capsys, "show", "K2")


# -- bad input -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["prove", "K11"], "no claim has the id 'K11'; did you mean K1"),
        (["show", "v1"], "did you mean V1"),
        (["prove", "zzz"], "verify-bounds list shows all ids"),
        (["prove", "--jobs", "0"], "'0' is not a number from 1 to 1000"),
        (["prove", "--jobs", "-1"], "'-1' is not a number from 1 to 1000"),
        (["check", "--jobs", "two"], "'two' is not a number from 1 to 1000"),
        (["prove", "--jobs"], "expected one argument"),
        (["nonsense"], "invalid choice: 'nonsense'"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["show"], "the following arguments are required: ID"),
        (["check", "{home}/absent.json"], "absent.json: No such file or directory"),
        (["check", "{home}"], "is a directory or device"),
        (["prove", "K1", "--certificates", "{home}/verdicts.json/x"], "choose a path that works"),
        (["prove", "K1", "--certificates", "{home}/verdicts.json"], "choose a path that works"),
    ],
)
def test_bad_input_is_told_in_one_line(
    locked: Path, capsys: pytest.CaptureFixture[str], argv: list[str], says: str
) -> None:
    assert says in failing(capsys, 2, *(word.replace("{home}", str(locked)) for word in argv))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": 1}',
        b'{"a": 1, "a": 2}',
        b'{"bits": 1e3}',
        b'{"bits": NaN}',
    ],
)
def test_what_is_no_certificate_is_told_in_one_line(
    home: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (home / "x.json").write_bytes(content)
    assert "x.json: not a certificate: " in failing(capsys, 2, "check", str(home / "x.json"))


@pytest.mark.parametrize(
    "keys",
    [
        {"version": 2},
        {"format": "other"},
        {"bits": 8},
        {"id": 3},
        {"statement": {}},
        {"proof": []},
        {"more": 1},
    ],
)
def test_a_malformed_certificate_is_told_in_one_line(
    locked: Path, capsys: pytest.CaptureFixture[str], keys: dict[str, Any]
) -> None:
    path = changed(locked / "certificates" / "K1.json", **keys)
    assert "K1.json: not a certificate: " in failing(capsys, 2, "check", path)


def test_a_truncated_certificate(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = locked / "certificates" / "V1.json"
    path.write_bytes(path.read_bytes()[:-40])
    assert "not a JSON file" in failing(capsys, 2, "check", str(path))


def test_a_damaged_lock(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (locked / "verdicts.json").write_text("{")
    for command in (["check"], ["prove", "K1"], ["list"]):
        assert "not a verdict lock" in failing(capsys, 2, *command)
    (locked / "verdicts.json").write_text('{"K1": {"verdict": "TRUE", "statement": null}}')
    assert "unknown verdict 'TRUE'" in failing(capsys, 2, "list")


# -- from the shell --------------------------------------------------------------------------------


RUN = "import sys; from fixedpoint.command.line import main; sys.exit(main())"
COMMAND = [sys.executable, "-c", RUN]
LOADED = (
    "import sys; from fixedpoint.command.line import main; s = main(sys.argv[1:]);"
    "print(*sys.modules, file=sys.stderr); sys.exit(s)"
)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates of two claims of the paper."""
    folder = tmp_path_factory.mktemp("paper")
    results = runner.run(registry.select(["L13.4", "L13.9"]), 1, folder)
    assert [result.verdict.value for result in results] == ["PROVED", "PROVED"]
    return folder


def loaded(*argv: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *argv], capture_output=True, text=True, check=False
    )
    assert done.stdout
    return set(done.stderr.split())


HEAVY = {"sympy", "flint", "numpy", "matplotlib", "rich"}


def test_help_imports_nothing_heavy() -> None:
    for argv in (["--help"], ["prove", "--help"], ["check", "--help"]):
        assert not loaded(*argv) & (HEAVY | {"mpmath", "multiprocessing"})


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_check_imports_only_the_checker(paper: Path, jobs: str) -> None:
    files = [str(path) for path in sorted(paper.glob("*.json"))]
    modules = loaded("check", *files, "--jobs", jobs)
    assert "fixedpoint.trusted.checker" in modules
    rooms = ("fixedpoint.prove", "fixedpoint.model", "fixedpoint.claims", "fixedpoint.proofs")
    assert not {name for name in modules if name.startswith(rooms)}
    assert not modules & HEAVY


def test_help_is_quick_and_has_examples() -> None:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        done = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, check=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.3
    assert "examples:" in done.stdout and "exit status:" in done.stdout


def shell(command: str, *argv: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which "$@" is the command with its arguments."""
    return subprocess.run(
        ["bash", "-c", command, "bash", *COMMAND, *argv],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **variables},
    )


def test_a_broken_pipe_is_quiet(paper: Path) -> None:
    for variables in ({}, {"PYTHONUNBUFFERED": "1"}):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [*COMMAND, "check", str(paper / "L13.4.json")],
            check=False,
            text=True,
            stdout=writer,
            stderr=subprocess.PIPE,
            env={**os.environ, **variables},
        )
        os.close(writer)
        assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_one_line(paper: Path) -> None:
    done = shell('"$@" > /dev/full', "check", str(paper / "L13.4.json"))
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert "No space left on device" in done.stderr


def test_any_encoding_will_do(paper: Path) -> None:
    done = shell('"$@"', "show", "L13.4", PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and "\\u03bc" in done.stdout


def test_a_terminal_gets_a_bar_and_a_table(tmp_path: Path) -> None:
    primary, secondary = pty.openpty()
    argv = ["prove", "L13.4", "L13.9", "--certificates", str(tmp_path)]
    with subprocess.Popen([*COMMAND, *argv], stdout=secondary, stderr=secondary) as process:
        os.close(secondary)
        seen = b"".join(chunks(primary)).decode()
    assert process.returncode in (0, 1)
    assert "\x1b[" in seen and "L13.9" in seen and "PROVED" in seen and "2 claims:" in seen


def chunks(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:
            return
        if not chunk:
            return
        yield chunk
