"""Looking, as opposed to proving: floating point over arrays, real layers, subdivisions.

Nothing here is trusted, except `Map.enclose`, which runs the checker's kernel. Needs NumPy and
SciPy: the extra `plot`.
"""
