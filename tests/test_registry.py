"""The registry: folders of claims, their sections, ids and selections."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fixedpoint import registry
from fixedpoint.claims import NotFormal, Theorem


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Makes a folder of claims; what importing it changes is undone."""
    monkeypatch.setattr(sys, "path", list(sys.path))

    def make(name: str, **modules: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for module, source in modules.items():
            (folder / f"{module}.py").write_text(source)
        return folder

    return make


SOURCE = """
from fixedpoint.claims import Claim, NotFormal
CLAIMS = tuple(Claim(id, "s", "k", "t", NotFormal("r")) for id in {ids})
"""


Package = Callable[..., Path]


def test_claims_come_by_module_name_and_then_by_position(package: Package) -> None:
    names = {"b": SOURCE.format(ids=["Z", "A"]), "a": SOURCE.format(ids=["M"]), "c": ""}
    assert list(registry.discover(package("ordered", **names))) == ["M", "Z", "A"]


def test_an_id_belongs_to_one_claim(package: Package) -> None:
    names = {"a": SOURCE.format(ids=["M"]), "b": SOURCE.format(ids=["M"])}
    with pytest.raises(ValueError, match=r"doubled/b\.py: the id M is taken"):
        registry.discover(package("doubled", **names))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("\nCLAIMS = nothing", r"a\.py:2: NameError: name 'nothing' is not defined"),
        ("x = (\n", r"a\.py:1: SyntaxError"),
        ("from .b import x", r"b\.py:3: ZeroDivisionError"),
        ("import sys\nsys.exit('no')", r"a\.py:2: SystemExit: no"),
        ("CLAIMS = 3", r"a\.py: TypeError"),
        ("CLAIMS = (3,)", r"a\.py: CLAIMS holds 3, which is not a claim"),
        ("import fixedpoint.claims\nfixedpoint.claims.Box({'x': 1})", r"a\.py:2: AttributeError"),
    ],
)
def test_an_error_of_a_module_is_shown_with_its_place(
    package: Package, source: str, said: str, request: pytest.FixtureRequest
) -> None:
    name = f"broken{request.node.callspec.indices['source']}"
    with pytest.raises(ValueError, match=said):
        registry.discover(package(name, a=source, b="x = 1\n\ny = x / 0"))


def test_a_folder_of_claims_needs_modules_and_a_name_of_its_own(package: Package) -> None:
    with pytest.raises(ValueError, match="not a folder with Python modules"):
        registry.proofs(package("empty"))
    with pytest.raises(ValueError, match="not a Python name"):
        registry.proofs(package("two words", a=""))
    with pytest.raises(ValueError, match="another package has the name json"):
        registry.proofs(package("json", a=""))


def test_the_papers_folder_is_the_papers_package() -> None:
    assert registry.proofs(registry.proofs().folder) == registry.proofs()


def theorem(name: str, *uses: str, chain: tuple[str, ...] = ()) -> Theorem:
    return Theorem(name, "s", "k", "t", NotFormal("r"), uses=uses, chain=chain)


def test_a_theorem_brings_what_it_needs() -> None:
    claims = {
        c.id: c
        for c in (
            theorem("A"),
            theorem("B", "D"),
            theorem("C"),
            theorem("D", "C", chain=("A",)),
            theorem("E"),
        )
    }
    assert [claim.id for claim in registry.select(["B"], claims)] == ["B", "C", "D"]
    assert [claim.id for claim in registry.select([], claims)] == list("ABCDE")


def test_an_unknown_id_is_answered_with_near_ones() -> None:
    claims = {c.id: c for c in (theorem("L13.4"), theorem("T1", "L12"))}
    with pytest.raises(ValueError, match=r"no claim has the id 'l13,4'; did you mean L13\.4\?"):
        registry.select(["l13,4"], claims)
    with pytest.raises(ValueError, match=r"T1 needs a claim .* 'L12'"):
        registry.select(["T1"], claims)


def test_the_paper_is_there() -> None:
    claims = registry.discover()
    assert {"L13.4", "L13.9"} <= set(claims)
    assert registry.select(["L13.9", "L13.4"], claims) == [claims["L13.4"], claims["L13.9"]]
