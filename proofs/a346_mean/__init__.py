"""Section A3.4.6: Lemmas 41–43, the mean where the variance is small."""
