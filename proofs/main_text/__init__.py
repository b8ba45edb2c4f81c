"""The main text."""
