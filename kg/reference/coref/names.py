"""Links names of one thing: equal, shortened, initials; and decides if a surname is a person's or a firm's."""

import bisect
import functools
import itertools
import re
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from kg.grammar.antecedents import is_speaking
from kg.grammar.parse import Token
from kg.lexicon import names, value
from kg.lexicon.gazetteer import Gazetteer, means_place
from kg.lexicon.given_names import Gender
from kg.lexicon.name_forms import acronyms, bare, is_acronym, is_short_form, normal_form
from kg.lexicon.noun_types import broad_type
from kg.lexicon.person_names import PersonName, can_be_one, order_free_form
from kg.lexicon.supersenses import noun_supersense
from kg.reference.coref.bearers import Forms, may_agree, person_of, usual_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.columns import OWNERS_OF, PATIENTS_OF, SUBJECTS_OF
from kg.reference.coref.discourse import Discourse

EVIDENCE: t.Final[t.Mapping[str, Mapping[str, str]]] = {
    "subject": SUBJECTS_OF, "passive subject": PATIENTS_OF, "possessor": OWNERS_OF, "part of compound": OWNERS_OF,
    "object of preposition": OWNERS_OF,
}  # fmt: skip
"""The governors that indicate a person or an organization, by the grammatical role of the name."""
AGE: t.Final = re.compile(r"[1-9]\d")
RARE: t.Final = 5
"""The number of mentions of a last name of which one may have what firms have: "Jane Doe ... Doe's *brand*"."""


def equal_names(discourse: Discourse) -> None:
    """Link names that are spelled alike or known as one: "the US ... America", "Acme Corp ... Acme".

    A single word that is also the last name of a person in the document is left to `surnames`.
    """
    for form, candidates in discourse.names.items():
        if form not in discourse.bearers.of:
            discourse.unite(*candidates)


def full_names(discourse: Discourse) -> None:
    """Link full names of a person that agree: "Jane Doe QC ... Jane A. Doe", "Doe Jane"; none that agrees with two."""
    forms = discourse.names
    persons = {form: name for form in discourse.bearers.full if (name := person_of(form, forms)) is not None}
    near = may_agree(persons)
    for form, name in persons.items():
        agreeing = [other for other in near.get(form, ()) if _agree(name, persons[other])]
        if all(_agree(persons[one], persons[other]) for one, other in itertools.combinations(agreeing, 2)):
            for other in agreeing:
                discourse.unite(forms[form][0], forms[other][0])


def _agree(one: PersonName, other: PersonName) -> bool:
    """Return whether two full names can be one person's; a given name may be left out, but not one of two initials."""
    if can_be_one(one, other) or (order_free_form(one) != () and order_free_form(one) == order_free_form(other)):
        return True
    shorter, longer = sorted((one.words, other.words), key=len)
    left_out = shorter[-1] == longer[-1] and set(shorter) < set(longer) and len(shorter) > 1
    initials = [sum(len(word) == 1 for word in words) for words in (shorter, longer)]
    return left_out and not 0 < initials[0] < initials[1] and one.generation == other.generation


def surnames(discourse: Discourse) -> None:
    """Link a last or a given name to the full name of a person: "Jane Doe ... Doe".

    Of two persons of that name it is the one who was not introduced as a relative: "Jane Doe ... her son Jack Doe";
    else the one introduced first, whom the text is about. If a firm has the name too ("Doe Motors"), each mention is
    decided by the words around it, then by most labels.
    """
    persons = persons_named(discourse)
    for form, candidates in discourse.names.items():
        if form in discourse.bearers.of:
            discourse.unite(*(candidate for candidate in candidates if candidate.index not in persons))
            for candidate in candidates:
                if candidate.index in persons:
                    discourse.unite(candidate, persons[candidate.index])


def persons_named(discourse: Discourse) -> Mapping[int, Candidate]:
    """Return the full name that each single last or given name of a person refers to, by its index."""
    referents: dict[int, Candidate] = {}
    for form, bearers in discourse.bearers.of.items():
        referents |= _referents(form, bearers, discourse)
    return referents


def _first_introduced(discourse: Discourse, bearers: Iterable[str], gender: Gender | None) -> Sequence[Candidate]:
    """Return the names of the first person with a surname who is not called a relative: "his father Jack Doe".

    The person has no other gender than the title of the surname: "Jack Doe … his wife Jane Doe … *Mrs Doe*".
    """
    forms = discourse.names
    fitting = [name for name in bearers if not gender or discourse.cluster(forms[name][0]).genders <= {gender}]
    kinless = [name for name in fitting if not any(any(map(is_kin, one.descriptors)) for one in forms[name])]
    return forms.get(min(kinless or fitting, key=lambda name: forms[name][0].index, default=""), ())


def _referents(form: str, bearers: Sequence[str], discourse: Discourse) -> Iterator[tuple[int, Candidate]]:
    """Yield the index of each name of that form that is a person, and the last full name before it."""
    candidates = discourse.names[form]
    genders = {candidate.gender for candidate in candidates}
    persons_of = {gender: _first_introduced(discourse, bearers, gender) for gender in genders}
    clues = [person_evidence(candidate.token) for candidate in candidates]
    acting = (clue for one, clue in zip(candidates, clues, strict=True) if one.token.function != "possessor")
    firm = min(acting, default=0) < 0
    shown = min(clues) <= 0 and _shows_person(candidates, clues, bearers, discourse.names, firm=firm)
    for candidate, evidence in zip(candidates, clues, strict=True):
        persons = persons_of[candidate.gender]
        person = candidate.type == "Person" or max(clues) > 0
        possible = evidence == 0 or (person and not firm)  # persons have offices and shares, too
        is_person = evidence > 0 or (shown and possible)
        if persons and is_person:
            last = bisect.bisect_left(persons, candidate.index, key=attrgetter("index")) - 1
            yield candidate.index, persons[max(last, 0)]


def short_names(discourse: Discourse) -> None:
    """Link a firm's short name to the full one, if there is only one: "Acme ... Acme Motor Group".

    A name that acts or speaks as organizations do is linked to the one full name that begins with it.
    """
    forms, is_person = discourse.names, functools.cache(discourse.bearers.is_person)
    for form, candidates in forms.items():
        organizations = [candidate for candidate in candidates if not is_person(discourse.cluster(candidate))]
        bodies = _organizations(f"{form} of ", forms) if " " in form else []  # "*General Assembly* of the UN"
        longer = _long_forms(form, forms) or _clubs(form, forms) or bodies
        longer = longer or _of_states(form, forms, discourse.gazetteer)
        if not longer and any(_acts(one.token, form) for one in organizations):
            longer = _organizations(f"{form} ", forms)
        if len(longer) == 1 and organizations:
            discourse.unite(organizations[0], forms[longer[0]][0])


def unmarked_names(discourse: Discourse) -> None:
    """Link a word that was tagged as a common noun to the name that it repeats: "Pango Group ... Pango"."""
    forms, full = discourse.names, discourse.bearers.full
    for candidate in discourse.candidates:
        if not _may_be_unmarked(candidate):
            continue
        form = normal_form(candidate.mention.words)
        matches = [form] if form in forms else _long_forms(form, forms)
        if not matches and noun_supersense(candidate.form) is None:  # "Vance" at the start of a sentence
            matches = [name for name in full if name.endswith(f" {form}")]
        matches = matches or _clubs(form, forms) or _of_states(form, forms, discourse.gazetteer)
        if len(matches) == 1 and (candidate.number == "singular" or form in names("form", "clubname")):
            discourse.unite(forms[matches[0]][0], candidate)


def _may_be_unmarked(candidate: Candidate) -> bool:
    """Return whether a description is one word with a capital and without a determiner."""
    if candidate.kind != "nominal" or not candidate.token.text[0].isupper() or candidate.determiner:
        return False
    text = candidate.mention.words
    return text[0].isupper() and len(text.split()) == 1


def initials(discourse: Discourse) -> None:
    """Link initials to the name that they abbreviate: "Bureau of Mines (BOM) ... the BOM"."""
    forms = discourse.names
    full = {form: acronyms(candidates[0].mention.words) for form, candidates in forms.items()}
    for candidates in forms.values():
        short = bare(candidates[0].mention.words)
        if not is_acronym(short):
            continue
        letters = short.replace(".", "").upper()
        matches = [form for form, others in full.items() if letters in others]
        defined = _defined(candidates, discourse)
        if len(matches) == 1:
            discourse.unite(candidates[0], forms[matches[0]][0])
        elif defined is not None:
            discourse.unite(candidates[0], defined)


def _defined(candidates: Iterable[Candidate], discourse: Discourse) -> Candidate | None:
    """Return the name before the bracket around one of the initials, if it begins with the same letter."""
    for candidate in candidates:
        token = candidate.token
        if token.i < 2 or token.nbor(-1).text != "(":
            continue
        before = next((c for c in reversed(discourse.candidates) if c.token.i <= token.i - 2), None)
        if before is not None and before.token.i == token.i - 2 and before.kind == "name":
            capitals = {part[0] for part in before.mention.words.split() if part[0].isupper()}
            if candidate.mention.words[0] in capitals:
                return before
    return None


def _long_forms(form: str, forms: Forms) -> list[str]:
    return [name for name in forms if form in name and form != name and is_short_form(form, name)]


def _clubs(form: str, forms: Forms) -> list[str]:
    """Return the names of clubs that a last word refers to: "Halden *Rovers*"."""
    return [name for name in forms if name.endswith(f" {form}")] if form in names("form", "clubname") else []


def _organizations(start: str, forms: Forms) -> list[str]:
    """Return the names of organizations that begin with some words."""
    longer = (name for name in forms if name.startswith(start))
    return [name for name in longer if usual_type(forms[name]) == "Organization"]


def _of_states(form: str, forms: Forms, gazetteer: Gazetteer) -> list[str]:
    """Return the names that add the state, country or place of a body: "the *Senate*", "US Senate"."""
    if form.rpartition(" ")[2] not in names("government"):
        return []
    written = {name: name.removeprefix("=").casefold() for name in forms}
    longer = {name: full.removesuffix(form) for name, full in written.items() if full.endswith(f" {form}")}
    return [name for name, place in longer.items() if means_place(place.strip(), gazetteer)]


def _acts(token: Token, form: str) -> bool:
    """Return whether a name does what organizations do, or has several words and speaks."""
    return person_evidence(token) < 0 or (" " in form and is_speaking(token))


def is_kin(noun: str) -> bool:
    """Return whether a noun means a relative or a friend of somebody."""
    return value("owned").get(noun) == "Person" and noun_supersense(noun) == "person"


def _shows_person(
    named: Sequence[Candidate], clues: Sequence[int], bearers: Iterable[str], forms: Forms, *, firm: bool
) -> bool:
    """Return whether the document as a whole shows that a surname is a person's, if its own words do not.

    A label other than Person counts for nothing if the surname follows the full name, as in the news, and no
    organization of that name occurs.

    `clues` are the evidence of its mentions, `bearers` the full names that it may refer to, and `firm` says whether one
    of its mentions does what firms do.
    """
    if any(_long_forms(form, forms) for form in {candidate.form for candidate in named}):
        return False
    votes = Counter(broad_type(other.type) for other in named)
    person = votes["Person"] + votes["Thing"]
    if all(count <= person for type_, count in votes.items() if type_ not in {"Person", "Thing"}):
        return True
    introduced = min(forms[name][0].index for name in bearers) < min(other.index for other in named)
    possible = not firm and (max(clues) > 0 or len(named) > RARE * sum(clue < 0 for clue in clues))
    return introduced and possible


def person_evidence(token: Token) -> int:
    """Return 1 if the words around a name indicate a person, -1 if they indicate an organization, else 0."""
    governor, lemma = token.governor, token.governor.lemma_.lower()
    if token.function == "object of preposition" and governor.lower_ == "of" and governor.function == "preposition":
        lemma = governor.governor.lemma_.lower()  # "customers of Acme" as "Acme's customers"
    type_ = EVIDENCE[token.function].get(lemma) if token.function in EVIDENCE else None
    if type_ is not None:
        return 1 if type_ == "Person" else -1
    has_for = any(child.lower_ == "for" for child in governor.dependents_after)
    works = token.function == "subject" and lemma == "work" and has_for
    aged = token.i + 2 < len(token.doc) and token.nbor(1).text == "," and AGE.fullmatch(token.nbor(2).text) is not None
    return int(works or aged)


RULES: t.Final = (equal_names, full_names, surnames, short_names, unmarked_names, initials)
"""The rules for names, in order."""
