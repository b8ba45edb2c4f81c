"""Section A3.4.6: Lemmas 25–38, the ranges and the monotone terms that Lemma 39 is made of."""
