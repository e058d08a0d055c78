"""Build the table of alternative names that no rule could link: `Denali` and `Mount McKinley`.

usage: python -m training.other_names WORDNET

WORDNET is the folder with the files of WordNet 3.0, as for `training.event_nouns`. The table is written to
kg/data/other_names.json.

The table has the synsets of named things, without plants, animals and the like. A name of a person has two words or
more. Ambiguous names are left out, and so are common nouns, given and last names, short words, and names that the
rules link anyway. The table has a line for each thing: its names in lower case without spaces and marks, initials in
capitals.
"""

import argparse
import json
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.lexicon import names
from kg.lexicon.gazetteer import default_gazetteer
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import is_acronym, normal_form
from kg.lexicon.person_names import can_be_one, order_free_form, person_name
from kg.lexicon.spelling import letters
from training.event_nouns import SOURCE

TABLE: t.Final = Path(__file__).resolve().parent.parent / "kg" / "data" / "other_names.json"
FILES: t.Final = frozenset({6, 9, 10, 11, 14, 15, 17, 18, 19, 26, 28})
"""Lexicographer files: artifact, cognition, communication, event, group, location, object, person and the like."""
ARTIFACT: t.Final = 6
PERSON: t.Final = 18
LEAST_LETTERS: t.Final = 5
LEAST_CAPITALS: t.Final = 3


class Names(t.NamedTuple):
    """The names of one thing in a source, and whether it is a person."""

    names: tuple[str, ...]
    person: bool = False


def main() -> None:
    """Read WordNet, write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("wordnet", type=Path)
    synsets = list(_synsets(parser.parse_args().wordnet / "data.noun"))
    rows = ",\n".join(f'  "{row}"' for row in sorted(things(synsets)))
    TABLE.write_text(f'{{\n "source": {json.dumps(SOURCE)},\n "things": [\n{rows}\n ]\n}}\n', encoding="utf-8")


class Synset(t.NamedTuple):
    """The lexicographer file of a synset, whether it is a single person or thing, and its words."""

    file: int
    single: bool
    words: tuple[str, ...]


def _synsets(path: Path) -> Iterator[Synset]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.partition(" | ")[0].split()
        if not line.startswith(" "):
            size = int(fields[3], 16)
            words = tuple(fields[4 + 2 * i].replace("_", " ") for i in range(size))
            yield Synset(int(fields[1]), "@i" in fields, words)


def things(synsets: Sequence[Synset]) -> Iterator[str]:
    """Yield the names of each thing that are unambiguous and that no rule links, if there are several."""
    meanings = Counter(letters(word) for synset in synsets for word in synset.words)
    common = {letters(word) for synset in synsets for word in synset.words if word.islower()}
    for synset in synsets:
        person = synset.file == PERSON and synset.single
        sure = [name for name in synset.words if meanings[letters(name)] == 1 and letters(name) not in common]
        found = list({letters(name): name for name in sure if _is_name(name, person=person)}.values())
        apart = len(found) > 1 and not _is_known(found) and not (person and _agree(found))
        brands = synset.file == ARTIFACT and not any(" " in name for name in found)
        if synset.file in FILES and apart and not brands:
            yield " ".join(letters(name).upper() if is_acronym(name) else letters(name) for name in found)


def _is_name(name: str, *, person: bool) -> bool:
    plain = letters(name)
    if not name[0].isupper() or (person and " " not in name):
        return False
    if is_acronym(name):
        return len(plain) >= LEAST_CAPITALS and plain not in names("initials")
    known = given_name_gender(plain) is not None or plain in names("surname")
    return len(plain) >= LEAST_LETTERS and not known


def _is_known(found: Iterable[str]) -> bool:
    """Return whether the gazetteer has all the names, or one of another thing, or the names are the same anyway."""
    gazetteer = default_gazetteer()
    entries = [{entry.label for entry in gazetteer.by_name.get(normal_form(name), ())} for name in found]
    others = set().union(*entries) - set(found)
    return bool(others) or all(entries) or len({normal_form(name) for name in found}) == 1


def _agree(found: Sequence[str]) -> bool:
    """Return whether the rules for names of persons link them all to one person."""
    first, *others = (name for name in map(person_name, found) if name is not None)
    return all(can_be_one(first, one) or order_free_form(first) == order_free_form(one) != () for one in others)


if __name__ == "__main__":
    main()
