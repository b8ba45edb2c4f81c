"""Main text: the Jacobian at the fixed point."""

from fixedpoint.claims import All, Box, Contraction, Identity, rounds_to, truncates_to

from ..paper import FIXED_POINT, HERE, H, S, claim, g, mu, nu, omega, tau

POINT = Box({mu: 0, omega: 0, nu: 1, tau: 1})

CLAIMS = (
    claim(
        "EQ6",
        "𝒥(0, 1) = (0.0, 0.088834; 0.0, 0.782648), spectral norm 0.7877 < 1: g is a "
        "contraction near (0, 1)",
        All(
            (
                Identity(H[0, 0].subs(FIXED_POINT), 0),
                truncates_to(H[0, 1].subs(FIXED_POINT), "0.088834", HERE),
                Identity(H[1, 0].subs(FIXED_POINT), 0),
                rounds_to(H[1, 1].subs(FIXED_POINT), "0.782648", HERE),
                rounds_to(S.subs(FIXED_POINT), "0.7877", HERE),
                Contraction(g, POINT),
            )
        ),
        note="0.088834 is cut off, not rounded (0.0888347…); the other values are rounded",
    ),
)
