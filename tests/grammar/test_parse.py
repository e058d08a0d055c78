import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.grammar.extensions import register_extensions
from kg.grammar.parse import DEEPEST, Token, cached, parse_of, token_of
from kg.model import Document, Span
from kg.reference.annotation import annotate
from kg.reference.mentions import mention
from tests.extract.documents import parsed

TEXT = (
    'Ana Silva, the mayor of Porto, said on 3 May 2024: "We closed 1,200 shops." She didn\'t say why (yet).\n\n'
    "Which shops were closed, and who had asked for it, the new firm that owns them will not tell anybody."
)
PLAIN = (
    "i", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "idx", "whitespace_",
    "is_sent_start", "is_punct", "is_space", "is_alpha",
)  # fmt: skip
ONE = ("head", "left_edge", "right_edge")
SEVERAL = ("children", "lefts", "rights", "ancestors", "subtree")


def paragraphs(document: Document) -> list[Span]:
    end = document.text.index("\n")
    return [Span(document.id, 0, end), Span(document.id, end + 2, len(document.text))]


def test_a_token_says_what_that_of_spacy_says(nlp: Language) -> None:
    (doc,) = annotate([Document("a", TEXT)], nlp, prose=paragraphs)
    parse = parse_of(doc)
    assert len(parse) == len(doc) > 40
    for token, theirs in zip(parse, doc, strict=True):
        assert [getattr(token, name) for name in PLAIN] == [getattr(theirs, name) for name in PLAIN]
        assert [getattr(token, name).i for name in ONE] == [getattr(theirs, name).i for name in ONE]
        for name in SEVERAL:
            assert [word.i for word in getattr(token, name)] == [word.i for word in getattr(theirs, name)]
        assert (token.sent.start, token.sent.end) == (theirs.sent.start, theirs.sent.end)
        assert len(token) == len(theirs)
    assert parse[1].nbor(2).text == doc[1].nbor(2).text == "the"


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT.replace("\n", " "))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(-3, 60), end=st.integers(-3, 60))
def test_a_span_says_what_that_of_spacy_says(doc: Doc, start: int, end: int) -> None:
    ours, theirs = parse_of(doc)[start:end], doc[start:end]
    assert [token.i for token in ours] == [token.i for token in theirs]
    assert (ours.text, len(ours)) == (theirs.text, len(theirs))
    if len(ours):
        assert (ours.start, ours.end, ours.root.i, ours[-1].i) == (
            theirs.start, theirs.end, theirs.root.i, theirs[-1].i,
        )  # fmt: skip
        assert parse_of(doc).span(ours.start, ours.end) == Span("text", theirs.start_char, theirs.end_char)


def test_places_are_those_of_the_document(nlp: Language) -> None:
    (doc,) = annotate([Document("a", TEXT)], nlp, prose=paragraphs)
    parse = parse_of(doc)
    assert parse[len(doc) - 2].offset == TEXT.index("anybody")
    assert parse.span(0, 2) == Span("a", 0, len("Ana Silva"))


def test_a_parse_is_made_once_and_knows_what_was_written_on_the_doc_later() -> None:
    doc = parsed("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 in/IN/prep/2 May/NNP/pobj/3", times={"May": "2024-05"})
    asked: list[int] = []

    @cached
    def position(token: Token) -> int:
        asked.append(token.i)
        return token.i

    parse = parse_of(doc)
    assert not parse.known, "kept while it was not yet put right"
    assert [position(parse[1]), position(parse[1]), position(parse[2])] == [1, 1, 2]
    assert asked == [1, 2]
    assert mention(parse[3]) is mention(doc[3])
    assert mention(parse[3]).kind == "time"
    assert token_of(doc[3]) is parse[3] is token_of(parse[3])
    doc._.kg_times = ()
    assert parse_of(doc) is parse
    assert (parse.times, position(parse[1]), asked) == ((), 1, [1, 2])
    assert mention(parse[3]).kind == "name"


def test_no_correction_ties_two_paragraphs(nlp: Language) -> None:
    text = "She announced the sale\n\nsaid it was late."
    (doc,) = annotate([Document("a", text)], nlp, prose=paragraphs)
    parse = parse_of(doc)
    assert all(parse.paragraph_end(word.i) == parse.paragraph_end(word.head.i) for word in parse)


def test_an_empty_doc_has_an_empty_parse() -> None:
    register_extensions()
    parse = parse_of(Doc(Vocab()))
    assert (len(parse), list(parse), parse.sents, parse[0:3].text) == (0, [], [], "")


@pytest.mark.parametrize("words", [("the head of ", 200), ("He said that ", 150), ("Acme, ", 150)])
def test_no_tree_is_deeper_than_its_bound(words: tuple[str, int], nlp: Language) -> None:
    again, times = words
    parse = parse_of(nlp("She saw that " + again * times + "Acme won."))
    depths = [sum(1 for _ in word.ancestors) for word in parse]
    assert max(depths) == DEEPEST
    for word in parse:
        assert word.head is word or word in word.head.children
        assert word.left_edge.i <= word.i <= word.right_edge.i
    assert {word.i for sentence in parse.sents for word in sentence.root.subtree} == set(range(len(parse)))


def test_what_stands_too_deep_hangs_on_a_word_of_the_same_function(nlp: Language) -> None:
    parse = parse_of(nlp("They met " + ", ".join(f"the mayor of {name}" for name in ("Oslo", "Bergen") * 40) + "."))
    hung = [word for word in parse if word.dep_ == "conj" and word.head.dep_ not in {"conj", "dobj"}]
    assert not hung
