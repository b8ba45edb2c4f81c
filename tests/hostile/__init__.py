"""Attacks on everything a verdict rests on: each file says what it attacks."""
