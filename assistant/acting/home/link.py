"""The connection to an MQTT broker, by the library paho-mqtt (extra `home`)."""

from __future__ import annotations

import logging
import ssl
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from assistant import credentials, web
from assistant.errors import ServiceError, SettingsError
from assistant.network import LOOPBACK
from assistant.phrasebook import told

if TYPE_CHECKING:
    from paho.mqtt.client import Client, ConnectFlags, MQTTMessage, MQTTMessageInfo
    from paho.mqtt.properties import Properties
    from paho.mqtt.reasoncodes import ReasonCode

CONNECT_WITHIN_S = 3.0
DELIVER_WITHIN_S = 2.0
"""A command that the broker hasn't taken by then is lost."""
KEEP_ALIVE_S = 30
"""A broker that is silent for longer than one and a half times as long is gone."""

PORT, TLS_PORT = 1883, 8883

REFUSALS = ("Bad user name or password", "Not authorized")
DISTRUSTED = "Certificate not trusted"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Broker:
    """Whom to connect to."""

    url: str
    """mqtt://host, mqtts://host or with a port."""
    user: str = ""
    password: str = field(default="", repr=False)
    trusted: bool = False
    """Whether a password may go there in the clear."""

    def __post_init__(self) -> None:
        """Raises SettingsError for an address that won't do."""
        parts = urlsplit(self.url)
        if parts.scheme not in ("mqtt", "mqtts") or not parts.hostname or parts.password:
            raise SettingsError(
                f"{self._shown()!r} is no address of a broker; write mqtt://host or mqtts://host."
            )
        in_the_clear = parts.scheme == "mqtt" and parts.hostname not in LOOPBACK
        if self.password and in_the_clear and not self.trusted:
            raise SettingsError(
                f"{self.host} would be sent your password in the clear; use mqtts://, or set "
                "home.trusted_network if nobody else listens there."
            )

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def tls(self) -> bool:
        return urlsplit(self.url).scheme == "mqtts"

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or (TLS_PORT if self.tls else PORT)

    def _shown(self) -> str:
        """Without anything that could be a password."""
        return self.url.rpartition("@")[2]


class MqttLink:
    """A connection that comes back by itself. Any thread may use it."""

    def __init__(
        self,
        broker: Broker,
        heard: Callable[[str, str], None],
        connected: Callable[[], None],
        within_s: float = CONNECT_WITHIN_S,
    ) -> None:
        """`heard` gets topic and text of each message, and `connected` is called each time when
        the connection is there, both in a thread of the connection's own. A broker that hasn't
        answered `within_s` is taken for gone; it may still come.
        """
        self._broker, self._heard, self._told = broker, heard, connected
        self._within_s = within_s
        self._change = threading.Condition()
        self._connected, self._failure = False, ""
        self._topics = dict[str, None]()
        self._client: Client | None = None

    def begin(self) -> None:
        """Start to connect, and don't wait for it. Raises ServiceError without the library."""
        with self._change:
            if self._client is None:
                self._client = self._made()
                self._client.connect_async(self._broker.host, self._broker.port, KEEP_ALIVE_S)
                self._client.loop_start()

    def wait(self) -> None:
        """Until it is connected. Raises ServiceError where it isn't soon enough."""
        self.begin()
        with self._change:
            self._change.wait_for(
                lambda: self._connected or self._failure in (*REFUSALS, DISTRUSTED),
                self._within_s,
            )
            if not self._connected:
                raise ServiceError(self._why())

    def subscribe(self, topics: Iterable[str]) -> None:
        """Hear what is said there, from now on and after each new connection."""
        with self._change:
            fresh = [topic for topic in dict.fromkeys(topics) if topic not in self._topics]
            self._topics |= dict.fromkeys(fresh)
            if fresh and self._connected and self._client:
                self._client.subscribe([(topic, 1) for topic in fresh])

    def publish(self, topic: str, payload: str) -> None:
        """Send a message, and wait until the broker has it. Raises ServiceError."""
        self.wait()
        sent = self._sent(topic, payload)
        try:
            sent.wait_for_publish(DELIVER_WITHIN_S)
            delivered = sent.is_published()
        except (ValueError, RuntimeError) as error:
            raise ServiceError(self._why()) from error
        if not delivered:
            raise ServiceError(self._why())

    def post(self, topic: str, payload: str) -> None:
        """Send a message if there is a connection, without waiting."""
        self._sent(topic, payload)

    def _sent(self, topic: str, payload: str) -> MQTTMessageInfo:
        with self._change:
            if self._client is None:
                raise ServiceError(self._why())
            return self._client.publish(topic, payload, qos=1)

    def _why(self) -> str:
        where = f"{self._broker.host}:{self._broker.port}"
        if self._failure in REFUSALS:
            if self._broker.user and not self._broker.password:
                return credentials.lacking(self._broker.host, self._broker.user)
            if not self._broker.user:
                return told("The house's broker wants to know who you are; set home.user.")
            who = self._broker.user
            return told("The house's broker refuses the password of {who}; mend it.", who=who)
        if self._failure == DISTRUSTED:
            return web.distrusted(where)
        return told("The house's broker at {where} doesn't answer; is it running?", where=where)

    def _made(self) -> Client:
        try:
            from paho.mqtt.client import Client, MQTTv311
            from paho.mqtt.enums import CallbackAPIVersion
        except ImportError as error:
            raise ServiceError(
                "A house over MQTT needs paho-mqtt: pip install 'assistant[home]'."
            ) from error
        client = Client(CallbackAPIVersion.VERSION2, protocol=MQTTv311)
        if self._broker.user:
            client.username_pw_set(self._broker.user, self._broker.password or None)
        if self._broker.tls:
            client.tls_set()
        client.reconnect_delay_set(1, 30)
        client.on_connect = self._on_connect
        client.on_connect_fail = self._on_connect_fail
        client.on_disconnect = self._on_disconnect
        client.on_message = self._on_message
        return client

    def _on_connect(
        self,
        client: Client,
        _data: Any,
        _flags: ConnectFlags,
        reason: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        with self._change:
            self._failure = str(reason) if reason.is_failure else ""
            self._connected = not reason.is_failure
            if self._connected and self._topics:
                client.subscribe([(topic, 1) for topic in self._topics])
            self._change.notify_all()
        if self._failure:
            log.warning("%s", self._why())
        else:
            self._told()

    def _on_connect_fail(self, _client: Client, _data: Any) -> None:
        # The library tells nothing more; what went wrong is being handled around this call.
        distrusted = isinstance(sys.exception(), ssl.SSLCertVerificationError)
        with self._change:
            self._failure = DISTRUSTED if distrusted else ""
            self._change.notify_all()
        log.info("%s", self._why())

    def _on_disconnect(self, *_: Any) -> None:
        with self._change:
            self._connected = False

    def _on_message(self, _client: Client, _data: Any, message: MQTTMessage) -> None:
        self._heard(message.topic, message.payload.decode("utf-8", errors="replace"))
