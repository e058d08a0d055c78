"""The catalogue of constructions is executed: each sentence gives exactly the claims that stand under it."""

import re
import typing as t
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from kg.extract import reading
from kg.extract.nouns import NOUN_RULES
from kg.extract.subjects import SUBJECT_RULES
from kg.model import Claim, Document, Span
from kg.reference.annotation import annotate

CATALOGUE: t.Final = Path(__file__).resolve().parents[2] / "docs" / "constructions.md"
RULE_NAMES: t.Final = sorted({*SUBJECT_RULES, *(rule.__name__.replace("_", "-") for rule in NOUN_RULES)})
SENTENCE, CLAIM, PUBLISHED, GAP, NO_CLAIM = "> ", "- ", "Date: ", "Gap: ", "No claim."
CLAIM_LINE: t.Final = re.compile(
    r"- [^|·]+ \| [^|·]+ \| [^|·]+"
    r"( · negated)?( · (hedged|planned|hypothetical))?( · said by [^|·]+)?( · denied by [^|·]+)?"
    r"( · time [^|· ]+)?( · \*[a-z ]+\* [^|·]+)* · (?P<rule>[a-z-]+)"
)


class Entry(t.NamedTuple):
    """One construction: the lines under its heading, which hold a sentence and the claims that it makes."""

    section: str
    heading: str
    lines: Sequence[str]

    @property
    def name(self) -> str:
        """Section and heading."""
        return f"{self.section}: {self.heading}"

    @property
    def claims(self) -> list[str]:
        """The lines of the claims, sorted."""
        return sorted(each for each in self.lines if each.startswith(CLAIM))

    def after(self, mark: str) -> str | None:
        """Return what follows a mark at the start of a line, None where no line has the mark."""
        return next((each.removeprefix(mark) for each in self.lines if each.startswith(mark)), None)


def catalogue() -> list[Entry]:
    """Return the entries of the catalogue in their order."""
    sections = re.split(r"^## ", CATALOGUE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [entry for section in sections for entry in _entries(*section.split("\n### "))]


def _entries(section: str, *texts: str) -> Iterator[Entry]:
    for text in texts:
        heading, *lines = text.splitlines()
        yield Entry(section.strip(), heading, lines)


def line(claim: Claim) -> str:
    """Return the line that stands for a claim in the catalogue."""
    core = f"{CLAIM}{claim.subject.text} | {claim.relation} | {claim.object.text}"
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


ENTRIES: t.Final = catalogue()


def _marks(entry: Entry) -> list[pytest.MarkDecorator]:
    gap = entry.after(GAP)
    return [pytest.mark.xfail(strict=True, reason=gap, raises=AssertionError)] if gap else []


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.name, marks=_marks(entry)) for entry in ENTRIES])
def test_sentence_makes_its_claims(entry: Entry, nlp: Language) -> None:
    published = entry.after(PUBLISHED)
    document = Document(
        "entry", entry.after(SENTENCE) or "", published=date.fromisoformat(published) if published else None
    )
    (doc,) = annotate([document], nlp, prose=lambda d: [Span(d.id, 0, len(d.text))])
    assert sorted(map(line, reading(doc).claims)) == entry.claims


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_entry_is_well_formed(entry: Entry) -> None:
    marks = [each.startswith(SENTENCE) for each in entry.lines]
    assert marks.count(True) == 1
    below = [each for each in entry.lines[marks.index(True) + 1 :] if each]
    assert bool(entry.claims) == (NO_CLAIM not in below)
    assert [each for each in below if not each.startswith((CLAIM, GAP, NO_CLAIM))] == []
    assert [claim for claim in entry.claims if not _is_claim(claim)] == []


def _is_claim(text: str) -> bool:
    form = CLAIM_LINE.fullmatch(text)
    return form is not None and form["rule"] in RULE_NAMES


def test_catalogue_is_large() -> None:
    assert len(ENTRIES) >= 120


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_every_rule_is_shown_at_work(rule: str) -> None:
    assert [entry for entry in ENTRIES if not entry.after(GAP) and any(c.endswith(f" · {rule}") for c in entry.claims)]


@pytest.mark.parametrize(
    "texts", [[e.name for e in ENTRIES], [e.after(SENTENCE) for e in ENTRIES]], ids=["name", "sentence"]
)
def test_nothing_stands_twice(texts: list[str]) -> None:
    assert [text for text, count in Counter(texts).items() if count > 1] == []
