"""The world outside as the tests know it: rates of one day, and the weather of a week."""

from __future__ import annotations

import json
from datetime import date, timedelta

RATES = b"""<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
 xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject>
<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
<Cube>
<Cube time='2026-03-03'>
<Cube currency='USD' rate='1.2'/><Cube currency='GBP' rate='0.8'/><Cube currency='JPY' rate='160'/>
</Cube>
<Cube time='2026-03-02'><Cube currency='USD' rate='9'/></Cube>
</Cube>
</gesmes:Envelope>
"""


def weather(first: date, days: int = 7) -> bytes:
    """An answer as Open-Meteo gives it: each day a degree warmer and ten percent wetter."""
    dates = [(first + timedelta(days=count)).isoformat() for count in range(days)]
    daily = {
        "time": dates,
        "weather_code": [(0, 2, 61, 65, 71, 95, 45)[count % 7] for count in range(days)],
        "temperature_2m_min": [3.4 + count for count in range(days)],
        "temperature_2m_max": [9.6 + count for count in range(days)],
        "precipitation_probability_max": [10 * count for count in range(days)],
    }
    current = {"time": f"{first}T10:00", "temperature_2m": 7.2}
    return json.dumps({"latitude": 51.5, "daily": daily, "current": current}).encode()
