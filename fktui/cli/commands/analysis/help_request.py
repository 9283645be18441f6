"""`fk request`: what people ask for, in their own words."""

from fktui.cli.record_verbs import record_app
from fktui.words.language import _

app = record_app(
    "help_request",
    _("What the members of the family ask for, in their own words."),
    _('Note a help request: fk request add koolmees "one evening for myself" --words-of Sherida'),
)
