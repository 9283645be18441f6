"""The words for people: the family itself, those around it, a youth's own mentor."""
