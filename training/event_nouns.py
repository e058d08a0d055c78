"""Build the table of event nouns with their verbs ("acquisition" is to "acquire").

usage: python -m training.event_nouns WORDNET

WORDNET is the folder with the files of WordNet 3.0 (index.noun, data.noun, index.verb, data.verb, cntlist.rev), which
Debian's package wordnet-base puts into share/wordnet. The table is written to kg/data/event_nouns.json.

A noun and a verb are a pair if WordNet calls them derivationally related. Of these, a noun is kept if its most
frequent sense is an act, an event, a process, a relation and the like, and not a thing or a person. Nouns that are
spelled like their verb ("cut", "rush") have too many other meanings: the useful ones are in the hand-written table
kg/data/event_noun_frames.json. Of several verbs the one that is spelled most like the noun is chosen,
then the most frequent. The format of the files is that of the manual pages wndb(5WN), wninput(5WN) and cntlist(5WN).
"""

import argparse
import json
import typing as t
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

TABLE: t.Final = Path(__file__).resolve().parent.parent / "kg" / "data" / "event_nouns.json"
SOURCE: t.Final = "Made from WordNet 3.0, Copyright 2006 by Princeton University; see LICENSE-wordnet.txt."
EVENTIVE: t.Final = frozenset({4, 9, 10, 11, 12, 21, 22, 24, 26})
"""Lexicographer files: act, cognition, communication, event, feeling, possession, process, relation, state."""
DIRECT_OBJECT_FRAMES: t.Final = frozenset({8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 30, 31})
"""The sentence frames in which a noun follows the verb: "Somebody ----s something" and its extensions."""
LEAST_LETTERS: t.Final = 4
LEAST_COMMON_LETTERS: t.Final = 3
LEAST_COUNT: t.Final = 1
DENOMINAL_ENDINGS: t.Final = ("ize", "ise", "ify", "ate")
"""Endings of longer verbs that are made from the noun and have another meaning: to "alphabetize"."""
AMBIGUOUS: t.Final = frozenset(
    {"accommodation", "administration", "certificate", "coming", "concept", "conception", "daring", "dating",
     "documentation", "ending", "establishment", "extent", "foundation", "getting", "giving", "holding",
     "information", "installment", "instalment", "invention", "legislation", "living", "losings", "making",
     "management", "operation", "ordinance", "permission", "procedure", "proceeding", "proceedings", "procession",
     "rating", "remainder", "remnant", "requisition", "savings", "standing", "tendency", "transaction", "variant",
     "winnings", "writing"}
)  # fmt: skip
"""Nouns that mostly have another sense in the news, though WordNet's first sense is an event."""


@dataclass(frozen=True, slots=True)
class Synset:
    """One line of a data file: its lexicographer file, its words, their pointers to verbs, and their frames.

    `lexical_ids` distinguish senses of one word in one lexicographer file. A derivation is the number of a word in this
    synset (from 1), the offset of a synset of verbs, and the number of a word there. A frame holds the number of a
    word, 0 for all.
    """

    file: int
    words: tuple[str, ...]
    lexical_ids: tuple[int, ...]
    derivations: tuple[tuple[int, int, int], ...]
    frames: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class WordNet:
    """The part of WordNet that the table is made from: senses are ordered from the most frequent."""

    senses: dict[str, tuple[int, ...]]
    nouns: dict[int, Synset]
    verbs: dict[int, Synset]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in one sense: its frequency in texts, and whether it takes a direct object."""

    word: str
    count: int
    transitive: bool


def read_wordnet(folder: Path) -> WordNet:
    """Read the files of the dictionary."""
    senses = read_senses(folder / "index.noun")
    nouns, verbs = (dict(_synset(line) for line in _lines(folder / f"data.{pos}")) for pos in ("noun", "verb"))
    counted = (line.split() for line in _lines(folder / "cntlist.rev"))
    return WordNet(senses, nouns, verbs, {key: int(count) for key, _, count in counted})


def read_senses(index: Path) -> dict[str, tuple[int, ...]]:
    """Return the offsets of the senses of each word of an index, from the most frequent."""
    return dict(_senses(line) for line in _lines(index))


def _lines(path: Path) -> Iterator[str]:
    """Yield the lines after the licence, whose lines are indented."""
    yield from (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" "))


def _senses(line: str) -> tuple[str, tuple[int, ...]]:
    fields = line.split()
    return fields[0], tuple(int(offset) for offset in fields[-int(fields[2]) :])


def _synset(line: str) -> tuple[int, Synset]:
    fields = iter(line.partition(" | ")[0].split())
    offset, file, _, size = int(next(fields)), int(next(fields)), next(fields), int(next(fields), 16)
    words = [(next(fields), int(next(fields), 16)) for _ in range(size)]
    pointers = [(next(fields), int(next(fields)), next(fields), next(fields)) for _ in range(int(next(fields)))]
    frames = [(next(fields), int(next(fields)), int(next(fields), 16)) for _ in range(int(next(fields, "0")))]
    return offset, Synset(
        file,
        tuple(word.lower() for word, _ in words),
        tuple(lexical_id for _, lexical_id in words),
        tuple(
            (int(ends[:2], 16), to, int(ends[2:], 16)) for sign, to, pos, ends in pointers if (sign, pos) == ("+", "v")
        ),
        tuple((frame, word) for _, frame, word in frames),
    )


def related_verbs(wordnet: WordNet, noun: str) -> Iterator[Verb]:
    """Yield the verbs that the senses of `noun` are derived from."""
    for offset in wordnet.senses[noun]:
        synset = wordnet.nouns[offset]
        for source, to, target in synset.derivations if synset.file in EVENTIVE else ():
            if synset.words[source - 1] == noun:
                yield verb_at(wordnet, to, target)


def verb_at(wordnet: WordNet, offset: int, number: int) -> Verb:
    """Return the word with this number (from 1) in the synset of verbs at an offset."""
    synset = wordnet.verbs[offset]
    word, lexical_id = synset.words[number - 1], synset.lexical_ids[number - 1]
    count = wordnet.counts.get(f"{word}%2:{synset.file:02}:{lexical_id:02}::", 0)
    transitive = any(frame in DIRECT_OBJECT_FRAMES for frame, of in synset.frames if of in {0, number})
    return Verb(word.replace("_", " "), count, transitive)


def event_verb(wordnet: WordNet, noun: str) -> Verb | None:
    """Return the verb of `noun`, or None if the noun mostly has another sense."""
    file = wordnet.nouns[wordnet.senses[noun][0]].file
    found = [verb for verb in related_verbs(wordnet, noun) if is_pair(noun, verb, file)]
    best = max(found, key=lambda verb: (likeness(noun, verb.word), verb.count, verb.word), default=None)
    if best is None:
        return None
    return replace(best, transitive=any(verb.transitive for verb in found if verb.word == best.word))


def is_pair(noun: str, verb: Verb, file: int) -> bool:
    """Return whether `verb` is the verb of `noun`, given the lexicographer file of the noun's most frequent sense."""
    if len(noun) < LEAST_LETTERS or verb.count < LEAST_COUNT or likeness(noun, verb.word) < LEAST_COMMON_LETTERS:
        return False
    if noun in AMBIGUOUS or noun == verb.word or (len(verb.word) > len(noun) and verb.word.endswith(DENOMINAL_ENDINGS)):
        return False
    return file in EVENTIVE


def likeness(noun: str, verb: str) -> int:
    """Return the length of the common prefix."""
    pairs = zip(noun, verb.replace(" ", ""), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def event_noun_table(wordnet: WordNet) -> dict[str, t.Any]:
    """Return the content of the file: the verb of each noun, transitive verbs apart from the others."""
    pairs = {noun: event_verb(wordnet, noun) for noun in sorted(wordnet.senses) if noun.isalpha()}
    found = {noun: verb for noun, verb in pairs.items() if verb is not None}
    return {
        "source": SOURCE,
        "transitive": {noun: verb.word for noun, verb in found.items() if verb.transitive},
        "intransitive": {noun: verb.word for noun, verb in found.items() if not verb.transitive},
    }


def main() -> None:
    """Write the table and print the number of nouns."""
    parser = argparse.ArgumentParser(description="Make the table of event nouns from WordNet.")
    parser.add_argument("wordnet", type=Path, help="folder with the dictionary files of WordNet 3.0")
    table = event_noun_table(read_wordnet(parser.parse_args().wordnet))
    TABLE.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(table['transitive'])} nouns of transitive verbs, {len(table['intransitive'])} of intransitive ones")


if __name__ == "__main__":
    main()
