"""Users' own lists of actors: CSV, JSON lines, FollowTheMoney and PETRARCH, read without I/O."""
