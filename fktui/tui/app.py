"""The program on the screen: which screen is open, what is saved, what changed outside."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from fktui.errors import FkError
from fktui.settings import Settings, write_settings
from fktui.tui.keys import BY_ID
from fktui.tui.screens.keyed import Keyed
from fktui.tui.screens.today import TodayScreen
from fktui.tui.work import Work
from fktui.usecases.overview.listing import ALL, OPEN
from fktui.words import language
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.model.stored import Loaded, Saved
    from fktui.usecases.by_hand.hand_edits import ByHand


class FkApp(Work):
    """One sitting."""

    def on_mount(self) -> None:
        """Begin with all families."""
        self._use_keys()
        self.push_screen(TodayScreen(self.session.families_kept()))
        self.outside.begin()

    # --- families ----------------------------------------------------------------------------

    def open_family(self, case_id: str, panel: str = "overview", record: str = "") -> None:
        """The screen of a family, at one of its tabs, with the cursor on a record."""
        from fktui.tui.screens.family import FamilyScreen  # records: after the first screen

        if isinstance(self.screen, FamilyScreen) and self.screen.case_id == case_id:
            self.screen.open_tab(panel, record)
            return
        if self.together:
            self.alone_first()
            return
        try:
            self.push_screen(FamilyScreen(self.session.load(case_id), panel, record))
        except FkError as error:
            self.refuse(error)

    def look_back(self, case_id: str, commit: str) -> None:
        """A family as one act left it."""
        from fktui.tui.screens.past import PastScreen
        from fktui.usecases.history import stories

        desk = self.session.desk
        try:
            story = next((s for s in stories(desk, case_id) if s.commit == commit), None)
            if story is not None:
                loaded = desk.store.load_revision(case_id, commit)
                self.push_screen(PastScreen(loaded, story.at))
        except FkError as error:
            self.refuse(error)

    def show_map(self, case_id: str, person: str = "") -> None:
        """The network map of a family; at the kitchen table what those who sit there may see."""
        from fktui.tui.screens.pictures.map import MapScreen  # records: after the first screen

        self._show_picture(case_id, lambda loaded, people: MapScreen(loaded, people, person))

    def show_genogram(self, case_id: str) -> None:
        """A family by generation."""
        from fktui.tui.screens.pictures.genogram import GenogramScreen

        self._show_picture(case_id, GenogramScreen)

    def show_charts(self, case_id: str) -> None:
        """Hours, goals, life domains and scores of a family as pictures."""
        from fktui.tui.screens.pictures.charts import ChartsScreen

        self._show_picture(case_id, ChartsScreen)

    def _show_picture(
        self, case_id: str, screen: "Callable[[Loaded, tuple[str, ...]], Screen[Any]]"
    ) -> None:
        if not self.table.allows(case_id):
            self.alone_first()
            return
        try:
            self.push_screen(screen(self.session.load(case_id), self.table.people))
        except FkError as error:
            self.refuse(error)

    def open_due(self, case_id: str, key: str) -> None:
        """The screen of a family, where a record is shown or what is due is done."""
        from fktui.tui.screens.family import FamilyScreen

        self.open_family(case_id)
        place = self.screen
        if isinstance(place, FamilyScreen):
            place.call_after_refresh(place.go_to, key)

    def show_ended(self, *, ended: bool) -> None:
        """List the families that ended too, or only those that are helped."""
        self.session.statuses = ALL if ended else OPEN
        self.outside.look()

    def show_changed(self) -> None:
        """What changed in all families since the last visit."""
        from fktui.tui.screens.changed import ChangedScreen

        if not isinstance(self.screen, ChangedScreen):
            self.push_screen(ChangedScreen(self.session.last_visit))

    def leave_family(self) -> None:
        """Back to where it was opened from; not while others look along."""
        if self.together:
            self.alone_first()
        else:
            self.pop_screen()

    # --- files that are changed by hand --------------------------------------------------------

    def edit_by_hand(self, case_id: str, file: str) -> None:
        """Open a file of a family in the coach's text editor, and look what came of it."""
        from fktui.usecases.by_hand.editor import run_editor
        from fktui.usecases.by_hand.hand_edits import path_to_edit

        try:
            path = path_to_edit(self.session.places, case_id, file)
            said = _("Your text editor is open. Close it to go on here.")
            self.step_aside(lambda: run_editor(path, self.session.settings.editor), said)
        except FkError as error:
            self.refuse(error)
        self._look_by_hand(case_id, _("Nothing was changed. What you save later shows by itself."))

    def ask_by_hand(self, case_id: str) -> None:
        """Show what was changed by hand in a family, and ask whether to record it."""
        self._look_by_hand(case_id, _("Nothing was changed by hand."))

    def _look_by_hand(self, case_id: str, nothing: str) -> None:
        from fktui.usecases.by_hand.hand_edits import by_hand

        def found(found: "ByHand") -> None:
            self.outside.look_now(case_id)
            if not found.edits:
                self.notify(nothing)
            elif found.new.broken:
                said = _("It cannot be read, so it is not recorded. Ctrl+E opens it again.")
                self.notify(said, severity="warning", timeout=10)
            else:
                self._ask_by_hand(found)

        self.do(lambda: by_hand(self.session.desk, case_id), found)

    def _ask_by_hand(self, found: "ByHand") -> None:
        from fktui.tui.screens.hand_edits import HandEditsScreen
        from fktui.usecases.by_hand.hand_edits import record

        desk, case_id = self.session.desk, found.new.case.id

        def refused(error: FkError) -> None:
            self.refuse(error)
            self.outside.look_now(case_id)

        def answered(reason: str | None) -> None:
            if reason is not None:
                self.do(lambda: record(self.session.desk, found, reason), self._recorded, refused)

        names = desk.names(found.old.case) | desk.names(found.new.case)
        self.push_screen(HandEditsScreen(found, names), answered)

    def _recorded(self, saved: "Saved") -> None:
        self.notify(_("Recorded what was changed by hand.") + " · " + _("u takes it back"))
        self.outside.look_now(saved.loaded.case.id)

    # --- at the kitchen table ----------------------------------------------------------------

    def sit_down(self, case_id: str) -> None:
        """Ask who is at the table, and show this family to them."""
        from fktui.tui.screens.at_table import AskScreen  # records: after the first screen

        try:
            case = self.session.load(case_id).case
        except FkError as error:
            self.refuse(error)
        else:
            self.clear_notifications()
            self.push_screen(AskScreen(case, self.session.today, partial(self._sit, case_id)))

    def _sit(self, case_id: str, people: tuple[str, ...]) -> None:
        """In the place of the question: between the two nothing else comes in sight."""
        from fktui.tui.screens.kitchen import KitchenScreen

        try:
            loaded = self.session.load(case_id)  # as it is now: she may have asked for a while
        except FkError as error:
            self.refuse(error)
            return
        self.clear_notifications()
        # What she copied before is not for them: Ctrl+V would show it.
        if self.clipboard:
            self.copy_to_clipboard("")
        self.table.sit_down(case_id, people)
        self.switch_screen(KitchenScreen(loaded, people))

    def get_up(self) -> None:
        """The coach is alone again, where she was before."""
        case_id = self.table.case_id
        self.table.get_up()
        self.pop_screen()
        self.tell_alone()
        self.outside.look_now(case_id)

    # --- the program itself ------------------------------------------------------------------

    def action_help(self) -> None:
        """What the keys do here."""
        from fktui.tui.screens.program.help import HelpScreen

        if isinstance(self.screen, Keyed) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_palette(self) -> None:
        """Search everything."""
        from fktui.tui.screens.program.palette import PaletteScreen, follow

        place = self.screen
        if isinstance(place, Keyed) and not isinstance(place, PaletteScreen):
            self.push_screen(PaletteScreen(place), partial(follow, place))

    def action_settings(self) -> None:
        """Language, colours, signs, keys."""
        from fktui.tui.screens.program.settings import SettingsScreen

        if self.together:
            self.alone_first()
        elif not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen())

    def change_settings(self, settings: Settings) -> None:
        """Keep the settings, and show everything by them at once."""
        before, self.session.settings = self.session.settings, settings
        write_settings(settings)
        self.idle_minutes = settings.idle
        self.wear(settings)
        self._use_keys()
        if settings.language and settings.language != before.language:
            language.use(settings.language)
        for screen in self.screen_stack:
            if isinstance(screen, Keyed):
                screen.relabel()

    def _use_keys(self) -> None:
        self.set_keymap({k: v for k, v in self.session.settings.keys.items() if k in BY_ID})

    def rescue(self, screen: Screen[Any]) -> None:
        """Keep what is being typed."""
        if isinstance(screen, Keyed):
            screen.rescue()
