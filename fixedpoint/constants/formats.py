"""Constants as text: for people, as data, and as source in C and Python."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fixedpoint.constants.constant import Constant
from fixedpoint.constants.rounding import FLOAT64, FORMATS
from fixedpoint.decimals import text

HEAD = (
    "Written by verify-bounds constants. Each double is proved to be the nearest; where an "
    "enclosure decides none, _LOWER and _UPPER are doubles rounded outward."
)


def table(constants: Sequence[Constant], digits: int) -> str:
    """One line a constant: name, enclosure or decimal, and what it is."""
    rows = [(c.name, c.decimal(digits) if digits else str(c.enclosure), c.text) for c in constants]
    widths = [max((len(row[i]) for row in rows), default=0) for i in (0, 1)]
    return "\n".join(f"{a:<{widths[0]}}  {b:<{widths[1]}}  {c}" for a, b, c in rows)


def data(constants: Sequence[Constant], digits: int) -> dict[str, dict[str, Any]]:
    """What is known of each constant; formats that its enclosure does not decide are left out."""
    return {c.name: dict(_fields(c, digits)) for c in constants}


def _fields(constant: Constant, digits: int) -> Iterator[tuple[str, Any]]:
    lower, upper = map(text, constant.enclosure.ends)
    yield from {"text": constant.text, "lower": lower, "upper": upper}.items()
    if digits:
        yield "decimal", constant.decimal(digits)
    for form in FORMATS:
        if constant.decides(form):
            yield form.name, float(constant.nearest(form))
            if form is FLOAT64:
                yield "hex", constant.hex
    yield from {"claim": constant.claim, "certificate": constant.certificate}.items()


def as_json(constants: Sequence[Constant], digits: int) -> str:
    """One JSON object."""
    return json.dumps(data(constants, digits), ensure_ascii=False, indent=1)


def as_toml(constants: Sequence[Constant], digits: int) -> str:
    """One TOML table a constant."""
    tables = []
    for name, fields in data(constants, digits).items():
        lines = (
            f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()
        )
        tables.append("\n".join([f"[{name}]", *lines]))
    return "\n\n".join(tables)


def as_c(constants: Sequence[Constant], _: int) -> str:
    """Preprocessor macros with hexadecimal doubles (C99, C++17)."""
    lines = [
        f"#define {name} {double.hex()} /* {said.replace('*/', '* /')} */"
        for name, double, said in _doubles(constants)
    ]
    return "\n".join([f"/* {HEAD} */", *lines])


def as_python(constants: Sequence[Constant], _: int) -> str:
    """Assignments."""
    lines = [f"{name} = {double!r}  # {said}" for name, double, said in _doubles(constants)]
    return "\n".join([f"# {HEAD}", *lines])


def _doubles(constants: Sequence[Constant]) -> Iterator[tuple[str, float, str]]:
    for c in constants:
        said = " ".join(f"{c.text}, in {c.enclosure}".split())
        if c.decides(FLOAT64):
            yield c.name, c.float64, said
        else:
            yield f"{c.name}_LOWER", float(FLOAT64.round(c.enclosure.lower, -1)), said
            yield f"{c.name}_UPPER", float(FLOAT64.round(c.enclosure.upper, 1)), said


WRITERS: dict[str, Callable[[Sequence[Constant], int], str]] = {
    "table": table,
    "json": as_json,
    "toml": as_toml,
    "c": as_c,
    "python": as_python,
}
