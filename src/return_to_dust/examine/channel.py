"""Messages between processes: a JSON head and a body of bytes, both with their lengths before them."""

from __future__ import annotations

import json
import socket
import struct
import time
from typing import Any

LENGTHS = struct.Struct(">II")
#: In the head of one message; each takes about 60 bytes once it is read.
MOST_BRACKETS = 500_000


class ChannelClosed(Exception):
    """The other side is gone, or did not keep to the form or the size of a message."""


class Channel:
    """One end of a connection.

    Parameters
    ----------
    end
        A connected stream socket.
    most_bytes
        The longest message that is taken from the other side.
    """

    def __init__(self, end: socket.socket, most_bytes: int) -> None:
        self._socket = end
        self._most = most_bytes
        self._buffer = bytearray()
        #: How many bytes have come in messages so far.
        self.received_b = 0

    def send(self, head: dict[str, Any], body: bytes = b"") -> None:
        """Send one message; raises `ChannelClosed` if the other side is gone."""
        text = json.dumps(head).encode()
        try:
            self._socket.sendall(LENGTHS.pack(len(text), len(body)) + text + body)
        except OSError as error:
            raise ChannelClosed(str(error)) from None

    def receive(self, until: float | None = None) -> tuple[dict[str, Any], bytes]:
        """Return the next message.

        Parameters
        ----------
        until
            The moment on `time.monotonic` until which to wait; for ever by default.

        Raises
        ------
        ChannelClosed
            If the other side is gone or sends what is no message.
        TimeoutError
            If there is no message by then; what has come of it is kept for the next call.
        """
        self._fill(LENGTHS.size, until)
        head_b, body_b = LENGTHS.unpack_from(self._buffer)
        if head_b + body_b > self._most:
            raise ChannelClosed("a message is too long")
        whole = LENGTHS.size + head_b + body_b
        self._fill(whole, until)
        text = bytes(self._buffer[LENGTHS.size : LENGTHS.size + head_b])
        body = bytes(self._buffer[LENGTHS.size + head_b : whole])
        del self._buffer[:whole]
        self.received_b += whole
        return read_head(text), body

    def _fill(self, size: int, until: float | None) -> None:
        """Read until so many bytes are there; what was read stays for the next try where time runs out."""
        while len(self._buffer) < size:
            left = None if until is None else until - time.monotonic()
            if left is not None and left <= 0:  # even if bytes still drip in
                raise TimeoutError
            self._socket.settimeout(left)
            try:
                part = self._socket.recv(1 << 20)
            except TimeoutError:
                continue
            except OSError as error:
                raise ChannelClosed(str(error)) from None
            finally:
                self._socket.settimeout(None)
            if not part:
                raise ChannelClosed("the other side is gone")
            self._buffer += part

    def close(self) -> None:
        """Close this end."""
        self._socket.close()


def read_head(text: bytes) -> dict[str, Any]:
    """Return the head of a message; half a surrogate pair in a text, which no file can hold, becomes ``?``.

    Raises
    ------
    ChannelClosed
        If it is no JSON object, or one with very many pieces.
    """
    if text.count(b"[") + text.count(b"{") > MOST_BRACKETS:
        raise ChannelClosed("a message has too many pieces")
    try:
        head = json.loads(text)
        if b"\\ud" in text or b"\\uD" in text:
            head = json.loads(json.dumps(head, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise ChannelClosed("a message has no sound head") from None
    if not isinstance(head, dict):
        raise ChannelClosed("a message has no sound head")
    return head
