"""The clauses of parsed sentences: predicate, arguments, links, and no lost words."""

import typing as t
from pathlib import Path

import pytest
from spacy.language import Language

from kg.grammar import certainty
from kg.grammar.arguments import READERS
from kg.grammar.certainty import DOUBTS, Doubt
from kg.grammar.clause import Clause
from kg.grammar.clauses import clauses_of
from kg.grammar.parse import Parse, Token, parse_of
from kg.grammar.parts import parts_of
from tests.extract.documents import parsed
from tests.grammar.reading import read, slots

DATA = Path(__file__).parent.parent.parent / "data"

READ: t.Final = (
    ("dobj", "The ministry fined the bank.", "fined", "object: the bank"),
    ("pobj", "The museum owns paintings, including two portraits.", "including", "object: two portraits"),
    ("attr", "Ana Silva is the mayor.", "is", "complement: the mayor"),
    ("acomp", "The house is old.", "is", "complement: old"),
    ("oprd", "They called the plan a gift.", "called", "complement: a gift"),
    ("dative", "He gave the museum two paintings.", "gave", "recipient: the museum"),
    ("dative", "The city billed the club 4,000 euros.", "billed", "object: the club"),
    ("dobj", "The city billed the club 4,000 euros.", "billed", "extent: 4,000 euros"),
    ("dobj", "A bookmaker paid him 50 euros.", "paid", "recipient: him"),
    ("dobj", 'She branded him "the worst mayor".', "branded", "complement: the worst mayor"),
    ("dative", "He gave two paintings to the museum.", "gave", "recipient to: the museum"),
    ("prep", "She sailed to Oslo.", "sailed", "oblique to: Oslo"),
    ("prep", "Prices rose because of the drought.", "rose", "oblique because of: the drought"),
    ("prep", "He spoke in relation to the case.", "spoke", "oblique in relation to: the case"),
    ("prep", "He was paid instead of his brother.", "paid", "oblique instead of: his brother"),
    ("prep", "Police used water instead of gas in Oslo.", "used", "oblique instead of: gas"),
    ("prep", "The firm will pay in June instead of May.", "pay", "oblique instead of: May"),
    ("agent", "The house was sold by the bank.", "sold", "agent by: the bank"),
    ("ccomp", "The minister said that taxes would rise.", "said", "content that: taxes would rise"),
    ("ccomp", "They found him guilty.", "found", "object: him"),
    ("ccomp", "They found him guilty.", "found", "complement: guilty"),
    ("xcomp", "She asked the council to act.", "asked", "open to: act"),
    ("advcl", "They left because it rained.", "left", "adverbial because: it rained"),
    ("advcl", "They will leave if necessary.", "leave", "adverbial if: necessary"),
    ("appos", "A nurse by training, she leads it.", "leads", "description: A nurse by training"),
    ("npadvmod", "The mayor left last week.", "left", "when: last week"),
    ("npadvmod", "Profits rose two percent.", "rose", "extent: two percent"),
    ("advmod", "They left quietly.", "left", "how: quietly"),
    ("advmod", "They have recently left.", "left", "when: recently"),
    ("advmod", "He went back to Lyon.", "went", "oblique back to: Lyon"),
)


@pytest.mark.parametrize(("label", "text", "head", "slot"), READ)
def test_a_dependent_fills_a_slot(nlp: Language, label: str, text: str, head: str, slot: str) -> None:
    assert slot in slots(nlp, text, head)


NEGATING: t.Final[tuple[tuple[str, str, list[str]], ...]] = (
    ("The mill did not properly pay them.", "pay", ["not"]),
    ("The mill is not, apparently, closing.", "closing", ["not"]),
    ("Perhaps not surprisingly, the mill closed.", "closed", []),
    ("The mill, not unexpectedly, closed in May.", "closed", []),
    ("Not far from the bridge, the guards found a gun.", "found", []),
)


@pytest.mark.parametrize(("text", "head", "negations"), NEGATING)
def test_the_negation_of_an_adverb_between_marks_is_not_that_of_the_verb(
    nlp: Language, text: str, head: str, negations: list[str]
) -> None:
    _, clause = read(nlp(text), head)
    assert [word.text for word in clause.negations] == negations


BESIDES: t.Final = (
    ("Norland won the cup, with Ana Silva in goal.", "won", ["oblique with: Ana Silva in goal"]),
    ("Norland won the cup, with Ana Silva in goal in May.", "won",
     ["oblique with: Ana Silva in goal", "oblique in: May"]),
    ("Most of the boats are from Africa with Kenya well represented.", "are",
     ["oblique from: Africa", "oblique with: Kenya well represented"]),
    ("Norland won 20 cups, with a first cup by 2006.", "won", ["oblique with: a first cup by 2006"]),
    ("Norland went to Lima, with Ana Silva, for talks.", "went",
     ["oblique to: Lima", "oblique with: Ana Silva", "oblique for: talks"]),
    ("Norland met with Ana Silva in Lima.", "met", ["oblique with: Ana Silva", "oblique in: Lima <beside-name>"]),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "head", "found"), BESIDES)
def test_an_accompanying_circumstance_is_one_argument(
    nlp: Language, sentence: str, head: str, found: list[str]
) -> None:
    assert [slot for slot in slots(nlp, sentence, head) if slot.startswith("oblique")] == found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("The race took place in Oslo.", ["took", "place"]), ("Silva took her place in Oslo.", ["took"]),
     ("Silva took tea in Oslo.", ["took"]), ("The race took part of a day.", ["took"])],
)  # fmt: skip
def test_a_bare_noun_may_be_part_of_its_verb(nlp: Language, sentence: str, words: list[str]) -> None:
    _, found = read(nlp(sentence), "took")
    assert [word.text for word in found.words] == words


def test_every_reader_has_a_sentence() -> None:
    assert READERS.keys() - {label for label, *_ in READ} == {"pcomp"}


def test_a_participle_opens_a_gerund() -> None:
    doc = parsed(
        "It/PRP/nsubj/2 has=have/VBZ/ROOT/0 duties=duty/NNS/dobj/2 including=include/VBG/prep/3 "
        "painting=paint/VBG/pcomp/4 walls=wall/NNS/dobj/5 ././punct/2"
    )
    assert slots(doc, "", "including") == ["subject: duties <modified>", "content: painting walls"]


@pytest.mark.parametrize(
    ("text", "head", "words", "voice", "form", "tense"),
    [
        ("The bank was fined.", "fined", "was fined", "passive", "finite", "past"),
        ("He did not vote or speak.", "speak", "did not speak", "active", "finite", "past"),
        ("The shop will wind down its trade.", "wind", "will wind down", "active", "finite", "future"),
        ("The matter was dealt with.", "dealt", "was dealt with", "passive", "finite", "past"),
        ("She wants to sign and pay.", "sign", "sign", "active", "infinitive", "none"),
        ("The school had been closed and sold.", "sold", "had been sold", "passive", "finite", "past"),
        ("She may have been late but there was room.", "was", "was", "active", "finite", "past"),
        ("They want to be paid and housed there.", "housed", "be housed", "passive", "infinitive", "none"),
        ("They want to be buying and selling.", "selling", "be selling", "active", "infinitive", "none"),
        ("The letter sent in May was lost.", "sent", "sent", "passive", "participle", "none"),
        ("A study paid by Acme and made by Orkla was long.", "made", "made", "passive", "participle", "none"),
        ("She left without reading it.", "reading", "reading", "active", "gerund", "none"),
        ("They were often advanced through schools.", "advanced", "were advanced", "passive", "finite", "past"),
        ("About 200 people protested outside the ministry.", "protested", "protested", "active", "finite", "past"),
    ],
)
def test_what_the_words_of_a_predicate_tell(
    nlp: Language, text: str, head: str, words: str, voice: str, form: str, tense: str
) -> None:
    _, clause = read(nlp(text), head)
    predicate = " ".join(word.text for word in clause.words)
    assert (predicate, clause.voice, clause.form, clause.tense) == (words, voice, form, tense)


@pytest.mark.parametrize(
    ("text", "head", "kind", "marker"),
    [
        ("The bank closed.", "closed", "main", ""),
        ("The minister said that taxes would rise.", "rise", "content", "that"),
        ("She asked the council to act.", "act", "open", "to"),
        ("They left because it rained.", "rained", "adverbial", "because"),
        ("The bank which fined nobody closed.", "fined", "relative", "which"),
        ("The letter sent in May was lost.", "sent", "participle", ""),
        ("The report led to suggestions that prices fell.", "fell", "noun content", "that"),
        ("The court heard and rejected the appeal.", "rejected", "conjunct", ""),
        ("She left without reading it.", "reading", "gerund", "without"),
        ("Following the strike, the port closed.", "Following", "modifier", ""),
        ("It rained all night; the match was cancelled.", "rained", "loose", ""),
    ],
)
def test_how_a_clause_hangs(nlp: Language, text: str, head: str, kind: str, marker: str) -> None:
    _, clause = read(nlp(text), head)
    assert (clause.link.kind, " ".join(word.lower for word in clause.link.marker)) == (kind, marker)


@pytest.mark.parametrize(
    ("sentence", "asking"),
    [
        ("The mine lost money last year, but can it survive?", ["survive"]),
        ("Silva sent a phone to Acme and it failed a test, what should she do?", ["do"]),
        ("Do you know if it closed, or has it moved?", ["know", "closed", "moved"]),
        ("Did Acme pay, and did it apologise?", ["pay", "apologise"]),
        ("You sold the house?", ["sold"]),
    ],
)
def test_what_stands_before_a_question_tells(nlp: Language, sentence: str, asking: list[str]) -> None:
    found = clauses_of(parse_of(nlp(sentence)))
    assert [clause.head.text for clause in found if clause.question] == asking


def test_questions_orders_and_existence(nlp: Language) -> None:
    assert read(nlp("Has the bank paid?"), "paid")[1].question
    assert read(nlp("Close the door."), "Close")[1].order
    assert read(nlp("There are two lakes."), "are")[1].existential
    plain = read(nlp("The bank paid."), "paid")[1]
    assert (plain.question, plain.order, plain.existential) == (False, False, False)


@pytest.mark.parametrize(
    ("doubt", "text", "head", "role"),
    [
        (certainty.concession, "They left although it rained.", "left", "adverbial"),
        (certainty.companion, "The roof fell, killing three.", "fell", "adverbial"),
        (certainty.comparison, "According to the ministry, prices fell.", "fell", "oblique"),
        (certainty.contrast, "He was paid instead of his brother.", "paid", "oblique"),
        (certainty.restriction, "She sold cars only to banks.", "sold", "how"),
    ],
)
def test_what_makes_an_argument_doubtful(nlp: Language, doubt: Doubt, text: str, head: str, role: t.Any) -> None:
    argument = read(nlp(text), head)[1].first(role)
    assert argument is not None
    assert argument.sure == DOUBTS[argument.role][doubt] < 0.6


def test_a_clause_strung_on_another_is_doubtful() -> None:
    doc = parsed("He/PRP/nsubj/2 left=leave/VBD/ROOT/0 ,/,/punct/2 it/PRP/nsubj/5 rained=rain/VBD/advcl/2 ././punct/2")
    argument = read(doc, "left")[1].first("adverbial")
    assert argument is not None
    assert argument.sure == DOUBTS["adverbial"][certainty.strung]


@pytest.mark.parametrize(
    ("kind", "text", "role", "words"),
    [
        ("argument", "She lives in the old town.", "oblique", "in the old town"),
        ("bare", "The house was sold by the bank.", "agent", "the bank"),
        ("whole", "Prime Minister Ana Silva resigned.", "subject", "Prime Minister Ana Silva"),
        ("whole", "The firm sells the ships and planes.", "object", "the ships and planes"),
        ("title", "Prime Minister Ana Silva resigned.", "subject", "Prime Minister"),
        ("core", "They lost the letter sent in May.", "object", "the letter"),
        ("inner", "The party won two seats in the council.", "object", "in the council"),
        ("conjunct", "The plan depends on rain and on luck.", "oblique", "on luck"),
        ("conjunct", "The firm sells ships, planes and trains.", "object", "trains"),
        ("apposition", "Ana Silva, the mayor of Porto, resigned.", "subject", "the mayor of Porto"),
    ],
)
def test_the_parts_of_an_argument(nlp: Language, kind: str, text: str, role: t.Any, words: str) -> None:
    parse = parse_of(nlp(text))
    argument = clauses_of(parse)[0].first(role)
    assert argument is not None
    assert (kind, words) in [(part.kind, parse[part.start : part.end].text) for part in parts_of(argument)]


def test_every_word_of_a_clause_is_read_or_said_to_be_unread(nlp: Language) -> None:
    unread = total = 0
    for path in sorted(DATA.glob("*.txt")):
        parse = parse_of(nlp(path.read_text(encoding="utf-8")))
        for clause in (each for each in clauses_of(parse) if each.kind != "noun"):
            own = _own_words(parse, parse.tokens[clause.index])
            lost = own - _accounted(clause)
            assert not lost, (parse[clause.sentence[0] : clause.sentence[1]].text, [parse[i].text for i in lost])
            unread, total = unread + len(clause.unread), total + len(own)
    print(f"{unread} of {total} words unread")  # noqa: T201
    assert unread / total < 0.03


def _own_words(parse: Parse, head: Token) -> set[int]:
    """Return the numbers of the words below a verb that are not in a clause of their own."""
    inside = {head.i}
    for word in head.children:
        if not any(clause.index == word.i for clause in clauses_of(parse)):
            inside |= {each.i for each in word.subtree}
    silent = {word.i for word in parse if word.is_punct or word.is_space or word.dep_ in {"cc", "preconj"}}
    below = {i for clause in clauses_of(parse) for i in _below(parse, clause) if clause.index in inside - {head.i}}
    return inside - silent - below


def _below(parse: Parse, clause: Clause) -> set[int]:
    return {word.i for word in parse.tokens[clause.index].subtree}


def _accounted(clause: Clause) -> set[int]:
    words = [*clause.words, *clause.unread, *clause.adverbs, *clause.link.marker]
    words += [word for argument in clause.arguments for word in argument.marker]
    slots = {i for argument in clause.arguments for i in range(argument.start, argument.end)}
    return slots | {word.index for word in words}
