"""proofs/constants.toml: every proved extremum and the paper's constants, rounded outward."""

import json
from collections.abc import Mapping
from typing import Any

from sympy import Expr

from fixedpoint.claims.claim import Verdict
from fixedpoint.claims.encode import Encoder
from fixedpoint.claims.formulas import Extremum
from fixedpoint.exact import decimal
from fixedpoint.interval.program import Program
from fixedpoint.interval.trusted import Trusted
from fixedpoint.model import alpha01_T, lambda01_T
from fixedpoint.report.records import Run

PLACES, BITS = 29, 160
"""One digit and 29 decimals of the constants; 160 bits leave ample room."""

HEAD = "# Written by verify-bounds prove --update-lock. Every interval is proved, rounded outward."


def content(run: Run) -> str:
    """The text of the file for a run."""
    constants = {"alpha01": enclosed(alpha01_T()), "lambda01": enclosed(lambda01_T())}
    tables = [_table(name, pair) for name, pair in constants.items()]
    for claim in run.claims:
        result = run.results[claim.id]
        if not isinstance(claim.meaning, Extremum) or result.verdict is not Verdict.PROVED:
            continue
        assert result.certificate is not None
        formula = result.certificate["statement"]["claim"]
        keys = ("sense", "lower", "upper", "point", "at")
        found = {"text": claim.text, **{key: formula[key] for key in keys}}
        tables.append(_table(f"extrema.{_string(claim.id)}", found))
    return "\n\n".join([HEAD, *tables]) + "\n"


def enclosed(expr: Expr) -> dict[str, str]:
    """A constant between two decimals, by the trusted kernel."""
    encoder, kernel = Encoder({}), Trusted(BITS)
    node = encoder.node(expr)
    lower, upper = kernel.bounds(Program(encoder.graph, kernel).at({})[node])
    return {"lower": decimal(lower, PLACES, -1), "upper": decimal(upper, PLACES, 1)}


def _table(name: str, values: Mapping[str, Any]) -> str:
    return "\n".join([f"[{name}]", *(f"{key} = {_value(v)}" for key, v in values.items())])


def _value(data: Any) -> str:
    if isinstance(data, Mapping):
        inside = ", ".join(f"{_string(key)} = {_value(value)}" for key, value in data.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(data, list):
        return f"[{', '.join(map(_value, data))}]"
    return _string(data)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # TOML's basic strings escape as JSON does
