"""What has to notice a wrong checker or kernel: each detector raises, cheapest first.

The mutants are judged by these; on the real modules all of them have to pass.
"""

import copy
import json
import random
import tempfile
from fractions import Fraction
from pathlib import Path

from fixedpoint.trusted.algebra import is_zero
from fixedpoint.trusted.calculus import Calculus
from fixedpoint.trusted.certificate import Malformed, Rejected, check, load
from fixedpoint.trusted.checker import Step
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.graph import Graph
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import parse
from tests.hostile import containment, expressions, integrals, unbounded
from tests.hostile.lies import AROUND, X, Y, below, certificate, mapped, monotone
from tests.hostile.lies_more import every
from tests.hostile.reference import BASE, Reference
from tests.kernels import test_contract as contract
from tests.trusted import test_directed as directed
from tests.trusted import test_series as series


def truths_are_accepted() -> None:
    """Real certificates are accepted, as what they are."""
    for data in BASE:
        refuted = check(data).refuted
        assert refuted == ("refuted" in data["proof"]), data["id"]


def lies_are_rejected() -> None:
    """Certificates of false statements are not."""
    for name, data in every():
        try:
            check(data)
        except (Malformed, Rejected):
            continue
        raise AssertionError(name)


def forms_are_refused() -> None:
    """What is not exactly the format is malformed."""
    good = certificate([X], monotone(0, "increasing", AROUND), ["n"])
    check(good)
    bad = []
    for path in ((), ("statement",), ("statement", "claim"), ("proof",)):
        for key in ("extra", "kind", "trees"):
            data = copy.deepcopy(good)
            place = data
            for step in path:
                place = place[step]
            if key not in place:
                place[key] = "0"
                bad.append(data)
    for key, value in (
        ("version", 2), ("version", True), ("format", "other"), ("bits", 10**9), ("bits", True),
        ("bits", 1), ("id", "\n"), ("id", 1), ("proof", {"trees": [1]}),
    ):  # fmt: skip
        bad.append({**good, key: value})
    for nodes in (
        [["add", 0, 0]],
        [X, ["add", 0, 5]],
        [X, ["pow", 0, True]],
        [["variable", "pi"]],
        [X, ["add", 0]],
        [X, ["exp", -1]],
        [["exp", 0]],
        [["rational", "1e9"]],
        [["rational", "1/0"]],
        [["rational", 1]],
        [X, ["pow", 0, 65]],
        [["eval", "1"]],
    ):
        bad.append(certificate(nodes, monotone(0, "increasing", AROUND), ["n"]))
    bad.append(certificate([X], monotone(0, "increasing", {"x": ["1", "-1"]}), ["n"]))
    bad.append(certificate([X], monotone(0, "increasing", {}), ["n"]))
    bad.append(certificate([X], monotone(0, "both", AROUND), ["n"]))
    bad.append(certificate([X, ["rational", "2"]], below(0, 1, AROUND, "0"), ["n"]))
    bad.append(certificate([X, ["rational", "2"]], below(0, 1, {}), ["n"]))
    for data in bad:
        try:
            check(data)
        except (Malformed, Rejected):
            continue
        raise AssertionError(data)
    for text in ('{"a": 1, "a": 1}', '{"a": 1.0}', '{"a": NaN}', '{"a": 1e5}', "[1234567890123]"):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "file.json"
            file.write_text(text, encoding="utf-8")
            try:
                load(file)
            except Malformed:
                continue
        raise AssertionError(text)


def steps_are_tight() -> None:
    """Steps that a right checker takes: a wrong one may also be too weak."""
    inside = certificate([X], monotone(0, "increasing", AROUND), ["s0 n m8"])
    assert check(inside).effort.boxes == 3
    statement = parse(inside["statement"])
    goal = statement.goals[0]
    step = Step(statement, Program(statement.graph, Directed(64)), goal, goal.box)
    assert step.kernel.bounds(step.mean_value_form("0")) == (Fraction(1), Fraction(1))


def maps_are_accepted() -> None:
    """Maps that nearly do not contract, in every direction; a matrix with zeros to pivot at."""
    near, minus = ["rational", "9/10"], ["rational", "-9/10"]
    for x, y in ((["mul", 2, 0], ["mul", 2, 1]), (["mul", 2, 1], ["mul", 3, 0])):
        nodes = [X, Y, near, minus, x, y, ["rational", "1"]]
        check(certificate(nodes, mapped("contraction", 4, 5, bound=6), ["n"] * 3))
    cross = [["rational", "1/2"], ["rational", "-1/4"], ["mul", 2, 1], ["mul", 2, 0]]
    nodes = [X, Y, *cross, ["add", 0, 4, 3], ["add", 1, 5, 3]]
    check(certificate(nodes, mapped("krawczyk", 6, 7), ["k"]))


def operations_contain() -> None:
    """A sample of the containment test on the trusted kernel."""
    draw, tally = random.Random(7), containment.Tally()
    for _ in range(1500):
        containment.case(draw, tally, "trusted")
        assert not tally.misses, tally.misses[0]


def operations_are_best() -> None:
    """Products, powers and sums of few bits are the least enclosures."""
    kernel, draw = Directed(5), random.Random(3)
    for _ in range(400):
        a, b = (
            sorted(Fraction(draw.randrange(-40, 41), draw.choice((1, 2, 3, 7))) for _ in "ab")
            for _ in "ab"
        )
        x, y = kernel.enclose(*a), kernel.enclose(*b)
        (p, q), (r, s) = kernel.bounds(x), kernel.bounds(y)
        ends = [u * v for u in (p, q) for v in (r, s)]
        assert kernel.mul(x, y) == kernel.enclose(min(ends), max(ends))
        assert kernel.add(x, y) == kernel.enclose(p + r, q + s)
        assert kernel.sub(x, y) == kernel.enclose(p - s, q - r)
        assert kernel.bounds(kernel.hull(x, y)) == (min(p, r), max(q, s))
        assert kernel.power(x, 3) == kernel.enclose(p**3, q**3)
    for n in (65, 66, 127, 128, 130, 200, 333):
        for q in (Fraction(3), Fraction(5, 8), Fraction(31), Fraction(17, 16)):
            low, high = kernel.bounds(kernel.power(kernel.enclose(q), n))
            assert low <= q**n <= high
    contract.test_undefined(Directed)
    contract.test_signs(Directed)


def series_contain() -> None:
    """The remainders, and the pairs before rounding, at precisions with no slack."""
    for sign in (1, -1):
        for n in (3, 5, 16, 239):
            series.test_remainder_of_odd_series(Fraction(1, n), sign)
    for d, step in ((1, 1), (3, 2)):
        series.test_remainder_of_positive_series(Fraction(2, 3), d, step)
        series.test_remainder_of_positive_series(Fraction(9), d, step)
    for t in (Fraction(3, 2), Fraction(7)):
        series.test_convergents_alternate(t)
    for name in ("exp", "log", "erf", "erfc", "erfcx"):
        series.test_pairs_contain_the_values_at_every_precision(name)
    series.test_constants_contain_the_values_at_every_precision()
    directed.test_exact_values()
    for name in ("exp", "log", "erf", "erfc", "erfcx"):
        directed.test_trusted_is_tight(53, name)


def derivatives_contain() -> None:
    """Every derivative rule, both as a polynomial and by the chain rule, against duals."""
    for wrapped in (False, True):
        g = Graph()
        x, y = (g.node("variable", name) for name in "xy")
        u = g.add(g.node("exp", x), y) if wrapped else g.add(g.mul(x, y), g.rational(2))
        v = g.node("log", g.add(x, g.rational(9))) if wrapped else g.mul(g.rational(3), x, y)
        # y carries a coefficient and is a power, so that each factor of a rule counts
        roots = [g.node("T", k, u, v) for k in (-1, 0, 1, 2, 3)] + [g.node("P", u, v)]
        roots += [g.node(op, u) for op in expressions.FUNCTIONS] + [
            g.power(u, n) for n in (-2, 2, 3)
        ]
        p, t = g.node("P", x, y), g.node("T", 2, x, y)
        roots += [g.node("mul", u, v, g.node("exp", y)), g.node("add", u, g.node("exp", u), v)]
        roots += [g.add(g.mul(p, x), g.mul(t, y, y)), g.mul(g.power(g.add(x, y), 3), t)]
        roots += [g.mul(g.power(x, -2), p), g.add(p, g.mul(g.rational(-2), p), t)]
        calculus, kernel = Calculus(g), Directed(64)
        partials = [(i, by, calculus.derivative(i, by)) for i in roots for by in "xy"]
        at = {"x": Fraction(7, 8), "y": Fraction(5, 4)}
        over = Program(g, kernel).at({n: kernel.enclose(q) for n, q in at.items()})
        reference = Reference([list(map(expressions._plain, n)) for n in g.nodes], 256)
        for i, by, partial in partials:
            found = kernel.bounds(over[partial])
            true = reference.k.bounds(reference.partial(i, reference.point(at), by))
            assert found[0] <= true[1] and true[0] <= found[1], (g.nodes[i], by)
        for i in roots:
            found = kernel.bounds(over[i])
            true = reference.k.bounds(reference.value(i, reference.point(at)))
            assert found[0] <= true[1] and true[0] <= found[1], g.nodes[i]


def expressions_contain() -> None:
    """A sample of random expressions, derivatives and normal forms."""
    draw, tally = random.Random(11), containment.Tally()
    for _ in range(250):
        expressions.case(draw, tally)
        assert not tally.misses, tally.misses[0]


def identities_are_found() -> None:
    """True identities are proved: a wrong rule may also lose one."""
    g = Graph()
    x, y = (g.node("variable", name) for name in "xy")
    both = frozenset("xy")
    for rule in expressions.RULES:
        left, right = rule(g, x, y)
        wrong = rule.__name__ in ("_even_erfc", "_exp_of_product")
        assert is_zero(g, g.sub(left, right), {}, both) != wrong, rule.__name__


def integrals_are_told() -> None:
    """True integrals, exclusions and identities are accepted, false ones are not."""
    for name, meaning in integrals.TRUE.items():
        assert not check(integrals.certificate(meaning)).refuted, name
    for name, meaning in integrals.FALSE.items():
        try:
            check(integrals.certificate(meaning))
        except Rejected:
            continue
        raise AssertionError(name)
    for data in integrals.malformed():
        try:
            check(data)
        except Malformed:
            continue
        raise AssertionError(data["statement"]["claim"])


def half_lines_are_told() -> None:
    """True statements beyond boxes, and Taylor's forms, are accepted, false ones are not."""
    for name, meaning in unbounded.TRUE.items():
        (found,) = unbounded.attempts(meaning)
        assert not check(found).refuted, name
    lies = [data for meaning in unbounded.FALSE.values() for data in unbounded.attempts(meaning)]
    for meaning, tree, true in unbounded.TAYLOR:
        data = unbounded.certificate(meaning, [tree])
        if true:
            assert not check(data).refuted, tree
        else:
            lies.append(data)
    for wrong, found in ((Rejected, lies), (Malformed, unbounded.malformed())):
        for data in found:
            try:
                check(data)
            except wrong:
                continue
            raise AssertionError(f"accepted: {data['statement']['claim']} by {data['proof']}")


DETECTORS = (
    forms_are_refused, steps_are_tight, maps_are_accepted, operations_are_best, truths_are_accepted,
    lies_are_rejected, integrals_are_told, half_lines_are_told, derivatives_contain,
    identities_are_found, operations_contain, series_contain, expressions_contain,
)  # fmt: skip


def main() -> None:
    """Run them all, for their times."""
    import time

    for detector in DETECTORS:
        start = time.perf_counter()
        detector()
        print(f"{detector.__name__:24} {time.perf_counter() - start:.2f} s")
    print(json.dumps({"certificates": len(BASE), "lies": len(list(every()))}))


if __name__ == "__main__":
    main()
