"""Ingest from a page: files are taken in, read in a process of their own, and reported on."""
