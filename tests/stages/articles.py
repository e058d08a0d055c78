"""Short articles, one of which contains the word poison, and the files of a run over them."""

import typing as t
from pathlib import Path

from kg.ledger import LEDGER

TEXTS: t.Final = {
    "boat": "Ida Berg bought a boat. She sold the mill to Norlin Ferries in May 2021.",
    "bridge": "Mayor Ana Duarte opened the Lisbon bridge on Monday, Duarte said.",
    "ferry": "Norlin Ferries bought the shipyard in 2021. The company employs 300 people.",
    "poison": "The well was poisoned.",
    "vote": "The council of Oslo rejected the plan. It had asked Norlin Ferries for a report.",
}


def written(folder: Path) -> Path:
    """Write the articles to a folder, and return it."""
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a run except for its ledger and its lock."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in (LEDGER, ".kg-lock")}
