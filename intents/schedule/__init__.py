"""The calendar: enter meetings, be reminded, and hear what is on."""

# In the order in which they are shown.
# isort: off
from .make import add_appointment, add_weekly, remind_weekly, remind
from .read import whats_on, whats_on_week, whats_on_weekend
from .free import free_time, free_week, free_weekend
from .read import next_appointment
from .move import move_appointment, cancel_appointment
from .invite import invite

__all__ = [
    "add_appointment",
    "add_weekly",
    "cancel_appointment",
    "free_time",
    "free_week",
    "free_weekend",
    "invite",
    "move_appointment",
    "next_appointment",
    "remind",
    "remind_weekly",
    "whats_on",
    "whats_on_week",
    "whats_on_weekend",
]
