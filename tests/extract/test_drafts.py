"""Drafts of predicates: each rule of the table with a sentence or a clause."""

import typing as t

import pytest
from spacy.language import Language

from kg.extract.chains import chain_of
from kg.extract.circumstances import ROLE_NAMES, circumstances
from kg.extract.drafts import drafts_of
from kg.extract.objects import OBJECTS, Parts
from kg.extract.related_clauses import opens_time
from tests.extract.clauses import written
from tests.extract.sentences import clause, drafted, read

RULES: t.Final = [
    ("mutual", "met", "Ana", "meet", None, "Ana and Tom met in Lima."),
    ("mutual", "merged", "Acme", "merge with", None, "Acme and Norland merged."),
    ("agent", "sold", "Acme", "sell", "bank", "The bank was sold by Acme."),
    ("agent", "denied", "clerk", "deny", "visas", "The refugees were denied visas by the clerk."),
    ("agent-of-several", "sold", "bank", "be due to be sold by", "Acme", "The bank is due to be sold by Acme in May."),
    ("object", "fined", "court", "fine", "bank", "The court fined the bank."),
    ("object", "pay", "bank", "vow to pay", "fine", "The bank vowed to pay the fine."),
    ("quality-of-something", "is", "bank", "be aware of", "risk", "The bank is aware of the risk."),
    ("object", "sell", "bank", "permission to sell", "mine", "The bank received permission to sell the mine."),
    ("object", "sell", "bank", "decide to sell", "mine", "The bank's decision to sell the mine was wrong."),
    ("role", "is", "Silva", "be chief of", "Acme", "Ana Silva is Acme's chief."),
    ("oblique", "merged", "Acme", "merge with", "Norland", "Acme merged with Norland."),
    ("oblique", "met", "ministers", "meet in", "Lima", "The ministers met in Lima."),
    ("complement", "is", "Norland", "be", "bank", "Norland is a bank."),
    ("complement", "became", "Silva", "become", "mayor", "Ana Silva became the mayor."),
    ("complement", "makes", "law", "make", "easier", "The law makes it easier for the state to seize land."),
    ("object", "makes", "lock", "make", "it", "The lock makes it hard to use."),
    ("complement", "is", "house", "be", "old", "The house is old."),
    ("extent", "rose", "Prices", "rise", "percent", "Prices rose two percent."),
    ("recipient", "given", "money", "be given to", "church", "The money was given to the church."),
    ("oblique", "works", "Silva", "work for", "bank", "Ana Silva works for the bank."),
    ("clause-as-object", "decided", "union", "decide", "strike", "The union decided that members should strike."),
    ("clause-as-object", "asked", "dealer", "ask not to", "named", "One dealer asked not to be named."),
    ("clause-as-object", "was", "aim", "be not to", "harm", "The aim was not to harm the town."),
    ("no-object", "dealt", "fire", "be dealt with", None, "The fire was dealt with."),
    ("no-object", "landed", "plane", "land", None, "The plane landed with no problems."),
    ("no-object", "growing", "debt", "grow", None, "The debt is growing with the town paying only the interest."),
    ("no-object", "sold", "vase", "be sold", None, "The vase was sold by hand."),
    ("no-object", "resigned", "minister", "resign", None, "The minister resigned."),
    ("no-object", "collapsed", "bridge", "collapse", None, "The bridge collapsed on Friday."),
    ("no-object", "'m", "I", "be through", None, "I'm through."),
    ("oblique", "fell", "firms", "fall behind on", "debts", "Many firms fell behind on their debts."),
    ("oblique", "came", "ban", "come into", "force", "The ban came into force in May."),
    ("oblique", "went", "goods", "go on sale in", "Lima", "The goods went on sale in Lima."),
    ("oblique", "went", "goods", "go into", "shops", "The goods went into shops in Lima."),
    ("oblique", "came", "party", "come to", "power", "The party came to power in Peru."),
    ("oblique", "lives", "minister", "live in", "town", "The town where the minister lives has a theatre."),
    ("oblique", "died", "he", "die at", "hospital", "The hospital where he died is in Lyon."),
    ("no-object", "meet", "rivers", "meet", None, "The point where the rivers meet is marked."),
    ("no-object", "grew", "bank", "grow", None, "Unlike Norland, the bank grew."),
    ("no-object", "are", "people", "exist", None, "Today there are 300 people living in Lima."),
    ("no-object", "is", "news", "exist", None, "There is no news of a sale."),
    ("no-object", "was", "sign", "exist", None, "There was no sign that the mine would close."),
    ("no-object", "are", "boats", "exist", None, "There are 12 boats."),
    ("no-object", "was", "proof", "exist", None, "There was no proof that the bank was robbed."),
    ("state", "are", "guests", "be", "here", "The guests are still here."),
    ("state", "is", "sale", "be in line with", "rules", "The sale is in line with the rules."),
    ("oblique", "is", "mayor", "be at odds with", "union", "The mayor is at odds with the union."),
]


SAYS_NO_MORE: t.Final = [
    ("noun alone", "was", "There was a huge storm."),
    ("noun alone with a frequency", "are", "There are always storms."),
    ("what a clause tells", "are", "There are firms which attack the plan."),
    ("what there is no doubt of", "is", "There is no doubt that the mine closed."),
]


@pytest.mark.parametrize(("head", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in SAYS_NO_MORE])
def test_what_there_is_says_no_more_than_its_noun(nlp: Language, head: str, sentence: str) -> None:
    text = read(nlp, sentence)
    assert [*drafts_of(text, chain_of(text, clause(text, head)))] == []


@pytest.mark.parametrize(("rule", "head", "subject", "relation", "target", "sentence"), RULES)
def test_what_a_predicate_states(
    nlp: Language, rule: str, head: str, subject: str, relation: str, target: str | None, sentence: str
) -> None:
    draft = drafted(read(nlp, sentence), head)
    assert draft.rule == rule
    assert (draft.subject.head.text, draft.relation) == (subject, relation)
    assert (draft.object.head.text if draft.object is not None else None) == target


def test_an_addressee_is_the_object_if_nothing_else_is() -> None:
    text, (only,) = written("[subject She] told=tell [recipient us]")
    (draft,) = drafts_of(text, chain_of(text, only))
    assert draft.object is not None
    assert (draft.rule, draft.object.head.text) == ("recipient", "us")


def test_every_rule_is_tried() -> None:
    assert {rule for rule, *_ in RULES} | {"recipient"} == {*OBJECTS, "no-object"}


NO_AGENTS: t.Final = [
    ("amount", "cut", "The rate was cut by two percent."),
    ("time", "built", "The bridge was built by May."),
    ("means", "set", "The alarm was set off by mistake."),
    ("gerund", "won", "The game was won by waiting."),
    ("two verbs", "sold", "The bank was to be sold by Acme."),
]


@pytest.mark.parametrize(("head", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in NO_AGENTS])
def test_by_phrase_that_is_no_agent(nlp: Language, head: str, sentence: str) -> None:
    assert drafted(read(nlp, sentence), head).rule != "agent"


RESULTS: t.Final = [
    ("clause", "leading", "The bank cut its rate", "The bank cut its rate, leading to a boom."),
    ("two clauses", "forcing", "The bank sold its boats and left", "The bank sold its boats and left, forcing us out."),
    ("reported clause", "meaning", "the road may close", "She said the road may close, meaning nobody will come."),
    ("deed of the same", "buying", "The bank", "The bank cut its rate, buying a ferry."),
    ("what a pronoun means", "causing", "It", "It cut its rate, causing a boom."),
    ("no comma", "using", "The bank", "The bank cut its rate using a law."),
]


@pytest.mark.parametrize(("head", "subject", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in RESULTS])
def test_the_subject_of_a_result_is_its_cause(nlp: Language, head: str, subject: str, sentence: str) -> None:
    text = read(nlp, sentence)
    cause = drafted(text, head).subject
    assert " ".join(word.text for word in text.words(cause.start, cause.end)) == subject


def test_a_clause_without_a_subject_states_nothing() -> None:
    text, (only,) = written("paid=pay [object the fine]")
    assert list(drafts_of(text, chain_of(text, only))) == []


def test_the_words_of_a_preposition_belong_to_the_relation(nlp: Language) -> None:
    draft = drafted(read(nlp, "Prices rose because of the drought."), "rose")
    assert draft.relation == "rise because of"
    assert [word.text for word in draft.words] == ["rose", "because", "of"]


def test_the_noun_that_a_verb_carries_is_a_word_of_the_relation(nlp: Language) -> None:
    draft = drafted(read(nlp, "The firms signed an agreement in May."), "signed")
    assert [word.text for word in draft.words] == ["signed", "agreement"]


def test_the_first_phrase_that_names_a_thing_is_the_object(nlp: Language) -> None:
    text = read(nlp, "The ferry sailed from Oslo to Bergen in May.")
    (draft,) = drafts_of(text, chain_of(text, clause(text, "sailed")))
    assert (draft.relation, [each.role for each in draft.circumstances]) == ("sail from", ["to", "in"])


def test_that_there_is_something_states_nothing(nlp: Language) -> None:
    text = read(nlp, "There was a snub.")
    assert list(drafts_of(text, chain_of(text, clause(text, "was")))) == []


def test_an_example_is_no_object(nlp: Language) -> None:
    assert drafted(read(nlp, "Councils could look, for example."), "look").object is None


def test_who_has_got_something_has_it(nlp: Language) -> None:
    draft = drafted(read(nlp, "England have got a strong squad."), "got")
    assert (draft.relation, draft.phrase) == ("have", "have got")


WORDINGS: t.Final = [
    ("tense", "issued", "was issued under", "The permit was issued under the old law."),
    ("negation", "pay", "did not pay", "The bank did not pay the fine."),
    ("active for a passive", "sold", "sold", "The bank was sold by Acme."),
    ("adverb that restricts", "emerged", "only emerged", "The details only emerged on Friday."),
    ("adverb before a passive", "used", "is only used in", "The drug is only used in Norway."),
    ("adverb that nearly negates", "won", "almost won", "The club almost won the cup."),
    ("adverb behind its verb", "sold", "sold", "The firm sold its cars only to banks."),
    ("adverb of time", "sold", "has sold", "The firm has recently sold its cars."),
    ("participle", "built", "was built in", "The ferry built in Oslo left the port."),
    ("deed of the object", "wants", "wants … to sell the mine", "Norland wants Acme to sell the mine."),
    (
        "long deed of the object",
        "urged",
        "urged … not to sell",
        "The mayor urged Acme not to sell the mine to the bank in May.",
    ),
    ("deed without a marker", "made", "made … leave", "The mayor made the miners leave."),
    ("deed of the subject", "used", "used", "The guide used a lamp to find the trail."),
    ("participle with a particle", "made", "was made up of", "The offer, made up of cash and shares, failed."),
]


@pytest.mark.parametrize(
    ("head", "wording", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in WORDINGS]
)  # fmt: skip
def test_wording_of_a_relation(nlp: Language, head: str, wording: str, sentence: str) -> None:
    assert drafted(read(nlp, sentence), head).phrase == wording


LEFT_OVER: t.Final = [
    ("called=call [object it] [complement ready/adjective]", "ready"),
    ("was=be.copula [complement strong/adjective] [complement weak/adjective]", None),
    ("told=tell [object us] [content that: left/verb]", "left"),
    ("told=tell [object us] [content left/verb]", "left"),
    ("hit [object rocks] [content that: left/verb]", "left"),
    ("hit [object rocks] [content left/verb]", None),
]


@pytest.mark.parametrize(("predicate", "left"), LEFT_OVER)
def test_what_cannot_be_a_second_complement_or_the_content_of_a_verb(predicate: str, left: str | None) -> None:
    text, (only,) = written(f"[subject She] {predicate}")
    (draft,) = drafts_of(text, chain_of(text, only))
    assert [each.argument.head.text for each in draft.circumstances] == ([left] if left is not None else [])


def roles(*strings: str) -> list[tuple[str, str]]:
    """Return the circumstances from the arguments of a clause."""
    text, clauses = written(*strings)
    chain = chain_of(text, clauses[0])
    return [(role, argument.head.text) for role, argument, _ in circumstances(text, chain.last.arguments[1:])]


@pytest.mark.parametrize(("role", "name"), ROLE_NAMES.items())
def test_name_of_a_role_without_a_word_of_its_own(role: str, name: str) -> None:
    assert roles(f"[subject She] left=leave [{role} quietly/adverb]") == [(name, "quietly")]


def test_adverbs_tell_how_or_where_and_comments_nothing() -> None:
    assert roles("[subject She] left=leave [how hardly/adverb]") == [("how", "hardly")]
    assert roles("[subject She] left=leave [how home/adverb]") == [("where", "home")]
    assert roles("[subject She] left=leave [how Obviously/adverb]") == []


CIRCUMSTANCES: t.Final = [
    ("preposition", [("because of", "rain")], ["[subject She] left=leave [oblique because of: rain]"]),
    ("conjunction", [("because", "fell")],
     ["[subject She] left=leave [adverbial>1]", "adverbial>0 because: [subject it] fell=fall"]),
    ("participle clause", [], ["[subject She] left=leave [adverbial>1]", "adverbial>0: singing=sing.participle"]),
    ("word of the discourse", [], ["[subject She] left=leave [oblique for example: rain]"]),
    ("connective without a determiner", [], ["[subject She] left=leave [oblique for: starters]"]),
    ("source", [], ["[subject She] left=leave [oblique according to: us]"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("found", "strings"), [pytest.param(*case[1:], id=case[0]) for case in CIRCUMSTANCES]
)  # fmt: skip
def test_circumstances(found: list[tuple[str, str]], strings: list[str]) -> None:
    assert roles(*strings) == found


def test_a_second_object_after_a_mark_is_no_circumstance(nlp: Language) -> None:
    text = read(nlp, "Ana Reed won her first cap in 1991, an away loss to Norland, and retired in 2004.")
    (draft,) = drafts_of(text, chain_of(text, clause(text, "won")))
    assert [each.role for each in draft.circumstances] == ["in"]


OPENING: t.Final = [
    ("time", True, "Starting", "Starting from July, the firm will pay a fee."),
    ("thing", False, "Starting", "Starting from Lyon, the train crosses the border."),
    ("own verb", False, "starting", "The firm is starting in July."),
]


@pytest.mark.parametrize(
    ("opens", "head", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in OPENING]
)  # fmt: skip
def test_participle_that_opens_a_time(nlp: Language, opens: bool, head: str, sentence: str) -> None:
    text = read(nlp, sentence)
    assert opens_time(text, clause(text, head)) is opens


def test_an_opened_time_is_a_circumstance_of_the_next_clause(nlp: Language) -> None:
    draft = drafted(read(nlp, "Starting from July, the firm will pay a fee."), "pay")
    assert [(each.role, each.argument.head.text) for each in draft.circumstances] == [("starting from", "July")]


def test_an_object_rule_looks_at_arguments_in_the_order_of_the_text() -> None:
    text, (only,) = written("[subject She] sold=sell [object the mine] [object the port]")
    chain = chain_of(text, only)
    target = OBJECTS["object"](Parts(text, chain, only.arguments[0], "sell", only.arguments[1:]))
    assert target is not None
    assert target.object == only.arguments[1]
