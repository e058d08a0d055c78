import pytest

from kg.extract.arguments import ARGUMENT_RULES, arguments_of, is_small_clause
from kg.extract.prepositions import complex_preposition, is_discourse_marker
from kg.grammar.parse import Token, parse_of
from tests.extract.documents import parsed, word

CASES = [
    ("object", "fined", "object: bank",
     "The/DT/det/2 ministry/NN/nsubj/3 fined=fine/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3"),
    ("predicate noun", "is", "complement: firm",
     "Norlin/NN/nsubj/2 is=be/VBZ/ROOT/0 a/DT/det/4 firm/NN/attr/2"),
    ("predicate adjective", "is", "complement: ready",
     "The/DT/det/2 dam/NN/nsubj/3 is=be/VBZ/ROOT/0 ready/JJ/acomp/3"),
    ("object predicate", "named", "object: her, complement: director",
     "They/PRP/nsubj/2 named=name/VBD/ROOT/0 her/PRP/dobj/2 director/NN/oprd/2"),
    ("prepositional phrase", "works", "for: bank",
     "She/PRP/nsubj/2 works=work/VBZ/ROOT/0 for/IN/prep/2 the/DT/det/5 bank/NN/pobj/3"),
    ("agent of a passive", "taken", "by: Norland",
     "Lyon/NNP/nsubjpass/3 was=be/VBD/auxpass/3 taken=take/VBN/ROOT/0 by/IN/agent/3 Norland/NNP/pobj/4"),
    ("receiver without preposition", "gave", "to: nurse, object: medal",
     "She/PRP/nsubj/2 gave=give/VBD/ROOT/0 the/DT/det/4 nurse/NN/dative/2 a/DT/det/6 medal/NN/dobj/2"),
    ("receiver with preposition", "gave", "object: medal, to: nurse",
     "She/PRP/nsubj/2 gave=give/VBD/ROOT/0 a/DT/det/4 medal/NN/dobj/2 to/IN/dative/2 the/DT/det/7 nurse/NN/pobj/5"),
    ("receiver inside the thing given", "gave", "to: Department, object: powers",
     ("The/DT/det/2 king/NN/nsubj/3 gave=give/VBD/ROOT/0 the/DT/det/7 State/NNP/compound/6/ORG "
      "Department/NNP/compound/7/ORG powers=power/NNS/dobj/3")),
    ("no receiver inside a common compound", "gave", "object: powers",
     ("The/DT/det/2 king/NN/nsubj/3 gave=give/VBD/ROOT/0 the/DT/det/7 State/NNP/compound/6 "
      "Department/NNP/compound/7 powers=power/NNS/dobj/3")),
    ("no receiver of what is not given", "cut", "object: powers",
     ("The/DT/det/2 king/NN/nsubj/3 cut/VBD/ROOT/0 the/DT/det/7 State/NNP/compound/6/ORG "
      "Department/NNP/compound/7/ORG powers=power/NNS/dobj/3")),
    ("measure", "rose", "extent: points",
     "Shares=share/NNS/nsubj/2 rose=rise/VBD/ROOT/0 two/CD/nummod/4 points=point/NNS/npadvmod/2"),
    ("behind an adverb", "stands", "north of: Lyon",
     "The/DT/det/2 mill/NN/nsubj/3 stands=stand/VBZ/ROOT/0 north/RB/advmod/3 of/IN/prep/4 Lyon/NNP/pobj/5"),
    ("behind a particle adverb", "went", "to: Lyon",
     "He/PRP/nsubj/2 went=go/VBD/ROOT/0 back/RB/advmod/2 to/IN/prep/3 Lyon/NNP/pobj/4"),
    ("adjective with its preposition", "is", "aware of: risk",
     "The/DT/det/2 bank/NN/nsubj/3 is=be/VBZ/ROOT/0 aware/JJ/acomp/3 of/IN/prep/4 the/DT/det/7 risk/NN/pobj/5"),
    ("span opened by a participle", "pay", "from: July",
     ("Starting=start/VBG/advcl/8 from/IN/prep/1 July/NNP/pobj/2 ,/,/punct/8 the/DT/det/6 firm/NN/nsubj/8 "
      "will/MD/aux/8 pay/VB/ROOT/0")),
    ("clause without conjunction", "said", "clause: close",
     "The/DT/det/2 firm/NN/nsubj/3 said=say/VBD/ROOT/0 it/PRP/nsubj/6 would/MD/aux/6 close/VB/ccomp/3"),
    ("clause with that", "said", "clause: close",
     ("The/DT/det/2 firm/NN/nsubj/3 said=say/VBD/ROOT/0 that/IN/mark/7 it/PRP/nsubj/7 would/MD/aux/7 "
      "close/VB/ccomp/3")),
    ("clause with a conjunction", "closed", "because: rained",
     ("The/DT/det/2 bridge/NN/nsubj/3 was=be/VBD/auxpass/4 closed=close/VBN/ROOT/0 because/IN/mark/7 it/PRP/nsubj/7 "
      "rained=rain/VBD/advcl/4")),
    ("clause with a question word", "closed", "when: rained",
     ("The/DT/det/2 bridge/NN/nsubj/3 closed=close/VBD/ROOT/0 when/WRB/advmod/6 it/PRP/nsubj/6 "
      "rained=rain/VBD/advcl/3")),
    ("infinitive of purpose", "stopped", "to: rest",
     "The/DT/det/2 guests=guest/NNS/nsubj/3 stopped=stop/VBD/ROOT/0 to/TO/aux/5 rest/VB/advcl/3"),
    ("participle clause", "smiled", "participle: reading",
     "He/PRP/nsubj/2 smiled=smile/VBD/ROOT/0 ,/,/punct/2 reading=read/VBG/advcl/2 the/DT/det/6 letter/NN/dobj/4"),
    ("small clause", "let", "object: him, to: leave",
     "They/PRP/nsubj/2 let/VBD/ROOT/0 him=he/PRP/nsubj/4 leave/VB/ccomp/2"),
    ("small clause with to", "wanted", "object: him, to: leave",
     "They/PRP/nsubj/2 wanted=want/VBD/ROOT/0 him=he/PRP/nsubj/5 to/TO/aux/5 leave/VB/ccomp/2"),
    ("two words of preposition", "ran", "out of: money",
     "The/DT/det/2 firm/NN/nsubj/3 ran=run/VBD/ROOT/0 out/IN/prep/3 of/IN/prep/4 money/NN/pobj/5"),
    ("because of", "closed", "because of: rain",
     "The/DT/det/2 firm/NN/nsubj/3 closed=close/VBD/ROOT/0 because/IN/prep/3 of/IN/pcomp/4 rain/NN/pobj/4"),
    ("three words of preposition", "paid", "in accordance with: law, object: fine",
     ("In/IN/prep/9 accordance/NN/pobj/1 with/IN/prep/2 the/DT/det/5 law/NN/pobj/3 ,/,/punct/9 the/DT/det/8 "
      "firm/NN/nsubj/9 paid=pay/VBD/ROOT/0 a/DT/det/11 fine/NN/dobj/9")),
    ("discourse marker", "paid", "object: fine",
     ("For/IN/prep/6 example/NN/pobj/1 ,/,/punct/6 the/DT/det/5 firm/NN/nsubj/6 paid=pay/VBD/ROOT/0 a/DT/det/8 "
      "fine/NN/dobj/6")),
    ("longer phrase than a discourse marker", "paid", "for: example, object: fine",
     ("For/IN/prep/8 a/DT/det/4 bad/JJ/amod/4 example/NN/pobj/1 ,/,/punct/8 the/DT/det/7 firm/NN/nsubj/8 "
      "paid=pay/VBD/ROOT/0 a/DT/det/10 fine/NN/dobj/8")),
    ("two prepositions in one phrase", "ran", "to: barn, from: mill",
     "It/PRP/nsubj/2 ran=run/VBD/ROOT/0 to/IN/prep/2 barn/NN/pobj/3 from/IN/conj/3 the/DT/det/7 mill/NN/pobj/5"),
    ("gerund behind a preposition", "lives", "by: selling",
     "He/PRP/nsubj/2 lives=live/VBZ/ROOT/0 by/IN/prep/2 selling=sell/VBG/pcomp/3 tea/NN/dobj/4"),
    ("relative pronoun as object", "bought", "object: tea",
     ("The/DT/det/2 tea/NN/nsubj/6 that/WDT/dobj/5 she/PRP/nsubj/5 bought=buy/VBD/relcl/2 is=be/VBZ/ROOT/0 "
      "cold/JJ/acomp/6")),
    ("relative pronoun behind a preposition", "works", "for: bank",
     ("The/DT/det/2 bank/NN/nsubj/7 for/IN/prep/6 which/WDT/pobj/3 she/PRP/nsubj/6 works=work/VBZ/relcl/2 "
      "closed=close/VBD/ROOT/0")),
    ("stranded preposition", "works", "for: bank",
     "The/DT/det/2 bank/NN/nsubj/6 she/PRP/nsubj/4 works=work/VBZ/relcl/2 for/IN/prep/4 closed=close/VBD/ROOT/0"),
    ("where", "lived", "in: house",
     ("The/DT/det/2 house/NN/nsubj/6 where/WRB/advmod/5 she/PRP/nsubj/5 lived=live/VBD/relcl/2 "
      "burned=burn/VBD/ROOT/0")),
    ("gap without relative pronoun", "made", "object: claims",
     ("The/DT/det/2 claims=claim/NNS/nsubj/5 they/PRP/nsubj/4 made=make/VBD/relcl/2 were=be/VBD/ROOT/0 "
      "false/JJ/acomp/5")),
    ("no gap behind a noun of time", "met", "",
     "The/DT/det/2 year/NN/nsubj/5 they/PRP/nsubj/4 met=meet/VBD/relcl/2 was=be/VBD/ROOT/0 cold/JJ/acomp/5"),
    ("no gap beside an object", "made", "object: tea",
     ("The/DT/det/2 cups=cup/NNS/nsubj/7 they/PRP/nsubj/4 made=make/VBD/relcl/2 tea/NN/dobj/4 in/RB/advmod/4 "
      "broke=break/VBD/ROOT/0")),
    ("shared object", "heard", "object: appeal",
     ("The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 and/CC/cc/3 rejected=reject/VBD/conj/3 the/DT/det/7 "
      "appeal/NN/dobj/5")),
    ("no shared object of a verb with an own one", "heard", "object: plea",
     ("The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 a/DT/det/5 plea/NN/dobj/3 and/CC/cc/3 "
      "rejected=reject/VBD/conj/3 the/DT/det/9 appeal/NN/dobj/7")),
    ("no shared object in another form", "vaulted", "",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 vaulted=vault/VBN/ROOT/0 and/CC/cc/3 retains=retain/VBZ/conj/3 "
      "a/DT/det/7 roof/NN/dobj/5")),
    ("participial preposition", "varies", "depending on: weather",
     ("It/PRP/nsubj/2 varies=vary/VBZ/ROOT/0 ,/,/punct/2 depending=depend/VBG/advcl/2 on/IN/prep/4 "
      "weather/NN/pobj/5")),
    ("purpose in order", "dived", "to: see",
     ("They/PRP/nsubj/2 dived=dive/VBD/ROOT/0 in/IN/prep/2 order/NN/pobj/3 to/TO/aux/6 see/VB/acl/4 it/PRP/dobj/6")),
    ("instead of", "came", "instead of: rain",
     "Snow/NN/nsubj/2 came=come/VBD/ROOT/0 instead/RB/advmod/4 of/IN/prep/2 rain/NN/pobj/4"),
    ("a torn subject behind a preposition", "ran", "to: station",
     ("They/PRP/nsubj/2 ran=run/VBD/ROOT/0 to/IN/prep/2 the/DT/det/5 station/NN/nsubj/6 causing=cause/VBG/pcomp/3 "
      "queues=queue/NNS/dobj/6")),
    ("the subject of a torn clause", "show", "clause: fell",
     ("Figures=figure/NNS/nsubj/2 show/VBP/ROOT/0 prices=price/NNS/dobj/2 in/IN/prep/3 May/NNP/pobj/4 "
      "fell=fall/VBD/ccomp/2")),
    ("what an order is about", "ordered", "",
     "They/PRP/nsubj/2 ordered=order/VBD/ROOT/0 it/PRP/dobj/2 closed=close/VBN/acl/3"),
    ("a second object behind a comma", "drew", "object: thousands",
     ("It/PRP/nsubj/2 drew=draw/VBD/ROOT/0 thousands=thousand/NNS/dobj/2 ,/,/punct/2 a/DT/det/6 record/NN/dobj/2")),
    ("the name behind its description", "beat", "object: Norland",
     "They/PRP/nsubj/2 beat/VBD/ROOT/0 champions=champion/NNS/dobj/2 Norland/NNP/npadvmod/2/GPE"),
    ("a score once", "won", "extent: 2",
     "They/PRP/nsubj/2 won=win/VBD/ROOT/0 2/CD/npadvmod/2 –/:/punct/3 1/CD/npadvmod/2"),
    ("the half of an idiom", "took", "in: Lyon",
     "It/PRP/nsubj/2 took=take/VBD/ROOT/0 place/NN/dobj/2 in/IN/prep/2 Lyon/NNP/pobj/4"),
    ("an apposition behind a dash", "sold", "",
     "They/PRP/nsubjpass/2 sold=sell/VBN/ROOT/0 –/:/punct/2 a/DT/det/5 loss/NN/attr/2"),
    ("the receiver in a relative clause", "gave", "to: nurse, object: prize",
     ("The/DT/det/2 prize/NN/nsubj/8 that/WDT/dobj/5 they/PRP/nsubj/5 gave=give/VBD/relcl/2 the/DT/det/7 "
      "nurse/NN/dobj/5 vanished=vanish/VBD/ROOT/0")),
    ("a relative pronoun taken for a conjunction", "bought", "object: tea",
     ("The/DT/det/2 tea/NN/nsubj/6 that/IN/dobj/5 she/PRP/nsubj/5 bought=buy/VBD/relcl/2 is=be/VBZ/ROOT/0 "
      "cold/JJ/acomp/6")),
    ("setting of existence", "are", "complement: lakes, in: park",
     ("There/EX/expl/2 are=be/VBP/ROOT/0 two/CD/nummod/4 lakes=lake/NNS/attr/2 in/IN/prep/4 the/DT/det/7 "
      "park/NN/pobj/5")),
    ("no setting of existence in an of-phrase", "are", "complement: dozens",
     "There/EX/expl/2 are=be/VBP/ROOT/0 dozens=dozen/NNS/attr/2 of/IN/prep/3 lakes=lake/NNS/pobj/4"),
]  # fmt: skip
IN_TIME = [
    ("time without preposition", "closed", "when: month", {"last month": "2024-05"},
     "The/DT/det/2 shop/NN/nsubj/3 closed=close/VBD/ROOT/0 last/JJ/amod/5 month/NN/npadvmod/3"),
    ("adverb of time", "closed", "when: yesterday", {"yesterday": "2024-05-07"},
     "The/DT/det/2 shop/NN/nsubj/3 closed=close/VBD/ROOT/0 yesterday/RB/advmod/3"),
    ("time told twice", "runs", "through: March", {"March 11 this year": "2024-03-11"},
     ("It/PRP/nsubj/2 runs=run/VBZ/ROOT/0 through/IN/prep/2 March/NNP/pobj/3 11/CD/nummod/4 this/DT/det/7 "
      "year/NN/npadvmod/2")),
    ("time at a name", "taken", "by: Norland, in: 2010", {"2010": "2010"},
     ("Lyon/NNP/nsubjpass/3 was=be/VBD/auxpass/3 taken=take/VBN/ROOT/0 by/IN/agent/3 Norland/NNP/pobj/4 "
      "in/IN/prep/5 2010/CD/pobj/6")),
    ("day at a common noun", "honoured", "object: Silva, for: courage, on: Monday", {"Monday": "2024-05-06"},
     ("The/DT/det/2 city/NN/nsubj/3 honoured=honour/VBD/ROOT/0 Silva/NNP/dobj/3 for/IN/prep/3 courage/NN/pobj/5 "
      "on/IN/prep/6 Monday/NNP/pobj/7")),
    ("month at a common noun stays there", "honoured", "object: Silva, for: courage", {"May": "2024-05"},
     ("The/DT/det/2 city/NN/nsubj/3 honoured=honour/VBD/ROOT/0 Silva/NNP/dobj/3 for/IN/prep/3 courage/NN/pobj/5 "
      "in/IN/prep/6 May/NNP/pobj/7")),
]  # fmt: skip


def roles(verb: Token) -> str:
    return ", ".join(f"{argument.role}: {argument.head.text}" for argument in arguments_of(verb))


@pytest.mark.parametrize(("verb", "expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_arguments_of_a_verb(verb: str, expected: str, written: str) -> None:
    assert roles(word(parsed(written), verb)) == expected


@pytest.mark.parametrize(
    ("verb", "expected", "times", "written"), [pytest.param(*case[1:], id=case[0]) for case in IN_TIME]
)
def test_times_around_a_verb(verb: str, expected: str, times: dict[str, str], written: str) -> None:
    assert roles(word(parsed(written, times=times), verb)) == expected


RULES_OF_WORDS = [
    ("small-clause-of-a-quality", "unlawful",
     ("The/DT/det/2 ruling/NN/nsubj/3 made=make/VBD/ROOT/0 the/DT/det/5 tax/NN/nsubj/6 unlawful/JJ/ccomp/3")),
    ("adjective-with-preposition", "aware",
     "The/DT/det/2 bank/NN/nsubj/3 is=be/VBZ/ROOT/0 aware/JJ/acomp/3 of/IN/prep/4 the/DT/det/7 risk/NN/pobj/5"),
    ("core", "bank",
     "The/DT/det/2 ministry/NN/nsubj/3 closed=close/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3"),
    ("prepositional", "for",
     "She/PRP/nsubj/2 works=work/VBZ/ROOT/0 for/IN/prep/2 the/DT/det/5 bank/NN/pobj/3"),
    ("behind-adverb", "north",
     "The/DT/det/2 mill/NN/nsubj/3 stands=stand/VBZ/ROOT/0 north/RB/advmod/3 of/IN/prep/4 Lyon/NNP/pobj/5"),
    ("recipient", "nurse",
     "She/PRP/nsubj/2 gave=give/VBD/ROOT/0 the/DT/det/4 nurse/NN/dative/2 a/DT/det/6 medal/NN/dobj/2"),
    ("when", "month",
     "The/DT/det/2 shop/NN/nsubj/3 closed=close/VBD/ROOT/0 last/JJ/amod/5 month/NN/npadvmod/3"),
    ("extent", "points",
     "Shares=share/NNS/nsubj/2 rose=rise/VBD/ROOT/0 two/CD/nummod/4 points=point/NNS/npadvmod/2"),
    ("opened-span", "Starting",
     ("Starting=start/VBG/advcl/8 from/IN/prep/1 July/NNP/pobj/2 ,/,/punct/8 the/DT/det/6 firm/NN/nsubj/8 "
      "will/MD/aux/8 pay/VB/ROOT/0")),
    ("participial-preposition", "depending",
     ("It/PRP/nsubj/2 varies=vary/VBZ/ROOT/0 ,/,/punct/2 depending=depend/VBG/advcl/2 on/IN/prep/4 "
      "weather/NN/pobj/5")),
    ("clause", "close",
     "The/DT/det/2 firm/NN/nsubj/3 said=say/VBD/ROOT/0 it/PRP/nsubj/6 would/MD/aux/6 close/VB/ccomp/3"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "written"), RULES_OF_WORDS)
def test_each_rule_is_the_first_that_fits_its_word(rule: str, text: str, written: str) -> None:
    doc = parsed(written, times={"last month": "2024-05"} if rule == "when" else {})
    found = word(doc, text)
    fitting = (name for name, each in ARGUMENT_RULES.items() if found.dep_ in each.dependencies and each.fits(found))
    assert next(fitting) == rule


def test_every_rule_is_tested() -> None:
    assert [rule for rule, *_ in RULES_OF_WORDS] == list(ARGUMENT_RULES)


def test_marker_holds_all_words_of_a_preposition() -> None:
    doc = parsed(
        "In/IN/prep/9 accordance/NN/pobj/1 with/IN/prep/2 the/DT/det/5 law/NN/pobj/3 ,/,/punct/9 "
        "the/DT/det/8 firm/NN/nsubj/9 paid=pay/VBD/ROOT/0 a/DT/det/11 fine/NN/dobj/9"
    )
    law = next(argument for argument in arguments_of(word(doc, "paid")) if argument.head.text == "law")
    assert [token.text for token in law.marker] == ["In", "accordance", "with"]
    assert not law.core


def test_complex_preposition_needs_its_three_words_side_by_side() -> None:
    doc = parsed(
        "In/IN/prep/10 full/JJ/amod/3 accordance/NN/pobj/1 with/IN/prep/3 the/DT/det/6 law/NN/pobj/4 "
        ",/,/punct/10 the/DT/det/9 firm/NN/nsubj/10 paid=pay/VBD/ROOT/0"
    )
    assert complex_preposition(parse_of(doc)[0]) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("In/IN/prep/6 turn/NN/pobj/1 ,/,/punct/6 the/DT/det/5 firm/NN/nsubj/6 paid=pay/VBD/ROOT/0", True),
        ("In/IN/prep/6 May/NNP/pobj/1 ,/,/punct/6 the/DT/det/5 firm/NN/nsubj/6 paid=pay/VBD/ROOT/0", False),
        ("In/IN/prep/6 fact/NN/pobj/1 ,/,/punct/6 the/DT/det/5 firm/NN/nsubj/6 paid=pay/VBD/ROOT/0", True),
    ],
)
def test_discourse_markers(written: str, expected: bool) -> None:
    assert is_discourse_marker(parse_of(parsed(written))[0]) is expected


@pytest.mark.parametrize(
    ("verb", "written", "expected"),
    [
        ("leave", "They/PRP/nsubj/2 let/VBD/ROOT/0 him=he/PRP/nsubj/4 leave/VB/ccomp/2", True),
        ("leave", "They/PRP/nsubj/2 wanted=want/VBD/ROOT/0 him=he/PRP/nsubj/5 to/TO/aux/5 leave/VB/ccomp/2", True),
        ("left", "They/PRP/nsubj/2 said=say/VBD/ROOT/0 he/PRP/nsubj/4 left=leave/VBD/ccomp/2", False),
        ("leave", "They/PRP/nsubj/2 said=say/VBD/ROOT/0 he/PRP/nsubj/5 would/MD/aux/5 leave/VB/ccomp/2", False),
    ],
)
def test_small_clauses(verb: str, written: str, expected: bool) -> None:
    assert is_small_clause(word(parsed(written), verb)) is expected
