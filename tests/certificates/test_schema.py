"""The JSON Schema is the one that the checker's tables make."""

from pathlib import Path

from fixedpoint import certificates
from fixedpoint.certificates.schema import schema
from fixedpoint.certificates.store import dumps


def test_the_schema_is_fresh() -> None:
    path = Path(certificates.__file__).parent / "certificate.schema.json"
    made = (
        "python -m fixedpoint.certificates.schema > fixedpoint/certificates/certificate.schema.json"
    )
    assert path.read_text(encoding="utf-8") == dumps(schema()), made
