"""list, show and audit: what is known, printed. Nothing is searched."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from fixedpoint import registry
from fixedpoint.command.common import writable

if TYPE_CHECKING:
    from fixedpoint.verdicts.audit import Audit


def _audit(proofs: registry.Proofs) -> Audit:
    """The claims of a folder beside the lock of the whole package."""
    from fixedpoint.verdicts.audit import audit

    return audit(proofs)


def listing(options: Namespace) -> int:
    """List all claims, or the statements of the work that no claim states yet."""
    from fixedpoint.report import text

    proofs = registry.proofs(options.proofs)
    if options.missing:
        claims, known = proofs.all_claims(), proofs.about().statements()
        print("\n".join([*text.missing_lines(claims, known)]))
    else:
        print("\n".join(text.list_lines(_audit(proofs))))
    return 0


def show(options: Namespace) -> int:
    """Show one claim, with its stored certificate replayed."""
    from fixedpoint.report import text
    from fixedpoint.verdicts.decide import stored

    found = _audit(registry.proofs(options.proofs))
    if options.id not in found.claims:
        raise ValueError(registry.unknown(options.id, found.claims))
    if options.tree:
        print("\n".join(text.tree_lines(options.id, found)))
        return 0
    claim = found.claims[options.id]
    replayed = stored(claim, found.certificate(claim.id))
    print("\n".join(text.show_lines(claim, found, replayed)))
    return 0


def audit(options: Namespace) -> int:
    """Print what of the audited work holds, or write it as a page."""
    from fixedpoint.certificates.store import save
    from fixedpoint.report import picture
    from fixedpoint.report.errata import lines, page
    from fixedpoint.report.graph import graph

    proofs = registry.proofs(options.proofs)
    found, about = _audit(proofs), proofs.about()
    if options.errata:
        drawn = options.errata.with_suffix(".svg")
        if drawn == options.errata:
            raise ValueError(f"{drawn}: the picture goes there: name the page .md")
        save(writable(options.errata), page(found, about, drawn.name))
        save(writable(drawn), picture.svg(graph(found, about)))
    else:
        print("\n".join(lines(found, about)))
    return 0
