from dataclasses import replace
from datetime import date

import pytest

from kg.errors import ConflictingDocuments
from kg.model import Claim, Document, Graph, Literal, Time
from kg.resolve import merge, resolvable, resolve, why_unresolved
from kg.resolve.assemble import LITERAL_SUBJECT, SAME_ENTITY, UNRESOLVED
from tests.resolve.values import claim, document, mention

ACME = mention("Acme", type_="Organization")
BOLT = mention("Bolt", 10, type_="Organization")
HE = mention("he", 20, kind="pronoun")


def labels(graph: Graph) -> set[tuple[str, str, str | Literal | None]]:
    names: dict[object, str] = {entity.id: entity.label for entity in graph.entities}
    return {(names[s.subject], s.relation, names.get(s.object, s.object)) for s in graph.statements}


def test_equal_claims_are_one_statement_with_both_as_evidence() -> None:
    one, other = claim(ACME, "buy", BOLT), claim(ACME, "Buy", BOLT, at=50)
    (statement,) = resolve([document()], [one, other], []).statements
    assert statement.claims == (one, other)
    assert statement.relation == "buy"


@pytest.mark.parametrize(
    "other",
    [
        claim(ACME, "buy", BOLT, negated=True),
        claim(ACME, "buy", BOLT, modality="planned"),
        claim(ACME, "buy", BOLT, modality="possible"),
        claim(ACME, "buy", None),
        claim(ACME, "buy", BOLT, speaker=BOLT),
        claim(ACME, "sell", BOLT),
        claim(BOLT, "buy", ACME),
    ],
)
def test_claims_that_differ_are_two_statements(other: Claim) -> None:
    assert len(resolve([document()], [claim(ACME, "buy", BOLT), other], []).statements) == 2


def test_claims_without_an_object_are_one_statement_where_all_else_agrees() -> None:
    may = Time("2024-05", date(2024, 5, 1), date(2024, 5, 31), "month", "May")
    june = Time("2024-06", date(2024, 6, 1), date(2024, 6, 30), "month", "June")
    claims = [claim(ACME, "close", None, at=at, time=time) for at, time in ((0, may), (20, may), (40, june))]
    graph = resolve([document()], [*claims, claim(ACME, "close", None, negated=True, at=60)], [])
    assert labels(graph) == {("Acme", "close", None)}
    assert sorted(len(statement.claims) for statement in graph.statements) == [1, 1, 2]


def test_claim_without_an_object_needs_a_subject_in_the_graph() -> None:
    lost, resolved = claim(HE, "resign", None), claim(ACME, "close", None)
    assert resolvable([lost, resolved], []) == (resolved,)
    assert labels(resolve([document()], [lost], [(BOLT, HE)])) == {("Bolt", "resign", None)}


def test_mention_in_a_chain_takes_the_entity_of_the_chain() -> None:
    graph = resolve([document()], [claim(HE, "buy", BOLT)], [(ACME, HE)])
    assert labels(graph) == {("Acme", "buy", "Bolt")}
    assert graph.entity_ids()[HE.key] == "Acme"


@pytest.mark.parametrize(
    ("lost", "reason"),
    [
        (claim(HE, "buy", BOLT), UNRESOLVED.format("he")),
        (claim(BOLT, "buy", HE), UNRESOLVED.format("he")),
        (claim(ACME, "buy", BOLT, speaker=HE), UNRESOLVED.format("he")),
        (claim(mention("5", kind="value", value=Literal("5")), "buy", BOLT), LITERAL_SUBJECT),
        (claim(ACME, "buy", mention("Acme", 30, type_="Organization")), SAME_ENTITY),
    ],
)
def test_claims_without_a_place_in_the_graph_are_unresolved_with_a_reason(lost: Claim, reason: str) -> None:
    resolved = claim(ACME, "buy", BOLT, at=90)
    assert resolvable([resolved, lost], []) == (resolved,)
    assert why_unresolved([resolved, lost], []) == ((lost, reason),)
    assert resolve([document()], [resolved, lost], []).claims == (resolved,)


def test_what_belongs_to_nobody_known_is_no_subject() -> None:
    share = replace(mention("its share", 40, kind="nominal", type_="Thing"), head=44)
    its = mention("its", 40, kind="pronoun")
    growth = claim(share, "grow", None)
    assert why_unresolved([growth], [(its,), (share,)]) == ((growth, UNRESOLVED.format("its")),)
    assert resolvable([growth], [(ACME, its), (share,)]) == (growth,)
    other = mention("the share of Acme", 70, kind="nominal", type_="Thing")
    assert resolvable([growth], [(its,), (share, other)]) == (growth,)
    sold = claim(ACME, "sell", share)
    assert resolvable([sold], [(its,), (share,)]) == (sold,)


@pytest.mark.parametrize("word", ["which", "them", "these"])
def test_a_part_of_an_unresolved_pronoun_is_no_end(word: str) -> None:
    some = replace(mention(f"some of {word}", 40, kind="nominal", type_="Thing"), head=40)
    pronoun = mention(word, 48, kind="pronoun")
    sold = claim(ACME, "sell", some)
    assert resolvable([sold], [(pronoun,), (some,)]) == ()
    assert resolvable([sold], [(BOLT, pronoun), (some,)]) == (sold,)


def test_advice_that_we_had_or_one_for_them_is_an_end() -> None:
    for words in ("some of us", "demand for them"):
        some = replace(mention(words, 40, kind="nominal", type_="Thing"), head=40)
        sold = claim(ACME, "sell", some)
        assert resolvable([sold], [(some,)]) == (sold,)


def test_reflexive_object_is_its_subject() -> None:
    itself = mention("itself", 20, kind="pronoun")
    graph = resolve([document()], [claim(ACME, "sue", itself)], [(ACME, itself)])
    assert labels(graph) == {("Acme", "sue", "Acme")}


def test_a_description_is_a_literal_where_subject_and_object_are_one() -> None:
    chancellor = mention("the chancellor", 20, kind="nominal")
    graph = resolve([document()], [claim(ACME, "be", chancellor)], [(ACME, chancellor)])
    assert labels(graph) == {("Acme", "be", Literal("chancellor"))}
    named = claim(chancellor, "be", ACME)
    assert labels(resolve([document()], [named], [(ACME, chancellor)])) == labels(graph)


def test_values_are_literals() -> None:
    number = Literal("5", "xsd:integer")
    graph = resolve([document()], [claim(ACME, "own", mention("5", 9, kind="value", value=number))], [])
    assert labels(graph) == {("Acme", "own", number)}


def test_named_chains_stand_without_claims_and_pronouns_do_not() -> None:
    graph = resolve([document()], [], [(ACME,), (HE,)])
    assert [entity.label for entity in graph.entities] == ["Acme"]


def test_two_texts_under_one_id_are_refused() -> None:
    one, other = (Graph((document(text=text),)) for text in ("one", "two"))
    with pytest.raises(ConflictingDocuments, match="'d'"):
        merge(one, other)


def test_one_text_with_different_knowledge_stays_one_document() -> None:
    plain, dated = Document("d", "text"), Document("d", "text", published=date(2024, 1, 1))
    assert merge(Graph((plain,)), Graph((dated,))) == merge(Graph((dated,)), Graph((plain,)))
    assert len(merge(Graph((plain,)), Graph((dated,))).documents) == 1
