"""The search for certificates; what it finds proves nothing until it is checked."""

BITS = 64
"""Working precision; the checker doubles it where a step is too close."""
