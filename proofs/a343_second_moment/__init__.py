"""Section A3.4.3: the second moment."""
