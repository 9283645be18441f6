"""The copy of what is somebody's own: what is in it, what is not, and why.

Whose each kind of record is stands in `access`; who may ask in `asking`. Guidelines: a coach may
withhold more, and include what the law gives no ground to withhold.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

import msgspec

from fktui.method.rights.access import ACCESS, HEADS, MAY_STILL, RESTRICTED_KINDS, Reason
from fktui.method.rights.asking import Right
from fktui.method.visibility import living_apart
from fktui.model.case import KINDS, Case, Kind, Located, find, records, without
from fktui.model.family import Person
from fktui.model.plan import AgreementKind
from fktui.model.record import by_id


class Reading(NamedTuple):
    """Whose copy, for whom, by which right, on which day.

    Attributes:
        person: whose it is.
        reader: who gets it: the same, or a parent or somebody else.
        withhold: ids that the coach keeps out of it.
        include: ids that the coach puts in it after looking, where that may be (`MAY_STILL`).
    """

    case: Case
    person: str
    reader: str
    right: Right
    today: date
    withhold: frozenset[str] = frozenset()
    include: frozenset[str] = frozenset()


class Withheld(NamedTuple):
    """Something that is not in a copy.

    Attributes:
        told: whether it stands one by one in the list on paper. What is about others only is
            counted there, and of the reporting code the paper does not even say that it is there.
    """

    kind: str
    id: str
    on: date | None
    reason: Reason
    told: bool
    readers: tuple[str, ...] = ()


class Shown(NamedTuple):
    """A record in a copy, without the fields that are another's, and with what is inside it."""

    kind: str
    record: Any
    inner: tuple["Shown", ...] = ()
    beside: tuple[Any, ...] = ()


class Copy(NamedTuple):
    """What is in a copy, and what is not."""

    shown: tuple[Shown, ...]
    heads: tuple[tuple[str, Any], ...]
    withheld: tuple[Withheld, ...]


def copy_of(reading: Reading) -> Copy:
    """What is in the copy and what is not, in the order of the files.

    A statement stands beside its entry, and by itself when that is not there.
    """
    shown: list[Shown] = []
    withheld: list[Withheld] = []
    tops = [located for located in records(reading.case) if located.parent is None]
    for located in tops:
        reason = _reason(reading, located)
        if reason is None:
            shown.append(_shown(reading, located, withheld))
        else:
            withheld.append(_withheld(reading, located, reason))
    visible = {inner.record.id for one in shown for inner in (one, *one.inner)}
    beside, alone = _placed_statements(shown, visible)
    heads, undivided = _heads(reading)
    return Copy(
        shown=tuple(_with_statements(one, beside) for one in alone),
        heads=tuple(heads),
        withheld=(*undivided, *withheld),
    )


def named_in(case: Case, record: Any, but: Iterable[str]) -> tuple[str, ...]:
    """The members of the family, other than these, whose first name stands in a text of it."""
    texts = tuple(_texts(record))
    return tuple(
        person.id
        for person in case.family.people
        if person.id not in set(but) and person.name.split() and _is_named(person, texts)
    )


def may_read(case: Case, readers: tuple[str, ...], one: str) -> bool:
    """Whether a member of the family is among those who may read an entry."""
    member = by_id(case.family.people, one) is not None
    return (member and (not readers or "family" in readers)) or one in readers


def for_everybody(case: Case, today: date) -> tuple[Case, int]:
    """The case with only what the whole family may read, and how much that leaves out.

    The reporting code is never in it, nor what makes one home safe for those who live elsewhere.
    """
    members = {p.id for p in case.family.people if p.died is None and _stays(p, today)}
    kept, left_out = case, 0
    for located in records(case):
        readers: tuple[str, ...] = getattr(located.record, "visible_to", ())
        every_member = bool(members) and members <= set(readers)
        open_to_all = not readers or "family" in readers or every_member
        kind = located.kind.name
        whose = whose_home(kind, located.record)
        apart = not readers and whose and living_apart(case, whose, today)
        if kind == "reporting_code" or not open_to_all or apart:
            kept, left_out = without(kept, located.record.id), left_out + 1
    return kept, left_out


def _stays(person: Person, today: date) -> bool:
    return person.until is None or today <= person.until


def _reason(reading: Reading, located: Located) -> Reason | None:
    """Why a record is not in the copy; None when it is."""
    if located.record.id in reading.withhold:
        return Reason.CHOSEN
    reason = _by_rule(reading, located)
    if located.record.id in reading.include and reason in MAY_STILL:
        concerns = getattr(located.record, "concerns", ())
        return reason if {reading.person, reading.reader} & set(concerns) else None
    return reason


def _by_rule(reading: Reading, located: Located) -> Reason | None:
    kind, record = located.kind.name, located.record
    access = ACCESS[kind]
    if kind == "household":
        return None if _lives_in(reading, record.id) else Reason.ADDRESS
    if not (access.people or access.joint is not None):
        return Reason.UNDIVIDED
    if not is_theirs(reading.case, reading.person, located):
        return Reason.OTHERS
    if kind in RESTRICTED_KINDS:
        return Reason.RESTRICTED
    above = _of_its_entry(reading, record) if kind == "statement" else None
    return above or _for_others(reading, located)


def _for_others(reading: Reading, located: Located) -> Reason | None:
    """Why what is theirs is still not for this reader: others were named, or it is of one home."""
    readers: tuple[str, ...] = getattr(located.record, "visible_to", ())
    if not _is_visible(reading, readers):
        return Reason.TEAM if set(readers) == {"team"} else Reason.NAMED
    return Reason.APART if not readers and _is_apart(reading, located) else None


def _of_its_entry(reading: Reading, statement: Any) -> Reason | None:
    """Why the entry is withheld that another's statement stands beside; it would tell of it."""
    entry = find(reading.case, statement.entry) if statement.entry else None
    if entry is None or entry.kind.name == "statement" or statement.by == reading.person:
        return None
    above = entry.parent and find(reading.case, entry.parent.id)
    return (above and _reason(reading, above)) or _reason(reading, entry)


def is_theirs(case: Case, person_id: str, located: Located) -> bool:
    """Whether an entry is about this person, by this person, or of the family as a whole."""
    access = ACCESS[located.kind.name]
    if _is_about(case, person_id, located):
        return True
    if located.kind.name == "statement":
        entry = find(case, located.record.entry or "")
        beside = not located.record.about and entry and entry.kind.name != "statement"
        return bool(beside and entry and is_theirs(case, person_id, entry))
    return access.joint is not None and not any(
        getattr(located.record, field) for field in access.joint
    )


def _is_about(case: Case, person_id: str, located: Located) -> bool:
    """Whether a field of it names this person, or the home of this person."""
    return any(
        person_id in _named(case, located.record, field)
        for field in ACCESS[located.kind.name].people
    )


def _named(case: Case, record: Any, field: str) -> tuple[str, ...]:
    if field == "people":
        return tuple(p.id for p in case.family.people if record.id in p.households)
    value = getattr(record, field)
    if field == "experiences":
        return tuple(one.person for one in value)
    if field == "households":
        return tuple(p.id for p in case.family.people if set(value) & set(p.households))
    return (value,) if isinstance(value, str) else tuple(value or ())


def _is_visible(reading: Reading, readers: tuple[str, ...]) -> bool:
    """Whether this reader may read what is for these; with consent, what is the giver's alone."""
    case, member = reading.case, by_id(reading.case.family.people, reading.reader)
    reads = may_read(case, readers, reading.reader if member else reading.person)
    if reading.right is not Right.CONSENT:
        return reads
    own = set(readers) == {reading.person}
    return may_read(case, readers, reading.person) and (reads or own)


def _is_apart(reading: Reading, located: Located) -> bool:
    """Whether it is a statement or safety agreement of one home, and the reader has another."""
    whose = whose_home(located.kind.name, located.record)
    return reading.reader in living_apart(reading.case, whose, reading.today)


def whose_home(kind: str, record: Any) -> tuple[str, ...]:
    """Whose a statement or a safety agreement is; of anything else nobody's in particular."""
    if kind == "statement":
        return (record.by,)
    safety = kind == "agreement" and record.kind is AgreementKind.SAFETY
    return (
        (*record.who, *getattr(record, "about", ())) if safety or kind == "safety_agreement" else ()
    )


def _lives_in(reading: Reading, household: str) -> bool:
    """Whether both the person and the reader, when of the family, live there."""
    people = (by_id(reading.case.family.people, one) for one in {reading.person, reading.reader})
    return all(person is None or household in person.households for person in people)


def _shown(reading: Reading, located: Located, withheld: list[Withheld]) -> Shown:
    record = located.record
    if located.kind.name == "household" and record.secret_address and record.address:
        withheld.append(_withheld(reading, located, Reason.HIDDEN_HOME))
        record = msgspec.structs.replace(record, address=None, note=None)
    if located.kind.name == "consent" and record.by != reading.person:
        record = msgspec.structs.replace(record, note=None, withdrawn_note=None)
    inner = []
    for child in _inside(located):
        reason = _reason(reading, child)
        if reason is None:
            inner.append(Shown(child.kind.name, child.record))
        else:
            withheld.append(_withheld(reading, child, reason))
    return Shown(located.kind.name, record, tuple(inner))


def _inside(located: Located) -> Iterator[Located]:
    for kind in KINDS.values():
        if kind.parent == located.kind.name:
            yield from (Located(kind, one, located.record) for one in _list(located.record, kind))


def _list(record: Any, kind: Kind) -> tuple[Any, ...]:
    return tuple(getattr(record, kind.path[-1]))


def _withheld(reading: Reading, located: Located, reason: Reason) -> Withheld:
    kind, record = located.kind.name, located.record
    about = _is_about(reading.case, reading.person, located)
    nobody = not any(_named(reading.case, record, field) for field in ACCESS[kind].people)
    return Withheld(
        kind=kind,
        id=record.id,
        on=_day(record),
        reason=reason,
        told=kind not in RESTRICTED_KINDS
        and (reason in (Reason.HIDDEN_HOME, Reason.UNDIVIDED, Reason.CHOSEN) or about or nobody),
        readers=getattr(record, "visible_to", ()),
    )


def _heads(reading: Reading) -> tuple[list[tuple[str, Any]], list[Withheld]]:
    shown, withheld = [], []
    for name, joint in HEADS.items():
        part, _dot, field = name.partition(".")
        value = getattr(getattr(reading.case, part), field)
        if value is None:
            continue
        if (joint or name in reading.include) and name not in reading.withhold:
            shown.append((name, value))
        else:
            reason = Reason.UNDIVIDED if not joint else Reason.CHOSEN
            withheld.append(Withheld(part, name, _day(value), reason, told=True))
    return shown, withheld


def _placed_statements(
    shown: list[Shown], visible: set[str]
) -> tuple[dict[str, list[Any]], list[Shown]]:
    """The statements by the entry they stand beside, and everything but these."""
    beside: dict[str, list[Any]] = {}
    alone = []
    for one in shown:
        if one.kind == "statement" and one.record.entry in visible:
            beside.setdefault(one.record.entry, []).append(one.record)
        else:
            alone.append(one)
    return beside, alone


def _with_statements(one: Shown, beside: dict[str, list[Any]]) -> Shown:
    inner = tuple(_with_statements(child, beside) for child in one.inner)
    return one._replace(inner=inner, beside=tuple(beside.get(one.record.id, ())))


def _day(record: Any) -> date | None:
    for field in ("on", "opened_on", "given_on", "made_on", "since"):
        day = getattr(record, field, None)
        if isinstance(day, date):
            return day
    return None


def _is_named(person: Person, texts: Iterable[str]) -> bool:
    """Whether the first name stands in one of the texts as a word of its own."""
    first = re.compile(rf"(?<![\w-]){re.escape(person.name.split()[0])}(?![\w-])")
    return any(first.search(text) for text in texts)


def _texts(value: Any) -> Iterator[str]:
    """Every text of a record, and of what is in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _texts(getattr(value, field))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
