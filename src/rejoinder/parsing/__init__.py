"""Article to spaCy Doc."""
