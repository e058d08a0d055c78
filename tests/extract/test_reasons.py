"""Reasons why a clause is not a statement: in clauses written by hand, and in parses of noun phrases."""

import typing as t

import pytest
from spacy.language import Language

from kg.extract.reasons import INSIDE, REASONS, only_restricts, own_reason, secondary_modality, verdicts_of
from tests.extract.clauses import written
from tests.extract.sentences import clause, read

BY_HAND: t.Final = [
    ("part of a predicate", 0, ["[subject She] vowed=vow", "open>0 to: leave (subject She)"]),
    ("wanted", 1, ["[subject She] urged=urge [object a ban]", "argument>0: ban.noun"]),
    ("averted", 1, ["[subject She] blocked=block [object a sale]", "argument>0: sale.noun"]),
    ("averted", 1, ["[subject She] +did -not see [object a sale]", "argument>0: sale.noun"]),
    ("mentioned", 1, ["[subject She] considered=consider [object a sale]", "argument>0: sale.noun"]),
    ("question", 0, ["[subject She] left=leave [object town] ?"]),
    ("order", 0, ["Close=close.bare [object the door] !"]),
    ("order", 1, ["Close=close.bare [object the door] !", "conjunct>0: leave.bare"]),
    ("condition", 1, ["[subject Firms] +will close", "adverbial>0 if: [subject rents] fall"]),
    ("condition", 1, ["[subject Firms] +will close", "adverbial>0 unless: [subject rents] fall"]),
    ("condition", 1, ["[subject Firms] close", "adverbial>0 even if: [subject rents] fall"]),
    ("whenever", 1, ["[subject Firms] close.present", "adverbial>0 when: [subject rents] fall.present"]),
    ("comparison", 1, ["[subject It] sold=sell", "gerund>0 as well as: buying=buy.gerund"]),
    ("alternative", 1, ["[subject It] +can repair [object it]", "conjunct>0 rather than: replace.bare (subject It)"]),
    (
        "taken",
        1,
        ["[subject It] hit [object the ground]", "adverbial>0 as: amended=amend.passive.participle (subject It)"],
    ),
    ("prevented", 1, ["[subject A court] barred=bar [object it]", "gerund>0 from: selling=sell.gerund (subject it)"]),
    ("requested", 1, ["[subject She] urged=urge [object them]", "open>0 to: leave (subject them)"]),
    ("requested", 1, ["[subject She] demanded=demand", "content>0 that: [subject they] leave.bare"]),
    ("requested", 1, ["[subject She] insisted=insist", "content>0 that: [subject they] +must leave"]),
    ("requested", 1, ["[subject She] +did -not begin", "open>0 to: leave [subject Rain]"]),
    ("not without", 1, ["[subject She] +can -not leave", "gerund>0 without: paying=pay.gerund (subject She)"]),
    ("allowed", 1, ["[subject She] allowed=allow.past [object them]", "open>0 to: leave (subject them)"]),
    ("allowed", 1, ["[subject The error] allows=allow.present [object them]", "open>0 to: leave (subject them)"]),
    ("purpose", 1, ["[subject She] came=come", "adverbial>0 to: help (subject She)"]),
    ("purpose", 1, ["[subject She] went=go ^up", "adverbial>0 to: help.infinitive (subject She)"]),
    ("purpose", 1, ["[subject She] came=come", "adverbial>0 so that: [subject they] left=leave"]),
    (
        "requested",
        1,
        [
            "[subject It] is=be.copula [complement vital/adjective] [content>1]",
            "content>0 that: [subject it] falls=fall",
        ],
    ),
    (
        "impersonal",
        0,
        [
            "[subject It] is=be.copula [complement clear/adjective] [content>1]",
            "content>0 that: [subject she] fell=fall",
        ],
    ),
    ("impersonal", 0, ["[subject It] +was said=say.passive [content>1]", "content>0 that: [subject she] fell=fall"]),
    ("impersonal", 0, ["[subject It] seems=seem [content>1]", "content>0 that: [subject she] fell=fall"]),
    ("content", 1, ["[subject She] +must make [content>1]", "content>0 that: [subject it] falls=fall"]),
    ("asked", 1, ["[subject She] asked=ask", "content>0 whether: [subject it] fell=fall"]),
    ("asked", 1, ["[subject She] asked=ask [object the price]", "conjunct>0 whether: [subject it] fell=fall"]),
    ("unsaid", 1, ["[subject She] +did -not say", "content>0 that: [subject it] fell=fall"]),
    (
        "unsaid",
        2,
        ["[subject She] refused=refuse", "open>0 to: say (subject She)", "content>1 that: [subject it] fell=fall"],
    ),
    ("allowed", 1, ["[subject The tool] lets=let.present [object them]", "open>0 to: leave (subject them)"]),
    ("content", 1, ["[subject The fear] is=be.copula", "content>0 that: [subject it] falls=fall"]),
    ("content", 1, ["[subject The delay] +may mean", "content>0 that: [subject it] falls=fall"]),
    ("conjunction", 1, ["[subject It] closed=close", "adverbial>0: given=give.passive.participle"]),
    ("modifier", 1, ["[subject She] met=meet [object the mayor]", "modifier>0@: elected=elect.participle"]),
    (
        "modifier",
        2,
        [
            "[subject She] met=meet [object the mayor]",
            "modifier>0@: elected=elect.participle",
            "conjunct>1: loved=love.participle",
        ],
    ),
    ("mentioned", 1, ["[subject She] saw=see [object importance]", "modifier>0@ of: access.noun"]),
    ("nothing said", 0, ["[subject She] said=say"]),
    ("aim of a noun", 1, ["[subject She] has=have [object money]", "infinitive>0@ to: spend (subject She)"]),
    ("content of a noun", 1, ["[subject She] saw=see [object risk]", "noun content>0@ that: [subject it] falls=fall"]),
    ("argument", 1, ["[subject She] talked=talk", "gerund>0 about: selling=sell.gerund (subject She)"]),
    ("argument", 1, ["[subject It] helps=help", "subject>0: selling=sell.gerund"]),
    ("aside", 1, ["[subject It] fell=fall", "loose>0,: said=say [subject firm]"]),
    ("aside", 1, ["[subject It] fell=fall", "adverbial>0 as: [subject she] said=say"]),
    ("aside", 1, ["[subject It] fell=fall", "adverbial>0 as: [subject it] +was said=say.passive"]),
    ("attribution", 0, ["[subject It] +was told=tell.passive [content>1]", "content>0 that: [subject she] fell=fall"]),
    ("attribution", 0, ["[subject She] said=say", "content>0 that: [subject it] fell=fall"]),
]
BY_PARSE: t.Final = [
    ("demanded", "appointed", "The mayor demanded that an inspector be appointed at once."),
    ("demanded", "sold", "The council asked that the ferry not be sold."),
    ("within content", "says", "They protested against what she says is a plot."),
    ("asked", "left", "The question is why she left Oslo."),
    ("demanded", "settled", "Norland considers it imperative that disputes be settled in Oslo."),
    ("requested", "sell", "The board recommended that members sell the ferry."),
    ("requested", "carry", "The rules require that boats carry a radio."),
    ("requested", "publish", "The mayor demanded that banks publish the letter."),
    ("question", "is", "The minister explained how old the bridge is."),
    ("question", "paid", "Critics asked about how much the firm paid."),
    ("question", "stands", "The vote was a test of how firmly the party stands."),
    ("question", "sold", "The report shows how many copies were sold in this way."),
    ("misjoined", "buying", "They will spend money and buying land."),
    ("title", "Let", "He sang a slow version of Live And Let Fall last night."),
    ("carrier", "announced", "The ministry announced a ban on imports."),
    ("mentioned", "attack", "The army vowed to consider an attack on the town."),
    ("opening of a time", "Starting", "Starting from July, the firm will pay a fee."),
    ("opening of a time", "dating", "The mayor has a grudge against the firm, dating back to 2011."),
    ("opening of a time", "going", "The report described cases of fraud going back to 2007."),
    ("impersonal", "is", "It is clear that the bank paid the fine."),
    ("content", "pay", "It is good that banks pay fines."),
    ("unsaid", "paid", "No minister said that the bank paid the fine."),
    ("unsaid", "paid", "It is not clear that the bank paid the fine."),
    ("cleft", "was", "It was Silva who leaked the letter."),
    ("cleft", "was", "It was the navy that closed the port."),
    ("identity", "is", "What the union wants is a ferry."),
    ("sign", "suggesting", "The harvest was poor, suggesting a shortage of wheat."),
    ("averted", "visit", "The army refused a visit by guards."),
    ("averted", "closure", "The strike never led to the closure of the mine."),
    ("wanted", "ban", "What the town needs is a ban on imports."),
    ("prevented", "selling", "A court barred the bank from selling the mine."),
    ("not without", "paying", "The guests could not leave the hall without paying a fee."),
    ("not without", "paying", "Nobody left the hall without paying a fee."),
    ("not without", "paying", "The guests did not enter the hall by paying a fee."),
    ("requested", "reach", "The rain left Silva unable to reach Oslo."),
    ("requested", "fight", "The mayor had crews ready to fight the fire in Oslo."),
    ("argument", "selling", "The ministry announced a ban on selling fireworks."),
    ("argument", "closing", "Traders spoke of the risk of Acme closing the mine."),
    ("nothing listed", "include", "Other plans include:"),
    ("nothing said", "replied", 'Asked about it, the mayor replied: "No."'),
    ("unsaid", "sold", "There is no report that the bank sold the mine."),
    ("unsaid", "sold", "There has not been any report that the bank sold the mine."),
    ("purpose", "warn", "The lamp is used as a map or to warn crews."),
    ("condition", "be", "Everybody reads, be it a paper or a book."),
    ("condition", "aimed", "Insofar as the law is aimed at farmers, it fails."),
    ("condition", "holds", "The town will stay dry as long as the dam holds."),
    ("whenever", "put", "The miners will strike until the firm put an offer on the table."),
    ("whenever", "cleared", "The bank said it would not pay until the court had cleared the deal."),
    ("whenever", "published", "The firm said it would decide when the report was published."),
    ("whenever", "ended", "The union plans to strike once the talks have ended."),
]


@pytest.mark.parametrize(("reason", "place", "strings"), BY_HAND)
def test_reason_of_a_clause(reason: str, place: int, strings: list[str]) -> None:
    text, clauses = written(*strings)
    assert own_reason(text, clauses[place]) == reason


@pytest.mark.parametrize(("reason", "head", "sentence"), BY_PARSE)
def test_reason_of_a_parsed_clause(nlp: Language, reason: str, head: str, sentence: str) -> None:
    text = read(nlp, sentence)
    assert own_reason(text, clause(text, head)) == reason


def test_what_an_impersonal_quality_takes_for_true_may_be_a_statement(nlp: Language) -> None:
    text = read(nlp, "It is clear that the bank paid the fine.")
    assert own_reason(text, clause(text, "paid")) is None


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("is", "It is the largest bank that ever failed."),
        ("was", "It was a storm which sank the ferry."),
        ("is", "It is the same plan that the council rejected."),
        ("took", "The firm took a year to build the ferry."),
        ("warning", "The letter was long, warning of cuts."),
        ("success", "Despite the success of the squad, the team failed to win."),
        ("closing", "The town grew, with Acme closing its mine."),
        ("stealing", "The town saw a case of a nurse stealing drugs."),
        ("lost", "The bank said it would close the branch after it lost money."),
        ("flooded", "The mayor failed to act until the river flooded the town."),
        ("passed", "The navy could not leave Lyon until the storm had passed."),
        ("released", "The firm believes the phone may win as the radio did when it was released."),
        ("stays", "The town needs no ferry as long as the bridge stays open."),
        ("stopped", "They left as soon as the rain stopped."),
        ("sold", "It looks as if Acme sold the mine."),
        ("sold", "It does not appear that Acme sold the mine."),
        ("pays", "It is good that the bank pays the fine."),
        ("pay", "It is clear that the bank will pay the fine."),
        ("shut", "It was the third time that the miners had shut the pit."),
        ("taken", "The strike marked the third time that Ana Silva has taken leave."),
        ("worked", "Silva praised the town where she lived and where her sister worked."),
        ("announced", "The shares rose as new ferries were announced in Lyon."),
        ("informed", "The mayor has been informed."),
        ("serving", "Silva was mayor of Lyon, serving from 1998 to 2001."),
        ("moving", "The firm left town, moving back to Lyon in May."),
        ("roam", "The mayor warned that bears roam the town."),
        ("selling", "The firm agreed to stop selling oil."),
        ("selling", "The firm will stop selling oil."),
    ],
)
def test_what_only_looks_like_a_reason_is_none(nlp: Language, head: str, sentence: str) -> None:
    text = read(nlp, sentence)
    assert own_reason(text, clause(text, head)) is None


def test_every_reason_has_a_clause() -> None:
    assert {reason for reason, *_ in [*BY_HAND, *BY_PARSE]} == REASONS.keys()


STATED: t.Final = [
    ("what was stopped", 1, ["[subject Acme] stopped=stop.past", "open>0: selling=sell.participle (subject Acme)"]),
    ("what is admitted", 1, ["[subject Acme] admitted=admit", "open>0: selling=sell.participle (subject Acme)"]),
    ("main clause", 0, ["[subject It] fell=fall"]),
    ("concession", 1, ["[subject It] rose=rise", "adverbial>0 even if: [subject rents] fell=fall.past"]),
    ("what was so when it was", 1, ["[subject It] rose=rise.past", "adverbial>0 when: [subject rents] fell=fall.past"]),
    ("lower verb of one predicate", 1, ["[subject She] vowed=vow", "open>0 to: leave (subject She)"]),
    ("what was caused", 1, ["[subject She] forced=force [object them]", "open>0 to: leave (subject them)"]),
    ("what somebody let others do", 1,
     ["[subject She] let=let.past [object them]", "open>0 to: leave (subject them)"]),
    ("what an event allowed", 1,
     ["[subject The error] allowed=allow.past [object them]", "open>0 to: leave (subject them)"]),
    ("what was seen", 1, ["[subject She] saw=see [object them]", "open>0: leave.bare (subject them)"]),
    ("what is said", 1, ["[subject She] said=say", "content>0 that: [subject it] fell=fall"]),
    ("what is made so", 1, ["[subject She] made=make [content>1]", "content>0 that: [subject it] fell=fall"]),
    ("what follows from it", 1, ["[subject The delay] means=mean", "content>0 that: [subject it] falls=fall"]),
    ("what is likely", 1,
     ["[subject It] is=be.copula [complement likely/adjective] [content>1]", "content>0 that: [subject it] fell=fall"]),
    ("what is seen", 1, ["[subject She] saw=see", "content>0 that: [subject it] fell=fall"]),
    ("what somebody was persuaded to do", 1,
     ["[subject She] persuaded=persuade [object them]", "open>0 to: leave (subject them)"]),
    ("what somebody enjoyed", 1, ["[subject She] enjoyed=enjoy", "open>0: working=work.participle (subject She)"]),
    ("plan", 1, ["[subject She] has=have [object plan]", "infinitive>0@ to: leave (subject She)"]),
    ("claim", 1, ["[subject She] made=make [object claim]", "noun content>0@ that: [subject it] fell=fall"]),
    ("means", 1, ["[subject She] won=win", "gerund>0 by: waiting=wait.gerund (subject She)"]),
    ("accusation beside another", 1,
     ["[subject He] +is accused=accuse.passive", "loose>0: [subject he] +is accused=accuse.passive [oblique of lies]"]),
    ("what somebody is accused of", 1,
     ["[subject She] +was charged=charge.passive", "gerund>0 with: stealing=steal.gerund (subject She)"]),
    ("gerund with its own subject", 1,
     ["[subject It] ended=end", "gerund>0 with: [subject rents] falling=fall.gerund"]),
    ("verb of saying without what is said", 0, ["[subject She] said=say [object goodbye]"]),
    ("what somebody is quoted as saying", 2,
     ["[subject She] +was quoted=quote.passive", "gerund>0 as: saying=say.gerund (subject She) [content>2]",
      "content>1 that: [subject it] fell=fall"]),
    ("verb of saying that is not done", 1, ["[subject She] declined=decline", "open>0 to: comment (subject She)"]),
    ("report to somebody", 0, ["[subject She] told=tell [recipient us]", "content>0 that: [subject it] fell=fall"]),
    ("event in a sentence that affirms it", 1, ["[subject She] saw=see [object a sale]", "argument>0: sale.noun"]),
]  # fmt: skip


@pytest.mark.parametrize(("place", "strings"), [pytest.param(*case[1:], id=case[0]) for case in STATED])
def test_clause_that_may_be_a_statement(place: int, strings: list[str]) -> None:
    text, clauses = written(*strings)
    assert own_reason(text, clauses[place]) is None


IN_CONDITION: t.Final = "adverbial>0 if: [subject rents] fall [object levels]"
INSIDE_A_CONDITION: t.Final = [
    ("coordinated", "conjunct>1: rise (subject rents)", INSIDE),
    ("content", "conjunct>1: fail [subject banks]", INSIDE),
    ("participle without a comma", "participle>1: set.participle", INSIDE),
    ("describing clause", "relative>1@,which: fell=fall.past (subject levels)", None),
    ("what is past", "relative>1@ which: fell=fall.past (subject levels)", None),
]


@pytest.mark.parametrize(
    ("string", "reason"), [pytest.param(*case[1:], id=case[0]) for case in INSIDE_A_CONDITION]
)  # fmt: skip
def test_what_is_inside_a_condition(string: str, reason: str | None) -> None:
    text, clauses = written("[subject Firms] +will close", IN_CONDITION, string)
    verdicts = verdicts_of(text)
    assert verdicts[clauses[2].index].reason == reason
    assert verdicts[clauses[0].index].reason is None


def test_a_reason_of_its_own_counts_before_that_of_the_clause_around() -> None:
    text, clauses = written("[subject Firms] +will close", IN_CONDITION, "adverbial>1 to: [subject banks] fail")
    assert verdicts_of(text)[clauses[2].index].reason == "purpose"


def test_a_clause_next_to_a_report_is_not_blocked() -> None:
    text, clauses = written("[subject She] said=say", "content>0 that: [subject it] fell=fall")
    assert verdicts_of(text)[clauses[1].index].reason is None


HOW: t.Final = [
    ("condition", "adverbial>0 if: [subject rents] fall [object levels]", "hypothetical"),
    ("question in a clause", "content>0 whether: [subject it] fell=fall", "possible"),
    ("purpose", "adverbial>0 to: [subject banks] fail", "possible"),
    ("participle before a noun", "modifier>0@: elected=elect.participle", "asserted"),
    ("main", "conjunct>0: fell=fall.past", None),
]


@pytest.mark.parametrize(("string", "modality"), [pytest.param(*case[1:], id=case[0]) for case in HOW])
def test_how_a_clause_is_stated_that_is_not_said_to_be_so(string: str, modality: str | None) -> None:
    text, clauses = written("[subject She] asked=ask [object the mayor]", string)
    assert secondary_modality(text, clauses[1], verdicts_of(text)[clauses[1].index]) == modality


ASKED: t.Final = [
    ("urged", "[subject She] urged=urge [object them]", "possible"),
    ("never urged", "[subject She] urged=urge -never [object them]", None),
    ("designed", "[subject She] designed=design [object them]", None),
]


@pytest.mark.parametrize(("string", "modality"), [pytest.param(*case[1:], id=case[0]) for case in ASKED])
def test_what_is_asked_for_is_possible(string: str, modality: str | None) -> None:
    text, (_, asked) = written(string, "open>0 to: leave (subject them)")
    assert secondary_modality(text, asked, verdicts_of(text)[asked.index]) == modality


def test_who_is_called_upon_is_not_who_calls(nlp: Language) -> None:
    text = read(nlp, "His widow called on the government to protect the staff.")
    protect = clause(text, "protect")
    assert secondary_modality(text, protect, verdicts_of(text)[protect.index]) is None


def test_an_event_that_marks_another_is_not_only_mentioned(nlp: Language) -> None:
    text = read(nlp, "The departure of the fleet marked the end of the war.")
    assert own_reason(text, clause(text, "departure")) is None


FACTS: t.Final = [
    ("banned for it", "stealing", "Silva was banned for three weeks for stealing a bicycle."),
    ("criticised for it", "selling", "The minister was criticised for selling the mill."),
    ("suspended after it", "breaking", "The bank was suspended after breaking a rule."),
    ("in spite of it", "winning", "Despite winning the case, the bank closed."),
    ("in spite of what another does", "helping", "The firm failed despite the bank helping it."),
    ("a verb with an object", "providing", "The bank opened a branch, providing jobs for the town."),
    ("a verb in the perfect", "given", "Having given up its plan, the bank closed."),
    ("a clause that explains", "left", "That is why she left Oslo."),
    ("a relative clause that explains", "left", "The bank closed, which is why she left Oslo."),
]


@pytest.mark.parametrize(("head", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in FACTS])
def test_what_may_be_a_statement(nlp: Language, head: str, sentence: str) -> None:
    text = read(nlp, sentence)
    assert own_reason(text, clause(text, head)) is None


def test_what_a_time_was_spent_on_was_done(nlp: Language) -> None:
    text = read(nlp, "Ana Silva spent last week meeting with shareholders.")
    assert own_reason(text, clause(text, "meeting")) is None


def test_an_event_that_is_only_the_reason_of_what_is_prevented_takes_place(nlp: Language) -> None:
    text = read(nlp, "The firm suspended sales after a patient's death.")
    assert own_reason(text, clause(text, "death")) is None
    assert own_reason(text, clause(text, "sales")) == "averted"


def test_what_is_inside_a_condition_is_conditional_too() -> None:
    text, clauses = written("[subject Firms] +will close", IN_CONDITION, "conjunct>1: rise.finite (subject rents)")
    assert secondary_modality(text, clauses[2], verdicts_of(text)[clauses[2].index]) == "hypothetical"


@pytest.mark.parametrize(
    ("head", "sentence", "restricts"),
    [
        ("are", "It helps those who are old or who have a cold.", True),
        ("have", "It helps those who are old or who have a cold.", True),
        ("shed", "It rained in the month when birds eat and shed their feathers.", False),
    ],
)
def test_a_second_relative_clause_restricts_its_noun_too(
    nlp: Language, head: str, sentence: str, *, restricts: bool
) -> None:
    text = read(nlp, sentence)
    assert only_restricts(text, clause(text, head)) is restricts
