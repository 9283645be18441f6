"""`fk agreement`: what people agreed to do or to leave, until further notice."""

from fktui.cli.record_verbs import record_app
from fktui.words.language import _

app = record_app(
    "agreement",
    _("Agreements that hold until further notice."),
    _('Note an agreement: fk agreement add koolmees "phones away at dinner" --who Mila'),
)
