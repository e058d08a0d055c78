"""Documents in zip containers: DOCX and EPUB."""

import io
import posixpath
import typing as t
import zipfile
import zlib
from collections.abc import Iterator

from kg.errors import UnreadableDocument, in_words
from kg.read.dates import calendar_date
from kg.read.file import File, Part, whole_text
from kg.read.formats.html import paragraphs_of
from kg.read.formats.libraries import needed

CONTAINER: t.Final = "META-INF/container.xml"
OPF: t.Final = "{http://www.idpf.org/2007/opf}"
DC: t.Final = "{http://purl.org/dc/elements/1.1/}"
ROOT_FILE: t.Final = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
ENCRYPTED: t.Final = 0x1
"""The flag of a zip member that is encrypted."""
BROKEN: t.Final = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, NotImplementedError, EOFError, RuntimeError),
)
"""The errors of reading a broken zip."""


def opened(file: File) -> zipfile.ZipFile:
    """Return a zip whose members fit into the unpacking budget; never read more than they announce.

    Raises:
        UnreadableDocument: they do not fit, or it is not a zip.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.data))
    except BROKEN as error:
        raise UnreadableDocument(f"is a broken zip archive: {' '.join(str(error).split())}") from error
    for member in archive.infolist():
        file.budget.spend(member.file_size, member.compress_size)
    return archive


def read_docx(file: File) -> Iterator[Part]:
    """Yield the paragraphs of a Word document, with Markdown marks for headings; tables and notes are left out.

    Raises:
        UnreadableDocument: it is broken, encrypted, or has no text.
    """
    docx = needed("docx", "docx", "a Word document")
    opened(file).close()
    try:
        document = docx.Document(io.BytesIO(file.data))
        found = [line for paragraph in document.paragraphs if (line := _paragraph(paragraph))]
        about = document.core_properties
        title, author = about.title, about.author  # the days are often those of a template
    except Exception as error:  # python-docx can raise anything for a broken part
        reason = f"is a broken Word document: {in_words(error)}"
        raise UnreadableDocument(reason) from error
    if not found:
        raise UnreadableDocument("is a Word document without running text", kind="empty")
    text = "\n\n".join(found)
    shown = title if title and title in text[: len(title) + 500] else None
    yield Part(text, title=shown, author=author or None)


def _paragraph(paragraph: t.Any) -> str:
    words = " ".join(paragraph.text.split())
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if not words or not style.startswith(("Title", "Heading")):
        return words
    return f"# {words}" if style.startswith("Title") or style == "Heading 1" else f"## {words}"


def read_epub(file: File) -> Iterator[Part]:
    """Yield the chapters of a book in order, each as a separate text.

    Raises:
        UnreadableDocument: it is broken, encrypted, or has no text.
    """
    from lxml import etree

    with opened(file) as archive:
        try:
            chapters = [chapter for chapter in _chapters(archive) if chapter.text]
        except (*BROKEN, StopIteration, TypeError, etree.LxmlError) as error:
            raise UnreadableDocument(f"is a broken EPUB: {' '.join(str(error).split())}") from error
    if not chapters:
        raise UnreadableDocument("is an EPUB without text", kind="empty")
    yield from chapters


def _chapters(archive: zipfile.ZipFile) -> Iterator[Part]:
    package = next(_tree(archive.read(CONTAINER)).iter(ROOT_FILE)).get("full-path")
    root = _tree(archive.read(package))
    hrefs = {item.get("id"): item.get("href") for item in root.iter(f"{OPF}item")}
    title, author, source, day = (_words(root, f"{DC}{name}") for name in ("title", "creator", "publisher", "date"))
    for number, item in enumerate(root.iter(f"{OPF}itemref"), start=1):
        href = hrefs[item.get("idref")]
        tree = _tree(archive.read(posixpath.normpath(posixpath.join(posixpath.dirname(package), href))), html=True)
        text = "\n\n".join(paragraphs_of(tree))
        yield Part(
            text,
            id=posixpath.splitext(posixpath.basename(href))[0],
            title=_words(tree, "title") or title,
            published=calendar_date(day or ""),
            source=source,
            author=author,
            places=whole_text(text, f"chapter {number}"),
        )


def _tree(data: bytes, *, html: bool = False) -> t.Any:
    """Return a tree of elements; entities are not resolved, and nothing is downloaded."""
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser() if html else etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser=parser)


def _words(tree: t.Any, tag: str) -> str | None:
    found = next(tree.iter(tag), None)
    return (" ".join("".join(found.itertext()).split()) or None) if found is not None else None
