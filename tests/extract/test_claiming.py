from datetime import date

import pytest
from spacy.tokens import Doc

from kg.extract import claims
from kg.extract.claiming import phrase_mention, subject_mention, word_mention, word_spans
from kg.grammar.parse import parse_of
from kg.model import Claim, Document, Literal, Time
from kg.times.expression import TimeExpression
from tests.extract.documents import parsed, word

CLAIMS = [
    ("active", "ministry | fine | bank",
     "ministry/NN/nsubj/2 fined=fine/VBD/ROOT/0 bank/NN/dobj/2"),
    ("active from passive", "Norland | take | Lyon",
     "Lyon/NNP/nsubjpass/3 was=be/VBD/auxpass/3 taken=take/VBN/ROOT/0 by/IN/agent/3 Norland/NNP/pobj/4"),
    ("passive keeps its place", "Lyon | be take in | 2010",
     "Lyon/NNP/nsubjpass/3 was=be/VBD/auxpass/3 taken=take/VBN/ROOT/0 in/IN/prep/3 2010/CD/pobj/4"),
    ("passive without agent", "Lyon | be call | Paris",
     "Lyon/NNP/nsubjpass/3 was=be/VBD/auxpass/3 called=call/VBN/ROOT/0 Paris/NNP/oprd/3"),
    ("active from passive with object", "the king | award | a medal",
     ("Silva/NNP/nsubjpass/3 was=be/VBD/auxpass/3 awarded=award/VBN/ROOT/0 a/DT/det/5 medal/NN/dobj/3 by/IN/agent/3 "
      "the/DT/det/8 king/NN/pobj/6")),
    ("conjunct objects", "The court | hear | the plea\nThe court | hear | the appeal",
     ("The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 the/DT/det/5 plea/NN/dobj/3 and/CC/cc/5 the/DT/det/8 "
      "appeal/NN/conj/5")),
    ("conjunct subjects", "Norland | sell | tea\nLyon | sell | tea",
     "Norland/NNP/nsubj/4 and/CC/cc/1 Lyon/NNP/conj/1 sell/VBP/ROOT/0 tea/NN/dobj/4"),
    ("verb as conjunct is no subject", "Snow | cover | the roofs",
     "Snow/NN/nsubj/2 covered=cover/VBD/ROOT/0 the/DT/det/4 roofs=roof/NNS/dobj/2"),
    ("no object", "The nurse | work for | a bank (in Lyon)\nThe nurse | work in | Lyon (for a bank)",
     ("The/DT/det/2 nurse/NN/nsubj/3 works=work/VBZ/ROOT/0 for/IN/prep/3 a/DT/det/6 bank/NN/pobj/4 in/IN/prep/3 "
      "Lyon/NNP/pobj/7")),
    ("only a gerund", "She | live by | selling tea\nShe | sell | tea",
     "She/PRP/nsubj/2 lives=live/VBZ/ROOT/0 by/IN/prep/2 selling=sell/VBG/pcomp/3 tea/NN/dobj/4"),
    ("purpose", "She | read | the letter",
     "She/PRP/nsubj/2 came=come/VBD/ROOT/0 to/TO/aux/4 read/VB/advcl/2 the/DT/det/6 letter/NN/dobj/4"),
    ("small clause", "They | let | him (to leave)",
     "They/PRP/nsubj/2 let/VBD/ROOT/0 him=he/PRP/nsubj/4 leave/VB/ccomp/2"),
    ("conjunct that hangs too low", "It | tax | sales of tools\nIt | tax | the lease of vans",
     ("It/PRP/nsubj/2 taxes=tax/VBZ/ROOT/0 sales=sale/NNS/dobj/2 of/IN/prep/3 tools=tool/NNS/pobj/4 and/CC/cc/3 "
      "the/DT/det/8 lease/NN/conj/5 of/IN/prep/8 vans=van/NNS/pobj/9")),
    ("dash as conjunct is no object", "It | sell | tea",
     "It/PRP/nsubj/2 sells=sell/VBZ/ROOT/0 tea/NN/dobj/2 –/NN/conj/3"),
    ("chain without any argument", "The firm | vow to keep | operating",
     "The/DT/det/2 firm/NN/nsubj/3 vowed=vow/VBD/ROOT/0 to/TO/aux/5 keep/VB/xcomp/3 operating=operate/VBG/xcomp/5"),
    ("infinitive without any argument", "The firm | vow to | close",
     "The/DT/det/2 firm/NN/nsubj/3 vowed=vow/VBD/ROOT/0 to/TO/aux/5 close/VB/xcomp/3"),
    ("clause beside the object is no qualifier", "She | write | the letter\nShe | sit by | the fire",
     ("She/PRP/nsubj/2 wrote=write/VBD/ROOT/0 the/DT/det/4 letter/NN/dobj/2 ,/,/punct/2 sitting=sit/VBG/advcl/2 "
      "by/IN/prep/6 the/DT/det/9 fire/NN/pobj/7")),
    ("adjective", "The dam | be | almost ready",
     "The/DT/det/2 dam/NN/nsubj/3 is=be/VBZ/ROOT/0 almost/RB/advmod/5 ready/JJ/acomp/3"),
    ("gerund as subject", "Reading it | surprise | the mayor",
     "Reading=read/VBG/csubj/3 it/PRP/dobj/1 surprised=surprise/VBD/ROOT/0 the/DT/det/5 mayor/NN/dobj/3"),
    ("object predicate is a qualifier", "They | name | her (as director)",
     "They/PRP/nsubj/2 named=name/VBD/ROOT/0 her=she/PRP/dobj/2 director/NN/oprd/2"),
    ("receiver is a qualifier", "She | give | a medal (to the nurse)",
     "She/PRP/nsubj/2 gave=give/VBD/ROOT/0 the/DT/det/4 nurse/NN/dative/2 a/DT/det/6 medal/NN/dobj/2"),
    ("conjunct qualifiers", "She | sell | tea (in Lyon, in Porto)",
     ("She/PRP/nsubj/2 sells=sell/VBZ/ROOT/0 tea/NN/dobj/2 in/IN/prep/2 Lyon/NNP/pobj/4 and/CC/cc/5 "
      "Porto/NNP/conj/5")),
    ("clause as qualifier", "It | close | the mine (because Rain fell)",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 the/DT/det/4 mine/NN/dobj/2 because/IN/mark/7 Rain/NN/nsubj/7 "
      "fell=fall/VBD/advcl/2")),
    ("nobody acts on itself alone", "",
     "Snow=Snow/NN/nsubj/2 fell=fall/VBD/ROOT/0"),
]  # fmt: skip


def line(claim: Claim) -> str:
    around = ", ".join(f"{q.role} {q.value.text}" for q in claim.qualifiers)
    return f"{claim.subject.text} | {claim.relation} | {claim.object.text}{f' ({around})' if around else ''}"


@pytest.mark.parametrize(("expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in CLAIMS])
def test_claims_of_a_sentence(expected: str, written: str) -> None:
    assert "\n".join(line(claim) for claim in claims(parsed(written))) == expected


def test_conjunct_agents_are_subjects_only() -> None:
    doc = parsed(
        "Lyon/NNP/nsubjpass/3 was=be/VBD/auxpass/3 taken=take/VBN/ROOT/0 by/IN/agent/3 "
        "Norland/NNP/pobj/4 and/CC/cc/5 Porto/NNP/conj/5"
    )
    assert [line(claim) for claim in claims(doc)] == ["Norland | take | Lyon", "Porto | take | Lyon"]


def test_conjuncts_behind_the_verb_are_no_subjects() -> None:
    doc = parsed("Norland/NNP/nsubj/2 sells=sell/VBZ/ROOT/0 tea/NN/dobj/2 and/CC/cc/1 Lyon/NNP/conj/1")
    assert [claim.subject.text for claim in claims(doc)] == ["Norland"]


def test_each_conjunct_has_its_own_span_and_all_share_the_evidence() -> None:
    doc = parsed(
        "The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 the/DT/det/5 plea/NN/dobj/3 and/CC/cc/5 "
        "the/DT/det/8 appeal/NN/conj/5 ././punct/3"
    )
    first, second = claims(doc)
    assert (first.object.span.start, second.object.span.start) == (16, 29)
    assert first.evidence.span == second.evidence.span
    assert (first.evidence.span.start, first.evidence.span.end) == (0, len(doc.text))
    assert (first.evidence.extractor, first.evidence.rule) == ("rules", "own-subject")


def test_predicate_and_cues_are_spans_of_neighbouring_words() -> None:
    doc = parsed(
        "The/DT/det/2 nurse/NN/nsubj/3 said=say/VBD/ROOT/0 the/DT/det/5 firm/NN/nsubj/8 will/MD/aux/8 "
        "not/RB/neg/8 give/VB/ccomp/3 the/DT/det/10 mine/NN/dobj/8 up/RP/prt/8"
    )
    (claim,) = (claim for claim in claims(doc) if claim.relation == "give up")
    assert [doc.text[span.start : span.end] for span in claim.predicate] == ["will not give", "up"]
    assert [doc.text[span.start : span.end] for span in claim.cues] == ["said", "will not"]
    assert (claim.negated, claim.modality) == (True, "planned")
    assert claim.speaker is not None
    assert claim.speaker.text == "The nurse"


def test_marker_of_a_circumstance_belongs_to_the_predicate() -> None:
    doc = parsed("The/DT/det/2 firm/NN/nsubj/3 ran=run/VBD/ROOT/0 out/IN/prep/3 of/IN/prep/4 money/NN/pobj/5")
    (claim,) = claims(doc)
    assert [doc.text[span.start : span.end] for span in claim.predicate] == ["ran out of"]


def test_words_that_stand_apart_give_spans_of_their_own() -> None:
    doc = parse_of(parsed("a/DT/det/3 b/NN/dep/3 c/NN/ROOT/0 d/NN/dep/3"))
    assert [(span.start, span.end) for span in word_spans(doc, [doc[3], doc[0], doc[1]])] == [(0, 3), (6, 7)]


def sold_in_2010() -> Doc:
    return parsed(
        ("The/DT/det/2 firm/NN/nsubj/3 sold=sell/VBD/ROOT/0 the/DT/det/5 mine/NN/dobj/3 in/IN/prep/3 2010/CD/pobj/6"),
        times={"2010": "2010"},
    )


def test_time_is_kept_as_a_value_and_as_a_qualifier() -> None:
    (claim,) = claims(sold_in_2010())
    assert claim.time == Time("2010", None, None, "year", "2010")
    (qualifier,) = claim.qualifiers
    assert (qualifier.role, qualifier.value.kind, qualifier.value.value) == ("in", "time", claim.time)


def test_time_is_the_object_where_nothing_else_is() -> None:
    (claim,) = claims(
        parsed(
            "The/DT/det/2 shop/NN/nsubj/3 closed=close/VBD/ROOT/0 last/JJ/amod/5 month/NN/npadvmod/3",
            times={"last month": "2024-05"},
        )
    )
    assert (claim.relation, claim.object.text, claim.object.kind) == ("close", "last month", "time")


def test_duration_is_no_time_of_the_claim() -> None:
    doc = parsed(
        (
            "The/DT/det/2 firm/NN/nsubj/3 owned=own/VBD/ROOT/0 the/DT/det/5 mine/NN/dobj/3 for/IN/prep/3 "
            "two/CD/nummod/8 years=year/NNS/pobj/6"
        ),
        times={"two years": "P2Y"},
    )
    assert [claim.time for claim in claims(doc)] == [None]


def test_time_without_a_value_is_no_time_of_the_claim() -> None:
    doc = sold_in_2010()
    doc._.kg_times = (TimeExpression(6, 7, Time(None, date(2010, 1, 1), None, "year", "2010")),)
    assert [claim.time for claim in claims(doc)] == [None]


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        (
            (
                "The/DT/det/2 mine/NN/nsubj/3 cost/VBD/ROOT/0 $/$/quantmod/6/MONEY 5/CD/compound/6/MONEY "
                "million/CD/dobj/3/MONEY"
            ),
            "value",
            Literal("5000000", "xsd:integer", "USD"),
        ),
        ("The/DT/det/2 dam/NN/nsubj/3 is=be/VBZ/ROOT/0 ready/JJ/acomp/3", "phrase", Literal("ready")),
    ],
)
def test_literal_objects_carry_their_value(written: str, kind: str, value: Literal) -> None:
    (claim,) = claims(parsed(written))
    assert (claim.object.kind, claim.object.value) == (kind, value)


def test_clause_as_subject_is_an_event_and_no_literal() -> None:
    doc = parsed("Reading=read/VBG/csubj/3 it/PRP/dobj/1 surprised=surprise/VBD/ROOT/0 the/DT/det/5 mayor/NN/dobj/3")
    subject = subject_mention(parse_of(doc)[0])
    assert (subject.text, subject.kind, subject.type, subject.value) == ("Reading it", "nominal", "Event", None)


def test_phrase_loses_conjunction_and_punctuation_at_its_edges() -> None:
    doc = parsed(
        "Because/IN/mark/3 it/PRP/nsubj/3 rained=rain/VBD/advcl/6 ,/,/punct/3 he/PRP/nsubj/6 left=leave/VBD/ROOT/0"
    )
    assert phrase_mention(word(doc, "rained")).text == "it rained"


def test_adjective_takes_its_adverbs_along() -> None:
    doc = parsed("The/DT/det/2 dam/NN/nsubj/3 is=be/VBZ/ROOT/0 almost/RB/advmod/5 ready/JJ/acomp/3")
    assert word_mention(word(doc, "ready")).text == "almost ready"


def test_spans_point_into_the_document_the_doc_was_made_from() -> None:
    doc = parsed(
        ("Lyon/NNP/nsubjpass/3 was=be/VBD/auxpass/3 taken=take/VBN/ROOT/0 by/IN/agent/3 Norland/NNP/pobj/4"),
        document=Document("d", "»» Lyon was taken by Norland"),
    )
    doc._.kg_offsets = ((0, 3),)
    (claim,) = claims(doc)
    assert (claim.object.span.document, claim.object.span.start, claim.object.head) == ("d", 3, 3)


def test_claims_come_in_text_order_and_once() -> None:
    found = claims(
        parsed(
            "The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 and/CC/cc/3 rejected=reject/VBD/conj/3 "
            "the/DT/det/7 appeal/NN/dobj/5"
        )
    )
    assert [claim.relation for claim in found] == ["hear", "reject"]
    assert len(set(found)) == len(found)
