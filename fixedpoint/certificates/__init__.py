"""Certificates as files and as text: stored, fingerprinted, shown, cross-checked."""
