"""Facts that noun phrases state without a verb of their own: a table of rules."""

import functools
import typing as t
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.appositions import (
    OWNERS,
    PLACES,
    address,
    age,
    apposition,
    fronted_apposition,
    named_by,
    role,
    stated,
    title,
)
from kg.extract.arguments import arguments_of
from kg.extract.event_nouns import event_agent, event_nouns, is_event, light_verb
from kg.extract.lemmas import base_form
from kg.extract.predications import AGENT, COMPLEMENT, OBJECT, WHEN, Argument, Predication
from kg.extract.prepositions import listed_among, prepositional
from kg.extract.subjects import subject_of
from kg.extract.syntax import SUBJECTS, child, children, conjuncts, in_text_order, is_passive, is_verb
from kg.grammar.parse import Parse, Token
from kg.lexicon.tables import REMEMBERED
from kg.reference.completion import is_infinitive
from kg.reference.phrases import HANDING_VERBS, entity_of, label_range
from kg.times import time_at

NounRule: t.TypeAlias = Callable[[Token], Iterator[Predication]]
ARTICLES: t.Final = frozenset({"the", "a", "an", "this", "that", "these", "those"})
COMPOUND_AGENTS: t.Final = {
    "led": "lead",
    "backed": "back",
    "owned": "own",
    "funded": "fund",
    "run": "run",
    "controlled": "control",
    "sponsored": "sponsor",
    "built": "build",
}
HELD_NOUNS: t.Final = frozenset({"access", "command", "control", "ownership", "possession", "use"})
"""What one has who is given it."""
COMPOUND_PARTICIPLES: t.Final = {"based": "be based in", "born": "be born in", "headquartered": "be headquartered in"}


def compound_participle(noun: Token) -> Iterator[Predication]:
    """A hyphenated participle tells a place: "*Lyon-based* firm" says that the firm is based in Lyon."""
    for participle in children(noun, "amod"):
        name = COMPOUND_PARTICIPLES.get(participle.lower_)
        place = child(participle, "npadvmod", "compound", "nmod", "amod") if name else None
        if name and place is not None and place.i < participle.i and (place.ent_type_ or place.pos_ == "PROPN"):
            where = Argument(COMPLEMENT, place)
            found = stated("compound-participle", participle, named_by(noun), name, where, words=[participle])
            yield replace(found, governor=noun)


def compound_agent(noun: Token) -> Iterator[Predication]:
    """A hyphenated participle tells who does it: "*state-owned* bank" says that the state owns the bank."""
    for participle in children(noun, "amod"):
        verb = COMPOUND_AGENTS.get(participle.lower_)
        agent = child(participle, "npadvmod", "compound", "nmod") if verb else None
        if verb and agent is not None and agent.i < participle.i:
            what = (Argument(OBJECT, named_by(noun)),)
            yield Predication(
                "compound-agent", participle, (participle,), verb, agent, what, "active", noun, distributes=False
            )


def event_noun(noun: Token) -> Iterator[Predication]:
    """An event noun with its arguments says what its verb says: "announced a *ban* on imports" bans imports."""
    if not is_event(noun):
        return
    carrier = light_verb(noun)
    agent = _agent(noun, carrier)
    if agent is None or any(word.dep_ == "det" and word.lower_ == "no" for word in noun.lefts):
        return
    frame = event_nouns()[noun.lemma_.lower()]
    outside = arguments_of(carrier) if carrier is not None else ()
    inside = [a for p in children(noun, "prep") for a in prepositional(p)]
    found = [a for a in (*inside, *outside) if a.marker and a.role in frame and time_at(a.head) is None]
    direct = [a for a in found if not frame[a.role]]
    around = [a for a in (*outside, *found) if a.role == WHEN or a.marker]
    for argument in direct or found:
        yield from _event(noun, agent, frame, argument, around, carrier)


def _event(
    noun: Token,
    agent: Token,
    frame: t.Mapping[str, str],
    argument: Argument,
    around: list[Argument],
    carrier: Token | None,
) -> Iterator[Predication]:
    name = f"{frame['verb']} {frame[argument.role]}".strip()
    targets = _gerund_objects(argument) if argument.clausal else [Argument(OBJECT, argument.head)]
    words = in_text_order((noun, *((carrier,) if carrier is not None else ())))
    others = tuple(a for a in around if a.head != argument.head and a.head != noun)
    for target in targets:
        yield Predication("event-noun", noun, words, name, agent, (target, *others), "nominal", carrier or noun)


def _agent(noun: Token, carrier: Token | None) -> Token | None:
    """Return who does what an event noun says: as the noun tells, else the subject of its light verb, or its agent."""
    agent = event_agent(noun)
    if agent is not None or carrier is None:
        return agent
    if carrier.lemma_ in HANDING_VERBS and noun.lemma_ in HELD_NOUNS:
        return next((a.head for a in arguments_of(carrier) if a.role == "to" and not a.clausal), None)
    if not is_passive(carrier):
        return subject_of(carrier)
    return next((a.head for a in arguments_of(carrier) if a.role == AGENT and not a.clausal), None)


def _gerund_objects(argument: Argument) -> list[Argument]:
    """Return the objects of a gerund: "a ban on *selling* X" is about X."""
    return [a for gerund in conjuncts(argument.head) for a in arguments_of(gerund) if a.role == OBJECT]


def noun_complement(noun: Token) -> Iterator[Predication]:
    """An infinitive completes an event noun: "the firm's *plan* to leave the market" plans to leave the market."""
    verb = next((c for c in children(noun, "acl") if c.tag_ == "VB" and is_infinitive(c)), None)
    if verb is None or not is_event(noun):
        return
    agent = _agent(noun, light_verb(noun))
    if agent is not None:
        particles = [c.lower_ for c in children(verb, "prt")]
        name = " ".join([event_nouns()[noun.lemma_.lower()]["verb"], "to", base_form(verb), *particles])
        words = in_text_order((noun, verb, *children(verb, "aux", "prt")))
        yield Predication("noun-complement", verb, words, name, agent, arguments_of(verb), "active", verb)


def inclusion(noun: Token) -> Iterator[Predication]:
    """Members of a group are named: "three banks, *including* Acme" says that the banks include Acme."""
    for preposition in children(noun, "prep"):
        listing = preposition.lower_ == "as" and any(c.lower_ == "such" for c in preposition.children)
        if preposition.lower_ == "including" or listing:
            group, words = _group(noun), (preposition,)
            for member in children(preposition, "pobj"):
                what = (Argument(OBJECT, member),)
                yield Predication("inclusion", preposition, words, "include", group, what, "active", group)


def inclusion_among(noun: Token) -> Iterator[Predication]:
    """Members of a group follow "among them": "six banks, *among them* Acme" says that the banks include Acme."""
    marker = listed_among(noun)
    group = _listed_group(noun) if marker else None
    if group is not None and group != noun:
        what = (Argument(OBJECT, noun),)
        yield Predication("inclusion-among", marker[0], marker, "include", group, what, "active", group)


def _listed_group(noun: Token) -> Token | None:
    """Return the group that "among them" takes up: what the noun explains, or the subject of the verb before it."""
    if noun.dep_ == "appos":
        members = child(noun.head, "prep")  # "a coalition of *groups*, among them": not the coalition
        inner = child(members, "pobj") if members is not None and members.lower_ == "of" else None
        single = noun.head.tag_ in {"NN", "NNP"}
        return inner if single and inner is not None and inner.tag_ in {"NNS", "NNPS"} else noun.head
    return subject_of(noun.head) if is_verb(noun.head) and noun.i > noun.head.i else None


def _group(noun: Token) -> Token:
    """Return what the named members belong to; of "*defectors* from the party, including Silva" not the party."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun
    target = child(above, "dobj") if is_verb(above) else None
    if target is not None and target.right_edge.i + 1 == noun.head.i:
        above = target  # the parser hung "from the party" on the verb
    return above if noun.tag_ in {"NN", "NNP"} and above.tag_ in {"NNS", "NNPS"} else noun


def location(noun: Token) -> Iterator[Predication]:
    """A place follows a noun: "the *refinery* in Rotterdam" says that the refinery is in Rotterdam."""
    if (noun.dep_ in {"attr", "dobj"} and noun.head.lemma_ in {"be", "have"}) or not _is_single_thing(noun):
        return
    if child(noun, "nummod") is not None and noun.tag_ == "NNS":  # "employs 20 people in Lyon and Graz"
        return
    for preposition in children(noun, "prep"):
        place = child(preposition, "pobj")
        if preposition.i < label_range(noun).end:
            continue  # "the oldest bridge in Norway" says it in its name
        if preposition.lower_ in {"in", "at", "near"} and place is not None and place.ent_type_ in PLACES:
            yield stated("location", noun, noun, "be", Argument(preposition.lower_, place, (preposition,)))


def adjective_behind(noun: Token) -> Iterator[Predication]:
    """An adjective behind a noun relates it: "a *court* responsible for appeals" is responsible for them."""
    for adjective in children(noun, "amod"):
        in_its_name = adjective.i < label_range(noun).end  # "lives in areas prone to floods"
        if adjective.pos_ == "ADJ" and adjective.i == noun.i + 1 and not in_its_name:
            yield from _related_by(adjective, noun, "adjective-behind")


def fronted_adjective(noun: Token) -> Iterator[Predication]:
    """An adjective before the clause is about its subject: "*Unsure* of the law, the *firm* asked the court"."""
    if noun.dep_ == "nsubj":
        for adjective in children(noun.head, "advcl"):
            if adjective.pos_ == "ADJ" and adjective.i < noun.i and child(adjective, *SUBJECTS, "mark") is None:
                yield from _related_by(adjective, noun, "fronted-adjective")


def _related_by(adjective: Token, noun: Token, rule: str) -> Iterator[Predication]:
    """Yield what an adjective with a phrase directly behind it says of a noun."""
    for preposition in children(adjective, "prep"):
        if preposition.i == adjective.i + 1:
            for argument in prepositional(preposition):
                words = in_text_order((adjective, *argument.marker))
                name = f"be {adjective.lower_} {argument.role}"
                found = stated(rule, adjective, noun, name, Argument(COMPLEMENT, argument.head), words=words)
                yield replace(found, arguments=(replace(argument, role=COMPLEMENT),), governor=noun)


def _is_single_thing(noun: Token) -> bool:
    """Tell whether a noun means one known thing or group; "asylum" and "salt" in a country are not in one place."""
    if entity_of(noun) is not None or noun.pos_ == "PROPN":
        return True
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        return False  # "a building for the firm in Lyon": either may be there
    named = any(word.ent_type_ in OWNERS for word in children(noun, "compound", "nmod"))
    counted = child(noun, "poss", "nummod") is not None
    return named or counted or any(c.lower_ in ARTICLES for c in children(noun, "det"))


class Trigger(t.NamedTuple):
    """The dependencies of which a noun must have one for a rule, and those of which one must hang on the noun.

    Where none is named, the rule needs none.
    """

    own: frozenset[str] = frozenset()
    hanging: frozenset[str] = frozenset()


NOUN_RULES: t.Final[t.Mapping[NounRule, Trigger]] = {
    apposition: Trigger(own=frozenset({"appos"})),
    fronted_apposition: Trigger(),
    title: Trigger(),
    role: Trigger(),
    compound_participle: Trigger(hanging=frozenset({"amod"})),
    compound_agent: Trigger(hanging=frozenset({"amod"})),
    age: Trigger(hanging=frozenset({"appos"})),
    address: Trigger(own=frozenset({"appos"})),
    event_noun: Trigger(),
    noun_complement: Trigger(hanging=frozenset({"acl"})),
    inclusion: Trigger(hanging=frozenset({"prep"})),
    inclusion_among: Trigger(own=frozenset({"appos", "dobj", "npadvmod"})),
    location: Trigger(hanging=frozenset({"prep"})),
    adjective_behind: Trigger(hanging=frozenset({"amod"})),
    fronted_adjective: Trigger(own=frozenset({"nsubj"})),
}


@functools.lru_cache(maxsize=REMEMBERED)
def _rules_for(label: str, hanging: frozenset[str]) -> tuple[NounRule, ...]:
    """Return the rules for a noun with this dependency on which words with those dependencies hang."""
    return tuple(
        rule
        for rule, (own, needed) in NOUN_RULES.items()
        if (not own or label in own) and (not needed or not needed.isdisjoint(hanging))
    )


def noun_predications(doc: Parse) -> Iterator[Predication]:
    """Yield the predications of all noun rules, in text order."""
    for noun in doc:
        if noun.pos_ in {"NOUN", "PROPN", "NUM"}:
            for rule in _rules_for(noun.dep_, frozenset([word.dep_ for word in noun.children])):
                yield from rule(noun)
