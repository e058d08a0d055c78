import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.grammar.asides import BEGIN, INSIDE, RULES, Aside, asides, joined, parts_of
from kg.grammar.attachments import attachments

HOST = "The vote will give the town a choice."
VOTE = "The vote - expected in May - will give the town a choice."


def _texts(doc: Doc) -> list[str]:
    return [doc[each.words.start : each.words.stop].text for each in asides(doc, doc.text)]


def _parsed(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    found = asides(doc, doc.text)
    return joined(doc, found, [nlp(part) for part in parts_of(doc, found)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (VOTE, ["expected in May"]),
        ("Sales fell to 900 - the lowest figure in years. They rose again.", []),
        ("He left. She - his first wife - stayed.", ["his first wife"]),
        ('"We won - it was hard - at last," Ana Silva said.', ["it was hard"]),
        ("Ana Silva - Varn's best rower - won.", ["Varn's best rower"]),
        ("She was editor - in - chief of the paper.", []),
        ("They won 2 - 1 at home.", []),
        ("They sell cost - effective boats.", []),
        ("Ana Silva - head of the firm - has left.", ["head of the firm"]),
        ('He said - "it is over" or so - that it ends.', ['"it is over" or so']),
        ('He said - "it is over - and left."', []),
        ("It fell (by 5 - or 6) at once.", []),
        ("A well-known firm left.", []),
        ("One - two - three - four.", []),
        ("- He left at once.", []),
    ],
)
def test_what_stands_between_two_dashes_is_found(nlp: Language, text: str, found: list[str]) -> None:
    assert _texts(nlp.make_doc(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[The mayor] lied to us.", [["The", "mayor"]]),
        ('"[Elena] never lied," she said.', [["Elena"]]),
        ("They met under [party leader] Silva.", [["party", "leader"]]),
        ("They had access [to networks] there.", [["to", "networks"]]),
        ("We get our chance [again], he said.", [["again"]]),
        ("There [was] no need.", [["was"]]),
        ("It was in 1901 [sic] and in 1902.", []),
        ("They [the police] came late.", []),
        ("The league [the ruling party] lost.", []),
        ("It is [a] big one.", []),
        ("[I] left.", [["I"]]),
        ("[N] o attempt was made.", []),
        ("It rose [5] times, or [see page 4 (a)] more.", []),
        ("The town - which [the mayor] left - is old.", [["the", "mayor"]]),
    ],
)
def test_words_that_an_editor_added_are_part_of_a_sentence(nlp: Language, text: str, found: list[list[str]]) -> None:
    text += ' It was "odd".'
    doc = nlp.make_doc(text)
    completing = [each for each in asides(doc, text) if each.completes]
    assert [[word.text for word in doc[each.dash + 1 : each.last]] for each in completing] == found
    assert all(not each.words for each in completing)


def test_brackets_outside_a_quotation_stay(nlp: Language) -> None:
    assert asides(nlp.make_doc("[The mayor] lied."), "[The mayor] lied.") == []


def test_a_sentence_with_added_words_is_parsed_as_if_their_brackets_were_not_there(nlp: Language) -> None:
    whole, bare = _parsed(nlp, '"We told [them] to go [again]," he said.'), nlp('"We told them to go again," he said.')
    rest = [token for token in whole if token.text not in {"[", "]"}]
    assert [(token.text, token.dep_, token.head.text, token.tag_) for token in rest] == [
        (token.text, token.dep_, token.head.text, token.tag_) for token in bare
    ]
    assert [(token.dep_, token.head.text, token.pos_) for token in whole if token.text in {"[", "]"}] == [
        ("punct", word, "PUNCT") for word in ("them", "them", "again", "again")
    ]
    assert len(list(whole.sents)) == 1


def test_the_rest_of_a_sentence_is_parsed_as_if_the_aside_were_not_there(nlp: Language) -> None:
    whole, host = _parsed(nlp, VOTE), nlp(HOST)
    rest = [token for token in whole if not 2 <= token.i < 7]
    assert [(token.text, token.dep_, token.head.text, token.tag_) for token in rest] == [
        (token.text, token.dep_, token.head.text, token.tag_) for token in host
    ]


def test_an_aside_is_one_sentence_with_what_stands_around_it(nlp: Language) -> None:
    whole = _parsed(nlp, VOTE + " It opens at eight.")
    assert [sent.text for sent in whole.sents] == [VOTE, "It opens at eight."]
    assert whole.text == VOTE + " It opens at eight."


@pytest.mark.parametrize(
    ("text", "root", "above", "label"),
    [
        ("The firm left the town - and its people - to Acme.", "people", "left", "conj"),
        ("The film - which won a prize - is long.", "won", "film", "relcl"),
        ("Prices rose - while wages fell - in the towns.", "fell", "rose", "advcl"),
        ("The mayor denied it - he was in Rome - at first.", "was", "denied", "parataxis"),
        (VOTE, "expected", "vote", "acl"),
        ("Five towns - including Varn - agreed.", "including", "towns", "prep"),
        ("Ana Silva - the mayor of the town - resigned.", "mayor", "Silva", "appos"),
        ("She left - by a back door - at noon.", "by", "left", "prep"),
        ("Silva shot a drama - a film about a port - for Channel 9.", "for", "shot", "prep"),
    ],
)
def test_an_aside_is_tied_to_what_it_is_said_of(nlp: Language, text: str, root: str, above: str, label: str) -> None:
    whole = _parsed(nlp, text)
    [token] = [token for token in whole if token.text == root]
    assert (token.head.text, token.dep_) == (above, label)


def test_a_dash_is_a_mark(nlp: Language) -> None:
    whole = _parsed(nlp, VOTE)
    assert [(token.dep_, token.tag_, token.pos_) for token in whole if token.text == "-"] == [
        ("punct", ":", "PUNCT")
    ] * 2


def test_each_word_has_how_sure_its_tie_is(nlp: Language) -> None:
    whole = _parsed(nlp, VOTE)
    probabilities = attachments(whole)
    assert probabilities is not None
    assert len(probabilities) == len(whole)


def test_a_name_ends_at_an_aside(nlp: Language) -> None:
    """The recogniser may find one name in the text without the aside; in the whole text it is two."""
    doc = nlp.make_doc("Ana Maria - the mayor - Silva left.")
    found = asides(doc, doc.text)
    host, aside = (nlp(part) for part in parts_of(doc, found))
    host.set_ents([Span(host, 0, 3, label="PERSON")])
    whole = joined(doc, found, [host, aside])
    assert whole[1].ent_iob == INSIDE
    assert whole[6].text == "Silva"
    assert whole[6].ent_iob == BEGIN


def test_a_text_without_an_aside_is_its_only_part(nlp: Language) -> None:
    doc = nlp.make_doc(HOST)
    assert parts_of(doc, []) == [doc]
    assert joined(doc, [], [doc]) is doc


def test_an_aside_tells_the_places_of_its_words() -> None:
    assert list(Aside(2, 6).words) == [3, 4, 5]


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
