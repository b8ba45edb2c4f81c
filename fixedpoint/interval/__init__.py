"""Interval arithmetic: one contract (kernel), a trusted and a fast implementation."""
