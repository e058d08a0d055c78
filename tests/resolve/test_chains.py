from kg.resolve.chains import is_pronominal, united
from tests.resolve.values import mention

A, B, C = (mention(text, at) for text, at in (("Acme", 0), ("Bolt", 10), ("it", 20)))


def test_chains_that_share_a_mention_are_one() -> None:
    assert united([(B, C), (A, B)]) == ((A, B, C),)


def test_chains_of_different_mentions_stay_separate_and_sorted() -> None:
    assert united([(C,), (A, B), (A,)]) == ((A, B), (C,))


def test_pronominal() -> None:
    pronoun = mention("it", kind="pronoun")
    assert is_pronominal((pronoun,))
    assert not is_pronominal((pronoun, A))
