"""Statements of noun phrases without a verb, in our own sentences."""

import typing as t

import pytest
from spacy.language import Language

from kg.extract.claiming import candidates
from kg.extract.nominals import KINDS_OF_NAMES, RULES, fits_label, noun_drafts
from kg.lexicon.supersenses import noun_supersense
from tests.extract.catalogue import line
from tests.extract.clauses import Word
from tests.extract.sentences import read

STATED: t.Final = [
    ("title", ["Ana Silva | be | President · title"], "President Ana Silva resigned."),
    ("title", ["Jens Holm | be | Norwegian writer · title"], "Norwegian writer Jens Holm praised it."),
    ("title", ["Lyon | be twin town of | Oslo · title-role"], "Oslo's twin town Lyon has two bridges."),
    ("title", ["Ana Silva | be coach of | Scotland · title-role", "Tom Holm | be | captain · title"],
     "Scotland coach Ana Silva and captain Tom Holm left."),
    ("title", ["Ana Silva | be coach of | Scotland · title-role", "Tom Holm | be | singer · title"],
     "Scotland coach Ana Silva and singer Tom Holm left."),
    ("title", ["Ana Silva | be secretary of state of | US · title-role"], "US Secretary of State Ana Silva resigned."),
    ("title", ["Ana Silva | be | Secretary of State · title"], "Secretary of State Ana Silva resigned."),
    ("title", ["Brightpost Labs | be | Danish watchdog · title"], "Danish watchdog Brightpost Labs fell."),
    ("title", [], "The mayor resigned."),
    ("title", ["Ana Silva | be | City schools Sgt. · title"], "City schools Sgt. Ana Silva closed the hall."),
    ("title", ["Ana Silva | be governor of | Ohio · title-role"], "Ohio Gov. Ana Silva resigned."),
    ("title", ["Ana Silva | be Republican governor of | Ohio · title-role"],
     "Ohio's Republican Gov. Ana Silva resigned."),
    ("title", ["Ana Silva | be senator of | Minn. · title-role"], "They met Sen. Ana Silva (D-Minn.) on Monday."),
    ("title", ["Ana Silva | be former representative of | Fort Worth · title-role"],
     "Former Rep. Ana Silva, R-Fort Worth, resigned."),
    ("title", ["Ana Silva | be former senator of | Ohio · title-role"], "Former Senator Ana Silva of Ohio left."),
    ("person-of-body", [], "Former Senator Ana Silva of Ohio left."),
    ("title", ["Ana Silva | be governor of | Ohio · title-role"], "Gov. Ana Silva of Ohio left."),
    ("title", ["Ana Silva | be representative of | Ohio · title-role"], "Rep. Ana Silva of Ohio left."),
    ("description-before-name", [], "Head of the agency's media wing Tom Reed left."),
    ("title", ["Ana Silva | be | President · title"], "President Ana Silva of all people resigned."),
    ("title", ["Ana Silva | be army spokesman of | Norwegian · title-role"],
     "Norwegian army spokesman Lieutenant Colonel Ana Silva left."),
    ("title", ["Ana Silva | be | Major General · title"], "Major General Ana Silva left."),
    ("title", ["Ana Silva | be | Health Commissioner · title"], "Health Commissioner Dr. Ana Silva left."),
    ("title", [], "Dr. Ana Silva left."),
    ("title", ["Ana Silva | be secretary general of | UN · title-role"], "UN Secretary General Ana Silva left."),
    ("title", ["Ana Silva | be | Secretary · title"], "They met Secretary Ana Silva (R-Utah) on Monday."),
    ("title", ["Ana Silva | be | Sen. · title"], "Sen. Ana Silva (X-Ray) resigned."),
    ("description-before-name", ["Acme | be | The software firm · title"], "The software firm Acme opened an office."),
    ("description-before-name", [], "The software opened an office."),
    ("description-before-name", [], "The minister opposed a questionable statement Tom Reed once made about the debt."),
    ("apposition", ["Ana Silva | be | a nurse · apposition"], "Ana Silva, a nurse, resigned."),
    ("apposition", ["Ana Silva | be mayor of | Porto · role"], "Ana Silva, the mayor of Porto, resigned."),
    ("apposition", ["Petra Novak | be founder of | The company · role"], "The company's founder, Petra Novak, left."),
    ("apposition", ["Ana Silva | be | Last year's honorary winner · apposition"],
     "Last year's honorary winner, Ana Silva, resigned."),
    ("apposition", ["Ana Silva | be mayor of | Porto · role", "Ana Silva | be adviser to | Vodafone · role"],
     "Ana Silva, the mayor of Porto and an adviser to Vodafone, resigned."),
    ("apposition", ["Ana Silva | be mayor of | Porto · role"], "The Mayor of Porto, Ana Silva, resigned."),
    ("apposition", ["Ana Silva | be bishop of | Porto · role"], "The Bishop of Porto, Ana Silva, resigned."),
    ("apposition", ["Ana Silva | be director of | Vodafone · role"], "Ana Silva, Vodafone Director, resigned."),
    ("apposition", [], "Ana Silva, an investment, resigned."),
    ("apposition", ["Ana Silva | be | the old Peru centre · apposition"], "Ana Silva, the old Peru centre, left."),
    ("apposition", ["Vodafone | be former unit of | Acme · role"], "Vodafone, a former unit of Acme, was sold."),
    ("apposition", [], "They met in Lisbon, the mayor, and Porto."),
    ("apposition", [], "Vodafone, a unit and a brand, was sold."),
    ("apposition", [], "They thanked Vodafone (radios) for the gifts."),
    ("apposition", ["The ship | be | a Greek tanker · apposition"], "The ship, a Greek tanker, sank."),
    ("apposition", ["The bank | be | one of the biggest in Spain · apposition"],
     "The bank, one of the biggest in Spain, closed."),
    ("apposition", ["Vodafone | be | one of the biggest firms · apposition"],
     "Vodafone, one of the biggest firms, left."),
    ("apposition", ["Ana Silva | be | head of the fund · apposition"], "Ana Silva, head of the fund, resigned."),
    ("apposition", ["Omar Haddad | be co-founder of | The firm · role"], "The firm's co-founder, Omar Haddad, left."),
    ("apposition", [], "The mayor, a nurse and a guard met."),
    ("apposition", [], "The ferry, a copy of which was sold, sank."),
    ("apposition", [], "The nurse, a ferry, left."),
    ("description-before-name", [], "The founder and head Ana Silva left the board."),
    ("title", [], "They met brothers Ben Reed and Tom Reed."),
    ("title", [], "The mill stands in north Oslo."),
    ("title", [], "He left with wife Ana Silva."),
    ("apposition", [], "Ana Silva, no friend of the bank, resigned."),
    ("apposition", [], "They met in Lisbon, Tagus province."),
    ("apposition", ["Lisbon | be | the Tagus province · apposition"], "They met in Lisbon, the Tagus province."),
    ("person-of-body", ["Ana Silva | be of | Vodafone · person-of-body"], "Ana Silva, of Vodafone, resigned."),
    ("person-of-body", ["Ana Silva | be of | Lisbon · person-of-body"], "Ana Silva, of Lisbon, resigned."),
    ("person-of-body", [], "The board told Ana Silva of the plan."),
    ("person-of-body", [], "Ana Silva at Vodafone resigned."),
    ("person-of-body", ["Ana Silva | be from | Vodafone · person-of-body"], "Ana Silva, from Vodafone, resigned."),
    ("name-of-body", ["Ana Silva | be of | Vodafone · name-of-body"], "Vodafone's Ana Silva resigned."),
    ("name-of-body", ["Ana Silva | be from | Peru · name-of-body"], "Peru's Ana Silva won."),
    ("name-of-body", ["King Olav | be king of | Peru · name-of-body"], "Peru's King Olav won."),
    ("name-of-body", ["Queen Ana | be queen of | Spain · name-of-body"], "Spain's Queen Ana won."),
    ("name-of-body", ["Siemens | be of | Germany · name-of-body"], "Germany's Siemens fell."),
    ("name-of-body", [], "Vodafone's chairman Ana Silva resigned."),
    ("name-of-body", [], "Europe's Ana Silva won."),
    ("nationality", ["Ana Silva | be | Canadian · nationality"], "Canadian Ana Silva won."),
    ("nationality", [], "Canadian voters thanked Ana Silva."),
    ("age", ["Ana Silva | be aged | 45 · age"], "Ana Silva, 45, resigned."),
    ("age", [], "Ana Silva (1975) was his first novel."),
    ("age", [], "Ana Silva, a nurse, resigned."),
    ("years-old", ["Ana Silva | be aged | 15 · age"], "The coach praised 15-year-old Ana Silva."),
    ("years-old", ["The 28-year-old | be aged | 28 · age"], "The 28-year-old won the race."),
    ("years-old", ["the 28-year-old actor | be aged | 28 · age"], "They praised the 28-year-old actor."),
    ("years-old", [], "A 19-year-old man was arrested."),
    ("years-old", [], "The 40-year-old bridge was closed."),
    ("years-old", [], "They praised 24-year-old actors."),
    ("age", [], "The guests beat Ana Silva 6-4 7-5."),
    ("title", [], "In a statement Ana Silva thanked the voters."),
    ("title", ["Ana Silva | be | Mayor · title"], "Mayor Ana Silva and her brother resigned."),
    ("compound-participle", ["The Lyon-based firm | be based in | Lyon · compound-place"],
     "The Lyon-based firm makes trains."),
    ("compound-participle", ["The San Marino-based firm | be based in | San Marino · compound-place"],
     "The San Marino-based firm makes trains."),
    ("compound-participle", ["Siemens | own | The Siemens-owned mill · compound-agent"],
     "The Siemens-owned mill closed."),
    ("compound-participle", ["Siemens | be based in | Lyon · compound-place"],
     "They thanked Lyon-based Siemens, Orkla and a third firm."),
    ("compound-participle", [], "The Lyon-trained nurse Ana Silva resigned."),
    ("inclusion", ["Three banks | include | Acme · inclusion", "Three banks | include | Orkla · inclusion"],
     "Three banks, including Acme and Orkla, cut the rate."),
    ("inclusion", ["spices | include | saffron · inclusion"], "The shop sells spices such as saffron."),
    ("inclusion", ["The committee | include | Orla · inclusion"], "The committee, including Orla, resigned."),
    ("inclusion", ["the job | include | Orla · inclusion"], "Six persons were asked for the job, including Orla."),
    ("inclusion", [], "No banks such as Acme cut the rate."),
    ("inclusion", [], "The shop sells spices from Oslo."),
    ("compound-participle", [], "The well-known bakery closed."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "expected", "sentence"), STATED)
def test_what_a_rule_states(nlp: Language, rule: str, expected: list[str], sentence: str) -> None:
    text = read(nlp, sentence)
    drafts = (draft for phrase in text.phrases() for draft in RULES[rule](text, phrase))
    claims = [each.claim for draft in drafts for each in candidates(text, draft)]
    assert [line(claim).removeprefix("- ") for claim in claims] == expected


@pytest.mark.parametrize(
    ("rule", "count", "sentence"), [(rule, len(expected), sentence) for rule, expected, sentence in STATED if expected]
)  # fmt: skip
def test_nothing_but_its_rule_states_it(nlp: Language, rule: str, count: int, sentence: str) -> None:
    text = read(nlp, sentence)
    others = [each for name, each in RULES.items() if name != rule]
    assert [draft for phrase in text.phrases() for other in others for draft in other(text, phrase)] == []
    assert len(list(noun_drafts(text))) == count


def test_a_role_is_of_each_of_its_owners(nlp: Language) -> None:
    text = read(nlp, "Ana Silva, the director of Vodafone and Siemens, resigned.")
    claims = [each.claim for draft in noun_drafts(text) for each in candidates(text, draft)]
    assert [line(claim) for claim in claims] == [
        "- Ana Silva | be director of | Vodafone · role",
        "- Ana Silva | be director of | Siemens · role",
    ]


def test_a_role_is_of_the_name_after_it(nlp: Language) -> None:
    text = read(nlp, "The chair of the judges, the writer Ana Silva, resigned.")
    stated = [line(c.claim) for draft in noun_drafts(text) for c in candidates(text, draft)]
    assert "- Ana Silva | be | The chair of the judges · apposition" in stated


def test_a_role_after_a_name_is_of_the_next_one(nlp: Language) -> None:
    text = read(nlp, "The captain, Ana Silva, and his officer, Eva Reed, were arrested.")
    stated = [line(c.claim) for draft in noun_drafts(text) for c in candidates(text, draft)]
    assert stated == ["- Ana Silva | be | The captain · apposition", "- Eva Reed | be officer of | his · role"]


def test_a_phrase_before_a_pronoun_fits_label_it_is(nlp: Language) -> None:
    text = read(nlp, "One of the few mills to survive the war, it makes paper.")
    claims = [each.claim for draft in noun_drafts(text) for each in candidates(text, draft)]
    assert [line(claim) for claim in claims] == ["- it | be | One of the few mills to survive the war · apposition"]


QUALITIES: t.Final = [
    ("Wary of the bank, the union left.", ["the union | be wary of | the bank · quality-of-something"]),
    ("Not happy with the bank, the union left.", []),
    ("If unhappy with the bank, the union may leave.", []),
    ("Contrary to reports, the firm closed.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), QUALITIES)
def test_an_adjective_with_its_phrase_describes_the_subject_after_it(
    nlp: Language, sentence: str, expected: list[str]
) -> None:
    text = read(nlp, sentence)
    claims = [each.claim for draft in noun_drafts(text) for each in candidates(text, draft)]
    assert [line(claim).removeprefix("- ") for claim in claims] == expected


def test_every_rule_has_a_sentence() -> None:
    assert {rule for rule, expected, _ in STATED if expected} == RULES.keys()


NOUNS: t.Final = [
    ("dancer", "PERSON", True), ("scholarship", "PERSON", False), ("market", "GPE", False), ("town", "GPE", True),
    ("firm", "ORG", True), ("excitement", "ORG", False), ("excitement", "WORK_OF_ART", False),
    ("novel", "WORK_OF_ART", True),
    ("river", "LOC", True), ("bridge", "FAC", True), ("car", "PRODUCT", True),
    ("campaign", "EVENT", True), ("contest", "EVENT", True),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "label", "fits"), NOUNS)
def test_a_noun_fits_the_label_of_names_of_its_kind(noun: str, label: str, fits: bool) -> None:
    assert fits_label(Word(0, noun, noun, noun, 0, len(noun), "noun"), label) is fits


def test_kinds_are_those_of_the_nouns() -> None:
    known = {noun_supersense(noun) for noun, *_ in NOUNS} | {"object", "substance", "food", "cognition"}
    assert {kind for kinds in KINDS_OF_NAMES.values() for kind in kinds} <= known
