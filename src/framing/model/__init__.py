"""Nouns: the frozen values that travel between the rooms. No input or output, no framework, no verbs."""
