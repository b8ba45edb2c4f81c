"""Statements as text: printed arithmetic reads back, and no label passes for something else."""

import random
import re
from fractions import Fraction
from typing import Any

import pytest
import sympy
from sympy import Symbol

from fixedpoint import registry
from fixedpoint.certificates.infix import Infix
from fixedpoint.certificates.show import brief, describe
from fixedpoint.claims import All, Derivative, Identity, Inequality, statement
from fixedpoint.kernels.arb import Arb
from fixedpoint.trusted.exact import exact
from fixedpoint.trusted.graph import Graph
from fixedpoint.trusted.program import Program
from tests.verdicts.cases import BOX, U, V


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
