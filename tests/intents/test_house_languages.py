"""The house, music, notes and routines as they are talked about in other languages: questions,
answers, corrections and confirmations.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant import Track
from tests.intents.desk import Desk, make_desk
from tests.intents.houses import devices
from tests.intents.pretend_house import PretendHouse
from tests.intents.pretend_sound import PretendSound

PAGE = (Path(__file__).parents[2] / "docs" / "languages.md").read_text("utf-8")
GUIDE = re.findall(r"you: (.*)\nit:  (.*)", PAGE.partition("The house, music")[2])

TALKS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        ("mach das Küchenlicht an", "Küchenlicht ist an."),
        ("mach die Lampen im Wohnzimmer an", "Lichter im Wohnzimmer sind an."),
        ("mach das Licht an", "Was davon?"),
        ("das Flurlicht", "Flurlicht ist an."),
        ("mach die Lichter aus nein die Heizung", "Heizung ist aus."),
        ("dimme die Leselampe auf dreißig Prozent", "Leselampe ist auf 30 Prozent."),
        ("dimme das Flurlicht auf zehn Prozent", "Flurlicht lässt sich nicht dimmen."),
        ("welche Lichter sind an", "An: Küchenlicht, Schlafzimmerlampe, Deckenlampe, Leselampe und "
         "Flurlicht."),
        ("wie warm ist es im Wohnzimmer", "Wohnzimmer: 21,5 Grad."),
        ("wie feucht ist es im Garten", "Hier misst nichts die Luftfeuchtigkeit: garten."),
        ("ist die Haustür offen", "Haustür ist offen."),
        ("aktiviere Filmabend", "Filmabend ist eingestellt."),
        ("mach alles aus", "Alles ist aus."),
        ("sag dem Haus Rollläden schließen", "Dem Haus sagen: Rollläden schließen?"),
        ("nein", ""),
        ("welches Lied ist das", "Clair de lune, von Claude Debussy."),
        ("halte die Musik an", "Angehalten."),
        ("stell die Lautstärke ein", "Wie laut, in Prozent?"),
        ("sechzig Prozent", "Lautstärke bei 60 Prozent."),
        ("leiser", "Lautstärke bei 50 Prozent."),
        ("schalte den Ton aus", "Der Ton ist aus."),
        ("mach eine Notiz", "Was soll ich notieren?"),
        ("der Wasserhahn tropft", "Notiert: der Wasserhahn tropft."),
        ("lies meine Notizen vor", "Eine Notiz: der Wasserhahn tropft."),
        ("suche meine Notiz über Wasserhahn", "Du hast heute notiert: der Wasserhahn tropft."),
        ("lösche meine letzte Notiz", "Die Notiz „der Wasserhahn tropft“ löschen?"),
        ("ja", "Gelöscht."),
        ("welche Routinen habe ich", "Es gibt keine Routinen. Sag: Wenn ich gute Nacht sage, mach "
         "alles aus."),
        ("wenn ich Feierabend sage, dann mach alles aus und mach das Radio an",
         "Wenn du „feierabend“ sagst: mach alles aus und mach das Radio an."),
        ("Feierabend", "Alles ist aus. Es läuft."),
        ("lösche die Routine Feierabend", "Die Routine feierabend vergessen?"),
        ("ja bitte", "Vergessen: feierabend."),
    ),
    "es": (
        ("enciende la luz de la cocina", "Luz de la cocina: encendido."),
        ("enciende las luces del salón", "Luces del Salón: encendido."),
        ("enciende la luz", "¿Cuál?"),
        ("la luz del pasillo", "Luz pasillo: encendido."),
        ("pon la lámpara de lectura al treinta por ciento",
         "Lámpara de lectura: al 30 por ciento."),
        ("qué temperatura hace en el salón", "Salón: 21,5 grados."),
        ("está abierta la puerta principal", "Puerta principal: abierta."),
        ("activa la escena cena", "Escena puesta: Cena."),
        ("apaga todo", "Todo: apagado."),
        ("hay alguna luz encendida", "Todo está apagado."),
        ("dile a la casa que baje las persianas", "¿Le digo a la casa: baje las persianas?"),
        ("no", ""),
        ("qué canción es esta", "Clair de lune, de Claude Debussy."),
        ("pausa la música", "En pausa."),
        ("cambia el volumen", "¿A cuánto, en por ciento?"),
        ("sesenta por ciento", "Volumen al 60 por ciento."),
        ("baja un poco el volumen", "Volumen al 50 por ciento."),
        ("quita el sonido", "Sonido quitado."),
        ("toma una nota", "¿Qué apunto?"),
        ("el grifo gotea", "Apuntado: el grifo gotea."),
        ("lee mis notas", "Una nota: el grifo gotea."),
        ("borra mi última nota", "¿Borro la nota «el grifo gotea»?"),
        ("sí", "Borrada."),
        ("cuando diga adiós, apaga todo", "Cuando digas «adiós»: apaga todo."),
        ("adiós", "Todo: apagado."),
        ("olvida la rutina adiós", "¿Olvido la rutina adiós?"),
        ("sí por favor", "Olvidada: adiós."),
    ),
    "fr": (
        ("allume la lumière de la cuisine", "Lumière de la cuisine : allumé."),
        ("allume les lumières du salon", "Lumières du Salon : allumé."),
        ("allume la lumière", "Laquelle ?"),
        ("la lumière du couloir", "Lumière couloir : allumé."),
        ("mets la lampe de lecture à trente pour cent", "Lampe de lecture : à 30 pour cent."),
        ("quelle est la température dans le salon", "Salon : 21,5 degrés."),
        ("la porte d'entrée est-elle ouverte", "Porte d'entrée : ouverte."),
        ("active la scène dîner", "Scène en place : Dîner."),
        ("éteins tout", "Tout : éteint."),
        ("quelles lumières sont allumées", "Tout est éteint."),
        ("dis à la maison de fermer les volets", "Dire à la maison : fermer les volets ?"),
        ("non", ""),
        ("quelle est cette chanson", "Clair de lune, de Claude Debussy."),
        ("mets la musique en pause", "En pause."),
        ("règle le volume", "À combien de pour cent ?"),
        ("soixante pour cent", "Volume à 60 pour cent."),
        ("baisse un peu le son", "Volume à 50 pour cent."),
        ("coupe le son", "Le son est coupé."),
        ("prends une note", "Que dois-je noter ?"),
        ("le robinet fuit", "C'est noté : le robinet fuit."),
        ("lis mes notes", "Une note : le robinet fuit."),
        ("efface ma dernière note", "Effacer la note « le robinet fuit » ?"),
        ("oui", "Effacée."),
        ("quand je dis au revoir, éteins tout", "Quand tu dis « au revoir » : éteins tout."),
        ("au revoir", "Tout : éteint."),
        ("oublie la routine au revoir", "Oublier la routine au revoir ?"),
        ("oui merci", "Oubliée : au revoir."),
    ),
    "it": (
        ("accendi la luce della cucina", "Luce della cucina: acceso."),
        ("accendi le luci in soggiorno", "Luci in Soggiorno: acceso."),
        ("accendi la luce", "Quale?"),
        ("la luce del corridoio", "Luce corridoio: acceso."),
        ("metti la lampada da lettura al trenta per cento",
         "Lampada da lettura: al 30 per cento."),
        ("qual è la temperatura in soggiorno", "Soggiorno: 21,5 gradi."),
        ("è aperta la porta d'ingresso", "Porta d'ingresso: aperta."),
        ("attiva la scena cena", "Scena impostata: Cena."),
        ("spegni tutto", "Tutto: spento."),
        ("quali luci sono accese", "È tutto spento."),
        ("di' alla casa di chiudere le tapparelle", "Dico alla casa: chiudere le tapparelle?"),
        ("no", ""),
        ("che canzone è questa", "Clair de lune, di Claude Debussy."),
        ("metti in pausa la musica", "In pausa."),
        ("regola il volume", "A che volume, in percentuale?"),
        ("sessanta per cento", "Volume al 60 per cento."),
        ("abbassa un po' il volume", "Volume al 50 per cento."),
        ("togli l'audio", "Audio tolto."),
        ("prendi una nota", "Che cosa annoto?"),
        ("il rubinetto perde", "Annotato: il rubinetto perde."),
        ("leggi le mie note", "Una nota: il rubinetto perde."),
        ("cancella la mia ultima nota", "Cancello la nota «il rubinetto perde»?"),
        ("sì", "Cancellata."),
        ("quando dico ciao, spegni tutto", "Quando dici «ciao»: spegni tutto."),
        ("ciao", "Tutto: spento."),
        ("dimentica la routine ciao", "Dimentico la routine ciao?"),
        ("sì grazie", "Dimenticata: ciao."),
    ),
}  # fmt: skip


def furnished(folder: Path, language: str) -> Desk:
    house = PretendHouse(known=devices(language))
    sound = PretendSound(track=Track("Clair de lune", "Claude Debussy"))
    return make_desk(folder, language=language, home=house, house=house, sound=sound)


@pytest.mark.parametrize("language", TALKS)
def test_a_conversation_is_held_in_the_language(language: str, tmp_path: Path) -> None:
    desk = furnished(tmp_path, language)
    talk = TALKS[language]
    assert [(said, desk.say(said)) for said, _ in talk] == list(talk)
    if language == "de":
        assert [(said, desk.say(said)) for said, _ in GUIDE] == GUIDE
