"""Names of variables in the letters that the field writes them with."""

import re

GREEK = {"mu": "μ", "nu": "ν", "omega": "ω", "tau": "τ", "lambda": "λ", "alpha": "α"}


def greek(text: str) -> str:
    """Boxes and points of the printer in Greek letters."""
    named = re.sub(r"\b[a-z]+\b", lambda m: GREEK.get(m[0], m[0]), text)
    return named.replace(" in [", " ∈ [")
