"""The index of the paper: every checkable statement by its id."""

import json
from pathlib import Path

INDEX = {
    entry["id"]: entry
    for entry in json.loads((Path(__file__).parent / "index.json").read_text(encoding="utf-8"))
}
"""id, title, section, kind, equations, dependencies."""
