"""The settings of this coach on this computer; each choice works at once."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from fktui.model.text import clean_line
from fktui.settings import config_file
from fktui.tui.keys import BY_ID, Action, key_name
from fktui.tui.lines import one_line
from fktui.tui.panels.program.settings import clash, settings_lines, settings_there, turned
from fktui.tui.screens.keyed import Keyed
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.line_list import LineList
from fktui.words.language import _, current


class PressScreen(ModalScreen[str]):
    """Waits for one key; Esc is none, the backspace gives the usual one back."""

    DEFAULT_CSS = """
    PressScreen { align: center middle; background: $background 60%; }
    PressScreen Static {
        width: 60; max-width: 100%; height: auto; padding: 1 2; background: $panel;
    }
    """

    def __init__(self, said: str) -> None:
        super().__init__()
        self._said = said

    def compose(self) -> ComposeResult:
        """What is asked."""
        yield Static(one_line(self._said), markup=False)

    def on_key(self, event: events.Key) -> None:
        """This one."""
        event.stop()
        event.prevent_default()
        self.dismiss("" if event.key == "escape" else event.key)


class SettingsScreen(Keyed, ModalScreen[None]):
    """Left and right change what the cursor stands on; Enter too, and for a key it asks which."""

    DEFAULT_CSS = """
    SettingsScreen { align: center middle; background: $background 60%; }
    SettingsScreen > Vertical {
        width: 78; max-width: 100%; height: 100%; padding: 0 1;
        border: round $primary; border-title-color: $primary; background: $background;
    }
    SettingsScreen #said { height: auto; max-height: 3; color: $soft; }
    SettingsScreen Input {
        height: 1; border: none; padding: 0 1; display: none; background: $panel;
    }
    SettingsScreen Input.-open { display: block; }
    SettingsScreen Input:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("f2", "back", show=False),
        Binding("f8", "app.hide", show=False, id="hide"),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("backspace", "usual", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The list, a line to type in, and what is said."""
        with Box():
            yield LineList(id="settings")
            yield Input(compact=True)
            yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        self.draw()
        self.lines.focus()

    @property
    def lines(self) -> LineList:
        """The list."""
        return self.query_one(LineList)

    def actions(self) -> list[Action]:
        """It has no bar of keys."""
        return []

    def relabel(self) -> None:
        """In another language."""
        self.draw()

    def draw(self) -> None:
        """Say everything that is on the screen."""
        self.query_one(Box).call(_("Settings"))
        settings = self.program.session.settings
        self.lines.show(settings_lines(settings, current(), str(config_file())))
        self.say(_("← → change it. Enter on a key gives it another one. Esc goes back."))

    def say(self, sentence: str) -> None:
        """A sentence below the list."""
        self.query_one("#said", Static).update(one_line(sentence))

    # --- changing --------------------------------------------------------------------------

    def action_turn(self, by: int) -> None:
        """The answer beside this one."""
        at = self.lines.at
        setting = next((one for one in settings_there() if at and one.name == at.key), None)
        if setting is not None:
            now = self.program.session.settings
            answer = turned(now, setting, current(), by)
            self.program.change_settings(now._replace(**{setting.name: answer}))  # type: ignore[arg-type]

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Turn it, type it, or press the key."""
        event.stop()
        name, _dot, action = event.at.key.partition(".")
        if action:
            said = _("Press the new key for: {what} Esc: leave it as it is.").format(
                what=_(BY_ID[action].help)
            )
            self.app.push_screen(PressScreen(said), lambda key: self._give(action, key or ""))
        elif name == "editor":
            self._type_editor()
        else:
            self.action_turn(1)

    def _give(self, action: str, key: str) -> None:
        """A key to an action, when no other one has it."""
        if not key:
            return
        now = self.program.session.settings
        wrong = clash(action, key, now.keys)
        if wrong:
            self.say(f"! {wrong}")
            return
        keys = {**now.keys, action: key}
        if key == BY_ID[action].key:
            del keys[action]
        self.program.change_settings(now._replace(keys=keys))
        self.say(
            _("From now on: {key}. Backspace gives the usual key back.").format(key=key_name(key))
        )

    def action_usual(self) -> None:
        """The usual key of an action again."""
        at = self.lines.at
        action = at.key.removeprefix("keys.") if at and at.kind == "key" else ""
        now = self.program.session.settings
        if action in now.keys:
            others = {one: key for one, key in now.keys.items() if one != action}
            wrong = clash(action, BY_ID[action].key, others)
            if wrong:
                self.say(f"! {wrong}")
            else:
                self.program.change_settings(now._replace(keys=others))

    def _type_editor(self) -> None:
        entry = self.query_one(Input)
        entry.value = self.program.session.settings.editor
        entry.add_class("-open")
        entry.focus()
        self.say(
            _("The command that starts your text editor, such as: code --wait. Enter keeps it.")
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The editor."""
        event.stop()
        now = self.program.session.settings
        self._close()
        self.program.change_settings(now._replace(editor=clean_line(event.value)))

    def _close(self) -> None:
        self.query_one(Input).remove_class("-open")
        self.lines.focus()

    def action_back(self) -> None:
        """Back to where she was."""
        if self.query_one(Input).has_focus:
            self._close()
        else:
            self.dismiss()
