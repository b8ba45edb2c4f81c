"""What has to be right for a verdict to be right; everything else is checked or not used."""

TRUSTED = (
    (
        "mpmath's correctly rounded +, -, *, / and square root on its raw numbers, "
        "and integer arithmetic, Python's or gmpy2's where mpmath finds it."
    ),
    (
        "The room fixedpoint/trusted: the remainders of its series, the expression graph with its "
        "rules of derivation, its normal form and the signs and limits read off it, the reading of "
        "statements, and the checker."
    ),
    (
        "The classical theorems it applies: the chain rule, the mean value theorem and Taylor's on "
        "a convex box, the fundamental theorem of calculus, Banach's fixed point theorem, "
        "Krawczyk's theorem, and Puiseux's: an algebraic function without zeros is no less than "
        "some power."
    ),
    (
        "That a statement says what is claimed: SymPy builds the closed form of a moment map from "
        "its activation, cross-checked against rigorous quadrature and printed forms."
    ),
    "Python, its json module and the machine.",
)
