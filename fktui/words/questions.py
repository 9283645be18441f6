"""What a family could be asked about its network, in plain words (`method.around.network`)."""

from collections.abc import Mapping

from fktui.method.around.network import Question
from fktui.model.network import Sector
from fktui.words.labels import label
from fktui.words.language import N_, _

QUESTIONS: dict[str, str] = {
    "nobody-asked": N_("Whom would you like to ask to think along with you? Who asks them?"),
    "nobody-at-night": N_("Whom may you call in the middle of the night when things go wrong?"),
    "nobody-in-plan": N_("Which step of the plan could somebody of your own people do with you?"),
    "nobody-yet": N_("Who knows you well? Who came by or called in the last few weeks?"),
    "no-emotional-support": N_("To whom does {name} go when something is heavy or sad?"),
    "no-tie": N_("Who matters to {name}? And to whom does {name} matter?"),
    "one-carries-most": N_(
        "{name} does a lot for you. Who could take something over when {name} is ill or tired?"
    ),
    "one-sector": N_(
        "The support all comes from one side ({sector}). Who is there on another side: family, "
        "street, school, club?"
    ),
    "only-professionals": N_(
        "Around {name} are people whose work it is. Who else means something to {name}?"
    ),
    "only-professionals-yet": N_(
        "On your map are people whose work it is. Who else is there, or was there before?"
    ),
    "ties-unknown": N_("Which of the people on the map matters most to each of you?"),
}


def say_question(question: Question, sectors: Mapping[str, str] | None = None) -> str:
    """The question as a coach can ask it.

    Args:
        question: what the map leaves open.
        sectors: what the team calls the sectors of the map, where it has words of its own.
    """
    own = sectors or {}
    facts = {
        name: own.get(fact.value, label(fact)) if isinstance(fact, Sector) else fact
        for name, fact in question.facts.items()
    }
    return _(QUESTIONS[question.code]).format_map(facts)
