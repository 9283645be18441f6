"""What was done, said to a coach: without ids."""

import pytest

from fktui.words.acts import told

NAMES = {"g-2svm1": "We blijven wonen", "s-tg1d8": "Fietsen"}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Contact c-be87k: gesprek", "Contact: gesprek"),
        ("Toestemming k-9c42q, k-peq71 gegeven", "Toestemming gegeven"),
        ("Wie is het eens met het plan (a-9c42q, a-peq71)", "Wie is het eens met het plan"),
        ("Stap s-tg1d8 toegevoegd aan doel g-2svm1", "Stap toegevoegd aan doel “We blijven wonen”"),
        ("Netwerk: n-9c42q toegevoegd (ring 1)", "Netwerk: toegevoegd (ring 1)"),
        ("Teruggedraaid: Document d-3h3jm gemaakt: Plan", "Teruggedraaid: Document gemaakt: Plan"),
        ("Bespreking gepland op 3 t-shirts", "Bespreking gepland op 3 t-shirts"),
        ("Kracht w-acvs0 genoteerd", "Kracht genoteerd"),
    ],
)  # fmt: skip
def test_no_ids(sentence, said):
    assert told(sentence, "s-tg1d8", NAMES) == said
