"""A copy of what is somebody's own in the record: who may have it, making it, noting it.

Whose each entry is, and why something is withheld, is in `method.rights`.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fktui.documents.collectors.said import family_name
from fktui.documents.facts import plain
from fktui.documents.inspection import CopyOrder, collect
from fktui.documents.make import Format, Made, make, meta_for
from fktui.documents.template import Template, parse_template, render
from fktui.errors import NoConsent, WrongUse
from fktui.method.consent import holders, valid, who_must_consent
from fktui.method.rights.access import HEADS, LOOKED_AT
from fktui.method.rights.asking import COPY, SOURCE, Refusal, Right, right_to_copy
from fktui.method.rights.copying import Copy, Reading, copy_of, named_in
from fktui.model.case import Case, put
from fktui.model.consent import Consent, Disclosure, Purpose
from fktui.model.stored import Change, Loaded, Saved
from fktui.store.templates import read_template
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people, find_record
from fktui.usecases.records import act_on, new_record
from fktui.words.language import N_, _
from fktui.words.naming import listed, names_of
from fktui.words.tables.rights_words import RIGHTS

WHAT = N_("Copy of what is somebody's own in the record")

_REFUSED: dict[Refusal, str] = {
    Refusal.THROUGH_PARENTS: "inspect-through-parents",
    Refusal.OWN_YES: "inspect-own-yes",
    Refusal.NO_AUTHORITY: "inspect-no-authority",
}


class Asked(NamedTuple):
    """Whose copy is asked for.

    Attributes:
        person: whose it is: name or id.
        reader: who asks for it, when that is somebody else.
        without: ids of what the coach keeps out, for the privacy of another.
        also: ids of what the coach puts in after looking, where the law gives no ground.
    """

    person: str
    language: str
    reader: str = ""
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class LookAt(NamedTuple):
    """A text in the copy that names others of the family: a person looks before it goes."""

    kind: str
    id: str
    on: date | None
    names: tuple[str, ...]


class Copied(NamedTuple):
    """A copy before it is handed over.

    Attributes:
        right: by which right, in a sentence.
        look_at: texts that name others; they are whole in the copy, or not at all.
    """

    reading: Reading
    loaded: Loaded
    template: Template
    copy: Copy
    markdown: str
    right: str
    look_at: tuple[LookAt, ...]


def inspect(desk: Desk, case_id: str, asked: Asked) -> Copied:
    """The text of a copy, and what is withheld. Nothing is written.

    Raises:
        NoConsent, NotFound, Ambiguous, WrongUse: as `preview`.
        Missing: the team's template asks for what fk does not know.
    """
    copied = preview(desk, case_id, asked)
    case, reading = copied.loaded.case, copied.reading
    people = (desk.today, reading.person, reading.reader)
    order = CopyOrder(case, copied.copy, desk.names(case), *people, copied.right)
    return copied._replace(markdown=render(copied.template, plain(collect(order))))


def preview(desk: Desk, case_id: str, asked: Asked) -> Copied:
    """What would be in a copy and what is withheld, without its text: to look at first.

    Raises:
        NoConsent: who asks for it has no right to it; the facts say who must say yes.
        NotFound, Ambiguous: somebody, or an entry, is not one.
        WrongUse: `inspect-not-also`; what is asked for is withheld for another, and stays so.
    """
    loaded = desk.load(case_id)
    reading = _reading(desk, loaded.case, asked)
    copy = copy_of(reading)
    _refuse_also(reading, copy)
    names = desk.names(loaded.case)
    right = _(RIGHTS[reading.right]).format(
        name=names.get(reading.person, reading.person),
        reader=names.get(reading.reader, reading.reader),
    )
    file = read_template(desk.store.places, COPY, asked.language)
    template = parse_template(
        file.name, file.head, file.body, file.source, first_line=file.first_line
    )
    return Copied(
        reading=reading,
        loaded=loaded,
        template=template,
        copy=copy,
        markdown="",
        right=right,
        look_at=tuple(_look_at(loaded.case, copy, {reading.person, reading.reader})),
    )


def paper(desk: Desk, copied: Copied, fmt: Format) -> Made:
    """The copy as a file; nothing is noted yet."""
    meta = meta_for(copied.template, family_name(copied.loaded.case), desk.today)
    return make(copied.markdown, meta, fmt)


def note_copy(desk: Desk, copied: Copied) -> Saved:
    """Note that the copy was handed over: to whom, of whose, by which right. One commit."""
    reading = copied.reading

    def edit(loaded: Loaded) -> Change:
        fields = {
            "on": desk.today,
            "recipient": reading.reader,
            "what": _(WHAT),
            "about": (reading.person,),
            "consents": tuple(one.id for one in _consents(loaded.case, reading)),
            "ground": SOURCE,
            "reason": copied.right,
            "by": desk.colleague,
        }
        disclosure: Disclosure = new_record(desk, loaded.case, "disclosure", fields)
        act = act_on("inspection.hand-over", disclosure)
        return Change(case=put(loaded.case, "disclosure", disclosure), act=act)

    return desk.change(copied.loaded.case.id, edit)


def _reading(desk: Desk, case: Case, asked: Asked) -> Reading:
    person = find_people(case, (asked.person,))[0]
    reader = find_people(case, (asked.reader,))[0] if asked.reader else person
    right = right_to_copy(case, person, reader, desk.today)
    if isinstance(right, Refusal):
        raise _refusal(desk, case, right, person, reader)
    return Reading(
        case=case,
        person=person,
        reader=reader,
        right=right,
        today=desk.today,
        withhold=_ids(case, asked.without),
        include=_ids(case, asked.also),
    )


def _ids(case: Case, given: Iterable[str]) -> frozenset[str]:
    """Ids of entries; a head of a file goes by its name, such as `intake.question`."""
    return frozenset(one if one in HEADS else find_record(case, one).record.id for one in given)


def _refusal(desk: Desk, case: Case, refusal: Refusal, person: str, reader: str) -> NoConsent:
    names = desk.names(case)
    parents = [one.holder for one in holders(case, person, desk.today)]
    must = who_must_consent(case, person, desk.today).people
    return NoConsent(
        _REFUSED[refusal],
        person=names.get(person, person),
        reader=names.get(reader, reader),
        parents=listed(dict.fromkeys(parents), names) or "–",
        missing=listed(must, names) or "–",
        case=case.id,
        by=person,
        given=reader,
    )


def _refuse_also(reading: Reading, copy: Copy) -> None:
    """Somebody's address, somebody's private words: what is another's by law stays out."""
    for one in copy.withheld:
        if one.id in reading.include:
            raise WrongUse("inspect-not-also", record=one.id)


def _look_at(case: Case, copy: Copy, own: set[str]) -> Iterable[LookAt]:
    """The texts that name others; of what everybody may read only the notes are looked through."""
    names = names_of(case)
    for top in copy.shown:
        whole = top.kind in LOOKED_AT
        texts = [top.record if whole else getattr(top.record, "note", None), *top.beside]
        people = dict.fromkeys(one for text in texts for one in named_in(case, text, own))
        if people and top.kind != "person":
            on = getattr(top.record, "on", None)
            day = on if isinstance(on, date) else None
            yield LookAt(top.kind, top.record.id, day, tuple(names[one] for one in people))


def _consents(case: Case, reading: Reading) -> list[Consent]:
    """The consents under which somebody else gets it."""
    if reading.right is not Right.CONSENT:
        return []
    return [
        one
        for one in case.consent.consents
        if one.recipient == reading.reader
        and one.purpose is Purpose.SHARE
        and reading.person in (one.about or (one.by,))
        and one.document in (None, COPY)
        and valid(one, reading.today)
    ]
