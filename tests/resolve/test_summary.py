"""The evidence from parts of a corpus adds up to that of the whole."""

import functools
import itertools
import operator
import random
import typing as t
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg import Document
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Kind
from kg.resolve.assemble import prepared
from kg.resolve.entities import ids
from kg.resolve.identities import Identities
from kg.resolve.identity import Key
from kg.resolve.summary import summary
from tests.names import names
from tests.resolve.values import mention
from tests.strategies import tries

SAID = ["Company", "Person", "Place"]
Part: t.TypeAlias = tuple[list[tuple[str, Kind, str]], list[str]]
KINDS = st.sampled_from(t.get_args(Kind)[:3])
TEXTS = st.one_of(names(), st.sampled_from(["the company", "the old mayor of the town", "she", "It", "Bank"]))
TYPES = st.sampled_from(["Person", "Organization", "Place", "Thing"])
PART = st.tuples(st.lists(st.tuples(TEXTS, KINDS, TYPES), min_size=1, max_size=3), st.lists(st.sampled_from(SAID)))


@tries(100)
@given(parts=st.lists(PART, min_size=2, max_size=5), order=st.randoms(use_true_random=False))
def test_the_sum_of_summaries_is_that_of_all_mentions(parts: list[Part], order: random.Random) -> None:
    identities = Identities(default_gazetteer())
    found = []
    for number, (mentions, types) in enumerate(parts):
        chain = [
            mention(text, 100 * place, kind=kind, type_=type_, document=f"d{number}")
            for place, (text, kind, type_) in enumerate(mentions)
        ]
        found.append(replace(identities.of(tuple(chain)), stated_types=tuple(types)))
    complete = summary(found)
    order.shuffle(found)
    added = functools.reduce(operator.add, (summary([each]) for each in found))
    assert added == complete
    assert added.label_and_type() == complete.label_and_type()


def test_a_document_gives_the_same_alone_and_among_others() -> None:
    documents = [Document(id_, "Acme is a bank.") for id_ in "ab"]
    chains = [(mention("Acme", 0, document=document.id, kind="name"),) for document in documents]
    identities = Identities(default_gazetteer())
    together = prepared(documents, [], chains, [], identities)
    single = [
        prepared([document], [], [chain], [], identities) for document, chain in zip(documents, chains, strict=True)
    ]
    assert together.chains == tuple(itertools.chain.from_iterable(each.chains for each in single))
    assert together.stated_types == {key: types for each in single for key, types in each.stated_types.items()}


class Seen(t.NamedTuple):
    """An entity as it is before ids are assigned."""

    key: Key
    label: str
    documents: int
    mentions: int


def test_the_plain_label_is_the_id_of_what_most_documents_mention() -> None:
    rare, frequent, bound = Key("person", "jan hus"), Key("other", "jan hus"), Key("bound", "d: jan hus")
    given_ids = [*ids([Seen(rare, "Jan Hus", 1, 9), Seen(frequent, "Jan Hus", 2, 2), Seen(bound, "Jan Hus", 5, 5)])]
    assert given_ids[1] == "Jan_Hus"
    assert len(set(given_ids)) == 3
