"""Claims and runs for the tests of verdicts and of what is printed of them."""

from collections.abc import Mapping
from typing import Any

from sympy import Symbol

from fixedpoint.claims import Box, Claim, Inequality, NotFormal, Verdict
from fixedpoint.verdicts.decide import Result, prove
from fixedpoint.verdicts.locks import Entry
from fixedpoint.verdicts.records import Run

U, V = Symbol("u", real=True), Symbol("v", positive=True)
BOX = Box({U: ("-0.5", 1), V: ("1/3", 2)})
PROVED, REFUTED, NOT_FORMAL, UNDECIDED = (
    Verdict.PROVED,
    Verdict.REFUTED,
    Verdict.NOT_FORMAL,
    Verdict.UNDECIDED,
)


def made(name: str, meaning: Any = None, **details: Any) -> Claim:
    return Claim(name, "A1", "bound", f"text of {name}", meaning or NotFormal("r"), **details)


CLAIMS = [made("B", Inequality(U, "<=", 1, BOX)), made("A")]


def ran(
    verdicts: Mapping[str, Verdict],
    elsewhere: Mapping[str, Verdict] | None = None,
    **expected: Verdict,
) -> Run:
    """A run with these results, others known elsewhere, where the lock expects others."""
    claims = [made(name) for name in verdicts]
    results = {name: Result(name, verdict) for name, verdict in verdicts.items()}
    lock = {n: Entry(v.value) for n, v in expected.items()}
    return Run(claims, results, lock, elsewhere=(elsewhere or {}).get)


def one(claim: Claim) -> Run:
    """A real run of one claim, without a lock."""
    return Run([claim], {claim.id: prove(claim)}, {})
