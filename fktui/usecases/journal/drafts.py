"""A contact that is being written in a text editor: the draft, and what comes back from it.

A draft lies in `.fk/drafts` on this computer only, readable by this user only. It is taken away
once it is recorded, and stays when that does not work out.
"""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fktui.errors import Unreadable, WrongUse
from fktui.model.case import Case
from fktui.model.journal import Contact, Element, PlaceKind
from fktui.model.text import clean, clean_line
from fktui.store.disk.files import read_plain, remove, write_atomic
from fktui.store.schema import decode_entry, encode
from fktui.store.yaml import front_matter
from fktui.store.yaml.write import dump
from fktui.usecases.desk import Desk
from fktui.usecases.fields import readers
from fktui.usecases.finding import find_colleague, find_people, find_record
from fktui.usecases.form_drafts import PRIVATE_FILE, private_folder
from fktui.usecases.team.principles import principle_ids
from fktui.usecases.team.records import entries
from fktui.words.language import _

_HINTS = {
    "at": '"15:30"',
    "hours": "1.5",
    "place": " | ".join(place.value for place in PlaceKind),
    "present": "[ ]",
    "goals": "[ ]",
    "elements": f"[{' | '.join(element.value for element in Element)}]",
}
"""Fields that are offered when they are not filled in, with what may stand there."""


class Draft(NamedTuple):
    """A text on its way: where it lies, its text, and whether it was left from an earlier time."""

    path: Path
    text: str
    kept: bool


class Written(Contact, frozen=True, kw_only=True):
    """A contact as it stands in a draft: names for ids, and no id of its own yet."""

    id: str = ""


def start(desk: Desk, name: str, text: str) -> Draft:
    """A draft to write in; one that was kept from an earlier time goes before the new text."""
    folder = private_folder(desk.store.places)
    path = folder / f"{name}.md"
    data = read_plain(path)
    if data is not None:
        return Draft(path, data.decode("utf-8", "replace"), kept=True)
    write_atomic(path, text.encode(), folder, PRIVATE_FILE)
    return Draft(path, text, kept=False)


def is_written(draft: Draft) -> bool:
    """Whether there is something of the user's in it: not an empty file, nor what we put there."""
    text = _text_of(draft)
    return bool(text.strip()) and (draft.kept or text != draft.text)


def drop(draft: Draft) -> None:
    """The draft is recorded, or nothing was written."""
    remove(draft.path)


def as_text(desk: Desk, case: Case, contact: Contact) -> str:
    """A contact as a draft: its fields with names for ids where that is clear, and its note."""
    fields = encode(msgspec.structs.replace(contact, body=""))
    del fields["id"]
    names = desk.names(case)
    for field in ("by", "present", "about", "goals", "principles", "visible_to"):
        if field in fields:
            fields[field] = [_name(names, one) for one in fields[field]]
    offered = _HINTS | {"principles": f"[{' | '.join(_principles(desk))}]"}
    hints = [f"# {name}: {hint}\n" for name, hint in offered.items() if name not in fields]
    head = (
        dump(fields) + _("# The note goes below the dashes. Remove a # to fill in a line.") + "\n"
    )
    return front_matter.join(head + "".join(hints), f"\n{contact.body}\n")


def read_contact(desk: Desk, case: Case, draft: Draft) -> dict[str, Any]:
    """The fields of the contact that was written, names turned into ids.

    Raises:
        Unreadable: a line does not fit; the issues say which.
        WrongUse: nothing was written.
        NotFound, Ambiguous: somebody or a goal is not one.
    """
    if not is_written(draft):
        raise WrongUse("draft-unchanged")
    text = clean(_text_of(draft))
    written, issues = decode_entry(text.encode(), Written, draft.path.name)
    if written is None or issues:
        raise Unreadable("draft-broken", tuple(issues), file=str(draft.path))
    fields = msgspec.structs.asdict(written) | {
        "body": written.body.strip("\n"),
        "by": tuple(find_colleague(desk, name) for name in written.by),
        "present": find_people(case, written.present),
        "about": find_people(case, written.about),
        "goals": tuple(find_record(case, given, "goal").record.id for given in written.goals),
        "principles": principle_ids(desk, written.principles, case),
        "visible_to": readers(desk, case, written.visible_to),
    }
    del fields["id"]
    return fields


def _principles(desk: Desk) -> list[str]:
    """The names of the principles of today; those in focus only, where the team has chosen some."""
    there = entries(desk.team.folder, "principle", desk.today)
    chosen = [one for one in there if one.focus] or there
    return [clean_line(one.name) for one in chosen]


def _text_of(draft: Draft) -> str:
    return (read_plain(draft.path) or b"").decode("utf-8", "replace")


def _name(names: dict[str, str], one: str) -> str:
    """What a person or goal is called, when nobody and nothing else is called so; else the id."""
    name = names.get(one, one)
    same = sum(other.casefold() == name.casefold() for other in names.values())
    return name if same == 1 else one
