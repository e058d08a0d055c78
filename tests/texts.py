"""Generated texts: sentences from a grammar, our articles with damage, and Unicode of every kind."""

import typing as t
from pathlib import Path

from hypothesis import strategies as st

ARTICLES: t.Final = tuple(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "data").glob("*.txt"))
)
NAMES: t.Final = (
    "Acme", "Acme Motor Group", "AMG", "Jane Doe", "Doe", "Mr Doe", "Dr. Joan Doe", "the Bank of England", "Oslo",
    "the German government", "U.S. Treasury", "Kim Park's firm", "she", "it", "they", "the company", "who", "Ó Bí-Lee",
)  # fmt: skip
VERBS: t.Final = (
    "bought", "said that", "denied that", "may sue", "was sold to", "has not left", "plans to close", "is", "met",
    "would have given", "announced the sale of", "asked whether", "became", "and", "will be fined by", "told",
)  # fmt: skip
THINGS: t.Final = (
    "the head of", "a ban on", "its", "12 of", "five million dollars", "$5.2bn", "70 percent of it", "1,000,000th",
    "at least two hundred and", "-3°C", "9" * 30, "in May 2024", "on Friday", "last Feb", "at 1pm", "two weeks ago",
    "from 1997 to", "mid-May", "the 1990s", "31/02/2024", "(AMG)", "who resigned", "which she owns", "because it won",
    "an old, red, and very small dog", "Mr", "of 1970", "not", "“We won,”", '"It is over', "”", "(", ")", "—", "’s",
)  # fmt: skip
BETWEEN: t.Final = (" ",) * 12 + ("\n", "\t", "  ", "\r\n", "\n\n", "\u00a0", "\u2028", "", "\r", " \n \n ")
ENDS: t.Final = (".",) * 4 + (",", "?", "!", ";", "...", ".”", " -", "")
MARKS: t.Final = (
    *"\n\t \"'“”’()[].,;:-–—/$%&@#<>\\\u200b\u00ad\ufeff\u202e\u0301\x00\x7f\x85\ud800\udfff",
    "\n\n",
    "’s",
    " and ",
)


@st.composite
def made_sentences(draw: st.DrawFn) -> str:
    """Draw a text of words in random order, or in that of a sentence, with some of them repeated."""
    words = st.one_of(*map(st.sampled_from, (NAMES, VERBS, THINGS)))
    clause = st.tuples(*map(st.sampled_from, (NAMES, VERBS, (*NAMES, *THINGS), ENDS)))
    text = ""
    for _ in range(draw(st.integers(1, 5))):
        parts = [*draw(st.one_of(clause, st.lists(words, min_size=1, max_size=4).map(tuple)))]
        again = draw(st.sampled_from((1, 1, 1, 1, 2, 3, 12)))
        text += draw(st.sampled_from(BETWEEN)).join(parts * again) + draw(st.sampled_from(BETWEEN))
    return text


def nested_sentences() -> st.SearchStrategy[str]:
    """Return a strategy for sentences with nested clauses and phrases, some of them deeply nested."""
    phrases = st.recursive(
        st.sampled_from(NAMES),
        lambda inner: st.one_of(
            st.tuples(st.sampled_from(THINGS), inner).map(" ".join),
            st.tuples(inner, inner).map(" and ".join),
            st.lists(inner, min_size=3, max_size=8).map(", ".join),
            inner.map("the head of {}’s firm".format),
            st.tuples(inner, st.sampled_from(VERBS), inner).map("{0[0]}, who {0[1]} {0[2]}".format),
        ),
        max_leaves=5,
    )
    clauses = st.tuples(phrases, st.sampled_from(VERBS), phrases).map(" ".join)
    sentences = st.recursive(
        clauses,
        lambda inner: st.one_of(
            st.tuples(phrases, st.integers(1, 12), inner).map(
                lambda parts: f"{parts[0]} said that " * parts[1] + parts[2]
            ),
            st.tuples(st.integers(1, 12), inner).map(lambda parts: "“" * parts[0] + parts[1] + ",” he said" * parts[0]),
            st.tuples(inner, inner).map(" because ".join),
            st.tuples(inner, inner).map("If {0[0]}, {0[1]}".format),
            st.lists(inner, min_size=2, max_size=6).map(" and ".join),
            inner.map("({})".format),
        ),
        max_leaves=4,
    )
    return st.lists(sentences, min_size=1, max_size=3).map(". ".join).map("{}.".format)


@st.composite
def damaged_articles(draw: st.DrawFn) -> str:
    """Draw a piece of one of our articles, with some places removed, repeated, moved or overwritten."""
    article = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(article) - 1))
    text = article[start : start + draw(st.integers(1, 500))]
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(text)))
        piece = text[place : place + draw(st.integers(0, 20))]
        rest = text[place + len(piece) :]
        text = text[:place] + draw(st.sampled_from(("", piece * 2, piece.upper(), *MARKS))) + rest
    return text


def any_characters() -> st.SearchStrategy[str]:
    """Return a strategy for Unicode of every kind, including surrogates that no file can contain."""
    every = st.characters(categories=("Cc", "Cf", "Cn", "Co", "Cs", "L", "M", "N", "P", "S", "Z"))
    words = st.sampled_from((*NAMES, *VERBS, *THINGS, *MARKS))
    return st.lists(st.one_of(st.text(every, max_size=8), words), max_size=12).map(" ".join)
