"""baresip, the telephone, and SIPp, which plays whoever is called, both on loopback."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.free_port import free_port

WAIT_S = 10.0
"""Longer than anything here takes."""

CONFIG = """module account.so
module_app ctrl_tcp.so
module_app menu.so
module g711.so
module aubridge.so
audio_player aubridge,nowhere
audio_source aubridge,nowhere
audio_alert aubridge,nowhere
ctrl_tcp_listen 127.0.0.1:{control}
sip_listen 127.0.0.1:{sip}
"""
ACCOUNT = "<sip:me@127.0.0.1:{server};transport={transport}>;regint=0;auth_pass=secret"

HEADERS = """[last_Via:]
[last_From:]
[last_To:];tag=[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port];transport=[transport]>"""

SOUND = """Content-Type: application/sdp
Content-Length: [len]

v=0
o=- 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 0
a=rtpmap:0 PCMU/8000"""
NO_SOUND = "Content-Length: 0"
PASSWORD = f'WWW-Authenticate: Digest realm="here", nonce="a1b2"\n{NO_SOUND}'

INVITE = f"""INVITE sip:me@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:+442079460958@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:me@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: 1 INVITE
Contact: <sip:+442079460958@[local_ip]:[local_port]>
Max-Forwards: 70
{SOUND}"""
PICKED_UP = """<recv request="ACK"><action>
<ereg regexp=".*" search_in="hdr" header="From:" assign_to="caller"/>
<ereg regexp=".*" search_in="hdr" header="To:" assign_to="callee"/>
<exec command="touch answered"/>
</action></recv>"""
ACK = f"""ACK sip:me@[remote_ip]:[remote_port] SIP/2.0
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
CSeq: 1 ACK
Max-Forwards: 70
{NO_SOUND}"""
BYE = f"""BYE sip:me@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: [$callee]
To: [$caller]
[last_Call-ID:]
CSeq: 2 BYE
Max-Forwards: 70
{NO_SOUND}"""


def hears(method: str) -> str:
    return f'<recv request="{method}"/>'


def says(message: str) -> str:
    return f"<send><![CDATA[\n\n{message}\n\n]]></send>"


def answers(status: str, body: str = NO_SOUND) -> str:
    return says(f"SIP/2.0 {status}\n{HEADERS}\n{body}")


def waits(seconds: float) -> str:
    return f'<pause milliseconds="{seconds * 1000:.0f}"/>'


@dataclass(frozen=True)
class Telephone:
    """A running baresip."""

    control: int
    """The port of ctrl_tcp."""
    sip: int
    """Where it is called."""
    server: int
    """Where it calls."""

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.control}"


@contextlib.contextmanager
def telephone(folder: Path, transport: str = "udp") -> Iterator[Telephone]:
    # Behind its port for SIP, baresip takes the next one for TLS.
    here = Telephone(free_port(), free_port(behind=1), free_port())
    config = CONFIG.format(control=here.control, sip=here.sip)
    account = ACCOUNT.format(server=here.server, transport=transport)
    with baresip(folder, config, account, here.control):
        yield here


@contextlib.contextmanager
def baresip(folder: Path, config: str, account: str, control: int) -> Iterator[None]:
    """The program, listening at the port `control`."""
    (folder / "config").write_text(f"module_path /usr/lib/baresip/modules\n{config}\n")
    (folder / "accounts").write_text(f"{account}\n")
    (folder / "contacts").write_text("")
    with running("baresip", "-f", str(folder), log=folder / "baresip.log"):
        until = time.monotonic() + WAIT_S
        while not listening(control) and time.monotonic() < until:
            time.sleep(0.02)
        yield


@contextlib.contextmanager
def other_side(
    folder: Path, here: Telephone, steps: Sequence[str], calls: bool = False
) -> Iterator[subprocess.Popen[bytes]]:
    """Somebody at the server who goes through these steps, once; who `calls` begins."""
    scenario = folder / "steps.xml"
    text = "\n".join(steps)
    scenario.write_text(f'<?xml version="1.0"?><scenario name="test">{text}</scenario>')
    command = ["sipp", "-i", "127.0.0.1", "-p", str(here.server), "-mp", str(free_port())]
    command += ["-sf", str(scenario), "-m", "1", "-nostdin", *(calls * [f"127.0.0.1:{here.sip}"])]
    with running(*command, log=folder / "sipp.log") as sipp:
        until = time.monotonic() + WAIT_S
        while not calls and not taken(here.server) and time.monotonic() < until:
            time.sleep(0.02)
        yield sipp


@contextlib.contextmanager
def running(*command: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=log.parent)
    try:
        yield process
    finally:
        process.kill()  # who is asked to end tells its server first, which may be gone
        process.wait(WAIT_S)


def listening(port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


def taken(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as trial:
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return True
        return False
