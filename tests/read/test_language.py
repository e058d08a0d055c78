import gzip
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import py3langid
import pytest

from kg.read import language
from kg.read.language import language_failure

ENGLISH = """The harbour of the town froze on Monday, and the ferry could not leave. The captain said that his crew
would wait for the ice to break. The council has promised to pay for an icebreaker, which
will come from Bremen next week."""
GERMAN = """Der Hafen der Stadt fror am Montag zu, und die Fähre konnte nicht auslaufen. Der Kapitän sagte, seine
Mannschaft werde warten, bis das Eis bricht. Der Rat hat versprochen, einen Eisbrecher aus Bremen zu bezahlen."""
OTHERS = {
    "ar": """تجمد ميناء المدينة يوم الاثنين ولم تتمكن العبارة من المغادرة. وقال القبطان إن طاقمه سينتظر حتى يذوب الجليد
    في الميناء، ووعد المجلس بدفع ثمن كاسحة جليد تأتي من المدينة المجاورة في الأسبوع المقبل.""",
    "de": GERMAN,
    "es": """El puerto de la ciudad se congeló el lunes y el transbordador no pudo zarpar. El capitán dijo que su
    tripulación esperaría a que se rompiera el hielo, y el ayuntamiento prometió pagar un rompehielos la
    semana que viene.""",
    "fr": """Le port de la ville a gelé lundi et le bac n'a pas pu partir. Le capitaine a dit que son équipage
    attendrait que la glace se brise, et le conseil a promis de payer un brise-glace qui viendra la semaine
    prochaine.""",
    "ja": """町の港は月曜日に凍り、渡し船は出港できなかった。船長は乗組員が氷が割れるのを待つと述べた。
    市議会は来週隣の町から来る砕氷船の費用を支払うと約束した。""",
    "nl": """De haven van de stad bevroor maandag en de veerboot kon niet vertrekken. De kapitein zei dat zijn bemanning
    zou wachten tot het ijs breekt, en de raad heeft beloofd een ijsbreker uit de naburige stad te betalen.""",
    "ru": """Порт города замёрз в понедельник, и паром не смог выйти. Капитан сказал, что его команда будет ждать, пока
    лёд не сломается. Совет пообещал оплатить ледокол, который придёт из соседнего города на следующей неделе.""",
}
SHORT = ["", "42", "Ja.", "Der Hafen fror zu.", "In 1962 A. K. Holm was made harbour master.", "http://example.org/de"]


@pytest.mark.parametrize(("code", "text"), [("en", ENGLISH), *OTHERS.items()])
def test_the_language_of_a_text(code: str, text: str) -> None:
    assert language(text) == code
    assert language(text * 200) == code


@pytest.mark.parametrize("text", SHORT)
def test_a_short_text_has_no_language_and_is_always_read(text: str) -> None:
    assert language(text) is None
    assert language_failure(text, "en") is None


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_a_text_in_another_language_is_not_read_unless_it_shall_be(code: str, text: str) -> None:
    failure = language_failure(text, "en", place="hafen.txt")
    assert failure is not None
    assert (failure.place, failure.kind, failure.skipped) == ("hafen.txt", "language", False)
    assert f"({code})" in failure.reason
    assert "--language any" in failure.advice
    assert language_failure(text, "any") is None
    assert language_failure(text, code) is None


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_a_short_text_that_is_surely_in_another_language_is_not_read(code: str, text: str) -> None:
    begun = text[:25] if code == "ja" else " ".join(text.split()[:8])
    failure = language_failure(begun, "en")
    assert failure is not None
    assert failure.reason == f"is written in another language ({code}) than en"
    assert language_failure(begun, code) is None
    assert language_failure(begun, "any") is None


@pytest.mark.parametrize(
    "text", ["Norlin Ferries buys Varn Mills shipyard", "Lund, Silva, Reyes (Berg 90), Hale, Prado"]
)
def test_short_english_without_a_common_word_is_read(text: str) -> None:
    assert language_failure(text, "en") is None


def test_an_english_text_is_no_german_one() -> None:
    assert language_failure(ENGLISH, "en") is None
    assert language_failure(ENGLISH, "de") is not None


@pytest.mark.parametrize(
    "text", [f"{ENGLISH}\n\n“{GERMAN}”\n\n{ENGLISH}", f"{GERMAN}\n\n{ENGLISH}", f"{GERMAN} " * 5 + f"{ENGLISH} " * 4]
)
def test_a_text_partly_in_the_language_is_read(text: str) -> None:
    assert language_failure(text, "en") is None


def test_a_list_of_addresses_is_in_no_language() -> None:
    assert language_failure("\n".join(f"https://example.org/{n}/der-hafen-fror" for n in range(50)), "en") is None


def test_a_long_text_costs_no_more_than_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def classify(text: str) -> tuple[str, float]:
        seen.append(len(text))
        return "de", 0.0

    monkeypatch.setattr(py3langid, "classify", classify)
    assert language_failure(GERMAN * 10_000, "en") is not None
    assert 0 < sum(seen) <= 10_000


def test_the_library_is_not_loaded_for_a_text_that_is_plainly_english() -> None:
    done = _python("from kg.read.language import language_failure", f"language_failure({ENGLISH!r}, 'en')")
    assert done == []
    assert _python("from kg.read.language import language_failure", f"language_failure({GERMAN!r}, 'en')")


def test_the_library_is_not_loaded_with_the_package() -> None:
    assert _python("import kg, kg.read, kg.cli") == []


def _python(*lines: str) -> Sequence[str]:
    """Run the lines in a separate Python process and return the modules of the library that it has loaded."""
    script = "\n".join([*lines, "import sys", "print(*[name for name in sys.modules if name.startswith('py3langid')])"])
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    ).stdout.split()


def test_no_english_sentence_is_refused_and_hardly_a_part_of_one(shared: Path) -> None:
    with gzip.open(shared / "bench" / "data" / "qasrl" / "qasrl-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {" ".join(json.loads(line)["tokens"]) for line in lines}
    assert len(texts) == 1000
    assert [text for text in texts if language_failure(text, "en")] == []
    begun = {" ".join(text.split()[:count]) for text in texts for count in (4, 5, 6, 8, 12)}
    assert sum(language_failure(text, "en") is not None for text in begun) <= 1
