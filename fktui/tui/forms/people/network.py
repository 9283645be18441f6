"""Somebody around the family: added with the ties in one go, put closer, tied with a member."""

from typing import Any

from fktui.model.case import find
from fktui.model.network import (
    Energy,
    NetworkKind,
    NetworkPerson,
    Quality,
    Sector,
    Tie,
    Willing,
)
from fktui.model.record import by_id
from fktui.tui.forms.fields import (
    check_field,
    choice_field,
    day_field,
    note_field,
    text_field,
    titled,
    told,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.people.meant import energy_meant, quality_meant, ring_meant, sector_meant
from fktui.tui.forms.which import which
from fktui.usecases.desk import Desk
from fktui.usecases.people.family import is_there, members, namesakes
from fktui.usecases.people.network import Tied, add_member, move_member, sector_name, set_tie
from fktui.words.changes import say_value
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.people.around import QUALITY_LETTERS, RINGS, SECTOR_LETTERS, say_ring
from fktui.words.time.dates import Look

_TIED = ("quality", "energy", "of")


def network_form(ask: Ask) -> Form:
    """Somebody new: name, sector and ring are enough; the ties are made in the same act."""
    case_id = ask.seen.case.id

    def save(desk: Desk, values: Values) -> Done:
        fields = {name: value for name, value in values.items() if name not in _TIED}
        organisation = fields.pop("organisation", False)
        if organisation:
            fields["kind"] = NetworkKind.ORGANISATION
        said = {name: values[name] for name in ("quality", "energy") if name in values}
        tied = Tied(said, values.get("of", ())) if any(name in values for name in _TIED) else None
        saved = add_member(desk, case_id, fields, tied)
        record = saved.act.record or ""
        same = namesakes(saved.loaded.case, record)
        return Done(_with_namesakes(saved.act.subject, same), case_id, record)

    return Form(
        id="network.add",
        title=_("Somebody around the family"),
        fields=(
            text_field("name", needed=True),
            sector_field(ask, needed=True),
            ring_field(needed=True),
            quality_field(),
            energy_field(),
            members_field(ask, "of", title=_("Whose tie")),
            text_field("relation", title=_("Who is this")),
            text_field("offers"),
            text_field("reach"),
            day_field(ask, "asked_on", Look.BACK),
            choice_field(Willing, "willing"),
            check_field("organisation", _("It is an organisation")),
        ),
        save=save,
    )


def _with_namesakes(subject: str, same: tuple[str, ...]) -> str:
    if not same:
        return subject
    said = _("! Somebody has this name already.")
    return f"{subject} · {said}"


def move_form(ask: Ask) -> Form:
    """Closer, further, or on another side of the map."""
    chosen = which(ask, "network", offered=_here(ask))
    one: NetworkPerson | None = by_id(ask.seen.case.network.people, chosen.id)
    ring = str(one.ring) if one else ""
    sector = sector_name(ask.desk, one.sector) if one else ""

    def save(desk: Desk, values: Values) -> Done:
        who = chosen.of(values)
        to = values.get("ring"), values.get("sector")
        saved = move_member(desk, ask.seen.case.id, who, *to)
        return Done(saved.act.subject, ask.seen.case.id, who)

    return Form(
        id="network.move",
        title=_("Closer or further"),
        fields=(chosen.field, ring_field(ring), sector_field(ask, sector)),
        save=save,
        start="ring" if chosen.id else "",
    )


def tie_form(ask: Ask) -> Form:
    """What a member of the family, or the family as a whole, has with somebody around it."""
    case = ask.seen.case
    located = find(case, ask.record) if ask.record else None
    tie: Tie | None = located.record if located and located.kind.name == "tie" else None
    around = ask._replace(record=tie.network) if tie else ask
    chosen = which(around, "network", offered=_here(ask))
    only = _only_tie(case.network.ties, chosen.id) if tie is None else tie

    def save(desk: Desk, values: Values) -> Done:
        fields = {n: v for n, v in values.items() if n in ("quality", "energy", "ring", "note")}
        whose = (tie.person,) if tie else values.get("of", ()) or (None,)
        who = chosen.of(values)
        saved = set_tie(desk, case.id, who, whose[0], fields)
        return Done(saved.act.subject, case.id, who)

    return Form(
        id="network.tie",
        title=_("A tie"),
        fields=(
            chosen.field,
            _whose(ask, tie),
            quality_field(label(only.quality) if only else ""),
            energy_field(label(only.energy) if only and only.energy is not Energy.NONE else ""),
            ring_field(str(only.ring) if only and only.ring else "", title=_("Own ring")),
            note_field("note", (only.note if only else "") or ""),
        ),
        save=save,
        start="quality" if tie else "of" if chosen.id else "",
        notes=(_("Own ring: only where this member places somebody elsewhere than the family."),),
    )


def _whose(ask: Ask, tie: Tie | None) -> Field:
    """Whose tie: fixed for one that is changed."""
    if tie is None:
        field = members_field(ask, "of", title=_("Whose tie"))
        return field._replace(many=False, read=lambda text: members(ask.seen.case, (text,)))
    names = ask.desk.names(ask.seen.case)
    whose = listed((tie.person,), names) if tie.person else _("the family as a whole")
    return told("of", _("Whose tie"), whose)


def _only_tie(ties: tuple[Tie, ...], network: str) -> Tie | None:
    """The tie of the family as a whole, which is what an empty field means."""
    return next((one for one in ties if one.network == network and one.person is None), None)


def _here(ask: Ask) -> list[NetworkPerson]:
    people = ask.seen.case.network.people
    return [one for one in people if is_there(one, ask.desk.today)]


# --- fields ---------------------------------------------------------------------------------------


def sector_field(ask: Ask, text: str = "", *, needed: bool = False) -> Field:
    """A side of the map, by one letter or a word."""
    keys = [f"{SECTOR_LETTERS[one][0]} {sector_name(ask.desk, one)}" for one in Sector]
    letters = " ".join(SECTOR_LETTERS[one][0] for one in Sector)
    return Field(
        "sector",
        titled("sector"),
        lambda typed: sector_meant(ask.desk, typed),
        lambda value: sector_name(ask.desk, value),
        text,
        hint=f"{letters} · F1",
        choices=tuple(sector_name(ask.desk, one) for one in Sector),
        needed=needed,
        help="; ".join(keys),
    )


def ring_field(text: str = "", *, title: str = "", needed: bool = False) -> Field:
    """How close, by its number."""
    keys = ", ".join(map(_, RINGS.values()))
    return Field(
        "ring", title or titled("ring"), ring_meant, say_ring, text, keys, needed=needed, help=keys
    )


def quality_field(text: str = "") -> Field:
    """What the tie is like, by one letter or sign."""
    keys = ", ".join(f"{signs[0]} {label(one)}" for one, signs in QUALITY_LETTERS.items())
    return Field(
        "quality",
        _("The tie"),
        quality_meant,
        label,
        text,
        keys,
        help=keys,
        choices=tuple(map(label, Quality)),
    )


def energy_field(text: str = "") -> Field:
    """Which way the energy goes: + or -."""
    keys = f"+ {label(Energy.GIVES)}, - {label(Energy.TAKES)}"
    return Field("energy", titled("energy"), energy_meant, label, text, keys, help=keys)


def members_field(ask: Ask, name: str, text: str = "", *, title: str) -> Field:
    """Members of the family; empty for all of them together."""
    case = ask.seen.case
    names: dict[str, Any] = ask.desk.names(case)

    def read(typed: str) -> tuple[str, ...]:
        return members(case, filter(None, (part.strip() for part in typed.split(","))))

    return Field(
        name,
        title,
        read,
        lambda value: say_value(value, names),
        text,
        hint=_("empty: the whole family"),
        choices=tuple(one.name for one in case.family.people if one.until is None),
        many=True,
    )
