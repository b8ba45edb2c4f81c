"""Claims: a printed statement, its formal reading, and where it stands. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:  # only what a claim means needs SymPy
    from sympy import Expr, Symbol

    from fixedpoint.claims.formulas import Formula


class Verdict(Enum):
    """What is known about a claim; deliberately without a truth value."""

    PROVED = "PROVED"
    REFUTED = "REFUTED"
    UNDECIDED = "UNDECIDED"
    NOT_FORMAL = "NOT_FORMAL"

    def __bool__(self) -> NoReturn:
        raise TypeError("a verdict is not a truth value: compare it with Verdict.PROVED")


class Defect(Enum):
    """What is wrong with a refuted or imprecise printed statement."""

    LAST_DIGIT = "last digit rounded the wrong way"
    CONSTANT = "wrong constant"
    SIGN = "wrong sign"
    FORMULA = "wrong formula"
    DOMAIN = "wrong domain"
    SLIP = "arithmetic slip"
    STEP = "step does not follow"
    OUTSIDE = "cited outside its hypotheses"
    MISPRINT = "misprint"
    REFERENCE = "wrong reference"


@dataclass(frozen=True)
class NotFormal:
    """Why a statement has no formula: a definition, a classical theorem, a fact outside."""

    reason: str


@dataclass(frozen=True)
class Unread:
    """In the place of a meaning that is not loaded: the fingerprint of what the claim states."""

    fingerprint: str

    def __getattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"no {name} of a claim whose meaning is not loaded: import its module")


@dataclass(frozen=True)
class Claim:
    """A printed statement, or one of our own.

    `text` is the statement as printed, in the notation of its source; `meaning` its formal reading,
    or, where a lock tells of the claim, an `Unread`.
    `title` says in a few words what it is; `cites`: ids of the statements that its source derives
    it from. `corrects`: the id of the statement in whose place this one stands; `repeats`: that of
    one with the same slip. `stand_in`: what of the printed statement the formal one leaves out or
    says otherwise. `reported` is a number that the authors of the source report for an extremum;
    `constants` gives parameters their closed forms; `printed` is false for a statement of our own.
    """

    id: str
    section: str
    kind: str
    text: str
    meaning: Formula | NotFormal
    constants: Mapping[Symbol, Expr] = field(default_factory=dict)
    equation: str = ""
    reported: str = ""
    defect: Defect | None = None
    note: str = ""
    printed: bool = True
    title: str = ""
    cites: tuple[str, ...] = ()
    corrects: str = ""
    repeats: str = ""
    stand_in: str = ""

    def __post_init__(self) -> None:
        if not self.id.replace(".", "").replace("_", "").isalnum():
            raise ValueError(f"{self.id!r} is not an id: letters, digits, dots and underscores")


@dataclass(frozen=True)
class Theorem(Claim):
    """A claim with the chain of printed steps that its source proves it by, and ours.

    `uses`: ids of the claims our proof rests on; `chain`: ids of the printed steps in order, taken
    as printed; `assumptions`: the classical theorems that join the steps; `repair`: what it takes
    to mend the first broken step with the source's own method.
    """

    uses: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    repair: str = ""


class Mode(Enum):
    """With which premises an inference is made."""

    PRINTED = "as printed"
    CORRECTED = "with the corrections"
    REPAIRED = "with a sharper premise"


@dataclass(frozen=True)
class Inference(Claim):
    """The printed step from the premises of a claim to it: what has to hold besides them.

    `infers`: the id of the claim; `premises`: the ids that its proof takes, in their order. Several
    may stand for one claim, by their `mode`: with the premises as printed; if some are false, with
    their corrections in their places, carried through the printed arithmetic; and, where that does
    not give the claim, with a sharper premise of our own by the printed method.
    """

    infers: str = ""
    premises: tuple[str, ...] = ()
    corrected: bool = False
    sharper: bool = False

    @property
    def mode(self) -> Mode:
        """With which premises it is made."""
        if self.sharper:
            return Mode.REPAIRED
        return Mode.CORRECTED if self.corrected else Mode.PRINTED
