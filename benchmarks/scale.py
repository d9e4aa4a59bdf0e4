"""A library of a large office, in a file or on a server: generated once, then measured.

    python benchmarks/scale.py [--articles 100000] [--units 1000000] [--server] [--folder /tmp/workbench-scale] [--users 20]

Everything goes through the desk, as in the window. Prints the median and the longest of each question, and the processor time of all that worked on it; leaves with status 1
when a bar is missed. With `--server` a PostgreSQL cluster of its own is made in the folder and started on loopback. What was
generated stays in the folder and is measured again by the next call; `--data` names a folder with more sentence pairs.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpus import Pair, real_pairs
from scale_filling import check_columns, fill
from scale_users import at_once
from tests.server.cluster import Cluster, free_port, run_unprivileged

from workbench.desk.counting import total_lines
from workbench.desk.editing import save_text
from workbench.desk.keeping import describe
from workbench.desk.reading import list_articles, list_sections, list_steps, open_edition, queue_counts
from workbench.desk.readying import make_ready
from workbench.desk.remembering import concordance, match
from workbench.desk.surveying import survey
from workbench.library.library import Library, init_library, open_library
from workbench.model.kinds import Stage
from workbench.resources import resource

PAGE = 200
LIST_MS, TYPED_MS = 150, 100
"""The bars of the issue."""
DATABASE = "scale"


def bundled_pairs() -> list[Pair]:
    """Return the sentence pairs that come with the program."""
    pairs = []
    for name in ("wikinews.json", "newsroom.json"):
        for story in json.loads(resource(f"sample/{name}").read_text("utf-8")):
            pairs += [(zh, en) for zh, en in story["pairs"] if zh and en]
    return pairs


@contextmanager
def cluster_in(folder: Path) -> Iterator[Cluster]:
    """Start the cluster in a folder, made when it is not there; stop it at the end, and keep it."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or [
        Path(shutil.which("initdb") or "/usr/bin/initdb").parent
    ]
    programs = found[-1]
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    cluster = Cluster(folder, free_port(), str(programs / "pg_ctl"))
    if not (folder / "data").exists():
        run_unprivileged([str(programs / "initdb"), "-D", str(folder / "data"), "-U", "owner", "-A", "trust", "-E", "UTF8",
                          "--locale=C.UTF-8", "--no-sync"])  # fmt: skip
    options = f"-p {cluster.port} -k {folder} -c listen_addresses=127.0.0.1 -c shared_buffers=512MB -c max_connections=200"
    cluster.control("-l", str(folder / "log"), "-o", options, "start")
    try:
        yield cluster
    finally:
        cluster.stop()


@contextmanager
def place_in(folder: Path, *, is_server: bool) -> Iterator[str]:
    """Give the address of the library, whether it is there yet or not."""
    if not is_server:
        yield str(folder / "scale.workbench")
        return
    with cluster_in(folder / "postgres") as cluster:
        with cluster.connect("postgres") as owner:
            if owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone() is None:
                owner.execute(f'CREATE DATABASE "{DATABASE}"')
        yield cluster.url(DATABASE)


def generate(place: str, pairs: list[Pair], *, articles: int, units: int, seconds: float) -> bool:
    """Fill the library unless it was filled before; stop after so many seconds of work and return whether it is whole."""
    with init_library(place) as library:
        there = describe(library)
        if there["articles"] >= articles and there["memory"] >= units:
            return _make_ready(place, seconds)
        began = time.perf_counter()
        for said in fill(library, pairs, articles=articles, units=units):
            print(f"  {said}, {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
            if time.process_time() > seconds:
                return False
    return _make_ready(place, seconds)


def _make_ready(place: str, seconds: float) -> bool:
    with open_library(place) as library:
        for step in make_ready(library):
            if time.process_time() > seconds:
                print(f"  {step.what} {step.done}", file=sys.stderr, flush=True)
                return False
    return True


class Clock:
    """Measures questions and keeps what was found."""

    def __init__(self, times: int, server: Path | None = None) -> None:
        self.times, self.server = times, server
        self.lines: list[dict[str, object]] = []
        self.is_sound = True

    def measure(
        self, name: str, act: Callable[[int], object], bar: float | None = None, times: int = 0
    ) -> None:
        """Ask once unmeasured, then several times; `act` gets the number of the try."""
        act(0)
        took, before = [], self._worked()
        for number in range(times or self.times):
            began = time.perf_counter()
            act(number)
            took.append(1000 * (time.perf_counter() - began))
        worked = 1000 * (self._worked() - before) / len(took)
        middle, longest = statistics.median(took), max(took)
        is_held = bar is None or middle < bar
        self.is_sound = self.is_sound and is_held
        self.lines.append(
            {
                "what": name,
                "ms": round(middle, 1),
                "longest": round(longest, 1),
                "cpu": round(worked, 1),
                "bar": bar,
            }
        )
        said = "" if bar is None else f"   bar {bar:.0f}" + ("" if is_held else "   MISSED")
        print(f"{name:<52}{middle:>9.1f}{longest:>9.1f}{worked:>9.1f}{said}", flush=True)

    def _worked(self) -> float:
        """Return the seconds of processor time spent by this program and by the server, busy neighbours left out."""
        return time.process_time() + (_of_server(self.server) if self.server else 0.0)


def _of_server(folder: Path) -> float:
    """Return the processor time of a cluster's processes, in seconds; the system counts hundredths."""
    pid = (folder / "data" / "postmaster.pid").read_text().split()[0]
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            said = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        if said[1] == pid:
            ticks += int(said[11]) + int(said[12])
    return ticks / os.sysconf("SC_CLK_TCK")


TYPED = (
    "的",
    "经",
    "经济",
    "世",
    "世界",
    "会议",
    "病例",
    "疫情",
    "COVID",
    "co",
    "president",
    "pres",
    "gov",
    "19",
    "镕",
    "Beijing",
)
"""What is typed into the search field, also the letters on the way to a word."""


def rare(library: Library) -> tuple[str, str]:
    """Return a name that stands in few articles, and its key: old ones, so that a list has far to look."""
    row = list_articles(library, limit=1, stages=(Stage.PUBLISHED,))[0]
    with library.reading() as tx:
        article = tx.articles.by_key(f"{max(row.article_id // 50, 1):08x}")
        texts = [segment.text for segment in tx.articles.segments(article.id)]
    name = next(
        (text.partition("表示")[0] for text in texts if "表示，" in text and text.index("表示") == 2),
        texts[1][5:9],
    )
    return name, article.key


def measure_library(library: Library, person: int, clock: Clock) -> None:
    """Ask what the Library screen asks."""
    pages = []

    def next_page(_number: int) -> None:
        last = pages[-1] if pages else None
        after = (last.updated_at, last.article_id) if last else None
        pages.extend(list_articles(library, limit=PAGE, after=after)[-1:])

    drafts = (Stage.DRAFTING, Stage.CHANGES_REQUESTED)
    ask = lambda **named: lambda _number: list_articles(library, limit=PAGE, **named)  # noqa: E731 - a table of questions
    clock.measure("list: drafts that wait for me", ask(stages=drafts, waits_for=person), LIST_MS)
    clock.measure("list: everything", ask(), LIST_MS)
    clock.measure("list: the next page", next_page, LIST_MS)
    clock.measure("counts of the sidebar", lambda _: queue_counts(library, person_id=person), LIST_MS)
    clock.measure("sections to choose from", lambda _: list_sections(library), TYPED_MS)
    for stage in Stage:
        clock.measure(f"filter: stage {stage}", ask(stages=(stage,)), TYPED_MS)
    for queue in ("given", "free", "returned"):
        clock.measure(f"filter: queue {queue}", ask(queue=queue, person_id=person), TYPED_MS)
    for step in list_steps(library):
        clock.measure(f"filter: step {step.name}", ask(step=step.name), TYPED_MS)
    clock.measure("filter: person", ask(person="Translator 07"), TYPED_MS)
    clock.measure("filter: person without work", ask(person="Nobody 1"), TYPED_MS)
    clock.measure("filter: section", ask(section="Home > Section 7"), TYPED_MS)
    clock.measure("filter: section that is none", ask(section="Nowhere"), TYPED_MS)
    name, key = rare(library)
    for typed in (*TYPED, name[:1], name, key, f"{name} 经济", "nothingatall", "龘靐"):
        clock.measure(f"search: {typed}", ask(text=typed), TYPED_MS)
    clock.measure("search in drafts: 经济", ask(text="经济", stages=drafts), TYPED_MS)
    clock.measure(f"search in published: {name}", ask(text=name, stages=(Stage.PUBLISHED,)), TYPED_MS)


def measure_work(library: Library, person: int, clock: Clock) -> None:
    """Ask what the editor and the other screens ask."""
    keys = [row.key for row in list_articles(library, limit=PAGE, stages=(Stage.DRAFTING,))]
    rows = open_edition(library, keys[0]).rows
    sources = [row.source for row in open_edition(library, keys[1]).rows]
    clock.measure("open an article", lambda n: open_edition(library, keys[n % len(keys)]))
    clock.measure(
        "save a segment",
        lambda n: save_text(library, person, rows[n % 6].target_id, f"Typed {n} {time.time()}"),
    )
    clock.measure("matches of the memory", lambda n: match(library, sources[n % len(sources)]))
    for text in ("的", "世界", "经济发展"):
        clock.measure(f"concordance: {text}", lambda _, text=text: concordance(library, text))
    clock.measure("concordance: president", lambda _: concordance(library, "president", side="target"))
    clock.measure(
        "concordance: a word that stands nowhere", lambda _: concordance(library, "xqzzyk", side="target")
    )
    clock.measure("the dashboard", lambda _: survey(library), times=3)
    clock.measure("statistics of the house, by month", lambda _: total_lines(library), times=3)
    clock.measure(
        "statistics of one month",
        lambda _: total_lines(library, since="2024-03-01", until="2024-03-31"),
        times=3,
    )


def main() -> int:
    """Generate what is missing and measure it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--server", action="store_true", help="on PostgreSQL")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/workbench-scale"))
    parser.add_argument("--data", type=Path, help="folder with more sentence pairs")
    parser.add_argument("--users", type=int, default=0, help="simulated users at once, for half a minute")
    parser.add_argument("--times", type=int, default=9)
    parser.add_argument("--generate", action="store_true", help="stop when the library is there")
    parser.add_argument("--seconds", type=float, default=3600.0, help="of generating; the next call goes on")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    check_columns()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    chosen.folder.chmod(0o755)
    clock = Clock(chosen.times, chosen.folder / "postgres" if chosen.server else None)
    with place_in(chosen.folder, is_server=chosen.server) as place:
        pairs = bundled_pairs() + (real_pairs(chosen.data) if chosen.data else [])
        is_whole = generate(
            place, pairs, articles=chosen.articles, units=chosen.units, seconds=chosen.seconds
        )
        if chosen.generate or not is_whole:
            return 0 if is_whole else 2
        print(f"{chosen.articles:,} articles, {chosen.units:,} units, {'PostgreSQL' if chosen.server else 'SQLite'}, "
              f"load {os.getloadavg()[0]:.1f}")  # fmt: skip
        print(f"{'':<52}{'median':>9}{'longest':>9}{'work':>9}  ms")
        with open_library(place) as library:
            with library.reading() as tx:
                person = tx.people.named("Translator 07").id
            measure_library(library, person, clock)
            measure_work(library, person, clock)
        if chosen.users:
            at_once(place, chosen.users, clock.lines)
    if chosen.json:
        chosen.json.write_text(json.dumps(clock.lines, ensure_ascii=False, indent=1))
    return 0 if clock.is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
