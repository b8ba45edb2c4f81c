"""Computer-assisted proofs about how neural networks propagate mean and variance.

The rooms, each of which imports only rooms above it:

    trusted       all that a PROVED rests on: kernel, expression graphs, statements, the checker
    decimals, enclosure, letters, parallel    numbers as text; one function in many processes
    kernels       Arb for the search, MPFR for comparison: behind the same contract, not trusted
    certificates  certificates as files and as text
    model         activations, Gaussian functions, the moment map g and its Jacobians (SymPy)
    claims        the language in which statements are written
    prove         the search for certificates; not trusted
    registry      where claims are: those that come with the package, or a folder of yours
    verdicts      the only room where a verdict is made: of certificates that were checked
    constants     proved constants for programs, and what literals are to them
    explore       floating point over arrays, real layers, subdivisions (NumPy, SciPy)
    report        what people read: text, pages, figures, notebook views; decides nothing
    command       the command verify-bounds
    pytest_plugin  claims as tests

`from fixedpoint import g` and the other names below load their room when they are asked for, and
let its objects show themselves in Jupyter. Functions named like a room are imported from it:
`from fixedpoint.verdicts.decide import prove`,
`from fixedpoint.trusted.certificate import check`.
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
        "Excludes",
        "Extremum",
        "HalfLine",
        "Identity",
        "Implies",
        "Inequality",
        "Integral",
        "Krawczyk",
        "Monotone",
        "NotFormal",
        "Reaches",
        "Theorem",
        "Unbounded",
        "Vanishes",
        "Verdict",
    ),
    "fixedpoint.registry": ("discover", "select"),
    "fixedpoint.enclosure": ("Enclosure",),
    "fixedpoint.explore.layers": ("layers",),
    "fixedpoint.explore.map": ("Map",),
    "fixedpoint.explore.selu": ("g",),
    "fixedpoint.explore.regions": ("cells", "reach"),
    "fixedpoint.report.plots": ("plot", "svg"),
    "fixedpoint.proofs.figures.sliders": ("explorer",),
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
