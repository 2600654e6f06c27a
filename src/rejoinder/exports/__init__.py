"""Records to files: the wire form of DESIGN §3 and the formats that carry it."""
