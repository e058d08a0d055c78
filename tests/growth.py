"""Texts of any length, of kinds for which a reader could do disproportionately more work as they get longer."""

import typing as t
from collections.abc import Callable

SYLLABLES: t.Final = ("bra", "len", "tor", "mi", "ska", "ven", "du", "rop", "gal", "fen", "kor", "lim", "pas")


def name(number: int) -> str:
    """Return a name that no text has, a different one for each number."""
    letters = ""
    while number or not letters:
        number, place = divmod(number, len(SYLLABLES))
        letters += SYLLABLES[place]
    return f"{letters}sen".capitalize()


TEXTS: t.Final[t.Mapping[str, Callable[[int], str]]] = {
    "reports of reports": lambda n: "He said that " * n + "Acme won.",
    "nouns of nouns": lambda n: "She met " + "the head of " * n + "Acme.",
    "clauses in a row": lambda n: "Acme bought Oslo and " * n + "Acme bought Oslo.",
    "names in a row": lambda n: "Acme, " + ", ".join(map(name, range(n))) + " and Oslo met.",
    "quotations in quotations": lambda n: "“He said " * n + "Acme won." + "”" * n,
    "quotations": lambda n: "“We won,” said Jane Doe. “It is over.” " * n,
    "new names": lambda n: " ".join(f"{name(i)} sued {name(i + n)}." for i in range(n)),
    "shared surnames": lambda n: " ".join(f"{name(i)} Doe met Mr Doe." for i in range(n)),
    "one name": lambda n: "Acme sued Oslo. " * n,
    "one description": lambda n: "The company left the town. " * n,
    "pronouns": lambda n: "Jane Doe left. " + "She said she won. " * n,
    "relative clauses": lambda n: "Acme met the man " + "who met the man " * n + ".",
    "owners": lambda n: "Acme met " + "Oslo's " * n + "mayor.",
    "appositions": lambda n: "Jane Doe" + ", the head of Acme" * n + ", left.",
    "brackets": lambda n: " ".join(f"{name(i)} Motor Group ({name(i)[0]}MG) won." for i in range(n)),
    "numbers": lambda n: "Acme paid " + " ".join(str(1000 + i) for i in range(n)) + " dollars.",
    "numbers in words": lambda n: "Acme paid " + "two hundred and " * n + "five dollars.",
    "dates": lambda n: "Acme left on Friday in mid-May. It won two weeks ago. " * n,
    "times without a date": lambda n: "It now left two days and then won. " * n,
    "paragraphs": lambda n: "Acme won the cup.\n\n" * n,
    "lines": lambda n: "Acme won the\n" * n,
    "one word": lambda n: "a" * (20 * n),
    "no sentence": lambda n: "acme won the cup " * (2 * n),
}
