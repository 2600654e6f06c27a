"""Dates and times in English news: found (`find`), read (`read`), and resolved (`resolve`)."""
