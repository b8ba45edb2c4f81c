"""Section A3.4.4: where the variance is small."""
