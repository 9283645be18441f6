"""A family with two homes in a real store: Anouk with Dennis, Joris, and Sem, Fenna and Tibbe."""

from datetime import date
from typing import NamedTuple

from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.desk import Desk
from fktui.usecases.people.family import add_person
from fktui.usecases.records import add_record

_PEOPLE = {
    "anouk": ("Anouk Wulp", "mother", "1983-02-17", ("hers",)),
    "joris": ("Joris Tureluur", "father", "1981-08-03", ("his",)),
    "sem": ("Sem", "child", "2009-03-22", ("hers", "his")),
    "fenna": ("Fenna", "child", "2012-11-05", ("hers", "his")),
    "tibbe": ("Tibbe", "child", "2017-07-30", ("hers", "his")),
    "dennis": ("Dennis Kievit", "step_parent", "1985-05-11", ("hers",)),
}


class Wulp(NamedTuple):
    """The family's id, and those of its people and homes."""

    case: str
    anouk: str
    joris: str
    sem: str
    fenna: str
    tibbe: str
    dennis: str
    hers: str
    his: str


def wulp(desk: Desk) -> Wulp:
    case = new_case(desk, NewCase(name="Gezin Wulp", start=date(2026, 9, 1), referrer="GI")).case.id
    homes = {
        "hers": {"name": "Bij Anouk", "address": "Rietkade 1", "secret_address": True},
        "his": {"name": "Bij Joris", "address": "Duinweg 2"},
    }
    ids = {
        key: add_record(desk, case, "household", fields).act.record for key, fields in homes.items()
    }
    for key, (name, role, born, own) in _PEOPLE.items():
        fields = {"name": name, "role": role, "born": born}
        fields["households"] = tuple(ids[home] for home in own)
        ids[key] = add_person(desk, case, fields).act.record
    for child in ("sem", "fenna", "tibbe"):
        for parent in ("anouk", "joris"):
            held = {"child": ids[child], "holder": ids[parent]}
            add_record(desk, case, "authority", held)
    return Wulp(case=case, **ids)
