"""Fingerprints are of what is claimed, not of what a search found."""

from fixedpoint.certificates.fingerprint import claimed
from fixedpoint.claims import All, Extremum
from fixedpoint.verdicts.decide import fingerprint, prove
from tests.verdicts.cases import BOX, U, V, made


def test_the_fingerprint_is_of_what_is_claimed() -> None:
    claim = made("E", Extremum("max", U * V, BOX))
    found = prove(claim).certificate
    assert found is not None and claimed(found["statement"]) == fingerprint(claim)
    for other in (
        Extremum("min", U * V, BOX),
        Extremum("max", U * V, BOX.but({U: (0, 1)})),
        Extremum("max", U + V, BOX),
        All((Extremum("max", U * V, BOX),)),
    ):
        assert fingerprint(made("E", other)) != fingerprint(claim)
