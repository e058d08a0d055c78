"""Differences between graphs: each kind is found, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given

from kg.cli.diff import as_text
from kg.diff import Fact, FactDifference, differences, entity_differences
from kg.model import Claim, Graph, Literal, Reading, Statement, Time
from kg.resolve import resolve
from tests import strategies
from tests.export.examples import BAKERY, GRAPH, SIX_YEARS, STATEMENTS, WEATHER, span


def changed(statement_id: str, **fields: object) -> Graph:
    """Return the graph with other fields in the first claim of one statement."""
    statements = tuple(
        replace(each, claims=(replace(each.claims[0], **fields), *each.claims[1:]))  # type: ignore[arg-type]  # any field
        if each.id == statement_id
        else each
        for each in STATEMENTS
    )
    return replace(GRAPH, statements=statements)


def only(before: Graph, after: Graph) -> FactDifference:
    (document,) = differences(before, after)
    assert document.text == "same"
    (fact,) = document.facts
    return fact


def resolved(readings: tuple[Reading, ...]) -> Graph:
    return resolve(
        [reading.document for reading in readings],
        [claim for reading in readings for claim in reading.claims],
        [chain for reading in readings for chain in reading.chains],
    )


def first_claim(statement_id: str) -> Claim:
    return next(each for each in STATEMENTS if each.id == statement_id).claims[0]


def test_the_same_graph_has_no_differences() -> None:
    assert differences(GRAPH, GRAPH) == ()
    assert differences(Graph(), Graph()) == ()


def test_entities_of_one_graph_only_and_those_that_changed() -> None:
    one, other, *rest = GRAPH.entities
    renamed = replace(other, label="Another name")
    found = entity_differences(GRAPH, replace(GRAPH, entities=(renamed, *rest)))
    assert {(each.entity, each.kind, (*each.changes,)) for each in found} == {
        (one.id, "lost", ()),
        (other.id, "changed", ("label",)),
    }
    assert [each.kind for each in entity_differences(Graph(), GRAPH)] == ["added"] * len(GRAPH.entities)
    assert entity_differences(GRAPH, GRAPH) == ()


def test_a_statement_that_is_gone_is_lost_and_one_that_comes_is_added() -> None:
    fewer = replace(GRAPH, statements=tuple(each for each in STATEMENTS if each.id != "eeee"))
    lost, added = only(GRAPH, fewer), only(fewer, GRAPH)
    assert (lost.kind, added.kind) == ("lost", "added")
    assert lost.fact == added.fact == Fact("Lund Bakery", "hire", "Tom Reyes")
    assert lost.before == added.after
    assert lost.before is not None
    assert lost.before.sentence == "Lund Bakery will hire Tom Reyes."


def test_a_fact_without_an_object_has_an_empty_one() -> None:
    fewer = replace(GRAPH, statements=tuple(each for each in STATEMENTS if each.id != "mmmm"))
    assert only(fewer, GRAPH).fact == Fact("Tom Reyes", "resign", "")
    assert "  + Tom Reyes | resign\n" in as_text(differences(fewer, GRAPH))


@pytest.mark.parametrize(
    ("statement", "fields", "expected"),
    [
        ("eeee", {"modality": "asserted"}, {"modality": ("planned", "asserted")}),
        ("eeee", {"negated": True}, {"polarity": ("affirmed", "negated")}),
        ("gggg", {"speaker": None}, {"speaker": ("Lund Bakery", "")}),
        ("hhhh", {"denied_by": None}, {"denied_by": ("Old Mill", "")}),
        ("aaaa", {"time": None}, {"time": ("1997", "")}),
        ("kkkk", {"time": Time("2024", None, None, "year", "2024")}, {"time": ("Monday", "2024")}),
        ("kkkk", {"time": SIX_YEARS}, {"time": ("Monday", "six years")}),
        (
            "eeee",
            {"evidence": replace(first_claim("eeee").evidence, confidence=0.5)},
            {"confidence": (0.87, 0.5)},
        ),
        (
            "eeee",
            {"evidence": replace(first_claim("eeee").evidence, span=span(BAKERY, "Nobody came."))},
            {"sentence": ("Lund Bakery will hire Tom Reyes.", "Nobody came.")},
        ),
    ],
)
def test_what_is_told_otherwise(statement: str, fields: dict[str, object], expected: dict[str, object]) -> None:
    found = only(GRAPH, changed(statement, **fields))
    assert found.kind == "changed"
    assert found.changes == expected


def test_the_rule_that_read_it_is_no_difference() -> None:
    evidence = replace(first_claim("eeee").evidence, rule="another", extractor="another")
    assert differences(GRAPH, changed("eeee", evidence=evidence)) == ()


def renamed(old: str, new: str, label: str) -> Graph:
    """Return the graph in which an entity has another id and label."""
    entities = [replace(each, id=new, label=label) if each.id == old else each for each in GRAPH.entities]
    statements = [
        replace(
            each,
            id=f"{each.id}-again" if old in {each.subject, each.object} else each.id,
            subject=new if each.subject == old else each.subject,
            object=new if each.object == old else each.object,
        )
        for each in STATEMENTS
    ]
    return replace(GRAPH, entities=tuple(entities), statements=tuple(statements))


def test_another_entity_in_the_same_words_is_a_change() -> None:
    other = renamed("Lund_Bakery", "Lund", "Lund")
    for before, after, names in (
        (GRAPH, other, ("Lund Bakery", "Lund")),
        (other, GRAPH, ("Lund", "Lund Bakery")),
        (GRAPH, renamed("Lund_Bakery", "Lund_Bakery_2", "Lund Bakery"), ("Lund_Bakery", "Lund Bakery")),
    ):
        facts = [each for document in differences(before, after) for each in document.facts]
        assert {each.kind for each in facts} == {"changed"}
        found = next(each for each in facts if each.fact.relation == "found")
        assert found.changes == {"object": names}
        assert found.fact == Fact("Marta Lund", "found", names[1])
        assert found.was == Fact("Marta Lund", "found", names[0])
        assert {name for each in facts for name in each.changes} <= {"subject", "object", "speaker"}
    assert (
        "  ~ Lund | hire | Tom Reyes\n      Lund Bakery will hire Tom Reyes.\n      subject: Lund Bakery -> Lund\n"
        in as_text(differences(GRAPH, other))
    )


def test_another_entity_in_a_repeated_sentence_is_a_change_each_time() -> None:
    sentence = "Lund Bakery will hire Tom Reyes."
    statement = next(each for each in STATEMENTS if each.id == "eeee")
    text = f"{sentence}\n\n" * 3
    document = replace(BAKERY, text=text)
    claims = tuple(moved(statement.claims[0], start * (len(sentence) + 2), len(sentence)) for start in range(3))
    before = replace(statement, claims=claims)
    one = Graph((document,), GRAPH.entities, (before,))
    other = Graph((document,), GRAPH.entities, (replace(before, subject="Another_Bakery"),))
    (found,) = differences(one, other)
    assert [each.kind for each in found.facts] == ["changed"] * 3
    twice = Graph((document,), GRAPH.entities, (replace(before, claims=claims[:2], subject="Another_Bakery"),))
    (found,) = differences(one, twice)
    assert sorted(each.kind for each in found.facts) == ["changed", "changed", "lost"]
    (found,) = differences(twice, one)
    assert sorted(each.kind for each in found.facts) == ["added", "changed", "changed"]


def moved(claim: Claim, start: int, length: int) -> Claim:
    """Return a claim in a sentence at another place."""
    place = replace(claim.evidence.span, start=start, end=start + length)
    words = replace(claim.subject.span, start=start, end=start + 1)
    return replace(
        claim,
        evidence=replace(claim.evidence, span=place),
        subject=replace(claim.subject, span=words),
    )


def test_another_entity_is_a_loss_if_the_text_has_changed_or_the_words_differ() -> None:
    other = renamed("Lund_Bakery", "Lund", "Lund")
    rewritten = replace(other, documents=tuple(replace(each, text=f"{each.text} ") for each in other.documents))
    found = [each for document in differences(GRAPH, rewritten) for each in document.facts]
    assert {each.kind for each in found} >= {"added", "lost"}
    assert {each.was for each in found} == {None}
    moved = [
        replace(each, claims=(replace(each.claims[0], subject=first_claim("bbbb").subject),))
        if each.id == "eeee-again"
        else each
        for each in other.statements
    ]
    elsewhere = differences(GRAPH, replace(other, statements=tuple(moved)))
    hired = {each.kind for document in elsewhere for each in document.facts if each.fact.relation == "hire"}
    assert hired == {"added", "lost"}


def test_documents_are_kept_apart() -> None:
    kept = tuple(each for each in STATEMENTS if each.id not in {"kkkk", "llll"})
    without = replace(GRAPH, documents=(BAKERY,), statements=kept)
    bakery, weather = differences(GRAPH, replace(without, statements=without.statements[1:]))
    assert (bakery.document, bakery.text, len(bakery.facts)) == ("bakery", "same", 1)
    assert (weather.document, weather.text) == (WEATHER.id, "lost")
    assert {each.kind for each in weather.facts} == {"lost"}
    assert len(weather.facts) == 3


def test_a_text_that_changed_without_a_fact_is_told() -> None:
    longer = replace(GRAPH, documents=(replace(BAKERY, text=BAKERY.text + "\nThe end."), WEATHER))
    (document,) = differences(GRAPH, longer)
    assert (document.document, document.text, document.facts) == ("bakery", "changed", ())


def test_a_text_that_moved_is_no_change_of_facts() -> None:
    statement = next(each for each in STATEMENTS if each.id == "eeee")
    moved = replace(BAKERY, text="\n\n" + BAKERY.text)
    place = replace(statement.claims[0].evidence.span, start=0, end=1)
    start = moved.text.index("Lund Bakery will")
    place = replace(place, start=start, end=start + len("Lund Bakery will hire Tom Reyes."))
    claim = replace(statement.claims[0], evidence=replace(statement.claims[0].evidence, span=place))
    one = Graph((BAKERY,), GRAPH.entities, (statement,))
    other = Graph((moved,), GRAPH.entities, (replace(statement, claims=(claim,)),))
    (document,) = differences(one, other)
    assert (document.text, document.facts) == ("changed", ())


def test_claims_are_paired_by_their_sentences() -> None:
    first, second = STATEMENTS[0].claims[0], replace(STATEMENTS[0].claims[0], evidence=first_claim("bbbb").evidence)
    both = replace(STATEMENTS[0], claims=(first, second))
    unsure = replace(second, evidence=replace(second.evidence, confidence=0.2))
    one = replace(GRAPH, statements=(both,))
    other = replace(GRAPH, statements=(replace(both, claims=(unsure,)),))
    (document,) = differences(one, other)
    assert [(each.kind, list(each.changes)) for each in document.facts] == [("changed", ["confidence"]), ("lost", [])]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Literal("40", "xsd:integer", "loaves"), "40 loaves (xsd:integer)"),
        (Literal("red"), "red"),
    ],
)
def test_values_are_facts_with_their_units(value: Literal, shown: str) -> None:
    statement: Statement = replace(STATEMENTS[1], object=value)
    added = only(replace(GRAPH, statements=()), replace(GRAPH, statements=(statement,)))
    assert added.fact.object == shown


@strategies.tries(25)
@given(strategies.corpora(), strategies.corpora())
def test_going_back_undoes_it(first: tuple[Reading, ...], second: tuple[Reading, ...]) -> None:
    one, other = resolved(first), resolved(second)
    there, back = differences(one, other), differences(other, one)
    assert differences(one, one) == ()
    assert [each.document for each in there] == [each.document for each in back]
    swapped = {"added": "lost", "lost": "added", "changed": "changed"}
    kinds = [sorted(swapped[each.kind] for each in document.facts) for document in there]
    assert kinds == [sorted(each.kind for each in document.facts) for document in back]
