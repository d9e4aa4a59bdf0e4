"""Power cuts, simulated: what was written and synced is taken from a trace, and disks are rebuilt that lost power.

A disk may keep, drop or tear (at 512 bytes) every write that was not synced, in any order, and keeps some beginning of
the changes to names that were not synced. A sync of a file keeps the file and its name, one of a folder its names.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.processes import SEED

SECTOR = 512
CALLS = "openat,creat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,lseek"
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was asked of the system; `name` and `other` are paths, `data` goes to `offset` of a file."""

    act: str
    name: str = ""
    other: str = ""
    offset: int = 0
    data: bytes = b""


def record(command: Sequence[str], trace: Path, folder: Path, environment: dict[str, str]) -> list[Step]:
    """Run a program of one thread and return what it did in a folder; words it writes to its output are acts `said`."""
    words = ["strace", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-o", str(trace), *command]
    subprocess.run(words, env=environment, check=True, capture_output=True, timeout=280)
    return list(_steps(trace, str(folder)))


def _steps(trace: Path, folder: str) -> Iterator[Step]:
    names: dict[int, str] = {}
    places: dict[int, int] = {}
    sizes: dict[str, int] = {}
    for line in trace.open("r", encoding="ascii", errors="replace"):
        found = _LINE.match(line)
        if found is None or int(found[3]) < 0:
            continue
        call, said, result = found[1], found[2], int(found[3])
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _STRING.findall(said)]
        paths = (
            [text.decode("utf-8", "replace") for text in texts] if call not in {"write", "pwrite64"} else []
        )
        handle = int(said.split(",")[0]) if said[:1].isdigit() else -1
        if call == "openat":
            names[result], places[result] = paths[0], 0
            if paths[0].startswith(folder) and "O_DIRECTORY" not in said:
                if "O_CREAT" in said and paths[0] not in sizes:
                    yield Step("create", paths[0])
                if "O_TRUNC" in said:
                    yield Step("truncate", paths[0], offset=0)
                    sizes[paths[0]] = 0
            if "O_APPEND" in said:
                places[result] = sizes.get(paths[0], 0)
        elif call == "lseek":
            places[handle] = result
        elif call in {"write", "pwrite64"} and handle == 1:
            yield Step("said", data=texts[0])
        elif names.get(handle, "").startswith(folder):
            name = names[handle]
            if call == "write":
                yield Step("write", name, offset=places[handle], data=texts[0])
                places[handle] += result
                sizes[name] = max(sizes.get(name, 0), places[handle])
            elif call == "pwrite64":
                yield Step("write", name, offset=int(said.rsplit(",", 1)[1]), data=texts[0])
            elif call in {"fsync", "fdatasync"}:
                yield Step("sync", name)
            elif call == "ftruncate":
                yield Step("truncate", name, offset=int(said.split(",")[1]))
        elif paths and paths[0].startswith(folder):
            if call.startswith("rename"):
                sizes[paths[1]] = sizes.pop(paths[0], 0)
                yield Step("rename", paths[0], paths[1])
            elif call.startswith("link"):
                yield Step("link", paths[0], paths[1])
            elif call.startswith("unlink"):
                sizes.pop(paths[0], None)
                yield Step("unlink", paths[0])


@dataclass(slots=True)
class Content:
    """What a file holds for certain, and what was written since."""

    kept: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)

    def settle(self) -> None:
        """Keep all that waits."""
        for step in self.waiting:
            _apply(self.kept, step)
        self.waiting.clear()

    def after_cut(self, dice: random.Random) -> bytes:
        """Return what a disk may hold that lost power now."""
        data = bytearray(self.kept)
        for step in self.waiting:
            if step.act == "truncate":
                if dice.random() < 0.5:
                    _apply(data, step)
                continue
            way = dice.random()
            for at in range(0, len(step.data), SECTOR):
                if way < 0.4 or (way < 0.7 and dice.random() < 0.5):
                    _apply(data, Step("write", offset=step.offset + at, data=step.data[at : at + SECTOR]))
        return bytes(data)


def _apply(data: bytearray, step: Step) -> None:
    if step.act == "truncate":
        del data[step.offset :]
        data.extend(bytes(step.offset - len(data)))
        return
    if len(data) < step.offset:
        data.extend(bytes(step.offset - len(data)))
    data[step.offset : step.offset + len(step.data)] = step.data


class Disk:
    """A folder on a disk: the names in it, what stands in the files, and which changes of names are not kept yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self.names = {
            str(path): Content(bytearray(path.read_bytes())) for path in folder.iterdir() if path.is_file()
        }
        self._kept_names = dict(self.names)
        self._waiting: list[tuple[str, Step, Content | None]] = []
        self.said: list[bytes] = []

    def do(self, step: Step) -> None:
        """Do one step."""
        match step.act:
            case "said":
                self.said.append(step.data)
            case "create" if step.name not in self.names:
                self._rename(step, Content())
            case "write" | "truncate":
                self.names[step.name].waiting.append(step)
            case "sync":
                self._sync(step.name)
            case "rename":
                self._rename(step, self.names[step.name])
            case "link":
                self._rename(step, self.names[step.name])
            case "unlink" if step.name in self.names:
                self._rename(step, None)

    def _rename(self, step: Step, content: Content | None) -> None:
        self._waiting.append((step.act, step, content))
        _change(self.names, step, content)

    def _sync(self, name: str) -> None:
        if name == self._folder:
            while self._waiting:
                _, step, content = self._waiting.pop(0)
                _change(self._kept_names, step, content)
            return
        self.names[name].settle()
        for waiting in list(self._waiting):
            act, step, content = waiting
            if act == "create" and step.name == name:
                _change(self._kept_names, step, content)
                self._waiting.remove(waiting)

    def cut(self, into: Path, dice: random.Random) -> None:
        """Write into a folder what a disk may hold that lost power now."""
        names = dict(self._kept_names)
        for _, step, content in self._waiting[: dice.randint(0, len(self._waiting))]:
            _change(names, step, content)
        for name, content in names.items():
            (into / Path(name).name).write_bytes(content.after_cut(dice))


def _change(names: dict[str, Content], step: Step, content: Content | None) -> None:
    if step.act in {"rename", "unlink"}:
        names.pop(step.name, None)
    if content is not None:
        names[step.other or step.name] = content


def cuts(
    start: Path, steps: Sequence[Step], count: int, work: Path, seed: int = 5 + SEED
) -> Iterator[tuple[Path, list[bytes]]]:
    """Yield folders as they may be after power cuts at evenly spread moments, and what had been said by then."""
    dice = random.Random(seed)
    moments = sorted(dice.randrange(len(steps) + 1) for _ in range(count))
    disk, done = Disk(start), 0
    for number, moment in enumerate(moments):
        for step in steps[done:moment]:
            disk.do(step)
        done = moment
        folder = work / f"cut{number}"
        folder.mkdir()
        disk.cut(folder, dice)
        yield folder, list(disk.said)
