"""Facts that noun phrases state without a verb of their own: a table of rules."""

import typing as t
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.annotate.phrases import base_phrase, entity_of, title_of
from kg.annotate.times import time_at
from kg.extract.arguments import arguments_of
from kg.extract.event_nouns import event_agent, event_nouns, is_event, light_verb
from kg.extract.lemmas import base_form
from kg.extract.predications import AGENT, COMPLEMENT, OBJECT, WHEN, Argument, Predication
from kg.extract.prepositions import prepositional
from kg.extract.subjects import bearer, is_infinitive, subject_of
from kg.extract.syntax import ancestors, child, children, conjuncts, in_text_order, is_passive, of_object

NounRule: t.TypeAlias = Callable[[Token], Iterator[Predication]]
TIME_NOUNS: t.Final = frozenset(
    {"life", "year", "month", "week", "day", "hour", "minute", "decade", "time", "night", "morning"}
)  # fmt: skip
PLACES: t.Final = frozenset({"GPE", "LOC", "FAC"})
OWNERS: t.Final = frozenset({"ORG", "GPE", "LOC", "FAC", "PERSON", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
TIMES: t.Final = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
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
COMPOUND_PARTICIPLES: t.Final = {"based": "be based in", "born": "be born in", "headquartered": "be headquartered in"}


def apposition(noun: Token) -> Iterator[Predication]:
    """A noun explains the noun before it: "Ana Silva, the *mayor* of Porto," says that she is its mayor."""
    head = noun.head
    if noun.dep_ != "appos" or noun.pos_ not in {"NOUN", "PROPN"} or head.pos_ not in {"NOUN", "PROPN"}:
        return
    if head.ent_type_ in TIMES or noun.ent_type_ in TIMES or noun.lemma_ in TIME_NOUNS or _is_address(head, noun):
        return
    if noun.left_edge.nbor(-1).text == "(" and noun.text.isupper():  # an acronym is an alias, and states no fact
        return
    names = [word for word in (head, noun) if entity_of(word) is not None or word.pos_ == "PROPN"]
    if len(names) == 1:
        yield _copula("apposition", noun, names[0], noun if names[0] == head else head)
    elif not names and _explains(noun):  # two names are two things, other descriptions mostly a list
        yield _copula("apposition", noun, head, noun)


def _explains(noun: Token) -> bool:
    """Tell whether a description explains the description before it: "the tunnel, *a project* of the state"."""
    indefinite = any(word.dep_ == "det" and word.lower_ in {"a", "an"} for word in noun.children)
    return indefinite and noun.head.tag_ == "NN" and child(noun, "conj") is None


def _is_address(head: Token, noun: Token) -> bool:
    """Tell whether two names side by side do not describe one thing: "Lyon, France"."""
    both_named = bool(head.ent_type_) and bool(noun.ent_type_)
    return both_named and (head.ent_type_ in PLACES or noun.ent_type_ in PLACES)


def fronted_apposition(noun: Token) -> Iterator[Predication]:
    """A description opens the sentence: "A *nurse* by training, she leads the union" says that she is a nurse."""
    opening = noun.left_edge
    if not opening.is_sent_start or (opening.dep_ != "det" and opening.lower_ != "one"):
        return
    comma = next((word for word in noun.doc[noun.i + 1 : noun.sent.end - 1] if word.text == ","), None)
    if comma is None or (noun.dep_ == "nsubj" and noun.head.i > comma.i):
        return
    subject = comma.nbor()
    if subject.tag_ == "PRP" and subject.dep_ == "nsubj" and subject.head.dep_ == "ROOT":
        yield _copula("fronted-apposition", noun, subject, noun)


def title(noun: Token) -> Iterator[Predication]:
    """A title or a description stands before a name: "*Mayor* Ana Silva", "the software *firm* Acme"."""
    found = title_of(noun)
    if found is not None:
        yield _copula("title", found, noun, found)


def role(noun: Token) -> Iterator[Predication]:
    """A role has an owner: "Ana Silva, the *mayor* of Porto" is mayor of Porto; "the bank's *founder*, Ana Silva"."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in TIMES:
        return
    whose = child(noun, "poss") or of_object(noun)
    who = _role_bearer(noun) if whose is not None and (whose.ent_type_ in OWNERS or whose.dep_ == "poss") else None
    if whose is not None and who is not None and whose.tag_ != "WP$":
        start = base_phrase(noun).start
        words = [w for w in noun.doc[start : noun.i + 1] if w.head == noun and w.dep_ in {"compound", "amod"}] + [noun]
        name = f"be {' '.join(w.lower_ for w in words)}"
        if whose.dep_ == "pobj":
            owner = Argument("of", whose, (whose.head,))
        else:
            name, owner = f"{name} of", Argument(OBJECT, whose)
        stated = _stated("role", noun, who, name, owner, words=words)
        yield replace(stated, governor=noun.head) if noun.dep_ == "attr" else stated


def _role_bearer(noun: Token) -> Token | None:
    """Return the name whose role a noun tells: in apposition, behind a title, or as the subject of a copula."""
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        return noun.head
    if noun.dep_ == "attr":
        subject = bearer(noun)
        return subject if subject != noun and subject.pos_ in {"PROPN", "PRON", "NOUN"} else None
    explained = next(
        (c for c in children(noun, "appos") if c.pos_ == "PROPN" and c.ent_type_ in {"PERSON", "ORG"}), None
    )
    if explained is not None:
        return explained
    name = named_by(noun)
    return name if name != noun else None


def compound_participle(noun: Token) -> Iterator[Predication]:
    """A hyphenated participle tells a place: "*Lyon-based* firm" says that the firm is based in Lyon."""
    for participle in children(noun, "amod"):
        name = COMPOUND_PARTICIPLES.get(participle.lower_)
        place = child(participle, "npadvmod", "compound", "nmod", "amod") if name else None
        if name and place is not None and place.i < participle.i and (place.ent_type_ or place.pos_ == "PROPN"):
            where = Argument(COMPLEMENT, place)
            found = _stated("compound-participle", participle, named_by(noun), name, where, words=[participle])
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


def age(noun: Token) -> Iterator[Predication]:
    """A number between commas is an age: "Ana Silva, *34*, won the race"."""
    for number in children(noun, "appos"):
        if number.tag_ == "CD" and number.text.isdigit() and len(number) <= 3 and noun.ent_type_ == "PERSON":
            yield replace(_stated("age", number, noun, "be aged", Argument(OBJECT, number)), governor=noun)


def named_by(noun: Token) -> Token:
    """Return the name that a description stands before or explains, else the description itself."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    names = [following, *(a for a in ancestors(following) if a.i > noun.i)]
    name = next((n for n in names if title_of(n) == noun), None)
    return name if name is not None else bearer(noun)


def event_noun(noun: Token) -> Iterator[Predication]:
    """An event noun with its arguments says what its verb says: "announced a *ban* on imports" bans imports."""
    if not is_event(noun):
        return
    carrier = light_verb(noun)
    agent = _agent(noun, carrier)
    if agent is None:
        return
    frame = event_nouns()[noun.lemma_.lower()]
    outside = list(arguments_of(carrier)) if carrier is not None else []
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
        name = f"{event_nouns()[noun.lemma_.lower()]['verb']} to {base_form(verb)}"
        words = in_text_order((noun, verb, *(c for c in verb.children if c.dep_ == "aux")))
        yield Predication("noun-complement", verb, words, name, agent, tuple(arguments_of(verb)), "active", verb)


def inclusion(noun: Token) -> Iterator[Predication]:
    """Members of a group are named: "three banks, *including* Acme" says that the banks include Acme."""
    for preposition in children(noun, "prep"):
        listing = preposition.lower_ == "as" and any(c.lower_ == "such" for c in preposition.children)
        if preposition.lower_ == "including" or listing:
            for member in children(preposition, "pobj"):
                yield Predication(
                    "inclusion",
                    preposition,
                    (preposition,),
                    "include",
                    noun,
                    (Argument(OBJECT, member),),
                    "active",
                    noun,
                )


def location(noun: Token) -> Iterator[Predication]:
    """A place follows a noun: "the *refinery* in Rotterdam" says that the refinery is in Rotterdam."""
    if noun.dep_ in {"attr", "dobj"} and noun.head.lemma_ in {"be", "have"}:
        return
    for preposition in children(noun, "prep"):
        place = child(preposition, "pobj")
        if preposition.lower_ in {"in", "at", "near"} and place is not None and place.ent_type_ in PLACES:
            yield _stated("location", noun, noun, "be", Argument(preposition.lower_, place, (preposition,)))


def _copula(rule: str, head: Token, subject: Token, described: Token) -> Predication:
    return _stated(rule, head, subject, "be", Argument(COMPLEMENT, described))


def _stated(
    rule: str, head: Token, subject: Token, name: str, argument: Argument, *, words: Iterable[Token] = ()
) -> Predication:
    """Return what a noun phrase states of one thing, and of none that is coordinated with it."""
    return Predication(rule, head, in_text_order(words), name, subject, (argument,), "copular", head, distributes=False)


NOUN_RULES: t.Final[t.Mapping[NounRule, frozenset[str]]] = {
    apposition: frozenset(),
    fronted_apposition: frozenset(),
    title: frozenset(),
    role: frozenset({"poss", "prep"}),
    compound_participle: frozenset({"amod"}),
    compound_agent: frozenset({"amod"}),
    age: frozenset({"appos"}),
    event_noun: frozenset(),
    noun_complement: frozenset({"acl"}),
    inclusion: frozenset({"prep"}),
    location: frozenset({"prep"}),
}
"""Each rule with the dependencies of which one must hang on the noun; where none is named, the rule needs none."""


def noun_predications(doc: Doc) -> Iterator[Predication]:
    """Yield the predications of all noun rules, in text order."""
    for noun in doc:
        if noun.pos_ in {"NOUN", "PROPN", "NUM"}:
            hanging = {word.dep_ for word in noun.children} if noun.n_lefts or noun.n_rights else set()
            for rule, needed in NOUN_RULES.items():
                if not needed or not needed.isdisjoint(hanging):
                    yield from rule(noun)
