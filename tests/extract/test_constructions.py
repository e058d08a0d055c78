"""The catalogue of constructions is executed: each sentence makes exactly the claims listed under it."""

import re
import typing as t
from collections import Counter
from collections.abc import Iterator

import pytest
from spacy.language import Language

from kg.extract.objects import OBJECTS
from tests.extract.catalogue import CLAIM, GAP, NO_CLAIM, SENTENCE, Change, Entry, catalogue, found_claims, renewed

NOUN_RULES: t.Final = (
    "event-noun", "event-noun-passive", "event-noun-alone",
    "title", "title-role", "role", "apposition", "age", "compound-place", "compound-agent",
    "inclusion",
)  # fmt: skip
RULE_NAMES: t.Final = (*OBJECTS, "no-object", "agentless", *NOUN_RULES)
CLAIM_LINE: t.Final = re.compile(
    r"- [^|·]+ \| [^|·]+( \| [^|·]+)?"
    r"( · negated)?( · (hedged|possible|planned|hypothetical))?( · said by [^|·]+)?( · denied by [^|·]+)?"
    r"( · time [^|· ]+)?( · \*[a-z ]+\* [^|·]+)* · (?P<rule>[a-z-]+)"
)
ENTRIES: t.Final = catalogue()


def _marks(entry: Entry) -> list[pytest.MarkDecorator]:
    gap = entry.after(GAP)
    return [pytest.mark.xfail(strict=True, reason=gap, raises=AssertionError)] if gap else []


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.name, marks=_marks(entry)) for entry in ENTRIES])
def test_sentence_makes_its_claims(entry: Entry, nlp: Language) -> None:
    assert sorted(found_claims(entry, nlp)) == entry.claims


def test_entries_are_well_formed() -> None:
    assert [(entry.name, faults) for entry in ENTRIES if (faults := [*_faults(entry)])] == []


def _faults(entry: Entry) -> Iterator[str]:
    """Yield the errors of an entry."""
    marks = [each.startswith(SENTENCE) for each in entry.lines]
    if marks.count(True) != 1:
        yield "not one sentence"
        return
    below = [each for each in entry.lines[marks.index(True) + 1 :] if each]
    if bool(entry.claims) != (NO_CLAIM not in below):
        yield "claims, or that there are none"
    yield from (each for each in below if not each.startswith((CLAIM, GAP, NO_CLAIM)))
    yield from (claim for claim in entry.claims if _rule(claim) not in RULE_NAMES)


def _rule(text: str) -> str | None:
    form = CLAIM_LINE.fullmatch(text)
    return form["rule"] if form is not None else None


def test_catalogue_is_large() -> None:
    assert len(ENTRIES) >= 400


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_every_rule_is_shown_at_work(rule: str) -> None:
    assert [entry for entry in ENTRIES if not entry.after(GAP) and any(_rule(claim) == rule for claim in entry.claims)]


@pytest.mark.parametrize(
    "texts", [[e.name for e in ENTRIES], [e.after(SENTENCE) for e in ENTRIES]], ids=["name", "sentence"]
)
def test_nothing_is_listed_twice(texts: list[str]) -> None:
    assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_a_closed_gap_is_renewed_in_place() -> None:
    after = "\n### Rise\n> It rose.\n- It | rise · z\n"
    text = f"# Head\n\n## Rain\n\n### Fall\n> It fell.\n- It | fall · x\n\nGap: y.\n{after}"
    entry = Entry("Rain", "Fall", ["> It fell.", "- It | fall · x", "", "Gap: y.", ""])
    renewed_text = renewed(text, [Change(entry, ["- It | fall · no-object"])])
    assert renewed_text == text.replace("- It | fall · x\n\nGap: y.\n", "- It | fall · no-object\n")


def test_a_change_is_reported_line_by_line() -> None:
    entry = Entry("Rain", "Fall", ["> It fell and rose.", "- It | fall · a", "- It | rise · b"])
    assert list(Change(entry, ["- It | fall · a", "- It | rise · c"]).report()) == [
        "\nRain: Fall\n> It fell and rose.", "  - It | fall · a", "-- It | rise · b", "+- It | rise · c",
    ]  # fmt: skip
