"""`fk step`, typed as a coach types it."""


def add(fk, family, what, *words):
    return fk("step", "add", family.case, "samen", what, *words)


def test_add_by_names(fk, data, ijsvogel, log):
    added = add(fk, ijsvogel, "talk to the mentor", "--who", "oom", "--due", "25-11")
    assert (added.code, added.out) == (0, f"{added.id}\n")
    assert added.err == f"Step {added.id} added to goal {ijsvogel.goal}\n"
    assert data("step", "list", ijsvogel.case) == [
        {
            "goal": ijsvogel.goal,
            "step": {
                "id": added.id,
                "what": "talk to the mentor",
                "who": [ijsvogel.ali],
                "by": "network",
                "due": "2026-11-25",
            },
        }
    ]
    assert log(ijsvogel.case)[0] == f"Step {added.id} added to goal {ijsvogel.goal}"


def test_whose_it_is_can_be_said(fk, data, ijsvogel):
    add(fk, ijsvogel, "swim", "--who", "Mila", "--by", "community")
    assert data("step", "list", ijsvogel.case)[0]["step"]["by"] == "community"


def test_nobody_and_no_goal(fk, data, ijsvogel):
    assert add(fk, ijsvogel, "swim", "--who", "Nobody").code == 4
    assert fk("step", "add", ijsvogel.case, "no such goal", "swim").code == 4
    assert data("step", "list", ijsvogel.case) == []


def test_list_says_what_is_late_and_what_is_done(fk, ijsvogel):
    late = add(fk, ijsvogel, "late", "--set", "due=2026-11-20")
    add(fk, ijsvogel, "some day")
    done = add(fk, ijsvogel, "walk", "--who", "jay", "--due", "25-11")
    finished = fk("step", "done", ijsvogel.case, "walk", "--on", "gisteren")
    assert finished.err == f"Step {done.id} done\n"
    shown = fk("step", "list", ijsvogel.case).out
    assert f"{late.id}  ! Fri 20 Nov 2026" in shown
    assert "walk" not in shown
    assert "done Fri 20 Nov 2026" in fk("step", "list", ijsvogel.case, "--all").out
    assert "het gezin" in fk("step", "list", ijsvogel.case, "--all", lang="nl").out
    assert fk("step", "done", ijsvogel.case, done.id).code == 2


def test_edit(fk, data, ijsvogel, log):
    added = add(fk, ijsvogel, "walk", "--due", "25-11")
    assert fk("step", "edit", ijsvogel.case, "walk", "--set", "due=30-11-2026").code == 0
    assert data("step", "list", ijsvogel.case)[0]["step"]["due"] == "2026-11-30"
    assert "Mon 30 Nov 2026" in fk("step", "list", ijsvogel.case).out
    assert log(ijsvogel.case)[0] == f"Step {added.id}: due on"
