"""Names in headlines: they are linked to the text, and a headline makes no statements."""

from spacy.language import Language

from kg import build_documents
from kg.extract import annotated_document
from kg.model import Chain, Document, Mention, Span
from kg.read import prose_spans
from kg.reference.annotation import annotate
from kg.reference.headline import with_headline

HEADLINE = "Lund Bakery sues Marta Lund over Lund bread, Reyes says"
BODY = "Marta Lund left Lund Bakery in May. Tom Reyes said that Lund had sold its bread."
DOCUMENT = Document("d", f"{HEADLINE}\n\n{BODY}", HEADLINE)


def name(text: str, nth: int = 0) -> Mention:
    """Return the n-th mention of a name in the body."""
    start = len(HEADLINE)
    for _ in range(nth + 1):
        start = DOCUMENT.text.index(text, start + 1)
    return Mention(Span("d", start, start + len(text)), text, start + text.rfind(" ") + 1, "name", "Person")


PERSON: Chain = (name("Marta Lund"), name("Lund", 2))
FIRM: Chain = (name("Lund Bakery"),)
REYES: Chain = (name("Tom Reyes"),)


def texts(chain: Chain) -> list[str]:
    return [DOCUMENT.text[each.span.start : each.span.end] for each in chain]


def test_names_are_found_by_their_words_the_longest_first() -> None:
    person, firm, reyes = with_headline((PERSON, FIRM, REYES), DOCUMENT)
    assert texts(person) == ["Marta Lund", "Lund", "Marta Lund", "Lund"]
    assert texts(firm) == ["Lund Bakery", "Lund Bakery"]
    assert texts(reyes) == ["Tom Reyes"]
    found = person[0]
    assert (found.kind, found.type, found.text) == ("name", "Person", "Marta Lund")
    assert DOCUMENT.text[found.head :].startswith("Lund over")


def test_a_name_of_two_chains_is_that_of_the_longer_one() -> None:
    other = (name("Lund", 1),)
    assert [len(chain) for chain in with_headline((other, PERSON, FIRM), DOCUMENT)] == [1, 4, 2]


def test_descriptions_and_texts_without_a_headline_give_nothing() -> None:
    described = (Mention(Span("d", 60, 64), "Lund", 60, "nominal"),)
    assert with_headline((described,), DOCUMENT) == (described,)
    alone = Document("d", BODY)
    chains: tuple[Chain, ...] = ((Mention(Span("d", 0, 10), "Marta Lund", 6, "name"),),)
    assert with_headline(chains, alone) == chains


def test_a_headline_has_names_and_no_statements(nlp: Language) -> None:
    graph = build_documents([DOCUMENT], model=nlp)
    assert "sue" not in {statement.relation for statement in graph.statements}
    (bakery,) = (entity for entity in graph.entities if entity.label == "Lund Bakery")
    assert bakery.mentions[0].span == Span("d", 0, len("Lund Bakery"))


def test_a_document_gives_its_headline(nlp: Language) -> None:
    (doc,) = annotate([DOCUMENT], nlp, prose=prose_spans)
    annotated = annotated_document(doc)
    assert annotated.headline == Span("d", 0, len(HEADLINE))
    assert all(sentence.span.start > len(HEADLINE) for sentence in annotated.sentences())
