"""Exact normal forms: a sound test that an expression is identically zero.

A node becomes a quotient of two polynomials with rational coefficients and rational exponents in
atoms: positive variables, π, square roots of primes, exp(monomial), erfc(polynomial), square roots
and logarithms of polynomials. The rewriting rules, those in `operations` and these, are identities
wherever both sides are defined:

    exp(Σ q m) = Π exp(m)^q     erfc(−u) = 2 − erfc u     √u √u = u     √(uv) = √u √v for u, v > 0

If the numerator cancels, the expression is zero; if it does not, nothing is known.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from fixedpoint.trusted.budget import spend
from fixedpoint.trusted.graph import Graph, children, reachable
from fixedpoint.trusted.operations import NODES, OPERATIONS, changed

Atom = tuple[Any, ...]
Monomial = tuple[tuple[Atom, Fraction], ...]
Poly = dict[Monomial, Fraction]
Element = tuple[Poly, Poly]
"""Numerator and denominator."""

ONE: Poly = {(): Fraction(1)}
HALF = Fraction(1, 2)
MAX_TERMS, MAX_FACTOR, MAX_ATOM, MAX_COEFFICIENT = 4000, 10**4, 2000, 2**14
"""Of a product of polynomials, a prime looked for, the size of an atom, bits of a coefficient."""

NESTED = {"exp", "erfc", "log", "poly", "value", "positive value"}
"""Kinds of atoms that contain polynomials; their size stands last in their keys."""

POSITIVE = {"positive", "pi", "prime", "exp", "erfc", "positive value"}
"""Kinds of atoms that are > 0 wherever they are defined; a logarithm or a constant need not be."""


class Unknown(Exception):
    """The expression has no normal form here, or one beyond the limits."""


def is_zero(
    graph: Graph, node: int, point: Mapping[str, Fraction], positive: frozenset[str] = frozenset()
) -> bool:
    """Whether the node is proved to vanish wherever it is defined; False decides nothing.

    `point` gives variables values; those in `positive` are > 0, all others real.
    """
    order = reachable(graph, [node])
    uses = Counter(j for i in order for j in children(graph.nodes[i]))
    constants = {i for i, n in uses.items() if n > 1 and not graph.free(i)}
    constants = {i for i in constants if graph.value(i) is None}
    # Shared constants and functions of numbers stand for themselves first: few need more.
    for opaque in (constants, None):
        try:
            if not _Forms(graph, point, positive, opaque).of(node, order)[0]:
                return True
        except Unknown:
            continue
    return False


Ends = tuple[Fraction | None, Fraction | None]
"""Of an interval; None is infinite."""


def is_integral(
    graph: Graph, value: int, primitive: int, name: str, ends: Ends, positive: frozenset[str]
) -> bool:
    """Whether node `value` is proved to be what node `primitive` grows by between the ends.

    The normal form of the primitive has to be smooth in the variable `name` on the whole line: then
    it is continuous at finite ends, and at infinite ones the limit of each of its terms is taken.
    """

    def form(root: int, point: Mapping[str, Fraction]) -> Element:
        return _Forms(graph, point, positive, None).of(root, reachable(graph, [root]))

    try:
        whole = laurent(form(primitive, {}))
        z: Atom = ("variable", name)
        atoms = {key for monomial in whole for key, _ in monomial if key != z and occurs(key, z)}
        powers = (e for monomial in whole for key, e in monomial if key == z)
        if not all(map(_natural, powers)) or not all(_polynomial(inside(k), z) for k in atoms):
            return False
        lower, upper = (
            (limit(whole, z, sign), ONE) if end is None else form(primitive, {name: end})
            for end, sign in zip(ends, (-1, 1), strict=True)
        )
        return not plus(form(value, {}), plus(lower, negative(upper)))[0]
    except Unknown:
        return False


def forms(graph: Graph, nodes: tuple[int, ...], positive: frozenset[str]) -> dict[int, Element]:
    """The normal forms of the nodes and of all that they are built from; raises Unknown."""
    return _Forms(graph, {}, positive, None).all(reachable(graph, nodes))


@dataclass(frozen=True)
class _Forms:
    """The rewriting of one graph; constants in `opaque` are atoms, all are expanded if None."""

    graph: Graph
    point: Mapping[str, Fraction]
    positive: frozenset[str]
    opaque: set[int] | None

    def of(self, node: int, order: list[int]) -> Element:
        return self.all(order)[node]

    def all(self, order: list[int]) -> dict[int, Element]:
        forms: dict[int, Element] = {}
        for i in order:
            known = self.opaque is not None and i in self.opaque
            forms[i] = atom("constant", i) if known else self.element(self.graph.nodes[i], forms)
        return forms

    def element(self, node: tuple[Any, ...], forms: Mapping[int, Element]) -> Element:
        op, *args = node
        match op:
            case "rational":
                return number(args[0])
            case "variable":
                if args[0] in self.point:
                    return number(self.point[args[0]])
                return atom("positive" if args[0] in self.positive else "variable", args[0])
        return self.node(*changed(node, forms.__getitem__))

    # The builder that the rules of `operations` are written for.

    def node(self, op: str, *args: Any) -> Element:
        """An operation on elements."""
        if op in FORMS:
            return FORMS[op](*args)
        operation, first = OPERATIONS[op], NODES[op].start - 1
        form: Element | None = operation.rewritten(self, *args) if operation.rewritten else None
        if form is not None and (
            self.opaque is None or is_number(form) or not all(map(is_number, args[first:]))
        ):
            return form
        kind = "positive value" if operation.positive else "value"
        return atom(kind, op, *args[:first], *map(sorted_terms, args[first:]))

    def rational(self, q: int | Fraction) -> Element:
        return number(q)

    def add(self, *args: Element) -> Element:
        return self.node("add", *args)

    def sub(self, a: Element, b: Element) -> Element:
        return plus(a, negative(b))

    def mul(self, *args: Element) -> Element:
        return self.node("mul", *args)

    def power(self, a: Element, n: int) -> Element:
        return power(a, n)


# -- functions of one element ----------------------------------------------------------------------


def exp(u: Element) -> Element:
    """exp(Σ q m) = Π exp(m)^q."""
    factors = tuple(sorted((_sized("exp", m), q) for m, q in laurent(u).items()))
    return {factors: Fraction(1)}, ONE


def erfc(u: Element) -> Element:
    """erfc of a polynomial, with erfc(−u) = 2 − erfc(u) making the leading sign positive."""
    p = laurent(u)
    if not p:
        return ONE, ONE
    if p[min(p)] < 0:
        return plus(number(2), negative(erfc((scaled(p, -1), ONE))))
    return atom("erfc", sorted_terms(u))


def log(u: Element) -> Element:
    """log of a polynomial."""
    return ({}, ONE) if u == (ONE, ONE) else atom("log", sorted_terms(u))


def root(u: Element) -> Element:
    """√u: factor by factor where every factor is positive, else a new atom."""
    numerator, denominator = u
    if not numerator:
        return u
    return times(_root(numerator), power(_root(denominator), -1))


def _root(p: Poly) -> Element:
    if len(p) == 1:
        ((monomial, q),) = p.items()
        if q > 0 and all(a[0] in POSITIVE for a, _ in monomial):
            halves = {tuple((a, n / 2) for a, n in monomial): Fraction(1)}
            return normal(multiply(halves, {_surd(q): Fraction(1)}))
    shared = {a: n for a, n in common(p) if a[0] in POSITIVE}
    if shared:
        outer = {tuple(shared.items()): Fraction(1)}
        inner = multiply(p, {tuple((a, -n) for a, n in shared.items()): Fraction(1)})
        return times(_root(outer), _root(inner))
    return atom("poly", tuple(sorted(p.items())), exponent=HALF)


def common(p: Poly) -> Monomial:
    """The largest monomial that divides every term."""
    terms = [dict(m) for m in p]
    exponents = {a: min(m.get(a, Fraction(0)) for m in terms) for m in terms for a in m}
    return tuple(sorted((a, e) for a, e in exponents.items() if e))


def _surd(q: Fraction) -> Monomial:
    """√q as a product of square roots of primes."""
    exponents: dict[Atom, Fraction] = {}
    for n, sign in ((q.numerator, HALF), (q.denominator, -HALF)):
        p = 2
        while n > 1:
            if p * p > n or p > MAX_FACTOR:  # what is left counts as one factor
                p = n
            spend(1)
            while n % p == 0:
                exponents[("prime", p)] = exponents.get(("prime", p), Fraction(0)) + sign
                n //= p
            p += 1
    return tuple(sorted(exponents.items()))


# -- arithmetic -----------------------------------------------------------------------------------


def number(q: int | Fraction) -> Element:
    """A rational."""
    return constant(Fraction(q)), ONE


def constant(q: Fraction) -> Poly:
    """A rational as a polynomial."""
    return {(): q} if q else {}


def atom(*key: Any, exponent: Fraction = Fraction(1)) -> Element:
    """A single atom."""
    sized = _sized(*key) if key[0] in NESTED else key
    return {((sized, exponent),): Fraction(1)}, ONE


def _sized(*key: Any) -> Atom:
    """The key of a nested atom with its size; Unknown if too large: sizes grow exponentially."""
    stack, size = list(key), 0
    while stack:
        part = stack.pop()
        size += 1
        if isinstance(part, tuple):
            stack.extend(part)
        if size > MAX_ATOM:
            raise Unknown
    spend(size)
    return (*key, size)


def bulk(monomial: Monomial) -> int:
    """What it takes to compare or to hash a monomial."""
    return sum(key[-1] if key[0] in NESTED else 1 for key, _ in monomial)


def negative(a: Element) -> Element:
    return scaled(a[0], -1), a[1]


def scaled(p: Poly, q: int) -> Poly:
    return {m: c * q for m, c in p.items()}


def plus(a: Element, b: Element) -> Element:
    """a + b: over the common denominator, or over the product of both."""
    if a[1] == b[1]:
        return sum_of(a[0], b[0]), a[1]
    # Products may come back over denominators of their own, as √u √u = u is applied in them: the
    # two numerators are added only if those agree.
    left, right = times((a[0], ONE), (b[1], ONE)), times((b[0], ONE), (a[1], ONE))
    bottom = times((a[1], ONE), (b[1], ONE))
    top = plus(left, right) if left[1] == right[1] else None
    if top is None:
        raise Unknown
    return times(top, power(bottom, -1))


def times(a: Element, b: Element) -> Element:
    """a b; should top and bottom come back as quotients, (t₀/t₁)/(b₀/b₁) = t₀b₁/(b₀t₁)."""
    top, bottom = normal(multiply(a[0], b[0])), normal(multiply(a[1], b[1]))
    if top[1] == bottom[1]:
        return clear(top[0], bottom[0])
    return clear(multiply(top[0], bottom[1]), multiply(bottom[0], top[1]))


def power(a: Element, n: int) -> Element:
    """a^n; Unknown for a negative power of what may be zero, as its numerator cancels."""
    if n < 0:
        if not a[0]:
            raise Unknown
        return power((a[1], a[0]), -n) if n < -1 else clear(a[1], a[0])
    total: Element = (ONE, ONE)
    for _ in range(n):
        total = times(total, a)
    return total


def clear(top: Poly, bottom: Poly) -> Element:
    """A quotient whose denominator is 1 whenever it is a single monomial."""
    if len(bottom) != 1:
        return top, bottom
    ((monomial, q),) = bottom.items()
    inverse = {tuple((a, -n) for a, n in monomial): 1 / q}
    return normal(multiply(top, inverse))


def sum_of(a: Poly, b: Poly) -> Poly:
    spend(3 * len(a) + 6 * len(b))
    total = dict(a)
    for m, q in b.items():
        total[m] = total.get(m, Fraction(0)) + q
    return {m: q for m, q in total.items() if q}


def multiply(a: Poly, b: Poly) -> Poly:
    if len(a) * len(b) > MAX_TERMS:
        raise Unknown
    spend(8 * len(a) * len(b))
    weights = [bulk(n) for n in b]
    total: Poly = {}
    for m, p in a.items():
        weight = bulk(m)
        for (n, q), other in zip(b.items(), weights, strict=True):
            spend(3 * (weight + other))
            exponents = dict(m)
            for key, e in n:
                exponents[key] = exponents.get(key, Fraction(0)) + e
            product = tuple(sorted((k, e) for k, e in exponents.items() if e))
            total[product] = total.get(product, Fraction(0)) + p * q
    if any(
        q.numerator.bit_length() + q.denominator.bit_length() > MAX_COEFFICIENT
        for q in total.values()
    ):
        raise Unknown
    return {m: q for m, q in total.items() if q}


def normal(p: Poly) -> Element:
    """The polynomial with √u √u = u applied: roots keep exponent 1/2, the rest is expanded."""
    total: Element = ({}, ONE)
    for monomial, q in p.items():
        keep: list[tuple[Atom, Fraction]] = []
        whole: Element = (constant(q), ONE)
        for key, e in monomial:
            part = e % 1 if key[0] in ("prime", "poly") else e
            if part:
                keep.append((key, part))
            if part != e:
                base = constant(Fraction(key[1])) if key[0] == "prime" else dict(key[1])
                whole = times(whole, power((base, ONE), int(e - part)))
        term = multiply(whole[0], {tuple(keep): Fraction(1)}), whole[1]
        total = (sum_of(total[0], term[0]), total[1]) if total[1] == term[1] else plus(total, term)
    return total


def laurent(u: Element) -> Poly:
    """An element whose denominator is a monomial, as one polynomial."""
    if u[1] != ONE:
        raise Unknown
    return u[0]


def sorted_terms(u: Element) -> tuple[Any, ...]:
    """The same as part of a key."""
    return tuple(sorted(laurent(u).items()))


def is_number(u: Element) -> bool:
    """Whether an element is a rational."""
    return u[1] == ONE and set(u[0]) <= {()}


# -- limits of terms z^n exp(…) erfc(…) ------------------------------------------------------------


def occurs(key: Any, z: Atom) -> bool:
    return key == z or (isinstance(key, tuple) and any(occurs(part, z) for part in key))


def _natural(e: Fraction) -> bool:
    return e >= 0 and e.denominator == 1


def _polynomial(p: Poly, z: Atom) -> bool:
    """Whether the variable z occurs in natural powers only."""
    found = [(key, e) for monomial in p for key, e in monomial if occurs(key, z)]
    return all(key == z and _natural(e) for key, e in found)


def inside(key: Atom) -> Poly:
    """What stands in an exponential or an erfc; Unknown for another atom."""
    if key[0] not in ("exp", "erfc"):
        raise Unknown
    return {key[1]: Fraction(1)} if key[0] == "exp" else dict(key[1])


def limit(p: Poly, z: Atom, sign: int) -> Poly:
    """The limit for z → ∞, or −∞ for sign −1; Unknown where these rules do not give it.

    A term z^n exp(u) erfc(v)… tends to 0 if u, all exponents together, tends to −∞, or if u is free
    of z and one v tends to ∞: both decay faster than any power grows. If u is free of z and every v
    tends to −∞, each erfc(v) tends to 2, and what is left must be free of z.
    """
    total: Poly = {}
    for monomial, q in p.items():
        drift: Poly = {}
        tails, power = [], Fraction(0)
        for key, e in monomial:
            if key == z:
                power = e
            elif occurs(key, z):
                inner = inside(key)
                if key[0] == "exp":
                    drift = sum_of(drift, {m: c * e for m, c in inner.items()})
                elif _natural(e):
                    tails.append((tends(inner, z, sign), int(e)))
                else:
                    raise Unknown
        if drift:
            if tends(drift, z, sign) > 0:
                raise Unknown
        elif all(direction < 0 for direction, _ in tails):
            if power:
                raise Unknown
            kept = tuple(pair for pair in monomial if not occurs(pair[0], z))
            total = sum_of(total, {kept: q * 2 ** sum(e for _, e in tails)})
    return total


def tends(p: Poly, z: Atom, sign: int) -> int:
    """Whether a polynomial in z tends to ∞ (1) or to −∞ (−1), as its leading term does."""
    degree = max(dict(monomial).get(z, Fraction(0)) for monomial in p)
    (monomial, q), *more = [(m, q) for m, q in p.items() if dict(m).get(z, 0) == degree]
    unlike = any(key != z and key[0] not in POSITIVE for key, _ in monomial)
    nested = any(key != z and occurs(key, z) for m in p for key, _ in m)
    if more or degree <= 0 or unlike or nested:
        raise Unknown
    return (1 if q > 0 else -1) * (sign if degree % 2 else 1)


FORMS: dict[str, Callable[..., Element]] = {
    "pi": lambda: atom("pi"),
    "add": lambda *args: reduce(plus, args),
    "mul": lambda *args: reduce(times, args),
    "pow": power,
    "sqrt": root,
    "exp": exp,
    "erfc": erfc,
    "log": log,
}
"""The operations that have rules here."""
