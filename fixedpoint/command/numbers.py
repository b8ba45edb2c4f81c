"""The commands about proved numbers: regress, constants, literal. Imports wait, as in commands."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fixedpoint import registry
from fixedpoint.command.commands import DIFFERS, collect, processes

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
    from fixedpoint.constants import lock as numbers
    from fixedpoint.verdicts import locks as lock
    from fixedpoint.verdicts.records import Run
    from fixedpoint.verdicts.regress import changes

    proofs = registry.proofs(options.proofs)
    known = numbers.Lock({}, {}, "") if options.update else numbers.read(proofs.constants)
    expected = {} if options.update else lock.read(proofs.verdicts)
    outcome = Run(list(proofs.claims().values()), {}, expected)
    _prove(outcome, processes(options))
    found = _update(outcome, proofs) if options.update else changes(outcome, known, proofs)
    told = f"{len(outcome.claims)} claims searched and checked anew in {outcome.seconds:.1f} s"
    good, bad = SAID[options.update]
    print("\n".join([*found, f"{told}; {bad if found else good}"]))
    return DIFFERS if found else 0


def _prove(outcome: Run, jobs: int) -> None:
    """Search and check all claims, storing nothing that stays."""
    from fixedpoint.verdicts.run import run

    start = time.perf_counter()
    with TemporaryDirectory() as name, closing(run(outcome.claims, jobs, Path(name))) as results:
        collect(results, outcome, plain=False)
    outcome.seconds = time.perf_counter() - start


def _update(outcome: Run, proofs: registry.Proofs) -> list[str]:
    """Write the locks and certificates if all is decided as it must be, else say what is not."""
    from fixedpoint.certificates.store import dumps, save
    from fixedpoint.verdicts.regress import content, made, unproved, verdicts

    found = list(unproved(outcome))
    if found:
        return found
    for name, result in outcome.results.items():
        if result.certificate is not None:
            save(proofs.certificates / f"{name}.json", dumps(result.certificate))
    for path in proofs.certificates.glob("*.json"):
        if path.stem not in outcome.results or outcome.results[path.stem].certificate is None:
            path.unlink()
    save(proofs.verdicts, verdicts(outcome))
    save(proofs.constants, content(made(outcome)))
    return []


def constants(options: Namespace) -> int:
    """Print the proved constants."""
    from fixedpoint.constants import read
    from fixedpoint.constants.formats import WRITERS

    known = read(registry.proofs(options.proofs))
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
    from fixedpoint.constants import constants as known
    from fixedpoint.constants.literal import Literal, assess

    if options.name is None:
        return _shipped()
    if options.value is None:
        raise ValueError(f"name the number too: verify-bounds literal {options.name} 1.0507")
    found = assess(_constant(options.name, known()), Literal.read(options.value))
    print("\n".join([*_assessment(found), *_consequence(found)]))
    return 0 if found.right else DIFFERS


def _assessment(found: Assessment) -> Iterator[str]:
    off = (f"{name} {k:+d}" if k else f"{name} right" for name, k in found.units.items())
    yield f"{found.constant.name} {found.literal.text}: {found.verdict}"
    yield f"  the constant   {found.constant.enclosure}"
    yield f"  literal - it   in {found.deviation.rounded(6)}"
    yield f"  units off      {', '.join(off) or 'beyond every format'}"


def _consequence(found: Assessment) -> Iterator[str]:
    """Where the fixed point goes."""
    from fixedpoint.constants.shift import with_literal

    try:
        shift = with_literal(found.constant.name, found.literal.value)
    except ValueError as error:
        yield f"  {error}"
        return
    if shift is None:
        yield "  no parameter of the map g"
        return
    yield "  with it, all else exact, the map g for ω = 0, τ = 1 has a fixed point at"
    yield f"    μ            in {shift.mean.rounded(6)}"
    yield f"    ν - 1        in {shift.variance.less(1).rounded(6)}"
    yield f"    S there      in {shift.S.rounded(12)}{'' if shift.S.upper >= 1 else ': attracting'}"


def _shipped() -> int:
    from fixedpoint.constants import constants as known
    from fixedpoint.constants.literal import Literal, assess, shipped

    for row in shipped(registry.proofs().folder / "literals.toml"):
        found = assess(_constant(row.constant, known()), Literal.read(row.literal))
        print(f"{row.project} {row.version}, {row.file}: {row.name} = {row.literal}")
        print(f"    {row.constant}: {found.verdict}")
    return 0
