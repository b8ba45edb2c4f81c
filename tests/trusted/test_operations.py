"""The table of operations: what every entry must have, and that one entry makes a new function."""

import subprocess
import sys

import pytest

from fixedpoint.kernels.arb import Arb
from fixedpoint.kernels.mpfr import Mpfr
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.operations import NODES, OPERATIONS, Operation, changed

LEAVES = {"rational", "variable", "pi"}
ARITHMETIC = {"add", "mul", "pow"}


@pytest.mark.parametrize("op", OPERATIONS)
def test_each_operation_can_be_evaluated_and_differentiated(op: str) -> None:
    operation = OPERATIONS[op]
    if op not in LEAVES | ARITHMETIC:
        assert len(operation.partials) == operation.signature.count("x") > 0
    if operation.evaluated is None and op not in {"rational", "variable", "pow"}:
        assert all(callable(getattr(kernel, op)) for kernel in (Directed, Arb, Mpfr))


def test_the_nodes_of_a_node_are_found_and_changed() -> None:
    assert changed(("T", 2, 7, 8), lambda i: i + 1) == ("T", 2, 8, 9)
    assert changed(("pow", 3, -2), lambda i: i + 1) == ("pow", 4, -2)
    assert changed(("add", 1, 2, 3), lambda i: -i) == ("add", -1, -2, -3)
    assert changed(("variable", "x"), lambda i: i + 1) == ("variable", "x")
    assert ("T", 2, 7, 8)[NODES["T"]] == (7, 8) and ("rational", 1)[NODES["rational"]] == ()


def test_arguments_are_counted() -> None:
    assert OPERATIONS["add"].kinds(3) == "xxx" and OPERATIONS["add"].kinds(1) is None
    assert OPERATIONS["T"].kinds(3) == "nxx" and OPERATIONS["T"].kinds(2) is None
    assert OPERATIONS["pi"].kinds(0) == "" and OPERATIONS["pi"].kinds(1) is None
    assert Operation("x").kinds(1) == "x"


NEW = """
from fixedpoint.trusted import operations
from fixedpoint.trusted.directed import Directed
from fixedpoint.kernels.arb import Arb

operations.OPERATIONS["tanh"] = entry = operations.Operation(
    "x", (lambda g, f, u: g.sub(g.rational(1), g.power(f, 2)),), series=True
)
operations.NODES["tanh"] = entry.nodes


def tanh(kernel, a):  # 1 - 2/(e^(2x) + 1)
    one = kernel.enclose(1)
    power = kernel.add(kernel.exp(kernel.add(a, a)), one)
    return kernel.sub(one, kernel.div(kernel.enclose(2), power))


Directed.tanh = Arb.tanh = tanh

from sympy import Symbol, tanh as sympy_tanh
from fixedpoint.certificates.schema import schema
from fixedpoint.certificates.show import describe
from fixedpoint.claims import All, Box, Claim, Derivative, Identity, Inequality, Monotone
from fixedpoint.explore.floats import Floats
from fixedpoint.report.mathml import Printer
from fixedpoint.verdicts.decide import prove

x = Symbol("x", real=True)
f, box = sympy_tanh(x), Box({x: (-1, "0.5")})
parts = (
    Inequality(f, "<", "0.4622", box),
    Monotone(f, x, "increasing", box),
    Derivative(f, x, 1 - f**2),
    Identity((f + 1) ** 2 - f**2, 2 * f + 1),
)
result = prove(Claim("NEW", "-", "-", "", All(parts)))
print(result.verdict.name)
print(prove(Claim("OLD", "-", "-", "", Inequality(f, "<", "0.4621", box))).verdict.name)
print(describe(result.certificate["statement"])[0])
print(f"{Floats([f], ['x'], {})(0.5)[0]:.12f}")
print("tanh" in str(schema()), "tanh" in Printer().doprint(f))
"""


def test_a_new_function_is_one_entry_and_a_method_of_each_kernel() -> None:
    done = subprocess.run([sys.executable, "-c", NEW], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    proved, refuted, text, *rest = done.stdout.splitlines()
    assert (proved, refuted) == ("PROVED", "REFUTED")
    assert text.startswith("tanh(x) < 0.4622") and rest == ["0.462117157260", "True True"]
