"""Where it is kept: the only place with files, YAML and Git."""
