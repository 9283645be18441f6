"""What the rules about instruments and studies find, as sentences, with the command that answers each."""

from fktui.words.tables.issue_words import Words

ISSUES: dict[str, Words] = {}
