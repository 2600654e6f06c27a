"""Read-only answers from the ledger: what people look at."""
