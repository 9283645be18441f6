"""*Eerste keer*: who are you, where are the records, what can you see; then is it safe here."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from fktui.settings import SIGNS, THEMES, Settings
from fktui.tui.forms.form import read_text
from fktui.tui.keys import ANYWHERE, Action
from fktui.tui.lines import line, one_line
from fktui.tui.screens.program.welcome_steps import Answers, Where, answer_lines, steps
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.form_rows import FormRow, rows_of, texts_of
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.words import language
from fktui.words.language import LANGUAGES, N_, _

__all__ = ["Answers", "Ways", "WelcomeScreen", "Where"]

_FOLDERS = {
    Where.NEW: "FamilieKracht",
    Where.THERE: "FamilieKracht",
    Where.PRACTICE: "FamilieKracht-demo",
}
_ACTIONS = (
    Action("next", "enter", N_("next"), "", (ANYWHERE,), 9),
    Action("back", "escape", N_("back"), "", (ANYWHERE,), 8),
    Action("leave", "ctrl+q", N_("leave"), "", (ANYWHERE,), 7),
)
_LAST = 3


class Ways(NamedTuple):
    """What the program does with the answers.

    Attributes:
        wear: shows other colours and signs.
        begin: makes the store; tells `made` or `refused` afterwards.
        stop: does not go on making it; `refused` is told.
        done: gets the folder when the coach goes on, or nothing.
    """

    wear: Callable[[Settings], None]
    begin: Callable[[Answers], None]
    stop: Callable[[], None]
    done: Callable[[Path | None], None]


class WelcomeScreen(Screen[None]):
    """Steps with Enter and Esc; what was typed stays.

    Args:
        settings: of this user, as far as there are any.
        ways: what the program does with the answers.
    """

    DEFAULT_CSS = """
    WelcomeScreen { align: center top; }
    WelcomeScreen > Vertical {
        width: 78; max-width: 100%; height: 1fr; padding: 0 1;
        border: round $primary; border-title-color: $primary; border-subtitle-color: $primary;
    }
    WelcomeScreen VerticalScroll { scrollbar-size-vertical: 1; }
    WelcomeScreen VerticalScroll > Static { height: auto; margin: 0 0 1 0; }
    WelcomeScreen LineList { height: auto; margin: 0 0 1 0; }
    WelcomeScreen FormRow { height: 1; }
    WelcomeScreen #said { height: auto; color: $warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("ctrl+n", "next", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, settings: Settings, ways: Ways) -> None:
        super().__init__()
        self._settings = settings
        self._wear, self._begin, self._stop, self._done = ways
        self._step = 0
        self._making = False
        self._root: Path | None = None
        self._lines: list[str] = []
        self._texts: dict[str, str] = {}
        self._chosen = {
            "language": language.current() if language.current() in LANGUAGES else LANGUAGES[0],
            "where": (Where.THERE if settings.store else Where.NEW).value,
            "signs": settings.signs or SIGNS[0],
            "theme": settings.theme or THEMES[0],
        }

    # --- what it looks like ----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The step that it is at."""
        box = Box()
        step = _("step {number} of {all}").format(number=self._step + 1, all=_LAST + 1)
        box.call(_("FamilieKracht on your computer"), step)
        with box:
            with VerticalScroll(can_focus=False):
                yield from self._last() if self._step == _LAST else self._asked()
            yield Static("", id="said", markup=False)
        yield KeyBar()

    def _asked(self) -> ComposeResult:
        step = steps(self._where, self._settings.store)[self._step]
        yield Static(one_line(step.title), markup=False)
        for sentence in step.said:
            yield Static(sentence, markup=False)
        texts = {f.name: self._texts.get(f.name, self._usual(f.name)) for f in step.fields}
        rows = rows_of(step.fields, texts, narrow=True)
        lists = [LineList(id=question.name) for question in step.questions]
        yield from (*lists, *rows) if step.choose_first else (*rows, *lists)

    def _last(self) -> ComposeResult:
        yield Static(_("Your store is in {folder}").format(folder=self._root), markup=False)
        yield Static("\n".join(map(one_line, self._lines)), markup=False)
        yield Static(_("Enter opens it. All answers can be changed later with F2."), markup=False)
        yield LineList(id="open")

    def on_mount(self) -> None:
        """Begin with the first thing that is asked."""
        self._fill()
        _focus(self.query(FormRow).first())

    def _fill(self) -> None:
        """The answers in their lists, and the keys."""
        if self._step == _LAST:
            self.query_one("#open", LineList).show([line(_("Open the families"), key="open")])
        else:
            for question in steps(self._where, self._settings.store)[self._step].questions:
                found = self.query_one(f"#{question.name}", LineList)
                found.show(answer_lines(question))
                found.go_to(self._chosen[question.name])
        self.query_one(KeyBar).show([(one.key, one) for one in _ACTIONS])

    @property
    def _where(self) -> Where:
        return Where(self._chosen["where"])

    def _usual(self, name: str) -> str:
        if name != "folder":
            return ""
        if self._where is Where.THERE and self._settings.store:
            return self._settings.store
        return str(Path.home() / _FOLDERS[self._where])

    def say(self, sentence: str) -> None:
        """A sentence below."""
        self.query_one("#said", Static).update(one_line(sentence))

    # --- answering -------------------------------------------------------------------------

    async def _show(self, focus: str = "") -> None:
        """The step again, in the language that is spoken now."""
        await self.recompose()
        self._fill()
        _focus(self.query(f"#{focus}" if focus else "FormRow, LineList").first())

    def _keep(self) -> None:
        """What is typed, apart from a folder that was not touched."""
        texts = texts_of(self.query(FormRow))
        self._texts |= {n: text for n, text in texts.items() if text != self._usual(n)}
        for name in [n for n, text in texts.items() if text == self._usual(n)]:
            self._texts.pop(name, None)

    async def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The answer that the cursor stands on is chosen, and shown at once."""
        event.stop()
        at = event.lines.at  # a list that is filled moves too: what counts is where it stands now
        name, answer = (at.kind, at.key) if at and event.lines.has_focus else ("", "")
        if not name or self._chosen.get(name) == answer:
            return
        self._keep()
        self._chosen[name] = answer
        self._settings = self._settings._replace(
            signs=self._chosen["signs"], theme=self._chosen["theme"]
        )
        if name == "language":
            language.use(answer)
        if name in ("signs", "theme"):
            self._wear(self._settings)
        else:
            await self._show(name)

    async def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Enter on an answer: to the next question, or to the next step."""
        event.stop()
        await self._on(event.lines)

    async def on_form_row_entered(self, event: FormRow.Entered) -> None:
        """Enter goes on."""
        await self._on(event.row)

    async def _on(self, one: FormRow | LineList) -> None:
        """To what is asked after this, or to the next step."""
        asked = list(self.query("FormRow, LineList"))
        place = asked.index(one) + 1
        if place < len(asked):
            _focus(asked[place])
        else:
            await self.action_next()

    async def action_next(self) -> None:
        """The next step, when this one is answered."""
        if self._making:
            return
        if self._step == _LAST:
            self._done(self._root)
            return
        self._keep()
        for row in self.query(FormRow):
            if row.field.needed and read_text(row.field, row.text) is None:
                self.say(
                    "! " + _("{field}: this has to be filled in.").format(field=row.field.label)
                )
                row.go()
                return
        if self._step + 1 == _LAST:
            self._making = True
            self.say(_("One moment …"))
            self._begin(self._answers())
        else:
            self._step += 1
            await self._show()

    async def action_back(self) -> None:
        """One step back; what was typed stays."""
        if self._making:
            self._stop()
        if self._making or self._step in (0, _LAST):
            return
        self._keep()
        self._step -= 1
        await self._show()

    def action_leave(self) -> None:
        """Not now."""
        self._done(None)

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A label in the bar was clicked."""
        event.stop()
        await self.run_action(event.action)

    def _answers(self) -> Answers:
        return Answers(
            name=self._texts.get("name", "").strip(),
            email=self._texts.get("email", "").strip(),
            team=self._texts.get("team", "").strip(),
            language=self._chosen["language"],
            where=self._where,
            folder=self._texts.get("folder", self._usual("folder")),
            signs=self._chosen["signs"],
            theme=self._chosen["theme"],
        )

    async def made(self, root: Path, lines: list[str]) -> None:
        """The store is there."""
        self._making, self._root, self._lines, self._step = False, root, lines, _LAST
        await self._show()

    async def refused(self, sentence: str) -> None:
        """It could not be made; the folder can be changed."""
        self._making, self._step = False, 1
        await self._show()
        self.say(f"! {sentence}")


def _focus(one: Widget) -> None:
    if isinstance(one, FormRow):
        one.go()
    else:
        one.focus()
