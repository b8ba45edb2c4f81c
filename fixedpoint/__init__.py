"""Computer-assisted proofs about how neural networks propagate mean and variance.

The rooms, each of which imports only rooms above it:

    exact       exact numbers in and out
    enclosure   a proved interval, and how it is read
    model       activations, Gaussian functions, the moment map g and its Jacobians (SymPy)
    interval    expression graphs; the trusted kernel; the fast kernel; derivatives; normal forms
    check       statements, certificates and the checker: reads nothing but certificates
    claims      the language in which the paper's statements are written
    prove       the search for proofs; not trusted
    registry    where claims are: the paper's, or a folder of yours
    constants   proved constants for programs, and what literals are to them
    explore     floating point over arrays, real layers, subdivisions (NumPy, SciPy)
    report      what people read: text, JSON, the verdict lock, figures, notebook views
    cli         the command verify-bounds
    pytest_plugin  claims as tests

`from fixedpoint import g` and the other names below load their room when they are asked for, and
let its objects show themselves in Jupyter. Functions named like a room are imported from it:
`from fixedpoint.prove.prove import prove`, `from fixedpoint.trusted.certificate import check`.
"""

from importlib import import_module
from typing import Any

_HOME = {
    "fixedpoint.model": (
        "Activation",
        "MomentMap",
        "P",
        "Piece",
        "T",
        "alpha01",
        "lambda01",
        "largest_singular_value",
        "moment",
        "moment_map",
        "selu",
        "selu01",
    ),
    "fixedpoint.model.symbols": ("mu", "nu", "omega", "tau", "x", "y", "z"),
    "fixedpoint.claims": (
        "All",
        "Banach",
        "Box",
        "Claim",
        "Confines",
        "Contraction",
        "Derivative",
        "Extremum",
        "Identity",
        "Inequality",
        "Krawczyk",
        "Monotone",
        "NotFormal",
        "Theorem",
        "Verdict",
    ),
    "fixedpoint.registry": ("discover", "select"),
    "fixedpoint.enclosure": ("Enclosure",),
    "fixedpoint.explore.layers": ("layers",),
    "fixedpoint.explore.map": ("Map",),
    "fixedpoint.explore.paper": ("g",),
    "fixedpoint.explore.regions": ("cells", "reach"),
    "fixedpoint.report.plots": ("PLOTS", "plot", "svg"),
    "fixedpoint.report.plots.sliders": ("explorer",),
}
_WHERE = {name: module for module, names in _HOME.items() for name in names}

__all__ = list(_WHERE)


def __getattr__(name: str) -> Any:
    """A name of `_HOME`, loaded when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import_module("fixedpoint.report.display").install()
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_WHERE})
