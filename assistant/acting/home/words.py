"""What each language calls the things of a house, whatever their names say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.records import Language

Order = Literal["last", "joined", "first"]
"""Where the noun of a name stands: "kitchen light", "Küchenlicht", "luz de la cocina"."""


@dataclass(frozen=True, slots=True)
class HouseWords:
    """One language's. `{area}` is a room as it is said, `{room}` as it is written."""

    order: Order
    lights: tuple[str, ...]
    """What people call a light."""
    links: str
    """What may stand between a thing and its room; divided by bars, empty where nothing need."""
    in_room: tuple[str, ...]
    """How a thing that is `{name}` is called with its room."""
    rooms: Sequence[tuple[str, tuple[str, ...]]]
    """How the lights of a room are called: what it is answered with, and what people say;
    `{joined}` is the room as the beginning of a longer word."""
    everywhere: Mapping[str, tuple[str, str]]
    """By kind, all of them: what it is answered with, and a template of what people say."""
    sensors: tuple[str, ...]
    """The noun in the name of a sensor, which isn't part of the place."""

    def as_lights(self, name: str) -> Iterator[str]:
        """ "kitchen light" is the "kitchen lamp" too, and a "ceiling" a "ceiling light"."""
        yield name
        rest = self.without(name, self.lights)
        stem = name if rest is None else rest
        for word in self.lights if stem else ():
            yield from self._compounds(stem, word)

    def without(self, name: str, nouns: Iterable[str]) -> str | None:
        """The name without such a noun; None where it has none."""
        words = name.split()
        if self.order == "first":
            found = words[0] in nouns
            links = {word for link in self.links.split("|") for word in link.split()}
            while found and words[1:] and words[1] in links:
                del words[1]
            return " ".join(words[1:]) if found else None
        if self.order == "last":
            return " ".join(words[:-1]) if words[-1] in nouns else None
        endings = (noun for noun in nouns if name.endswith(noun))
        return next((name.removesuffix(noun).strip() for noun in endings), None)

    def _compounds(self, stem: str, noun: str) -> Iterator[str]:
        if self.order == "first":
            yield f"{noun} [{self.links}] {stem}"
        else:
            yield f"{stem} {noun}"
        if self.order == "joined":
            yield f"{joined(stem)}{noun}"


def joined(word: str) -> str:
    """A German word as the beginning of a longer one: "Küche" in "Küchenlicht"."""
    return f"{word}n" if word.endswith("e") else word


def _rooms(answer: str, nouns: str, links: str) -> list[tuple[str, tuple[str, ...]]]:
    """The lights of a room by each link: "luces del salón" is answered with the same "del"."""
    return [
        (
            f"{answer} {link} {{room}}".replace("' ", "'"),
            tuple(f"{noun} {link} {{area}}" for noun in nouns.split("|")),
        )
        for link in links.split("|")
    ]


def _noun_first(
    links: str,
    lights: tuple[str, ...],
    rooms: tuple[str, str],
    everywhere: Mapping[str, tuple[str, str]],
    sensors: tuple[str, ...],
) -> HouseWords:
    """A language that links things and their rooms: "luz de la cocina". `rooms` is what the lights
    of one are answered with, and what they are called."""
    return HouseWords(
        order="first",
        lights=lights,
        links=links,
        in_room=("{name} {area}", f"{{name}} ({links}) {{area}}"),
        rooms=_rooms(*rooms, links),
        everywhere=everywhere,
        sensors=sensors,
    )


ENGLISH = HouseWords(
    order="last",
    lights=("light", "lamp"),
    links="in|in the",
    in_room=("{area} {name}", "{name} in [the] {area}"),
    rooms=[
        (
            "{area} lights",
            (
                *("{area} lights", "{area} light", "{area} lamps", "{area} lamp"),
                "[all] [the] (light|lights|lamps) (in|of) [the] {area}",
            ),
        )
    ],
    everywhere={
        "light": (
            "all lights",
            "[all|all of] [the|my|our] lights|every light|all the lamps",
        ),
        "fan": ("all fans", "all [the] fans"),
    },
    sensors=("sensor", "thermometer", "multisensor", "contact", "detector"),
)

_GERMAN_LIGHTS = "licht|lichter|lampe|lampen|beleuchtung"
_GERMAN_LINKS = "im|in der|in|vom|von der|auf dem|auf der|am|an der"
GERMAN = HouseWords(
    order="joined",
    lights=("licht", "lampe", "leuchte"),
    links=_GERMAN_LINKS,
    in_room=("{area} {name}", f"{{name}} ({_GERMAN_LINKS}) {{area}}"),
    rooms=[
        (
            "Lichter {room}",
            tuple(
                start + noun
                for noun in _GERMAN_LIGHTS.split("|")
                for start in ("{area} ", "{joined} ", "{joined}")
            ),
        ),
        *_rooms("Lichter", _GERMAN_LIGHTS, _GERMAN_LINKS),
    ],
    everywhere={
        "light": ("alle Lichter", "lichter|lampen|leuchten|ganze licht"),
        "fan": ("alle Ventilatoren", "ventilatoren"),
    },
    sensors=("sensor", "fühler", "thermometer", "kontakt", "melder"),
)

SPANISH = _noun_first(
    "de la|del|de|de los|de las|en la|en el|en",
    lights=("luz", "lámpara"),
    rooms=("luces", "luces|luz|lámparas|lámpara"),
    everywhere={
        "light": ("todas las luces", "(luces|lámparas) [de la casa|de toda la casa]"),
        "fan": ("todos los ventiladores", "ventiladores"),
    },
    sensors=("sensor", "termómetro", "detector", "contacto"),
)

FRENCH = _noun_first(
    "de la|du|de l'|des|de|d'|dans la|dans le|dans l'|à la|au",
    lights=("lumière", "lampe"),
    rooms=("lumières", "lumières|lumière|lampes|lampe|éclairage"),
    everywhere={
        "light": ("toutes les lumières", "(lumières|lampes) [de la maison|de toute la maison]"),
        "fan": ("tous les ventilateurs", "ventilateurs"),
    },
    sensors=("capteur", "thermomètre", "détecteur", "contact"),
)

ITALIAN = _noun_first(
    "della|del|dell'|dello|delle|dei|di|in|nella|nel|nell'|nello",
    lights=("luce", "lampada"),
    rooms=("luci", "luci|luce|lampade|lampada"),
    everywhere={
        "light": ("tutte le luci", "(luci|lampade) [di casa|della casa|di tutta la casa]"),
        "fan": ("tutti i ventilatori", "ventilatori"),
    },
    sensors=("sensore", "termometro", "rilevatore", "contatto"),
)

WORDS: Mapping[Language, HouseWords] = {
    "en": ENGLISH,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "it": ITALIAN,
}
