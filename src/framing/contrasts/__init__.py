"""Token counts -> which words set a source apart. Pure; one method a file."""
