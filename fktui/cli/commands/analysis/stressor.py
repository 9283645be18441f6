"""`fk stressor`: what puts the family under stress, from which of the five sources."""

from fktui.cli.record_verbs import record_app
from fktui.words.language import _

app = record_app(
    "stressor",
    _("What puts the family under stress, from which of the five sources."),
    _('Note a stressor: fk stressor add koolmees "arrears" --stress-source subsistence'),
)
