"""What the program does in the background: forms that are saved, acts that are taken back."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from fktui.errors import FkError, WrongUse
from fktui.tui.drafts import Draft
from fktui.tui.forms.form import Ask, Done, Form
from fktui.tui.hiding import HidingApp
from fktui.tui.kitchen_table import NOTHING_HERE, KitchenTable
from fktui.tui.screens.keyed import Keyed
from fktui.tui.session import Session
from fktui.tui.watch import Watch
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.model.stored import Loaded, Saved

T = TypeVar("T")


class Asked(NamedTuple):
    """A form that was asked for: the task, the family, and the record that it changes."""

    task: str
    case_id: str = ""
    record: str = ""


class Opened(NamedTuple):
    """A form on the screen: what was asked for, the family as it was then, and its draft."""

    asked: Asked
    loaded: "Loaded | None"
    draft: Draft


class Work(HidingApp[int]):
    """Forms, saves, undo: each save in a thread of its own, and what came of it on the screen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.settings)
        self.session = session
        self.table = KitchenTable(session)
        self.outside = Watch(self, session, self.refuse)
        self._saving = 0
        self.made = ""

    @property
    def together(self) -> bool:
        """At the kitchen table: only this family, only what all may read."""
        return bool(self.table)

    @property
    def state(self) -> str:
        """Whether everything is saved, for the title."""
        return _("saving …") if self._saving else "√ " + _("saved")

    def ask(self, task: str, case_id: str = "", record: str = "") -> None:
        """Open the form of a task; `record` for one that changes something that is there."""
        if self.table.allows(case_id):
            self._open_form(Asked(task, case_id, record))
        else:
            self._alone_first()

    def _open_form(
        self, asked: Asked, *, typed: Mapping[str, str] | None = None, said: str = ""
    ) -> None:
        from fktui.tui.forms.table import make  # records: after the first screen
        from fktui.tui.screens.form import FormScreen

        try:
            loaded = self.session.load(asked.case_id) if asked.case_id else None
            seen = self.table.seen(loaded) if loaded else None

            def remake() -> Form:
                form = make(asked.task, Ask(self.session.desk, seen, asked.record))
                return self.table.form(form, seen)

            form = remake()
        except FkError as error:
            self.refuse(error)
            return
        kept = ".".join(filter(None, (asked.case_id, form.id, asked.record)))
        draft = Draft(self.session, self.table.draft_name(kept))
        submit = partial(self._submit, Opened(asked, loaded, draft))
        name = loaded.case.trajectory.name if loaded else ""
        screen = FormScreen(form, name, draft, submit, typed=typed, said=said)
        screen.remake = remake
        self.push_screen(screen)

    def _submit(
        self, opened: Opened, form: Form, values: Mapping[str, Any], texts: Mapping[str, str]
    ) -> None:
        """Save in the background; what was typed comes back when it is refused."""
        asked, loaded, draft = opened

        def save() -> Done:
            desk = self.session.desk
            done = form.save(desk.seeing(loaded) if loaded and asked.record else desk, values)
            draft.drop()
            self.table.saved()
            return done

        def refused(error: FkError) -> None:
            self._open_form(asked, typed=texts, said=f"! {self._why(error)}")

        self.do(save, self._saved if asked.case_id else self._opened, refused)

    def do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[FkError], None] | None = None,
    ) -> None:
        """Do something slow in the background, then tell the screen."""
        self._saving += 1
        self.show_state()

        def run() -> None:
            try:
                came = work()
            except FkError as error:
                self.call_from_thread(self._ended, refused or self.refuse, error)
            else:
                self.call_from_thread(self._ended, done, came)

        # Not exclusive: a later save must not make an earlier one go unheard.
        self.run_worker(run, thread=True, group="save")

    def _ended(self, tell: Callable[[Any], None], came: Any) -> None:
        self._saving -= 1
        self.show_state()
        self.when_seen(lambda: tell(came))

    def _saved(self, done: Done) -> None:
        """Say what changed, and show it; or go on to the next form."""
        if done.task:
            self.ask(done.task, done.case_id, done.record)
            return
        self.made = done.file or self.made
        opens = _("o opens it") if done.file else ""
        undo = _("u takes it back") if done.case_id else ""
        said = _("Saved.") if self.together else done.said
        self.notify(" · ".join(filter(None, (said, opens, undo))))
        self.outside.look_now(done.case_id, done.record)

    def open_family(self, case_id: str, panel: str = "overview", record: str = "") -> None:
        """The screen of a family; the program itself knows it."""
        raise NotImplementedError

    def _opened(self, done: Done) -> None:
        """A family that is new: its record is shown, to go on with."""
        self.notify(done.said)
        self.outside.look_now(done.case_id, done.record)
        if done.case_id:
            self.open_family(done.case_id, "people")

    def undo(self, case_id: str) -> None:
        """Take back the last act in a family."""
        from fktui.usecases.history import undo

        at_table = self.together
        self.do(
            lambda: self.table.undo() if at_table else undo(self.session.desk, case_id),
            self._taken_back,
        )

    def redo(self, case_id: str) -> None:
        """Do again what was taken back."""
        from fktui.usecases.history import redo

        self.do(lambda: redo(self.session.desk, case_id), self._taken_back)

    def put_back(self, case_id: str, record: str, commit: str) -> None:
        """Put one record back as it was then."""
        from fktui.usecases.history import restore

        def done(saved: "Saved") -> None:
            self._saved(Done(saved.act.subject, case_id, record))

        self.do(lambda: restore(self.session.desk, case_id, record, commit), done)

    def open_made(self) -> None:
        """Open the document that was made last."""
        from fktui.usecases.paper.opening import open_file

        if self.made:
            made = Path(self.made)
            self.do(lambda: open_file(made), lambda _nothing: None)
        else:
            self.notify(_("No document was made yet; p makes one."))

    def _taken_back(self, saved: "Saved") -> None:
        more = _("r does it again, u takes more back")
        self.notify(_("Taken back.") if self.together else f"{saved.act.subject} · {more}")
        self.outside.look_now(saved.loaded.case.id, saved.act.record or "")

    def refuse(self, error: FkError) -> None:
        """Say why something cannot be done."""
        self.notify(self._why(error), severity="warning", timeout=10)

    def _alone_first(self) -> None:
        self.notify(_("F9 first: then the other families may be seen."))

    def _why(self, error: FkError) -> str:
        """The sentence of an error; at the table only one that cannot name what is not shown."""
        from fktui.words.say import say_on_screen  # records: after the first screen

        if self.together and not isinstance(error, WrongUse) and error.code != NOTHING_HERE:
            return _("That cannot be done now. Look at it again when you are alone.")
        return say_on_screen(error)

    def show_state(self) -> None:
        """Whether everything is saved, on the screens that say so."""
        for screen in self.screen_stack:
            if isinstance(screen, Keyed):
                screen.show_state()
