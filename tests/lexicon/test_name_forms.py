import pytest

from kg.lexicon.name_forms import (
    acronyms,
    bare,
    blend_beginnings,
    is_acronym,
    is_blend,
    is_short_form,
    normal_form,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("“Acme”", "Acme"), ("Acme’s", "Acme"), ("the Joneses'", "the Joneses"), (" Acme  Corp, ", "Acme Corp"), ("", ""),
     ('shops for "casual buyers"', "shops for casual buyers"), ('the "new" mill', 'the "new" mill'),
     ("'new money' firms", "new money firms"), ("fear of 'the cut", "fear of the cut"), ("the '90s", "the '90s")],
)  # fmt: skip
def test_bare(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Acme Corp.", "Acme"),
        ("U.N.", "UN"),
        ("Mr. Doe", "Doe"),
        ("US Department of the Interior", "U.S. Interior Department"),
        ("ACME", "Acme"),
        ("Bolt–Nut Act", "Bolt-Nut Act"),
        ("Bolt St-Denis", "Bolt Saint-Denis"),
        ("the haemorrhagic fever", "hemorrhagic fever"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(("one", "other"), [("Bank of America", "America Bank"), ("Acme Inc", "Acme Lab"), ("C++", "")])
def test_different_names(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


def test_name_without_a_word_has_no_form() -> None:
    assert normal_form("***") == ""


@pytest.mark.parametrize(
    ("text", "expected"), [("NATO", True), ("U.S.", True), ("M5S", True), ("Acme", False), ("A", False), ("", False)]
)
def test_is_acronym(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


def test_acronyms() -> None:
    assert acronyms("the Food and Drug Office") == {"FADO", "FDO"}
    assert acronyms("Acme") == frozenset()
    assert "INV" in acronyms("Istituto Nazionale e Vulcanologia")
    assert acronyms("VoxStation Pocket") == {"VP", "VSP"}


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("NorMiBu", "Norland Mining Bureau", True),
        ("NORMIB", "Norland Mining Bureau", True),
        ("NorBu", "Norland Mining Bureau", False),
        ("NMB", "Norland Mining Bureau", False),
        ("Norma", "Norman Academy", False),
        ("Norland", "Norland Mining Bureau", False),
    ],
)
def test_words_made_of_beginnings(short: str, full: str, expected: bool) -> None:
    assert is_blend(short, full) is expected
    assert not expected or short[:3].lower() in blend_beginnings(full)


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Toyota", "Toyota Motor Corp", True),
        ("Toyota", "Toyota", False),
        ("Bank", "Bank of America", False),
        ("Motor", "Toyota Motor", False),
    ],
)
def test_is_short_form(short: str, full: str, expected: bool) -> None:
    assert is_short_form(short, full) is expected
