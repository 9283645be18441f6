"""Filling in a template: what it says, what it lacks, what it may not do and not cost."""

import time
from datetime import date

import pytest
from paper import packaged, template

from fktui.documents.sandbox import Trouble, run
from fktui.documents.template import Limits, parse_template, render
from fktui.errors import Missing, Unsafe


def outcome(body, **facts):
    return run(body, facts, "nl", 500_000)


def test_facts_are_filled_in():
    filled = template("{% for p in people %}- {{ p.name }} {{ p.on | day }}\n{% endfor %}")
    facts = {"people": [{"name": "M*la", "on": date(2026, 1, 15)}]}
    assert render(filled, facts) == "- M\\*la 15 januari 2026\n"


def test_loop_and_choice():
    between = "{% if loop.revindex == 2 %} en {% elif not loop.last %}, {% endif %}"
    body = "{% for n in names %}{{ n }}" + between + "{% else %}niemand{% endfor %}"
    assert outcome(body, names=["a", "b", "c"]).text == "a, b en c"
    assert outcome(body, names=[]).text == "niemand"
    assert outcome("{{ goal.title | prose }}", goal={"title": "a*"}).text == "a\\*"
    assert outcome("{{ 'ja' if a == 1 or not a else 'nee' }}", a=1).text == "ja"


def test_all_gaps_come_at_once_with_their_lines():
    body = (
        "{{ family }}\n{{ goal.title }} {{ goal.owner.name | join }}\n{{ signs | where('a', 1) }}"
    )
    with pytest.raises(Missing) as caught:
        render(template(body, needs=["made_on"]), {"goal": {"title": "x"}})
    assert caught.value.code == "template-gaps"
    assert caught.value.facts["missing"] == (
        ("made_on", 0),
        ("family", 1),
        ("owner", 2),
        ("signs", 3),
    )


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("{{ 'x'.ljust(999999999) }}", "call"),
        ("{{ x.__class__ }}", "__class__"),
        ("{{ ''['__class__'] }}", "getitem"),
        ("{{ x | attr('__class__') }}", "attr"),
        ("{{ x | map('upper') }}", "map"),
        ("{{ x | join(d='y') }}", "join"),
        ("{{ 'x' * 999999999 }}", "mul"),
        ("{{ '%0999999999d' % 1 }}", "mod"),
        ("{{ 10 ** 10 ** 10 }}", "pow"),
        ("{{ x ~ x }}", "concat"),
        ("{{ x + x }}", "add"),
        ("{{ [x, x] }}", "list"),
        ("{% set y = x %}", "assign"),
        ("{% set y %}{{ x }}{{ x }}{% endset %}", "assignblock"),
        ("{% macro m() %}{% endmacro %}", "macro"),
        ("{% include 'secret' %}", "include"),
        ("{% import 'secret' as s %}", "import"),
        ("{% extends 'secret' %}", "extends"),
        ("{% for a in x recursive %}{% endfor %}", "recursive"),
        ("{% for a, b in x %}{% endfor %}", "tuple"),
        ("{{ x is defined }}", "test"),
        ("{{ range(9) }}", "call"),
    ],
)
def test_only_printing_choosing_and_repeating(body, what):
    assert outcome("\n" + body, x="tekst").troubles[0] == Trouble("forbidden", 2, what)


def test_attributes_of_python_are_not_there():
    troubles = outcome("{{ x.upper }}{{ y.items }}{{ loop.cycle }}", x="a", y={}, loop=1).troubles
    assert troubles == tuple(Trouble("gap", 1, what) for what in ("upper", "items", "cycle"))
    assert outcome("{% for a in x %}{{ loop.cycle }}{% endfor %}", x=[1]).troubles[0].kind == "gap"


def test_a_gap_is_said_once_however_deep():
    assert outcome("{{ goal.owner.name.first }}", goal={}).troubles == (Trouble("gap", 1, "owner"),)
    assert outcome("{{ 'letters'.owner }}").troubles == (Trouble("gap", 0, "owner"),)


def test_output_and_syntax_have_their_ends():
    body = "{% for a in x %}{{ a }}{% endfor %}"
    assert run(body, {"x": [12, 34]}, "nl", 4).text == "1234"
    assert run(body, {"x": [12, 34]}, "nl", 3).troubles == (Trouble("too-much"),)
    assert outcome("\n{% if %}").troubles == (Trouble("syntax", 2),)


def test_too_many_levels_are_refused():
    deep = "{% if x %}" * 60 + "{% endif %}" * 60
    assert outcome(deep, x=1).troubles[0].kind == "forbidden"
    assert outcome("{{ " + "(" * 5000 + "x" + ")" * 5000 + " }}", x=1).troubles == (
        Trouble("syntax"),
    )


@pytest.mark.parametrize(
    "body", ["{{ x | join }}", "{{ x }}", "{{ 1 | day }}", "{% if x < 1 %}{% endif %}"]
)
def test_a_value_that_does_not_fit_has_its_line(body):
    assert outcome("\n\n" + body, x={}).troubles == (Trouble("value", 3),)


@pytest.mark.parametrize(
    ("body", "code", "kind"),
    [
        ("een\n{% if %}", "template-syntax", Missing),
        ("een\n{{ x | join }}", "template-value", Missing),
        ("een\n{{ x.y() }}", "template-forbidden", Unsafe),
    ],
)
def test_an_error_has_the_template_and_the_line(body, code, kind):
    with pytest.raises(kind) as caught:
        render(template(body, first_line=10), {"x": {"y": 1}})
    assert (caught.value.code, caught.value.facts["template"]) == (code, "test")
    assert caught.value.facts["line"] == 11


def test_a_template_cannot_run_for_long():
    loops = "".join(f"{{% for {name} in x %}}" for name in "abcdefgh") + "{% endfor %}" * 8
    started = time.monotonic()
    with pytest.raises(Unsafe) as caught:
        render(template(loops), {"x": list(range(100))}, Limits(seconds=1.5))
    assert caught.value.code == "template-too-slow"
    assert time.monotonic() - started < 10


def test_a_template_cannot_print_without_end():
    loops = "{% for a in x %}{% for b in x %}{{ a }} tekst{% endfor %}{% endfor %}"
    with pytest.raises(Unsafe) as caught:
        render(template(loops), {"x": list(range(1000))})
    assert caught.value.code == "template-too-much"


@pytest.mark.parametrize("printed", ["x", "x | prose", "x | q", "names | join"])
def test_no_value_is_longer_than_a_document(printed):
    facts = {"x": "a" * 500_001, "names": ["a" * 300_000, "b" * 300_000]}
    assert outcome("{{ " + printed + " }}", **facts).troubles == (Trouble("too-much"),)


def test_a_template_that_is_too_long_is_not_read():
    with pytest.raises(Unsafe) as caught:
        render(template("x" * 200_001), {})
    assert caught.value.code == "template-too-much"


def test_a_process_that_dies_says_so():
    """Whatever ends the other process, the coach gets a sentence and not a hanging screen."""
    with pytest.raises(Unsafe) as caught:
        render(template("x"), {"x": Deadly()})
    assert caught.value.code == "template-died"


class Deadly:
    """Ends the process that unpacks it."""

    def __reduce__(self):
        return exit, (3,)


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ({"title": 3}, "title"),
        ({"title": "x"}, "language"),
        ({"needs": "x"}, "needs"),
        ({"language": "fr"}, "language"),
    ],
)
def test_a_head_that_is_not_right_names_the_field(head, field):
    known = {"title": "t", "language": "nl", "header": "", "footer": "", "page_label": ""}
    if head == {"title": "x"}:
        del known["language"]
    with pytest.raises(Missing) as caught:
        parse_template("test", {**known, **head}, "", "team")
    assert (caught.value.code, caught.value.facts["field"]) == ("template-head", field)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_packaged_template_has_a_head(language):
    plan = packaged(language)
    assert plan.language == language
    assert plan.formats == ("md", "html", "pdf")
    assert "{family}" in plan.header
