"""Drafts to claims: one subject and object each, with time, circumstances and evidence; in our own sentences."""

import typing as t
from dataclasses import replace

import pytest
from spacy.language import Language

from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.extract.attribution import ACCORDING_TO
from kg.extract.claiming import SAID, candidates, order
from kg.model import Claim, Literal
from tests.extract.sentences import claimed, drafted, read


def of(nlp: Language, sentence: str, head: str) -> list[Claim]:
    """Return the claims of the clause with that head."""
    text = read(nlp, sentence)
    return [each.claim for each in candidates(text, drafted(text, head))]


WORDED: t.Final = [
    ("no subject", "paid", "did not pay", "No bank paid the fine."),
    ("no object", "pays", "does not pay", "The bank pays no fine."),
    ("no object of several", "pay", "do not pay", "The banks pay no fine."),
    ("to come", "attend", "will not attend", "No minister will attend the summit."),
    ("none of two", "pays", "does not pay", "Neither the bank nor its owner pays the fine."),
    ("passive", "fined", "was not fined", "No bank was fined."),
    ("behind several verbs", "fire", "vowed not to fire", "Acme vowed to fire no workers."),
    ("before several verbs", "pay", "does not want to pay", "No bank wants to pay the fine."),
    ("no plan", "close", "does not plan to close", "The firm has no plan to close the plant."),
    ("none of the plans", "close", "do not plan to close", "The firms do not have plans to close the plant."),
    ("no chance", "close", "not close", "The firm had no chance to close the plant."),
    ("not by a first", "led", "did not lead", "The strike was not led by farmers."),
    ("its own", "paid", "has not paid", "The bank has not paid the fine."),
    ("shared with its auxiliary", "sold", "hasn't sold", "The bank hasn't closed the mill or sold it."),
    ("in the label", "attend", "will attend", "Nobody will attend."),
    ("none of a group", "attend", "will not attend", "None of the ministers will attend."),
    ("nothing", "done", "has not done", "The firm has done nothing wrong."),
]  # fmt: skip


EXPRESSED: t.Final = [
    ("in the past", "win", "attempted to win", "The firm paid the mayor in an attempt to win the town."),
    ("of one", "win", "attempts to win", "The visit is part of the firm's attempt to win the town."),
    ("of several", "win", "attempt to win", "The visit is part of the firms' attempt to win the town."),
    ("of one in the past", "win", "attempted to win", "The visit was part of the firm's attempt to win the town."),
    ("no plan of its own", "win", "can win", "The firm had a chance to win the town."),
    ("what it can be used for", "find", "can find", "The tool can be used to find leaks."),
    ("preferred", "go", "would rather go to", "The mayor would rather go to jail than leave."),
    ("how sure", "cut", "would probably cut", "The plan would probably cut traffic."),
    ("how far a quality goes", "vote", "are more likely to vote", "Women are more likely to vote than men."),
    ("no negation with a modal of its own", "leave", "may leave", "The bank could not pay or may leave."),
    ("an auxiliary before its subject", "hurt", "were hurt", "Also hurt were two men."),
]  # fmt: skip


@pytest.mark.parametrize(("head", "wording", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in EXPRESSED])
def test_the_wording_expresses_the_meaning(nlp: Language, head: str, wording: str, sentence: str) -> None:
    assert {claim.phrase for claim in of(nlp, sentence, head)} == {wording}


RELATIONS: t.Final = [
    ("plan", "lead", "decide to lead", "The bank's decision to lead the talks surprised nobody."),
    ("agent", "lead", "lead", "Ana Silva is the first minister to lead the party."),
    ("agent of another kind", "win", "win", "The comedy was the only film to win two prizes."),
]  # fmt: skip


@pytest.mark.parametrize(("head", "relation", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in RELATIONS])
def test_only_a_plan_is_part_of_the_relation_of_its_infinitive(
    nlp: Language, head: str, relation: str, sentence: str
) -> None:
    assert {claim.relation for claim in of(nlp, sentence, head)} == {relation}


def test_each_of_several_objects_has_the_phrases_after_it(nlp: Language) -> None:
    sentence = "The firm bought mills and farms in May and a ship in June."
    bought = [claim for claim in of(nlp, sentence, "bought") if claim.object is not None]
    circumstances = {
        claim.object.text: [each.value.text for each in claim.qualifiers] for claim in bought if claim.object
    }
    assert circumstances == {"mills": ["May"], "farms": ["May"], "a ship": ["June"]}


SHORT: t.Final = [
    ("have", "sold", "has sold", "She's sold the mill."),
    ("have behind been", "sold", "has been sold", "It's been sold."),
    ("have of the speaker", "sold", "has sold", "I've sold the mill."),
    ("have of several", "sold", "have sold", "We’ve sold the mill."),
    ("had", "sold", "had sold", "They'd sold the mill."),
    ("be", "'s", "is", "He's tall."),
    ("be of the speaker", "'m", "is", "I'm tall."),
    ("be of several", "closing", "are closing", "We’re closing the mill."),
    ("a whole verb of the speaker", "know", "knows", "I know the mayor."),
    ("a contraction of the speaker", "eat", "doesn’t eat", "I don’t eat pork."),
    ("an auxiliary of the speaker", "eat", "does not eat", "I do not eat pork."),
    ("a past of the speaker", "was", "was in", "I was in Oslo."),
    ("would", "pay", "would pay", "She'd pay the fine."),
    ("an infinitive below", "report", "was expected to report", "The bank, expected to report a loss, closed."),
    ("participles of several", "fund", "were meant to fund", "The bonds, meant to fund a bridge, sold well."),
    ("a participle", "built", "was built in", "The mill, built in Oslo, burned."),
    ("an expletive object", "makes", "makes it", "The law makes it illegal to sell land near a school."),
    ("a negated expletive object", "make", "did not make it", "The court did not make it easier to sell land."),
    ("a thing as object", "makes", "makes", "The firm makes it easy."),
    ("would with a curly apostrophe", "paid", "would have paid", "We’d have paid the fine."),
    ("will with a curly apostrophe", "pay", "will pay", "We’ll pay the fine."),
]  # fmt: skip


@pytest.mark.parametrize(("head", "wording", "sentence"), [row[1:] for row in SHORT], ids=[row[0] for row in SHORT])
def test_the_wording_is_whole_and_in_the_third_person(nlp: Language, head: str, wording: str, sentence: str) -> None:
    assert {claim.phrase for claim in of(nlp, sentence, head)} == {wording}


OF_EACH: t.Final = [
    ("a perfect", "printed", "has printed", "Norway and Denmark have printed leaflets."),
    ("a passive", "arrested", "was arrested in", "A man and a woman were arrested in Oslo."),
    ("a copula", "are", "is", "Ana Silva and Tom Reed are ready."),
    ("a verb", "believe", "believes", "Ana Silva and Tom Reed believe it will rain."),
    ("a negation", "sell", "does not sell", "Acme and Bell do not sell lamps."),
    ("a contraction", "own", "doesn't own", "Acme and Bell don't own mills."),
    ("an infinitive", "have", "have", "The inspector wanted Ana Silva and Tom Reed to have lunch."),
    ("an amount that they share", "hold", "hold", "Acme and Bell hold 47 seats."),
    ("plurals", "pay", "pay", "Guards and farmers pay rent."),
]  # fmt: skip


@pytest.mark.parametrize(("head", "wording", "sentence"), [row[1:] for row in OF_EACH], ids=[row[0] for row in OF_EACH])
def test_the_wording_agrees_with_one_of_several_subjects(nlp: Language, head: str, wording: str, sentence: str) -> None:
    assert {claim.phrase for claim in of(nlp, sentence, head)} == {wording}


@pytest.mark.parametrize(("head", "wording", "sentence"), [row[1:] for row in WORDED], ids=[row[0] for row in WORDED])
def test_the_wording_expresses_a_negation(nlp: Language, head: str, wording: str, sentence: str) -> None:
    found = of(nlp, sentence, head)
    assert found
    assert all(claim.negated and claim.phrase == wording for claim in found)


LABELLED: t.Final = [
    ("members of a group", "attend", "the ministers", "None of the ministers will attend."),
    ("part of one thing", "helped", "None of it - the mayor", "None of it helped the mayor."),
    ("one of two", "paid", "the two banks - the fine", "Neither of the two banks paid the fine."),
    ("members as the object", "read", "The mayor - the letters", "The mayor read none of the letters."),
    ("kind", "sold", "The firm - the old mills", "The firm sold none of the old mills."),
    ("thing", "had", "The firm - anything to do with the fire", "The firm had nothing to do with the fire."),
    ("quality of a thing", "was", "The delay - anything new", "The delay was nothing new."),
    ("person", "met", "The mayor - anybody", "The mayor met nobody in Oslo."),
    ("what it does not negate", "took", "The thieves - nothing but a clock", "The thieves took nothing but a clock."),
    ("nobody", "attend", "Nobody", "Nobody will attend."),
]  # fmt: skip


@pytest.mark.parametrize(("head", "ends", "sentence"), [row[1:] for row in LABELLED], ids=[row[0] for row in LABELLED])
def test_a_label_is_without_the_negation_that_the_wording_expresses(
    nlp: Language, head: str, ends: str, sentence: str
) -> None:
    (claim,) = of(nlp, sentence, head)
    assert " - ".join(each.wording for each in (claim.subject, claim.object) if each is not None) == ends


PAIRS: t.Final = [
    ("one of each", "fined", ["The court > the bank"], "The court fined the bank."),
    ("subjects", "fined", ["The court > the bank", "the mill > the bank"], "The court and the mill fined the bank."),
    ("objects", "fined", ["The court > the bank", "The court > the mill"], "The court fined the bank and the mill."),
    ("both", "met", ["Acme > Orkla", "Acme > Norland", "Borealis > Orkla", "Borealis > Norland"],
     "Acme and Borealis met Orkla and Norland."),
    ("joint subjects of an amount", "hold", ["Labour and the Greens > 47"], "Labour and the Greens hold 47."),
    ("shares", "won", ["Ana > gold", "Tom > silver"], "Ana and Tom won gold and silver respectively."),
    ("shares that are amounts", "have", ["The mills > 2 percent", "the banks > 3 percent"],
     "The mills and the banks have 2 percent and 3 percent respectively."),
    ("shares that are not told apart", "rose", ["Rents in Oslo and Lima > 2 percent and 3 percent"],
     "Rents in Oslo and Lima rose by 2 percent and 3 percent respectively."),
    ("places that share who is counted", "died", ["Nine workers > Oslo and Bergen"],
     "Nine workers died in Oslo and Bergen."),
    ("places of each", "works", ["She > Oslo", "She > Bergen"], "She works in Oslo and Bergen."),
    ("joint phrase", "chose", ["The council > Oslo and Lyon"], "The council chose between Oslo and Lyon."),
    ("each the other", "sued", ["Acme > Orkla", "Orkla > Acme"], "Acme and Orkla sued each other."),
    ("each the other's", "read", ["Acme and Orkla > each other's mail"], "Acme and Orkla read each other's mail."),
    ("several at once", "sued", ["The firms > each other"], "The firms sued each other."),
    ("the same preposition again", "works", ["She > Oslo", "She > Bergen"], "She works in Oslo and in Bergen."),
    ("one of two phrases", "rose", ["Rents > 2% or by 3%"], "Rents rose by 2% or by 3%."),
    ("a phrase that is denied", "fell", ["The tax > farmers"], "The tax fell not on firms but on farmers."),
    ("no object", "resigned", ["The minister > -"], "The minister resigned."),
    ("joint subjects of a counted noun", "are", ["Acme and Orkla > the two lenders"],
     "Acme and Orkla are the two lenders."),
    ("joint subjects of a known noun", "are", ["Acme and Orkla > the winners of the cup"],
     "Acme and Orkla are the winners of the cup."),
    ("what it is like", "looks", ["The deal > a mistake"], "The deal looks like a mistake."),
    ("more than it is", "is", ["Acme > only a bank"], "Acme is not only a bank."),
    ("what something is made up of", "made", ["The offer > cash and shares"],
     "The offer is made up of cash and shares."),
    ("all that several are", "are", ["The winners > Peru and Chile"], "The winners are Peru and Chile."),
    ("all that one thing is", "is", ["The cause > the drought and the war"], "The cause is the drought and the war."),
    ("roles of a person", "is", ["The judge > the founder", "The judge > the owner"],
     "The judge is the founder and the owner."),
    ("qualities of a thing", "is", ["The mill > a museum", "The mill > a shop"], "The mill is a museum and a shop."),
    ("subjects of a noun", "are", ["Acme > lenders", "Orkla > lenders"], "Acme and Orkla are lenders."),
    ("number as a thing", "drowned", ["37 > -"], "37 drowned."),
    ("period with its content", "faces", ["He > up to ten years in prison"], "He faces up to ten years in prison."),
    ("period to do something", "had", ["Silva > nine days to pay the fine"], "Silva had nine days to pay the fine."),
    ("clause", "decided", ["The union > members should strike"], "The union decided that members should strike."),
    ("infinitive", "was", ["To win in Oslo > a surprise"], "To win in Oslo was a surprise."),
    ("two before one noun", "cut", ["The law > the trade and budget deficits"],
     "The law cut the trade and budget deficits."),
    ("two names before one noun", "met", ["She > Norway and Peru film fans"], "She met Norway and Peru film fans."),
    ("a noun and another", "sells", ["The firm > tea", "The firm > an old sugar bowl"],
     "The firm sells tea and an old sugar bowl."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "pairs", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in PAIRS]
)  # fmt: skip
def test_one_claim_a_subject_and_object(nlp: Language, head: str, pairs: list[str], sentence: str) -> None:
    claims = of(nlp, sentence, head)
    assert [f"{c.subject.text} > {c.object.text if c.object is not None else '-'}" for c in claims] == pairs


def test_an_action_of_a_named_agent_is_stated_although_a_label_holds_it(nlp: Language) -> None:
    named, other = (
        of(nlp, f"They work for the firm founded by {doer}.", "founded") for doer in ("Ana Silva", "a nurse")
    )
    assert named[0].evidence.confidence > 2 * other[0].evidence.confidence
    (counted,) = of(nlp, "They work for six firms founded by Ana Silva.", "founded")
    assert counted.evidence.confidence > DEFAULT_MIN_CONFIDENCE
    (unknown,) = of(nlp, "They work for firms founded by Ana Silva.", "founded")
    assert named[0].evidence.confidence > 2 * unknown.evidence.confidence


CONTRASTS: t.Final = [
    ("is", "The firm is not a bank but a charity.", ["a bank", "a charity"]),
    ("fined", "The court fined not the driver but the owner.", ["the driver", "the owner"]),
    ("fined", "Not the driver but the owner was fined.", ["the driver", "the owner"]),
]


@pytest.mark.parametrize(("head", "sentence", "labels"), CONTRASTS)
def test_the_second_of_a_contrast_holds(nlp: Language, head: str, sentence: str, labels: list[str]) -> None:
    first, second = of(nlp, sentence, head)
    assert [(each.object or each.subject).text for each in (first, second)] == labels
    assert (first.negated, second.negated) == (True, False)
    assert len(second.cues) < len(first.cues)


NEGATED_LATER: t.Final = [
    ("caused", "The flood caused delays but no injuries.", [False, True]),
    ("caused", "The flood caused some damage, but no deaths or injuries.", [False, True, True]),
    ("has", "The firm has three lawyers and no accountant.", [False, True]),
    ("has", "The firm has no debts and no money.", [True, True]),
    ("died", "Two men but no women died.", [False, True]),
    ("damaged", "Rebels damaged the old church and the school.", [False, False]),
]


@pytest.mark.parametrize(("verb", "sentence", "negated"), NEGATED_LATER)
def test_a_later_conjunct_has_its_own_negation(nlp: Language, verb: str, sentence: str, negated: list[bool]) -> None:
    found = of(nlp, sentence, verb)
    assert [each.negated for each in found] == negated


def test_the_state_of_an_object_is_no_aim(nlp: Language) -> None:
    (left,) = of(nlp, "The court left the firm facing a fine.", "left")
    (ordered,) = of(nlp, "The court told the firm to pay a fine.", "told")
    (spent,) = of(nlp, "The court spent two days hearing witnesses.", "spent")
    assert [each.role for each in left.qualifiers] == ["as"]
    assert [each.role for each in ordered.qualifiers] == ["to"]
    assert [each.role for each in spent.qualifiers] == ["how"]


RESTRICTED: t.Final = [
    ("just by speaking", ["just by"], "The guard stops the tram just by speaking."),
    ("shortly after", ["shortly after"], "The firm closed the mill shortly after the war."),
    ("as well as", ["as well as"], "As well as mills, the firm owns a bank."),
    ("a time with its adverb", ["when"], "The mill closed early in May."),
    ("a day with its adverb", ["when"], "The mill closed late on Friday."),
    ("a part of a day with its adverb", ["when"], "The mill closed late on Friday night."),
    ("of a conjunction", ["largely because"], "The firm closed the mill, largely because rents rose."),
    ("even before a clause", ["even before"], "The firm closed the mill even before rents rose."),
    ("of the clause above", ["how", "because"], "The firm closed the mill quietly because rents rose."),
    ("a pair", ["in", "in"], "The mill closed both in May and in June."),
    ("of the verb", ["how", "in"], "The firm closed the mill quietly in Oslo."),
]


@pytest.mark.parametrize(("roles", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in RESTRICTED])
def test_what_restricts_a_preposition_is_before_it(nlp: Language, roles: list[str], sentence: str) -> None:
    head = next(word for word in ("stops", "closed", "owns") if word in sentence)
    (claim,) = of(nlp, sentence, head)
    assert [each.role for each in claim.qualifiers] == roles


@pytest.mark.parametrize("sentence", ["A man in his 40s left Oslo.", "A woman in her early 80s left Oslo."])
def test_a_decade_of_age_describes_the_person(nlp: Language, sentence: str) -> None:
    (claim,) = of(nlp, sentence, "left")
    assert claim.subject.words == sentence.removesuffix(" left Oslo.")
    assert not claim.qualifiers


def test_what_names_a_circumstance_is_none_of_its_words(nlp: Language) -> None:
    (claim,) = of(nlp, "The bank paid 3 million euros over two years.", "paid")
    assert [(each.role, each.value.words) for each in claim.qualifiers] == [("over", "two years")]


ADVERBS: t.Final = [
    ("The mill was idle before.", ["when"]),
    ("The tailor came next.", ["when"]),
    ("The mill had burned down once before.", ["when"]),
    ("The drivers are split as well.", []),
    ("The turbine worked well.", ["how"]),
]


@pytest.mark.parametrize(("sentence", "roles"), ADVERBS)
def test_an_adverb_of_time_is_a_circumstance_and_a_connective_is_none(
    nlp: Language, sentence: str, roles: list[str]
) -> None:
    (claim,) = claimed(nlp, sentence)
    assert [each.role for each in claim.qualifiers] == roles


ROUNDED: t.Final = [
    ("The ferry sank at about 6:40 on Sunday.", "at", "about 6:40 on Sunday"),
    ("The ferry sank in around 1910.", "in", "around 1910"),
    ("The ferry will sail until at least 2031.", "until", "at least 2031"),
    ("The ferry sailed for nearly two years.", "for", "nearly two years"),
    ("The ferry sailed for another two years.", "for", "another two years"),
    ("The ferry sank in its first three weeks.", "in", "its first three weeks"),
    ("The ferry could sail as early as 2031.", "when", "as early as 2031"),
    ("The ferry sank in 1910.", "in", "1910"),
]


@pytest.mark.parametrize(("sentence", "role", "words"), ROUNDED)
def test_what_rounds_or_bounds_a_time_is_part_of_it(nlp: Language, sentence: str, role: str, words: str) -> None:
    (claim,) = claimed(nlp, sentence)
    assert [(each.role, each.value.text) for each in claim.qualifiers] == [(role, words)]
    assert claim.time is None or claim.time.text in words


def test_what_restricts_the_preposition_of_an_object_is_in_the_relation(nlp: Language) -> None:
    (claim,) = of(nlp, "Rents are well above the average.", "are")
    assert (claim.relation, claim.phrase, claim.qualifiers) == ("be above", "are well above", ())


def test_words_of_the_text_have_no_half_quotation(nlp: Language) -> None:
    (claim,) = of(nlp, 'The firm would "ask whether there is a way" for small shops.', "ask")
    assert claim.object is not None
    assert isinstance(claim.object.value, Literal)
    assert claim.object.value.value == "whether there is a way for small shops"


def test_words_of_a_speaker_end_with_the_quotation(nlp: Language) -> None:
    (claim,) = of(nlp, '"I know it - the owners surely did not expect that before 2001," she said.', "expect")
    assert claim.object is not None
    assert claim.object.text == "before 2001"


@pytest.mark.parametrize("subject", ["Not all teachers", "Not everyone", "Not all of the teachers"])
def test_a_label_that_negates_some_of_all_stays_whole(nlp: Language, subject: str) -> None:
    (claim,) = of(nlp, f"{subject} came.", "came")
    assert (claim.subject.text, claim.negated) == (subject, False)


def test_what_a_label_says_of_the_subject_is_stated_of_it(nlp: Language) -> None:
    (of_subject,) = of(nlp, "Vega is a charity that feeds children.", "feeds")
    (of_noun,) = of(nlp, "They run charities which feed children.", "feed")
    assert of_subject.evidence.confidence > 2 * of_noun.evidence.confidence


TOLD_BY_CLAUSE: t.Final = [
    ("time when", "moved", "Norland has been in the league since 1997, when it moved to Lima for 2m euros."),
    ("time before it", "moved", "Silva has led the club since the year when Reed moved to Lima."),
    ("what one was in", "accused", "Silva was fined for an interview in which she accused Reed of lying."),
]


@pytest.mark.parametrize(("head", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in TOLD_BY_CLAUSE])
def test_what_a_clause_says_of_another_than_its_noun_is_certain(nlp: Language, head: str, sentence: str) -> None:
    (claim,) = of(nlp, sentence, head)
    assert claim.evidence.confidence > DEFAULT_MIN_CONFIDENCE


ONLY_RESTRICTS: t.Final = [
    ("what somebody did", "sang", "They love the songs that Silva sang."),
    ("where things are", "live", "They visit the villages where farmers live."),
]


@pytest.mark.parametrize(("head", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in ONLY_RESTRICTS])
def test_what_only_identifies_is_not_certain(nlp: Language, head: str, sentence: str) -> None:
    assert all(claim.evidence.confidence < DEFAULT_MIN_CONFIDENCE for claim in of(nlp, sentence, head))


AMOUNTS_BESIDE: t.Final = [
    ("of the subject", ["53%"], "buy", "More women (53%) buy software."),
    ("of the object", ["about 3m euros"], "paid", "The firm paid a similar sum, about 3m euros."),
    ("sum in other money", [], "paid", "The firm paid $3m (£2m) for the mill."),
    ("age", [], "resigned", "The mayor, 45, resigned."),
]


@pytest.mark.parametrize(("amounts", "head", "sentence"), [pytest.param(*c[1:], id=c[0]) for c in AMOUNTS_BESIDE])
def test_an_amount_in_apposition_is_a_circumstance(nlp: Language, amounts: list[str], head: str, sentence: str) -> None:
    (claim,) = of(nlp, sentence, head)
    assert [each.value.words for each in claim.qualifiers if each.role == "how much"] == amounts


def test_a_speaker_is_without_its_content(nlp: Language) -> None:
    (claim,) = of(nlp, "The mayor read a report saying the bank closed the mine.", "closed")
    assert claim.speaker is not None
    assert claim.speaker.text == "a report"


PASSING: t.Final = [
    ("adjective alone", "The firm paid for the reckless destruction of the bridge.", "be destroyed"),
    ("gerund", "Sites are found by indexing the web.", "be indexed"),
]


@pytest.mark.parametrize(("sentence", "relation"), [pytest.param(*case[1:], id=case[0]) for case in PASSING])
def test_what_only_names_an_action_is_not_certain(nlp: Language, sentence: str, relation: str) -> None:
    (claim,) = (each for each in claimed(nlp, sentence) if each.relation == relation)
    assert claim.evidence.confidence < DEFAULT_MIN_CONFIDENCE


def test_an_event_noun_with_a_time_is_certain(nlp: Language) -> None:
    claims = claimed(nlp, "The firm paid for the destruction of the bridge in May.")
    (claim,) = (each for each in claims if each.relation == "be destroyed")
    assert claim.evidence.confidence > DEFAULT_MIN_CONFIDENCE


def test_joint_subjects_are_a_group(nlp: Language) -> None:
    (claim,) = of(nlp, "Labour and the Greens hold 47.", "hold")
    assert (claim.subject.kind, claim.subject.type) == ("nominal", "Group")


def test_a_number_is_a_description_as_a_subject(nlp: Language) -> None:
    (claim,) = of(nlp, "37 drowned.", "drowned")
    assert (claim.subject.kind, claim.subject.type) == ("nominal", "Thing")


def test_nothing_is_related_to_itself(nlp: Language) -> None:
    text = read(nlp, "Acme met Orkla.")
    draft = drafted(text, "met")
    assert list(candidates(text, replace(draft, object=draft.subject))) == []


TIMES: t.Final = [
    ("date", "2024-06-07", "The bridge collapsed on Friday."),
    ("as an object", "1997", "The contract dates from 1997."),
    ("first of two", "1990", "The church was restored in 1990 after 2 June 2020."),
    ("soon behind a past", None, "The fire soon spread."),
    ("where something moves", None, "The league moved the match to 3 May 2031."),
    ("what something is set for", None, "The judge adjourned the case for August 2."),
    ("when it was set for another day", "2024-07-29", "On 29 July 2024, the judge set the case for August 2."),
    ("the minimum of an end", None, "The league delayed the match until at least 2011."),
    ("soon to come", "FUTURE_REF", "The mine will soon close."),
    ("of an amount itself", "2019", "Rents fell 4 percent in 2019."),
    ("of what an amount fell from", "2014", "The share fell from 6% in 2009 to 2% in 2014."),
    ("two ends of a stretch", "1996/1998", "Between 1996 and 1998 the mill lost money."),
    ("first end of a stretch", "2003-05/2003-07", "The mill was closed from May to July 2003."),
    ("one of two times", "2005-03/2005-04", "The mill will close in March or April of 2005."),
    ("both of two times", "1996", "The mill lost money in 1996 and 1998."),
    ("what has lasted since", "1996", "The mill has lost money since 1996."),
    ("what has not been since", None, "The mill has not lost money since 1996."),
    ("over, beside a present perfect", None, "The mill has become a symbol in 1996."),
    ("over, beside a past perfect", "1996", "The mill had closed in 1996."),
    ("not over, beside a present perfect", "2024", "The mill has closed in 2024."),
    ("before now", None, "The mill has before now not lost money."),
    ("duration", None, "The strike lasted 48 hours."),
    ("none", None, "The bridge collapsed."),
]


@pytest.mark.parametrize(("value", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in TIMES])
def test_time_of_a_claim(nlp: Language, value: str | None, sentence: str) -> None:
    (claim,) = claimed(nlp, sentence)
    assert (claim.time.value if claim.time is not None else None) == value


def test_when_it_was_said_is_no_time_of_what_is_said(nlp: Language) -> None:
    (claim,) = [each for each in claimed(nlp, "The union said on Monday that the strike had ended.") if each.speaker]
    assert claim.time is None
    assert [(each.role, each.value.text) for each in claim.qualifiers if hasattr(each.value, "text")] == [
        (SAID, "Monday")
    ]


@pytest.mark.parametrize(
    ("sentence", "outer"),
    [
        ("Ana Reed said the mayor claimed that the port closed.", ["Ana Reed"]),
        ("“The mayor claimed that the port closed,” Ana Reed said.", ["Ana Reed"]),
        ("Ana Reed said she hoped that the port closed.", []),
        ("Ana Reed said the mill was old, but the mayor said that the port closed.", []),
    ],
)
def test_the_outer_speaker_is_a_circumstance(nlp: Language, sentence: str, outer: list[str]) -> None:
    (claim,) = of(nlp, sentence, "closed")
    assert [each.value.text for each in claim.qualifiers if each.role == ACCORDING_TO] == outer


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The mayor led the port until 2019.", "2019"),
        ("The mayor delayed the works until 2031.", None),
        ("The works will not be done before 2031.", None),
        ("The works will be done by 2031.", "2031"),
    ],
)
def test_an_end_that_is_to_come_does_not_tell_when(nlp: Language, sentence: str, value: str | None) -> None:
    (claim,) = claimed(nlp, sentence)
    assert (claim.time.value if claim.time is not None else None) == value


def test_the_place_of_speech_is_a_circumstance(nlp: Language) -> None:
    (claim,) = of(nlp, "The envoy said in Lisbon that the port would close.", "close")
    assert [(each.role, getattr(each.value, "text", None)) for each in claim.qualifiers] == [(SAID, "Lisbon")]
    (claim,) = of(nlp, "The envoy said to Lisbon that the port would close.", "close")
    assert claim.qualifiers == ()


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The envoy later said that the port would close.", "close", [(SAID, "later")]),
        ("The envoy has repeatedly warned that the port would close.", "close", [(SAID, "repeatedly")]),
        ("Reed still hopes that the port will close.", "close", []),
        ("Reed told the court at the time that he had sold the mill.", "sold", [(SAID, "at the time")]),
        ("During the campaign, Reed said the port was empty.", "was", [(f"{SAID} during", "the campaign")]),
        ("Shortly after the vote, Reed said wages fell.", "fell", [(f"{SAID} shortly after", "the vote")]),
        ("Since then, Reed has said that wages fell.", "fell", [(f"{SAID} since", "then")]),
        ("Reed said the mill was always expected to close.", "close", [("how often", "always")]),
        ("At a briefing, Reed said wages fell.", "fell", [(f"{SAID} at", "a briefing")]),
        ("On the bridge, Reed said wages fell.", "fell", []),
    ],
)
def test_the_time_of_speech_is_a_circumstance(
    nlp: Language, sentence: str, verb: str, expected: list[tuple[str, str]]
) -> None:
    found = [each for claim in of(nlp, sentence, verb) for each in claim.qualifiers]
    assert [(each.role, each.value.text) for each in found] == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "partners"),
    [
        ("Ana Silva and Tom Hale worked together in Oslo.", "worked", ["Tom Hale", "Ana Silva"]),
        ("Ana Silva and Tom Hale jointly own Acme.", "own", ["Tom Hale", "Ana Silva"]),
        ("Ana Silva and Tom Hale are at odds over the plan.", "are", ["Tom Hale", "Ana Silva"]),
        ("Ana Silva and Tom Hale brought the firms together.", "brought", []),
        ("Ana Silva and Tom Hale left the firm.", "left", []),
        ("The ministers worked together in Oslo.", "worked", []),
    ],
)
def test_who_takes_part_in_a_joint_action_is_with_the_others(
    nlp: Language, sentence: str, verb: str, partners: list[str]
) -> None:
    found = [each for claim in of(nlp, sentence, verb) for each in claim.qualifiers if each.role == "with"]
    assert [each.value.text for each in found] == partners


QUALIFIERS: t.Final = [
    ("each conjunct", "sold", [("in", "Oslo"), ("in", "Lyon")], "Acme sold the mill in Oslo and Lyon."),
    ("joint", "sailed", [("between", "Oslo and Lyon")], "The ferry carried mail between Oslo and Lyon."),
    ("stretch of time that is told", "closed", [("in", "the first two months of 2005")],
     "Acme closed the mill in the first two months of 2005."),
    ("stretch of time up to now", "closed", [("over", "the last six years")],
     "Acme closed mills over the last six years."),
    ("what a thing will be like", "fought", [("over", "the future of Lyon")],
     "Acme fought Oslo over the future of Lyon."),
    ("the end of a time", "closed", [("at", "the end of May")], "Acme closed the mill at the end of May."),
    ("what a colon opens", "has", [("that is", "growth"), ("that is", "peace")],
     "Acme has two goals: growth and peace."),
    ("a negation", "closed", [("with", "no warning")], "Acme closed the mill with no warning."),
    ("one of two times", "closed", [("in", "March or April")], "Acme closed the mill in March or April."),
    ("stretch that no unit measures", "closed", [("for", "a while")], "Acme closed the mill for a while."),
    ("how manyth time", "closed", [("for", "the first time")], "Acme closed the mill for the first time."),
    ("fixed phrase of time", "closed", [("when", "at the time")], "Acme closed the mill at the time."),
    ("fixed phrase with an article", "closed", [("how", "in a row")], "Acme closed three mills in a row."),
    ("manner with an adverb of time", "searched", [("how", "long and hard")], "Acme searched the mill long and hard."),
    ("place that a clause goes on from", "closed", [("where", "the town")],
     "She left the town where Acme closed a mill."),
    ("what a name becomes", "made", [("to be", "a star")], "Acme made Ravi Shah a star."),
    ("how something is left", "left", [("to be", "empty")], "Acme left the mill empty."),
    ("what a name is called", "called", [("as", "a star")], "Acme called Ravi Shah a star."),
    ("frequency", "sold", [("how often", "always")], "Acme has always sold bread."),
    ("one more time", "sold", [("how often", "again")], "Acme sold bread again."),
    ("how many times", "lost", [("how often", "just once"), ("in", "May")], "Acme lost just once in May."),
    ("direction", "moved", [("where", "north"), ("in", "May")], "The ferry moved north in May."),
    ("a noun before itself", "grew", [("how", "year on year"), ("in", "May")],
     "Acme grew by 5 percent year on year in May."),
    ("with hyphens", "grew", [("how", "year-on-year")], "Acme grew 5 percent year-on-year."),
    ("times in a unit", "sails", [("how often", "once a week")], "The ferry sails once a week."),
    ("degree of several words", "doubled", [("how", "more than")], "Acme has more than doubled its fleet."),
    ("degree that is only just reached", "survived", [("how", "barely")], "Acme barely survived the strike."),
    ("degree of one word", "changed", [("how", "little"), ("since", "May")], "Acme has little changed since May."),
    ("all of a part of a place", "hired", [("in", "eastern France")], "Acme hired Ravi Shah in eastern France."),
    ("part of a place in a noun", "hired", [("in", "downtown Boston")], "Acme hired Ravi Shah in downtown Boston."),
    ("general frequency", "sold", [("how often", "generally")], "Acme generally sold bread."),
    ("a growing manner", "selling", [("how", "increasingly")], "Acme is increasingly selling mills."),
    ("how often and when", "sold", [("how often", "twice"), ("when", "last year")], "Acme sold mills twice last year."),
    ("nothing else", "sell", [("how", "only")], "Acme can only sell bread."),
    ("nothing else, as a fact", "sold", [], "Acme only sold bread."),
    ("no restriction", "sell", [], "Acme can even sell bread."),
    ("ends of a time", "closed", [("between", "2011 and 2015")], "Between 2011 and 2015 Acme closed three mills."),
    ("one time with two prepositions", "closed", [("at", "1400 GMT on Friday")],
     "Acme closed the mill at 1400 GMT on Friday."),
    ("clause", "closed", [("because", "it rained")], "Acme closed the mill because it rained."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "found", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in QUALIFIERS]
)  # fmt: skip
def test_qualifiers(nlp: Language, head: str, found: list[tuple[str, str]], sentence: str) -> None:
    claim = next(each for each in claimed(nlp, sentence) if each.subject.text in {"Acme", "The ferry"})
    assert [(each.role, getattr(each.value, "text", None)) for each in claim.qualifiers] == found


PARTS_OF_PLACES: t.Final[list[tuple[str, list[tuple[str, str]], str]]] = [
    ("direct object", [("southern Zambia", "nominal")], "Silva left southern Zambia."),
    ("object of a preposition", [("north-west Peru", "nominal")], "Silva moved to north-west Peru."),
    ("one of two places", [("eastern Peru", "nominal"), ("Chile", "name")], "Silva left eastern Peru and Chile."),
    ("same place", [("Turkey", "name")], "Silva left modern Turkey."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("found", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in PARTS_OF_PLACES]
)  # fmt: skip
def test_a_named_part_of_a_place_is_a_thing_of_its_own(
    nlp: Language, found: list[tuple[str, str]], sentence: str
) -> None:
    objects = (each.object for each in claimed(nlp, sentence))
    assert [(getattr(each, "text", None), getattr(each, "kind", None)) for each in objects] == found


def test_evidence_has_the_sentence_the_rule_and_the_words(nlp: Language) -> None:
    sentence = "It rained. The court has not fined the bank."
    (claim,) = (each for each in claimed(nlp, sentence) if each.relation == "fine")
    assert sentence[claim.evidence.span.start : claim.evidence.span.end] == "The court has not fined the bank."
    assert claim.evidence.rule == "object"
    assert [sentence[span.start : span.end] for span in claim.predicate] == ["has not fined"]
    assert [sentence[span.start : span.end] for span in claim.cues] == ["not"]
    assert (claim.phrase, claim.negated) == ("has not fined", True)


def test_claims_are_in_the_order_of_the_text(nlp: Language) -> None:
    claims = claimed(nlp, "The court fined the bank. The mayor praised the court and the council.")
    assert [order(claim) for claim in claims] == sorted(order(claim) for claim in claims)
    assert [claim.relation for claim in claims] == ["fine", "praise", "praise"]


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("Rents rose 12 per cent to £4m.", [("to", "£4m")]),
        ("Rents fell 12% to £400 in Oslo.", [("to", "£400"), ("in", "Oslo")]),
    ],
)
def test_no_circumstance_says_the_object_or_another_again(
    nlp: Language, sentence: str, qualifiers: list[tuple[str, str]]
) -> None:
    (claim,) = claimed(nlp, sentence)
    assert [(each.role, each.value.text) for each in claim.qualifiers] == qualifiers


@pytest.mark.parametrize(
    ("sentence", "relation", "object_"),
    [
        ("Ana Silva doesn't know what to think.", "know", "what to think"),
        ("The board has decided what to do with the mine.", "decide", "what to do with the mine"),
        ("Tom Reed learned whom to trust.", "learn", "whom to trust"),
        ("Tom Reed did not know how to swim.", "know", "how to swim"),
    ],
)
def test_an_infinitive_with_a_question_word_is_an_object(
    nlp: Language, sentence: str, relation: str, object_: str
) -> None:
    claim = max(claimed(nlp, sentence), key=lambda each: each.evidence.confidence)
    assert claim.object is not None
    assert (claim.relation, claim.object.text) == (relation, object_)


def test_a_phrase_of_time_or_degree_is_one_qualifier(nlp: Language) -> None:
    (first, _) = claimed(nlp, "Ana Silva won in large part because she ran on taxes.")
    (second,) = claimed(nlp, "The firm has sold ten ships to date.")
    found = [(each.role, each.value.text) for claim in (first, second) for each in claim.qualifiers]
    assert found == [("how", "in large part"), ("because", "she ran on taxes"), ("when", "to date")]
