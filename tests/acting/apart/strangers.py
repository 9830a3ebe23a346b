"""An ability from outside that does everything that such a one may try."""

STRANGE = '''
"""Whatever strangers do."""
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated, Literal

from assistant import Clock, Contact, Lists, Reply, Weekly, choices, intent, phrase, spoken
from assistant.tongue import tongue

NEEDS = ("clock", "lists")
API_VERSION = "1.0"
SECRET = os.environ.get("ASSISTANT_TOKEN", "nothing")


def ask_back(length: timedelta, clock: Clock) -> str:
    return f"{spoken(length)} from {clock.now():%H:%M}?"


def is_long(length: timedelta, clock: Clock) -> bool:
    return clock.now() + length > clock.now() + timedelta(hours=1)


def no_time(length: timedelta, clock: Clock) -> str:
    return "" if length else phrase("Done.")


@intent(
    "wait {length} [for {who}]",
    confirm=ask_back,
    always_confirm=is_long,
    idle=no_time,
    aside="answer",
    examples=("wait for a minute",),
)
def wait(length: timedelta, clock: Clock, who: Contact | None = None) -> str | Reply:
    timer = clock.after(length, phrase("Done."), name="egg")
    return Reply(f"{timer.message} {timer.length} {who} {type(timer).__name__}", ok=False)


@intent("every {when} {room} {heat}")
def every(
    when: Weekly,
    room: Annotated[str, choices("bath|bathroom", {"sauna": "spa"})] = "bath",
    heat: Literal["hot", "cold"] = "hot",
) -> str:
    return f"{sorted(when.days)} {when.at} {room} {heat}"


@intent("tell")
def tell(clock: Clock) -> Iterator[str]:
    yield phrase("Once.")
    clock.after(timedelta(minutes=1), "later")
    yield phrase("Twice.")


@intent("more")
def more() -> Reply:
    return Reply("Look at this.", then=("call somebody",))


@intent("language")
def language() -> str:
    return f"{tongue().language} {phrase('Done.')}"


@intent("print")
def prints() -> str:
    print("chatter")
    os.write(1, b"deeper chatter\\n")
    return "printed"


@intent("process")
def process() -> str:
    return f"{os.getpid()} {os.getppid()} {SECRET}"


@intent("exit")
def exits() -> str:
    os._exit(3)


@intent("sys exit")
def raises_exit() -> str:
    sys.exit("enough")


@intent("interrupt")
def interrupts() -> str:
    raise KeyboardInterrupt


@intent("boom")
def raises() -> str:
    raise KeyError("secret details")


@intent("memory")
def eats_memory() -> str:
    return str(len(bytearray(4 << 30)))


@intent("hang")
def hangs() -> str:
    while True:
        time.sleep(0.01)


@intent("fork")
def forks() -> str:
    return "copy" if os.fork() == 0 else "original"


@intent("object")
def gives_an_object() -> object:
    return threading.Lock()


def attempt(deed: object) -> str:
    try:
        deed()
    except PermissionError:
        return "refused"
    return "done"


@intent("deeds")
def deeds() -> str:
    here = tempfile.mkstemp()[1]
    tries = {
        "network": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close(),
        "local socket": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close(),
        "program": lambda: subprocess.run(["true"], check=True),
        "read": lambda: open("/etc/passwd").close(),
        "write": lambda: open("/tmp/assistant-was-here", "w").close(),
        "look": lambda: os.listdir(os.path.expanduser("~root")),
        "kill": lambda: os.kill(os.getppid(), 0),
        "own folder": lambda: open(here, "w").close(),
        "thread": lambda: threading.Thread(target=print).start(),
    }
    return ", ".join(f"{name} {attempt(deed)}" for name, deed in tries.items())


@intent("private")
def private(clock: Clock) -> str:
    return str(clock._file)


@intent("unhanded")
def unhanded(clock: Clock) -> str:
    return clock._guest.use("Lists", "items", ("shopping",), {})


@intent("wrongly")
def wrongly(clock: Clock) -> str:
    return str(clock.after("soon", "x"))


@intent("broken list")
def breaks_list(lists: Lists) -> str:
    return str(lists.items("shopping"))
'''

FORKING = """
import os
from assistant import intent

NEEDS = ("programs", "files")


@intent("fork")
def forks() -> str:
    return "copy" if os.fork() == 0 else "original"
"""
