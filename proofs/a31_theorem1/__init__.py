"""Section A3.1: Theorem 1."""
