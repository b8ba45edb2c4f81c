"""Every figure draws, in every format and always the same; bad requests are one line."""

import io
import sys
from pathlib import Path

import pytest

from fixedpoint import registry
from fixedpoint.claims import Claim, NotFormal
from fixedpoint.command.line import main
from fixedpoint.proofs.figures import PLOTS, sliders
from fixedpoint.report import plots
from tests import toy


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_is_the_same_bytes_each_time(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.svg"
    assert main(["plot", name, "-o", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    assert text == plots.svg(name)
    assert text.startswith("<?xml") and "<dc:date>" not in text and str(tmp_path) not in text
    figure = plots.plot(name)
    assert figure.get_figwidth() == 3.4
    assert any(axes.get_xlabel() for axes in figure.axes)
    assert any(axes.get_ylabel() for axes in figure.axes)


@pytest.mark.parametrize(
    ("ending", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("SVG", b"<?x")]
)
def test_formats(ending: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"map.{ending}"
    plots.save("map", path)
    assert path.read_bytes().startswith(start)


def test_the_look_does_not_depend_on_the_users_settings() -> None:
    from matplotlib import rc_context

    expected = plots.svg("map")
    with rc_context({"font.size": 20, "lines.linewidth": 9, "svg.hashsalt": "other"}):
        assert plots.svg("map") == expected


def test_the_figures_are_those_of_the_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plots.figures() is PLOTS
    assert set(registry.proofs().about().on_page) <= set(PLOTS)
    claim = Claim("A", "s", "k", "t", NotFormal("r"))
    toy.settle(monkeypatch, tmp_path, {"A": claim})
    said = toy.failing(capsys, 2, "plot", "map", "-o", str(tmp_path / "x.svg"))
    assert "no plot is called 'map': these claims have none" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["mapp", "-o", "x.svg"], "no plot is called 'mapp': choose one of map"),
        (["map", "-o", "x.gif"], "x.gif: a plot is written as .svg, .pdf, .png"),
        (["map", "-o", "x"], "a plot is written as"),
        (["map", "-o", "/nowhere/x.svg"], "/nowhere is no folder"),
        (["map"], "required: -o"),
    ],
)
def test_bad_requests(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plot", *arguments]) == 2
    error = capsys.readouterr().err
    assert words in error and error.count("\n") == 1


def test_without_matplotlib(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [n for n in sys.modules if n.startswith("fixedpoint.report.plots")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("fixedpoint.report.plots", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert main(["plot", "map", "-o", "x.svg"]) == 2
    error = capsys.readouterr().err
    assert "pip install 'verify-bounds[plot]'" in error and error.count("\n") == 1


def test_sliders_redraw() -> None:
    pytest.importorskip("ipywidgets")
    box = sliders.explorer(0, 1)
    omega, _, shown = box.children
    before = shown.value
    omega.value = 0.1
    assert before.startswith("<svg") and shown.value.startswith("<svg") and shown.value != before


def test_without_ipywidgets_the_figure_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    assert isinstance(sliders.explorer(), plots.Drawing)


def test_a_drawing_shows_itself() -> None:
    assert io.StringIO(plots.plot("map")._repr_svg_()).readline().startswith("<?xml")
