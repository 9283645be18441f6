"""When something in a life was, as people say it."""

import pytest

from fktui.model.timeline import Event
from fktui.words.time.life_dates import say_when

NAMES = {"p-11ya0": "Liya"}
LIYA = {"age_of": "p-11ya0", "age": 4}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"on": "2012"}, "2012"),
        ({"on": "2012", "approximate": True}, "about 2012"),
        ({"on": "2012-06"}, "June 2012"),
        ({"on": "2012-06-30"}, "30 June 2012"),
        ({"on": "2012-13"}, "2012-13"),
        ({"on": "2016", "until": "2018"}, "2016 to 2018"),
        ({"on": "2016", "until": "2018-03", "approximate": True}, "about 2016 to March 2018"),
        (LIYA, "when Liya was 4"),
        ({"on": "2017", **LIYA}, "2017"),
        ({"age_of": "p-zzzzz", "age": 0}, "when p-zzzzz was 0"),
        ({"age": 4}, "date not known"),
        ({"age_of": "p-11ya0"}, "date not known"),
        ({}, "date not known"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(fields, said):
    assert say_when(Event(id="e-00001", title="iets", **fields), NAMES) == said
