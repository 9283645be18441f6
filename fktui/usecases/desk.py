"""What a coach works at: the store, the day, and who holds the pen. Every usecase gets one."""

import copy
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property

import msgspec

from fktui.errors import FkError
from fktui.method.norms import MethodNorms, norms_of
from fktui.model.case import Case, ids
from fktui.model.ids import RandomBits, new_id
from fktui.model.instrument import Instrument
from fktui.model.stored import Change, Loaded, LoadedTeam, Saved, SavedTeam, TeamChange
from fktui.model.team import Colleague, StoreSettings, team_records
from fktui.store.cases import CaseStore, Pen
from fktui.store.team import TeamStore
from fktui.words.acts import subject
from fktui.words.language import speaking
from fktui.words.naming import name_of, names_of


class Desk:
    """One coach in one store on one day."""

    def __init__(  # the things a day's work depends on
        self,
        store: CaseStore,
        settings: StoreSettings,
        who: tuple[str, str],
        now: datetime,
        bits: RandomBits,
        *,
        team: LoadedTeam,
    ) -> None:
        self.store = store
        self.settings = settings
        self.colleague, self.device = who
        self.now = now
        self.bits = bits
        self.team = team
        self.seen: Loaded | None = None
        self._named: tuple[Case | None, LoadedTeam | None, dict[str, str]] = (None, None, {})

    def seeing(self, loaded: Loaded) -> "Desk":
        """This desk for a form that was filled in while looking at a family as it was then.

        A verb that is done at it is refused with Changed when a file that it writes is another one
        by now. What the verb itself wrote is seen. Meant for one form, and for families only.
        """
        other = copy.copy(self)
        other.seen = loaded
        return other

    @property
    def today(self) -> date:
        """The day it is at this desk; in a practice store not the day of the calendar."""
        return self.now.date()

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        """Everybody of the team."""
        return self.store.colleagues

    @cached_property
    def norms(self) -> MethodNorms:
        """The method's norms, with what the team changed in them and the instruments it chose."""
        norms = norms_of(self.settings.norms)
        if not self.settings.instruments:
            return norms
        return msgspec.structs.replace(norms, instruments=tuple(self._chosen()))

    def _chosen(self) -> Iterator[Instrument]:
        """The instruments of fk.yaml; one that cannot be read is never due."""
        from fktui.store.instruments import read_instrument  # only where a team chose some

        for name in dict.fromkeys(self.settings.instruments):
            with suppress(FkError):
                yield read_instrument(self.store.places, name).instrument

    @property
    def pen(self) -> Pen:
        """Who writes, for the history."""
        me = next((c for c in self.colleagues if c.id == self.colleague), None)
        return Pen(
            name=me.name if me else self.colleague,
            colleague=self.colleague,
            device=self.device,
            at=self.now,
            by_hand=subject("hand.edit"),
        )

    def new_id(self, kind: str, case: Case) -> str:
        """A fresh id for a record of this kind in this case."""
        return new_id(kind, ids(case), self.bits)

    def change(
        self, case_id: str, edit: Callable[[Loaded], Change], seen: Loaded | None = None
    ) -> Saved:
        """Change a family in one act, told in the language of the store; see `CaseStore.change`."""
        mine = self.seen is not None and self.seen.case.id == case_id
        with speaking(self.settings.language):
            known = seen or (self.seen if mine else None)
            saved = self.store.change(case_id, edit, self.pen, known)
        if mine:
            self.seen = saved.loaded
        return saved

    def change_team(self, edit: Callable[[LoadedTeam], TeamChange]) -> SavedTeam:
        """Change the team's own files in one act; see `TeamStore.change`."""
        with speaking(self.settings.language):
            return self.know(self.team_store.change(edit, self.pen))

    def know(self, saved: SavedTeam) -> SavedTeam:
        """Go on with the team as it is after a save."""
        self.team = saved.loaded
        self.store = CaseStore(self.store.places, saved.loaded.folder.team.colleagues)
        return saved

    @property
    def team_store(self) -> TeamStore:
        """The team's own files; `team` is what they held when they were last read."""
        return TeamStore(self.store.places)

    def names(self, case: Case) -> dict[str, str]:
        """The name of every record of a case that has one, and of what the team keeps, by id.

        Those of the last case are remembered: a form asks for them twenty times.
        """
        if not (case is self._named[0] and self.team is self._named[1]):
            self._named = case, self.team, names_of(case) | self.list_names()
        return dict(self._named[2])

    def list_names(self) -> dict[str, str]:
        """The names of the colleagues, principles, places, organisations and studies, by id."""
        named = ((one.record.id, name_of(one.record)) for one in team_records(self.team.folder))
        return {key: name for key, name in named if name}

    def load(self, case_id: str, on: date | None = None) -> Loaded:
        """A family as it is, or as it was at the end of that day."""
        if on is None:
            return self.store.load(case_id)
        end = datetime.combine(on, datetime.max.time(), self.now.tzinfo)
        return self.store.load_at(case_id, end)
