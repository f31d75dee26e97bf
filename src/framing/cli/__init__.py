"""The command line: parse, build Settings, call one function. Nothing else prints, exits or sets up logging."""
