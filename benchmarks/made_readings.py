"""Synthetic readings of documents: any number of claims, whose names are drawn as in news.

A name is drawn by Zipf's law: the first of a thousand is as frequent as the next two together. Firms occur with their
full name or without their legal form, persons with the full name and then the last name. A third of the claims is
about descriptions, which have a node in their document; half of these have a name in their words. Each document is a
function of its number and of the number of names, so that several processes can make them in parallel.
"""

import random
import typing as t
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.corpus import FORMS, GIVEN, KINDS, SYLLABLES, THINGS
from kg.model import Claim, Document, Evidence, Mention, Modality, NamedPart, Qualifier, Reading, Span, Time

SENTENCES: t.Final = 25
"""One claim each."""
VERBS: t.Final = ("buy", "sell", "close", "open", "sue", "praise", "accuse", "visit", "lead", "describe")
FIRST_DAY: t.Final = date(2020, 1, 1)
MODALITIES: t.Final[tuple[Modality, ...]] = ("asserted", "asserted", "asserted", "hedged", "planned")


def readings(claims: int) -> Iterator[Reading]:
    """Yield the readings of as many documents as have that many claims."""
    for number in range(-(-claims // SENTENCES)):
        yield reading(number, names=max(claims // 2, 10))


def reading(number: int, *, names: int) -> Reading:
    """Return the reading of one document.

    Args:
        number: the number of the document.
        names: the number of names to draw from.
    """
    made = _Made(f"text-{number:08}", random.Random(number), names)  # noqa: S311 - no secret
    for _ in range(SENTENCES):
        made.sentence()
    document = Document(made.id, made.text, published=FIRST_DAY + timedelta(days=number % 1500))
    chains = tuple(tuple(chain) for chain in made.chains.values())
    return Reading(document, tuple(made.claims), chains, SENTENCES, (), named_parts=tuple(made.parts))


@dataclass(slots=True)
class _Made:
    """A document under construction."""

    id: str
    chance: random.Random
    names: int
    text: str = ""
    claims: list[Claim] = field(default_factory=list)
    chains: dict[object, list[Mention]] = field(default_factory=dict)
    parts: list[NamedPart] = field(default_factory=list)

    def sentence(self) -> None:
        """Add a sentence with its claim."""
        begin, chance = len(self.text), self.chance
        subject = self._description() if chance.random() < 1 / 3 else self._thing()
        verb, predicate = (choice := chance.choice(VERBS)), self._words(f" {choice}s ")
        object_ = None if chance.random() < 1 / 10 else self._thing()
        place = self._after(" in ") if chance.random() < 1 / 3 else None
        time = self._time() if chance.random() < 1 / 2 else None
        speaker = self._after(", says ") if chance.random() < 1 / 5 else None
        self.text += ". "
        evidence = Evidence(Span(self.id, begin, len(self.text) - 1), "made", verb, chance.randint(40, 99) / 100)
        self.claims.append(
            Claim(
                subject,
                verb,
                object_,
                evidence,
                negated=chance.random() < 1 / 12,
                modality=chance.choice(MODALITIES),
                speaker=speaker,
                time=time,
                qualifiers=() if place is None else (Qualifier("in", place),),
                predicate=(predicate,),
                phrase=f"{verb}s",
            )
        )

    def _thing(self) -> Mention:
        """Add the name of a thing; low ranks are drawn most often."""
        rank = int(self.names ** self.chance.random())
        return self._mention(rank, *_name(rank, self.chance, again=rank in self.chains))

    def _description(self) -> Mention:
        """Add a description, every second time with a name in it."""
        begin, noun = len(self.text), self.chance.choice(THINGS)
        self.text += f"The {noun}"
        named = self._after(" of ") if self.chance.random() < 1 / 2 else None
        span = Span(self.id, begin, len(self.text))
        whole = Mention(span, self.text[begin:], begin + len("The "), "nominal", "Thing")
        self.chains[span] = [whole]
        self.parts += [] if named is None else [NamedPart(whole, named)]
        return whole

    def _after(self, words: str) -> Mention:
        self.text += words
        return self._thing()

    def _mention(self, rank: int, words: str, type_: str) -> Mention:
        span = self._words(words)
        mention = Mention(span, words, span.end - len(words.split()[-1]), "name", type_)
        self.chains.setdefault(rank, []).append(mention)
        return mention

    def _words(self, words: str) -> Span:
        """Add words, and return their span without the space around them."""
        begin = len(self.text) + len(words) - len(words.lstrip())
        self.text += words
        return Span(self.id, begin, begin + len(words.strip()))

    def _time(self) -> Time:
        day = FIRST_DAY + timedelta(days=self.chance.randrange(1500))
        self.text += f" on {day:%d %B %Y}"
        return Time(day.isoformat(), day, day, "day", f"on {day:%d %B %Y}")


def _name(rank: int, chance: random.Random, *, again: bool) -> tuple[str, str]:
    """Return a name of the thing with that rank, and the type that a model would give it."""
    word, sort = _word(rank), rank % 5
    if sort < 2:
        form = f" {FORMS[rank % len(FORMS)]}" if not again and chance.random() < 1 / 3 else ""
        return f"{word} {KINDS[rank % len(KINDS)]}{form}", "Organization"
    if sort < 4:
        return word if again else f"{GIVEN[rank % len(GIVEN)]} {word}", "Person"
    return word, "Place"


def _word(number: int) -> str:
    """Return a distinct word for each number."""
    parts, left = [], number + len(SYLLABLES)
    while left:
        left, place = divmod(left, len(SYLLABLES))
        parts.append(SYLLABLES[place])
    return "".join(parts).capitalize()
