"""How we say it: gettext, labels, sentences, natural dates. No files, no widgets."""
