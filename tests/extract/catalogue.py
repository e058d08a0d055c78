"""Catalogue of constructions as values: its entries, and the lines that represent claims.

`python -m tests.extract.catalogue` prints each entry whose claims differ from those listed, and each gap that is
closed; with `--write` it updates the file with the claims that are found.
"""

import re
import sys
import typing as t
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from spacy.language import Language

from kg.extract import reading
from kg.grammar.pipeline import load
from kg.model import Claim, Document, Span
from kg.reference.annotation import annotate

CATALOGUE: t.Final = Path(__file__).resolve().parents[2] / "docs" / "constructions.md"
SENTENCE, CLAIM, PUBLISHED, GAP, NO_CLAIM = "> ", "- ", "Date: ", "Gap: ", "No claim."


class Entry(t.NamedTuple):
    """One construction: the lines under its heading, with a sentence and the claims that it makes."""

    section: str
    heading: str
    lines: Sequence[str]

    @property
    def name(self) -> str:
        """The section and heading."""
        return f"{self.section}: {self.heading}"

    @property
    def claims(self) -> list[str]:
        """The lines of the claims, sorted."""
        return sorted(each for each in self.lines if each.startswith(CLAIM))

    def after(self, mark: str) -> str | None:
        """Return the text after a mark at the start of a line, None if no line has the mark."""
        return next((each.removeprefix(mark) for each in self.lines if each.startswith(mark)), None)


def catalogue() -> list[Entry]:
    """Return the entries of the catalogue in order."""
    sections = re.split(r"^## ", CATALOGUE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [entry for section in sections for entry in _entries(*section.split("\n### "))]


def _entries(section: str, *texts: str) -> Iterator[Entry]:
    for text in texts:
        heading, *lines = text.splitlines()
        yield Entry(section.strip(), heading, lines)


def found_claims(entry: Entry, nlp: Language) -> list[str]:
    """Return the lines of the claims that the rules find in the sentence of an entry, in text order.

    Claims of any confidence count: the catalogue shows what is extracted, not what is displayed.
    """
    published = entry.after(PUBLISHED)
    document = Document(
        "entry", entry.after(SENTENCE) or "", published=date.fromisoformat(published) if published else None
    )
    (doc,) = annotate([document], nlp, prose=lambda d: [Span(d.id, 0, len(d.text))])
    return [line(claim) for claim in reading(doc, min_confidence=0.0).claims]


def line(claim: Claim) -> str:
    """Return the line that represents a claim in the catalogue."""
    core = f"{CLAIM}{claim.subject.text} | {claim.relation}"
    if claim.object is not None:
        core += f" | {claim.object.text}"
    return " · ".join([core, *_circumstances(claim), claim.evidence.rule])


def _circumstances(claim: Claim) -> Iterator[str]:
    if claim.negated:
        yield "negated"
    if claim.modality != "asserted":
        yield claim.modality
    if claim.speaker is not None:
        yield f"said by {claim.speaker.text}"
    if claim.denied_by is not None:
        yield f"denied by {claim.denied_by.text}"
    if claim.time is not None:
        yield f"time {claim.time.value}"
    yield from (f"*{qualifier.role}* {qualifier.value.text}" for qualifier in claim.qualifiers)


class Change(t.NamedTuple):
    """An entry that is out of date, with the lines of the claims that the rules find."""

    entry: Entry
    found: Sequence[str]

    def report(self) -> Iterator[str]:
        """Yield the lines to print: "-" for a listed claim, "+" for a found one, and a gap that is closed."""
        yield f"\n{self.entry.name}\n> {self.entry.after(SENTENCE)}"
        yield from (f"  {each}" for each in self.found if each in self.entry.claims)
        yield from (f"-{each}" for each in self.entry.claims if each not in self.found)
        yield from (f"+{each}" for each in self.found if each not in self.entry.claims)
        gap = self.entry.after(GAP)
        yield from [f"closed: {gap}"] if gap is not None else []

    def text(self) -> str:
        """Return the entry with the claims that are found."""
        published = self.entry.after(PUBLISHED)
        lines = [f"{PUBLISHED}{published}", ""] if published is not None else []
        lines += [f"{SENTENCE}{self.entry.after(SENTENCE)}", *(self.found or ["", NO_CLAIM])]
        return "\n".join([f"### {self.entry.heading}", *lines]) + "\n"


def changes(nlp: Language) -> Iterator[Change]:
    """Yield each entry whose claims differ from those listed, and each gap that is closed."""
    for entry in catalogue():
        found = found_claims(entry, nlp)
        if (sorted(found) == entry.claims) == (entry.after(GAP) is not None):
            yield Change(entry, found)


def renewed(text: str, made: Iterable[Change]) -> str:
    """Return the text of the catalogue with the changed entries updated."""
    for change in made:
        lines = "\n".join([f"### {change.entry.heading}", *change.entry.lines]).rstrip("\n") + "\n"
        before, after = text.split(f"## {change.entry.section}\n", 1)
        text = f"{before}## {change.entry.section}\n{after.replace(lines, change.text(), 1)}"
    return text


def main(arguments: Sequence[str]) -> int:
    """Print the entries whose claims changed; the exit code is 1 if there are any, unless they are written."""
    made = list(changes(load()))
    for change in made:
        sys.stdout.write("\n".join([*change.report(), ""]))
    if "--write" in arguments:
        CATALOGUE.write_text(renewed(CATALOGUE.read_text(encoding="utf-8"), made), encoding="utf-8")
        return 0
    return int(bool(made))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
