"""The state that an output folder keeps between runs: its lock, its set of files, and the data about each document."""

from kg.ledger.codec import decoded, encoded
from kg.ledger.folder import digests_of, file_digest, locked, recorded_file, replaced, settle
from kg.ledger.ledger import LEDGER, Entry, Ledger, opened
from kg.ledger.rows import Found, Key, Row, content_of, row, text_digest
from kg.ledger.written import check_not_foreign, record_in

__all__ = [
    "LEDGER",
    "Entry",
    "Found",
    "Key",
    "Ledger",
    "Row",
    "check_not_foreign",
    "content_of",
    "decoded",
    "digests_of",
    "encoded",
    "file_digest",
    "locked",
    "opened",
    "record_in",
    "recorded_file",
    "replaced",
    "row",
    "settle",
    "text_digest",
]
