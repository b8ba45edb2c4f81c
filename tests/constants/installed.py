"""The SELU constants of the packages installed here: python -m tests.constants.installed

Reads torch, jax, keras and onnx where they are installed, and needs none of them.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fixedpoint.constants import constants
from fixedpoint.constants.literal import Literal, assess
from fixedpoint.decimals import text

NAMES = {"alpha": "SELU_ALPHA", "scale": "SELU_SCALE"}


@dataclass(frozen=True)
class Found:
    """A literal in an installed package."""

    package: str
    place: str
    constant: str
    literal: str


SOURCES = {
    "jax": ("jax/_src/nn/functions.py",),
    "keras": (
        "keras/src/layers/regularization/alpha_dropout.py",
        "keras/src/backend/numpy/nn.py",
        "keras/src/backend/openvino/nn.py",
    ),
    "torch": ("torch/_refs/nn/functional/__init__.py",),
}


def literals(package: str, place: str, source: str) -> Iterator[Found]:
    """Assignments `alpha = 1.67…`, `alpha = -1.75…`, `scale = 1.05…` in Python source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            written = ast.get_source_segment(source, node.value) or ""
            name = NAMES.get(node.targets[0].id, "")
            if name and written.startswith(("1.67", "1.05")):
                yield Found(package, f"{place}:{node.lineno}", name, written)
            elif name and written.startswith("-1.75"):
                yield Found(package, f"{place}:{node.lineno}", "SELU_SATURATION", written)


def sources(package: str) -> Iterator[Found]:
    """The literals in the Python sources of an installed package."""
    spec = find_spec(package)
    folders = (
        [Path(place).parent for place in spec.submodule_search_locations or ()] if spec else []
    )
    for folder in folders:
        for place in SOURCES[package]:
            path = folder / place
            if path.is_file():
                yield from literals(package, place, path.read_text(encoding="utf-8"))


def onnx() -> Iterator[Found]:
    """The defaults of the operator Selu, single precision, in every version of it."""
    try:
        from onnx import defs
    except ImportError:
        return
    for n in sorted({defs.get_schema("Selu", n).since_version for n in (1, 6, 22)}):
        schema: Any = defs.get_schema("Selu", n)
        for name, constant in (("alpha", "SELU_ALPHA"), ("gamma", "SELU_SCALE")):
            value = Fraction(schema.attributes[name].default_value.f)
            yield Found("onnx", f"Selu {n}, {name}", constant, text(value))


def torch() -> Iterator[Found]:
    """What torch.selu computes in double precision: its scale and its saturation."""
    try:
        import torch
    except ImportError:
        return
    ends: Any = torch.selu(torch.tensor([1.0, -1e300], dtype=torch.float64))
    for name, value in zip(("SELU_SCALE", "SELU_SATURATION"), ends.tolist(), strict=True):
        yield Found("torch", "torch.selu in float64", name, float(value).hex())


def found() -> Iterator[Found]:
    """All of them."""
    for package in SOURCES:
        yield from sources(package)
    yield from onnx()
    yield from torch()


def main() -> None:
    """Print each with its verdict."""
    for row in found():
        verdict = assess(constants()[row.constant], Literal.parse(row.literal)).verdict
        print(f"{row.package} {release(row.package)}, {row.place}: {row.literal}")
        print(f"    {row.constant}: {verdict}")


def release(package: str) -> str:
    """The installed version."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "of unknown version"


if __name__ == "__main__":
    main()
