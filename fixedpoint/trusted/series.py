"""Enclosures of exp, log, pi, erf, erfc, erfcx at dyadic points m 2^e, in exact integers.

Every result is a Pair (l, u, p) of integers with l <= 2^p value <= u.  Lower sums are floored
and upper sums are ceiled at every step, so only the remainders of the series need an argument;
it stands with each loop.  Guard bits decide how tight a result is, never whether it encloses.
Note: x >> p and x // n floor, so -(-x >> p) and -(-x // n) ceil.
"""

from functools import lru_cache
from math import isqrt

from fixedpoint.trusted.budget import spend
from fixedpoint.trusted.kernel import LIMIT, ROOT_LIMIT, Undefined

Pair = tuple[int, int, int]
ONE: Pair = (1, 1, 0)


def _scaled(m: int, k: int) -> tuple[int, int]:
    """The floor and the ceiling of m 2^k."""
    return (m << k, m << k) if k >= 0 else (m >> -k, -(-m >> -k))


def _require(m: int, e: int, limit: int) -> None:
    """Raise Undefined unless |m| 2^e <= limit; the first test keeps the second one small."""
    if m.bit_length() + e > limit.bit_length() or _scaled(abs(m), e)[1] > limit:
        raise Undefined("argument beyond the limit")


def _square_below(m: int, e: int, bound: int) -> bool:
    """Whether (m 2^e)^2 < bound; the first test keeps the second one small."""
    return 2 * (m.bit_length() + e - 1) < bound.bit_length() and _scaled(m * m, 2 * e)[0] < bound


def _product(a: Pair, b: Pair) -> Pair:
    """The product of two values >= 0."""
    return a[0] * b[0], a[1] * b[1], a[2] + b[2]


def _difference(a: Pair, b: Pair, p: int) -> Pair:
    """The difference a - b at scale p."""
    spend(max(p - a[2], p - b[2], 0) >> 9)
    (al, bu), (au, bl) = (a[0], b[1]), (a[1], b[0])
    low = _scaled(al, p - a[2])[0] - _scaled(bu, p - b[2])[1]
    return low, _scaled(au, p - a[2])[1] - _scaled(bl, p - b[2])[0], p


def _odd(l0: int, u0: int, p: int, sign: int) -> tuple[int, int]:
    """z + sign z^3 / 3 + z^5 / 5 + sign z^7 / 7 + ... for l0 <= 2^p z <= u0 and 0 <= z <= 1/3.

    This is atanh z for sign 1 and atan z for sign -1 (DLMF 4.38.5, 4.24.3).  The loop stops with
    z^n <= 2^-p, and the terms left out add up to at most z^(n+2) / (1 - z^2) <= z^n / 8.
    """
    l2, u2, low, high, n, s = l0 * l0 >> p, -(-u0 * u0 >> p), l0, u0, 1, 1
    while u0 > 1:
        l0, u0, n, s = l0 * l2 >> p, -(-u0 * u2 >> p), n + 2, s * sign
        down, up = l0 // n, -(-u0 // n)
        low, high = (low + down, high + up) if s > 0 else (low - up, high - down)
    return low - 1, high + 1


def _positive(l0: int, u0: int, p: int, d: int, step: int) -> tuple[int, int]:
    """1 + c / d + c^2 / (d (d + step)) + ... for l0 <= 2^p c <= u0 and c >= 0.

    The loop stops at a term <= 2^-p whose successors shrink by factors c / d <= 1/2, and so add
    up to at most that term.
    """
    l1 = u1 = low = high = 1 << p
    while u1 > 1 or 2 * u0 > d << p:
        l1, u1 = (l1 * l0 >> p) // d, -((-u1 * u0 >> p) // d)
        low, high, d = low + l1, high + u1, d + step
    return low, high + 1


@lru_cache(64)
def log2(p: int) -> Pair:
    """log 2 = 2 atanh(1/3)."""
    z = (1 << p) // 3
    low, high = _odd(z, z + 1, p, 1)
    return 2 * low, 2 * high, p


@lru_cache(64)
def pi(p: int) -> Pair:
    """Machin's formula: pi = 16 atan(1/5) - 4 atan(1/239)."""
    y, z = (1 << p) // 5, (1 << p) // 239
    (yl, yu), (zl, zu) = _odd(y, y + 1, p, -1), _odd(z, z + 1, p, -1)
    return 16 * yl - 4 * zu, 16 * yu - 4 * zl, p


@lru_cache(64)
def _rsqrtpi(p: int) -> Pair:
    """1 / sqrt(pi), by isqrt(n) <= sqrt(n) < isqrt(n) + 1."""
    low, high, _ = pi(p)
    return isqrt((1 << 3 * p) // high), isqrt(-((-1 << 3 * p) // low)) + 1, p


def exp(m: int, e: int, bits: int) -> Pair:
    """e^t = 2^n (e^s)^(2^k), where t = n log 2 + 2^k s and 0 <= s <= log 2 (DLMF 4.2.19)."""
    if not m:
        return ONE
    _require(m, e, LIMIT)
    k = isqrt(bits) >> 1 | 1  # k squarings against about bits / k terms
    # n log 2 costs the bits of |t|, each squaring one, the roundings in the sum less than eight
    p = bits + k + max(m.bit_length() + e, 0) + 8
    (l0, u0), (low2, high2, _) = _scaled(m, e + p), log2(p)
    if l0 >= 0:  # n log 2 <= n high2 for n >= 0, n log 2 <= n low2 for n < 0
        low2, high2 = high2, low2
    n, l0 = divmod(l0, low2)
    q = p + k  # the integers that hold 2^k s at scale p hold s at scale q
    low, high = _positive(l0, u0 - n * high2, q, 1, 1)
    for _ in range(k):
        low, high = low * low >> q, -(-high * high >> q)
    return low, high, q - n


def log(m: int, e: int, bits: int) -> Pair:
    """log x = n log 2 + 2 atanh((y - 1) / (y + 1)), where x = 2^n y > 0 and 2/3 <= y < 4/3."""
    b = m.bit_length()
    b -= 3 * m < 2 << b
    n, d = e + b, m - (1 << b)  # y = m / 2^b
    p = bits + 8 + b - d.bit_length()  # relative accuracy near 1, where log x is about d / 2^b
    z = (abs(d) << p) // (m + (1 << b))
    low, high = _odd(z, z + 1, p, 1) if d else (0, 0)
    if d < 0:
        low, high = -high, -low
    low2, high2, _ = log2(p) if n >= 0 else (log2(p)[1], log2(p)[0], p)
    return n * low2 + 2 * low, n * high2 + 2 * high, p


def _grown(m: int, e: int, p: int) -> Pair:
    """e^(t^2) erf(t) = 2t / sqrt(pi) (1 + 2t^2 / 3 + (2t^2)^2 / 15 + ...), t >= 0 (DLMF 7.6.2)."""
    low, high = _positive(*_scaled(m * m, 2 * e + 1 + p), p, 3, 2)
    return _product((2 * m * low, 2 * m * high, p - e), _rsqrtpi(p))


def _fraction(xl: int, xu: int, n: int, p: int) -> tuple[int, int]:
    """v_1 from 1 <= v_n <= 1 + n x and v_k = 1 + k x / v_(k+1), for xl <= 2^p x <= xu."""
    one = 1 << p
    l0, u0 = one, one + n * xu
    for k in range(n - 1, 0, -1):
        l0, u0 = one + (k * xl << p) // u0, one - (-k * xu << p) // l0
    return l0, u0


def _laplace(m: int, e: int, bits: int) -> Pair:
    """erfcx(t) = 1 / (sqrt(pi) t v_1), v_k = 1 + k x / v_(k+1), x = 1 / (2t^2), for t > 0.

    Laplace's continued fraction (DLMF 7.9.1).  With the positive repeated integrals I_k of erfc
    v_k = I_(k-2) / (2t I_(k-1)), by DLMF 7.18.7; so every v_k > 1, hence v_n <= 1 + n x.  As v_k
    decreases in v_(k+1), that bracket passes down to v_1: convergents lie above and below it.
    """
    p = bits + 10
    k = p - 1 - 2 * e
    xl, xu = (0, 1) if k < 0 else ((1 << k) // (m * m), -((-1 << k) // (m * m)))
    # enough for p bits, by trial: p^2 / (16 t^2) for small t, a falling share of p for large t
    n = (p * p * xu >> p + 3) + p // (m.bit_length() + e + 2) + 2
    (l0, u0), (low, high, _) = _fraction(xl, xu, n, p), _rsqrtpi(p)
    g = p + m.bit_length()
    return (low << g) // (m * u0), -((-high << g) // (m * l0)), g + e


def erfcx(m: int, e: int, bits: int) -> Pair:
    """e^(t^2) erfc(t) = e^(t^2) - e^(t^2) erf(t), but by Laplace's fraction for t^2 > bits / 12.

    For t < 0 it is 2 e^(t^2) - erfcx(-t), since erfc(t) = 2 - erfc(-t).
    """
    if m < 0:
        _require(m, e, ROOT_LIMIT)
        low, high, p = exp(m * m, 2 * e, bits + 2)
        return _difference((2 * low, 2 * high, p), erfcx(-m, e, bits + 2), bits + 2)
    if not m:
        return ONE
    if not _square_below(m, e, bits // 12 + 1):
        return _laplace(m, e, bits)
    # both terms are at most e^(t^2) <= 2^(3 t^2 / 2), and erfcx(t) > 1 / (2t + 2) (DLMF 7.8.2)
    p = bits + 12 + 3 * _scaled(m * m, 2 * e)[1] // 2
    return _difference(exp(m * m, 2 * e, p), _grown(m, e, p), p)


def erfc(m: int, e: int, bits: int) -> Pair:
    """1 - erf(t) = e^(-t^2) erfcx(t) for t >= 0, without cancellation; 1 + erf(-t) for t < 0."""
    _require(m, e, ROOT_LIMIT)
    if m < 0:
        return _difference(ONE, erf(m, e, bits + 2), bits + 2)
    return _product(exp(-m * m, 2 * e, bits + 2), erfcx(m, e, bits + 2))


def erf(m: int, e: int, bits: int) -> Pair:
    """e^(-t^2) (e^(t^2) erf(t)) for 0 <= t < 1, then 1 - erfc(t); odd.

    For t^2 >= bits + 2 the bound 0 < erfc(t) <= e^(-t^2) < 2^-(bits + 2) suffices (DLMF 7.8.2).
    """
    if m < 0:
        low, high, p = erf(-m, e, bits)
        return -high, -low, p
    if _square_below(m, e, 1):
        return _product(exp(-m * m, 2 * e, bits + 2), _grown(m, e, bits + 8))
    if not _square_below(m, e, bits + 2):
        return (1 << bits + 2) - 1, 1 << bits + 2, bits + 2
    return _difference(ONE, erfc(m, e, bits + 2), bits + 2)
