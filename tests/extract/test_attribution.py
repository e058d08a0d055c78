"""Speakers and deniers, in our own sentences; for rules that read only clauses, in clauses written by hand."""

import typing as t

import pytest
from spacy.language import Language

from kg.extract.attribution import DENIABLE, PASSING, denial_of, is_report, reports, source_of
from kg.extract.chains import chain_of
from tests.extract.clauses import written
from tests.extract.sentences import clause, read

SOURCES: t.Final = [
    ("nobody", "closed", None, "The firm closed the mine."),
    ("verb of saying", "closed", "minister", "The minister said that the firm closed the mine."),
    ("nearest of two", "closed", "minister", "The clerk said the minister claimed that the firm closed the mine."),
    ("what would follow", "save", "minister", "The minister announced that it had a plan, which would save it."),
    ("made clear", "closed", "minister", "The minister made it clear that the firm closed the mine."),
    ("agent of a passive", "closed", "minister", "It was confirmed by the minister that the firm closed the mine."),
    ("according to", "closed", "minister", "According to the minister, the firm closed the mine."),
    ("according to a thing, set off", "closed", "tally", "The firm closed the mine in May, according to the tally."),
    ("according to a thing, first", "closed", "tally", "According to the tally, the firm closed the mine in May."),
    ("according to a method", "sorted", None, "The firm sorted the coal according to size."),
    ("according to what it tells of", "closed", None, "Rents fell, according to the firm that closed the mine."),
    ("according to, for the first of two", "sold", "minister",
     "The firm sold the land and the owner closed the mine, according to the minister."),
    ("a clause of saying between two clauses", "closed", "minister",
     "The firm sold the land, the minister said, and the owner closed the mine."),
    ("a clause of saying, before another report", "told", None,
     "It sold the land, the minister said, but the owner told the board that it fell."),
    ("according to, before another clause", "closed", None,
     "The firm sold the land, according to the minister; the owner closed the mine."),
    ("concession about what is told", "burned", "Silva", "Silva says the mill is safe, although it burned in May."),
    ("concession about whom it is told of", "left", "Silva", "Silva says the owner slept, although he left in May."),
    ("concession about who speaks", "raised", None, "Silva says the toll is fair, although she raised it in May."),
    ("contrast with what another says", "fell", "Reed", "Silva says rents rose, while Reed says that they fell."),
    ("speaker at the end", "is", "engineers", "The mill is safe, noted the engineers."),
    ("reporter at the end", "closed", "Post", "The firm has closed nine mines, reported the Harbour Post."),
    ("description before who says it", "closed", "minister",
     "The mine, which closed in May, was sold by the firm, the minister said."),
    ("description of what is told", "closed", None, "The minister said the mine, which closed in May, is for sale."),
    ("past perfect in a description", "closed", "minister",
     "The minister said that the mine, which had closed in May, was sold."),
    ("past perfect in what is believed", "closed", None,
     "The minister hopes that the mine, which had closed in May, was sold."),
    ("event at the end of what is told", "closed", "minister",
     "The minister said that the firm ran the mine until May, when it closed."),
    ("one of several, by name", "closed", "Silva", "One of the owners, Ana Silva, said that the firm closed the mine."),
    ("in a statement", "closed", "minister", "The minister said in a written statement that the firm closed the mine."),
    ("after another clause with that", "closed", "minister",
     "The minister said that it had rained, but that the firm closed the mine."),
    ("first of two clauses before it", "closed", "minister",
     "The mine closed, but the owners will be paid for it, the minister said."),
    ("behind a colon", "closed", "she", "Silva was blunt: the mine, she said, has closed."),
    ("as somebody told us", "closed", "minister", "As the minister told us, the firm closed the mine."),
    ("when somebody told something", "closed", None, "The firm closed the mine as the minister told the story."),
    ("quoted as saying", "closed", "minister", "The minister was quoted as saying the firm closed the mine."),
    ("quoted by another", "closed", "minister", "The paper quoted the minister as saying the firm closed the mine."),
    ("as somebody said", "closed", "minister", "The firm closed the mine, as the minister said."),
    ("as nobody in particular said", "closed", None, "As announced, the firm closed the mine."),
    ("as somebody reported it", "closed", "minister", "The firm, as reported by the minister, closed the mine."),
    ("as reported, with who says it", "closed", "minister", "The firm closed it, as reported, the minister said."),
    ("as was expected", "closed", None, "The firm closed the mine, as expected."),
    ("as somebody expected", "closed", None, "The firm closed the mine, as the minister had expected."),
    ("as somebody feared", "closed", None, "The firm closed the mine, as the minister had feared."),
    ("aside", "closed", "minister", "The mine, the minister said, was closed by the firm."),
    ("noun with its owner", "closed", "minister", "The minister's claim that the firm closed the mine angered us."),
    ("noun that somebody has", "closed", "minister", "The minister repeated the claim that the firm closed the mine."),
    ("noun of what cannot speak", "closed", None, "Soft tones support the belief that the firm closed the mine."),
    ("quotation", "closed", "minister", '"The firm closed the mine," the minister said.'),
    ("inside who told it", "closed", "Blair", 'She understood that "the firm closed it", Mr Blair told a paper.'),
    ("who says that he knows", "closed", "minister", "The minister said Ana Silva had learned that the mine closed."),
    ("who says that he was told", "closed", "bank", "The bank said it had been advised that the mine closed."),
    ("source of an accusation", "burning", "police", "According to police, they are accused of burning the mill."),
    ("who charges somebody with it", "burning", "police", "The police charged the miners with burning the mill."),
    ("agent who charges", "burning", "police", "The miners were charged by police with burning the mill."),
    ("by what it is done", "sorted", None, "The plots are sorted according to their size."),
    ("numbers", "fell", "numbers", "Rents fell, according to numbers that the council has."),
    ("share of persons", "closed", "thirds", "Two thirds of the miners said that the firm closed the mine."),
    ("those asked", "closed", "third", "A third of those asked said that the firm closed the mine."),
    ("word for a thing", "closed", "giant", "The steel giant said that it closed the mine."),
    ("who says that he told", "told", "minister", "The minister said he told the miners that the firm closed."),
    ("what an it shows", "fell", "Silva", "“It shows that prices fell,” Ana Silva said."),
    ("what an it hopes", "fall", "It", "“It hopes that prices fall,” Ana Silva said."),
    ("what an it shows in nobody's words", "fell", "It", "It shows that prices fell."),
    ("what somebody finds", "look", "minister", "The minister said that guests find what they look for."),
    ("what somebody finds himself doing", "waiting", None, "The guests found themselves waiting in Oslo."),
    ("what somebody finds another doing", "waiting", None, "The guests found Ana Silva waiting in Oslo."),
    ("what somebody finds to be so", "rose", "guests", "The guests found that rents rose in Oslo."),
    ("site of which somebody says it", "closed", "police", "They run a mine, which the police say was closed."),
    ("person of whom somebody says it", "closed", "minister", "Ana Silva, who the minister says closed it, left."),
    ("plan of which somebody says it", "closed", "minister", "They saw the firm that the minister said closed it."),
    ("what no speaker says", "closed", None, "The weather said that the firm closed the mine."),
    ("what is not said", "closed", None, "The minister never said that the firm closed the mine."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "speaker", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in SOURCES]
)  # fmt: skip
def test_who_says_it(nlp: Language, head: str, speaker: str | None, sentence: str) -> None:
    text = read(nlp, sentence)
    source = source_of(text, chain_of(text, clause(text, head)))
    assert (source.speaker.text if source is not None and source.speaker is not None else None) == speaker


CLAIMED: t.Final = [("The minister said that the firm closed the mine.", False),
                    ("The minister alleged that the firm closed the mine.", True),
                    ("It was said that the firm closed the mine.", True),
                    ("It was announced that the firm closed the mine.", False),
                    ("It was said by the minister that the firm closed the mine.", False),
                    ("The minister's claim that the firm closed the mine angered us.", True),
                    ('"There is a suspicion that the firm closed the mine," Ana Silva said.', True)]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claims"), CLAIMED)
def test_what_is_only_claimed(nlp: Language, sentence: str, claims: bool) -> None:
    text = read(nlp, sentence)
    source = source_of(text, chain_of(text, clause(text, "closed")))
    assert source is not None
    assert source.claims is claims


SAY: t.Final = "[subject It] +is said=say.passive [content>1]"


@pytest.mark.parametrize("kind", sorted(PASSING - {"noun content"}))
def test_what_hangs_on_reported_clauses_is_reported(kind: str) -> None:
    text, (_, _, below) = written(SAY, "content>0 that: [subject rain] fell=fall", f"{kind}>1: grew=grow")
    assert [source.cue.text for source in reports(text, below)] == ["said"]


def test_a_main_clause_is_not_reported_by_another() -> None:
    text, (*_, below) = written(SAY, "content>0 that: [subject rain] fell=fall", "main>1: grew=grow")
    assert list(reports(text, below)) == []


@pytest.mark.parametrize(
    ("string", "is_one"),
    [("[subject She] said=say", True), ("[subject She] denied=deny", True), ("[subject She] ate=eat", False),
     ("[subject She] +did -not say", False)],
)  # fmt: skip
def test_verbs_that_report(string: str, is_one: bool) -> None:
    text, (verb,) = written(string)
    assert is_report(text, verb) is is_one


@pytest.mark.parametrize("kind", sorted(DENIABLE))
def test_what_a_verb_of_denying_denies(kind: str) -> None:
    text, (_, below) = written("[subject She] rejected=reject [object that]", f"{kind}>0: [subject it] fell=fall")
    denial = denial_of(text, chain_of(text, below))
    assert denial is not None
    assert denial.speaker is not None
    assert (denial.speaker.text, denial.cue.text) == ("She", "rejected")


DENIALS: t.Final = [
    ("one predicate", True, ["[subject She] denied=deny", "open>0: taking=take.gerund (subject She)"]),
    ("coordinated", True, ["[subject She] denied=deny", "content>0 that: [subject it] fell=fall",
                           "conjunct>1: grew=grow (subject it)"]),
    ("denied by nobody", False, ["[subject She] +did -not deny", "content>0 that: [subject it] fell=fall"]),
    ("reason of a denial", False,
     ["[subject She] denied=deny [object it]", "adverbial>0 because: [subject it] fell=fall"]),
    ("before a denial", False, ["[subject She] rejected=reject [object it]", "gerund>0 before: buying=buy.gerund"]),
    ("no verb of denying", False, ["[subject She] said=say", "content>0 that: [subject it] fell=fall"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("denied", "strings"), [pytest.param(*case[1:], id=case[0]) for case in DENIALS]
)  # fmt: skip
def test_what_is_denied(denied: bool, strings: list[str]) -> None:
    text, clauses = written(*strings)
    assert (denial_of(text, chain_of(text, clauses[-1])) is not None) is denied
