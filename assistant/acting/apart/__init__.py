"""Abilities from outside in processes of their own, which get nothing but what they declared.

`host` starts and asks such a process, `guest` is what runs in it, `wire` is what the two say to
each other, `confine` what the system is asked to keep from the guest, `permits` what the person
permitted to it, and `loading` makes intents of all that.
"""
