"""Exchanges: which statement answers which, inside one article and across articles."""
