"""Section A3.4.1: the Jacobian, Lemmas 5–12."""
