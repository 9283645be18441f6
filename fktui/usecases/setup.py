"""Making a store, and opening one."""

from datetime import datetime

import msgspec

from fktui.errors import AlreadyExists, NewerStore, Unreadable, WrongUse
from fktui.model.ids import ALPHABET, RandomBits, new_id
from fktui.model.stored import Act, LoadedTeam
from fktui.model.team import Colleague, StoreSettings, Team
from fktui.model.text import clean_line
from fktui.model.trajectory import FORMAT
from fktui.settings import Device, write_device
from fktui.store.cases import CaseStore, Pen, commit_text
from fktui.store.packaged import packaged, packaged_files
from fktui.store.places import Places
from fktui.store.repository import Repository
from fktui.store.repository.creating import discard
from fktui.store.schema import encode
from fktui.store.team import TeamStore
from fktui.store.yaml.write import dump
from fktui.usecases.desk import Desk
from fktui.usecases.team.principles import first_principles
from fktui.words.acts import subject
from fktui.words.language import _

_NEEDED = ("team/fk.yaml", "team/team.yaml")
"""The team's files without which nothing can be done."""

_OURS_ALONE = 0o700
"""No other user of this computer looks into a store."""


class NewStore(msgspec.Struct, frozen=True, kw_only=True):
    """What a new store starts with. Names may be empty: they can be given later."""

    team: str
    language: str
    name: str
    email: str = ""


def make_store(places: Places, start: NewStore, now: datetime, bits: RandomBits) -> Desk:
    """A new store with its first colleague.

    Raises:
        AlreadyExists: there is a store here, or files that are not ours.
    """
    if places.exists:
        raise AlreadyExists("store-exists", folder=str(places.root))
    if places.team.exists() or places.cases.exists():
        raise AlreadyExists("folder-not-empty", folder=str(places.root))
    me = Colleague(
        id=new_id("colleague", (), bits),
        name=clean_line(start.name) or _("Coach"),
        email=clean_line(start.email) or None,
        active_from=now.date(),
    )
    settings = StoreSettings(
        format=FORMAT,
        id=f"store-{_letters(bits, 8)}",
        team=clean_line(start.team) or _("Our team"),
        language=start.language,
    )
    device = Device(me.id, _letters(bits, 5))
    files = {
        "fk.yaml": dump(encode(settings)).encode(),
        "team.yaml": dump(encode(Team(colleagues=(me,)))).encode(),
        "principles.yaml": dump(encode(first_principles(start.language, bits))).encode(),
        "README.md": readme(),
        **packaged_files(packaged("templates") / "team" / start.language),
    }
    pen = Pen(
        name=me.name,
        colleague=me.id,
        device=device.device,
        at=now,
        by_hand=subject("hand.edit"),
    )
    new = [one for one in (places.team, places.cases, places.root) if not one.exists()]
    try:
        write_team(places, files, pen)
        write_device(places, device)
    except BaseException:
        for folder in new:  # nothing half-made is left behind, and nothing else is touched
            discard(folder)
        raise
    return open_desk(places, device, now, bits)


def write_team(places: Places, files: dict[str, bytes], pen: Pen) -> None:
    """The team's own repository with its first commit, and the place for families."""
    places.root.mkdir(mode=_OURS_ALONE, parents=True, exist_ok=True)
    act = Act(action="store.new", subject=subject("store.new"))
    Repository.create(places.team, files, commit_text(act, pen, ()), pen.signature)
    places.cases.mkdir(mode=_OURS_ALONE, exist_ok=True)
    places.private.mkdir(mode=_OURS_ALONE, exist_ok=True)


def open_desk(places: Places, device: Device | None, now: datetime, bits: RandomBits) -> Desk:
    """The desk of whoever works on this computer.

    Raises:
        Unreadable: fk.yaml or team.yaml is broken.
        NewerStore: the store was written by a newer fk.
        WrongUse: nobody has said who works here, and the team has more than one colleague.
    """
    settings, team = read_team(places)
    colleagues = team.folder.team.colleagues
    if settings.format > FORMAT:
        raise NewerStore("store-newer", format=settings.format, known=FORMAT)
    if device is None:
        if len(colleagues) != 1:
            raise WrongUse("who-are-you", file=str(places.device))
        device = Device(colleagues[0].id, _letters(bits, 5))
        write_device(places, device)
    store = CaseStore(places, colleagues)
    return Desk(store, settings, (device.colleague, device.device), now, bits, team=team)


def work_as(places: Places, name: str, email: str, bits: RandomBits) -> None:
    """Note on this computer who works here, in a store that somebody else made.

    Raises:
        WrongUse: nobody in the team is called that, or has that e-mail address.
        Unreadable: fk.yaml or team.yaml is broken.
    """
    wanted = {clean_line(text).casefold() for text in (name, email)} - {""}
    colleagues = read_team(places)[1].folder.team.colleagues
    for one in colleagues:
        if wanted & {one.name.casefold(), (one.email or one.name).casefold()}:
            write_device(places, Device(one.id, _letters(bits, 5)))
            return
    known = ", ".join(one.name for one in colleagues)
    raise WrongUse("not-in-team", given=name, known=known)


def read_team(places: Places) -> tuple[StoreSettings, LoadedTeam]:
    """fk.yaml, and all that the team keeps. A list that is broken hinders nobody's other work.

    Raises:
        Unreadable: fk.yaml or team.yaml is broken.
    """
    settings, team = TeamStore(places).load_all()
    errors = tuple(i for i in team.broken if i.place is None or i.place.file in _NEEDED)
    if settings is None or errors:
        raise Unreadable("team-broken", errors)
    return settings, team


def readme() -> bytes:
    """What the team folder is, for whoever opens it without fk."""
    text = _(
        "# The team\n\nThis folder belongs to a store of fk (FamilieKracht). `fk.yaml` holds its "
        "settings, `team.yaml` the colleagues, `principles.yaml` the guiding principles, "
        "`community.yaml` places in the neighbourhood, `organisations.yaml` who we work with, "
        "`research.yaml` studies, `references.md` the literature. Templates, questionnaires and "
        "working cards of our own go in `templates`, `instruments` and `toolkit`. The families "
        "are in `../cases`, one folder each. All files are plain text; `git log` in each folder "
        "tells what happened.\n"
    )
    return text.encode()


def _letters(bits: RandomBits, length: int) -> str:
    return "".join(ALPHABET[bits.getrandbits(5)] for _number in range(length))
