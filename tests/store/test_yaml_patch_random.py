"""Whatever a person's file looks like: what is patched reads as meant, the rest stays."""

import copy
import difflib
import re

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from yaml_documents import TEXT, WORDS, Hand, records

from fktui.store.yaml.change import applied
from fktui.store.yaml.patch import _Patch, patch
from fktui.store.yaml.read import plain, read
from fktui.store.yaml.write import as_read, reads_as

SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
VALUES = st.none() | TEXT | WORDS


def known(found):
    """Without the keys that our schema does not know."""
    if isinstance(found, dict):
        return {key: known(value) for key, value in found.items() if not key.startswith("zz_")}
    return [known(item) for item in found] if isinstance(found, list) else found


def unknown(found):
    """The names of the keys that our schema does not know."""
    if isinstance(found, dict):
        inner = set().union(*map(unknown, found.values())) if found else set()
        return inner | {key for key in found if key.startswith("zz_")}
    return set().union(*map(unknown, found)) if isinstance(found, list) and found else set()


def change(record, chance, values):
    """A few changes such as a coach makes; returns the kinds that were made."""
    places = list(_mappings(record))
    kinds = set()
    for _ in range(chance.randint(1, 3)):
        place = chance.choice(places)
        keys = [key for key in place if key != "id"]
        kind = chance.choice(["set", "set", "drop", "add", "item", "order"])
        key = chance.choice(keys) if keys else None
        if kind == "set" and key and isinstance(place[key], str | None):
            place[key] = chance.choice(values)
        elif kind == "drop" and key:
            del place[key]
        elif kind == "add":
            place.setdefault("added", chance.choice([*values, ["p-00001"], {"expected": "x"}]))
        elif kind == "item" and key and isinstance(place[key], list):
            _change_item(place[key], chance, values)
        elif kind == "order" and key and isinstance(place[key], list):
            chance.shuffle(place[key])
        else:
            continue
        kinds.add(kind)
    return kinds


def _change_item(items, chance, values):
    if len(items) > 1 and chance.random() < 0.5:
        items.pop(chance.randrange(len(items)))
        return
    item = (
        {"id": "g-new00", "title": chance.choice(values)} if isinstance(items[0], dict) else "new"
    )
    items.insert(chance.randint(0, len(items)), item)


def _mappings(record):
    yield record
    for value in record.values():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from _mappings(inner)


@SETTINGS
@given(records(VALUES), st.randoms(use_true_random=True))
def test_the_hand_types_what_it_should(data, chance):
    text = Hand(chance).file(data)
    assert known(plain(read(text))) == as_read(data)


@SETTINGS
@given(records(VALUES), st.randoms(use_true_random=True))
def test_no_difference_leaves_each_byte(data, chance):
    text = Hand(chance).file(data)
    assert patch(text, data, copy.deepcopy(data)) == text


@SETTINGS
@given(records(VALUES), st.randoms(use_true_random=True), st.lists(VALUES, min_size=3, max_size=3))
def test_splicing_alone_gives_what_was_meant(data, chance, values):
    text = Hand(chance).file(data)
    new = copy.deepcopy(data)
    change(new, chance, values)
    root = read(text)
    meant = applied(plain(root), data, new)
    spliced = _Patch(text, root).made(data, new)
    assert reads_as(spliced, meant), spliced
    assert known(meant) == as_read(new)


@SETTINGS
@given(records(VALUES), st.randoms(use_true_random=True), st.lists(VALUES, min_size=3, max_size=3))
def test_comments_and_unknown_keys_stay_when_nothing_is_taken_out(data, chance, values):
    text = Hand(chance).file(data)
    new = copy.deepcopy(data)
    kinds = change(new, chance, values)
    assume(kinds <= {"set", "add", "order"})
    patched = patch(text, data, new)
    assert set(re.findall(r"# remark \d+", patched)) == set(re.findall(r"# remark \d+", text))
    assert unknown(plain(read(patched))) == unknown(plain(read(text)))


@SETTINGS
@given(records(WORDS), st.randoms(use_true_random=True), WORDS)
def test_a_changed_word_changes_one_line(data, chance, word):
    text = Hand(chance).file({**data, "status": "before"})
    patched = patch(text, {**data, "status": "before"}, {**data, "status": word})
    # A word on its own line under a sign (`>-`) moves up: two lines become one.
    before, after = text.splitlines(), patched.splitlines()
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert len([line for line in changed if line[0] == "+"]) == (word != "before")
    assert len(changed) <= 3


@SETTINGS
@given(records(WORDS), st.randoms(use_true_random=True))
def test_a_record_that_is_added_leaves_all_lines_of_the_others(data, chance):
    goals = [
        {"id": "g-1xxxx", "title": "a"},
        {"id": "g-2xxxx", "steps": [{"id": "s-1xxxx", **data}]},
    ]
    text = Hand(chance).file({"goals": goals, "status": "open"})
    added = [*goals[: (at := chance.randint(0, 2))], {"id": "g-3xxxx", "note": "x\ny"}, *goals[at:]]
    old, new = {"goals": goals, "status": "open"}, {"goals": added, "status": "open"}
    rest = iter(patch(text, old, new).splitlines())
    assert all(line in rest for line in text.splitlines() if "goals" not in line)


@SETTINGS
@given(records(WORDS), st.randoms(use_true_random=True))
def test_a_record_that_goes_adds_no_line(data, chance):
    goals = [
        {"id": f"g-{index}xxxx", "title": "a", "steps": [{"id": "s-1xxxx", **data}]}
        for index in range(3)
    ]
    text = Hand(chance).file({"goals": goals, "status": "open"})
    gone = chance.choice(goals)
    rest = [goal for goal in goals if goal != gone]
    patched = patch(text, {"goals": goals, "status": "open"}, {"goals": rest, "status": "open"})
    lines = iter(text.splitlines())
    assert all(line in lines for line in patched.splitlines() if "goals" not in line)
    assert len(patched) < len(text)
