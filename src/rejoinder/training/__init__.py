"""Training of the learned tagger; needs the extra ``train``."""
