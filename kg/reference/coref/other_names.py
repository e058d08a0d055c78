"""Links other forms of a name in one document: with its kind, in brackets after it, in the plural, misspelled."""

import itertools
import re
import typing as t
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.lexicon import names, value
from kg.lexicon.gazetteer import is_adjective_of_place
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import bare, is_acronym, is_rare, normal_form
from kg.lexicon.noun_types import broad_type, name_type
from kg.lexicon.supersenses import noun_supersense
from kg.reference.coref.bearers import Forms, usual_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse

MIN_LETTERS: t.Final = 6
"""The least length of a word in which one added, missing or changed letter counts as a misspelling."""
MAX_LETTERS: t.Final = 40
"""The greatest length of a word that is compared letter by letter."""
KNOWN: t.Final = "="
"""The prefix of a name's form if the name is in the gazetteer."""
BRACKET: t.Final = re.compile(r"\s*[(\[]\s*[\"“‘']?")
WITHIN: t.Final = re.compile(r"(.+?)\s+\(([^()]+)\)?")
"""A name that includes its brackets because the recogniser did."""


def names_with_kind(discourse: Discourse) -> None:
    """Link a name to the name that adds its kind: "Hurricane Irma ... Irma", "Freedom Magazine ... Freedom".

    The label of the name alone must agree, except for storms, which the recogniser labels at random. A rare first word
    refers to an organization introduced by its full name, whatever the word after it: "Qwest Phones ... Qwest".
    """
    forms = discourse.names
    persons = _ends_of_persons(forms)
    longer: dict[str, list[str]] = {}
    for full in forms:
        short = _without_kind(full, forms)
        if short:
            longer.setdefault(short, []).append(full)
    for short, fuller in longer.items():
        if len(fuller) == 1 and short not in persons:
            firm = usual_type(forms[fuller[0]]) == "Organization"
            for candidate in forms[short]:
                if not firm or not discourse.bearers.is_person(discourse.cluster(candidate)):
                    discourse.unite(forms[fuller[0]][0], candidate)


def _without_kind(full: str, forms: Forms) -> str:
    """Return the name without the word for its kind, if the document has that, too; else ""."""
    first, _, rest = full.partition(" ")
    before, _, last = full.rpartition(" ")
    if value("first").get(first) == "Event":
        return rest if rest in forms else ""
    if last in names("common", "behind") and usual_type(forms[full]) == "Place":
        return before if before in forms and usual_type(forms[before]) == "Place" else ""
    party = _party(full.removeprefix(KNOWN).casefold(), forms)
    organization = before if _is_organization(before, last, forms) else ""
    return party or organization or (first if _is_introduced(first, full, forms) else "")


def _party(full: str, forms: Forms) -> str:
    """Return the name of a party without that word, as in its adjective: "the *Conservative* leader"; else ""."""
    before, _, last = full.rpartition(" ")
    named = last == "party" and before in forms and not is_adjective_of_place(before)
    return before if named and usual_type(forms[before]) in {"Group", "Organization", "Thing"} else ""


def _is_organization(before: str, last: str, forms: Forms) -> bool:
    """Return whether the word after a name marks it as an organization's, and the name alone is labelled as one."""
    if broad_type(value("last").get(last, "Thing")) != "Organization" or before not in forms:
        return False
    return not is_acronym(bare(forms[before][0].mention.words)) and usual_type(forms[before]) == "Organization"


def _is_introduced(short: str, full: str, forms: Forms) -> bool:
    """Return whether a rare unknown word begins an earlier name of an organization: "Qwest Phones ... Qwest"."""
    if short.startswith(KNOWN) or short not in forms or usual_type(forms[full]) != "Organization":
        return False
    written, kind = bare(forms[short][0].mention.words), usual_type(forms[short])
    earlier = forms[full][0].index < forms[short][0].index
    return earlier and is_rare(written) and kind in {"Organization", "Person", "Thing"}


def _ends_of_persons(forms: Forms) -> frozenset[str]:
    """Return the last words, one and more, of each person's name that has a given name."""
    ends: set[str] = set()
    for form, candidates in forms.items():
        first, *others = form.split(" ")
        if others and given_name_gender(first) is not None and usual_type(candidates) == "Person":
            ends.update(" ".join(others[place:]) for place in range(len(others)))
    return frozenset(ends)


def bracketed_names(discourse: Discourse) -> None:
    """Link a name, or he, she, it or they, to the name in brackets after it: "Grey Whale Party (GWP)", "He (Doe)".

    Letters must be initials of the name's words in any order, since they may be from another language; other names
    must have several words, too, and be of the same kind. A person's club or party in brackets is another thing.
    Of two names that end before the bracket the longer one counts: "the Boats Council for *Norland* (BCN)".
    """
    text = discourse.stretch.parse.document.text
    named = [candidate for candidate in discourse.candidates if candidate.kind == "name"]
    referring = [one for one in reversed(discourse.candidates) if one.kind == "name" or one.person == 3]
    for name, other in itertools.pairwise(sorted(referring, key=attrgetter("mention.span.end"))):
        between = name.mention.span.end, other.mention.span.start
        if BRACKET.fullmatch(text, *between) and _may_be_other_name(name, name.mention.words, other):
            discourse.unite(name, other)
    for name in named:
        inside = WITHIN.fullmatch(name.mention.words)
        others = discourse.names.get(normal_form(inside[2]), ()) if inside else ()
        if inside and others and _may_be_other_name(name, inside[1], others[0]):
            discourse.unite(name, others[0])


def _may_be_other_name(name: Candidate, written: str, other: Candidate) -> bool:
    kind, letters = broad_type(name.type), bare(other.mention.words)
    if other.kind == "pronoun" or name.kind == "pronoun":
        return other.kind == "name" and other.gender in {None, name.gender}
    if kind == "Person":
        return False
    if is_acronym(letters):
        return _has_letters(letters, written)
    several = " " in name.form and " " in other.form
    return several and kind == broad_type(other.type) and kind != "Place"


def _has_letters(short: str, name: str) -> bool:
    """Return whether most letters of an acronym are initials of the words of a name."""
    initials = Counter(part[0].casefold() for part in re.split(r"[\s\-]+", name) if part)
    count = (initials & Counter(short.casefold())).total()
    return count >= len(short.replace(".", "")) - 1 and count > 1


def plural_names(discourse: Discourse) -> None:
    """Link a people or party to its members: "Houthi ... the Houthis", "Conservative Party ... Conservatives".

    The adjective of a country refers to the country.
    """
    forms = discourse.names
    persons = _ends_of_persons(forms)
    for form, candidates in forms.items():
        for short in (form.removesuffix("s"), f"{form.removesuffix('s')} party") if form.endswith("s") else ():
            people = short in forms and usual_type(candidates) == "Group" and short not in discourse.gazetteer.countries
            if people and short not in persons:
                discourse.unite(forms[short][0], candidates[0])


def misspelled_names(discourse: Discourse) -> None:
    """Link two names that differ by one letter in one long word, one of which occurs only once: "Phailin", "Phalin".

    A common word is never a misspelling, nor is a given name, a word with a number, or the other's plural or adjective.
    """
    forms = discourse.names
    similar: dict[tuple[str, ...], list[str]] = {}
    for form in forms:
        for key in dict.fromkeys(_less_a_letter(form.split())) if not form.startswith(KNOWN) else ():
            similar.setdefault(key, []).append(form)
    for same in similar.values():
        for one, other in itertools.combinations(same, 2):
            if _is_mistake(one.split(), other.split()) and _may_be_one(forms[one], forms[other]):
                discourse.unite(forms[one][0], forms[other][0])


def _less_a_letter(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a name as it is and without each letter of its long words; names that differ by a letter share a form."""
    yield tuple(parts)
    for place, part in enumerate(parts):
        for i in range(len(part) if MIN_LETTERS <= len(part) <= MAX_LETTERS else 0):
            yield (*parts[:place], part[:i] + part[i + 1 :], *parts[place + 1 :])


def _may_be_one(one: Sequence[Candidate], other: Sequence[Candidate]) -> bool:
    types = {usual_type(one), usual_type(other)}
    return min(len(one), len(other)) == 1 and (len(types) == 1 or "Thing" in types)


def _is_mistake(one: Sequence[str], other: Sequence[str]) -> bool:
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(different) != 1:
        return False
    first, second = sorted(different[0], key=len)
    if len(first) < MIN_LETTERS or second.startswith(first):  # "Houthi", "Houthis"; "Korea", "Korean"
        return False
    if any(letter.isdigit() for letter in first + second):  # "Orla-2", "Orla-3"
        return False
    known = any(given_name_gender(word) or noun_supersense(word) or name_type(f"X {word}") for word in (first, second))
    return _one_letter_off(first, second) and not known


def _one_letter_off(short: str, long: str) -> bool:
    """Return whether two words differ by one added, missing or changed letter, or by two swapped letters."""
    if short[0] != long[0] or len(long) - len(short) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return swapped or short[start + 1 :] == long[start + 1 :]


RULES: t.Final = (names_with_kind, bracketed_names, plural_names, misspelled_names)
"""The rules for other forms of a name, in order."""
