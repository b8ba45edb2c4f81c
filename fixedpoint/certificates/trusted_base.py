"""What has to be right for a verdict to be right; everything else is checked or not used."""

TRUSTED = (
    (
        "mpmath's correctly rounded +, -, *, / and square root on its raw numbers, "
        "and integer arithmetic, Python's or gmpy2's where mpmath finds it."
    ),
    (
        "The remainders of the trusted kernel's series "
        "(fixedpoint/trusted/series.py, fixedpoint/trusted/directed.py)."
    ),
    (
        "The expression graph, its evaluation, its derivative rules and its normal form "
        "(graph.py, program.py, calculus.py and algebra.py in fixedpoint/interval)."
    ),
    "The checker and its reading of statements (fixedpoint/check).",
    (
        "The classical theorems it applies: the mean value theorem on a convex box, Banach's fixed "
        "point theorem, Krawczyk's theorem and the chain rule."
    ),
    (
        "That the statement says what the paper means: SymPy builds the closed form of g from the "
        "activation, cross-checked against rigorous quadrature and the paper's printed forms."
    ),
    "Python, its json module and the machine.",
)
