"""Our own: constants, check values, the fixed point."""
