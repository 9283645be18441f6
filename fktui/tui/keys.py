"""Every key of the screen, in one table: what it does, where, and what its help says.

The footer, the help, the command palette and the settings read this table; so no key exists that
is not in it. A letter means the same everywhere, in every language: a mixed team learns one set.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fktui.words.language import N_

TODAY, FAMILY, FORM, NOTE, ANYWHERE = "today", "family", "form", "note", "anywhere"
CHANGED, PAST = "changed", "past"
MAP, PICTURE = "map", "picture"
TABLE = "table"
"""At the kitchen table, with the family looking along."""


class Action(NamedTuple):
    """Something a key does.

    Attributes:
        id: its name, for the settings (`[keys]` in config.toml) and the method `action_<id>`.
        key: as Textual names it.
        label: a word or two for the footer.
        help: a sentence for the help and the palette.
        places: where it works.
        weight: the footer shows the heaviest ones first, as many as fit; 0 is never there.
    """

    id: str
    key: str
    label: str
    help: str
    places: tuple[str, ...]
    weight: int = 0


_TASKS = (TODAY, FAMILY)
_TOGETHER = (TODAY, FAMILY, TABLE)
_ACTS = (*_TOGETHER, CHANGED, MAP)

ACTIONS: tuple[Action, ...] = (
    Action("contact", "c", N_("contact"), N_("Note a contact."), _TOGETHER, 90),
    Action("score", "s", N_("score"), N_("Score the goals."), _TOGETHER, 88),
    Action("goal", "d", N_("goal"), N_("Add a goal."), _TOGETHER, 86),
    Action("phase", "f", N_("phase"), N_("Go on to the next phase."), _TASKS, 70),
    Action(
        "network",
        "w",
        N_("network"),
        N_("The people around the family; again for another view."),
        (*_TOGETHER, MAP, PICTURE),
        60,
    ),
    Action("meeting", "b", N_("meeting"), N_("Prepare a meeting with the family."), _TASKS, 50),
    Action("consent", "t", N_("consent"), N_("Record a consent."), _TASKS, 55),
    Action("paper", "p", N_("paper"), N_("Make a document."), (*_TASKS, MAP, PICTURE), 65),
    Action(
        "open_made", "o", N_("open"), N_("Open the document that was made last."), (FAMILY, MAP), 9
    ),
    Action("new_case", "n", N_("new family"), N_("Open a record for a new family."), (TODAY,), 84),
    Action("add", "a", N_("add"), N_("Add something to what is shown here."), (FAMILY, MAP), 76),
    Action(
        "edit", "e", N_("edit"), N_("Change what the cursor stands on."), (FAMILY, TABLE, MAP), 57
    ),
    Action(
        "end", "x", N_("end"), N_("Let it end on a day; it stays in the record."), (FAMILY, MAP), 20
    ),
    Action(
        "changed",
        "v",
        N_("changed"),
        N_("What changed since my last visit, in all families."),
        _TASKS,
        75,
    ),
    Action("undo", "u", N_("undo"), N_("Take back the last act in this family."), _ACTS, 68),
    Action(
        "redo", "r", N_("redo"), N_("Do again what was taken back."), (*_TASKS, CHANGED, MAP), 10
    ),
    Action(
        "put_back",
        "z",
        N_("put back"),
        N_("Put what the cursor stands on back as it was here."),
        (PAST,),
        90,
    ),
    Action("earlier", "comma", N_("earlier"), N_("Look further back."), (CHANGED, MAP), 60),
    Action("later", "full_stop", N_("later"), N_("Look less far back."), (CHANGED, MAP), 58),
    Action("mine", "m", N_("mine"), N_("With or without what I did myself."), (CHANGED,), 56),
    Action("own", "m", N_("mine"), N_("Only my families, or those of all."), (TODAY,), 57),
    Action("ended", "l", N_("ended"), N_("With or without families that ended."), (TODAY,), 44),
    Action(
        "order",
        "o",
        N_("order"),
        N_("In another order: urgent, name, phase, hours, last contact."),
        (TODAY,),
        56,
    ),
    Action(
        "charts",
        "f5",
        N_("charts"),
        N_("Hours, goals, life domains and scores as pictures."),
        _TOGETHER,
        42,
    ),
    Action(
        "genogram", "f7", N_("genogram"), N_("The family by generation."), (*_TOGETHER, MAP), 41
    ),
    Action("closer", "plus", N_("closer"), N_("Put somebody closer to the family."), (MAP,), 96),
    Action(
        "further", "minus", N_("further"), N_("Put somebody further from the family."), (MAP,), 95
    ),
    Action("sector", "g", N_("side"), N_("Put somebody on another side of the map."), (MAP,), 94),
    Action("quality", "k", N_("tie"), N_("Say what the tie is."), (MAP,), 93),
    Action("energy", "y", N_("energy"), N_("Say who gives energy, and to whom."), (MAP,), 92),
    Action("jim", "j", N_("JIM"), N_("Somebody was chosen by a youth as own mentor."), (MAP,), 46),
    Action(
        "eyes", "i", N_("eyes of"), N_("See the map as one member of the family does."), (MAP,), 74
    ),
    Action(
        "lines",
        "l",
        N_("lines"),
        N_("All lines, only those that say something, or none."),
        (MAP,),
        64,
    ),
    Action(
        "then",
        "n",
        N_("then and now"),
        N_("What changed on the map; , and . go to another day."),
        (MAP,),
        73,
    ),
    Action(
        "now_earlier",
        "left_square_bracket",
        N_("2nd earlier"),
        N_("The second day of then and now: further back."),
        (MAP,),
        59,
    ),
    Action(
        "now_later",
        "right_square_bracket",
        N_("2nd later"),
        N_("The second day of then and now: less far back."),
        (MAP,),
        57,
    ),
    Action(
        "ask", "tab", N_("to ask"), N_("What the map leaves open to ask the family."), (MAP,), 63
    ),
    Action("filter", "slash", N_("filter"), N_("Show only lines with these letters."), _TASKS, 62),
    Action(
        "editor", "ctrl+e", N_("editor"), N_("Open the file in your text editor."), (FAMILY,), 5
    ),
    Action(
        "by_hand",
        "h",
        N_("record"),
        N_("Record what was changed in the files by hand."),
        (FAMILY,),
        4,
    ),
    Action(
        "table",
        "f9",
        N_("at the table"),
        N_("Look together: only this family, only what all may read."),
        _TOGETHER,
        15,
    ),
    Action(
        "hide", "f8", N_("hide"), N_("Hide the screen until a key is pressed."), (ANYWHERE,), 12
    ),
    Action("help", "f1,question_mark", N_("help"), N_("What the keys do here."), (ANYWHERE,), 80),
    Action("settings", "f2", N_("settings"), N_("Language, colours, signs."), (ANYWHERE,), 6),
    Action(
        "palette",
        "ctrl+p",
        N_("search"),
        N_("Search everything: actions, families, texts."),
        (ANYWHERE,),
        72,
    ),
    Action(
        "back", "escape", N_("back"), N_("One step back; what was typed is kept."), (ANYWHERE,), 40
    ),
    Action("quit", "q", N_("quit"), N_("Leave the program."), (TODAY,), 30),
    Action("save", "ctrl+s", N_("save"), N_("Save what was typed."), (FORM, NOTE), 99),
    Action(
        "readers",
        "f3",
        N_("who reads"),
        N_("Who may read it: the family, or the team only."),
        (FORM,),
        30,
    ),
    Action("whole", "f4", N_("whole screen"), N_("Write on the whole screen."), (FORM, NOTE), 25),
    Action(
        "fresh",
        "f6",
        N_("start anew"),
        N_("Leave out the draft and start with an empty form."),
        (FORM,),
        8,
    ),
)
"""By weight of habit: tasks, changes, the program itself, forms."""

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}


def here(place: str) -> Iterator[Action]:
    """What can be done in a place."""
    return (one for one in ACTIONS if place in one.places or ANYWHERE in one.places)


def key_of(action: str, chosen: Mapping[str, str]) -> str:
    """The key of an action, as the coach chose it or as it is."""
    return chosen.get(action) or BY_ID[action].key


def key_name(key: str) -> str:
    """A key as it stands on the keyboard; the first when there are more."""
    first = key.partition(",")[0]
    *held, last = first.split("+")
    if last.startswith("f") and last[1:].isdigit():
        name = last.upper()
    elif held:
        name = last.title() if len(last) > 1 else last.upper()
    else:
        name = _NAMES.get(last, last)
    return "+".join((*(one.title() for one in held), name))


_NAMES = {
    "apostrophe": "'",
    "asterisk": "*",
    "backslash": "\\",
    "comma": ",",
    "enter": "Enter",
    "equals_sign": "=",
    "escape": "Esc",
    "full_stop": ".",
    "left_square_bracket": "[",
    "minus": "-",
    "plus": "+",
    "question_mark": "?",
    "right_square_bracket": "]",
    "semicolon": ";",
    "slash": "/",
    "space": "Space",
    "tab": "Tab",
}
