"""The pretend house as people of other languages would have named its things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant import Device
from tests.intents.pretend_house import DEVICES

NAMES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "de": {
        "k1": ("Küchenlicht", "Küche"),
        "b1": ("Schlafzimmerlampe", "Schlafzimmer"),
        "l1": ("Deckenlampe", "Wohnzimmer"),
        "l2": ("Leselampe", "Wohnzimmer"),
        "h1": ("Flurlicht", "Flur"),
        "heater": ("Heizung", ""),
        "coffee": ("Kaffeemaschine", "Küche"),
        "fan": ("Ventilator", "Schlafzimmer"),
        "t1": ("Wohnzimmersensor", "Wohnzimmer"),
        "h2": ("Badezimmer Luftfeuchte", "Badezimmer"),
        "t2": ("Garten Temperatur", "Garten"),
        "door": ("Haustür", ""),
        "window": ("Küchenfenster", ""),
        "movie": ("Filmabend", ""),
        "dinner": ("Abendessen", ""),
    },
    "es": {
        "k1": ("Luz de la cocina", "Cocina"),
        "b1": ("Luz del dormitorio", "Dormitorio"),
        "l1": ("Lámpara de techo", "Salón"),
        "l2": ("Lámpara de lectura", "Salón"),
        "h1": ("Luz pasillo", "Pasillo"),
        "heater": ("Calefacción", ""),
        "coffee": ("Cafetera", "Cocina"),
        "fan": ("Ventilador", "Dormitorio"),
        "t1": ("Sensor del salón", "Salón"),
        "h2": ("Humedad baño", "Baño"),
        "t2": ("Temperatura jardín", "Jardín"),
        "door": ("Puerta principal", ""),
        "window": ("Ventana de la cocina", ""),
        "movie": ("Noche de cine", ""),
        "dinner": ("Cena", ""),
    },
    "fr": {
        "k1": ("Lumière de la cuisine", "Cuisine"),
        "b1": ("Lumière de la chambre", "Chambre"),
        "l1": ("Plafonnier", "Salon"),
        "l2": ("Lampe de lecture", "Salon"),
        "h1": ("Lumière couloir", "Couloir"),
        "heater": ("Chauffage", ""),
        "coffee": ("Cafetière", "Cuisine"),
        "fan": ("Ventilateur", "Chambre"),
        "t1": ("Capteur du salon", "Salon"),
        "h2": ("Humidité salle de bain", "Salle de bain"),
        "t2": ("Température jardin", "Jardin"),
        "door": ("Porte d'entrée", ""),
        "window": ("Fenêtre de la cuisine", ""),
        "movie": ("Soirée cinéma", ""),
        "dinner": ("Dîner", ""),
    },
    "it": {
        "k1": ("Luce della cucina", "Cucina"),
        "b1": ("Luce della camera", "Camera"),
        "l1": ("Lampadario", "Soggiorno"),
        "l2": ("Lampada da lettura", "Soggiorno"),
        "h1": ("Luce corridoio", "Corridoio"),
        "heater": ("Riscaldamento", ""),
        "coffee": ("Macchina del caffè", "Cucina"),
        "fan": ("Ventilatore", "Camera"),
        "t1": ("Sensore del soggiorno", "Soggiorno"),
        "h2": ("Umidità bagno", "Bagno"),
        "t2": ("Temperatura giardino", "Giardino"),
        "door": ("Porta d'ingresso", ""),
        "window": ("Finestra della cucina", ""),
        "movie": ("Serata cinema", ""),
        "dinner": ("Cena", ""),
    },
}


def devices(language: str) -> Sequence[Device]:
    """The same things by their names in the language."""
    return [
        replace(each, name=name, area=area, aliases=())
        for each in DEVICES
        for name, area in (NAMES[language][each.id],)
    ]
