"""What can go wrong, said to somebody at the screen, where the command line would name an option.

Only codes whose sentence in `error_words` or `work_error_words` ends in a command or speaks of
ids, and for which the screen knows something better to do. Of the others the screen leaves the
command out.
"""

from fktui.words.language import N_

SENTENCES: dict[str, str] = {
    "ambiguous": N_("“{given}” can be more than one: {candidates}. Type more of it."),
    "case-broken": N_(
        "{case} is read-only: a file cannot be read. Nothing was changed. Ctrl+E opens the file."
    ),
    "contact-empty": N_(
        "Nothing was said about the contact, so nothing was saved. Give at least the hours, the "
        "kind or a note."
    ),
    "ground-and-reason": N_("Sharing without consent needs both a legal ground and a reason."),
    "hand-edit": N_("{file} was changed by hand and that is not recorded yet. Record it first."),
    "no-consent": N_(
        "There is no consent to share this with {recipient}. Still to say yes: {missing}. Nothing "
        "was made. Record it first: Esc, and then t."
    ),
    "phase-needs-reason": N_(
        "The {phase} asks for what is not there yet. Nothing was changed. Tick what is so, or go "
        "on anyway and say why under Reason."
    ),
    "score-off-scale": N_(
        "{given} is not on the scale of this goal: it goes from {low} to {high}."
    ),
}
"""By code."""
