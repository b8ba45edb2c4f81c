"""report and plot: pages and figures, written as files."""

from __future__ import annotations

from argparse import Namespace

from fixedpoint.command.common import writable

FORMATS = ("html", "md", "junit")
ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".xml": "junit"}


def report(options: Namespace) -> int:
    """Write the stored results as a page."""
    from importlib import import_module

    from fixedpoint import registry
    from fixedpoint.certificates.store import save
    from fixedpoint.verdicts import locks
    from fixedpoint.verdicts.recorded import recall

    path = writable(options.output)
    form = options.format or ENDINGS.get(path.suffix.lower())
    if form is None:
        raise ValueError(f"{path}: no known ending: choose --format html, md or junit")
    proofs = registry.proofs(options.proofs)
    folder = options.certificates
    found = recall(
        proofs.claims(),
        locks.of(proofs.package_sections),
        (lambda name: folder / f"{name}.json") if folder else proofs.certificate,
        options.results,
        proofs.all_claims(),
    )
    name = {"md": "markdown"}.get(form, form)
    try:
        page: str = import_module(f"fixedpoint.report.{name}").page(found, proofs)
    except ModuleNotFoundError as error:
        raise ValueError(
            f"the page needs {error.name}: pip install {error.name}, or choose --format md"
        ) from error
    save(path, page)
    return 0


def plot(options: Namespace) -> int:
    """Write one of the figures of a folder of claims."""
    from fixedpoint import registry

    try:
        from fixedpoint.report import plots

        plots.save(options.name, options.output, registry.proofs(options.proofs))
    except ModuleNotFoundError as error:
        raise ValueError(f"a plot needs {error.name}: pip install 'verify-bounds[plot]'") from error
    return 0
