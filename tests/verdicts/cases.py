"""Claims and runs for the tests of verdicts and of what is printed of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sympy import Symbol

from fixedpoint.claims import Box, Claim, Inequality, NotFormal, Verdict
from fixedpoint.verdicts.audit import Audit
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


class Known(Audit):
    """An audit to which verdicts are told."""

    def __init__(self, claims: Mapping[str, Claim], told: Mapping[str, Verdict]) -> None:
        super().__init__(claims, {}, Path)
        self.told = told

    def result(self, name: str) -> Result | None:
        return Result(name, self.told[name]) if name in self.told else None


def ran(
    verdicts: Mapping[str, Verdict],
    elsewhere: Mapping[str, Verdict] | None = None,
    **expected: Verdict,
) -> Run:
    """A run with these results, others known elsewhere, where the lock expects others."""
    claims = [made(name) for name in verdicts]
    results = {name: Result(name, verdict) for name, verdict in verdicts.items()}
    lock = {n: Entry(v.value) for n, v in expected.items()}
    told = elsewhere or {}
    return Run(claims, results, lock, audit=Known({name: made(name) for name in told}, told))


def one(claim: Claim) -> Run:
    """A real run of one claim, without a lock."""
    return Run([claim], {claim.id: prove(claim)}, {})
