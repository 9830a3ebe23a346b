"""scripts/install-system on machines that a folder of stub programs describes."""

from __future__ import annotations

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "install-system"

APT_GET = """echo "apt-get $*" >> {log}
case "$*" in
    *install*unknown*) echo "E: Unable to locate package unknown"; exit 100 ;;
    *install*new*) [ -e {folder}/lists ] || exit 100 ;;
    update*) touch {folder}/lists ;;
esac
"""

DPKG_QUERY = """for last; do :; done
[ "$last" = present ] && printf installed
"""


class Machine:
    """A PATH with nothing on it but what the script needs, and what a test adds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = folder / "log"
        for tool in ("bash", "tail", "env", "touch"):
            (folder / tool).symlink_to(str(shutil.which(tool)))
        self.has("dpkg-query", DPKG_QUERY)

    def has(self, name: str, body: str) -> None:
        path = self._folder / name
        path.write_text(
            f"#!{shutil.which('bash')}\n" + body.format(log=self._log, folder=self._folder)
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def run(self, *packages: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._folder / "bash"), str(SCRIPT), *packages],
            stdin=subprocess.DEVNULL,
            env={"PATH": str(self._folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def as_root(machine: Machine) -> Machine:
    machine.has("id", "echo 0")
    machine.has("apt-get", APT_GET)
    return machine


def test_it_is_quiet_when_all_is_there(machine: Machine) -> None:
    done = as_root(machine).run("present")
    assert (done.returncode, done.stdout, done.stderr, machine.calls()) == (0, "", "", [])


def test_root_installs_only_what_is_missing(machine: Machine) -> None:
    done = as_root(machine).run("present", "absent")
    assert done.returncode == 0
    assert [call.split()[-1] for call in machine.calls()] == ["absent"]


def test_without_a_list_of_packages_it_is_fetched(machine: Machine) -> None:
    done = as_root(machine).run("new")
    assert done.returncode == 0
    assert [call.split()[1] for call in machine.calls()] == ["install", "update", "install"]


def test_an_unknown_package_is_named(machine: Machine) -> None:
    done = as_root(machine).run("unknown")
    assert done.returncode == 1
    assert "Unable to locate package unknown" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("sudo apt-get install unknown")


def test_others_use_sudo_where_it_asks_for_nothing(machine: Machine) -> None:
    machine.has("id", "echo 1000")
    machine.has("apt-get", APT_GET)
    machine.has("sudo", 'echo "sudo $*" >> {log}\n[ "$1" = -n ] && shift\n"$@"\n')
    assert machine.run("absent").returncode == 0
    assert any(call.startswith("sudo env") for call in machine.calls())


@pytest.mark.parametrize("sudo", [None, "exit 1"])
def test_without_rights_it_says_in_one_line_what_to_install(
    machine: Machine, sudo: str | None
) -> None:
    machine.has("id", "echo 1000")
    machine.has("apt-get", APT_GET)
    if sudo:
        machine.has("sudo", sudo)
    done = machine.run("one", "two")
    assert done.returncode == 1
    assert done.stderr == "Please install these packages: sudo apt-get install one two\n"
    assert machine.calls() == []


def test_another_system_is_told_too(machine: Machine) -> None:
    machine.has("id", "echo 0")
    done = machine.run("one")
    assert done.returncode == 1
    assert "Please install" in done.stderr
    assert "one" in done.stderr
