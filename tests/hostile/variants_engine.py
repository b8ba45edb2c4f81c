"""The mutants of the expression engine: (text, wrong text[, which occurrence])."""

from tests.hostile.variants_check import Variant

OPERATIONS: tuple[Variant, ...] = (
    ('ratio = g.node("mul", x, g.power(s, -1))', "ratio = g.mul(x, g.power(s, -1))"),
    ('s = g.node("sqrt", g.mul(g.rational(2), y))', 's = g.node("sqrt", y)'),
    ("g.mul(g.rational(-1), g.power(ratio, 2))", "g.power(ratio, 2)"),
    ("g.mul(g.rational(k * HALF), s)", "g.mul(g.rational(k), s)"),
    ("return g.mul(g.rational(2), bell,", "return g.mul(bell,"),
    ('return g.node("erfc", ratio)', 'return g.node("erfcx", ratio)'),
    ('return g.mul(bell, g.node("erfcx"', 'return g.mul(g.node("erfcx"'),
    ("g.mul(g.rational(HALF), g.power(f, -1))", "g.power(f, -1)"),
    (
        '"log": Operation("x", (lambda g, f, u: g.power(u, -1),)',
        '"log": Operation("x", (lambda g, f, u: g.power(u, -2),)',
    ),
    (
        "(lambda g, f, u: _gauss(g, u),)",
        '(lambda g, f, u: g.node("exp", g.mul(g.rational(-1), g.power(u, 2))),)',
    ),
    ("g.mul(g.rational(-1), _gauss(g, u))", "_gauss(g, u)"),
    ("g.sub(g.mul(g.rational(2), u, f), _two_over_root_pi(g))", "g.mul(g.rational(2), u, f)"),
    ("g.sub(g.mul(g.rational(2), u, f), _two", "g.sub(g.mul(u, f), _two"),
    (
        'return g.mul(g.rational(2), g.power(g.node("sqrt", g.node("pi")), -1))',
        'return g.power(g.node("sqrt", g.node("pi")), -1)',
    ),
    ('g.node("exp", g.mul(g.rational(-1), g.power(u, 2)))', 'g.node("exp", g.power(u, 2))'),
    (
        'g.node("P", x, y), g.mul(g.rational(HALF), g.power(y, -1))',
        'g.node("P", x, y), g.power(y, -1)',
    ),
    (
        "over_2y = g.mul(g.rational(HALF), g.power(y, -1))\n    return",
        "over_2y = g.power(y, -1)\n    return",
    ),
    ("g.mul(g.rational(-1), x, g.power(y, -1), f)", "g.mul(x, g.power(y, -1), f)"),
    ("g.mul(g.sub(g.power(x, 2), y), over_2y", "g.mul(g.power(x, 2), over_2y"),
    ("over_2y, g.power(y, -1), f)", "over_2y, f)"),
    ('g.sub(g.mul(g.rational(k), f), g.node("P", x, y))', "g.mul(g.rational(k), f)"),
    (
        'g.sub(g.mul(g.rational(k), f), g.node("P", x, y))',
        'g.add(g.mul(g.rational(k), f), g.node("P", x, y))',
    ),
    ('g.sub(g.mul(g.rational(k), f), g.node("P", x, y))', 'g.sub(f, g.node("P", x, y))'),
    (
        "g.mul(g.sub(x, g.mul(g.rational(k), y)), over_2y",
        "g.mul(g.add(x, g.mul(g.rational(k), y)), over_2y",
    ),
    ("g.mul(g.sub(x, g.mul(g.rational(k), y)), over_2y", "g.mul(g.sub(x, y), over_2y"),
    ("g.mul(g.rational(k * k * HALF), f)", "g.mul(g.rational(k * k), f)"),
    ("g.mul(g.rational(k * k * HALF), f)", "g.mul(g.rational(k * HALF), f)"),
    ("g.mul(g.rational(k * k * HALF), y)", "g.mul(g.rational(k * k), y)"),
    ("shifted = g.add(x, g.mul(g.rational(k), y))", "shifted = g.add(x, y)"),
    (
        'over_s = g.power(g.node("sqrt", g.mul(g.rational(2), y)), -1)',
        'over_s = g.power(g.node("sqrt", y), -1)',
    ),
    (
        'return g.mul(g.node("exp", drift), g.node("erfc", g.mul(shifted, over_s)))',
        'return g.node("erfc", g.mul(shifted, over_s))',
    ),
    (
        "g.mul(g.power(x, 2), g.rational(-HALF), g.power(y, -1))",
        "g.mul(g.power(x, 2), g.rational(HALF), g.power(y, -1))",
    ),
    (
        'g.node("sqrt", g.mul(g.rational(2), g.power(g.mul(g.node("pi"), y), -1)))',
        'g.node("sqrt", g.power(g.mul(g.node("pi"), y), -1))',
    ),
    ('g.sub(g.rational(1), g.node("erfc", u))', 'g.node("erfc", u)'),
    (
        'g.mul(g.node("exp", g.power(u, 2)), g.node("erfc", u))',
        'g.mul(g.node("exp", u), g.node("erfc", u))',
    ),
    ('first, count = self.signature.find("x") + 1', 'first, count = self.signature.find("x") + 2'),
    ("(lambda g, f, u: g.mul(f, g.power(u, -1)),)", "(lambda g, f, u: f,)"),
    ('g.node("sqrt", g.power(u, 2))', "u"),
)

PROGRAM: tuple[Variant, ...] = (
    ("return i if (op, *args) == node else graph.node(op, *args)", "return i"),
    (
        "return lambda v: reduce(fold, [v[j] for j in args])",
        "return lambda v: reduce(fold, [v[j] for j in args[:2]])",
    ),
    (
        "return lambda v: kernel.power(v[args[0]], args[1])",
        "return lambda v: kernel.power(v[args[0]], abs(args[1]))",
    ),
    ("fold = getattr(kernel, op)", "fold = kernel.add"),
    (
        'self._values = {variable("variable", name): interval for name, interval in box.items()}',
        "self._values = dict(enumerate(box.values()))",
    ),
)

CALCULUS: tuple[Variant, ...] = (
    (
        "g.mul(g.rational(args[1]), g.power(args[0], args[1] - 1), d(args[0]))",
        "g.mul(g.power(args[0], args[1] - 1), d(args[0]))",
    ),
    ("g.power(args[0], args[1] - 1)", "g.power(args[0], args[1])"),
    ("*args[:n], *args[n + 1 :]", "*args[n + 1 :]"),
    ("*map(d, rest)", ""),
    ("rest = {times(monomial, ((i, -1),)): q * n}", "rest = {times(monomial, ((i, -1),)): q}"),
    ("(i, e * n) for i, e in monomial", "(i, -e * n) for i, e in monomial"),
    ("inverse = tuple((i, -n) for i, n in content)", "inverse = ()"),
    ("g.mul(rule(g, i, *args), d(j))", "rule(g, i, *args)"),
    ("for rule, j in pairs))", "for rule, j in [*pairs][:1]))"),
    ("children(self.graph.nodes[i]), strict=True):", "children(self.graph.nodes[i])[:1]):"),
    ("total = add(total, multiply(partial, derived))", "total = add(total, partial)"),
    ("total = add(total, multiply(partial, derived))", "total = multiply(partial, derived)"),
    ("total = add(total, multiply(rest, partial))", "total = add(total, partial)"),
    ("            return {(): Fraction(1)}", "            return {(): Fraction(2)}"),
    (
        "return OPERATIONS[self.graph.nodes[i][0]].linear and bool(self.graph.free(i))",
        "return False",
    ),
)

ALGEBRA: tuple[Variant, ...] = (
    ("if not all(map(_natural, powers)) or", "if"),
    ("or not all(_polynomial(inside(k), z) for k in atoms)", ""),
    (
        "for end, sign in zip(ends, (-1, 1), strict=True)",
        "for end, sign in zip(ends, (1, -1), strict=True)",
    ),
    ("plus(lower, negative(upper))", "plus(upper, negative(lower))"),
    (
        "            if tends(drift, z, sign) > 0:\n                raise Unknown\n",
        "            pass\n",
    ),
    ("elif all(direction < 0 for direction, _ in tails):", "else:"),
    ("            if power:\n                raise Unknown\n", ""),
    ("kept: q * 2 ** sum(e for _, e in tails)", "kept: q"),
    ("* (sign if degree % 2 else 1)", "* sign"),
    ("return (1 if q > 0 else -1) * (", "return ("),
    ("any(key != z and key[0] not in POSITIVE for key, _ in monomial)", "False"),
    ("if more or degree <= 0 or", "if degree <= 0 or"),
    ("{m: c * e for m, c in inner.items()}", "dict(inner)"),
    ('POSITIVE = {"positive",', 'POSITIVE = {"log", "positive",'),
    ('POSITIVE = {"positive",', 'POSITIVE = {"constant", "positive",'),
    ('POSITIVE = {"positive",', 'POSITIVE = {"variable", "positive",'),
    ('POSITIVE = {"positive",', 'POSITIVE = {"poly", "positive",'),
    (
        "return plus(number(2), negative(erfc((scaled(p, -1), ONE))))",
        "return erfc((scaled(p, -1), ONE))",
    ),
    ("return plus(number(2), negative(erfc", "return plus(number(1), negative(erfc"),
    ("if not p:\n        return ONE, ONE", "if not p:\n        return {}, ONE"),
    ('(_sized("exp", m), q) for m, q', '(_sized("exp", m), abs(q)) for m, q'),
    ("exponents.get(key, Fraction(0)) + e", "max(exponents.get(key, Fraction(0)), e)"),
    ("(a, n / 2) for a, n in monomial", "(a, n) for a, n in monomial"),
    ("multiply(halves, {_surd(q): Fraction(1)})", "halves"),
    ("(q.denominator, -HALF)", "(q.denominator, HALF)"),
    ("part = e % 1 if", "part = 0 if"),
    (
        "return {m: q for m, q in total.items() if q}",
        "return {m: q for m, q in total.items() if q > 0}",
    ),
    ("if not _Forms", "if not False and _Forms"),
    (
        "inverse = {tuple((a, -n) for a, n in monomial): 1 / q}",
        "inverse = {tuple((a, -n) for a, n in monomial): q}",
    ),
    ("return power((a[1], a[0]), -n) if n < -1 else clear(a[1], a[0])", "return a"),
    ('({}, ONE) if u == (ONE, ONE) else atom("log"', '({}, ONE) if len(u[0]) == 1 else atom("log"'),
    ("return atom(kind, op, *args[:first], *map(", "return atom(kind, op, *map("),
    ("*map(sorted_terms, args[first:]))", "*map(sorted_terms, args[first + 1 :]))"),
    ('kind = "positive value" if operation.positive else "value"', 'kind = "positive value"'),
    ("return plus(a, negative(b))", "return plus(negative(a), b)"),
)

SIGNS: tuple[Variant, ...] = (
    ("_sign(known[node], ranges) > 0 and all(", "_sign(known[node], ranges) >= 0 and all("),
    ("        return _sign(known[node], ranges) > 0 and all(", "        return all("),
    (
        "_is_defined(graph.nodes[i], known, ranges) for i in known\n        )",
        "True for i in known)",
    ),
    ("return n > 0 or _sign(known[base], ranges) != 0", "return True"),
    ("return _sign(known[inner], ranges) > 0", "return True"),
    ("inverse = tuple((key, -e) for key, e in factors.pop())", "inverse = ()"),
    ("if lower is not None and (lower > 0 or (lower == 0 and upper != 0))", ""),
    ("(lower > 0 or (lower == 0 and upper != 0))", "lower >= 0"),
    (
        "return all(sign(_spread(p, ranges)) > 0 for p in known[inner])",
        "return _sign(known[inner], ranges) > 0",
    ),
    ("sign(_spread(u[0], ranges)) * sign", "sign(_spread(u[0], ranges)) ** 2 * sign"),
    ("if 1 in least and -1 not in least:", "if 1 in least:"),
    ("if 1 in least and -1 not in least:", "if -1 not in least:"),
    ("max(0, sign(dict(key[1])))", "1"),
    ("-1 if e % 2 else 0", "0"),
    ("-1 if e % 2 else 0", "-1 if e % 2 else 1"),
    ("{1: of_a, -1: of_b, 0: 0}", "{1: of_b, -1: of_a, 0: 0}"),
    ("{1: of_a, -1: of_b, 0: 0}", "{1: of_a, -1: of_b, 0: of_a}"),
    ("if of_a == of_b:\n        return of_a", "if of_a:\n        return of_a"),
    ("((0, None), (None, None))", "((0, None), (None, None), (None, 0))"),
    ("{q: Fraction(-1), (): Fraction(upper or 0)}", "{q: Fraction(-1)}"),
    (
        "p = _inserted(p, z, {q: Fraction(1), (): lower}, ONE)",
        "p = _inserted(p, z, {q: Fraction(1)}, ONE)",
    ),
    (
        "{q: upper, (): lower}, {q: Fraction(1), (): Fraction(1)}",
        "{q: upper, (): lower}, {q: Fraction(1)}",
    ),
    ("[line] * int(e - lowest)", "[line] * int(highest - e)"),
    ("if scale != ONE or any(", "if any("),
    ('if lowest < 0 and z[0] != "positive":', "if False:"),
    (
        "scaled(laurent(square), -1) if tends(inner, z, 1) > 0 else {}",
        "scaled(laurent(square), -1)",
    ),
    ("bool(drift) and tends(drift, z, 1) < 0", "bool(drift)"),
    ("m: c * e for m, c in inner", "m: c for m, c in inner"),
)
