"""What can be wrong inside a file, as sentences; `issues` puts file and line before them."""

from fktui.words.language import N_, _

FILE_WORDS: dict[str, str] = {
    # YAML itself.
    "front-matter-missing": N_("The file does not begin with a line of three dashes (---)."),
    "front-matter-open": N_("The line of three dashes that ends the fields is missing."),
    "yaml-alias": N_("References with * are not used in these files."),
    "yaml-anchor": N_("Anchors with & are not used in these files."),
    "yaml-bracket": N_("A bracket is opened and not closed."),
    "yaml-character": N_("A character stands here that needs quotes around the text."),
    "yaml-colon": N_(
        "A colon is missing after the name of the field, or one too many stands here."
    ),
    "yaml-control": N_("A character stands here that cannot be seen ({char}). Remove it."),
    "yaml-directive": N_("Lines with % are not used in these files."),
    "yaml-documents": N_("The file holds more than one document (---). One is enough."),
    "yaml-duplicate-key": N_("“{key}” stands here for the second time. Keep one of the two."),
    "yaml-escape": N_("Inside double quotes, \\ has a meaning of its own. Use single quotes."),
    "yaml-indent": N_("The indentation does not fit the lines around it."),
    "yaml-key": N_("The name of a field must be a simple word."),
    "yaml-merge-key": N_("Merging with << is not used in these files."),
    "yaml-not-a-mapping": N_("The file must consist of fields: a name, a colon, a value."),
    "yaml-not-utf8": N_("The file is not UTF-8 text here. Save it as UTF-8."),
    "yaml-quote": N_("A quote is opened and not closed."),
    "yaml-syntax": N_("This line cannot be read."),
    "yaml-tab": N_("A tab stands in the indentation. Use spaces."),
    "yaml-tag": N_("Tags with ! are not used in these files."),
    "yaml-too-big": N_("The file is larger than fk reads (2 MB)."),
    "yaml-too-deep": N_("The fields are nested deeper than fk reads."),
    "yaml-too-many": N_("The file holds more values than fk reads."),
    # What the fields hold.
    "unknown-field": N_("The field “{field}” is not known. It is kept as it is. {meant}"),
    "missing-field": N_("The field “{field}” is missing."),
    "wrong-choice": N_("“{given}” is not one of: {allowed} (field “{field}”)."),
    "wrong-date": N_("“{given}” is not a date such as 2026-05-11 (field “{field}”)."),
    "wrong-form": N_("“{given}” is not written as it should be (field “{field}”)."),
    "wrong-number": N_("“{given}” is not a number that fits here (field “{field}”)."),
    "wrong-shape": N_("The field “{field}” must be a {wanted}."),
    "wrong-text": N_("The field “{field}” must be one text."),
    "wrong-yes-no": N_("“{given}” is neither true nor false (field “{field}”)."),
    # The file as a whole.
    "no-case-file": N_("The file is missing, so the family is shown by its id."),
    "newer-format": N_(
        "The file was made by a newer fk (format {format}; this fk knows {known}). Install the "
        "newest fk."
    ),
    "foreign-case-id": N_(
        "The record says it is {given}, but the folder is called {folder}. Was the folder copied "
        "or renamed?"
    ),
    "foreign-file": N_("This is not a file of fk ({why}); it is not read."),
    "hand-edit": N_("Changed by hand ({kind}) and not yet recorded."),
    "hand-edit-field": N_("“{field}” was changed by hand and is not yet recorded."),
}

MEANT = N_("Was “{meant}” meant?")
"""Behind an unknown field, when a known one is spelt nearly like it."""


def say_edit(kind: str) -> str:
    """What was done to a file by hand: added, changed or removed."""
    return {"added": _("added"), "changed": _("changed"), "removed": _("removed")}[kind]
