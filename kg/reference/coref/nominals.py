"""Antecedents of definite descriptions: repeated descriptions, and names that fit ("the company")."""

import bisect
import typing as t
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from kg.grammar.antecedents import distinguishes, is_distinguished, shows_person_by_age, shows_person_by_nation
from kg.grammar.parse import Token
from kg.lexicon import value, words
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import is_left_out_of_firms
from kg.lexicon.noun_types import broad_type, organization_type
from kg.lexicon.supersenses import noun_supersense
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.clusters import Cluster
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.salience import may_be_antecedent, most_salient
from kg.reference.coref.variation import continued_topic, described_place, is_described_place, may_add_detail

REACH: t.Final = 12
CALLED: t.Final = 8
"""The number of the last names with such a description that are tried, however far back."""
MARGIN: t.Final = 0.5
LOOKED_AT: t.Final = 50
"""The number of the first mentions of a thing that are searched, for a country or a name."""
ANYONE: t.Final = words("determiner", "each", "no")
OVERTAKEN: t.Final = 3
"""The number of sentences before a description in which the text may have moved on to another thing that it fits."""
FIRMS: t.Final = frozenset({None, "Company", "SportsTeam"})
"""The descriptions that a firm's name may give of it; clubs are firms, too."""
BROAD_TYPES: t.Final = frozenset({"Group", "Person", "Place", "Thing"})
"""The general types that say too little about the kind of a thing."""
FITTING: t.Final[t.Mapping[str, frozenset[str]]] = {
    **{type_: frozenset({type_}) for type_ in ("EducationalOrganization", "NewsMediaOrganization", "PoliticalParty")},
    **{type_: frozenset({type_}) for type_ in ("Country", "Law", "Region", "SportsTeam")},
    "Company": frozenset({"Company", "Organization"}),
    "City": frozenset({"City", "Place"}),
}
"""The types of named things that a bare description of each type can refer to; others need the same head noun."""


def described_antecedent(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the earlier description that a definite one repeats, or the one named thing that it fits; or None."""
    if not anaphor.determiner:
        return None
    if anaphor.is_definite:
        same = _same_noun(discourse, anaphor)
        antecedent = _restated(discourse, anaphor, same) or _introduced(discourse, anaphor, same)
        antecedent = antecedent or _named(discourse, anaphor) or continued_topic(discourse, anaphor)
        antecedent = antecedent or _repeated(discourse, anaphor, same) or _person_in_focus(discourse, anaphor)
        return antecedent or described_place(discourse, anaphor)
    return _owned(discourse, anaphor) if discourse.possessor(anaphor) is not None else None


def recent_antecedent(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the last of several descriptions that say the same and more: "an oil ban ... the ban".

    One with an owner must be near. A noun without determiner is generic ("old ants ... the ants"), unless this or
    these point back to it.
    """
    if not anaphor.is_definite or is_distinguished(anaphor.token):
        return None
    fuller = [choice for choice in _same_noun(discourse, anaphor) if anaphor.modifiers <= choice.modifiers]
    last = next(reversed(fuller), None)
    if last is None or _has_article(last):
        return last
    near = anaphor.sentence - last.sentence <= 2
    points = bool(last.modifiers) and anaphor.determiner != "the"
    return last if near and (last.determiner or points) else None


def may_be_anaphoric(discourse: Discourse, candidate: Candidate) -> bool:
    """Return whether a description could be anaphoric by the strict rules of the graph, whatever its antecedent.

    It has a determiner, and follows the same noun in the text or may be the kind of a named thing.
    """
    if not candidate.determiner:
        return False
    if len(discourse.of_noun(candidate.form)) > 1:
        return not _is_new(candidate) or discourse.possessor(candidate) is not None
    adds = may_add_detail(discourse, candidate) or is_described_place(candidate)
    return adds or (candidate.is_definite and _adds_nothing(discourse, candidate, discourse.descriptive_words))


def _is_new(candidate: Candidate) -> bool:
    """Return whether its determiner, or the lack of one, marks a description as new."""
    determiner = candidate.determiner
    indefinite = candidate.is_indefinite or determiner in words("modality", "negative")
    return indefinite or not determiner or determiner in ANYONE | {"another"}


def _restated(discourse: Discourse, anaphor: Candidate, same: Sequence[Candidate]) -> Candidate | None:
    """Return the last description in the same words, if none that differs follows it."""
    repeated = (c for c in reversed(same) if c.modifiers == anaphor.modifiers and c.is_definite)
    last = next((choice for choice in repeated if not is_distinguished(choice.token)), None)
    return None if last is None or _is_overtaken(discourse, anaphor, last) else last


def _is_overtaken(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether the text has moved on to another named thing that a description fits, the last subject before it.

    In "*Acme* hired … the firm … *Bolt* closed. *The firm* …" it is Bolt.
    """
    last = discourse.members_before(antecedent, anaphor.index)[-1]
    reach = min(anaphor.sentence - last.sentence, OVERTAKEN)
    since = [c for c in discourse.before(anaphor, reach) if c.is_subject and discourse.has_name(c)]
    subjects = (choice for choice in reversed(since) if choice.token.governor.function == "main")
    subject = next((choice for choice in subjects if fits_bare_description(discourse, anaphor, choice)), None)
    return subject is not None and subject.sentence > last.sentence and not discourse.are_one(subject, antecedent)


def _repeated(discourse: Discourse, anaphor: Candidate, same: Sequence[Candidate]) -> Candidate | None:
    """Return the last description that says the same and more: "a ban on sales ... the ban", not "the second ban"."""
    fuller = [one for one in same if anaphor.modifiers <= one.modifiers and not is_distinguished(anaphor.token)]
    clusters = {discourse.first(choice.index) for choice in fuller}
    return fuller[-1] if len(clusters) == 1 else None


def _introduced(discourse: Discourse, anaphor: Candidate, same: Sequence[Candidate]) -> Candidate | None:
    """Return the one thing that a subject with the same noun introduced, even if a name fits: "A bank fell ..."."""
    introduced = next((choice for choice in same if choice.is_indefinite and choice.is_subject), None)
    unnamed = introduced is not None and not discourse.has_name(introduced)
    return _repeated(discourse, anaphor, same) if unnamed else None


def _owned(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the same noun of the same owner, or without an owner: "Acme's US sales ... its US sales", "US sales"."""
    owner = discourse.possessor(anaphor)
    same = [choice for choice in _same_noun(discourse, anaphor) if anaphor.modifiers == choice.modifiers]
    for choice in reversed(same):
        other = discourse.possessor(choice)
        if owner is not None and other is not None and discourse.are_one(owner, other):
            return choice
        if not choice.determiner and choice.modifiers:
            return choice
    return None


def _same_noun(discourse: Discourse, anaphor: Candidate) -> list[Candidate]:
    """Return the descriptions before an anaphor that have its head noun and number."""
    own = discourse.cluster(anaphor)
    same_form = (c for c in discourse.same_form_before(anaphor) if c.number == anaphor.number)
    same_age = (c for c in same_form if not own.differs_in_age(discourse.cluster(c)))
    near = (c for c in same_age if not (_refers_to_others(anaphor, c) or is_too_far(discourse, anaphor, c)))
    return [choice for choice in near if may_be_antecedent(discourse, anaphor, choice)]


def _refers_to_others(anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether a description refers to others than an earlier sentence, which is generic.

    A generic noun is far from the description ("those people"), or has no referent at all ("*every* voter is
    asked ... the voter").
    """
    general = value("general").get(anaphor.form) == "thing" and anaphor.sentence - antecedent.sentence > 1
    return general or (antecedent.determiner in ANYONE and antecedent.sentence != anaphor.sentence)


def is_too_far(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether an unnamed thing was last mentioned before the description's heading, or long before it.

    Two in three of such descriptions refer to something else: "the match" of another report. A thing with an article
    is remembered longer: "*a* study found ... the study".
    """
    if discourse.has_name(antecedent):
        return False
    last = discourse.members_before(antecedent, anaphor.index)[-1]
    section = discourse.stretch.section
    lasting = _has_article(antecedent) and antecedent.number == anaphor.number
    far = anaphor.sentence - last.sentence > REACH and not lasting
    return far or section[last.token.i] != section[anaphor.token.i]


def _has_article(description: Candidate) -> bool:
    """Return whether a description has an article, or this or that, and so no owner: "a study", "the bill"."""
    return description.is_definite or description.is_indefinite


def _named(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the named thing that a description fits best: "Acme ... the company"; one described so may be far back.

    A person of a nation must have been described as such: "French President Jane Doe ... the French president".
    """
    if not _adds_nothing(discourse, anaphor, discourse.descriptive_words):
        return None
    nations = discourse.gazetteer.countries_in(anaphor.modifiers)
    called = discourse.called.get(anaphor.form, ())
    last = bisect.bisect_left(called, anaphor.index, key=attrgetter("index"))
    near = [choice for choice in discourse.before(anaphor, REACH) if discourse.has_name(choice)]
    before = [*called[max(0, last - CALLED) : last], *near]
    fitting = _fitting(discourse, anaphor, dict.fromkeys(map(discourse.cluster, before)))
    fitting = {one for one in fitting if _adds_nothing(discourse, anaphor, one.descriptive_words)}
    if nations and broad_type(anaphor.type) == "Person":
        fitting = {one for one in fitting if nations <= discourse.gazetteer.countries_in(one.descriptive_words)}
    choices = [c for c in before if discourse.cluster(c) in fitting and may_be_antecedent(discourse, anaphor, c)]
    # "the French firm" implies that there are other firms
    named = most_salient(discourse, anaphor, choices, margin=2 * MARGIN if nations else MARGIN)
    return None if _is_unlikely(discourse, anaphor, named, choices) else named


def is_followed_by_new(discourse: Discourse, anaphor: Candidate, named: Candidate) -> bool:
    """Return whether an organization of the same type is introduced between a named one and the description.

    In "*Acme* paid *a consulting firm*. The company sent a bill" it is not Acme; in "Acme is a consulting firm" it is.
    """
    last = discourse.members_before(named, anaphor.index)[-1]
    new = (one for one in discourse.before(anaphor, 1) if one.index > last.index and one.kind == "nominal")
    same_type = (one for one in new if one.type == anaphor.type and one.number == "singular" and _is_introduced(one))
    organization = broad_type(anaphor.type) == "Organization"
    return organization and any(one.is_indefinite for one in same_type)


def _is_introduced(description: Candidate) -> bool:
    """Return whether a description introduces an unnamed thing of its own, and does not describe another one."""
    return description.role not in {"complement", "apposition"} and not description.token.after("apposition")


def _is_unlikely(
    discourse: Discourse, anaphor: Candidate, named: Candidate | None, choices: Iterable[Candidate]
) -> bool:
    """Return whether a named thing is unlikely to be the antecedent, such as one of several, mentioned only once.

    The last named firm need not be "the company" of a text: "Doe left Acme … a loan by *Bolt*. The firm …". Nor need
    one after which another was introduced, or one of another kind.
    """
    if named is None:
        return False
    cluster = discourse.cluster(named)
    if is_followed_by_new(discourse, anaphor, named) or _is_of_another_kind(anaphor, cluster):
        return True
    several = any(not discourse.are_one(named, choice) for choice in choices)
    once = several and len(discourse.members_before(named, anaphor.index)) == 1
    return once and named.sentence != anaphor.sentence and not _is_called(anaphor, cluster)


def _person_in_focus(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the only nearby person whom the sentence before is about: "*Silva* sang in Varn. The singer wore red.".

    No other person may fit, and whoever "said the singer wore red" is not the singer. In a quotation it may be anyone.
    """
    called = anaphor.form in discourse.called or shows_person_by_age(anaphor.token)
    bare = anaphor.is_subject and _is_bare(anaphor) and discourse.speech_around(anaphor) is None
    if called or broad_type(anaphor.type) != "Person" or not bare:
        return None
    near = [choice for choice in discourse.before(anaphor, 1) if _is_named_person(discourse, choice)]
    last = next((choice for choice in reversed(near) if choice.is_subject), None)
    if last is None or last.sentence == anaphor.sentence or len(set(map(discourse.cluster, near))) > 1:
        return None
    return last if _may_be_in_focus(discourse, anaphor, last) else None


def _is_named_person(discourse: Discourse, candidate: Candidate) -> bool:
    return discourse.has_name(candidate) and discourse.broad_type(candidate) == "Person"


def _may_be_in_focus(discourse: Discourse, anaphor: Candidate, person: Candidate) -> bool:
    """Return whether a description may refer to a person: "the woman" is no singer of unknown gender."""
    same_gender = anaphor.gender is None or discourse.cluster(person).genders == {anaphor.gender}
    return same_gender and may_be_antecedent(discourse, anaphor, person)


def _fitting(discourse: Discourse, anaphor: Candidate, clusters: Collection[Cluster]) -> set[Cluster]:
    """Return the named things that a description fits; one of a person or of a given name fits only those.

    The name of a people fits those who were described as members of it. A text may call several firms or places by one
    noun: "Norway left. The country … *Sweden* was neutral, and *the country* sold iron".
    """
    persons = {cluster for cluster in clusters if broad_type(cluster.type) == "Person" and not cluster.is_plural}
    if shows_person_by_age(anaphor.token):
        return _of_age(anaphor, persons)
    if shows_person_by_nation(anaphor.token):
        return _of_people(discourse, anaphor, persons)
    called = {cluster for cluster in clusters if _is_called(anaphor, cluster)}
    shared = {value("general").get(anaphor.form), broad_type(anaphor.type)} & {"Place", "firm"}
    if broad_type(anaphor.type) == "Person" or (called and not shared):
        return called
    return called | {cluster for cluster in clusters if _fits(anaphor, cluster)}


def _of_people(discourse: Discourse, anaphor: Candidate, persons: Collection[Cluster]) -> set[Cluster]:
    """Return the persons of the people that a description names, or else the only near one: "*the Spaniard*".

    The near one is the only person without a known country in this sentence and the one before.
    """
    nations = _nations_of_noun(discourse, anaphor)
    known = {person: _known_nations(discourse, person) for person in persons}
    open_ = {person for person in persons if not known[person] and _is_near(discourse, person, anaphor)}
    return {person for person in persons if nations & known[person]} or (open_ if len(open_) == 1 else set())


def _is_near(discourse: Discourse, person: Cluster, anaphor: Candidate) -> bool:
    before = discourse.members_before(person.members[0], anaphor.index)
    return bool(before) and anaphor.sentence - before[-1].sentence <= 1


def _nations_of_noun(discourse: Discourse, noun: Candidate) -> set[str]:
    """Return the country of a noun for a member of a people: "the Russian", "the Frenchman"."""
    country = value("type").get(noun.form, "").partition(" people ")[2] or discourse.gazetteer.countries.get(noun.form)
    return {country} if country else set()


def _known_nations(discourse: Discourse, person: Cluster) -> set[str]:
    """Return the countries in the titles, owners and other descriptions of a person or an organization."""
    described = {*person.descriptive_words, *(word for name in person.names[:LOOKED_AT] for word in _owners(name))}
    nominals = (member for member in person.members[:LOOKED_AT] if member.kind == "nominal")
    members = (member for member in nominals if shows_person_by_nation(member.token))
    return discourse.gazetteer.countries_in(described).union(*(_nations_of_noun(discourse, one) for one in members))


def _owners(name: Candidate) -> Iterator[str]:
    """Yield the words of a person's possessor or origin: "*Spain*'s Ana Ruiz", "Ana Ruiz of *Spain*"."""
    for part in name.token.dependents:
        if part.function == "possessor" or part.lower_ == "of":
            yield from (word.lower_ for word in part.constituent)


def _of_age(anaphor: Candidate, persons: Iterable[Cluster]) -> set[Cluster]:
    """Return the persons who have the age in a description, or else those of unknown age."""
    same = {person for person in persons if anaphor.age in person.ages}
    return same or {person for person in persons if not person.ages}


def _adds_nothing(discourse: Discourse, anaphor: Candidate, known: Collection[str]) -> bool:
    """Return whether a description of one thing adds nothing to its kind, its country and its earlier descriptions."""
    new = (word for word in anaphor.modifiers if word not in discourse.gazetteer.countries and word not in known)
    restricted = any(distinguishes(child) and not _repeats(child, known) for child in anaphor.token.dependents_after)
    return anaphor.number == "singular" and not restricted and next(new, None) is None


def _repeats(child: Token, known: Collection[str]) -> bool:
    """Return whether an `of`-phrase only repeats earlier descriptions."""
    following = [word for word in child.constituent if word is not child and word.function != "determiner"]
    return child.lower_ == "of" and all(word.lower_ in known for word in following)


def fits_bare_description(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether a description that gives the kind of a thing, and nothing new, fits a thing: "the firm"."""
    cluster = discourse.cluster(antecedent)
    bare = anaphor.is_definite and _adds_nothing(discourse, anaphor, cluster.descriptive_words)
    fits = bare and (_is_called(anaphor, cluster) or _fits(anaphor, cluster))
    return fits and not _is_of_another_kind(anaphor, cluster)


def is_of_kind(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether a description gives only the general kind of a named thing: "the event", "the song".

    Organizations, places and persons are of many kinds, so that a noun for one of them mostly refers to another ("the
    *union* … Acme"), unless the text has only one organization: "*Oxfam* asked for money. *The charity* …".
    """
    cluster, kind = discourse.cluster(antecedent), broad_type(anaphor.type)
    named = bool(cluster.names) and broad_type(cluster.type) == kind
    if not _is_bare(anaphor) or not named:
        return False
    if kind == "Organization":
        return cluster.type == anaphor.type and _is_alone(discourse, anaphor, antecedent)
    return kind not in BROAD_TYPES


def _is_alone(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether a description follows an organization that was a subject, and no other one nearby."""
    named = (one for one in discourse.before(anaphor, REACH) if one.kind == "name")
    alone = all(discourse.broad_type(one) != "Organization" or discourse.are_one(one, antecedent) for one in named)
    return alone and any(member.is_subject for member in discourse.members_before(antecedent, anaphor.index))


def _is_bare(description: Candidate) -> bool:
    """Return whether a description is definite and gives only a kind: "the singer", but not the film "The Singer"."""
    definite = description.is_definite and description.number == "singular" and not _is_capitalized(description)
    return definite and not description.modifiers and not is_distinguished(description.token)


def _is_called(anaphor: Candidate, cluster: Cluster) -> bool:
    """Return whether a description was applied to a named thing, or repeats the last word of its longer name."""
    if _is_capitalized(anaphor) and any(anaphor.token.text in name.mention.words.split() for name in cluster.names):
        return True
    last = {name.token.lower_: " " in name.mention.words for name in cluster.names}
    return last.get(anaphor.form, anaphor.form in cluster.descriptors)


def _fits(anaphor: Candidate, cluster: Cluster) -> bool:
    """Return whether a description by kind can refer to a named thing of that kind: "the company", "the city"."""
    if _is_capitalized(anaphor):
        return False
    organization = broad_type(cluster.type) == "Organization"
    if organization and any(given_name_gender(name.mention.words.split()[0]) for name in cluster.names):
        return False  # a person, whatever the label
    if cluster.type == "Place" and not any(name.token.entity == "GPE" for name in cluster.names):
        return False
    if anaphor.type == "City" and anaphor.form != "city" and not anaphor.modifiers:
        return False  # a town, a village or a capital is seldom the last mentioned city
    any_organization = organization and value("general").get(anaphor.form) == "organization"
    return any_organization or cluster.type in FITTING.get(anaphor.type, frozenset())


def _is_of_another_kind(description: Candidate, cluster: Cluster) -> bool:
    """Return whether its name shows that an organization is not what a description says.

    The Doe *Union* and the Safety *Board* are not companies.
    """
    several = (name.mention.words for name in cluster.names if " " in name.mention.words)
    return description.type == "Company" and any(map(_is_no_firm, several)) and not _is_called(description, cluster)


def _is_no_firm(name: str) -> bool:
    """Return whether a name of several words ends with a noun for another kind of body."""
    last, type_ = name.rpartition(" ")[2].lower(), organization_type(name)
    group = type_ is None and noun_supersense(last) == "group"
    return not is_left_out_of_firms(last) and (group or type_ not in FIRMS)


def _is_capitalized(anaphor: Candidate) -> bool:
    """Return whether a description is written as a name: "the Union"."""
    return anaphor.token.text[0].isupper() and not anaphor.token.is_sent_start


def may_refer_to(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether a description can refer to an earlier candidate, by the strict rules of the graph.

    A description that says more than the earlier ones, has no determiner or is limited by words after it most often
    refers to something else. For a named thing, it must give the kind of the thing, or repeat its last word.
    """
    if _refers_to_others(anaphor, antecedent) or is_too_far(discourse, anaphor, antecedent):
        return False
    cluster = discourse.cluster(antecedent)
    same = [member for member in cluster.members if member.kind == "nominal" and member.form == anaphor.form]
    if any(member.number != anaphor.number for member in same):
        return False  # "*a reporter* fell ... the reporters"
    if same and not is_distinguished(anaphor.token):
        return anaphor.modifiers <= frozenset[str]().union(*[member.modifiers for member in same])
    return bool(cluster.names) and fits_bare_description(discourse, anaphor, antecedent)
