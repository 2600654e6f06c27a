"""Pair coding: what one given party does to another in a sentence."""
