"""Section A3.4.6: Lemma 40, the signs of the derivatives of the mapping."""
