"""Sections A5 and A6: another fixed point, and the bounds found by numerical computation."""
