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


@pytest.fixture(scope="module", params=REPEATING)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """With a house, music, two timers and two appointments."""
    language, folder = str(request.param), tmp_path_factory.mktemp("desk")
    house = PretendHouse() if language == "en" else PretendHouse(known=devices(language))
    desk = make_desk(folder, language=language, home=house, house=house, sound=PretendSound())
    return furnished(desk)


@pytest.mark.parametrize("family", [REPEATING], ids=["repeating"])
def test_what_is_only_near_is_not_done(desk: Desk, family: dict[str, tuple[str, ...]]) -> None:
    decisions = {said: desk.decide_alone(said) for said in family[desk.understander.language]}
    done = {said: one.command for said, one in decisions.items() if one.kind != "reject"}
    assert done == {}
