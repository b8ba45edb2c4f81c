"""The command verify-bounds: a file a group of commands."""
