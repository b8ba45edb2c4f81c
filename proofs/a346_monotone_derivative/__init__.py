"""Section A3.4.6: Lemma 46, the derivatives of τF, and its chains for three values of ν."""
