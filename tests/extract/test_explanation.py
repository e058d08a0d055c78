from dataclasses import replace
from datetime import date

import pytest
from spacy.language import Language

from kg import explain
from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.errors import InputError, UsageError
from kg.extract import claims
from kg.extract.confidence import confidence
from kg.extract.explanation import (
    BELOW_THRESHOLD,
    MOST_WEIGHTY,
    UNRESOLVED,
    ExplainedArgument,
    Explanation,
    explanation,
    weightiest,
)
from kg.extract.objects import OBJECTS
from kg.extract.outcomes import DOUBTFUL, read_text
from kg.extract.reasons import REASONS
from kg.extract.rules import Rule, claim_meanings, rules
from kg.grammar.parse import parse_of
from kg.grammar.table import ParsedWord
from kg.lexicon.learned import learned
from kg.resolve.assemble import SAME_ENTITY
from kg.stages import run_documents
from tests.extract.documents import parsed

TEXT = (
    "Mayor Ana Duarte, a nurse, opened the bridge in Lisbon. She announced a ban on lorries. It rained. "
    "The city's firms, including Norlin Ferries, may sue the Lisbon-based council, its lawyer said. "
    "The firm vowed to keep selling tickets if rents fall. Who pays? The arrest of Rui Braga was a surprise."
)
CLOSED = "The/DT/det/2 ministry/NN/nsubj/3 closed=close/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3 ././punct/3"
SNOW = "Snow=Snow/NN/nsubj/8 fell=fall/VBD/ROOT/0 ././punct/8"
WILL_NOT = (
    "The/DT/det/2 ministry/NN/nsubj/5 will/MD/aux/5 not/RB/neg/5 close/VB/ROOT/0 "
    "the/DT/det/7 bank/NN/dobj/5 ././punct/5"
)
ORDER = "Close/VB/ROOT/0 the/DT/det/4 old/JJ/amod/4 door/NN/dobj/1 ././punct/1"
ITS_SHARE = "Its=its/PRP$/poss/2 share/NN/nsubj/3 grew=grow/VBD/ROOT/0 ././punct/3"
IT_CLOSED = "It/PRP/nsubj/2 closed=close/VBD/ROOT/0 the/DT/det/4 bank/NN/dobj/2 ././punct/2"


def of(written: str, min_confidence: float = 0.0) -> Explanation:
    return explanation(parsed(written), min_confidence=min_confidence)


def test_words_count_from_one_in_each_sentence() -> None:
    first, second = of(f"{CLOSED} {SNOW}").sentences
    assert first.words[1] == ParsedWord(2, "ministry", "NN", "nsubj", 3)
    assert first.words[2] == ParsedWord(3, "closed", "VBD", "ROOT", 0)
    assert [word.number for word in second.words] == [1, 2, 3]
    assert [word.head for word in second.words] == [2, 0, 2]


def test_sentence_is_its_slice() -> None:
    explained = of(f"{CLOSED} {SNOW}")
    assert [sentence.text for sentence in explained.sentences] == ["The ministry closed the bank.", "Snow fell."]
    for sentence in explained.sentences:
        assert explained.document.text[sentence.span.start : sentence.span.end] == sentence.text


def test_a_kept_claim_has_its_rule_and_cues() -> None:
    (sentence,) = of(WILL_NOT).sentences
    (kept,) = sentence.kept
    assert (kept.claim.relation, kept.claim.negated, kept.claim.modality) == ("close", True, "planned")
    assert kept.meaning == (OBJECTS["object"].__doc__ or "").split("\n")[0]
    assert kept.status == "planned"
    assert kept.cues == ("will not",)
    assert sentence.unclaimed is None
    assert sentence.rejected == ()


def test_all_claims_of_the_rules_are_explained() -> None:
    doc = parsed(f"{CLOSED} {SNOW}")
    explained = [each.claim for sentence in explanation(doc, min_confidence=0.0).sentences for each in sentence.claims]
    assert explained == list(claims(doc))


def test_a_claim_below_the_threshold_is_rejected() -> None:
    (sentence,) = of(CLOSED, min_confidence=1.0).sentences
    assert sentence.kept == ()
    assert [each.rejection for each in sentence.rejected] == [BELOW_THRESHOLD]
    assert sentence.unclaimed == DOUBTFUL


def test_a_claim_at_the_threshold_is_kept() -> None:
    (kept,) = of(CLOSED).sentences[0].kept
    assert of(CLOSED, min_confidence=kept.claim.evidence.confidence).sentences[0].kept == (kept,)


def test_a_pronoun_that_nothing_explains_is_named() -> None:
    (sentence,) = of(IT_CLOSED).sentences
    assert [each.rejection for each in sentence.rejected] == ['the pronoun "It" is unresolved']
    assert sentence.unclaimed == UNRESOLVED


def test_the_pronoun_of_a_description_is_named() -> None:
    (sentence,) = of(ITS_SHARE).sentences
    (reason,) = {each.rejection for each in sentence.rejected}
    assert reason == 'the pronoun "Its" is unresolved'


def test_a_pronoun_with_a_chain_is_kept() -> None:
    doc = parsed(f"{CLOSED} It/PRP/nsubj/8 sold=sell/VBD/ROOT/0 the/DT/det/10 house/NN/dobj/8 ././punct/8")
    ministry, it = (claim.subject for claim in claims(doc))
    doc._.kg_chains = ((ministry, it),)
    assert [len(sentence.kept) for sentence in explanation(doc, min_confidence=0.0).sentences] == [1, 1]


def test_a_thing_related_to_itself_is_rejected() -> None:
    doc = parsed(CLOSED)
    (claim,) = claims(doc)
    assert claim.object is not None
    doc._.kg_chains = ((claim.subject, replace(claim.object, type=claim.subject.type)),)
    (sentence,) = explanation(doc, min_confidence=0.0).sentences
    assert [each.rejection for each in sentence.rejected] == [SAME_ENTITY]


def test_a_time_is_no_speaker() -> None:
    doc = parsed(
        "The/DT/det/2 ministry/NN/nsubj/3 closed=close/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3 "
        "according/VBG/prep/3 to/IN/prep/6 May/NNP/pobj/7/DATE ././punct/3",
        times={"May": "2020-05"},
    )
    (claim,) = claims(doc)
    assert claim.speaker is None
    assert [each.role for each in claim.qualifiers] == ["according to"]


@pytest.mark.parametrize(
    ("written", "reason"),
    [("Old/JJ/amod/2 bridges=bridge/NNS/ROOT/0", "fewer than three words"), (ORDER, "order"), (CLOSED, None)],
)
def test_a_sentence_without_claims_says_why(written: str, reason: str | None) -> None:
    assert of(written).sentences[0].unclaimed == reason


def test_a_clause_has_its_arguments_and_its_rule() -> None:
    clause = of(WILL_NOT).sentences[0].clauses[0]
    assert (clause.predicate, clause.kind, clause.link, clause.becomes) == (
        "will not close",
        "verb",
        "main",
        "statement",
    )
    assert [rule.name for rule in clause.rules] == ["object"]
    assert clause.arguments == (
        ExplainedArgument("subject", "", "The ministry", "", 0.9),
        ExplainedArgument("object", "", "the bank", "", 0.85),
    )
    assert clause.unread == ()


def test_a_clause_that_is_no_statement_has_the_reason() -> None:
    clause = of(ORDER).sentences[0].clauses[0]
    assert clause.becomes == "order"
    assert [(rule.name, rule.meaning) for rule in clause.rules] == [
        ("order", (REASONS["order"].test.__doc__ or "").split("\n")[0])
    ]


def test_what_fills_in_an_argument_is_no_label_of_the_parser(nlp: Language) -> None:
    (sentence,) = explain("Norlin Ferries announced a ban on lorries.", model=nlp).sentences
    ban = next(clause for clause in sentence.clauses if clause.kind == "noun")
    assert ban.becomes == "statement"
    assert {argument.filled_by for argument in ban.arguments} == {"weights"}


def test_weights_are_those_of_the_confidence() -> None:
    raised, lowered = weightiest(learned("confidence"))
    assert [each.weight for each in raised] == sorted(learned("confidence").values(), reverse=True)[:MOST_WEIGHTY]
    assert [each.weight for each in lowered] == sorted(learned("confidence").values())[:MOST_WEIGHTY]


def test_each_weight_moves_the_confidence_its_way() -> None:
    (kept,) = of(CLOSED).sentences[0].kept
    assert kept.raised
    assert all(confidence([each.feature]) > 0.5 for each in kept.raised)
    assert all(confidence([each.feature]) < 0.5 for each in kept.lowered)


def test_unknown_features_move_nothing() -> None:
    assert weightiest(["no such feature"]) == ((), ())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.table}: {rule.name}")
def test_every_rule_says_what_it_means(rule: Rule) -> None:
    assert rule.meaning[-1] in '.”"'
    assert "_" not in rule.name


def test_every_claim_and_every_clause_has_the_meaning_of_its_rule(nlp: Language) -> None:
    for sentence in explain(TEXT, model=nlp, min_confidence=0.0).sentences:
        assert all(claim.meaning == claim_meanings()[claim.claim.evidence.rule] for claim in sentence.claims)
        assert all(rule.meaning for clause in sentence.clauses for rule in clause.rules)


def test_every_clause_is_explained() -> None:
    doc = parsed(f"{CLOSED} {SNOW}")
    predicates = [clause.predicate for sentence in explanation(doc).sentences for clause in sentence.clauses]
    assert predicates == [read.clause.head.text for read in read_text(parse_of(doc)).clauses]


def test_the_text_is_parsed_and_its_date_counts(nlp: Language) -> None:
    explained = explain("The Lisbon council closed the bridge on Monday.", model=nlp, date=date(2023, 5, 10))
    assert explained.min_confidence == DEFAULT_MIN_CONFIDENCE
    (kept,) = explained.sentences[0].kept
    assert kept.claim.time is not None
    assert kept.claim.time.value == "2023-05-08"


def test_what_is_kept_is_what_the_graph_is_made_of(nlp: Language) -> None:
    explained = explain(TEXT, model=nlp)
    kept = {each.claim for sentence in explained.sentences for each in sentence.kept}
    assert len(kept) > 5
    assert kept == set(run_documents([explained.document], model=nlp, extractors={"rules": claims}).graph.claims)


def test_a_fragment_is_explained_although_it_is_no_prose(nlp: Language) -> None:
    (sentence,) = explain("Old stone bridge", model=nlp).sentences
    assert sentence.unclaimed == "no predicate"


def test_nothing_to_explain() -> None:
    with pytest.raises(InputError, match="empty"):
        explain(" \n")


def test_a_threshold_that_is_no_confidence() -> None:
    with pytest.raises(UsageError, match=r"1\.5"):
        explain("Snow fell.", min_confidence=1.5)


def test_explanation_names_the_corrections_of_the_parse() -> None:
    found = of("They/PRP/nsubj/4 had=have/VBD/aux/4 never/RB/neg/4 invaded=invade/VBD/ROOT/0 it/PRP/dobj/4")
    corrected = {word.text: word.repair for word in found.sentences[0].words if word.repair}
    assert corrected == {"invaded": "participle-after-have"}
