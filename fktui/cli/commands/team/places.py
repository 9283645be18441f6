"""`fk places`: the team's directory of places in the neighbourhood (sociale basis)."""

from fktui.cli.commands.team.verbs import directory_app
from fktui.cli.options import subject_app
from fktui.words.language import _

app = directory_app(
    subject_app(_("Places in the neighbourhood that anyone can go to: the team's own list.")),
    "service",
    'fk places add "Speeltuin De Kikker" --what "playing, coffee" --area Holendrecht',
)
