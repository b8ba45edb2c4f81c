"""Signs and limits on unbounded domains, from normal forms: what no box reaches.

A quotient of polynomials in atoms that are > 0 has a sign if all coefficients of each have one. A
variable's range becomes q > 0 first, by x = l + q, x = u − q or x = (l + u q)/(1 + q): that is
Bernstein's form. A root is eliminated by squares: a + b √q has the sign that a and b share; if they
differ, it has that of a where a² > b² q, and that of b where a² < b² q.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from typing import Any

from fixedpoint.trusted.algebra import (
    HALF,
    ONE,
    POSITIVE,
    Atom,
    Element,
    Monomial,
    Poly,
    Unknown,
    atom,
    bulk,
    forms,
    inside,
    laurent,
    multiply,
    negative,
    occurs,
    plus,
    scaled,
    sum_of,
    tends,
    times,
)
from fixedpoint.trusted.budget import spend
from fixedpoint.trusted.directed import Directed, Interval
from fixedpoint.trusted.graph import Graph, Node
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.program import function_cost

Ranges = Mapping[str, tuple[Fraction | None, Fraction | None]]
"""Of variables; None is infinite. A sign is one everywhere in the interior."""

BITS, MAX_DEGREE = 128, 100
TOTAL = {"rational", "variable", "pi", "add", "mul", "abs", "exp", "erf", "erfc", "erfcx"}
"""Operations that are defined wherever their arguments are."""


def is_positive(graph: Graph, node: int, ranges: Ranges, domain: tuple[int, ...] = ()) -> bool:
    """Whether the node is proved to be > 0, and the domain to be defined, in the interior."""
    try:
        known = forms(graph, (node, *domain), _positive(ranges))
        return _sign(known[node], ranges) > 0 and all(
            _is_defined(graph.nodes[i], known, ranges) for i in known
        )
    except (Unknown, Undefined):
        return False


def vanishes(graph: Graph, node: int, name: str, ranges: Ranges) -> bool:
    """Whether the node is proved to tend to 0 faster than any power as a variable tends to ∞.

    Cleared of a common factor, the denominator is algebraic in it and, as the node is defined, has
    no zero: so it is no less than some power (Puiseux). Every term of the numerator then decays.
    """
    z: Atom = ("positive", name)
    try:
        known = forms(graph, (node,), _positive(ranges))
        if not all(_is_defined(graph.nodes[i], known, ranges) for i in known):
            return False
        top, bottom = known[node]
        factors = {tuple(p for p in m if not _is_algebraic(p[0], z)) for m in bottom}
        if len(factors) != 1:
            return False
        inverse = tuple((key, -e) for key, e in factors.pop())
        return all(_decays(m, z) for m in multiply(top, {inverse: Fraction(1)}))
    except (Unknown, Undefined):
        return False


def _positive(ranges: Ranges) -> frozenset[str]:
    """The variables that are > 0 in the interior; one whose range is a point has its value."""
    return frozenset(
        n
        for n, (lower, upper) in ranges.items()
        if lower is not None and (lower > 0 or (lower == 0 and upper != 0))
    )


def _is_defined(node: Node, known: Mapping[int, Element], ranges: Ranges) -> bool:
    """Whether a node is proved to be defined in the interior, as its arguments are."""
    match node:
        case ("pow", base, n):
            return n > 0 or _sign(known[base], ranges) != 0
        case ("log", inner):
            return _sign(known[inner], ranges) > 0
        case ("sqrt", inner) | ("T", _, _, inner) | ("P", _, inner):
            # Of a quotient the roots of both parts are atoms: neither may be of a negative number.
            return all(sign(_spread(p, ranges)) > 0 for p in known[inner])
    return node[0] in TOTAL


def _sign(u: Element, ranges: Ranges) -> int:
    """1 or −1 for what is proved to have that sign in the interior, else 0."""
    return sign(_spread(u[0], ranges)) * sign(_spread(u[1], ranges))


def sign(p: Poly) -> int:
    """1 or −1 for a polynomial that is proved to have that sign for all values of its atoms."""
    parts: dict[Monomial, Poly] = {}
    for monomial, q in p.items():
        spend(20 * len(monomial) + bulk(monomial))
        openly = tuple(pair for pair in monomial if _is_open(pair[0]))
        closed = tuple(pair for pair in monomial if not _is_open(pair[0]))
        parts.setdefault(openly, {})[closed] = q
    least = list(map(_least, parts))
    if 1 in least and -1 not in least:
        signs = set(map(_closed_sign, parts.values()))
        if len(signs) == 1 and 0 not in signs:
            return signs.pop()
    return _without_root(p)


def _least(monomial: Monomial) -> int:
    """1 for what is > 0 for all values of its atoms, 0 for what is ≥ 0, −1 for the rest."""
    least = 1
    for key, e in monomial:
        if key[0] == "poly":
            least = min(least, max(0, sign(dict(key[1]))))
        elif key[0] not in POSITIVE:
            least = min(least, -1 if e % 2 else 0)
    return least


def _without_root(p: Poly) -> int:
    """The sign of a + b √q by those of a, b and a² − b² q."""
    roots = [key for monomial in p for key, e in monomial if key[0] == "poly" and e == HALF]
    if not roots:
        return 0
    pair = (min(roots), HALF)
    b = {tuple(k for k in m if k != pair): q for m, q in p.items() if pair in m}
    a = {m: q for m, q in p.items() if pair not in m}
    of_a, of_b = sign(a), sign(b)
    if of_a == of_b:
        return of_a
    a2, b2 = times((a, ONE), (a, ONE)), times((b, ONE), (b, ONE))
    difference = plus(a2, negative(times(b2, (dict(pair[0][1]), ONE))))
    return {1: of_a, -1: of_b, 0: 0}[sign(laurent(difference))]


def _spread(p: Poly, ranges: Ranges) -> Poly:
    """A polynomial of the sign of p whose variables range over all q > 0 instead of intervals.

    An exponential or an erfc stays as it is: it is > 0.
    """
    for name, (lower, upper) in ranges.items():
        z: Atom = ("positive" if name in _positive(ranges) else "variable", name)
        if (lower, upper) in ((0, None), (None, None)) or not any(_enters(z, m) for m in p):
            continue
        q: Monomial = ((("positive", f"of {name}"), Fraction(1)),)
        if lower is None:
            p = _inserted(p, z, {q: Fraction(-1), (): Fraction(upper or 0)}, ONE)
        elif upper is None:
            p = _inserted(p, z, {q: Fraction(1), (): lower}, ONE)
        else:
            p = _inserted(p, z, {q: upper, (): lower}, {q: Fraction(1), (): Fraction(1)})
    return p


def _enters(z: Atom, monomial: Monomial) -> bool:
    """Whether z is a factor, or stands under a root."""
    spend(bulk(monomial))
    return any(key == z or (key[0] == "poly" and occurs(key, z)) for key, _ in monomial)


def _inserted(p: Poly, z: Atom, line: Poly, scale: Poly) -> Poly:
    """p with z = line/scale > 0 inserted, times powers of z and of the scale; a root's is ONE."""
    line = {m: q for m, q in line.items() if q}
    powers: list[Fraction] = [dict(m).get(z, Fraction(0)) for m in p]
    lowest, highest = min(Fraction(0), *powers), max(powers)
    if any(e.denominator > 1 for e in powers) or highest - lowest > MAX_DEGREE:
        raise Unknown
    if lowest < 0 and z[0] != "positive":
        raise Unknown
    total: Poly = {}
    for (monomial, q), e in zip(p.items(), powers, strict=True):
        factors = [line] * int(e - lowest) + [scale] * int(highest - e)
        for key, n in monomial:
            if key[0] == "poly" and occurs(key, z):
                base = dict(key[1])
                if scale != ONE or any(dict(m).get(z, 0) < 0 for m in base):
                    raise Unknown
                inner = _inserted(base, z, line, ONE)
                factors.append(atom("poly", tuple(sorted(inner.items())), exponent=n)[0])
            elif key != z:
                factors.append({((key, n),): Fraction(1)})
        total = sum_of(total, reduce(multiply, factors, {(): q}))
    return laurent(times((total, ONE), (ONE, ONE)))


def _is_open(key: Any) -> bool:
    """Whether an atom depends on a variable."""
    if not isinstance(key, tuple):
        return False
    return key[:1] in (("positive",), ("variable",)) or any(map(_is_open, key))


def _closed_sign(p: Poly) -> int:
    kernel = Directed(BITS)
    return kernel.sign(_value(p, kernel))


def _value(p: Poly, kernel: Directed) -> Interval:
    """An enclosure of a polynomial in closed atoms; raises Unknown for other ones."""
    total = kernel.enclose(Fraction(0))
    for monomial, q in p.items():
        term = kernel.enclose(q)
        for key, e in monomial:
            spend(function_cost(BITS))
            term = kernel.mul(term, _power(key, e, kernel))
        total = kernel.add(total, term)
    return total


def _power(key: Atom, e: Fraction, kernel: Directed) -> Interval:
    match key[0]:
        case "pi":
            base = kernel.pi()
        case "prime":
            base = kernel.enclose(Fraction(key[1]))
        case "exp":
            return kernel.exp(_value({key[1]: e}, kernel))
        case "erfc":
            base = kernel.erfc(_value(dict(key[1]), kernel))
        case "poly":
            base = _value(dict(key[1]), kernel)
        case _:
            raise Unknown
    if e.denominator == 1:
        return kernel.power(base, int(e))
    if e.denominator > 2:
        raise Unknown
    return kernel.power(kernel.sqrt(base), int(2 * e))


def _is_algebraic(key: Atom, z: Atom) -> bool:
    """Whether an atom is an algebraic function of z."""
    if key == z or not occurs(key, z):
        return True
    return key[0] == "poly" and all(_is_algebraic(k, z) for m, _ in key[1] for k, _ in m)


def _decays(monomial: Monomial, z: Atom) -> bool:
    """Whether z^n … exp(u) erfc(v) … decays faster than any power: as all exponents tend to −∞.

    With v → ∞, erfc(v) is exp(−v²) but for an algebraic factor; with v → −∞ it tends to 2.
    """
    drift: Poly = {}
    for key, e in monomial:
        if _is_algebraic(key, z):
            continue
        inner = inside(key)
        if key[0] == "erfc":
            square = times((inner, ONE), (inner, ONE))
            inner = scaled(laurent(square), -1) if tends(inner, z, 1) > 0 else {}
        drift = sum_of(drift, {m: c * e for m, c in inner.items()})
    return bool(drift) and tends(drift, z, 1) < 0
