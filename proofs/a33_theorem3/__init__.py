"""Section A3.3: Theorem 3."""
