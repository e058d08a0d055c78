"""Compressed files: gzip, Zstandard and zip; unpacking them yields files again."""

import gzip
import io
import typing as t
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.errors import UnreadableDocument
from kg.model import Failure
from kg.read.file import MAX_BYTES, MAX_DEPTH, MAX_RATIO, SMALL, File, bomb, is_skipped
from kg.read.formats.libraries import needed
from kg.read.formats.office import BROKEN, ENCRYPTED, opened

CHUNK: t.Final = 2**20
STEP: t.Final = 512
"""The bytes of a Zstandard file unpacked at a time: they may expand to some megabytes."""
LARGEST_WINDOW: t.Final = 2**27


def unpack_gz(file: File) -> Iterator[File]:
    """Yield the content of a gzip file.

    Raises:
        UnreadableDocument: it is broken, or unpacks to more than the limit.
    """
    stream = gzip.GzipFile(fileobj=io.BytesIO(file.data))
    yield _unpacked(file, iter(lambda: stream.read(CHUNK), b""), (zlib.error, OSError, EOFError))


def unpack_zst(file: File) -> Iterator[File]:
    """Yield the content of a Zstandard file.

    Raises:
        UnreadableDocument: it is broken, or unpacks to more than the limit.
    """
    zstandard = needed("zstandard", "zstd", "packed with Zstandard")
    yield _unpacked(file, _frames(file.data, zstandard), (zstandard.ZstdError, EOFError))


def _frames(data: bytes, zstandard: t.Any) -> Iterator[bytes]:
    """Yield the content of the frames of a Zstandard file, piece by piece."""
    place = 0
    while place < len(data):
        frame = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW).decompressobj()
        while not frame.eof:
            if place >= len(data):
                raise EOFError("it ends within a frame")
            yield frame.decompress(data[place : place + STEP])
            place += STEP
        place = min(place, len(data)) - len(frame.unused_data)


def unpack_zip(file: File) -> Iterator[File | Failure]:
    """Yield the members of a zip in the order of their names, except for folders and hidden files.

    Raises:
        UnreadableDocument: it is broken, has no other members, or unpacks to more than the limit.
    """
    if file.depth >= MAX_DEPTH:
        raise bomb(f"lies in {MAX_DEPTH} archives")
    with opened(file) as archive:
        members = [each for each in archive.infolist() if _is_read(each.filename)]
        if not members:
            raise UnreadableDocument("holds no file to read", kind="empty")
        for member in sorted(members, key=lambda each: each.filename):
            yield _member(file, archive, member)


def _is_read(name: str) -> bool:
    """Return whether a member is a file that is not hidden; `..` in a path is no hidden folder."""
    # ZipInfo.is_dir fails on a member without a name
    return not name.endswith("/") and (_leads_out(name) or not is_skipped(name))


def _leads_out(name: str) -> bool:
    return ".." in name.split("/")


def _member(file: File, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> File | Failure:
    name = member.filename
    if _leads_out(name):
        return Failure(name, "has a path that leads out of the archive", kind="special", advice="unpack it")
    if member.flag_bits & ENCRYPTED:
        return Failure(name, "is encrypted", kind="encrypted", advice="unpack it with its password")
    try:
        data = archive.read(member)
    except BROKEN as error:
        return Failure(name, f"cannot be unpacked: {' '.join(str(error).split())}", kind="broken")
    return replace(file, name=name, data=data, text="", depth=file.depth + 1)


def _unpacked(file: File, pieces: Iterable[bytes], errors: tuple[type[Exception], ...]) -> File:
    """Return the unpacked file, if it stays within the limit."""
    if file.depth >= MAX_DEPTH:
        raise bomb(f"lies in {MAX_DEPTH} archives")
    data = bytearray()
    most = min(file.budget.unpacked, max(SMALL, MAX_RATIO * len(file.data)))
    try:
        for piece in pieces:
            data += piece
            if len(data) > most:
                break
    except errors as error:
        raise UnreadableDocument(f"cannot be unpacked: {' '.join(str(error).split())}") from error
    file.budget.spend(len(data), len(file.data))
    if len(data) > most:
        raise bomb(f"unpacks to more than {MAX_BYTES // 2**20} MB")
    return replace(file, data=bytes(data), text="", depth=file.depth + 1)
