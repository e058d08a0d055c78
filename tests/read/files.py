"""Real files of every format, made from paragraphs of text."""

import gzip
import io
import json
import typing as t
import warnings
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import zstandard
from fpdf import FPDF

TITLE: t.Final = "Ice stops ferry"
PARAGRAPHS: t.Final = (
    "The harbour of Norlin froze on Monday, and the ferry could not leave for the islands.",
    "Mayor Ida Berg said that the town had asked the navy for help, because the food on the islands would last a week.",
    "The navy sent two ships. They are expected to reach the harbour on Thursday morning.",
)
TEXT: t.Final = "\n\n".join((TITLE, *PARAGRAPHS))
GERMAN: t.Final = (
    "Der Hafen von Norlin ist am Montag zugefroren, und die Fähre konnte nicht zu den Inseln auslaufen. Die "
    "Bürgermeisterin sagte, die Stadt habe die Marine um Hilfe gebeten, weil die Vorräte nur noch eine Woche reichten."
)
ARABIC: t.Final = (
    "تجمد ميناء نورلين يوم الاثنين ولم تتمكن العبارة من المغادرة إلى الجزر. "
    "وقالت رئيسة البلدية إن المدينة طلبت المساعدة من البحرية لأن الطعام ينفد."
)
NUMBERS: t.Final = "\n".join(f"{year} {year * 3} {year / 7:.2f} {year % 11}%" for year in range(1990, 2020))
CODE: t.Final = """import os


def main():
    for name in os.listdir('.'):
        print(name)


if __name__ == '__main__':
    main()
"""


def page(
    paragraphs: Iterable[str] = PARAGRAPHS,
    *,
    title: str = TITLE,
    head: str = "",
    around: str = "",
    charset: str = "utf-8",
    day: str = "2024-06-03",
) -> bytes:
    """Return a page of a news site with a menu, a cookie notice, an article and a footer."""
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{title} - The Post</title>'
        f'<meta property="og:site_name" content="The Post"><meta name="author" content="Jane Doe">'
        f'<meta property="article:published_time" content="{day}T10:00:00Z">{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
        '<div class="cookie-banner" id="cookie-consent"><p>We use cookies. Accept all cookies to read on.</p></div>'
        f"{around}<article><h1>{title}</h1>{body}</article><footer><p>© 2024 The Post</p></footer></body></html>"
    ).encode(charset, "xmlcharrefreplace")


class _Paper(FPDF):
    """Pages with a running head and page numbers at the bottom."""

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 5, "The Post, June 2024", new_x="LMARGIN", new_y="NEXT")
        self.ln(3)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(0, 5, f"Page {self.page_no()} of 9", align="C")


class _Printed(FPDF):
    """Pages as printed by a browser: headers and footers are drawn last."""

    def footer(self) -> None:
        self.set_font("helvetica", size=8)
        self.set_y(2)
        self.cell(0, 5, "6/4/24, 9:30 AM")
        self.set_xy(60, 2)
        self.cell(0, 5, "The Post of Norlin")
        self.set_y(-8)
        self.cell(0, 5, f"https://post.example/ice {self.page_no()}/{{nb}}")


def pdf(
    paragraphs: Iterable[str] = PARAGRAPHS,
    *,
    title: str = TITLE,
    plain: bool = False,
    printed: bool = False,
    password: str | None = None,
    picture: bool = False,
) -> bytes:
    """Return a PDF with narrow pages, so that paragraphs continue across lines and pages."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # fpdf warns about the size of its own A5
        paper: FPDF = (_Printed if printed else FPDF if plain else _Paper)(format="A5")
    paper.core_fonts_encoding = "cp1252"  # the encoding of the fonts in every PDF, including quotation marks
    paper.set_creation_date(datetime(2024, 6, 4))
    paper.add_page()
    if title:
        paper.set_title(title)
        paper.set_font("helvetica", size=16)
        paper.multi_cell(0, 8, title, new_x="LMARGIN", new_y="NEXT", align="L")
    paper.set_font("helvetica", size=11)
    for each in paragraphs:
        paper.multi_cell(0, 5.5, each, new_x="LMARGIN", new_y="NEXT", align="L")
        paper.ln(2)
    if picture:
        from PIL import Image

        paper.image(Image.new("RGB", (200, 200), "grey"), w=50)
    if password is not None:
        paper.set_encryption(owner_password="owner", user_password=password)  # noqa: S106
    return bytes(paper.output())


def docx(paragraphs: Iterable[str] = PARAGRAPHS, *, title: str = TITLE) -> bytes:
    """Return a Word document."""
    from docx import Document

    document = Document()
    document.core_properties.author = "Jane Doe"
    if title:
        document.add_heading(title, level=0)
    for each in paragraphs:
        document.add_paragraph(each)
    document.add_table(rows=1, cols=2).cell(0, 0).text = "12"
    return _saved(document.save)


def epub(
    chapters: Sequence[tuple[str, Sequence[str]]] = ((TITLE, PARAGRAPHS), ("Thaw", ("The ice broke on Friday.",))),
) -> bytes:
    """Return a book whose chapters are pages."""
    names = [f"chapter{number}" for number in range(1, len(chapters) + 1)]
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The Winter</dc:title><dc:creator>Jane Doe</dc:creator><dc:publisher>Norlin Press</dc:publisher>"
        f"<dc:date>2024-06-03</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    for name, (title, paragraphs) in zip(names, chapters, strict=True):
        body = "".join(f"<p>{each}</p>" for each in paragraphs)
        members[f"OEBPS/{name}.xhtml"] = (
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>'
        )
    return zipped({name: text.encode() for name, text in members.items()})


def message(text: str = TEXT, *, subtype: str = "plain", attached: Mapping[str, bytes] | None = None) -> bytes:
    """Return a message."""
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Jane Doe <jane@post.example>", "john@post.example", TITLE
    mail["Date"], mail["Message-ID"] = "Mon, 03 Jun 2024 10:00:00 +0000", "<1@post.example>"
    mail.set_content(text, subtype=subtype)
    for name, data in (attached or {}).items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail)


def records(count: int = 2) -> list[dict[str, t.Any]]:
    """Return the records of a table of articles."""
    return [
        {
            "id": f"a{number}",
            "title": f"Report {number}",
            "date": f"2024-06-0{number}",
            "text": PARAGRAPHS[number],
            "views": number,
        }
        for number in range(1, count + 1)
    ]


def csv(rows: Sequence[Mapping[str, t.Any]], *, mark: str = ",") -> bytes:
    """Return a table with a heading."""
    import csv as library

    output = io.StringIO(newline="")
    writer = library.DictWriter(output, rows[0].keys(), delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return output.getvalue().encode()


def parquet(rows: Sequence[Mapping[str, t.Any]]) -> bytes:
    """Return a table."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    return _saved(lambda target: pq.write_table(pa.Table.from_pylist(list(rows)), target))


def json_lines(rows: Iterable[object]) -> bytes:
    """Return records, one per line."""
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def rss(entries: int = 2) -> bytes:
    """Return a feed whose entries contain HTML."""
    items = "".join(
        f"<item><title>Report {number}</title><link>https://post.example/news/report-{number}</link>"
        f"<guid>https://post.example/news/report-{number}</guid><pubDate>Mon, 0{number} Jun 2024 10:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{PARAGRAPHS[number]}&lt;/p&gt;</description></item>"
        for number in range(1, entries + 1)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title>{items}</channel></rss>'.encode()


def atom() -> bytes:
    """Return an Atom feed."""
    entry = (
        "<title>Report</title><id>tag:post,1</id><updated>2024-06-03T10:00:00Z</updated>"
        f"<author><name>Jane Doe</name></author><content>{PARAGRAPHS[0]}</content>"
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry>{entry}</entry></feed>'.encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=zipfile.ZIP_DEFLATED)
    return output.getvalue()


def gz(data: bytes) -> bytes:
    """Return the content compressed with gzip."""
    return gzip.compress(data, mtime=0)


def zst(data: bytes) -> bytes:
    """Return the content compressed with Zstandard."""
    return zstandard.ZstdCompressor().compress(data)


def _saved(save: t.Callable[[io.BytesIO], object]) -> bytes:
    output = io.BytesIO()
    save(output)
    return output.getvalue()
