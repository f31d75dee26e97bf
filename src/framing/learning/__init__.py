"""A second opinion: presence of a dimension learned from coded passages, beside the lexicon's, never mixed into it."""
