"""Dictionaries of other programs, one format a file: text -> `Dictionary` and back."""
