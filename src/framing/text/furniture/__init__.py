"""What a web page has around an article: one file a kind of furniture, each a table of rules or one idea."""
