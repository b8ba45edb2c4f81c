"""The JSON Schema of certificates, made of the tables that the checker reads them by.

python -m fixedpoint.certificates.schema > fixedpoint/certificates/certificate.schema.json
"""

from typing import Any

from fixedpoint.certificates.store import dumps
from fixedpoint.trusted import certificate, checker, exact, statement
from fixedpoint.trusted.operations import OPERATIONS, Operation

Schema = dict[str, Any]

NUMBER, REFERENCE = {"$ref": "#/$defs/number"}, {"$ref": "#/$defs/reference"}
BOX, TEXT = {"$ref": "#/$defs/box"}, {"type": "string"}
POWER = {"type": "integer", "minimum": -statement.MAX_POWER, "maximum": statement.MAX_POWER}
ARGUMENTS: dict[str, Schema] = {"q": NUMBER, "v": TEXT, "n": POWER, "x": REFERENCE}


def _object(properties: Schema) -> Schema:
    required = {"required": list(properties), "additionalProperties": False}
    return {"type": "object", "properties": properties, **required}


def _array(items: list[Schema]) -> Schema:
    return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}


END = {"anyOf": [NUMBER, {"type": "null"}]}
SIDE = _object({"left": REFERENCE, "relation": {"enum": ["<", "<="]}, "right": REFERENCE})

KEYS: dict[str, Schema] = {
    "box": BOX,
    "relation": {"enum": ["<", "<="]},
    "positive": {"type": "array", "items": TEXT, "maxItems": statement.MAX_VARIABLES},
    "by": TEXT,
    "map": {
        "type": "object",
        "additionalProperties": REFERENCE,
        "minProperties": 1,
        "maxProperties": statement.MAX_MAP,
    },
    "into": {"type": "array", "items": BOX, "maxItems": 16},
    "ranges": {
        "type": "object",
        "additionalProperties": _array([END, END]),
        "maxProperties": statement.MAX_VARIABLES,
    },
    "premise": SIDE,
    "conclusion": SIDE,
    "factor": {"anyOf": [REFERENCE, {"type": "null"}]},
    "cuts": {"type": "array", "items": NUMBER, "maxItems": 2},
    "from": END,
    "to": END,
    "lower": NUMBER,
    "upper": NUMBER,
    "at": {"type": "array", "items": BOX, "maxItems": 64},
    "point": {"type": "object", "additionalProperties": NUMBER},
    "parts": {
        "type": "array",
        "items": {"$ref": "#/$defs/formula"},
        "maxItems": statement.MAX_GOALS,
    },
}
"""What the keys of a formula hold; all others name a node."""

SENSES = {"monotone": ["increasing", "decreasing"], "extremum": ["max", "min"]}


def schema() -> Schema:
    """The schema; the checker's own reader is stricter."""
    refuted = {"goal": {"type": "integer", "minimum": 0}, "point": KEYS["point"]}
    token = "|".join(
        [*(p.pattern.replace("?:", "") for p in checker.TOKENS), *sorted(checker.LEAVES)]
    )
    trees = {
        "type": "array",
        "items": {"type": "string", "pattern": f"^({token})( ({token}))*$"},
        "minItems": 1,
        "maxItems": statement.MAX_GOALS,
    }
    stated = {
        "nodes": {
            "type": "array",
            "items": {"oneOf": [_node(op, entry) for op, entry in OPERATIONS.items()]},
            "maxItems": statement.MAX_NODES,
        },
        "names": {"type": "object", "additionalProperties": REFERENCE},
        "claim": {"$ref": "#/$defs/formula"},
    }
    whole = {
        "format": {"const": certificate.FORMAT},
        "version": {"const": certificate.VERSION},
        "id": {"type": "string", "maxLength": 80},
        "statement": _object(stated),
        "bits": {"type": "integer", "minimum": 24, "maximum": checker.MAX_BITS},
        "proof": {"oneOf": [_object({"trees": trees}), _object({"refuted": _object(refuted)})]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Certificate of a statement about real functions",
        **_object(whole),
        "$defs": {
            "number": {
                "type": "string",
                "pattern": f"^{exact.PATTERN.pattern}$",
                "maxLength": exact.DIGITS,
            },
            "reference": {"type": "integer", "minimum": 0},
            "box": {
                "type": "object",
                "additionalProperties": _array([NUMBER, NUMBER]),
                "maxProperties": statement.MAX_VARIABLES,
            },
            "formula": {
                "oneOf": [_formula(kind, keys) for kind, (keys, *_) in statement.FORMULAS.items()]
            },
        },
    }


def _node(op: str, operation: Operation) -> Schema:
    if operation.signature == "x+":
        rest = {"items": REFERENCE, "minItems": 3, "maxItems": statement.MAX_ARITY}
        return {"type": "array", "prefixItems": [{"const": op}], **rest}
    return _array([{"const": op}, *map(ARGUMENTS.__getitem__, operation.signature)])


def _formula(kind: str, keys: tuple[str, ...]) -> Schema:
    known = {**KEYS, "sense": {"enum": SENSES.get(kind)}}
    return _object({"kind": {"const": kind}, **{key: known.get(key, REFERENCE) for key in keys}})


if __name__ == "__main__":
    print(dumps(schema()), end="")
