"""Tools for those who write lexicons: put together, check, lint, show."""
