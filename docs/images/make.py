"""Make the pictures of the page that the documentation shows: `python docs/images/make.py GRAPH.html`.

Needs Chromium and the development dependencies; each picture is written beside this file.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
VIEWS = {
    "graph": (1280, 800, "light", True),
    "overview": (1280, 800, "light", False),
    "dark": (1280, 800, "dark", True),
    "narrow": (390, 844, "light", False),
}


def main(page: Path) -> None:
    """Write one picture for each view of the page in that file."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name in VIEWS:
            _picture(browser, page, name)
        browser.close()


def _picture(browser: Browser, page: Path, name: str) -> None:
    width, height, scheme, evidence = VIEWS[name]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    opened = context.new_page()
    opened.goto(page.resolve().as_uri())
    if evidence:
        opened.locator("[data-statement]").first.click()
    opened.screenshot(path=HERE / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
