import pytest

from kg.read.dates import Dateline, dateline

CUT = [
    ("MOSCOW: ", None, None),
    ("NEW YORK — ", None, None),
    ("SÃO PAULO -- ", None, None),
    ("ST. JOHN'S, Newfoundland — ", None, None),
    ("WASHINGTON, D.C. – ", None, None),
    ("WASHINGTON, June 21, 2024 — ", "June 21, 2024", None),
    ("BERLIN, March 3 (AP) — ", "March 3", "AP"),
    ("LONDON (Reuters) - ", None, "Reuters"),
    ("London (Reuters) - ", None, "Reuters"),
    ("KABUL, Afghanistan (AP) — ", None, "AP"),
    ("Bremen, 3 May 2024 - ", "3 May 2024", None),
    ("Taipei, Taiwan — ", None, None),
    ("MOSCOW/LONDON: ", None, None),
    ("(Northern Wire) - ", None, "Northern Wire"),
    ("BREMEN (Northern Wire) -", None, "Northern Wire"),
    ("Bremen (dpa) - ", None, "dpa"),
    ("Tampere, Pirkanmaa, Finland: ", None, None),
    ("New Delhi: ", None, None),
    ("Lagos – ", None, None),
    ("Varn, Aug 3: ", "Aug 3", None),
    ("Varn [Finland], August 3 (NWA): ", "August 3", "NWA"),
    ("VARN - December 10, 2025 (NORTHERNWIRE) - ", "December 10, 2025", "NORTHERNWIRE"),
    ("VARN, TX - MAY 3 - ", "MAY 3", None),
    ("VARN, Nov. 3, 2019 /NorthernNewswire/ -- ", "Nov. 3, 2019", "NorthernNewswire"),
    ("VARN--(NORTHERN WIRE)--", None, "NORTHERN WIRE"),
    ("PORT VARN--", None, None),
]


@pytest.mark.parametrize(("front", "day", "agency"), CUT)
def test_datelines(front: str, day: str | None, agency: str | None) -> None:
    assert dateline(front + "The harbour froze.") == Dateline(len(front), day, agency)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor: a portrait.",
        "Mayor: The harbour will stay open.",
        "Silva, Hale, Rossi: The harbour will stay open.",
        "London - The city is the largest - grew.",
        "He had one aim — The Hague.",
        "The ferry line — Bremen's oldest — The company says — is closed.",
        "UNICEF said that the harbour was closed.",
        "The Harbour Post (Bremen) reports a strike.",
        "A well-known ferry sank.",
        "",
        ": The",
        "— The ferry sank.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None
