"""Whether the files of a case fit together: ids are unique, references lead somewhere."""

import re
from calendar import monthrange
from collections.abc import Iterator

from fktui.model.case import FILES, KINDS, Case, Located, records
from fktui.model.ids import LETTERS, is_record_id
from fktui.model.issue import Issue, Level, Place

_REFERENCES: dict[str, tuple[str, ...]] = {
    "information": ("about",),
    "referral_goal": ("by", "goals"),
    "contraindication": ("consulted", "safety_plan"),
    "domain": ("by", "about"),
    "stressor": ("about", "links"),
    "strength": ("about", "by", "goals"),
    "worry": ("about", "by", "contested_by", "links", "goals"),
    "help_request": ("about", "words_of", "goals"),
    "event": ("about", "age_of"),
    "experience": ("person",),
    "jim": ("youth", "chosen"),
    "candidate": ("person",),
    "parental_answer": ("by",),
    "community": ("about", "goals"),
    "role": ("by",),
    "safety_plan": ("about", "guards", "ended_by"),
    "signal": ("about",),
    "safety_agreement": ("who", "guarded_by"),
    "call": ("who", "calls"),
    "review": ("by",),
    "scaling": ("by",),
    "reporting_code": ("about", "concerns"),
    "code_step": ("by", "who"),
    "measurement": ("by", "about"),
    "participation": ("person",),
    "statement": ("by", "about"),
    "person": ("households",),
    "relation": ("person", "to"),
    "authority": ("child", "holder"),
    "network": ("person", "jim_of", "households"),
    "tie": ("network", "person"),
    "goal": ("words_of", "owners", "about", "parent"),
    "step": ("who", "meeting"),
    "score": ("by",),
    "intervention": ("who", "about", "goals"),
    "agreement": ("who", "about", "meeting"),
    "evaluation": ("by", "meeting"),
    "future": ("about", "who"),
    "assent": ("by", "to"),
    "consent": ("by", "about"),
    "disclosure": ("about", "consents"),
    "contact": ("by", "present", "goals", "about"),
    "meeting": ("invited", "present", "about"),
    "meeting_agreement": ("who", "goal", "step"),
    "document": ("about",),
}
"""The fields of each kind that hold ids of other records."""

COLLEAGUE_FIELDS = frozenset(("coach", "second", "lead_clinician", "recorded_by"))
"""The fields that name a colleague of the team and nobody else."""

PEOPLE_FIELDS = frozenset(
    (
        *("about", "age_of", "by", "calls", "chosen", "child", "concerns", "consulted"),
        *("contested_by", "ended_by", "guarded_by", "guards", "holder", "invited", "jim_of"),
        *("owners", "person", "present", "to", "visible_to", "who", "words_of", "youth"),
    )
)
"""The fields that name people: members of the family, people of the network, colleagues."""

_LOOKS_LIKE_ID = re.compile(r"[a-z]-[0-9a-z]{5}\Z")


def check_integrity(case: Case, colleagues: frozenset[str]) -> list[Issue]:
    """Everything that does not fit: duplicate and odd ids, dangling references, impossible days."""
    found = list(records(case))
    known = {located.record.id for located in found} | colleagues
    issues = list(_duplicates(found))
    for located in found:
        issues.extend(_odd_id(located))
        issues.extend(_dangling(located, known))
        issues.extend(_impossible_days(located))
    return issues


def file_of(located: Located) -> str:
    """The file that a record stands in; for a journal, its folder."""
    return FILES.get(located.part, f"{located.part}/")


def _duplicates(found: list[Located]) -> Iterator[Issue]:
    seen: set[str] = set()
    for located in found:
        if located.record.id in seen:
            yield _issue(Level.ERROR, "duplicate-id", located, "id")
        seen.add(located.record.id)


def _odd_id(located: Located) -> Iterator[Issue]:
    given, letter = located.record.id, LETTERS[located.kind.name]
    if not is_record_id(given) or not given.startswith(f"{letter}-"):
        yield _issue(Level.ERROR, "odd-id", located, "id", letter=letter)


def _dangling(located: Located, known: set[str]) -> Iterator[Issue]:
    for field in _REFERENCES.get(located.kind.name, ()):
        value = getattr(located.record, field)
        for reference in (value,) if isinstance(value, str) else value or ():
            if reference not in known and _LOOKS_LIKE_ID.match(reference):
                yield _issue(Level.WARNING, "dangling", located, field, reference=reference)


def _impossible_days(located: Located) -> Iterator[Issue]:
    for field in ("born", "died", "on", "until"):
        value = getattr(located.record, field, None)
        if isinstance(value, str) and not _possible(value):
            yield _issue(Level.ERROR, "impossible-date", located, field, given=value)


def _possible(partial: str) -> bool:
    numbers = [int(part) for part in partial.split("-")]
    year, month, day = (*numbers, 1, 1)[:3]
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]  # noqa: PLR2004


def _issue(level: Level, code: str, located: Located, field: str, **facts: str) -> Issue:
    place = Place(file=file_of(located), field=field)
    return Issue(level=level, code=code, place=place, record=located.record.id, facts=facts)


assert set(_REFERENCES) <= set(KINDS)  # noqa: S101 - a slip of ours, seen at import
