"""What objects show of themselves in Jupyter; their own classes know nothing of it.

`install` gives them the methods Jupyter looks for. The verdict of a claim is that of its stored
certificate, replayed, and otherwise that of the lock; nothing is searched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from typing import Any

from fixedpoint import registry
from fixedpoint.certificates.show import box, describe, parts, point
from fixedpoint.claims.claim import Claim, NotFormal, Theorem, Verdict
from fixedpoint.claims.formulas import statement
from fixedpoint.enclosure import Enclosure
from fixedpoint.explore.latex import activation_latex, moments_latex
from fixedpoint.model import Activation, MomentMap
from fixedpoint.trusted.exact import exact
from fixedpoint.verdicts.audit import Audit
from fixedpoint.verdicts.audit import audit as audited
from fixedpoint.verdicts.decide import Result, stored
from fixedpoint.verdicts.findings import agreement

COLOURS = {"PROVED": "#00684b", "REFUTED": "#b04a00", "UNDECIDED": "#7a5c00", "NOT_FORMAL": "#555"}
LINES = 14
"""At most so many lines of a formal statement are shown at once."""


def badge(word: str) -> str:
    """A verdict in its colour; the word alone says it too."""
    colour = COLOURS.get(word, "#555")
    return (
        f'<span style="background:{colour};color:#fff;border-radius:3px;padding:1px 6px;'
        f'font-size:85%">{word}</span>'
    )


def claim_html(claim: Claim) -> str:
    """Statement, verdict, formal reading, enclosure or witness, remarks."""
    return _claim(claim, known(claim.id) if _registered(claim) else None)


def theorem_html(theorem: Theorem) -> str:
    """The theorem, and the tree of what it uses."""
    return claim_html(theorem) + tree_html(theorem)


def result_html(result: Result) -> str:
    """The verdict of a proof, what it took, and what was found."""
    lines = [f"<b>{escape(result.id)}</b> {badge(result.verdict.value)}"]
    if result.verdict is not Verdict.NOT_FORMAL:
        lines.append(
            f"{result.boxes} boxes, searched in {result.search_seconds:.2f} s, "
            f"checked in {result.check_seconds:.2f} s"
        )
    lines += _findings(result, "")
    return "<br>".join(lines)


def tree_html(theorem: Theorem) -> str:
    """Claims used by a theorem, and those that they use in turn, with their verdicts."""

    def branch(name: str) -> str:
        claim = claims().get(name)
        text = escape(claim.text) if claim else "not stated"
        return f"<li><b>{escape(name)}</b> {badge(verdict(name))} {text}{below(claim)}</li>"

    def below(claim: Claim | None) -> str:
        uses = claim.uses if isinstance(claim, Theorem) else ()
        return f"<ul>{''.join(map(branch, uses))}</ul>" if uses else ""

    joined = "".join(f"<li>{escape(line)}</li>" for line in theorem.assumptions)
    rest = f"<li>and, from the literature:<ul>{joined}</ul></li>" if joined else ""
    said = ""
    if _registered(theorem) and audit().derivations.premises(theorem.id):
        said = f"<div>The printed proof {escape(audit().derivation(theorem).said)}.</div>"
    return f"<div>uses<ul>{''.join(map(branch, theorem.uses))}{rest}</ul></div>{said}"


def _claim(claim: Claim, result: Result | None) -> str:
    word = (
        result.verdict.value if result else verdict(claim.id) if _registered(claim) else "not run"
    )
    place = ", ".join(filter(None, (claim.section, claim.equation and f"Eq. {claim.equation}")))
    lines = [
        f"<b>{escape(claim.id)}</b> {badge(word)} <small>{escape(place)}</small>",
        escape(claim.text),
    ]
    if isinstance(claim.meaning, NotFormal):
        lines.append(f"<i>{escape(claim.meaning.reason)}</i>")
    else:
        lines.append(_formal(claim, result))
    lines += _findings(result, claim.reported)
    if claim.defect is not None:
        lines.append(f"<i>{escape(claim.defect.value)}</i>")
    if claim.note:
        lines.append(f"<i>{escape(claim.note)}</i>")
    correction = audit().correction(claim) if _registered(claim) else None
    if correction is not None:
        word = badge(verdict(correction.id))
        lines.append(f"instead: <b>{correction.id}</b> {word} {escape(correction.text)}")
    return "<br>".join(lines)


def _formal(claim: Claim, result: Result | None) -> str:
    """The exact domain, and the formal statement to unfold."""
    assert not isinstance(claim.meaning, NotFormal)
    certificate = result.certificate if result else None
    source = certificate["statement"] if certificate else statement(claim.meaning, claim.constants)
    boxes = {box(part["box"]): None for part in parts(source["claim"]) if part.get("box")}
    where = "; ".join(boxes) if len(boxes) < 4 else f"{len(boxes)} boxes"
    lines = describe(source)
    more = [f"… ({len(lines) - LINES} lines more)"] if len(lines) > LINES else []
    text = escape("\n".join([*lines[:LINES], *more]))
    fold = f"<details><summary>formal statement</summary><pre>{text}</pre></details>"
    return (f"domain: <code>{escape(where)}</code>" if where else "") + fold


def _findings(result: Result | None, reported: str) -> list[str]:
    """The enclosure of an extremum, or the witness of a refutation, or what is left."""
    if result is None or result.certificate is None:
        return [escape(result.left)] if result and result.left else []
    lines = []
    formula = result.certificate["statement"]["claim"]
    if formula["kind"] == "extremum":
        found = Enclosure(exact(formula["lower"]), exact(formula["upper"]))
        line = f"in {found._repr_html_()}"
        if formula["box"]:
            line = f"{formula['sense']} {line} at <code>{point(formula['point'])}</code>"
        said = reported and agreement(formula["lower"], formula["upper"], reported)
        lines.append(line + (f"; reported {reported}: {said}" if said else ""))
    if result.witness is not None:
        lines.append(f"fails at <code>{escape(point(result.witness))}</code>")
    return lines


@cache
def audit() -> Audit:
    """The claims that come with the package, and what the lock says of them."""
    return audited(registry.proofs())


def claims() -> Mapping[str, Claim]:
    """All claims that come with the package."""
    return audit().claims


def _registered(claim: Claim) -> bool:
    return claims().get(claim.id) is claim


@cache
def known(name: str) -> Result | None:
    """What the stored certificate of a claim proves, replayed once."""
    return stored(claims()[name], audit().certificate(name))


def verdict(name: str) -> str:
    """The verdict on a claim, as far as it is known without a search."""
    found = audit().verdict(name)
    return "not run" if found is None else found.value


VIEWS: tuple[tuple[type, str, Callable[[Any], str]], ...] = (
    (Activation, "_repr_latex_", activation_latex),
    (MomentMap, "_repr_latex_", moments_latex),
    (Claim, "_repr_html_", claim_html),
    (Theorem, "_repr_html_", theorem_html),
    (Result, "_repr_html_", result_html),
)


def install() -> None:
    """Give each class its method, so that every notebook front end shows it."""
    for kind, method, view in VIEWS:
        setattr(kind, method, view)
