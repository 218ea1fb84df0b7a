"""Rooms in which other people's code runs: it sees no network, no home, no course, and leaves nothing behind."""

from return_to_dust.sandbox.host import Level, RoomError, RoomLost
from return_to_dust.sandbox.levels import open_sandbox, opening, shared_sandbox
from return_to_dust.sandbox.limits import Limits
from return_to_dust.sandbox.rooms import Room, Sandbox

__all__ = [
    "Level", "Limits", "Room", "RoomError", "RoomLost", "Sandbox", "open_sandbox", "opening", "shared_sandbox",
]  # fmt: skip
