"""Certificates of false statements, one for each way a checker could be made to believe them."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

X, Y = ["variable", "x"], ["variable", "y"]
ONE, HALF, MINUS = ["rational", "1"], ["rational", "1/2"], ["rational", "-1"]
ZERO, PI = ["rational", "0"], ["pi"]
UNIT, AROUND = {"x": ["0", "1"]}, {"x": ["-1", "1"]}
SQUARE = {"x": ["0", "1"], "y": ["0", "1"]}


def certificate(nodes: list[Any], claim: Json, proof: Any, **rest: Any) -> Json:
    """A certificate; a list of trees or the point that refutes goal 0."""
    refuted = {"refuted": {"goal": 0, "point": proof}}
    shown = {"trees": proof} if isinstance(proof, list) else refuted
    statement = {"nodes": nodes, "names": {}, "claim": claim}
    head = {"format": "fixedpoint-certificate", "version": 1, "id": "lie", "bits": 64}
    return {**head, "statement": statement, "proof": shown, **rest}


def below(left: int, right: int, box: Json, relation: str = "<") -> Json:
    return {"kind": "inequality", "box": box, "left": left, "relation": relation, "right": right}


def equal(left: int, right: int, *positive: str) -> Json:
    return {"kind": "identity", "positive": list(positive), "left": left, "right": right}


def partial(of: int, by: str, equals: int) -> Json:
    return {"kind": "derivative", "positive": [], "of": of, "by": by, "equals": equals}


def monotone(of: int, sense: str, box: Json) -> Json:
    return {"kind": "monotone", "box": box, "of": of, "by": "x", "sense": sense}


def extremum(of: int, sense: str, ends: tuple[str, str], at: list[Json], point: Json) -> Json:
    return {
        "kind": "extremum",
        "box": {"x": ["0", "1"]},
        "sense": sense,
        "of": of,
        "lower": ends[0],
        "upper": ends[1],
        "at": at,
        "point": point,
    }


def mapped(kind: str, x: int, y: int, box: Json = SQUARE, **rest: Any) -> Json:
    return {"kind": kind, "box": box, "map": {"x": x, "y": y}, **rest}


def lies() -> Iterator[tuple[str, Json]]:
    """(what it attacks, a certificate that must not be accepted)."""
    yield from _leaves()
    yield from _covers()
    yield from _identities()
    yield from _derivatives()


def _leaves() -> Iterator[tuple[str, Json]]:
    base = [X, ZERO, ONE, ["pow", 0, 2], ["mul", 0, ["rational", "-1"]]][:4]
    for tree in ("n", "m8", "m0", "mg", "f-0 n", "f+0 n", "f+0-0 n", "s0 n n", "z", "a", "k"):
        yield f"0 < x on [-1, 1] by {tree}", certificate(base, below(1, 0, AROUND), [tree])
        yield f"x < 0 on [0, 1] by {tree}", certificate(base, below(0, 1, UNIT), [tree])
        yield f"0 < x on [0, 1] by {tree}", certificate(base, below(1, 0, UNIT), [tree])
        yield f"x^2 < x on [0, 1] by {tree}", certificate(base, below(3, 0, UNIT), [tree])
        yield f"x <= 0 by {tree}", certificate(base, below(0, 1, UNIT, "<="), [tree])
    near = [X, ["rational", "1/4"], ["add", 0, 1], ZERO]
    yield "the offset of the centre", certificate(near, below(3, 2, AROUND), ["m8"])
    yield "strict equality", certificate([PI, ZERO], below(0, 0, {}), ["z"])
    two = [X, Y, ZERO, MINUS, ["mul", 3, 1], ["add", 0, 4]]
    yield "only one partial", certificate(two, below(2, 5, SQUARE, "<="), ["f-0 m88"])
    yield "only the first partial of two", certificate(two, below(2, 5, SQUARE, "<="), ["f-0-1 n"])
    yield "nothing is claimed", certificate(base, below(1, 0, AROUND), ["s0 a n"])
    hole = [X, ["pow", 0, -1], ["mul", 0, 1], ZERO]
    yield "undefined at 0", certificate(hole, below(3, 2, AROUND), ["n"])
    yield "undefined at 0, mean value", certificate(hole, below(3, 2, AROUND), ["mg"])
    yield "undefined at 0, face", certificate(hole, below(3, 2, AROUND, "<="), ["f+0 n"])
    gone = [Y, ZERO, ["T", 0, 1, 0], ONE]
    below_zero = {"y": ["-2", "-1"]}
    yield "T_0(0, y) for y < 0", certificate(gone, below(3, 2, below_zero, "<="), ["n"])
    yield "log(-1)", certificate([MINUS, ["log", 0]], below(1, 1, {}, "<="), ["z"])
    root = [X, ["log", 0], ZERO, ["mul", 2, 1], MINUS]
    yield "0 log x > -1 where x < 0", certificate(root, below(4, 3, AROUND), ["n"])


def _covers() -> Iterator[tuple[str, Json]]:
    base = [X, ZERO]
    for tree in ("s0 n", "s0 s0 n n", "n n", "s0 n n n", "s1 n n", "s0 f+0 n n", "s0 f-0 n n",
                 "s0 n f-0 n f-0 n", "", " ", "q", "s", "s9 n n", "f", "f+9 n", "m", "m88", "m!",
                 "s00"):  # fmt: skip
        yield f"cover {tree!r}", certificate(base, below(1, 0, AROUND, "<="), [tree])
        yield f"cover of [0, 1] {tree!r}", certificate(base, below(0, 1, UNIT, "<="), [tree])
        yield f"lower half {tree!r}", certificate(base, below(0, 1, AROUND, "<="), [tree])
    yield "left over", certificate(base, below(1, 0, UNIT, "<="), ["n n"])
    yield "no tree", certificate(base, below(1, 0, UNIT, "<="), [])
    both = {"kind": "all", "parts": [below(1, 0, UNIT, "<="), below(0, 1, UNIT, "<=")]}
    yield "one tree for two goals", certificate(base, both, ["n"])
    yield "the second part", certificate(base, both, ["n", "n"])


def _identities() -> Iterator[tuple[str, Json]]:
    minus_x = [X, MINUS, ["mul", 1, 0]]
    log = [X, ["log", 0], ["pow", 1, 2], ["sqrt", 2]]
    shared = [PI, MINUS, ["mul", 1, 0], ONE, ["add", 3, 2], ["pow", 4, 2], ["sqrt", 5]]
    cases: list[tuple[str, list[Any], Json]] = [
        ("x = y", [X, Y], equal(0, 1)),
        ("x = 2x", [X, ["add", 0, 0]], equal(0, 1, "x")),
        ("sqrt(x^2) = x", [X, ["pow", 0, 2], ["sqrt", 1]], equal(2, 0)),
        ("sqrt(log(x)^2) = log(x)", log, equal(3, 1, "x")),
        ("sqrt((1 - pi)^2) = 1 - pi", shared, equal(6, 4)),
        ("erfc(-x) = erfc(x)", [*minus_x, ["erfc", 0], ["erfc", 2]], equal(3, 4)),
        ("erfc(-x) = 1 - erfc(x)",
         [*minus_x, ["erfc", 0], ["erfc", 2], ["mul", 1, 3], ONE, ["add", 6, 5]], equal(4, 7)),
        ("erf(-x) = erf(x)", [*minus_x, ["erf", 0], ["erf", 2]], equal(3, 4)),
        ("erf(x) = erfc(x)", [X, ["erf", 0], ["erfc", 0]], equal(1, 2)),
        ("erfcx(x) = erfc(x)", [X, ["erfcx", 0], ["erfc", 0]], equal(1, 2)),
        ("erfcx(x) = exp(x) erfc(x)",
         [X, ["erfcx", 0], ["erfc", 0], ["exp", 0], ["mul", 2, 3]], equal(1, 4)),
        ("exp(x) = exp(2x)", [X, ["exp", 0], ["add", 0, 0], ["exp", 2]], equal(1, 3)),
        ("exp(x + y) = exp(x) + exp(y)",
         [X, Y, ["exp", 0], ["exp", 1], ["add", 2, 3], ["add", 0, 1], ["exp", 5]], equal(4, 6)),
        ("exp(x) exp(-x) = 2",
         [*minus_x, ["exp", 0], ["exp", 2], ["mul", 3, 4], ONE, ["add", 6, 6]], equal(5, 7)),
        ("log(x) = 0", [X, ["log", 0], ZERO], equal(1, 2)),
        ("sqrt(2) = 2", [["rational", "2"], ["sqrt", 0]], equal(1, 0)),
        ("sqrt(12) = 2 sqrt(2)", [["rational", "12"], ["sqrt", 0], ["rational", "2"], ["sqrt", 2],
                                  ["mul", 2, 3]], equal(1, 4)),
        ("sqrt(x) sqrt(x) = x^2", [X, ["sqrt", 0], ["mul", 1, 1], ["pow", 0, 2]], equal(2, 3)),
        ("T_1 = T_2", [X, Y, ["T", 1, 0, 1], ["T", 2, 0, 1]], equal(2, 3, "y")),
        ("T_0 = 1", [X, Y, ["T", 0, 0, 1], ONE], equal(2, 3, "y")),
        ("T_1(0, y) = 1", [Y, ZERO, ["T", 1, 1, 0], ONE], equal(2, 3, "y")),
        ("P = P/2", [X, Y, ["P", 0, 1], HALF, ["mul", 2, 3]], equal(2, 4, "y")),
        ("P(x, y) = P(x, 2y)", [X, Y, ["add", 1, 1], ["P", 0, 1], ["P", 0, 2]], equal(3, 4, "y")),
        ("P(0, 1) = T_0(0, 1)", [ZERO, ONE, ["P", 0, 1], ["T", 0, 0, 1]], equal(2, 3)),
        ("T_1(1, 1) = T_1(1, 1)^2", [ONE, ["T", 1, 0, 0], ["pow", 1, 2]], equal(1, 2)),
        ("erfc(0) = 0", [ZERO, ["erfc", 0]], equal(1, 0)),
        ("sqrt(1/2) = sqrt(2)", [HALF, ["sqrt", 0], ["rational", "2"], ["sqrt", 2]], equal(1, 3)),
        ("T_1(1, 1) = T_2(1, 1)", [ONE, ["T", 1, 0, 0], ["T", 2, 0, 0]], equal(1, 2)),
        ("T_0(1, 1) = P(1, 1)", [ONE, ["T", 0, 0, 0], ["P", 0, 0]], equal(1, 2)),
        ("T_1(0, 1) = T_1(1, 1)", [ZERO, ONE, ["T", 1, 0, 1], ["T", 1, 1, 1]], equal(2, 3)),
        ("erf(1/2) = erf(1)", [HALF, ONE, ["erf", 0], ["erf", 1]], equal(2, 3)),
        ("sqrt(erf(-1)^2) = erf(1 (-1))", [MINUS, ONE, ["mul", 0, 1], ["erf", 0], ["erf", 2],
                                           ["pow", 3, 2], ["sqrt", 5]], equal(6, 4)),
        ("abs(x) = x", [X, ["abs", 0]], equal(1, 0)),
        ("abs(x) = -x", [*minus_x, ["abs", 0]], equal(3, 2)),
        ("x^-1 = x", [X, ["pow", 0, -1]], equal(0, 1)),
        ("1/(x + y) = 1/x + 1/y", [X, Y, ["add", 0, 1], ["pow", 2, -1], ["pow", 0, -1],
                                   ["pow", 1, -1], ["add", 4, 5]], equal(3, 6)),
        ("pi = 3", [PI, ["rational", "3"]], equal(0, 1)),
    ]  # fmt: skip
    for name, nodes, claim in cases:
        yield name, certificate(nodes, claim, ["z"])
    nodes, left, right = _fourth_roots()
    yield "fourth roots of negative factors", certificate(nodes, equal(left, right), ["z"])


def _fourth_roots() -> tuple[list[Any], int, int]:
    """√(√(a/b) √(c/d)) √(bd) = √√(a/b) √√(c/d) √(b/d) d: wrong where all four are negative."""
    nodes: list[Any] = [["variable", v] for v in "xyzw"] + [ONE]
    nodes += [["add", i, 4] for i in range(4)]

    def node(*entry: Any) -> int:
        nodes.append(list(entry))
        return len(nodes) - 1

    a, b, c, d = range(5, 9)
    one, two = (node("sqrt", node("mul", p, node("pow", q, -1))) for p, q in ((a, b), (c, d)))
    left = node("mul", node("sqrt", node("mul", one, two)), node("sqrt", node("mul", b, d)))
    ratio = node("sqrt", node("mul", b, node("pow", d, -1)))
    return nodes, left, node("mul", node("sqrt", one), node("sqrt", two), ratio, d)


def _derivatives() -> Iterator[tuple[str, Json]]:
    base = [X, ["pow", 0, 2], ["pow", 0, 3], ["log", 0]]
    yield "d x^2 = x", certificate(base, partial(1, "x", 0), ["z"])
    yield "d x^3 = x^2", certificate(base, partial(2, "x", 1), ["z"])
    sign = [X, ["abs", 0], ONE]
    yield "d abs(x) = abs(x)", certificate(sign, partial(1, "x", 1), ["z"])
    yield "d abs(x) = 1", certificate(sign, partial(1, "x", 2), ["z"])
    yield "abs(x) increases", certificate(sign, monotone(1, "increasing", AROUND), ["n"])
    yield "d log x = log x", certificate(base, partial(3, "x", 3), ["z"])
    yield "x^2 increases", certificate(base, monotone(1, "increasing", AROUND), ["n"])
    for tree in ("n", "m8", "s0 n n", "z"):
        yield "x decreases", certificate(base, monotone(0, "decreasing", UNIT), [tree])
        yield "x^3 < increases", certificate(base, monotone(2, "decreasing", UNIT), [tree])
    left = {"x": ["-2", "-1"]}
    yield "log falls where x < 0", certificate(base, monotone(3, "decreasing", left), ["n"])
    yield "at a point", certificate(base, monotone(0, "decreasing", {"x": ["1", "1"]}), {"x": "1"})
