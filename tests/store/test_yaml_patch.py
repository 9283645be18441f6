"""The rules of patching, one example each: given a file, when a record changes, then this text."""

import copy
from datetime import date

import pytest

from fktui.errors import FkError
from fktui.store.yaml.change import applied, pairing
from fktui.store.yaml.patch import patch
from fktui.store.yaml.read import YamlError, decode, plain, read

PLAN = """\
# plan.yaml: typed by hand
goals:
  # the big one
  - id: g-1aaaa
    title: "Naar school"   # her own words
    colour: 012            # a key that fk does not know
    owners: [p-1aaaa, p-2bbbb]
    levels: {expected: Vijf dagen}
    # inside the first goal

  # the second
  - id: g-2bbbb
    title: Samen eten
    note: |
      eerst dit

      dan dat

status: open
"""


def changed(text, change):
    """The text after this change to what it holds (keys fk does not know left out)."""
    old = plain(read(text))
    for goal in old.get("goals") or []:
        goal.pop("colour", None)
    new = copy.deepcopy(old)
    change(new)
    return patch(text, old, new)


def test_no_difference_is_the_same_text():
    assert changed(PLAN, lambda _: None) is PLAN


def test_a_changed_value_takes_the_place_of_the_old_one():
    text = changed(PLAN, lambda new: new["goals"][0].update(title="Weer naar school"))
    assert text == PLAN.replace('"Naar school" ', "Weer naar school ")


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: b  # c\n", "no", "a: 'no'  # c\n"),
        ("a: 'b'\n", date(2025, 2, 20), "a: 2025-02-20\n"),
        ("a:   # c\n", "b", "a: b   # c\n"),
        ("a:   \n", "b", "a: b\n"),
        ("a:", "b", "a: b"),
        ("a:", "b\nc", "a: |-\n  b\n  c\n"),
        ("a:", ["b c"], "a:\n  - b c\n"),
        ("a: b\n", None, "a: null\n"),
        ("a: b  # c\n", "d\ne", "a: |-  # c\n  d\n  e\n"),
        ("a: |  # c\n  b\n\nz: 1\n", "d", "a: d  # c\n\nz: 1\n"),
        ("a: >-\n  b\n  c\nz: 1\n", "d\ne\n", "a: |\n  d\n  e\nz: 1\n"),
        ("a: |\n  b\n\nz: 1\n", "d\n\n", "a: |+\n  d\n\nz: 1\n"),
        ("a: |+\n  b\n\n\nz: 1\n", "d", "a: d\nz: 1\n"),
        ("a: b\n   c\nz: 1\n", "d", "a: d\nz: 1\n"),
        ("a:\n  - b\nz: 1\n", "d", "a: d\nz: 1\n"),
        ("a:\n  - b\nz: 1\n", "d\ne", "a: |-\n  d\n  e\nz: 1\n"),
        ("a: b  # c\n", ["d e"], "a:  # c\n  - d e\n"),
        ("a: b\n", ["p-1", "p-2"], "a: [p-1, p-2]\n"),
        ("a: [b, c]\n", {"d": "e f"}, "a: {d: e f}\n"),
        ("a:\n  b: c\n", {"d": "e"}, "a:\n  d: e\n"),
        ("a: []  # c\n", [{"id": "x"}], "a:  # c\n  - id: x\n"),
        ("a: |\n  b\n", [{"id": "x"}], "a:\n  - id: x\n"),
        ("a:\n  # c\n  - b\n", [], "a: []\n"),
        ("a:\n- b\n- c\n", ["d", "e f", "g"], "a:\n- d\n- e f\n- g\n"),
        ("a:\n  b: c\n", ["d e"], "a:\n  - d e\n"),
    ],
)
def test_values_of_all_kinds(before, value, after):
    assert changed(before, lambda new: new.update(a=value)) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a:\n  - b\n  - c  # d\n", "e", "a:\n  - b\n  - e  # d\n"),
        ("a:\n  - b\n  -", "e", "a:\n  - b\n  - e"),
        ("a:\n  - b\n  -\n", "e", "a:\n  - b\n  - e\n"),
        ("a:\n  - b\n  - c  # d\n", {"e": "f", "g": "h"}, "a:\n  - b\n  - e: f\n    g: h  # d\n"),
        ("a:\n  - b\n  - c\n", "e\nf", "a:\n  - b\n  - |-\n    e\n    f\n"),
        ("a:\n  - b\n  - c: d\n    e: f\n", "g", "a:\n  - b\n  - g\n"),
        ("a:\n  - b\n  - - c\n    - d\n", ["c", "x"], "a:\n  - b\n  - - c\n    - x\n"),
        ("a: [b, c]\n", "e\nf", 'a: [b, "e\\nf"]\n'),
    ],
)
def test_an_item_of_a_list_that_stays_as_long(before, value, after):
    assert changed(before, lambda new: new["a"].__setitem__(1, value)) == after


@pytest.mark.parametrize(
    ("before", "items", "after"),
    [
        ("a:\n  - b c  # d\n  - e\n", ["b c", "x y", "e"], "a:\n  - b c  # d\n  - x y\n  - e\n"),
        ("a:\n  - b c  # d\n  - e\n", ["e"], "a:\n  - e\n"),
        ("a: [b, 'c', d]\n", ["b", "c", "x, y", "d"], "a: [b, 'c', 'x, y', d]\n"),
        ("a: [b, 'c', d]\n", ["b", "c"], "a: [b, 'c']\n"),
        ("a: [b, c]\n", [], "a: []\n"),
        ("a: [{id: x, b: 1}]\n", [{"id": "x", "b": "2"}], "a: [{id: x, b: '2'}]\n"),
        ("a: [{id: x}, {id: y}]\n", [{"id": "y"}, {"id": "x"}], "a: [{id: y}, {id: x}]\n"),
    ],
)
def test_a_list_of_values_keeps_what_stays(before, items, after):
    assert changed(before, lambda new: new.update(a=items)) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: {b: c}\n", {"b": "c", "d": "e"}, "a: {b: c, d: e}\n"),
        ("a: {b: c}\n", {"d": "e", "b": "c"}, "a: {d: e, b: c}\n"),
        ("a: {b: 'c', d: e}\n", {"b": "c"}, "a: {b: 'c'}\n"),
        ("a: {b, d: e}\n", {"b": "c", "d": "e"}, "a: {b: c, d: e}\n"),
        ("a: {b: , d: e}\n", {"b": "c", "d": "e"}, "a: {b: c, d: e}\n"),
        ("a: {b: {c: d}}\n", {"b": {"c": "x"}, "e": "f"}, "a: {b: {c: x}, e: f}\n"),
    ],
)
def test_what_stands_between_brackets_stays_there(before, value, after):
    assert changed(before, lambda new: new.update(a=value)) == after


def test_brackets_keep_the_keys_that_fk_does_not_know():
    text = patch("a: {x: 01, b: c}\n", {"a": {"b": "c"}}, {"a": {"b": "c", "d": "e"}})
    assert text == "a: {x: 01, b: c, d: e}\n"


def test_a_new_key_comes_after_its_nearest_predecessor_in_the_file():
    new = {"id": "g", "title": "a", "kind": "long", "status": "open"}
    old = {"id": "g", "status": "open"}
    assert patch("status: open\nid: g\n", old, new) == "status: open\nid: g\ntitle: a\nkind: long\n"


def test_a_new_first_key_comes_before_the_others_but_under_the_comment_of_the_file():
    assert patch("# file\nb: c\n", {"b": "c"}, {"a": "x", "b": "c"}) == "# file\na: x\nb: c\n"
    text = "z:\n  # about b\n  b: c\n"
    old, new = {"z": {"b": "c"}}, {"z": {"a": "x", "b": "c"}}
    assert patch(text, old, new) == "z:\n  a: x\n  # about b\n  b: c\n"


def test_a_new_first_key_of_a_record_moves_behind_the_dash():
    old, new = {"z": [{"b": "c"}]}, {"z": [{"a": "x", "b": "c"}]}
    assert patch("z:\n  - b: c\n", old, new) == "z:\n  - a: x\n    b: c\n"


def test_a_first_key_that_goes_leaves_its_dash_to_the_next():
    old, new = {"z": [{"a": "1", "b": "2", "c": "3"}]}, {"z": [{"c": "3"}]}
    assert patch("z:\n  - a: 1\n    b: 2\n    c: 3\n", old, new) == "z:\n  - c: 3\n"


def test_a_default_that_is_spelled_out_stays_until_it_changes():
    text = "status: open\nid: g\n"
    assert patch(text, {"id": "g"}, {"id": "h"}) == "status: open\nid: h\n"
    assert patch(text, {"id": "g"}, {"id": "g", "status": "shut"}) == "status: shut\nid: g\n"
    assert patch("levels: {x: 1}\n", {}, {"levels": {"z": "2"}}) == "levels: {x: 1, z: '2'}\n"
    assert patch("id: g\n", {"id": "g", "n": 1}, {"id": "g", "n": 1, "m": 2}) == "id: g\nm: 2\n"


def test_a_key_that_fk_would_have_written_but_the_file_leaves_out_stays_out():
    assert patch("a: {b: 1}\n", {"a": {"b": 1, "c": 2}}, {"a": {"b": 3, "c": 2}}) == "a: {b: 3}\n"


def test_a_key_that_the_file_leaves_out_is_put_in_when_it_changes():
    assert patch("id:   g\n", {"id": "g", "m": 1}, {"id": "g", "m": 2}) == "id:   g\nm: 2\n"
    text = patch("a: {b: 1}\n", {"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}})
    assert text == "a: {b: 1, c: 3}\n"


def test_a_comment_at_another_indentation_is_not_taken_along():
    old, new = {"a": {"b": "1", "c": "2"}}, {"a": {"b": "1"}}
    text = "a:\n  b: 1\n# at the margin\n  c: 2\nd: 3\n"
    assert patch(text, old, new) == "a:\n  b: 1\n# at the margin\nd: 3\n"


def test_a_record_goes_and_another_key_comes_at_the_same_place():
    old = {"a": [{"id": "x"}, {"id": "y"}]}
    new = {"a": [{"id": "x"}], "b": 1}
    assert patch("a:\n  - id: x\n  - id: y\n", old, new) == "a:\n  - id: x\nb: 1\n"
    assert patch("a:\n  - id: x\n  - id: y", old, new) == "a:\n  - id: x\nb: 1\n"


def test_a_list_that_is_not_the_one_fk_has_read_is_written_anew():
    assert patch("a:\n  - b c\n  - d e\n", {"a": ["b c"]}, {"a": ["x y"]}) == "a:\n  - x y\n"


def test_a_record_that_goes_takes_its_own_comments_along():
    text = changed(PLAN, lambda new: new["goals"].pop(0))
    assert text == PLAN[: PLAN.index("  # the big one")] + PLAN[PLAN.index("  # the second") :]
    text = changed(PLAN, lambda new: new["goals"].pop(1))
    assert text == PLAN[: PLAN.index("  # the second")] + PLAN[PLAN.index("status") :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n# about b\nb: 2\nc: 3\n", "a: 1\nc: 3\n"),
        ("a: 1\n# a remark apart\n\nb: 2\nc: 3\n", "a: 1\n# a remark apart\n\nc: 3\n"),
        ("a: 1\n  # under a\nb: 2\nc: 3\n", "a: 1\n  # under a\nc: 3\n"),
        ("a: 1\nb: 2  # behind b\n  # under b\n\n# about c\nc: 3\n", "a: 1\n\n# about c\nc: 3\n"),
        ("# the file\nb: 2\nc: 3\n", "# the file\nc: 3\n"),
        ("b: 2\n\nc: 3\n", "c: 3\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", "a: 1\n\nc: 3\n"),
        ("a: 1\n\nb: 2\n", "a: 1\n"),
        ("a: 1\nb: 2", "a: 1\n"),
        ("a: |+\n  1\n\nb: 2\n\nc: 3\n", "a: |+\n  1\n\nc: 3\n"),
        ("\ufeffb: 2\nc: 3\n", "\ufeffc: 3\n"),
    ],
)
def test_a_key_that_goes(before, after):
    assert changed(before, lambda new: new.pop("b")) == after


def test_a_new_record_comes_after_its_predecessor_spaced_like_the_others():
    goal = {"id": "g-3cccc", "title": "Sport", "owners": ["p-1aaaa"]}
    added = "  - id: g-3cccc\n    title: Sport\n    owners: [p-1aaaa]\n"
    text = changed(PLAN, lambda new: new["goals"].append(goal))
    assert text == PLAN.replace("\nstatus", f"\n{added}\nstatus")
    text = changed(PLAN, lambda new: new["goals"].insert(1, goal))
    assert text == PLAN.replace("first goal\n", f"first goal\n\n{added}")
    text = changed(PLAN, lambda new: new["goals"].insert(0, goal))
    assert text == PLAN.replace("  # the big", f"{added}\n  # the big")


def test_records_in_another_order_take_their_own_lines_along():
    text = changed(PLAN, lambda new: new["goals"].reverse())
    first, second = PLAN.index("  # the big one"), PLAN.index("\n  # the second")
    end = PLAN.index("\nstatus")
    expected = PLAN[:first] + PLAN[second + 1 : end] + "\n" + PLAN[first:second] + PLAN[end:]
    assert text == expected


def test_records_are_ordered_changed_and_added_at_once():
    old = {"a": [{"id": "x", "t": "1"}, {"id": "y", "t": "2"}]}
    new = {"a": [{"id": "y", "t": "3"}, {"id": "z"}, {"id": "x", "t": "1"}]}
    text = patch("a:\r\n- id: x\r\n  t: 1\r\n- id: y\r\n  t: 2", old, new)
    assert text == "a:\r\n- id: y\r\n  t: '3'\r\n- id: z\r\n- id: x\r\n  t: 1\r\n"


def test_new_text_indents_as_the_file_does():
    text = "a:\n    b: c\nd:\n- e f\n"
    old = {"a": {"b": "c"}, "d": ["e f"]}
    new = {"a": {"b": "c", "g": {"h": "i"}}, "d": ["e f"], "j": ["k l"]}
    assert patch(text, old, new) == "a:\n    b: c\n    g:\n        h: i\nd:\n- e f\nj:\n- k l\n"


def test_line_ends_and_the_byte_order_mark_stay():
    text = decode("\ufeffa: b\r\nc: d\r\n".encode(), keep_bom=True)
    patched = patch(text, {"a": "b", "c": "d"}, {"a": "x\ny", "c": "d", "e": ["f g"]})
    assert patched == "\ufeffa: |-\r\n  x\r\n  y\r\nc: d\r\ne:\r\n  - f g\r\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "a: 1\nb:\n  - c d\n"),
        ("\ufeff", "\ufeffa: 1\nb:\n  - c d\n"),
        ("# only this\n", "# only this\na: 1\nb:\n  - c d\n"),
        ("# only this", "# only this\na: 1\nb:\n  - c d\n"),
        ("---\n", "---\na: 1\nb:\n  - c d\n"),
        ("{}\n", "a: 1\nb:\n  - c d\n"),
        ("x: y", "x: y\na: 1\nb:\n  - c d\n"),
    ],
)
def test_first_values_of_a_file(before, after):
    assert patch(before, {}, {"a": 1, "b": ["c d"]}) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("# file\na: 1\n", "# file\n"), ("{a: 1}\n", "{}\n"), ("a: {b: 1}\n", "")],
)
def test_the_last_values_of_a_file(before, after):
    assert patch(before, plain(read(before)), {}) == after


def test_all_values_of_a_file_at_once():
    assert patch("# file\na: 1\n\n# end\n", {"a": "1"}, {"b": 2}) == "# file\nb: 2\n\n# end\n"


# What cutting and pasting does not reach is laid out anew; the values are right all the same.


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("? a\n: 1\n? b\n: 2\n", {"a": "1", "b": "2"}, {"b": "2"}),
        ("? a\n: 1\r\n? b\n: [c,\r\n d]\n", {"a": "1", "b": ["c", "d"]}, {"b": ["c", "x"]}),
        ("\ufeff? a\n: 1\n? b\n: {c: d}\n", {"b": {"c": "d"}}, {"b": {"e": ["f", None]}}),
        ("---\n# c\n...\n", {}, {"a": "1"}),
        (
            "z:\n- - id: x\n  - id: y\n",
            {"z": [[{"id": "x"}, {"id": "y"}]]},
            {"z": [[{"id": "y"}, {"id": "x"}]]},
        ),
        ("a: |\n  b", {"a": "b"}, {"a": "b", "c": "d"}),
    ],
)
def test_an_unusual_layout_gets_the_right_values(text, old, new):
    patched = patch(text, old, new)
    assert plain(read(patched)) == applied(plain(read(text)), old, new)
    assert patched.startswith("\ufeff") == text.startswith("\ufeff")


def test_nothing_is_written_that_would_not_be_read_back():
    with pytest.raises(FkError) as caught:
        patch("a: b\n", {"a": "b"}, {"a": "half a sign: \ud83d"})
    assert caught.value.code == "yaml-write"


def test_what_neither_way_can_change_is_left_alone():
    with pytest.raises(FkError) as caught:
        patch("? a\n: b\nc:\td\n", {"a": "b", "c": "d"}, {"c": "d"})
    assert caught.value.code == "yaml-write"


def test_a_file_that_cannot_be_read_is_not_patched():
    with pytest.raises(YamlError, match="yaml-duplicate-key"):
        patch("a: b\na: c\n", {"a": "b"}, {"a": "d"})


def test_items_are_paired_by_id_then_by_place_then_by_value():
    one, two = {"id": "x"}, {"id": "y"}
    assert pairing([one, two], [one, two], [two, {"id": "z"}]) == [(1, two), None]
    assert pairing([one, one], [one, one], [one, two]) == [(0, one), (1, one)]
    assert pairing(["a", "b"], ["a", "b"], ["b", "c"]) == [(0, "a"), (1, "b")]
    assert pairing(["a", "b"], ["a", "b"], ["c", "b", "b"]) == [None, None, (1, "b")]
    assert pairing(["a", "b"], ["a"], ["b"]) is None
    assert pairing([one], [], [one, two]) == [(0, {}), None]
