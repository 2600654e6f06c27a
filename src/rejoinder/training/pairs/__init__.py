"""Training of the pair coder: codebook knowledge, folds, networks, export."""
