"""The page in a real browser, headless: read, filtered, opened, at the width of a phone."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fixedpoint.registry import Proofs
from fixedpoint.report import html
from fixedpoint.verdicts.recorded import Recorded
from tests.sample import sampled

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
if not CHROMIUM or not DRIVER:
    pytest.skip(
        "needs chromium and chromedriver: apt-get install chromium-driver", allow_module_level=True
    )
pytest.importorskip("selenium", reason="needs selenium: the extra `test`")


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def page(found: Recorded, proofs: Proofs, tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(html.page(found, proofs), encoding="utf-8")
    return path.as_uri()


def shown(browser: Any) -> list[str]:
    """The ids of the claims that can be seen."""
    rows = browser.find_elements("css selector", "#table > tbody > tr")
    return [row.get_attribute("id")[2:] for row in rows if row.is_displayed()]


def choose(browser: Any, field: str, value: str) -> None:
    from selenium.webdriver.support.select import Select

    Select(browser.find_element("name", field)).select_by_visible_text(value)


def resize(browser: Any, width: int) -> None:
    """A viewport of exactly this width: windows are never so narrow."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True},
    )


@pytest.mark.slow
def test_a_reader_filters_and_opens_claims(browser: Any, page: str) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get(page)
    assert "what is proved" in browser.title
    everything = shown(browser)
    assert len(everything) == 8

    choose(browser, "verdict", "REFUTED")
    assert shown(browser) == ["L2"]
    assert browser.find_element("id", "shown").text == "1 of 8 claims shown"
    clear = browser.find_element("css selector", "#filter [type=reset]")
    clear.click()
    time.sleep(0.1)
    assert shown(browser) == everything
    choose(browser, "section", "A2")
    browser.find_element("name", "text").send_keys("0.251")
    assert shown(browser) == ["L2", "L2c"]  # L2 names its correction
    choose(browser, "kind", "identity")
    assert shown(browser) == []
    clear.send_keys(Keys.ENTER)
    time.sleep(0.1)

    summary = browser.find_element("css selector", "#c-L2 summary")
    witness = browser.find_element("css selector", "#c-L2 dl")
    assert not witness.is_displayed()
    summary.send_keys(Keys.ENTER)  # the keyboard is enough
    assert witness.is_displayed() and "x = 0.5" in witness.text
    browser.find_element("css selector", "#c-L2 dd a").click()  # its correction
    time.sleep(0.1)
    assert browser.find_element("css selector", "#c-L2c details").get_attribute("open")
    assert browser.find_element("css selector", "#c-L2c math").size["height"] > 5
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("width", sampled([360, 768, 1280], 3, mark=pytest.mark.slow))
def test_the_page_never_scrolls_sideways(browser: Any, page: str, width: int) -> None:
    resize(browser, width)
    browser.get(page)
    browser.find_element("id", "open").click()
    browser.execute_script(
        "document.querySelectorAll('details').forEach(part => { part.open = true; })"
    )
    assert browser.execute_script("return document.documentElement.clientWidth") == width
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.slow
def test_it_can_be_read_without_scripts(browser: Any, page: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(page)
    assert not browser.find_element("id", "filter").is_displayed()
    assert len(shown(browser)) == 8


def test_texts_of_claims_run_nothing(browser: Any, page: str) -> None:
    from selenium.common.exceptions import NoAlertPresentException

    browser.get(page)
    with pytest.raises(NoAlertPresentException):
        _ = browser.switch_to.alert.text
    assert "<script>alert(1)</script>" in browser.find_element("css selector", "#c-L3").text
