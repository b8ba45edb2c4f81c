"""Section A3.4.6: Lemma 39, the bounds on the derivatives of 𝒥."""
