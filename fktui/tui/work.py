"""What is done on the screen: forms that are saved, acts at once, acts that are taken back."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from fktui.errors import FkError
from fktui.tui.background import Background
from fktui.tui.drafts import Draft
from fktui.tui.forms.form import Ask, Done, Form
from fktui.tui.session import Session
from fktui.words.acts import told
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.model.stored import Loaded, Saved
    from fktui.usecases.desk import Desk


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


class Work(Background):
    """Forms, saves, undo: each save in a thread of its own, and what came of it on the screen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.made = ""
        self._made_of: dict[str, str] = {}
        """The file that was made of each document in this sitting."""

    def ask(self, task: str, case_id: str = "", record: str = "") -> None:
        """Open the form of a task; `record` for one that changes something that is there."""
        if self.table.allows(case_id):
            self._open_form(Asked(task, case_id, record))
        else:
            self.alone_first()

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
                return self.table.form(form, loaded, asked.record)

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
        self.clear_notifications()  # they would stand over it
        self.push_screen(screen)

    def _submit(
        self, opened: Opened, form: Form, values: Mapping[str, Any], texts: Mapping[str, str]
    ) -> None:
        """Save in the background; what was typed comes back when it is refused."""
        asked, loaded, draft = opened
        sitting = self.table.sitting

        def save() -> Done:
            desk = self.session.desk
            done = form.save(desk.seeing(loaded) if loaded and asked.record else desk, values)
            draft.drop()
            self.table.saved(sitting)
            return done

        def refused(error: FkError) -> None:
            self._open_form(asked, typed=texts, said=f"! {self.why(error)}")

        self.do(save, self._saved if asked.case_id else self._opened, refused)

    def act(self, case_id: str, work: "Callable[[Desk], Saved]", after: Callable[[], None]) -> None:
        """Do something in a family at once, without a form; say what changed and show it.

        Args:
            case_id: the family.
            work: does it.
            after: called when what came of it is shown, also when it was refused.
        """
        if not self.table.allows(case_id):
            self.alone_first()
            return
        sitting = self.table.sitting

        def save() -> Done:
            saved = work(self.session.desk)
            self.table.saved(sitting)
            return Done(saved.act.subject, case_id, saved.act.record or "")

        def done(came: Done) -> None:
            self._saved(came)
            after()

        def refused(error: FkError) -> None:
            self.refuse(error)
            after()

        self.do(save, done, refused)

    def make_file(self, work: "Callable[[Desk], Path]") -> None:
        """Make a file in the background, and say where it is."""

        def made() -> Done:
            path = str(work(self.session.desk))
            return Done(_("Made: {path}").format(path=path), file=path)

        self.do(made, self._saved)

    def _saved(self, done: Done) -> None:
        """Say what changed, and show it; or go on to the next form."""
        if done.task:
            self.ask(done.task, done.case_id, done.record)
            return
        if done.file:
            self.made = self._made_of[done.record] = done.file
        opens = _("o opens it") if done.file else ""
        undo = _("u takes it back") if done.case_id else ""
        said = _("Saved.") if self.together else told(done.said)
        self.notify(" · ".join(filter(None, (said, opens, undo))))
        self.outside.look_now(done.case_id, done.record)

    def open_family(self, case_id: str, panel: str = "overview", record: str = "") -> None:
        """The screen of a family; the program itself knows it."""
        raise NotImplementedError

    def _opened(self, done: Done) -> None:
        """A family that is new: its record is shown, to go on with."""
        self.notify(told(done.said))
        self.outside.look_now(done.case_id, done.record)
        if done.case_id:
            self.open_family(done.case_id, "people")

    def undo(self, case_id: str) -> None:
        """Take back the last act in a family."""
        from fktui.usecases.history import just_undone, undo

        if self.together:
            self.do(self.table.undo, self._taken_back)
            return

        def take_back() -> tuple["Saved", str]:
            desk = self.session.desk
            saved = undo(desk, case_id)
            act = just_undone(desk, case_id)
            return saved, act.action if act else ""

        def done(came: tuple["Saved", str]) -> None:
            saved, action = came
            self._taken_back(saved, self._what_stays(action, saved.act.record or ""))

        self.do(take_back, done)

    def _what_stays(self, action: str, record: str) -> str:
        """What taking back leaves: a file that was made, which may be printed or sent by now."""
        if action != "doc.make":
            return ""
        file = self._made_of.get(record, "")
        if file:
            return _("The file stays: {file}").format(file=file)
        return _("The file that was made stays where it is")

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

    def _taken_back(self, saved: "Saved", stays: str = "") -> None:
        more = _("r does it again, u takes more back")
        said = " · ".join(filter(None, (told(saved.act.subject), stays, more)))
        self.notify(_("Taken back.") if self.together else said)
        self.outside.look_now(saved.loaded.case.id, saved.act.record or "")
