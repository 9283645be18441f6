"""`fk intervention`: help by others beside the coach's own visits."""

from fktui.cli.record_verbs import record_app
from fktui.words.language import _

app = record_app(
    "intervention",
    _("Help beside the coach: therapy, debt support, school."),
    _('Note help: fk intervention add koolmees "debt support" --about Mila'),
)
