"""The importance of entities and statements."""

from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.made_graph import made_graph
from kg.export.connections import has_name
from kg.export.importance import importance
from kg.lexicon.learned import learned
from kg.model import Claim, Document, Entity, Evidence, Graph, Literal, Mention, Qualifier, Span, Statement
from tests.export.examples import GRAPH, STRUCTURED

TEXT = "Mill closes\n\nAcme closed the mill. A visitor saw a pump. The mill is old. Acme sold the mill."
DOCUMENT = Document("d", TEXT, "Mill closes")


def thing(id_: str, *places: int, words: str, kind: str = "nominal", document: str = "d") -> Entity:
    mentions = tuple(
        Mention(Span(document, at, at + len(words)), words, at, "name" if kind == "name" else "nominal")
        for at in places
    )
    return Entity(id_, words, "Thing", (), (mentions,))


def said(id_: str, subject: str, relation: str, object_: str, at: int, document: str = "d") -> Statement:
    place = Evidence(Span(document, at, at + 10), "test", "rule", 0.5)
    mention = Mention(Span(document, at, at + 1), TEXT[at], at, "nominal")
    return Statement(id_, subject, relation, object_, False, "asserted", None, None, None, (
        Claim(mention, relation, mention, place),
    ))  # fmt: skip


ACME = thing("acme", 13, 80, words="Acme", kind="name")
MILL = thing("mill", 29, 90, words="mill")
VISITOR, PUMP = thing("visitor", 38, words="visitor"), thing("pump", 51, words="pump")
STATEMENTS = (
    said("close", "acme", "close", "mill", 13),
    said("old", "mill", "be", "pump", 57),
    said("see", "visitor", "see", "pump", 36),
)
SMALL = Graph((DOCUMENT,), (ACME, MILL, PUMP, VISITOR), STATEMENTS)


def test_everything_has_one_between_nothing_and_one() -> None:
    found = importance(GRAPH)
    assert found.entities.keys() == {entity.id for entity in GRAPH.entities}
    assert found.statements.keys() == {statement.id for statement in GRAPH.statements}
    assert all(0.0 <= value <= 1.0 for each in (found.entities, found.statements) for value in each.values())


def test_what_is_named_and_comes_again_goes_before_what_is_described_once() -> None:
    found = importance(SMALL)
    assert min(found.entities["acme"], found.entities["mill"]) > max(found.entities["pump"], found.entities["visitor"])
    assert sorted(found.statements, key=lambda id_: -found.statements[id_]) == ["close", "see", "old"]


def test_the_title_tells_what_matters() -> None:
    untitled = replace(SMALL, documents=(replace(DOCUMENT, title=None),))
    named = replace(SMALL, documents=(replace(DOCUMENT, title="Acme and its mill"),))
    assert importance(named).entities["acme"] > importance(untitled).entities["acme"]


def test_what_several_documents_mention_matters_more() -> None:
    twice = replace(ACME, chains=(*ACME.chains, thing("acme", 13, words="Acme", kind="name", document="e").chains[0]))
    both = replace(SMALL, documents=(DOCUMENT, replace(DOCUMENT, id="e")), entities=(twice, *SMALL.entities[1:]))
    assert importance(both).entities["acme"] > importance(SMALL).entities["acme"]


def test_what_is_read_from_names_makes_nothing_more_important() -> None:
    assert importance(STRUCTURED) == importance(GRAPH)


def test_what_is_told_goes_before_what_something_is_and_figures_before_none() -> None:
    say = replace(STATEMENTS[0], id="say", relation="say")
    value = replace(STATEMENTS[0], id="pay", object=Literal("5", "xsd:integer"))
    found = importance(replace(SMALL, statements=(*STATEMENTS, say, value))).statements
    assert found["pay"] > found["close"] > found["say"] > found["old"]


def test_learned_weights_have_the_signs_that_they_must_have() -> None:
    things, statements = learned("importance")["things"], learned("importance")["statements"]
    assert things["title=False"] < things["title=True"]
    assert things["title words=False"] < things["title words=True"]
    assert things["spread=0"] < things["spread=4"]
    assert things["mentions=0"] < things["mentions=4"]
    assert things["first=4"] < things["first=0"]
    assert statements["sure=3"] < statements["sure=8"]
    assert statements["tells=be"] < statements["tells=say"] < statements["tells=event"]
    assert statements["sentence=4"] < statements["sentence=0"]
    assert statements["again=True"] < statements["again=False"]
    assert statements["within=True"] < statements["within=False"]
    assert statements["thin=True"] < statements["thin=False"]
    assert statements["speech=quotation"] < statements["speech=elsewhere"] < statements["speech=here"]
    assert statements["title=0"] < statements["title=3"]


def test_the_empty_graph() -> None:
    assert importance(Graph()).entities == importance(Graph()).statements == {}


def test_the_name_of_a_thing_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mentions of an entity must not all be examined again for each of its documents."""
    graph, asked = made_graph(400), Counter[str]()

    def counted(entity: Entity) -> bool:
        asked[entity.id] += 1
        return has_name(entity)

    monkeypatch.setattr("kg.export.importance.has_name", counted)
    importance(graph)
    assert max(len({mention.span.document for mention in each.mentions}) for each in graph.entities) > 5
    assert set(asked.values()) == {1}


REPORT = (
    "Mill closes\n\nAcme sold pumps, pipes and a mill when its chief left. "
    '"Bo made it," said Al. Al said that Bo lost 5.'
)
REPORTED = Document("d", REPORT, "Mill closes")


def mention(words: str, after: str = "") -> Mention:
    at = REPORT.index(words, REPORT.index(after))
    return Mention(Span("d", at, at + len(words)), words, at, "nominal")


def claimed(relation: str, sentence: str, subject: str, object_: str, speaker: Mention | None = None) -> Claim:
    """Return a claim whose subject, predicate and object are at these offsets in the sentence of the report."""
    start = REPORT.index(sentence)
    predicate = mention(relation, sentence).span
    place = Evidence(Span("d", start, REPORT.index(".", start) + 1), "test", "rule", 0.7)
    told = mention(subject, sentence), mention(object_, sentence)
    return Claim(told[0], relation, told[1], place, speaker=speaker, predicate=(predicate,))


def reported(**claims: Claim) -> Counter[str]:
    """Return the importance of statements with one claim each, all between the same two entities."""
    said = (
        Statement(id_, "acme", "make", "mill", False, "asserted", None, None, None, (claim,))
        for id_, claim in claims.items()
    )
    graph = Graph((REPORTED,), (ACME, MILL), tuple(said))
    turned = replace(graph, statements=graph.statements[::-1])
    assert importance(graph) == importance(turned), "it depends on the order of statements"
    return Counter(importance(graph).statements)


def test_what_is_said_again_of_another_thing_sinks() -> None:
    first, second, third = (claimed("sold", "Acme sold", "Acme", each) for each in ("pumps", "pipes", "a mill"))
    found = reported(a=third, b=first, c=second)
    assert found["a"] == found["c"] < found["b"] / 2
    assert reported(a=third)["a"] > 2 * found["a"], "nothing is said before"


def test_what_stands_within_the_words_of_another_statement_sinks() -> None:
    whole = replace(
        claimed("sold", "Acme sold", "Acme", "pumps"), qualifiers=(Qualifier("when", mention("its chief left")),)
    )
    part = claimed("left", "Acme sold", "chief", "pumps")
    assert reported(a=whole, b=part)["b"] < reported(b=part)["b"]


def test_what_is_quoted_goes_behind_what_is_reported() -> None:
    quoted = claimed("made", '"Bo', "Bo", "it", speaker=mention("Al", "said Al"))
    told = claimed("lost", "Al said", "Bo", "5", speaker=mention("Al", "Al said"))
    plain = replace(told, speaker=None)
    elsewhere = replace(told, speaker=mention("Acme"))
    found = reported(quoted=quoted, told=told, plain=plain, elsewhere=elsewhere)
    assert found["quoted"] < found["elsewhere"] < min(found["told"], found["plain"])


def test_a_number_that_something_nameless_has_sinks() -> None:
    thin = Statement("thin", "pump", "have", Literal("5", "xsd:integer"), False, "asserted", None, None, None, (
        STATEMENTS[0].claims[0],
    ))  # fmt: skip
    found = importance(replace(SMALL, statements=(*STATEMENTS, thin, replace(thin, id="named", subject="acme"))))
    assert found.statements["thin"] < found.statements["named"]
    assert found.statements["thin"] < found.statements["close"]
