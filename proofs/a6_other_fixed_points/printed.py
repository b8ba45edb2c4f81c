"""The table (335) as printed, and what it has to be."""

from dataclasses import dataclass, replace

from fixedpoint.claims import Defect

Point = tuple[str, str, str, str]


@dataclass(frozen=True)
class Row:
    """A line of (335): bounds of a derivative and the points (μ, ω, ν, τ) of its extrema.

    `ridge`: the largest value is attained along a curve of ν and τ, and the point is rounded;
    `misplaced`: a point is not where the extremum is.
    """

    lower: str
    at_lower: Point
    upper: str
    at_upper: Point
    defect: Defect | None = None
    note: str = ""
    repeats: str = ""
    corrected: "Row | None" = None
    ridge: bool = False
    misplaced: bool = False


def corner(signs: str, nu: str, tau: str) -> Point:
    """(±0.1, ±0.1, ν, τ)."""
    first, second = ("0.1" if sign == "+" else "-0.1" for sign in signs)
    return first, second, nu, tau


def rounded(row: Row, lower: str, upper: str, first: str = "A6.3") -> Row:
    """A line whose bounds are rounded to nearest, with those rounded outward."""
    right = replace(row, lower=lower, upper=upper)
    note = "the computed extrema were rounded to nearest, and some lie outside the bounds"
    return replace(row, defect=Defect.LAST_DIGIT, note=note, repeats=first, corrected=right)


def misplaced(row: Row, right: Row, defect: Defect, note: str) -> Row:
    """A line with a wrong point, and bounds rounded to nearest."""
    note = f"{note}; and the bounds are rounded to nearest, as in A6.3"
    return replace(row, defect=defect, note=note, corrected=right, misplaced=True)


ZERO: Point = ("0.06", "0", "1.35", "1.12")
SMALL, LOW, HIGH, LARGE = ("0.8", "0.8"), ("0.8", "1.25"), ("1.5", "0.8"), ("1.5", "1.25")
J11_MU = Row("0", ZERO, "0.00182415", ("-0.1", "0.1", "1.47845", "0.883374"), ridge=True)
J11_NU = Row("-0.0151177", corner("-+", *LOW), "0.0151177", corner("+-", *LOW))
J11_TAU = Row("-0.015194", corner("-+", *LOW), "0.015194", corner("+-", *LOW))
J12_OMEGA = Row("-0.0151177", corner("+-", *LOW), "0.0151177", corner("+-", *LOW))
J21_MU = Row("0", ZERO, "0.0174802", corner("++", *SMALL))
J21_NU = Row("-0.0600823", corner("+-", *LOW), "0.0600823", corner("-+", *LOW))
J22_NU = Row("-0.276862", ("-0.01", "-0.01", *LOW), "-0.084813", corner("-+", *HIGH))

ATTAINED = "0 is attained wherever ω = 0, so the first sign has to be ⩽"
RIDGE = "largest to the printed digits: it is so wherever ντ is near 1.306 and μ = -ω = ±0.1"
ROWS = (
    replace(J11_MU, defect=Defect.MISPRINT, note=ATTAINED, corrected=replace(J11_MU, note=RIDGE)),
    Row("0.905413", corner("+-", *LARGE), "1.04143", corner("++", *SMALL)),
    rounded(J11_NU, "-0.0151178", "0.0151178", ""),
    misplaced(
        J11_TAU, Row("-0.015195", corner("-+", *HIGH), "0.015195", corner("+-", *HIGH)),
        Defect.CONSTANT, "the points are those of ∂𝒥₁₁/∂ν, where ∂𝒥₁₁/∂τ is ∓0.009675",
    ),
    rounded(J11_NU, "-0.0151178", "0.0151178"),
    misplaced(
        J12_OMEGA, Row("-0.0151178", corner("+-", *LOW), "0.0151178", corner("-+", *LOW)),
        Defect.SIGN, "the point of the maximum is that of the minimum: it has μ = -0.1, ω = 0.1",
    ),
    rounded(Row("-0.00785613", corner("+-", *LARGE), "0.0315805", corner("++", *SMALL)),
            "-0.00785614", "0.0315806"),
    rounded(Row("0.0799824", corner("+-", *LARGE), "0.110267", corner("-+", *SMALL)),
            "0.0799824", "0.110268"),
    replace(
        J21_MU, defect=Defect.LAST_DIGIT, corrected=replace(J21_MU, upper="0.0174803"),
        note=f"{ATTAINED}; and the largest value is rounded down, as in A6.3",
    ),
    rounded(Row("0.0849308", corner("+-", *SMALL), "0.695766", corner("++", *LARGE)),
            "0.0849308", "0.695767"),
    rounded(J21_NU, "-0.0600824", "0.0600824"),
    rounded(Row("-0.0673083", corner("+-", *HIGH), "0.0673083", corner("-+", *HIGH)),
            "-0.0673084", "0.0673084"),
    rounded(J21_NU, "-0.0600824", "0.0600824"),
    misplaced(
        J21_NU, Row("-0.0600824", corner("-+", *LOW), "0.0600824", corner("+-", *LOW)),
        Defect.SIGN, "the two points are exchanged",
    ),
    misplaced(
        J22_NU, replace(J22_NU, lower="-0.276863", at_lower=corner("--", *LOW)),
        Defect.CONSTANT, "the minimum is at μ = ω = -0.1, and at -0.01 the value is -0.274318",
    ),
    Row("0.562302", corner("+-", *LARGE), "0.664051", corner("++", *SMALL)),
)
BOUND = {31: "0.562302"}
"""The bound of (336) that is not the greater end of (335)."""
