"""Statements of event nouns, in our own sentences."""

import typing as t

import pytest
from spacy.language import Language

from kg.extract.claiming import candidates
from kg.extract.events import carrier_of, carries, event_drafts, event_of, frames
from tests.extract.catalogue import line
from tests.extract.sentences import clause, read

STATED: t.Final = [
    ("possessor and of-phrase", "purchase", ["Acme | purchase | the mine · event-noun"],
     "Acme's purchase of the mine pleased investors."),
    ("of and by", "acquisition", ["Borealis | acquire | Acme · event-noun"],
     "The acquisition of Acme by Borealis pleased investors."),
    ("verb that carries it", "sanctions", ["The government | sanction | the bank · event-noun"],
     "The government imposed sanctions on the bank."),
    ("passive that carries it", "Sanctions", ["the council | sanction | the shipyard · event-noun"],
     "Sanctions were imposed on the shipyard by the council."),
    ("gerund inside", "ban", ["The ministry | ban | selling fireworks · event-noun"],
     "The ministry announced a ban on selling fireworks."),
    ("preposition that is kept", "agreement", ["The firm | agree with | the union · event-noun"],
     "The firm signed an agreement with the union."),
    ("thing only", "destruction", ["the bridge | be destroyed · event-noun-passive"],
     "The mayor regrets the destruction of the bridge."),
    ("doer only", "resignation", ["the minister | resign · event-noun-alone"],
     "The resignation of the minister shocked the party."),
    ("what changed by an amount", "rise", ["Costs | rise · *how much* 49.7% · event-noun-alone"],
     "Costs reached 8 million euros, a rise of 49.7%."),
    ("what may change by an amount", "rise", [], "Costs may reach 8 million euros, a rise of 49.7%."),
    ("what becomes less", "fall", ["sales | fall · event-noun-alone"], "The fall in sales hurt the firm."),
    ("where it becomes less", "fall", [], "The fall in Lima hurt the firm."),
    ("what another expresses", "sympathy", ["Norland | sympathize for | the victims · event-noun"],
     "He expressed Norland's sympathy for the victims."),
    ("amount of things", "increase", ["Sales | increase · *how much* 62 units · event-noun-alone"],
     "Sales were 6,798, an increase of 62 units."),
    ("what a change is held against", "drop", ["Rent | drop · *how much* 54 euros · *from* May · event-noun-alone"],
     "Rent fell to 900 euros, a drop of 54 euros from May."),
    ("what somebody does meanwhile", "visit", ["The mayor | visit | Lima · event-noun"],
     "The mayor fell ill during a visit to Lima."),
    ("what somebody does who says something", "interview", ["Silva | speak with | the newspaper · event-noun"],
     "Silva said so in an interview with the newspaper."),
    ("what somebody comments on", "detention", ["Reed | be detained · event-noun-passive"],
     "Silva commented on the detention of Reed."),
    ("when it is unique", "performance", [], "It was the only performance of the year."),
    ("what somebody did not take part in", "talks", [], "The mayor was never locked in talks with the union."),
    ("what a copula tells", "talks", [], "The mayor is in talks with the union."),
    ("what is done instead", "interview", [], "The mayor chose it over an interview with the newspaper."),
    ("nobody", "resignation", [], "A resignation shocked the party."),
    ("noun of persons", "owner", [], "The owner of the mine left the town."),
    ("words before it", "ban", ["its | ban | fishing · *how often* annual · *how* strict · event-noun"],
     "Critics blamed the state for its annual strict ban on fishing."),
    ("noun before it", "ban", ["its | ban | fishing · event-noun"],
     "Critics blamed the state for its trial ban on fishing."),
    *((f"which event it is: {which}", "assault", ["Norland | assault | Oslo · event-noun"],
       f"Norland's {which} assault on Oslo has killed nine people.") for which in ("subsequent", "recent", "previous")),
    ("how a change happens", "fall", ["rents | fall · *how* sharp · event-noun-alone"],
     "The sharp fall in rents hurt the firm."),
    ("manner in the words of the predicate", "visit", ["Silva | visit | Oslo · *how* quietly · event-noun"],
     "Silva quietly made a rare visit to Oslo."),
    ("what a negation denies", "ban", ["The state | ban | fishing · negated · event-noun"],
     "The state imposed no formal ban on fishing."),
    ("where it is said before", "sales", ["lamps | be sold · *where* worldwide · event-noun-passive"],
     "The firm counts worldwide sales of lamps."),
    ("amount before it", "increase", ["sales | increase · *how much* 5% · event-noun-alone"],
     "The firm enjoyed a 5% increase in sales."),
    ("length before it", "ban", ["its | ban | fishing · *how long* three-year · event-noun"],
     "Critics blamed the state for its three-year ban on fishing."),
    ("rate behind it", "visits", ["Its | visit | Oslo · *how often* a year · event-noun"],
     "Its two visits a year to Oslo annoyed the staff."),
    ("time before it", "attacks", ["the port | be attacked · *how* 11 September · event-noun-passive"],
     "The book is about the 11 September attacks on the port."),
    ("time beside it", "theft", ["maize | be stolen · time 2024-06 · *when* earlier this month · event-noun-passive"],
     "The theft of maize earlier this month angered farmers."),
    ("what somebody adapts", "adaptation", ["the novel | be adapted · event-noun-passive"],
     "He directed an adaptation of the novel."),
    ("who undergoes it", "investigation", ["its accounts | be investigated · event-noun-passive"],
     "The firm faces an investigation of its accounts."),
    ("phrase instead of a verb", "stake", [], "The paper is about a stake in the mine."),
    ("preposition that is no object", "report", [], "The paper is about a report on the mine."),
    ("what somebody is accused of", "accusations", [], "The firm faced accusations of fraud."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "stated", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in STATED]
)  # fmt: skip
def test_what_an_event_noun_states(nlp: Language, head: str, stated: list[str], sentence: str) -> None:
    text = read(nlp, sentence)
    nouns = [each for each in text.clauses.values() if each.head.text == head]
    claims = [c.claim for noun in nouns for draft in event_drafts(text, noun) for c in candidates(text, draft)]
    assert [line(claim).removeprefix("- ") for claim in claims] == stated


def test_every_kind_of_event_is_stated() -> None:
    rules = {each.rpartition(" · ")[2] for _, _, stated, _ in STATED for each in stated}
    assert rules == {"event-noun", "event-noun-passive", "event-noun-alone"}


CARRIERS: t.Final = [
    ("active", "imposed", True, "sanctions", "The government imposed sanctions on the bank."),
    ("passive", "imposed", True, "Sanctions", "Sanctions were imposed on the shipyard by the council."),
    ("verb with a meaning of its own", None, False, "sanctions", "Critics condemned sanctions on the bank."),
    ("subject of an active verb", None, False, "Sanctions", "Sanctions against the bank began in May."),
]


@pytest.mark.parametrize(
    ("verb", "only_carries", "noun", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in CARRIERS]
)
def test_verb_that_carries_an_event_noun(
    nlp: Language, verb: str | None, only_carries: bool, noun: str, sentence: str
) -> None:
    text = read(nlp, sentence)
    carrier = carrier_of(text, clause(text, noun))
    assert (carrier.head.text if carrier is not None else None) == verb
    assert any(carries(text, each) for each in text.clauses.values()) is only_carries


def test_a_verb_does_not_only_carry_a_noun_that_states_nothing(nlp: Language) -> None:
    text = read(nlp, "The government announced a resignation.")
    assert not carries(text, clause(text, "announced"))


@pytest.mark.parametrize("verb", ["ordered", "sought"])
def test_who_asks_for_an_event_does_not_carry_it(nlp: Language, verb: str) -> None:
    text = read(nlp, f"The mayor {verb} an inquiry into the blast.")
    assert not carries(text, clause(text, verb))


def test_a_noun_and_the_verb_that_carries_it_are_one_predicate(nlp: Language) -> None:
    text = read(nlp, "The government will impose sanctions on the bank in May.")
    (draft,) = event_drafts(text, clause(text, "sanctions"))
    assert [word.text for word in draft.words] == ["will", "impose", "sanctions", "on"]
    assert [(each.role, each.argument.head.text) for each in draft.circumstances] == [("in", "May")]


def test_participants_of_an_event(nlp: Language) -> None:
    text = read(nlp, "The government imposed sanctions on the bank.")
    event = event_of(text, clause(text, "sanctions"))
    assert event is not None
    assert event.agent is not None
    assert (event.frame["verb"], event.agent.head.text) == ("sanction", "government")
    assert [(target.preposition, target.argument.head.text) for target in event.targets] == [("", "bank")]


@pytest.mark.parametrize(
    ("secondary", "noun"), [(None, "collapse"), ("asserted", "success"), ("asserted", "attention")]
)
def test_an_event_that_need_not_have_happened_is_reported_beside_the_statements(
    nlp: Language, secondary: str | None, noun: str
) -> None:
    text = read(nlp, f"The paper is about the {noun} of the bank.")
    assert [each.secondary for each in event_drafts(text, clause(text, noun))] == [secondary]


@pytest.mark.parametrize(
    ("noun", "frame"),
    [("sanction", {"verb": "sanction", "on": ""}), ("abolition", {"verb": "abolish", "of": ""}),
     ("resignation", {"verb": "resign", "agent": "of"})],
)  # fmt: skip
def test_frames_of_event_nouns(noun: str, frame: dict[str, str]) -> None:
    assert frame.items() <= frames()[noun].items()


@pytest.mark.parametrize(
    ("head", "sure", "sentence"),
    [
        ("move", False, "Another smart move by Acme pleased investors."),
        ("attention", False, "She turned her attention to the mine."),
        ("resignation", True, "The resignation of the minister shocked the party."),
    ],
)
def test_decisions_and_thoughts_are_secondary(nlp: Language, head: str, sure: bool, sentence: str) -> None:
    text = read(nlp, sentence)
    (draft,) = event_drafts(text, clause(text, head))
    assert (draft.secondary is None) is sure
