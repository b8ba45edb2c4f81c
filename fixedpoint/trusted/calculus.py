"""Derivatives of expression graphs, with the cancellations done exactly.

Sums of monomials that are at most linear in T_k and P stay of that shape under differentiation, by
the rules in `operations`. So they are differentiated as Laurent polynomials over ℚ whose generators
are variables, closed nodes (constants) and values of T_k and P, and terms are collected before
anything is evaluated. Every other node obeys the chain rule.
"""

from fractions import Fraction

from fixedpoint.trusted.budget import spend
from fixedpoint.trusted.graph import Graph, children, short
from fixedpoint.trusted.operations import OPERATIONS

Monomial = tuple[tuple[int, int], ...]
"""Sorted pairs (node, exponent)."""
Polynomial = dict[Monomial, Fraction]

TERM_LIMIT = 2000
"""A polynomial that would grow beyond this many terms is left to the chain rule."""


class Calculus:
    """Derivatives of the nodes of one graph; new nodes are added to that graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._collected: dict[int, Polynomial | None] = {}
        self._derived: dict[tuple[int, str], int] = {}

    def derivative(self, i: int, name: str) -> int:
        """The node ∂(node i)/∂(variable `name`)."""
        if name not in self.graph.free(i):
            return self.graph.rational(0)
        key = (i, name)
        if key not in self._derived:
            polynomial = self.collect(i)
            derived = None if polynomial is None else self._derive(polynomial, name)
            self._derived[key] = self._chain(i, name) if derived is None else self.emit(derived)
        return self._derived[key]

    # -- the chain rule -----------------------------------------------------------------------

    def _chain(self, i: int, name: str) -> int:
        g, (op, *args) = self.graph, self.graph.nodes[i]

        def d(j: int) -> int:
            return self.derivative(j, name)

        match op:
            case "add":  # collectable addends are collected together
                flat = [j for j in args if self.collect(j) is not None]
                rest = [j for j in args if self.collect(j) is None]
                if flat and rest:
                    return g.add(d(g.add(*flat)), *map(d, rest))
                return g.add(*map(d, args))
            case "mul":
                return g.add(*(g.mul(d(j), *args[:n], *args[n + 1 :]) for n, j in enumerate(args)))
            case "pow":
                return g.mul(g.rational(args[1]), g.power(args[0], args[1] - 1), d(args[0]))
        pairs = zip(OPERATIONS[op].partials, children(g.nodes[i]), strict=True)
        return g.add(*(g.mul(rule(g, i, *args), d(j)) for rule, j in pairs))

    # -- polynomials at most linear in Gaussian functions --------------------------------------

    def collect(self, i: int) -> Polynomial | None:
        """Node i as a Laurent polynomial at most linear in T_k and P, or None."""
        if i not in self._collected:
            self._collected[i] = self._collect(i)
        return self._collected[i]

    def _collect(self, i: int) -> Polynomial | None:
        op, *args = self.graph.nodes[i]
        if op == "rational":
            return {(): args[0]} if args[0] else {}
        if op == "variable" or OPERATIONS[op].linear or not self.graph.free(i):
            return {((i, 1),): Fraction(1)}
        parts = [self.collect(j) for j in args] if op in ("add", "mul") else []
        if op == "pow":
            return self._power(self.collect(args[0]), args[1])
        if not parts or any(part is None for part in parts):
            return None
        total: Polynomial | None = {} if op == "add" else {(): Fraction(1)}
        for part in parts:
            if total is not None and part is not None:
                total = add(total, part) if op == "add" else self._times(total, part)
        return total

    def _gaussian(self, monomial: Monomial) -> bool:
        return any(self._is_gaussian(i) for i, _ in monomial)

    def _is_gaussian(self, i: int) -> bool:
        return OPERATIONS[self.graph.nodes[i][0]].linear and bool(self.graph.free(i))

    def _times(self, a: Polynomial, b: Polynomial) -> Polynomial | None:
        if len(a) * len(b) > TERM_LIMIT:
            return None
        if any(map(self._gaussian, a)) and any(map(self._gaussian, b)):
            return None
        return multiply(a, b)

    def _power(self, base: Polynomial | None, n: int) -> Polynomial | None:
        if base is None or any(map(self._gaussian, base)):
            return None
        if n < 0:
            return invert(base, n)
        total: Polynomial | None = {(): Fraction(1)}
        for _ in range(n):
            total = None if total is None else self._times(total, base)
        return total

    def _derive(self, polynomial: Polynomial, name: str) -> Polynomial | None:
        total: Polynomial = {}
        for monomial, q in polynomial.items():
            for i, n in monomial:
                partial = self._generator(i, name)
                if partial is None:
                    return None
                if partial:
                    rest = {times(monomial, ((i, -1),)): q * n}
                    total = add(total, multiply(rest, partial))
        return total

    def _generator(self, i: int, name: str) -> Polynomial | None:
        """∂(generator i)/∂name by the chain rule; None unless all of it can be collected."""
        op, *args = self.graph.nodes[i]
        if name not in self.graph.free(i):
            return {}
        if op == "variable":
            return {(): Fraction(1)}
        total: Polynomial = {}
        for rule, j in zip(OPERATIONS[op].partials, children(self.graph.nodes[i]), strict=True):
            inner, partial = self.collect(j), self.collect(rule(self.graph, i, *args))
            if inner is None or any(map(self._gaussian, inner)) or partial is None:
                return None
            derived = self._derive(inner, name)
            if derived is None:
                return None
            total = add(total, multiply(partial, derived))
        return total

    # -- back to nodes --------------------------------------------------------------------------

    def emit(self, polynomial: Polynomial) -> int:
        """The node content · Σ (Σ closed · monomial) · Gaussian: content and Gaussians factored."""
        if not polynomial:
            return self.graph.rational(0)
        content = common(polynomial)
        inverse = tuple((i, -n) for i, n in content)
        groups: dict[Monomial, dict[Monomial, Polynomial]] = {}
        for monomial, q in polynomial.items():
            rest = times(monomial, inverse)
            gauss = tuple(p for p in rest if self._is_gaussian(p[0]))
            closed = tuple(p for p in rest if not self.graph.free(p[0]))
            openly = tuple(p for p in rest if p not in gauss and p not in closed)
            groups.setdefault(gauss, {}).setdefault(openly, {})[closed] = q
        g = self.graph
        terms = [
            g.mul(
                g.add(*(g.mul(self._sum(c), self._product(m)) for m, c in sorted(part.items()))),
                self._product(gauss),
            )
            for gauss, part in sorted(groups.items())
        ]
        return g.mul(self._product(content), g.add(*terms))

    def _sum(self, polynomial: Polynomial) -> int:
        g = self.graph
        terms = sorted(polynomial.items())
        return g.add(*(g.mul(g.rational(q), self._product(m)) for m, q in terms))

    def _product(self, monomial: Monomial) -> int:
        return self.graph.mul(*(self.graph.power(i, n) for i, n in monomial))


def times(a: Monomial, b: Monomial) -> Monomial:
    """The product of two monomials."""
    exponents = dict(a)
    for i, n in b:
        exponents[i] = exponents.get(i, 0) + n
    return tuple(sorted((i, n) for i, n in exponents.items() if n))


def add(a: Polynomial, b: Polynomial) -> Polynomial:
    """The sum of two polynomials."""
    spend(len(a) + 2 * len(b))
    total = dict(a)
    for monomial, q in b.items():
        total[monomial] = total.get(monomial, Fraction(0)) + q
    return {m: q for m, q in total.items() if q}


def multiply(a: Polynomial, b: Polynomial) -> Polynomial:
    """The product of two polynomials."""
    total: Polynomial = {}
    for m, p in a.items():
        for n, q in b.items():
            spend(5 + len(m) + len(n))
            key = times(m, n)
            total[key] = total.get(key, Fraction(0)) + p * q
    return {m: short(q) for m, q in total.items() if q}


def invert(a: Polynomial, n: int) -> Polynomial | None:
    """The power n < 0 of a single monomial; None for a sum."""
    if len(a) != 1:
        return None
    ((monomial, q),) = a.items()
    return {tuple((i, e * n) for i, e in monomial): short(q**n)}


def common(a: Polynomial) -> Monomial:
    """The largest monomial that divides every term."""
    first, *rest = (dict(m) for m in a)
    shared = {i: min([n, *(m.get(i, 0) for m in rest)]) for i, n in first.items()}
    for m in rest:
        for i, n in m.items():
            if i not in first and n < 0:
                shared[i] = min([n, shared.get(i, 0)])
    return tuple(sorted((i, n) for i, n in shared.items() if n))
