"""Statements of event nouns: "imposed *sanctions* on the bank" says that the bank was sanctioned.

A noun and a light verb that only carries it ("announced a ban", "launched an attack") form one statement.
"""

import functools
import typing as t
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.extract.chains import Chain, base_form, chain_of
from kg.extract.circumstances import Circumstance, circumstances
from kg.extract.drafts import Draft, drafts_of, passive_of
from kg.extract.objects import is_amount, opened_in
from kg.extract.text import Text, cached, has_modal, in_order, is_nominal
from kg.extract.wording import spoken_words, was_or_were
from kg.grammar.clause import Argument, Clause, Modifier, Phrase, Word
from kg.lexicon import measures, verbs, words
from kg.lexicon.event_relations import event_relations, roles_of
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.tables import data_json
from kg.lexicon.verb_forms import participle
from kg.model import Literal

Frame: t.TypeAlias = Mapping[str, str]
"""The `verb` of an event noun, and for each preposition what the relation keeps; `agent` is that of the agent."""
ACTIONS: t.Final = frozenset({"act", "communication"})
"""The classes of nouns (WordNet's lexicographer files) for an action of the giver: "gave *support*"."""
THOUGHT: t.Final = frozenset({None, "cognition"})
"""The classes of nouns for a thought, and of those without a first sense in WordNet; their statements are uncertain."""
IDENTIFYING: t.Final = (
    words("determiner")
    | words("only")
    | words("adverb", "when")
    | measures("deictic")
    | words("modality", "alleged", "planned", "possible")
)
"""Words before an event noun that identify the event or its certainty, and not its manner."""
MEANWHILE: t.Final = words("dating", "stretch") | (words("dating", "at") & (words("place") | words("opens", "time")))
"""The prepositions of a simultaneous event: "said so *in* an interview"."""
DURING: t.Final = MEANWHILE - (words("dating", "at") - words("opens", "time"))
"""Those before an event with an of-phrase: "left *after* a review of it", but not "commented *on* the arrest of"."""
HAPPENINGS: t.Final = frozenset({"act", "communication", "event", "phenomenon", "process", "state"})
"""The classes of nouns (WordNet's lexicographer files) for events and speech, and not for participants."""
CORE: t.Final = frozenset({"subject", "object"})
"""The roles that only a phrase of the noun itself fills; others belong to the verb above."""


@functools.cache
def frames() -> Mapping[str, Frame]:
    """Return the frame of each event noun: listed ones, else those from WordNet's derivations.

    An of-phrase is the object of a transitive verb ("the abolition *of* the tax"), or the agent of an intransitive one.
    """
    derived = data_json("event_nouns")
    found: dict[str, Frame] = {noun: {"verb": verb, "of": ""} for noun, verb in derived["transitive"].items()}
    found |= {noun: {"verb": verb, "agent": "of"} for noun, verb in derived["intransitive"].items()}
    found |= data_json("event_noun_frames")
    return found


class Event(t.NamedTuple):
    """An event noun with its participants: the light verb, the agent, and the patients."""

    noun: Clause
    frame: Frame
    carrier: Clause | None
    agent: Argument | None
    targets: tuple["Target", ...]


class Target(t.NamedTuple):
    """The patient or goal of an event: the preposition that the relation keeps, and the thing."""

    preposition: str
    argument: Argument
    marker: tuple[Word, ...] = ()


@cached
def event_of(text: Text, noun: Clause) -> Event | None:
    """Return an event noun with its participants, or None for a noun without a frame."""
    frame = frames().get(noun.head.lemma)
    if frame is None:
        return None
    carrier = carrier_of(text, noun)
    targets = tuple(_targets(text, noun, frame, carrier))
    agent = _agent(text, noun, frame, carrier) or _agent_above(text, noun, frame, targets)
    return Event(noun, frame, carrier, agent, targets)


@cached
def carrier_of(text: Text, noun: Clause) -> Clause | None:
    """Return the light verb of an event noun: "*announced* a ban", "a ban was *announced*"."""
    verb = text.above(noun) if noun.link.kind == "argument" else None
    if verb is None or verb.kind != "verb" or not is_support(verb):
        return None
    if verb.lemma in verbs("give") and noun_supersense(noun.head.lemma) not in ACTIONS:
        return None  # the giver of access does not have it
    role: t.Literal["subject", "object"] = "subject" if verb.voice == "passive" else "object"
    return verb if any(argument.head == noun.head for argument in verb.all(role)) else None


def is_support(verb: Clause) -> bool:
    """Return whether a verb may be a light verb: "*announce*", "*carry out*", but not "*step up*"."""
    return base_form(verb) in verbs("support")


def _targets(text: Text, noun: Clause, frame: Frame, carrier: Clause | None) -> Iterator[Target]:
    """Yield the targets of an event: the phrases of the noun, and those of its light verb."""
    for modifier in text.phrase(noun.head).of_kind("preposition"):
        preposition = frame.get(modifier.head.lower)
        if preposition is not None and not _is_doer(noun, modifier):
            yield from (Target(preposition, argument, modifier.marker) for argument in _inside(text, modifier))
    for argument in carrier.all("oblique") if carrier is not None else ():
        preposition = frame.get(argument.preposition)
        if preposition is not None and argument.phrase is not None and text.time(argument.head) is None:
            yield Target(preposition, argument, argument.marker)


def _is_period(text: Text, phrase: Phrase) -> bool:
    """Return whether a phrase only says when something is unique: "the performance *of the year*"."""
    return text.word(phrase.start).lower == "the" and noun_supersense(phrase.head.lemma) == "time"


def _is_doer(noun: Clause, modifier: Modifier) -> bool:
    """Return whether an of-phrase is rather the agent, by the learned model: "the resistance *of the church*"."""
    doers = {argument.head for argument in noun.all("subject")}
    return modifier.head.lower == "of" and modifier.phrase is not None and modifier.phrase.head in doers


def _inside(text: Text, modifier: Modifier) -> Iterator[Argument]:
    """Yield the thing or the gerund after a preposition: "a ban on *imports*", "on *selling them*"."""
    phrase = modifier.phrase
    if phrase is not None and text.time(phrase.head) is None and not _is_period(text, phrase):
        yield phrase.as_argument("object")
    elif phrase is None:
        gerunds = (c for c in text.inside(modifier.start, modifier.end) if c.form == "gerund")
        gerund = next(gerunds, None)
        if gerund is not None:
            yield Argument("object", gerund.head, gerund.head.index, modifier.end, (), None, gerund.index)


def _agent(text: Text, noun: Clause, frame: Frame, carrier: Clause | None) -> Argument | None:
    """Return the agent: a possessor, a by-phrase, else the subject of the light verb.

    The subject of "*received* complaints" or "*suffered* an attack" is not the agent.
    """
    phrase = text.phrase(noun.head)
    owners = [m for m in phrase.of_kind("possessor") if text.time(m.head) is None]
    opened, marked = phrase.of_kind("preposition"), {"by", frame.get("agent")}
    doers = [m for m in opened if m.head.lower in marked or _is_doer(noun, m) or _changes(frame, m)]
    phrases = (m.phrase for m in (*owners, *doers) if m.phrase is not None)
    owner = next((each for each in phrases if _can_act(text, each, frame)), None)
    return owner.as_argument("subject") if owner is not None else _carried_by(noun, carrier)


def _carried_by(noun: Clause, carrier: Clause | None) -> Argument | None:
    """Return the subject of the light verb, unless it is the patient: "*Acme* announced a ban"."""
    undergone = noun_supersense(noun.head.lemma) == "possession"  # "suffered a *loss* of 40 million"
    if carrier is None or (carrier.lemma in verbs("support", "others") and not undergone):
        return None
    doer = carrier.first("agent") if carrier.voice == "passive" else carrier.first("subject")
    return doer if doer is not None and doer.phrase is not None else None


def _agent_above(text: Text, noun: Clause, frame: Frame, targets: tuple[Target, ...]) -> Argument | None:
    """Return the subject of the clause around a noun, if it is also that of the noun's event.

    A change in an amount is such an event: "sales fell to 7 million, *a drop of 5 %*". By the learned model, so is
    "said so *in an interview with Silva*", as the subject took part, but not "commented *on the arrest of Silva*".
    """
    above = text.above(noun)
    subject = above.first("subject") if above is not None and _is_factual(above) else None
    if above is None or subject is None or subject.phrase is None:
        return None
    again = _is_measured(frame) and text.token(noun.head).function == "apposition"
    learned = bool(targets) and any(argument.head == subject.head for argument in noun.all("subject"))
    return subject if again or (learned and _is_meanwhile(above, noun, targets)) else None


def _is_meanwhile(above: Clause, noun: Clause, targets: tuple[Target, ...]) -> bool:
    """Return whether a noun is an event at the time of the clause: "said so *in an interview*"."""
    obliques = above.all("oblique") if above.kind == "verb" else ()  # "is *in talks* with her" is one event
    whole = any(word.lower == "of" for target in targets for word in target.marker)
    return any(a.head == noun.head and a.preposition in (DURING if whole else MEANWHILE) for a in obliques)


def _is_factual(clause: Clause) -> bool:
    """Return whether a clause asserts a fact: not "may have met her", nor "*never* met her"."""
    return not clause.negations and not has_modal(clause, "conditional", "obliged", "planned", "possible")


def _changes(frame: Frame, modifier: Modifier) -> bool:
    """Return whether a phrase names what rises or falls: "a fall *in sales*", but not "*in Lima*", "*in May*"."""
    phrase = modifier.phrase
    if modifier.head.lower != "in" or phrase is None or phrase.entity:
        return False
    return _is_measured(frame) and noun_supersense(phrase.head.lemma) not in {"artifact", "group", "location", "time"}


def _is_measured(frame: Frame) -> bool:
    """Return whether an event noun means an increase or a decrease: "*fall*", "*increase*"."""
    roles = roles_of(frame["verb"]) if "agent" in frame else None
    return roles is not None and event_relations()[roles.event].measured


def _can_act(text: Text, phrase: Phrase, frame: Frame) -> bool:
    """Return whether a phrase can be the agent; an amount cannot: "a rise of *49.7%*", "a fall of *5 points*"."""
    amount = bool(phrase.of_kind("quantity")) and _is_measured(frame)
    return is_nominal(phrase.head) and text.mention(phrase.head).kind != "value" and not amount


def carries(text: Text, clause: Clause) -> bool:
    """Return whether a verb is only the light verb of an event noun: "*announced* a ban on imports".

    A verb of demanding is not one, as the demand is all that is asserted: "*ordered* an inquiry into the blast".
    """
    if not is_support(clause) or clause.lemma in verbs("demand"):
        return False
    found = (event_of(text, below) for below in text.below(clause) if below.kind == "noun")
    carried = (event for event in found if event is not None and event.carrier == clause)
    return any(_carrying(event) is not None and event.targets for event in carried)


def _carrying(event: Event) -> Clause | None:
    """Return the light verb of an event with an agent, if no other noun owns it: not "felt *Acme's* anger at it"."""
    carrier, doer = event.carrier, event.agent
    if carrier is None or doer is None:
        return None
    of_other = carrier.voice == "active" and doer.head.kind in {"name", "noun"}
    own = any(argument.head == doer.head for argument in carrier.all("subject"))
    return carrier if own or not of_other else None


def event_drafts(text: Text, noun: Clause) -> Iterator[Draft]:
    """Yield the drafts of an event noun: one for each target, none without a participant."""
    event = event_of(text, noun)
    if event is None:
        return
    verb, _, rest = event.frame["verb"].partition(" ")
    direct = [target for target in event.targets if not target.preposition]
    if event.agent is not None:
        for target in direct or event.targets[:1]:
            relation = f"{event.frame['verb']} {target.preposition}".strip()
            yield _draft(text, event, "event-noun", event.agent, relation, target)
        if not event.targets and event.carrier is None and "agent" in event.frame:
            alone = _draft(text, event, "event-noun-alone", event.agent, event.frame["verb"], None)
            yield alone if _happens_to(text, event) else replace(alone, secondary="asserted")
    elif verb != "be" and (not rest or rest in words("adverb", "particle")):  # not "pay tribute", "be loyal"
        for target in direct:
            yield _draft(text, event, "event-noun-passive", target.argument, passive(event.frame["verb"]), None)


def _happens_to(text: Text, event: Event) -> bool:
    """Return whether an event noun without object happens to its possessor: "the *collapse* of Acme", "his *fall*".

    A decision or a thought does not, and an `open` event need not: "a good *move* by Acme", "the *success* of it".
    """
    noun = event.noun.head
    decided = any(m.head.lower == "by" for m in text.phrase(noun).of_kind("preposition"))
    return not decided and "open" not in event.frame and noun_supersense(noun.lemma) not in THOUGHT


def learned_drafts(text: Text, noun: Clause) -> Iterator[Draft]:
    """Yield the drafts of an event noun by the learned roles of the phrases around it, where no frame gives more.

    For example "the *departure* from France of the airliner" says that the airliner departed from France.
    """
    if noun.link.above is None or noun_supersense(noun.head.lemma) not in HAPPENINGS:
        return  # a noun without phrases is usually a misparsed verb
    inside = text.phrase(noun.head)
    own = [a for a in noun.arguments if a.role not in CORE or a.head.index in range(inside.start, inside.end)]
    event = replace(noun, arguments=tuple(own))
    patient = event.first("object")
    if event.first("subject") is not None:
        yield from drafts_of(text, Chain((event,)))
    elif patient is not None and patient.phrase is not None:
        yield passive_of(text, event, patient)


def passive(relation: str) -> str:
    """Return the passive of a relation.

    >>> passive("arrest"), passive("take over")
    ('be arrested', 'be taken over')
    """
    verb, space, rest = relation.partition(" ")
    return f"be {participle(verb)}{space}{rest}"


def _draft(text: Text, event: Event, rule: str, subject: Argument, relation: str, target: Target | None) -> Draft:
    noun, carrier = event.noun, _carrying(event) if target is not None else None
    chain = chain_of(text, carrier) if carrier is not None else Chain((noun,))
    marker = target.marker if target is not None else ()
    carried = _as_carried(text, event, chain, marker) if carrier is not None else None
    around = _around(text, event, chain, subject, target)
    if carried is not None:  # "made a *rare* appearance at" contains the manner; several words are more than a quality
        told = range(text.phrase(noun.head).start, noun.head.index)
        around = [a for a in around if a.role != "how" or a.head.index not in told or a.end - a.start > 1]
    return Draft(
        rule=rule,
        head=noun.head,
        subject=subject,
        relation=relation,
        words=in_order((*chain.words, noun.head, *marker)),
        object=target.argument if target is not None else None,
        circumstances=_distinct(circumstances(text, around)),
        chain=chain,
        phrase=carried or _wording(subject, relation),
        certainty=noun.certainty,
    )


def _around(text: Text, event: Event, chain: Chain, subject: Argument, target: Target | None) -> list[Argument]:
    """Return the phrases of an event noun, and of its light verbs, that are not participants."""
    ends = [subject.head, event.noun.head, *([target.argument.head] if target is not None else [])]
    taken = {*ends, *chain.words, *(each.argument.head for each in event.targets)}
    carriers = (clause for clause in chain.clauses if clause != event.noun)
    around = (a for clause in carriers for a in clause.arguments if a.role != "subject")
    return [a for a in (*around, *_phrases(text, event.noun)) if a.head not in taken]


def _as_carried(text: Text, event: Event, chain: Chain, marker: tuple[Word, ...]) -> str | None:
    """Return the words of an active verb and its event noun: "launched a second attack on", else None."""
    start, head = text.phrase(event.noun.head).start, event.noun.head.index
    if chain.last.head.index > head:
        return None
    start += text.word(start).lower in words("modality", "negative") | words("coordination", "none")
    return " ".join([*spoken_words(chain), text.parse[start : head + 1].words, *(word.lower for word in marker)])


def _wording(subject: Argument, relation: str) -> str:
    """Return the wording of a relation: a passive in the past, "was arrested"; an event noun has no tense."""
    verb, space, rest = relation.partition(" ")
    return f"{was_or_were(subject)}{space}{rest}" if verb == "be" and rest else relation


def _phrases(text: Text, noun: Clause) -> Iterator[Argument]:
    """Yield the other phrases of an event noun: its time, place and manner."""
    inside = text.phrase(noun.head)
    yield from _opened(text, inside)
    before = [m for m in inside.modifiers if m.kind not in {"preposition", "determiner"}]
    yield from {text.time(m.head): _time(text, m) for m in before if text.time(m.head) is not None}.values()
    for modifier in before:
        if _is_manner(text, noun, modifier):
            yield Argument("how", modifier.head, modifier.start, modifier.end)
        elif isinstance(value := text.mention(modifier.head).value, Literal) and value.unit is not None:
            yield Argument("extent", modifier.head, modifier.start, modifier.end)  # "a *5%* increase in sales"
    for argument in noun.all("when"):
        if not inside.start <= argument.head.index < inside.end and text.is_dated(argument.head):
            yield argument


def _opened(text: Text, phrase: Phrase) -> Iterator[Argument]:
    """Yield the phrases after prepositions; after "of" only an amount: "a drop *of 5 %* in May"."""
    for modifier, argument in opened_in(phrase):
        if modifier.head.lower != "of":
            yield argument
        elif is_amount(text, argument):
            yield replace(argument, role="extent", marker=())


def _time(text: Text, modifier: Modifier) -> Argument:
    """Return the time, length or frequency of an event: "*last year's* ban", "*three-year* ban", "two visits *a year*".

    A date without a year may be the name of an event long ago: "the *11 September* attacks".
    """
    words_ = text.words(modifier.start - 1, modifier.end)
    days = [word for word in words_ if word.kind == "number" and len(word.text) < 3]
    if days:
        return Argument("how", modifier.head, min(days[0].index, modifier.start), modifier.end)
    found = text.time(modifier.head)
    rate = text.word(modifier.start).lower in words("determiner", "indefinite")
    length = found is not None and found.grain == "duration" and not rate
    vague: t.Literal["extent", "often"] = "extent" if length else "often"
    return Argument("when" if text.is_dated(modifier.head) else vague, modifier.head, modifier.start, modifier.end)


def _is_manner(text: Text, noun: Clause, modifier: Modifier) -> bool:
    """Return whether an adjective or a place gives the manner of an event: "a *sharp* fall", not "a *film* version".

    Words that identify the event do not: "a *new* ban".
    """
    describes_manner = modifier.kind == "quality" or modifier.head.lower in words("adverb", "where")
    if not describes_manner or modifier.head.lower in {"own", *IDENTIFYING}:
        return False
    takes_part = any(argument.head == modifier.head for argument in noun.all("subject", "object"))
    return not takes_part and text.mention(modifier.head).kind not in {"name", "value"}


def _distinct(found: t.Iterable[Circumstance]) -> tuple[Circumstance, ...]:
    """Return the circumstances, each head word once."""
    return tuple({each.argument.head: each for each in reversed(list(found))}.values())[::-1]
