"""What the rules about rights find, as sentences, with the command that answers each."""

from fktui.words.tables.issue_words import Words

ISSUES: dict[str, Words] = {}
