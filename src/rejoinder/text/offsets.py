"""Normalise text without moving a single offset."""

__all__ = ["plain_marks"]

_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "—": "-",
        "–": "-",
        "\u00a0": " ",
        "\r": " ",
    }
)


def plain_marks(text: str) -> str:
    """Return the text with straight marks, plain dashes and blanks; its length stays the same."""
    plain = text.translate(_PLAIN)
    return plain.replace("''", '" ').replace("``", ' "')
