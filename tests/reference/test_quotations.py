import pytest
from spacy.language import Language

from kg.grammar.parse import parse_of
from kg.model import Document, Span
from kg.reference.annotation import annotate
from kg.reference.quotations import Quotation, can_speak, named, quotation_at, quotations
from tests.extract.documents import parsed, word

SPEAKERS = [
    ("several sentences", '"The dam is old. It needs repair. We are poor," Ana Silva said.', ["Silva"]),
    ("going on", '"The dam is old," the engineer said. "It needs repair."', ["engineer", "engineer"]),
    ("behind an abbreviation", '"It is old," said Rui Costa of Dams Inc.\n"It needs repair."', ["Costa", "Costa"]),
    ("sharing", '"The dam is old," Ana Silva shared. "It needs repair."', ["Silva", "Silva"]),
    ("chanting", 'The farmers chanted, "Save our dam!"', ["farmers"]),
    ("adding", '"The dam is old," said Ana Silva, adding: "It needs repair."', ["Silva", "Silva"]),
    ("curly marks", "“The dam is old,” Rui Costa, who leads the union, told a newspaper.", ["Costa"]),
    ("paragraphs that open alone", '"We lost it.\n"We are poor.\n"Pay us," the mayor told them.', ["mayor"]),
    ("an unclosed paragraph", '"We lost it.\nThe state must pay," the mayor said.', ["mayor"]),
    (
        "turns of a transcript",
        "ANA SILVA: It broke.\nTOM REED: So?\nANA SILVA: We left.\nIt rained.\nTOM REED: “Nobody” died?\nIt is dry.",
        ["SILVA", "REED", "SILVA", "REED"],
    ),
    ("headings in capitals", "DAM: It broke.\nBRIDGE: It held.\nROAD: It is closed.", []),
    ("questions and answers", "Q: Is it old?\nA: It is.\nQ: Who left?\nA: We did.", []),
    ("colon", 'The mayor was blunt: "We will not pay."', ["mayor"]),
    ("only a name before a colon", 'Board member Ana Silva: "It was sad to see the dam break."', ["Silva"]),
    ("no person before a colon", 'More on the dam: "It broke in May."', [None]),
    ("age", '"We lost it, and it was a shock," the 20-year-old said. "It was sad."', ["old", "old"]),
    (
        "the verb of the quotation before",
        '"Terrific guy," Reed\'s neighbor in both Oslo and Lyon, Ana Silva, said in the story.\n"He was old and sad."',
        ["neighbor", "neighbor"],
    ),
    ("a document before it", 'The papers of the board show that the dam broke. "The dam is old."', ["papers"]),
    ("paragraph behind a colon", 'The ministry said:\n"The dam needs repair."', ["ministry"]),
    ("report before it", 'Ana Silva said the dam was old. "The valley needs a wall."', ["Silva"]),
    (
        "paragraphs without breaks",
        '"We lost it. "We are poor. "Pay us," the mayor told them.',
        ["mayor", "mayor", "mayor"],
    ),
    ("an apposition between", '"We lost it," Rui Costa, head of the bank - one of its owners - said.', ["Costa"]),
    ("no comma", '"We lost it" said the mayor.', ["mayor"]),
    ("told before it", 'Ana Silva praised the crew. "They held the dam."', ["Silva"]),
    ("told before a comma", 'Ana Silva reacted to the news, "Who held the dam?"', ["Silva"]),
    ("a thing before it", 'The dam broke. "They held it for years."', [None]),
    ("participle", 'Ana Silva wrote to the mayor to explain it, saying "We lost the dam."', ["Silva"]),
    ("narration between", '"We lost it," Ana Silva said. The dam is old. "They held it."', ["Silva", "Silva"]),
    ("going on, then the speaker", '"We lost it." "We are poor," the mayor said.', ["mayor", "mayor"]),
    ("a proxy", 'His agent said he was sad. "We lost the bridge."', ["agent"]),
    ("according to before", 'According to the mayor, "the dam is old".', ["mayor"]),
    ("a body before a colon", 'The Dam Board issued a statement: "The dam held."', ["Board"]),
    ("no opening mark", 'Ana Silva said the dam was old. It needs repair." The valley is dry.', ["Silva"]),
    ("no opening mark behind a clause of saying", '"We lost it," Ana Silva said. We are poor."', ["Silva", "Silva"]),
    ("another sentence behind", 'Ana Silva said it was old. It may break", The mayor laughed.', ["Silva"]),
    ("a length in inches", 'The shelf is 12" wide and 7", or so.', []),
    (
        "a noun at the root, for which the parser took the verb",
        (
            "“Had it not been built, the pilots could have returned to the platform,” the paper states, "
            "while adding that its findings are early."
        ),
        ["states"],
    ),
    ("object of its verb", '"We have had an offer from Norland," confirmed a Porto spokesman.', ["spokesman"]),
    ("object of another verb", 'The banners called them "scum", urged people to come and burned.', [None]),
    ("document", 'The report says: "Farmers use less water."', ["report"]),
    ("according to", '"The dam is old," according to the mayor.', ["mayor"]),
    ("title", 'The song "We Are One" opened the show.', [None]),
    ("scare quotes", 'The "green" plan failed.', [None]),
    ("opened again behind dots", 'Ms Silva said: "He is no fool... "He is late."', ["Silva", "Silva"]),
    ("single marks", "'The pilots' bridge is old. It must go,' Silva said. 'We are poor.'", ["Silva", "Silva"]),
    ("single marks behind a report", "It may break, said Ana Silva. ‘We have no wall.’", ["Silva"]),
    ("single marks around a title", "The song ‘We Are One’ opened the pilots’ show.", []),
    ("a single mark without an opening one", "'We lost it,' Silva said. It was 'a dam.'", ["Silva"]),
    ("a closing mark that opens", "The mayor said: ”We lost it. We are poor.”", ["mayor"]),
    ("two single marks as a closing one", "“We lost it. We are poor,’’ the mayor said.", ["mayor"]),
    ("not said", 'The spokesman did not say "we were wrong".', [None]),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in SPEAKERS])
def test_who_speaks(text: str, expected: list[str | None], nlp: Language) -> None:
    document = Document("d", text)
    starts = [0, *(i + 1 for i, sign in enumerate(text) if sign == "\n")]
    spans = [Span("d", a, b) for a, b in zip(starts, [*(s - 1 for s in starts[1:]), len(text)], strict=True)]
    (doc,) = annotate([document], nlp, prose=lambda _: spans)
    assert [doc[q.speaker].text if q.speaker is not None else None for q in doc._.kg_quotations] == expected


def test_a_noun_of_the_quotation_that_hangs_on_the_verb_does_not_speak() -> None:
    doc = parsed(
        "“/``/punct/7 The/DT/det/3 cold/NN/nsubj/7 ,/,/punct/7 ”/''/punct/7 she/PRP/nsubj/7 said=say/VBD/ROOT/0"
    )
    assert [each.speaker for each in quotations(parse_of(doc))] == [5]


def test_quotation_at_a_token() -> None:
    doc = parsed("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 Lyon/NNP/dobj/2")
    doc._.kg_quotations = (Quotation(1, 2, 0, 1),)
    assert [quotation_at(token) is not None for token in parse_of(doc)] == [False, True, False]


@pytest.mark.parametrize(
    ("noun", "strictly", "expected"),
    [("minister", True, True), ("report", True, True), ("process", False, False), ("monarch", False, True),
     ("monarch", True, True), ("zonk", False, True), ("zonk", True, False), ("that", False, False)],
)  # fmt: skip
def test_who_can_speak(noun: str, strictly: bool, expected: bool) -> None:
    tag = "DT" if noun == "that" else "NN"
    doc = parsed(f"The/DT/det/2 {noun}/{tag}/nsubj/3 left=leave/VBD/ROOT/0")
    assert can_speak(word(doc, noun), strictly=strictly) is expected


@pytest.mark.parametrize(
    ("saying", "expected"),
    [("to/IN/prep/2 meet/NN/pobj/3", "Silva"), ("saying=say/VBG/acl/2 envoy/NN/dobj/3", "aide")],
)
def test_whose_name_follows_a_role(saying: str, expected: str) -> None:
    name = "Ana/NNP/compound/6/PERSON Silva/NNP/appos/4/PERSON"
    doc = parsed(f"The/DT/det/2 aide/NN/nsubj/7 {saying} {name} left=leave/VBD/ROOT/0")
    assert named(word(doc, "aide")).text == expected
