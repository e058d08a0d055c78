"""Noun phrases: whole by default, and shortened only by named rules."""

import typing as t

import pytest
from spacy.language import Language

from kg.grammar.clause import Phrase
from kg.grammar.clauses import clauses_of
from kg.grammar.cuts import CUTS, OPENINGS
from kg.grammar.parse import Parse, parse_of
from kg.grammar.phrases import phrase_of, without_broken
from tests.extract.documents import parsed

WHOLE: t.Final = (
    ("The city-state of Singapore bought trains.", "subject", "The city-state of Singapore"),
    ("Doctors fight the spread of HIV/AIDS.", "object", "the spread of HIV/AIDS"),
    ("The co-founder of Brightwater left the company.", "subject", "The co-founder of Brightwater"),
    ("The roll-back on the tariffs pleased farmers.", "subject", "The roll-back on the tariffs"),
    ("The 24-year-old striker from Ghana scored twice.", "subject", "The 24-year-old striker from Ghana"),
    ("Growers who don't spray lost fewer bees.", "subject", "Growers who don't spray"),
    ("The report led to suggestions that prices fell.", "oblique", "suggestions that prices fell"),
    ("About 200 people protested outside the ministry.", "subject", "About 200 people"),
    ("The council spent £300m on the bridge.", "object", "£300m"),
    ("Four out of five voters backed the plan.", "subject", "Four out of five voters"),
    ("The network carries 4,200 metres (150,000 cu ft) of water.", "object", "4,200 metres (150,000 cu ft) of water"),
    ('The film "The Long Road" won three prizes.', "subject", 'The film "The Long Road"'),
    ('He called the plan "a gift to the banks".', "complement", "a gift to the banks"),
    ("The treaty between Norway and Sweden was signed.", "subject", "The treaty between Norway and Sweden"),
    ("Some of the workers were sent home.", "subject", "Some of the workers"),
    ("The firm makes parts for planes and ships.", "object", "parts for planes and ships"),
    ("The book praises the laws and customs of the sea.", "object", "the laws and customs of the sea"),
    ("Ana Lima starred in The Red Wren last year.", "oblique", "The Red Wren"),
    ("They bought the second Xbox in May.", "object", "the second Xbox"),
    ("Acme agreed to a merger in a deal valued at $5m.", "oblique", "a merger in a deal valued at $5m"),
    ("The firm made profits of between £2m and £3m.", "object", "profits of between £2m and £3m"),
    ("The report counts a fall in sales between 2003 and 2004.", "object", "a fall in sales between 2003 and 2004"),
    ("The Select Committee on the Strategic Dams met.", "subject", "Select Committee on the Strategic Dams"),
    ("The UN Fishing Commission for Latin America met.", "subject", "UN Fishing Commission for Latin America"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "role", "label"), WHOLE)
def test_a_label_is_the_whole_phrase(nlp: Language, text: str, role: t.Any, label: str) -> None:
    parse, phrase = first(nlp, text, role)
    assert parse[phrase.label_start : phrase.label_end].text == label
    assert phrase.cuts == ()


RESTRICTED: t.Final = (
    ("They will choose a panel which includes two critics.", "a panel which includes two critics"),
    ("They chose a panel which would include two critics.", "a panel which would include two critics"),
    ("They chose a panel which was not large.", "a panel which was not large"),
    ("They chose a panel which critics praised.", "a panel which critics praised"),
    ("They chose a panel that included two critics.", "a panel that included two critics"),
)


@pytest.mark.parametrize(("text", "label"), RESTRICTED)
def test_a_relative_clause_that_tells_which_is_meant_stays(nlp: Language, text: str, label: str) -> None:
    parse, phrase = first(nlp, text, "object")
    assert parse[phrase.label_start : phrase.label_end].text == label


CUT: t.Final = (
    ("conjunct", "The firm sells ships, planes and trains.", "object", "ships"),
    ("introducing", "A new plan backed by the mayor gave firms land.", "subject", "A new plan"),
    ("introducing", "They chose a small panel which included two critics.", "object", "a small panel"),
    ("introducing", "There are firms which attack the plan.", "subject", "firms"),
    ("reporting-clause", "They read a poll saying that rents fell.", "object", "a poll"),
    ("describing-clause", "The bank, which fined nobody, opened two branches.", "subject", "The bank"),
    ("apposition", "The winner, a nurse from Leeds, thanked her team.", "subject", "The winner"),
    ("set-off", "The letter, sent in May, was lost.", "subject", "The letter"),
    ("beside-name", "Ana Silva of the museum left.", "subject", "Ana Silva"),
    ("beside-name", "The Northern Council in Oslo fined two banks.", "subject", "Northern Council"),
    (
        "long-field",
        "The Select Committee on the Strategic Dams Between Lima and Lyon met.",
        "subject",
        "Select Committee",
    ),
    ("conjunct", "Ruin and Hope are novels.", "subject", "Ruin"),
    ("negating", "They fined not the driver but the owner.", "object", "the driver"),
    ("negating", "No court has heard the case.", "subject", "court"),
    ("stressed", "Even the guards left the gate.", "subject", "the guards"),
    ("opening-pair", "Both Oslo and Lyon want the games.", "subject", "Oslo"),
    ("opening-pair", "Both industry and the unions want change.", "subject", "industry"),
    ("one-of-several", "Another witness, Ana Silva, left the court.", "subject", "witness"),
    ("one-of-several", "One participant, Ana Silva, left the town.", "subject", "participant"),
)


@pytest.mark.parametrize(("rule", "text", "role", "label"), CUT)
def test_a_rule_cuts_a_label(nlp: Language, rule: str, text: str, role: t.Any, label: str) -> None:
    parse, phrase = first(nlp, text, role)
    assert parse[phrase.label_start : phrase.label_end].text == label
    assert rule in phrase.cuts or rule == "opening-pair"


WITH_WHAT_IT_SAYS: t.Final = (
    ("They denied a report saying that rents fell.", "object", "a report saying that rents fell"),
    ("Reports which say that rents fell amused us.", "subject", "Reports which say that rents fell"),
    ("They met nurses who say that rents fell.", "object", "nurses who say that rents fell"),
    ("It has a point at which buyers say that rents fall.", "object", "a point at which buyers say that rents fall"),
    ("Even more of them sold the land.", "subject", "Even more of them"),
)


@pytest.mark.parametrize(("text", "role", "label"), WITH_WHAT_IT_SAYS)
def test_a_label_keeps_what_tells_which_is_meant(nlp: Language, text: str, role: t.Any, label: str) -> None:
    parse, phrase = first(nlp, text, role)
    assert parse[phrase.label_start : phrase.label_end].text == label


def test_a_date_after_a_noun_is_cut_and_is_a_time() -> None:
    doc = parsed(
        "It/PRP/nsubj/2 lost=lose/VBD/ROOT/0 the/DT/det/4 vote/NN/dobj/2 in/IN/prep/4 May/NNP/pobj/5/DATE ././punct/2"
    )
    parse = parse_of(doc)
    assert phrase_of(parse.tokens[3]).cuts == ("time-of-clause",)
    slots = [(argument.role, argument.preposition, argument.shared) for argument in clauses_of(parse)[0].arguments]
    assert ("oblique", "in", "time-in-phrase") in slots


OWN_TIMES: t.Final = (
    ("A target of nine mines by 2030 needs money.", "needs", "subject", "A target of nine mines by 2030"),
    ("A drop in tourism since 2002 has hurt hotels.", "hurt", "subject", "A drop in tourism since 2002"),
    ("Hopes of strong sales in 2005 drove the market.", "drove", "subject", "Hopes of strong sales in 2005"),
    ("It was the worst flood in twenty years.", "was", "complement", "the worst flood in twenty years"),
    (
        "Rents are double those of the same period in 2004.",
        "are",
        "complement",
        "double those of the same period in 2004",
    ),
    ("The mill made 4 ships, compared with 45 ships in 2003.", "made", "oblique", "45 ships in 2003"),
    ("Rents fell to 6.2% in June from 6.5% in May.", "fell", "oblique", "6.5% in May"),
    ("Silva has been in jail since her arrest in May.", "been", "oblique", "her arrest in May"),
    ("After the vote last month, Reed said that rents fell.", "said", "oblique", "the vote last month"),
    ("The attack on Monday has shaken the port.", "shaken", "subject", "The attack on Monday"),
    (
        "Reed is on trial for fraud in relation to the firm's collapse in 2002.",
        "is",
        "oblique",
        "the firm's collapse in 2002",
    ),
)


@pytest.mark.parametrize(("text", "verb", "role", "label"), OWN_TIMES)
def test_a_time_that_is_no_time_of_the_clause_stays(
    nlp: Language, text: str, verb: str, role: t.Any, label: str
) -> None:
    parse = parse_of(nlp(text))
    (clause,) = (each for each in clauses_of(parse) if each.head.text == verb)
    phrases = [each.phrase for each in clause.all(role) if each.phrase is not None]
    assert label in [parse[each.label_start : each.label_end].text for each in phrases]
    assert all(each.shared != "time-in-phrase" for each in clause.arguments)


@pytest.mark.parametrize(
    ("text", "label"),
    [("The attack on Monday killed ten.", "The attack"), ("Sales of cars in May rose.", "Sales of cars")],
)
def test_the_time_of_an_action_is_that_of_the_clause(nlp: Language, text: str, label: str) -> None:
    parse, phrase = first(nlp, text, "subject")
    assert parse[phrase.label_start : phrase.label_end].text == label


def test_what_something_is_taken_for_is_no_part_of_its_label() -> None:
    parse = parse_of(
        parsed("She/PRP/nsubj/2 saw=see/VBD/ROOT/0 a/DT/det/4 man/NN/dobj/2 as/IN/prep/4 a/DT/det/7 hero/NN/pobj/5")
    )
    assert phrase_of(parse.tokens[3]).cuts == ("standing-as",)


def test_what_a_subject_is_known_as_is_part_of_its_label() -> None:
    parse = parse_of(parsed("Her/PRP$/poss/2 term/NN/nsubj/5 as/IN/prep/2 mayor/NN/pobj/3 ended=end/VBD/ROOT/0"))
    phrase = phrase_of(parse.tokens[1])
    assert parse[phrase.label_start : phrase.label_end].text == "Her term as mayor"


def test_an_adverb_that_ties_sentences_is_no_part_of_a_label() -> None:
    parse = parse_of(parsed("She/PRP/nsubj/2 chose=choose/VBD/ROOT/0 a/DT/det/4 deal/NN/dobj/2 instead/RB/advmod/4"))
    assert phrase_of(parse.tokens[3]).cuts == ("aside",)


def test_what_says_the_kind_of_a_name_is_no_part_of_it(nlp: Language) -> None:
    parse = parse_of(nlp("They lost the match in Lyon to champions Arsenal."))
    phrase = phrase_of(next(token for token in parse.tokens if token.text == "Arsenal"))
    assert (parse[phrase.label_start : phrase.label_end].text, phrase.cuts) == ("Arsenal", ("kind-before-name",))


@pytest.mark.parametrize(
    ("text", "head", "label"),
    [
        ("The firm is a unit of Norland gas monopoly Norgas.", "Norgas", "Norgas"),
        ("She asked for a new voter ID yesterday.", "ID", "a new voter ID"),
        ("They met Lyon act Brindle in May.", "Brindle", "Brindle"),
        ("They chose the Oscar nominee Two Ton Mary in May.", "Mary", "Two Ton Mary"),
        (
            "The firm signed a deal with two airlines - Air Lima and Kestrel.",
            "airlines",
            "two airlines - Air Lima and Kestrel",
        ),
        ("Three firms, Acme and Bolt among them, left.", "firms", "Three firms"),
        ("They showed the media add-on in May.", "add", "the media add-on"),
        ("Ana Silva starred in A Long Winter and left.", "Winter", "A Long Winter"),
    ],
)
def test_a_label_is_whole_and_no_longer(nlp: Language, text: str, head: str, label: str) -> None:
    parse = parse_of(nlp(text))
    phrase = phrase_of(next(token for token in parse.tokens if token.text == head))
    assert parse[phrase.label_start : phrase.label_end].text == label


def test_a_label_does_not_start_within_brackets() -> None:
    written = "office/NN/dep/4 (/-LRB-/punct/1 RO/NNP/compound/5 )/-RRB-/punct/5 head/NN/ROOT/0"
    phrase = phrase_of(parse_of(parsed(written)).tokens[4])
    assert (phrase.label_start, phrase.label_end) == (4, 5)


@pytest.mark.parametrize(("noun", "cuts"), [("storm", ("complete-clause",)), ("way", ()), ("year", ())])
def test_a_clause_that_lacks_nothing_is_no_part_of_a_label(noun: str, cuts: tuple[str, ...]) -> None:
    written = f"the/DT/det/2 {noun}/NN/ROOT/0 it/PRP/nsubjpass/5 was=be/VBD/auxpass/5 done=do/VBN/relcl/2"
    assert phrase_of(parse_of(parsed(written)).tokens[1]).cuts == cuts


def test_a_phrase_ends_before_the_verb_that_it_is_the_subject_of() -> None:
    written = "the/DT/det/2 report/NN/nsubj/4 is=be/VBZ/aux/4 out/VBN/ROOT/0 there/RB/advmod/4 telling/VBG/acl/2"
    phrase = phrase_of(parse_of(parsed(written)).tokens[1])
    assert (phrase.label_start, phrase.label_end, phrase.cuts) == (0, 2, ("after-its-verb",))


def test_what_is_one_has_no_all() -> None:
    written = "all/PDT/predet/3 the/DT/det/3 {}/dobj/5 they/PRP/nsubj/5 praised=praise/VBD/ROOT/0"
    council = phrase_of(parse_of(parsed(written.format("council/NN"))).tokens[2])
    assert (council.label_start, council.cuts) == (1, ("all-of-one",))
    for others in ("councils=council/NNS", "water/NN"):
        phrase = phrase_of(parse_of(parsed(written.format(others))).tokens[2])
        assert (phrase.label_start, phrase.cuts) == (0, ())


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("They/PRP/nsubj/2 lost=lose/VBD/ROOT/0 a/DT/det/4 bid/NN/dobj/2 for/IN/prep/4", "a bid"),
        ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 the/DT/det/4 town/NN/attr/2 they/PRP/nsubj/6 look/VBP/relcl/4 for/IN/prep/6",
         "the town they look for"),
    ],
)  # fmt: skip
def test_what_a_thing_is_called_does_not_end_with_a_preposition_that_lost_its_noun(written: str, label: str) -> None:
    parse = parse_of(parsed(written))
    noun = parse.tokens[3]
    phrase = phrase_of(noun)
    assert parse[phrase.label_start : without_broken(noun, phrase.label_end)].text == label


def test_a_stray_word_belongs_to_no_label() -> None:
    doc = parsed("a/DT/det/2 vote/NN/dobj/5 well/UH/intj/2 they/PRP/nsubj/5 lost=lose/VBD/ROOT/0")
    phrase = phrase_of(parse_of(doc).tokens[1])
    assert (phrase.label_start, phrase.label_end, phrase.cuts) == (0, 2, ("stray",))


def test_an_adverb_that_opens_a_sentence_belongs_to_no_label() -> None:
    written = "Likewise/RB/advmod/2 70/CD/nummod/3 stars/NNS/nsubj/4 sang=sing/VBD/ROOT/0"
    phrase = phrase_of(parse_of(parsed(written)).tokens[2])
    assert (phrase.label_start, phrase.label_end) == (1, 3)


def test_when_something_is_so_belongs_to_no_label() -> None:
    written = "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 {}/RB/advmod/5 a/DT/det/5 guard/NN/dobj/2"
    for adverb, start in (("currently", 3), ("reportedly", 2), ("only", 2), ("once", 2)):
        phrase = phrase_of(parse_of(parsed(written.format(adverb))).tokens[4])
        assert (phrase.label_start, phrase.cuts) == (start, ("sentence-adverb",) if start == 3 else ())


def test_a_phrase_that_opens_a_sentence_belongs_to_no_label() -> None:
    written = "In/IN/prep/4 May/NNP/pobj/1 the/DT/det/4 vote/NN/nsubj/5 ended=end/VBD/ROOT/0"
    phrase = phrase_of(parse_of(parsed(written)).tokens[3])
    assert (phrase.label_start, phrase.label_end, phrase.cuts) == (2, 4, ("opening-setting",))


def test_every_cut_has_a_sentence() -> None:
    assert CUTS.keys() | OPENINGS.keys() == {rule for rule, *_ in CUT} | {
        "time-of-clause",
        "standing-as",
        "aside",
        "after-its-verb",
        "complete-clause",
        "all-of-one",
        "sentence-adverb",
        "opening-setting",
        "setting-of-existence",
        "stray",
    }


def test_a_coordination_is_there_whole_and_one_by_one(nlp: Language) -> None:
    parse, phrase = first(nlp, "Ana Silva and Tom Reed hold 47 seats together.", "subject")
    assert parse[phrase.start : phrase.end].text == "Ana Silva and Tom Reed"
    assert [parse[other.start : other.end].text for other in phrase.conjuncts] == ["Tom Reed"]
    assert phrase.joint is not None
    assert phrase.joint.text == "and"


@pytest.mark.parametrize(
    "text",
    ["The rule covers firms but not banks.", "The towns are paying an unfair tax rather than a fairer alternative."],
)
def test_what_is_excluded_is_no_conjunct(nlp: Language, text: str) -> None:
    _, phrase = first(nlp, text, "object")
    assert [other.head.text for other in phrase.conjuncts] == []


@pytest.mark.parametrize(
    ("text", "role", "kind", "words"),
    [
        ("Prime Minister Ana Silva resigned.", "subject", "title", "Prime Minister"),
        ("Acme's old plants in Turin closed.", "subject", "possessor", "Acme"),
        ("Acme's old plants in Turin closed.", "subject", "quality", "old"),
        ("Acme's old plants in Turin closed.", "subject", "preposition", "in Turin"),
        ("Two seats were lost.", "subject", "quantity", "Two"),
        ("The bank, which fined nobody, opened two branches.", "subject", "describing", "which fined nobody"),
        ("Growers who don't spray lost fewer bees.", "subject", "restrictive", "who don't spray"),
        ("The letter sent in May was lost.", "subject", "participle", "sent in May"),
        ("The winner, a nurse from Leeds, thanked her team.", "subject", "apposition", "a nurse from Leeds"),
    ],
)
def test_each_modifier_has_its_kind(nlp: Language, text: str, role: t.Any, kind: t.Any, words: str) -> None:
    parse, phrase = first(nlp, text, role)
    assert words in [parse[modifier.start : modifier.end].text for modifier in phrase.of_kind(kind)]


def test_brackets_and_quotation_marks_come_in_pairs(nlp: Language) -> None:
    parse = parse_of(nlp('The fine of 384,000 pesos (about $6,800) and the "old rule" of the "new port" were dropped.'))
    for token in (word for word in parse if not word.is_punct):
        phrase = phrase_of(token)
        for start, end in ((phrase.start, phrase.end), (phrase.label_start, phrase.label_end)):
            text = parse[start:end].text
            assert (text.count("(") - text.count(")"), text.count('"') % 2) == (0, 0), text


def first(nlp: Language, text: str, role: t.Any) -> tuple[Parse, Phrase]:
    """Return the first phrase in that role, from the clause with the first head in the text."""
    parse = parse_of(nlp(text))
    mains = [clause for clause in clauses_of(parse) if clause.link.kind == "main"]
    argument = mains[0].first(role)
    assert argument is not None
    assert argument.phrase is not None
    return parse, argument.phrase


def test_where_there_is_something_is_no_part_of_its_label() -> None:
    parse = parse_of(
        parsed(
            "There/EX/expl/2 are=be/VBP/ROOT/0 two/CD/nummod/4 lakes=lake/NNS/attr/2 in/IN/prep/4 the/DT/det/7 "
            "park/NN/pobj/5"
        )
    )
    assert phrase_of(parse.tokens[3]).cuts == ("setting-of-existence",)
    slots = [(argument.role, argument.preposition) for argument in clauses_of(parse)[0].arguments]
    assert slots == [("subject", ""), ("oblique", "in")]
