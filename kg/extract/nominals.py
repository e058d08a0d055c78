"""Statements of noun phrases without a verb of their own: titles, roles, appositions, ages."""

import typing as t
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace

from kg.extract.drafts import Draft, inclusions
from kg.extract.named_parts import is_known_body
from kg.extract.objects import PLACES, opened_in
from kg.extract.roles import BODIES, Role, is_of_office, owner_of_title, role_of, roles_of, shared_role
from kg.extract.text import Text, has_determiner, lowered
from kg.extract.things import describes_known, is_bare_role, is_closed, is_one_of_people, is_one_thing
from kg.grammar.clause import Argument, Clause, ModifierKind, Phrase, Word
from kg.grammar.patterns import by_name, by_signs
from kg.lexicon import names, value, words
from kg.lexicon.gazetteer import country_meant, default_gazetteer, means_place
from kg.lexicon.noun_types import broad_type, means_person, noun_type, unambiguous_type
from kg.lexicon.numerals import time_units
from kg.lexicon.supersenses import noun_supersense
from kg.reference.mentions import PEOPLE

AGE: t.Final = "age"
FROM: t.Final = "from"
YEAR: t.Final = 4
"""The number of digits of a year."""
OLD: t.Final = "old"
"""The relation of an age as a length of time: "a man is 28 years *old*"."""
PhraseRule: t.TypeAlias = Callable[[Text, Phrase], Iterator[Draft]]
KINDS_OF_NAMES: t.Final[Mapping[str, frozenset[str]]] = {
    "PERSON": frozenset({"person"}),
    "ORG": frozenset({"group", "artifact", "communication", "location"}),
    "GPE": frozenset({"location", "group", "object"}),
    "LOC": frozenset({"location", "object", "group"}),
    "FAC": frozenset({"artifact", "location", "group"}),
    "PRODUCT": frozenset({"artifact", "communication", "substance", "food"}),
    "WORK_OF_ART": frozenset({"communication", "artifact", "cognition"}),
    "EVENT": frozenset({"act", "event"}),
}
"""The classes of nouns (WordNet's lexicographer files) that can describe a name, by the recogniser's label."""
MISTAKABLE: t.Final[Mapping[str, frozenset[str]]] = {
    "PERSON": frozenset({"group", "communication", "artifact", "location"}),
    "PRODUCT": frozenset({"group", "location"}),
    "WORK_OF_ART": frozenset({"group"}),
    "GPE": frozenset({"communication", "artifact"}),
}
"""The classes of nouns that show that the recogniser mislabelled the name, by label; persons are excluded."""
VAGUE_KINDS: t.Final = frozenset({None, "cognition", "quantity", "relation"})
"""The classes of nouns that may mean a person, although not in WordNet: "the former Wales *centre*"."""
OWNED: t.Final = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "MISC"})
"""The labels of names for which a possessive body or place expresses more than a location."""
UNTYPED: t.Final = frozenset({"", "MISC", "NORP"})
"""The labels of names of unknown kind; a show or a boat has no label of its own."""


def noun_drafts(text: Text) -> Iterator[Draft]:
    """Yield the statements of the noun phrases of a text, in text order; repeated ones on the same name once."""
    seen: set[tuple[str, str, str]] = set()
    modified = ((phrase, frozenset([each.kind for each in phrase.modifiers])) for phrase in text.phrases())
    of_phrases = (draft for phrase, kinds in modified for rule in rules_for(kinds) for draft in rule(text, phrase))
    of_clauses = (draft for clause in text.clauses.values() for draft in description_before_subject(text, clause))
    for draft in (*of_phrases, *of_clauses):
        thing = draft.object
        told = text.words(*(draft.stretch or (thing.start, thing.end))) if thing is not None else ()
        key = text.mention(draft.subject.head).words, draft.relation, lowered(told)
        if key not in seen:
            seen.add(key)
            yield draft


def title(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """A title before a name: "*President* Ana Silva" says that Ana Silva is President."""
    every = phrase.of_kind("title")
    plain = [each for each in every if text.word(each.start).lower.rstrip(".") not in names("title", "rank", "address")]
    titles = plain if any(means_person(each.head.lemma.lower()) for each in plain) else every
    if not titles or phrase.entity not in KINDS_OF_NAMES or not fits_label(titles[-1].head, phrase.entity):
        return
    start, last = min(modifier.start for modifier in every), titles[-1]
    of_no_one = last.head.plural and (start == last.head.index or not phrase.conjuncts)
    if of_no_one or is_known_body(text.mention(last.head)):
        return  # "*Tory* Ana Silva" is a member of the party; "*brothers* Ana and Tom", "*schools* Supt. Ana Silva"
    start = min([start, *(m.start for m in phrase.of_kind("quality", "compound") if m.start < start)])
    yield from _titled(text, phrase, text.phrase(last.head), start, max(last.end, last.head.index + 1))


def _titled(text: Text, name: Phrase, description: Phrase, start: int, end: int = 0) -> Iterator[Draft]:
    """Yield the statement of a description before a name, whose words start at `start`, if it is specific enough."""
    noun = description.head
    end = max(noun.index + 1, min(end, name.label_start))
    complete = description.start <= start and not noun.plural
    role = role_of(text, description, end=noun.index + 1) if complete else None  # not "secretary of *State*"
    role = role_of(text, description, end=end) if role is not None and end > noun.index + 1 else role
    owner = owner_of_title(text, name, noun) if role is None else None
    role = shared_role(text, description, owner, start) if owner is not None else role
    if role is not None:
        yield _role("title-role", name, role)
        return
    alone = name.entity == "PERSON" and value("owned").get(noun.lemma) != "Person"  # "*actor* Ana", not "*wife* Ana"
    if alone or any(word.kind != "determiner" for word in text.words(start, noun.index)):
        yield _is(text, "title", name, noun, start, end)


def description_before_name(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """A description directly before a name that begins no clause about it: "software firm *Acme* said"."""
    noun = phrase.head
    following = text.name_at(noun.index + 1) if noun.kind == "noun" and not noun.plural and not phrase.entity else None
    if following is None or following.entity not in KINDS_OF_NAMES or not fits_label(noun, following.entity):
        return
    above = text.token(following.head).governor.i
    if following.entity == "PERSON" and text.token(noun).function == "object of preposition" and above < noun.index:
        return  # "head of the *agency* Ana Silva"
    told = [each.start <= noun.index < each.end for each in following.of_kind("title")]
    clauses = phrase.of_kind("restrictive", "describing") if following.entity == "PERSON" else ()
    if not any(told) and all(each.start != noun.index + 1 for each in clauses):
        yield from _titled(text, following, phrase, min(phrase.label_start, noun.index))


def apposition(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """An apposition to a name: "Ana Silva, *the mayor*", "the mayor, *the writer Ana Silva*"."""
    for modifier, other in phrase.with_phrases("apposition"):
        if describes_known(text, phrase, modifier):
            yield _is_what(text, phrase, other)
            continue
        named_first = phrase.head.kind == "name" and not _is_post(phrase, other)
        name, description = (phrase, other) if named_first else (_named(text, other), phrase)
        role = modifier.apart and name.entity == "PERSON" and is_bare_role(text, description)
        closed = named_first and is_closed(text, modifier) and _may_describe(text, description, name)
        fits = role or closed or _describes(text, description, name)
        eligible = name.entity in KINDS_OF_NAMES or modifier.apart
        if eligible and fits and not _is_no_apposition(name, description):
            yield from _described(text, name, description)


def _is_post(phrase: Phrase, name: Phrase) -> bool:
    """Return whether a capitalised noun is the post of the person named after it: "*the Mayor* of Oslo, Ana Silva"."""
    person = name.entity == "PERSON" and not name.of_kind("preposition")  # not "Deputy Assistant to the mayor"
    return person and not phrase.entity and means_person(phrase.head.lower)


def _is_no_apposition(name: Phrase, description: Phrase) -> bool:
    """Return whether another rule reads a description, or it is a list item or negated: "Ana, *no friend* of Acme"."""
    if any(modifier.head.lower in words("modality", "negative") for modifier in description.of_kind("determiner")):
        return True
    own_names = () if description.of_kind("determiner") else description.of_kind("compound")
    region = noun_type(description.head.lemma) == "Region" and any(m.head.text.istitle() for m in own_names)
    if region and name.entity in PLACES:
        return True  # the larger place: "Makurdi, *Benue state*"
    inside = description.start < name.label_start < name.start  # "the end of *Quill: The* Last Oath"
    if inside or description.head.index + 1 in {name.start, name.label_start}:  # "the writer *Ana Silva*"
        return True
    members = description.conjuncts or not name.conjuncts  # "Acme (*microphones*)"
    return name.start < description.start and description.head.plural and bool(members)


def _describes(text: Text, description: Phrase, name: Phrase) -> bool:
    """Return whether a description can apply to a name: it is not a name itself, and their kinds agree."""
    kind, noun = _kind_of(description), description.head
    post = noun.lower in names("title", "office") or (name.entity == "PERSON" and means_person(noun.lower))
    describing = not description.entity and (noun.kind == "noun" or post)
    if name.entity not in KINDS_OF_NAMES.keys() | UNTYPED or name.head.kind != "name":
        return False
    if is_one_of_people(text, description):
        return name.entity in UNTYPED | {"ORG", "PERSON"}  # "a Russian" is always a person
    if noun_supersense(kind.lemma) in KINDS_OF_NAMES["EVENT"] and not description.of_kind("determiner"):
        return False  # "*Nice work*, Ana"
    return (describing or kind != noun) and fits_label(kind, name.entity)


def _kind_of(description: Phrase) -> Word:
    """Return the word for the kind of thing described: "one of the biggest *banks*", else the head."""
    noun = description.head
    of = ((m, each) for m, each in description.with_phrases("preposition") if m.head.lower == "of")
    group = next((each.head for m, each in of if m.start == noun.index + 1), noun)
    return group if noun.lower == "one" else noun


def _may_describe(text: Text, description: Phrase, name: Phrase) -> bool:
    """Return whether a noun phrase may describe a name although the kinds do not match: "Acme, *a unit*".

    In news 14 of 16 between commas were right. A place is not a person; a person needs a noun that may mean one.
    """
    kind, named = noun_supersense(description.head.lemma), name.entity in KINDS_OF_NAMES.keys() | UNTYPED
    if not named or not is_one_thing(text, description) or kind == "time":
        return False
    return kind in VAGUE_KINDS if name.entity == "PERSON" else kind != "person" or name.entity not in PLACES


def fits_label(noun: Word, label: str) -> bool:
    """Return whether a noun means the kind of thing that a name with this label is."""
    kind = noun_supersense(noun.lemma)
    if label in UNTYPED:
        return any(kind in kinds for kinds in KINDS_OF_NAMES.values())
    mistaken = label in MISTAKABLE and noun.text.islower()
    type_ = broad_type(unambiguous_type(noun.lemma))
    if (label == "ORG" or mistaken) and type_ in {"Group", "Organization"}:
        return True  # "the music *group* Acme", which has no kind in WordNet
    if label == "ORG" and kind == "person" and type_ == "Thing":
        return True  # "the truck *maker* Acme"
    if label == "PERSON" and noun_type(noun.lemma) == "Person":
        return True  # "the *head* of the fund, Ana Silva": the first sense in WordNet is a part of the body
    return kind in KINDS_OF_NAMES[label] or (mistaken and kind in MISTAKABLE[label])


def _described(text: Text, name: Phrase, description: Phrase) -> Iterator[Draft]:
    """Yield the role of a name from the description next to it, or else that the name is what it says."""
    roles = roles_of(text, description)
    yield from (_role("role", name, role) for role in roles)
    if not roles:
        yield _is_what(text, name, description)
    held = [role.noun for role in roles]
    for other in _other_posts(name, description):
        yield from _described(text, name, replace(other, conjuncts=())) if other.head not in held else ()


def _other_posts(name: Phrase, description: Phrase) -> Iterator[Phrase]:
    """Yield the other roles of a person after the first: "Ana Silva, *chairman and chief executive*, said so".

    A role on the other side of the name is another person's: "the mayor, Ana Silva, and *her aide*".
    """
    before = description.start < name.start
    others = [each for each in description.conjuncts if (each.start < name.start) == before]
    nouns = (description, *others)
    persons = name.entity == "PERSON" and not any(each.head.plural or each.entity for each in nouns)
    if persons and all(means_person(each.head.lemma) for each in nouns):
        yield from others


def _is_what(text: Text, name: Phrase, description: Phrase) -> Draft:
    """Return the statement that a name is what a description next to it says."""
    return _is(text, "apposition", name, description.head, description.label_start, description.label_end)


def description_before_subject(text: Text, clause: Clause) -> Iterator[Draft]:
    """Yield the statement of a phrase before its subject: "*A former teacher*, she left", "*Wary of it*, …"."""
    description, subject = clause.first("description"), clause.first("subject")
    if description is None or subject is None or subject.phrase is None:
        return
    if description.head.kind != "adjective":
        yield _is(text, "apposition", subject.phrase, description.head, description.start, description.end)
        return
    for opening, about in opened_in(description.phrase)[:1] if description.phrase is not None else ():
        spoken = text.words(description.start, opening.head.index + 1)
        yield Draft("quality-of-something", description.head, subject, f"be {lowered(spoken)}", spoken, about, ())


def age(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """A number after a name as an age: "Ana Silva, *45*, resigned"; a score or a year is excluded: "Silva *6-4*"."""
    for modifier in phrase.of_kind("apposition"):
        number = modifier.head.text.isdigit() and len(modifier.head.text) < YEAR and modifier.end - modifier.start == 1
        if phrase.entity == "PERSON" and number and modifier.apart:
            target = text.phrase(modifier.head).as_argument("object")
            yield Draft(AGE, modifier.head, _alone(phrase), "be aged", (modifier.head,), target, ())


def years_old(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """A length of time as an age: "*28-year-old* Ana Silva", "the *28-year-old* won"."""
    old = text.token(phrase.head).governor
    number = next(iter(phrase.of_kind("quantity")), None)
    length = phrase.head.lower in time_units() and not phrase.head.plural
    if number is None or old.lower_ != OLD or not length:
        return
    within = old.governor.kind in {"name", "noun"} and old.i < old.governor.i
    holder = text.phrase(text.word(old.governor.i if within else old.i))
    known = has_determiner(holder, "definite") and (not within or means_person(holder.head.lemma))
    if known or holder.entity == "PERSON":
        target = Argument("object", number.head, number.start, number.end)
        yield Draft(AGE, holder.head, _alone(holder), "be aged", (text.word(old.i),), target, ())


def person_of_body(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """An "of" after a person's name with a body or place: "Ana Silva, *of Acme*, left".

    In news 17 of 18 were right, and 8 of 8 with "*from*" after a comma.
    """
    for modifier, body in phrase.with_phrases("preposition") if phrase.entity == "PERSON" else ():
        of = modifier.head
        opens = of.lower == "of" or (of.lower == FROM and modifier.apart)
        adjacent = opens and modifier.start - phrase.head.index <= 1 + modifier.apart
        if adjacent and body.entity in BODIES and not is_of_office(phrase, of, body):
            yield Draft("person-of-body", of, _alone(phrase), f"be {of.lower}", (of,), _alone(body), ())


def name_of_body(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """A possessive body or place directly before a name: "*France's* Bolt", "*Acme's* Ana".

    In news 64 of 66 were right, but not with a continent: "Europe's Enron". A title says more: "Acme's chairman Ana",
    "Norland's *King* Olav".
    """
    for modifier, owner in phrase.with_phrases("possessor") if phrase.entity in OWNED else ():
        if modifier.end + 1 == phrase.label_start and owner.entity in BODIES - {"LOC"}:
            person, first = phrase.entity == "PERSON", text.words(phrase.label_start, phrase.head.index)[:1]
            office = [each.lower for each in first if person and each.lower in names("title", "ruler")]
            relation = " ".join(("be", *office, FROM if person and owner.entity in PLACES and not office else "of"))
            yield Draft("name-of-body", owner.head, _alone(phrase), relation, (), _alone(owner), ())


def nationality(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """The name of a people directly before a person's name: "*Kenyan* Ana Silva"."""
    before = text.phrase(phrase.modifiers[0].head) if phrase.entity == "PERSON" and phrase.modifiers else None
    if before is not None and before.entity == PEOPLE and before.head.index + 1 == phrase.label_start:
        kind = Argument("complement", before.head, before.head.index, phrase.label_start)  # an adjective, not a country
        yield Draft("nationality", before.head, _alone(phrase), "be", (), kind, ())


def inclusion(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """Examples or members after a noun: "banks *such as Acme*", "three banks, *including Acme*".

    Unnamed members, members of one thing, and those in the label ("countries *such as Oman*") are reported beside the
    statements.
    """
    found = [*inclusions(text, phrase)]
    none = found and any(m.head.lower in words("modality", "negative") for m in phrase.modifiers)
    for start, opener, members in found if not none else ():
        whole = replace(phrase, label_end=min(phrase.label_end, start), conjuncts=())
        for member in (members, *members.conjuncts):
            yield _included(whole, member, opener, set_off=start >= phrase.label_end)


def _included(whole: Phrase, member: Phrase, opener: tuple[Word, ...], *, set_off: bool) -> Draft:
    """Return the statement that a group has a member, in the opening words; `set_off` from its label or not."""
    group, several = whole.as_argument("object"), whole.head.plural
    phrase, news = "include" if several else "includes", several and set_off and member.head.kind == "name"
    draft = Draft("inclusion", opener[-1], group, "include", opener, _alone(member), (), phrase=phrase)
    return draft if news else replace(draft, secondary="asserted")


def compound_participle(text: Text, phrase: Phrase) -> Iterator[Draft]:
    """A participle with a hyphen, for a place or an agent: "the *Lyon-based* firm", "the *state-owned* bank"."""
    for modifier in phrase.of_kind("quality", "other", "compound"):
        verb = text.clauses.get(modifier.head.index)
        last = modifier.head.index - 2  # before the hyphen: New *York*-based
        name = text.word(last) if modifier.start <= last else None
        if verb is None or name is None or name.kind != "name":
            continue
        owner, thing = text.phrase(name).as_argument("object"), _alone(_named(text, phrase))
        relation = f"be {verb.head.lower} in"
        if value("object").get(relation) == "Place":
            yield Draft("compound-place", verb.head, thing, relation, (verb.head,), owner, ())
        elif verb.head.lower.endswith("ed") and _can_act(text, name):
            yield Draft("compound-agent", verb.head, owner, verb.lemma, (verb.head,), thing, ())


def _can_act(text: Text, name: Word) -> bool:
    """Return whether a name is of a country or a body: not "*Oscar*-nominated", "*Lyon*-trained"."""
    named = text.mention(name)
    body = text.parse.tokens[name.index].entity == "ORG" and not means_place(named.words, default_gazetteer())
    return body or country_meant(named.words) is not None or is_known_body(named)


def _named(text: Text, phrase: Phrase) -> Phrase:
    """Return the name directly after its description, else the phrase: "the firm *Acme*"."""
    name = text.name_at(phrase.head.index + 1)
    return name if name is not None and name.entity in KINDS_OF_NAMES else phrase


def _is(text: Text, rule: str, name: Phrase, noun: Word, start: int, end: int) -> Draft:
    """Return the statement that a name is what the words `start` to `end` describe."""
    described = Phrase(noun, start, end, start, end)
    target = Argument("complement", noun, start, end, (), described)
    relation, subject = ("be one of", name.as_argument("object")) if noun.plural else ("be", _alone(name))
    return Draft(rule, noun, subject, relation, (), target, (), stretch=(start, end))


def _role(rule: str, name: Phrase, role: Role) -> Draft:
    """Return the statement that a name has a role for somebody: "be chairman of"."""
    return Draft(rule, role.noun, _alone(name), f"be {role.name}", role.words, role.owner.as_argument("object"), ())


def _alone(phrase: Phrase) -> Argument:
    """Return a phrase without its conjuncts: "the *mayor* Ana Silva and her brother" has one mayor."""
    return replace(phrase, conjuncts=()).as_argument("object")


RULES: t.Final[Mapping[str, PhraseRule]] = by_name(
    title, description_before_name, apposition, age, years_old, person_of_body, name_of_body, nationality,
    compound_participle, inclusion,
)  # fmt: skip
"""The functions that make statements of a phrase, by the name of the rule."""
NEEDS: t.Final[Mapping[str, Set[ModifierKind]]] = {
    "title": {"title"}, "apposition": {"apposition"}, AGE: {"apposition"}, "years-old": {"quantity"},
    "person-of-body": {"preposition"}, "name-of-body": {"possessor"}, "inclusion": {"preposition"},
    "compound-participle": {"compound", "other", "quality"},
}  # fmt: skip
"""The kinds of modifiers that a rule reads, by its name."""
rules_for: t.Final = by_signs(RULES, NEEDS)
