"""Section A3.4.5: the propagation of errors and the precision of implementations."""
