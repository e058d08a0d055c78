"""Parse errors that the words around show for certain, put right before the rules read a parse: a table of repairs."""

import functools
import typing as t
from collections.abc import Iterator, Sequence

from kg.grammar.repairs.clauses import (
    coordinated_clause_subject,
    finite_beside_infinitive,
    goal_behind_contact_clause,
    noun_taken_for_infinitive,
    shown_clause,
)
from kg.grammar.repairs.phrases import (
    amount_beside_person,
    measured_quality,
    measured_time,
    misread_object,
    name_taken_for_pronoun,
    names_behind_description,
    object_of_let,
    particle_of_state,
    phrase_of_apposition,
    torn_noun_phrase,
    torn_range,
)
from kg.grammar.repairs.repair import Repair, RepairRule
from kg.grammar.repairs.reports import (
    circumstance_of_report,
    parallel_tense,
    parallel_verb,
    reduced_report,
    report_behind_clause,
    second_report,
    trailing_report,
    verb_beside_report,
)
from kg.grammar.repairs.verbs import (
    base_form_taken_for_participle,
    gerund_taken_for_quality,
    mentioned_verb,
    noun_taken_for_verb,
    parallel_infinitive,
    parallel_participle,
    participle_taken_for_past,
    participle_taken_for_subject,
    passive_behind_copula,
    verb_taken_for_auxiliary,
    verb_taken_for_noun,
)
from kg.lexicon.tables import REMEMBERED

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

REPAIRS: t.Final[t.Mapping[str, RepairRule]] = {
    "base-form-taken-for-participle": RepairRule(
        base_form_taken_for_participle, tags=frozenset({"VBN", "VBD", "VBG", "VBP"})
    ),
    "mentioned-verb": RepairRule(mentioned_verb, tags=frozenset({"VB", "VBP"})),
    "gerund-taken-for-quality": RepairRule(
        gerund_taken_for_quality, dependencies=frozenset({"amod"}), tags=frozenset({"VBG"})
    ),
    "finite-beside-infinitive": RepairRule(
        finite_beside_infinitive, dependencies=frozenset({"conj"}), tags=frozenset({"VB", "VBP", "VBZ"})
    ),
    "passive-behind-copula": RepairRule(passive_behind_copula, dependencies=frozenset({"acomp"})),
    "parallel-verb": RepairRule(parallel_verb, dependencies=frozenset({"conj"})),
    "parallel-tense": RepairRule(parallel_tense, dependencies=frozenset({"conj"})),
    "reduced-report": RepairRule(reduced_report, tags=frozenset({"VBD", "VBN"})),
    "circumstance-of-report": RepairRule(circumstance_of_report, dependencies=frozenset({"prep"})),
    "verb-beside-report": RepairRule(verb_beside_report, dependencies=frozenset({"conj"}), tags=frozenset({"VBD"})),
    "second-report": RepairRule(second_report, dependencies=frozenset({"conj"})),
    "trailing-report": RepairRule(trailing_report, tags=frozenset({"VBD", "VBZ"})),
    "report-behind-clause": RepairRule(report_behind_clause, dependencies=frozenset({"conj"}), tags=frozenset({"VBD"})),
    "amount-beside-person": RepairRule(amount_beside_person, dependencies=frozenset({"dobj", "appos"})),
    "phrase-of-apposition": RepairRule(phrase_of_apposition, dependencies=frozenset({"prep"})),
    "particle-of-state": RepairRule(particle_of_state, dependencies=frozenset({"prt"})),
    "name-taken-for-pronoun": RepairRule(name_taken_for_pronoun, tags=frozenset({"WP"})),
    "measured-quality": RepairRule(measured_quality, dependencies=frozenset({"nsubj"})),
    "measured-time": RepairRule(measured_time, dependencies=frozenset({"npadvmod"})),
    "object-of-let": RepairRule(object_of_let, dependencies=frozenset({"ccomp", "nsubj"}), tags=frozenset({"NNS"})),
    "noun-taken-for-verb": RepairRule(noun_taken_for_verb, tags=frozenset({"VBZ"})),
    "names-behind-description": RepairRule(names_behind_description, dependencies=frozenset({"appos"})),
    "misread-object": RepairRule(misread_object, dependencies=frozenset({"ccomp"})),
    "torn-noun-phrase": RepairRule(torn_noun_phrase, dependencies=frozenset({"nsubj", "nsubjpass"})),
    "torn-range": RepairRule(torn_range, dependencies=frozenset({"conj"})),
    "goal-behind-contact-clause": RepairRule(goal_behind_contact_clause, dependencies=frozenset({"prep", "dative"})),
    "shown-clause": RepairRule(shown_clause, dependencies=frozenset({"ccomp"}), tags=frozenset({"VB"})),
    "coordinated-clause-subject": RepairRule(coordinated_clause_subject, dependencies=frozenset({"conj"})),
    "noun-taken-for-infinitive": RepairRule(
        noun_taken_for_infinitive, dependencies=frozenset({"xcomp"}), tags=frozenset({"VB"})
    ),
    "verb-taken-for-noun": RepairRule(
        verb_taken_for_noun,
        dependencies=frozenset({"compound", "nmod", "amod", "conj"}),
        tags=frozenset({"NN", "VB", "VBP"}),
    ),
    "parallel-infinitive": RepairRule(parallel_infinitive, dependencies=frozenset({"conj"}), tags=frozenset({"VB"})),
    "participle-taken-for-past": RepairRule(
        participle_taken_for_past,
        dependencies=frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl"}),
        tags=frozenset({"VBD", "VBN"}),
    ),
    "participle-taken-for-subject": RepairRule(
        participle_taken_for_subject, dependencies=frozenset({"csubj", "csubjpass"}), tags=frozenset({"VBD", "VBN"})
    ),
    "verb-taken-for-auxiliary": RepairRule(
        verb_taken_for_auxiliary, dependencies=frozenset({"aux"}), tags=frozenset({"VBD", "VBZ"})
    ),
    "parallel-participle": RepairRule(
        parallel_participle, dependencies=frozenset({"conj"}), tags=frozenset({"VBD", "VBN"})
    ),
}


@functools.lru_cache(maxsize=REMEMBERED)
def _rules_for(dependency: str, tag: str) -> tuple[tuple[str, RepairRule], ...]:
    """Return the rules for a token with this dependency and tag, by name."""
    return tuple(
        (name, rule)
        for name, rule in REPAIRS.items()
        if dependency in (rule.dependencies or {dependency}) and tag in (rule.tags or {tag})
    )


def repairs(tokens: Sequence["Token"]) -> Iterator[tuple[str, tuple[Repair, ...]]]:
    """Yield the repairs of a parse: the name of each, and what it does to one token or several.

    Args:
        tokens: the tokens of a whole parse, tied to their heads.
    """
    for word in tokens:
        for name, rule in _rules_for(word.dep_, word.tag_):
            mended = rule.mend(word)
            if mended:
                yield name, mended
                break
