"""Section A3.4.6: Lemma 45, the main sub-function where ντ is small."""
