"""Other forms of a name in one document: with its kind, in brackets behind it, in the plural, misspelled."""

import itertools
import re
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.lexicon import value
from kg.lexicon.gazetteer import is_adjective_of_place
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import bare, is_acronym, is_rare, normal_form
from kg.lexicon.noun_types import broad_type, most_frequent
from kg.lexicon.supersenses import noun_supersense
from kg.reference.coref.bearers import Forms
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse

PARTY: t.Final = "party"
KNOWN: t.Final = "="
"""What the form of a name begins with that the gazetteer knows."""
MIN_LETTERS: t.Final = 6
"""How long a word must be for a letter more, less or else to be a mistake."""
MAX_LETTERS: t.Final = 40
"""How long a word is at most that is compared letter by letter."""
BRACKET: t.Final = re.compile(r"\s*[(\[]\s*[\"“‘']?")
WITHIN: t.Final = re.compile(r"(.+?)\s+\(([^()]+)\)?")
"""A name whose brackets the recogniser took into it."""


def names_with_kind(discourse: Discourse) -> None:
    """Unite a name with the name that says its kind too: "Hurricane Irma ... Irma".

    A storm may be called anything by the recogniser. A rare first word means an organization that was introduced by its
    full name, whatever the word behind it: "Qwest Phones ... Qwest".
    """
    forms = discourse.names
    longer: dict[str, list[str]] = {}
    for full in forms:
        short = _without_kind(full, forms)
        if short:
            longer.setdefault(short, []).append(full)
    for short, fuller in longer.items():
        firm = _usual_type(forms[fuller[0]]) == "Organization"
        person = firm and any(_is_a_person(discourse, candidate) for candidate in forms[short])
        if len(fuller) == 1 and not person:
            discourse.unite(forms[fuller[0]][0], *forms[short])


def _is_a_person(discourse: Discourse, candidate: Candidate) -> bool:
    """Tell whether a name is already known to mean a person with a full name: "Jane Doe ... *Doe*", "Doe Motors"."""
    return any(member.form in discourse.bearers.full for member in discourse.cluster(candidate).members)


def _without_kind(full: str, forms: Forms) -> str:
    """Return the name less the word for its kind, where the document has that, too; else "".

    The adjective of a party has its name: "the Conservative Party ... the *Conservative* leader".
    """
    first, _, behind = full.partition(" ")
    if value("first").get(first) == "Event":
        return behind if behind in forms else ""
    before, _, last = full.removeprefix(KNOWN).casefold().rpartition(" ")
    place = is_adjective_of_place(before) or _usual_type(forms.get(before, ())) == "Place"
    party = last == PARTY and before in forms and not place
    return before if party else first if _is_introduced(first, full, forms) else ""


def _is_introduced(short: str, full: str, forms: Forms) -> bool:
    """Tell whether a rare word is the first of an organization's name that came before: "Qwest Phones ... Qwest"."""
    if short == full or short not in forms or _usual_type(forms[full]) != "Organization":
        return False
    written, kind = bare(forms[short][0].mention.words), _usual_type(forms[short])
    earlier = forms[full][0].index < forms[short][0].index
    return earlier and is_rare(written) and kind in {"Organization", "Person", "Thing"}


def _usual_type(found: Iterable[Candidate]) -> str:
    return broad_type(most_frequent(candidate.type for candidate in found))


def bracketed_names(discourse: Discourse) -> None:
    """Unite a name and another in brackets behind it: "Norland Mining Bureau (BMN)", "Grey Whale Party (GWP)".

    Letters must be those of the name's words in any order, for they may be those of another language; other names must
    have several words as well, and be of the same kind. A person's club or party is in brackets, too.
    """
    text = discourse.tokens.parse.document.text
    named = [candidate for candidate in discourse.candidates if candidate.kind == "name"]
    for name, other in itertools.pairwise(named):
        between = text[name.mention.span.end : other.mention.span.start]
        if BRACKET.fullmatch(between) and _may_be_other_name(name, name.mention.words, other):
            discourse.unite(name, other)
    for name in named:
        inside = WITHIN.fullmatch(name.mention.words)
        others = discourse.names.get(normal_form(inside[2]), ()) if inside else ()
        if inside and others and _may_be_other_name(name, inside[1], others[0]):
            discourse.unite(name, others[0])


def _may_be_other_name(name: Candidate, written: str, other: Candidate) -> bool:
    kind, letters = broad_type(name.type), bare(other.mention.words)
    if is_acronym(letters):
        return kind != "Person" and _has_letters(letters, written)
    several = " " in name.form and " " in other.form
    return several and kind == broad_type(other.type) and kind not in {"Person", "Place"}


def _has_letters(short: str, name: str) -> bool:
    """Tell whether most letters of an acronym begin words of a name."""
    initials = Counter(part[0] for part in re.split(r"[\s\-]+", name.casefold()))
    letters = Counter(short.casefold().replace(".", ""))
    return (initials & letters).total() >= max(letters.total() - 1, 2)


def plural_names(discourse: Discourse) -> None:
    """Unite a people or party with its members: "Houthi ... the Houthis", "Conservative Party ... Conservatives".

    The adjective of a country means that.
    """
    forms = discourse.names
    groups = (form for form, found in forms.items() if form.endswith("s") and _usual_type(found) == "Group")
    for form in groups:
        member = form.removesuffix("s")
        for short in (member, f"{member} {PARTY}"):
            if short in forms and short not in discourse.gazetteer.countries:
                discourse.unite(forms[short][0], forms[form][0])


def misspelled_names(discourse: Discourse) -> None:
    """Unite two names that differ by one letter in one long word, one of which stands only once: "Phailin", "Phalin".

    No word that means something is taken for a mistake, and no given name, plural or adjective of the other.
    """
    forms = discourse.names
    alike: dict[tuple[str, ...], list[str]] = {}
    for form in forms:
        for key in dict.fromkeys(_less_a_letter(form.split())) if not form.startswith(KNOWN) else ():
            alike.setdefault(key, []).append(form)
    for same in alike.values():
        for one, other in itertools.combinations(same, 2):
            if _is_mistake(one.split(), other.split()) and _may_be_one(forms[one], forms[other]):
                discourse.unite(forms[one][0], forms[other][0])


def _less_a_letter(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a name as it is and less each letter of its long words: what differs by one letter shares one of these."""
    yield tuple(parts)
    for place, part in enumerate(parts):
        for i in range(len(part) if MIN_LETTERS <= len(part) <= MAX_LETTERS else 0):
            yield (*parts[:place], part[:i] + part[i + 1 :], *parts[place + 1 :])


def _may_be_one(one: Sequence[Candidate], other: Sequence[Candidate]) -> bool:
    types = {_usual_type(one), _usual_type(other)}
    return min(len(one), len(other)) == 1 and (len(types) == 1 or "Thing" in types)


def _is_mistake(one: Sequence[str], other: Sequence[str]) -> bool:
    first, second = next(sorted(pair, key=len) for pair in zip(one, other, strict=True) if len(set(pair)) > 1)
    if len(first) < MIN_LETTERS or second.startswith(first):  # "Houthi", "Houthis"; "Korea", "Korean"
        return False
    means = any(given_name_gender(word) or noun_supersense(word) for word in (first, second))
    return first[0] == second[0] and first.isalpha() and not means
