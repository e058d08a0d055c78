"""Arguments shared with another predicate; each rule of the tables has a sentence that needs it."""

import typing as t

import pytest
from spacy.language import Language

from kg.grammar import sharing
from kg.grammar.sharing import FOUND, OBJECT_RULES, SUBJECT_RULES, may_continue
from tests.extract.documents import parsed
from tests.grammar.reading import read, slots

SUBJECTS: t.Final = (
    ("The ministry fined the bank.", "fined", "own", "subject: The ministry"),
    ("Many patients are means tested for the money they lost.", "tested", "own", "subject: Many patients"),
    ("The museum owns many paintings, including two portraits.", "including", "modified", "subject: many paintings"),
    ("According to the ministry, prices fell.", "According", "modified", "subject: prices fell"),
    ("Prices fell, according to the ministry.", "according", "modified", "subject: Prices fell"),
    ("There are two lakes.", "are", "existential", "subject: two lakes"),
    ("Vega is a charity that feeds children.", "feeds", "described", "subject: Vega"),
    ("Vega is a firm founded in Lyon.", "founded", "described", "subject: Vega"),
    ("Ana Silva became the first woman to lead it.", "lead", "described", "subject: Ana Silva"),
    ("Ana Silva, a nurse who left Oslo, won.", "left", "described", "subject: Ana Silva"),
    ("They sued Acme Corp, a firm founded in Lyon.", "founded", "described", "subject: Acme Corp"),
    ("They met Ana Silva and Tom Hale, two nurses who left Oslo.", "left", "relative", "subject: two nurses"),
    ("They bought shares in Acme Corp, a move that surprised Oslo.", "surprised", "relative", "subject: a move"),
    ("What worries the bank is the price of oil.", "worries", "identified", "subject: the price of oil"),
    ("At the gate is a chapel.", "is", "inverted", "subject: a chapel"),
    ("Also among the seeds are beans.", "are", "inverted", "subject: beans"),
    ("Also banned were two rallies.", "banned", "inverted", "subject: two rallies"),
    ("Vega is not a charity that feeds children.", "feeds", "relative", "subject: a charity"),
    ("Vega may be a charity that feeds children.", "feeds", "relative", "subject: a charity"),
    ("It was the navy that closed the port.", "closed", "relative", "subject: the navy"),
    ("The bank which fined nobody closed.", "fined", "relative", "subject: The bank"),
    ("Vega sold a mill which it said was old.", "was", "relative", "subject: a mill"),
    ("The first woman to win thanked her team.", "win", "infinitive-of-noun", "subject: The first woman"),
    ("Norland granted Peru the right to fish.", "fish", "infinitive-of-noun", "subject: Peru"),
    ("The deal gives the firm a chance to fish.", "fish", "infinitive-of-noun", "subject: the firm"),
    ("She was his first choice to replace the coach.", "replace", "described", "subject: She"),
    ("Efforts by governments to win time failed.", "win", "infinitive-of-noun", "subject: governments"),
    ("She left in an attempt to win time.", "win", "infinitive-of-noun", "subject: She"),
    ("The letter sent in May was lost.", "sent", "participle", "subject: The letter"),
    ("The firm opened a series of shops selling shoes.", "selling", "participle", "subject: a series of shops"),
    ("The court heard and rejected the appeal.", "rejected", "coordinated", "subject: The court"),
    ("The virus tries to stop guards and opens a door.", "opens", "coordinated", "subject: The virus"),
    (
        "The worm tries to disable two programs and opens a door on the machine.",
        "opens",
        "coordinated",
        "subject: The worm",
    ),
    ("She asked the council to act.", "act", "controlled", "subject: the council"),
    ("She promised the council to act.", "act", "controlled", "subject: She"),
    ("The lamp may be used by guards to read maps.", "read", "controlled", "subject: guards"),
    ("The rain is expected by guards to last.", "last", "controlled", "subject: The rain"),
    ("The rebels whom the army forced to leave the town returned.", "leave", "controlled", "subject: The rebels"),
    ("The site which they find using a map closed.", "using", "controlled", "subject: they"),
    ("The police caught the guard stealing a car.", "stealing", "adverbial", "subject: the guard"),
    ("They spent a year building a bridge.", "building", "controlled", "subject: They"),
    ("The roof fell, killing three.", "killing", "adverbial", "subject: The roof"),
    ("She left without reading the letter.", "reading", "gerund", "subject: She"),
    ("The barn was destroyed by soldiers, killing a cow.", "killing", "adverbial", "subject: soldiers"),
    ("She was sued by her agent, claiming that she lied.", "claiming", "adverbial", "subject: her agent"),
    ("The ring was found by a diver after searching the lake.", "searching", "gerund", "subject: a diver"),
    ("She was arrested by a guard after stealing a ring.", "stealing", "gerund", "subject: She"),
    ("They accused him of stealing the car.", "stealing", "gerund", "subject: him"),
    ("They arrested him after finding the car.", "finding", "gerund", "subject: They"),
    ("Despite losing the case, they sued him.", "losing", "gerund", "subject: they"),
    ("They accused him instead of helping her.", "helping", "gerund", "subject: They"),
)
OBJECTS: t.Final = (
    ("What the union wants is a ferry.", "wants", "identified-object", "object: a ferry"),
    ("Silva was the minister whom the court fined.", "fined", "described-object", "object: Silva"),
    ("Tom Hale, the nurse whom the court fined, left.", "fined", "described-object", "object: Tom Hale"),
    ("The book that he wrote won a prize.", "wrote", "relative-object", "object: The book"),
    ("The lawyer they hired to fight the case quit.", "hired", "relative-object", "object: The lawyer"),
    ("The film that he wrote and directed won a prize.", "directed", "coordinated-object", "object: The film"),
    ("The court heard and rejected the appeal.", "heard", "shared-object", "object: the appeal"),
    ("They have money to spend.", "spend", "object-of-purpose", "object: money"),
)


@pytest.mark.parametrize(("text", "head", "rule", "slot"), [*SUBJECTS, *OBJECTS])
def test_a_rule_fills_its_slot(nlp: Language, text: str, head: str, rule: str, slot: str) -> None:
    assert (slot if rule == "own" else f"{slot} <{rule}>") in slots(nlp, text, head)


def test_every_rule_has_a_sentence() -> None:
    assert {rule for _, _, rule, _ in SUBJECTS} == SUBJECT_RULES.keys()
    assert {rule for _, _, rule, _ in OBJECTS} == OBJECT_RULES.keys()


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The goal is to win.", "win"),
        ("One of their goals is to win.", "win"),
        ("The most important thing is to win the cup.", "win"),
        ("The main challenge is to become a member.", "become"),
        ("Close the door.", "Close"),
        ("It is hard to win.", "win"),
        ("There was anger in Oslo before closing the bridge.", "closing"),
        ("There was a fire at the mill after cutting the power.", "cutting"),
        ("Part of her plan is to sell the mill.", "sell"),
        ("Her first task is to sell the mill.", "sell"),
        ("The only thing he did was to sell the mill.", "sell"),
        ("The mayor stressed the need to close the bridge.", "close"),
        ("That is a good way to spend the money.", "spend"),
    ],
)
def test_nobody_is_named_where_the_sentence_does_not_tell(nlp: Language, text: str, head: str) -> None:
    _, clause = read(nlp(text), head)
    assert clause.first("subject") is None


@pytest.mark.parametrize(
    ("text", "head", "subject"),
    [
        ("Her next game is to start in May.", "start", "Her next game"),
        ("Their first task is to be finished in May.", "finished", "Their first task"),
        ("The bank asked permission to sell the mill.", "sell", "The bank"),
        ("The mayor stressed the state's duty to protect miners.", "protect", "the state"),
        ("The bank found a way to sell the mill.", "sell", "The bank"),
        ("The club announced a plan to buy the mill.", "buy", "The club"),
        ("The refusal of the bank to sell the mill was wrong.", "sell", "the bank"),
    ],
)
def test_what_happens_has_a_subject(nlp: Language, text: str, head: str, subject: str) -> None:
    assert any(slot.startswith(f"subject: {subject}") for slot in slots(nlp, text, head))


def test_a_time_before_two_verbs_holds_of_both(nlp: Language) -> None:
    assert "oblique in: May <fronted>" in slots(nlp, "In May the court heard and rejected the appeal.", "rejected")
    assert "oblique in: May" in slots(nlp, "In May the court heard and rejected the appeal.", "heard")


@pytest.mark.parametrize(
    ("text", "head", "slot"),
    [
        ("When it rained, the boys sat down and ate.", "ate", "adverbial when: it rained <fronted>"),
        ("In Oslo, the firm bought a mill and sold two ships.", "sold", "oblique in: Oslo <fronted>"),
        ("By the end of May it is thought that prices will fall.", "fall", "oblique by: the end of May <fronted>"),
        ("In return, the firm will buy a mill, close a bank and hire Silva.", "hire", "oblique in: return <fronted>"),
        ("In May the firm bought a mill, in June closed a bank and sold a ship.", "sold", "oblique in: June <fronted>"),
        ("After leaving school, Silva joined a bank and sold it.", "sold", "oblique after: leaving school <fronted>"),
        ("Two years ago the firm bought a mill and sold a ship.", "sold", "when: Two years ago <fronted>"),
        ("Two years ago the firm bought a mill, and Silva sold a ship.", "sold", "when: Two years ago <fronted>"),
        ("In Oslo, a mill was sold and two men were hurt.", "hurt", "oblique in: Oslo <fronted>"),
        ("In Oslo six men died and ten were hurt after drinking wine.", "hurt", "oblique in: Oslo <fronted>"),
        ("At the Olympics, Silva won gold and Reed lost the game.", "lost", "oblique at: Olympics <fronted>"),
        ("Under the plan, Silva will sell the mill and Reed will buy it.", "buy", "oblique under: the plan <fronted>"),
        ("They arrived nine days ago, bringing food.", "bringing", "when: nine days ago <companion>"),
        ("In Oslo six men died and ten were hurt in May.", "hurt", "oblique in: Oslo <fronted>"),
        ("Six men died and ten were hurt on Monday.", "died", "oblique on: Monday <trailing>"),
        ("Six men died and ten were hurt after drinking wine.", "died", "oblique after: drinking wine <trailing>"),
        ("A man was killed and several other people were hurt on Monday.", "killed", "oblique on: Monday <trailing>"),
        ("Two men were killed and ten injured in the crash.", "killed", "oblique in: the crash <trailing>"),
        ("They were arrested and charged with theft on Monday.", "arrested", "oblique on: Monday <trailing>"),
        ("Silva was born and raised in Bergen.", "born", "oblique in: Bergen <trailing>"),
        ("They arrived by boat on Monday, bringing food.", "bringing", "oblique on: Monday <companion>"),
        ("They came in May while looking for work.", "looking", "oblique in: May <companion>"),
        ("The firm fell in May, with Acme losing most.", "losing", "oblique in: May <companion>"),
        ("During a speech in May, Silva blamed Acme, naming two men.", "naming", "oblique in: May <time-in-phrase>"),
        ("They arrived on Monday, bringing food and taking pictures.", "taking", "oblique on: Monday <companion>"),
        (
            "The court in its ruling on Monday fined Acme and freed Silva.",
            "freed",
            "oblique on: Monday <time-in-phrase>",
        ),
        (
            "During a speech on Monday, Silva blamed Acme, demanding an end to it.",
            "demanding",
            "oblique on: Monday <time-in-phrase>",
        ),
        (
            "On Monday the judge fined Acme and adjourned the case for Friday.",
            "adjourned",
            "oblique on: Monday <fronted>",
        ),
        ("In 2002 the mayor resigned when the bank closed.", "closed", "oblique in: 2002 <clause-above>"),
        ("Rents fell in May as the mine closed.", "closed", "oblique in: May <clause-above>"),
        ("He travelled to Oslo, where he met Silva.", "met", "where: Oslo <relative-circumstance>"),
        ("He died on Friday, when his car hit a wall.", "hit", "when: Friday <relative-circumstance>"),
        ("The firm left the town in January when it lost its mine.", "lost", "when: January <relative-circumstance>"),
        ("Rents fell in the crisis, when banks cut them.", "cut", "when: the crisis <relative-circumstance>"),
        ("It came in the second week when Bonn shut.", "shut", "when: the second week <relative-circumstance>"),
    ],
)
def test_a_circumstance_that_stands_elsewhere_is_filled_in(nlp: Language, text: str, head: str, slot: str) -> None:
    assert slot in slots(nlp, text, head)


@pytest.mark.parametrize(
    ("text", "head", "rule"),
    [
        ("The minister said in May that prices will fall.", "fall", "fronted"),
        ("In May rents rose and two years later fell.", "fell", "fronted"),
        ("They were arrested on Monday and charged with theft.", "charged", "trailing"),
        ("Silva fled and settled in Bergen.", "fled", "trailing"),
        ("A man was fined and a woman was held until she paid.", "fined", "trailing"),
        ("In Oslo a mill was sold and in Bergen two men were hurt.", "hurt", "fronted"),
        ("In Oslo, prices fell and wages rose in Bergen.", "rose", "fronted"),
        ("In Oslo, ten men were hurt and a rocket hit a house in Bergen.", "hit", "fronted"),
        ("In April six men died and ten were hurt in May.", "hurt", "fronted"),
        ("In Oslo, Silva met Reed and Shaw flew to Bergen.", "flew", "fronted"),
        ("In a bid to win, Silva cut taxes and Reed raised wages.", "raised", "fronted"),
        ("In exchange, Silva cut taxes and Reed raised wages.", "raised", "fronted"),
        ("Under pressure, Silva cut taxes and Reed raised wages.", "raised", "fronted"),
        ("Talks failed and a strike was called for Monday.", "failed", "trailing"),
        ("The bank failed and its boss was arrested in Bergen.", "failed", "trailing"),
        ("The mine closed and no buyer was found in ten years.", "closed", "trailing"),
        ("The firm grew and its founder was jailed after he lied to police.", "grew", "trailing"),
        ("Silva was elected and Reed was jailed in 2019.", "elected", "trailing"),
        ("Silva was arrested and held in a van.", "arrested", "trailing"),
        ("They arrived on Monday, bringing food on Friday.", "bringing", "companion"),
        ("The deficit could fall by 2009, returning to a surplus by 2012.", "returning", "companion"),
        ("Acme will open in May, while others are selling shops.", "selling", "companion"),
        ("Since the fire in May, Acme has paid many men, helping them.", "helping", "time-in-phrase"),
        ("Trade rose by 6 percent from March, showing strength.", "showing", "time-in-phrase"),
        ("In 2002 the mayor resigned when the bank had closed.", "closed", "clause-above"),
        ("In 2002 the mayor resigned after the bank closed.", "closed", "clause-above"),
        ("In 2002 the mayor resigned as the bank closed in May.", "closed", "clause-above"),
        ("In May they sell more when prices fall.", "fall", "clause-above"),
        ("In three years the mayor resigned as the bank closed.", "closed", "clause-above"),
        ("When the bank closed, the mayor resigned in May.", "closed", "clause-above"),
        ("He travelled to Oslo when he met Silva.", "met", "relative-circumstance"),
        ("Shares fell at a time when banks borrowed money.", "borrowed", "relative-circumstance"),
        ("He came to the point when banks borrowed money.", "borrowed", "relative-circumstance"),
    ],
)
def test_a_circumstance_of_another_clause_only_is_not(nlp: Language, text: str, head: str, rule: str) -> None:
    assert not any(slot.endswith(f"<{rule}>") for slot in slots(nlp, text, head))


@pytest.mark.parametrize(
    ("text", "head", "slot"),
    [
        ("Silva has lifted the cup four times.", "lifted", "often: four times"),
        ("They meet twice a week.", "meet", "often: twice a week"),
        ("Children do two hours of sport a week currently.", "do", "often: a week"),
        ("The pump uses billions of pulses every second to carry data.", "uses", "often: every second"),
        ("The pumps fail all the time.", "fail", "often: all the time"),
        ("The club has won ten matches this season.", "won", "when: this season"),
        ("The firm will buy the bank next time.", "buy", "when: next time"),
        ("Today, Norway is a force in polo.", "is", "when: Today"),
        ("More than 100 men lived full time on the island.", "lived", "extent: full time"),
        ("Both brothers will come face to face.", "come", "how: face to face"),
        ("Prices rose two percent.", "rose", "extent: two percent"),
        ("Use of the drug is allowed only in Norway.", "allowed", "how: only"),
        ("Acme has so far sold ten ships.", "sold", "when: so far"),
        ("He went so far as to sell it.", "went", "how: so far as to sell it"),
        ("The ferry left too soon.", "left", "when: too soon"),
        ("The firm sold its cars only to banks.", "sold", "how: only"),
        ("Since then the firm has sold cars.", "sold", "oblique since: then"),
        ("The fire spread two days after the vote.", "spread", "when: two days after the vote"),
        ("The fire spread days after the guard left.", "spread", "when: days after the guard left"),
        ("The trial lasted two weeks.", "lasted", "extent: two weeks"),
        ("One day the firm will close.", "close", "when: One day"),
        ("Wary of the dog, the guard left.", "left", "description: Wary of the dog"),
        ("Subject to approval, the guard will leave.", "leave", "oblique subject to: approval"),
        ("The firm will sell it, subject to approval.", "sell", "oblique subject to: approval"),
    ],
)
def test_every_word_next_to_a_verb_answers_a_question(nlp: Language, text: str, head: str, slot: str) -> None:
    assert slot in slots(nlp, text, head)


def test_a_relative_time_leaves_no_gap(nlp: Language) -> None:
    assert slots(nlp, "The firm issued an order, by which time the ship was sinking.", "sinking")[-1:] == [
        "subject: the ship"
    ]


def test_a_time_is_no_object_of_a_clause_about_it(nlp: Language) -> None:
    assert slots(nlp, "This is the first time the pier has flooded.", "flooded") == ["subject: the pier"]


def test_what_came_of_it_hangs_on_nothing(nlp: Language) -> None:
    text = "The team collapsed, only to recover in June."
    _, clause = read(nlp(text), "recover")
    assert (clause.link.kind, clause.form) == ("loose", "infinitive")
    assert slots(nlp, text, "collapsed") == ["subject: The team"]
    assert slots(nlp, text, "recover") == ["subject: The team <adverbial>", "oblique in: June"]


def test_a_phrase_after_not_is_no_argument(nlp: Language) -> None:
    text = "The ruling was based on the climate and not on a study."
    assert slots(nlp, text, "based") == ["subject: The ruling", "oblique on: the climate"]


def test_what_restricts_a_conjunction_says_nothing_of_its_clause(nlp: Language) -> None:
    text = "They left early, mainly because it rained."
    assert slots(nlp, text, "rained") == ["subject: it"]


def test_what_a_dash_parts_from_a_verb_is_no_object(nlp: Language) -> None:
    text = "Sales rose by 200 to 4,000 - the highest figure since May."
    assert not any(slot.startswith("object") for slot in slots(nlp, text, "rose"))


def test_a_clause_is_no_part_of_the_noun_that_it_is_about(nlp: Language) -> None:
    text = "The bank in Oslo which fined nobody closed."
    assert "subject: The bank in Oslo <relative>" in slots(nlp, text, "fined")
    assert "subject: The bank in Oslo which fined nobody" in slots(nlp, text, "closed")


def test_a_pattern_has_the_name_that_its_file_gives_it() -> None:
    named = {name: rule for name, rule in vars(sharing).items() if rule in [each.answer for each in FOUND.values()]}
    assert {name.replace("_", "-") for name in named} == FOUND.keys()
    assert all(rule is FOUND[name.replace("_", "-")].answer for name, rule in named.items())


@pytest.mark.parametrize(
    ("written", "head", "subject"),
    [
        ("Reed/NNP/nsubj/4 ,/,/punct/4 they/PRP/nsubj/4 grew=grow/VBD/ROOT/0", "grew", "they"),
        (
            "The/DT/det/2 loss/NN/nsubj/6 after/IN/prep/6 the/DT/det/5 war/NN/nsubj/6 grew=grow/VBD/ROOT/0",
            "grew",
            "The loss",
        ),
        (
            "Reed/NNP/nsubj/6 ,/,/punct/6 the/DT/det/4 mayor/NN/nsubj/6 ,/,/punct/6 left=leave/VBD/ROOT/0",
            "left",
            "Reed",
        ),
    ],
)
def test_of_two_subjects_the_nearer_is_one(written: str, head: str, subject: str) -> None:
    _, clause = read(parsed(written), head)
    found = clause.first("subject")
    assert found is not None
    assert found.head.text == subject.split()[-1]


def test_a_clause_after_a_time_is_about_the_clause(nlp: Language) -> None:
    _, clause = read(nlp("The plan would mean cuts by 2011, which the party denies."), "denies")
    assert clause.first("object") is None


@pytest.mark.parametrize(
    ("written", "head", "goes_on"),
    [
        (
            "The/DT/det/2 mine/NN/nsubj/3 needs=need/VBZ/ROOT/0 it/PRP/dobj/3 and/CC/cc/3 name/VB/conj/3",
            "name",
            False,
        ),
        ("She/PRP/nsubj/3 has=have/VBZ/aux/3 paid=pay/VBN/ROOT/0 and/CC/cc/3 remain/VB/conj/3", "remain", False),
        ("They/PRP/nsubj/3 have/VBP/aux/3 paid=pay/VBN/ROOT/0 and/CC/cc/3 remain/VB/conj/3", "remain", True),
        ("Firms=firm/NNS/nsubj/3 have/VBP/aux/3 paid=pay/VBN/ROOT/0 and/CC/cc/3 remain/VB/conj/3", "remain", True),
        ("The/DT/det/2 team/NN/nsubj/4 have/VBP/aux/4 won=win/VBN/ROOT/0 and/CC/cc/4 rest/VB/conj/4", "rest", True),
    ],
)
def test_a_form_that_goes_on_with_the_first(written: str, head: str, goes_on: bool) -> None:
    parse, clause = read(parsed(written), head)
    subject = clause.first("subject")
    assert subject is not None
    assert may_continue(parse.tokens[clause.index]) is goes_on
