"""Plain text and Markdown."""

import re
import typing as t
from collections.abc import Iterator

from kg.read.dates import calendar_date
from kg.read.file import File, Part

_FRONT_MATTER = re.compile(r"---\r?\n(?P<lines>(?:[\w-]+:.*\r?\n|[ \t-].*\r?\n)+)---\r?\n\s*")
_FIELD = re.compile(r"([\w-]+):[ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.M)


def read_text(file: File) -> Iterator[Part]:
    """Yield a text as it was decoded, line breaks included."""
    yield Part(file.text)


def read_markdown(file: File) -> Iterator[Part]:
    """Yield the words of a Markdown text, without the marks of links, emphasis, code and tables.

    Headings keep their marks, to distinguish them from paragraphs. The front matter between two lines `---`
    (title, date, author) becomes metadata and is not part of the text.
    """
    front = _FRONT_MATTER.match(file.text)
    fields = {name.lower(): value for name, value in _FIELD.findall(front["lines"])} if front else {}
    yield Part(
        "\n\n".join(_blocks(file.text[front.end() if front else 0 :])),
        title=fields.get("title") or None,
        published=calendar_date(fields.get("date", "")),
        author=fields.get("author") or None,
    )


def _blocks(text: str) -> Iterator[str]:
    """Yield the paragraphs, headings and items of lists."""
    from markdown_it import MarkdownIt

    opened, in_table = "", 0
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        in_table += (token.type == "table_open") - (token.type == "table_close")
        if token.type == "heading_open":
            opened = f"{token.markup} " if token.markup.startswith("#") else "# "
        elif token.type == "list_item_open":
            opened = "- "
        elif token.type == "inline":
            words = "".join(_words(child) for child in token.children or ()).strip()
            if words and not in_table:
                yield opened + words
            opened = ""


def _words(token: t.Any) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return str(token.content) if token.type in {"text", "code_inline"} else ""
