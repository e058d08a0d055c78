"""Links that the grammar of one sentence implies: appositions, relative and reflexive pronouns."""

import typing as t
from collections.abc import Iterator

from kg.grammar import antecedents as grammar
from kg.grammar.meanings import is_inanimate
from kg.lexicon import names, nouns, words
from kg.lexicon.given_names import is_reflexive
from kg.lexicon.noun_types import broad_type, means_person, noun_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.linking import lacks_mind, may_be_one
from kg.reference.coref.salience import agrees

BODIES: t.Final = frozenset({"NewsMediaOrganization", "PoliticalParty", "Region"})
"""The types of things that take name and kind together: "the *Guardian* newspaper"; a "Sony company" is not Sony."""
OWNERS: t.Final = (
    grammar.owners_of_joined,
    grammar.joined_to_owned,
    grammar.noun_of_owned,
    grammar.subject_after,
    grammar.doers_of_owned,
)
"""The rules for the owner of a possessive, in order."""
INTRODUCING: t.Final = words("determiner", "indefinite") | {"another"}
"""The determiners of a thing that was not mentioned before."""
OWNING: t.Final = words("determiner", "possessive") | {"'s"}
"""The determiners of a thing with an owner."""
PLAIN: t.Final = frozenset({"Organization", "Place", "Thing"})
"""The types of a name that is too little known to contradict its kind."""


def appositions(discourse: Discourse) -> None:
    """Link a name and the definite description next to it: "the country's chancellor, Jane Doe"; not "Acme, a firm".

    An indefinite one may precede the name: "*A survivor*, Jane Doe, said …", "met *a Russian*, Ivan Petrov". One right
    before the name describes it, whatever its label: "*the comedy* Sideways". One after the name corefers with it if
    it has a relative clause that continues the story: "Sideways, *a comedy* that won".
    """
    for candidate in discourse.candidates:
        governor = discourse.at(candidate.token.governor) if candidate.token.function == "apposition" else None
        if governor is not None and _holds_office(candidate, governor):
            discourse.unite(governor, candidate)
        if governor is None or {candidate.kind, governor.kind} != {"name", "nominal"}:
            continue
        name, description = (candidate, governor) if candidate.kind == "name" else (governor, candidate)
        right_before = description.token.kind == "noun" and _is_right_before(description, name)
        continues = description is candidate and _continues_story(discourse, description, name)
        corefers = right_before or continues or _identifies(discourse, description, name)
        if corefers and description.number == "singular":
            discourse.unite(name, description)


def _is_right_before(description: Candidate, name: Candidate) -> bool:
    """Return whether at most the field of an office is between: "*the comedy* Sideways", "*head of it* Jane Doe"."""
    start, first = description.token.i, name.token.first
    person = means_person(description.form) and name.token.governor is description.token and first.text.istitle()
    close = any(word.is_alpha for word in first.doc.tokens[start : first.i][-1:])
    return (person and close) or first.i == start + 1


def _continues_story(discourse: Discourse, description: Candidate, name: Candidate) -> bool:
    """Return whether a new description that fits has a relative clause: "Sunfall, *a film* which stars Ana Silva".

    Several persons may be "*a trio* which …".
    """
    named, described = discourse.broad_type(name), broad_type(description.type)
    fits = named == described or (named != "Person" and "Thing" in {named, described})
    return description.is_indefinite and fits and bool(description.token.after("relative clause"))


def _identifies(discourse: Discourse, description: Candidate, name: Candidate) -> bool:
    """Return whether a description that fits a name is definite, or introduces someone: "*a survivor*, Jane Doe,"."""
    new = _is_one(description) and description.token.kind != "number"  # "*one* of them, Jane Doe," is linked later
    of_type = grammar.is_between_commas(name.token) and _is_of_type(discourse, description, name)
    introduced = new and (of_type or _is_set_off(description, name))
    known = _is_definite(description) or grammar.is_one_of_people(description.token)
    return (introduced or known) and _may_describe(discourse, description, name)


def names_after(discourse: Discourse) -> None:
    """Link a new thing and the name after a comma, when pronouns are linked: "*one* of them, Jane Doe, left"."""
    for name in (one for one in discourse.candidates if one.kind == "name" and grammar.is_between_marks(one.token)):
        description = discourse.at(name.token.governor)
        if description is not None and _is_one(description) and _is_of_type(discourse, description, name):
            discourse.unite(name, description)


def identified(discourse: Discourse) -> None:
    """Link a definite description to the name that a sentence equates with it: "*the winner* was Jane Doe"."""
    for name in discourse.candidates:
        description = discourse.at(grammar.identified_as(name.token)) if name.kind == "name" else None
        if description is not None and _is_definite(description) and _is_of_type(discourse, description, name):
            discourse.unite(name, description)


def _is_of_type(discourse: Discourse, description: Candidate, name: Candidate) -> bool:
    """Return whether a description of one thing and a name have the same specific type: "the winner", "Jane Doe"."""
    single = (description.kind, description.number) == ("nominal", "singular")
    return single and discourse.broad_type(name) == broad_type(description.type) != "Thing"


def named_at_last(discourse: Discourse) -> None:
    """Link an unnamed thing to the name that is later given next to the same noun: "*a doctor* ... the doctor, Doe"."""
    for description in (one for one in discourse.candidates if one.kind == "nominal" and one.determiner == "the"):
        apposed = [name for token in description.token.after("apposition") if (name := discourse.at(token))]
        named = any(name.kind == "name" and discourse.are_one(name, description) for name in apposed)
        introduced = _last_of_noun(discourse, description) if named else None
        if introduced is not None and may_be_one(discourse, description, introduced):
            discourse.unite(introduced, description)


def _last_of_noun(discourse: Discourse, description: Candidate) -> Candidate | None:
    """Return the last thing with the same noun, if it has no name yet and is described as fully."""
    last = next(reversed(discourse.same_form_before(description)), None)
    if last is None or not last.determiner or discourse.has_name(last):
        return None
    near = description.sentence - last.sentence <= 12
    same = last.number == description.number and description.modifiers <= last.modifiers
    return last if near and same else None


def _holds_office(person: Candidate, office: Candidate) -> bool:
    """Return whether an office tagged as a name describes a person: "*Acme Chairman*, Jane Doe", "*the Emir*, …"."""
    noun, body = office.token.lower_, office.token.before("part of compound")
    of_body = office.token.after("preposition") or (body and noun in names("title", "title"))
    named = person.kind == office.kind == "name" and (person.type, office.number) == ("Person", "singular")
    definite = _is_definite(office) or bool(of_body)
    return named and definite and means_person(noun)


def kinds_of_names(discourse: Discourse) -> None:
    """Link a name and the noun for its kind: "the *Guardian* newspaper", "the West African state of *Benin*"."""
    for noun in (one for one in discourse.candidates if (one.kind, one.number) == ("nominal", "singular")):
        name = _name_before(discourse, noun) or _place_after(discourse, noun)
        if name is not None and not noun.is_indefinite:
            discourse.unite(name, noun)


def names_given(discourse: Discourse) -> None:
    """Link a thing and the name given to it: "an office *known as* Retra", "a firm *called* Acme", "X was *renamed* Y".

    Future names are left out, and so are lists of things.
    """
    for name in discourse.candidates:
        one = name.kind == "name" and name.number == "singular"
        entity = discourse.at(grammar.thing_called(name.token)) if one else None
        if entity is not None and entity.kind in {"name", "nominal"} and entity.number == "singular":
            discourse.unite(entity, name)


def _name_before(discourse: Discourse, description: Candidate) -> Candidate | None:
    """Return the name right before a noun for its kind, but no owner: not in "the *Acme* board"."""
    kind = noun_type(description.form)
    name = discourse.at(grammar.name_before(description.token)) if kind in BODIES else None
    return name if name is not None and discourse.cluster(name).type in {kind, *PLAIN} else None


def _place_after(discourse: Discourse, description: Candidate) -> Candidate | None:
    """Return the place whose kind a noun names: "the province of *Aceh*", not "the capital of France"."""
    definite = description.determiner == "the" or description.phrase.determiner == "owner"
    if description.form not in names("common", "before", "behind") or not definite:
        return None
    of = next(iter(description.token.dependents_after), description.token)
    place = next(iter(of.dependents_after), of)
    name = discourse.at(place) if of.lower_ == "of" else None
    return name if name is not None and name.kind == "name" and discourse.broad_type(name) == "Place" else None


def _may_describe(discourse: Discourse, description: Candidate, name: Candidate) -> bool:
    """Return whether a description next to a name fits it; an organization may have a person's role ("the owner").

    Between commas after a subject, a name is an apposition unless exactly one of them is a person: "her *number two*,
    Jane Doe, left", "a *directive*, WEEE, allows it".
    """
    named, described = discourse.broad_type(name), broad_type(description.type)
    role = named == "Organization" and description.form in nouns("role")
    if role or named == described != "Thing":
        return True
    agree = described == "Thing" or "Person" not in {named, described}
    return agree and _is_set_off(description, name)


def _is_one(description: Candidate) -> bool:
    """Return whether a description introduces a thing: "*a* survivor", "*another* one", "*one* man", "*Lyon* cook"."""
    if description.determiner:
        return description.determiner in INTRODUCING
    return all(one.lower_ == "one" for one in description.token.before("numeral"))


def _is_set_off(description: Candidate, name: Candidate) -> bool:
    """Return whether a name is between commas after a subject that it names, before its verb.

    Not in "after her speech, Jane Doe", nor in "the *waste* goes home, to Oslo, again".
    """
    return name.token.governor is description.token and grammar.is_set_off(name.token)


def _is_definite(description: Candidate) -> bool:
    """Return whether a description is definite or has an owner: "*the* chief", "*its* chief"."""
    return description.is_definite or description.determiner in OWNING


def relative_pronouns(discourse: Discourse) -> None:
    """Link a relative pronoun to the noun of its clause: "the minister who resigned"."""
    for candidate in discourse.candidates:
        antecedent = discourse.at(grammar.noun_of_relative(candidate.token)) if candidate.person == 0 else None
        if antecedent is None or antecedent.index >= candidate.index:
            continue
        if candidate.form.startswith("who") and discourse.broad_type(antecedent) == "Place":
            continue  # "refugees from Libya and Yemen who applied"
        discourse.unite(antecedent, candidate)


def reflexive_pronouns(discourse: Discourse) -> None:
    """Link a reflexive pronoun to its verb's subject, as in "it sued itself", or to the noun that it emphasizes."""
    for candidate in discourse.candidates:
        if candidate.kind == "pronoun" and is_reflexive(candidate.form):
            stressed = _stressed(discourse, candidate) if grammar.is_stressing(candidate.token) else None
            antecedent = stressed or discourse.at(grammar.subject_of_reflexive(candidate.token))
            if antecedent is not None and antecedent.index < candidate.index:
                discourse.unite(antecedent, candidate)


def _stressed(discourse: Discourse, reflexive: Candidate) -> Candidate | None:
    """Return the noun right before an emphatic reflexive pronoun: "the *bank* itself", not "ran a bank herself".

    It is definite, and a person if the pronoun has a gender.
    """
    noun = discourse.at(reflexive.token.governor)
    if noun is None:
        return None
    person = noun.kind == "pronoun" or discourse.broad_type(noun) == "Person"
    known = noun.kind != "nominal" or noun.is_subject or _is_definite(noun)
    return noun if known and (person or reflexive.gender is None) else None


def bound_possessives(discourse: Discourse) -> None:
    """Link a possessive in a relative clause to the noun of the clause: "the firm, which is led by *its* founder".

    One joined to a name refers to it: "*Doe* and *her* husband left"; one joined to a noun with an owner refers to the
    owner: "the size of the *fire* and *its* cost"; one before a named subject refers to the subject: "in *her* speech,
    *Doe* said". "Their" in an infinitive refers to the several who are to do it.
    """
    for candidate in discourse.candidates:
        possessive = candidate.person == 3 and candidate.token.function == "possessor"
        owner = next(_owners(discourse, candidate), None) if possessive else None
        if owner is not None:
            discourse.unite(owner, candidate)


def _may_own(discourse: Discourse, antecedent: Candidate, pronoun: Candidate) -> bool:
    """Return whether a noun agrees with a possessive pronoun in number and gender, and can be an owner."""
    if antecedent.kind not in {"name", "nominal"} or lacks_mind(discourse, pronoun, antecedent):
        return False
    person = discourse.broad_type(antecedent) == "Person"
    if pronoun.form == "their":
        return antecedent.number == "plural"
    if pronoun.form == "its":
        return antecedent.number == "singular" and not person
    return person and antecedent.number != "plural" and antecedent.gender in {None, pronoun.gender}


def _may_be_others(discourse: Discourse, row: Candidate, possessive: Candidate) -> bool:
    """Return whether a possessive may have an owner besides a row: "Doe and Roe asked the *voters* for their votes"."""
    end, around = row.phrase.end, possessive.token.governors
    several = (each for each in discourse.before(possessive, 0) if each.number == "plural" and each.token not in around)
    named = (each.token for each in several if each.kind in {"name", "nominal"} and each.token.i > end)
    return end >= possessive.token.i or not all(map(is_inanimate, named))


def _owners(discourse: Discourse, possessive: Candidate) -> Iterator[Candidate]:
    """Yield the possible owners of a noun with "his", "her", "its" or "their"; some rules yield names only."""
    for first in grammar.joint_owners(possessive.token):
        row = discourse.row_at(first)
        if row is not None and not _may_be_others(discourse, row, possessive):
            yield row
    for find in OWNERS:
        named = find is grammar.subject_after or (find is grammar.joined_to_owned and possessive.gender)
        owners = (owner for word in find(possessive.token) if (owner := discourse.at(word)) is not None)
        for owner in owners:
            if (owner.kind == "name" or not named) and _may_own(discourse, owner, possessive):
                yield owner
    agent = discourse.at(grammar.agent_of_owned(possessive.token))
    if agent is not None and agrees(discourse, possessive, agent):
        yield agent


RULES: t.Final = (
    *(appositions, identified, named_at_last, kinds_of_names),
    *(relative_pronouns, reflexive_pronouns, bound_possessives),
)
"""The rules for links within one sentence, in order; the rule for names that are given to things comes last of all."""
