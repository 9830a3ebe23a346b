"""What sounds like a command of some family, and means something else: nothing is done about it."""

from __future__ import annotations

import pytest

from tests.intents.desk import Desk, furnished, make_desk
from tests.intents.houses import devices
from tests.intents.pretend_house import PretendHouse
from tests.intents.pretend_sound import PretendSound

REPEATING = {
    "en": (
        "i missed the bus again",
        "let me hear that new song again",
        "he said that again and again",
        "what did you say to your mother",
        "she repeated the whole year",
        "i didn't hear the doorbell",
        "they repeat that film every christmas",
    ),
    "de": (
        "ich habe den bus verpasst",
        "das spiel wurde wiederholt",
        "ich habe die klingel nicht gehört",
        "was hast du deiner mutter gesagt",
        "die sendung wird morgen wiederholt",
        "er hat die klasse wiederholt",
        "ich habe den film nicht verstanden",
    ),
    "es": (
        "he perdido el autobús otra vez",
        "no he oído el timbre",
        "qué le has dicho a tu madre",
        "mañana repiten el partido",
        "ha repetido curso",
        "no he entendido la película",
    ),
    "fr": (
        "j'ai encore raté le bus",
        "qu'est-ce que tu as dit à ta mère",
        "ils répètent la pièce demain",
        "il a redoublé encore une fois",
        "je n'ai pas compris le film",
    ),
    "it": (
        "ho perso di nuovo l'autobus",
        "non ho sentito il campanello",
        "cosa hai detto a tua madre",
        "domani ripetono la partita",
        "ha ripetuto l'anno",
        "non ho capito il film",
    ),
}

CALLING = {
    "en": (
        "nobody called back",
        "she called again last night",
        "they never returned the call",
        "he redialled his whole life",
        "my brother called the same number",
        "call it a day",
    ),
    "de": (
        "niemand hat zurückgerufen",
        "sie hat gestern noch einmal angerufen",
        "ich habe ihn nicht erreicht",
        "er hat die letzte nummer verloren",
        "ruf mir das bitte ins gedächtnis zurück",
        "die rückrufaktion läuft noch",
    ),
    "es": (
        "nadie ha devuelto la llamada",
        "volvió a llamar anoche",
        "mi hermana llamó otra vez ayer",
        "la última llamada fue a las ocho",
        "vuelve a llover",
        "me llamó la atención otra vez",
    ),
    "fr": (
        "personne n'a rappelé",
        "elle a encore appelé hier soir",
        "ça me rappelle quelque chose",
        "le dernier numéro du magazine est sorti",
        "il a refait le numéro du clown",
        "rappelle les enfants à table",
    ),
    "it": (
        "nessuno ha richiamato",
        "ha chiamato di nuovo ieri sera",
        "l'ultimo numero della rivista è uscito",
        "mi richiama alla mente il mare",
        "hanno richiamato le auto difettose",
        "il cane non torna quando lo richiamo",
    ),
}
CHANGING = {
    "en": (
        "i stretched before the run",
        "we extended the table by a metre",
        "the trousers are two inches too long",
        "they cut the meeting short by ten minutes",
        "add ten minutes of jogging to my week",
        "the film is half an hour too long",
    ),
    "de": (
        "ich habe mich vor dem lauf gestreckt",
        "der film ist eine halbe stunde zu lang",
        "die hose ist fünf zentimeter zu kurz",
        "der zug kommt zehn minuten früher",
        "wir haben die sitzung um zehn minuten verkürzt",
        "leg zehn euro auf den tisch",
        "die pause war fünf minuten länger",
    ),
    "es": (
        "la película dura media hora más",
        "el tren llega diez minutos antes",
        "hemos alargado la mesa",
        "le falta sal a la sopa",
        "la reunión se alargó diez minutos",
        "le puse dos minutos al arroz",
    ),
    "fr": (
        "le film dure une demi-heure de plus",
        "le train arrive dix minutes plus tôt",
        "on a rallongé la table",
        "la réunion a duré dix minutes de moins",
        "laisse tourner le moteur",
    ),
    "it": (
        "il film dura mezz'ora in più",
        "il treno arriva dieci minuti prima",
        "abbiamo allungato il tavolo",
        "la riunione è durata dieci minuti in meno",
        "alla torta mancano le uova",
        "lascia andare la corda",
    ),
}
DELETING = {
    "en": (
        "we should get rid of that old sofa",
        "get rid of the ants in the kitchen",
        "the dentist got rid of the pain",
        "throw away the leftovers",
        "i can't get rid of this cold",
    ),
    "de": (
        "weg mit dem alten sofa",
        "wirf den müll weg",
        "nimm die wäsche raus",
        "der alte schrank kann weg",
        "die sache hat sich erledigt",
        "schmeiß die flaschen bitte weg",
        "das brauche ich nicht mehr",
    ),
    "es": (
        "deshazte del sofá viejo",
        "tira la basura",
        "fuera de aquí",
        "olvida lo que te dije",
        "borra la pizarra",
        "ya no lo necesito",
    ),
    "fr": (
        "débarrasse la table",
        "jette la poubelle",
        "je n'en ai plus besoin",
        "débarrasse-toi de ce vieux canapé",
        "efface le tableau",
    ),
    "it": (
        "liberati del vecchio divano",
        "butta via la spazzatura",
        "non mi serve più",
        "cancella la lavagna",
        "via di qui",
    ),
}
ASKING = {
    "en": (
        "help your sister with her homework",
        "what can you expect from him",
        "what can the neighbours do about it",
        "he couldn't help himself",
        "why did grandma say that",
        "why did the dog do that",
    ),
    "de": (
        "hilf deiner schwester bei den hausaufgaben",
        "was kann man da machen",
        "was machst du morgen",
        "warum hat oma das gesagt",
        "warum ist der himmel blau",
        "was hat ihn dazu gebracht",
    ),
    "es": (
        "ayuda a tu hermana con los deberes",
        "qué haces mañana",
        "por qué ha dicho eso la abuela",
        "por qué llora el niño",
        "en qué se basa la película",
    ),
    "fr": (
        "aide ta sœur à faire ses devoirs",
        "qu'est-ce que tu fais demain",
        "pourquoi mamie a dit ça",
        "pourquoi le ciel est bleu",
        "sur quoi se base le film",
    ),
    "it": (
        "aiuta tua sorella con i compiti",
        "che cosa ci si può fare",
        "cosa fai domani",
        "perché la nonna ha detto questo",
        "perché il cielo è blu",
        "su cosa si basa il film",
    ),
}
TALKING = {
    "en": (
        "we need more time",
        "something is missing here",
        "the house must be cleaned",
        "i adore that song",
        "come on boys",
        "the film was too loud",
        "it's cold shut the window",
    ),
    "de": (
        "ich habe meine warme jacke vergessen",
        "oma glaubt es wird besser",
        "es fehlt noch jemand am tisch",
        "es fehlt noch eine halbe stunde",
        "das haus soll verkauft werden",
        "das haus müsste gestrichen werden",
        "die lampe ist schön",
        "alles wird gut",
        "das lied nervt mich",
        "der film war zu laut",
        "heute schlafen wir lange",
        "wie lange müssen wir noch fahren",
        "er kann die zeit nicht lesen",
        "oma sagt es ist kalt im garten",
        "das lied ist schön",
        "ich will keine suppe mehr",
    ),
    "es": (
        "mañana hay riesgo de lluvia en el norte",
        "me mojé ayer volviendo del trabajo",
        "falta alguien en la mesa",
        "falta media hora",
        "falta poco para llegar",
        "la casa tiene que estar limpia",
        "me encanta esta canción",
        "todo va bien",
        "esta película me encanta",
        "en madrid hace calor",
        "la música clásica es bonita",
        "ya no quiero más sopa",
        "hace frío cierra la ventana",
    ),
    "fr": (
        "il va falloir changer de manteau",
        "tu crois qu'il viendra demain",
        "il manque quelqu'un à table",
        "il manque dix minutes",
        "la maison doit être propre",
        "j'adore cette chanson",
        "tout va bien",
        "à paris il fait beau",
        "je ne veux plus de soupe",
        "allez les bleus",
        "il fait froid ferme la fenêtre",
        "la musique classique est belle",
    ),
    "it": (
        "la giacca nuova mi sta bene",
        "secondo te viene domani",
        "manca qualcuno a tavola",
        "manca un quarto d'ora",
        "manca poco",
        "la casa deve essere pulita",
        "adoro questa canzone",
        "andrà tutto bene",
        "a roma fa caldo",
        "non voglio più minestra",
        "dai sbrigati",
        "forza ragazzi",
        "fa freddo chiudi la finestra",
    ),
}
VALUES = {
    "en": ("four six two", "nine one five three", "ten minutes", "anna miller", "the kitchen"),
    "de": ("vier sechs zwei", "neun eins fünf drei", "zehn minuten", "anna müller", "die küche"),
    "es": ("cuatro seis dos", "nueve uno cinco tres", "diez minutos", "anna miller", "la cocina"),
    "fr": ("quatre six deux", "neuf un cinq trois", "dix minutes", "anna miller", "la cuisine"),
    "it": ("quattro sei due", "nove uno cinque tre", "dieci minuti", "anna miller", "la cucina"),
}
"""Nothing says what to do with them."""

FAMILIES = {
    "values": VALUES,
    "repeating": REPEATING,
    "calling": CALLING,
    "changing": CHANGING,
    "deleting": DELETING,
    "asking": ASKING,
    "talking": TALKING,
}


@pytest.fixture(scope="module", params=REPEATING)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """With a house, music, two timers and two appointments."""
    language, folder = str(request.param), tmp_path_factory.mktemp("desk")
    house = PretendHouse() if language == "en" else PretendHouse(known=devices(language))
    desk = make_desk(folder, language=language, home=house, house=house, sound=PretendSound())
    return furnished(desk)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_what_is_only_near_is_not_done(desk: Desk, family: dict[str, tuple[str, ...]]) -> None:
    decisions = {said: desk.decide_alone(said) for said in family[desk.understander.language]}
    done = {said: one.command for said, one in decisions.items() if one.kind != "reject"}
    assert done == {}
