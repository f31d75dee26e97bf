"""Files to nouns and back. Knows no statistics, and nothing above the nouns."""
