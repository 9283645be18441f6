"""What is asked the first time: the steps, in words."""

from enum import Enum
from typing import NamedTuple

from fktui.settings import SIGNS, THEMES
from fktui.tui.forms.form import Field
from fktui.tui.lines import Line, line
from fktui.tui.panels.program.settings import LANGUAGE_NAMES, THEME_NAMES
from fktui.words.language import _

SIGN_TEST = "■ □ ≈ × ★     ⢀⠔⠊⠉⠑⠢⡀     ▁▂▃▄▅▆▇     ╭──╮"
"""Signs of each sort that some terminals lack."""


class Where(Enum):
    """Where the families are to be."""

    NEW = "new"
    THERE = "there"
    PRACTICE = "practice"


class Answers(NamedTuple):
    """What was answered."""

    name: str
    email: str
    team: str
    language: str
    where: Where
    folder: str
    signs: str
    theme: str


class Question(NamedTuple):
    """A list to choose from: its name, and the answers by what they are called."""

    name: str
    answers: tuple[tuple[str, str], ...]


class Step(NamedTuple):
    """One of the steps: sentences, then fields and questions."""

    title: str
    said: tuple[str, ...]
    fields: tuple[Field, ...] = ()
    questions: tuple[Question, ...] = ()
    choose_first: bool = False


def steps(where: Where, usual: str) -> tuple[Step, ...]:
    """The three steps before there is a store.

    Args:
        where: what is chosen in the second.
        usual: a store that is set, and is not there now.
    """
    return (_who(), _where(where, usual), _signs())


def _who() -> Step:
    return Step(
        _("Welcome. In three minutes you are ready."),
        (_("Your name and e-mail stand with what you change. Nothing leaves this computer."),),
        (
            Field("name", _("Your name"), needed=True),
            Field("email", _("E-mail"), hint=_("may stay empty")),
        ),
        (Question("language", tuple(LANGUAGE_NAMES.items())),),
    )


def _where(where: Where, usual: str) -> Step:
    said = [_("Where do the records of your families live?")]
    if usual:
        said.append(
            _("The usual folder {folder} is not there now. Is a disk missing?").format(folder=usual)
        )
    told = {
        Where.NEW: _("An empty store is made on this computer."),
        Where.THERE: _(
            "Fetching from a server is not there yet. Put the folder of your team on this "
            "computer, and say below where it is."
        ),
        Where.PRACTICE: _("Invented families; nothing can go wrong. Making them takes a moment."),
    }
    fields = [Field("folder", _("Folder"), needed=True)]
    if where is Where.NEW:
        fields.append(Field("team", _("Name of the team"), hint=_("may stay empty")))
    answers = (
        (Where.NEW.value, _("New team: make an empty store")),
        (Where.THERE.value, _("Our team has a store already")),
        (Where.PRACTICE.value, _("First practise with invented families")),
    )
    return Step(
        _("The store"),
        (*said, told[where]),
        tuple(fields),
        (Question("where", answers),),
        choose_first=True,
    )


def _signs() -> Step:
    return Step(
        _("What do you see?"),
        (_("Are these five signs, an arc of dots, a staircase and round corners?"), SIGN_TEST),
        (),
        (
            Question(
                "signs", ((SIGNS[0], _("yes, all of it")), (SIGNS[1], _("no, not all of it")))
            ),
            Question("theme", tuple((name, _(THEME_NAMES[name])) for name in THEMES)),
        ),
    )


def answer_lines(question: Question) -> list[Line]:
    """A line for each answer."""
    return [line(said, key=answer, kind=question.name) for answer, said in question.answers]
