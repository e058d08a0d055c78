"""Names linked to a thing without a single phrase, in our own sentences."""

from dataclasses import replace

import pytest
from spacy.language import Language

from kg.extract.outcomes import read_text
from kg.extract.text import Text
from kg.extract.unattached_names import (
    TIES,
    coordinated,
    described,
    in_row,
    in_things,
    listed,
    misread_names,
    names_of,
    unattached_names,
)
from kg.model import Claim, Mention, NamedPart, Span
from tests.extract.sentences import read

TIED = {
    "bracketed": ("Plaza de Armas (Lima)", [("Plaza de Armas", "names", "Lima")]),
    "coordinated": ("Silva and Holm.", [("Silva", "listed with", "Holm")]),
    "listed": ("Silva; Holm; Novak.", [("Silva", "listed with", "Holm"), ("Holm", "listed with", "Novak")]),
    "in_row": (
        "She left when prices fell in Lima, and Cusco, two cities of the coast.",
        [("Lima", "listed with", "Cusco")],
    ),
    "described": ("The event, which starts in Lisbon, could fail.", [("The event", "names", "Lisbon")]),
    "before_noun": ("The Reuters news agency closed.", [("The Reuters news agency", "names", "Reuters")]),
}


def claims_of(text: Text) -> list[Claim]:
    return [candidate.claim for candidate in read_text(text.parse).candidates()]


@pytest.mark.parametrize(("sentence", "expected"), TIED.values(), ids=TIED)
def test_what_ties_a_name(nlp: Language, sentence: str, expected: list[tuple[str, str, str]]) -> None:
    text = read(nlp, sentence)
    found = unattached_names(text, names_of(text), (), (), ())
    assert [(part.whole.text, part.kind, part.part.text) for part in found] == expected


def test_a_list_has_marks_or_conjunctions_between_its_names(nlp: Language) -> None:
    sentence = "Assistant US Attorney Ana Holm named Argentina, Bulgaria, Canada, Estonia, Poland and Sweden."
    text = read(nlp, sentence)
    found = {(part.whole.text, part.part.text) for part in listed(text, names_of(text))}
    assert ("Poland", "Sweden") in found
    assert not any("Ana Holm" in pair for pair in found)


def test_a_place_listed_with_its_country_is_a_part_of_it(nlp: Language) -> None:
    text = read(nlp, "Munich, Germany; Lisbon, Spain.")
    found = unattached_names(text, names_of(text), (), (), ())
    kinds = {(part.whole.text, part.part.text): part.kind for part in found}
    assert (kinds["Munich", "Germany"], kinds["Lisbon", "Spain"]) == ("part of", "listed with")


def test_a_name_is_listed_with_a_description(nlp: Language) -> None:
    text = read(nlp, "Silva and the mayors of the region met.")
    found = [(part.whole.text, part.kind, part.part.text) for part in coordinated(text, names_of(text))]
    assert found == [("the mayors of the region", "listed with", "Silva")]


def test_a_clause_in_the_words_for_a_thing_names_what_is_in_it(nlp: Language) -> None:
    text = read(nlp, "According to figures compiled by Greenpeace, prices fell.")
    found = [(part.whole.text, part.kind, part.part.text) for part in described(text, names_of(text))]
    assert found == [("figures compiled by Greenpeace", "names", "Greenpeace")]


def test_a_name_that_may_belong_to_a_verb_is_no_part_of_a_thing(nlp: Language) -> None:
    text = read(nlp, "He moved to Everton for pounds 1.5m from Porto.")
    assert list(in_things(text, names_of(text), claims_of(text))) == []


def test_half_a_name_is_not_coordinated_with_the_other_half(nlp: Language) -> None:
    text = read(nlp, "The case would be one for the national body (USA Track and Field) to decide.")
    assert list(coordinated(text, names_of(text))) == []
    text = read(nlp, "Silva and Holm met.")
    assert len(list(coordinated(text, names_of(text)))) == 1


def test_who_opens_a_clause_is_in_no_row(nlp: Language) -> None:
    text = read(nlp, "They flew to Lima and Silva left.")
    assert not [*in_row(text, names_of(text))]


def test_the_owner_of_the_next_noun_is_not_listed(nlp: Language) -> None:
    text = read(nlp, "Bids came from France's Lindgard Aviation, Sweden's Saab and Russia's Holm-Gurevich.")
    found = [each for rule in (coordinated, listed, in_row) for each in rule(text, names_of(text))]
    assert "Russia" not in {part.part.text for part in found}


def test_adjectives_of_places_are_not_listed(nlp: Language) -> None:
    text = read(nlp, "Captain Ana Umaga warned the British and Irish Lions.")
    assert all(part.kind != "listed with" for part in unattached_names(text, names_of(text), (), (), ()))


def test_every_rule_has_a_sentence() -> None:
    assert [rule.__name__ for rule in TIES] == list(TIED)


def test_names_in_the_words_for_a_thing_of_a_claim(nlp: Language) -> None:
    text = read(nlp, "Firms based in Oslo sold phones.")
    sold = [claim for claim in claims_of(text) if claim.relation == "sell"]
    (part,) = unattached_names(text, names_of(text), sold, (), ())
    assert (part.whole.text, part.kind, part.part.text) == ("Firms based in Oslo", "names", "Oslo")


def test_the_words_for_a_thing_may_be_a_row_of_names(nlp: Language) -> None:
    text = read(nlp, "Norway, Chad, Cuba.")
    names = [name for name, _ in names_of(text).inside(0, len(text.parse.document.text))]
    whole = Mention(Span("d", 0, 18), "Norway, Chad, Cuba", 0, "nominal", "Thing")
    changed = [replace(claims_of(read(nlp, "Firms based in Oslo sold phones."))[0], object=whole)]
    found = [(part.whole.text, part.kind, part.part.text) for part in in_things(text, names_of(text), changed)]
    assert ("Chad", "listed with", "Cuba") in found
    assert {kind for _, kind, _ in found} == {"listed with"}
    assert [name.text for name in names] == ["Norway", "Chad", "Cuba"]


def test_the_words_for_a_thing_may_be_two_joined_names(nlp: Language) -> None:
    text = read(nlp, "The Norway and Peru are hosting more than 100 athletes each.")
    found = [(part.whole.text, part.kind, part.part.text) for part in in_things(text, names_of(text), claims_of(text))]
    assert found == [("Norway", "listed with", "Peru")]


def test_what_a_claim_has_is_tied(nlp: Language) -> None:
    text = read(nlp, "Ana Silva and Jens Holm met in Lisbon.")
    assert unattached_names(text, names_of(text), claims_of(text), (), ()) == ()


def test_what_another_mention_ties_is_tied(nlp: Language) -> None:
    text = read(nlp, "Silva; Holm; Novak.")
    found = unattached_names(text, names_of(text), (), (), ())
    chain = tuple(mention for part in found for mention in (part.whole, part.part))
    assert unattached_names(text, names_of(text), (), [chain], found) == ()


def test_what_only_looks_like_a_name(nlp: Language) -> None:
    names = names_of(read(nlp, "There is no anti-American mood in Oslo."))
    mood, city = (Mention(Span("d", at, at + len(words)), words, at, "name", "Thing") for words, at in FOUND)
    assert misread_names(names, [(mood,), (city,), (mood, city)], (), ()) == {(mood,)}
    assert misread_names(names, [(mood,)], (), [NamedPart(city, mood)]) == frozenset()


def test_the_adjective_of_a_country_alone_is_no_entity(nlp: Language) -> None:
    names = names_of(read(nlp, "Argentine banks met."))
    adjective = Mention(Span("d", 0, 9), "Argentine", 0, "name", "Group")
    assert misread_names(names, [(adjective,)], (), ()) == {(adjective,)}


def test_a_part_of_a_longer_name_is_no_thing(nlp: Language) -> None:
    text = read(nlp, "She read the Song of the Marches to Ana Silva.")
    words = text.parse.document.text
    marches, silva = (
        Mention(Span("d", words.index(name), words.index(name) + len(name)), name, words.index(name), "name", "Thing")
        for name in ("Marches", "Ana Silva")
    )
    assert misread_names(names_of(text), [(marches,), (silva,)], (), ()) == {(marches,)}


FOUND = (("anti-American", 12), ("Oslo", 34))
