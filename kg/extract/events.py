"""What nouns that stand for an event state: "imposed *sanctions* on the bank" says that the bank was sanctioned.

A noun and the verb that only carries it ("announced a ban", "launched an attack") make one statement.
"""

import typing as t
from collections.abc import Callable

from kg.extract.chains import Chain, chain_of, words_of
from kg.extract.drafts import Circumstance, Draft, circumstances
from kg.extract.text import Text, is_nominal
from kg.grammar.clause import Argument, Clause
from kg.grammar.participles import participle
from kg.lexicon import verbs

Test: t.TypeAlias = Callable[[Text, Clause], bool]


def carrier_of(text: Text, noun: Clause) -> Clause | None:
    """Return the verb that only carries an event noun: "*announced* a ban", "a ban was *announced*"."""
    verb = text.clauses.get(noun.link.above) if noun.link.kind == "argument" and noun.link.above is not None else None
    if verb is None or verb.lemma not in verbs("support") or verb.kind != "verb" or verb.particles:
        return None
    role: t.Literal["subject", "object"] = "subject" if verb.voice == "passive" else "object"
    carried = any(argument.head == noun.head for argument in verb.all(role))
    return verb if carried else None


def is_carried(text: Text, noun: Clause) -> bool:
    """Tell whether an event noun and the verb above it tell one event, of which the noun has more than the verb."""
    return carrier_of(text, noun) is not None and _object(noun) is not None


def carries(text: Text, clause: Clause) -> bool:
    """It only carries a noun that tells the event: "*announced* a ban on imports"."""
    return any(below.kind == "noun" and is_carried(text, below) for below in text.below(clause))


def _object(noun: Clause) -> Argument | None:
    """Return what the event is done to or directed at, where it is a thing."""
    found = [a for a in noun.all("object", "oblique") if a.phrase is not None and is_nominal(a.head)]
    direct = [a for a in found if a.role == "object"]
    return next(iter(direct or found), None)


def _agent(text: Text, noun: Clause, carrier: Clause | None) -> Argument | None:
    """Return who does it: as the noun tells, else the subject of the verb that carries it."""
    own = next((a for a in noun.all("subject") if a.phrase is not None and is_nominal(a.head)), None)
    if carrier is None:
        return own
    doer = carrier.first("agent") if carrier.voice == "passive" else carrier.first("subject")
    return doer if doer is not None and doer.phrase is not None else own


def event_draft(text: Text, noun: Clause) -> Draft | None:
    """Return what an event noun states, or None where it has no participant."""
    carrier = carrier_of(text, noun) if is_carried(text, noun) else None
    agent, target = _agent(text, noun, carrier), _object(noun)
    chain = chain_of(text, carrier) if carrier is not None else None
    if agent is not None and target is not None and agent.head != target.head:
        return _active(noun, chain, agent, target)
    if target is not None and target.role == "object":
        return _passive(noun, chain, target)
    return _intransitive(noun, agent) if agent is not None and target is None else None


def _active(noun: Clause, chain: Chain | None, agent: Argument, target: Argument) -> Draft:
    preposition = target.preposition if target.role == "oblique" else ""
    relation = f"{noun.lemma} {preposition}".strip()
    return _draft("event-noun", noun, chain, agent, relation, target)


def _passive(noun: Clause, chain: Chain | None, target: Argument) -> Draft:
    return _draft("event-noun-passive", noun, chain, target, f"be {participle(noun.lemma)}", None)


def _intransitive(noun: Clause, agent: Argument) -> Draft:
    return _draft("event-noun-intransitive", noun, None, agent, noun.lemma, None)


def _draft(
    rule: str, noun: Clause, chain: Chain | None, subject: Argument, relation: str, target: Argument | None
) -> Draft:
    taken = {subject.head, *([target.head] if target is not None else []), noun.head}
    around = [a for clause in (chain.clauses if chain else ()) for a in clause.arguments]
    others = [a for a in (*noun.arguments, *around) if a.head not in taken and _qualifies(a)]
    own = chain if chain is not None else Chain((noun,))
    words = (*words_of(own), noun.head)
    whole = Chain((*chain.clauses,), chain.bonds) if chain is not None else own
    return Draft(
        rule=rule,
        head=noun.head,
        subject=subject,
        relation=relation,
        words=tuple(sorted(set(words), key=lambda word: word.index)),
        object=target,
        circumstances=_distinct(circumstances(whole, others)),
        chain=whole,
        phrase=relation,
        certainty=noun.certainty,
    )


def _qualifies(argument: Argument) -> bool:
    """Tell whether an argument is a circumstance of the event: no second subject, no infinitive that fills the noun."""
    return argument.role not in {"subject", "open", "content", "agent"}


def _distinct(found: t.Iterable[Circumstance]) -> tuple[Circumstance, ...]:
    """Return circumstances, each head word once."""
    return tuple({each.argument.head: each for each in reversed(list(found))}.values())[::-1]
