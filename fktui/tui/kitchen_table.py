"""At the kitchen table: who look along, and what may be seen, typed and taken back there.

One family, and of it what everybody at the table may read. It is one place that screens, forms and
drafts ask, so that nothing of the rest comes in sight by a way round.
"""

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from fktui.errors import NotFound
from fktui.tui.forms.form import Done, Form, Values
from fktui.tui.session import Session
from fktui.usecases.form_drafts import all_kept, drop, keep

if TYPE_CHECKING:
    from fktui.model.case import Case
    from fktui.model.stored import Loaded, Saved
    from fktui.usecases.desk import Desk

NOTHING_HERE = "nothing-here-to-undo"
"""The code of the error when nothing was done at the table."""

_MARK = ".table."
_OURS = frozenset(("hours",))
"""Fields that are the coach's business, and no part of a talk at the table."""


class KitchenTable:
    """Who sit there now; nobody, when the coach is alone."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.case_id = ""
        self.people: tuple[str, ...] = ()
        self.sitting = 0
        """Which time it is that somebody sits there, in this sitting of the coach."""
        self._acts = 0
        self._newest: str | None = None

    def __bool__(self) -> bool:
        return bool(self.people)

    def sit_down(self, case_id: str, people: tuple[str, ...]) -> None:
        """From now on only this family, for these people."""
        self.case_id, self.people = case_id, people
        self.sitting += 1
        self._acts, self._newest = 0, self._session.newest(case_id)

    def get_up(self) -> None:
        """The coach is alone again. What was being typed waits for her in the usual forms."""
        if not self:
            return
        places = self._session.places
        kept = {one.name: one for one in all_kept(places)}
        for name, one in kept.items():
            usual, mark, _people = name.partition(_MARK)
            if mark and usual.startswith(self.case_id) and usual not in kept:
                keep(places, usual, one.values, one.at)
                drop(places, name)
        self.case_id, self.people = "", ()

    def allows(self, case_id: str) -> bool:
        """Whether a family may be opened or worked on now."""
        return not self or case_id == self.case_id

    def seen(self, loaded: "Loaded") -> "Loaded":
        """The family as these people may read it."""
        import msgspec  # with the records: after the first screen

        from fktui.method.rights.together import for_those

        if not self:
            return loaded
        case, _left_out = for_those(loaded.case, self.people, self._session.today)
        return msgspec.structs.replace(loaded, case=case)

    def form(self, form: Form, loaded: "Loaded | None", record: str = "") -> Form:
        """The form as it is filled in together: no hours, and those at the table are present.

        A field that names what is not shown here is not there, and stays as it is.

        Args:
            form: as the coach has it, made of what is seen here.
            loaded: the family as it is.
            record: the one that the form changes.
        """
        if not self or loaded is None:
            return form
        seen = self.seen(loaded)
        kept = _out_of_sight(loaded.case, seen.case, record)
        names = {one.id: one.name for one in seen.case.family.people}
        present = ", ".join(names[one] for one in self.people if one in names)
        fields = tuple(
            field._replace(text=present) if field.name == "present" else field
            for field in form.fields
            if field.name not in _OURS and field.name not in kept
        )
        start = form.start if any(field.name == form.start for field in fields) else ""

        def save(desk: "Desk", values: Values) -> Done:
            return form.save(desk, {**values, **kept} if form.clears else values)

        return form._replace(fields=fields, start=start, save=save)

    def draft_name(self, name: str) -> str:
        """Where what is typed is kept: each group at the table has drafts of its own."""
        if not self:
            return name
        group = sha256(" ".join(sorted(self.people)).encode()).hexdigest()
        return f"{name}{_MARK}{group[:12]}"

    def is_from_before(self, sitting: int) -> bool:
        """Whether what was begun in a sitting, or after it, is no business of those who sit now."""
        return bool(self) and sitting != self.sitting

    def saved(self, sitting: int) -> None:
        """Something was saved that was begun in this sitting; call it after each save."""
        if self and not self.is_from_before(sitting):
            self._acts += 1
            self._newest = self._session.newest(self.case_id)

    def undo(self) -> "Saved":
        """Take back the last thing that was done at this table, and nothing from before it.

        Raises:
            NotFound: nothing was done here, or somebody else did something since.
        """
        from fktui.usecases.history import undo  # records: after the first screen

        if not self._acts or self._session.newest(self.case_id) != self._newest:
            raise NotFound(NOTHING_HERE)
        saved = undo(self._session.desk, self.case_id)
        self._acts -= 1
        self._newest = self._session.newest(self.case_id)
        return saved


def _out_of_sight(case: "Case", seen: "Case", record: str) -> dict[str, Any]:
    """The fields of a record that name something of the family that is not shown, as they are."""
    from fktui.model.case import find, ids  # records: after the first screen

    located, hidden = find(case, record), ids(case) - ids(seen)
    if located is None:
        return {}
    fields = {one: getattr(located.record, one) for one in located.record.__struct_fields__}
    return {name: value for name, value in fields.items() if _named(value) & hidden}


def _named(value: Any) -> frozenset[str]:
    """The texts of a field that may be ids."""
    texts = value if isinstance(value, tuple) else (value,)
    return frozenset(one for one in texts if isinstance(one, str))
