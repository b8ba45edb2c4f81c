"""Pins what a verdict rests on: the modules that checking loads, the sentences that say so, and
the assumptions of each theorem.

A change has to be meant: python -m tests.hostile.test_trusted_base writes the lock anew.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import fixedpoint
from fixedpoint import registry
from fixedpoint.certificates.trusted_base import TRUSTED
from fixedpoint.claims import Theorem

LOCK = Path(__file__).parent / "trusted_base.lock.json"
LOADED = """
import sys
before = set(sys.modules)
import fixedpoint.trusted.certificate
print(*sorted(set(sys.modules) - before))
"""


def base() -> dict[str, Any]:
    """The checker's import closure, in an interpreter of its own, and the sentences."""
    names = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    ).stdout.split()
    roots = {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names)
    optional = {"gmpy2", "_virtualenv"}  # mpmath uses gmpy2's integers where it is installed
    return {
        "modules": [name for name in names if name.partition(".")[0] == "fixedpoint"],
        "libraries": sorted(r for r in roots if not r.startswith("_") and r not in optional),
        "sentences": list(TRUSTED),
        "assumptions": {
            claim.id: list(claim.assumptions)
            for claim in registry.discover().values()
            if isinstance(claim, Theorem)
        },
    }


def test_checking_loads_the_trusted_room_and_nothing_else() -> None:
    room = Path(fixedpoint.__file__).parent / "trusted"
    files = {f"fixedpoint.trusted.{path.stem}" for path in room.glob("[!_]*.py")}
    assert set(base()["modules"]) == {"fixedpoint", "fixedpoint.trusted"} | files


def test_the_trusted_base_is_what_the_lock_says() -> None:
    assert base() == json.loads(LOCK.read_text(encoding="utf-8"))


if __name__ == "__main__":
    LOCK.write_text(json.dumps(base(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
