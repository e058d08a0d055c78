"""Verbs that form one predicate, in clauses written by hand."""

import pytest

from kg.extract.chains import KINDS, arguments_of, chain_of, kind_of, name_of
from tests.extract.clauses import written

BONDS = [
    ("arranged", "planned", "[subject The mine] is=be.copula", "open>0 to: close (subject The mine)"),
    ("arranged", "planned", "[subject The mine] +is going=go", "open>0 to: close (subject The mine)"),
    ("carried-out", "plain", "[subject She] going=go.participle ^on", "open>0 to: win.infinitive (subject She)"),
    ("forecast", "possible", "[subject It] +was projected=project.passive", "open>0 to: fall (subject It)"),
    ("planned", "planned", "[subject It] +was expected=expect.passive", "open>0 to: fall (subject It)"),
    ("planned", "planned", "[subject It] forecast", "open>0 to: fall (subject It)"),
    ("blamed", "plain", "[subject She] is=be.copula", "open>0 to: blame (subject She) [oblique for: rain]"),
    ("equated", "plain", "[subject To ask/verb] is=be.copula", "open>0 to: insult.infinitive (subject To ask)"),
    ("denying", "denied", "[subject She] denied=deny", "open>0: taking=take.gerund (subject She) [object money]"),
    ("failing", "negated", "[subject She] failed=fail", "open>0 to: pay (subject She)"),
    ("planned", "planned", "[subject She] vowed=vow", "open>0 to: pay (subject She)"),
    ("wished", "planned", "[subject She] +would like", "open>0 to: pay (subject She)"),
    ("carried-out", "plain", "[subject She] tends=tend", "open>0 to: pay (subject She)"),
    ("tried", "plain", "[subject She] tried=try", "open>0 to: pay (subject She)"),
    ("reported", "alleged", "[subject She] +is said=say.passive", "open>0 to: pay (subject She)"),
    ("claiming", "alleged", "[subject She] claims=claim", "open>0 to: own.infinitive (subject She)"),
    ("pending", "negated", "[subject She] has=have [when yet/adverb]", "open>0 to: pay (subject She)"),
    ("pending", "negated", "[subject It] remains=remain", "open>0 to: +be paid=pay.passive.infinitive (subject It)"),
    ("by-choice", "plain", "[subject She] chose=choose.past", "open>0 to: pay (subject She)"),
    ("by-choice", "plain", "[subject She] decided=decide.past", "open>0 to: pay (subject She)"),
    ("planned", "planned", "[subject She] +has=have chosen=choose", "open>0 to: pay (subject She)"),
    ("planned", "planned", "[subject She] +may choose", "open>0 to: pay (subject She)"),
    ("seeming", "possible", "[subject It] remains=remain", "open>0 to: pay (subject It)"),
    ("carried-out", "plain", "[subject She] began=begin", "open>0 to: pay (subject She)"),
    ("carried-out", "plain", "[subject She] went=go ^on", "adverbial>0 to: pay.infinitive (subject She)"),
    ("carried-out", "plain", "[subject She] has=have", "open>0 to: pay (subject She)"),
    ("carried-out", "plain", "[subject She] +was forced=force.passive", "open>0 to: pay (subject She)"),
    ("carried-out", "plain", "[subject It] proved=prove.past", "open>0 to: pay (subject It)"),
    ("seeming", "possible", "[subject She] seems=seem", "open>0 to: pay (subject She)"),
    ("likely", "possible", "[subject She] is=be.copula [complement likely/adjective]", "open>0 to: pay (subject She)"),
    ("expected", "planned", "[subject She] is=be.copula [complement due/adjective]", "open>0 to: pay (subject She)"),
    ("unable", "negated", "[subject She] is=be.copula [complement unable/adjective]", "open>0 to: pay (subject She)"),
    (
        "enabled",
        "plain",
        "[subject She] was=be.copula.past [complement able/adjective]",
        "open>0 to: pay (subject She)",
    ),
    (
        "enabled",
        "plain",
        "[subject She] +has=have been=be.copula [complement able/adjective]",
        "open>0 to: pay (subject She)",
    ),
    ("able", "possible", "[subject She] is=be.copula [complement able/adjective]", "open>0 to: pay (subject She)"),
    ("inclined", "plain", "[subject She] is=be.copula [complement keen/adjective]", "open>0 to: pay (subject She)"),
    ("inclined", "plain", "[subject She] remains=remain [complement ready/adjective]", "open>0 to: pay (subject She)"),
    (
        "inclined",
        "plain",
        "[subject She] is=be.copula -not [complement able/adjective]",
        "open>0 to: pay (subject She)",
    ),
    (
        "inclined",
        "plain",
        "[subject She] is=be.copula [complement too weak/adjective]",
        "open>0 to: walk (subject She)",
    ),
    (
        "inclined",
        "plain",
        "[subject She] is=be.copula [complement hard/adjective]",
        "open>0 to: pay (subject She) [object us]",
    ),
    (
        "able",
        "possible",
        "[subject She] +could be=be.copula [complement able/adjective]",
        "open>0 to: pay (subject She)",
    ),
]


@pytest.mark.parametrize(("kind", "bond", "upper", "lower"), BONDS)
def test_bond_of_a_verb_with_the_one_below(kind: str, bond: str, upper: str, lower: str) -> None:
    text, (above, below) = written(upper, lower)
    assert kind_of(text, below) == (above, kind)
    assert KINDS[kind].bond == bond


def test_every_kind_has_clauses() -> None:
    assert {kind for kind, *_ in BONDS} == KINDS.keys()


APART = [
    ("another does it", "[subject The court] vowed=vow", "open>0 to: pay [subject The firm]"),
    ("an object stands between", "[subject She] began=begin [object it]", "open>0 to: pay (subject She)"),
    ("somebody is told", "[subject She] began=begin [recipient us]", "open>0 to: pay (subject She)"),
    ("it is no open complement", "[subject She] began=begin", "adverbial>0 to: pay (subject She)"),
    ("what for, behind a particle", "[subject She] went=go ^up", "adverbial>0 to: pay.infinitive (subject She)"),
    ("no kind fits", "[subject She] ate=eat", "open>0 to: pay (subject She)"),
    ("it tells what all is", "[subject All] is=be.copula", "open>0: pay.bare (subject All)"),
    ("who likes it does it", "[subject She] likes=like", "open>0 to: pay (subject She)"),
    ("nobody is told to do it", "[subject She] began=begin", "open>0 to: pay"),
    ("impersonal", "[subject It] is=be.copula [complement hard/adjective]", "open>0 to: say (subject It)"),
    ("a noun is no quality", "[subject She] is=be.copula [complement a judge]", "open>0 to: pay (subject She)"),
    ("who fails is told of", "[subject She] +was refused=refuse.passive", "open>0 to: pay (subject She)"),
]


@pytest.mark.parametrize(("upper", "lower"), [pytest.param(*case[1:], id=case[0]) for case in APART])
def test_verbs_that_are_two_predicates(upper: str, lower: str) -> None:
    text, (_, below) = written(upper, lower)
    assert kind_of(text, below) is None


def test_an_addressee_does_not_separate_a_plan_from_its_verb() -> None:
    text, (_, below) = written("[subject She] vowed=vow [recipient us]", "open>0 to: pay (subject She)")
    assert kind_of(text, below) is not None


def test_what_is_shared_does_not_stand_between() -> None:
    text, (_, _, below) = written(
        "[subject She] read=read [object mail]", "conjunct>0: kept=keep (subject She) (object mail)",
        "open>1: sending=send.gerund (subject She)",
    )  # fmt: skip
    assert kind_of(text, below) is not None


VOWED = ("[subject The board] vowed=vow", "open>0 to: keep (subject The board)",
         "open>1: operating=operate.participle (subject The board)")  # fmt: skip


def test_chain_of_three_verbs() -> None:
    text, (first, second, third) = written(*VOWED)
    chain = chain_of(text, third)
    assert chain.clauses == (first, second, third)
    assert chain.bonds == ("planned", "plain")
    assert (chain.top, chain.last) == (first, third)


def test_chain_of_one_verb() -> None:
    text, (only,) = written("[subject She] pays=pay")
    assert chain_of(text, only).clauses == (only,)


@pytest.mark.parametrize(
    ("second", "length"), [("conjunct>1: leave.infinitive (subject She)", 2), ("conjunct>1: leaves=leave", 1)]
)
def test_coordinated_infinitives_hang_on_one_verb(second: str, length: int) -> None:
    text, (_, _, last) = written("[subject She] vowed=vow", "open>0 to: pay (subject She)", second)
    assert len(chain_of(text, last).clauses) == length


NAMES = [
    ("one verb", "pay", ["[subject She] paid=pay"]),
    ("particle", "take over", ["[subject She] took=take ^over"]),
    ("passive", "be issued", ["[subject It] +was issued=issue.passive"]),
    ("three verbs", "vow to keep operating", VOWED),
    ("duty", "must pay", ["[subject She] +must pay"]),
    ("missed duty", "should have paid", ["[subject She] +should +have=have paid=pay.participle"]),
    ("missed duty of a passive", "should have been paid", ["[subject It] +should +have=have +been paid=pay.passive"]),
    ("failing in an attempt", "try to avoid paying",
     ["[subject She] tried=try", "open>0 to: avoid.infinitive (subject She)",
      "open>1: paying=pay.participle (subject She)"]),
    ("former habit", "used to pay", ["[subject She] used=use", "open>0 to: pay (subject She)"]),
    ("failing is no part of it", "pay", ["[subject She] failed=fail", "open>0 to: pay (subject She)"]),
    ("nor is denying", "take", ["[subject She] denied=deny", "open>0: taking=take.gerund (subject She)"]),
    ("nor is an arrangement", "pay", ["[subject She] +is going=go", "open>0 to: pay (subject She)"]),
    ("quality", "be able to pay",
     ["[subject She] is=be.copula [complement able/adjective]", "open>0 to: pay (subject She)"]),
    ("quality behind another verb", "stand ready to pay",
     ["[subject She] stood=stand [complement ready/adjective]", "open>0 to: pay (subject She)"]),
    ("degree of a quality", "be too weak to walk",
     ["[subject She] is=be.copula [complement too weak/adjective]", "open>0 to: walk (subject She)"]),
    ("perfect below", "be said to leave",
     ["[subject It] +is said=say.passive", "open>0 to: +have=have left=leave.participle (subject It)"]),
    ("passive below", "have to be resolved",
     ["[subject It] had=have", "open>0 to: +be resolved=resolve.passive (subject It)"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "strings"), [pytest.param(*case[1:], id=case[0]) for case in NAMES])
def test_name_of_a_predicate(name: str, strings: list[str]) -> None:
    text, clauses = written(*strings)
    assert name_of(chain_of(text, clauses[-1])) == name


def test_arguments_of_all_verbs_without_subjects_and_bridges() -> None:
    text, (_, lower) = written(
        "[subject She] is=be.copula [complement able/adjective] [when today]",
        "open>0 to: pay (subject She) [object the fine]",
    )
    assert [argument.head.text for argument in arguments_of(chain_of(text, lower))] == ["today", "fine"]


def test_the_lower_verb_is_no_argument() -> None:
    text, (_, lower) = written("[subject She] vowed=vow [open>1]", "open>0 to: pay (subject She)")
    assert arguments_of(chain_of(text, lower)) == ()


def test_words_of_a_predicate_stand_in_the_order_of_the_text() -> None:
    text, (_, lower) = written(
        "[subject She] +had -not is=be.copula [complement able/adjective]", "open>0 to: pay (subject She)"
    )
    assert [word.text for word in chain_of(text, lower).words] == ["had", "not", "is", "able", "to", "pay"]
