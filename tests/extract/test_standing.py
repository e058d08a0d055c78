"""Cues of negated, planned, alleged, possible or conditional statements, in clauses written by hand."""

import typing as t

import pytest
from spacy.language import Language

from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.extract.attribution import Source
from kg.extract.chains import chain_of
from kg.extract.modalities import MODALITIES, modality_in
from kg.extract.negations import NEGATIONS, negations_in
from kg.extract.related_clauses import clauses_around, is_condition
from kg.extract.scope import Scope
from tests.extract.clauses import Word, written
from tests.extract.sentences import claimed, stands

SAID: t.Final = Word(0, "said", "said", "say", 0, 4, "verb")
HOPED: t.Final = Word(0, "hoped", "hoped", "hope", 0, 5, "verb")


def scope(*strings: str, place: int = -1, source: Source | None = None) -> Scope:
    """Return the input of the rules for one of the clauses written by hand."""
    text, clauses = written(*strings)
    chain = chain_of(text, clauses[place])
    phrases = tuple(a.phrase for a in chain.last.all("subject", "object") if a.phrase is not None)
    return Scope(text, chain, tuple(clauses_around(text, chain.top)), phrases, source)


SHOWN_NEGATIONS: t.Final = [
    ("own-negation", "not", scope("[subject She] +did -not pay")),
    ("own-negation", "not", scope("[subject She] +did -not begin", "open>0 to: pay (subject She)")),
    ("negative-adverb", "nowhere", scope("[subject She] is=be.copula ~nowhere")),
    ("near-negative", "hardly", scope("[subject She] ~hardly paid=pay")),
    ("near-negative", "nearly", scope("[subject She] ~nearly paid=pay")),
    ("negating-verb", "failed", scope("[subject She] failed=fail", "open>0 to: pay (subject She)")),
    ("negative-phrase", "No", scope("[subject No court] paid=pay")),
    ("negative-phrase", "Nobody", scope("[subject Nobody] paid=pay")),
    ("negative-phrase", "nothing", scope("[subject She] paid=pay [object nothing]")),
    ("neither-deed", "nor", scope("[subject She] paid=pay", "conjunct>0 nor: left=leave (subject She)")),
    ("negating-noun", "failure",
     scope("[subject It] regrets=regret [object failure]", "infinitive>0@ to: pay (subject It)")),
    ("turned-down", "rejected",
     scope("[subject She] rejected=reject [object chance]", "infinitive>0@ to: pay (subject She)")),
    ("untrue", "false",
     scope("[subject It] is=be.copula [complement false/adjective]", "content>0 that: [subject it] fell=fall")),
    ("untrue", "not",
     scope("[subject It] is=be.copula -not [complement true/adjective]", "content>0 that: [subject it] fell=fall")),
    ("raised", "not", scope("[subject It] +does -not appear", "content>0 that: [subject it] fell=fall")),
    ("without", "without", scope("[subject She] left=leave", "gerund>0 without: paying=pay.gerund (subject She)")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "cue", "shown"), SHOWN_NEGATIONS)
def test_negation(rule: str, cue: str, shown: Scope) -> None:
    found = {name: [word.text for word in find(shown)] for name, find in NEGATIONS.items()}
    assert {name: cues for name, cues in found.items() if cues} == {rule: [cue]}
    assert [word.text for cues in negations_in(shown) for word in cues] == [cue], "it shows a sign that its rule needs"


IN_POLARITY: t.Final = frozenset({"fronted-negative", "negated-cleft", "no-plan"})
"""The rules that need a phrase of the parse, which clauses written by hand do not have."""


def test_every_negation_has_a_clause() -> None:
    assert {rule for rule, *_ in SHOWN_NEGATIONS} | IN_POLARITY == NEGATIONS.keys()


@pytest.mark.parametrize(
    ("refused", "clause"),
    [(True, "[subject She] +would -not comment"), (False, "[subject She] +would comment"),
     (False, "[subject I] +would -not comment"), (False, "[subject She] +would -not burn"),
     (False, "[subject She] +would +have=have -not commented=comment")],
)  # fmt: skip
def test_who_would_not_say_something_did_not(refused: bool, clause: str) -> None:
    assert any(MODALITIES["would"].find(scope(clause))) is not refused


@pytest.mark.parametrize(
    ("sentence", "status"),
    [("Neither firm would comment.", "negated"), ("Nobody would say why.", "negated"),
     ("Without the loan, the firm would burn.", "conditional")],
)  # fmt: skip
def test_of_whom_none_would_say_something_did_not(nlp: Language, sentence: str, status: str) -> None:
    assert [claim.status for claim in claimed(nlp, sentence)] == [status]


NOBODY_OR: t.Final = ("[subject No court] paid=pay", "conjunct>0 or: left=leave (subject No court)")


def test_nobody_did_neither_of_two_actions() -> None:
    assert not any(MODALITIES["one-of-deeds"].find(scope(*NOBODY_OR)))


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [("The firm does not want to sell the mill.", ["negated"]),
     ("The firm is not going to sell the mill.", ["planned"]),
     ("The firm has yet to pay or leave.", ["negated", "negated"]),
     ("The union is not yet willing to sign the deal.", ["negated"]),
     ("The dates or the venue have not been announced.", ["negated", "negated"]),
     ("Having ordered the firm to close the mine, the court will hear the mayor.", ["affirmed", "planned"]),
     ("Ana Silva will not stand again, having left the party.", ["planned", "affirmed"]),
     ("Prices may suffer as the slowdown gathers pace.", ["possible", "possible"]),
     ("Prices will suffer as the slowdown gathers pace.", ["planned", "planned"])],
)  # fmt: skip
def test_status(nlp: Language, sentence: str, statuses: list[str]) -> None:
    kept = [claim for claim in claimed(nlp, sentence) if claim.evidence.confidence >= DEFAULT_MIN_CONFIDENCE]
    assert [claim.status for claim in kept] == statuses


def test_a_plan_to_do_one_of_two_things_is_possible(nlp: Language) -> None:
    assert stands(nlp, "Prices will either fall or stagnate.", "stagnate").modality == "possible"
    assert (
        stands(nlp, "Many schools will increase their fees or they will quit the town.", "quit").modality == "planned"
    )


def test_what_goes_before_a_chance_is_a_fact() -> None:
    modal = MODALITIES["modal"].find
    after = ("[subject She] +could return", "gerund>0 after: missing=miss.gerund (subject She)")
    assert not any(modal(scope(*after)))
    assert [word.text for word in modal(scope(*after, place=0))] == ["could"]


PLAIN: t.Final = scope("[subject The court] +has paid=pay [object the fine]")


def test_a_plain_clause_is_neither_negated_nor_qualified() -> None:
    rules = [*NEGATIONS.values(), *(rule.find for rule in MODALITIES.values())]
    assert [list(find(PLAIN)) for find in rules] == [[]] * len(rules)


SHOWN_MODALITIES: t.Final = [
    ("open-question", "possible", "whether",
     scope("[subject They] spoke=speak", "gerund>0 about whether: [subject it] fell=fall")),
    ("condition", "hypothetical", "if",
     scope("[subject It] closes=close [adverbial>1]", "adverbial>0 if: [subject rents] fall", place=0)),
    ("felt", "possible", "feared", scope("[subject She] feared=fear", "content>0: [subject it] +would pay")),
    ("would", "hypothetical", "would", scope("[subject It] +would pay")),
    ("would", "hypothetical", "would",
     scope("[subject It] +would +have=have paid=pay", source=Source(None, SAID))),
    ("preference", "possible", "rather", scope("[subject It] +would ~rather pay")),
    ("judgement", "possible", "would",
     scope("[subject It] +would be.copula [complement costly/adjective]", source=Source(None, SAID))),
    ("future", "planned", "will", scope("[subject It] +will pay")),
    ("future", "planned", "would", scope("[subject It] +would pay", source=Source(None, SAID))),
    ("planning-verb", "planned", "vowed", scope("[subject It] vowed=vow", "open>0 to: pay (subject It)")),
    ("wanted-of-others", "possible", "tried",
     scope("[subject It] tried=try", "open>0 to: make (subject It) [object them]", "open>1: pay (subject them)")),
    ("planning-noun", "planned", "plan",
     scope("[subject It] has=have [object plan]", "infinitive>0@ to: pay (subject It)")),
    ("noun-of-chance", "possible", "right",
     scope("[subject It] has=have [object right]", "infinitive>0@ to: pay (subject It)")),
    ("planned-above", "planned", "plans", scope("[subject It] plans=plan [object a ban]", "argument>0: ban.noun")),
    ("planned-before", "planned", "agreed",
     scope("[subject It] agreed=agree [open>1]", "open>0 to: sell (subject It)",
           "adverbial>0,: ending=end.participle (subject It)")),
    ("reported-before", "hedged", "said",
     scope("[subject It] +is said=say.passive [open>1]", "open>0 to: sell (subject It)",
           "adverbial>0,: ending=end.participle (subject It)")),
    ("planned-adverb", "planned", "scheduled", scope("[subject It] ~scheduled pays=pay")),
    ("alleged-adverb", "hedged", "reportedly", scope("[subject It] ~reportedly paid=pay")),
    ("reported-verb", "hedged", "said", scope("[subject It] +is said=say.passive", "open>0 to: pay (subject It)")),
    ("accused", "hedged", "charged",
     scope("[subject He] +was charged=charge.passive", "gerund>0 with: stealing=steal.gerund (subject He)")),
    ("modal", "possible", "may", scope("[subject It] +may pay")),
    ("modal", "possible", "should", scope("[subject It] +should pay")),
    ("possible-adverb", "possible", "perhaps", scope("[subject It] ~perhaps paid=pay")),
    ("seeming-verb", "possible", "seems", scope("[subject It] seems=seem", "open>0 to: pay (subject It)")),
    ("looking", "possible", "looks", scope("[subject It] looks=look", "adverbial>0 as if: [subject it] fell=fall")),
    ("one-of-two", "possible", "or", scope("[subject Ana or Tom] won=win")),
    ("one-of-deeds", "possible", "or", scope("[subject It] left=leave", "conjunct>0 or: paid=pay (subject It)")),
    ("quality-above", "possible", "likely",
     scope("[subject It] is=be.copula [complement likely/adjective]", "content>0 that: [subject rents] +will fall")),
    ("felt", "possible", "hoped", scope("[subject She] hoped=hope", "content>0: [subject it] +would pay")),
    ("foretold", "possible", "hoped", scope("[subject It] paid=pay.past", source=Source(None, HOPED, claims=True))),
    ("foretold", "possible", "hoped", scope("[subject It] +will pay", source=Source(None, HOPED, claims=True))),
    ("claiming", "hedged", "said", scope("[subject It] paid=pay", source=Source(None, SAID, claims=True))),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "modality", "cue", "shown"), SHOWN_MODALITIES)
def test_modality(rule: str, modality: str, cue: str, shown: Scope) -> None:
    name, found = next((name, list(each.find(shown))) for name, each in MODALITIES.items() if list(each.find(shown)))
    assert (name, MODALITIES[name].modality, [word.text for word in found]) == (rule, modality, [cue])
    assert modality_in(shown) == (name, tuple(found)), "it shows a sign that its rule needs"


SHARED_AUXILIARIES: t.Final = frozenset({"one-of-plans"})
"""The rule that needs an auxiliary of two clauses, which clauses written by hand do not have."""
OF_TIMES: t.Final = frozenset({"alongside", "alongside-possible", "arranged", "due", "likening"})
"""The rules that need a time, a phrase or two auxiliaries, which clauses written by hand do not have."""


def test_every_modality_has_a_clause() -> None:
    assert {rule for rule, *_ in SHOWN_MODALITIES} | SHARED_AUXILIARIES | OF_TIMES == MODALITIES.keys()


def test_what_hangs_on_a_plan_is_part_of_it() -> None:
    shown = scope("[subject It] +will grow", "gerund>0 by: selling=sell.gerund (subject It)")
    assert [word.text for word in MODALITIES["future"].find(shown)] == ["will"]


def test_what_describes_is_no_part_of_a_plan() -> None:
    shown = scope("[subject It] +will buy [object mines]", "relative>0@ which: closed=close (subject mines)")
    assert list(MODALITIES["future"].find(shown)) == []


@pytest.mark.parametrize(
    ("marker", "is_one"), [("if", True), ("unless", True), ("even if", False), ("when", False), ("", False)]
)
def test_conjunctions_of_conditions(marker: str, is_one: bool) -> None:
    assert is_condition(marker) is is_one


POLARITY: t.Final = [
    ("plain", "Acme paid the fine.", "paid", False, []),
    ("negated", "Acme did not pay the fine.", "pay", True, ["not"]),
    ("negated adverb behind a verb", "The guard shot two dogs not far from the bridge.", "shot", False, []),
    ("negated adverb before a verb", "The bank did not fully pay the fine.", "pay", True, ["not"]),
    ("subjects that are none", "Neither Acme nor Orkla paid the fine.", "paid", True, ["nor"]),
    ("objects that are none", "Acme paid neither the fee nor the tax.", "paid", True, ["nor"]),
    ("number in a chart", "The song became the Christmas No. 1.", "became", False, []),
    ("number before a noun", "The No. 1 seed lost.", "lost", False, []),
    ("number without a full stop", "It was the Christmas No 1 in Britain.", "was", False, []),
    ("negated twice", "Acme never failed to pay the fine.", "pay", False, ["never", "failed"]),
    ("plan that is none", "Acme has no plan to sell the mine.", "sell", True, ["no", "plan"]),
    ("somebody else", "It was not Silva who paid the fine.", "paid", True, ["not"]),
    ("nobody else", "It was Silva who paid the fine.", "paid", False, []),
    ("not one", "Not one bank paid the fine.", "paid", True, ["Not"]),
    ("no one of several", "No one country paid the fine.", "paid", True, ["No"]),
    ("not so many", "Not ten banks paid the fine.", "paid", False, []),
    ("object that is none", "The firm paid no fine.", "paid", True, ["no"]),
    ("qualities that it does not have", "The mine was not old, not deep or wet.", "was", True, ["not"]),
    ("two verbs of one auxiliary", "Acme did not close the mine and sell the land.", "sell", True, ["not"]),
    ("negation before an auxiliary", "Nor did the bank pay the fine.", "pay", True, ["Nor"]),
    ("negation before a copula", "Nor is the mine safe.", "is", True, ["Nor"]),
    ("negated time before an auxiliary", "Not since May has the bank paid a fine.", "paid", True, ["Not"]),
    ("until when it was not so", "Not until May did police find the car.", "find", False, []),
    ("both of two", "Not only has the bank paid the fine.", "paid", False, []),
    ("no more than this", "Only then did the bank pay the fine.", "pay", False, []),
    ("what goes before a nor", "The bank closed, nor did it pay the fine.", "closed", False, []),
    ("what stands behind a nor", "The bank closed, nor did it pay the fine.", "pay", True, ["nor"]),
    ("this and more", "Acme does not merely own the mine.", "own", False, []),
    ("no less than this", "The mine isn't just safe.", "is", False, []),
    ("soon to be so", "Acme has not just yet closed the mine.", "closed", True, ["not"]),
    ("not even so much", "Acme did not even close the mine.", "close", True, ["not"]),
    ("what cannot be done at once", "Acme could not just close the mine.", "close", True, ["could", "not"]),
    (
        "neither behind a list",
        "She sold the mill, a shop, land in Oslo and neither did she pay the fee.",
        "pay",
        True,
        ["neither"],
    ),
    ("phrase that denies", "At no time did the bank pay the fine.", "pay", True, ["At"]),
    ("phrase that denies behind its verb", "The mine is by no means safe.", "is", True, ["by"]),
    ("place that is none", "The firm is nowhere near paying the fine.", "is", True, ["nowhere"]),
    ("all but", "The court all but closed the mine.", "closed", True, ["but"]),
    ("almost", "The court almost closed the mine.", "closed", True, ["almost"]),
    ("rounded", "Prices almost doubled in May.", "doubled", False, []),
    ("rounded fall", "The firm nearly halved its debts in May.", "halved", False, []),
    ("hardly so much", "Prices hardly doubled in May.", "doubled", True, ["hardly"]),
    ("not and nor", "The ruling did not change the law, nor the treaty.", "change", True, ["not"]),
    ("quality that is denied", "The man was deemed not fit to leave the camp.", "leave", True, ["not"]),
    ("quality with its not", "Ramos was found not guilty.", "found", False, []),
    ("with none", "The plane landed with no problems.", "landed", False, []),
    ("nothing but", "The thieves took nothing but a clock.", "took", False, []),
    ("nobody but", "Nobody except the king knew the code.", "knew", False, []),
    ("what does not seem so", "It does not appear that Acme sold the mine.", "sold", True, ["not", "appear"]),
    ("what does not look so", "It does not look as if Acme sold the mine.", "sold", True, ["not", "look"]),
    ("what is not likely", "It is not likely that Acme will sell the mine.", "sell", True, ["not", "likely"]),
    ("modal of its own behind an or", "The mine may not be safe or may fall.", "fall", False, ["may"]),
    ("verb with a tense of its own", "Acme did not close the mine and sold the land.", "sold", False, []),
]


@pytest.mark.parametrize(
    ("sentence", "head", "negated", "cues"), [pytest.param(*case[1:], id=case[0]) for case in POLARITY]
)
def test_polarity_of_a_sentence(nlp: Language, sentence: str, head: str, negated: bool, cues: list[str]) -> None:
    said = stands(nlp, sentence, head)
    assert (said.negated, [word.text for word in said.cues]) == (negated, cues)


def test_what_presumably_happens_is_no_plan(nlp: Language) -> None:
    said = stands(nlp, "The firm will presumably close the mine.", "close")
    assert (said.modality, [word.text for word in said.cues]) == ("possible", ["presumably"])


def test_the_first_modality_counts(nlp: Language) -> None:
    said = stands(nlp, "The firm will reportedly close the mine.", "close")
    assert (said.modality, [word.text for word in said.cues]) == ("planned", ["will"])


IN_WORDS: t.Final = [
    ("concession", "She praised the firm, even if the mayor admitted that it was late.", "praised", "asserted"),
    ("condition", "She will praise the firm if the mayor agrees.", "praise", "hypothetical"),
    ("warning under a condition", "Analysts warned of a strike if the mine closes.", "warned", "asserted"),
    ("promise under a condition", "Acme promised to sell the mine if prices rise.", "sell", "hypothetical"),
    ("chance under a condition", "Miners may warn of a strike if the mine closes.", "warn", "hypothetical"),
    ("found to have done it", "The firm was found to have lied in court.", "lied", "hedged"),
    ("supposed to come", "The mine was supposed to open in May.", "open", "planned"),
    ("rumoured to do it", "The firm is rumoured to have bought the mine.", "bought", "hedged"),
    ("proviso", "The firm will buy the mine provided that prices fall.", "buy", "hypothetical"),
    ("omission of the accusers", "Without naming a bank, she accused the firm of fraud.", "naming", "asserted"),
    ("expected to come", "The strike is expected to cost the firm a lot.", "cost", "planned"),
    ("compared", "Sales rose if compared with the year before.", "rose", "asserted"),
    ("going to be doing both", "They are going to be selling cars and buying ships.", "buying", "planned"),
    ("arranged for a day", "She is flying to Oslo on Monday.", "flying", "planned"),
    ("arranged for a week", "The mine is being sold next week.", "sold", "planned"),
    ("arranged ahead", "She is moving to Oslo in about a month.", "moving", "planned"),
    ("going on", "The firm is growing this year.", "growing", "asserted"),
    ("going on until then", "The hall is showing maps until Friday.", "showing", "asserted"),
    ("going on since then", "The miners have been striking since Friday.", "striking", "asserted"),
    ("arranged before the text", "The firm is closing its mine in 2023.", "closing", "asserted"),
    ("arranged behind the text", "The firm is closing its mine in 2031.", "closing", "planned"),
    ("unlikely event", "Norland's return to Oslo seems unlikely.", "return", "possible"),
    ("possible cause of an event", "Norland's return to Oslo has a possible reason.", "return", "asserted"),
    ("desire", "Norland's desire to buy gas is known.", "buy", "planned"),
    ("part of the accusation", "She accused the firm of lying after taking money.", "taking", "hedged"),
    ("means of the accusers", "Police arrested the man by blocking the road.", "blocking", "asserted"),
    ("reason behind the accusation", "The firm was accused of lying because it feared a fine.", "feared", "hedged"),
    ("what he did in the plot he is accused of", "He is accused of a plot in which he lied.", "lied", "hedged"),
    ("another that the plot told of hurt", "He is accused of a plot, which hurt the firm.", "hurt", "asserted"),
    ("effect of a plan", "Acme is set to sell the mine, ending the strike.", "ending", "planned"),
    ("effect of a choice", "Acme decided to sell the mine, ending the strike.", "ending", "asserted"),
    ("cause before a plan", "Citing costs, Acme is set to sell the mine.", "Citing", "asserted"),
    ("past before a plan", "Acme is set to sell the mine, having lost the case.", "lost", "asserted"),
    ("effect of a belief", "The pest is thought to have come by sea, spreading to Oslo.", "spreading", "hedged"),
    ("what was found before", "Acme has agreed to pay a fine after admitting fraud.", "admitting", "asserted"),
    ("what goes before what will be", "Acme will pay a fine after admitting fraud.", "admitting", "planned"),
    ("second of two deeds of a tool", "The grant will be used to cut debt and build ships.", "build", "planned"),
    ("second of two deeds that are forced", "The suit tries to make Acme close it or sell it.", "sell", "possible"),
    ("wish", "Norland would like to buy the mine.", "buy", "planned"),
    ("what nobody wants", "Nobody wants to buy the mine.", "buy", "asserted"),
    ("what it does not want either", "Norland left, nor does it want to buy the mine.", "buy", "asserted"),
    ("plan for what is not to be done", "Norland wants to buy no mine.", "buy", "planned"),
    ("plan not to do it", "Norland plans not to buy the mine.", "buy", "planned"),
    ("neither of two", "No bank or firm bought the mine.", "bought", "asserted"),
    ("one of two", "Acme or Orkla bought the mine.", "bought", "possible"),
    ("one of three", "Acme, Vega, or Orkla bought the mine.", "bought", "possible"),
    ("another name", "Norland Bank, or NB, bought the mine.", "bought", "asserted"),
    ("time of a crime", "Acme committed fraud during Vega's purchase of the mine.", "purchase", "asserted"),
    ("what would follow, as told", "The firm said it had a plan, which would save the mine.", "save", "planned"),
    ("wish for others", "Norland would like to see Acme buy the mine.", "buy", "possible"),
    ("expected of others", "Norland is expected to make Acme buy the mine.", "buy", "planned"),
    ("polite word", "“I’d like to stress that the mine is safe,” Ana Silva said.", "is", "asserted"),
    ("what would please", "Norland would like the firm if it paid taxes.", "like", "hypothetical"),
    ("hope", "Ana Silva hopes that the mine will close.", "close", "possible"),
    ("prediction", "Analysts predict that prices will fall.", "fall", "possible"),
    ("prediction of the past", "Analysts predicted that prices would fall.", "fall", "possible"),
    ("prediction behind", "The mine will close, Ana Silva believes.", "close", "possible"),
    ("expected by nobody named", "It is expected that the mine will close.", "close", "possible"),
    ("expected of it", "The mine is expected to close.", "close", "planned"),
    ("forecast for it", "Sales were projected to fall.", "fall", "possible"),
    ("warning", "Analysts warned that prices would fall.", "fall", "possible"),
    ("warning of a deed of one's own", "Miners warned that they will strike.", "strike", "planned"),
    ("announcement", "Ana Silva announced that the mine will close.", "close", "planned"),
    ("probably to come", "The mine will probably close.", "close", "possible"),
    ("hopefully to come", "Hopefully the mine will open in May.", "open", "possible"),
    ("not said yet", "Ana Silva will say that the mine lost money.", "lost", "hedged"),
    ("expected to be said", "Ana Silva is expected to say that the mine lost money.", "lost", "hedged"),
    ("each by some", "Many miners have retired or moved to Oslo.", "retired", "asserted"),
    ("one of two", "Ana Silva has retired or moved to Oslo.", "retired", "possible"),
    ("one of two to come, of several", "Prices will either fall or stagnate.", "fall", "possible"),
    ("concern", "Shares fell amid concern that the mine would close.", "close", "possible"),
    ("plan", "There is a plan that the mine will close.", "close", "planned"),
    ("habit", "Miners tend to marry young.", "marry", "asserted"),
    (
        "while something else will be done",
        "Ana Silva will lead the team as she plays her last match.",
        "plays",
        "planned",
    ),
    ("while something may be done", "Rents may fall as Acme closes the mine.", "closes", "possible"),
    ("beside a chance", "Ana Silva has the chance to win as she runs the firm.", "runs", "asserted"),
    ("chance that was taken", "Ana Silva took the opportunity to praise the firm.", "praise", "asserted"),
    ("chance to be taken", "Ana Silva will take the opportunity to praise the firm.", "praise", "possible"),
    ("in spite of which it may fail", "Acme may close the mine despite earning millions.", "earning", "asserted"),
    ("past behind a would", "Ana Silva would lose the vote, having closed the mine.", "closed", "asserted"),
    ("past before a would", "Having closed the mine, Ana Silva would lose the vote.", "closed", "hypothetical"),
    ("if there is anything", "If anything, Ana Silva praised the firm.", "praised", "asserted"),
    ("equation", "To sell the mine is to insult the town.", "insult", "asserted"),
    ("why something else will be done", "Ana Silva will lead the team as she knows it.", "knows", "asserted"),
    (
        "what goes before one of two uses",
        "It works with boats and can be used as a map or to warn crews.",
        "works",
        "asserted",
    ),
    ("to be done, apart", "The film, to be shot by Ana Silva, is a drama.", "shot", "planned"),
    ("to be done, behind its noun", "Acme has a list of the jobs to be cut in May.", "cut", "planned"),
    ("was done, as a number tells", "She was the third singer to be chosen by a jury.", "chosen", "asserted"),
    ("duty", "Norland must close the mine.", "close", "asserted"),
    ("what should be done", "Norland should close the mine.", "close", "possible"),
    ("guess at what was done", "Norland must have closed the mine.", "closed", "possible"),
    ("guess at what is", "The mine must be empty.", "be", "possible"),
    ("as if", "Acme sold the mine as if it were a toy.", "were", "hypothetical"),
    ("looks as if", "It looks as if Acme sold the mine.", "sold", "possible"),
    ("looks as if it would", "Ana Silva said it looked as if Acme would sell the mine.", "sell", "possible"),
    ("tried by means of", "Acme tried to please them by selling the mine.", "selling", "asserted"),
    ("chosen", "Acme chose to sell the mine.", "sell", "asserted"),
    ("tried to cause", "Acme tried to make them sell the mine.", "sell", "possible"),
    ("decided", "Acme decided to sell the mine.", "sell", "asserted"),
    ("decided for later", "Acme has decided to sell the mine.", "sell", "planned"),
    ("still to choose", "Acme may choose to sell the mine.", "sell", "possible"),
    ("had to choose", "Acme must choose to sell the mine.", "sell", "planned"),
    ("planned beside a chance", "The mine, expected to close in May, could now be sold.", "close", "planned"),
    ("likely to agree", "Acme is likely to agree to sell the mine.", "sell", "possible"),
    ("able by plan", "Acme plans to be able to sell the mine.", "sell", "planned"),
    ("chosen by others", "Ana Silva was chosen to lead the firm.", "lead", "planned"),
    ("pressure resisted", "Acme resisted pressure to sell the mine.", "sell", "asserted"),
    ("attempt made", "Acme closed the mine in an attempt to stop the strike.", "stop", "asserted"),
    ("bid made", "Acme closed the mine in a bid to stop the strike.", "stop", "asserted"),
    ("attempt that may be made", "Acme may close the mine in an attempt to stop the strike.", "stop", "planned"),
    ("condition without a conjunction", "Should the talks fail, Norland will close the mine.", "close", "hypothetical"),
    ("condition behind", "Norland would have closed the mine had it rained.", "closed", "hypothetical"),
    ("attempt of an owner", "Acme's efforts to stop the strike cost millions.", "stop", "asserted"),
    ("attempt of its own", "The talks were part of its attempt to stop the strike.", "stop", "asserted"),
    ("attempt of nobody", "Acme announced an effort to stop the strike.", "stop", "planned"),
    ("attempt to make others act", "Acme's attempt to make the farmers leave the valley failed.", "leave", "planned"),
    ("condition with a copula", "Were Norland to leave, the firm would close the mine.", "close", "hypothetical"),
    ("assumed", "Assuming that the state agrees, the firm will close the mine.", "close", "hypothetical"),
    ("one of two to come", "Either Norland or Sudland will close the mine.", "close", "possible"),
    ("as long as", "The town will stay dry as long as the dam holds.", "stay", "hypothetical"),
    ("would in the past", "Ana Silva said the law would help farmers.", "help", "planned"),
    ("quality in a report", "Ana Silva said the mine would be too costly.", "be", "possible"),
    ("quality at a date", "Ana Silva said the mine would be open by Friday.", "be", "planned"),
    ("passive in a report", "Ana Silva said the mine would be closed.", "closed", "planned"),
    ("preferred", "Ana Silva would rather close the mine than pay.", "close", "possible"),
    ("preferred in a report", "Ana Silva said she would rather close the mine than pay.", "close", "possible"),
    ("degree beside a would", "Ana Silva would close the mine rather quickly.", "close", "hypothetical"),
    ("would in a perfect", "Ana Silva has said the law would help farmers.", "help", "planned"),
    ("would in a part of a quotation", "Ana Silva said the law “would help farmers”.", "help", "planned"),
    ("would beside a past", "Ana Silva opposed the law, saying it would hurt farmers.", "hurt", "planned"),
    ("would in a claim", "Ana Silva repeated her claim that the law would help farmers.", "help", "possible"),
    ("would in the present", "Critics point out that the law would hurt farmers.", "hurt", "hypothetical"),
    ("would beside a present", "Ana Silva opposes the law, saying it would hurt farmers.", "hurt", "hypothetical"),
    ("would as told", "According to Ana Silva, the law would help farmers.", "help", "hypothetical"),
    ("would in a quotation", "Ana Silva said: “The law would help farmers.”", "help", "hypothetical"),
    ("would behind a mark", "“It is good,” Ana Silva said, “and the law would help.”", "help", "hypothetical"),
    ("would told in a quotation", "“I said Norland would win,” Ana Silva added.", "win", "planned"),
    ("would of a deed", "Ana Silva said closing the mine would be wrong.", "be", "hypothetical"),
    ("would without it", "Ana Silva said that without the grant the hall would close.", "close", "hypothetical"),
    ("modal shared across voices", "The mine may be sold and become a park.", "become", "possible"),
    ("future shared across voices", "The mine will be sold and become a park.", "become", "planned"),
    ("plan shared across voices", "The mine is to be sold and become a park.", "become", "planned"),
    ("would later", "Ana Silva would later close the mine.", "close", "asserted"),
    ("would eventually", "Ana Silva would eventually close the mine.", "close", "asserted"),
    ("would eventually of a thing", "The mine would eventually close.", "close", "hypothetical"),
    ("would go on", "Acme would go on to close the mine.", "close", "asserted"),
    ("would later of a name", "Silva would later write a book.", "write", "asserted"),
    ("would later of a thing", "The new law would later apply to banks.", "apply", "hypothetical"),
    ("would later of several", "Farmers would later follow.", "follow", "hypothetical"),
    ("would behind the verb", "Ana Silva would gladly pay later.", "pay", "hypothetical"),
    ("would later with a condition", "With a loan, Ana Silva would later pay.", "pay", "hypothetical"),
    ("would later behind another", "A win would put Norland ahead and Reed would later pay.", "pay", "hypothetical"),
    ("would later twice", "Ana Silva would later marry and would eventually pay.", "pay", "asserted"),
    ("would eventually of kin", "Ana Silva smiled. Her brother would eventually pay.", "pay", "asserted"),
    ("would eventually of a post", "The president would eventually pay.", "pay", "hypothetical"),
    ("would eventually of a firm", "Acme would eventually close the mine.", "close", "hypothetical"),
    ("would at a past date", "In 2019, Ana Silva would close the mine.", "close", "asserted"),
    ("would at a past date of a firm", "In 2019 Acme would close the mine.", "close", "hypothetical"),
    ("would at a past date without", "In 2019 Ana Silva would fall without help.", "fall", "hypothetical"),
    ("would at a date to come", "In 2031 Acme would close the mine.", "close", "hypothetical"),
    ("would later under a plan", "Under the plan, Acme would later close the mine.", "close", "hypothetical"),
    ("would later in a report", "Ana Silva said Acme would later close the mine.", "close", "planned"),
    ("perfect beside a plan", "As Acme has closed the mine, Bolt will sell it.", "closed", "asserted"),
    ("failing below a chance", "Acme is likely to fail to close the mine.", "close", "possible"),
    ("only to", "Acme tried to save the mine, only to close it.", "close", "asserted"),
    ("would without somebody", "Ana Silva said the hall would open without her.", "open", "planned"),
]


@pytest.mark.parametrize(("sentence", "head", "modality"), [pytest.param(*case[1:], id=case[0]) for case in IN_WORDS])
def test_modality_of_a_sentence(nlp: Language, sentence: str, head: str, modality: str) -> None:
    assert stands(nlp, sentence, head).modality == modality


@pytest.mark.parametrize(
    ("negated", "sentence"),
    [
        (True, "The idea that Acme sold the mine is untrue."),
        (True, "The claim that Acme sold the mine was not true."),
        (False, "The claim that Acme sold the mine is true."),
        (False, "The claim that Acme sold the mine is not false."),
    ],
)
def test_what_is_called_untrue_is_negated(nlp: Language, negated: bool, sentence: str) -> None:
    assert stands(nlp, sentence, "sold").negated is negated


def test_the_no_of_an_event_counts_once(nlp: Language) -> None:
    (claim,) = (each for each in claimed(nlp, "There was no attack by rebels.") if each.subject.text == "rebels")
    assert claim.negated


def test_how_a_noun_is_picked_out_is_how_what_is_said_of_it_is_true(nlp: Language) -> None:
    assert stands(nlp, "It may have been Acme that bought the mine.", "bought").modality == "possible"


@pytest.mark.parametrize(
    ("modality", "sentence"),
    [("asserted", "The strike led to the closure of the mine."),
     ("possible", "The strike could lead to the closure of the mine."),
     ("planned", "The strike will result in the closure of the mine."),
     ("asserted", "The strike could end after the closure of the mine.")],
)  # fmt: skip
def test_an_effect_is_as_true_as_its_cause(nlp: Language, modality: str, sentence: str) -> None:
    closures = [each for each in claimed(nlp, sentence) if each.relation == "be closed"]
    assert [each.modality for each in closures] == [modality]


def test_what_is_wanted_by_a_what_is_planned(nlp: Language) -> None:
    rises = [each for each in claimed(nlp, "What the union wants is a ban on imports.") if each.relation == "be banned"]
    assert [each.modality for each in rises] == ["planned"]


def test_who_denies_it_may_be_the_doer_of_a_passive(nlp: Language) -> None:
    said = stands(nlp, "The claim that Acme bought votes was denied by the mayor.", "bought")
    assert said.denied_by is not None
    assert said.denied_by.text == "mayor"


@pytest.mark.parametrize(
    ("teller", "sentence"),
    [("Silva", "“He thinks that the mine is safe,” Ana Silva said."), (None, "Silva said he thinks the mine is safe."),
     (None, "“I think that the mine is safe,” Ana Silva said.")],
)  # fmt: skip
def test_who_says_what_another_says(nlp: Language, teller: str | None, sentence: str) -> None:
    outer_speaker = stands(nlp, sentence, "is").outer_speaker
    assert (outer_speaker.text if outer_speaker is not None else None) == teller


def test_who_denies_it_is_no_speaker(nlp: Language) -> None:
    said = stands(nlp, "The mayor denied that his party bought votes.", "bought")
    assert said.speaker is None
    assert said.denied_by is not None
    assert (said.denied_by.text, [word.text for word in said.cues]) == ("mayor", ["denied"])
