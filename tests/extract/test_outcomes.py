import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.outcomes import MEANINGS, ReadClause, read_text
from kg.extract.records import LEAST_SURE, clause_records
from kg.grammar.parse import parse_of
from kg.model import Document, Span
from kg.reference.annotation import annotate
from tests.extract.documents import parsed


def annotated(text: str, nlp: Language) -> Doc:
    (doc,) = annotate([Document("text", text)], nlp, prose=lambda document: [Span("text", 0, len(text))])
    return doc


def clauses(text: str, nlp: Language) -> dict[str, ReadClause]:
    return {read.clause.head.text: read for read in read_text(parse_of(annotated(text, nlp))).clauses}


@pytest.mark.parametrize(
    ("text", "became"),
    [
        ("The council bought the old barn.", {"bought": "statement"}),
        ("The council vowed to buy the barn.", {"vowed": "part of a predicate", "buy": "statement"}),
        ("Ida Berg said the council bought the barn.", {"said": "attribution", "bought": "statement"}),
        (
            "Ida Berg said the council vowed to buy the barn.",
            {"said": "attribution", "vowed": "part of a predicate", "buy": "statement"},
        ),
        ("The council paid if rents fell.", {"paid": "statement", "fell": "condition"}),
        ("Norlin Ferries announced a ban on lorries.", {"announced": "statement", "ban": "statement"}),
        ("The Lisbon-based council bought the barn.", {"based": "statement", "bought": "statement"}),
        ("The elected council bought the barn.", {"elected": "modifier", "bought": "statement"}),
    ],
)
def test_what_clauses_become(text: str, became: dict[str, str], nlp: Language) -> None:
    assert {head: read.becomes for head, read in clauses(text, nlp).items()} == became


def test_a_clause_in_another_statement_has_its_rule(nlp: Language) -> None:
    found = clauses("Norlin Ferries announced a ban on lorries.", nlp)
    assert found["announced"].rules == found["ban"].rules == ("event-noun",)
    assert found["announced"].candidates == ()
    assert len(found["ban"].candidates) == 1


@pytest.mark.parametrize(
    ("reason", "written"),
    [
        ("bare copula",
         "There/EX/expl/2 was=be/VBD/ROOT/0 a/DT/det/4 barn/NN/attr/2 ././punct/2"),
        ("bare copula",
         "They/PRP/nsubj/4 did=do/VBD/aux/4 not/RB/neg/4 do/VB/ROOT/0 so/RB/advmod/4 ././punct/4"),
        ("subject and object are one",
         "A/DT/det/2 man/NN/ROOT/0 to/TO/aux/5 be/VB/auxpass/5 reckoned=reckon/VBN/relcl/2 with/IN/prep/5 ././punct/2"),
        ("no participant",
         "Closing=close/VBG/ROOT/0 the/DT/det/4 old/JJ/amod/4 door/NN/dobj/1 ././punct/1"),
    ],
)  # fmt: skip
def test_why_a_clause_that_may_be_a_statement_is_none(reason: str, written: str) -> None:
    read = read_text(parse_of(parsed(written))).clauses[-1]
    assert read.becomes == reason
    assert reason in MEANINGS


def test_a_clause_about_a_time_only_is_no_statement() -> None:
    doc = parsed("May/NNP/nsubj/2/DATE was=be/VBD/ROOT/0 wet/JJ/acomp/2 ././punct/2", times={"May": "2020-05"})
    assert read_text(parse_of(doc)).clauses[0].becomes == "a time as subject"


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("May/NNP/nsubj/2/DATE saw=see/VBD/ROOT/0 rain/NN/dobj/2", "was seen"),
        ("May/NNP/nsubj/2/DATE marks=mark/VBZ/ROOT/0 births=birth/NNS/dobj/2", "are marked"),
        ("May/NNP/nsubj/3/DATE will/MD/aux/3 bring/VB/ROOT/0 rain/NN/dobj/3", "will be brought"),
        ("May/NNP/nsubj/3/DATE has=have/VBZ/aux/3 brought=bring/VBN/ROOT/0 rain/NN/dobj/3", "has been brought"),
    ],
)
def test_a_date_as_subject_is_the_time_of_a_passive(written: str, phrase: str) -> None:
    (claim, _), *_ = read_text(parse_of(parsed(written, times={"May": "2020-05"}))).clauses[0].candidates
    assert (claim.phrase, claim.object, claim.time.value if claim.time else None) == (phrase, None, "2020-05")


def test_the_clauses_are_read_once() -> None:
    parse = parse_of(parsed("The/DT/det/2 ministry/NN/nsubj/3 resigned=resign/VBD/ROOT/0"))
    assert read_text(parse) is read_text(parse)


def test_records_stand_on_the_words_of_the_document(nlp: Language) -> None:
    text = "Intro.\n\nThe mayor sold the barn and the house in May."
    doc = annotated(text, nlp)
    (record,) = [each for each in clause_records(doc) if each.becomes == "statement" and each.kind == "verb"]
    assert [text[span.start : span.end] for span in record.predicate] == ["sold"]
    assert record.evidence.rule == "object"
    texts = {(argument.role, argument.part): argument.text for argument in record.arguments}
    assert texts["object", "conjunct"] == "the house"
    assert all(text[each.span.start : each.span.end] == each.text for each in record.arguments)


def test_doubtful_arguments_are_left_out(nlp: Language) -> None:
    doc = annotated("The mayor resigned, although it rained.", nlp)
    read = read_text(parse_of(doc)).clauses[0]
    unsure = {argument.role for argument in read.clause.arguments if argument.sure < LEAST_SURE}
    record = next(iter(clause_records(doc)))
    assert unsure == {"adverbial"}
    assert {argument.role for argument in record.arguments} == {"subject"}
