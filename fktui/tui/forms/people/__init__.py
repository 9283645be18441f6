"""What is asked about people: the family itself, those around it, a youth's own mentor."""
