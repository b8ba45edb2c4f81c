"""Section A1: background."""
