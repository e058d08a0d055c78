"""The documentation site is built without warnings, and makes no requests to other servers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
LOADED = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"?https?:|<link\b[^>]*\bhref=\"?https?:|@import|url\(\"?https?:"
)
"""What a browser loads automatically from an address."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(  # noqa: S603 - our own pages
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_site_has_every_page(site: Path) -> None:
    sources = {path.relative_to(REPOSITORY / "docs").with_suffix(".html") for path in REPOSITORY.glob("docs/**/*.md")}
    sources |= {path.relative_to(REPOSITORY).with_suffix(".html") for path in REPOSITORY.glob("notebooks/*.ipynb")}
    assert {path for path in sources if not (site / path).is_file()} == set()


def test_site_loads_nothing_from_elsewhere(site: Path) -> None:
    pages = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert [page.name for page in pages if LOADED.search(page.read_text(encoding="utf-8"))] == []


def test_values_of_an_option_are_shown_without_backslashes(site: Path) -> None:
    assert "reify|rdf12" in (site / "reference" / "cli.html").read_text(encoding="utf-8").replace("&#124;", "|")
