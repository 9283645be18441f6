"""`fk role`: who does what around the family, decided together."""

from fktui.cli.record_verbs import record_app
from fktui.words.language import _

app = record_app(
    "role",
    _("Who has which role, decided together with family, network and helpers."),
    _('Note who does what: fk role add koolmees "payment plan" --who Buurtteam --by Sherida'),
)
