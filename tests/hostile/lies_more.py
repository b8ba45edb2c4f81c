"""More certificates of false statements: about maps and extrema, and false refutations."""

from collections.abc import Iterator

from tests.hostile.lies import (
    AROUND,
    HALF,
    MINUS,
    ONE,
    UNIT,
    ZERO,
    Json,
    X,
    Y,
    below,
    certificate,
    equal,
    extremum,
    lies,
    mapped,
    monotone,
    partial,
)  # fmt: skip


def every() -> Iterator[tuple[str, Json]]:
    """All lies: those about inequalities, covers, identities and derivatives, and these."""
    for source in (lies, maps, extrema, refutations):
        yield from source()


def maps() -> Iterator[tuple[str, Json]]:
    half = [X, Y, HALF, ["mul", 2, 0], ["mul", 2, 1], ["rational", "2"], ["mul", 5, 0],
            ["mul", 5, 1], ["rational", "1/4"], ["rational", "-1"], ["rational", "3/5"],
            ["rational", "12/5"], ["mul", 11, 0]]  # fmt: skip
    full = [X, Y, ["add", 0, 1], ["rational", "3/5"], ["mul", 3, 2], ONE]
    yield "a full Jacobian", certificate(full, mapped("contraction", 4, 4, bound=5), ["n"] * 3)
    for x, y, bound in (
        (12, 1, 5), (6, 7, 2), (3, 4, 8), (3, 4, 9), (6, 4, 10), (3, 7, 10), (0, 1, 10),
    ):  # fmt: skip
        claim = mapped("contraction", x, y, bound=bound)
        yield f"contraction {x} {y} {bound}", certificate(half, claim, ["n"] * 3)
    far = [*half[:6], ["add", 3, 5], ["add", 4, 5]]
    turn = [X, Y, MINUS, ["mul", 2, 1], ["rational", "3"], ["mul", 4, 0], HALF, ["mul", 6, 1]]
    yield "shear", certificate(turn, mapped("contraction", 7, 5, bound=6), ["n"] * 3)
    for x, y in ((6, 4), (3, 7), (6, 7), (0, 1)):
        yield f"banach {x} {y}", certificate(far, mapped("banach", x, y), ["n"] * 7)
        into = [{"x": ["0", "1/2"], "y": ["0", "1/2"]}]
        yield f"confines {x} {y}", certificate(far, mapped("confines", x, y, into=into), ["n"] * 4)
        yield f"krawczyk {x} {y}", certificate(far, mapped("krawczyk", x, y), ["k"])
    for x, y in ((3, 4), (0, 1), (6, 7), (3, 1)):
        for tree in ("k", "s0 k k", "n"):
            yield f"excludes {x} {y}", certificate(half, mapped("excludes", x, y), [tree])
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


def extrema() -> Iterator[tuple[str, Json]]:
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
        for trees in (
            ["n", "n", "a"],
            ["n", "f+0 n", "f+0 a"],
            ["n", "f-0 n", "f-0 a"],
            ["n", "n", "s0 a n"],
            ["n", "n", "s0 n a"],
            ["n", "n", "s0 a a"],
        ):
            yield f"{sense} {ends} {at}", certificate([X], claim, trees)


def refutations() -> Iterator[tuple[str, Json]]:
    base = [X, ["rational", "2"], ZERO, ["pow", 0, 3], MINUS, Y, ["pow", 0, 2], ["sqrt", 6]]
    yield "outside the box", certificate(base, below(0, 1, UNIT), {"x": "3"})
    yield "touching", certificate(base, below(2, 0, UNIT, "<="), {"x": "0"})
    yield "a true bound", certificate(base, below(4, 0, UNIT), {"x": "0"})
    yield "no point", certificate(base, below(0, 1, UNIT), {})
    yield "a partial of 0", certificate(base, monotone(3, "increasing", AROUND), {"x": "0"})
    yield "a positive partial", certificate(base, monotone(3, "increasing", AROUND), {"x": "1"})
    yield "an identity", certificate(base, equal(0, 0), {"x": "1"})
    yield "beyond the assumptions", certificate(base, equal(7, 0, "x"), {"x": "-1"})
    log = [X, ["log", 0], ["pow", 0, -2], ["sqrt", 2]]
    yield "where it is undefined", certificate(log, partial(1, "x", 3), {"x": "-1"})
    claim = extremum(0, "max", ("1/2", "1"), [{"x": ["0", "1"]}], {"x": "1/4"})
    yield "what only suffices", certificate(base, claim, {"x": "1/4"})
    yield "a map", certificate(base, mapped("krawczyk", 0, 5), {"x": "0", "y": "0"})
    far = certificate(base, below(0, 2, UNIT), {"x": "1"})
    far["proof"]["refuted"]["goal"] = 1
    yield "a goal too far", far
    below_zero = certificate(base, below(0, 2, UNIT), {"x": "1"})
    below_zero["proof"]["refuted"]["goal"] = -1
    yield "a goal too low", below_zero
