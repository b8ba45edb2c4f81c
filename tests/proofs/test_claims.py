"""The claims of `proofs/`: ids, stored certificates, lock, and that every bound can fail."""

import json
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest

from fixedpoint import certificates, registry
from fixedpoint.certificates.store import digest, dumps
from fixedpoint.claims import Claim, Extremum, Inequality, Inference, NotFormal, Verdict
from fixedpoint.claims.encode import rational
from fixedpoint.trusted.certificate import check, load
from fixedpoint.trusted.directed import Directed
from fixedpoint.trusted.kernel import Undefined
from fixedpoint.trusted.program import Program
from fixedpoint.trusted.statement import parse
from fixedpoint.verdicts import locks
from fixedpoint.verdicts.decide import prove, stored
from tests.sample import sampled

PROOFS = registry.proofs()
INDEX = {
    entry["id"] for entry in json.loads((PROOFS.folder / "index.json").read_text(encoding="utf-8"))
}
LOCK = locks.of(PROOFS.sections)
CLAIMS = PROOFS.claims()
CORRECTIONS = {claim.corrects: claim.id for claim in CLAIMS.values() if claim.corrects}
SCHEMA = Path(certificates.__file__).parent / "certificate.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
FORMAL = [claim for claim in CLAIMS.values() if not isinstance(claim.meaning, NotFormal)]
EXTREMA = [claim for claim in FORMAL if isinstance(claim.meaning, Extremum)]


@pytest.mark.parametrize("claim", [*CLAIMS.values()], ids=lambda claim: claim.id)
def test_each_claim_has_its_place_in_the_paper(claim: Claim) -> None:
    known = claim.id in INDEX or claim.corrects in INDEX
    assert known or not claim.printed, claim.id
    assert claim.text and claim.section and claim.kind


def test_the_lock_knows_every_claim_and_no_other() -> None:
    assert list(LOCK) == list(CLAIMS)


@pytest.mark.parametrize("claim", [*CLAIMS.values()], ids=lambda claim: claim.id)
def test_expected_verdicts_are_decided(claim: Claim) -> None:
    verdict = LOCK[claim.id].word
    if isinstance(claim.meaning, NotFormal):
        assert verdict == "NOT_FORMAL" and claim.meaning.reason
    elif isinstance(claim, Inference):
        assert verdict in ("PROVED", "REFUTED")  # that a printed step does not follow is a finding
    elif verdict == "REFUTED":
        assert claim.defect is not None
        assert LOCK[CORRECTIONS[claim.id]].word == "PROVED"
    else:
        assert verdict == "PROVED"


@pytest.mark.parametrize("section", PROOFS.sections, ids=lambda section: section.folder.name)
def test_each_formal_claim_and_no_other_has_a_certificate_beside_it(
    section: registry.Section,
) -> None:
    formal = [c.id for c in section.claims.values() if not isinstance(c.meaning, NotFormal)]
    assert {path.name for path in section.certificates.glob("*")} == {f"{n}.json" for n in formal}
    assert list(locks.read(section.lock)) == list(section.claims)


@pytest.mark.parametrize("claim", FORMAL, ids=lambda claim: claim.id)
def test_every_stored_certificate_is_replayed(claim: Claim) -> None:
    result = stored(claim, PROOFS.certificate(claim.id))
    assert result is not None and result.verdict is LOCK[claim.id].verdict


@pytest.mark.parametrize("claim", sampled(FORMAL, 8, lambda claim: claim.id))
def test_a_fresh_search_gives_the_stored_certificate(claim: Claim) -> None:
    result = prove(claim)
    assert result.verdict is LOCK[claim.id].verdict, result.left
    assert result.certificate is not None
    path = PROOFS.certificate(claim.id)
    assert path.read_text(encoding="utf-8") == dumps(result.certificate)


@pytest.mark.parametrize("claim", FORMAL, ids=lambda claim: claim.id)
def test_stored_certificates_fit_the_schema(claim: Claim) -> None:
    VALIDATOR.validate(load(PROOFS.certificate(claim.id)))


@pytest.mark.parametrize("claim", FORMAL, ids=lambda claim: claim.id)
def test_identities_hold_to_fifty_digits_at_random_points(claim: Claim) -> None:
    data = load(PROOFS.certificate(claim.id))
    statement = parse(data["statement"])
    program = Program(statement.graph, Directed(1000))
    random = Random(claim.id)
    for number, goal in enumerate(statement.goals):
        if not goal.zero or goal.grows or data["proof"].get("refuted", {}).get("goal", -1) >= 0:
            continue
        found = 0
        for _ in range(40):  # an identity is claimed wherever both sides are defined
            point = {
                name: program.kernel.enclose(Fraction(random.randint(1, 4000), 1000))
                for name in sorted(statement.graph.free(goal.node))
            }
            with suppress(Undefined):
                lower, upper = program.kernel.bounds(program.at(point)[goal.node])
                assert lower <= 0 <= upper and upper - lower < Fraction(1, 10**50), number
                found += 1
            if found == 3:
                break
        assert found, number


@pytest.mark.parametrize("claim", EXTREMA, ids=lambda claim: claim.id)
def test_each_extremum_is_sharp_to_eight_digits(claim: Claim) -> None:
    formula: Any = claim.meaning
    stated = load(PROOFS.certificate(claim.id))["statement"]["claim"]
    lower, upper = Fraction(stated["lower"]), Fraction(stated["upper"])
    assert upper - lower <= Fraction(1, 10**9)
    slack = max(abs(lower), Fraction(1, 10**20)) / 10**8

    def verdict(left: Any, right: Any) -> Verdict:
        meaning = Inequality(left, "<", right, formula.box)
        return prove(Claim("x", "-", "-", "-", meaning, claim.constants)).verdict

    f = formula.of
    if formula.sense == "max":
        assert verdict(f, rational(upper + slack)) is Verdict.PROVED
        assert verdict(f, rational(lower - slack)) is Verdict.REFUTED
    else:
        assert verdict(rational(lower - slack), f) is Verdict.PROVED
        assert verdict(rational(upper + slack), f) is Verdict.REFUTED


def test_a_stored_certificate_of_another_statement_is_noticed() -> None:
    """The checker proves what a file states; the lock tells whether that is the claim's."""
    first, second = (load(PROOFS.certificate(name)) for name in ("L13.4", "L13.9"))
    assert check(first).id != check(second).id
    assert digest(first["statement"]) != digest(second["statement"])
