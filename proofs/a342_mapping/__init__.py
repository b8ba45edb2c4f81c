"""Section A3.4.2: Lemma 13 and Corollary 14."""
