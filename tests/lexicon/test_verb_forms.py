"""Forms of verbs: regular ones by rule, irregular ones from the table."""

import pytest

from kg.lexicon.verb_forms import gerund, participle, past, third_person


@pytest.mark.parametrize(
    ("verb", "participles", "pasts", "gerunds", "present"),
    [
        ("arrest", "arrested", "arrested", "arresting", "arrests"),
        ("ban", "banned", "banned", "banning", "bans"),
        ("be", "been", "were", "being", "is"),
        ("agree", "agreed", "agreed", "agreeing", "agrees"),
        ("beat", "beaten", "beat", "beating", "beats"),
        ("begin", "begun", "began", "beginning", "begins"),
        ("build", "built", "built", "building", "builds"),
        ("carry", "carried", "carried", "carrying", "carries"),
        ("draw", "drawn", "drew", "drawing", "draws"),
        ("broadcast", "broadcast", "broadcast", "broadcasting", "broadcasts"),
        ("hit", "hit", "hit", "hitting", "hits"),
        ("let", "let", "let", "letting", "lets"),
        ("open", "opened", "opened", "opening", "opens"),
        ("overthrow", "overthrown", "overthrew", "overthrowing", "overthrows"),
        ("overcome", "overcome", "overcame", "overcoming", "overcomes"),
        ("pass", "passed", "passed", "passing", "passes"),
        ("pay", "paid", "paid", "paying", "pays"),
        ("refer", "referred", "referred", "referring", "refers"),
        ("take", "taken", "took", "taking", "takes"),
        ("tie", "tied", "tied", "tying", "ties"),
    ],
)
def test_forms_of_a_verb(verb: str, participles: str, pasts: str, gerunds: str, present: str) -> None:
    assert (participle(verb), past(verb), gerund(verb), third_person(verb)) == (participles, pasts, gerunds, present)
