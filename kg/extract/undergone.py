"""What is done to somebody where nobody is told who does it: "a blast *killing* 37 people"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.chains import Chain, words_of
from kg.extract.drafts import Draft, circumstances, was
from kg.extract.text import Text, is_nominal
from kg.grammar.clause import Argument, Clause
from kg.lexicon.participles import participle


def undergone_drafts(text: Text, clause: Clause) -> Iterator[Draft]:
    """Yield the passive of a participle without a subject: "a blast *killing 37 people*" says that 37 were killed.

    Args:
        text: the text that the clause stands in.
        clause: a verb; one that is finite or an infinitive has its subject elsewhere, or gives an order.
    """
    patient = clause.first("object")
    if patient is None or clause.first("subject") is not None or not _is_done(clause, patient):
        return
    chain = Chain((clause,))
    relation = f"be {participle(clause.lemma)}"
    others = [argument for argument in clause.arguments if argument != patient]
    yield Draft(
        rule="undergone",
        head=clause.head,
        subject=replace(patient, role="subject", marker=()),
        relation=relation,
        words=words_of(chain),
        object=None,
        circumstances=tuple(circumstances(chain, others)),
        chain=chain,
        phrase=f"{'being' if clause.form == 'gerund' else was(patient)} {participle(clause.lemma)}",
    )


def _is_done(clause: Clause, patient: Argument) -> bool:
    """Tell whether a participle has a thing behind it that it is done to."""
    if clause.form not in {"participle", "gerund"} or clause.voice == "passive" or clause.link.kind == "main":
        return False
    named = patient.clause is None and patient.phrase is not None and is_nominal(patient.head)
    return named and patient.head.index > clause.head.index
