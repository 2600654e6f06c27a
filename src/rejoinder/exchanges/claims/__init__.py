"""Claims: which statements put the same proposition forward, and who is on its other side."""
