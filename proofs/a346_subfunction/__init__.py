"""Section A3.4.6: the lemmas on the main sub-function of the derivative of the second moment."""
