"""Claims as tests: `pytest --verify-bounds` replays certificates, `=fresh` proves anew.

    --verify-bounds[=check|fresh]     or in the ini file  verify_bounds = check
    verify_bounds_proofs = DIR        the folder of claims; default: proofs beside the ini file if
                                      there is one, else the claims about the paper

Each claim is one test, `proofs::<section>::<id>`. Nothing is loaded unless this is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from fixedpoint.claims.claim import Claim
    from fixedpoint.registry import Proofs
    from fixedpoint.verdicts.decide import Result

MODES = ("check", "fresh")


class Failure(Exception):
    """A claim is not what the lock says; the message is all there is to read."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option and its counterparts in the ini file."""
    group = parser.getgroup("verify-bounds", "claims proved by interval arithmetic")
    group.addoption(
        "--verify-bounds",
        nargs="?",
        const="check",
        choices=MODES,
        help="test every claim: replay its certificate (check), or search anew (fresh)",
    )
    parser.addini("verify_bounds", "check or fresh, as --verify-bounds", default="")
    parser.addini("verify_bounds_proofs", "the folder of claims", default="")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add a test for every claim."""
    mode = config.getoption("verify_bounds") or config.getini("verify_bounds")
    if not mode:
        return
    if mode not in MODES:
        raise pytest.UsageError(f"verify_bounds = {mode}: choose check or fresh")
    try:
        claims = [*Suite(_proofs(config), mode).items(session)]
    except ValueError as error:  # in a module of claims, or in a lock
        raise pytest.UsageError(str(error)) from error
    items += claims
    report = pytest.CollectReport("proofs", "passed", None, result=[*claims])
    config.hook.pytest_collectreport(report=report)  # the terminal counts what it is told


def _proofs(config: pytest.Config) -> Proofs:
    from fixedpoint import registry

    named = config.getini("verify_bounds_proofs")
    folder = config.rootpath / (named or "proofs")
    return registry.proofs(folder if named or folder.is_dir() else None)


class Suite:
    """The claims of a folder with what its locks expect."""

    def __init__(self, proofs: Proofs, mode: str) -> None:
        from fixedpoint.verdicts import locks

        self.proofs, self.mode = proofs, mode
        self.lock = locks.of(proofs.sections)

    def items(self, session: pytest.Session) -> Iterator[pytest.Item]:
        """A test for every claim, below a node for its section."""
        top = Section.from_parent(session, name="proofs", nodeid="proofs")
        sections: dict[str, Section] = {}
        for claim in self.proofs.claims().values():
            name = re.sub(r"[^\w.-]+", "_", claim.section) or "claims"
            if name not in sections:
                sections[name] = Section.from_parent(top, name=name)
            yield ClaimItem.from_parent(sections[name], name=claim.id, claim=claim, suite=self)

    def result(self, claim: Claim) -> Result | None:
        """What the stored certificate proves, or what a search finds; None without either."""
        from fixedpoint.verdicts.decide import prove, stored

        if self.mode == "fresh":
            return prove(claim)
        return stored(claim, self.proofs.certificate(claim.id))


class Section(pytest.Collector):
    """Where claims stand; its tests are made, not collected."""

    def collect(self) -> list[pytest.Item]:
        return []


class ClaimItem(pytest.Item):
    """The test of one claim."""

    def __init__(self, *, claim: Claim, suite: Suite, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.claim, self.suite = claim, suite

    def runtest(self) -> None:
        """Raises Failure unless the claim has the verdict and the enclosure of the locks."""
        from fixedpoint.claims.claim import NotFormal, Verdict

        if isinstance(self.claim.meaning, NotFormal):
            pytest.skip(f"not formal: {self.claim.meaning.reason}")
        result = self.suite.result(self.claim)
        if result is None:
            raise Failure(self._told("its stored certificate is missing or proves something else"))
        wrong = [*self._verdict(result), *self._enclosures(result)]
        if wrong:
            raise Failure(self._told("; ".join(wrong), result))
        if result.verdict is Verdict.UNDECIDED:
            pytest.skip("undecided, as the lock says")

    @cached_property
    def expected(self) -> str:
        """The verdict that the lock expects: PROVED of a claim that it does not know."""
        entry = self.suite.lock.get(self.claim.id)
        return "PROVED" if entry is None else entry.verdict.value

    def _verdict(self, result: Result) -> Iterator[str]:
        from fixedpoint.verdicts.decide import fingerprint

        entry = self.suite.lock.get(self.claim.id)
        if result.verdict.value != self.expected:
            yield f"{result.verdict.value}, expected {self.expected}"
        elif entry is not None and entry.statement != fingerprint(self.claim):
            yield "it states something else than it did when the lock was written"

    def _enclosures(self, result: Result) -> Iterator[str]:
        """What the lock has of the claim's numbers and the result has not."""
        from fixedpoint.verdicts.regress import differences, entry

        name = self.claim.id
        known = self.suite.lock.get(name)
        if known and (known.enclosures or known.miss):
            yield from differences({name: known}, {name: entry(self.claim, result)})

    def _told(self, wrong: str, result: Result | None = None) -> str:
        """The claim, what is wrong with it, and what to do."""
        from fixedpoint.certificates.show import describe
        from fixedpoint.claims.formulas import statement
        from fixedpoint.verdicts.findings import findings

        claim, folder = self.claim, self.suite.proofs.folder
        source = statement(claim.meaning, claim.constants)  # type: ignore[arg-type]
        lines = [f"{claim.id} ({claim.section}): {wrong}", claim.text]
        lines += ["formal statement", *(f"    {line}" for line in describe(source))]
        if result is not None:
            lines += [*findings(claim, result), *filter(None, [result.left])]
        lines.append(f"to see more: verify-bounds prove {claim.id} --proofs {folder}")
        lines.append(f"if it is meant: verify-bounds regress --update --proofs {folder}")
        return "\n".join(lines)

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """The message alone for a claim that fails."""
        if isinstance(excinfo.value, Failure):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Shown instead of a file and a line."""
        return self.suite.proofs.folder, None, f"{self.claim.section}: {self.claim.id}"
