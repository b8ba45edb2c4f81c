"""regress, constants and literal: the proved numbers, compared, printed and looked up."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fixedpoint import registry
from fixedpoint.command.common import DIFFERS, collect, processes

FORMATS = ("table", "json", "toml", "c", "python")
"""Of constants, known before the room of constants is loaded."""

SAID = {
    False: ("as the locks say", "not as the locks say"),
    True: ("locks written", "locks left as they were"),
}
"""How regress ends well and badly, by whether it updates."""

if TYPE_CHECKING:
    from fixedpoint.constants.constant import Constant
    from fixedpoint.constants.literal import Assessment
    from fixedpoint.verdicts.records import Run


def regress(options: Namespace) -> int:
    """Prove everything anew and compare it with the locks, or write new locks."""
    from fixedpoint.verdicts import locks
    from fixedpoint.verdicts.records import Run
    from fixedpoint.verdicts.regress import changes

    proofs = registry.proofs(options.proofs)
    expected = {} if options.update else locks.of(proofs.sections)
    outcome = Run(list(proofs.claims().values()), {}, expected)
    _prove(outcome, processes(options))
    found = _update(outcome, proofs) if options.update else changes(outcome, proofs)
    told = f"{len(outcome.claims)} claims searched and checked anew in {outcome.seconds:.1f} s"
    good, bad = SAID[options.update]
    print("\n".join([*found, f"{told}; {bad if found else good}"]))
    return DIFFERS if found else 0


def _prove(outcome: Run, jobs: int) -> None:
    """Search and check all claims, storing nothing that stays."""
    from fixedpoint.certificates.store import Store
    from fixedpoint.verdicts.run import run

    start = time.perf_counter()
    with TemporaryDirectory() as name:
        store = Store(Path(name))
        with closing(run(outcome.claims, jobs, store)) as results:
            collect(results, outcome, plain=False)
    outcome.seconds = time.perf_counter() - start


def _update(outcome: Run, proofs: registry.Proofs) -> list[str]:
    """Write the locks and certificates if all is decided as it must be, else say what is not."""
    from fixedpoint.certificates.store import dumps, save
    from fixedpoint.verdicts import locks
    from fixedpoint.verdicts.regress import made, unproved

    found = list(unproved(outcome))
    if found:
        return found
    lock, sources = made(outcome), proofs.sources()
    for section in proofs.sections:
        for path in section.certificates.glob("*.json"):
            if path.stem not in section.claims or lock[path.stem].certificate is None:
                path.unlink()
        for name in section.claims:
            certificate = outcome.results[name].certificate
            if certificate is not None:
                save(section.certificates / f"{name}.json", dumps(certificate))
        if section.claims:
            entries = {name: lock[name] for name in section.claims}
            save(section.lock, locks.content(entries, sources))
    return []


def constants(options: Namespace) -> int:
    """Print the proved constants."""
    from fixedpoint.constants import of
    from fixedpoint.constants.formats import WRITERS

    known = of(registry.proofs(options.proofs))
    chosen = [_constant(name, known) for name in options.names] or list(known.values())
    print(WRITERS[options.format](chosen, options.digits))
    return 0


def _constant(name: str, known: Mapping[str, Constant]) -> Constant:
    if name not in known:
        hint = registry.near(name, known, "verify-bounds constants lists them")
        raise ValueError(f"no constant has the name {name[:40]!r}; {hint}")
    return known[name]


def literal(options: Namespace) -> int:
    """Say what a printed number is to a constant; without one, what shipped ones are."""
    from fixedpoint.constants import of
    from fixedpoint.constants.literal import Literal, assess, shipped

    proofs = registry.proofs(options.proofs)
    known = of(proofs)
    if options.name is None:
        for row in shipped(proofs.literals):
            found = assess(_constant(row.constant, known), Literal.parse(row.literal))
            print(f"{row.project} {row.version}, {row.file}: {row.name} = {row.literal}")
            print(f"    {row.constant}: {found.verdict}")
        return 0
    if options.value is None:
        raise ValueError(f"name the number too: verify-bounds literal {options.name} 1.0507")
    found = assess(_constant(options.name, known), Literal.parse(options.value))
    print("\n".join([*_assessment(found), *_consequence(found, known, proofs)]))
    return 0 if found.right else DIFFERS


def _assessment(found: Assessment) -> Iterator[str]:
    off = (f"{name} {k:+d}" if k else f"{name} right" for name, k in found.units.items())
    yield f"{found.constant.name} {found.literal.text}: {found.verdict}"
    yield f"  constant             {found.constant.enclosure}"
    yield f"  literal − constant   in {found.deviation.rounded(6)}"
    yield f"  ULP error            {', '.join(off) or 'beyond every format'}"


def _consequence(
    found: Assessment, known: Mapping[str, Constant], proofs: registry.Proofs
) -> Iterator[str]:
    """Where the fixed point goes."""
    from fixedpoint.constants.shift import Fixed, template
    from fixedpoint.letters import greek

    stated = template(proofs.literals) if proofs.literals.is_file() else None
    if stated is None:
        return
    fixed = Fixed(stated, proofs.certificate(stated.claim), known)
    try:
        shift = fixed.with_literal(found.constant.name, found.literal.value)
    except ValueError as error:
        yield f"  {error}"
        return
    if shift is None:
        yield "  no parameter of the map"
        return
    yield "  with it, all else exact, the map has a fixed point at"
    for name, ends in shift.point.items():
        start = int(stated.near[name])
        label = f"{name} - {start}" if start else name
        yield f"    {greek(label):<12} in {ends.less(start).rounded(6)}"
    attracting = "" if shift.S.upper >= 1 else ": attracting"
    yield f"    {'S there':<12} in {shift.S.rounded(12)}{attracting}"
