"""The members of a new family as jotted down: `Ama, 3-5-2012, dochter`, a line for each."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from fktui.errors import WrongUse
from fktui.model.family import Gender, Role
from fktui.model.text import clean_line
from fktui.usecases.fields import choice
from fktui.words.people.members import CALLED
from fktui.words.time.dates import parse_partial

INDEX = frozenset(("index", "aangemeld", "referred"))
"""Typed behind the child that the referral is about, in both languages."""


class NewMember(NamedTuple):
    """A member as it was jotted down; the born date as far as it was told."""

    name: str
    role: Role
    gender: Gender
    born: str | None
    referred: bool
    """Whether the referral is about this child."""

    @property
    def fields(self) -> dict[str, Any]:
        """The values for a Person."""
        return {
            "name": self.name,
            "role": self.role,
            "gender": self.gender,
            "born": self.born,
            "index": self.referred,
        }


def read_members(text: str, today: date) -> tuple[NewMember, ...]:
    """The members in a text, a line for each: the name, then in any order when born and what.

    Raises:
        WrongUse: `member-unread`, `member-role`; with the number of the line.
    """
    lines = enumerate(text.splitlines(), start=1)
    return tuple(_member(number, clean_line(one), today) for number, one in lines if one.strip())


def _member(number: int, line: str, today: date) -> NewMember:
    name, *parts = (part.strip() for part in line.split(","))
    found: dict[str, Any] = {"born": None, "referred": False}
    for part in filter(None, parts):
        known = dict(_meaning(part, today))
        if not known:
            raise WrongUse("member-unread", line=number, given=part, name=name)
        found |= known
    if not name or "role" not in found:
        raise WrongUse("member-role", line=number, name=name or line)
    return NewMember(name=name, gender=found.pop("gender", Gender.UNKNOWN), **found)


def _meaning(part: str, today: date) -> Iterator[tuple[str, Any]]:
    """What a part of the line says: nothing when it cannot be read."""
    word = part.casefold()
    if word in INDEX:
        yield "referred", True
    elif any(sign.isdigit() for sign in part):
        try:
            yield "born", parse_partial(part, today)
        except WrongUse:
            return
    elif word in CALLED:
        role, gender = CALLED[word]
        yield "role", role
        yield "gender", gender
    else:
        try:
            yield "role", choice(Role, part)
        except WrongUse:
            return
