"""list, show and audit: what is known, printed. Nothing is searched."""

from __future__ import annotations

from argparse import Namespace

from fixedpoint import registry
from fixedpoint.command.common import writable


def listing(options: Namespace) -> int:
    """List all claims, or the statements of the work that no claim states yet."""
    from fixedpoint.report import text
    from fixedpoint.verdicts.audit import told

    proofs = registry.proofs(options.proofs)
    found = told(proofs)
    if options.missing:
        print("\n".join([*text.missing_lines(found.known, proofs.about().statements())]))
    else:
        print("\n".join(text.list_lines(found)))
    return 0


def show(options: Namespace) -> int:
    """Show one claim, with its stored certificate replayed, or its printed proof."""
    from fixedpoint.report import text
    from fixedpoint.verdicts.audit import audit, told
    from fixedpoint.verdicts.decide import stored

    found = (told if options.tree else audit)(registry.proofs(options.proofs))
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
    from fixedpoint.verdicts import audit

    proofs = registry.proofs(options.proofs)
    about = proofs.about()
    if options.errata:
        from fixedpoint.report.graph import graph

        found, drawn = audit.audit(proofs), options.errata.with_suffix(".svg")
        if drawn == options.errata:
            raise ValueError(f"{drawn}: the picture goes there: name the page .md")
        save(writable(options.errata), page(found, about, drawn.name))
        save(writable(drawn), picture.svg(graph(found, about)))
    else:
        print("\n".join(lines(audit.told(proofs), about)))
    return 0
