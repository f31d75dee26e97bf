"""Document and Lexicon -> hits. Pure: no path, no page, no clock."""
