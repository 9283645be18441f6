"""The command line: parse, call one usecase, print."""
