"""The workbench: pages and an HTTP API over one ledger, for people who read and judge."""
