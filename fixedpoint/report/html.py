"""The results as one HTML page: no network, no script needed to read it, the same bytes each time.

The page is made of the templates beside this file; all text is escaped there, and what is markup
here is made by SymPy's MathML printer and by the figures' SVG writer.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from fixedpoint.certificates.show import box, describe, parts, point
from fixedpoint.certificates.trusted_base import TRUSTED
from fixedpoint.claims.about import About
from fixedpoint.claims.claim import Claim, Inference, NotFormal, Theorem, Verdict
from fixedpoint.claims.formulas import statement
from fixedpoint.letters import greek
from fixedpoint.registry import Proofs
from fixedpoint.report import drawings, picture
from fixedpoint.report.errata import Rows, heading, rests, story, summary, tiers, verdicts
from fixedpoint.report.formulas import Formulas
from fixedpoint.report.graph import Graph, graph
from fixedpoint.report.mathml import definition, math
from fixedpoint.report.text import name as theorem_name
from fixedpoint.verdicts.findings import enclosure, reported
from fixedpoint.verdicts.recorded import Recorded
from fixedpoint.verdicts.whole import Whole, whole

TEMPLATES = Path(__file__).parent / "templates"
LIBRARIES = ("verify-bounds", "mpmath", "sympy", "python-flint")
SIGNS = {Verdict.PROVED: "✓", Verdict.REFUTED: "✗", Verdict.UNDECIDED: "?", Verdict.NOT_FORMAL: "–"}
SPLIT = "<!-- figures -->"
"""Where the figures go; no text of a claim can hold it, as < is escaped."""


def page(recorded: Recorded, proofs: Proofs) -> str:
    """The whole page."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    about = proofs.about()
    with closing(
        drawings.start(proofs.folder, about.on_page)
    ) as drawing:  # in other processes, while this one writes
        head, tail = (
            environment.get_template("report.html")
            .render(
                page=Page(recorded, about),
                about=about,
                trusted=TRUSTED,
                versions=versions(),
                split=SPLIT,
            )
            .split(SPLIT)
        )
        figures = drawings.gathered(drawing, about.on_page)
    shown = environment.get_template("figures.html").render(
        figures=[(name, said, Markup(svg)) for name, said, svg in figures],
        no_figures=drawings.NO_FIGURES,
    )
    return head + shown + tail


def versions() -> dict[str, str]:
    """What the page was made with."""
    python = ".".join(map(str, sys.version_info[:3]))
    return {"Python": python} | {name: version(name) for name in LIBRARIES}


class Page:
    """What the template shows."""

    def __init__(self, recorded: Recorded, about: About) -> None:
        self.recorded, self.run, self.audit = recorded, recorded.run, recorded.audit
        self.about, self.printed = about, Formulas(about)
        self.claims, self.derivations = self.run.claims, self.run.derivations

    def verdict(self, name: str) -> Markup:
        """A verdict as a word with its sign; the colour says nothing that the word does not."""
        claim = self.audit.known.get(name)
        mark = " (stand-in)" if claim is not None and claim.stand_in else ""
        return badge(self.run.verdict(name)) + mark

    def link(self, name: str) -> Markup:
        """An id as a link to its claim, if the page has it."""
        if name not in self.run.results:
            return escape(name)
        return Markup('<a class="id" href="#c-{0}">{0}</a>').format(name)

    def text(self, name: str) -> str:
        """The statement of a claim as printed."""
        return self.audit.claims[name].text if name in self.audit.claims else ""

    @cached_property
    def whole(self) -> Whole:
        """What matters, and the counts."""
        return whole(self.audit, self.about)

    def findings(self) -> list[dict[str, Any]]:
        """What matters, each with the claims that it rests on as links."""
        rows = []
        for finding in self.whole.findings:
            said = re.sub("[^ ,;:]+", lambda word: self.link(word[0]), rests(finding))
            rows.append({"headline": finding.headline, "text": finding.text, "rests": Markup(said)})
        return rows

    def tables(self) -> list[tuple[str, Rows]]:
        """All statements by verdict; those with a defect by its kind and by what it does."""
        counts = [("All statements as printed", verdicts(self.whole))]
        if self.whole.slips:
            counts.append(
                ("Statements with a defect: its kind, and what it does", tiers(self.whole))
            )
        return counts

    @cached_property
    def graph(self) -> Graph:
        """What the printed proofs use."""
        return graph(self.audit, self.about, self.whole)

    def picture(self) -> Markup:
        """The graph as a picture, its cells linked to the claims."""
        return Markup(
            picture.svg(self.graph, lambda name: f"#c-{name}" if name in self.run.results else "")
        )

    def parts(self) -> list[dict[str, Any]]:
        """The graph in words."""
        return [
            {
                "name": name,
                "cells": [(self.link(cell.id), self._sign(cell.id)) for cell in part.cells],
                "uses": ", ".join(self.graph.uses(name)),
                "users": ", ".join(self.graph.users(name)),
            }
            for name, part in self.graph.parts.items()
        ]

    def _sign(self, name: str) -> str:
        verdict = self.audit.verdict(name)
        return "not audited" if verdict is None else SIGNS[verdict]

    @cached_property
    def theorems(self) -> list[dict[str, Any]]:
        """The theorems: our verdict, and how far the printed chain holds."""
        return [self._theorem(claim) for claim in self.run.theorems]

    def _theorem(self, claim: Theorem) -> dict[str, Any]:
        printed = self.derivations[claim.id]
        broken = printed.broken
        mended = self.audit.correction(self.audit.claims[broken]) if broken else None
        return {
            "claim": claim,
            "name": theorem_name(claim),
            "verdict": badge(self.derivations.proved(claim.id)),
            "holds": printed.holds,
            "broken": broken,
            "said": printed.said,
            "steps": printed.premises,
            "mended": mended.id if mended else "",
        }

    def steps(self) -> int:
        """How many steps of printed proofs there are."""
        return sum(isinstance(claim, Inference) for claim in self.claims)

    def counts(self) -> dict[str, int]:
        """Claims by verdict, without the steps of printed proofs."""
        chosen = (claim.id for claim in self.claims if not isinstance(claim, Inference))
        found = Counter(self.run.results[name].verdict for name in chosen)
        return {verdict.value: found[verdict] for verdict in Verdict}

    def sections(self) -> list[tuple[str, list[int]]]:
        """Verdicts on the printed statements, by section, and in all."""
        found = self.audit.sections()
        rows = [*found.items(), ("all", sum(found.values(), Counter[Verdict]()))]
        return [(name, [row[verdict] for verdict in Verdict]) for name, row in rows]

    def boxes(self) -> int:
        """Boxes of all certificates."""
        return sum(result.boxes for result in self.run.results.values())

    def values(self) -> list[dict[str, Any]]:
        """The enclosures of the numbers that the authors of a work report."""
        rows = []
        for claim in self.claims:
            result = self.run.results[claim.id]
            found = enclosure(result) if claim.reported else None
            if found:
                said = reported(claim, result)
                rows.append({"claim": claim, **found, "agreement": said})
        return rows

    def errata(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The slips in groups, worst first, with what there is to say of each."""
        groups: dict[str, list[dict[str, Any]]] = {}
        for entry in self.whole.slips:
            correction = self.audit.correction(entry.claim)
            row = {
                "claim": entry.claim,
                "heading": heading(entry),
                "story": list(story(self.audit, entry)),
                "printed": self.formulas(entry.claim),
                "correction": correction,
                "corrected": self.formulas(correction) if correction else [],
            }
            groups.setdefault(entry.effect.value, []).append(row)
        return list(groups.items())

    def summary(self) -> str:
        """What stands and what does not."""
        return plain(" ".join(summary(self.audit, self.about, self.whole)))

    @cached_property
    def _misses(self) -> dict[str, str]:
        refuted = (c for c in self.claims if self.run.verdict(c.id) is Verdict.REFUTED)
        return {c.id: re.split(" at (?!least)", self.audit.miss(c))[0] for c in refuted}

    def options(self, field: str) -> list[str]:
        """What a filter offers, in the order of appearance."""
        return list(dict.fromkeys(str(getattr(claim, field)) for claim in self.claims))

    def word(self, claim: Claim) -> str:
        """The verdict's word, to filter by."""
        return self.run.results[claim.id].verdict.value

    def formulas(self, claim: Claim) -> list[Markup]:
        """The formal statement in MathML, if it is short."""
        if isinstance(claim.meaning, NotFormal):
            return []
        return [Markup(math(line)) for line in self.printed.lines(claim.meaning)]

    def source(self, claim: Claim) -> Any:
        """The JSON statement: of the certificate, or of the claim if there is none."""
        if isinstance(claim.meaning, NotFormal):
            return None
        certificate = self.run.results[claim.id].certificate or {}
        return certificate.get("statement") or statement(claim.meaning, claim.constants)

    def described(self, claim: Claim) -> str:
        """The formal statement in full, as the checker prints it."""
        source = self.source(claim)
        return "\n".join(describe(source)) if source else ""

    def facts(self, claim: Claim) -> Iterator[tuple[str, str | Markup]]:
        """What there is to say about a claim, as pairs of a word and a text."""
        result, recorded = self.run.results[claim.id], self.recorded
        if isinstance(claim.meaning, NotFormal):
            yield "Not formal", claim.meaning.reason
        else:
            yield "Domain", greek(self._domain(claim))
        found = enclosure(result)
        if found:
            yield "Enclosure", f"[{found['lower']}, {found['upper']}]"
        if found and claim.reported:
            yield "Reported", f"{claim.reported} ({reported(claim, result)})"
        if result.witness is not None:
            yield "Witness", greek(point(result.witness))
            yield "Miss", self._misses[claim.id]
        yield from self._relatives(claim)
        if claim.defect is not None:
            yield "Defect", claim.defect.value
        if claim.stand_in:
            yield "Stands in", claim.stand_in
        if claim.note:
            yield "Note", claim.note
        if claim.id in recorded.sizes:
            yield "Certificate", self._certificate(claim)
        expected = self.run.expected(claim.id)
        if expected is not result.verdict:
            word = "nothing: a new claim" if expected is None else expected.value
            yield "Lock", f"expects {word}"

    def _domain(self, claim: Claim) -> str:
        leaves = list(parts(self.source(claim)["claim"]))
        if all("box" in leaf and not leaf["box"] for leaf in leaves):
            return "no variables"
        boxes = dict.fromkeys(box(leaf["box"]) for leaf in leaves if leaf.get("box"))
        return "; ".join(boxes) or "wherever both sides are defined"

    def _relatives(self, claim: Claim) -> Iterator[tuple[str, Markup]]:
        correction, wrong = self.recorded.audit.correction(claim), claim.corrects
        if correction is not None:
            known = self.run.verdict(correction.id)
            yield (
                "Correction",
                Markup("{} {} {}").format(self.link(correction.id), badge(known), correction.text),
            )
        if wrong:
            yield "Corrects", Markup("{} {}").format(self.link(wrong), self.text(wrong))

    def _certificate(self, claim: Claim) -> str:
        result, size = self.run.results[claim.id], self.recorded.sizes[claim.id]
        assert result.certificate is not None
        boxes = "a point" if result.witness is not None else plural(result.boxes, "box", "boxes")
        said = f"{claim.id}.json: {boxes}, {result.certificate['bits']} bits, {size:,} bytes"
        if not self.recorded.timed:
            return said
        times = f"{result.search_seconds:.2f} s, replay {result.check_seconds:.2f} s"
        return f"{said}; search {times}"

    def definitions(self) -> list[tuple[str, Markup]]:
        """The notation in MathML."""
        rows = self.printed.about.notation()
        return [(row.term, Markup(definition(row.formula))) for row in rows]


def badge(verdict: Verdict | None) -> Markup:
    """A verdict, marked up."""
    if verdict is None:
        return Markup('<span class="verdict">not run</span>')
    return Markup('<span class="verdict {}">{} {}</span>').format(
        verdict.value, SIGNS[verdict], verdict.value.replace("_", " ")
    )


def plural(n: int, one: str, many: str) -> str:
    """A count with its noun."""
    return f"{n:,} {one if n == 1 else many}"


def plain(markdown: str) -> str:
    """A sentence of Markdown without its links and emphasis."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).replace("*", "")
