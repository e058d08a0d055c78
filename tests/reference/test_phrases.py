import pytest

from kg.model import Document, Literal
from kg.reference.phrases import base_phrase, entity_of, label_range, mention, recipient_inside, title_of
from tests.extract.documents import parsed, word

PHRASES = [
    ("name", "Silva", "Ana Silva",
     "Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/3/PERSON resigned=resign/VBD/ROOT/0"),
    ("name without determiner", "Bank", "Norland Bank",
     "The/DT/det/3/ORG Norland/NNP/compound/3/ORG Bank/NNP/nsubj/4/ORG closed=close/VBD/ROOT/0"),
    ("name without possessive mark", "Silva", "Silva",
     "Silva/NNP/poss/3/PERSON 's/POS/case/1/PERSON shop/NN/nsubj/4 closed=close/VBD/ROOT/0"),
    ("name in two words of a compound", "Bank", "Norland Bank",
     "A/DT/det/4 Norland/NNP/compound/3/ORG Bank/NNP/compound/4/ORG official/NN/nsubj/5 resigned=resign/VBD/ROOT/0"),
    ("title before a name", "President", "President",
     "President/NNP/compound/3 Ana/NNP/compound/3/PERSON Silva/NNP/nsubj/4/PERSON resigned=resign/VBD/ROOT/0"),
    ("description before a name", "firm", "The software firm",
     "The/DT/det/4 software/NN/compound/3 firm/NN/compound/4 Acme/NNP/nsubj/5/ORG closed=close/VBD/ROOT/0"),
    ("description", "bank", "The old bank",
     "The/DT/det/3 old/JJ/amod/3 bank/NN/nsubj/4 closed=close/VBD/ROOT/0"),
    ("description with possessor", "offices", "the bank's new offices",
     ("It/PRP/nsubj/2 sold=sell/VBD/ROOT/0 the/DT/det/4 bank/NN/poss/7 's/POS/case/4 new/JJ/amod/7 "
      "offices=office/NNS/dobj/2")),
    ("of-phrase", "mayor", "The mayor of Porto",
     "The/DT/det/2 mayor/NN/nsubj/5 of/IN/prep/2 Porto/NNP/pobj/3 resigned=resign/VBD/ROOT/0"),
    ("two of-phrases", "head", "The head of the bank of Porto",
     ("The/DT/det/2 head/NN/nsubj/8 of/IN/prep/2 the/DT/det/5 bank/NN/pobj/3 of/IN/prep/5 Porto/NNP/pobj/6 "
      "resigned=resign/VBD/ROOT/0")),
    ("third of-phrase stays outside", "sale", "The sale of tons of bags",
     ("The/DT/det/2 sale/NN/nsubj/9 of/IN/prep/2 tons=ton/NNS/pobj/3 of/IN/prep/4 bags=bag/NNS/pobj/5 of/IN/prep/6 "
      "tea/NN/pobj/7 failed=fail/VBD/ROOT/0")),
    ("of-phrase with an article", "mayor", "The mayor of the Bronx",
     "The/DT/det/2 mayor/NN/ROOT/0 of/IN/prep/2 the/DT/det/5 Bronx/NNP/pobj/3/GPE"),
    ("of-phrase with a described name", "mayor", "The mayor of old Porto",
     "The/DT/det/2 mayor/NN/ROOT/0 of/IN/prep/2 old/JJ/amod/5 Porto/NNP/pobj/3/GPE"),
    ("mark behind an of-phrase", "mayor", "The mayor of Porto",
     "The/DT/det/2 mayor/NN/ROOT/0 of/IN/prep/2 Porto/NNP/pobj/3/GPE ''/''/punct/4/GPE"),
    ("subject of a predicate noun stays outside", "nurse", "nurse",
     "She/PRP/nsubj/3 no/DT/det/3 nurse/NN/ROOT/0"),
    ("conjunction before it", "tea", "tea",
     "or/CC/cc/2 tea/NN/ROOT/0"),
    ("other phrase stays outside", "mill", "The mill",
     "The/DT/det/2 mill/NN/nsubj/5 near/IN/prep/2 Porto/NNP/pobj/3 burned=burn/VBD/ROOT/0"),
    ("per", "cost", "The cost per pupil",
     "The/DT/det/2 cost/NN/nsubj/5 per/IN/prep/2 pupil/NN/pobj/3 rose=rise/VBD/ROOT/0"),
    ("what a superlative ranges over", "bank", "The oldest bank in Porto",
     "The/DT/det/3 oldest/JJS/amod/3 bank/NN/nsubj/6 in/IN/prep/3 Porto/NNP/pobj/4/GPE closed=close/VBD/ROOT/0"),
    ("each of them", "Each", "Each of the mills",
     "Each/DT/nsubj/5 of/IN/prep/1 the/DT/det/4 mills=mill/NNS/pobj/2 burned=burn/VBD/ROOT/0"),
    ("owner as a relative pronoun", "founder", "whose founder",
     "firm/NN/ROOT/0 whose/WP$/poss/3 founder/NN/nsubj/4 resigned=resign/VBD/relcl/1"),
    ("each of two", "other", "each other",
     "They/PRP/nsubj/2 know/VBP/ROOT/0 each/DT/det/4 other/JJ/dobj/2"),
    ("one of many, the noun first", "one", "one another",
     "They/PRP/nsubj/2 know/VBP/ROOT/0 one/CD/dobj/2 another/DT/det/3"),
    ("one of many, the noun last", "another", "one another",
     "They/PRP/nsubj/2 know/VBP/ROOT/0 one/CD/nummod/4 another/DT/dobj/2"),
    ("nobody", "one", "No one",
     "No/DT/det/2 one/NN/nsubj/3 voted=vote/VBD/ROOT/0"),
    ("number behind a name", "Drive", "Bluefin Drive 4",
     "Bluefin/NNP/compound/2 Drive/NNP/nsubj/4 4/CD/nummod/2 burned=burn/VBD/ROOT/0"),
    ("number behind a place", "Lyon", "Lyon",
     "Lyon/NNP/nsubj/3/GPE 4/CD/nummod/1 won=win/VBD/ROOT/0"),
    ("two adjectives with a comma", "stages", "the final, delicate stages",
     ("in/IN/ROOT/0 the/DT/det/6 final/JJ/amod/6 ,/,/punct/6 delicate/JJ/amod/6 stages=stage/NNS/pobj/1")),
    ("both", "teams", "Both unbeaten teams",
     "Both/DT/det/3 unbeaten/JJ/amod/3 teams=team/NNS/nsubj/4 won=win/VBD/ROOT/0"),
    ("both before one of two", "praise", "praise",
     ("It/PRP/nsubj/2 drew=draw/VBD/ROOT/0 both/DT/det/4 praise/NN/dobj/2 for/IN/prep/4 speed/NN/pobj/5")),
    ("both of two", "teams", "teams",
     "Both/DT/det/2 teams=team/NNS/nsubj/5 and/CC/cc/2 fans=fan/NNS/conj/2 sang=sing/VBD/ROOT/0"),
    ("relative clause stays outside", "shop", "The shop",
     ("The/DT/det/2 shop/NN/nsubj/7 that/WDT/nsubj/4 opened=open/VBD/relcl/2 in/IN/prep/4 May/NNP/pobj/5 "
      "sells=sell/VBZ/ROOT/0 tea/NN/dobj/7")),
    ("apposition stays outside", "mayor", "The mayor",
     "The/DT/det/2 mayor/NN/nsubj/6 ,/,/punct/2 Silva/NNP/appos/2/PERSON ,/,/punct/2 resigned=resign/VBD/ROOT/0"),
    ("pronoun", "They", "They",
     "They/PRP/nsubj/2 left=leave/VBD/ROOT/0"),
    ("hyphens inside", "meter", "The E-meter",
     "The/DT/det/4 E/NNP/compound/4 -/HYPH/punct/4 meter/NN/nsubj/5 broke=break/VBD/ROOT/0"),
    ("hyphens behind", "E", "The E-meter",
     "The/DT/det/2 E/NNP/nsubj/5 -/HYPH/punct/2 meter/NN/appos/2 broke=break/VBD/ROOT/0"),
    ("place in a hyphenated adjective", "Lyon", "Lyon",
     ("A/DT/det/5 Lyon/NNP/npadvmod/4 -/HYPH/punct/4 based=base/VBN/amod/5 firm/NN/nsubj/6 sells=sell/VBZ/ROOT/0 "
      "tea/NN/dobj/6")),
    ("quoted whole", "plan", "green plan",
     "``/``/punct/3 green/JJ/amod/3 plan/NN/ROOT/0 ''/''/punct/3"),
    ("quotation inside", "plan", 'the "green" plan',
     'the/DT/det/5 "/``/punct/5 green/JJ/amod/5 "/\'\'/punct/5 plan/NN/ROOT/0'),
    ("amount of money", "million", "$5 million",
     ("The/DT/det/2 mine/NN/nsubj/3 cost/VBD/ROOT/0 $/$/quantmod/6/MONEY 5/CD/compound/6/MONEY "
      "million/CD/dobj/3/MONEY")),
    ("conjunct keeps to itself", "appeal", "the appeal",
     ("The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 the/DT/det/5 plea/NN/dobj/3 and/CC/cc/5 the/DT/det/8 "
      "appeal/NN/conj/5")),
    ("receiver stays outside", "powers", "powers",
     ("The/DT/det/2 king/NN/nsubj/3 gave=give/VBD/ROOT/0 the/DT/det/7 State/NNP/compound/6/ORG "
      "Department/NNP/compound/7/ORG powers=power/NNS/dobj/3")),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in PHRASES])
def test_text_of_a_mention(head: str, expected: str, written: str) -> None:
    doc = parsed(written)
    found = mention(word(doc, head))
    assert found.text == expected
    assert doc.text[found.span.start : found.span.end] == expected
    assert found.span.start <= found.head < found.span.end


def test_quotation_mark_within_brings_its_partner() -> None:
    doc = parsed("the/DT/det/4 ``/``/punct/4 green/JJ/amod/4 plan/NN/ROOT/0 ''/''/punct/4")
    assert mention(word(doc, "plan")).text == "the ``green plan''"


KINDS = [
    ("person", "Silva", "name", "Person",
     "Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/3/PERSON resigned=resign/VBD/ROOT/0"),
    ("organization", "Acme", "name", "Organization",
     "Acme/NNP/nsubj/2/ORG closed=close/VBD/ROOT/0"),
    ("place", "Lyon", "name", "Place",
     "Lyon/NNP/nsubj/2/GPE burned=burn/VBD/ROOT/0"),
    ("proper noun that no entity covers", "Lyon", "name", "Thing",
     "Lyon/NNP/nsubj/2 burned=burn/VBD/ROOT/0"),
    ("common noun", "bank", "nominal", "Thing",
     "The/DT/det/3 old/JJ/amod/3 bank/NN/nsubj/4 closed=close/VBD/ROOT/0"),
    ("pronoun", "They", "pronoun", "Thing",
     "They/PRP/nsubj/2 left=leave/VBD/ROOT/0"),
    ("number", "five", "value", "Quantity",
     "They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 five/CD/dobj/2"),
    ("share", "percent", "value", "Quantity",
     "It/PRP/nsubj/2 owns=own/VBZ/ROOT/0 five/CD/nummod/4/PERCENT percent/NN/dobj/2/PERCENT"),
    ("things counted out of others", "22", "nominal", "Thing",
     ("It/PRP/nsubj/2 sold=sell/VBD/ROOT/0 all/DT/det/4 22/CD/dobj/2/CARDINAL of/IN/prep/4 its/PRP$/poss/7 "
      "mines=mine/NNS/pobj/5")),
    ("counted things", "mines", "nominal", "Thing",
     "It/PRP/nsubj/2 owns=own/VBZ/ROOT/0 five/CD/nummod/4/CARDINAL mines=mine/NNS/dobj/2"),
]  # fmt: skip


VALUES = {
    "five": Literal("5", "xsd:integer"),
    "percent": Literal("5", "xsd:integer", "%"),
    "mines": Literal("5", "xsd:integer"),
}


@pytest.mark.parametrize(("head", "kind", "type_", "written"), [pytest.param(*case[1:], id=case[0]) for case in KINDS])
def test_kind_and_type_of_a_mention(head: str, kind: str, type_: str, written: str) -> None:
    found = mention(word(parsed(written), head))
    assert (found.kind, found.type) == (kind, type_)
    assert found.value == VALUES.get(head)


def test_time_is_a_mention_of_its_whole_expression() -> None:
    doc = parsed(
        "The/DT/det/2 shop/NN/nsubj/3 closed=close/VBD/ROOT/0 last/JJ/amod/5 month/NN/npadvmod/3",
        times={"last month": "2024-05"},
    )
    found = mention(word(doc, "month"))
    assert (found.text, found.kind, found.type) == ("last month", "time", "Time")
    assert found.value == doc._.kg_times[0].time


def test_mention_is_known_by_document_and_head() -> None:
    doc = parsed(
        "The/DT/det/2 mayor/NN/nsubj/5 of/IN/prep/2 Porto/NNP/pobj/3 resigned=resign/VBD/ROOT/0",
        document=Document("d", "The mayor of Porto resigned"),
    )
    assert mention(word(doc, "mayor")).key == ("d", 4)


def test_base_phrase_ends_at_its_head() -> None:
    doc = parsed("The/DT/det/2 mayor/NN/nsubj/5 of/IN/prep/2 Porto/NNP/pobj/3 resigned=resign/VBD/ROOT/0")
    assert base_phrase(word(doc, "mayor")) == (0, 2)
    assert label_range(word(doc, "mayor")) == (0, 4)


def test_comma_ends_a_base_phrase() -> None:
    doc = parsed("big/JJ/amod/3 ,/,/punct/3 shop/NN/ROOT/0")
    assert base_phrase(word(doc, "shop")) == (2, 3)


def test_entity_is_found_from_its_head_only() -> None:
    doc = parsed("Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/3/PERSON resigned=resign/VBD/ROOT/0")
    entity = entity_of(word(doc, "Silva"))
    assert entity is not None
    assert entity.text == "Ana Silva"
    assert entity_of(word(doc, "Ana")) is None
    assert entity_of(word(doc, "resigned")) is None


TITLES = [
    ("title", "Mayor", "Silva",
     "Mayor/NNP/compound/3 Ana/NNP/compound/3/PERSON Silva/NNP/nsubj/4/PERSON resigned=resign/VBD/ROOT/0"),
    ("polite title", None, "Silva",
     "Mrs./NNP/compound/2 Silva/NNP/nsubj/3/PERSON resigned=resign/VBD/ROOT/0"),
    ("place", None, "Porto",
     "Mayor/NNP/compound/2 Porto/NNP/nsubj/3/GPE resigned=resign/VBD/ROOT/0"),
    ("adverb", None, "Silva",
     "Then/RB/advmod/3 Silva/NNP/nsubj/3/PERSON resigned=resign/VBD/ROOT/0"),
    ("description misread as antecedent", "firm", "Acme",
     "the/DT/det/3 software/NN/compound/3 firm/NN/ROOT/0 Acme/NNP/nsubj/5/ORG said=say/VBD/relcl/3"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "name", "written"), [pytest.param(*case[1:], id=case[0]) for case in TITLES])
def test_title_before_a_name(title: str | None, name: str, written: str) -> None:
    found = title_of(word(parsed(written), name))
    assert (found.text if found is not None else None) == title


def test_receiver_needs_its_own_article() -> None:
    doc = parsed(
        "The/DT/det/2 king/NN/nsubj/3 gave=give/VBD/ROOT/0 State/NNP/compound/5/ORG "
        "Department/NNP/compound/6/ORG powers=power/NNS/dobj/3"
    )
    assert recipient_inside(word(doc, "powers")) is None
