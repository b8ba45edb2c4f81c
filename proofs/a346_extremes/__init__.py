"""Section A3.4.6: Lemma 47, the extremes of e^{y + x/2} erfc((x+y)/√(2x))."""
