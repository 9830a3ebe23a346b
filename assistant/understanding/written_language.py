"""Which language a text is in, by its letters: a small model of three letters in a row.

It is learnt when it is first needed, in milliseconds, from the words that a language uses most and
a few that people say to an assistant. Texts of two words or more are told apart well; where
nothing speaks for any of the languages, the first one is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log

from assistant.errors import UsageError
from assistant.records import Language
from assistant.understanding.text import words

LETTERS = 3
"""In a row; with a mark at both ends of a word."""
SMOOTHING = 0.4
"""Added to every count."""
KINDS = 4000
"""Of letters in a row: what an unknown one is divided by."""

_COMMON: dict[Language, str] = {
    "en": "the of and to a in is it you that he was for on are with as i his they be at one have "
    "this from or had by hot but some what there we can out other were all your when up use "
    "how said an each she which do their time if will way about many then them would write "
    "like so these her long make thing see him two has look more day could go come did my "
    "sound no most who over know than call first people may down side been now find any new "
    "work part take get place made live where after back little only man year came show every "
    "good me give our under set timer alarm minutes hours please what's remind tell wake next "
    "tomorrow today list read three four five six seven eight nine ten eleven twelve twenty "
    "thirty half past quarter hour morning evening stop start cancel add put turn switch play "
    "weather number",
    "de": "der die und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so "
    "eine auch als an nach wie im für man aber aus durch wenn nur war noch werden bei hat wir "
    "was wird sein einen welche sind oder zur um haben einer mir über ihm diese einem ihr uns "
    "da zum kann doch vor dieser mich ihn du hatte seine mehr am denn nun unter sehr selbst "
    "schon hier bis habe ihre dann ihnen seiner alle wieder meine zeit gegen vom ganz "
    "einzelnen wo muss ohne eines können sei jetzt immer seinen wohl dieses ihren würde "
    "diesen weil welcher nichts diesem stelle stell timer wecker minuten stunden bitte "
    "erinnere weck mich nächste morgen heute liste drei vier fünf sechs sieben acht neun zehn "
    "elf zwölf zwanzig dreißig halb viertel uhr stunde abend früh stopp starte lösche setze "
    "schalte spät termin einkaufsliste ruf wähle hilfe",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero "
    "sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había "
    "era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni "
    "parte tiene él uno donde bien tiempo mismo ese ahora cada e vida otro después te otros "
    "aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres sí dijo sido "
    "gran país según menos mundo pon temporizador alarma minutos horas favor recuérdame "
    "despiértame mañana hoy lista lee quita cuatro cinco seis siete ocho nueve diez once doce "
    "veinte treinta media cuarto hora tarde noche para inicia cancela añade cuánto cuál cita "
    "llama marca ayuda lunes martes viernes semana llamar hablar con teléfono móvil repite "
    "repetir perdona perdón puedes vuelve próxima borra anula olvídalo déjalo alto silencio "
    "importa igual termina fin acabó detente corta cronómetro cronometrar empieza apaga deja "
    "dale agrega falta compra decirlo mi",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont avec ou mais son on comme ont aux cette d l n s c qu été être fait deux même leur y "
    "sa tout après bien nous peut aussi entre sans autres ans avait ses je elle peu dont très "
    "contre fois où temps encore depuis donc faire ces autre jour vous tous moins ils moi si "
    "toi rien vie mets minuteur réveil minutes heures plaît rappelle réveille demain "
    "aujourd'hui liste lis enlève trois quatre cinq six sept huit neuf dix onze douze vingt "
    "trente demie quart heure matin soir arrête lance annule ajoute combien quelle quel "
    "appelle compose aide lundi mardi vendredi appel appeler parler numéro répète dernière "
    "chose laisse tomber annuler assez importe termine c'est fini ça va suffit peine merci "
    "finalement stoppe chrono chronomètre démarre remise zéro acheter liste tâches capitale "
    "marche affiche j'ai j'aimerais besoin",
    "it": "di e il la che in a un per è una sono non con si da come le dei nel i alla più del ma "
    "al della lo anche o gli se ha delle ci sul questo l quando dal suo sua ad ed era essere "
    "stato tra cui fatto dopo due ancora molto tutto anni solo parte prima loro fra mi tempo "
    "ora può così tutti perché senza fu degli hanno poi stata quello sempre ogni cosa altro "
    "oggi uomo bene dove imposta timer sveglia minuti ore favore ricordami svegliami domani "
    "lista leggi togli metti tre quattro cinque sei sette otto nove dieci undici dodici venti "
    "trenta mezza quarto ora mattina sera ferma avvia annulla aggiungi quanto quale chiama "
    "componi aiuto lunedì martedì venerdì telefona parlare sentire vorrei devo puoi passami "
    "spesa scusa ho capito sentito basta lascia perdere stare niente silenzio fine finita "
    "grazie ripeti cancella cronometro prossimo appuntamento continuare manca adesso fammi "
    "detto",
}

KNOWN = tuple(_COMMON)
"""The languages that can be told apart."""


def language_of(text: str, among: Sequence[Language] = KNOWN) -> Language:
    """The likeliest of the languages. Raises UsageError for one that can't be told."""
    return max(among, key=lambda language: score(text, language))


def score(text: str, language: Language) -> float:
    """How well the text fits the language: the natural logarithm of its probability."""
    counts, total = _counts(language)
    floor = total + SMOOTHING * KINDS
    return sum(log((counts[piece] + SMOOTHING) / floor) for piece in _pieces(text))


@cache
def _counts(language: Language) -> tuple[Counter[str], int]:
    if language not in _COMMON:
        known = ", ".join(KNOWN)
        raise UsageError(
            f"The language “{language}” can't be told from others; use some of {known}."
        )
    counts = Counter(_pieces(_COMMON[language]))
    return counts, counts.total()


def _pieces(text: str) -> list[str]:
    """All single letters, pairs and threes in a row."""
    marked = [f" {word} " for word in words(text)]
    return [
        word[start : start + length]
        for word in marked
        for length in range(2, LETTERS + 1)
        for start in range(len(word) - length + 1)
    ]
