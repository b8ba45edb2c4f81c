"""The results as JUnit XML: one test case a claim, which fails if its verdict is not expected."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from fixedpoint.claims.claim import Claim, NotFormal
from fixedpoint.registry import Proofs
from fixedpoint.verdicts.findings import findings
from fixedpoint.verdicts.recorded import Recorded

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, even escaped."""


def page(recorded: Recorded, proofs: Proofs) -> str:
    """The whole file; a claim's section is its class."""
    suite = Element("testsuite", name="verify-bounds")
    for claim in recorded.run.claims:
        _case(suite, claim, recorded)
    for attribute, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(attribute, str(len(list(suite.iter(tag)))))
    suite.set("errors", "0")
    suite.set("time", f"{sum(float(case.get('time', 0)) for case in suite):.3f}")
    indent(suite, " ")
    return tostring(suite, encoding="unicode", xml_declaration=False) + "\n"


def _case(suite: Element, claim: Claim, recorded: Recorded) -> None:
    result, expected = recorded.run.results[claim.id], recorded.run.expected(claim.id)
    seconds = result.search_seconds + result.check_seconds
    case = SubElement(
        suite, "testcase", classname=_legal(claim.section), name=claim.id, time=f"{seconds:.3f}"
    )
    if isinstance(claim.meaning, NotFormal):
        SubElement(case, "skipped", message=_legal(f"not formal: {claim.meaning.reason}"))
    elif result.verdict is not expected:
        word = "no verdict: it is not in the lock" if expected is None else expected.value
        said = f"{result.verdict.value}; the lock expects {word}"
        SubElement(case, "failure", message=said).text = _legal(claim.text)
    out = [claim.text, result.verdict.value, *findings(claim, result)]
    SubElement(case, "system-out").text = _legal("\n".join(out))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
