"""Who somebody is to the person: "my sister", in every language that is understood.

A vCard says "sibling", an address book of Apple or Google "Sister", Android the number 13, and
people say "my sister". All of them meet in a `Relation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.records import Language

Gender = Literal["f", "m", ""]


@dataclass(frozen=True, slots=True)
class Relation:
    """Such as a sibling who is a woman."""

    kind: str
    """A key of WORDS."""
    gender: Gender = ""
    """Empty where nobody said."""


WORDS: Mapping[Language, Mapping[str, tuple[str, str]]] = {
    "en": {
        "spouse": ("wife|partner", "husband|partner"),
        "parent": ("mother|mum|mummy|mom|mommy", "father|dad|daddy"),
        "child": ("daughter", "son"),
        "sibling": ("sister", "brother"),
        "grandparent": ("grandmother|grandma|granny|gran", "grandfather|grandpa|grandad"),
        "aunt": ("aunt|auntie", "uncle"),
        "cousin": ("cousin", "cousin"),
        "sweetheart": ("girlfriend|partner", "boyfriend|partner"),
        "friend": ("friend", "friend"),
        "colleague": ("colleague|co worker", "colleague|co worker"),
        "neighbour": ("neighbour|neighbor", "neighbour|neighbor"),
        "manager": ("boss|manager", "boss|manager"),
        "assistant": ("assistant", "assistant"),
        "doctor": ("doctor", "doctor"),
        "emergency": ("emergency contact", "emergency contact"),
    },
    "de": {
        "spouse": ("frau|partnerin", "mann|partner"),
        "parent": ("mutter|mama|mutti", "vater|papa|vati"),
        "child": ("tochter", "sohn"),
        "sibling": ("schwester", "bruder"),
        "grandparent": ("großmutter|oma", "großvater|opa"),
        "aunt": ("tante", "onkel"),
        "cousin": ("cousine|kusine", "cousin"),
        "sweetheart": ("freundin", "freund"),
        "friend": ("freundin", "freund"),
        "colleague": ("kollegin", "kollegen|kollege"),
        "neighbour": ("nachbarin", "nachbarn|nachbar"),
        "manager": ("chefin", "chef"),
        "assistant": ("assistentin", "assistenten|assistent"),
        "doctor": ("ärztin", "arzt"),
        "emergency": ("notfallkontakt", "notfallkontakt"),
    },
    "es": {
        "spouse": ("esposa|mujer|pareja", "esposo|marido|pareja"),
        "parent": ("madre|mamá", "padre|papá"),
        "child": ("hija", "hijo"),
        "sibling": ("hermana", "hermano"),
        "grandparent": ("abuela", "abuelo"),
        "aunt": ("tía", "tío"),
        "cousin": ("prima", "primo"),
        "sweetheart": ("novia", "novio"),
        "friend": ("amiga", "amigo"),
        "colleague": ("compañera", "compañero"),
        "neighbour": ("vecina", "vecino"),
        "manager": ("jefa", "jefe"),
        "assistant": ("asistente", "asistente"),
        "doctor": ("doctora|médica", "doctor|médico"),
        "emergency": ("contacto de emergencia", "contacto de emergencia"),
    },
    "fr": {
        "spouse": ("femme|compagne", "mari|compagnon"),
        "parent": ("mère|maman", "père|papa"),
        "child": ("fille", "fils"),
        "sibling": ("sœur", "frère"),
        "grandparent": ("grand mère|mamie", "grand père|papi"),
        "aunt": ("tante", "oncle"),
        "cousin": ("cousine", "cousin"),
        "sweetheart": ("copine", "copain"),
        "friend": ("amie", "ami"),
        "colleague": ("collègue", "collègue"),
        "neighbour": ("voisine", "voisin"),
        "manager": ("cheffe", "chef"),
        "assistant": ("assistante", "assistant"),
        "doctor": ("médecin|docteure", "médecin|docteur"),
        "emergency": ("contact d'urgence", "contact d'urgence"),
    },
    "it": {
        "spouse": ("moglie|compagna", "marito|compagno"),
        "parent": ("madre|mamma", "padre|papà"),
        "child": ("figlia", "figlio"),
        "sibling": ("sorella", "fratello"),
        "grandparent": ("nonna", "nonno"),
        "aunt": ("zia", "zio"),
        "cousin": ("cugina", "cugino"),
        "sweetheart": ("ragazza|fidanzata", "ragazzo|fidanzato"),
        "friend": ("amica", "amico"),
        "colleague": ("collega", "collega"),
        "neighbour": ("vicina", "vicino"),
        "manager": ("capa|responsabile", "capo|responsabile"),
        "assistant": ("assistente", "assistente"),
        "doctor": ("dottoressa", "dottore|medico"),
        "emergency": ("contatto di emergenza", "contatto di emergenza"),
    },
}
"""What women and men are called; ways to say it are divided by bars, the usual one first."""

POSSESSIVES: Mapping[Language, str] = {
    "en": "my",
    "de": "meine|meiner|meinen|meinem|mein",
    "es": "mi",
    "fr": "ma|mon",
    "it": "mia|la mia|mio|il mio",
}

STANDARD = {
    "spouse": "spouse",
    "parent": "parent",
    "child": "child",
    "sibling": "sibling",
    "sweetheart": "sweetheart",
    "friend": "friend",
    "colleague": "colleague",
    "co-worker": "colleague",
    "neighbor": "neighbour",
    "agent": "assistant",
    "emergency": "emergency",
    "manager": "manager",
    "assistant": "assistant",
    "partner": "spouse",
    "domestic partner": "spouse",
}
"""What RELATED (RFC 6350, section 6.6.6) and address books without a gender call a relation."""

ANDROID: Mapping[str, Relation] = {
    "1": Relation("assistant"),
    "2": Relation("sibling", "m"),
    "3": Relation("child"),
    "4": Relation("spouse"),
    "5": Relation("parent", "m"),
    "6": Relation("friend"),
    "7": Relation("manager"),
    "8": Relation("parent", "f"),
    "9": Relation("parent"),
    "10": Relation("spouse"),
    "13": Relation("sibling", "f"),
    "14": Relation("spouse"),
}
"""The types of ContactsContract.CommonDataKinds.Relation that have a word here."""


def relation_called(text: str) -> Relation | None:
    """What a word such as "Sister", "my mum", "Schwester" or "sibling" says; None for another."""
    word = re.sub(rf"^(?:{_ALL_POSSESSIVES}) ", "", text.strip().casefold())
    if word in STANDARD:
        return Relation(STANDARD[word])
    return _BY_WORD.get(word)


def words_for(relation: Relation, languages: Iterable[Language]) -> list[str]:
    """What people call such a person, each once; of both genders where that isn't known."""
    said = [
        word
        for language in languages
        if language in WORDS
        for word in _gendered(WORDS[language][relation.kind], relation.gender)
    ]
    return list(dict.fromkeys(said))


def possessives(languages: Iterable[Language]) -> list[str]:
    """What "my" can be."""
    return [word for each in languages for word in POSSESSIVES.get(each, "").split("|") if word]


def _gendered(words: tuple[str, str], gender: Gender) -> Sequence[str]:
    female, male = (each.split("|") for each in words)
    return {"f": female, "m": male}.get(gender, [*female, *male])


def _by_word() -> dict[str, Relation]:
    """The first meaning of each word; a word for both genders has none."""
    found: dict[str, Relation] = {}
    for kinds in WORDS.values():
        for kind, (female, male) in kinds.items():
            for word in (*female.split("|"), *male.split("|")):
                both = word in female.split("|") and word in male.split("|")
                gender: Gender = "" if both else "f" if word in female.split("|") else "m"
                found.setdefault(word, Relation(kind, gender))
    return found


_BY_WORD = _by_word()
_ALL_POSSESSIVES = "|".join(possessives(POSSESSIVES))
