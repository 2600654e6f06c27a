"""Who is meant: mentions of states, bodies and persons, and the parts they take in a statement."""
