"""The invented families: their files are sound, and their stories lead to exactly them."""

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from fktui.method.plan import baseline_t, current_t
from fktui.model.case import Case, records
from fktui.model.integrity import check_integrity
from fktui.model.journal import Contact, Meeting, MeetingStatus
from fktui.model.network import NetworkKind
from fktui.model.plan import FutureSection
from fktui.model.team import StoreSettings, Team
from fktui.model.trajectory import PhasePeriod
from fktui.store.packaged import packaged_files
from fktui.store.schema import Decoded, decode_case, decode_record, encode_changes
from fktui.usecases.demo import Played, play
from fktui.words.acts import ACTS, VERBS
from fktui.words.tables.record_words import KIND_WORDS

ROOT = Path(__file__).parents[2] / "cases"
TODAY = date(2026, 5, 11)
FILES = packaged_files(ROOT)
IDS = tuple(sorted({path.split("/")[0] for path in FILES} - {"team", "stories"}))
WORDS = tuple(case_id.split("-")[0] for case_id in IDS)

# domain.md §8: hours a week, as the story tells them.
HOURS = [
    ("ijsvogel", "start", 8 + 9.5),
    ("ijsvogel", "analysis", 6 + 6 + 5.5 + 6.5 + 6 + 7),
    ("ijsvogel", "closing", 6 * 3),
    ("duinroos", "start", 9 + 10),
    ("duinroos", "analysis", 8 * 6.5),
    ("kastanje", "start", 8 + 7),
    ("kastanje", "analysis", 6 + 5.5 + 6.5 + 6 + 6),
]
ACT_COUNTS = {
    "ijsvogel": (60, 170),
    "duinroos": (50, 140),
    "kastanje": (25, 70),
    "kwikstaart": (15, 40),
    "lisdodde": (3, 8),
    "meidoorn": (15, 40),
}
BIRDS = {
    "Fitis",
    "Fuut",
    "Gaai",
    "Grutto",
    "Havik",
    "Karekiet",
    "Kauw",
    "Kemphaan",
    "Kievit",
    "Koolmees",
    "Leeuwerik",
    "Lepelaar",
    "Meerkoet",
    "Merel",
    "Putter",
    "Roodborst",
    "Specht",
    "Sperwer",
    "Spreeuw",
    "Tureluur",
    "Vink",
    "Winterkoning",
    "Wulp",
    "Zwaluw",
    "Χελιδόνι",
    "Ласточка",
    "Ծիծեռնակ",
    "سنونو",
    "燕",
}
# People around a family whom its story calls by one name, with or without what they are.
CALLED = {"Wiebe", "Linde", "Cindy", "Henk", "Mees", "Ruta"}


def _team() -> Team:
    team, issues = decode_record(FILES["team/team.yaml"], Team, "team.yaml")
    assert team is not None
    assert issues == []
    return team


COLLEAGUES = {colleague.id: colleague for colleague in _team().colleagues}


def _files(word: str) -> dict[str, bytes]:
    case_id = IDS[WORDS.index(word)]
    start = f"{case_id}/"
    return {p.removeprefix(start): data for p, data in FILES.items() if p.startswith(start)}


def _decoded(word: str) -> Decoded:
    return decode_case(_files(word), IDS[WORDS.index(word)], COLLEAGUES)


def _case(word: str) -> Case:
    return _decoded(word).case


def _played(word: str) -> list[Played]:
    return list(play(FILES, IDS[WORDS.index(word)]))


def _visits(case: Case) -> list[Contact | Meeting]:
    held = [meeting for meeting in case.meetings if meeting.status is MeetingStatus.HELD]
    return sorted((*case.contacts, *held), key=lambda visit: visit.on)


def _period(case: Case, phase: str) -> PhasePeriod:
    return next(period for period in case.trajectory.phases if period.phase.value == phase)


def _within(case: Case, period: PhasePeriod) -> list[Contact | Meeting]:
    assert period.started_on is not None
    until = period.ended_on or TODAY
    return [visit for visit in _visits(case) if period.started_on <= visit.on < until]


def test_there_are_six_families_and_a_team() -> None:
    assert sorted(WORDS) == [
        *("duinroos", "ijsvogel", "kastanje"),
        *("kwikstaart", "lisdodde", "meidoorn"),
    ]
    settings, issues = decode_record(FILES["team/fk.yaml"], StoreSettings, "fk.yaml")
    assert issues == []
    assert settings is not None
    assert (settings.demo, settings.today, settings.language) == (True, TODAY, "nl")


@pytest.mark.parametrize("word", WORDS)
def test_every_file_is_read_without_a_finding(word: str) -> None:
    decoded = _decoded(word)
    assert decoded.issues == ()
    markdown = {path for path in _files(word) if path.endswith(".md")} - {"README.md"}
    assert set(decoded.paths.values()) == markdown


@pytest.mark.parametrize("word", WORDS)
def test_a_new_save_would_write_the_same_bytes(word: str) -> None:
    """The files are in house style: nothing changes when the program writes them afresh."""
    decoded, files = _decoded(word), _files(word)
    written = encode_changes(None, decoded.case, {}, decoded.paths)
    assert {path: written.get(path) for path in files if path != "README.md"} == {
        path: data for path, data in files.items() if path != "README.md"
    }


@pytest.mark.parametrize("word", WORDS)
def test_the_people_are_invented_and_it_shows(word: str) -> None:
    case = _case(word)
    assert case.trajectory.fictional
    assert case.trajectory.name.split()[-1] in BIRDS
    adults = [person.name for person in case.family.people if person.role.value != "child"]
    assert {name.split()[-1] for name in adults} <= BIRDS
    children = [person.name for person in case.family.people if person.role.value == "child"]
    assert all(len(name.split()) == 1 or word == "lisdodde" for name in children)
    around = [n.name for n in case.network.people if n.kind is NetworkKind.PERSON]
    called = [name.split()[-1] for name in around if " van " not in name]
    assert {last for last in called if last.istitle()} <= BIRDS | CALLED


def test_no_number_or_address_could_be_of_somebody_real() -> None:
    text = "\n".join(data.decode() for data in FILES.values())
    assert re.findall(r"(?<![\w-])\d{6,}(?!\w)", text) == []  # no telephone, no BSN
    assert re.findall(r"(?:\+31|\b0\d)[\d ()-]{7,}", text) == []
    assert re.findall(r"\b[1-9]\d{3} ?[A-Z]{2}\b", text) == []  # no postal code
    assert set(re.findall(r"@[\w.-]+", text)) == {"@example.org"}
    assert all(colleague.name.split()[-1] in BIRDS for colleague in COLLEAGUES.values())


def test_what_is_restricted_says_who_may_read_it() -> None:
    """The words that would hurt most stand only where named people or the team may read them."""
    case = _case("duinroos")
    assert [code.visible_to for code in case.safety.reporting_code] == [("team",)]
    (private,) = (worry for worry in case.analysis.worries if "ik wil weg" in worry.what)
    assert private.visible_to == private.about
    (hearsay,) = (worry for worry in _case("kastanje").analysis.worries if "drinkt" in worry.what)
    assert set(hearsay.visible_to) == {*hearsay.about, "team"}
    assert hearsay.contested
    shared = "\n".join(
        data.decode().lower()
        for path, data in FILES.items()
        if "/people/" not in path and "/safety.yaml" not in path and "/analysis.yaml" not in path
    )
    for words in ("veilig thuis geraadpleegd", "ik wil weg", "blauwe plek", "abel drinkt"):
        assert words not in shared


def test_what_only_one_may_read_lies_in_their_folder() -> None:
    private = [path for path in _files("duinroos") if path.startswith("people/")]
    assert len(private) >= 8
    decoded = _decoded("duinroos")
    for contact in decoded.case.contacts:
        alone = bool(contact.visible_to) and all(r.startswith("p-") for r in contact.visible_to)
        assert decoded.paths[contact.id].startswith("people/") == alone


def test_ten_people_in_three_households() -> None:
    family = _case("meidoorn").family
    assert (len(family.people), len(family.households)) == (10, 3)
    assert len({person.households for person in family.people}) == 4


def test_names_in_every_script() -> None:
    case = _case("kwikstaart")
    names = " ".join(one.name for one in (*case.family.people, *case.network.people))
    scripts = {unicodedata.name(char).split()[0] for char in names if char.isalpha()}
    assert scripts >= {
        *("ARABIC", "ARMENIAN", "BENGALI", "CJK", "CYRILLIC", "DEVANAGARI", "ETHIOPIC"),
        *("GEORGIAN", "GREEK", "HANGUL", "HEBREW", "HIRAGANA", "THAI"),
    }


@pytest.mark.parametrize("word", WORDS)
def test_each_record_is_brought_by_exactly_one_act(word: str) -> None:
    brought = Counter(found for step in _played(word) for found in step.act.brings)
    assert brought == Counter(located.record.id for located in records(_case(word)))


@pytest.mark.parametrize("word", WORDS)
def test_played_backward_a_bare_case_remains(word: str) -> None:
    first = _played(word)[0]
    assert first.act.action == "case.new"
    assert list(records(first.after)) == []
    head = first.after.trajectory
    assert first.after == Case(trajectory=head)
    assert (head.status.value, head.closing, head.aftercare) == ("referred", None, None)


@pytest.mark.parametrize("word", WORDS)
def test_played_forward_the_files_come_out(word: str) -> None:
    final, paths = _files(word), _decoded(word).paths
    now: dict[str, bytes] = {}
    for number, (act, before, after) in enumerate(_played(word)):
        changes = encode_changes(before if number else None, after, now, paths)
        assert changes, (act.on, act.action)
        now |= {path: data for path, data in changes.items() if data is not None}
    assert {path: now.get(path) for path in final if path != "README.md"} == {
        path: data for path, data in final.items() if path != "README.md"
    }


@pytest.mark.parametrize("word", WORDS)
def test_no_act_names_what_is_not_there_yet(word: str) -> None:
    for step in _played(word):
        assert check_integrity(step.after, frozenset(COLLEAGUES)) == [], (step.act.on, step.act.at)


@pytest.mark.parametrize("word", WORDS)
def test_the_acts_are_those_of_coaches_in_order_of_time(word: str) -> None:
    acts = [step.act for step in _played(word)]
    low, high = ACT_COUNTS[word]
    assert low <= len(acts) <= high
    moments = [(act.on, act.at) for act in acts]
    assert moments == sorted(set(moments))
    assert moments[-1][0] <= TODAY
    for act in acts:
        kind, _dot, verb = act.action.partition(".")
        assert act.action in ACTS or (kind in KIND_WORDS and verb in VERBS), act.action
    coaches = Counter(act.by for act in acts)
    assert set(coaches) <= set(COLLEAGUES)
    assert word == "lisdodde" or len(coaches) > 1
    assert all("07:30" <= act.at <= "21:30" for act in acts)
    weekend = [act for act in acts if act.on.weekday() > 4]
    assert len(weekend) <= len(acts) // 20


@pytest.mark.parametrize("word", WORDS)
def test_nothing_happened_after_today(word: str) -> None:
    case = _case(word)
    assert all(visit.on <= TODAY for visit in _visits(case))
    planned = [m for m in case.meetings if m.status is MeetingStatus.PLANNED]
    assert all(meeting.on > TODAY for meeting in planned)
    assert all(step.done is None or step.done <= TODAY for g in case.plan.goals for step in g.steps)


@pytest.mark.parametrize("word", WORDS)
def test_each_visit_has_a_note_as_the_family_would_read_it(word: str) -> None:
    for visit in _visits(_case(word)):
        assert 2 <= len(re.findall(r"[.!?]", visit.body)) <= 12, visit.id
        assert visit.hours is None or (visit.hours * 2).is_integer()


@pytest.mark.parametrize(("word", "phase", "told"), HOURS)
def test_the_hours_of_a_phase_are_those_of_the_story(word: str, phase: str, told: float) -> None:
    case = _case(word)
    spent = sum(visit.hours or 0 for visit in _within(case, _period(case, phase)))
    assert spent == pytest.approx(told, rel=0.1)


@pytest.mark.parametrize("word", ["ijsvogel", "duinroos", "kastanje"])
def test_no_fortnight_goes_by_without_a_contact(word: str) -> None:
    case = _case(word)
    begun = [period for period in case.trajectory.phases if period.started_on]
    days = [visit.on for period in begun for visit in _within(case, period)]
    days.append(begun[-1].ended_on or TODAY)
    gaps = [later - earlier for earlier, later in pairwise(days)]
    assert max(gaps) <= timedelta(days=14)


@pytest.mark.parametrize(
    ("word", "baseline", "now"), [("ijsvogel", 31.7, 59.1), ("duinroos", 24.6, 42.7)]
)
def test_the_scores_give_the_t_of_the_story(word: str, baseline: float, now: float) -> None:
    plan = _case(word).plan
    assert baseline_t(plan) == pytest.approx(baseline, abs=0.05)
    assert current_t(plan) == pytest.approx(now, abs=0.05)


def test_the_closed_family_has_a_complete_future_plan() -> None:
    plan = _case("ijsvogel").plan
    assert {entry.section for entry in plan.future_plan.entries} == set(FutureSection)
    agreed = [one for one in plan.agreed if one.to == "future_plan" and one.agrees]
    assert len(agreed) == 8


def test_the_principles_are_tagged_as_often_as_the_story_says() -> None:
    tags = Counter(tag for contact in _case("ijsvogel").contacts for tag in contact.principles)
    assert tags == {"l-3dq0m": 14, "l-5vn7t": 19, "l-8hw2k": 11}


def test_the_third_family_shows_what_is_missing() -> None:
    case = _case("kastanje")
    clock = case.trajectory.family_group_plan
    assert clock is not None
    assert clock.plan_discussed_on is None
    assert TODAY - (clock.on + timedelta(weeks=6)) == timedelta(days=3)
    assert "gp" not in {consent.recipient for consent in case.consent.consents}
    unchecked = [a.holder for a in case.family.authority if a.checked_on is None]
    names = {person.id: person.name for person in case.family.people}
    assert {names[holder] for holder in unchecked} == {"Daniel Fitis"}


def test_the_family_that_was_not_admitted_keeps_only_what_is_needed() -> None:
    assert set(_files("lisdodde")) <= {
        "README.md",
        "case.yaml",
        "family.yaml",
        "intake.yaml",
        *(path for path in _files("lisdodde") if path.startswith("contacts/")),
    }
    assert len(_case("lisdodde").contacts) == 1
