"""What is done to somebody where nobody is told who does it ("a blast *killing* two"), and what a noun may tell."""

import typing as t
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.chains import Chain, words_of
from kg.extract.drafts import Draft, circumstances, drafts_of, was
from kg.extract.text import Text
from kg.grammar.clause import Argument, Clause
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.verb_forms import participle

HAPPENINGS: t.Final = frozenset({"act", "communication", "event", "phenomenon", "process", "state"})
"""The kinds of nouns (WordNet's lexicographer files) that mean what happens or is said, and not what takes part."""

CORE: t.Final = frozenset({"subject", "object"})
"""The roles that only a phrase of the noun itself fills: what stands elsewhere takes part in the verb above."""


def agentless_drafts(text: Text, clause: Clause) -> Iterator[Draft]:
    """Yield the passive of a participle without a subject: "a blast *killing 37 people*" says that 37 were killed.

    Args:
        text: the text that the clause stands in.
        clause: a verb without a subject; one that is finite or an infinitive has it elsewhere, or gives an order.
    """
    patient = clause.first("object")
    done = clause.form in {"participle", "gerund"} and clause.link.kind != "main"
    if done and patient is not None and patient.phrase is not None:
        yield _passive(text, clause, patient)


def learned_drafts(text: Text, noun: Clause) -> Iterator[Draft]:
    """Yield what an event noun tells by the learned roles of the phrases around it, where no frame tells more.

    For example "the *departure* from France of the airliner" says that the airliner departed from France.

    Args:
        text: the text that the noun stands in.
        noun: the clause of an event noun.
    """
    if noun.link.above is None or noun_supersense(noun.head.lemma) not in HAPPENINGS:
        return  # what stands alone is mostly a verb that the parser took for a noun
    inside = text.phrase(noun.head)
    own = [a for a in noun.arguments if a.role not in CORE or a.head.index in range(inside.start, inside.end)]
    event = replace(noun, arguments=tuple(own))
    patient = event.first("object")
    if event.first("subject") is not None:
        yield from drafts_of(text, Chain((event,)))
    elif patient is not None and patient.phrase is not None:
        yield _passive(text, event, patient)


def _passive(text: Text, clause: Clause, patient: Argument) -> Draft:
    chain = Chain((clause,))
    relation = f"be {participle(clause.lemma)}"
    others = [argument for argument in clause.arguments if argument != patient]
    return Draft(
        rule="agentless",
        head=clause.head,
        subject=replace(patient, role="subject", marker=()),
        relation=relation,
        words=words_of(chain),
        object=None,
        circumstances=tuple(circumstances(text, others)),
        chain=chain,
        phrase=f"{'being' if clause.form == 'gerund' else was(patient)} {participle(clause.lemma)}",
        certainty=clause.certainty,
    )
