"""`fk organisation`: the organisations that the team works with."""

from fktui.cli.commands.team.verbs import directory_app
from fktui.cli.options import subject_app
from fktui.words.language import _

app = directory_app(
    subject_app(_("The organisations that the team works with.")),
    "organisation",
    'fk organisation add "Buurtteam Zuidoost" --sector social_support --partner',
)
