"""From a raw string to a Document: pure functions, one idea a file."""
