"""Records to and from one append-only SQLite file; nothing else writes it (docs/ledger.md)."""
