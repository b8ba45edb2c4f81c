"""Section A3.4.6: Lemmas 21–24, the exponential and the complementary error function."""
