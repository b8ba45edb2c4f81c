"""Claims as plain data: all that is printed of them, without what they mean."""

from dataclasses import MISSING, Field, fields
from typing import Any

from fixedpoint.claims.claim import Claim, Defect, Inference, NotFormal, Theorem, Unread
from fixedpoint.trusted.statement import Malformed

TYPES = {made.__name__: made for made in (Theorem, Inference, Claim)}
APART = ("id", "meaning", "constants")
"""The fields of a claim that its plain data has not."""


def plain(claim: Claim) -> dict[str, Any]:
    """A claim as plain data, without its id and its meaning, and without what is at its default.

    "type": of which of `TYPES` it is; "not_formal": why it is not formal, if it is not.
    """
    made = next(made for made in TYPES.values() if isinstance(claim, made))
    data: dict[str, Any] = {"type": made.__name__}
    for field in _told(made):
        value = getattr(claim, field.name)
        if value != field.default:
            data[field.name] = value.value if isinstance(value, Defect) else _json(value)
    if isinstance(claim.meaning, NotFormal):
        data["not_formal"] = claim.meaning.reason
    return data


def unread(name: str, data: Any, fingerprint: str | None) -> Claim:
    """The claim of an id from its plain data, its meaning unread; raises Malformed."""
    try:
        made = TYPES[data["type"]]
        rest = {key: value for key, value in data.items() if key not in ("type", "not_formal")}
        told = {f.name: _value(f, rest.pop(f.name)) for f in _told(made) if f.name in rest}
        reason, stated = data.get("not_formal"), fingerprint or ""
        if rest or not isinstance(reason, str | None):
            raise TypeError("it has more than a claim")
        meaning: Any = Unread(stated) if reason is None else NotFormal(reason)
        return made(id=name, meaning=meaning, **told)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise Malformed(f"{name[:40]!r} is told as no claim: {error}") from error


def _told(made: type[Claim]) -> list[Field[Any]]:
    return [field for field in fields(made) if field.name not in APART]


def _json(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _value(field: Field[Any], value: Any) -> Any:
    """The value of a field from plain data; raises TypeError or ValueError for none."""
    if field.name == "defect":
        return Defect(value)
    kind = str if field.default is MISSING else type(field.default)
    if kind is tuple and isinstance(value, list) and all(isinstance(i, str) for i in value):
        return tuple(value)
    if type(value) is not kind:
        raise TypeError(f"{field.name} is {value!r:.40}")
    return value
