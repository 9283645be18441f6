"""`fk community`: places in the neighbourhood that a family looked at or goes to."""

from fktui.cli.record_verbs import record_app
from fktui.words.language import _

app = record_app(
    "community",
    _("Places in the neighbourhood: what was looked for, asked, and joined."),
    _('Note a place: fk community add koolmees "choir" --about Sherida'),
)
