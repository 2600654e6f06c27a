"""The command line: reads options, calls the api, prints; one module a noun, no logic."""
