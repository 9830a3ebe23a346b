"""What Linux is asked to keep from a process: files, the network, other programs, memory.

Everything here needs no rights: `no_new_privs`, a seccomp filter of system calls, Landlock for
files (Linux 5.13), and resource limits. What the system can't do is left out, and said.

https://docs.kernel.org/userspace-api/landlock.html, seccomp(2), prctl(2)
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import struct
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

MEMORY_BYTES = 1 << 30
"""Address space of a guest; Python with its libraries takes a quarter of it."""

FILE_BYTES = 16 << 20
"""The largest file that a guest without `files` writes into its own folder."""

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2

# The numbers of system calls on the two processors, from asm/unistd_64.h and asm-generic/unistd.h.
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_NETWORK = {"x86_64": (41,), "aarch64": (198,)}
"""socket; socketpair stays, which reaches nobody else."""
_PROGRAMS = {"x86_64": (57, 58, 59, 322), "aarch64": (221, 281)}
"""fork, vfork, execve, execveat."""
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3, _CLONE_THREAD = 435, 0x10000
_OTHERS = {
    "x86_64": (62, 200, 234, 101, 310, 311, 248, 249, 250, 425, 424, 438),
    "aarch64": (129, 130, 131, 117, 270, 271, 217, 218, 219, 425, 424, 438),
}
"""kill, tkill, tgkill, ptrace, process_vm_readv and writev, the three of the kernel's keyring,
io_uring_setup (which would go round this filter), pidfd_send_signal, pidfd_getfd."""

_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_READ = (1 << 0) | (1 << 2) | (1 << 3)
"""Execute, read files, read folders."""
_READ_AND_WRITE = (1 << 1) | (1 << 2)
_FILE_ONLY = (1 << 0) | (1 << 1) | (1 << 2) | (1 << 14) | (1 << 15)
"""What can be allowed for something that isn't a folder."""
_ACCESS_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
_ACCESS = (1 << 16) - 1
"""Every way to use a file that Landlock knows from its fifth version on."""

READABLE = (
    *("/usr", "/lib", "/lib64", "/opt", "/dev/zero", "/dev/random", "/dev/urandom"),
    *("/etc/ssl", "/etc/ca-certificates", "/etc/pki", "/etc/localtime", "/etc/timezone"),
    *("/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf", "/etc/gai.conf", "/etc/services"),
    *("/etc/mime.types", "/etc/ld.so.cache", "/etc/alternatives"),
)
"""What a program needs to run at all, and what says nothing about a person."""

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def confine(needs: Collection[str], own_folder: Path, code: Sequence[Path]) -> list[str]:
    """Keep from this process what it doesn't need, for good; what is kept from it, by the names of
    the needs, and "memory".

    Without `files` it writes into `own_folder` alone, and reads that, `code` and the system. To be
    called before any thread is started: threads that run already stay as they are.
    """
    kept = ["memory"]
    _limit(resource.RLIMIT_AS, MEMORY_BYTES)
    _limit(resource.RLIMIT_CORE, 0)
    if "files" not in needs:
        _limit(resource.RLIMIT_FSIZE, FILE_BYTES)
    if sys.platform != "linux" or _control(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return kept
    if "files" not in needs and _restrict_files(own_folder, code):
        kept.append("files")
    refused = [need for need in ("network", "programs") if need not in needs]
    if _filter_calls(refused):
        kept += refused
    return kept


def keepable() -> tuple[str, ...]:
    """The needs that this system can keep from a process that doesn't declare them."""
    if sys.platform != "linux":
        return ()
    files = ("files",) if _landlock_version() >= 1 else ()
    return (*(("network", "programs") if platform.machine() in _AUDIT_ARCH else ()), *files)


def _landlock_version() -> int:
    """Of this kernel; less than 1 where it has none."""
    return _system_call(_LANDLOCK_CREATE, None, 0, 1)


def _limit(which: int, most: int) -> None:
    _, hard = resource.getrlimit(which)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(which, (most, most))


def _control(*arguments: int) -> int:
    """prctl(2)"""
    return int(_libc.prctl(*map(ctypes.c_long, arguments)))


def _system_call(*arguments: int | bytes | None) -> int:
    """syscall(2), with whole registers"""
    whole = (ctypes.c_long(each) if isinstance(each, int) else each for each in arguments)
    return int(_libc.syscall(*whole))


def _restrict_files(own_folder: Path, code: Sequence[Path]) -> bool:
    """Whether Landlock now keeps all other files away."""
    version = _landlock_version()
    if version < 1:
        return False
    handled = _ACCESS_BY_ABI.get(version, _ACCESS)
    attributes = struct.pack("=Q", handled)
    ruleset = _system_call(_LANDLOCK_CREATE, attributes, len(attributes), 0)
    if ruleset < 0:
        return False
    try:
        for path in (*map(Path, READABLE), *code):
            _allow(ruleset, path, _READ & handled)
        _allow(ruleset, Path(os.devnull), _READ_AND_WRITE)
        _allow(ruleset, own_folder, handled)
        return _system_call(_LANDLOCK_RESTRICT, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, access: int) -> None:
    """Let the process use what is below `path`, where there is something."""
    try:
        beneath = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = access if path.is_dir() else access & _FILE_ONLY
        rule = struct.pack("=Qi", allowed, beneath)
        _system_call(_LANDLOCK_ADD, ruleset, 1, rule, 0)
    finally:
        os.close(beneath)


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _filter_calls(refused: Collection[str]) -> bool:
    """Whether a seccomp filter now refuses the system calls behind these needs."""
    machine = platform.machine()
    if machine not in _AUDIT_ARCH:
        return False
    filter_ = b"".join(_instructions(machine, refused))
    program = _Program(len(filter_) // 8, filter_)
    return _control(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(program), 0, 0) == 0


_LOAD, _JUMP_EQUAL, _JUMP_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_CALL_AT, _ARCH_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_X32_CALLS = 0x40000000
"""From here on calls of another table of the same processor, which nothing needs."""


def _instructions(machine: str, refused: Collection[str]) -> list[bytes]:
    """The filter as classic BPF: refuse what is listed, allow everything else."""
    no, missing = _REFUSE | errno.EACCES, _REFUSE | errno.ENOSYS
    calls = list(_OTHERS[machine])
    calls += _NETWORK[machine] if "network" in refused else ()
    calls += _PROGRAMS[machine] if "programs" in refused else ()
    made = [
        *(_step(_LOAD, _ARCH_AT), _step(_JUMP_EQUAL, _AUDIT_ARCH[machine], 1, 0)),
        *(_step(_RETURN, no), _step(_LOAD, _CALL_AT)),
        *(_step(_JUMP_LEAST, _X32_CALLS, 0, 1), _step(_RETURN, no)),
    ]
    for call in calls:
        made += [_step(_JUMP_EQUAL, call, 0, 1), _step(_RETURN, no)]
    if "programs" in refused:  # threads are made with clone too, and are allowed
        made += [_step(_JUMP_EQUAL, _CLONE3, 0, 1), _step(_RETURN, missing)]
        made += [_step(_JUMP_EQUAL, _CLONE[machine], 0, 3), _step(_LOAD, _FIRST_ARGUMENT_AT)]
        made += [_step(_JUMP_ANY_BIT, _CLONE_THREAD, 1, 0), _step(_RETURN, no)]
    return [*made, _step(_RETURN, _ALLOW)]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """struct sock_filter."""
    return struct.pack("=HBBI", code, if_true, if_false, value)
