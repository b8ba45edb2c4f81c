"""Section A3.2: Theorem 2."""
