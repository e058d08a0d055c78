"""What MkDocs needs to make a site of this repository: README, notebooks, decisions, and links to other files of it."""

import posixpath
import re
import typing as t
from collections.abc import Iterator
from pathlib import Path

import nbformat
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT: t.Final = Path(__file__).resolve().parents[2]
PAGES: t.Final = ("CHANGELOG.md", "CONTRIBUTING.md", "THIRD_PARTY_NOTICES.md")
ELSEWHERE: t.Final = {"README.md": "index.md", **{name: name for name in PAGES}}
"""Pages of the site that lie outside `docs/`, and their places on the site."""
LINK: t.Final = re.compile(r"(\]\(|(?:src|href)=\")(?!\w+:|#)([^)#\"\s]+)")
CODE: t.Final = re.compile(r"`([^`\n]+)`")
LISTED: t.Final = {"decisions/": ("docs", "*.md"), "notebooks/": (".", "*.ipynb")}
"""Folders in the navigation: under which directory they lie, and which files of theirs are pages."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages of a folder where the navigation names the folder."""
    config.nav = [_listed(entry) for entry in config.nav or []]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that lie outside `docs/`, the notebooks, and every file that a page links to."""
    for name, place in ELSEWHERE.items():
        files.append(File.generated(config, place, content=(ROOT / name).read_text(encoding="utf-8")))
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        files.append(File.generated(config, f"notebooks/{path.stem}.md", content="\n\n".join(_cells(notebook))))
    linked = {target for file in files.documentation_pages() for target in _targets(file.src_uri, file.content_string)}
    for target in sorted(linked):
        if files.get_file_from_path(_place(target)) is None and (ROOT / target).is_file():
            files.append(File.generated(config, _place(target), abs_src_path=str(ROOT / target)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead each link to where its file is on the site."""
    here = page.file.src_uri

    def led(match: re.Match[str]) -> str:
        place = _place(_resolved(here, match[2]))
        return match[1] + posixpath.relpath(place, posixpath.dirname(here) or ".")

    return CODE.sub(_unescaped, LINK.sub(led, markdown))


def _unescaped(code: re.Match[str]) -> str:
    """Return code with its bars, which GitHub wants escaped in tables and Python-Markdown does not."""
    return f"<code>{code[1].replace(chr(92) + '|', '&#124;')}</code>" if "\\|" in code[1] else code[0]


def _listed(entry: t.Any) -> t.Any:
    if not isinstance(entry, dict):
        return entry
    ((title, value),) = entry.items()
    if isinstance(value, list):
        return {title: [_listed(each) for each in value]}
    if value not in LISTED:
        return entry
    above, pattern = LISTED[value]
    return {title: [f"{value}{path.stem}.md" for path in sorted((ROOT / above / value).glob(pattern))]}


def _source(place: str) -> str:
    """Return where in the repository a page of the site lies."""
    outside = {there: name for name, there in ELSEWHERE.items()}
    if place.startswith("notebooks/"):
        return place.removesuffix(".md") + ".ipynb"
    return outside.get(place, f"docs/{place}")


def _place(source: str) -> str:
    """Return where on the site a file of the repository lies."""
    if source.startswith("notebooks/"):
        return source.removesuffix(".ipynb") + ".md"
    if source.startswith("docs/"):
        return source.removeprefix("docs/")
    return ELSEWHERE.get(source, f"repository/{source}")


def _resolved(here: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(_source(here)), target))


def _targets(here: str, markdown: str) -> Iterator[str]:
    return (_resolved(here, target) for _, target in LINK.findall(markdown))


def _cells(notebook: nbformat.NotebookNode) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield cell.source
            continue
        yield f"```python\n{cell.source}\n```"
        for output in cell.outputs:
            yield from _output(output)


def _output(output: nbformat.NotebookNode) -> Iterator[str]:
    data = output.get("data", {})
    if "image/png" in data:
        yield f'<img alt="The plot that the cell draws" src="data:image/png;base64,{data["image/png"].strip()}">'
    else:
        text = output.get("text") or data.get("text/plain", "")
        yield f"```text\n{text.rstrip()}\n```"
