"""What is spoken belongs to the process: each test starts in English and leaves it so."""

import pytest

from fktui.words import language


@pytest.fixture(autouse=True)
def english():
    language.use("en")
    yield
    language.use("en")


@pytest.fixture
def dutch(english):
    language.use("nl")
