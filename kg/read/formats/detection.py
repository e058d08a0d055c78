"""Detect the format of a file from its content; the file extension decides only in ambiguous cases."""

import csv
import io
import json
import re
import typing as t
import zipfile
from dataclasses import replace
from itertools import islice

from kg.errors import UnreadableDocument
from kg.read.encoding import decode
from kg.read.file import File

HEAD: t.Final = 4096
"""The number of characters in which format signatures are searched."""
PACKED: t.Final[t.Mapping[bytes, str]] = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"\x1f\x8b": "gz",
    b"\x28\xb5\x2f\xfd": "zst",
    b"PAR1": "parquet",
}
"""The first bytes of each binary format."""
OTHERS: t.Final[t.Mapping[bytes, tuple[str, str]]] = {
    b"\x89PNG\r\n": ("a PNG image", ""),
    b"\xff\xd8\xff": ("a JPEG image", ""),
    b"GIF8": ("a GIF image", ""),
    b"II*\0": ("a TIFF image", ""),
    b"MM\0*": ("a TIFF image", ""),
    b"RIFF": ("an image or a recording (RIFF)", ""),
    b"ID3": ("a recording (MP3)", "give its transcript"),
    b"OggS": ("a recording (Ogg)", "give its transcript"),
    b"fLaC": ("a recording (FLAC)", "give its transcript"),
    b"\x1aE\xdf\xa3": ("a video (Matroska)", "give its transcript"),
    b"\xd0\xcf\x11\xe0": ("a file of an old version of Microsoft Office", "save it as DOCX, PDF or text"),
    b"{\\rtf": ("Rich Text", "save it as DOCX, PDF or text"),
    b"%!PS": ("PostScript", "save it as PDF"),
    b"7z\xbc\xaf": ("a 7z archive", "unpack it and give the folder"),
    b"Rar!": ("a RAR archive", "unpack it and give the folder"),
    b"BZh": ("packed with bzip2", "unpack it"),
    b"\xfd7zXZ": ("packed with xz", "unpack it"),
    b"SQLite format 3\0": ("an SQLite database", "save its table as CSV"),
    b"\x7fELF": ("a program", ""),
    b"MZ\x90\0": ("a program", ""),
}
"""The first bytes of unsupported kinds of files, what they are, and advice for the user."""
NAMED: t.Final[t.Mapping[str, str]] = {
    ".docx": "a Word document",
    ".epub": "an EPUB book",
    ".pdf": "a PDF",
    ".parquet": "a Parquet file",
    ".zip": "a zip archive",
}
"""The expected kinds of files by extension, for content that is neither that nor text."""
TAR: t.Final = (257, b"ustar")
"""The position and the signature of a tar archive."""
IN_ZIP: t.Final[t.Mapping[str, str]] = {"word/document.xml": "docx", "META-INF/container.xml": "epub"}
"""The format of a zip file, by a member that it has."""
OFFICE: t.Final[t.Mapping[str, tuple[str, str]]] = {
    "xl/workbook.xml": ("an Excel workbook", "save its table as CSV"),
    "ppt/presentation.xml": ("a PowerPoint presentation", "save it as PDF"),
    "content.xml": ("an OpenDocument file", "save it as DOCX, PDF or text"),
}
"""The unsupported formats of zip files, by a member that they have."""
OF_XML: t.Final = frozenset({".xml", ".svg"})
"""The extensions of files that are XML even if they do not begin with `<?xml`."""
BEGINNING: t.Final = 2**16
"""The number of characters used to detect the format of a text."""
FIRST_ROWS: t.Final = 20
CODE_SUFFIXES: t.Final = frozenset(
    (
        *(".py", ".pyi", ".js", ".mjs", ".ts", ".tsx", ".jsx", ".java", ".c", ".h", ".cc", ".cpp"),
        *(".hpp", ".cs", ".go", ".rs", ".rb", ".php", ".pl", ".sh", ".bash", ".ps1", ".bat", ".sql"),
        *(".r", ".jl", ".swift", ".kt", ".scala", ".lua", ".hs", ".css", ".scss", ".toml", ".ini", ".cfg"),
        *(".yaml", ".yml", ".tf", ".mk", ".cmake", ".ipynb"),
    )
)
LIKELY_CODE: t.Final = 0.2
"""The minimum share of lines that look like code if the file extension says so, and if it does not."""
SURE_CODE: t.Final = 0.6
FEWEST_LINES: t.Final = 5
FEWEST_FIGURES: t.Final = 20
SHORT_CELL: t.Final = 40

_ROOT = re.compile(
    r"(?>\s|<\?[^>]*>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)*+<(?P<root>[a-z][\w.:-]*)", re.I | re.S
)
_HTML_DOCTYPE = re.compile(r"<!doctype\s+html", re.I)
_HTML_TAG = re.compile(r"</?(?:html|head|body|div|p|span|a|br|h[1-6]|ul|li|table|img|article|section)\b[^>]*>", re.I)
_HEADER = re.compile(r"[!-9;-~]+:|[ \t]+\S")
_ENVELOPE = re.compile(r"^From \S++ (?>[^\n]*?\d{4})[^\n]*+\n", re.M)
_MAIL_HEADERS: t.Final = frozenset({"date", "message-id", "mime-version", "received", "return-path"})
_FRONT_MATTER = re.compile(r"---\r?\n(?:[\w-]+:.*\r?\n)+---\r?\n")
_MARKED_UP = re.compile(r"^#{1,6} \S|\]\(https?://|^```|\*\*\w[^*\n]*\*\*", re.M)
_CODE_LINE = re.compile(
    r"[;{}]$|^[}\])]|\w\([^()]*\):?$|^[\w.\[\]\"']+(?: \w+)* ?[-+*/|:]?= ?\S|^#!|^(?://|/\*|@\w)|^\w+ .*:$"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FIGURE = re.compile(r"[^\w\s]*\d[\d.,:/%+-]*[^\w\s]*")


def with_format(file: File) -> tuple[str, File]:
    """Return the format of a file, and the file with its text if it is a text.

    Raises:
        UnreadableDocument: the format is not supported.
    """
    data = file.data
    if not data.strip():
        raise UnreadableDocument("is empty", kind="empty")
    packed = next((name for mark, name in PACKED.items() if data.startswith(mark)), None)
    if packed is None and b"%PDF-" in data[:1024]:  # servers may put something before it, which does no harm
        packed = "pdf"
    if packed is not None:
        return (_in_zip(file) if packed == "zip" else packed), file
    _refuse_others(data)
    file = replace(file, text=_text(file))
    return format_of_text(file), file


def _text(file: File) -> str:
    """Return the text of a file that is not in another format."""
    try:
        text = decode(file.data, file.charset)
        if len(_CONTROL.findall(text[:HEAD])) * 10 > len(text[:HEAD]) >= 64:
            raise UnreadableDocument("is not text", kind="binary")
    except UnreadableDocument as error:
        if error.kind != "binary" or file.suffix not in NAMED:
            raise
        reason = f"is not {NAMED[file.suffix]}, despite its name"
        raise UnreadableDocument(reason, advice="check that it was saved or downloaded whole") from error
    if not text.strip():
        raise UnreadableDocument("is empty", kind="empty")
    return text


def _refuse_others(data: bytes) -> None:
    found = next((what for mark, what in OTHERS.items() if data.startswith(mark)), None)
    if found is None and data[4:8] == b"ftyp":
        found = ("a video or a recording (MP4)", "give its transcript")
    if found is None and data[TAR[0] :].startswith(TAR[1]):
        found = ("a tar archive", "unpack it and give the folder")
    if found is not None:
        raise UnreadableDocument(f"is {found[0]}, which is not supported", kind="binary", advice=found[1])


def _in_zip(file: File) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableDocument(f"is a broken zip archive: {error}") from error
    known = next((format_ for name, format_ in IN_ZIP.items() if name in names), "zip")
    office = next((what for name, what in OFFICE.items() if name in names), None)
    if office is not None and known == "zip":
        raise UnreadableDocument(f"is {office[0]}, which is not supported", kind="unknown", advice=office[1])
    return known


def format_of_text(file: File) -> str:
    """Return the format of a text.

    Raises:
        UnreadableDocument: it is code, or its format is not supported.
    """
    marked_up = _markup(file)
    if marked_up:
        return marked_up
    if _starts_with_envelope(file):
        return _format_of_mailbox(file)
    head = file.text[:HEAD]
    for name, has_it in (("json lines", _is_json_lines), ("json", _is_json), ("mail", _is_mail), ("csv", _is_table)):
        if has_it(file):
            return name
    if file.suffix in {".md", ".markdown"} or _FRONT_MATTER.match(head) or len(_MARKED_UP.findall(head)) > 2:
        return "markdown"
    if is_code(file.text, LIKELY_CODE if file.suffix in CODE_SUFFIXES else SURE_CODE):
        raise UnreadableDocument("is code, not prose", kind="code")
    if is_figures(file.text):
        raise UnreadableDocument("contains only numbers", kind="figures")
    return "text"


def _markup(file: File) -> str | None:
    """Return the format of a text made of elements, or None for other texts."""
    head = file.text[:HEAD]
    found = _ROOT.match(head)
    root = found["root"] if found else ""
    if root.lower() in {"rss", "feed", "rdf:rdf"}:
        return "feed"
    name = file.suffix in {".html", ".htm", ".xhtml"}
    if root.lower() == "html" or _HTML_DOCTYPE.search(head) or len(_HTML_TAG.findall(head)) > (0 if name else 5):
        return "html"
    if head.lstrip().startswith("<?xml") or _is_element(file, root):
        raise UnreadableDocument(f"is XML of an unsupported kind{f': <{root}>' if root else ''}", kind="unknown")
    return None


def _is_element(file: File, name: str) -> bool:
    """Return whether a file of XML is one element with this name; elements also occur in Markdown and other texts."""
    return bool(name) and file.suffix in OF_XML and file.text.rstrip().endswith(f"</{name}>")


def _is_json_lines(file: File) -> bool:
    lines = [line for line in islice(io.StringIO(file.text), 100) if line.strip()][:2]
    objects = [line for line in lines if line.lstrip().startswith("{") and _parses(line)]
    named = file.suffix in {".jsonl", ".ndjson"}
    return len(objects) == len(lines) and len(objects) > (0 if named else 1)


def _is_json(file: File) -> bool:
    text = file.text.lstrip("\ufeff \t\r\n")
    if not re.match(r"[{\[]\s*[\"{\[\d\-tfn\]}]", text):
        return False
    if _parses(text):
        return True
    if file.suffix == ".json":
        raise UnreadableDocument("is not JSON, despite its name")
    return False


def _parses(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_mail(file: File) -> bool:
    """Return whether a file is an e-mail message by its headers: the sender, and some that only messages have."""
    headers: set[str] = set()
    for line in islice(io.StringIO(file.text), 200):
        if not line.strip():
            break
        if not _HEADER.match(line):
            return False
        headers.add(line.partition(":")[0].lower())
    return "from" in headers and len(headers) > 2 and bool(headers & _MAIL_HEADERS)


def _starts_with_envelope(file: File) -> bool:
    """Return whether a text starts as a mailbox does: with a line of sender and time, then the headers of a message."""
    first = _ENVELOPE.match(file.text)
    return first is not None and _is_mail_after(file, first)


def _format_of_mailbox(file: File) -> str:
    """Return the format of a mailbox with one message; the reader of messages passes over the line before it.

    Raises:
        UnreadableDocument: there are several messages.
    """
    starts = (line for line in _ENVELOPE.finditer(file.text) if _is_mail_after(file, line))
    if len([*islice(starts, 2)]) > 1:
        reason = "is a mailbox of several messages (mbox), which is not supported"
        raise UnreadableDocument(reason, kind="unknown", advice="save its messages as EML files")
    return "mail"


def _is_mail_after(file: File, line: re.Match[str]) -> bool:
    return _is_mail(replace(file, text=file.text[line.end() : line.end() + BEGINNING]))


def _is_table(file: File) -> bool:
    named = file.suffix in {".csv", ".tsv"}
    return delimiter(file.text, named=named) is not None


def delimiter(text: str, *, named: bool) -> str | None:
    """Return the delimiter of a table, in which the first rows are as long as the heading; None if it is not a table.

    Unless the file extension indicates a table, its heading must be short and without blanks at the commas.
    """
    found = (mark for mark in (",", "\t", ";", "|") if _are_rows(_first_rows(text, mark), named=named))
    return next(found, "," if named else None)


def _first_rows(text: str, mark: str) -> list[list[str]]:
    """Return the first rows of a table, or none if it is malformed."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text[:BEGINNING], newline=""), delimiter=mark) if row]
    except csv.Error:
        return []
    return rows[: -1 if len(text) > BEGINNING else None][:FIRST_ROWS]  # the last may be cut off


def _are_rows(rows: list[list[str]], *, named: bool) -> bool:
    if len(rows) < (2 if named else 3) or len(rows[0]) < 2:
        return False
    even = all(len(row) == len(rows[0]) for row in rows)
    return even and (named or _is_heading(rows[0]))


def _is_heading(cells: list[str]) -> bool:
    """Return whether cells are names of columns, not the words of a text with commas."""
    short = all(cell and len(cell) <= SHORT_CELL and cell == cell.strip() for cell in cells)
    return short and len(set(cells)) == len(cells) and not cells[-1].endswith(".")


def is_code(text: str, share: float) -> bool:
    """Return whether at least this share of the lines looks like a program or its settings."""
    lines = [line.strip() for line in islice(io.StringIO(text), 2000) if line.strip()]
    if lines and lines[0].startswith("#!"):
        return True
    return len(lines) >= FEWEST_LINES and sum(_CODE_LINE.search(line) is not None for line in lines) >= share * len(
        lines
    )


def is_figures(text: str) -> bool:
    """Return whether most of the words in a text are numbers."""
    words = text[:BEGINNING].split()
    figures = sum(_FIGURE.fullmatch(word) is not None for word in words)
    return figures >= FEWEST_FIGURES and 2 * figures > len(words)
