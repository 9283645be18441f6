"""`fk strength`: what everybody is good at, and the family as a whole."""

from fktui.cli.record_verbs import record_app
from fktui.words.language import _

app = record_app(
    "strength",
    _("Strengths of each member, and of the family as a whole."),
    _('Note a strength: fk strength add koolmees "repairs phones" --about Jaylen --by Noor'),
)
