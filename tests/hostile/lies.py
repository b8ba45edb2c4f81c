"""Certificates of false statements, one for each way a checker could be made to believe them."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

X, Y, ONE, HALF, MINUS = (
    ["variable", "x"], ["variable", "y"], ["rational", "1"], ["rational", "1/2"], ["rational", "-1"],
)  # fmt: skip
ZERO, PI = ["rational", "0"], ["pi"]
UNIT, AROUND = {"x": ["0", "1"]}, {"x": ["-1", "1"]}
SQUARE = {"x": ["0", "1"], "y": ["0", "1"]}


def certificate(nodes: list[Any], claim: Json, proof: Any, **rest: Any) -> Json:
    """A certificate; a list of trees or the point that refutes goal 0."""
    shown = {"trees": proof} if isinstance(proof, list) else {"refuted": {"goal": 0, "point": proof}}
    statement = {"nodes": nodes, "names": {}, "claim": claim}
    head = {"format": "fixedpoint-certificate", "version": 1, "id": "lie", "bits": 64}
    return {**head, "statement": statement, "proof": shown, **rest}


def below(left: int, right: int, box: Json, relation: str = "<") -> Json:
    return {"kind": "inequality", "box": box, "left": left, "relation": relation, "right": right}


def equal(left: int, right: int, *positive: str) -> Json:
    return {"kind": "identity", "positive": list(positive), "left": left, "right": right}


def slope(of: int, by: str, equals: int) -> Json:
    return {"kind": "derivative", "positive": [], "of": of, "by": by, "equals": equals}


def monotone(of: int, sense: str, box: Json) -> Json:
    return {"kind": "monotone", "box": box, "of": of, "by": "x", "sense": sense}


def extremum(of: int, sense: str, ends: tuple[str, str], at: list[Json], point: Json) -> Json:
    return {"kind": "extremum", "box": {"x": ["0", "1"]}, "sense": sense, "of": of,
            "lower": ends[0], "upper": ends[1], "at": at, "point": point}


def mapped(kind: str, x: int, y: int, box: Json = SQUARE, **rest: Any) -> Json:
    return {"kind": kind, "box": box, "map": {"x": x, "y": y}, **rest}


def lies() -> Iterator[tuple[str, Json]]:
    """(what it attacks, a certificate that must not be accepted)."""
    yield from _leaves()
    yield from _covers()
    yield from _identities()
    yield from _derivatives()
    yield from _maps()
    yield from _extrema()
    yield from _refutations()


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
    yield "only one slope", certificate(two, below(2, 5, SQUARE, "<="), ["f-0 m88"])
    yield "only the first slope of two", certificate(two, below(2, 5, SQUARE, "<="), ["f-0-1 n"])
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
                 "s0 n f-0 n f-0 n", "", " ", "q", "s", "s9 n n", "f", "f+9 n", "m", "m88", "m!", "s00"):
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
         [*minus_x, ["exp", 0], ["exp", 2], ["mul", 3, 4], ["add", 6, 6]][:6] + [ONE], equal(5, 0)),
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
    yield "d x^2 = x", certificate(base, slope(1, "x", 0), ["z"])
    yield "d x^3 = x^2", certificate(base, slope(2, "x", 1), ["z"])
    yield "d log x = log x", certificate(base, slope(3, "x", 3), ["z"])
    yield "x^2 increases", certificate(base, monotone(1, "increasing", AROUND), ["n"])
    for tree in ("n", "m8", "s0 n n", "z"):
        yield "x decreases", certificate(base, monotone(0, "decreasing", UNIT), [tree])
        yield "x^3 < increases", certificate(base, monotone(2, "decreasing", UNIT), [tree])
    left = {"x": ["-2", "-1"]}
    yield "log falls where x < 0", certificate(base, monotone(3, "decreasing", left), ["n"])
    yield "at a point", certificate(base, monotone(0, "decreasing", {"x": ["1", "1"]}), {"x": "1"})


def _maps() -> Iterator[tuple[str, Json]]:
    half = [X, Y, HALF, ["mul", 2, 0], ["mul", 2, 1], ["rational", "2"], ["mul", 5, 0], ["mul", 5, 1],
            ["rational", "1/4"], ["rational", "-1"], ["rational", "3/5"], ["rational", "12/5"],
            ["mul", 11, 0]]  # fmt: skip
    for x, y, bound in ((12, 1, 5), (6, 7, 2), (3, 4, 8), (3, 4, 9), (6, 4, 10), (3, 7, 10), (0, 1, 10)):
        claim = mapped("contraction", x, y, bound=bound)
        yield f"contraction {x} {y} {bound}", certificate(half, claim, ["n"] * 3)
    far = [X, Y, HALF, ["mul", 2, 0], ["mul", 2, 1], ["rational", "2"], ["add", 3, 5], ["add", 4, 5]]
    turn = [X, Y, MINUS, ["mul", 2, 1], ["rational", "3"], ["mul", 4, 0], HALF, ["mul", 6, 1]]
    yield "shear", certificate(turn, mapped("contraction", 7, 5, bound=6), ["n"] * 3)
    for x, y in ((6, 4), (3, 7), (6, 7), (0, 1)):
        yield f"banach {x} {y}", certificate(far, mapped("banach", x, y), ["n"] * 7)
        into = [{"x": ["0", "1/2"], "y": ["0", "1/2"]}]
        yield f"confines {x} {y}", certificate(far, mapped("confines", x, y, into=into), ["n"] * 4)
        yield f"krawczyk {x} {y}", certificate(far, mapped("krawczyk", x, y), ["k"])
    yield "krawczyk at the end", certificate(far, mapped("krawczyk", 3, 4), ["k"])
    out = [X, Y, HALF, ["mul", 2, 0], ["rational", "-1/1000000"], ["add", 3, 4], ["mul", 2, 1],
           ["rational", "1/4"], ["add", 6, 7], ["add", 3, 7], ["add", 6, 4]]  # fmt: skip
    yield "krawczyk beyond the end", certificate(out, mapped("krawczyk", 5, 8), ["k"])
    yield "krawczyk beyond the other", certificate(out, mapped("krawczyk", 9, 10), ["k"])
    bent = [X, Y, ["pow", 0, 2], ["pow", 1, 2], ["rational", "2"], ["mul", 4, 2], ["mul", 4, 3]]
    wide = {"x": ["-1/4", "3/4"], "y": ["-1/4", "3/4"]}
    yield "two fixed points", certificate(bent, mapped("krawczyk", 5, 6, wide), ["k"])
    more = {"x": ["-1/4", "9/10"], "y": ["-1/4", "9/10"]}
    yield "four fixed points", certificate(bent, mapped("krawczyk", 5, 6, more), ["k"])
    yield "krawczyk split", certificate(bent, mapped("krawczyk", 5, 6, wide), ["s0 k k"])
    steps = [{"x": ["0", "1/2"], "y": ["0", "1/2"]}, {"x": ["0", "1/5"], "y": ["0", "1/5"]}]
    yield "confines twice", certificate(far, mapped("confines", 3, 4, into=steps), ["n"] * 8)
    hole = [X, Y, ["pow", 0, -1], ["mul", 0, 2], ["mul", 3, 1], HALF, ["mul", 5, 4], ONE]
    around = {"x": ["-1", "1"], "y": ["-1", "1"]}
    gone = mapped("contraction", 6, 5, around, bound=7)
    yield "contraction of an undefined map", certificate(hole, gone, ["n"] * 3)


def _extrema() -> Iterator[tuple[str, Json]]:
    one, zero = {"x": ["1", "1"]}, {"x": ["0", "0"]}
    for sense, ends, at, point in (
        ("max", ("1", "9/10"), [one], {"x": "1"}), ("max", ("1.1", "2"), [one], {"x": "1"}),
        ("max", ("0", "1"), [zero], {"x": "0"}), ("min", ("0", "1"), [one], {"x": "1"}),
        ("min", ("1/2", "1"), [zero], {"x": "0"}), ("min", ("-1", "-1/2"), [zero], {"x": "0"}),
        ("max", ("1", "1"), [zero], {"x": "1"}), ("max", ("1", "1"), [], {"x": "1"}),
        ("max", ("1", "1"), [{"x": ["0", "0"]}], {"x": "0"}),
        ("max", ("1", "2"), [{"x": ["1", "2"]}], {"x": "2"}),
        ("max", ("1", "1"), [{"x": ["0", "1/2"]}], {"x": "1/2"}),
        ("max", ("0.4", "1"), [{"x": ["0", "1/2"]}], {"x": "1/2"}),
    ):  # fmt: skip
        claim = extremum(0, sense, ends, at, point)
        for trees in (["n", "n", "a"], ["n", "f+0 n", "f+0 a"], ["n", "f-0 n", "f-0 a"],
                      ["n", "n", "s0 a n"], ["n", "n", "s0 n a"], ["n", "n", "s0 a a"]):
            yield f"{sense} {ends} {at}", certificate([X], claim, trees)


def _refutations() -> Iterator[tuple[str, Json]]:
    base = [X, ["rational", "2"], ZERO, ["pow", 0, 3], ["rational", "-1"], Y, ["pow", 0, 2], ["sqrt", 6]]
    yield "outside the box", certificate(base, below(0, 1, UNIT), {"x": "3"})
    yield "touching", certificate(base, below(2, 0, UNIT, "<="), {"x": "0"})
    yield "a true bound", certificate(base, below(4, 0, UNIT), {"x": "0"})
    yield "no point", certificate(base, below(0, 1, UNIT), {})
    yield "a slope of 0", certificate(base, monotone(3, "increasing", AROUND), {"x": "0"})
    yield "a positive slope", certificate(base, monotone(3, "increasing", AROUND), {"x": "1"})
    yield "an identity", certificate(base, equal(0, 0), {"x": "1"})
    yield "beyond the assumptions", certificate(base, equal(7, 0, "x"), {"x": "-1"})
    log = [X, ["log", 0], ["pow", 0, -2], ["sqrt", 2]]
    yield "where it is undefined", certificate(log, slope(1, "x", 3), {"x": "-1"})
    claim = extremum(0, "max", ("1/2", "1"), [{"x": ["0", "1"]}], {"x": "1/4"})
    yield "what only suffices", certificate(base, claim, {"x": "1/4"})
    yield "a map", certificate(base, mapped("krawczyk", 0, 5), {"x": "0", "y": "0"})
    far = certificate(base, below(0, 2, UNIT), {"x": "1"})
    far["proof"]["refuted"]["goal"] = 1
    yield "a goal too far", far
    below_zero = certificate(base, below(0, 2, UNIT), {"x": "1"})
    below_zero["proof"]["refuted"]["goal"] = -1
    yield "a goal too low", below_zero
