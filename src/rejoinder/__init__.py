"""Rejoinder."""
