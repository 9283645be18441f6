"""Words by code: tables of enums, fields, errors, files, acts, and of Typer itself."""
