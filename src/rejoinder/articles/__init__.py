"""Bytes to Article: files, folders, globs, JSON lines, pages and standard input."""
