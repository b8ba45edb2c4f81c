"""The only room where a verdict is made, of certificates that the checker replayed."""
