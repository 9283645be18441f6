"""The future plan of family A, who are invented (domain.md §8), as facts for a template."""

from datetime import date

from fktui.documents.facts import (
    Action,
    Actor,
    Aftercare,
    Agreed,
    Call,
    Colour,
    ContinuingHelp,
    FuturePlanFacts,
    GoalResult,
    Member,
    Moment,
    NeighbourhoodPlace,
    Reach,
    SafetyAgreement,
    Sign,
    Supporter,
    Words,
)

KOOLMEES = FuturePlanFacts(
    family_name="Koolmees",
    made_on=date(2026, 1, 15),
    version=3,
    members=(
        Member(name="Sherida", age=38),
        Member(name="Jaylen", age=15),
        Member(name="Mila", age=11),
        Member(name="Noor", age=4),
        Member(name="Ruben", age=41),
    ),
    made_by=("Sherida", "Jaylen", "Mila", "Ruben", "oma Hermine", "oom Glenn"),
    made_for=("ons gezin", "de mensen die ons helpen"),
    copies=("oma Hermine", "oom Glenn", "Farida", "de vrijwilliger thuisadministratie"),
    coach=Reach(name="Yara Meerkoet", how="Team FamilieKracht Demo"),
    proud=(
        Words(text="Wij eten weer samen. Op zondag bij oma, en door de week aan onze eigen tafel."),
        Words(who="Sherida", text="Ik slaap weer. En ik zing elke dinsdag in het koor."),
        Words(who="Jaylen", text="Ik ga bijna elke dag naar school, zonder buikpijn."),
        Words(who="Mila", text="Ik zeg wat ik voel. Ik hoef niet meer op Noor te passen."),
        Words(who="Ruben", text="Elke maandag repareren Jaylen en ik samen fietsen."),
    ),
    goals=(
        GoalResult(
            title="Jaylen gaat weer naar school zonder buikpijn",
            owners=("Jaylen",),
            start=-2,
            now=1,
            low=-2,
            high=2,
            next_step="Elke vrijdag even bellen met oom Glenn.",
            kept=True,
        ),
        GoalResult(
            title="Mama slaapt en heeft één avond voor zichzelf",
            owners=("Sherida",),
            start=-1,
            now=0,
            low=-2,
            high=2,
            next_step="Dinsdag blijft de avond van mama.",
            kept=True,
        ),
        GoalResult(
            title="We weten wat er binnenkomt en uitgaat",
            owners=("Sherida", "Jaylen"),
            start=-1,
            now=1,
            low=-2,
            high=2,
            next_step="De eerste zaterdag van de maand is enveloppendag.",
        ),
    ),
    habits=(
        Words(who="Wij allemaal", text="op zondag eten wij bij oma."),
        Words(
            who="Sherida", text="dinsdagavond naar het koor. De telefoon ligt 's nachts beneden."
        ),
        Words(who="Jaylen", text="op maandag met papa fietsen maken."),
        Words(who="Mila", text="een rustig uur voor tekenen, elke dag na school."),
        Words(who="Ruben", text="de kinderen zijn om het weekend bij mij."),
    ),
    network=(
        Supporter(
            name="Oma Hermine",
            role="moeder van Sherida",
            does="Kookt op zondag. De kinderen mogen er altijd slapen. Heeft een sleutel.",
            reach="altijd bellen",
        ),
        Supporter(
            name="Oom Glenn",
            role="broer van Sherida",
            does="Praat met Jaylen. Gaat mee naar gesprekken op school.",
            reach="app, ook 's avonds",
            jim_of="Jaylen",
        ),
        Supporter(
            name="Farida Merel",
            role="buurvrouw",
            does="Past op dinsdag op Noor. Drinkt thee met mama als het zwaar is.",
            reach="aanbellen of app: thee?",
        ),
        Supporter(
            name="Ruben",
            role="vader van Jaylen en Mila",
            does="Om het weekend de kinderen. Op maandag fietsen maken met Jaylen.",
            reach="bellen na vijf uur",
        ),
        Supporter(
            name="Coach Wiebe",
            role="voetbal",
            does="Let op hoe het met Jaylen gaat en belt als hij twee keer niet komt.",
            reach="na de training, woensdag",
        ),
        Supporter(
            name="Mevrouw Vink",
            role="mentor van Jaylen",
            does="Belt oom Glenn als Jaylen twee ochtenden mist.",
            reach="schooldagen tot vier uur",
        ),
    ),
    places=(
        NeighbourhoodPlace(
            name="Huis van de Buurt", offers="samen eten en hulp bij formulieren", when="donderdag"
        ),
        NeighbourhoodPlace(name="Koor De Merels", offers="zingen", when="dinsdagavond"),
    ),
    signs=(
        Sign(colour=Colour.GREEN, text="vijf dagen naar school", who="Jaylen"),
        Sign(colour=Colour.GREEN, text="slaapt de meeste nachten door", who="Sherida"),
        Sign(colour=Colour.GREEN, text="De post is open en ligt in de map."),
        Sign(colour=Colour.ORANGE, text="mist twee ochtenden in een week", who="Jaylen"),
        Sign(colour=Colour.ORANGE, text="Er ligt een week post die niet open is."),
        Sign(colour=Colour.ORANGE, text="wordt stil en tekent niet", who="Mila"),
        Sign(colour=Colour.RED, text="is een hele week thuis", who="Jaylen"),
        Sign(colour=Colour.RED, text="slaapt drie nachten niet", who="Sherida"),
        Sign(colour=Colour.RED, text="Er wordt geschreeuwd en het stopt niet."),
    ),
    actions=(
        Action(
            by=Actor.FAMILY, text="Wij gaan dezelfde dag samen aan tafel. Iedereen zegt één zin."
        ),
        Action(
            by=Actor.FAMILY, text="Wordt het hard? Dan gaat Jaylen naar oma. Dat is geen straf."
        ),
        Action(by=Actor.NETWORK, text="Farida komt thee drinken. Oma neemt de kinderen een nacht."),
        Action(by=Actor.NETWORK, text="De vrijwilliger kijkt mee naar de post."),
        Action(by=Actor.PROFESSIONAL, text="Wij bellen de huisarts of het OKT."),
    ),
    calls=(
        Call(who="Jaylen", whom="oom Glenn", when="als school niet lukt", reach="app of bellen"),
        Call(who="Sherida", whom="Farida", when="als het te veel wordt", reach="app: thee?"),
        Call(who="Farida", whom="oma Hermine", when="als thee niet genoeg is"),
        Call(who="Sherida", whom="de vrijwilliger", when="als er post ligt die niet open is"),
        Call(who="Wij", whom="de huisarts of het OKT", when="pas als dit samen niet lukt"),
    ),
    continuing=(
        ContinuingHelp(
            what="Gesprekken over vroeger",
            by="de praktijkondersteuner van de huisarts",
            for_whom="Sherida",
            until="juni 2026",
        ),
        ContinuingHelp(
            what="Schuldregeling",
            by="Buurtteam Demo",
            for_whom="Sherida",
            until=date(2027, 3, 1),
            contact="op de eerste maandag van de maand",
        ),
    ),
    follow_up=(
        "Wij bellen zelf het OKT. Het OKT kent dit plan.",
        "Wij geven dit plan zelf. Dan hoeven wij niet alles opnieuw te vertellen.",
        "Oom Glenn gaat mee naar het eerste gesprek als Jaylen dat wil.",
    ),
    safety=(
        SafetyAgreement(
            text="Gaan de stemmen omhoog, dan gaat Jaylen naar oma.", checked_by="Oma Hermine"
        ),
        SafetyAgreement(who="Sherida", text="appt Farida één woord: thee?"),
    ),
    moments=(
        Moment(
            when="mei 2026", text="Examen van Jaylen. Wij maken samen een plan voor de vakantie."
        ),
        Moment(
            when=date(2026, 9, 14), text="Jaylen wordt 16. Dan beslist hij zelf over zijn gegevens."
        ),
        Moment(when="maart 2027", text="Het einde van de schuldregeling. Dat vieren wij."),
    ),
    wishes=(
        Words(text="Eén weekend weg met z'n vieren."),
        Words(who="Mila", text="een eigen kamer met een tekentafel."),
    ),
    aftercare=Aftercare(
        on=date(2026, 4, 21), who="Yara Meerkoet en oma Hermine", how="bij ons thuis, anderhalf uur"
    ),
    children=("Jaylen", "Mila", "Noor"),
    children_words=(
        "Het gaat weer goed met ons. Mama slaapt en lacht weer.",
        "Soms is het thuis toch even niet fijn. Dat is niet jouw schuld.",
        "Je mag het altijd zeggen. Je mag ook naar oma.",
    ),
    children_trusted=(
        Reach(name="Oma Hermine", how="Zij heeft altijd tijd en soep."),
        Reach(name="Oom Glenn", how="Stuur een appje, hij belt terug."),
        Reach(name="Farida", how="Zij woont naast ons. Bel maar aan."),
        Reach(name="De juf", how="Zeg: ik wil even praten."),
    ),
    agreed=(
        Agreed(name="Sherida", role="mama", agrees=True, on=date(2026, 1, 15)),
        Agreed(name="Ruben", role="papa van Jaylen en Mila", agrees=True, on=date(2026, 1, 15)),
        Agreed(name="Jaylen", agrees=True, on=date(2026, 1, 15)),
        Agreed(name="Mila", agrees=True, on=date(2026, 1, 15)),
        Agreed(name="Oma Hermine", agrees=True, on=date(2026, 1, 15)),
        Agreed(name="Oom Glenn", role="JIM van Jaylen", agrees=True, on=date(2026, 1, 15)),
        Agreed(name="Farida", role="buurvrouw", agrees=None),
        Agreed(
            name="Yara Meerkoet",
            role="gezinscoach",
            agrees=True,
            on=date(2026, 1, 15),
        ),
    ),
)
