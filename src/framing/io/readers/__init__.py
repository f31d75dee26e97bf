"""One file format a module: bytes to articles, every fault with its path and line."""
