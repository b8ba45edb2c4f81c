"""Reports: agreement of digits, the lock, chains, constants, and statements as text."""

import random
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import sympy
from sympy import Symbol

from fixedpoint import registry
from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.certificates.infix import Infix
from fixedpoint.certificates.show import brief, describe
from fixedpoint.claims import (
    All,
    Box,
    Claim,
    Derivative,
    Extremum,
    Identity,
    Inequality,
    NotFormal,
    Theorem,
    Verdict,
    statement,
)
from fixedpoint.kernels.arb import Arb
from fixedpoint.verdicts.decide import Result, prove
from fixedpoint.report import text
from fixedpoint.trusted.certificate import Malformed
from fixedpoint.trusted.exact import exact
from fixedpoint.trusted.graph import Graph
from fixedpoint.trusted.program import Program
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.records import (
    Run,
    agreement,
    chain,
    leading,
    record,
    report,
    theorem_verdict,
)
from fixedpoint.verdicts.run import stated

U, V = Symbol("u", real=True), Symbol("v", positive=True)
BOX = Box({U: ("-0.5", 1), V: ("1/3", 2)})


def made(name: str, meaning: Any = None, **details: Any) -> Claim:
    return Claim(name, "A1", "bound", f"text of {name}", meaning or NotFormal("r"), **details)


# -- agreement of printed digits -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lower", "upper", "printed", "says"),
    [
        ("0.89760835", "0.89760836", "0.897608", "correct rounding"),
        ("1.4815749", "1.4815750", "1.48157", "correct rounding"),
        ("1.4815751", "1.4815752", "1.48157", "truncation"),
        ("1.4815751", "1.4815752", "1.48158", "correct rounding"),
        ("1.4815749", "1.4815751", "1.48157", "truncation"),
        ("-0.031069", "-0.031068", "-0.03106", "truncation"),
        ("-0.0310604", "-0.0310603", "-0.03106", "correct rounding"),
        ("0.00773608", "0.00773609", "0.00773618", "neither: 4 leading digits agree"),
        ("1.9999", "2.0001", "1.90", "neither: 0 leading digits agree"),
        ("-0.5", "-0.4", "0.4", "neither: 0 leading digits agree"),
        ("12.5", "12.6", "13", "correct rounding"),
        ("12.5", "12.6", "12", "truncation"),
        ("12.4", "12.6", "13", "not decided"),
        ("0.1", "0.9", "0.25", "not decided"),
        ("1.9", "2.1", "2.00", "not decided"),
    ],
)
def test_how_a_printed_number_agrees(lower: str, upper: str, printed: str, says: str) -> None:
    assert agreement(lower, upper, printed) == says


def test_agreement_holds_at_every_number_of_the_enclosure() -> None:
    rng = random.Random(1)
    for _ in range(3000):
        places = rng.randint(0, 3)
        printed = f"{Fraction(rng.randint(-300, 300), 10**places).__float__():.{places}f}"
        unit, value = Fraction(1, 10**places), exact(printed)
        low = value + unit * Fraction(rng.randint(-30, 30), 16)
        up = low + unit * Fraction(rng.randint(0, 6), 16)
        says = agreement(str(low), str(up), printed)
        for q in (low, (low + up) / 2, up):
            rounds = abs(q - value) <= unit / 2
            cuts = value == unit * int(q / unit) and (value != 0 or abs(q) < unit)
            if says == "correct rounding":
                assert rounds
            elif says == "truncation":
                assert cuts
            elif says.startswith("neither"):
                assert not rounds and not cuts


def test_leading_digits() -> None:
    unit = Fraction(1, 100000000)
    assert leading(exact("0.00773608"), exact("0.00773618"), unit) == 4
    assert leading(exact("0.00773618"), exact("0.00773618"), unit) == 6
    assert leading(exact("0.0773618"), exact("0.00773618"), unit) == 0
    assert leading(exact("1299"), exact("1234"), Fraction(1)) == 2


# -- the lock --------------------------------------------------------------------------------------


CLAIMS = [made("B", Inequality(U, "<=", 1, BOX)), made("A")]


def test_the_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    verdicts = {"A": Verdict.NOT_FORMAL, "B": Verdict.PROVED}
    written = lock.content(CLAIMS, verdicts)
    (tmp_path / "lock").write_text(written)
    read = lock.read(tmp_path / "lock")
    assert list(read) == ["B", "A"] and {n: e.verdict for n, e in read.items()} == verdicts
    assert read["B"].statement == stated(CLAIMS[0]) and read["A"].statement is None
    assert written == lock.content(CLAIMS, verdicts) and written.endswith("}\n")
    assert lock.read(tmp_path / "absent") == {}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"A": 1}',
        '{"A": {"verdict": "PROVED"}}',
        '{"A": {"verdict": 1, "statement": null}}',
        '{"A": {"verdict": "PROVED", "statement": "f", "more": 1}}',
    ],
)
def test_a_damaged_lock_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "lock").write_text(content)
    with pytest.raises(Malformed, match="not a verdict lock"):
        lock.read(tmp_path / "lock")


def test_a_lock_knows_the_verdicts() -> None:
    with pytest.raises(Malformed, match="unknown verdict 'TRUE'"):
        _ = lock.Entry("TRUE", None).verdict


def test_the_fingerprint_is_of_what_is_claimed() -> None:
    claim = made("E", Extremum("max", U * V, BOX))
    found = prove(claim).certificate
    assert found is not None and claimed(found["statement"]) == stated(claim)
    for other in (
        Extremum("min", U * V, BOX),
        Extremum("max", U * V, BOX.but({U: (0, 1)})),
        Extremum("max", U + V, BOX),
        All((Extremum("max", U * V, BOX),)),
    ):
        assert stated(made("E", other)) != stated(claim)


# -- theorems --------------------------------------------------------------------------------------


def ran(verdicts: dict[str, Verdict], **expected: Verdict) -> Run:
    claims = [made(name) for name in verdicts]
    results = {name: Result(name, verdict) for name, verdict in verdicts.items()}
    return Run(claims, results, {n: lock.Entry(v.value, None) for n, v in expected.items()})


P, R, N, X = Verdict.PROVED, Verdict.REFUTED, Verdict.NOT_FORMAL, Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("steps", "holds", "broken"),
    [
        ([P, P, P], True, None),
        ([P, R, X], False, "B"),
        ([P, X, R], False, "C"),
        ([P, X, P], None, None),
        ([R, R, P], False, "A"),
        ([P, N, P], True, None),
        ([], None, None),
    ],
)
def test_the_first_refuted_step_breaks_a_chain(
    steps: list[Verdict], holds: bool | None, broken: str | None
) -> None:
    run = ran(dict(zip("ABC", steps, strict=False)))
    theorem = Theorem("T", "s", "k", "t", NotFormal("r"), chain=tuple("ABC"[: len(steps)]))
    found = chain(theorem, run)
    assert (found.holds, found.first_broken) == (holds, broken)


def test_a_step_outside_the_run_is_not_known() -> None:
    theorem = Theorem("T", "s", "k", "t", NotFormal("r"), chain=("A", "Z"))
    assert chain(theorem, ran({"A": P})).holds is None
    assert chain(theorem, ran({"A": P}, Z=P)).holds is True  # the lock speaks for it
    assert chain(theorem, ran({"A": P}, Z=R)).first_broken == "Z"


@pytest.mark.parametrize(("own", "use", "verdict"), [(P, P, P), (P, R, X), (P, X, X), (R, X, R)])
def test_a_theorem_is_proved_if_what_it_uses_is(
    own: Verdict, use: Verdict, verdict: Verdict
) -> None:
    theorem = Theorem("T", "s", "k", "t", NotFormal("r"), uses=("A",))
    assert theorem_verdict(theorem, ran({"T": own, "A": use})) is verdict


def test_what_differs_from_the_lock() -> None:
    run = ran({"A": P, "B": P, "C": X, "D": X, "E": P}, A=P, B=R, C=X, D=P)
    assert run.differing() == ["B", "E"] and run.undecided() == ["D"]
    words = "\n".join(text.summary_lines(run))
    assert "5 claims: 3 PROVED, 2 UNDECIDED" in words
    assert "the lock expects: B" in words and "not in the lock" in words and "undecided: D" in words


def test_a_restated_claim_is_reported() -> None:
    claim = CLAIMS[0]
    run = Run([claim], {"B": prove(claim)}, {"B": lock.Entry("PROVED", "old")})
    assert run.restated() == ["B"]
    run.lock = {"B": lock.Entry("PROVED", stated(claim))}
    assert run.restated() == []


# -- records and lines -----------------------------------------------------------------------------


def one(claim: Claim) -> Run:
    return Run([claim], {claim.id: prove(claim)}, {})


def test_an_extremum_is_recorded_with_its_enclosure() -> None:
    claim = made("E", Extremum("max", U * V, BOX), reported="2.0")
    data = record(claim, one(claim))
    assert exact(data["enclosure"]["lower"]) <= 2 <= exact(data["enclosure"]["upper"])
    assert data["reported"] == {"printed": "2.0", "agreement": "correct rounding"}
    lines = text.claim_lines(claim, one(claim))
    assert lines[0].startswith("E        PROVED")
    assert lines[1:] == [
        f"    in [{data['enclosure']['lower']}, {data['enclosure']['upper']}]",
        "    reported 2.0: correct rounding",
    ]


def test_a_refuted_claim_is_recorded_with_its_witness() -> None:
    claim = made("E", Inequality(U * V, "<", 1, BOX))
    data = record(claim, one(claim))
    assert data["verdict"] == "REFUTED" and data["enclosure"] is None
    assert exact(data["witness"]["u"]) * exact(data["witness"]["v"]) >= 1
    assert text.claim_lines(claim, one(claim))[1].startswith("    refuted at u = ")


def test_what_is_not_formal_has_no_numbers() -> None:
    data = record(made("E"), one(made("E")))
    assert data["verdict"] == "NOT_FORMAL" and data["certificate"] is None
    assert data["witness"] is None and data["expected"] is None
    assert text.claim_lines(made("E"), one(made("E"))) == ["E        NOT_FORMAL"]


def test_the_report_names_what_is_trusted() -> None:
    trusted = report(ran({}))["trusted"]
    assert len(trusted) == 7 and all(line.endswith(".") for line in trusted)


def test_the_table_takes_brackets_as_they_are() -> None:
    from rich.console import Console

    claim = made("E", Extremum("max", U * V, BOX))
    console = Console(width=100, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    with console.file:
        console.print(text.table(one(claim)))
    found = record(claim, one(claim))["enclosure"]
    assert f"in [{found['lower']}, {found['upper']}]" in console.export_text()


# -- statements as text ----------------------------------------------------------------------------


def printed(source: dict[str, Any], i: int) -> sympy.Expr:
    """A printed node read back by SymPy."""
    infix = Infix(source, [i])
    known: dict[str, Any] = {
        "T": lambda k, a, b: (
            sympy.exp(k * a + k**2 * b / 2) * sympy.erfc((a + k * b) / sympy.sqrt(2 * b))
        ),
        "P": lambda a, b: sympy.sqrt(2 / (sympy.pi * b)) * sympy.exp(-(a**2) / (2 * b)),
        "erfcx": lambda a: sympy.exp(a**2) * sympy.erfc(a),
    }
    names = {n[1] for n in source["nodes"] if n[0] == "variable"}
    known |= {name: Symbol(name) for name in names}

    def read(text: str) -> Any:
        text = re.sub(r"\blambda\b", "lambda_", text)
        exact_text = re.sub(r"(?<![\w.])(\d+(\.\d+)?)", r'Rational("\1")', text)
        return eval(exact_text.replace("^", "**"), vars(sympy) | known)

    for name, value in infix.definitions.items():
        known[name.replace("lambda", "lambda_")] = read(value)
    return read(infix.text(i))


def test_printed_arithmetic_reads_back() -> None:
    rng = random.Random(2)
    for _ in range(150):
        nodes: list[list[Any]] = [["variable", "u"], ["variable", "v"]]
        nodes += [["rational", q] for q in ("-1", "1", "2", "-0.5", "1/3", "-2/7", "0")]
        values = [Symbol("u"), Symbol("v")] + [
            sympy.Rational(*map(str, q.as_integer_ratio()))
            for q in (exact(n[1]) for n in nodes[2:])
        ]
        for _ in range(rng.randint(1, 12)):
            args = [rng.randrange(len(nodes)) for _ in range(rng.randint(2, 4))]
            op = rng.choice(["add", "mul", "pow"])
            if op == "pow":
                n = rng.choice([-2, -1, 1, 2, 3])
                if values[args[0]].equals(0):
                    continue
                nodes.append([op, args[0], n])
                values.append(values[args[0]] ** n)
            else:
                nodes.append([op, *args])
                terms = [values[j] for j in args]
                values.append(sympy.Add(*terms) if op == "add" else sympy.Mul(*terms))
        at = {Symbol("u"): sympy.Rational(3, 7), Symbol("v"): sympy.Rational(-5, 11)}
        expected = values[-1].subs(at)
        if not expected.is_finite or abs(expected) > 10**12:
            continue
        found = printed({"nodes": nodes, "names": {}}, len(nodes) - 1).subs(at)
        assert sympy.simplify(found - expected) == 0


def test_a_printed_claim_of_the_paper_reads_back() -> None:
    claim = registry.discover()["L13.9"]
    source = statement(claim.meaning, claim.constants)  # type: ignore[arg-type]
    node = source["claim"]["parts"][0]["right"]
    at = {"mu": "0.07", "omega": "-0.03", "nu": "1.2", "tau": "1.01"}
    value = printed(source, node).subs({Symbol(n): sympy.Rational(q) for n, q in at.items()})
    graph, index = Graph(), []
    for op, *args in source["nodes"]:
        if op == "rational":
            index.append(graph.rational(exact(args[0])))
        elif op in ("variable", "pi"):
            index.append(graph.node(op, *args))
        elif op == "pow":
            index.append(graph.node(op, index[args[0]], args[1]))
        elif op == "T":
            index.append(graph.node(op, args[0], *(index[j] for j in args[1:])))
        else:
            index.append(graph.node(op, *(index[j] for j in args)))
    kernel = Arb(200)
    spot = {name: kernel.enclose(exact(q)) for name, q in at.items()}
    low, up = kernel.bounds(Program(graph, kernel).at(spot)[index[node]])
    assert up - low < Fraction(1, 10**40)
    number = sympy.N(value, 40)
    assert abs(sympy.Rational(low.numerator, low.denominator) - number) < sympy.Rational(1, 10**35)


def test_statements_as_text() -> None:
    parts = All(
        (
            Inequality(-U - 1, "<", 2 * U / V, BOX),
            Identity(U + V, V + U),
            Derivative(U**2, U, 2 * U),
        )
    )
    assert describe(statement(parts, {})) == [
        "-u - 1 < 2*u/v   for all u in [-0.5, 1], v in [1/3, 2]",
        "u + v = u + v   for all real u, v > 0, wherever defined",
        "d/du (u^2) = 2*u   for all real u, wherever defined",
    ]
    assert brief(statement(parts, {})) == (
        "inequality, identity, derivative on u in [-0.5, 1], v in [1/3, 2]"
    )
    named = statement(Inequality(U, "<", Symbol("k"), BOX.but({V: 1})), {Symbol("k"): sympy.pi + 1})
    assert describe(named) == ["for all u in [-0.5, 1], v = 1:", "  u < k", "where", "  k = pi + 1"]


@pytest.mark.parametrize("label", ["u", "2", "pi", "t1", "T", "a b", "x\n", "é", "0 <= 1", "exp"])
def test_a_label_cannot_pass_for_something_else(label: str) -> None:
    source = statement(Inequality(U, "<", Symbol("k"), BOX.but({V: 1})), {Symbol("k"): sympy.pi})
    source["names"] = {label: source["names"]["k"]}
    assert describe(source) == ["for all u in [-0.5, 1], v = 1:", "  u < pi"]


def test_text_grows_no_faster_than_the_graph() -> None:
    nodes: list[list[Any]] = [["variable", "u"], ["exp", 0]]
    for i in range(1, 300):
        nodes.append(["mul", i, i])
    infix = Infix({"nodes": nodes, "names": {}}, [len(nodes) - 1])
    assert sum(map(len, infix.definitions.values())) < 20_000


def test_show_says_what_is_known() -> None:
    claims = {
        c.id: c
        for c in (
            made("L1", Inequality(U, "<", 1, BOX), equation="7", note="why"),
            made("L1c", Inequality(U, "<=", 1, BOX)),
        )
    }
    lines = text.show_lines(claims["L1"], claims, {}, prove(claims["L1"]))
    assert lines[:2] == ["L1  (A1, bound, equation 7)", "  text of L1"]
    assert "  for all u in [-0.5, 1], v in [1/3, 2]:" in lines and "    u < 1" in lines
    assert "certificate, replayed: REFUTED" in lines and "note: why" in lines
    assert "correction: L1c  text of L1c" in lines
    assert "corrects: L1" in text.show_lines(claims["L1c"], claims, {}, None)
